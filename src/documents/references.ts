// Checks that records agree with each other: ids unique, references met, ends after starts.
import type { PlanRecords } from '../plan/plan.ts';
import type { Problem } from './problem.ts';
import type { Collection } from './shorthand.ts';
import type { RawRecord, RawRecords } from './yaml.ts';

/** Where an id was written, and what it must be one of. */
interface Reference {
  readonly path: readonly PropertyKey[];
  readonly id: string | null;
  readonly known: ReadonlySet<string>;
  readonly what: string;
}

/** The problems between records that are each right by themselves. Records and raw records stand in the same order. */
export function checkReferences(records: PlanRecords, raw: RawRecords): Problem[] {
  const ids = (items: readonly { readonly id: string }[]): Set<string> => new Set(items.map(({ id }) => id));
  const known = {
    document: ids(records.documents),
    municipality: ids(records.municipalities),
    group: ids(records.groups),
    person: ids(records.people),
    conference: ids(records.conferences),
    area: ids(records.areas),
    goal: ids(records.goals),
    objective: ids(records.objectives),
  };
  type What = keyof typeof known;
  const to = (what: What, id: string | null, ...path: readonly PropertyKey[]): Reference => ({
    path,
    id,
    known: known[what],
    what,
  });
  const each = (what: What, list: readonly string[], name: string): Reference[] =>
    list.map((id, index) => to(what, id, name, index));
  const problems: Problem[] = [];
  const problem = ({ file, path, position }: RawRecord, at: readonly PropertyKey[], message: string): void => {
    problems.push({
      file,
      ...position(at),
      path: `${path}${at.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')}`,
      message,
    });
  };

  function check<Item extends object>(
    name: Collection,
    items: readonly Item[],
    references: (item: Item) => readonly Reference[],
  ): void {
    const seen = new Map<string, RawRecord>();
    items.forEach((item, index) => {
      const record = raw.get(name)?.[index];
      if (!record) return;
      const id = 'id' in item ? String(item.id) : null;
      const earlier = id === null ? undefined : seen.get(id);
      if (earlier) problem(record, ['id'], `the id "${id}" is already used in ${earlier.file} by ${earlier.path}`);
      if (id !== null) seen.set(id, record);
      const source = 'source' in item ? (item.source as { document: string }) : null;
      const all = [...references(item), ...(source ? [to('document', source.document, 'source')] : [])];
      for (const reference of all) {
        if (reference.id === null || reference.known.has(reference.id)) continue;
        problem(
          record,
          reference.path,
          `there is no ${reference.what} "${reference.id}"${suggestion(reference.id, reference.known)}`,
        );
      }
    });
  }

  check('documents', records.documents, () => []);
  check('municipalities', records.municipalities, () => []);
  check('groups', records.groups, (item) => [
    ...each('municipality', item.municipalities, 'municipalities'),
    ...each('area', item.areas, 'areas'),
    ...each('goal', item.goals, 'goals'),
    ...each('conference', item.conferences, 'conferences'),
    ...(item.seat ? [to('municipality', item.seat.municipality, 'seat', 'municipality')] : []),
  ]);
  check('people', records.people, (item) => [to('municipality', item.municipality, 'municipality')]);
  check('roles', records.roles, (item) => [to('group', item.group, 'group'), to('person', item.person, 'person')]);
  check('conferences', records.conferences, (item) => [to('group', item.responsible, 'responsible')]);
  check('meetings', records.meetings, (item) => [
    to('group', item.group, 'group'),
    to('municipality', item.place?.municipality ?? null, 'place'),
  ]);
  check('occasions', records.occasions, (item) => [
    to('conference', item.conference, 'conference'),
    to('municipality', item.place?.municipality ?? null, 'place'),
  ]);
  check('hostings', records.hostings, (item) => [
    to('conference', item.conference, 'conference'),
    ...each('municipality', item.hosts, 'hosts'),
  ]);
  check('areas', records.areas, () => []);
  check('goals', records.goals, (item) => [to('area', item.area, 'area')]);
  check('objectives', records.objectives, (item) => [to('area', item.area, 'area'), to('goal', item.goal, 'goal')]);
  check('activities', records.activities, (item) => [
    to('objective', item.objective, 'objective'),
    to('area', item.area, 'area'),
    ...item.responsible.flatMap((party, index) =>
      party.kind === 'region' ? [] : [to(party.kind, party.id, 'responsible', index)],
    ),
  ]);
  check('budgetLines', records.budgetLines, (item) => [to('municipality', item.municipality, 'municipality')]);
  check('fees', records.fees, (item) => [to('group', item.decidedBy, 'decidedBy')]);
  check('sections', records.sections, () => []);

  records.meetings.forEach((meeting, index) => {
    const record = raw.get('meetings')?.[index];
    if (!record) return;
    if (meeting.to < meeting.from) problem(record, ['to'], `ends ${meeting.to}, before it starts ${meeting.from}`);
    if (meeting.hours && meeting.hours.end <= meeting.hours.start)
      problem(record, ['hours'], `ends ${meeting.hours.end}, before it starts ${meeting.hours.start}`);
  });
  const hosted = new Map<string, RawRecord>();
  records.hostings.forEach(({ conference, year }, index) => {
    const record = raw.get('hostings')?.[index];
    const earlier = hosted.get(`${conference} ${year}`);
    if (record && earlier)
      problem(
        record,
        ['year'],
        `hosts of ${conference} ${year} are already given by ${earlier.path} in ${earlier.file}`,
      );
    else if (record) hosted.set(`${conference} ${year}`, record);
  });
  return problems;
}

/** The known id that the unknown one was probably meant to be. */
function suggestion(id: string, known: ReadonlySet<string>): string {
  const near = [...known].find((candidate) => differsLittle(id, candidate));
  return near ? `; did you mean "${near}"?` : `; known are ${[...known].slice(0, 12).join(', ')}`;
}

/** Whether two ids share most of their letter pairs. */
function differsLittle(a: string, b: string): boolean {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size) > 0.6;
}
