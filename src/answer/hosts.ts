// Answers about conferences and who hosts them.

import type { ConferenceCase, Fact, Rotation, SingleAnswer } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import { hostedConferences } from '../plan/hosted-conferences.ts';
import type { ConferenceId } from '../plan/ids.ts';
import type { Hosting, Occasion } from '../plan/meeting.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import type { ConferenceQuery, HostsQuery, SingleQuery } from '../query.ts';
import { falls, inYears } from './calendar-items.ts';
import { offerFile } from './calendar-offers.ts';
import { answerWith } from './parts.ts';

/** The single year that a period lies in; null where it spans several or is open. */
function singleYear(period: Period | null): number | null {
  const from = period?.from?.slice(0, 4);
  return from !== undefined && from === period?.to?.slice(0, 4) ? Number(from) : null;
}

function spanOf(hostings: readonly Hosting[]): Rotation['span'] {
  const years = hostings.map((hosting) => hosting.year);
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

/** Narrows hostings to the turn asked for: the next from this year on, or the latest up to this year. */
function turn(hostings: readonly Hosting[], which: HostsQuery['which'], thisYear: number): Hosting[] {
  switch (which) {
    case 'all':
      return [...hostings];
    case 'next':
      return hostings.filter((hosting) => hosting.year >= thisYear).slice(0, 1);
    case 'latest':
      return hostings.filter((hosting) => hosting.year < thisYear).slice(-1);
    case 'final':
      return hostings.slice(-1);
  }
}

function rotationOf(id: ConferenceId, query: HostsQuery, plan: Plan, thisYear: number): Rotation {
  const all = plan.hostings.filter((hosting) => hosting.conference === id).sort((a, b) => a.year - b.year);
  if (query.aspect === 'after' || query.aspect === 'before')
    return { conference: plan.conference(id), hostings: neighbour(all, query), span: spanOf(all) };
  // "Is Salem host in 2020?" is answered with whoever is.
  const byMunicipality =
    query.municipalities.length === 0 || query.aspect === 'check'
      ? all
      : all.filter((hosting) => query.municipalities.every((municipality) => hosting.hosts.includes(municipality)));
  const asked = byMunicipality.filter((hosting) => inYears(hosting.year, query.period));
  // Whoever is not host then is told when it is their turn: "never" would be false.
  const isTheirs = query.municipalities.length > 0 && query.aspect !== 'check';
  const inPeriod = asked.length === 0 && isTheirs ? byMunicipality : asked;
  const confirmed = checksMunicipality(query) ? relevantToCheck(inPeriod, query) : inPeriod;
  return { conference: plan.conference(id), hostings: turn(confirmed, query.which, thisYear), span: spanOf(all) };
}

/** The turn after the first turn of the municipalities, or before it. */
function neighbour(all: readonly Hosting[], query: HostsQuery): Hosting[] {
  const at = all.findIndex((hosting) =>
    query.municipalities.some((municipality) => hosting.hosts.includes(municipality)),
  );
  if (at < 0) return [];
  return query.aspect === 'before' ? all.slice(Math.max(at - 1, 0), at) : all.slice(at + 1, at + 2);
}

function checksMunicipality(query: HostsQuery): boolean {
  return query.aspect === 'check' && query.period === null;
}

/** Without a year, "is Haninge host?" is about Haninge's years alone. */
function relevantToCheck(hostings: readonly Hosting[], query: HostsQuery): Hosting[] {
  return hostings.filter((hosting) =>
    query.municipalities.some((municipality) => hosting.hosts.includes(municipality)),
  );
}

/** Whether the next turn is meant this year still: until the conference of the year has been held. */
function turnYear(id: ConferenceId, plan: Plan, now: LocalMoment): number {
  const year = Number(now.day.slice(0, 4));
  const held = plan.occasions.some(
    ({ conference, schedule }) =>
      conference === id && schedule.kind === 'date' && schedule.date.startsWith(`${year}-`) && schedule.date < now.day,
  );
  return held ? year + 1 : year;
}

/** "Vem är värd 2021?", "när är det Tyresös tur?", "visa hela turordningen" */
export function answerHosts(query: HostsQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const conferences = query.conferences.length > 0 ? query.conferences : hostedConferences(plan);
  const rotations = conferences.map((id) => rotationOf(id, query, plan, turnYear(id, plan, now)));
  const records = rotations.flatMap((rotation) => rotation.hostings);
  const year = singleYear(query.period);
  return answerWith({
    outcome: { kind: 'hosts', query, rotations, year },
    facts: records.map((record) => ({ kind: 'hosting', record })),
    doubts: records.length <= 2 ? ['text', 'name', 'responsible'] : [],
    suggestions: suggestHosts(query),
    focus: {
      conferences: [...query.conferences],
      year: year ?? (records.length === 1 ? (records[0]?.year ?? null) : null),
    },
  });
}

function suggestHosts(query: HostsQuery): SingleQuery[] {
  const whole: HostsQuery = { ...query, period: null, municipalities: [], which: 'all', aspect: 'who' };
  const isWhole = query.period === null && query.municipalities.length === 0 && query.which === 'all';
  const when: ConferenceQuery = { kind: 'conference', conferences: query.conferences, period: null, aspect: 'when' };
  return isWhole ? [when] : [whole, when];
}

function caseOf(id: ConferenceId, query: ConferenceQuery, plan: Plan, year: number): ConferenceCase {
  const wanted = (own: number): boolean => (query.period === null ? own === year : inYears(own, query.period));
  const isAsked = (occasion: Occasion): boolean =>
    occasion.conference === id &&
    wanted(occasion.year) &&
    (query.period === null || query.conferences.length > 0 || falls(occasion.schedule, query.period));
  const occasions = plan.occasions.filter(isAsked);
  const cancelled = plan.cancelled.occasions.filter(isAsked);
  const hostings = plan.hostings.filter((hosting) => hosting.conference === id && wanted(hosting.year));
  return { conference: plan.conference(id), occasions, hostings, cancelled };
}

/** Those without a day come last. */
function inOrderOfDays(cases: readonly ConferenceCase[]): readonly ConferenceCase[] {
  const firstDay = ({ occasions }: ConferenceCase): string =>
    occasions.flatMap((record) => daysOf(record)?.from ?? []).sort()[0] ?? '9';
  return [...cases].sort((one, other) => firstDay(one).localeCompare(firstDay(other)));
}

/** "När är rådslaget?", "vilka arrangerar det?", "vilka konferenser finns det?" */
export function answerConference(query: ConferenceQuery, plan: Plan, now: LocalMoment): SingleAnswer {
  const ids = query.conferences.length > 0 ? query.conferences : plan.conferences.map(({ id }) => id);
  const year = currentPlanYear(plan, now);
  const all = inOrderOfDays(ids.map((id) => caseOf(id, query, plan, year)));
  const named = query.conferences.length > 0 || query.period === null;
  const cases = named ? all : all.filter(({ occasions, cancelled }) => occasions.length + cancelled.length > 0);
  const facts: Fact[] = cases.flatMap(({ conference, occasions, hostings, cancelled }) => [
    { kind: 'conference' as const, record: conference },
    ...[...occasions, ...cancelled].map((record) => ({ kind: 'occasion' as const, record })),
    ...hostings.map((record) => ({ kind: 'hosting' as const, record })),
  ]);
  return answerWith({
    outcome: { kind: 'conference', query, cases },
    facts,
    doubts: cases.length === 1 ? ['date', 'place', 'time', 'schedule', 'responsible'] : [],
    suggestions: [...suggestConference(query, cases), ...offerOccasion(query, cases, now)],
    focus: {
      conferences: cases.map(({ conference }) => conference.id),
      meetings: cases.flatMap(({ occasions }) => occasions.map(({ id }) => id)),
      year: singleYear(query.period) ?? year,
    },
  });
}

const timely: ReadonlySet<ConferenceQuery['aspect']> = new Set([
  'about',
  'when',
  'where',
  'weekday',
  'hours',
  'countdown',
]);

/** The conference for the asker's calendar, where its day is what the answer tells. */
function offerOccasion({ aspect }: ConferenceQuery, cases: readonly ConferenceCase[], now: LocalMoment): SingleQuery[] {
  if (!timely.has(aspect)) return [];
  const occasions = cases.flatMap((one) => one.occasions.map((record) => ({ kind: 'occasion' as const, record })));
  return offerFile(occasions, now);
}

function suggestConference(query: ConferenceQuery, cases: readonly ConferenceCase[]): SingleQuery[] {
  const [only] = cases;
  if (cases.length !== 1 || !only)
    return [{ kind: 'hosts', conferences: [], period: null, municipalities: [], which: 'all', aspect: 'who' }];
  const conferences = [only.conference.id];
  const rotation: SingleQuery = {
    kind: 'hosts',
    conferences,
    period: null,
    municipalities: [],
    which: 'all',
    aspect: 'who',
  };
  const about: SingleQuery = { kind: 'conference', conferences, period: null, aspect: 'about' };
  return query.aspect === 'about' ? [rotation] : [rotation, about];
}
