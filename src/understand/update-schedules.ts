// When an activity is to be done and what it may cost, in somebody's words.
import type { Period } from '../plan/period.ts';
import type { Schedule } from '../plan/schedule.ts';
import type { Scene } from './scene.ts';
import { type Clip, cut } from './sentence.ts';
import { yearOf } from './time-days.ts';
import { findTimes } from './times.ts';
import { words } from './words.ts';

const ongoing =
  /^(?:lopande|kontinuerlig(?:t)?|fortlopande|hela aret|aret runt|tills vidare|ongoing|continuous(?:ly)?|all year|throughout the year)(?!\p{L})/u;
const asNeeded = /^(?:vid behov|efter behov|nar det behovs|as needed|when needed|if needed|on demand)(?!\p{L})/u;
const unspecified =
  /^(?:ingen(?: tid)?|inget(?: datum)?|ospecificerad?t?|obestamd?t?|oklar[t]?|none|no time|unspecified|undecided)(?!\p{L})/u;
const leading = /^(?:till|to|i|in|under|during|den|on|pa|for|blir|ar|is|:)\s+/;

/** A schedule of the plan's kinds, with the words as they are written; null where they tell no time. */
export function scheduleIn(clip: Clip, scene: Scene): Schedule | null {
  const wording = wordingOf(clip);
  if (wording.flat === '') return null;
  if (ongoing.test(wording.flat)) return { kind: 'ongoing', wording: wording.text };
  if (asNeeded.test(wording.flat)) return { kind: 'as-needed', wording: wording.text };
  if (unspecified.test(wording.flat)) return { kind: 'unspecified' };
  const periods = findTimes(words(clip.text), scene.now).flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [meaning.period] : [],
  );
  return scheduled(periods, wording);
}

function wordingOf(clip: Clip): Clip {
  let rest = cut(clip);
  for (let match = leading.exec(rest.flat); match; match = leading.exec(rest.flat)) rest = cut(rest, match[0].length);
  return rest;
}

function scheduled(periods: readonly Period[], { text, flat }: Clip): Schedule | null {
  const [first] = periods;
  if (!first?.from || !first.to) return null;
  const { from, to, name } = first;
  if (periods.length > 1) return severalMonths(periods, text);
  const year = yearOf(from);
  if (name.by === 'season') return { kind: 'season', year: name.year, season: name.season, wording: text };
  if (from === to) return { kind: 'date', date: from, wording: text };
  const months = wholeMonths(first);
  if (months && name.by !== 'week') return { kind: 'months', year, months, wording: text };
  return { kind: 'range', from, to, lunchToLunch: /lunch/.test(flat), wording: text };
}

/** "April och juli": months that do not follow each other. */
function severalMonths(periods: readonly Period[], wording: string): Schedule | null {
  const months = periods.map(wholeMonths);
  const [first] = periods;
  if (!first?.from || months.some((found) => found === null)) return null;
  const year = yearOf(first.from);
  if (periods.some(({ from }) => from === null || yearOf(from) !== year)) return null;
  return { kind: 'months', year, months: [...new Set(months.flatMap((found) => found ?? []))], wording };
}

/** The months that a period is, where it is whole months of one year. */
function wholeMonths({ from, to }: Period): number[] | null {
  if (!from?.endsWith('-01') || !to || yearOf(from) !== yearOf(to)) return null;
  const lastDay = new Date(Date.UTC(yearOf(to), Number(to.slice(5, 7)), 0)).getUTCDate();
  if (Number(to.slice(8)) !== lastDay) return null;
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** "50 000 kr", "50 tkr", "1,5 miljoner" */
const amountPattern =
  /(?<![\d.,\p{L}])(?<whole>\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,](?<part>\d{1,2}))?(?![\d])(?:\s*(?<unit>tkr|ksek|tusen(?: kronor)?|thousand(?: kronor)?|mkr|msek|mnkr|miljon(?:er)?(?: kronor)?|million(?:s)?(?: kronor)?|kr|kronor|sek|k|:-))?(?!\p{L})/u;
const noCost =
  /^(?:ingen(?:ting)?|inget|ingen kostnad|noll|gratis|none|nothing|free|bort|tom(?:t)?|remove)(?:\s*(?:kr|kronor))?$/u;

/** Whole SEK; "none" takes the cost away; null where no amount is told. */
export function costIn(clip: Clip): number | 'none' | null {
  const { flat } = cut(clip);
  if (noCost.test(flat)) return 'none';
  const match = amountPattern.exec(flat);
  if (!match || !isWholeAmount(flat, match)) return null;
  return amountOf(match, flat);
}

const aroundAmount = /^(?:(?:ca|cirka|om|pa|till|to|totalt|nu|i ar|per ar|about|now|in total|kr|sek|-|\s|[.,:!])*)$/u;

/** Nothing else than the amount is told: "1 500 00", "150000 eller 160000" and "50 000 euro" are none. */
function isWholeAmount(flat: string, match: RegExpExecArray): boolean {
  const before = flat.slice(0, match.index);
  return aroundAmount.test(before) && aroundAmount.test(flat.slice(match.index + match[0].length));
}

/** Where a sentence tells an amount. */
export function costSpan({ flat }: Clip, cost: number): [number, number] | null {
  for (const match of flat.matchAll(new RegExp(amountPattern.source, 'gu'))) {
    if (amountOf(match, flat) === cost) return [match.index, match.index + match[0].length];
  }
  return null;
}

function amountOf(match: RegExpExecArray, flat: string): number | null {
  if (/-\s*$/.test(flat.slice(0, match.index))) return null;
  const { whole = '', part = '', unit = '' } = match.groups ?? {};
  const number = Number(`${whole.replaceAll(/\D/g, '')}.${part === '' ? '0' : part}`);
  const size = /^(?:tkr|ksek|tusen|thousand|k$)/.test(unit) ? 1_000 : /^(?:m)/.test(unit) ? 1_000_000 : 1;
  const amount = Math.round(number * size);
  return Number.isSafeInteger(amount) ? amount : null;
}
