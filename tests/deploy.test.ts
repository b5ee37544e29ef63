// What the bot is run with, as far as it can be checked without running it.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { allowedLicences, packagesIn } from '../src/cli/sbom.ts';
import { systemClock } from '../src/clock.ts';
import { healthRoutes } from '../src/http/health.ts';
import { makeMetrics } from '../src/metrics.ts';
import { readSettings } from '../src/settings.ts';

const read = (file: string): string => readFileSync(`deploy/${file}`, 'utf8');
const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const { devDependencies, dependencies, scripts } = z
  .object({
    devDependencies: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(manifest);

describe('Dockerfile', () => {
  /** Instructions of the last stage, with what follows a backslash on their line. */
  const lines = read('Dockerfile')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));
  const of = (name: string) =>
    last.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

  it('has the Node that the repository is tested with, by its number', () => {
    const images = lines.filter((line) => line.startsWith('FROM')).map((line) => line.split(' ')[1]);
    expect(images).toEqual(images.map(() => `node:${devDependencies.node}-bookworm-slim`));
  });

  it('runs as an ordinary user, by number, and copies only what there is', () => {
    expect(of('USER')).toEqual(['10001:10001']);
    expect(last.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      last.findLastIndex((line) => line.startsWith('COPY')),
    );
    for (const copied of of('COPY').filter((line) => !line.startsWith('--from'))) {
      for (const path of copied.split(' ').slice(0, -1)) expect(existsSync(path), path).toBe(true);
    }
  });

  it('starts what `npm start` starts, and asks after its health', () => {
    const [command = ''] = of('CMD');
    expect(`exec ${z.array(z.string()).parse(JSON.parse(command)).join(' ')}`).toBe(scripts.start);
    const [health = ''] = of('HEALTHCHECK');
    const probe = z.array(z.string()).parse(JSON.parse(health.slice(health.indexOf('['))));
    expect(probe.join(' ')).toContain('/healthz');
    expect(() => new Function(probe[2] ?? '(')).not.toThrow();
  });

  it('sends nothing to the builder that is secret or large', () => {
    const [nothing, ...some] = read('Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(nothing).toBe('*');
    expect(some.every((line) => line.startsWith('!') && existsSync(line.slice(1)))).toBe(true);
    expect(some).not.toContain('!.env');
  });
});

describe('compose.yaml', () => {
  const Service = z.looseObject({
    image: z.string(),
    depends_on: z.record(z.string(), z.unknown()).optional(),
    volumes: z.array(z.string()),
    ports: z.array(z.string()).optional(),
  });
  const { services, volumes } = z
    .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()) })
    .parse(parse(read('compose.yaml')));

  it('names only services and volumes that it has', () => {
    for (const { depends_on = {}, volumes: mounted } of Object.values(services)) {
      for (const other of Object.keys(depends_on)) expect(services).toHaveProperty(other);
      for (const mount of mounted) expect(volumes).toHaveProperty([mount.split(':')[0] ?? '']);
    }
  });

  it('gives the bot nothing that it does not need, and listens to this machine only', () => {
    expect(services.bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], ports: ['127.0.0.1:3978:3978'] });
    expect(services.database?.ports).toBeUndefined();
  });

  it('holds no secret', () => {
    expect(read('compose.yaml').replaceAll(/^#.*$/gm, '')).not.toMatch(/password\s*[:=]\s*\S|postgres:\/\//i);
  });
});

