// The process: settings in, app up, signals, exit code.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import type { App } from './app.ts';
import { PlanError } from './documents/problem.ts';
import { type Log, makeLog } from './log.ts';
import { readSettings, SettingsError } from './settings.ts';
import { StoreError } from './store/store.ts';

/** Whatever still hangs then is given up, so that the process is gone within ten seconds. */
const exitAfterMs = 9_500;
/** What Node has compiled, kept for the next start; a folder that cannot be written to means only a slower start. */
const compileCache = join(import.meta.dirname, '../node_modules/.cache/compiled');
/** Keeping it takes a moment, in which nobody should wait for an answer. */
const keepCompiledAfterMs = 5_000;
/** The SDK prints whole keys. */
const maxPrintedLength = 500;

async function main(): Promise<void> {
  const settings = readSettings();
  const log = makeLog(settings.logLevel);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed that nobody waits for'));
  logWhatLibrariesPrint(log);
  enableCompileCache(compileCache);
  // Only now, so that mistakes in the settings are told at once, and the cache serves what is most of the start.
  const { createApp } = await import('./app.ts');
  const app = await createApp(settings, log);
  // Before it listens: whoever stops a bot that is starting wants it stopped.
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!stopping) void stop(app, log);
      stopping = true;
    });
  }
  await app.start();
  setTimeout(flushCompileCache, keepCompiledAfterMs).unref();
}

/** The Bot Framework prints some errors; everything that is logged has one form. */
function logWhatLibrariesPrint(log: Log): void {
  const record = (...words: unknown[]) =>
    log.warn({ printed: format(...words).slice(0, maxPrintedLength) }, 'a library printed something');
  Object.assign(console, { log: record, info: record, warn: record, error: record });
}

async function stop(app: App, log: Log): Promise<void> {
  log.info({}, 'stopping');
  setTimeout(() => process.exit(0), exitAfterMs).unref();
  await app.stop();
  log.info({}, 'stopped');
  process.exit(0);
}

/** Mistakes of whoever starts the bot are told in words; a stack trace would hide them. */
function explain(error: unknown): string {
  if (error instanceof SettingsError || error instanceof PlanError || error instanceof StoreError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `${error.message}\nAnother program listens there: set PORT.`;
  if ('code' in error && 'syscall' in error) return error.message;
  return error.stack ?? error.message;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The bot did not start. ${explain(error)}\n`);
  process.exit(1);
}
