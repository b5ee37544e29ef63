// The bot, or another program of the repository, as a real process.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A program under way: what it has written so far, and how it ends. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with the exit code; null where a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Starts a TypeScript program with these settings and none of the caller's own. */
export function startProgram(
  path: string,
  variables: Record<string, string> = {},
  args: readonly string[] = [],
): Running {
  const { PATH = '', HOME = '' } = process.env;
  // Each program its own, unless it is to go on where another left off.
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'bot-'));
  const child = spawn(process.execPath, [path, ...args], {
    env: { PATH, HOME, DATA_DIR, MicrosoftAppId: '', SIMULATED_NOW: '2019-03-01T09:00', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return { child, output: () => output, errors: () => errors, exit };
}

/** Waits until `find` finds something in what the program has written. */
export async function waitFor<Found>(running: Running, find: (output: string) => Found | null): Promise<Found> {
  const deadline = performance.now() + 45_000;
  while (performance.now() < deadline && running.child.exitCode === null) {
    const found = find(running.output());
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for the program; it wrote:\n${running.output()}\n${running.errors()}`);
}

/** Waits until the bot has written down that so much was sent: killed before that, it may send what came last again. */
export function writtenDown({ url }: { readonly url: string }, many: number) {
  const written = async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^reminders_total\{outcome="sent"\} (\d+)/m.exec(metrics)?.[1]);
  };
  return expect.poll(written, { timeout: 60_000 }).toBeGreaterThanOrEqual(many);
}

/** The bot on a free port, once it listens. */
export async function startBot(variables: Record<string, string> = {}) {
  const running = startProgram('src/main.ts', { PORT: '0', ...variables });
  const port = await waitFor(running, (output) => /"port":(\d+),"msg":"listening"/.exec(output)?.[1] ?? null);
  return { ...running, url: `http://127.0.0.1:${port}` };
}
