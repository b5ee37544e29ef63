// `npm run dev`: the bot at a simulated date on the plan of 2019, and Microsoft 365 Agents Playground to talk to it in.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../settings.ts';

const root = join(import.meta.dirname, '../..');
const playgroundConfig = join(root, '.m365agentsplayground.yml');
const playgroundProgram = join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js');

/** Inside the year of the plan, with meetings behind and ahead. */
const defaultNow = '2019-03-01T09:00';
const defaultPlaygroundPort = 56_150;
/** The name in the configuration of the Playground. */
const secretaryName = 'Sekreterare';
const readyTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;
const parentCheckMs = 500;

type Variables = Record<string, string>;

/** A wrong argument; the message says what is allowed. */
class UsageError extends Error {}

async function main(): Promise<number> {
  const person = readArguments();
  // In development nobody is authenticated, whatever registration `.env` holds.
  const fixed = { MicrosoftAppId: '', NODE_ENV: 'development' };
  const settings = readSettings({ ...process.env, ...fixed });
  mkdirSync(settings.dataDir, { recursive: true });
  const now = settings.simulatedNow ?? defaultNow;
  const port = await freePort(settings.port);
  const playgroundPort = await freePort(defaultPlaygroundPort);
  const { config, name, tabPerson } = person === null ? ownConfig() : writeConfigAs(person, settings.dataDir);

  const secretariat = settings.secretariatIds.length > 0 ? settings.secretariatIds.join(',') : secretaryId();
  const botVariables = {
    ...fixed,
    SIMULATED_NOW: now,
    PORT: String(port),
    SECRETARIAT_IDS: secretariat,
    TAB_PERSON: tabPerson,
  };
  const bot = start([join(root, 'src/main.ts')], botVariables, 'inherit');
  const variables = playgroundVariables(config, settings.dataDir);
  const playground = start(playgroundArguments(port, playgroundPort), variables, 'ignore');
  const ended = endTogether([bot, playground]);
  const address = `http://localhost:${playgroundPort}`;
  await Promise.race([
    allReady([`http://127.0.0.1:${port}/readyz`, address]).then(() =>
      tell(address, `http://localhost:${port}/tab/`, now, name),
    ),
    ended,
  ]);
  return ended;
}

/** The name after `--as`; null for the person of the configuration. */
function readArguments(): string | null {
  try {
    return parseArgs({ options: { as: { type: 'string' } } }).values.as ?? null;
  } catch {
    throw new UsageError('Usage: npm run dev [-- --as NAME], where NAME is a user of .m365agentsplayground.yml');
  }
}

const User = z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const PlaygroundConfig = z.looseObject({ tenantId: z.string(), currentUser: User, users: z.array(User) });

/** A configuration for the Playground, and who one is in it. */
interface Chosen {
  readonly config: string;
  readonly name: string;
  /** Whom the tab takes its reader for: the same person. */
  readonly tabPerson: string;
}

function tabPersonOf(tenant: string, { aadObjectId, name }: z.infer<typeof User>): string {
  return `${tenant}/${aadObjectId}/${name}`;
}

function readConfig(): z.infer<typeof PlaygroundConfig> {
  return PlaygroundConfig.parse(parse(readFileSync(playgroundConfig, 'utf8')));
}

function ownConfig(): Chosen {
  const { tenantId, currentUser } = readConfig();
  return { config: playgroundConfig, name: currentUser.name, tabPerson: tabPersonOf(tenantId, currentUser) };
}

/** Whom the configuration calls the secretary, so that one person may change the plan and the others may not. */
function secretaryId(): string {
  const { currentUser, users } = readConfig();
  return [currentUser, ...users].find(({ name }) => name === secretaryName)?.aadObjectId ?? '';
}

/** Writes the Playground's configuration with another person as oneself: its window has no way to change. */
function writeConfigAs(name: string, folder: string): Chosen {
  const original = readConfig();
  const everybody = [original.currentUser, ...original.users];
  const chosen = everybody.find((user) => user.name.toLowerCase() === name.toLowerCase());
  if (!chosen) throw new UsageError(`There is no ${name}; there are ${everybody.map((user) => user.name).join(', ')}.`);
  const config = join(folder, 'playground.yml');
  const users = everybody.filter((user) => user !== chosen);
  writeFileSync(config, stringify({ ...original, currentUser: chosen, users }));
  return { config, name: chosen.name, tabPerson: tabPersonOf(original.tenantId, chosen) };
}

function playgroundArguments(botPort: number, ownPort: number): string[] {
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  return [playgroundProgram, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(ownPort), '--disable-telemetry'];
}

function playgroundVariables(config: string, folder: string): Variables {
  return {
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
    TEAMSAPPTESTER_BROWSER: 'none',
  };
}

/** In the same process group, so that whatever ends this program from outside ends the children too. */
function start(args: readonly string[], variables: Variables, output: 'inherit' | 'ignore'): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', output, 'inherit'],
  });
}

/** Ends all children when one ends, a signal comes, or this program ends; resolves with the exit code. */
async function endTogether(children: readonly ChildProcess[]): Promise<number> {
  let asked = false;
  const end = (signal: NodeJS.Signals) => {
    for (const child of children) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked = true;
      end('SIGTERM');
    });
  }
  process.on('exit', () => end('SIGKILL'));
  // npm hands a signal on to its shell only, which dies of it without telling.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end('SIGTERM'), parentCheckMs).unref();
  const exits = children.map(exitCode);
  const first = await Promise.race(exits);
  end('SIGTERM');
  await Promise.race([Promise.all(exits), sleep(stopTimeoutMs)]);
  return asked ? 0 : first;
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function allReady(addresses: readonly string[]): Promise<void> {
  const deadline = performance.now() + readyTimeoutMs;
  for (const address of addresses) {
    while (!(await answers(address))) {
      if (performance.now() > deadline) throw new Error(`${address} does not answer`);
      await sleep(100);
    }
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

function tell(address: string, tab: string, now: string, name: string): void {
  process.stdout.write(
    `\nOpen ${address} and ask, for example: när är nästa möte?\n` +
      `There you are ${name} (npm run dev -- --as Sekreterare makes you the secretary), ` +
      `and it is ${now.replace('T', ' ')}. The tab is at ${tab}. Ctrl-C ends it.\n\n`,
  );
}

/** The first free port from `first` on. */
async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    // The bot listens on IPv4 loopback, the Playground on every address: both must be free.
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, null))) return port;
  }
  throw new Error(`no free port from ${first} to ${first + 99}`);
}

function isFree(port: number, host: string | null): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, ...(host ? { host } : {}) }, () => probe.close(() => resolve(true)));
  });
}

try {
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
