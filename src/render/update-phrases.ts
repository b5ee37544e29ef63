// The shape of a language's phrases about changes: before they are made, when they have been, and when they cannot be.
import type { Slot } from '../draft.ts';
import type { ChangeKind, ImportState } from '../plan/change.ts';
import type { Field, Tally } from '../plan/difference.ts';
import type { Alteration } from '../plan/plan.ts';
import type { Span } from '../plan/region.ts';

/** Before a change is made, and after. */
export type Tense = 'will' | 'did';

/** What a calendar's item is: the words that agree with it differ. */
export type ItemForm = 'meeting' | 'planning' | 'conference';

/** An item in words: its name as `itemName` gives it, definite, and when it is. */
export interface NamedItem {
  readonly form: ItemForm;
  readonly name: string;
  readonly when: string;
}

/** Somebody who changed something, and when. */
export interface Made {
  readonly by: string;
  readonly day: string;
  readonly time: string;
}

/** Clauses begin in lower case and have no full stop: they stand alone, or go on a sentence. */
export interface UpdatePhrases {
  readonly quote: (text: string) => string;
  /** A number in a running text; in words where it is small. */
  readonly number: (count: number) => string;
  readonly the: (item: Pick<NamedItem, 'form' | 'name'>) => string;

  // What a change does
  /** `name` is indefinite here. */
  readonly added: (tense: Tense, item: NamedItem) => string;
  readonly removed: (tense: Tense, item: NamedItem) => string;
  readonly cancelled: (tense: Tense, item: NamedItem) => string;
  readonly restored: (tense: Tense, item: NamedItem) => string;
  /** `when` is the new time, and the place. */
  readonly moved: (tense: Tense, item: NamedItem, from: string) => string;
  /** There was no day before. */
  readonly dated: (tense: Tense, item: NamedItem) => string;
  /** What else becomes of it: `verbs` as the next ones say it. */
  readonly becomes: (item: NamedItem, verbs: string) => string;
  readonly gets: (tense: Tense, news: string) => string;
  readonly loses: (tense: Tense, what: string) => string;
  readonly newTime: (hours: string) => string;
  readonly newPlace: (place: string) => string;
  readonly newTitle: (title: string) => string;
  readonly lost: Readonly<Record<'time' | 'place' | 'title', string>>;
  readonly status: (tense: Tense, activity: string, status: string | null, comment: string | null) => string;
  readonly comment: (tense: Tense, activity: string, comment: string | null) => string;
  readonly responsible: (tense: Tense, activity: string, names: string) => string;
  readonly schedule: (tense: Tense, activity: string, when: string) => string;
  readonly cost: (tense: Tense, activity: string, amount: string) => string;
  /** Hosts empty where nobody is. */
  readonly hosts: (tense: Tense, conference: string, year: number, hosts: string, count: number) => string;
  readonly holder: (
    tense: Tense,
    office: { readonly role: string; readonly group: string },
    holder: string | null,
    term: string,
    before: string | null,
  ) => string;
  readonly termSet: (tense: Tense, office: { readonly role: string; readonly group: string }, term: string) => string;
  readonly deadline: (tense: Tense, name: string, group: string, days: number | null) => string;
  /** `before`: null where nothing is asked any more. */
  readonly checkIn: (tense: Tense, group: string, before: Span | null) => string;
  readonly synonym: (tense: Tense, word: string, record: string, gone: boolean) => string;
  readonly secretary: (tense: Tense, name: string, gone: boolean) => string;
  /** `name` is quoted; `tally` as the next one says it. */
  readonly imported: (tense: Tense, name: string, state: ImportState, tally: string) => string;
  readonly published: (tense: Tense, name: string, state: ImportState, tally: string) => string;
  /** The import was taken back. */
  readonly planGone: (tense: Tense, name: string, state: ImportState) => string;
  /** "12 nya, 1 flyttad och 3 ändrade poster" */
  readonly tally: (tally: Tally) => string;
  readonly undone: (tense: Tense, version: number, clause: string) => string;
  readonly nothing: string;
  readonly gone: string;
  // What it is about
  readonly office: (role: string, group: string) => string;
  readonly hosting: (conference: string) => string;
  readonly dueName: (name: string, group: string) => string;
  readonly checkInName: (group: string) => string;
  readonly spanBefore: (span: Span) => string;
  readonly meansOf: (word: string) => string;
  readonly rightOf: (name: string) => string;
  readonly planOf: (name: string) => string;
  // Fields before and after
  readonly fields: Readonly<Record<Field, string>>;
  readonly asPlanned: string;
  readonly calledOff: string;
  readonly workingDays: (days: number) => string;
  readonly takenAway: string;
  readonly became: (before: string, after: string) => string;
  readonly wasTakenAway: (before: string) => string;

  // Preview
  readonly isRight: string;
  readonly answerYesOrNo: string;
  readonly consider: string;
  readonly reason: string;
  readonly told: string;
  readonly toldNobody: string;
  /** What the same message asks for, and is shown when this has been answered. */
  readonly later: string;
  readonly toldQuietly: string;
  readonly toldCount: (count: number) => string;
  readonly clash: {
    readonly meeting: (item: NamedItem, owner: string, hours: string) => string;
    readonly holiday: (day: string, name: string) => string;
    readonly weekend: (date: string, weekday: string) => string;
    readonly weekday: (group: string, usual: string, date: string, weekday: string) => string;
    readonly hours: (group: string, hours: string) => string;
    readonly year: (year: number) => string;
    readonly place: (name: string) => string;
    readonly length: (end: string) => string;
    readonly skipped: (date: string, time: string, real: string) => string;
    readonly twice: (date: string, time: string, real: string) => string;
    readonly deadline: (name: string, day: string) => string;
    readonly hosting: (municipality: string, year: number) => string;
    /** A row of the action plan that stays on its day. */
    readonly activity: (name: string, when: string) => string;
  };
  readonly confirm: Readonly<Record<ChangeKind, string>>;
  readonly withdraw: string;

