// What every store must do; run on each of them, see store.sqlite.test.ts and store.postgres.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActivityId, MeetingId } from '../src/plan/ids.ts';
import type { ImportedRecords } from '../src/plan/records.ts';
import type { Report } from '../src/reminders/report.ts';
import { mostQuestions } from '../src/store/questions.ts';
import type { Concern } from '../src/store/reminder-stores.ts';
import { type Store, StoreError, type Verdict } from '../src/store/store.ts';
import { reminderCases } from './deliveries.cases.ts';
import { feedCases } from './feeds.cases.ts';
import { ownDataCases } from './own-data.cases.ts';
import { sharingCases } from './sharing.cases.ts';
import { base } from './support/entries.ts';
import { at, person, subscription } from './support/notices.ts';
import { appendAlways, author, newEntry, proposal } from './support/proposals.ts';

/** A database of a test's own. */
export interface Place {
  open(): Promise<Store>;
  /** Runs a statement behind the store's back. */
  run(statement: string): Promise<void>;
}

/** Resolves when the store next tells that the ledger grew. */
export function told(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.ledger.onAppended(() => {
      stop();
      resolve();
    });
  });
}

/** Adds and confirms a proposal; its version. */
export async function appendOne(store: Store): Promise<number> {
  const proposed = proposal();
  await store.proposals.add(proposed);
  const confirmed = await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
  if (confirmed.kind !== 'appended') throw new Error(confirmed.kind);
  return confirmed.entry.version;
}

/** Texts that a database may spoil: NUL, half a surrogate pair, quotes, what looks like a parameter, emoji. */
const awkward = [
  'Åsa "Öberg"',
  "'; drop table ledger; --",
  'a\u0000b',
  '\ud800',
  '$1 ? :x',
  '👩‍👩‍👧',
  '\r\n\t',
  ' é ',
  'e\u0301',
];

