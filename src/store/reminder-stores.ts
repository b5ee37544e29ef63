// What the bot keeps for its reminders: who wants which, where people are reached, and what was sent to whom.
import { z } from 'zod';
import type { Day } from '../plan/schedule.ts';
import { Notice } from '../reminders/notice.ts';
import type { Report } from '../reminders/report.ts';
import { type Interest, Recipient, type Subscription, type Topic } from '../reminders/subscription.ts';

/** Whose subscriptions have to be looked at: everybody's to whom one of these applies. */
export interface Concern {
  /** They have such an interest. */
  readonly has: (interest: Interest) => boolean;
  /** They have begun, or gone on before their pause was over, at this instant or later. */
  readonly begunFrom?: string;
  /** Their pause had its last day on the first of these or later, and before the second. */
  readonly pausedUntil?: readonly [Day, Day];
}

export interface SubscriptionStore {
  /** Adds a subscription, or replaces the one of the same id. */
  put(subscription: Subscription): Promise<void>;
  find(id: string): Promise<Subscription | null>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
  /** Oldest first. */
  of(recipient: Recipient): Promise<Subscription[]>;
  about(topic: Topic): Promise<Subscription[]>;
  /** All, a page at a time: there may be very many. */
  all(): AsyncIterable<Subscription>;
  /**
   * All subscriptions of those concerned, so many at a time as can be kept in memory. What one recipient has comes
   * together; a recipient may come again. Takes no longer for those who are not concerned, however many they are.
   */
  concerned(concern: Concern): AsyncIterable<readonly Subscription[]>;
}

/** Why a message cannot reach somebody, for the secretariat to be told in words. */
export const Undelivered = z.enum([
  /** The person, chat or channel does not have the app, as far as the bot has ever seen. */
  'not-installed',
  /** The person has blocked the bot. */
  'blocked',
  /** The app was removed from the chat or team. */
  'not-in-roster',
  /** An administrator has switched the app off. */
  'disabled',
  /** Teams does not let the bot write there, and does not say why. */
  'forbidden',
  /** The conversation is no more. */
  'not-found',
  /** Teams did not understand the message: a fault of the bot. */
  'rejected',
  /** A fault of the bot, too. */
  'too-large',
  /** Teams failed every time, perhaps after having taken the message. */
  'uncertain',
  /** The address that the message would go to is not among those that the bot may write to. */
  'address-refused',
]);
export type Undelivered = z.infer<typeof Undelivered>;

/** Where a recipient is reached in Teams, as the latest message from there said. */
export const Reference = z.strictObject({
  recipient: Recipient,
  scope: z.enum(['personal', 'group', 'channel']),
  channelId: z.string().min(1),
  /** The Bot Connector's address for this part of the world. */
  serviceUrl: z.string().min(1),
  /** As Teams writes it. Null for a person whom the bot has only met in a group: their chat is made when it is needed. */
  conversation: z.string().min(1).nullable(),
  /** The bot's own id there, "28:…". */
  bot: z.string().min(1),
  /** Teams' own id of the person for this bot, "29:…"; null for chats and channels. */
  teamsId: z.string().min(1).nullable(),
  /** The team of a channel: who leaves it leaves all of its channels. */
  team: z.string().min(1).nullable(),
  name: z.string(),
  locale: z.enum(['sv', 'en']).nullable(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('alive') }),
    /** Nothing arrives there, until something comes from there again. */
    z.strictObject({ kind: z.literal('gone'), reason: Undelivered, at: z.iso.datetime() }),
  ]),
  refreshedAt: z.iso.datetime(),
});
export type Reference = z.infer<typeof Reference>;

export interface ReferenceStore {
  /**
   * Adds or refreshes where a recipient is reached. One without a conversation leaves the known conversation, and
   * whether it is alive, as they are.
   */
  put(reference: Omit<Reference, 'state'>): Promise<void>;
  find(recipient: Recipient): Promise<Reference | null>;
  gone(recipient: Recipient, reason: Undelivered, at: string): Promise<void>;
  remove(recipient: Recipient): Promise<void>;
  /** Removes every channel of a team. */
  removeTeam(tenant: string, team: string): Promise<void>;
  /** Forgets those that have been gone since before an instant. */
  forget(before: string): Promise<void>;
  count(): Promise<{ readonly alive: number; readonly gone: number }>;
  /** All, a page at a time, whatever their state. */
  all(): AsyncIterable<Reference>;
  /** Group chats and channels, those first that were heard of lately. */
  conversations(): Promise<Reference[]>;
}

