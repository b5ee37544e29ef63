// What every store must hand out of a person and forget with them; part of store.cases.ts.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ActivityId, MeetingId } from '../src/plan/ids.ts';
import type { Recipient } from '../src/reminders/subscription.ts';
import { type OwnSection, ownSections, type Store } from '../src/store/store.ts';
import type { Tables } from '../src/store/tables.ts';
import { newFeed } from './feeds.cases.ts';
import { at, enqueue, notice, reference, subscription, toSend } from './support/notices.ts';
import { proposal } from './support/proposals.ts';

interface Who {
  readonly tenant: string;
  readonly person: string;
}
const one = { tenant: 'tenant', person: 'one' };
const other = { tenant: 'tenant', person: 'other' };
/** Looks like a pattern, like SQL, and like what databases spoil. */
const awkward = { tenant: 'a\u0000b%_', person: '\\\'; drop table person; -- \ud800 "å"%' };

/** Where a table's rows of a person come out; null where no row is anybody's. A new table has to say. */
const sectionsOf = {
  person: 'people',
  reference: 'references',
  conversation: 'conversations',
  subscription: 'subscriptions',
  silence: 'silences',
  delivery: 'deliveries',
  mailbox: 'mailbox',
  feed: 'feeds',
  report: 'reports',
  proposal: 'proposals',
  minute_count: 'message-counts',
  claim: 'repeated-answers',
  // By whoever holds it in memory.
  ledger: null,
  question: null,
  secret: null,
  model_use: null,
  sweep: null,
  worker: null,
} satisfies Record<keyof Tables, OwnSection | null>;

