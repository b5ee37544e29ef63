// The shape of the forms' words in a language.
import type { FieldProblem, FormKind } from '../form.ts';

type PlainProblem = Exclude<FieldProblem['kind'], 'too-long'>;

export interface FormPhrases {
  readonly titles: Readonly<Record<FormKind | 'which-meeting', string>>;
  /** What a button that opens the form says; short, since phones cut long titles. */
  readonly buttons: Readonly<Record<FormKind | 'which-meeting', string>>;
  readonly labels: Readonly<
    Record<
      | 'meeting'
      | 'owner'
      | 'planning'
      | 'day'
      | 'first'
      | 'last'
      | 'start'
      | 'end'
      | 'place'
      | 'title'
      | 'activity'
      | 'status'
      | 'comment'
      | 'municipalities'
      | 'others'
      | 'period'
      | 'cost'
      | 'conference'
      | 'year'
      | 'hosts'
      | 'group'
      | 'role'
      | 'name'
      | 'municipality'
      | 'termFrom'
      | 'termUntil'
      | 'audience'
      | 'channel'
      | 'message'
      | 'sendDay'
      | 'sendTime'
      | 'reason'
      | 'quiet',
      string
    >
  >;
  readonly hints: Readonly<
    Record<'place' | 'title' | 'usual' | 'reason' | 'name' | 'choose' | 'channel' | 'sendNow', string>
  >;
  readonly exactDays: string;
  readonly nothingChosen: string;
  readonly next: string;
  readonly preview: string;
  /** After the title, where the form stands in the conversation. */
  readonly fillIn: string;
  readonly problems: Readonly<Record<PlainProblem, string>>;
  readonly tooLong: (length: number, most: number) => string;
  // What is wrong with the whole
  readonly correct: string;
  readonly unchanged: string;
  readonly changedMeanwhile: (names: string) => string;
  readonly gone: string;
  readonly unknownSender: string;
  readonly outdated: string;
}
