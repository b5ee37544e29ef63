// What every store must do with subscriptions, references and deliveries; part of store.cases.ts.
import { describe, expect, it } from 'vitest';
import { ConferenceId, GroupId } from '../src/plan/ids.ts';
import type { Notice } from '../src/reminders/notice.ts';
import type { Subscription } from '../src/reminders/subscription.ts';
import type { Claimed, Concern, Delivery, Lease, Settled, SubscriptionStore } from '../src/store/reminder-stores.ts';
import type { Store } from '../src/store/store.ts';
import { at, enqueue, notice, person, reference, subscription, tenant, toSend } from './support/notices.ts';

const awkward = { kind: 'person', tenant: 'a\u0000b', person: "'; drop table mailbox; -- \ud800" } as const;

/** The real time is an hour ahead of the plan's: whoever mixes them up is found out. */
export const moment = (seconds: number) => ({ now: at(seconds), wire: at(seconds + 3_600) });
const lease = (seconds: number) => at(seconds + 3_600 + 30);

export async function claimAt(store: Store, seconds: number, worker = 'a'): Promise<Claimed | null> {
  return store.deliveries.claim(worker, moment(seconds), lease(seconds), []);
}

async function claimed(store: Store, seconds = 0, worker = 'a'): Promise<Claimed> {
  const found = await claimAt(store, seconds, worker);
  if (!found) throw new Error('nothing to claim');
  return found;
}

const keysOf = (found: { readonly deliveries: readonly Pick<Delivery, 'key'>[] } | null) =>
  found?.deliveries.map(({ key }) => key) ?? [];

function settleAll(store: Store, held: Lease, keys: readonly string[], as: Settled, seconds = 0, notBefore?: string) {
  return store.deliveries.settle(held, [{ keys, as }], moment(seconds), [], notBefore);
}

async function sendOne(store: Store, one: Notice, activity = 'activity', seconds = 0): Promise<void> {
  await enqueue(store, toSend(one));
  const { lease: held } = await claimed(store, seconds);
  await store.deliveries.posting(held, [one.key]);
  await settleAll(store, held, [one.key], { kind: 'sent', activity }, seconds);
}

export function reminderCases(open: () => Store): void {
  describe('subscriptions', () => subscriptionCases(open));
  describe('references', () => referenceCases(open));
  describe('silences', () => silenceCases(open));
  describe('sweeps', () => sweepCases(open));
  describe('deliveries', () => {
    enqueueCases(open);
    claimCases(open);
    settleCases(open);
    reportCases(open);
  });
}

const idsOf = (subscriptions: readonly Subscription[]) => subscriptions.map(({ id }) => id).sort();

/** The ids of all that are read, each once. */
async function concerned(subscriptions: SubscriptionStore, concern: Concern): Promise<string[]> {
  const read = new Set<string>();
  for await (const part of subscriptions.concerned(concern)) for (const { id } of part) read.add(id);
  return [...read].sort();
}

