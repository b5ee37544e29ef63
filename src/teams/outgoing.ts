// A reply of the core as a message of Teams.
import type { Activity } from 'botbuilder';
import { LinkAction } from '../button.ts';
import { FormAction } from '../form.ts';
import type { Reply } from '../turn/turn-types.ts';
import { feedbackLoop } from './feedback.ts';

type Card = Record<string, unknown>;

/** Teams shows six buttons of a card. */
const maxSuggestions = 6;
/** What Teams shows of a message in a notification. */
const maxSummaryLength = 200;
export const cardType = 'application/vnd.microsoft.card.adaptive';
const languages = { sv: 'sv-SE', en: 'en-GB' } as const;

/**
 * How a suggestion becomes a button. `messageBack` shows its title as what the person said, as Teams can; `plain`
 * does not, for Microsoft 365 Agents Playground, which fails on the other and has no dialogs.
 */
export type ButtonStyle = 'messageBack' | 'plain';

/** The whole reply as a message: text, the card that says the same, and the suggestions as the card's buttons. */
export function toMessage(reply: Reply, style: ButtonStyle): Partial<Activity> {
  const card = toCard(reply, style);
  return {
    type: 'message',
    text: reply.text,
    textFormat: 'markdown',
    speak: reply.speak ?? reply.spoken,
    summary: summarise(reply.spoken),
    locale: languages[reply.locale],
    inputHint: 'acceptingInput',
    ...(card ? { attachments: [{ contentType: cardType, content: card }] } : {}),
    ...(reply.question !== undefined && style !== 'plain' ? { channelData: feedbackLoop } : {}),
  };
}

/** The reply's card with the suggestions as its last buttons; a card of nothing but buttons where there is none. */
export function toCard(reply: Reply, style: ButtonStyle): Card | null {
  // What a messageBack carries is fixed beforehand; what is written in the card comes with a plain button alone.
  const carrying = hasInputs(reply.card) ? 'plain' : style;
  const buttons = reply.suggestions.slice(0, maxSuggestions).map((suggestion) => toButton(suggestion, carrying));
  if (buttons.length === 0) return reply.card;
  const card = reply.card ?? { type: 'AdaptiveCard', version: '1.5', body: [] };
  const own = Array.isArray(card.actions) ? card.actions : [];
  return { ...card, ...refreshing(reply, style), actions: [...own, ...buttons] };
}

/** A card that says all of the reply: for where the message's text is not shown, or cannot be changed with it. */
export function toWholeCard(reply: Reply, style: ButtonStyle): Card {
  const card = toCard(reply, style) ?? { type: 'AdaptiveCard', version: '1.5' };
  const body = Array.isArray(card.body) ? card.body : [];
  return { ...card, body: [{ type: 'TextBlock', text: reply.text, wrap: true }, ...body] };
}

/** Only for whom it adds something: everybody else sees the card that was sent. */
function refreshing({ refresh }: Reply, style: ButtonStyle): Card {
  if (!refresh || style === 'plain') return {};
  return { refresh: { action: execute('', refresh.action), userIds: [refresh.teamsId] } };
}

function execute(title: string, action: unknown): Card {
  return { type: 'Action.Execute', ...(title === '' ? {} : { title }), verb: 'press', data: action };
}

function hasInputs(card: Card | null): boolean {
  const body: unknown = card?.body;
  const isInput = (element: unknown): boolean =>
    typeof element === 'object' && element !== null && 'type' in element && String(element.type).startsWith('Input.');
  return Array.isArray(body) && body.some(isInput);
}

/**
 * A button that carries a typed action, never text to be parsed again; or one that opens an address. Where what comes
 * of it takes the card's place, clients that do not know how get it as a message below.
 */
function toButton({ title, action, replaces }: Reply['suggestions'][number], style: ButtonStyle): Card {
  const link = LinkAction.safeParse(action);
  if (link.success) return { type: 'Action.OpenUrl', title, url: link.data.url };
  const submit = { type: 'Action.Submit', title, data: style === 'plain' ? action : teamsData(title, action) };
  return replaces ? { ...execute(title, action), fallback: submit } : submit;
}

/** A form opens in a dialog; `plain` clients have none, and get it in the conversation. */
function teamsData(title: string, action: unknown): Card {
  const asked = FormAction.safeParse(action);
  if (asked.success) return { msteams: { type: 'task/fetch' }, ...asked.data };
  return { msteams: { type: 'messageBack', displayText: title, text: title, value: action } };
}

function summarise(spoken: string): string {
  if (spoken.length <= maxSummaryLength) return spoken;
  return `${spoken.slice(0, maxSummaryLength - 1).toWellFormed()}…`;
}
