// Everything that the bot can say: facts of the plan with their sources, before they are put into words.

import type { Slot, UpdateRequest } from './draft.ts';
import type { Activity, Area, Goal, Objective } from './plan/activity.ts';
import type { AudiencePart } from './plan/announcement.ts';
import type { BudgetLine, BudgetTotals, Fee } from './plan/budget.ts';
import type { Change, LedgerEntry, NamedRecord } from './plan/change.ts';
import type { Applied } from './plan/difference.ts';
import type { PlanDocument, Section } from './plan/document.ts';
import type { GroupId, MeetingId } from './plan/ids.ts';
import type { Review } from './plan/import-difference.ts';
import type { Hosting, Meeting, Occasion } from './plan/meeting.ts';
import type { Alteration, Plan } from './plan/plan.ts';
import type { Conference, Deadline, Group, Municipality, Person, Role } from './plan/region.ts';
import type { Day, WallTime } from './plan/schedule.ts';
import type { Localized, Note, Source } from './plan/source.ts';
import type {
  ActivitiesQuery,
  ActivityQuery,
  AgendaQuery,
  AnnouncementsQuery,
  AsOfQuery,
  BudgetQuery,
  CalendarQuery,
  ChangesQuery,
  CheckInsQuery,
  ClarifyQuery,
  ConferenceQuery,
  DeadlinesQuery,
  DocumentQuery,
  FileQuery,
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
  OrderQuery,
  PartiesQuery,
  PassagesQuery,
  Query,
  RemindersQuery,
  RolesQuery,
  SingleQuery,
  TalkQuery,
  UnansweredQuery,
  YearChangesQuery,
} from './query.ts';
import type { AnnouncementsStep } from './reminders/announced.ts';
import type { Reach } from './reminders/audience.ts';
import type { CheckInsStep } from './reminders/check-in-steps.ts';
import type { Notice } from './reminders/notice.ts';
import type { RemindersStep } from './reminders/steps.ts';
import type { Subscription } from './reminders/subscription.ts';

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
  | { readonly kind: 'section'; readonly record: Section }
  | { readonly kind: 'change'; readonly record: LedgerChange };

/** A change of the ledger with what it did. */
export interface LedgerChange {
  readonly entry: LedgerEntry;
  /** Null where the record is no longer in the plan's files. */
  readonly applied: Applied | null;
  /** Whether it was taken back since. */
  readonly undone: boolean;
  readonly source: null;
  readonly notes: readonly Note[];
}

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
  /** Those called off. */
  readonly cancelled: readonly Occasion[];
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

/** Something due before a meeting. */
export interface DueDeadline {
  readonly deadline: Deadline;
  readonly meeting: Meeting;
  readonly day: Day;
}

/** What somebody may do. `unknown`: the bot cannot tell who it is. */
export type Standing = 'secretary' | 'member' | 'unknown';

/** A question that the bot could not answer, without who asked it. */
export interface UnansweredQuestion {
  readonly id: string;
  readonly text: string;
  /** How often it was asked. */
  readonly count: number;
  readonly lastDay: Day;
}

/** What somebody should know of before a change is made; none of it forbids the change. */
export type Clash =
  /** Another meeting or conference on one of the days. */
  | { readonly kind: 'meeting'; readonly item: CalendarItem }
  | { readonly kind: 'holiday'; readonly day: Day; readonly name: Localized }
  | { readonly kind: 'weekend'; readonly day: Day }
  /** ISO weekdays: not the group's usual one. */
  | { readonly kind: 'weekday'; readonly day: Day; readonly usual: number }
  /** The group's usual hours are others. */
  | { readonly kind: 'hours'; readonly usual: { readonly start: WallTime; readonly end: WallTime } }
  /** There is no plan for the year. */
  | { readonly kind: 'year'; readonly year: number }
  /** No municipality, and no place that the plan names. */
  | { readonly kind: 'place'; readonly name: string }
  /** The end was not said: the meeting keeps its length. */
  | { readonly kind: 'length'; readonly end: WallTime }
  /** The clocks are put forward over this time that night, or show it twice; `real` is what they show then. */
  | { readonly kind: 'skipped' | 'twice'; readonly day: Day; readonly time: WallTime; readonly real: WallTime }
  /** Deadlines counted back from the meeting that are over already. */
  | { readonly kind: 'deadline'; readonly due: DueDeadline }
  /** The municipality hosts in that year twice, or in the year before or after too. */
  | { readonly kind: 'hosting'; readonly municipality: Municipality; readonly year: number }
  /** A row of the action plan that is dated on the day which a conference is moved from. */
  | { readonly kind: 'activity'; readonly activity: Activity };

