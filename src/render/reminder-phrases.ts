// The shape of a language's phrases about reminders: what is answered in chat, and what the bot says of its own accord.
import type { Audience, ReminderHealth } from '../reminders/steps.ts';
import type { Lead } from '../reminders/subscription.ts';
import type { TimeLeft } from './time-left.ts';

export type Reason = ReminderHealth['failed'][number]['reason'];
export type LeadUnit = Lead['unit'] | 'years';

/** What somebody is reminded of, by how it is spoken of. */
export interface TopicPhrases {
  readonly meetingsOf: (group: string) => string;
  readonly concerning: (name: string) => string;
  readonly activity: (name: string) => string;
  readonly everything: string;
  readonly gone: string;
}

/** `about` is such as "samarbetskommitténs möten", `when` such as "torsdag 21 mars kl. 08.00". */
export interface ReminderPhrases {
  readonly topic: TopicPhrases;
  readonly lead: (amount: number, unit: LeadUnit) => string;
  readonly at: (day: string, time: string) => string;

  // Set, ended, paused
  readonly started: (who: Audience, was: 'new' | 'changed' | 'same', leads: string, about: string) => string;
  readonly startedDigest: (who: Audience, was: 'new' | 'changed' | 'same', about: string | null) => string;
  readonly first: (when: string, of: string) => string;
  readonly firstLetter: (when: string) => string;
  readonly next: (when: string, of: string) => string;
  readonly nothingAhead: string;
  readonly atOnce: (of: string) => string;
  readonly atNextHour: (of: string, when: string) => string;
  readonly stopped: (who: Audience, about: string) => string;
  readonly stoppedDigest: string;
  readonly left: (about: string) => string;
  readonly noneLeft: string;
  readonly paused: (about: string | null, until: string, from: string) => string;
  readonly pausedForGood: (about: string | null) => string;
  readonly resumed: string;
  readonly wasNotPaused: string;

  // Asked about
  readonly has: (who: Audience, leads: string, about: string) => string;
  readonly hasDigest: (who: Audience, about: string | null) => string;
  readonly hasMany: (who: Audience, count: number) => string;
  readonly hasNone: (who: Audience, example: string) => string;
  readonly leadsBefore: (leads: string) => string;
  readonly changesOnly: string;
  readonly weekly: string;
  readonly pausedUntil: (day: string | null) => string;
  readonly setBy: (name: string, day: string) => string;
  readonly why: (who: Audience, about: string, by: string | null, day: string) => string;
  readonly howToEnd: string;
  readonly askTopic: (names: string) => string;
  readonly askUntil: string;

  // How it goes
  readonly health: (sent: number, failed: number, waiting: number, since: string) => string;
  readonly healthLabels: Readonly<
    Record<'sent' | 'doubtful' | 'failed' | 'missed' | 'waiting' | 'oldest' | 'next' | 'subscriptions', string>
  >;
  readonly doubtful: (count: number) => string;
  readonly missed: (count: number) => string;
  readonly subscribers: (subscriptions: number, recipients: number) => string;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly nothingNext: string;
  readonly lockedOut: (since: string) => string;

  /** The card in which reminders are chosen. */
  readonly card: { readonly topics: string; readonly leads: string; readonly save: string };
  /** In the preview of an appointment. */
  readonly officeReminders: {
    readonly label: string;
    readonly gets: (name: string, leads: string, about: string) => string;
    readonly loses: (name: string, about: string) => string;
    readonly keeps: (name: string, about: string) => string;
    readonly unknown: (name: string) => string;
    readonly notReached: string;
  };

  // Why not
  readonly problem: {
    readonly unread: (words: string) => string;
    readonly unknownAsker: string;
    readonly othersOnly: string;
    readonly healthOnly: string;
    readonly tooLong: (lead: string) => string;
    readonly unknownPerson: (name: string) => string;
    /** `groups`: null for all networks. */
    readonly noLeaders: (groups: string | null) => string;
    readonly noReminders: (who: Audience) => string;
    readonly notSubscribed: (who: Audience, others: string) => string;
  };

  // Of its own accord
  /** With a capital letter: "Om två veckor". */
  readonly timeLeft: (left: TimeLeft) => string;
  readonly reminder: (left: string, what: string) => string;
  readonly deadline: (left: string, name: string, day: string, meeting: string) => string;
  readonly activity: (left: string, name: string, when: string) => string;
  readonly hosting: (left: string, hosts: string, count: number, conference: string, year: number) => string;
  readonly moved: (name: string, now: string, before: string) => string;
  readonly movedPlace: (name: string, when: string, at: string, before: string) => string;
  readonly noPlace: string;
  readonly cancelled: (name: string, when: string) => string;
  readonly removed: (name: string, when: string) => string;
  readonly someMeeting: string;
  readonly restored: (name: string, when: string) => string;
  /** `hosts`: who has the turn now; null where nobody has. */
  readonly hostLost: (host: string, conference: string, year: number, hosts: string | null) => string;
  readonly hostRegained: (host: string, conference: string, year: number) => string;
  /** `office` is such as "ledare för planeringscheferna". */
  readonly appointed: (office: string) => string;
  readonly appointedWith: (office: string, leads: string, about: string) => string;
  readonly appointedBeside: (office: string, about: string) => string;
  readonly relieved: (office: string, about: string, hasOwn: boolean) => string;
  readonly andMore: (count: number) => string;
  readonly digest: (week: number, first: string, more: number) => string;
  readonly emptyDigest: (week: number) => string;
  readonly heartbeat: (sent: number, failed: number) => string;
  readonly noHeartbeat: string;
  /** `by`: null where the recipient asked for it. */
  readonly because: (who: 'person' | 'conversation', about: string, by: string | null) => string;
  readonly becauseDigest: (who: 'person' | 'conversation') => string;
  readonly becauseSecretary: string;
  readonly becauseUnknown: (who: 'person' | 'conversation') => string;
  readonly dueFor: (name: string, day: string) => string;
  readonly hostingOf: (conference: string, year: number) => string;
  readonly activityOf: (name: string, when: string) => string;

  /** Titles of buttons. */
  readonly buttons: {
    readonly why: string;
    readonly pause: string;
    readonly pauseMonth: string;
    readonly stop: string;
    readonly stopOf: (about: string) => string;
    readonly resume: string;
    readonly list: string;
    readonly again: string;
    readonly health: string;
    readonly everything: string;
    readonly until: (day: string) => string;
  };
}