function subscriptionCases(open: () => Store): void {
  const group = { kind: 'group', group: GroupId.parse('kommitten') } as const;

  it.each([
    ['an ordinary one', {}],
    ['a paused one', { pausedUntil: '2019-09-01' }],
    ['one of an awkward recipient', { recipient: awkward }],
    ['one with a digest', { digest: true, leads: [] }],
  ])('are found as they were put: %s', async (_what, fields) => {
    const put = subscription(fields);
    await open().subscriptions.put(put);
    expect(await open().subscriptions.find(put.id)).toEqual(put);
    expect(await open().subscriptions.of(put.recipient)).toEqual([put]);
  });

  it('are replaced by the same id', async () => {
    const { subscriptions } = open();
    const first = subscription();
    const second = { ...first, recipient: person(2), topic: group, leads: [], pausedUntil: '2019-09-01' };
    await subscriptions.put(first);
    await subscriptions.put(second);
    expect(await subscriptions.of(person(1))).toEqual([]);
    expect(await subscriptions.of(person(2))).toEqual([second]);
    expect(await subscriptions.about(group)).toEqual([second]);
  });

  it('are told apart by recipient and topic', async () => {
    const { subscriptions } = open();
    const chat = { kind: 'conversation', tenant, conversation: 'person-1' } as const;
    const mine = subscription({ createdAt: at(1) });
    const earlier = subscription({ createdAt: at(0), topic: group });
    const others = [
      subscription({ recipient: chat }),
      subscription({ recipient: person(1, 'other') }),
      subscription({
        topic: { kind: 'conference', conference: ConferenceId.parse('kommitten') },
        recipient: person(3),
      }),
    ];
    for (const one of [mine, earlier, ...others]) await subscriptions.put(one);
    expect(await subscriptions.of(person(1))).toEqual([earlier, mine]);
    expect(await subscriptions.about(group)).toEqual([earlier]);
  });

  it('are removed once', async () => {
    const { subscriptions } = open();
    const put = subscription();
    await subscriptions.put(put);
    expect(await subscriptions.remove(put.id)).toBe(true);
    expect(await subscriptions.remove(put.id)).toBe(false);
    expect(await subscriptions.find(put.id)).toBeNull();
  });

  it('are all read, however many', async () => {
    const { subscriptions } = open();
    const put = Array.from({ length: 1_203 }, (_, index) => subscription({ recipient: person(index) }));
    for (const one of put) await subscriptions.put(one);
    const read: string[] = [];
    for await (const { id } of subscriptions.all()) read.push(id);
    expect(read).toHaveLength(put.length);
    expect(new Set(read)).toEqual(new Set(put.map(({ id }) => id)));
  });

  it('are all read of who is concerned, and of nobody else', async () => {
    const { subscriptions } = open();
    const leads = [{ amount: 3, unit: 'days' }] as const;
    const put = [
      subscription({ topic: group, leads: [...leads] }),
      // The same recipient's, of whatever interest.
      subscription({ leads: [] }),
      subscription({ recipient: awkward, topic: group, leads: [...leads], digest: true }),
      // Other leads of the same topic, and the other way about.
      subscription({ recipient: person(2), topic: group }),
      subscription({ recipient: person(3), leads: [...leads] }),
    ];
    for (const one of put) await subscriptions.put(one);
    const asked: unknown[] = [];
    const concern: Concern = {
      has(interest) {
        asked.push(interest);
        return interest.topic.kind === 'group' && interest.leads[0]?.amount === 3;
      },
    };
    expect(await concerned(subscriptions, concern)).toEqual(idsOf(put.slice(0, 3)));
    expect(asked).toHaveLength(5);
    expect(asked).toContainEqual({ topic: group, leads, digest: true });
    expect(asked).toContainEqual({ topic: { kind: 'everything' }, leads: [], digest: false });
    // What is changed and what is removed has the interest no more.
    const [first, second] = put;
    if (first) await subscriptions.put({ ...first, leads: [] });
    expect(await concerned(subscriptions, concern)).toEqual(idsOf(put.slice(2, 3)));
    if (second) await subscriptions.remove(second.id);
    expect(await concerned(subscriptions, { has: () => true })).toEqual(idsOf(put.filter((one) => one !== second)));
  });

  it('are read of who has begun, or gone on, since an instant, and of whose pause ended on certain days', async () => {
    const { subscriptions } = open();
    const of = (name: number, fields: Partial<Subscription>) =>
      subscription({ recipient: person(name), createdAt: at(0), ...fields });
    const resumed = of(2, { rested: { from: at(10), until: at(100) } });
    const made = of(3, { createdAt: at(100), rested: { from: at(10), until: at(20) } });
    const resting = of(4, { pausedUntil: '2019-03-08', rested: { from: at(200), until: null } });
    const late = of(5, { pausedUntil: '2019-03-09' });
    for (const one of [of(1, {}), resumed, made, resting, late]) await subscriptions.put(one);
    const has = () => false;
    expect(await concerned(subscriptions, { has })).toEqual([]);
    expect(await concerned(subscriptions, { has, begunFrom: at(100) })).toEqual(idsOf([resumed, made]));
    expect(await concerned(subscriptions, { has, begunFrom: at(101) })).toEqual([]);
    const during = (from: string, before: string) => concerned(subscriptions, { has, pausedUntil: [from, before] });
    expect(await during('2019-03-08', '2019-03-09')).toEqual(idsOf([resting]));
    expect(await during('2019-03-08', '2019-03-10')).toEqual(idsOf([resting, late]));
    expect(await during('2019-03-08', '2019-03-08')).toEqual([]);
  });

  it('are all read of who is concerned, however many, a part at a time', async () => {
    const { subscriptions } = open();
    const put = Array.from({ length: 1_203 }, (_, index) =>
      subscription({ recipient: person(index), pausedUntil: '2019-09-01' }),
    );
    for (const one of put) await subscriptions.put(one);
    const never = () => false;
    const concerns: Concern[] = [
      { has: () => true },
      { has: never, begunFrom: at(0) },
      { has: never, pausedUntil: ['2019-09-01', '2019-09-02'] },
    ];
    for (const concern of concerns) {
      const parts: number[] = [];
      for await (const { length } of subscriptions.concerned(concern)) parts.push(length);
      expect(Math.max(...parts)).toBeLessThan(put.length);
      expect(await concerned(subscriptions, concern)).toEqual(idsOf(put));
    }
  });
}

