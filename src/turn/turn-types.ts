// One message in, one reply out, without Teams.
import type { Download, SentFile } from '../exchange/exchange.ts';

export type { Download, SentFile };

export interface Incoming {
  readonly text: string;
  readonly locale: 'sv' | 'en' | null;
  readonly conversation: string;
  readonly scope: 'personal' | 'group' | 'channel';
  readonly sender: {
    readonly tenant: string;
    readonly person: string;
    readonly name: string;
    /** Teams' own id of the person for this bot. */
    readonly teamsId: string;
  } | null;
  /** People mentioned in the message, the bot itself not among them. */
  readonly mentions: readonly { readonly teamsId: string; readonly name: string }[];
  /** Sent with the message; absent where there are none. */
  readonly files?: readonly SentFile[];
  /** what a pressed button carries, already JSON, not yet trusted */
  readonly action: unknown;
  /** Set where what comes of the action is to take the place of the message that it was pressed on: that message's id. */
  readonly inPlaceOf?: string | null;
}

export interface Reply {
  readonly text: string;
  /** says everything the card says; for speech and notification */
  readonly spoken: string;
  /** The beginning of it for a voice, where it is long. */
  readonly speak?: string;
  readonly card: Record<string, unknown> | null;
  readonly suggestions: readonly {
    readonly title: string;
    readonly action: unknown;
    /** Whether what comes of it takes the place of this reply. */
    readonly replaces?: true;
  }[];
  readonly locale: 'sv' | 'en';
  /** Whether the pressed message stays as it is, and this is only said beside it: why nothing was done. */
  readonly stays?: true;
  /** Whether only who pressed sees what takes the place: it is about them, and others read along. */
  readonly isPersonal?: true;
  /** What the client asks, unpressed, when this person sees the card again: how it stands now. */
  readonly refresh?: { readonly action: unknown; readonly teamsId: string };
  /** The question that it answers, which praise and complaint are about; absent where it answers none. */
  readonly question?: string;
}

/** What the conversation remembers between turns: JSON, owned by the core, opaque to Teams. */
export type Memory = unknown;

export interface Turn {
  readonly reply: Reply;
  readonly memory: Memory;
  /** Nothing of the conversation is to be kept, since somebody in it wants to be forgotten. */
  readonly forgets?: true;
}

/** @param onWait called where the answer takes a moment, to show that it is under way */
export type TakeTurn = (incoming: Incoming, memory: Memory, onWait?: () => void) => Promise<Turn>;
export type Welcome = (scope: Incoming['scope'], locale: 'sv' | 'en') => Reply;
export type Apologise = (reference: string, locale: 'sv' | 'en') => Reply;

/** A result of a search: its preview in the list, and the answer that is put into the conversation. */
export interface Found {
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

export interface Searched {
  readonly results: readonly Found[];
  /** What is said where there are none. */
  readonly nothing: string;
}

/** Searches the plan. @param text empty before anything is typed */
export type SearchPlan = (asked: {
  readonly text: string;
  readonly skip: number;
  readonly count: number;
  readonly locale: 'sv' | 'en';
}) => Searched;

/** What is said to who has sent too many messages. */
export type TooMany = (locale: 'sv' | 'en') => Reply;

/** Is told of every turn what may be counted: kinds and times, and nothing of what was said. */
export interface TurnObserver {
  readonly turned: (kind: string, outcome: 'answered' | 'unanswered' | 'asked' | 'refused' | 'failed') => void;
  readonly took: (stage: 'understand' | 'model' | 'answer' | 'render', seconds: number) => void;
}

/** A form to fill in, or a sentence on why there is none. */
export type FormReply =
  | {
      readonly kind: 'form';
      readonly title: string;
      /** The title and what to do, where the form stands in the conversation. */
      readonly text: string;
      readonly card: Record<string, unknown>;
    }
  | { readonly kind: 'message'; readonly text: string };

/** Opens the form that the action names. */
export type OpenForm = (incoming: Incoming, memory: Memory) => Promise<FormReply>;
/** Takes what was filled in: the form again where something is wrong, else the turn that goes on from it. */
export type SubmitForm = (
  incoming: Incoming,
  memory: Memory,
) => Promise<FormReply | { readonly kind: 'turn'; readonly turn: Turn }>;
/** Keeps what somebody thought of the answer to a question, without who it was. */
export type Rate = (question: string, verdict: 'praised' | 'blamed') => Promise<void>;