  // After it
  readonly done: (clause: string, version: number) => string;
  readonly doneBefore: (clause: string, version: number, undone: boolean) => string;
  readonly undoHint: (version: number) => string;
  readonly undo: (version: number) => string;
  readonly withdrawn: string;
  /** That a change which was to be taken back has not been. */
  readonly stands: (clause: string, version: number) => string;

  // What is missing
  /** Each with an example. */
  readonly ask: Readonly<Record<Slot, string>>;
  readonly which: Readonly<Record<'meeting' | 'group' | 'activity' | 'conference' | 'record' | 'other', string>>;
  readonly options: (names: readonly string[]) => string;

  // Why not. Each says what is wrong, that nothing was changed, and what to do.
  readonly problem: {
    readonly notAllowed: string;
    readonly impossible: (words: string) => string;
    readonly unread: (words: string) => string;
    readonly noMeeting: (nearest: string) => string;
    readonly noActivity: string;
    readonly pastItem: (item: NamedItem) => string;
    readonly pastDay: (date: string) => string;
    readonly pastToday: string;
    readonly endBeforeStart: (start: string, end: string) => string;
    readonly cancelled: (item: NamedItem) => string;
    readonly notCancelled: (item: NamedItem) => string;
    readonly tooLong: (length: string, most: string) => string;
    readonly tooManyDays: (days: string, most: string) => string;
    readonly tooFarAhead: (days: string, most: string) => string;
    readonly unchanged: string;
    readonly noHosting: (conference: string, year: number) => string;
    readonly noSwap: (conference: string) => string;
    readonly noDraft: string;
    readonly noDeadline: (name: string) => string;
    readonly noCheckIn: string;
    readonly nothingToUndo: string;
    readonly alreadyUndone: (version: number) => string;
    readonly unknownPerson: (name: string) => string;
    readonly namedInSettings: string;
    readonly wordTaken: (word: string, record: string) => string;
    readonly conflict: (made: Made, clause: string) => string;
    readonly conflicts: (count: number) => string;
    readonly foreign: string;
    readonly expired: string;
    readonly withdrawn: string;
    readonly noProposal: string;
  };

  // Answers over the ledger
  readonly changes: (count: number, total: number, scope: string) => string;
  readonly noChanges: (scope: string) => string;
  readonly since: (date: string) => string;
  readonly sinceMeeting: (date: string) => string;
  readonly sinceLast: string;
  readonly inAll: string;
  readonly through: (date: string) => string;
  readonly madeBy: (name: string, date: string) => string;
  readonly why: (reason: string) => string;
  readonly isUndone: string;
  readonly who: (made: Made, clause: string) => string;
  /** The same where a certain change was asked for, and not the latest of all. */
  readonly whoDid: (made: Made, clause: string) => string;
  /** What changes were made to: "av mötena i maj". */
  readonly inItems: (period: string) => string;
  readonly whoUndone: string;
  readonly noChangeOf: string;
  readonly planThen: (day: string) => string;
  readonly nothingSince: (day: string) => string;
  readonly asOf: (date: string, answer: string) => string;
  readonly backThen: (values: string) => string;
  readonly notThere: string;
  readonly noValue: string;

  // Deadlines
  readonly due: (name: string, day: string, days: number, meeting: string, past: boolean) => string;
  readonly dueList: (count: number) => string;
  readonly dueBefore: (meeting: string, days: number) => string;
  readonly noDue: (name: string, days: number, group: string) => string;
  readonly noDeadlines: string;

  // Rights
  readonly isSecretary: string;
  readonly isMember: string;
  readonly isUnknown: string;
  readonly mayDo: string;
  readonly appointed: string;
  readonly ownId: string;
  readonly memberMay: readonly string[];
  /** What one may do, and a sentence that does it, in the words of the plan at hand. */
  readonly secretaryMay: (named: {
    readonly group: string;
    readonly activity: string;
    readonly conference: string;
    readonly municipality: string;
    readonly day: string;
    readonly later: string;
    readonly year: number;
  }) => readonly (readonly [what: string, example: string])[];

  // Questions without an answer
  readonly unanswered: (count: number) => string;
  readonly noUnanswered: string;
  readonly notYours: string;
  readonly asked: (count: number, date: string) => string;
  readonly makeSynonym: (name: string) => string;
  readonly blamed: string;
  readonly praised: (count: number) => string;

  // Meetings and status
  readonly isCancelled: (item: NamedItem, past: boolean) => string;
  readonly movedAway: (item: NamedItem, from: string) => string;
  readonly cancelledHeading: string;
  readonly reported: (status: string, date: string) => string;
  /** Updates as a source: "flyttat av sekretariatet 3 april". */
  readonly altered: (what: Alteration['what'], date: string) => string;
  readonly alteredLast: (date: string) => string;

  /** Titles of buttons. */
  readonly buttons: Readonly<
    Record<'rights' | 'changes' | 'allDeadlines' | 'nextDeadline' | 'unanswered' | 'planThen', string>
  >;
}