/** Why a change is not made. Nothing was changed. */
export type UpdateProblem =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'impossible'; readonly words: string }
  /** Part of what was written was not understood. */
  | { readonly kind: 'unread'; readonly words: string }
  | { readonly kind: 'no-meeting'; readonly nearest: readonly CalendarItem[] }
  | { readonly kind: 'no-activity' }
  /** The meeting has been, or the day to move it to has. */
  | { readonly kind: 'past'; readonly item: CalendarItem | null; readonly day: Day }
  | { readonly kind: 'end-before-start'; readonly start: string; readonly end: string }
  | { readonly kind: 'cancelled'; readonly item: CalendarItem }
  | { readonly kind: 'not-cancelled'; readonly item: CalendarItem }
  /** In characters, unless it is a number of days. */
  | {
      readonly kind: 'too-long';
      readonly length: number;
      readonly most: number;
      readonly of?: 'working-days' | 'days' | 'message';
    }
  | { readonly kind: 'no-template'; readonly name: string; readonly known: readonly string[] }
  /** The bot is in no such channel or chat; or in several of the name. */
  | { readonly kind: 'no-place'; readonly name: string; readonly known: readonly string[]; readonly several: boolean }
  /** Nobody belongs to the audience. */
  | { readonly kind: 'no-recipients'; readonly audience: readonly AudiencePart[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'no-hosting'; readonly conference: Conference; readonly year: number | null }
  | { readonly kind: 'no-deadline'; readonly name: string }
  | { readonly kind: 'no-check-in' }
  | { readonly kind: 'no-draft' }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'already-undone'; readonly version: number }
  | { readonly kind: 'unknown-person'; readonly name: string }
  | { readonly kind: 'named-in-settings' }
  | { readonly kind: 'word-taken'; readonly word: string; readonly record: NamedRecord }
  /** Changed by somebody since. */
  | { readonly kind: 'conflict'; readonly meanwhile: readonly LedgerChange[] }
  /** The card is somebody else's. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'already-done'; readonly change: LedgerChange }
  /** No such proposal: forged, or long gone. */
  | { readonly kind: 'no-proposal' };

/** What somebody gets or loses of reminders with an office. */
export interface OfficeReminders {
  readonly name: string;
  readonly group: GroupId;
  readonly begins: boolean;
  /** What they will have of the group's; null where nothing is left. */
  readonly subscription: Subscription | null;
  /** The first that comes; null where the plan has none in store. */
  readonly next: Notice | null;
  /** Whether the bot can reach them. */
  readonly isReached: boolean;
}

/** What is wrong or odd in a file that was sent: where, what, and what would be right. */
export interface FileRemark {
  /** "Möten!C7", "groups.yaml:7:5"; empty for the file as a whole. */
  readonly place: string;
  readonly text: Localized;
  readonly hint: Localized | null;
}

/** What became of a file that was sent, before it is a change. */
export type FileStep =
  /** Nothing of it was applied. */
  | { readonly step: 'wrong'; readonly name: string; readonly remarks: readonly FileRemark[] }
  /** `size`: larger than a plan can be; `host`: from an address that files do not come from; `gone`: not to be had. */
  | {
      readonly step: 'unread';
      readonly name: string;
      readonly why: 'size' | 'host' | 'gone' | 'kind' | 'many' | 'scope';
    }
  | { readonly step: 'unchanged'; readonly name: string }
  /** Files are for the secretariat. */
  | { readonly step: 'not-allowed' }
  | ({ readonly step: 'link'; readonly query: FileQuery } & FileLink);