function referenceCases(open: () => Store): void {
  const channel = (id: string, team: string) =>
    reference({
      recipient: { kind: 'conversation', tenant, conversation: id },
      scope: 'channel',
      conversation: id.toUpperCase(),
      teamsId: null,
      team,
    });

  it.each([
    ["a person's", {}],
    ['of somebody met in a group only', { conversation: null }],
    ['of a chat', { recipient: { kind: 'conversation', tenant, conversation: '19:x' }, teamsId: null, locale: null }],
    ['awkward ones', { recipient: awkward, conversation: 'a\u0000\ud800"', name: "'--\n\u0000", team: '\u0000' }],
  ] as const)('are found as they were put: %s', async (_what, fields) => {
    const put = reference(fields);
    await open().references.put(put);
    expect(await open().references.find(put.recipient)).toEqual({ ...put, state: { kind: 'alive' } });
  });

  it('are missing where nobody has been seen, or was removed', async () => {
    const { references } = open();
    await references.put(reference());
    expect(await references.find(person(2))).toBeNull();
    expect(await references.find(person(1, 'other'))).toBeNull();
    await references.remove(person(1));
    expect(await references.find(person(1))).toBeNull();
  });

  it('die, and come alive again by a message from there', async () => {
    const { references } = open();
    await references.put(reference());
    await references.gone(person(1), 'blocked', at(5));
    expect((await references.find(person(1)))?.state).toEqual({ kind: 'gone', reason: 'blocked', at: at(5) });
    expect(await references.count()).toEqual({ alive: 0, gone: 1 });
    const moved = reference({ serviceUrl: 'https://smba.trafficmanager.net/amer/', refreshedAt: at(9) });
    await references.put(moved);
    expect(await references.find(person(1))).toEqual({ ...moved, state: { kind: 'alive' } });
    expect(await references.count()).toEqual({ alive: 1, gone: 0 });
  });

  it('are written anew by what tells something, and else once an hour', async () => {
    const { references } = open();
    const refreshedAt = async () => (await references.find(person(1)))?.refreshedAt;
    await references.put(reference({ refreshedAt: '2019-03-01T08:00:00.000Z' }));
    await references.put(reference({ refreshedAt: '2019-03-01T08:59:59.000Z' }));
    expect(await refreshedAt()).toBe('2019-03-01T08:00:00.000Z');
    await references.put(reference({ refreshedAt: '2019-03-01T09:00:00.000Z' }));
    expect(await refreshedAt()).toBe('2019-03-01T09:00:00.000Z');
    await references.put(reference({ refreshedAt: '2019-03-01T09:00:01.000Z', conversation: 'a:another' }));
    expect(await references.find(person(1))).toMatchObject({ conversation: 'a:another' });
  });

  it("keep a person's own chat, and whether it is alive, where the person writes in a group", async () => {
    const { references } = open();
    await references.put(reference());
    await references.gone(person(1), 'blocked', at(5));
    await references.put(reference({ conversation: null, name: 'Åsa', refreshedAt: at(9) }));
    expect(await references.find(person(1))).toMatchObject({
      conversation: 'a:1AbC',
      name: 'Åsa',
      state: { kind: 'gone' },
      refreshedAt: at(9),
    });
  });

  it('of a team are removed at once', async () => {
    const { references } = open();
    for (const put of [channel('19:a', 'one'), channel('19:b', 'one'), channel('19:c', 'two')])
      await references.put(put);
    await references.removeTeam(tenant, 'one');
    expect(await references.count()).toEqual({ alive: 1, gone: 0 });
    expect(await references.find({ kind: 'conversation', tenant, conversation: '19:c' })).toMatchObject({
      conversation: '19:C',
    });
  });

  it('are all read, however many, and chats and channels by themselves', async () => {
    const { references } = open();
    for (let name = 0; name < 1_003; name += 1) await references.put(reference({ recipient: person(name) }));
    await references.put(channel('19:a', 'one'));
    await references.put({ ...channel('19:b', 'one'), refreshedAt: at(5) });
    await references.gone(person(7), 'blocked', at(5));
    const found: string[] = [];
    for await (const { recipient } of references.all()) found.push(JSON.stringify(recipient));
    expect(new Set(found).size).toBe(1_005);
    expect(found).toHaveLength(1_005);
    expect((await references.conversations()).map(({ conversation }) => conversation)).toEqual(['19:B', '19:A']);
  });
}

