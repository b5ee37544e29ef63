// What the bot keeps: one interface, two databases behind it. Times are instants as ISO text, days are the region's.
import { z } from 'zod';
import type { Counted } from '../minute-counts.ts';
import { Author, Change, Identity, type LedgerEntry, longestComment } from '../plan/change.ts';
import type {
  DeliveryStore,
  ReferenceStore,
  ReportStore,
  SilenceStore,
  SubscriptionStore,
  SweepStore,
} from './reminder-stores.ts';

/** A change that its author has seen a preview of and may confirm; cards carry its id and nothing else. */
export const Proposal = z.strictObject({
  /** 128 random bits: cannot be guessed. */
  id: z.string(),
  author: Author,
  change: Change,
  reason: z.string().max(longestComment).nullable(),
  quiet: z.boolean(),
  /** The version that the preview was made against. */
  base: z.int().nonnegative(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open') }),
    z.strictObject({ kind: z.literal('confirmed'), version: z.int().positive() }),
    z.strictObject({ kind: z.literal('withdrawn') }),
  ]),
});
export type Proposal = z.infer<typeof Proposal>;

/** What a proposal is confirmed with: all that the ledger gained since its base, in order. */
export type Judge<Refusal> = (
  proposal: Proposal,
  since: readonly LedgerEntry[],
) => { readonly kind: 'append' } | { readonly kind: 'refuse'; readonly refusal: Refusal };

export type Confirmed<Refusal> =
  | { readonly kind: 'appended'; readonly entry: LedgerEntry }
  /** It had been confirmed before: the entry made then. */
  | { readonly kind: 'already'; readonly entry: LedgerEntry }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Its author had taken it back. */
  | { readonly kind: 'withdrawn' }
  /** No proposal has that id. */
  | { readonly kind: 'missing' };

export interface LedgerStore {
  /** The entries after a version, in order; all of them after 0. */
  since(version: number): Promise<LedgerEntry[]>;
  /**
   * Calls back soon (well within a second) after any process has appended, perhaps without reason.
   *
   * @returns how to stop listening
   */
  onAppended(listener: () => void): () => void;
}

export interface ProposalStore {
  /** Adds a proposal, unless there is one of its id. */
  add(proposal: Proposal): Promise<void>;
  find(id: string): Promise<Proposal | null>;
  /**
   * Makes an open proposal's change the ledger's next entry, in one transaction in which nobody else appends: reads
   * what happened since, asks `judge`, appends, and marks the proposal. A confirmed proposal is never appended again.
   */
  confirm<Refusal>(
    id: string,
    entry: { readonly id: string; readonly at: string },
    judge: Judge<Refusal>,
  ): Promise<Confirmed<Refusal>>;
  /** Withdraws an open proposal; false where it is not open. */
  withdraw(id: string): Promise<boolean>;
  /** Forgets proposals that ran out before an instant. */
  forget(before: string): Promise<void>;
}

/** State that the conversations' framework keeps: JSON by key. */
export interface ConversationStore {
  read(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Writes all or none. */
  write(values: ReadonlyMap<string, unknown>, at: string): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  /** Forgets what was last written before an instant. */
  forget(before: string): Promise<void>;
}

/** Why a question is kept: it found no answer, or its answer was praised or blamed. */
export type Verdict = 'unanswered' | 'praised' | 'blamed';

export interface KeptQuestion {
  readonly id: string;
  /** As it was written; nothing tells who wrote it. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly count: number;
  /** The region's days, so that no time of day tells who it was. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface QuestionStore {
  /** Counts a question; one that differs only in case and spaces is the same. */
  keep(text: string, verdict: Verdict, day: string): Promise<void>;
  /** Those most often and most lately asked first. */
  list(verdict: Verdict, most: number): Promise<KeptQuestion[]>;
  /** How often any question had the verdict. */
  count(verdict: Verdict): Promise<number>;
  /** Takes a question off the list. */
  settle(id: string): Promise<void>;
  forget(beforeDay: string): Promise<void>;
}

/** Somebody who has written to the bot: what a mention in Teams is resolved with. */
export interface KnownPerson extends Identity {
  readonly name: string;
  /** Teams' own id of the person for this bot, "29:…". */
  readonly teamsId: string;
}

export interface PeopleStore {
  remember(person: KnownPerson, at: string): Promise<void>;
  byTeamsId(teamsId: string): Promise<KnownPerson | null>;
  forget(before: string): Promise<void>;
}

/** How much the store holds of one person: rows by what they are. */
export interface HeldOfPerson {
  readonly names: number;
  readonly chats: number;
  readonly subscriptions: number;
  readonly deliveries: number;
  readonly feeds: number;
  readonly proposals: number;
  /** Answers to "hur går det?". */
  readonly reports: number;
  readonly silences: number;
  /** In which they have written, and of which something is remembered. */
  readonly conversations: number;
}

/** What the store holds of one person, by what it is. */
export const ownSections = [
  'people',
  'references',
  'conversations',
  'subscriptions',
  'subscriptions-for-others',
  'silences',
  'deliveries',
  'mailbox',
  'feeds',
  'reports',
  'proposals',
  'message-counts',
  'repeated-answers',
] as const;
export type OwnSection = (typeof ownSections)[number];
/** The rows of each, read as they are asked for. */
export type OwnRows = Readonly<Record<OwnSection, AsyncIterable<object>>>;

export interface PersonStore {
  held(identity: Identity): Promise<HeldOfPerson>;
  /** All of it, and what others may know of them but they alone are told whole. */
  everything(identity: Identity): OwnRows;
  /** Forgets all of it, at once, but not what they have changed in the plan; how much it was. */
  forget(identity: Identity): Promise<HeldOfPerson>;
}

/** A program that fetches calendars, as far as it says. */
export const FeedClient = z.enum(['outlook', 'google', 'apple', 'thunderbird', 'other']);
export type FeedClient = z.infer<typeof FeedClient>;

/** One address of a calendar feed. A feed that gets a new address keeps its id. */
export const Feed = z.strictObject({
  id: z.uuid(),
  /** Of the address's token, which is kept nowhere. */
  hash: z.string().min(1),
  /** The token's last four characters: tells its owner which address it is. */
  hint: z.string().max(4),
  owner: Identity,
  /** What it shows: JSON that whoever makes calendars knows. */
  content: z.json(),
  createdAt: z.iso.datetime(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('live') }),
    z.strictObject({ kind: z.enum(['replaced', 'revoked']), at: z.iso.datetime() }),
  ]),
  /** The region's day; null until somebody has fetched it. */
  lastFetch: z.strictObject({ day: z.iso.date(), client: FeedClient }).nullable(),
});
export type Feed = z.infer<typeof Feed>;

