// What a message was understood as.
import type { Query } from '../query.ts';

/** What a message was understood as. */
export interface Understood {
  readonly query: Query;
  /** The message's language; null where its words do not tell. */
  readonly language: 'sv' | 'en' | null;
  /** False where words of weight were not read, or nothing was found: somebody else may see more in the message. */
  readonly isSure: boolean;
}

/** What a message that wants something done tells to be missing is said in the answer, and asked for there. */
export function sure(query: Query, language: Understood['language']): Understood {
  return { query, language, isSure: true };
}
