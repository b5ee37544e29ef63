// How an instance hears of what others append: it listens, and looks for itself in case nothing reaches it.
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Log } from '../log.ts';
import { ledgerChannel } from './dialect.ts';

export interface Source {
  /** A connection of its own, not yet connected. */
  makeClient(): Client;
  /** The newest version. */
  head(): Promise<number>;
}

/** What a lost notice may cost; one small query each time. */
const lookEveryMs = 500;
const firstWaitMs = 100;
const longestWaitMs = 5_000;

/**
 * Says each newest version that it sees, until it is stopped.
 *
 * @returns how to stop; resolves when nothing is under way any more
 */
export function follow(source: Source, saw: (version: number) => void, log: Log): () => Promise<void> {
  const stopping = new AbortController();
  const loops = [
    listenOn(source, saw, log, stopping.signal),
    lookAgain(source, saw, troubleIn('the database', log), stopping.signal),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(loops);
  };
}

async function lookAgain(source: Source, saw: (version: number) => void, trouble: Trouble, signal: AbortSignal) {
  while (await waited(lookEveryMs, signal)) {
    try {
      saw(await source.head());
      trouble.over();
    } catch (error) {
      if (!signal.aborted) trouble.met(error);
    }
  }
}

async function listenOn(source: Source, saw: (version: number) => void, log: Log, signal: AbortSignal) {
  const trouble = troubleIn('listening to the database', log);
  let waitMs = firstWaitMs;
  do {
    try {
      await listenOnce(source, saw, signal, () => {
        trouble.over();
        waitMs = firstWaitMs;
      });
    } catch (error) {
      if (!signal.aborted) trouble.met(error);
      waitMs = Math.min(2 * waitMs, longestWaitMs);
    }
  } while (await waited(waitMs, signal));
}

/** Listens until the connection is lost, which rejects, or the signal comes. */
async function listenOnce(
  source: Source,
  saw: (version: number) => void,
  signal: AbortSignal,
  listening: () => void,
): Promise<void> {
  const client = source.makeClient();
  const { promise: lost, resolve, reject } = Promise.withResolvers<void>();
  // Handled even where it comes while we still connect.
  lost.catch(() => {});
  const stop = () => resolve();
  client.on('error', reject);
  client.on('end', () => reject(new Error('the connection ended')));
  client.on('notification', ({ payload }) => saw(Number(payload)));
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    await client.query(`listen ${ledgerChannel}`);
    listening();
    // What was appended while nobody listened.
    saw(await source.head());
    await lost;
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end();
  }
}

/** False where the signal came instead. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal, ref: false });
    return true;
  } catch {
    return false;
  }
}

interface Trouble {
  met(error: unknown): void;
  over(): void;
}

/** Logs the beginning and the end of trouble, not each attempt between. */
function troubleIn(what: string, log: Log): Trouble {
  let inTrouble = false;
  return {
    met(error) {
      if (!inTrouble) log.warn({ err: error }, `${what} failed; trying again`);
      inTrouble = true;
    },
    over() {
      if (inTrouble) log.info({}, `${what} works again`);
      inTrouble = false;
    },
  };
}
