// The shape of a language's phrases about messages to many: before they are sent, as they arrive, and how they went.
import type { NotReached } from '../reminders/announced.ts';
import type { Tense } from './update-phrases.ts';

/** `to` is such as "alla som följer klimatnätverket", `when` such as "måndag 4 mars kl. 09.00". */
export interface AnnouncementPhrases {
  // To whom and when
  readonly everyone: string;
  readonly followers: (names: string) => string;
  readonly atOnce: string;
  readonly moment: (day: string, time: string) => string;
  readonly swedishTime: (when: string) => string;

  // What a change does
  readonly announced: (tense: Tense, to: string, when: string | null) => string;
  readonly recalled: (tense: Tense, to: string) => string;
  readonly template: (tense: Tense, name: string, gone: boolean) => string;
  readonly message: (to: string) => string;
  readonly templateName: (name: string) => string;

  // Before it is sent
  readonly labels: Readonly<Record<'recipients' | 'unreachable' | 'recalledFrom', string>>;
  readonly recipients: (people: number, chats: number, channels: number) => string;
  readonly among: (names: string, more: number) => string;
  readonly quietHour: string;
  readonly editsSent: (count: number) => string;
  readonly sure: (count: number, to: string) => string;
  readonly sureButton: (count: number) => string;
  readonly done: (to: string, when: string | null, version: number) => string;
  readonly undoHint: (version: number, isAhead: boolean) => string;

  // As it arrives
  readonly from: (name: string, text: string) => string;
  readonly because: (who: 'person' | 'conversation', name: string, to: string) => string;
  readonly becauseHere: string;
  readonly recall: (name: string, reason: string | null) => string;
  readonly becauseRecall: string;
  readonly changeRecalled: (reason: string | null) => string;
  readonly holds: (name: string, when: string) => string;
  readonly isOff: (name: string, when: string) => string;
  readonly openLink: (host: string) => string;

  // How it went
  readonly report: (to: string, sent: number, unreached: number) => string;
  readonly recallReport: (sent: number, failed: number) => string;
  readonly becauseAuthor: string;
  readonly scheduled: (to: string, when: string) => string;
  readonly starting: (to: string) => string;
  readonly sending: (to: string, sent: number, waiting: number, unreached: number) => string;
  readonly withdrawn: (to: string) => string;
  readonly recallProgress: (sent: number, waiting: number, failed: number) => string;
  readonly unreachedHeading: string;
  readonly andMore: (count: number) => string;
  readonly someone: string;
  readonly reason: Readonly<Record<NotReached['reason'], string>>;
  readonly none: string;
  readonly ahead: string;
  readonly sent: string;
  readonly listed: (ahead: number, sent: number) => string;
  readonly templates: (count: number) => string;
  readonly noTemplates: string;
  readonly useTemplate: string;
  readonly writeWith: (name: string) => string;
  readonly notYours: string;

  // Why, and how to end it
  readonly why: (name: string, when: string, to: string) => string;
  readonly howToEnd: string;
  readonly silenced: (who: 'person' | 'conversation', until: string | null) => string;
  readonly unsilenced: (who: 'person' | 'conversation') => string;
  readonly wasNotSilenced: (who: 'person' | 'conversation') => string;

  // Why not
  readonly problem: {
    readonly noTemplate: (name: string, known: string) => string;
    readonly noPlace: (name: string, known: string) => string;
    readonly severalPlaces: (name: string) => string;
    readonly noRecipients: (to: string) => string;
    /** A message may have been cut on its way: how long it was is not said. */
    readonly tooLong: (most: string) => string;
  };

  readonly buttons: Readonly<Record<'status' | 'list' | 'templates' | 'why' | 'pauseMonth' | 'stop' | 'again', string>>;
}
