// Forms as turns: opened, sent in, and shown in the conversation itself where the client has no dialogs.
import { FormAction, FormSubmission } from '../form.ts';
import type { Locale } from '../render/dates.ts';
import type { Occasion } from './answering.ts';
import type { CardForms } from './forms.ts';
import { type Remembered, recall } from './memory.ts';
import { stepOf } from './reacting.ts';
import type { MakeReply } from './replying.ts';
import type { FormReply, Incoming, Memory, OpenForm, Reply, SubmitForm, Turn } from './turn-types.ts';

export interface FormTurns {
  readonly open: OpenForm;
  readonly submit: SubmitForm;
  /** A form in the conversation itself, where the client has no dialogs; null where none is asked for or sent in. */
  take(incoming: Incoming, memory: Memory): Promise<Turn | null>;
}

export function makeFormTurns(
  forms: CardForms,
  occasionOf: (incoming: Incoming, remembered: Remembered) => Promise<Occasion>,
  reply: MakeReply,
): FormTurns {
  async function open(incoming: Incoming, memory: Memory): Promise<FormReply> {
    const occasion = await occasionOf(incoming, recall(memory));
    const asked = FormAction.safeParse(incoming.action);
    return asked.success ? forms.open(asked.data.form, occasion) : forms.outdated(occasion);
  }

  async function submit(incoming: Incoming, memory: Memory): ReturnType<SubmitForm> {
    const remembered = recall(memory);
    const occasion = await occasionOf(incoming, remembered);
    const submission = FormSubmission.safeParse(incoming.action);
    if (!submission.success) return forms.outdated(occasion);
    const submitted = await forms.submit(submission.data, occasion);
    if (submitted.kind !== 'step') return submitted;
    const said = { text: null, teamsId: incoming.sender?.teamsId ?? '' };
    return { kind: 'turn', turn: await reply(stepOf(submitted.step), occasion, remembered, said) };
  }

  async function take(incoming: Incoming, memory: Memory): Promise<Turn | null> {
    const { action } = incoming;
    const isSent = FormSubmission.safeParse(action).success;
    if (!isSent && !FormAction.safeParse(action).success) return null;
    const taken = isSent ? await submit(incoming, memory) : await open(incoming, memory);
    if (taken.kind === 'turn') return taken.turn;
    return { reply: inConversation(taken, languageOf(incoming, recall(memory))), memory };
  }

  return { open, submit, take };
}

/** The language that the conversation was last held in, or else its client's. */
export function languageOf({ locale }: Incoming, remembered: Remembered): Locale {
  return remembered.locale ?? locale ?? 'sv';
}

/** A form, or a sentence in its place, in the conversation. */
export function inConversation(form: FormReply, locale: Locale): Reply {
  const card = form.kind === 'form' ? form.card : null;
  return { text: form.text, spoken: form.text, card, suggestions: [], locale };
}
