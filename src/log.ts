// One JSON object a line on standard output; nothing that people write, and no names, at info and above.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import type { Settings } from './settings.ts';

/** What the bot's parts need of a log: facts first, then what happened. */
export interface Log {
  debug(facts: object, event: string): void;
  info(facts: object, event: string): void;
  warn(facts: object, event: string): void;
  error(facts: object, event: string): void;
}

const requestIds = new AsyncLocalStorage<string>();

/** Does something for a request: whatever is logged meanwhile, however deep inside, has its id under `request`. */
export function forRequest<Result>(id: string, work: () => Result): Result {
  return requestIds.run(id, work);
}

/** The id of the request that is being worked for; null where it is none. */
export function currentRequest(): string | null {
  return requestIds.getStore() ?? null;
}

/**
 * A log of this level and above. What went wrong goes under `err`.
 *
 * @param to takes the lines; standard output where it is absent
 */
export function makeLog(level: Settings['logLevel'], to?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    mixin() {
      const request = currentRequest();
      return request === null ? {} : { request };
    },
  };
  return to ? pino(options, to) : pino(options);
}

/** What may be said of an error. The SDK hangs requests with their tokens and messages on its own: those stay out. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = 'code' in error ? error.code : undefined;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return { type: error.name, message: error.message, code, status, stack: error.stack };
}