/** Who wants no messages of the secretariat, and until which day, inclusive. */
export interface SilenceStore {
  put(recipient: Recipient, until: string): Promise<void>;
  until(recipient: Recipient): Promise<string | null>;
  /** False where there was none. */
  remove(recipient: Recipient): Promise<boolean>;
}

/** How far the sweeps have come: everything due up to an instant, in the plan of a version, has its delivery. */
export const Watermark = z.strictObject({ at: z.iso.datetime(), version: z.int().nonnegative() });
export type Watermark = z.infer<typeof Watermark>;

export interface SweepStore {
  /** Null before the first sweep. */
  watermark(): Promise<Watermark | null>;
  /** Sets where the first sweep starts, unless somebody has. */
  begin(at: Watermark): Promise<void>;
  /** Notes that a worker lives; how many have lived since an instant, itself among them. */
  beat(worker: string, at: string, since: string): Promise<number>;
  /** A worker ends. */
  leave(worker: string): Promise<void>;
  /** Notes since when Teams does not let the bot in, unless that is known; null once it does. */
  lockOut(since: string | null): Promise<void>;
  /** Null where Teams lets the bot in, as far as any worker knows. */
  lockedOutSince(): Promise<string | null>;
}

/** Why a delivery came to nothing by itself. */
export const Dropped = z.enum(['cancelled', 'moved', 'paused', 'unsubscribed', 'removed', 'superseded', 'repeated']);
export type Dropped = z.infer<typeof Dropped>;

/** One notice on its way to its recipient, and what became of it. */
export const Delivery = z.strictObject({
  ...Notice.shape,
  /** How many times it was posted to Teams. */
  attempts: z.int().nonnegative(),
  /** How many of those may have arrived unseen: the recipient may have the message more than once, if above 0. */
  doubts: z.int().nonnegative(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('due') }),
    /** Being posted; if nobody does so any more, it is in doubt whether it arrived. */
    z.strictObject({ kind: z.literal('posting') }),
    z.strictObject({ kind: z.literal('sent'), at: z.iso.datetime(), activity: z.string().nullable() }),
    z.strictObject({ kind: z.literal('failed'), at: z.iso.datetime(), reason: Undelivered }),
    /** It was worth nothing any more before it could be sent. */
    z.strictObject({ kind: z.literal('missed'), at: z.iso.datetime() }),
    z.strictObject({ kind: z.literal('dropped'), at: z.iso.datetime(), reason: Dropped }),
  ]),
});
export type Delivery = z.infer<typeof Delivery>;

/** A notice with what is to become of it: sent, or only written down, since another covers it or its time is over. */
export interface Derived {
  readonly outcome: 'send' | 'covered' | 'missed';
  readonly notice: Notice;
}

/** The plan's time, which may be simulated, and the real one, which leases and retries go by. As ISO text. */
export interface Moment {
  readonly now: string;
  readonly wire: string;
}

/** Who sends to a recipient, for as long as the lease lasts. */
export interface Lease {
  readonly recipient: Recipient;
  readonly worker: string;
  readonly until: string;
}

/** A message that a recipient got lately: against loops. */
export const Recent = z.tuple([z.iso.datetime(), z.string()]);
export type Recent = z.infer<typeof Recent>;

export interface Claimed {
  readonly lease: Lease;
  /** What is due to the recipient, the longest due first. */
  readonly deliveries: readonly Delivery[];
  /** What the recipient got lately: when (real time) and a digest of what. */
  readonly recent: readonly Recent[];
}

export type Settled =
  | { readonly kind: 'sent'; readonly activity: string | null }
  | { readonly kind: 'failed'; readonly reason: Undelivered }
  | { readonly kind: 'missed' }
  | { readonly kind: 'dropped'; readonly reason: Dropped }
  /** Waits again, perhaps for another time; `doubt`: it may have arrived all the same. */
  | { readonly kind: 'due'; readonly at: string | null; readonly doubt: boolean };

