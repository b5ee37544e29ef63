// Who may import whom: the way of a message is one-way, and the edges stay at the edges.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { otherPlan, plan } from './support/question-table.ts';

const source = 'src';
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const text = (file: string): string => readFileSync(join(source, file), 'utf8');

/** The folder of a file, or the file itself at the top: the unit that the rules are about. */
const unit = (file: string): string => (file.includes('/') ? `${file.split('/')[0]}/` : file.replace(/\.ts$/, ''));

function imports(file: string): string[] {
  const specifiers = [...text(file).matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)';|^import '([^']+)';/gms)];
  return specifiers.map((match) => match[1] ?? match[2] ?? '');
}
const ownImports = (file: string): string[] =>
  imports(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(file), specifier)));

/** What each part may import besides libraries and itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  derived: [],
  log: ['settings'],
  'minute-counts': ['clock'],
  metrics: ['reminders/', 'model/', 'turn/', 'clock'],
  settings: [],
  holidays: ['plan/'],
  'plan/': [],
  draft: ['plan/'],
  form: ['plan/', 'draft'],
  query: ['plan/', 'draft'],
  facts: ['plan/', 'draft', 'query', 'reminders/'],
  button: ['plan/', 'draft', 'form', 'query'],
  'documents/': ['plan/'],
  'store/': ['plan/', 'reminders/', 'minute-counts', 'clock', 'log'],
  'understand/': ['derived', 'query', 'draft', 'plan/'],
  'model/': ['understand/', 'store/', 'query', 'draft', 'plan/', 'clock', 'log'],
  'answer/': ['derived', 'query', 'facts', 'draft', 'plan/'],
  'render/': ['query', 'facts', 'draft', 'form', 'button', 'reminders/', 'plan/'],
  'updates/': ['store/', 'answer/', 'reminders/', 'query', 'facts', 'draft', 'form', 'plan/', 'clock', 'log'],
  'reminders/': ['store/', 'query', 'facts', 'plan/', 'clock', 'log'],
  'calendar/': ['store/', 'render/', 'plan/', 'clock', 'log'],
  'turn/': [
    'calendar/',
    'exchange/',
    'model/',
    'understand/',
    'answer/',
    'render/',
    'updates/',
    'reminders/',
    'store/',
    'button',
    'form',
    'query',
    'facts',
    'draft',
    'plan/',
    'clock',
  ],
  'exchange/': ['documents/', 'calendar/', 'updates/', 'render/', 'store/', 'query', 'facts', 'plan/', 'clock'],
  'teams/': ['model/', 'turn/', 'button', 'store/', 'reminders/', 'derived', 'form', 'clock', 'log', 'settings'],
  'tab/': [
    'turn/',
    'updates/',
    'calendar/',
    'answer/',
    'render/',
    'button',
    'form',
    'query',
    'facts',
    'draft',
    'plan/',
    'clock',
  ],
  'http/': [
    'tab/',
    'calendar/',
    'exchange/',
    'model/',
    'reminders/',
    'store/',
    'plan/',
    'minute-counts',
    'clock',
    'log',
    'settings',
  ],
  'reminder-messages': ['reminders/', 'render/', 'updates/', 'store/', 'plan/'],
  'reminder-service': ['reminder-messages', 'facts', 'reminders/', 'updates/', 'store/', 'plan/', 'clock', 'log'],
  core: [
    'calendar/',
    'model/',
    'exchange/',
    'tab/',
    'turn/',
    'updates/',
    'reminders/',
    'render/',
    'reminder-service',
    'store/',
    'holidays',
    'plan/',
    'clock',
    'log',
  ],
  app: [
    'calendar/',
    'reminder-messages',
    'clock',
    'core',
    'documents/',
    'http/',
    'log',
    'model/',
    'metrics',
    'reminders/',
    'reminder-service',
    'settings',
    'store/',
    'tab/',
    'render/',
    'teams/',
    'turn/',
    'plan/',
  ],
  main: ['app', 'documents/', 'log', 'settings', 'store/'],
  'cli/': [
    'answer/',
    'clock',
    'core',
    'documents/',
    'exchange/',
    'facts',
    'holidays',
    'log',
    'plan/',
    'query',
    'render/',
    'settings',
    'store/',
    'turn/',
  ],
};

describe('imports', () => {
  it.each(files)('%s imports only what its part may', (file) => {
    const own = unit(file);
    const foreign = ownImports(file)
      .map(unit)
      .filter((other) => other !== own && !allowed[own]?.includes(other));
    expect(foreign).toEqual([]);
  });

  it('have no cycle between files that run', () => {
    const runs = (file: string): string[] => {
      const typeOnly = new Set(
        [...text(file).matchAll(/^import type [^;]*?from '([^']+)';/gms)].map((match) => match[1]),
      );
      return imports(file)
        .filter((specifier) => specifier.startsWith('.') && !typeOnly.has(specifier))
        .map((specifier) => normalize(join(dirname(file), specifier)));
    };
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, `a cycle through ${file}`).not.toContain(file);
      if (done.has(file)) return;
      for (const next of runs(file)) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
});

describe('edges', () => {
  it.each(files.filter((file) => !file.startsWith('teams/')))('%s does not know the Bot Framework', (file) => {
    expect(
      imports(file).filter((specifier) => /^(?:botbuilder|botframework|@microsoft\/teams-ai)/.test(specifier)),
    ).toEqual([]);
  });

  it.each(files.filter((file) => file !== 'clock.ts'))('%s does not read the time', (file) => {
    expect(text(file)).not.toMatch(/new Date\(\)|Date\.now\(\)/);
  });

  it.each(files.filter((file) => file !== 'settings.ts' && !file.startsWith('cli/')))(
    '%s does not read the environment',
    (file) => {
      expect(text(file)).not.toMatch(/process\.env/);
    },
  );
});

describe('the program knows no region', () => {
  const names = [plan, otherPlan].flatMap((one) => [
    one.region.name,
    ...one.municipalities.map(({ name }) => name),
    ...one.people.map(({ name }) => name).filter((name) => name.includes(' ')),
    ...one.conferences.map(({ definite }) => definite.sv),
    ...one.groups.filter(({ kind }) => kind === 'network').map(({ name }) => name.sv),
  ]);
  /** Examples in comments may name a place; the program may not. */
  const withoutComments = (file: string): string =>
    text(file)
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/(?<!:)\/\/.*$/gm, '');

  it.each(files)('%s names nothing of it', (file) => {
    const code = withoutComments(file).toLowerCase();
    expect(names.filter((name) => code.includes(name.toLowerCase()))).toEqual([]);
  });
});
