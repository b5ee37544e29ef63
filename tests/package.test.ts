// The Teams app package: made, opened again, and refused where something in it is wrong; its commands are answered.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Installation, makeAppPackage } from '../src/cli/app-package.ts';
import { fillTemplate } from '../src/cli/manifest-template.ts';
import { PackageError, type PackageProblem } from '../src/cli/package-problem.ts';
import { readPngHeader } from '../src/cli/png.ts';
import { startProgram } from './support/process.ts';
import { botAt, personally, visibleText } from './support/question-table.ts';

const appId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const installation: Installation = { appId, publicUrl: 'https://bot.example.se' };
const sources = 'manifest';

const Command = z.object({ title: z.string(), description: z.string() });
const Manifest = z.object({
  id: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(Command) })),
    }),
  ]),
  supportsChannelFeatures: z.string(),
  validDomains: z.array(z.string()),
  composeExtensions: z.tuple([
    z.object({
      botId: z.string(),
      commands: z.tuple([
        z.object({
          id: z.string(),
          type: z.literal('query'),
          initialRun: z.literal(true),
          parameters: z.tuple([z.object({ name: z.string() })]),
        }),
      ]),
    }),
  ]),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string().optional() })),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string().optional() }),
  localizationInfo: z.object({ defaultLanguageTag: z.string() }),
});
const Translation = z.record(z.string(), z.string());

const made = makeAppPackage(sources, installation);
const opened = unzipSync(made.zip);
const textOf = (name: string): string => strFromU8(opened[name] ?? new Uint8Array());
const manifest = Manifest.parse(JSON.parse(textOf('manifest.json')));
const english = Translation.parse(JSON.parse(textOf('en.json')));

