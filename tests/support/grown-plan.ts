// The plan of the data folder with many more records of the same shape, for measuring how costs grow.
import type { Activity } from '../../src/plan/activity.ts';
import { addDays } from '../../src/plan/days.ts';
import { ActivityId, MeetingId } from '../../src/plan/ids.ts';
import type { Meeting } from '../../src/plan/meeting.ts';
import type { PlanRecords } from '../../src/plan/plan.ts';

const heads = [
  'cykel',
  'skol',
  'vatten',
  'energi',
  'bostads',
  'natur',
  'kultur',
  'hamn',
  'skogs',
  'torg',
  'brand',
  'av',
];
const middles = ['bane', 'miljö', 'drift', 'stöd', 'gräns', 'plats', 'planerings', 'flödes', 'service', 'inköps'];
const tails = ['nät', 'analys', 'register', 'strategi', 'samverkan', 'avtal', 'prognos', 'utbildning', 'karta', 'norm'];
const doings = ['Utreda', 'Samordna', 'Ta fram', 'Följa upp', 'Införa', 'Utveckla', 'Pröva', 'Avsluta'];
const places = ['norr', 'söder', 'kusten', 'centrum', 'skärgården', 'landsbygden', 'stationerna', 'verksamheterna'];

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** A compound of its own for each of the first 1,200, and then again in other company. */
function compound(index: number): string {
  return `${at(heads, index)}${at(middles, Math.floor(index / heads.length))}${at(tails, Math.floor(index / (heads.length * middles.length)))}`;
}

/** "Samordna cykelbanenät i söder, etapp 14". */
export function grownTitle(index: number): string {
  const round = Math.floor(index / 1_200);
  const stage = Math.floor(index / (1_200 * places.length)) + 1;
  return `${at(doings, index + round)} ${compound(index)} i ${at(places, round)}, etapp ${stage}`;
}

/**
 * Records with that many activities and meetings in all; where a number is below the plan's own, the plan's first ones.
 * The same numbers give the same records.
 */
export function grown(base: PlanRecords, activities: number, meetings: number): PlanRecords {
  return {
    ...base,
    activities: fill(base.activities, activities, (like, index): Activity => {
      const title = grownTitle(index);
      const id = ActivityId.parse(`grown-${index}`);
      return { ...like, id, title: { sv: title }, short: { sv: title }, aliases: [], notes: [] };
    }),
    meetings: fill(base.meetings, meetings, (like, index): Meeting => {
      const weeks = 7 * Math.floor(index / base.meetings.length);
      const id = MeetingId.parse(`grown-meeting-${index}`);
      return { ...like, id, from: addDays(like.from, weeks), to: addDays(like.to, weeks), notes: [] };
    }),
  };
}

function fill<Item>(own: readonly Item[], count: number, make: (like: Item, index: number) => Item): Item[] {
  const more = Array.from({ length: Math.max(0, count - own.length) }, (_, index) => {
    const like = own[index % own.length];
    if (like === undefined) throw new Error('nothing to grow from');
    return make(like, index);
  });
  return [...own.slice(0, count), ...more];
}