/** The address of a file. */
export interface FileLink {
  readonly url: string;
  /** How long it leads somewhere. */
  readonly minutes: number;
  /** Whether others than this machine can follow it. */
  readonly worksOutside: boolean;
}

/** What a plan that is to be imported changes, and what is odd in it. */
export interface ImportPreview {
  readonly review: Review;
  readonly warnings: readonly FileRemark[];
}

/** Where a change is on its way from a sentence into the ledger. */
export type UpdateStage =
  | {
      readonly stage: 'preview';
      /** What was asked for, to be amended by the next message. */
      readonly request: UpdateRequest;
      /** Names the proposal on the server. */
      readonly proposal: string;
      readonly change: Change;
      /** What it will do. */
      readonly applied: Applied;
      readonly clashes: readonly Clash[];
      readonly reason: string | null;
      /** How many conversations will be told; null where it is to be made quietly. */
      readonly told: number | null;
      /** What comes and goes with an office. */
      readonly offices: readonly OfficeReminders[];
      /** Whom a message reaches; null for every other change. */
      readonly reach: Reach | null;
      /** The change that is taken back, where this is an undo. */
      readonly undoes: LedgerChange | null;
      /** Of a whole plan. */
      readonly imports?: ImportPreview;
    }
  | {
      readonly stage: 'done';
      readonly change: LedgerChange /** Pressed twice: it was done the first time. */;
      readonly again: boolean;
    }
  /** `stands`: the change that was to be taken back. */
  | { readonly stage: 'withdrawn'; readonly stands?: LedgerChange }
  /** A message to everybody is confirmed once more, with the number of those whom it goes to. */
  | {
      readonly stage: 'sure';
      readonly proposal: string;
      readonly request: UpdateRequest;
      readonly audience: readonly AudiencePart[];
      readonly count: number;
    }
  | { readonly stage: 'ask'; readonly slot: Slot; readonly request: UpdateRequest }
  | {
      readonly stage: 'choose';
      readonly slot: Slot;
      /** Without the choice, to be completed by an answer in words. */
      readonly request: UpdateRequest;
      /** Each is the request with the choice made. */
      readonly options: readonly { readonly fact: Fact; readonly request: UpdateRequest }[];
    }
  | { readonly stage: 'refused'; readonly problem: UpdateProblem };

/** What a calendar link shows. */
export type LinkContent = Omit<CalendarQuery, 'kind' | 'act' | 'link' | 'unread'>;

/** A program that fetches calendars. */
export type LinkClient = 'outlook' | 'google' | 'apple' | 'thunderbird' | 'other';

/** One of the asker's own calendar links. Its address is kept nowhere. */
export interface CalendarLink {
  readonly id: string;
  readonly content: LinkContent;
  /** The last characters of the address. */
  readonly hint: string;
  readonly createdOn: Day;
  readonly lastFetch: { readonly day: Day; readonly client: LinkClient } | null;
}

/** A calendar link's address, which is told this once. */
export interface LinkAddress {
  readonly content: LinkContent;
  readonly url: string;
  /** Opens the reader's calendar program with the subscription. */
  readonly webcal: string;
  /** Whether others than this machine can follow it. */
  readonly worksOutside: boolean;
}

/** A meeting to put into a calendar. */
export interface CalendarFile {
  readonly item: CalendarItem;
  /** The address of its file. */
  readonly url: string;
  /** Teams' form for a new meeting, filled in; null where the hours are not known. */
  readonly teams: string | null;
}

