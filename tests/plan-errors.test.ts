// Mistakes that somebody makes in the plan's files, and what they are told. In a row "¦" marks where the problem stands,
// and "¤" the line that it speaks of.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlanError, type Problem, problemLine } from '../src/documents/problem.ts';
import { loadPlan } from '../src/documents/yaml.ts';

const original = join(import.meta.dirname, '../data/sodertorn');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'));
  cpSync(original, folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

interface Slip {
  readonly what: string;
  readonly file: string;
  /** The first such passage of the file is replaced. */
  readonly find: string;
  readonly write: string;
  /** A line for each problem, in order: which field, what is wrong (what would be right). */
  readonly told: readonly string[];
}

const meetings = '2019/meetings.yaml';
const activities = '2019/activities.yaml';
const goals = '2019/goals.yaml';
const minimalMeeting = '{ id: ledningsgruppen-2019-01-25, group: ledningsgruppen, from: 2019-01-25, source: x }';
const firstMeeting = 'meetings.ledningsgruppen-2019-01-25';

const slips: readonly Slip[] = [
  {
    what: 'an id of a municipality misspelt',
    file: 'hostings.yaml',
    find: '[huddinge, tyreso]',
    write: '[¦huddige, tyreso]',
    told: ['hostings.3.hosts.1: there is no municipality with the id "huddige" (did you mean "huddinge"?)'],
  },
  {
    what: 'a name where an id is wanted',
    file: activities,
    find: '[nynashamn, haninge, sodertorn]',
    write: '[¦Nynäshamn, haninge, sodertorn]',
    told: [
      'activities.elvag.responsible.1: there is no municipality, group, person, region with the id "Nynäshamn" (did you mean "nynashamn"?)',
    ],
  },
  {
    what: 'a person that nobody has introduced',
    file: '2019/roles.yaml',
    find: 'person: mats-bergstrom',
    write: 'person: ¦mats-bergstrom-x',
    told: ['roles.4.person: there is no person with the id "mats-bergstrom-x" (did you mean "mats-bergstrom"?)'],
  },
  {
    what: 'a document that does not exist',
    file: '2019/roles.yaml',
    find: 'municipality: salem\n    source: avsnitt 6, Arbetsformer',
    write: 'municipality: salem\n    source: { document: ¦vp-2018, place: avsnitt 6 }',
    told: [
      'people.mats-bergstrom.source.document: there is no document with the id "vp-2018" (did you mean "vp-2019"?)',
    ],
  },
  {
    what: 'a conference that does not exist',
    file: meetings,
    find: 'conference: nyckeltalsdagen',
    write: 'conference: ¦nyckeltaldagen',
    told: [
      'occasions.nyckeltalsdagen-2019.conference: there is no conference with the id "nyckeltaldagen" (did you mean "nyckeltalsdagen"?)',
    ],
  },
  {
    what: 'a day that does not exist',
    file: meetings,
    find: 'from: 2019-01-25',
    write: 'from: ¦2019-02-31',
    told: [`${firstMeeting}.from: "from" is a day that does not exist: "2019-02-31" (February 2019 has 28 days)`],
  },
  {
    what: 'a leap day in a common year',
    file: '2019/budget.yaml',
    find: 'decidedOn: 2017-02-02',
    write: 'decidedOn: ¦2017-02-29',
    told: ['fees.1.decidedOn: "decidedOn" is a day that does not exist: "2017-02-29" (February 2017 has 28 days)'],
  },
  {
    what: 'a date in words',
    file: meetings,
    find: 'from: 2019-01-25',
    write: 'from: ¦25 januari',
    told: [`${firstMeeting}.from: "from" is no date: "25 januari" (write a date as 2019-04-04)`],
  },
  {
    what: 'an end before its start',
    file: meetings,
    find: 'to: 2019-09-06',
    write: 'to: ¦2019-09-04',
    told: [
      'meetings.ledningsgruppen-2019-09-05.to: the end 2019-09-04 is not after the start 2019-09-05 (swap or mend them)',
    ],
  },
  {
    what: 'hours that end before they start',
    file: 'groups.yaml',
    find: 'pattern: { weekday: 5, start: "08:30", end: "11:00" }',
    write: 'pattern: { weekday: 5, start: "08:30", end: ¦"07:00" }',
    told: ['groups.ledningsgruppen.pattern.end: the end 07:00 is not after the start 08:30 (swap or mend them)'],
  },
  {
    what: 'a term that ends before it begins',
    file: '2019/roles.yaml',
    find: 'until: 2019-12',
    write: 'from: "2020"\n    until: ¦2019-12',
    told: ['roles.3.until: the end 2019-12 is not after the start 2020 (swap or mend them)'],
  },
  {
    what: 'an hour that no clock shows',
    file: meetings,
    find: 'place: Botkyrka',
    write: 'hours: { start: ¦"25:00", end: ¦"26:00" }\n    place: Botkyrka',
    told: [
      'meetings.samarbetskommitten-2019-04-04.hours.start: "start" cannot be "25:00" (a time of day is HH:MM, such as "08:30")',
      'meetings.samarbetskommitten-2019-04-04.hours.end: "end" cannot be "26:00" (a time of day is HH:MM, such as "08:30")',
    ],
  },
  {
    what: 'a field misspelt',
    file: meetings,
    find: 'lunchToLunch: true',
    write: '¦lunchtoLunch: true',
    told: [
      'meetings.ledningsgruppen-2019-09-05.lunchtoLunch: there is no field "lunchtoLunch" here (did you mean "lunchToLunch"?)',
    ],
  },
  {
    what: 'a field inside a field misspelt',
    file: activities,
    find: 'cost: { amount: 120000, wording: 120 000 kr }',
    write: 'cost: ¦{ ¦ammount: 120000, wording: 120 000 kr }',
    told: [
      'activities.bisnod-analysen.cost.amount: "amount" is missing (add "amount:", a number)',
      'activities.bisnod-analysen.cost.ammount: there is no field "ammount" here (did you mean "amount"?)',
    ],
  },
  {
    what: 'a field that does not belong to that kind of schedule',
    file: activities,
    find: 'schedule: { kind: ongoing, wording: löpande }',
    write: 'schedule: { kind: ongoing, wording: löpande, ¦season: spring }',
    told: [
      'activities.erfarenhetsutbyte-naringslivsutveckling.schedule.season: there is no field "season" here (one of kind, wording)',
    ],
  },
  {
    what: 'a kind of record misspelt',
    file: '2019/document.yaml',
    find: 'documents:',
    write: '¦sektions: []\ndocuments:',
    told: ['sektions: "sektions" is not a kind of record (did you mean "sections"?)'],
  },
  {
    what: 'a field left out',
    file: meetings,
    find: '  - id: ledningsgruppen-2019-01-25\n    group: ledningsgruppen\n',
    write: '  - ¦id: ledningsgruppen-2019-01-25\n',
    told: [`${firstMeeting}.group: "group" is missing (add "group:", a text)`],
  },
  {
    what: 'a source left out',
    file: 'hostings.yaml',
    find: '    hosts: [salem]\n    source: avsnitt 7, Återkommande konferenser, Södertörns Rådslag\n',
    write: '    hosts: [salem]\n',
    told: ['hostings.5.source: "source" is missing (add "source:", a group of fields)'],
  },
  {
    what: 'a year left out with none at the top of the file',
    file: meetings,
    find: 'year: 2019\n',
    write: '',
    told: [
      'occasions.radslaget-2019.year: "year" is missing (add "year:", a number)',
      'occasions.sodertornskonferensen-2019.year: "year" is missing (add "year:", a number)',
      'occasions.nyckeltalsdagen-2019.year: "year" is missing (add "year:", a number)',
      'occasions.nyckeltalsdagen-2019.schedule.year: "year" is missing (add "year:", a number)',
    ],
  },
  {
    what: 'a year in quotes',
    file: meetings,
    find: 'year: 2019',
    write: 'year: ¦"2019"',
    told: ['year: "year" should be a year (such as "year: 2019", without quotes)'],
  },
  {
    what: 'a number where a text is wanted',
    file: 'region.yaml',
    find: 'name: Salem',
    write: 'name: ¦2019',
    told: ['municipalities.salem.name: "name" should be a text, but is 2019 (put quotes around it: "2019")'],
  },
  {
    what: 'a text where a number is wanted',
    file: '2019/budget.yaml',
    find: 'amount: 70000',
    write: 'amount: ¦70 000',
    told: [
      'budgetLines.ersattning-huddinge-2019.amount: "amount" should be a number, but is "70 000" (write a number)',
    ],
  },
  {
    what: 'a negative cost',
    file: activities,
    find: 'amount: 4000',
    write: 'amount: ¦-4000',
    told: ['activities.erfarenhetsutbyte-naringslivsutveckling.cost.amount: "amount" cannot be -4000 (at least 0)'],
  },
  {
    what: 'a thirteenth month',
    file: activities,
    find: 'months: [4, 7]',
    write: 'months: [4, ¦13]',
    told: ['activities.halv-miljon-invanare.schedule.months.2: "months" cannot be 13 (at most 12)'],
  },
  {
    what: 'a kind of group misspelt',
    file: 'groups.yaml',
    find: 'kind: management',
    write: 'kind: ¦managment',
    told: ['groups.ledningsgruppen.kind: "kind" cannot be "managment" (did you mean "management"?)'],
  },
  {
    what: 'a kind of schedule misspelt',
    file: activities,
    find: 'kind: as-needed',
    write: 'kind: ¦asneeded',
    told: ['activities.tid-for-agarstyrning.schedule.kind: "kind" cannot be "asneeded" (did you mean "as-needed"?)'],
  },
  {
    what: 'a season that there is none of',
    file: activities,
    find: 'season: autumn',
    write: 'season: ¦höst',
    told: [
      'activities.jamforelser-pa-nyckeltalsdagen.schedule.season: "season" cannot be "höst" (one of spring, summer, autumn, winter)',
    ],
  },
  {
    what: 'an empty text',
    file: 'region.yaml',
    find: 'name: Tyresö',
    write: 'name: ¦""',
    told: ['municipalities.tyreso.name: "name" is empty (fill it in, or leave the line out if it may be unknown)'],
  },
  {
    what: 'an id with a capital',
    file: '2019/sections.yaml',
    find: 'id: syfte-2019',
    write: 'id: ¦Syfte 2019',
    told: [
      'sections.Syfte 2019.id: "id" cannot be "Syfte 2019" (an id is lower-case a-z, 0-9 and hyphens, such as "radslaget-2024")',
    ],
  },
  {
    what: 'an id used twice',
    file: meetings,
    find: '  - id: ledningsgruppen-2019-01-25',
    write: `  - ¤${minimalMeeting}\n  - id: ¦ledningsgruppen-2019-01-25`,
    told: [`${firstMeeting}.id: the id is already used at 2019/meetings.yaml:¤ (every record has its own id)`],
  },
  {
    what: 'a conference’s occasion with the id of a meeting',
    file: meetings,
    find: 'occasions:\n  - id: radslaget-2019',
    write: `  - ¤${minimalMeeting.replace('2019-01-25', 'x')}\noccasions:\n  - id: ¦ledningsgruppen-x`,
    told: [
      'occasions.ledningsgruppen-x.id: the id is already used at 2019/meetings.yaml:¤ (every record has its own id)',
    ],
  },
  {
    what: 'a municipality twice',
    file: 'region.yaml',
    find: 'id: haninge',
    write: '¤id: haninge\n    name: Haninge\n  - id: ¦haninge',
    told: ['municipalities.haninge.id: the id is already used at region.yaml:¤ (every record has its own id)'],
  },
  {
    what: 'hosts given twice',
    file: 'hostings.yaml',
    find: '  - conference: radslaget\n    year: 2020',
    write:
      '  - ¤{ conference: radslaget, year: 2020, hosts: [salem], source: x }\n  - conference: radslaget\n    year: ¦2020',
    told: ['hostings.7.year: radslaget 2020 is already given at hostings.yaml:¤ (keep one of them)'],
  },
  {
    what: 'an area that contradicts the goal',
    file: goals,
    find: '    goal: klimateffektivt-samhalle',
    write: '    area: ¦infrastruktur\n    goal: klimateffektivt-samhalle',
    told: [
      'objectives.minskade-koldioxidutslapp.area: "infrastruktur" is not the area of its goal (leave it out, or write klimat)',
    ],
  },
  {
    what: 'an objective that does not exist',
    file: activities,
    find: 'objective: fler-yh-utbildningar',
    write: 'objective: ¦fler-yh-utbildning',
    told: [
      'activities.nya-yh-utbildningar.objective: there is no objective with the id "fler-yh-utbildning" (did you mean "fler-yh-utbildningar"?)',
    ],
  },
  {
    what: 'a place that is nearly a municipality',
    file: meetings,
    find: 'place: Huddinge',
    write: 'place: ¦Hudinge',
    told: [
      'meetings.ledningsgruppen-2019-04-26.place: "Hudinge" is not the name of a municipality (did you mean "Huddinge"? For another place write { name: Hudinge })',
    ],
  },
  {
    what: 'a list forgotten',
    file: '2019/document.yaml',
    find: 'documents:\n  - id',
    write: 'documents:\n    ¦id',
    told: ['documents: "documents" should be a list (begin each record with "- ")'],
  },
  {
    what: 'a record that is a word',
    file: 'hostings.yaml',
    find: 'hostings:',
    write: 'hostings:\n  - ¦salem',
    told: ['hostings.1: a record should be a group of fields (such as "id: …")'],
  },
  {
    what: 'a file that is a list',
    file: '2019/document.yaml',
    find: 'documents:',
    write: '¦- documents:',
    told: ['the file has no keys (begin with a key such as "meetings:")'],
  },
  {
    what: 'a key twice',
    file: 'region.yaml',
    find: '    name: Salem',
    write: '    name: Salem\n    ¦name: Salem',
    told: ['Map keys must be unique (keep one of the two)'],
  },
  {
    what: 'a tab',
    file: 'region.yaml',
    find: '    name: Salem',
    write: '¦\tname: Salem',
    told: ['Tabs are not allowed as indentation (indent with spaces)'],
  },
  {
    what: 'a colon in a text without quotes',
    file: 'region.yaml',
    find: 'name: Salem',
    write: 'name: ¦kommun: Salem',
    told: ['Nested mappings are not allowed in compact mappings (a text that contains ": " needs quotes)'],
  },
  {
    what: 'an alias without its anchor',
    file: 'region.yaml',
    find: 'name: Salem',
    write: 'name: ¦*Salem',
    told: [
      'Unresolved alias (the anchor must be set before the alias): Salem (a text that begins with "*" or "&" needs quotes)',
    ],
  },
];

/** Where the marks stand, as an editor counts. */
function marks(text: string): string[] {
  const parts = text.split('¦').slice(0, -1);
  return parts.map((_, index) => {
    const lines = parts
      .slice(0, index + 1)
      .join('')
      .split('\n');
    return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  });
}

function problemsOf(directory: string): readonly Problem[] {
  try {
    loadPlan(directory);
  } catch (error) {
    if (error instanceof PlanError) return error.problems;
    throw error;
  }
  return [];
}

/** A problem without its position. */
function tell({ path, message, hint }: Problem): string {
  return `${path === '' ? '' : `${path}: `}${message.en}${hint === null ? '' : ` (${hint.en})`}`;
}

describe('what is told of', () => {
  it.each(slips)('$what', ({ file, find, write, told }) => {
    const before = readFileSync(join(folder, file), 'utf8');
    expect(before).toContain(find);
    const marked = before.replace(find, () => write);
    writeFileSync(join(folder, file), marked.replaceAll(/[¦¤]/g, ''));
    const spokenOf = String(marked.split('¤')[0]?.split('\n').length);
    const problems = problemsOf(folder);
    expect(problems.map(tell)).toEqual(told.map((line) => line.replace('¤', spokenOf)));
    expect([...new Set(problems.map((problem) => problem.file))]).toEqual([file]);
    if (write.includes('¦')) {
      const places = problems.map(({ line, column }) => `${line}:${column}`);
      expect([...new Set(places)]).toEqual(marks(marked.replace('¤', '')));
    }
  });
});

/** A file of the copy, as text or as bytes; undefined removes it. */
function put(file: string, content: string | Uint8Array | undefined): void {
  if (content === undefined) rmSync(join(folder, file), { recursive: true });
  else writeFileSync(join(folder, file), content);
}

const latin1 = Buffer.from('region:\n  name: Södertörn\n', 'latin1');
const anchors = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n');

describe('whole files', () => {
  it.each<[string, string, string | Uint8Array | undefined, string]>([
    ['a file that is not there', '2019/document.yaml', undefined, 'data:1:1: documents: no file has "documents:"'],
    ['a file that is not UTF-8', 'region.yaml', latin1, 'data/region.yaml:1:1: the file is not UTF-8'],
    ['aliases that multiply', 'extra.yaml', `a0: &a0 [x]\n${anchors}`, 'data/extra.yaml:1:1: Excessive alias count'],
    [
      'a second region',
      'second.yaml',
      'region: { id: o, name: O, cooperation: O, everyone: O, timeZone: Europe/Oslo }',
      'data/second.yaml:1:9: region: there is already a region',
    ],
    [
      'two documents in a file',
      'extra.yaml',
      'people: []\n---\nroles: []\n',
      'data/extra.yaml:2:1: Source contains multiple',
    ],
    [
      'no document at the top',
      'extra.yaml',
      'people:\n  - { id: x, name: X, source: p }\n',
      'data/extra.yaml:1:1: document: no d',
    ],
    [
      'an unclosed bracket',
      'extra.yaml',
      'people: [\n  { id: x }\n',
      'data/extra.yaml:3:1: Flow sequence in block collection',
    ],
  ])('%s', (_, file, content, told) => {
    put(file, content);
    const [first, ...rest] = problemsOf(folder);
    const line = first ? problemLine('data', first) : '';
    expect(line.slice(0, told.length)).toBe(told);
    expect(rest.filter((problem) => problem.file !== file)).toEqual([]);
  });

  it('names the folder where there is none, or nothing in it', () => {
    rmSync(folder, { recursive: true });
    expect(problemsOf(folder)).toMatchObject([{ message: { en: 'the folder cannot be read: ENOENT' } }]);
    mkdirSync(folder);
    writeFileSync(join(folder, 'README.md'), '# nothing yet');
    expect(problemsOf(folder)).toMatchObject([{ message: { en: 'the folder has no YAML files' } }]);
  });

  it('leaves other files, hidden files and empty files alone', () => {
    for (const file of ['notes.txt', '.draft.yaml', 'region.yaml~']) put(file, 'not: [valid');
    put('later.yaml', '# meetings will stand here\n');
    put('empty.yaml', 'meetings:\n');
    expect(problemsOf(folder)).toEqual([]);
  });

  it('reads a file with Windows line ends and a byte order mark', () => {
    const text = readFileSync(join(folder, meetings), 'utf8');
    put(meetings, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(loadPlan(folder).meetings).toEqual(loadPlan(original).meetings);
  });
});

describe('several mistakes', () => {
  it('are told together, in the order of files and lines', () => {
    const edit = (file: string, find: string, write: string): void =>
      put(file, readFileSync(join(folder, file), 'utf8').replace(find, write));
    edit('region.yaml', 'name: Salem', 'nam: Salem');
    edit('groups.yaml', 'kind: network', 'kind: netwrk');
    edit(meetings, 'from: 2019-12-06', 'from: 2019-12-66');
    edit(meetings, 'place: Nykvarn', 'place: Nykvran');
    expect(problemsOf(folder).map(({ file, path }) => `${file} ${path}`)).toEqual([
      `${meetings} meetings.ledningsgruppen-2019-12-06.from`,
      `${meetings} meetings.samarbetskommitten-2019-02-07.place`,
      'groups.yaml groups.planeringschefer.kind',
      'region.yaml municipalities.salem.name',
      'region.yaml municipalities.salem.nam',
    ]);
  });

  it('stand in the error’s message, one on a line, as links', () => {
    put('region.yaml', 'region: yes\n');
    expect(() => loadPlan(folder)).toThrow(
      `the plan in ${folder} has a problem:\n${folder}/region.yaml:1:9: region: a record should be a group of fields`,
    );
  });
});

describe('any damage', () => {
  /** Deterministic, so that a failure can be repeated. */
  function* numbers(seed: number): Generator<number> {
    for (let state = seed; ; state = (state * 48_271) % 0x7fffffff) yield state;
  }
  const files = ['region.yaml', 'groups.yaml', 'conferences.yaml', 'hostings.yaml', meetings, goals, '2019/roles.yaml'];
  const values = ['', '7', 'true', '[]', '{}', 'x', '[1, {a: b}]', '{ sv: }', '~', '"', '*x', '2019-02-30'];

  it.each(Array.from({ length: 60 }, (_, index) => index + 1))('is told of or harmless (%i)', (seed) => {
    const random = numbers(seed * 7_919);
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[(random.next().value ?? 0) % items.length];
    const file = pick(files) ?? '';
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    const keyed = [...lines.keys()].filter((index) => /^\s*(- )?\w+: /.test(lines[index] ?? ''));
    const at = pick(keyed) ?? 0;
    lines[at] = (lines[at] ?? '').replace(/: .*/, `: ${pick(values)}`);
    put(file, lines.join('\n'));
    const problems = problemsOf(folder);
    if (problems.length > 0) expect(problems.flatMap(({ message }) => [message.sv, message.en])).not.toContain('');
    else expect(loadPlan(folder).meetings).toHaveLength(loadPlan(original).meetings.length);
  });
});