export interface FeedStore {
  create(feed: Feed): Promise<void>;
  /** Whatever its state. */
  byHash(hash: string): Promise<Feed | null>;
  /** The live ones of an owner, oldest first. */
  listOf(owner: Identity): Promise<Feed[]>;
  /** Gives an owner's live feed another address; the feed with it, or null where there is none to give it to. */
  rotate(id: string, owner: Identity, next: Pick<Feed, 'hash' | 'hint'>, at: string): Promise<Feed | null>;
  /** Ends an owner's live feed; false where there is none. */
  revoke(id: string, owner: Identity, at: string): Promise<boolean>;
  fetched(hash: string, day: string, client: FeedClient): Promise<void>;
  /** Forgets everything of an owner, at once. */
  forget(owner: Identity): Promise<void>;
  /** Forgets addresses that ended before an instant. */
  forgetEnded(before: string): Promise<void>;
}

export interface SecretStore {
  /** The secret of a name: `made` where there was none, and the same to everybody ever after. */
  keep(name: string, made: string): Promise<string>;
}

/** What the language model has taken, by the region's real day. */
export interface ModelUseStore {
  spentOn(day: string): Promise<number>;
  add(day: string, tokens: number): Promise<void>;
}

/** Who is at a turn, where several instances take them; one process alone always gets what it asks for. */
export interface ClaimStore {
  /** Takes a name until an instant, unless somebody has it until later; settled, it has an outcome for so long. */
  take(
    name: string,
    holder: string,
    at: string,
    until: string,
  ): Promise<
    { readonly kind: 'taken' } | { readonly kind: 'busy' } | { readonly kind: 'settled'; readonly outcome: string }
  >;
  /** What became of it, kept until an instant; nothing happens where somebody else has taken over. */
  settle(name: string, holder: string, outcome: string, until: string): Promise<void>;
  release(name: string, holder: string): Promise<void>;
  /** Forgets what ended before an instant. */
  forget(before: string): Promise<void>;
}

/** Counts by the minute that all instances share. */
export interface CountStore {
  /** Counts each key once more; the counts in the keys' order. */
  add(keys: readonly string[], at: Date): Promise<Counted[]>;
  /** Forgets minutes that began before an instant. */
  forget(before: string): Promise<void>;
}

export interface Store {
  readonly ledger: LedgerStore;
  readonly proposals: ProposalStore;
  readonly conversations: ConversationStore;
  readonly questions: QuestionStore;
  readonly people: PeopleStore;
  readonly persons: PersonStore;
  readonly feeds: FeedStore;
  readonly secrets: SecretStore;
  readonly modelUse: ModelUseStore;
  readonly subscriptions: SubscriptionStore;
  readonly references: ReferenceStore;
  readonly sweeps: SweepStore;
  readonly deliveries: DeliveryStore;
  readonly silences: SilenceStore;
  readonly claims: ClaimStore;
  readonly counts: CountStore;
  /** How many statements the database has refused or not answered since the start. */
  failures(): number;
  readonly reports: ReportStore;
  /** Resolves while the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be used; the message says what to do. Stops the start. */
export class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
  }
}