function silenceCases(open: () => Store): void {
  it('last until a day, or until they are ended', async () => {
    const { silences } = open();
    expect(await silences.until(awkward)).toBeNull();
    await silences.put(awkward, '2019-03-31');
    await silences.put(awkward, '9999-12-31');
    expect(await silences.until(awkward)).toBe('9999-12-31');
    expect(await silences.until(person(1))).toBeNull();
    expect(await silences.remove(awkward)).toBe(true);
    expect(await silences.remove(awkward)).toBe(false);
    expect(await silences.until(awkward)).toBeNull();
  });
}

function sweepCases(open: () => Store): void {
  it('begin once', async () => {
    const { sweeps } = open();
    expect(await sweeps.watermark()).toBeNull();
    await sweeps.begin({ at: at(0), version: 3 });
    await sweeps.begin({ at: at(9), version: 9 });
    expect(await sweeps.watermark()).toEqual({ at: at(0), version: 3 });
  });

  it('know how many workers live', async () => {
    const { sweeps } = open();
    expect(await sweeps.lockedOutSince()).toBeNull();
    await sweeps.lockOut(at(0));
    await sweeps.lockOut(at(9));
    expect(await sweeps.lockedOutSince()).toBe(at(0));
    await sweeps.lockOut(null);
    expect(await sweeps.lockedOutSince()).toBeNull();
    expect(await sweeps.beat('a', at(0), at(-60))).toBe(1);
    expect(await sweeps.beat('b', at(30), at(-30))).toBe(2);
    expect(await sweeps.beat('b', at(70), at(10))).toBe(1);
    await sweeps.beat('a', at(71), at(10));
    await sweeps.leave('b');
    expect(await sweeps.beat('a', at(72), at(10))).toBe(1);
  });
}

function enqueueCases(open: () => Store): void {
  it('are written with the watermark, each key once ever', async () => {
    const store = open();
    const [one, two] = [notice(), notice()];
    expect(await enqueue(store, toSend(one), at(1))).toBe(1);
    expect(await store.sweeps.watermark()).toEqual({ at: at(1), version: 0 });
    expect(await enqueue(store, toSend(one, two, one), at(2))).toBe(1);
    expect(await store.deliveries.find(one.key)).toEqual({ ...one, attempts: 0, doubts: 0, state: { kind: 'due' } });
    await sendOne(store, notice({ recipient: person(2) }));
    expect(await enqueue(store, toSend(one, two), at(3))).toBe(0);
  });

  it('are not written where another instance has moved the watermark', async () => {
    const store = open();
    const [one, two] = [notice(), notice()];
    await enqueue(store, toSend(one), at(1));
    const from = { at: at(0), version: 0 };
    expect(await store.deliveries.enqueue(toSend(two), { from, to: { at: at(2), version: 0 } })).toBeNull();
    expect(await store.deliveries.find(two.key)).toBeNull();
    expect(await store.sweeps.watermark()).toEqual({ at: at(1), version: 0 });
  });

  it('of many instances at once are written once', async () => {
    const store = open();
    const many = Array.from({ length: 40 }, (_, index) => notice({ recipient: person(index % 7) }));
    await store.sweeps.begin({ at: at(-1), version: 0 });
    const move = { from: { at: at(-1), version: 0 }, to: { at: at(0), version: 0 } };
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        store.deliveries.enqueue(toSend(...(index % 2 ? many : many.toReversed())), move),
      ),
    );
    expect(added.filter((count) => count !== null)).toEqual([40]);
  });

  it('may be very many', async () => {
    const store = open();
    const many = Array.from({ length: 1_234 }, (_, index) => notice({ recipient: person(index) }));
    expect(await enqueue(store, toSend(...many))).toBe(1_234);
    expect(await store.deliveries.backlog(moment(0))).toEqual({ ready: 1_234, next: null });
  });

  it('that others cover, or whose time is over, are only written down', async () => {
    const store = open();
    const [covered, missed] = [notice(), notice()];
    await enqueue(store, [
      { outcome: 'covered', notice: covered },
      { outcome: 'missed', notice: missed },
    ]);
    expect(await claimAt(store, 0)).toBeNull();
    expect((await store.deliveries.find(covered.key))?.state).toEqual({
      kind: 'dropped',
      at: at(0),
      reason: 'superseded',
    });
    expect((await store.deliveries.find(missed.key))?.state).toEqual({ kind: 'missed', at: at(0) });
  });
}

