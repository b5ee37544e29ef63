// The tables, as the queries see them. What people wrote stands in JSON, so that any text comes back as it went in.
import type { GeneratedAlways } from 'kysely';
import type { Report } from '../reminders/report.ts';
import type { Delivery, Reference } from './reminder-stores.ts';
import type { Feed, FeedClient, Verdict } from './store.ts';

export interface Tables {
  readonly ledger: LedgerTable;
  readonly proposal: ProposalTable;
  readonly conversation: ConversationTable;
  readonly question: QuestionTable;
  readonly person: PersonTable;
  readonly feed: FeedTable;
  readonly secret: SecretTable;
  readonly model_use: ModelUseTable;
  readonly subscription: SubscriptionTable;
  readonly reference: ReferenceTable;
  readonly sweep: SweepTable;
  readonly worker: WorkerTable;
  readonly mailbox: MailboxTable;
  readonly delivery: DeliveryTable;
  readonly silence: SilenceTable;
  readonly claim: ClaimTable;
  readonly minute_count: MinuteCountTable;
  readonly report: ReportTable;
}

export interface LedgerTable {
  readonly version: number;
  readonly id: string;
  readonly at: string;
  /** The rest of the entry, as JSON. */
  readonly body: string;
}

export interface ProposalTable {
  readonly id: string;
  readonly expires_at: string;
  readonly state: 'open' | 'confirmed' | 'withdrawn';
  /** The ledger's entry that it became; null unless confirmed. */
  readonly version: number | null;
  /** The rest of the proposal, as JSON. */
  readonly body: string;
}

export interface ConversationTable {
  readonly key: string;
  /** JSON. */
  readonly value: string;
  readonly written_at: string;
}

export interface QuestionTable {
  readonly id: string;
  readonly verdict: Verdict;
  /** What two questions share that are the same. */
  readonly form: string;
  readonly text: string;
  readonly times: number;
  readonly first_day: string;
  readonly last_day: string;
}

export interface PersonTable {
  readonly teams_id: string;
  readonly seen_at: string;
  /** The rest of the person, as JSON. */
  readonly body: string;
}

/** One address of a feed; `id` is the feed's. */
export interface FeedTable {
  readonly hash: string;
  readonly id: string;
  readonly tenant: string;
  readonly person: string;
  readonly state: Feed['state']['kind'];
  readonly ended_at: string | null;
  readonly fetched_on: string | null;
  readonly fetched_by: FeedClient | null;
  /** The rest of the feed, as JSON. */
  readonly body: string;
}

export interface SecretTable {
  readonly name: string;
  readonly value: string;
}

export interface SubscriptionTable {
  readonly id: string;
  readonly recipient: string;
  readonly topic: string;
  readonly paused_until: string | null;
  readonly created_at: string;
  /** The rest of the subscription, as JSON. */
  readonly body: string;
  /** Worked out by the database: an `Interest`, as JSON, and when it began or, after a pause, went on. */
  readonly interest: GeneratedAlways<string>;
  readonly begun_at: GeneratedAlways<string>;
}

export interface ReferenceTable {
  readonly recipient: string;
  readonly tenant: string;
  readonly team: string | null;
  /** As JSON text. */
  readonly conversation: string | null;
  readonly state: Reference['state']['kind'];
  readonly reason: string | null;
  readonly gone_at: string | null;
  readonly refreshed_at: string;
  /** The rest of the reference, as JSON. */
  readonly body: string;
}

/** How far the sweeps of a name have come. */
export interface SweepTable {
  readonly name: string;
  readonly at: string;
  readonly version: number;
}

export interface WorkerTable {
  readonly id: string;
  readonly seen_at: string;
}

/** What waits for a recipient, and who sends it: a row a recipient, which is what workers claim. */
export interface MailboxTable {
  readonly recipient: string;
  readonly tenant: string;
  /** When the first of what waits is due, and when the first of it is worth nothing any more; null where nothing waits. */
  readonly due_at: string | null;
  readonly expires_at: string | null;
  /** Empty where there is nothing to wait for. */
  readonly not_before: string;
  /** Empty where nobody sends. */
  readonly lease_until: string;
  readonly worker: string;
  /** What was sent lately, as JSON. */
  readonly recent: string;
}

export interface DeliveryTable {
  readonly key: string;
  readonly recipient: string;
  /** The meeting or the turn to host that it tells of, if it tells of one. */
  readonly meeting: string | null;
  /** The change of the ledger that it comes of, if it comes of one. */
  readonly version: number | null;
  readonly due_at: string;
  readonly expires_at: string;
  readonly state: Delivery['state']['kind'];
  /** When it came to its end; null until then. */
  readonly settled_at: string | null;
  readonly activity: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly doubts: number;
  /** The rest of the delivery, as JSON. */
  readonly body: string;
}

/** What the language model has taken. */
export interface ModelUseTable {
  readonly day: string;
  readonly tokens: number;
}

export interface SilenceTable {
  readonly recipient: string;
  /** The last day of it. */
  readonly until: string;
}

/** Who is at something, and what became of it; only where processes share the database. */
export interface ClaimTable {
  readonly name: string;
  readonly holder: string;
  readonly until: string;
  /** Null while it is under way. */
  readonly outcome: string | null;
}

/** How often something has happened in the minute since; only where processes share the database. */
export interface MinuteCountTable {
  readonly key: string;
  readonly since: string;
  readonly times: number;
}

/** An answer to "hur går det?". */
export interface ReportTable {
  readonly id: string;
  readonly meeting: string;
  readonly state: Report['state']['kind'];
  /** The ledger's entry that it became; null unless approved. */
  readonly version: number | null;
  readonly at: string;
  /** The rest of the report, as JSON. */
  readonly body: string;
}
