// What a button carries: typed, and never text to be parsed again.
import { z } from 'zod';
import { UpdateRequest } from './draft.ts';
import { FormRequest } from './form.ts';
import { Query } from './query.ts';

/** Where a button may lead: the web, a calendar program, and this machine where the bot runs on it. */
function isOpenable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const isOwn = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
  return protocol === 'https:' || protocol === 'webcal:' || (protocol === 'http:' && isOwn);
}

/** Leads out of the conversation: the bot hears nothing of it. */
export const LinkAction = z.strictObject({ url: z.string().max(3_000).refine(isOpenable) });

export const ButtonAction = z.union([
  /**
   * A question, from the start of its answer or from a row of it on: the next page of a long one. `comment`: what was
   * written in the card beside the button.
   */
  z.strictObject({
    query: Query,
    from: z.int().positive().max(100_000).optional(),
    comment: z.string().max(10_000).optional(),
  }),
  /** A choice made: the request that it completes. */
  z.strictObject({ update: UpdateRequest }),
  /** What was chosen in a card of reminders; several choices with commas between. */
  z.strictObject({
    remind: z.enum(['me', 'here']),
    topics: z.string().max(10_000).optional(),
    leads: z.string().max(1_000).optional(),
  }),
  /** The id of a proposal; `sure`: the number that was shown of those whom a message to everybody goes to. */
  z.strictObject({ confirm: z.string().max(100), sure: z.int().positive().optional() }),
  z.strictObject({ withdraw: z.string().max(100) }),
  /** The id of a proposal whose card is being looked at: how it stands now. */
  z.strictObject({ look: z.string().max(100) }),
  /** The version of a change to take back. */
  z.strictObject({ undo: z.int().positive() }),
  /** Opens a form. */
  z.strictObject({ form: FormRequest }),
  LinkAction,
]);
export type ButtonAction = z.infer<typeof ButtonAction>;