function claimCases(open: () => Store): void {
  it('come one recipient at a time, all that is due, the most urgent recipient first', async () => {
    const store = open();
    const [mine, alsoMine, notYet] = [notice({ dueAt: at(-5) }), notice({ dueAt: at(-9) }), notice({ dueAt: at(60) })];
    const urgent = notice({ recipient: person(2), expiresAt: at(600) });
    await enqueue(store, toSend(mine, alsoMine, notYet, urgent));
    const first = await claimed(store);
    expect(first).toEqual({
      lease: { recipient: person(2), worker: 'a', until: lease(0) },
      deliveries: [{ ...urgent, attempts: 0, doubts: 0, state: { kind: 'due' } }],
      recent: [],
    });
    expect(keysOf(await claimAt(store, 0))).toEqual([alsoMine.key, mine.key]);
    expect(await claimAt(store, 0)).toBeNull();
  });

  it('of awkward recipients, too', async () => {
    const store = open();
    const one = notice({ recipient: awkward, key: 'å\u0000\ud800\'"' });
    await enqueue(store, toSend(one));
    const { lease: held, deliveries } = await claimed(store);
    expect(deliveries).toMatchObject([one]);
    expect(await store.deliveries.posting(held, [one.key])).toEqual([one.key]);
    await settleAll(store, held, [one.key], { kind: 'sent', activity: 'å\u0000\ud800\'"' });
    expect(await store.deliveries.behind(awkward, 'å\u0000\ud800\'"')).toMatchObject([{ key: one.key }]);
    expect(await store.deliveries.claim('a', moment(0), lease(0), [awkward.tenant])).toBeNull();
  });

  it('wait for their time and for their tenant', async () => {
    const store = open();
    await enqueue(store, toSend(notice({ dueAt: at(10) }), notice({ recipient: person(1, 'other') })));
    expect(await store.deliveries.claim('a', moment(0), lease(0), ['other'])).toBeNull();
    expect(await store.deliveries.claim('a', moment(10), lease(0), ['other'])).toMatchObject({
      lease: { recipient: person(1) },
    });
  });

  it('stay with their worker until the lease ends', async () => {
    const store = open();
    const one = notice();
    await enqueue(store, toSend(one));
    const { lease: held } = await claimed(store);
    expect(await claimAt(store, 29, 'b')).toBeNull();
    expect(await store.deliveries.backlog(moment(29))).toEqual({ ready: 0, next: lease(0) });
    expect(keysOf(await claimAt(store, 30, 'b'))).toEqual([one.key]);
    expect(await store.deliveries.posting(held, [one.key])).toEqual([]);
  });

  it('keep other messages to the same recipient waiting', async () => {
    const store = open();
    await enqueue(store, toSend(notice()));
    const { lease: held, deliveries } = await claimed(store);
    const later = notice();
    await enqueue(store, toSend(later), at(1));
    expect(await claimAt(store, 1, 'b')).toBeNull();
    await settleAll(store, held, keysOf({ deliveries }), { kind: 'sent', activity: null });
    expect(keysOf(await claimAt(store, 1, 'b'))).toEqual([later.key]);
  });

  it('left as they were posted are in doubt, and counted so when they are posted again', async () => {
    const store = open();
    const [posted, not] = [notice({ dueAt: at(-1) }), notice()];
    await enqueue(store, toSend(posted, not));
    const { lease: held } = await claimed(store);
    expect(await store.deliveries.posting(held, [posted.key])).toEqual([posted.key]);
    const again = await claimed(store, 30, 'b');
    expect(again.deliveries.map(({ state, attempts, doubts }) => [state.kind, attempts, doubts])).toEqual([
      ['posting', 1, 0],
      ['due', 0, 0],
    ]);
    expect(await store.deliveries.posting(again.lease, [posted.key, not.key])).toEqual([posted.key, not.key]);
    expect(await store.deliveries.find(posted.key)).toMatchObject({ attempts: 2, doubts: 1 });
    expect(await store.deliveries.find(not.key)).toMatchObject({ attempts: 1, doubts: 0 });
  });

  it('are not posted where they have come to an end', async () => {
    const store = open();
    const [one, two] = [notice(), notice()];
    await enqueue(store, toSend(one, two));
    const { lease: held } = await claimed(store);
    await store.deliveries.settle(held, [{ keys: [one.key], as: { kind: 'missed' } }], moment(0), []);
    const next = await claimed(store);
    expect(await store.deliveries.posting(next.lease, [one.key, two.key])).toEqual([two.key]);
  });

  it('go to one worker of many', async () => {
    const store = open();
    await enqueue(
      store,
      toSend(...Array.from({ length: 30 }, (_, index) => notice({ recipient: person(index % 10) }))),
    );
    const found = await Promise.all(Array.from({ length: 20 }, (_, index) => claimAt(store, 0, `worker-${index}`)));
    const got = found.flatMap(keysOf);
    expect(new Set(got).size).toBe(got.length);
    // Those that looked at the same instant may have passed by what another had locked and not yet taken.
    while (got.length < 30) {
      const next = await claimed(store);
      got.push(...keysOf(next));
    }
    expect(new Set(got).size).toBe(30);
    expect(await claimAt(store, 0)).toBeNull();
  });
}

