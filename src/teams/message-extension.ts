// Teams' message extension: the search box in the message field, and the cards that it puts into conversations.
import { z } from 'zod';
import type { Searched } from '../turn/turn-types.ts';
import { cardType, toWholeCard } from './outgoing.ts';

/** The command's id in the manifest. */
const command = 'searchPlan';
const parameterName = 'query';
const longestText = 200;
const usualCount = 25;

const natural = z.int().nonnegative().catch(0);
const Asked = z.object({
  commandId: z.literal(command),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
  queryOptions: z.object({ skip: natural, count: natural }).catch({ skip: 0, count: usualCount }),
});

/** What is searched for; an empty text before anything is typed. */
export interface SearchAsked {
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

/** Reads the value of a `composeExtension/query` invoke; null where it is none of this app's. */
export function readSearch(value: unknown): SearchAsked | null {
  const { data } = Asked.safeParse(value);
  if (!data) return null;
  const typed = data.parameters.find(({ name }) => name === parameterName)?.value;
  const text = typeof typed === 'string' ? typed.slice(0, longestText).toWellFormed().trim() : '';
  const { skip, count } = data.queryOptions;
  return { text, skip, count: count === 0 ? usualCount : count };
}

/** The body of the answer: results, or a sentence where there are none. */
export function toSearchResult({ results, nothing }: Searched): object {
  if (results.length === 0) return { composeExtension: { type: 'message', text: nothing } };
  const attachments = results.map(({ title, text, reply }) => ({
    contentType: cardType,
    content: toWholeCard(reply, 'messageBack'),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}
