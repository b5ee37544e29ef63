// Cards that change where they stand: what came of a press, and when.
import { bodyOf, cardOf, textBlock } from './card.ts';
import { formatTime } from './dates.ts';
import type { Setting } from './names.ts';
import type { Rendered } from './render.ts';

/** A reply that takes the place of what was pressed says when it did. @param time of the day in the region */
export function updated(reply: Rendered, time: string, { say, locale }: Setting): Rendered {
  const stamp = say.updated(formatTime(time, locale));
  const spoken = `${reply.spoken}\n${stamp}`;
  const twin = { spoken, speak: reply.speak };
  const line = textBlock(stamp, { size: 'Small', isSubtle: true });
  return { ...reply, spoken, card: cardOf([...bodyOf(reply.card), line], twin) };
}

/** A message that stays, with what came of a press on it below. */
export function withOutcome(message: Rendered, outcome: Rendered): Rendered {
  const spoken = `${message.spoken}\n${outcome.spoken}`;
  const body = [
    ...bodyOf(message.card),
    { type: 'TextBlock', text: outcome.text, wrap: true, spacing: 'Medium', separator: true },
    ...bodyOf(outcome.card),
  ];
  const speak = outcome.speak;
  return { ...outcome, text: message.text, spoken, speak, card: cardOf(body, { spoken, speak }) };
}
