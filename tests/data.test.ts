// Walks the plan's text and the data side by side: nothing lost, nothing invented.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doubts } from '../src/documents/doubts.ts';
import { schemas } from '../src/documents/records.ts';
import { loadPlan } from '../src/documents/yaml.ts';
import type { Activity } from '../src/plan/activity.ts';
import type { Localized, Note } from '../src/plan/source.ts';

const plan = loadPlan(join(import.meta.dirname, '../data/sodertorn'));
const raw = readFileSync(join(import.meta.dirname, 'seed/verksamhetsplan-2019.txt'), 'utf8');

/** Plain misspellings of the plan, and how the data mends them. */
const mended: readonly (readonly [string, string])[] = [
  ['Ekonomi- direktörerna', 'Ekonomidirektörerna'],
  ['CO2- utsläpp', 'CO2-utsläpp'],
  ['infrastruktursatsatsningar', 'infrastruktursatsningar'],
  ['initivativ', 'initiativ'],
  ['untredningar', 'utredningar'],
  ['Forsätta', 'Fortsätta'],
  ['uppdrateras', 'uppdateras'],
  ['opch', 'och'],
  ['mångfalld', 'mångfald'],
  ['utrvecklingsprogram', 'utvecklingsprogram'],
  ['Södertörnskonferens användas', 'Södertörnskonferensen används'],
  ['kännedommen', 'kännedomen'],
  ['StorShlm', 'StorSthlm'],
  ['framgångerna', 'framgångarna'],
  ['Nyckeltasdagen', 'Nyckeltalsdagen'],
  ['tom. december', 't.o.m. december'],
  ['Sundbom Södertälje', 'Sundbom, Södertälje'],
];

/** Takes away what the PDF did to the text: line ends, bullets, "ti l l" for "till". */
function readable(text: string): string {
  const joined = text.replaceAll('\uf0b7', ' ').replaceAll(/\s+/g, ' ');
  const whole = joined.replaceAll(/\bti ?l l/g, 'till');
  return mended.reduce((mendedSoFar, [wrong, right]) => mendedSoFar.replaceAll(wrong, right), whole);
}

const seed = readable(raw);
const lowerSeed = seed.toLowerCase();

/** Words of the data that are not, one after the other, the plan's own. */
const reworded = new Map([
  [
    'minst sex gånger per år och en årlig planeringskonferens',
    'minst sex gånger per år och har en årlig planeringskonferens',
  ],
  ['t.o.m. december 2019', 't.o.m. december 2019'],
]);

function inSeed(text: string): boolean {
  const wanted = (reworded.get(text) ?? text).toLowerCase().replace(/[.:]$/, '');
  return lowerSeed.includes(wanted);
}

function sv(...texts: readonly (Localized | null)[]): string[] {
  return texts.flatMap((text) => (text ? [text.sv] : []));
}

function wordingOf({ schedule }: Pick<Activity, 'schedule'>): string[] {
  return schedule.kind === 'unspecified' ? [] : [schedule.wording];
}

/** A row of the action plan as its cells stand one after the other in the text. */
function rowText(activity: Activity): string {
  return [
    activity.title.sv,
    activity.responsibleWording,
    ...wordingOf(activity),
    activity.cost?.wording,
    activity.comment?.sv,
  ]
    .filter((cell) => cell !== undefined && cell !== null)
    .join(' ');
}

/** Everything that the data quotes, by where it stands. */
const quotations: readonly (readonly [string, readonly string[]])[] = [
  ...plan.sections.map((item) => [item.source.place, [item.title.sv, ...item.text.map((text) => text.sv)]] as const),
  ...plan.groups.map((item) => {
    return [item.source.place, sv(item.purpose, item.members, item.frequency, item.seat?.text ?? null)] as const;
  }),
  ...plan.conferences.map((item) => {
    const { name, about, frequency, organisers, participants, theme, partners } = item;
    return [item.source.place, sv(name, about, frequency, organisers, participants, theme, ...partners)] as const;
  }),
  ...plan.roles.map((item) => [item.source?.place ?? '', [plan.person(item.person).name, ...sv(item.term)]] as const),
  ...plan.people.map((item) => [item.source?.place ?? '', [item.name]] as const),
  ...plan.municipalities.map((item) => ['kommuner', [item.name]] as const),
  ...plan.areas.map((item) => [item.source.place, [item.name.sv]] as const),
  ...plan.goals.map((item) => [item.source.place, [item.title.sv]] as const),
  ...plan.objectives.map((item) => [item.source.place, [item.title.sv]] as const),
  ...plan.activities.map((item) => [item.source.place, [rowText(item)]] as const),
  ...plan.budgetLines.map((item) => [item.source.place, [item.title.sv]] as const),
  ...plan.fees.map((item) => [item.source.place, [item.text.sv]] as const),
  ...plan.documents.map((item) => ['bilagor', item.appendices.map(({ title }) => title.sv)] as const),
  ...plan.occasions.map((item) => [item.source?.place ?? '', wordingOf(item)] as const),
];

