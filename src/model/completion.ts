// What is asked of a language model, and what comes back: the port that its adapter fills.
import type { Query } from '../query.ts';

/** What a model's answer is worth. */
export type Checked =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'not-in-plan' }
  /** `feedback` tells the model what to do better. */
  | { readonly kind: 'wrong'; readonly feedback: string };

export interface ModelRequest {
  /** What may be returned, in words; the same from question to question. */
  readonly offer: string;
  /** The question and what surrounds it, as JSON. */
  readonly input: string;
  /** Judges JSON that was returned. */
  readonly check: (answer: unknown) => Checked;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
}

/** Tokens as the service counted them, or as they were guessed where it did not say. */
export interface Tokens {
  readonly prompt: number;
  readonly completion: number;
}

export interface Completion {
  readonly tokens: Tokens;
  readonly result:
    | Exclude<Checked, { kind: 'wrong' }>
    /** Answered twice, and wrong twice. */
    | { readonly kind: 'nonsense' }
    /** No answer; `waitMs` where the service said how long to leave it alone. */
    | { readonly kind: 'failed'; readonly reason: string; readonly waitMs: number | null };
}

/** Asks the model, and once more where its answer is wrong. Never rejects. */
export type Complete = (request: ModelRequest) => Promise<Completion>;
