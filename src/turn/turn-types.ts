// One message in, one reply out, without Teams.

export interface Incoming {
  readonly text: string;
  readonly locale: 'sv' | 'en' | null;
  readonly conversation: string;
  readonly scope: 'personal' | 'group' | 'channel';
  readonly sender: { readonly tenant: string; readonly person: string } | null;
  /** what a pressed button carries, already JSON, not yet trusted */
  readonly action: unknown;
}

export interface Reply {
  readonly text: string;
  /** says everything the card says; for speech and notification */
  readonly spoken: string;
  readonly card: Record<string, unknown> | null;
  readonly suggestions: readonly { readonly title: string; readonly action: unknown }[];
  readonly locale: 'sv' | 'en';
}

/** What the conversation remembers between turns: JSON, owned by the core, opaque to Teams. */
export type Memory = unknown;

export interface Turn {
  readonly reply: Reply;
  readonly memory: Memory;
}

export type TakeTurn = (incoming: Incoming, memory: Memory) => Turn;
export type Welcome = (scope: Incoming['scope'], locale: 'sv' | 'en') => Reply;
export type Apologise = (reference: string, locale: 'sv' | 'en') => Reply;
