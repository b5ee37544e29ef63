// The laws of asking how it goes: however time is cut, and whatever changes, the same is asked, once, and before the meeting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, LedgerEntry } from '../src/plan/change.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { ActivityId, GroupId, MeetingId } from '../src/plan/ids.ts';
import type { Told } from '../src/reminders/changes.ts';
import { CheckInCollector, isAnswered } from '../src/reminders/check-ins.ts';
import type { Notice } from '../src/reminders/notice.ts';
import { type Report, reportId } from '../src/reminders/report.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import { municipalityTopic, person, rules, subscribe } from './support/subscriptions.ts';

const committee = GroupId.parse('samarbetskommitten');
const inApril = MeetingId.parse('samarbetskommitten-2019-04-04');
const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
const road = ActivityId.parse('elvag');

const subscriptions = [
  subscribe(person('anna'), municipalityTopic('nykvarn')),
  subscribe(person('bo'), municipalityTopic('nynashamn')),
  subscribe(person('bo'), municipalityTopic('haninge')),
];

const day = 86_400_000;
const from = Date.parse('2019-02-15T00:00:00Z');
const days = 100;

/** A change, on which day of the span it is made. */
interface Dated {
  readonly change: Change;
  readonly on: number;
}
/** Somebody answers, on a day. */
interface Answering {
  readonly activity: ActivityId;
  readonly meeting: MeetingId;
  readonly on: number;
}

const span = (amount: number, unit: 'days' | 'weeks' | 'months'): Change => ({
  kind: 'set-check-in',
  group: committee,
  before: { amount, unit },
});
const anyChange: fc.Arbitrary<Change> = fc.constantFrom<Change>(
  span(1, 'months'),
  span(2, 'weeks'),
  { kind: 'set-check-in', group: committee, before: null },
  { kind: 'post-status', activity: road, status: 'done', comment: null },
  { kind: 'post-status', activity: road, status: 'ongoing', comment: null },
  { kind: 'cancel-meeting', meeting: inApril },
  { kind: 'restore-meeting', meeting: inApril },
  { kind: 'edit-meeting', meeting: inMay, set: { days: oneDay('2019-05-02') } },
  { kind: 'edit-meeting', meeting: inMay, set: { days: oneDay('2019-05-16') } },
);
const anyDay = fc.integer({ min: 0, max: days - 1 });
const anyDated = fc.record({ change: anyChange, on: anyDay });
const anyAnswer = fc.record({
  activity: fc.constantFrom(road, ActivityId.parse('godsstrategier')),
  meeting: fc.constantFrom(inApril, inMay),
  on: anyDay,
});

interface Asked {
  readonly notice: Notice;
  readonly at: number;
  readonly start: number;
}

/** All that is asked when every noon is swept and these instants besides; what a key had before is nothing new. */
function askedWith(changes: readonly Dated[], answers: readonly Answering[], more: readonly number[]): Asked[] {
  const dated = changes.toSorted((a, b) => a.on - b.on);
  const entries: LedgerEntry[] = entriesOf(dated.map(({ change }) => change)).map((entry, index) => ({
    ...entry,
    at: new Date(from + (dated[index]?.on ?? 0) * day + index * 1_000).toISOString(),
  }));
  const given = answers.map((one): Report & { readonly ms: number } => {
    const author = { tenant: 'tenant', person: 'anna', name: 'Anna' };
    const ms = from + one.on * day + day / 4;
    const { activity, meeting } = one;
    const kept = { id: reportId(one, author), activity, meeting, author, status: 'ongoing' as const, comment: null };
    return { ...kept, at: new Date(ms).toISOString(), base: 0, state: { kind: 'open' }, ms };
  });
  const noons = Array.from({ length: days }, (_, index) => from + index * day + day / 2);
  const cuts = [...new Set([...noons, ...more])].sort((a, b) => a - b);
  const asked = new Map<string, Asked>();
  const told: Told[] = [];
  let after = { at: new Date(from - 1), version: 0 };
  for (const cut of cuts) {
    const now = new Date(cut);
    const known = entries.filter(({ at }) => Date.parse(at) <= cut);
    const ledger: Ledger = { entries: known, edition: fold(base, known) };
    const reports = given.filter(({ ms }) => ms <= cut);
    const collector = new CheckInCollector({ ledger, after, now, told, reports, secretariat: [], rules });
    for (const one of subscriptions) collector.add(one);
    // It is sent when it is due, or when a change has made it due.
    const changed = Math.max(from, ...known.map(({ at }) => Date.parse(at)));
    for (const notice of collector.notices()) {
      if (asked.has(notice.key)) continue;
      const at = Math.max(Date.parse(notice.dueAt), changed);
      asked.set(notice.key, { notice, at, start: Date.parse(notice.expiresAt) });
      told.push({ recipient: notice.recipient, content: notice.content, at: new Date(at).toISOString() });
      const { content } = notice;
      if (content.kind === 'check-in') expect(isAnswered(reports, content.meeting, content.activity)).toBe(false);
    }
    after = { at: now, version: ledger.edition.version };
  }
  return [...asked.values()];
}

const keys = (asked: readonly Asked[]) => asked.map(({ notice }) => notice.key).sort();
const isAgain = ({ notice: { content } }: Asked): boolean => content.kind === 'check-in' && content.again;

describe('asking how it goes', () => {
  const anyCuts = fc.array(fc.integer({ min: from, max: from + days * day }), { maxLength: 12 });
  const some = fc.array(anyDated, { maxLength: 5 });
  const few = fc.array(anyAnswer, { maxLength: 3 });

  it('asks the same however time is cut', () => {
    const [first] = [span(1, 'months')];
    fc.assert(
      fc.property(some, few, anyCuts, (changes, answers, cuts) => {
        const all = [{ change: first, on: 3 }, ...changes];
        // Between two sweeps that both fall after a change and an answer, one more finds nothing else.
        const loud = [...all.map(({ on }) => from + on * day), ...answers.map(({ on }) => from + on * day + day / 4)];
        const edges = loud.flatMap((instant) => [instant + 100_000, instant + 200_000]);
        expect(keys(askedWith(all, answers, [...edges, ...cuts]))).toEqual(keys(askedWith(all, answers, edges)));
      }),
      { numRuns: 40 },
    );
  });

  it('asks once, again at most once and later, and never after the start', () => {
    fc.assert(
      fc.property(some, few, (changes, answers) => {
        const asked = askedWith([{ change: span(1, 'months'), on: 3 }, ...changes], answers, []);
        for (const one of asked) expect(one.at).toBeLessThan(one.start);
        for (const again of asked.filter(isAgain)) {
          const first = asked.find(({ notice }) => `${notice.key}|again` === again.notice.key);
          expect(first?.at).toBeLessThan(again.at);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('asks everybody who is silent exactly twice before each meeting', () => {
    const asked = askedWith([{ change: span(1, 'months'), on: 3 }], [], []);
    const firsts = asked.filter((one) => !isAgain(one));
    expect(firsts.length).toBeGreaterThan(0);
    expect(asked.filter(isAgain)).toHaveLength(firsts.length);
  });
});
