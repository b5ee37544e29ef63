// The shape of a language's phrases about questions of status, their answers, and the report that they make.
import type { Status } from '../plan/activity.ts';

export type Who = 'person' | 'conversation';

/** `activity` is a name such as "elvägar", `meeting` such as "mötet med samarbetskommittén torsdag 4 april". */
export interface CheckInPhrases {
  // Asking
  readonly question: (activity: string, meeting: string, again: boolean) => string;
  readonly nextQuestion: (activity: string) => string;
  readonly afterwards: string;
  readonly howToAnswer: (activity: string) => string;
  readonly comment: string;
  readonly commentExample: string;
  readonly because: (who: Who) => string;

  // Answered
  readonly answered: (
    was: 'new' | 'changed' | 'same',
    activity: string,
    status: string,
    comment: string | null,
  ) => string;
  readonly mayComment: string;

  // The secretariat's verdict
  readonly answer: (name: string, activity: string, status: string, comment: string | null) => string;
  readonly isRight: string;
  readonly moreWaiting: string;
  readonly waitingItem: (name: string, date: string) => string;
  readonly noneWaiting: string;
  readonly approved: (clause: string) => string;
  readonly approvedBefore: (clause: string) => string;
  readonly rejected: (name: string, activity: string) => string;
  readonly ownWords: (activity: string) => string;

  // The report
  readonly report: (meeting: string | null, counts: string) => string;
  readonly counts: Readonly<Record<Status | 'unreported', (count: number) => string>>;
  readonly headings: Readonly<Record<Status | 'unreported', string>>;
  readonly since: (date: string) => string;
  readonly waitingHeading: string;
  readonly silentHeading: string;

  // What is asked when
  readonly rule: (group: string, before: string) => string;
  readonly nextTime: (when: string, meeting: string) => string;
  readonly asked: (count: number, total: number) => string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly noRules: (group: string) => string;

  readonly problem: {
    readonly unknownAsker: string;
    readonly notAsked: string;
    readonly late: string;
    readonly closed: (activity: string) => string;
    readonly tooLong: (length: string, most: string) => string;
    readonly approved: (activity: string) => string;
    readonly rejected: (activity: string) => string;
    readonly changed: string;
    readonly notAllowed: string;
    readonly gone: string;
  };

  readonly buttons: {
    readonly approve: string;
    readonly reject: string;
    readonly waiting: string;
    readonly report: string;
  };
}
