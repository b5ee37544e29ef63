// The bot and the bare echo bot as real processes, started alike.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Rival {
  readonly name: string;
  readonly file: string;
  readonly flags: readonly string[];
}

/** As `npm start` starts it. */
export const bot: Rival = { name: 'bot', file: 'src/main.ts', flags: ['--max-semi-space-size=8'] };
export const echo: Rival = { name: 'bare echo', file: 'tests/bench/echo.ts', flags: [] };

export interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  /** From the start of the process until it said that it is ready. */
  readonly readyMs: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Starts a program on an empty folder and waits until it says that it is ready. */
export async function start({ file, flags }: Rival): Promise<Started> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, file], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: mkdtempSync(join(tmpdir(), 'bench-')),
      SIMULATED_NOW: '2019-03-01T09:00',
      LOG_LEVEL: 'silent',
      MicrosoftAppId: '',
    },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (performance.now() - started > 30_000 || child.exitCode !== null) throw new Error(`${file} did not start`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { child, url, readyMs: performance.now() - started };
}

/** Milliseconds of processor time so far, as Linux tells it in ticks of 10 ms: what other work on the machine leaves alone. */
export function processorMs({ pid }: ChildProcess): number {
  // After the name of the program, which may have spaces: user time is the 12th field, system time the 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory in MB, as Linux tells it. */
export function residentMb({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