function settleCases(open: () => Store): void {
  it.each<[Settled, Delivery['state']]>([
    [
      { kind: 'sent', activity: '1:abc' },
      { kind: 'sent', at: at(5), activity: '1:abc' },
    ],
    [
      { kind: 'sent', activity: null },
      { kind: 'sent', at: at(5), activity: null },
    ],
    [
      { kind: 'failed', reason: 'blocked' },
      { kind: 'failed', at: at(5), reason: 'blocked' },
    ],
    [{ kind: 'missed' }, { kind: 'missed', at: at(5) }],
    [
      { kind: 'dropped', reason: 'cancelled' },
      { kind: 'dropped', at: at(5), reason: 'cancelled' },
    ],
  ])('end as %j', async (as, state) => {
    const store = open();
    const one = notice();
    await enqueue(store, toSend(one));
    const { lease: held } = await claimed(store);
    await store.deliveries.posting(held, [one.key]);
    await settleAll(store, held, [one.key], as, 5);
    expect(await store.deliveries.find(one.key)).toEqual({ ...one, attempts: 1, doubts: 0, state });
    expect(await claimAt(store, 99)).toBeNull();
    expect(await store.deliveries.backlog(moment(99))).toEqual({ ready: 0, next: null });
  });

  it('wait again, for a real time, or for a time of the plan', async () => {
    const store = open();
    const one = notice();
    await enqueue(store, toSend(one));
    const first = await claimed(store);
    await store.deliveries.posting(first.lease, [one.key]);
    await settleAll(store, first.lease, [one.key], { kind: 'due', at: null, doubt: true }, 0, moment(20).wire);
    expect(await store.deliveries.find(one.key)).toMatchObject({ attempts: 1, doubts: 1, state: { kind: 'due' } });
    expect(await store.deliveries.backlog(moment(19))).toEqual({ ready: 0, next: moment(20).wire });
    expect(await claimAt(store, 19)).toBeNull();
    const second = await claimed(store, 20);
    await settleAll(store, second.lease, [one.key], { kind: 'due', at: at(60), doubt: false }, 20);
    expect(await claimAt(store, 59)).toBeNull();
    expect(await claimed(store, 60)).toMatchObject({ deliveries: [{ dueAt: at(60), doubts: 1 }] });
  });

  it('remember what was sent lately', async () => {
    const store = open();
    const [one, two] = [notice(), notice({ dueAt: at(9) })];
    await enqueue(store, toSend(one, two));
    const { lease: held } = await claimed(store);
    await store.deliveries.settle(held, [{ keys: [one.key], as: { kind: 'missed' } }], moment(0), [[at(0), 'digest']]);
    expect((await claimed(store, 9)).recent).toEqual([[at(0), 'digest']]);
  });

  it('are sent whatever a worker made of them that took over too early', async () => {
    const store = open();
    const one = notice();
    await enqueue(store, toSend(one));
    const slow = await claimed(store);
    await store.deliveries.posting(slow.lease, [one.key]);
    const other = await claimed(store, 30, 'b');
    await settleAll(store, other.lease, [one.key], { kind: 'missed' }, 31);
    await settleAll(store, slow.lease, [one.key], { kind: 'sent', activity: 'late' }, 32);
    expect((await store.deliveries.find(one.key))?.state).toEqual({ kind: 'sent', at: at(32), activity: 'late' });
  });

  it('do not end the lease of another worker', async () => {
    const store = open();
    const [one, two] = [notice(), notice()];
    await enqueue(store, toSend(one, two));
    const slow = await claimed(store);
    const other = await claimed(store, 30, 'b');
    await settleAll(store, slow.lease, [one.key], { kind: 'sent', activity: null }, 31);
    expect(await claimAt(store, 32, 'c')).toBeNull();
    expect(await store.deliveries.posting(other.lease, [one.key, two.key])).toEqual([two.key]);
  });

  it('lose nothing that is written while the recipient is given back', async () => {
    const store = open();
    const first = notice();
    await enqueue(store, toSend(first));
    for (let round = 0; round < 20; round += 1) {
      const { lease: held, deliveries } = await claimed(store, round);
      const next = notice();
      await Promise.all([
        settleAll(store, held, keysOf({ deliveries }), { kind: 'sent', activity: null }, round),
        enqueue(store, toSend(next), at(round + 1)),
      ]);
    }
    expect((await claimAt(store, 20))?.deliveries).toHaveLength(1);
  });
}

