// One JSON object a line on standard output; nothing that people write, and no names, at info and above.
import { pino } from 'pino';
import type { Settings } from './settings.ts';

/** What the bot's parts need of a log: facts first, then what happened. */
export interface Log {
  debug(facts: object, event: string): void;
  info(facts: object, event: string): void;
  warn(facts: object, event: string): void;
  error(facts: object, event: string): void;
}

/** A log of this level and above. What went wrong goes under `err`. */
export function makeLog(level: Settings['logLevel']): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  });
}

/** What may be said of an error. The SDK hangs requests with their tokens and messages on its own: those stay out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return { type: error.name, message: error.message, code, status, stack: error.stack };
}
