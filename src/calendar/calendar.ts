// A calendar as it is shown, before it is put into a file.
import type { Day } from '../plan/schedule.ts';
import type { Locale } from '../render/dates.ts';

export type When =
  | { readonly kind: 'timed'; readonly start: Date; readonly end: Date }
  /** Whole days; `to` is the last one. */
  | { readonly kind: 'days'; readonly from: Day; readonly to: Day };

/** Title, place and name of one line; description and about of several. */
export interface CalendarEvent {
  /** Stable for as long as the record has its id. */
  readonly uid: string;
  readonly title: string;
  readonly when: When;
  readonly place: string | null;
  readonly description: string;
  /** As `URL` writes it: ASCII without spaces. */
  readonly url: string | null;
  readonly cancelled: boolean;
  /** Whether whoever has it in their calendar is busy then. */
  readonly busy: boolean;
  /** Grows with every change. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: Date;
}

export interface Calendar {
  /** Short enough for every client. */
  readonly name: string;
  /** What it shows; where it is empty, why. */
  readonly about: string;
  readonly locale: Locale;
  /** Whose plan it is: part of every UID. */
  readonly region: string;
  /** In order of time. */
  readonly events: readonly CalendarEvent[];
  /** Since when it has been as it is. */
  readonly changedAt: Date;
}
