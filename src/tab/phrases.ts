// The shape of the tab's own words in a language; whatever chat says too comes from `render/`.
import type { ViewName } from './address.ts';

export interface TabPhrases {
  readonly views: Readonly<Record<ViewName, string>>;
  /** What a view is for, in a sentence under its name. */
  readonly about: Readonly<Record<ViewName, string>>;
  readonly navigation: string;
  readonly skip: string;
  readonly skipWheel: string;
  readonly otherLanguage: string;
  readonly print: string;
  readonly asOf: (when: string) => string;
  readonly version: (version: number) => string;
  readonly noChangesYet: string;
  readonly updated: string;
  readonly failed: string;
  readonly unread: (values: string) => string;
  readonly filter: string;
  readonly show: string;
  readonly clear: string;
  readonly all: string;
  readonly weekShort: string;
  readonly today: string;
  readonly next: string;
  readonly previousYear: (year: number) => string;
  readonly nextYear: (year: number) => string;

  // Records
  readonly columns: Readonly<
    Record<
      | 'when'
      | 'what'
      | 'place'
      | 'activity'
      | 'responsible'
      | 'time'
      | 'cost'
      | 'status'
      | 'year'
      | 'municipality'
      | 'conference'
      | 'group'
      | 'area',
      string
    >
  >;
  readonly noPlace: string;
  readonly noCost: string;
  readonly noStatus: string;
  readonly nobody: string;
  readonly cancelled: string;
  readonly changed: string;
  readonly back: (view: string) => string;
  readonly history: string;
  readonly addToCalendar: string;
  readonly subscribe: string;
  readonly edit: string;
  readonly details: string;
  readonly newMeeting: string;
  readonly moveMeeting: string;
  readonly cancelMeeting: string;
  readonly restoreMeeting: string;
  readonly postStatus: string;
  readonly editActivity: string;
  readonly notFound: string;

  // Wheel
  readonly wheelOf: (year: number) => string;
  readonly wheelTable: (year: number) => string;
  readonly conferences: string;
  readonly activities: string;
  readonly legend: string;
  readonly hint: string;
  readonly inMonth: (count: number, month: string) => string;
  readonly withoutTime: (count: number, total: number) => string;
  readonly nothingInYear: (year: number, years: string) => string;
  readonly otherGroups: string;

  // Calendar
  readonly upcoming: string;
  readonly earlier: (count: number) => string;
  readonly noUpcoming: (years: string) => string;
  readonly noneFit: string;
  readonly undated: string;
  readonly inMunicipality: string;

  // Action plan
  readonly costs: Readonly<Record<'stated' | 'unstated', string>>;
  readonly times: Readonly<Record<'dated' | 'ongoing' | 'as-needed' | 'unspecified', string>>;
  readonly unreported: string;
  readonly noActivities: string;
  readonly activityCount: (count: number, total: number) => string;
  readonly sum: (amount: string, withAmount: number, total: number) => string;
  readonly noSum: (total: number) => string;
  readonly missing: (parts: readonly string[]) => string;
  readonly missingStatus: (count: number) => string;
  readonly missingTime: (count: number) => string;
  readonly missingResponsible: (count: number) => string;
  readonly pages: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly previous: string;
  readonly following: string;

  // Hosts
  readonly byYear: string;
  readonly byMunicipality: string;
  readonly notInPlan: string;
  readonly planEnds: (span: string) => string;
  readonly neverHosts: string;
  readonly together: (others: string) => string;
  readonly noHosts: string;

  // Changes
  readonly since: string;
  readonly kinds: Readonly<Record<'meetings' | 'activities', string>>;
  readonly kind: string;
  readonly changeNumber: (version: number) => string;
  readonly undone: string;
  readonly newestOf: (shown: number, total: number) => string;

  // Changing
  readonly cancelForm: string;
  readonly changing: string;
  readonly nothingYet: string;
  readonly turnedInto: string;
  readonly backToStart: string;

  // Signing in; before it is known which plan this is
  readonly signIn: {
    readonly title: string;
    readonly working: string;
    readonly why: string;
    readonly open: string;
    readonly needsScript: string;
    readonly failed: string;
    readonly again: string;
    readonly refused: string;
    readonly unavailable: string;
    readonly busy: string;
    readonly broken: (reference: string) => string;
  };
}
