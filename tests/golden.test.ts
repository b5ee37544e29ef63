// A sheet of conversations to read: what is asked, how it is understood, and what is answered in both languages.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Context, noContext, type Query } from '../src/query.ts';
import type { Memory } from '../src/turn/turn-types.ts';
import { understandInYears } from '../src/understand/years.ts';
import { base, botAt, otherBase, otherPlan, personally, plan, yearsOf } from './support/question-table.ts';

const sheetFile = new URL('./golden/conversations.md', import.meta.url);

const march = '2019-03-01T09:00';
const january = '2019-01-10T09:00';
const august = '2019-08-20T09:00';
const newYear = '2019-12-27T09:00';
const years = '2026-11-24T09:00';
/** In the last weeks of the invented region's first plan. */
const nextPlan = '2026-11-24T10:00';

/** When it is asked, and the turns of the conversation; the last one is of the kind. */
type Row = readonly [now: string, ...asks: [string, ...string[]]];

/** Questions of every kind: a kind without one does not compile. The files of the plan have no deadlines to ask for. */
const rows: Readonly<Record<Exclude<Query['kind'], 'deadlines'>, readonly [Row, ...Row[]]>> = {
  meetings: [
    [march, 'När är nästa kommittémöte?'],
    [march, 'när ses ledningsgruppen nästa gång', 'och efter det?', 'var?'],
    [january, 'Vilka möten har samarbetskommittén i vår?'],
    [march, 'How many times does the management group meet in 2019?'],
    [march, 'finns det något möte i juli?'],
    [august, 'När är ledningsgruppens planeringskonferens?'],
    [newYear, 'when is the next meeting?'],
    [years, 'nästa möte?'],
  ],
  group: [
    [march, 'Vad är syftet med ledningsgruppen?'],
    [march, 'vilka sitter i kommittén?'],
    [march, 'What time does the committee usually meet?'],
  ],
  conference: [
    [march, 'När är Södertörns Rådslag?'],
    [march, 'När är rådslaget?', 'hur ofta hålls det?', 'var?'],
    [march, 'vilka konferenser finns det'],
    [march, 'Who are the partners of the Södertörn conference?'],
  ],
  hosts: [
    [march, 'Vem är värd för rådslaget 2021?'],
    [march, 'är salem värd för rådslaget 2020?'],
    [march, 'When is it Tyresö’s turn to host?'],
    [march, 'visa hela turordningen för Södertörnskonferensen'],
    [years, 'vem är värd för rådslaget i år?'],
  ],
  activity: [
    [march, 'Vem ansvarar för elvägen?', 'vad kostar den?', 'hur går det?'],
    [march, 'What does the BISNOD analysis cost?'],
    [march, 'berätta om tvärförbindelse södertörn'],
  ],
  activities: [
    [march, 'Vad ansvarar Tyresö för?'],
    [march, 'vilken aktivitet är dyrast?'],
    [march, 'Which activities have no stated cost?'],
  ],
  parties: [[march, 'Vilken kommun har flest aktiviteter?']],
  networks: [
    [march, 'Vilket nätverk jobbar med klimat?'],
    [march, 'How many networks are there?'],
  ],
  roles: [
    [march, 'Vem är ordförande i kommittén?', 'till när?'],
    [march, 'Who is Rickard Sundbom?'],
  ],
  goals: [
    [march, 'Vilka mål finns inom klimat?'],
    [march, 'How many areas are there?'],
  ],
  budget: [
    [march, 'Which cost is largest?'],
    [march, 'Hur stor är budgeten?'],
    [march, 'hur mycket betalar kommunerna per invånare'],
    [march, 'What is the biggest expense in the budget?'],
  ],
  agenda: [
    [march, 'Vad händer i april?'],
    [march, 'what happens in week 19?'],
  ],
  municipality: [[march, 'Vad ligger på Nykvarn i år?']],
  municipalities: [
    [march, 'Vilka kommuner är med?'],
    [march, 'Is Haninge a member?'],
  ],
  passages: [[march, 'Vad är visionen?']],
  document: [
    [march, 'vilka bilagor finns?'],
    [march, 'Vad är det här för plan?'],
  ],
  missing: [[march, 'Vilka möten saknar plats?']],
  changes: [
    [march, 'vad har ändrats sedan 1 februari?'],
    [march, 'who changed the committee meeting on 9 May?'],
  ],
  'as-of': [
    [march, 'hur såg planen ut i februari?'],
    [march, 'när var kommittémötet i maj enligt planen 15 januari?'],
  ],
  order: [
    [march, 'Är rådslaget före eller efter kommittémötet i april?'],
    [march, 'Is the management group meeting in April before the Rådslag?'],
  ],
  'of-year': [
    [nextPlan, 'Vad kostar algrensningen?', 'och nästa år?'],
    [nextPlan, 'what is next year’s budget?'],
  ],
  'year-changes': [
    [nextPlan, 'Vilka aktiviteter är nya 2027?'],
    [nextPlan, 'which activities are gone next year?'],
  ],
  privacy: [
    [march, 'vad vet du om mig?'],
    [march, 'exportera mina uppgifter'],
    [march, 'export my data'],
    [march, 'glöm mig'],
    [march, 'what do you know about me?', 'forget me', 'yes, forget me'],
  ],
  rights: [
    [march, 'vad får jag göra?'],
    [march, 'what may I do?'],
  ],
  unanswered: [[march, 'vilka frågor kunde du inte svara på?']],
  file: [
    [march, 'ge mig mallen för 2020'],
    [march, 'Exportera planen till Excel'],
    [march, 'export the plan as json'],
  ],
  calendar: [
    [march, 'lägg nästa kommittémöte i min kalender'],
    [march, 'möten i april i min kalender'],
    [march, 'När är nästa möte?', 'lägg till det i kalendern'],
    [march, 'ge mig en kalenderlänk till ledningsgruppens möten'],
    [march, 'my calendar links'],
  ],
  reminders: [
    [march, 'påminn mig en vecka innan kommitténs möten'],
    [march, 'hur går det med påminnelserna?'],
  ],
  'check-ins': [
    [march, 'statusrapport'],
    [march, 'vilka statusfrågor är inställda?'],
    [march, 'which answers are waiting?'],
  ],
  update: [
    [march, 'flytta kommittémötet 9 maj till 16 maj kl 13 i Salem'],
    [march, 'flytta mötet till 5 april'],
  ],
  announcements: [
    [march, 'hur går det med meddelandet?'],
    [march, 'which templates are there?'],
  ],
  talk: [
    [march, 'hej'],
    [march, 'What can I ask?'],
    [march, '👍'],
  ],
  clarify: [[march, 'Who is responsible for cooperation?']],
  'not-in-plan': [
    [march, 'Vad har Meeri Wasberg för telefonnummer?'],
    [march, 'Will it rain tomorrow?'],
  ],
  several: [[march, 'När är nästa möte, och vem är värd för rådslaget 2020?']],
};

