// A plan whose references all lead somewhere, whatever imports were taken back from under the changes made on them.
import type { Objective, Party } from './activity.ts';
import type { Place } from './meeting.ts';
import type { PlanRecords } from './plan.ts';
import type { Group } from './region.ts';
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

/** The ids that records may refer to. */
type Known = Readonly<
  Record<
    'documents' | 'municipalities' | 'groups' | 'people' | 'conferences' | 'areas' | 'goals' | 'objectives',
    ReadonlySet<string>
  >
>;

function knownIn(records: PlanRecords): Known {
  return {
    documents: idsOf(records.documents),
    municipalities: idsOf(records.municipalities),
    groups: idsOf(records.groups),
    people: idsOf(records.people),
    conferences: idsOf(records.conferences),
    areas: idsOf(records.areas),
    goals: idsOf(records.goals),
    objectives: idsOf(records.objectives),
  };
}

function mended(records: PlanRecords): PlanRecords {
  const known = knownIn(records);
  const { documents, municipalities, groups, people, conferences, areas, objectives } = known;
  const isDocumented = ({ source }: { readonly source: Source }): boolean => documents.has(source.document);
  const isOfGroup = ({ group }: { readonly group: string }): boolean => groups.has(group);
  return {
    ...records,
    people: records.people.map((person) => located(sourced(person, known), known)),
    groups: records.groups.filter(isDocumented).map((group) => mendedGroup(group, known)),
    conferences: records.conferences
      .filter(isDocumented)
      .map((conference) => ({ ...conference, responsible: orNull(conference.responsible, groups) })),
    roles: records.roles
      .filter((role) => isOfGroup(role) && people.has(role.person))
      .map((role) => sourced(role, known)),
    meetings: records.meetings.filter(isOfGroup).map((meeting) => placed(sourced(meeting, known), known)),
    occasions: records.occasions
      .filter(({ conference }) => conferences.has(conference))
      .map((occasion) => placed(sourced(occasion, known), known)),
    hostings: records.hostings
      .map((hosting) => ({ ...sourced(hosting, known), hosts: kept(hosting.hosts, municipalities) }))
      .filter(({ conference, hosts }) => conferences.has(conference) && hosts.length > 0),
    areas: records.areas.filter(isDocumented),
    goals: records.goals.filter((goal) => isDocumented(goal) && areas.has(goal.area)),
    objectives: records.objectives
      .filter((objective) => isDocumented(objective) && areas.has(objective.area))
      .map((objective) => mendedObjective(objective, known)),
    activities: records.activities
      .filter((one) => isDocumented(one) && objectives.has(one.objective) && areas.has(one.area))
      .map((one) => ({ ...one, responsible: one.responsible.filter((party) => isThere(party, known)) })),
    budgetLines: records.budgetLines.filter(isDocumented).map((line) => located(line, known)),
    budgetTotals: records.budgetTotals.filter(isDocumented),
    fees: records.fees.filter((fee) => isDocumented(fee) && groups.has(fee.decidedBy)),
    sections: records.sections.filter(isDocumented),
    deadlines: records.deadlines.filter(isOfGroup),
    checkIns: records.checkIns.filter(isOfGroup),
  };
}

// === What stays of a record

function mendedGroup(group: Group, { municipalities, areas, goals, conferences }: Known): Group {
  return {
    ...group,
    municipalities: kept(group.municipalities, municipalities),
    areas: kept(group.areas, areas),
    goals: kept(group.goals, goals),
    conferences: kept(group.conferences, conferences),
    seat: group.seat && municipalities.has(group.seat.municipality) ? group.seat : null,
  };
}

function mendedObjective(objective: Objective, { goals }: Known): Objective {
  return objective.goal === null || goals.has(objective.goal) ? objective : { ...objective, goal: null };
}

function isThere(party: Party, { municipalities, groups, people }: Known): boolean {
  if (party.kind === 'region') return true;
  return { municipality: municipalities, group: groups, person: people }[party.kind].has(party.id);
}

function sourced<Item extends { readonly source: Source | null }>(item: Item, { documents }: Known): Item {
  return item.source === null || documents.has(item.source.document) ? item : { ...item, source: null };
}

function placed<Item extends { readonly place: Place | null }>(item: Item, { municipalities }: Known): Item {
  const { place } = item;
  if (place === null || place.municipality === null || municipalities.has(place.municipality)) return item;
  return { ...item, place: { ...place, municipality: null } };
}

function located<Item extends { readonly municipality: string | null }>(item: Item, { municipalities }: Known): Item {
  return { ...item, municipality: orNull(item.municipality, municipalities) };
}

function kept<Id extends string>(ids: readonly Id[], known: ReadonlySet<string>): Id[] {
  return ids.filter((id) => known.has(id));
}

function orNull<Id extends string>(id: Id | null, known: ReadonlySet<string>): Id | null {
  return id !== null && known.has(id) ? id : null;
}