async function allOf(rows: AsyncIterable<object>): Promise<object[]> {
  const all: object[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function rowsOf(store: Store, who: Who): Promise<Record<string, object[]>> {
  const rows = store.persons.everything(who);
  const read = await Promise.all(ownSections.map(async (name) => [name, await allOf(rows[name])] as const));
  return Object.fromEntries(read);
}

/** One of everything that the store may hold of somebody. */
async function fill(store: Store, who: Who): Promise<void> {
  const recipient: Recipient = { kind: 'person', ...who };
  const author = { ...who, name: 'Åsa "Öberg"' };
  const id = `${who.tenant} ${who.person}`;
  await store.people.remember({ ...author, teamsId: `29:${id}` }, at(0));
  await store.references.put(reference({ recipient, conversation: `a:${id}` }));
  await store.subscriptions.put(subscription({ recipient, setBy: author }));
  await store.silences.put(recipient, '2019-09-01');
  await store.feeds.create(newFeed({ owner: who }));
  await store.feeds.create(newFeed({ owner: who, state: { kind: 'revoked', at: at(1) } }));
  await store.proposals.add(proposal({ author }));
  await store.reports.put({
    id: randomUUID(),
    activity: ActivityId.parse('elvag'),
    meeting: MeetingId.parse('meeting'),
    author,
    status: 'delayed',
    comment: 'väntar "än" \ud800',
    at: at(0),
    base: 0,
    state: { kind: 'open' },
  });
  const own = {
    memory: { asked: 'när?', people: [[id, { mine: id }]] },
    answers: [{ message: '1', question: 'när?' }],
  };
  await store.conversations.write(new Map([[`chat of ${id}`, own]]), at(0));
  await store.counts.add([`message of ${who.person}`, `search of ${who.person}`], new Date(at(0)));
  await store.claims.take(`once a:${id}\nactivity\nmessage\n`, 'holder', at(0), at(60));
  await store.claims.settle(`once a:${id}\nactivity\nmessage\n`, 'holder', '{"replies":["svar"]}', at(600));
}

/** @param isShared whether several processes may have the database open */
export function ownDataCases(open: () => Store, isShared: boolean): void {
  describe('what is held of a person', () => {
    it.each([
      ['somebody', one],
      ['somebody awkward', awkward],
    ])('is handed out to them and nobody else, and all of it is forgotten: %s', async (_, who) => {
      const store = open();
      for (const each of [who, other]) await fill(store, each);
      await enqueue(store, toSend(...[who, other].map((each) => notice({ recipient: { kind: 'person', ...each } }))));
      const held = await rowsOf(store, who);
      const brief = ['message-counts', 'repeated-answers'];
      const empty = ['subscriptions-for-others', ...(isShared ? [] : brief)];
      expect(ownSections.filter((name) => held[name]?.length === 0)).toEqual(empty);
      expect(held.feeds).toHaveLength(2);
      expect(JSON.stringify(held)).not.toContain(JSON.stringify(other.person));
      expect(JSON.stringify(held.feeds)).not.toContain('hash');
      expect(held.people).toEqual([
        { ...who, name: 'Åsa "Öberg"', teamsId: `29:${who.tenant} ${who.person}`, seenAt: at(0) },
      ]);
      expect(held.reports).toMatchObject([{ comment: 'väntar "än" \ud800' }]);
      expect(held.conversations).toMatchObject([{ remembered: { answers: [{ question: 'när?' }] } }]);

      const forgotten = await store.persons.forget(who);
      expect(Object.values(forgotten).filter((many) => many === 0)).toEqual([]);
      const left = await rowsOf(store, who);
      // Whose chat it was is forgotten, too, and nobody can tell any more.
      expect(ownSections.filter((name) => left[name]?.length !== 0)).toEqual(isShared ? ['message-counts'] : []);
      const others = await rowsOf(store, other);
      expect(ownSections.filter((name) => others[name]?.length === 0)).toEqual(empty);
    });

    it('comes from every table that holds people', () => {
      const named = Object.values(sectionsOf).filter((name) => name !== null);
      expect(ownSections.filter((name) => !named.some((known) => known === name))).toEqual([
        'subscriptions-for-others',
      ]);
    });

    it('tells of a conversation with others only what is theirs', async () => {
      const store = open();
      const state = {
        memory: {
          asked: 'hemligt',
          people: [
            ['tenant one', { mine: 1 }],
            ['tenant other', { theirs: 1 }],
          ],
        },
        answers: [{ message: '1', question: 'hemligt' }],
      };
      await store.conversations.write(new Map([['group', state]]), at(0));
      const { conversations } = await rowsOf(store, one);
      expect(conversations).toEqual([
        { key: 'group', writtenAt: at(0), remembered: { memory: { people: [['tenant one', { mine: 1 }]] } } },
      ]);
    });

    it('tells of what they set for others not whom', async () => {
      const store = open();
      const setBy = { ...one, name: 'One' };
      const group = { kind: 'conversation', tenant: 'tenant', conversation: 'group' } as const;
      await store.subscriptions.put(subscription({ recipient: { kind: 'person', ...other }, setBy, createdAt: at(1) }));
      await store.subscriptions.put(subscription({ recipient: group, setBy, createdAt: at(2) }));
      const set = (await rowsOf(store, one))['subscriptions-for-others'] ?? [];
      expect(set).toHaveLength(2);
      expect(set).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ recipient: { kind: 'person' }, createdAt: at(1) }),
          expect.objectContaining({ recipient: group, createdAt: at(2) }),
        ]),
      );
    });

    it('is also what others propose about them', async () => {
      const store = open();
      const change = { kind: 'appoint-secretary', who: one, name: 'One' } as const;
      await store.proposals.add(proposal({ author: { ...other, name: 'Other' }, change }));
      expect((await rowsOf(store, one)).proposals).toMatchObject([{ change }]);
    });

    it('comes in pages, however much there is', async () => {
      const store = open();
      const recipient: Recipient = { kind: 'person', ...one };
      await enqueue(store, toSend(...Array.from({ length: 1_234 }, () => notice({ recipient }))));
      const keys = (await rowsOf(store, one)).deliveries?.map((row) => (row as { key: string }).key);
      expect(new Set(keys).size).toBe(1_234);
    });
  });
}