interface Answered {
  readonly ask: string;
  readonly query: Query;
  readonly sv: string;
  readonly en: string;
  readonly buttons: readonly string[];
}

/** Every turn of a conversation, with the same query answered in both languages. */
async function converse([now, ...asks]: Row): Promise<Answered[]> {
  const isOther = now === nextPlan;
  const { takeTurn } = await botAt(now, isOther ? otherBase : base);
  const wall = { day: now.slice(0, 10), time: now.slice(11) };
  let memory: Memory = null;
  const answered: Answered[] = [];
  for (const ask of asks) {
    const context = memory === null ? noContext : z.looseObject({ context: Context }).parse(memory).context;
    const { query } = understandInYears(ask, context, yearsOf(isOther ? otherPlan : plan, wall), wall);
    memory = (await takeTurn(personally(ask, 'sv'), memory)).memory;
    const { reply: sv } = await takeTurn(personally('', 'sv', { query }), null);
    const { reply: en } = await takeTurn(personally('', 'en', { query }), null);
    const buttons = sv.suggestions.map(({ title }) => title);
    answered.push({ ask, query, sv: sv.spoken, en: en.spoken, buttons });
  }
  return answered;
}

/** A query's kind and those of its fields that say something: "meetings, which next, aspect when". */
function summary(query: Query): string {
  if (query.kind === 'several') return query.queries.map(summary).join(' + ');
  const { kind, ...fields } = query;
  return [kind, ...telling(fields).map(([key, value]) => `${key} ${brief(value)}`)].join(', ');
}

function telling(fields: object): [string, unknown][] {
  return Object.entries(fields).filter(
    ([, value]) => ![null, false, 'any'].includes(value) && !(Array.isArray(value) && value.length === 0),
  );
}

function brief(value: unknown): string {
  if (Array.isArray(value)) return value.map(brief).join(' + ');
  if (typeof value !== 'object' || value === null) return String(value);
  return `(${telling(value)
    .map(([, inner]) => brief(inner))
    .join(' ')})`;
}

function quoted(text: string): string {
  return text.replaceAll('<', '\\<').split('\n').join('  \n> ');
}

async function section(kind: string, conversations: readonly Row[]): Promise<string> {
  const shown: string[] = [];
  for (const row of conversations) {
    const turns = (await converse(row)).map(({ ask, query, sv, en, buttons }) =>
      [
        `**${ask}** \`${summary(query)}\``,
        `> ${quoted(sv)}`,
        `> ${quoted(en)}`,
        ...(buttons.length > 0 ? [`${buttons.map((title) => `[${title}]`).join(' ')}`] : []),
      ].join('\n\n'),
    );
    shown.push([`### ${row[0].replace('T', ' ')}`, ...turns].join('\n\n'));
  }
  return [`## ${kind}`, ...shown].join('\n\n');
}

const introduction = `# Conversations

Made by \`UPDATE_GOLDEN=1 npx vitest run tests/golden.test.ts\`; read what has changed in it before keeping it. Under the
local time it is asked at: the question, how it is understood, the whole answer in Swedish and in English, the buttons.`;

const named = Object.entries(rows).flatMap(([kind, own]) =>
  own.map((row) => [row.slice(1).join(' → '), kind, row] as const),
);

describe('the sheet of conversations', () => {
  it.each(named)('%s is understood as %s', async (_asks, kind, row) => {
    expect((await converse(row)).at(-1)?.query.kind).toBe(kind);
  });

  it('says what it said before', async () => {
    const sections: string[] = [];
    for (const [kind, own] of Object.entries(rows)) sections.push(await section(kind, own));
    const sheet = [introduction, ...sections].join('\n\n');
    if (process.env.UPDATE_GOLDEN) writeFileSync(sheetFile, `${sheet}\n`);
    expect(`${sheet}\n`).toBe(readFileSync(sheetFile, 'utf8'));
  });
});
