// What every store must do with calendar feeds and its own secrets; part of store.cases.ts.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOf, hintOf, makeToken } from '../src/calendar/feed-token.ts';
import type { Feed, Store } from '../src/store/store.ts';

const owner = { tenant: 'tenant', person: 'person' };
const stranger = { tenant: 'tenant', person: 'stranger' };
const created = '2019-03-01T08:00:00.000Z';
const later = '2019-03-02T08:00:00.000Z';

/** A live feed with an address of its own. */
export function newFeed(fields: Partial<Feed> = {}): Feed {
  const token = makeToken();
  return {
    id: randomUUID(),
    hash: hashOf(token),
    hint: hintOf(token),
    owner,
    content: { of: { kind: 'subscriptions' }, withActivities: false, locale: 'sv' },
    createdAt: created,
    state: { kind: 'live' },
    lastFetch: null,
    ...fields,
  };
}

const nextAddress = () => ({ hash: hashOf(makeToken()), hint: 'abcd' });

export function feedCases(open: () => Store): void {
  describe('feeds', () => {
    it.each([
      ['an ordinary one', {}],
      ['one of awkward owners', { owner: { tenant: 'a\u0000b', person: "'; drop table feed; --" } }],
      ['one with awkward content', { content: { text: '\ud800 å 👩‍👩‍👧 \r\n', list: [null, 1.5, false] } }],
      ['one that has ended', { state: { kind: 'revoked', at: later } }],
      ['one that was fetched', { lastFetch: { day: '2019-03-01', client: 'outlook' } }],
    ] satisfies [string, Partial<Feed>][])('are found as they were made: %s', async (_what, fields) => {
      const feed = newFeed(fields);
      await open().feeds.create(feed);
      expect(await open().feeds.byHash(feed.hash)).toEqual(feed);
    });

    it('are not found by another hash', async () => {
      await open().feeds.create(newFeed());
      expect(await open().feeds.byHash(hashOf(makeToken()))).toBeNull();
    });

    it('are listed to their owner alone, oldest first', async () => {
      const { feeds } = open();
      const [second, first, ended] = [
        newFeed({ createdAt: later }),
        newFeed(),
        newFeed({ state: { kind: 'replaced', at: later } }),
      ];
      for (const feed of [second, first, ended, newFeed({ owner: stranger })]) await feeds.create(feed);
      expect(await feeds.listOf(owner)).toEqual([first, second]);
      expect(await feeds.listOf({ tenant: 'other', person: 'person' })).toEqual([]);
    });

    it('get a new address, and keep the old one as replaced', async () => {
      const { feeds } = open();
      const feed = newFeed({ lastFetch: { day: '2019-03-01', client: 'google' } });
      const next = nextAddress();
      await feeds.create(feed);
      const rotated = { ...feed, ...next, lastFetch: null };
      expect(await feeds.rotate(feed.id, owner, next, later)).toEqual(rotated);
      expect(await feeds.byHash(next.hash)).toEqual(rotated);
      expect(await feeds.byHash(feed.hash)).toEqual({ ...feed, state: { kind: 'replaced', at: later } });
      expect(await feeds.listOf(owner)).toEqual([rotated]);
    });

    it('are left alone by anybody else', async () => {
      const { feeds } = open();
      const feed = newFeed();
      await feeds.create(feed);
      expect(await feeds.rotate(feed.id, stranger, nextAddress(), later)).toBeNull();
      expect(await feeds.revoke(feed.id, stranger, later)).toBe(false);
      await feeds.forget(stranger);
      expect(await feeds.listOf(owner)).toEqual([feed]);
    });

    it('have one live address, however many ask for a new one at once', async () => {
      const { feeds } = open();
      const feed = newFeed();
      await feeds.create(feed);
      await Promise.all([1, 2, 3, 4].map(() => feeds.rotate(feed.id, owner, nextAddress(), later)));
      expect(await feeds.listOf(owner)).toHaveLength(1);
      await expect(feeds.create(newFeed({ id: feed.id }))).rejects.toThrow();
    });

    it('end once', async () => {
      const { feeds } = open();
      const feed = newFeed();
      await feeds.create(feed);
      expect(await feeds.revoke(feed.id, owner, later)).toBe(true);
      expect(await feeds.revoke(feed.id, owner, later)).toBe(false);
      expect(await feeds.rotate(feed.id, owner, nextAddress(), later)).toBeNull();
      expect(await feeds.byHash(feed.hash)).toEqual({ ...feed, state: { kind: 'revoked', at: later } });
    });

    it('remember who fetched them last', async () => {
      const { feeds } = open();
      const feed = newFeed();
      await feeds.create(feed);
      await feeds.fetched(feed.hash, '2019-03-01', 'outlook');
      await feeds.fetched(feed.hash, '2019-03-03', 'apple');
      expect((await feeds.byHash(feed.hash))?.lastFetch).toEqual({ day: '2019-03-03', client: 'apple' });
    });

    it('are forgotten with their owner, and some time after they ended', async () => {
      const { feeds } = open();
      const [live, replaced, other] = [
        newFeed(),
        newFeed({ state: { kind: 'replaced', at: created } }),
        newFeed({ owner: stranger, state: { kind: 'revoked', at: later } }),
      ];
      for (const feed of [live, replaced, other]) await feeds.create(feed);
      await feeds.forgetEnded(later);
      const left = async () => Promise.all([live, replaced, other].map(({ hash }) => feeds.byHash(hash)));
      expect(await left()).toEqual([live, null, other]);
      await feeds.forget(owner);
      expect(await left()).toEqual([null, null, other]);
    });
  });

  describe('secrets', () => {
    it('are made once, and the same to all', async () => {
      const { secrets } = open();
      const all = await Promise.all(['one', 'two', 'three'].map((made) => secrets.keep('name', made)));
      expect(new Set(all).size).toBe(1);
      expect(await secrets.keep('name', 'four')).toBe(all[0]);
      expect(await secrets.keep('other name', 'five')).toBe('five');
    });
  });
}
