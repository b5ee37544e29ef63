// The question files: reading them, putting them to the bot, and judging its replies.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { makeCore } from '../../src/core.ts';
import { loadRecords } from '../../src/documents/yaml.ts';
import type { LocalMoment } from '../../src/plan/days.ts';
import { makePlan, type Plan, type PlanRecords } from '../../src/plan/plan.ts';
import { currentPlanYear, planOfYear, planYears } from '../../src/plan/plan-year.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Turns } from '../../src/turn/turn.ts';
import type { Incoming, Memory, Reply } from '../../src/turn/turn-types.ts';
import { makeVocabulary, type Vocabulary } from '../../src/understand/vocabulary.ts';
import type { PlanYears } from '../../src/understand/years.ts';
import { keptLog } from './service.ts';

const Case = z.object({
  id: z.string(),
  lang: z.enum(['sv', 'en']),
  now: z.string(),
  topic: z.string(),
  turns: z
    .array(
      z.object({
        ask: z.string(),
        must: z.array(z.array(z.string())).default([]),
        mustNot: z.array(z.string()).default([]),
      }),
    )
    .min(1),
});
export type Case = z.infer<typeof Case>;

/** What a reply lacks, and what it says although it must not. */
export interface Judgement {
  readonly ask: string;
  readonly reply: string;
  readonly missing: readonly (readonly string[])[];
  readonly forbidden: readonly string[];
}

export function readCases(name: string): Case[] {
  const text = readFileSync(new URL(`../questions/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Case.parse(JSON.parse(line)));
}

export const base = loadRecords('data/sodertorn');
export const plan = makePlan(base);

/** An invented region with the plans of two years. */
export const otherBase = loadRecords('data/exempel');
export const otherPlan = makePlan(otherBase);

/** The plans that a member sees. */
export function yearsOf(whole: Plan, now: LocalMoment): PlanYears {
  const of = (year: number) => {
    const view = planOfYear(whole, year);
    const made = vocabularies.get(view) ?? makeVocabulary(view);
    vocabularies.set(view, made);
    return { plan: view, vocabulary: made };
  };
  return { current: currentPlanYear(whole, now), all: planYears(whole), drafts: [], of };
}
const vocabularies = new WeakMap<Plan, Vocabulary>();

const turnsAt = new Map<string, Promise<Turns>>();

/** The bot with its clock stopped at a local time, on a store of its own. */
export function botAt(now: string, records: PlanRecords = base): Promise<Turns> {
  const key = `${records.region.id} ${now}`;
  const made = turnsAt.get(key) ?? makeBotAt(now, records);
  turnsAt.set(key, made);
  return made;
}

async function makeBotAt(now: string, records: PlanRecords): Promise<Turns> {
  const clock = () => instantOf(now, records.region.timeZone);
  const { turns } = await makeCore(records, await openMemory(), [], clock, keptLog());
  return turns;
}

/** What somebody writes, or the button somebody presses, in personal chat. */
export function personally(text: string, locale: Incoming['locale'], action: unknown = null): Incoming {
  return { text, locale, conversation: 'test', scope: 'personal', sender: null, mentions: [], action };
}

/** Puts a conversation to the bot. */
export async function converse({ lang, now, turns }: Case, records: PlanRecords = base): Promise<Reply[]> {
  const bot = await botAt(now, records);
  const replies: Reply[] = [];
  let memory: Memory = null;
  for (const { ask } of turns) {
    const turn = await bot.takeTurn(personally(ask, lang), memory);
    // As it is stored between turns.
    memory = JSON.parse(JSON.stringify(turn.memory));
    replies.push(turn.reply);
  }
  return replies;
}

/** The turns of a conversation whose replies are wrong. */
export async function judge(conversation: Case, records: PlanRecords = base): Promise<Judgement[]> {
  const replies = await converse(conversation, records);
  return replies
    .map((reply, index) => judgeTurn(conversation.turns[index], visibleText(reply)))
    .filter(({ missing, forbidden }) => missing.length + forbidden.length > 0);
}

function judgeTurn(turn: Case['turns'][number] | undefined, reply: string): Judgement {
  const said = fold(reply);
  const missing = (turn?.must ?? []).filter((alternatives) => !alternatives.some((wanted) => says(said, fold(wanted))));
  const forbidden = (turn?.mustNot ?? []).filter((wrong) => says(said, fold(wrong)));
  return { ask: turn?.ask ?? '', reply, missing, forbidden };
}

/** All that a person reads: the message, and every text and fact of the card; no buttons. */
export function visibleText(reply: Reply): string {
  return [reply.text, ...cardTexts(reply.card)].join('\n');
}

const shownKeys: readonly string[] = ['text', 'title', 'value'];

function cardTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(cardTexts);
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && String(node.type).startsWith('Action.')) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? (shownKeys.includes(key) ? [value] : []) : key === 'actions' ? [] : cardTexts(value),
  );
}

/** Takes away what may differ without meaning: case, markup, kinds of dash and space, ways to write a time. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[*_`#\\]/g, '');
  const dashed = plain.replaceAll(/[‐-―−]/g, '-').replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' ');
  const timed = dashed
    .replaceAll(/\bkl\.? ?(?=\d)/g, '')
    .replaceAll(
      /(\d{1,2})[.:](\d{2})(?!\d)/g,
      (_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`,
    );
  return timed
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .replaceAll(/(?<=\d) ?- ?(?=\d)/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whether the folded text has the words, beginning at a word and not ending inside a number. */
function says(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const startsWord = !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) || !/^[\p{L}\p{N}]/u.test(wanted);
    const cutsNumber = /\d$/.test(wanted) && /^\d/.test(text.slice(at + wanted.length));
    if (startsWord && !cutsNumber) return true;
  }
  return false;
}
