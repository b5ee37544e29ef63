// Teams' dialogs (task modules): a form in a window of its own, and what the window shows after it.
import type { FormReply } from '../turn/turn-types.ts';
import { cardType } from './outgoing.ts';

/** The body of the answer to `task/fetch` and `task/submit`: the form, or a sentence in its place. */
export function toDialog(reply: FormReply): object {
  if (reply.kind === 'message') return messageDialog(reply.text);
  const { title, card } = reply;
  // Teams makes the window scroll where the form is higher, and as wide as the screen on a phone.
  const value = { title, width: 'medium', height: 'large', card: { contentType: cardType, content: card } };
  return { task: { type: 'continue', value } };
}

/** A sentence in a window. */
export function messageDialog(text: string): object {
  return { task: { type: 'message', value: text } };
}
