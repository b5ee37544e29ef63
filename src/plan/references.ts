// Whether all that a change refers to is in the plan: its files may have lost a record that an old change names.
import type { Party } from './activity.ts';
import type { AudiencePart } from './announcement.ts';
import type { Change, NamedRecord } from './change.ts';
import type { MunicipalityId } from './ids.ts';
import type { Place } from './meeting.ts';
import type { PlanRecords } from './plan.ts';
import type { RecordKind } from './records.ts';

type Ids = Readonly<Record<NamedRecord['kind'], ReadonlySet<string>>>;

/** Tells of a change whether its references lead somewhere; the record that it changes is not among them. */
export function makeReferences(
  base: PlanRecords,
): (change: Change, isAdded: (kind: RecordKind, id: string) => boolean) => boolean {
  const ids = idsOf(base);
  return (change, isAdded) => {
    const has = (kind: NamedRecord['kind'], id: string): boolean => ids[kind].has(id) || isAdded(listNames[kind], id);
    return areKnown(change, has);
  };
}

function idsOf(base: PlanRecords): Ids {
  const of = (records: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(records.map(({ id }) => id));
  return {
    municipality: of(base.municipalities),
    group: of(base.groups),
    person: of(base.people),
    conference: of(base.conferences),
    area: of(base.areas),
    goal: of(base.goals),
    objective: of(base.objectives),
    activity: of(base.activities),
    'budget-line': of(base.budgetLines),
    section: of(base.sections),
  };
}

const listNames: Readonly<Record<NamedRecord['kind'], RecordKind>> = {
  municipality: 'municipalities',
  group: 'groups',
  person: 'people',
  conference: 'conferences',
  area: 'areas',
  goal: 'goals',
  objective: 'objectives',
  activity: 'activities',
  'budget-line': 'budgetLines',
  section: 'sections',
};

type Has = (kind: NamedRecord['kind'], id: string) => boolean;

function areKnown(change: Change, has: Has): boolean {
  const isTown = (id: MunicipalityId | null): boolean => id === null || has('municipality', id);
  const isPlace = (place: Place | null | undefined): boolean => isTown(place?.municipality ?? null);
  const isParty = (party: Party): boolean => party.kind === 'region' || has(party.kind, party.id);
  const isPart = (part: AudiencePart): boolean =>
    part.kind === 'group' ? has('group', part.group) : part.kind !== 'municipality' || isTown(part.municipality);
  switch (change.kind) {
    case 'add-meeting': {
      const { owner, place } = change;
      return (
        isPlace(place) && (owner.kind === 'group' ? has('group', owner.group) : has('conference', owner.conference))
      );
    }
    case 'edit-meeting':
      return isPlace(change.set.place);
    case 'edit-activity':
      return change.set.responsible?.every(isParty) ?? true;
    case 'set-hosts':
      return has('conference', change.conference) && change.turns.every(({ hosts }) => hosts.every(isTown));
    case 'set-role':
      return has('group', change.group) && isTown(change.person.municipality);
    case 'end-role':
    case 'set-deadline':
    case 'set-check-in':
      return has('group', change.group);
    case 'add-synonym':
      return has(change.record.kind, change.record.id);
    case 'announce':
      return change.audience.every(isPart);
    case 'set-template':
    case 'cancel-meeting':
    case 'restore-meeting':
    case 'post-status':
    case 'appoint-secretary':
    case 'dismiss-secretary':
    // An import is checked as a whole when it is made; what is missing of it later is left out.
    case 'import-plan':
    case 'publish-plan':
    case 'undo':
      return true;
  }
}