/** @param isShared whether several processes may have the database open */
export function storeCases(open: () => Promise<Store>, isShared = false): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  feedCases(() => store);
  reminderCases(() => store);
  sharingCases(() => store);
  ownDataCases(() => store, isShared);

  describe('what the language model has taken', () => {
    it('is counted by the day, also by many at once', async () => {
      expect(await store.modelUse.spentOn('2026-11-26')).toBe(0);
      await Promise.all(Array.from({ length: 20 }, (_, index) => store.modelUse.add('2026-11-26', index)));
      await store.modelUse.add('2026-11-27', 1_000_000);
      expect(await store.modelUse.spentOn('2026-11-26')).toBe(190);
      expect(await store.modelUse.spentOn('2026-11-27')).toBe(1_000_000);
    });
  });

  describe('ledger', () => {
    it('is empty at first', async () => {
      expect(await store.ledger.since(0)).toEqual([]);
    });

    it('keeps each entry as it was made, in order and without gaps', async () => {
      const made = [];
      for (const reason of [null, ...awkward]) {
        const proposed = proposal({ reason, author: { ...author, name: reason ?? 'Åsa' }, quiet: reason === null });
        await store.proposals.add(proposed);
        const entry = newEntry();
        expect(await store.proposals.confirm(proposed.id, entry, appendAlways)).toMatchObject({ kind: 'appended' });
        const { author: by, change, quiet, base } = proposed;
        made.push({ version: made.length + 1, ...entry, author: by, reason, base, quiet, change });
      }
      expect(await store.ledger.since(0)).toEqual(made);
      expect(await store.ledger.since(3)).toEqual(made.slice(3));
      expect(await store.ledger.since(made.length)).toEqual([]);
    });

    it('tells who listens, until they stop', async () => {
      let times = 0;
      const stop = store.ledger.onAppended(() => {
        times += 1;
      });
      await appendOne(store);
      expect(times).toBe(1);
      stop();
      await appendOne(store);
      expect(times).toBe(1);
    });

    it('appends though a listener fails, and tells the others', async () => {
      store.ledger.onAppended(() => {
        throw new Error('from the test');
      });
      const other = told(store);
      expect(await appendOne(store)).toBe(1);
      await other;
    });
  });

  describe('proposals', () => {
    it.each(awkward)('are found as they were added: %j', async (text) => {
      const added = proposal({ author: { ...author, name: text }, reason: text });
      await store.proposals.add(added);
      expect(await store.proposals.find(added.id)).toEqual(added);
    });

    it('are missing where nobody made them', async () => {
      expect(await store.proposals.find('unknown')).toBeNull();
      expect(await store.proposals.confirm('unknown', newEntry(), appendAlways)).toEqual({ kind: 'missing' });
      expect(await store.proposals.withdraw('unknown')).toBe(false);
    });

    it('are confirmed once, and answered with the same entry again', async () => {
      const proposed = proposal();
      await store.proposals.add(proposed);
      const first = await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
      const second = await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
      if (first.kind !== 'appended') throw new Error(first.kind);
      expect(second).toEqual({ kind: 'already', entry: first.entry });
      expect(await store.proposals.find(proposed.id)).toEqual({
        ...proposed,
        state: { kind: 'confirmed', version: 1 },
      });
      expect(await store.ledger.since(0)).toEqual([first.entry]);
    });

    it('are judged by what happened since their base', async () => {
      await appendOne(store);
      await appendOne(store);
      const proposed = proposal({ base: 1 });
      await store.proposals.add(proposed);
      const refused = await store.proposals.confirm(proposed.id, newEntry(), (judged, since) => ({
        kind: 'refuse',
        refusal: [judged.id, since.map(({ version }) => version)],
      }));
      expect(refused).toEqual({ kind: 'refused', refusal: [proposed.id, [2]] });
      expect(await store.ledger.since(2)).toEqual([]);
      expect(await store.proposals.find(proposed.id)).toEqual(proposed);
      expect(await store.proposals.confirm(proposed.id, newEntry(), appendAlways)).toMatchObject({ kind: 'appended' });
    });

    it('stay open, and the ledger as it was, where judging or appending fails', async () => {
      const proposed = proposal();
      await store.proposals.add(proposed);
      const fails = () => {
        throw new Error('from the test');
      };
      await expect(store.proposals.confirm(proposed.id, newEntry(), fails)).rejects.toThrow('from the test');
      await expect(store.proposals.confirm(proposed.id, { ...newEntry(), at: 'igår' }, appendAlways)).rejects.toThrow();
      expect(await store.ledger.since(0)).toEqual([]);
      expect(await store.proposals.find(proposed.id)).toEqual(proposed);
      expect(await appendOne(store)).toBe(1);
    });

    it('become one entry with a whole plan in it, or none', async () => {
      const { region: _, deadlines: __, checkIns: ___, ...put } = base;
      const change = {
        kind: 'import-plan' as const,
        state: 'draft' as const,
        title: { sv: 'Verksamhetsplan 2020' },
        years: [2020],
        put: structuredClone(put) as ImportedRecords,
        remove: [{ kind: 'meetings' as const, key: 'meeting ett' }],
      };
      const proposed = proposal({ change });
      await store.proposals.add(proposed);
      expect(await store.proposals.find(proposed.id)).toEqual(proposed);
      await expect(store.proposals.confirm(proposed.id, { ...newEntry(), at: 'igår' }, appendAlways)).rejects.toThrow();
      expect(await store.ledger.since(0)).toEqual([]);
      const confirmed = await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
      if (confirmed.kind !== 'appended') throw new Error(confirmed.kind);
      expect(await store.ledger.since(0)).toEqual([confirmed.entry]);
      expect(confirmed.entry.change).toEqual(change);
    });

    it('are withdrawn once, and then not confirmed', async () => {
      const proposed = proposal();
      await store.proposals.add(proposed);
      expect(await store.proposals.withdraw(proposed.id)).toBe(true);
      expect(await store.proposals.withdraw(proposed.id)).toBe(false);
      expect(await store.proposals.confirm(proposed.id, newEntry(), appendAlways)).toEqual({ kind: 'withdrawn' });
      expect(await store.proposals.find(proposed.id)).toEqual({ ...proposed, state: { kind: 'withdrawn' } });
      expect(await store.ledger.since(0)).toEqual([]);
    });

    it('are not withdrawn once confirmed', async () => {
      const proposed = proposal();
      await store.proposals.add(proposed);
      await store.proposals.confirm(proposed.id, newEntry(), appendAlways);
      expect(await store.proposals.withdraw(proposed.id)).toBe(false);
    });

    it('are forgotten when they ran out; what they became stays', async () => {
      const [old, young] = [
        proposal({ expiresAt: '2019-03-01T09:00:00.000Z' }),
        proposal({ expiresAt: '2019-03-01T10:00:00.000Z' }),
      ];
      await store.proposals.add(old);
      await store.proposals.add(young);
      await store.proposals.confirm(old.id, newEntry(), appendAlways);
      await store.proposals.forget('2019-03-01T10:00:00.000Z');
      expect(await store.proposals.find(old.id)).toBeNull();
      expect(await store.proposals.find(young.id)).toEqual(young);
      expect(await store.ledger.since(0)).toHaveLength(1);
    });

    it('become entries 1 to 20 where 20 are confirmed at once', async () => {
      await confirmTwentyAtOnce([store], store);
    });

    it('become one entry where one is confirmed 20 times at once', async () => {
      await confirmOneTwentyTimes([store], store);
    });

    it('are confirmed or withdrawn, never both', async () => {
      for (let round = 0; round < 10; round += 1) {
        const proposed = proposal();
        await store.proposals.add(proposed);
        const [confirmed, withdrawn] = await Promise.all([
          store.proposals.confirm(proposed.id, newEntry(), appendAlways),
          store.proposals.withdraw(proposed.id),
        ]);
        expect(confirmed.kind).toBe(withdrawn ? 'withdrawn' : 'appended');
      }
    });
  });

  describe('conversations', () => {
    const at = '2019-03-01T08:00:00.000Z';

    it.each<[unknown]>([
      [{ name: 'Åsa', list: [1, null, { deep: true }] }],
      ['text'],
      [17.5],
      [null],
      [false],
      [[]],
      ...awkward.map((text): [unknown] => [{ [text]: text }]),
    ])('come back as they were written: %j', async (value) => {
      await store.conversations.write(new Map([['key', value]]), at);
      expect(await store.conversations.read(['key'])).toEqual(new Map([['key', value]]));
    });

    it('have keys of any text, told apart', async () => {
      const values = new Map(awkward.map((key, index) => [key, index]));
      await store.conversations.write(values, at);
      expect(await store.conversations.read([...awkward, 'unknown'])).toEqual(values);
      expect(await store.conversations.read([])).toEqual(new Map());
    });

    it('are overwritten, deleted, and forgotten by when they were last written', async () => {
      const { conversations } = store;
      await conversations.write(
        new Map([
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ]),
        '2019-03-01T08:00:00.000Z',
      );
      await conversations.write(new Map([['b', 2]]), '2019-03-02T08:00:00.000Z');
      await conversations.delete(['c', 'unknown']);
      await conversations.delete([]);
      expect(await conversations.read(['a', 'b', 'c'])).toEqual(
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      );
      await conversations.forget('2019-03-02T08:00:00.000Z');
      expect(await conversations.read(['a', 'b'])).toEqual(new Map([['b', 2]]));
    });

    it('are written all or none', async () => {
      const circular: Record<string, unknown> = {};
      circular.self = circular;
      await expect(
        store.conversations.write(
          new Map<string, unknown>([
            ['a', 1],
            ['b', circular],
          ]),
          at,
        ),
      ).rejects.toThrow();
      expect(await store.conversations.read(['a', 'b'])).toEqual(new Map());
      await store.conversations.write(new Map(), at);
    });

    it('are written by many at once, in any order of keys', async () => {
      const keys = ['a', 'b', 'c', 'd'];
      await Promise.all(
        Array.from({ length: 20 }, (_, round) => {
          const order = round % 2 ? keys : keys.toReversed();
          return store.conversations.write(new Map(order.map((key) => [key, round])), at);
        }),
      );
      const values = [...(await store.conversations.read(keys)).values()];
      expect(new Set(values).size).toBe(1);
    });
  });

  describe('questions', () => {
    const list = async (verdict: Verdict = 'unanswered', most = 10) =>
      (await store.questions.list(verdict, most)).map(({ text, count, firstDay, lastDay }) => [
        text,
        count,
        firstDay,
        lastDay,
      ]);

    it('are the same where only case and spaces differ', async () => {
      await store.questions.keep('Var är  mötet?', 'unanswered', '2019-03-01');
      await store.questions.keep(' var ÄR\nmötet? ', 'unanswered', '2019-03-03');
      await store.questions.keep('var är mötet?', 'unanswered', '2019-03-02');
      await store.questions.keep('Var är mötet', 'unanswered', '2019-03-02');
      expect(await list()).toEqual([
        ['Var är mötet?', 3, '2019-03-01', '2019-03-03'],
        ['Var är mötet', 1, '2019-03-02', '2019-03-02'],
      ]);
    });

    it('are listed and counted by verdict, the most and the latest asked first', async () => {
      await store.questions.keep('a', 'unanswered', '2019-03-01');
      await store.questions.keep('b', 'unanswered', '2019-03-02');
      await store.questions.keep('c', 'unanswered', '2019-03-01');
      await store.questions.keep('c', 'unanswered', '2019-03-01');
      await store.questions.keep('c', 'blamed', '2019-03-01');
      expect((await list()).map(([text]) => text)).toEqual(['c', 'b', 'a']);
      expect((await list('unanswered', 2)).map(([text]) => text)).toEqual(['c', 'b']);
      expect(await store.questions.count('unanswered')).toBe(4);
      expect(await store.questions.count('blamed')).toBe(1);
      expect(await store.questions.count('praised')).toBe(0);
    });

    it('are settled, and may come again', async () => {
      await store.questions.keep('a', 'unanswered', '2019-03-01');
      const [kept] = await store.questions.list('unanswered', 1);
      await store.questions.settle(kept?.id ?? '');
      expect(await list()).toEqual([]);
      await store.questions.keep('a', 'unanswered', '2019-03-02');
      expect(await list()).toEqual([['a', 1, '2019-03-02', '2019-03-02']]);
    });

    it('are forgotten by when they were last asked', async () => {
      await store.questions.keep('old', 'praised', '2019-03-01');
      await store.questions.keep('young', 'praised', '2019-03-02');
      await store.questions.forget('2019-03-02');
      expect((await list('praised')).map(([text]) => text)).toEqual(['young']);
    });

    it.each([
      ['empty', ' \n ', []],
      ['too long', 'ö'.repeat(400), ['ö'.repeat(300)]],
      ['too long, in emoji', '👍'.repeat(400), ['👍'.repeat(300)]],
      ['with control characters', 'a\u0000b\u0007 c', ['a b c']],
      ['with half a surrogate pair', 'a\ud800', ['a\ufffd']],
      ['in two encodings', 'e\u0301', ['\u00e9']],
    ])('are tidied: %s', async (_what, text, expected) => {
      await store.questions.keep(text, 'unanswered', '2019-03-01');
      expect((await list()).map(([kept]) => kept)).toEqual(expected);
    });

    it('are bounded: of one verdict the oldest go', { timeout: 60_000 }, async () => {
      await store.questions.keep('praised', 'praised', '2019-01-01');
      await store.questions.keep('old', 'unanswered', '2019-02-01');
      await store.questions.keep('often', 'unanswered', '2019-03-01');
      await store.questions.keep('often', 'unanswered', '2019-03-01');
      for (let from = 0; from < mostQuestions; from += 100) {
        const flood = Array.from({ length: 100 }, (_, index) => `nonsense ${from + index}`);
        await Promise.all(flood.map((text) => store.questions.keep(text, 'unanswered', '2019-03-01')));
      }
      await store.questions.keep('last', 'unanswered', '2019-03-01');
      const texts = (await list('unanswered', 2 * mostQuestions)).map(([text]) => text);
      expect(texts).toHaveLength(mostQuestions);
      expect(texts).toEqual(expect.arrayContaining(['often', 'last']));
      expect(texts).not.toContain('old');
      expect(await store.questions.count('praised')).toBe(1);
    });
  });

  describe('people', () => {
    const person = { tenant: 'tenant', person: 'person', name: 'Åsa Öberg', teamsId: '29:abc' };

    it.each(awkward)('are found by their id in Teams: %j', async (text) => {
      const known = { ...person, name: text, teamsId: text };
      await store.people.remember(known, '2019-03-01T08:00:00.000Z');
      expect(await store.people.byTeamsId(text)).toEqual(known);
      expect(await store.people.byTeamsId('29:unknown')).toBeNull();
    });

    it('have the name they had last, and are forgotten by when they last wrote', async () => {
      await store.people.remember(person, '2019-03-01T08:00:00.000Z');
      await store.people.remember({ ...person, name: 'Åsa Ek' }, '2019-03-02T08:00:00.000Z');
      await store.people.forget('2019-03-02T08:00:00.000Z');
      expect(await store.people.byTeamsId('29:abc')).toEqual({ ...person, name: 'Åsa Ek' });
      await store.people.forget('2019-03-03T08:00:00.000Z');
      expect(await store.people.byTeamsId('29:abc')).toBeNull();
    });
  });

  describe('reports', () => {
    const report: Report = {
      id: '00000000-0000-8000-8000-000000000001',
      activity: ActivityId.parse('elvag'),
      meeting: MeetingId.parse('meeting'),
      author: { tenant: 'tenant', person: 'person', name: 'Åsa Öberg' },
      status: 'delayed',
      comment: null,
      at: '2019-03-04T11:00:00.000Z',
      base: 3,
      state: { kind: 'open' },
    };

    it.each(awkward.filter((text) => text.length > 0 && text.length <= 1_000))(
      'come back as they were: %j',
      async (comment) => {
        const given = { ...report, comment, author: { ...report.author, name: comment.slice(0, 200) } };
        expect(await store.reports.put(given)).toBe(true);
        expect(await store.reports.find(report.id)).toEqual(given);
        expect(await store.reports.before('meeting')).toEqual([given]);
        expect(await store.reports.open()).toEqual([given]);
      },
    );

    it('are settled once, as they stood; what was approved stays, and what was turned down may be given anew', async () => {
      const later = { ...report, at: '2019-03-04T12:00:00.000Z', status: 'done' as const };
      await store.reports.put(report);
      await store.reports.put(later);
      expect(await store.reports.settle(report.id, report.at, { kind: 'rejected' })).toBe(false);
      expect(await store.reports.settle(report.id, later.at, { kind: 'rejected' })).toBe(true);
      expect(await store.reports.open()).toEqual([]);
      expect(await store.reports.put(report)).toBe(true);
      const verdicts = await Promise.all(
        [7, 8].map((version) => store.reports.settle(report.id, report.at, { kind: 'approved', version })),
      );
      expect(verdicts.filter(Boolean)).toHaveLength(1);
      expect(await store.reports.put(later)).toBe(false);
      expect(await store.reports.find(report.id)).toMatchObject({ state: { kind: 'approved' } });
      await store.reports.forget('2019-03-05T00:00:00.000Z');
      expect(await store.reports.find(report.id)).toBeNull();
    });
  });

  it('answers a ping while it is open, and may be closed twice', async () => {
    await store.ping();
    await store.close();
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
}

/** What holds of stores that outlive the process. */
export function lastingCases(place: () => Promise<Place>): void {
  it('keeps everything from one opening to the next', async () => {
    const { open } = await place();
    const first = await open();
    await appendOne(first);
    const open1 = proposal({ base: 1 });
    await first.proposals.add(open1);
    await first.conversations.write(new Map([['key', { a: 1 }]]), '2019-03-01T08:00:00.000Z');
    await first.questions.keep('fråga', 'unanswered', '2019-03-01');
    const entries = await first.ledger.since(0);
    await first.close();

    const second = await open();
    expect(await second.ledger.since(0)).toEqual(entries);
    expect(await second.conversations.read(['key'])).toEqual(new Map([['key', { a: 1 }]]));
    expect(await second.questions.count('unanswered')).toBe(1);
    expect(await second.proposals.confirm(open1.id, newEntry(), appendAlways)).toMatchObject({ entry: { version: 2 } });
    await second.close();
  });

  it.each([
    ['ledger', "update ledger set body = 'x'", (store: Store) => store.ledger.since(0), '"1" of table "ledger"'],
    ['ledger', "update ledger set body = '{}'", (store: Store) => store.ledger.since(0), 'author: '],
    ['ledger', "update ledger set id = 'x'", (store: Store) => store.ledger.since(0), '(id: '],
    ['ledger', "update ledger set body = 'null'", (store: Store) => store.ledger.since(0), '"1" of table "ledger"'],
    [
      'conversation',
      "update conversation set value = '{'",
      (store: Store) => store.conversations.read(['key']),
      '"key" of table "conversation"',
    ],
    [
      'question',
      "update question set last_day = 'igår'",
      (store: Store) => store.questions.list('unanswered', 1),
      'of table "question"',
    ],
    [
      'person',
      "update person set body = '[]'",
      (store: Store) => store.people.byTeamsId('29:abc'),
      '"29:abc" of table "person"',
    ],
    [
      'proposal',
      'update proposal set body = \'{"base": -1}\'',
      (store: Store) => store.proposals.find('proposed'),
      '"proposed" of table "proposal"',
    ],
  ])('says which row of %s cannot be read after: %s', async (_table, statement, read, expected) => {
    const { open, run } = await place();
    const store = await open();
    await appendOne(store);
    await store.proposals.add(proposal({ id: 'proposed' }));
    await store.conversations.write(new Map([['key', 1]]), '2019-03-01T08:00:00.000Z');
    await store.questions.keep('fråga', 'unanswered', '2019-03-01');
    await store.people.remember(
      { tenant: 't', person: 'p', name: 'Åsa', teamsId: '29:abc' },
      '2019-03-01T08:00:00.000Z',
    );
    await run(statement);
    const refusal = await read(store).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(StoreError);
    expect(String(refusal)).toContain(expected);
    await store.close();
  });

  it('keeps the subscriptions of a version that did not tell their interests apart, and finds them by those', async () => {
    const { open, run } = await place();
    const before = await open();
    const mine = subscription({ digest: true, rested: { from: at(0), until: at(100) } });
    const awkward = subscription({ recipient: person('\\"\u0000\\u\ud800'), leads: [] });
    for (const one of [mine, awkward]) await before.subscriptions.put(one);
    await before.close();
    for (const index of ['interest', 'begun_at', 'paused_until']) await run(`drop index subscription_${index}`);
    for (const column of ['interest', 'begun_at']) await run(`alter table subscription drop column ${column}`);
    await run("delete from plan_migration where name >= '008'");
    const after = await open();
    const found = async (concern: Concern) => {
      const read: unknown[] = [];
      for await (const part of after.subscriptions.concerned(concern)) read.push(...part);
      return read;
    };
    expect(await found({ has: ({ digest }) => digest === true })).toEqual([mine]);
    expect(await found({ has: ({ leads }) => leads.length === 0 })).toEqual([awkward]);
    expect(await found({ has: () => false, begunFrom: at(50) })).toEqual([mine]);
    await after.close();
  });

  it('refuses what a newer version has been at', async () => {
    const { open, run } = await place();
    await (await open()).close();
    await run("insert into plan_migration (name, timestamp) values ('999-future', '2030-01-01T00:00:00.000Z')");
    await expect(open()).rejects.toThrow(/newer version of the bot \(it has had "999-future"\).*Run that version/s);
    await run("delete from plan_migration where name = '999-future'");
    await (await open()).close();
  });
}

export async function confirmTwentyAtOnce(stores: readonly Store[], one: Store): Promise<void> {
  const proposed = Array.from({ length: 20 }, () => proposal());
  await Promise.all(proposed.map((each) => one.proposals.add(each)));
  const confirmed = await Promise.all(
    proposed.map(({ id }, index) => turnOf(stores, index).proposals.confirm(id, newEntry(), appendAlways)),
  );
  const versions = confirmed.map((each) => (each.kind === 'appended' ? each.entry.version : each.kind));
  expect(versions.toSorted((a, b) => Number(a) - Number(b))).toEqual(proposed.map((_, index) => index + 1));
  const entries = await one.ledger.since(0);
  expect(entries.map(({ version }) => version)).toEqual(proposed.map((_, index) => index + 1));
}

export async function confirmOneTwentyTimes(stores: readonly Store[], one: Store): Promise<void> {
  const proposed = proposal();
  await one.proposals.add(proposed);
  const confirmed = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      turnOf(stores, index).proposals.confirm(proposed.id, newEntry(), appendAlways),
    ),
  );
  const kinds = confirmed.map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual([...Array.from({ length: 19 }, () => 'already'), 'appended']);
  const [entry, ...more] = await one.ledger.since(0);
  expect(more).toEqual([]);
  for (const each of confirmed) expect(each).toMatchObject({ entry });
}

function turnOf(stores: readonly Store[], index: number): Store {
  const store = stores[index % stores.length];
  if (!store) throw new Error('no store');
  return store;
}