/** What became of a wish for a calendar. */
export type CalendarStep =
  | {
      readonly step: 'files';
      readonly files: readonly CalendarFile[];
      /** How many meetings fit besides these. */
      readonly more: number;
      readonly worksOutside: boolean;
    }
  | {
      readonly step: 'created';
      readonly address: LinkAddress;
      /** A link to the same that the asker has already. */
      readonly existing: CalendarLink | null;
    }
  | { readonly step: 'rotated'; readonly address: LinkAddress }
  | { readonly step: 'links'; readonly links: readonly CalendarLink[] }
  | { readonly step: 'revoked'; readonly links: readonly CalendarLink[] }
  /** Which of several links is meant. */
  | { readonly step: 'choose'; readonly act: 'rotate' | 'revoke'; readonly links: readonly CalendarLink[] }
  /** The asker has no such link; `has` counts those that they have. */
  | { readonly step: 'no-such-link'; readonly has: number }
  | { readonly step: 'too-many'; readonly most: number }
  /** No meeting fits, or what fits is over, has no day, or is called off. */
  | { readonly step: 'nothing'; readonly why: 'no-match' | 'over' | 'no-day' | 'cancelled' }
  /** Words of weight that were not understood. */
  | { readonly step: 'unread'; readonly words: string }
  /** Links are personal, and the bot cannot tell who asks. */
  | { readonly step: 'unknown-asker' }
  /** Others read along here: whoever has a link's address can read the calendar. */
  | { readonly step: 'read-by-others' };

