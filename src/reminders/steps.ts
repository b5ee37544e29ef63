// What became of a wish or a question about reminders: all that can be said of it, before it is put into words.
import type { GroupId } from '../plan/ids.ts';
import type { Day } from '../plan/schedule.ts';
import type { RemindersQuery } from '../query.ts';
import type { DeliveryCounts } from '../store/reminder-stores.ts';
import type { Announced } from './announced.ts';
import type { Notice } from './notice.ts';
import type { Subscription, Topic } from './subscription.ts';

/** For whom reminders are set, as the asker sees it. */
export type Audience =
  | { readonly kind: 'me' }
  | { readonly kind: 'here'; readonly scope: 'group' | 'channel' }
  | { readonly kind: 'person'; readonly name: string };

/** A subscription with what it brings. */
export interface Held {
  readonly subscription: Subscription;
  /** The next reminder; null where the plan has none in store. */
  readonly next: Notice | null;
}

export interface Begun extends Held {
  /** Whether there was one of the same before. */
  readonly was: 'new' | 'changed' | 'same';
  /** Reminders whose time had passed already: they come at once. */
  readonly atOnce: readonly Notice[];
  /** The first of the week's letters; null where none is ordered. */
  readonly letter: Notice | null;
}

/** How the reminders go, for the secretariat. */
export interface ReminderHealth extends DeliveryCounts {
  /** The first day that is counted. */
  readonly since: Day;
  readonly subscriptions: number;
  readonly recipients: number;
  /** The first reminder to come, to anybody. */
  readonly next: Notice | null;
  /** Since when Teams does not let the bot in; null where it does. */
  readonly lockedOutSince: string | null;
}

/** Why nothing was done. */
export type RemindersProblem =
  /** Words of weight that were not understood. */
  | { readonly kind: 'unread'; readonly words: string }
  | { readonly kind: 'unknown-asker' }
  /** Only the secretariat sets reminders for others, and sees how the sending goes. */
  | { readonly kind: 'not-allowed'; readonly act: RemindersQuery['act'] }
  | { readonly kind: 'too-long'; readonly lead: RemindersQuery['leads'][number] }
  /** Nobody of that name has the app, as far as the bot has seen. */
  | { readonly kind: 'unknown-person'; readonly name: string }
  /** Nobody leads the groups whom Teams knows; empty for all of them. */
  | { readonly kind: 'no-leaders'; readonly groups: readonly GroupId[] }
  | { readonly kind: 'no-reminders'; readonly audience: Audience }
  /** Not about what was named, but about something else. */
  | { readonly kind: 'not-subscribed'; readonly audience: Audience; readonly others: readonly Subscription[] };

export type RemindersStep =
  | { readonly step: 'started'; readonly audience: Audience; readonly begun: readonly Begun[] }
  | {
      readonly step: 'stopped';
      readonly audience: Audience;
      readonly ended: readonly Subscription[];
      /** Whether only the week's letter was ended. */
      readonly onlyDigest: boolean;
      readonly left: readonly Subscription[];
    }
  | {
      readonly step: 'paused';
      readonly audience: Audience;
      readonly until: Day;
      /** Null where everything is paused. */
      readonly only: readonly Subscription[] | null;
    }
  | {
      readonly step: 'resumed';
      readonly audience: Audience;
      readonly wasPaused: boolean;
      readonly next: Notice | null;
    }
  | { readonly step: 'list'; readonly audience: Audience; readonly held: readonly Held[] }
  | { readonly step: 'why'; readonly audience: Audience; readonly held: readonly Held[] }
  /** Why a message of the secretariat came. */
  | { readonly step: 'why-announcement'; readonly audience: Audience; readonly announced: Announced }
  /** No messages of the secretariat until a day, inclusive; null for good. And them again. */
  | { readonly step: 'silenced'; readonly audience: Audience; readonly until: Day | null }
  | { readonly step: 'heard'; readonly audience: Audience; readonly was: boolean }
  | { readonly step: 'health'; readonly health: ReminderHealth }
  /** Of what? Each choice is the wish with it; `topics` are all that can be chosen in a card. */
  | { readonly step: 'ask-topic'; readonly choices: readonly RemindersQuery[]; readonly topics: readonly Topic[] }
  /** The same for each of several people. */
  | { readonly step: 'each'; readonly steps: readonly RemindersStep[] }
  /** Until when? */
  | { readonly step: 'ask-until'; readonly choices: readonly RemindersQuery[] }
  | { readonly step: 'refused'; readonly problem: RemindersProblem };

export const refused = (problem: RemindersProblem): RemindersStep => ({ step: 'refused', problem });
