// Against loops: the same message twice within an hour, or very many to one conversation, is a fault of the bot.
import { createHash } from 'node:crypto';
import type { Recent } from '../store/reminder-stores.ts';
import type { SendOutcome } from './failure.ts';

const rememberedMs = 3_600_000;

/** The messages of the last hour, oldest first; real time. */
export function recentOf(recent: readonly Recent[], now: Date): Recent[] {
  const since = now.getTime() - rememberedMs;
  // What lies ahead was sent before the clock was set back.
  return recent.filter(([at]) => Date.parse(at) > since && Date.parse(at) <= now.getTime());
}

export function isRepeated(recent: readonly Recent[], message: unknown): boolean {
  const digest = digestOf(message);
  return recent.some(([, other]) => other === digest);
}

/** The messages lately with one more, if it arrived or may have. */
export function withSent(
  recent: readonly Recent[],
  { kind }: SendOutcome,
  message: unknown,
  now: Date,
): readonly Recent[] {
  const at = now.toISOString();
  if (kind === 'sent') return [...recent, [at, digestOf(message)]];
  // It counts, but may be sent again.
  return kind === 'unanswered' ? [...recent, [at, '']] : recent;
}

function digestOf(message: unknown): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22);
}