/** Bicep's compiler is not among npm's packages: what can be seen without it. */
describe('azure.bicep', () => {
  const whole = read('azure.bicep').replaceAll(/\/\/.*$/gm, (comment, at: number, text: string) =>
    // The "//" of an address is no comment.
    text[at - 1] === ':' ? comment : '',
  );
  /** Without texts, but with what is inserted into them. */
  const code = whole.replaceAll(/'[^']*'/g, (text) =>
    [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inner]) => inner).join(' '),
  );
  const declared = [...code.matchAll(/^\s*(?:param|var|resource) (\w+)/gm)].map(([, name = '']) => name);

  it('has brackets that close in their order', () => {
    const open: string[] = [];
    for (const [bracket] of code.matchAll(/[()[\]{}]/g)) {
      if ('([{'.includes(bracket)) open.push(bracket);
      else expect(`${open.pop()}${bracket}`).toMatch(/^(?:\(\)|\[\]|\{\})$/);
    }
    expect(open).toEqual([]);
    expect(whole.split('\n').filter((line) => (line.split("'").length - 1) % 2 !== 0)).toEqual([]);
  });

  it('uses only what it declares', () => {
    const used = [...code.matchAll(/(?<![\w.])([a-z]\w*)(?=\.\w)/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(15);
    expect(used.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('declares each thing once, and needs every parameter', () => {
    expect(new Set(declared).size).toBe(declared.length);
    const parameters = [...code.matchAll(/^(?:param|var) (\w+)/gm)].map(([, name = '']) => name);
    expect(parameters.length).toBeGreaterThan(5);
    expect(parameters.filter((name) => code.split(new RegExp(`\\b${name}\\b`)).length < 3)).toEqual([]);
  });

  it('has every resource’s type with a version, and each secret that is named', () => {
    const types = [...whole.matchAll(/^resource \w+ '([^']*)'/gm)].map(([, type]) => type);
    expect(types.filter((type) => !/^Microsoft(?:\.\w+)+\/\w+@\d{4}-\d\d-\d\d$/.test(type ?? ''))).toEqual([]);
    const secrets = [...whole.matchAll(/secretRef: '([^']*)'/g)].map(([, name]) => name);
    for (const name of secrets) expect(whole).toContain(`name: '${name}'`);
    expect(whole).toMatch(/@secure\(\)[^@]*(?:@[^@]*)?param databasePassword string/);
  });

  it('asks the port that the image listens on, at addresses that there are', () => {
    const exposed = /^EXPOSE (\d+)$/m.exec(read('Dockerfile'))?.[1];
    expect(new Set([...whole.matchAll(/\b(?:targetPort|port): (\d+)/g)].map(([, port]) => port))).toEqual(
      new Set([exposed]),
    );
    const routes = healthRoutes([], () => null).map(({ path }) => path);
    const probed = [...whole.matchAll(/httpGet: \{ path: '([^']*)'/g)].map(([, path = '']) => path);
    expect(probed.length).toBeGreaterThan(2);
    expect(probed.filter((path) => !routes.includes(path))).toEqual([]);
  });
});

describe('the unit', () => {
  const lines = read('sodertornsboten.service').split('\n');
  const settingOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

  it('starts what `npm start` starts, and gives it time to end', () => {
    const [command = ''] = settingOf('ExecStart');
    expect(`exec ${command.replace(/^\S*\/node /, 'node ')}`).toBe(scripts.start);
    expect(Number(settingOf('TimeoutStopSec')[0])).toBeGreaterThan(10);
  });

  it('has a folder to write to, and no other, and no rights', () => {
    expect(settingOf('ProtectSystem')).toEqual(['strict']);
    expect(settingOf('Environment').join(' ')).toContain(`DATA_DIR=/var/lib/${settingOf('StateDirectory')[0]}`);
    expect([settingOf('DynamicUser'), settingOf('CapabilityBoundingSet'), settingOf('NoNewPrivileges')]).toEqual([
      ['yes'],
      [''],
      ['yes'],
    ]);
    // Node compiles as it runs.
    expect(settingOf('MemoryDenyWriteExecute')).toEqual([]);
  });
});

describe('settings that are named', () => {
  it.each(['azure.bicep', 'sodertornsboten.service', 'Dockerfile'])('in %s are the bot’s own', (file) => {
    const environment = file.endsWith('.bicep')
      ? [...read(file).matchAll(/\{ name: '([A-Z][A-Za-z_]+)', (?:value|secretRef):/g)].map((match) => match[1] ?? '')
      : [...read(file).matchAll(/\b([A-Z]{2,}(?:_[A-Z]+)*)=/g)].map((match) => match[1] ?? '');
    const named = environment.filter((name) => name !== '');
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) {
      // A value that nothing may have is refused by its name; a name that nobody reads is not.
      if (['NODE_ENV', 'PLAN_DIR', 'DATA_DIR', 'MicrosoftAppPassword'].includes(name)) continue;
      expect(() => readSettings({ [name]: '\u0001' }, '.'), name).toThrow(name);
    }
  });
});

describe('what is watched', () => {
  const Dashboard = z.object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string() })),
      }),
    ),
  });
  const Alerts = z.object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            annotations: z.object({ summary: z.string(), action: z.string() }),
          }),
        ),
      }),
    ),
  });
  const { panels } = Dashboard.parse(JSON.parse(read('grafana.json')));
  const rules = Alerts.parse(parse(read('alerts.yaml'))).groups.flatMap(({ rules: of }) => of);

  /** Names in an expression that are neither functions nor labels nor strings. */
  function metricsIn(expression: string): string[] {
    const bare = expression
      .replaceAll(/"[^"]*"/g, '')
      .replaceAll(/\{[^}]*\}/g, '')
      .replaceAll(/\b(?:by|on|without)\s*\([^)]*\)/g, '')
      .replaceAll(/\[[^\]]*\]/g, '');
    return [...bare.matchAll(/\b[a-z][a-z_]+\b(?!\s*\()/g)]
      .map(([name]) => name)
      .filter((name) => !['and', 'or', 'unless'].includes(name));
  }

  it('has been counted: dashboard and alerts name only metrics that there are', async () => {
    const metrics = makeMetrics(systemClock);
    metrics.watchLedger(() => 0);
    metrics.watchStore(() => 0);
    const none = { messages: 0, sent: 0, failed: 0, missed: 0, dropped: 0, retries: 0, doubts: 0, isLockedOut: false };
    metrics.watchReminders(() => ({ ...none, sweptAt: null, sweeps: 0, failedSweeps: 0 }));
    const { body } = await metrics.text();
    const families = [...body.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type]) => ({ name, type }));
    const names = new Set(
      families.flatMap(({ name, type }) =>
        type === 'histogram' ? ['_bucket', '_count', '_sum'].map((end) => name + end) : [name],
      ),
    );
    // Prometheus' own, of each target.
    names.add('up');
    const expressions = [
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ...rules.map(({ expr }) => expr),
    ];
    const named = expressions.flatMap(metricsIn);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  it('has brackets that close, names of its own, and panels beside each other', () => {
    for (const { expr } of [...rules, ...panels.flatMap(({ targets }) => targets)]) {
      expect(expr.split('(').length, expr).toBe(expr.split(')').length);
    }
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });
});

describe('what the bot is made of', () => {
  it('has exact versions', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });

  it('has licences that allow a public authority to run it', () => {
    const packages = packagesIn(readFileSync('package-lock.json', 'utf8'));
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence }) => licence === null || !allowedLicences.includes(licence))).toEqual([]);
  });
});