describe('the package', () => {
  it('holds the manifest, its translation and the icons, without folders', () => {
    expect(Object.keys(opened)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(made.files).toEqual(Object.keys(opened));
    expect(made.fileName).toBe('sodertornsboten.zip');
  });

  it('is filled in from the installation', () => {
    expect(manifest.id).toBe(appId);
    expect(manifest.bots[0].botId).toBe(appId);
    expect(manifest.webApplicationInfo.id).toBe(appId);
    expect(manifest.webApplicationInfo.resource).toBe(`api://bot.example.se/${appId}`);
    expect(manifest.validDomains).toEqual(['bot.example.se']);
    expect(manifest.staticTabs).toContainEqual({ entityId: 'plan', contentUrl: 'https://bot.example.se/tab/' });
    expect(manifest.composeExtensions[0].botId).toBe(appId);
    expect(textOf('manifest.json')).not.toContain('{{');
    expect(textOf('en.json')).not.toContain('{{');
  });

  it('is Swedish first, and goes into personal chats, group chats, teams and shared channels', () => {
    expect(manifest.localizationInfo.defaultLanguageTag).toBe('sv');
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  it('has the same bytes every time, and others for another bot', () => {
    expect(Buffer.from(makeAppPackage(sources, installation).zip)).toEqual(Buffer.from(made.zip));
    const other = makeAppPackage(sources, { ...installation, appId: appId.replace('6', '7') });
    expect(Buffer.from(other.zip)).not.toEqual(Buffer.from(made.zip));
  });

  it('names no host and has no tab where there is no PUBLIC_URL, and says so', () => {
    const { zip, remarks } = makeAppPackage(sources, { appId, publicUrl: null });
    const filled = Manifest.parse(JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array())));
    expect(filled.validDomains).toEqual([]);
    expect(filled.staticTabs.map(({ entityId }) => entityId)).toEqual(['conversations', 'about']);
    expect(filled.webApplicationInfo).toEqual({ id: appId });
    expect(remarks.join()).toContain('PUBLIC_URL');
  });

  it('tells which addresses of the template are only examples', () => {
    expect(made.remarks.join()).toMatch(/privacyUrl.*examples/);
  });
});

describe('the icons', () => {
  it.each([
    ['color.png', 192, false],
    ['outline.png', 32, true],
  ])('%s has %i pixels a side', (name, size, hasAlpha) => {
    expect(readPngHeader(opened[name] ?? new Uint8Array())).toEqual({ width: size, height: size, hasAlpha });
  });

  it('the outline is pure white on nothing', () => {
    const pixels = pixelsOf(opened['outline.png'] ?? new Uint8Array(), 32);
    const visible = pixels.filter(([, , , alpha]) => alpha !== 0);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(32 * 32 - 100);
    expect(visible.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
  });
});

describe('a mistake in the sources', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    cpSync(sources, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
  };
  const problems = (target: Installation = installation): readonly PackageProblem[] => {
    try {
      makeAppPackage(folder, target);
      return [];
    } catch (error) {
      if (error instanceof PackageError) return error.problems;
      throw error;
    }
  };

  const long = 'x'.repeat(129);
  it.each([
    ['manifest.json', '"id": "{{MicrosoftAppId}}"', '"id": "bot"', 'id', 'is "bot"', /^a GUID/],
    [
      'manifest.json',
      '"short": "Söd',
      `"short": "${'S'.repeat(30)}`,
      'name.short',
      'has 42 characters',
      /^at most 30$/,
    ],
    [
      'manifest.json',
      '"short": "Frågor',
      `"short": "${long}`,
      'description.short',
      /^has \d+ characters$/,
      /^at most 80$/,
    ],
    [
      'manifest.json',
      '"När är nästa möte?"',
      `"${long}"`,
      'bots[0].commandLists[0].commands[0].title',
      'has 129 characters',
      /^at most 128$/,
    ],
    ['manifest.json', '#124E66', 'blue', 'accentColor', 'is "blue"', /^a colour/],
    ['manifest.json', '"tier1"', '"tier9"', 'supportsChannelFeatures', 'is "tier9"', /"tier1"/],
    ['manifest.json', '"personal", "team"', '"person", "team"', 'bots[0].scopes[0]', 'is "person"', /"personal"/],
    ['manifest.json', '"accentColor"', '"accentColour"', '', 'has no accentColor', /^to add it$/],
    ['manifest.json', '"accentColor"', '"accentColour"', '', /"accentColour"/, /^to take it away$/],
    [
      'manifest.json',
      'https://example.com/privacy',
      'example.com',
      'developer.privacyUrl',
      'is "example.com"',
      /^a web address$/,
    ],
    ['manifest.json', '"version": "1.0.0"', '"version": "1"', 'version', 'is "1"', /1\.0\.0/],
    ['manifest.json', '"manifestVersion": "1.30"', '"manifestVersion": "9.9"', 'manifestVersion', 'is "9.9"', /knows/],
    ['manifest.json', 'v1.30', 'v1.29', '$schema', /v1\.29/, /v1\.30/],
    ['manifest.json', '{{PUBLIC_HOST}}', '{{HOSTNAME}}', 'validDomains[0]', /\{\{HOSTNAME\}\}/, /PUBLIC_HOST/],
    [
      'en.json',
      'Day, time and place',
      '{{WHEN}}',
      'bots[0].commandLists[0].commands[0].description',
      /\{\{WHEN\}\}/,
      /PUBLIC_URL/,
    ],
    ['manifest.json', '"en.json"', '"se.json"', '', 'is not there', /the file/],
    ['manifest.json', '"bots": [', '"bots": [[', '', /^is not JSON/, /JSON/],
    ['manifest.json', '"outline.png"', '"line.png"', '', 'is not there', /32 × 32/],
    [
      'en.json',
      '"name.short": "Söd',
      `"name.short": "${'S'.repeat(30)}`,
      'name.short',
      'has 42 characters',
      /^at most 30$/,
    ],
    [
      'en.json',
      'commands[8].title',
      'commands[9].title',
      'bots[0].commandLists[0].commands[8].title',
      'is not translated',
      /manifest\.json/,
    ],
    [
      'en.json',
      'commands[8].title',
      'commands[9].title',
      'bots[0].commandLists[0].commands[9].title',
      /no such text/,
      /take it away/,
    ],
    ['en.json', '"name.full"', '"name.long"', 'name.long', /no such text/, /take it away/],
    ['en.json', 'v1.30', 'v1.17', '$schema', /v1\.17/, /v1\.30/],
  ])('%s: %s → %s is told: %s %s', (file, from, to, path, wrong, right) => {
    change(file, from, to);
    expect(problems()).toContainEqual({
      file: expect.any(String),
      path,
      wrong: typeof wrong === 'string' ? wrong : expect.stringMatching(wrong),
      right: expect.stringMatching(right),
    });
  });

  it('an icon of the wrong size, of another kind, or without transparency', () => {
    cpSync(join(folder, 'color.png'), join(folder, 'outline.png'));
    expect(problems()).toEqual([{ file: 'outline.png', path: '', wrong: 'has 192 × 192 pixels', right: '32 × 32' }]);
    cpSync(join(folder, 'icons/outline.svg'), join(folder, 'outline.png'));
    expect(problems()).toMatchObject([{ file: 'outline.png', wrong: 'is no PNG' }]);
    const opaque = readFileSync(join(sources, 'outline.png'));
    opaque.writeUInt8(2, 25);
    writeFileSync(join(folder, 'outline.png'), opaque);
    expect(problems()).toMatchObject([{ file: 'outline.png', wrong: 'has no transparency' }]);
  });

  it('more than ten commands', () => {
    const command = '{ "title": "Mer?", "description": "Mer" },';
    change('manifest.json', '{ "title": "Vad kan du?"', `${command.repeat(2)}{ "title": "Vad kan du?"`);
    expect(problems()).toContainEqual({
      file: 'manifest.json',
      path: 'bots[0].commandLists[0].commands',
      wrong: 'has 11 items',
      right: 'at most 10',
    });
  });

  it('an id that is none, and an address that Teams cannot reach', () => {
    expect(problems({ ...installation, appId: 'bot' }).map(({ path }) => path)).toEqual([
      'id',
      'bots[0].botId',
      'composeExtensions[0].botId',
      'webApplicationInfo.id',
    ]);
    expect(problems({ ...installation, publicUrl: 'http://localhost:3978' })).toMatchObject([{ file: 'PUBLIC_URL' }]);
  });

  it('is told with file, path, what is wrong and what would be right', () => {
    change('manifest.json', '#124E66', 'blue');
    expect(() => makeAppPackage(folder, installation)).toThrow(
      '  manifest.json accentColor: is "blue"; right would be: a colour such as #124E66',
    );
  });

  it('a tab whose address needs a PUBLIC_URL that is not set', () => {
    const tab = '{ "entityId": "mer", "name": "Mer", "contentUrl": "{{PUBLIC_URL}}/mer/", "scopes": ["personal"] }';
    change('manifest.json', '"staticTabs": [', `"staticTabs": [${tab},`);
    expect(problems({ appId, publicUrl: null })).toMatchObject([
      { path: 'staticTabs[0].contentUrl', wrong: 'needs {{PUBLIC_URL}}, which is not set' },
    ]);
    change('en.json', '"staticTabs[1].name"', '"staticTabs[2].name"');
    expect(problems()).toMatchObject([{ file: 'en.json', path: 'staticTabs[0].name', wrong: 'is not translated' }]);
  });
});

describe('npm run package', () => {
  it.each([
    ['is not set', {}],
    ['is "bot"', { MicrosoftAppId: 'bot' }],
  ])('makes nothing where MicrosoftAppId %s, and says what is allowed', async (wrong, variables) => {
    const { exit, output, errors } = startProgram('src/cli/package.ts', variables);
    expect(await exit).toBe(1);
    expect(errors()).toContain(`MicrosoftAppId ${wrong}; allowed: `);
    expect(output()).toBe('');
  });
});

describe('a template', () => {
  it('is filled in everywhere, and leaves out items of lists that are not set', () => {
    const template = { a: '{{A}}/x', list: ['{{A}}', '{{ B }}', 1, null], deep: { list: [{ b: '{{A}}{{A}}' }] } };
    expect(fillTemplate('t', template, { A: 'a', B: null })).toEqual({
      value: { a: 'a/x', list: ['a', 1, null], deep: { list: [{ b: 'aa' }] } },
      problems: [],
    });
  });

  it('leaves out what may be missing: a field, or the item of a list that it stands in', () => {
    const template = {
      tabs: [{ name: 'x', url: '{{B?}}/tab' }, { name: 'y' }],
      own: { id: 1, resource: 'api://{{B?}}' },
    };
    expect(fillTemplate('t', template, { B: null })).toEqual({
      value: { tabs: [{ name: 'y' }], own: { id: 1 } },
      problems: [],
    });
    expect(fillTemplate('t', template, { B: 'b' })).toMatchObject({ value: { tabs: [{ url: 'b/tab' }, {}] } });
  });
});

/** What the reply to each command must say on 1 March 2019. */
const replies: Readonly<Record<string, RegExp>> = {
  'När är nästa möte?': /fredag 8 mars/,
  'Vad händer den här månaden?': /händer i mars/,
  'Vilka möten är kvar i år?': /12 kommande möten/,
  'Vem är värd?': /Värdkommuner/,
  'Vilka nätverk finns?': /6 nätverk/,
  'Hur ser budgeten ut?': /1\s977\s400\skr/,
  'Vad har ändrats?': /ändr/,
  'Vad får jag göra?': /fråga/i,
  'Vad kan du?': /Fråga mig/,
  'When is the next meeting?': /Friday 8 March/,
  'What happens this month?': /happens in March/,
  'Which meetings are left this year?': /12 upcoming meetings/,
  'Who hosts?': /Hosts of/,
  'Which networks are there?': /6 networks/,
  'What is the budget?': /SEK 1,977,400/,
  'What has changed?': /change/i,
  'What may I do?': /ask/i,
  'What can you do?': /Ask me/,
};
const notUnderstood = /hittar jag inte|I do not find|not in the plan|står inte i planen/;

describe('the commands', () => {
  const swedish = manifest.bots[0].commandLists.flatMap(({ commands }) => commands.map(({ title }) => title));
  const translated = Object.entries(english).filter(([path]) => /^bots.*commands\[\d+\]\.title$/.test(path));

  it('are few and short enough for every client', () => {
    for (const { commands } of manifest.bots[0].commandLists) expect(commands.length).toBeLessThanOrEqual(10);
    for (const title of [...swedish, ...translated.map(([, title]) => title)])
      expect(title.length).toBeLessThanOrEqual(40);
  });

  it('say the same in both lists of a language', () => {
    const pairs = swedish.map((title, index) => [title, translated[index]?.[1]] as const);
    expect(new Set(pairs.map(String)).size).toBe(new Set(swedish).size);
  });

  it('have each a reply to be expected below', () => {
    expect([...new Set([...swedish, ...translated.map(([, title]) => title)])].sort()).toEqual(
      Object.keys(replies).sort(),
    );
  });

  const languages = [
    ...swedish.map((title) => ['sv', title] as const),
    ...translated.map(([, title]) => ['en', title] as const),
  ];
  it.each([...new Map(languages.map((each) => [each[1], each])).values()])(
    '%s: "%s" is answered',
    async (locale, title) => {
      const bot = await botAt('2019-03-01T09:00');
      const { reply } = await bot.takeTurn(personally(title, locale), null);
      expect(reply.locale).toBe(locale);
      expect(visibleText(reply)).toMatch(replies[title] ?? /never/);
      expect(reply.text).not.toMatch(notUnderstood);
    },
  );
});

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

/** The pixels of a square 8-bit RGBA PNG. */
function pixelsOf(png: Uint8Array, size: number): Pixel[] {
  const bytes = Buffer.from(png);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const width = size * 4;
  let above: readonly number[] = new Array<number>(width).fill(0);
  return Array.from({ length: size }).flatMap((_, y) => {
    const line = unfiltered(
      [...raw.subarray(y * (width + 1) + 1, (y + 1) * (width + 1))],
      above,
      raw[y * (width + 1)] ?? 0,
    );
    above = line;
    return Array.from({ length: size }, (_, x): Pixel => {
      const [red = 0, green = 0, blue = 0, alpha = 0] = line.slice(x * 4, x * 4 + 4);
      return [red, green, blue, alpha];
    });
  });
}

/** Undoes a line's filter (PNG specification, 9.2). */
function unfiltered(line: readonly number[], above: readonly number[], filter: number): number[] {
  const result: number[] = [];
  line.forEach((value, index) => {
    const left = result[index - 4] ?? 0;
    const up = above[index] ?? 0;
    const corner = index < 4 ? 0 : (above[index - 4] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
    result.push((value + guess) & 255);
  });
  return result;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}
