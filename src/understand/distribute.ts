// One question about several: "när ses båda grupperna nästa gång?", "när är kommittén i Haninge och Nynäshamn?"
import type { Plan } from '../plan/plan.ts';
import type { HostsQuery, MeetingsQuery, Query, SingleQuery } from '../query.ts';
import { meetingGroups } from './groups-that-meet.ts';
import { entities, hasCue, type Reading } from './reading.ts';

/** More answers than these are no reply. */
const mostAtOnce = 3;

const eachGroup =
  /(?<!\p{L})(?:båda|bada|bägge|respektive|vardera|varje|both|each|either)\s+(?:\p{L}+\s+)?(?:grupp|group)\p{L}*/iu;
const single: ReadonlySet<MeetingsQuery['which']> = new Set(['next', 'latest', 'first', 'final']);

/** The query once for each of those that it is asked of, where one answer would tell of one of them only. */
export function distributed(query: SingleQuery, reading: Reading, plan: Plan): Query {
  if (query.kind === 'hosts') return severally(byHost(query, plan)) ?? query;
  if (query.kind !== 'meetings' || query.ids.length > 0 || query.from !== null) return query;
  return severally(byPlace(query, reading) ?? byGroup(query, reading, plan)) ?? query;
}

function severally(queries: readonly (MeetingsQuery | HostsQuery)[] | undefined): Query | undefined {
  if (!queries || queries.length < 2 || queries.length > mostAtOnce) return undefined;
  return { kind: 'several', queries: [...queries] };
}

/** "När är Tyresö och Botkyrka värdar?", where they never are together. */
function byHost(query: HostsQuery, plan: Plan): HostsQuery[] | undefined {
  const { municipalities, conferences, aspect } = query;
  if (municipalities.length < 2 || aspect === 'after' || aspect === 'before' || aspect === 'check') return undefined;
  const isShared = plan.hostings.some(
    ({ conference, hosts }) =>
      (conferences.length === 0 || conferences.includes(conference)) &&
      municipalities.every((municipality) => hosts.includes(municipality)),
  );
  return isShared ? undefined : municipalities.map((municipality) => ({ ...query, municipalities: [municipality] }));
}

function byPlace(query: MeetingsQuery, reading: Reading): MeetingsQuery[] | undefined {
  if (query.place === null || hasCue(reading, 'host', 'hostTurn')) return undefined;
  const named = entities(reading, 'municipality');
  return named.length < 2 ? undefined : named.map((place) => ({ ...query, place }));
}

function byGroup(query: MeetingsQuery, reading: Reading, plan: Plan): MeetingsQuery[] | undefined {
  if (!single.has(query.which)) return undefined;
  if (query.groups.length > 1) return query.groups.map((id) => ({ ...query, groups: [id] }));
  if (query.groups.length > 0 || !eachGroup.test(reading.message)) return undefined;
  return meetingGroups(plan).map((id) => ({ ...query, groups: [id] }));
}
