// How messages to many went: all that can be said of it, before it is put into words.
import type { AudiencePart, Template } from '../plan/announcement.ts';
import type { Dropped, Progress, Undelivered } from '../store/reminder-stores.ts';

/** What became of the deliveries of a change. */
export type { Progress };

/** A message that was ordered, and what has become of it. */
export interface Announced {
  readonly version: number;
  readonly audience: readonly AudiencePart[];
  readonly text: string;
  /** Who ordered it. */
  readonly by: string;
  /** When it was to be sent, ISO. */
  readonly dueAt: string;
  readonly isAhead: boolean;
  readonly progress: Progress;
  /** How its recall goes; null where it stands. */
  readonly recall: Progress | null;
}

/** Somebody who did not get a message. */
export interface NotReached {
  /** Null where the bot does not know it. */
  readonly name: string | null;
  readonly reason: Undelivered | Dropped | 'missed';
}

export type AnnouncementsStep =
  | {
      readonly step: 'status';
      readonly announced: Announced;
      /** The first of those. */
      readonly unreached: readonly NotReached[];
      readonly more: number;
    }
  | { readonly step: 'list'; readonly announced: readonly Announced[] }
  | { readonly step: 'templates'; readonly templates: readonly Template[] }
  | { readonly step: 'none' }
  | { readonly step: 'not-allowed' };

/** What knows how messages to many go. */
export interface AnnouncedKnowledge {
  /** By the version of the change that ordered it; null where there is none. */
  find(version: number): Promise<Announced | null>;
  /** Those who did not get what came of a change, the first of them. */
  unreached(version: number): Promise<{ readonly unreached: readonly NotReached[]; readonly more: number }>;
}

/** How many did not get it, or will not. */
export function unreachedCount({ failed, dropped, missed }: Progress): number {
  return [...failed, ...dropped].reduce((sum, { count }) => sum + count, missed);
}
