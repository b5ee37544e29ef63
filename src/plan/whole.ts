// A plan whose references all lead somewhere, whatever imports were taken back from under the changes made on them.

import type { Place } from './meeting.ts';
import type { PlanRecords } from './plan.ts';
import type { Source } from './source.ts';

interface Identified {
  readonly id: string;
}

const idsOf = (records: readonly Identified[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));

/**
 * The records without those that belong to a record which is not there, and without mention of it in the others. The
 * same lists where nothing is missing.
 */
export function whole(records: PlanRecords): PlanRecords {
  let before = records;
  for (;;) {
    const after = mended(before);
    // What hangs on a record that was just left out goes in the next round; the chain of kinds is short.
    if (isAsLong(before, after)) return after;
    before = after;
  }
}

function isAsLong(before: PlanRecords, after: PlanRecords): boolean {
  const size = (records: PlanRecords): number =>
    Object.values(records).reduce((sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0), 0);
  return size(before) === size(after);
}

function mended(records: PlanRecords): PlanRecords {
  const documents = idsOf(records.documents);
  const towns = idsOf(records.municipalities);
  const groups = idsOf(records.groups);
  const people = idsOf(records.people);
  const conferences = idsOf(records.conferences);
  const [areas, goals, objectives] = [records.areas, records.goals, records.objectives].map(idsOf) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  const isDocumented = ({ source }: { readonly source: Source }): boolean => documents.has(source.document);
  const sourced = <Item extends { readonly source: Source | null }>(item: Item): Item =>
    item.source === null || documents.has(item.source.document) ? item : { ...item, source: null };
  const town = <Id extends string>(id: Id | null): Id | null => (id !== null && towns.has(id) ? id : null);
  const placed = <Item extends { readonly place: Place | null }>(item: Item): Item => {
    const { place } = item;
    if (place === null || place.municipality === null || towns.has(place.municipality)) return item;
    return { ...item, place: { ...place, municipality: null } };
  };
  const kept = <Id extends string>(ids: readonly Id[], known: ReadonlySet<string>): Id[] =>
    ids.filter((id) => known.has(id));
  return {
    ...records,
    people: records.people.map(sourced).map((person) => ({ ...person, municipality: town(person.municipality) })),
    groups: records.groups.filter(isDocumented).map((group) => ({
      ...group,
      municipalities: kept(group.municipalities, towns),
      areas: kept(group.areas, areas),
      goals: kept(group.goals, goals),
      conferences: kept(group.conferences, conferences),
      seat: group.seat && towns.has(group.seat.municipality) ? group.seat : null,
    })),
    conferences: records.conferences.filter(isDocumented).map((conference) => ({
      ...conference,
      responsible:
        conference.responsible !== null && groups.has(conference.responsible) ? conference.responsible : null,
    })),
    roles: records.roles.filter(({ group, person }) => groups.has(group) && people.has(person)).map(sourced),
    meetings: records.meetings
      .filter(({ group }) => groups.has(group))
      .map(sourced)
      .map(placed),
    occasions: records.occasions
      .filter(({ conference }) => conferences.has(conference))
      .map(sourced)
      .map(placed),
    hostings: records.hostings
      .map((hosting) => ({ ...sourced(hosting), hosts: kept(hosting.hosts, towns) }))
      .filter(({ conference, hosts }) => conferences.has(conference) && hosts.length > 0),
    areas: records.areas.filter(isDocumented),
    goals: records.goals.filter((goal) => isDocumented(goal) && areas.has(goal.area)),
    objectives: records.objectives
      .filter((objective) => isDocumented(objective) && areas.has(objective.area))
      .map((objective) =>
        objective.goal === null || goals.has(objective.goal) ? objective : { ...objective, goal: null },
      ),
    activities: records.activities
      .filter((one) => isDocumented(one) && objectives.has(one.objective) && areas.has(one.area))
      .map((activity) => ({
        ...activity,
        responsible: activity.responsible.filter((party) => {
          if (party.kind === 'region') return true;
          return { municipality: towns, group: groups, person: people }[party.kind].has(party.id);
        }),
      })),
    budgetLines: records.budgetLines
      .filter(isDocumented)
      .map((line) => ({ ...line, municipality: town(line.municipality) })),
    budgetTotals: records.budgetTotals.filter(isDocumented),
    fees: records.fees.filter((fee) => isDocumented(fee) && groups.has(fee.decidedBy)),
    sections: records.sections.filter(isDocumented),
    deadlines: records.deadlines.filter(({ group }) => groups.has(group)),
    checkIns: records.checkIns.filter(({ group }) => groups.has(group)),
  };
}