export interface Settlement {
  readonly keys: readonly string[];
  readonly as: Settled;
}

export interface DeliveryCounts {
  readonly sent: number;
  /** Of the sent, those that may have arrived more than once. */
  readonly doubtful: number;
  readonly failed: readonly { readonly reason: Undelivered; readonly count: number }[];
  readonly missed: number;
  readonly dropped: number;
  /** Now, whatever the period. */
  readonly waiting: number;
  /** When what has waited the longest was due, and what waits for its time is due next; null where there is nothing. */
  readonly oldestDue: string | null;
  readonly nextDue: string | null;
}

/** What became of the deliveries of a change. */
export interface Progress {
  readonly sent: number;
  readonly waiting: number;
  readonly failed: readonly { readonly reason: Undelivered; readonly count: number }[];
  readonly dropped: readonly { readonly reason: Dropped; readonly count: number }[];
  readonly missed: number;
}

export interface DeliveryStore {
  /**
   * Writes down what is due, each key once ever, and then moves the watermark, with the last of them in one
   * transaction. Of very many, those before are committed on the way: were the watermark not moved then, the next sweep
   * would derive the same ones again.
   *
   * @returns how many were new; null where the watermark was not at `from`: another instance has moved it
   */
  enqueue(
    derived: Iterable<Derived> | AsyncIterable<Derived>,
    move: { readonly from: Watermark; readonly to: Watermark },
  ): Promise<number | null>;
  /**
   * Takes the recipient whose messages are the most urgent: nobody else sends to it until the lease ends. What is
   * "posting" among its deliveries was left so by a worker that is gone.
   *
   * @param except tenants that nothing may be sent to now
   */
  claim(worker: string, at: Moment, until: string, except: readonly string[]): Promise<Claimed | null>;
  /** Just before the POST: those of the deliveries that are now `posting`; none where the lease was lost. */
  posting(lease: Lease, keys: readonly string[]): Promise<string[]>;
  /**
   * Writes down what became of deliveries and gives the recipient back, in one transaction.
   *
   * @param notBefore a real time before which nothing is sent to the recipient
   */
  settle(
    lease: Lease,
    settlements: readonly Settlement[],
    at: Moment,
    recent: readonly Recent[],
    notBefore?: string,
  ): Promise<void>;
  /** How many recipients could be sent to now, and the real time at which the next of the others can. */
  backlog(at: Moment): Promise<{ readonly ready: number; readonly next: string | null }>;
  /** Frees what workers before this one left behind; where other processes share the database, only time does. */
  takeOver(): Promise<void>;
  find(key: string): Promise<Delivery | null>;
  /** Who was told of a meeting or a turn to host, by its key, or is being told now. */
  told(subject: string): Promise<Delivery[]>;
  /** What came of a change of the ledger, in order of key, a page at a time: there may be very many. */
  ofVersion(version: number): AsyncIterable<Delivery>;
  /** How what came of a change goes, in numbers. */
  progress(version: number): Promise<Progress>;
  /** The latest message that a recipient got; null where they got none. */
  latest(recipient: Recipient): Promise<Delivery | null>;
  /** What a message in Teams told its recipient. */
  behind(recipient: Recipient, activity: string): Promise<Delivery[]>;
  /** Those that failed since an instant, the latest first. */
  failures(since: string, most: number): Promise<Delivery[]>;
  counts(since: string, now: string): Promise<DeliveryCounts>;
  /** Forgets what was settled before an instant and, by then, of what had begun: nobody derives that again. */
  forget(before: string): Promise<void>;
}

/** Answers to "hur går det?" until the secretariat has said what becomes of them. */
export interface ReportStore {
  /** Keeps an answer, or another one of the same id in its place unless that has been approved; false where it has. */
  put(report: Report): Promise<boolean>;
  find(id: string): Promise<Report | null>;
  /** The answers asked for before a meeting. */
  before(meeting: string): Promise<Report[]>;
  /** All that wait for a verdict, the oldest first. */
  open(): Promise<Report[]>;
  /** Says what becomes of an open answer as it stood at an instant; false where it is another by now, or not open. */
  settle(id: string, at: string, state: Exclude<Report['state'], { kind: 'open' }>): Promise<boolean>;
  /** Forgets what was given before an instant. */
  forget(before: string): Promise<void>;
}
