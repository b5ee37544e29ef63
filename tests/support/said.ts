import { answer } from '../../src/answer/answer.ts';
import { ledgerChanges } from '../../src/answer/changes.ts';
import { answerWith } from '../../src/answer/parts.ts';
import type { LedgerChange, Outcome, SingleAnswer, UpdateProblem, UpdateStage } from '../../src/facts.ts';
import { swedishHolidays } from '../../src/holidays.ts';
import type { Change } from '../../src/plan/change.ts';
import type { Applied } from '../../src/plan/difference.ts';
import { fold, type Ledger } from '../../src/plan/fold.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId, PersonId } from '../../src/plan/ids.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { MeetingsQuery } from '../../src/query.ts';
import type { Locale } from '../../src/render/dates.ts';
import { type Rendered, render } from '../../src/render/render.ts';
import { entriesOf, oneDay } from './entries.ts';
import { base, plan } from './question-table.ts';

export const today = '2019-03-01';
export const now = { day: today, time: '09:00' };
export const holidays = swedishHolidays();

export const committee = GroupId.parse('samarbetskommitten');
export const management = GroupId.parse('ledningsgruppen');
export const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
export const inApril = MeetingId.parse('samarbetskommitten-2019-04-04');
export const planning = MeetingId.parse('samarbetskommitten-2019-12-19');
export const added = MeetingId.parse('nytt');
export const council = ConferenceId.parse('radslaget');
export const councilThisYear = MeetingId.parse('radslaget-2019');
export const figures = MeetingId.parse('nyckeltalsdagen-2019');
export const road = ActivityId.parse('elvag');
export const analysis = ActivityId.parse('systemanalys-resor-och-transporter');
export const town = MunicipalityId.parse;
export const place = (id: string) => ({ name: plan.municipality(town(id)).name, municipality: town(id) });

// === What a change does

export const move: Change = {
  kind: 'edit-meeting',
  meeting: inMay,
  set: { days: oneDay('2019-05-16'), hours: { start: '13:00', end: '16:30' }, place: place('salem') },
};
export const add = {
  kind: 'add-meeting',
  meeting: added,
  owner: { kind: 'group', group: committee, form: 'meeting' },
  days: oneDay('2019-06-12'),
  hours: { start: '12:00', end: '15:30' },
  place: place('haninge'),
  title: null,
} satisfies Change;
export const cancel: Change = { kind: 'cancel-meeting', meeting: inMay };
export const delay: Change = {
  kind: 'post-status',
  activity: road,
  status: 'delayed',
  comment: 'väntar på Trafikverket.',
};
export const edit = (set: Extract<Change, { kind: 'edit-meeting' }>['set'], meeting = inMay): Change => ({
  kind: 'edit-meeting',
  meeting,
  set,
});
export const undo = (version: number): Change => ({ kind: 'undo', version });
export const chair = {
  kind: 'set-role',
  group: committee,
  role: 'chair',
  person: { id: PersonId.parse('anna-ek'), name: 'Anna Ek', municipality: town('salem') },
  from: '2019-03-01',
  until: '2022',
} as const satisfies Change;
export const papers: Change = { kind: 'set-deadline', group: committee, name: 'handlingar', workingDays: 10 };
export const word: Change = { kind: 'add-synonym', record: { kind: 'activity', id: road }, word: 'elstråket' };
export const lena = { who: { tenant: 'tenant', person: 'lena' }, name: 'Lena Ledamot' };

export function ledgerOf(changes: readonly Change[]): Ledger {
  const entries = entriesOf(changes);
  return { edition: fold(base, entries), entries };
}

export function changesOf(...changes: readonly Change[]): {
  all: LedgerChange[];
  last: LedgerChange;
  applied: Applied;
  plan: Plan;
} {
  const ledger = ledgerOf(changes);
  const all = ledgerChanges(ledger);
  const last = all.at(-1);
  if (!last?.applied) throw new Error('the last change does nothing');
  return { all, last, applied: last.applied, plan: ledger.edition.plan };
}

export function preview(
  changes: readonly Change[],
  more: Partial<Extract<UpdateStage, { stage: 'preview' }>> = {},
): UpdateStage {
  const { last, applied } = changesOf(...changes);
  const { change } = last.entry;
  return {
    stage: 'preview',
    request: { draft: { kind: 'undo', version: null }, reason: null, quiet: false, impossible: null },
    proposal: 'p1',
    change,
    applied,
    clashes: [],
    offices: [],
    reason: null,
    told: 0,
    reach: null,
    undoes: null,
    ...more,
  };
}

// === Saying it

export function sayAnswer(part: SingleAnswer, locale: Locale, of = plan): Rendered {
  return render({ query: null, parts: [part] }, of, locale, today);
}
export function say(outcome: Outcome, locale: Locale, of = plan): Rendered {
  return sayAnswer(answerWith({ outcome }), locale, of);
}
/** The plan with all changes in it knows whatever they name. */
export const step = (one: UpdateStage, locale: Locale, of = plan): Rendered =>
  say({ kind: 'update', step: one }, locale, of);
export const refusal = (problem: UpdateProblem, locale: Locale): string =>
  step({ stage: 'refused', problem }, locale).spoken;
export const titles = ({ suggestions }: Rendered): string[] => suggestions.map(({ title }) => title);
export const asks = (query: MeetingsQuery, of: Plan, locale: Locale): Rendered =>
  sayAnswer(answer(query, of, now, holidays), locale, of);

export const onDay = (day: string): MeetingsQuery['period'] => ({ from: day, to: day, name: { by: 'day' } });

export function never(): never {
  throw new Error('the plan has no such record');
}