describe('what the data quotes', () => {
  it.each(quotations)('%s: %j stands in the plan', (_, texts) => {
    expect(texts.filter((text) => !inSeed(text))).toEqual([]);
  });
});

describe('the action plan', () => {
  const appendix = seed.slice(seed.indexOf('Område och huvudmål'));

  it('has every row, in order', () => {
    const places = plan.activities.map((activity) => appendix.indexOf(rowText(activity)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('numbers its rows without gaps', () => {
    const expected = plan.activities.map((_, index) => `bilaga 1, rad ${index + 1}`);
    expect(plan.activities.map(({ source }) => source.place)).toEqual(expected);
  });

  /** What stands between the rows: headings, objectives, and the table's own head. */
  it('leaves nothing between the rows but headings and objectives', () => {
    const headings = [
      'Område och huvudmål Delmål Aktivitet Ansvarig Tid Kostnad Kommentar Södertörns utvecklingsprogram 2013',
      // "Namn" is left of a cell of the table's head.
      'Infrastruktur - Utnyttja den nya infrastrukturen Namn',
      'Klimat - Leda omställningen till ett klimateffektivt samhälle',
      'Näringsliv och högskola - Höj utbildningsnivån på Södertörn',
      'Näringsliv och högskola - Stödja ett kunskapsintensivt näringsliv',
      'Olikhet och mångfald - Nyttja tillgänglig kompetens i tillväxtsyfte',
      'Verksamhetsutveckling och samverkansområden',
      'Bilaga 1 Handlingsplan Bilaga 2 Samarbetskommitténs samarbetsavtal Bilaga 3 Södertörns Utvecklingsprogram 2013',
    ];
    const objectives = plan.objectives.flatMap(({ title, notes }) => [
      title.sv,
      ...notes.map(({ text }) => text.sv.replace(/^.*lyder delmålet(?: bara)?: /, '')),
    ]);
    const known = [
      ...plan.activities.map(rowText),
      ...headings,
      ...objectives.map((text) => text.replace(/\.$/, '')),
      ...plan.areas.map(({ name }) => name.sv),
    ];
    expect(withoutAll(appendix, known)).toBe('');
  });

  it.each(plan.activities)(
    'types what $source.place says of who is responsible',
    ({ responsible, responsibleWording }) => {
      const wording = responsibleWording ?? '';
      const named = plan.municipalities.filter(({ name }) => wording.includes(name)).length;
      const everybody = /Södertörn(?!s)/.test(wording.replace('Etablering Södertörn', '')) ? 1 : 0;
      const isPeople = responsible.every(({ kind }) => kind === 'person');
      const typed = responsible.filter(({ kind }) => kind === 'municipality' || kind === 'region').length;
      expect(typed).toBe(isPeople ? 0 : named + everybody);
      expect(responsible.length).toBeGreaterThan(0);
    },
  );

  it('keeps the order of those responsible', () => {
    for (const { responsible, responsibleWording } of plan.activities) {
      const named = responsible.filter((party) => party.kind === 'municipality');
      const places = named.map(({ id }) => (responsibleWording ?? '').indexOf(plan.municipality(id).name));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('has the amounts of the wordings', () => {
    const costs = plan.activities.flatMap(({ cost }) => (cost ? [cost] : []));
    expect(costs.map(({ amount }) => amount)).toEqual(
      costs.map(({ wording }) => Number(wording.replaceAll(/\D/g, ''))),
    );
    expect(costs.map(({ wording }) => wording)).toEqual([
      '100 000',
      '1000',
      '120 000 kr',
      '100 000',
      '4000',
      '200 000',
    ]);
  });
});

/** The text without any of the known parts, the longest taken first. */
function withoutAll(text: string, known: readonly string[]): string {
  const parts = known.filter((part) => part !== '').sort((a, b) => b.length - a.length);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ' '), text);
  return rest.replaceAll(/[\s.]+/g, ' ').trim();
}

describe('the running text', () => {
  it('is in the data but for headings, bullets and the budget’s amounts', () => {
    const running = seed.slice(0, seed.indexOf('Område och huvudmål'));
    const records = [
      ...quotations.flatMap(([, texts]) => texts),
      ...plan.groups.flatMap(({ name, definite }) => [name.sv, definite.sv.replace(/^\p{L}/u, (c) => c.toUpperCase())]),
      ...[...plan.objectives, ...plan.budgetLines, ...plan.budgetTotals].flatMap(({ notes }) =>
        notes.map(({ text }) => text.sv.replace(/, alltså.*| \(planens.*/, '')),
      ),
      ...plan.hostings.map(({ hosts }) => hosts.map((id) => plan.municipality(id).name).join(' och ')),
      ...plan.occasions.map(({ place }) => place?.name ?? ''),
      ...calendar.map(({ text }) => text),
    ];
    const rest = withoutAll(running, records).split(' ');
    const words = rest.filter((word) => !/^[\d:o-]+(kr\d?)?$/.test(word)).join(' ');
    expect(words.split(/ (?=\p{Lu})/u)).toEqual([
      ...['Delmål:', 'Nätverk:', 'Delmål:', 'Nätverk:', 'Delmål', 'Nätverk:', 'Delmål', 'Nätverk:'],
      ...['Delmål', 'Samarbete:', 'Nätverk:', 'Samarbetskommitté och ledningsgrupp'],
      ...['Värdkommuner för', 'Värdkommun för rådslaget', 'Södertörns nyckeltal', 'Nätverk:'],
      ...['Södertörns rådslag', 'Intäkter ca', 'Summa', 'Kostnader ca', 'Ca', 'Summa'],
    ]);
  });
});

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

interface CalendarLine {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly rest: string;
}

function isoDay(day: string, month: string): string {
  return `2019-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The lines below a heading of the calendar, read straight from the plan's text. */
function calendarLines(heading: string, end: string): CalendarLine[] {
  const block = raw.slice(raw.indexOf(heading), raw.indexOf(end, raw.indexOf(heading)));
  return [...block.matchAll(/^ ?(\d+)(?:-(\d+))? (\p{L}+)\s+(.*?)\s*$/gmu)].map((match) => {
    const [text, first = '', last = first, month = '', rest = ''] = match;
    return { text: text.trim().replaceAll(/\s+/g, ' '), from: isoDay(first, month), to: isoDay(last, month), rest };
  });
}

const managementLines = calendarLines('Ledningsgruppsmöten (', 'Samarbetskommittémöten (');
const committeeLines = calendarLines('Samarbetskommittémöten (', 'Konferenser:');
const calendar = [...managementLines, ...committeeLines];

describe.each([
  ['management', managementLines],
  ['committee', committeeLines],
])('the calendar of the %s', (kind, lines) => {
  const group = plan.groups.find((item) => item.kind === kind);
  const meetings = plan.meetings.filter((meeting) => meeting.group === group?.id);

  it('has the plan’s days, places and kinds', () => {
    expect(lines.length).toBeGreaterThan(6);
    const read = lines.map(({ from, to, rest }) => ({
      from,
      to,
      kind: rest.startsWith('Planeringskonferens') ? 'planning-conference' : 'meeting',
      lunchToLunch: rest.includes('lunch-lunch'),
      place: rest.replace(/^Planeringskonferens(?: \(lunch-lunch\))?,? ?/, '') || null,
    }));
    const held = meetings.map((item) => ({
      from: item.from,
      to: item.to,
      kind: item.kind,
      lunchToLunch: item.lunchToLunch,
      place: item.place?.name ?? null,
    }));
    expect(held).toEqual(read);
  });

  it.each(meetings)('$id has the heading’s hours and weekday, or a note', (meeting) => {
    const hours = group?.pattern && { start: group.pattern.start, end: group.pattern.end };
    expect(meeting.hours).toEqual(meeting.kind === 'meeting' ? hours : null);
    const usual =
      meeting.kind !== 'meeting' || new Date(`${meeting.from}T00:00Z`).getUTCDay() === group?.pattern?.weekday;
    expect(meeting.notes.some(({ about }) => about === 'date')).toBe(!usual);
  });

  it('knows the municipality of every place but those of an organisation', () => {
    const elsewhere = meetings.filter(({ place }) => place !== null && place.municipality === null);
    expect(new Set(elsewhere.map(({ place }) => place?.name))).toEqual(
      new Set(kind === 'management' ? ['StorSthlm'] : []),
    );
  });
});

it('the headings’ days and hours are the groups’', () => {
  const heading = (kind: string): unknown => plan.groups.find((group) => group.kind === kind)?.pattern;
  expect(seed).toContain('Ledningsgruppsmöten (Fredagar 08.30-11.00)');
  expect(heading('management')).toEqual({ weekday: 5, start: '08:30', end: '11:00' });
  expect(seed).toContain('Samarbetskommittémöten (Torsdagar 12.00 – 15.30)');
  expect(heading('committee')).toEqual({ weekday: 4, start: '12:00', end: '15:30' });
});

describe.each([
  ['sodertornskonferensen', 'Värdkommuner för Södertörnskonferensen', 'Södertörns Rådslag', []],
  // The table begins with 2020; the text above it gives 2019.
  ['radslaget', 'Värdkommun för rådslaget', 'Södertörns nyckeltal', [[2019, ['Salem']]]],
] as const)('the hosts of %s', (conference, heading, end, before) => {
  const block = raw.slice(raw.indexOf(heading), raw.indexOf(end, raw.indexOf(heading)));
  const rows = [...block.matchAll(/^(20\d\d)\s+(.*?)\s*$/gm)].map((match) => {
    return [Number(match[1]), (match[2] ?? '').split(' och ')] as const;
  });
  const hostings = plan.hostings.filter((hosting) => hosting.conference === conference);

  it('are the plan’s, year by year', () => {
    const hosts = hostings.map((hosting) => [hosting.year, hosting.hosts.map((id) => plan.municipality(id).name)]);
    expect(hosts).toEqual([...before, ...rows]);
  });

  it('are each municipality once', () => {
    const hosts = hostings.flatMap((hosting) => hosting.hosts);
    expect([...hosts].sort()).toEqual(plan.municipalities.map(({ id }) => id).sort());
  });
});

describe('the budget', () => {
  const budget = seed.slice(seed.indexOf('8. Budget'), seed.indexOf('Område och huvudmål'));

  it.each(plan.budgetLines)('$title.sv: $amount stands beside its title', ({ title, amount, approximate }) => {
    const after = budget.slice(budget.indexOf(title.sv) + title.sv.length);
    const [text = '', circa] = /^ (ca )?[\d ]+/i.exec(after) ?? [];
    expect(Number(text.replaceAll(/\D/g, ''))).toBe(amount);
    expect(circa !== undefined).toBe(approximate);
  });

  it('has the plan’s sums, and its lines add up to them', () => {
    const sums = [...budget.matchAll(/Summa ([\d ]+)kr/g)].map((match) => Number(match[1]?.replaceAll(' ', '')));
    const [totals] = plan.budgetTotals;
    expect(sums).toEqual([totals?.income, totals?.cost]);
    const sum = (kind: string): number =>
      plan.budgetLines.filter((line) => line.kind === kind).reduce((total, line) => total + line.amount, 0);
    expect([sum('income'), sum('cost')]).toEqual(sums);
  });

  it('has the fee and its dates', () => {
    const [fee] = plan.fees;
    expect(fee).toMatchObject({ perInhabitant: 4, decidedOn: '2017-02-02', validFrom: '2018-01-01' });
    expect(budget).toContain('4 kronor per invånare och år');
    expect(budget).toContain('2017-02-02');
    expect(budget).toContain('från 2018-01-01');
  });
});

describe('names', () => {
  it.each([
    ['chair', 'committee', 'Meeri Wasberg', 'haninge'],
    ['vice-chair', 'committee', 'Daniel Dronjak', 'huddinge'],
    ['chair', 'management', 'Rickard Sundbom', 'sodertalje'],
    ['vice-chair', 'management', 'Mats Bergström', 'salem'],
  ])('%s of the %s is %s', (role, kind, name, municipality) => {
    const holders = plan.roles.filter((item) => item.role === role && plan.group(item.group).kind === kind);
    expect(holders.map((holder) => plan.person(holder.person))).toMatchObject([{ name, municipality }]);
  });

  it('no other names stand in the plan', () => {
    expect(plan.people.map(({ name }) => name)).toEqual([
      'Meeri Wasberg',
      'Daniel Dronjak',
      'Rickard Sundbom',
      'Mats Bergström',
      'David Schubert',
      'Anna Be',
      'Håkan',
      'Anna Br',
      'Lena',
      'Andreas',
    ]);
  });

  it.each([
    ['planeringschefer', 'Infrastruktur'],
    ['klimatstrateger', 'Klimat'],
    ['yh-natverket', 'Näringsliv och Högskola'],
    ['naringslivschefer', 'Näringsliv och Högskola'],
    ['kommunikationschefer', 'Gemensam kommunikation'],
  ])('the network %s works with %s', (id, area) => {
    const network = plan.groups.find((group) => group.id === id);
    expect(network?.kind).toBe('network');
    expect(network?.areas.map((item) => plan.area(item).name.sv)).toEqual([area]);
  });
});

/** Every text in two languages anywhere in the plan, with the way to it. */
function* localized(value: unknown, path: string): Generator<readonly [string, Localized]> {
  if (typeof value !== 'object' || value === null) return;
  if ('sv' in value) yield [path, value as Localized];
  else for (const [key, inner] of Object.entries(value)) yield* localized(inner, `${path}.${key}`);
}

it('every text has its English', () => {
  const missing = [...localized(plan, 'plan')].filter(([, text]) => text.en === undefined).map(([path]) => path);
  expect(missing).toEqual([]);
});

describe('aliases', () => {
  const key = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

  it.each([
    ['municipalities', plan.municipalities.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))],
    [
      'groups',
      plan.groups.map(({ id, name, definite, aliases }) => ({ id, names: [name.sv, definite.sv, ...aliases] })),
    ],
    ['people', plan.people.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] }))],
    ['conferences', plan.conferences.map(({ id, name, aliases }) => ({ id, names: [name.sv, ...aliases] }))],
    ['areas', plan.areas.map(({ id, name, aliases }) => ({ id, names: [name.sv, ...aliases] }))],
    ['goals', plan.goals.map(({ id, title, aliases }) => ({ id, names: [title.sv, ...aliases] }))],
    ['objectives', plan.objectives.map(({ id, title, aliases }) => ({ id, names: [title.sv, ...aliases] }))],
    ['activities', plan.activities.map(({ id, short, aliases }) => ({ id, names: [short.sv, ...aliases] }))],
    ['budget lines', plan.budgetLines.map(({ id, title, aliases }) => ({ id, names: [title.sv, ...aliases] }))],
    ['sections', plan.sections.map(({ id, title, aliases }) => ({ id, names: [title.sv, ...aliases] }))],
  ])('of %s name one record each', (_, records) => {
    const owners = new Map<string, Set<string>>();
    for (const { id, names } of records) {
      for (const name of names) owners.set(key(name), (owners.get(key(name)) ?? new Set()).add(id));
    }
    const shared = [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join()}`);
    expect(shared).toEqual([]);
  });

  it('of activities leave the conferences’ names alone', () => {
    const names = new Set(plan.conferences.flatMap(({ name, aliases }) => [name.sv, ...aliases]).map(key));
    const taken = plan.activities
      .flatMap(({ short, aliases }) => [short.sv, ...aliases])
      .filter((name) => names.has(key(name)));
    expect(taken).toEqual([]);
  });
});

describe('oddities', () => {
  it('none that a program can find is without a note', () => {
    expect(doubts(plan)).toEqual([]);
  });

  const has = (record: { readonly notes: readonly Note[] } | undefined, about: Note['about']): boolean =>
    record?.notes.some((note) => note.about === about) ?? false;

  it('a cost without a currency has a note', () => {
    const bare = plan.activities.filter(({ cost }) => cost !== null && !cost.wording.includes('kr'));
    expect(bare).toHaveLength(5);
    expect(bare.filter((activity) => !has(activity, 'cost'))).toEqual([]);
  });

  it('an activity without a time has a note', () => {
    const timeless = plan.activities.filter(({ schedule }) => schedule.kind === 'unspecified');
    expect(timeless).toHaveLength(2);
    expect(timeless.filter((activity) => !has(activity, 'schedule'))).toEqual([]);
  });

  it('a meeting or conference without a place has a note', () => {
    const placeless = [...plan.meetings, ...plan.occasions].filter(({ place }) => place === null);
    expect(placeless).toHaveLength(3);
    expect(placeless.filter((item) => !has(item, 'place') && !has(item, 'date'))).toEqual([]);
  });

  it('two sections have the number 7, and say so', () => {
    const numbered = [...raw.matchAll(/^ ?7\. .*$/gm)];
    const sevenths = plan.sections.filter(({ source }) => source.place.startsWith('avsnitt 7'));
    expect(numbered).toHaveLength(2);
    expect(sevenths.map((section) => has(section, 'text'))).toEqual([true, true]);
  });

  it('section 5 counts six areas and lists seven', () => {
    expect(seed).toContain('sex identifierade områden');
    expect(plan.areas.filter(({ branch }) => branch === 'operations')).toHaveLength(7);
    expect(
      has(
        plan.sections.find(({ source }) => source.place.startsWith('avsnitt 5')),
        'count',
      ),
    ).toBe(true);
  });

  it('an objective that appendix 1 words otherwise has a note', () => {
    const rows = plan.activities.map(rowText);
    const column = withoutAll(seed.slice(seed.indexOf('Område och huvudmål')), rows).toLowerCase();
    const otherwise = plan.objectives.filter(
      ({ title }) => !column.includes(title.sv.toLowerCase().replace(/\.$/, '')),
    );
    expect(otherwise.map(({ id }) => id)).toEqual([
      'fler-yh-utbildningar',
      'likvardig-etablering',
      'samordnat-agerande',
      'genomfora-ada',
    ]);
    expect(otherwise.filter((objective) => !has(objective, 'text'))).toEqual([]);
  });

  it('the costs of the action plan exceed the budget line that could bear them', () => {
    const sum = plan.activities.reduce((total, { cost }) => total + (cost?.amount ?? 0), 0);
    const line = plan.budgetLines.find(({ title }) => title.sv.startsWith('Möten'));
    expect([sum, line?.amount]).toEqual([525_000, 430_800]);
    expect(has(line, 'amount')).toBe(true);
  });
});

describe('the README', () => {
  const readme = readFileSync(join(import.meta.dirname, '../data/README.md'), 'utf8');

  it('has an example of another region that loads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'region-'));
    for (const [, file = '', text = ''] of readme.matchAll(/`data\/myregion\/(.*?)`\n\n```yaml\n(.*?)```/gs)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const other = loadPlan(folder);
    rmSync(folder, { recursive: true });
    expect(doubts(other)).toEqual([]);
    expect(other.meetings).toMatchObject([
      { hours: { start: '09:00', end: '11:30' }, place: { name: 'Alvik', municipality: 'alvik' } },
    ]);
    expect(other.activities).toMatchObject([
      { area: 'vatten', responsible: [{ kind: 'municipality', id: 'bergby' }, { kind: 'region' }] },
    ]);
    expect(other.occasions).toMatchObject([{ year: 2027, schedule: { year: 2027, season: 'autumn' } }]);
  });

  it.each(Object.entries(schemas))('names every field of %s', (kind, schema) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${kind}\``)) ?? '';
    const everywhere = ['source', 'notes', 'status'];
    const fields = Object.keys(schema.shape).filter((field) => !everywhere.includes(field));
    expect(fields.filter((field) => !new RegExp(`[\`*]${field}[\`*]`).test(row))).toEqual(
      kind === 'activities' ? ['area'] : [],
    );
  });
});
