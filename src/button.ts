// What a button carries: typed, and never text to be parsed again.
import { z } from 'zod';
import { UpdateRequest } from './draft.ts';
import { FormRequest } from './form.ts';
import { Query } from './query.ts';

export const ButtonAction = z.union([
  z.strictObject({ query: Query }),
  /** A choice made: the request that it completes. */
  z.strictObject({ update: UpdateRequest }),
  /** The id of a proposal. */
  z.strictObject({ confirm: z.string().max(100) }),
  z.strictObject({ withdraw: z.string().max(100) }),
  /** The version of a change to take back. */
  z.strictObject({ undo: z.int().positive() }),
  /** Opens a form. */
  z.strictObject({ form: FormRequest }),
]);
export type ButtonAction = z.infer<typeof ButtonAction>;
