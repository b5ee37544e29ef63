// The whole plan as one immutable value with its indexes.
import type { Activity, Area, Goal, Objective } from './activity.ts';
import type { BudgetLine, BudgetTotals, Fee } from './budget.ts';
import type { Days, RecordKey } from './change.ts';
import type { Field } from './difference.ts';
import type { PlanDocument, Section } from './document.ts';
import type {
  ActivityId,
  AreaId,
  ConferenceId,
  DocumentId,
  GoalId,
  GroupId,
  MeetingId,
  MunicipalityId,
  ObjectiveId,
  PersonId,
} from './ids.ts';
import type { Hosting, Meeting, Occasion } from './meeting.ts';
import { overlaps, type Period } from './period.ts';
import type { CheckIn, Conference, Deadline, Group, Municipality, Person, Region, Role } from './region.ts';
import { rotationsOf } from './rotation.ts';
import type { Day } from './schedule.ts';

/** Every record of every year, in the documents' order; meetings by date. */
export interface PlanRecords {
  readonly region: Region;
  readonly documents: readonly PlanDocument[];
  readonly municipalities: readonly Municipality[];
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly conferences: readonly Conference[];
  /** Those called off included; a `Plan` has these apart. */
  readonly meetings: readonly Meeting[];
  readonly occasions: readonly Occasion[];
  /** Those of older plans that a newer one replaces included; a `Plan` has these apart. */
  readonly hostings: readonly Hosting[];
  readonly areas: readonly Area[];
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
  readonly activities: readonly Activity[];
  readonly budgetLines: readonly BudgetLine[];
  readonly budgetTotals: readonly BudgetTotals[];
  readonly fees: readonly Fee[];
  readonly sections: readonly Section[];
  readonly deadlines: readonly Deadline[];
  readonly checkIns: readonly CheckIn[];
}

/** What an update did to a record. */
export interface Alteration {
  readonly version: number;
  /** The instant, ISO. */
  readonly at: string;
  /** The region's day. */
  readonly day: Day;
  /** The author's name. */
  readonly by: string;
  readonly what:
    | 'added'
    | 'moved'
    | 'edited'
    | 'cancelled'
    | 'restored'
    | 'status'
    | 'hosts'
    | 'role'
    | 'deadline'
    | 'check-in';
  /** The fields that it set; empty where it is of the record as a whole. */
  readonly fields: readonly Field[];
  /** The days it was moved from. */
  readonly was: Days | null;
}

/** Looks a record up by an id that is known to be valid: references are checked when the plan is made. */
export type Lookup<Id, Item> = (id: Id) => Item;

/** Its meetings and occasions are those that are held, its hostings those that hold. */
export interface Plan extends PlanRecords {
  /** The year that it is narrowed to; null for all that there is. */
  readonly year: number | null;
  /** What older plans say of years that a newer plan says too. */
  readonly replacedHostings: readonly Hosting[];
  readonly cancelled: { readonly meetings: readonly Meeting[]; readonly occasions: readonly Occasion[] };
  /** What updates did to a record, oldest first; empty for one that stands as its document has it. */
  readonly alterations: (key: RecordKey) => readonly Alteration[];
  readonly document: Lookup<DocumentId, PlanDocument>;
  readonly municipality: Lookup<MunicipalityId, Municipality>;
  readonly group: Lookup<GroupId, Group>;
  readonly person: Lookup<PersonId, Person>;
  readonly conference: Lookup<ConferenceId, Conference>;
  readonly meeting: Lookup<MeetingId, Meeting | Occasion>;
  readonly area: Lookup<AreaId, Area>;
  readonly goal: Lookup<GoalId, Goal>;
  readonly objective: Lookup<ObjectiveId, Objective>;
  readonly activity: Lookup<ActivityId, Activity>;
}

function lookup<Id extends string, Item extends { readonly id: Id }>(
  what: string,
  ...lists: readonly (readonly Item[])[]
): Lookup<Id, Item> {
  const byId = new Map(lists.flat().map((item) => [item.id, item]));
  return (id) => {
    const found = byId.get(id);
    if (!found) throw new Error(`the plan has no ${what} with the id "${id}"`);
    return found;
  };
}

/** Indexes records that have been validated; meetings and occasions are put in order of time. */
export function makePlan(
  records: PlanRecords,
  alterations: ReadonlyMap<RecordKey, readonly Alteration[]> = new Map(),
): Plan {
  const meetings = [...records.meetings].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  const { occasions } = records;
  const rotations = rotationsOf(records.hostings, records.documents);
  return {
    ...records,
    year: null,
    hostings: rotations.inForce,
    replacedHostings: rotations.replaced,
    meetings: meetings.filter(({ cancelled }) => !cancelled),
    occasions: occasions.filter(({ cancelled }) => !cancelled),
    cancelled: {
      meetings: meetings.filter(({ cancelled }) => cancelled),
      occasions: occasions.filter(({ cancelled }) => cancelled),
    },
    alterations: (key) => alterations.get(key) ?? [],
    document: lookup('document', records.documents),
    municipality: lookup('municipality', records.municipalities),
    group: lookup('group', records.groups),
    person: lookup('person', records.people),
    conference: lookup('conference', records.conferences),
    meeting: lookup<MeetingId, Meeting | Occasion>('meeting', meetings, records.occasions),
    area: lookup('area', records.areas),
    goal: lookup('goal', records.goals),
    objective: lookup('objective', records.objectives),
    activity: lookup('activity', records.activities),
  };
}

/** ISO days in order of time. */
function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a period has a day in a year that there is a plan for. */
export function isPlanned(plan: PlanRecords, period: Period): boolean {
  return plan.documents.some(({ year }) => overlaps(period, `${year}-01-01`, `${year}-12-31`));
}
