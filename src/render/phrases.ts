// The shape of a language's phrases. Every language must have each of them: the compiler says which is missing.
import type { Status } from '../plan/activity.ts';
import type { RoleKind } from '../plan/region.ts';
import type { AgendaQuery } from '../query.ts';

/** One or many. */
export const several = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** A part of a sentence that may be missing, with the space before it. */
export const spaced = (part: string): string => (part === '' ? '' : ` ${part}`);

export interface Phrases {
  // Words
  readonly yes: string;
  readonly no: string;
  readonly source: string;
  readonly note: string;
  readonly appendix: string;
  readonly municipality: (name: string) => string;
  readonly role: Readonly<Record<RoleKind, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly labels: Readonly<
    Record<
      | 'date'
      | 'time'
      | 'place'
      | 'hosts'
      | 'responsible'
      | 'when'
      | 'cost'
      | 'status'
      | 'comment'
      | 'goal'
      | 'objective'
      | 'area'
      | 'partners'
      | 'participants'
      | 'organisers'
      | 'theme'
      | 'frequency'
      | 'members'
      | 'purpose'
      | 'chair'
      | 'meetings'
      | 'activities'
      | 'hosting'
      | 'roles'
      | 'income'
      | 'costs'
      | 'sum'
      | 'networks'
      | 'weekday'
      | 'seat'
      | 'group'
      | 'names',
      string
    >
  >;
  readonly regional: string;
  readonly operations: string;

  // Meetings. `what` is such as "möte med samarbetskommittén"; `when` and `at` come formatted.
  readonly meetingOf: (group: string, definite: boolean) => string;
  readonly planningOf: (group: string, definite: boolean) => string;
  readonly lunchToLunch: string;
  readonly planning: string;
  readonly at: (place: string, venue: boolean) => string;
  readonly meetingIs: (
    which: 'next' | 'latest' | 'first' | 'final' | 'plain',
    what: string,
    when: string,
    past: boolean,
  ) => string;
  readonly meetingWhere: (what: string, when: string, at: string, past: boolean) => string;
  readonly noPlace: (what: string, when: string) => string;
  readonly noHours: (what: string, when: string) => string;
  readonly starts: (what: string, when: string, start: string, end: string) => string;
  readonly ends: (what: string, when: string, start: string, end: string) => string;
  readonly lasts: (what: string, when: string, length: string, hours: string) => string;
  readonly isWeekday: (when: string, weekday: string) => string;
  readonly inDays: (what: string, when: string, days: number) => string;
  readonly meetingCount: (subject: string, count: number, scope: string, span: 'any' | 'ahead' | 'held') => string;
  readonly meetingList: (subject: string, count: number, scope: string, span: 'any' | 'ahead' | 'held') => string;
  readonly daypart: Readonly<Record<'morning' | 'afternoon' | 'evening', string>>;
  /** What is held on a day without meetings. */
  readonly besides: (name: string, when: string, at: string) => string;
  readonly inWeek: (what: string, week: number, when: string, past: boolean) => string;
  readonly everybody: string;
  readonly noMeeting: (subject: string, scope: string, isNo: boolean) => string;
  readonly noMoreMeetings: (subject: string, years: string) => string;
  readonly outsidePlan: (scope: string, years: string) => string;
  readonly noneBeside: (side: 'after' | 'before', years: string) => string;

  // Groups
  readonly usualHours: (group: string, weekdays: string, start: string, end: string) => string;
  readonly usualStart: (group: string, start: string, end: string) => string;
  readonly usualEnd: (group: string, start: string, end: string) => string;
  readonly usualLength: (group: string, length: string, start: string, end: string) => string;
  readonly usualWeekday: (group: string, weekdays: string, start: string, end: string) => string;
  readonly noUsual: (group: string) => string;
  readonly notStated: (what: string, of: string) => string;
  /** Of a group, which meets, or of a conference, which is held. */
  readonly howOftenUnknown: (of: string, isGroup: boolean) => string;
  readonly partnersUnknown: (of: string) => string;
  readonly membersOf: (group: string, members: string) => string;
  readonly municipalitiesIn: (group: string, names: string, count: number) => string;
  readonly networkFor: (name: string, areas: string) => string;
  readonly groupList: (count: number) => string;
  readonly networkList: (count: number) => string;
  readonly noNetwork: string;

