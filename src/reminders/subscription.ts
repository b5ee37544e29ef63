// Who wants to be told of what, and how long before.
import { z } from 'zod';
import { Author } from '../plan/change.ts';
import { ActivityId, ConferenceId, GroupId, MunicipalityId } from '../plan/ids.ts';
import { Day } from '../plan/schedule.ts';

/** Where a message goes: to a person's own chat with the bot, or to a group chat or channel. Ids are lower case. */
export const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), tenant: z.string().min(1), person: z.string().min(1) }),
  z.strictObject({ kind: z.literal('conversation'), tenant: z.string().min(1), conversation: z.string().min(1) }),
]);
export type Recipient = z.infer<typeof Recipient>;

/** What a subscription is about. A network is a group. */
export const Topic = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('group'), group: GroupId }),
  z.strictObject({ kind: z.literal('conference'), conference: ConferenceId }),
  /** What is held there, what it hosts, and its activities with a date. */
  z.strictObject({ kind: z.literal('municipality'), municipality: MunicipalityId }),
  z.strictObject({ kind: z.literal('activity'), activity: ActivityId }),
]);
export type Topic = z.infer<typeof Topic>;

/** How long before the start. Months are calendar months; days, weeks and months keep the wall clock over DST. */
export const Lead = z.strictObject({
  amount: z.int().min(1).max(1_000),
  unit: z.enum(['minutes', 'hours', 'days', 'weeks', 'months']),
});
export type Lead = z.infer<typeof Lead>;

/** Two weeks and a day. */
export const defaultLeads: readonly Lead[] = [
  { amount: 14, unit: 'days' },
  { amount: 1, unit: 'days' },
];

/** No reminder is set further ahead than this. In days. */
export const longestLeadDays = 400;

export const Subscription = z.strictObject({
  id: z.uuid(),
  recipient: Recipient,
  topic: Topic,
  /** Longest first, each once. Empty: change notices only. */
  leads: z.array(Lead).max(10),
  /** Also the week ahead, as its first working day begins. Absent: not. */
  digest: z.boolean().optional(),
  /** Came with an office, and ends with it, until its recipient sets it themselves. */
  withOffice: z.literal(true).optional(),
  /** Nothing is sent up to this day, inclusive; then it goes on by itself. */
  pausedUntil: Day.nullable(),
  /** The latest pause: when it began, and when somebody ended it before its time. Absent where there was none. */
  rested: z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime().nullable() }).optional(),
  locale: z.enum(['sv', 'en']),
  /** Who set it: the recipient, or a secretary for them. */
  setBy: Author,
  createdAt: z.iso.datetime(),
});
export type Subscription = z.infer<typeof Subscription>;

/**
 * What a subscription is to tell of and how long before, whoever's it is. What falls due by it depends on nothing else but
 * its pauses and when it was made.
 */
export const Interest = Subscription.pick({ topic: true, leads: true, digest: true });
export type Interest = z.infer<typeof Interest>;
