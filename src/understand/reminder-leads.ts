// How long before, and how long: lengths of time in a sentence about reminders, in both languages.
import type { RemindersQuery } from '../query.ts';
import { type Clip, without } from './sentence.ts';
import { count, countWords } from './update-words.ts';

export type AskedLead = RemindersQuery['leads'][number];
type Unit = AskedLead['unit'];

/** Patterns of plain text: lower case, å and ä as a, ö as o. */
const unitRows: readonly (readonly [Unit, string])[] = [
  ['minutes', "minut(?:er)?s?|mins?|min|minutes?'?"],
  ['hours', "timm(?:e|es|ar|ars)|tim|h|hours?'?|hrs?"],
  ['days', "dag(?:ar)?s?|dygns?|d|days?'?"],
  ['weeks', "veck(?:a|as|or|ors)|v|weeks?'?|wks?"],
  ['months', "manad(?:er)?s?|man|mnd|months?'?"],
  ['years', "ar|ars|years?'?"],
];
const unitGroups = unitRows.map(([unit, words]) => `(?<${unit}>${words})`).join('|');

/** Lengths that are one word, or that no number stands before. */
const fixedRows: readonly (readonly [string, AskedLead])[] = [
  ['(?:en )?halv ?timmes?|half an hour|(?:a )?half hour', { amount: 30, unit: 'minutes' }],
  ['(?:tre kvart|trekvart|three quarters of an hour)', { amount: 45, unit: 'minutes' }],
  ['(?:en )?kvarts?|(?:a )?quarter of an hour', { amount: 15, unit: 'minutes' }],
  ['(?:en och en halv|halvannan) timmes?|an hour and a half|one and a half hours', { amount: 90, unit: 'minutes' }],
  ['(?:ett )?halvars?|half a year', { amount: 6, unit: 'months' }],
  ['(?:ett )?kvartals?|a quarter', { amount: 3, unit: 'months' }],
  ['(?:a )?fortnight', { amount: 2, unit: 'weeks' }],
];

/** Digits may touch the unit; a word may not: "and" is no day. */
const numbers = `\\d{1,15}(?:[.,]5)?(?=[\\s-]*\\p{L})|(?:ett par|(?:a )?couple(?: of)?|an?|${countWords})(?=[\\s-]+\\p{L})`;
const counted = `(?<number>${numbers})[\\s-]*(?:${unitGroups})`;
const fixed = fixedRows.map(([words], index) => `(?<fixed${index}>${words})`).join('|');
/** What follows a minus sign or a dash, as in "1-2 veckor", is no length. */
const length = new RegExp(`(?<![\\p{L}\\d]|[-\u2212])(?:${fixed}|${counted})(?![\\p{L}\\d])`, 'gu');

const before =
  '(?:fore|innan|i ?forvag|i god tid|pa forhand|before(?:hand)?|ahead(?: of)?|in advance(?: of)?|prior(?: to)?|earlier|forvarning|varsel|notice)';
/** "Dagen innan", "the week before". */
const single = new RegExp(
  `(?<![\\p{L}\\d])(?:the )?(?:(?<days>dagen|kvallen|dan|day|evening|night)|(?<weeks>veckan|week)|(?<months>manaden|month)|(?<hours>timmen|hour))\\s+${before}(?![\\p{L}\\d])`,
  'gu',
);
const sameDay = /(?<![\p{L}\d])(?:(?:pa )?samma (?:dag|morgon)|(?:on )?the same day|on the day)(?![\p{L}\d])/u;
/** "Om två veckor" is a day of the calendar, and "varannan vecka" a rhythm: no time before anything. */
const notBefore = /(?<![\p{L}])(?:om|i|in|var|varje|every|per|for|till|until)\s+$/u;
/** The word may come after other lengths: "två veckor och en timme före". */
const follows = new RegExp(`^(?:[\\s,&+]+[\\p{L}\\d]+){0,8}?[\\s,&+]+${before}(?![\\p{L}\\d])`, 'u');

/** Nobody counts further; what is longer is a slip in any case. */
const mostAmount = 1_000_000_000;

interface Found {
  readonly lead: AskedLead;
  readonly from: number;
  readonly to: number;
}

function lengthsIn(flat: string): Found[] {
  return [...flat.matchAll(length)].flatMap((match) => {
    const lead = leadOf(match.groups ?? {});
    return lead ? [{ lead, from: match.index, to: match.index + match[0].length }] : [];
  });
}

function leadOf(groups: Readonly<Record<string, string | undefined>>): AskedLead | null {
  const index = fixedRows.findIndex((_, row) => groups[`fixed${row}`] !== undefined);
  if (index >= 0) return fixedRows[index]?.[1] ?? null;
  const unit = unitRows.find(([name]) => groups[name] !== undefined)?.[0];
  const amount = amountOf(groups.number ?? '');
  if (!unit || !(amount > 0)) return null;
  return Number.isInteger(amount) ? { amount: Math.min(amount, mostAmount), unit } : finer(amount, unit);
}

function amountOf(text: string): number {
  if (/^\d/.test(text)) return Number(text.replace(',', '.'));
  if (/^(?:ett par|(?:a )?couple)/.test(text)) return 2;
  return /^an?$/.test(text) ? 1 : count(text);
}

/** "1,5 timme" is ninety minutes. */
function finer(amount: number, unit: Unit): AskedLead {
  switch (unit) {
    case 'minutes':
      return { amount: Math.ceil(amount), unit };
    case 'hours':
      return { amount: amount * 60, unit: 'minutes' };
    case 'days':
      return { amount: amount * 24, unit: 'hours' };
    case 'weeks':
      return { amount: amount * 7 * 24, unit: 'hours' };
    case 'months':
      return { amount: Math.round(amount * 30), unit: 'days' };
    case 'years':
      return { amount: amount * 12, unit: 'months' };
  }
}

export interface LeadsIn {
  readonly leads: AskedLead[];
  /** The sentence without them. */
  readonly rest: Clip;
  /** Where they stood. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  /** Whether "före" or the like was said. */
  readonly isBefore: boolean;
}

/** The times before something that a sentence names, in its order. */
export function leadsIn(clip: Clip): LeadsIn {
  const { flat } = clip;
  const lengths = lengthsIn(flat).filter(({ from, to }) => {
    return follows.test(flat.slice(to)) || !notBefore.test(flat.slice(0, from));
  });
  const ones = [...flat.matchAll(single)].flatMap((match): Found[] => {
    const unit = unitRows.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    return unit ? [{ lead: { amount: 1, unit }, from: match.index, to: match.index + match[0].length }] : [];
  });
  const day = sameDay.exec(flat);
  // On the day itself, and still before it starts.
  const same: Found[] = day
    ? [{ lead: { amount: 1, unit: 'hours' }, from: day.index, to: day.index + day[0].length }]
    : [];
  const found = [...lengths, ...ones, ...same].sort((a, b) => a.from - b.from);
  const rest = found.reduce((left, { from, to }) => without(left, from, to), clip);
  const isBefore = new RegExp(`(?<![\\p{L}])${before}(?![\\p{L}])`, 'u').test(flat);
  return { leads: unique(found.map(({ lead }) => lead)), places: found, rest, isBefore };
}

function unique(leads: readonly AskedLead[]): AskedLead[] {
  return [...new Map(leads.map((lead) => [`${lead.amount} ${lead.unit}`, lead])).values()];
}

/** How long something lasts: "i två veckor". */
export function lengthIn({ flat }: Clip): AskedLead | null {
  return lengthsIn(flat)[0]?.lead ?? null;
}