  // Conferences and hosts
  readonly conferenceIs: (name: string, when: string, at: string, past: boolean) => string;
  readonly conferenceSeason: (name: string, when: string) => string;
  readonly conferenceNoDate: (name: string, year: string) => string;
  readonly conferenceList: (count: number) => string;
  readonly noConferences: (scope: string) => string;
  readonly hostIs: (
    hosts: string,
    count: number,
    name: string,
    year: number,
    tense: 'past' | 'present' | 'future',
  ) => string;
  /** What an older plan says of the hosts of a year. */
  readonly otherHosts: (document: string, hosts: string, count: number, name: string, year: number) => string;
  readonly hostUnknown: (name: string, year: number, span: string) => string;
  readonly hostYears: (municipality: string, turns: string) => string;
  readonly hostTurn: (name: string, year: number, together: string) => string;
  readonly hostNever: (municipality: string, name: string, span: string) => string;
  readonly hostCheck: (yes: boolean, rest: string) => string;
  readonly rotation: (name: string, span: string) => string;
  readonly hostCount: (municipality: string, count: number) => string;
  readonly hostNumber: (name: string, count: string, one: boolean) => string;
  readonly noHosts: (name: string) => string;
  readonly noMoreHosts: (name: string, span: string) => string;
  readonly partnersOf: (name: string, partners: string) => string;

  // Activities
  readonly responsibleFor: (names: string, count: number, activity: string) => string;
  readonly nobodyResponsible: (activity: string) => string;
  readonly scheduleOf: (activity: string, when: string) => string;
  readonly noSchedule: (activity: string) => string;
  readonly costOf: (activity: string, amount: string, wording: string | null) => string;
  readonly noCost: (activity: string) => string;
  readonly noStatus: (activity: string, when: string) => string;
  /** `status` with its day and comment. */
  readonly statusOf: (activity: string, status: string) => string;
  readonly goalOf: (activity: string, objective: string, area: string) => string;
  readonly involved: (who: string, activity: string, yes: boolean, others: string) => string;
  readonly activityCount: (count: number, scope: string) => string;
  readonly activityList: (count: number, scope: string) => string;
  readonly noActivities: (scope: string) => string;
  readonly noStatuses: string;
  readonly statusAsked: (status: string) => string;
  readonly sumOf: (scope: string, sum: string, withAmount: number, total: number) => string;
  readonly noSum: (scope: string, total: number) => string;
  readonly dearest: (activity: string, amount: string) => string;
  readonly cheapest: (activity: string, amount: string) => string;
  readonly scope: {
    readonly of: (names: string, one: boolean) => string;
    readonly in: (names: string) => string;
    readonly ongoing: string;
    readonly asNeeded: string;
    readonly unspecified: string;
    readonly dated: string;
    readonly withCost: string;
    readonly withoutCost: string;
    readonly withoutStatus: string;
    readonly alone: string;
    readonly nobody: string;
    readonly atLeast: (amount: string, exclusive: boolean) => string;
    readonly atMost: (amount: string, exclusive: boolean) => string;
  };
  readonly partyCounts: (most: boolean, names: string, count: number) => string;
  readonly activitiesShort: (count: number) => string;
  readonly whichActivity: string;
  readonly lens: (municipality: string, scope: string) => string;
  readonly noLens: (municipality: string, scope: string) => string;

  // People
  readonly roleIs: (
    role: string,
    group: string,
    person: string,
    home: string | null,
    term: string,
    past: boolean,
  ) => string;
  readonly roleUntil: (person: string, role: string, group: string, term: string) => string;
  readonly term: (from: string | null, until: string | null) => string;
  readonly roleUnknown: (role: string, group: string) => string;
  readonly notGiven: string;
  readonly noRole: string;
  readonly personFrom: (person: string, municipality: string) => string;
  readonly personUnknownHome: (person: string) => string;
  readonly personResponsible: (person: string, activities: string) => string;
  readonly municipalityList: (count: number, names: string) => string;
  readonly memberCheck: (name: string) => string;