function reportCases(open: () => Store): void {
  it('tell who was told of a meeting, also those being told now', async () => {
    const store = open();
    const told = notice({}, 'a');
    await sendOne(store, told);
    await sendOne(store, notice({}, 'b'));
    const telling = notice({ recipient: person(2) }, 'a');
    await enqueue(store, toSend(telling, notice({ recipient: person(3) }, 'a')), at(1));
    const { lease: held } = await claimed(store);
    await store.deliveries.posting(held, [telling.key]);
    const keys = (await store.deliveries.told('a')).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([told.key, telling.key].toSorted());
    expect(await store.deliveries.told('unknown')).toEqual([]);
  });

  it('are found behind a message, for its recipient', async () => {
    const store = open();
    const one = notice();
    await sendOne(store, one, '1:abc');
    expect(await store.deliveries.behind(person(1), '1:abc')).toMatchObject([{ key: one.key }]);
    expect(await store.deliveries.behind(person(2), '1:abc')).toEqual([]);
  });

  it('of a change are found page by page, and counted by what became of them', async () => {
    const store = open();
    const of = (name: number, version: number, kind: 'announcement' | 'report' = 'announcement') =>
      notice({ recipient: person(name), content: { kind, version } });
    const many = Array.from({ length: 1_203 }, (_, index) => of(index, 7));
    const others = [of(1, 8), of(1, 7, 'report'), notice()].map((one) => ({ ...one, dueAt: at(500) }));
    await enqueue(store, toSend(...many, ...others));
    const found: string[] = [];
    for await (const { key } of store.deliveries.ofVersion(7)) found.push(key);
    expect(found).toEqual(many.map(({ key }) => key).toSorted());
    const ends: Settled[] = [
      { kind: 'sent', activity: '1:a' },
      { kind: 'failed', reason: 'blocked' },
      { kind: 'dropped', reason: 'paused' },
      { kind: 'missed' },
    ];
    for (const as of ends) {
      const { lease, deliveries } = await claimed(store, 1);
      const own = deliveries.find(({ content }) => content.kind === 'announcement' && content.version === 7);
      await settleAll(store, lease, [own?.key ?? ''], as, 1);
    }
    expect(await store.deliveries.progress(7)).toEqual({
      sent: 1,
      waiting: 1_199,
      failed: [{ reason: 'blocked', count: 1 }],
      dropped: [{ reason: 'paused', count: 1 }],
      missed: 1,
    });
    expect(await store.deliveries.progress(9)).toEqual({ sent: 0, waiting: 0, failed: [], dropped: [], missed: 0 });
  });

  it('tell which message somebody got last', async () => {
    const store = open();
    expect(await store.deliveries.latest(person(1))).toBeNull();
    const [early, late] = [notice(), notice()];
    await sendOne(store, late, '1:late', 20);
    await sendOne(store, early, '1:early', 10);
    expect(await store.deliveries.latest(person(1))).toMatchObject({ key: late.key });
    expect(await store.deliveries.latest(person(2))).toBeNull();
  });

  it('are counted, listed and forgotten', async () => {
    const store = open();
    const begun = { expiresAt: at(50) };
    await sendOne(store, notice(begun), 'early', 0);
    const doubtful = notice(begun);
    await enqueue(store, toSend(doubtful));
    await store.deliveries.posting((await claimed(store, 10)).lease, [doubtful.key]);
    const again = await claimed(store, 60);
    await store.deliveries.posting(again.lease, [doubtful.key]);
    await settleAll(store, again.lease, [doubtful.key], { kind: 'sent', activity: null }, 60);
    const ends: Settled[] = [
      { kind: 'failed', reason: 'blocked' },
      { kind: 'failed', reason: 'blocked' },
      { kind: 'failed', reason: 'not-installed' },
      { kind: 'missed' },
      { kind: 'dropped', reason: 'paused' },
    ];
    const failed: string[] = [];
    for (const [index, as] of ends.entries()) {
      const one = notice(begun);
      await enqueue(store, toSend(one));
      await settleAll(store, (await claimed(store, 61)).lease, [one.key], as, 61 + index);
      if (as.kind === 'failed') failed.unshift(one.key);
    }
    await enqueue(store, toSend(notice({ dueAt: at(-7) }), notice({ dueAt: at(500) })));
    expect(await store.deliveries.counts(at(1), at(70))).toEqual({
      sent: 1,
      doubtful: 1,
      failed: [
        { reason: 'blocked', count: 2 },
        { reason: 'not-installed', count: 1 },
      ],
      missed: 1,
      dropped: 1,
      waiting: 2,
      oldestDue: at(-7),
      nextDue: at(500),
    });
    expect((await store.deliveries.failures(at(0), 2)).map(({ key }) => key)).toEqual(failed.slice(0, 2));
    await store.deliveries.forget(at(62));
    expect(await store.deliveries.counts(at(0), at(-8))).toMatchObject({
      sent: 0,
      failed: [
        { reason: 'blocked', count: 1 },
        { reason: 'not-installed', count: 1 },
      ],
      waiting: 2,
      oldestDue: null,
      nextDue: at(-7),
    });
  });

  it('leave nothing of whom nothing was sent to for long; of whom something waits for, everything', async () => {
    const store = open();
    await sendOne(store, notice());
    await sendOne(store, notice({ recipient: person(2) }));
    await enqueue(store, toSend(notice({ recipient: person(2), dueAt: at(500), expiresAt: at(9_000) })));
    const kept = async (who: number) => {
      const { mailbox } = store.persons.everything({ tenant, person: `person-${who}` });
      for await (const _row of mailbox) return true;
      return false;
    };
    expect([await kept(1), await kept(2)]).toEqual([true, true]);
    await store.deliveries.forget(at(3_700));
    expect([await kept(1), await kept(2)]).toEqual([false, true]);
    // And they may get something again.
    await sendOne(store, notice({ dueAt: at(3_800), expiresAt: at(9_000) }), 'activity', 3_800);
    expect(await kept(1)).toBe(true);
  });
}