/** What was found for a query; one member a kind of query. */
export type Outcome =
  | {
      readonly kind: 'meetings';
      readonly query: MeetingsQuery;
      readonly items: readonly CalendarItem[];
      readonly none: NoneReason | null;
      /** Meetings that fit what was asked and are called off. */
      readonly cancelled: readonly CalendarItem[];
      /** Meetings that were on the day asked about and have been moved away from it. */
      readonly movedAway: readonly CalendarItem[];
      /** Conferences on the days for which meetings were asked in vain. */
      readonly besides: readonly CalendarItem[];
      /** Those of the items that are over, be it earlier the same day. */
      readonly ended: readonly MeetingId[];
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
      /** What a party answers for with others, where it was asked in vain what it answers for alone. */
      readonly shared: readonly Activity[];
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
      /** As the plan prints them, or what its lines add up to where it prints none. */
      readonly totals: Pick<BudgetTotals, 'year' | 'income' | 'cost'> | null;
      readonly fee: Fee | null;
    }
  | {
      readonly kind: 'agenda';
      readonly query: AgendaQuery;
      readonly items: readonly CalendarItem[];
      /** What would happen then, and is called off. */
      readonly cancelled: readonly CalendarItem[];
      /** What has been moved away from the days asked about. */
      readonly movedAway: readonly CalendarItem[];
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
  | {
      readonly kind: 'changes';
      readonly query: ChangesQuery;
      /** The first day that is told of; null for ever. */
      readonly since: Day | null;
      /** Newest first. */
      readonly changes: readonly LedgerChange[];
      /** How many there are, where these are only the newest of them. */
      readonly total: number;
    }
  | {
      readonly kind: 'order';
      readonly query: OrderQuery;
      /** Null where the plan has no such meeting. */
      readonly left: CalendarItem | null;
      readonly right: CalendarItem | null;
      /** Where the left is of the right; null where one of them is missing. */
      readonly side: 'before' | 'after' | 'same' | null;
    }
  | {
      readonly kind: 'year-changes';
      readonly query: YearChangesQuery;
      /** The year compared with; null where there is no earlier plan. */
      readonly from: number | null;
      /** Whether there is a plan for the later year. */
      readonly isPlanned: boolean;
      readonly added: readonly Activity[];
      readonly gone: readonly Activity[];
      /** Those of both years that cost something else or are answered for by others. */
      readonly changed: readonly { readonly before: Activity; readonly after: Activity }[];
    }
  | {
      readonly kind: 'as-of';
      readonly query: AsOfQuery;
      /** What has changed since that day, newest first. */
      readonly since: readonly LedgerChange[];
      /** The plan of that day, which an answer from it is told with. */
      readonly plan: Plan;
      /** What the plan of that day answers; null where the whole plan was asked for. */
      readonly then: SingleAnswer | null;
    }
  | {
      readonly kind: 'deadlines';
      readonly query: DeadlinesQuery;
      readonly due: readonly DueDeadline[];
      readonly rules: readonly Deadline[];
    }
  | {
      readonly kind: 'rights';
      readonly standing: Standing;
      /** Who the asker is to Entra, to be appointed by; null where unknown. */
      readonly person: string | null;
      /** Names of those who were appointed; the settings' own are ids only and not told. */
      readonly secretaries: readonly string[];
    }
  | { readonly kind: 'privacy'; readonly step: PrivacyStep }
  | {
      readonly kind: 'unanswered';
      readonly query: UnansweredQuery;
      readonly standing: Standing;
      readonly questions: readonly UnansweredQuestion[];
      /** How often answers were praised and blamed. */
      readonly praised: number;
      readonly blamed: readonly UnansweredQuestion[];
    }
  | { readonly kind: 'calendar'; readonly query: CalendarQuery; readonly step: CalendarStep }
  | { readonly kind: 'file'; readonly query: FileQuery | null; readonly step: FileStep }
  | { readonly kind: 'reminders'; readonly query: RemindersQuery; readonly step: RemindersStep }
  | { readonly kind: 'announcements'; readonly query: AnnouncementsQuery; readonly step: AnnouncementsStep }
  | { readonly kind: 'check-ins'; readonly query: CheckInsQuery; readonly step: CheckInsStep }
  | { readonly kind: 'update'; readonly step: UpdateStage }
  /** `standing`: whom help is for; absent elsewhere. */
  | { readonly kind: 'talk'; readonly query: TalkQuery; readonly standing?: Standing }
  | { readonly kind: 'clarify'; readonly query: ClarifyQuery; readonly activities: readonly Activity[] }
  | { readonly kind: 'not-in-plan'; readonly query: NotInPlanQuery };

/** The outcome of a kind. */
export type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

export interface SingleAnswer {
  readonly outcome: Outcome;
  /** All that the reply may state; nothing else is ever said of the plan. */
  readonly facts: readonly Fact[];
  /** Doubts that the asker should know of, each once. */
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  /** The newest update of each fact that one has altered: a source beside the document. */
  readonly alterations: readonly Alteration[];
  /** Which year's plan was asked, where that is not the present year's; null where it is, or does not matter. */
  readonly ofPlan: { readonly year: number; readonly why: 'asked' | 'newest' | 'draft' } | null;
  /** What older plans say of the hosts that are told, where it is something else. */
  readonly contradicted: readonly Hosting[];
  /** What the asker may want next; each is answered as it stands. At most three. */
  readonly suggestions: readonly SingleQuery[];
  readonly focus: Focus;
}

/** One answer a question; a message may hold two questions. */
export interface Answer {
  /** Null where a button moved a change along: nothing was asked. */
  readonly query: Query | null;
  readonly parts: readonly SingleAnswer[];
  /** Where it is not sure what was asked: the words that nothing in the plan explains, perhaps none. */
  readonly unsureOf?: readonly string[];
}

/** What the bot holds of somebody, how much of each. */
export interface Held {
  readonly names: number;
  readonly chats: number;
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly feeds: number;
  readonly proposals: number;
  readonly reports: number;
  readonly silences: number;
  readonly conversations: number;
}

/** What is not forgotten: the changes they have made to the plan, and that they may make more. */
interface Staying {
  readonly changes: number;
  readonly isSecretary: boolean;
}

export type PrivacyStep =
  | { readonly step: 'unknown' }
  /** Asked where others read along. */
  | { readonly step: 'elsewhere' }
  /** Where all of it is to be had as a file. */
  | { readonly step: 'file'; readonly link: FileLink }
  | ({
      readonly step: 'show' | 'forget';
      readonly name: string;
      readonly person: string;
      readonly held: Held;
    } & Staying)
  | ({ readonly step: 'forgotten'; readonly held: Held } & Staying);