  // Goals and budget
  readonly areaList: (count: number) => string;
  readonly goalCount: (count: number, level: 'areas' | 'goals' | 'objectives', scope: string) => string;
  readonly goalsIn: (area: string) => string;
  readonly objectivesIn: (area: string) => string;
  readonly goalList: (count: number, level: 'goals' | 'objectives') => string;
  readonly noGoals: string;
  readonly budgetTotal: (year: number, income: string, cost: string, balanced: boolean) => string;
  readonly budgetLine: (title: string, amount: string, approximate: boolean, kind: 'income' | 'cost') => string;
  readonly budgetLines: (what: 'income' | 'costs' | 'lines', sum: string, year: number) => string;
  readonly budgetExtreme: (largest: boolean, title: string, amount: string, approximate: boolean) => string;
  readonly shareOf: (title: string, percent: string, amount: string, total: string) => string;
  readonly noBudget: (year: number) => string;
  readonly fee: (amount: string) => string;
  readonly feeDecision: (amount: string, day: string, by: string, from: string) => string;
  readonly approximately: string;

  // Agenda
  readonly month: string;
  readonly year: string;
  readonly now: (month: string) => string;
  readonly thisYear: (year: number) => string;
  readonly ofAll: (count: number, all: number) => string;
  readonly statusOverview: (count: number, reported: number, scope: string) => string;
  readonly agenda: (scope: string) => string;
  readonly ahead: string;
  readonly noAgenda: (scope: string, content: AgendaQuery['content']) => string;
  readonly calendarHeading: string;
  readonly activitiesHeading: string;
  readonly hostingHeading: string;
  readonly rolesHeading: string;
  readonly more: (count: number) => string;

  // The document and what it lacks
  readonly appendices: (count: number) => string;
  readonly appendixIs: (number: number, title: string) => string;
  readonly noAppendix: (number: number) => string;
  readonly documentIs: (title: string, year: number) => string;
  readonly oddities: (count: number) => string;
  readonly missing: (places: number, dates: number, costs: number, activities: number) => string;
  readonly missingPlaces: (count: number) => string;
  readonly noMissingPlaces: string;
  readonly planSays: (title: string) => string;

  // Talk
  /** The examples are names of the plan at hand. */
  readonly help: (group: string) => string;
  /** What can be asked about, each with an example. */
  readonly helpThemes: (named: {
    readonly group: string;
    readonly municipality: string;
    readonly activity: string;
    readonly month: string;
  }) => readonly (readonly [theme: string, example: string])[];
  readonly helpMember: string;
  readonly talk: Readonly<
    Record<
      | 'greeting'
      | 'thanks'
      | 'farewell'
      | 'who-are-you'
      | 'how-are-you'
      | 'agree'
      | 'decline'
      | 'praise'
      | 'complaint'
      | 'empty',
      string
    >
  >;
  readonly today: (day: string, week: number) => string;
  readonly welcome: (cooperation: string) => string;
  readonly notInPlan: string;
  readonly notInPlanWords: (words: string) => string;
  /** With the words that were not understood, where there are a few. */
  readonly unsure: (words: string | null) => string;
  readonly tooLong: string;
  readonly cannotWrite: string;
  readonly apology: (reference: string) => string;
  /** On a card that has changed; `time` of the day. */
  readonly updated: (time: string) => string;
  readonly nothingFound: (text: string) => string;
  readonly tooMany: string;
  readonly canAsk: string;
  readonly or: string;
  /** Titles of buttons, at most some 40 characters. */
  readonly buttons: {
    readonly more: (rest: number) => string;
    readonly latestMeeting: string;
    readonly nextMeeting: string;
    readonly after: string;
    readonly upcoming: string;
    readonly rotation: (name: string | null) => string;
    readonly when: (name: string) => string;
    readonly about: (name: string) => string;
    readonly responsible: string;
    readonly schedule: string;
    readonly cost: string;
    readonly details: string;
    readonly hostWhen: (municipality: string) => string;
    readonly budgetLines: string;
    readonly municipality: (name: string) => string;
    readonly networks: string;
    readonly agenda: string;
    /** Opens the tab at what the answer is about. */
    readonly tab: string;
  };
}
