// Everything that the bot can say: facts of the plan with their sources, before they are put into words.
import type { Activity, Area, Goal, Objective } from './plan/activity.ts';
import type { BudgetLine, BudgetTotals, Fee } from './plan/budget.ts';
import type { PlanDocument, Section } from './plan/document.ts';
import type { Hosting, Meeting, Occasion } from './plan/meeting.ts';
import type { Conference, Group, Municipality, Person, Role } from './plan/region.ts';
import type { Localized, Note, Source } from './plan/source.ts';
import type {
  ActivitiesQuery,
  ActivityQuery,
  AgendaQuery,
  BudgetQuery,
  ClarifyQuery,
  ConferenceQuery,
  DocumentQuery,
  Focus,
  GoalsQuery,
  GroupQuery,
  HostsQuery,
  MeetingsQuery,
  MissingQuery,
  MunicipalitiesQuery,
  MunicipalityQuery,
  NetworksQuery,
  NotInPlanQuery,
  PartiesQuery,
  PassagesQuery,
  Query,
  RolesQuery,
  SingleQuery,
  TalkQuery,
} from './query.ts';

/** A fact is a record of the plan, whole: what of it is said depends on what was asked. */
export type Fact =
  | { readonly kind: 'meeting'; readonly record: Meeting }
  | { readonly kind: 'occasion'; readonly record: Occasion }
  | { readonly kind: 'hosting'; readonly record: Hosting }
  | { readonly kind: 'activity'; readonly record: Activity }
  | { readonly kind: 'role'; readonly record: Role }
  | { readonly kind: 'person'; readonly record: Person }
  | { readonly kind: 'group'; readonly record: Group }
  | { readonly kind: 'conference'; readonly record: Conference }
  | { readonly kind: 'area'; readonly record: Area }
  | { readonly kind: 'goal'; readonly record: Goal }
  | { readonly kind: 'objective'; readonly record: Objective }
  | { readonly kind: 'budget-line'; readonly record: BudgetLine }
  | { readonly kind: 'budget-totals'; readonly record: BudgetTotals }
  | { readonly kind: 'fee'; readonly record: Fee }
  | { readonly kind: 'section'; readonly record: Section };

/** Why a list of meetings is empty. */
export type NoneReason =
  /** The newest plan is over. */
  | 'none-upcoming'
  /** The period lies outside the years that there is a plan for. */
  | 'outside-plan'
  /** Nothing in the plan fits. */
  | 'no-match';

export type CalendarItem = Extract<Fact, { kind: 'meeting' | 'occasion' }>;

/** One conference with what the plan says of it for the years in question. */
export interface ConferenceCase {
  readonly conference: Conference;
  readonly occasions: readonly Occasion[];
  readonly hostings: readonly Hosting[];
}

/** A conference's rotation as far as it was asked for. */
export interface Rotation {
  readonly conference: Conference;
  readonly hostings: readonly Hosting[];
  /** The first and last years that the plan names hosts for; null where it names none. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

export interface GoalTree {
  readonly area: Area;
  readonly goals: readonly { readonly goal: Goal; readonly objectives: readonly Objective[] }[];
  /** Objectives that hang directly under the area. */
  readonly objectives: readonly Objective[];
}

/** What was found for a query; one member a kind of query. */
export type Outcome =
  | {
      readonly kind: 'meetings';
      readonly query: MeetingsQuery;
      readonly items: readonly CalendarItem[];
      readonly none: NoneReason | null;
      /** True where nothing is at the place asked about, and the items are what is held elsewhere that day. */
      readonly elsewhere: boolean;
    }
  | { readonly kind: 'group'; readonly query: GroupQuery; readonly groups: readonly Group[] }
  | { readonly kind: 'conference'; readonly query: ConferenceQuery; readonly cases: readonly ConferenceCase[] }
  | {
      readonly kind: 'hosts';
      readonly query: HostsQuery;
      readonly rotations: readonly Rotation[];
      readonly year: number | null;
    }
  | { readonly kind: 'activity'; readonly query: ActivityQuery; readonly activities: readonly Activity[] }
  | {
      readonly kind: 'activities';
      readonly query: ActivitiesQuery;
      readonly activities: readonly Activity[];
      /** Whether any activity of the plan has a reported status. */
      readonly anyStatus: boolean;
    }
  | {
      readonly kind: 'parties';
      readonly query: PartiesQuery;
      readonly counts: readonly { readonly municipality: Municipality; readonly activities: number }[];
    }
  | { readonly kind: 'networks'; readonly query: NetworksQuery; readonly networks: readonly Group[] }
  | {
      readonly kind: 'roles';
      readonly query: RolesQuery;
      readonly roles: readonly Role[];
      readonly people: readonly Person[];
      readonly activities: readonly Activity[];
      /** The groups asked about for which the plan names no holder. */
      readonly without: readonly Group[];
    }
  | { readonly kind: 'goals'; readonly query: GoalsQuery; readonly trees: readonly GoalTree[]; readonly count: number }
  | {
      readonly kind: 'budget';
      readonly query: BudgetQuery;
      readonly lines: readonly BudgetLine[];
      readonly totals: BudgetTotals | null;
      readonly fee: Fee | null;
    }
  | {
      readonly kind: 'agenda';
      readonly query: AgendaQuery;
      readonly items: readonly CalendarItem[];
      readonly activities: readonly Activity[];
      readonly none: NoneReason | null;
    }
  | {
      readonly kind: 'municipality';
      readonly query: MunicipalityQuery;
      readonly municipality: Municipality;
      readonly activities: readonly Activity[];
      readonly meetings: readonly CalendarItem[];
      readonly hostings: readonly Hosting[];
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'municipalities';
      readonly query: MunicipalitiesQuery;
      readonly municipalities: readonly Municipality[];
    }
  | {
      readonly kind: 'passages';
      readonly query: PassagesQuery;
      readonly passages: readonly { readonly section: Section; readonly paragraphs: readonly Localized[] }[];
    }
  | {
      readonly kind: 'document';
      readonly query: DocumentQuery;
      readonly documents: readonly PlanDocument[];
      readonly oddities: readonly Note[];
    }
  | {
      readonly kind: 'missing';
      readonly query: MissingQuery;
      readonly withoutPlace: readonly CalendarItem[];
      readonly withoutDate: readonly Occasion[];
      readonly withoutCost: number;
      readonly withoutResponsible: readonly Activity[];
      readonly activities: number;
    }
  | { readonly kind: 'talk'; readonly query: TalkQuery }
  | { readonly kind: 'clarify'; readonly query: ClarifyQuery; readonly activities: readonly Activity[] }
  | { readonly kind: 'not-in-plan'; readonly query: NotInPlanQuery };

export interface SingleAnswer {
  readonly outcome: Outcome;
  /** All that the reply may state; nothing else is ever said of the plan. */
  readonly facts: readonly Fact[];
  /** Doubts that the asker should know of, each once. */
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  /** What the asker may want next; each is answered as it stands. At most three. */
  readonly suggestions: readonly SingleQuery[];
  readonly focus: Focus;
}

/** One answer a question; a message may hold two questions. */
export interface Answer {
  readonly query: Query;
  readonly parts: readonly SingleAnswer[];
}
