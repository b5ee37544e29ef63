// Which year's plan a message asks, where there are plans of several years.
import type { LocalMoment } from '../plan/days.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import {
  Context,
  isPlanQuery,
  isYearly,
  noContext,
  type Query,
  type SingleQuery,
  type YearChangesQuery,
} from '../query.ts';
import { tenseOf } from './reading.ts';
import { clipOf } from './sentence.ts';
import { withYearsInDigits } from './spelt-years.ts';
import type { TimeMention } from './time-mention.ts';
import { findTimes } from './times.ts';
import { understand } from './understand.ts';
import type { Understood } from './understood.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Word, words } from './words.ts';
import { withYearsInTurn } from './years-in-turn.ts';

/** One year's plan, with the names in it. */
export interface PlanYear {
  readonly plan: Plan;
  readonly vocabulary: Vocabulary;
}

/** The plans that the asker may see. */
export interface PlanYears {
  /** What questions without a year are about. */
  readonly current: number;
  /** In order. */
  readonly all: readonly number[];
  /** Those of the years that are drafts. */
  readonly drafts: readonly number[];
  readonly of: (year: number) => PlanYear;
}

/** A year that the message names, and the words that name it. */
interface NamedYear {
  readonly year: number;
  readonly mention: TimeMention;
  /** Whether it is the year as a whole, and not a day or a month in it. */
  readonly isWhole: boolean;
}

/**
 * Understands a message with the names of the year that it is about.
 *
 * @param now the region's wall clock
 */
export function understandInYears(text: string, context: Context, years: PlanYears, now: LocalMoment): Understood {
  const message = withYearsInTurn(withYearsInDigits(text), now);
  const messageWords = words(message);
  const mentions = findTimes(messageWords, now, tenseOf(messageWords));
  const named = namedYears(mentions);
  const changes = askYearChanges(message, named, years);
  if (changes) return { query: changes, language: languageOf(message, context, years, now), isSure: true };
  const compared = comparedYears(message, messageWords, mentions, years);
  if (compared) return inBoth(message, messageWords, mentions, compared, context, years, now);
  const year = yearOf(message, named, context, years);
  const { plan, vocabulary } = years.of(year);
  const about = named.length > 0 ? contextIn(context, plan, years) : context;
  const understood = understand(message, about, plan, vocabulary, now);
  const own = yearOfRecords(understood.query, year, years);
  if (own !== year && named.length > 0) {
    const query = { kind: 'not-in-plan' as const, reason: 'nothing' as const, words: [], understood: null };
    return { ...understood, query };
  }
  const elsewhere = named.length === 0 ? inOtherYear(understood, message, context, years, now) : undefined;
  return elsewhere ?? { ...understood, query: inYear(understood.query, own, years) };
}

/** What the plan of this year does not have may stand in another year's; the newest is looked into first. */
function inOtherYear(
  { query }: Understood,
  message: string,
  context: Context,
  years: PlanYears,
  now: LocalMoment,
): Understood | undefined {
  if (query.kind !== 'not-in-plan' || (query.reason !== 'words' && query.reason !== 'nothing')) return undefined;
  for (const year of years.all.toReversed()) {
    if (year === years.current) continue;
    const { plan, vocabulary } = years.of(year);
    const other = understand(message, context, plan, vocabulary, now);
    if (other.query.kind === 'activity') return { ...other, query: inYear(other.query, year, years) };
  }
  return undefined;
}

/** The conversation as if it had been about another year: the records of that year with the same names. */
function contextIn(context: Context, plan: Plan, years: PlanYears): Context {
  if (years.all.length < 2) return context;
  const own = nameable(plan);
  const others = years.all.flatMap((year) => nameable(years.of(year).plan));
  const counterparts = new Map(
    others.flatMap(({ id, name }) => {
      const same = own.find((record) => record.name === name);
      return same ? [[id, same.id] as const] : [];
    }),
  );
  const moved = JSON.parse(JSON.stringify(context), (_key, value) => counterparts.get(value) ?? value);
  return Context.parse(moved);
}

/** The records that every year has of its own. */
function nameable({ activities, budgetLines, sections }: Plan): { readonly id: string; readonly name: string }[] {
  return [
    ...activities.map(({ id, short }) => ({ id, name: `activity ${short.sv}` })),
    ...budgetLines.map(({ id, title }) => ({ id, name: `line ${title.sv}` })),
    ...sections.map(({ id, title }) => ({ id, name: `section ${title.sv}` })),
  ];
}

/** Where a message names no year, the conversation may be about an activity of another year. */
function yearOfRecords(query: Query, year: number, years: PlanYears): number {
  if (query.kind !== 'activity') return year;
  const has = (one: number): boolean =>
    query.activities.every((id) => years.of(one).plan.activities.some((activity) => activity.id === id));
  return has(year) ? year : (years.all.find(has) ?? year);
}

function namedYears(mentions: readonly TimeMention[]): NamedYear[] {
  return mentions.flatMap((mention) => {
    const year = mention.meaning.kind === 'period' ? yearIn(mention.meaning.period) : null;
    const isWhole = mention.meaning.kind === 'period' && mention.meaning.period.name.by === 'year';
    return year === null ? [] : [{ year, mention, isWhole }];
  });
}

/** The year that a period lies in; null where it spans several. */
function yearIn({ from, to }: Period): number | null {
  const [first, last] = [from ?? to, to ?? from].map((day) => day?.slice(0, 4));
  return first !== undefined && first === last ? Number(first) : null;
}

/** The year that the message names, or that the conversation is about where the message only goes on with it. */
function yearOf(message: string, named: readonly NamedYear[], context: Context, years: PlanYears): number {
  const planned = named.map(({ year }) => year).filter((year) => years.all.includes(year));
  const last = named.length === 0 && goesOn(message) ? yearOfContext(context) : null;
  const year = planned[0] ?? last ?? years.current;
  return years.all.includes(year) ? year : years.current;
}

const continuation =
  /^(?:och|men|sen|o|and|but|then)(?!\p{L})|(?<!\p{L})(?:den|det|de|dem|dom|dess|denna|detta|dessa|där|då|samma|it|its|they|them|those|that|same|then)(?!\p{L})/iu;

function goesOn(message: string): boolean {
  return continuation.test(message.trim()) || words(message).length <= 2;
}

function yearOfContext({ last }: Context): number | null {
  const single = last?.kind === 'several' ? last.queries.at(-1) : last;
  if (single?.kind === 'of-year' || single?.kind === 'year-changes') return single.year;
  return (single?.kind === 'roles' || single?.kind === 'budget') && single.year !== null ? single.year : null;
}

/** The query as one of another year's plan, where that matters. */
function inYear(query: Query, year: number, years: PlanYears): Query {
  if (query.kind === 'several')
    return { ...query, queries: query.queries.map((one) => singleInYear(one, year, years)) };
  return singleInYear(query, year, years);
}

/** A file, a message to many or what is kept of somebody is of no year's plan, whatever year is named beside it. */
function isOfAYear(query: SingleQuery): boolean {
  if (query.kind === 'as-of' || query.kind === 'of-year' || query.kind === 'year-changes') return true;
  return isPlanQuery(query) && query.kind !== 'talk';
}

function singleInYear(query: SingleQuery, year: number, years: PlanYears): SingleQuery {
  if (
    query.kind === 'not-in-plan' ||
    query.kind === 'as-of' ||
    query.kind === 'of-year' ||
    query.kind === 'year-changes'
  )
    return query;
  const isDraft = years.drafts.includes(year);
  const matters = isDraft ? isOfAYear(query) : year !== years.current && isYearly(query);
  return matters ? { kind: 'of-year', year, query } : query;
}

// === Two years beside each other

const between =
  /^[\s,;:?!–-]*(?:(?:jamfort med|i jamforelse med|jamfor med|gentemot|mot|an|vs|kontra|och|o|samt|eller|med|compared (?:to|with)|versus|than|and|or|to|from|fran|sen|sedan|since|i|vad|for|till)[\s,;:]*)*$/u;
const beforeYear =
  /(?:\s|^)(?:(?:jamfort med|i jamforelse med|gentemot|mot|an|vs|kontra|och|samt|eller|compared (?:to|with)|versus|than|and|or|since|sen|sedan|fran)\s+)+$/u;
/** Said of one year, it asks what was before. */
const changing =
  /(?<!\p{L})(?:hoj(?:s|a|er|t|ts|des|de|ning\p{L}*)?|sank(?:s|a|er|t|ts|tes|te|ning\p{L}*)?|oka(?:r|t|de|s|ts)?|okning\p{L}*|minska?(?:r|t|de|s|ts)?|minskning\p{L}*|stig(?:er|it)|steg|(?:for)?andra(?:s|ts|t|des)|chang(?:e|es|ed)|rais(?:e|es|ed)|ris(?:e|es|en)|increas(?:e|es|ed)|decreas(?:e|es|ed)|lower(?:ed|s))(?!\p{L})/u;
/** Said of two years, it compares them. */
const comparing =
  /(?<!\p{L})(?:dyrare|billigare|fler|farre|storre|mindre|mer|mera|more|fewer|higher|lower|larger|smaller|less)(?!\p{L})/u;
/** Each year has hosts of its own. */
const yearlyHosts =
  /(?<!\p{L})(?:\p{L}*vard(?:ar|arna|en|kommun\p{L}*)?|hosts?|turordning\p{L}*)(?!\p{L})|^(?:vem|vilk\p{L}*|who|which)\s(?:\p{L}+\s)?(?:har|hade|far|fick|haller|holl|has|had|gets|got)(?!\p{L})/u;
/** What has one amount a year. */
const yearlyAmount =
  /hur mycket|how much|vad kostar|kostnad|avgift|budget|(?<!\p{L})fees?(?!\p{L})|personalkostnad|intakt|income|(?<!\p{L})costs?(?!\p{L})/u;

/** "2020 jämfört med 2019", "i år och nästa år", "höjs avgiften nästa år?": the years as they are named. */
function comparedYears(
  message: string,
  messageWords: readonly Word[],
  mentions: readonly TimeMention[],
  years: PlanYears,
): readonly number[] | null {
  const named = namedYears(mentions);
  const { flat } = clipOf(message);
  const span = spannedYears(mentions);
  if (span && (yearlyAmount.test(flat) || yearlyHosts.test(flat))) return span;
  const whole = named.filter(({ isWhole }) => isWhole);
  const [first, second, third] = whole;
  if (third || named.length > whole.length) return null;
  if (first && second && first.year !== second.year) {
    const gap = flat.slice(endOf(messageWords, first.mention), messageWords[second.mention.first]?.start);
    return between.test(gap) || changing.test(flat) || comparing.test(flat) ? [first.year, second.year] : null;
  }
  if (second || !changing.test(flat) || !yearlyAmount.test(flat)) return null;
  const year = first?.year ?? years.current;
  const other = year < years.current ? years.current : year - 1;
  return [year, other];
}

/** "I år och nästa år" is one time of two years. */
function spannedYears(mentions: readonly TimeMention[]): readonly [number, number] | null {
  const [only, another] = mentions;
  if (!only || another || only.meaning.kind !== 'period') return null;
  const { from, to } = only.meaning.period;
  if (!from?.endsWith('-01-01') || !to?.endsWith('-12-31')) return null;
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return last === first + 1 ? [first, last] : null;
}

function endOf(messageWords: readonly Word[], { end }: TimeMention): number {
  const last = messageWords[end - 1];
  return last?.end ?? 0;
}

/** The same question once for each year. */
function inBoth(
  message: string,
  messageWords: readonly Word[],
  mentions: readonly TimeMention[],
  compared: readonly number[],
  context: Context,
  years: PlanYears,
  now: LocalMoment,
): Understood {
  const bare = withoutYears(message, messageWords, mentions);
  const ofEach = (about: Context): Understood[] =>
    compared.map((year) => ofOne(bare, message, year, about, years, now));
  const own = ofEach({ ...noContext, pending: context.pending });
  const each = own.every(isAnswerable) ? own : ofEach(context);
  const queries = each.flatMap(({ query }) => (query.kind === 'several' ? [] : [query]));
  const [first, second] = each;
  if (!first || !second || queries.length < each.length || !each.every(isAnswerable)) {
    const { plan, vocabulary } = years.of(years.current);
    return understand(message, context, plan, vocabulary, now);
  }
  return { ...first, query: { kind: 'several', queries, years: [...compared] }, isSure: first.isSure && second.isSure };
}

function ofOne(
  bare: string,
  message: string,
  year: number,
  context: Context,
  years: PlanYears,
  now: LocalMoment,
): Understood {
  const seen = years.all.includes(year) ? year : years.current;
  const { plan, vocabulary } = years.of(seen);
  const understood = understand(`${bare} ${year}`, contextIn(context, plan, years), plan, vocabulary, now);
  return { ...understood, query: inYear(counted(understood.query, message), seen, years) };
}

function isAnswerable({ query }: Understood): boolean {
  // What somebody wants done is done once.
  const first = query.kind === 'several' ? query.queries[0] : query;
  return query.kind !== 'clarify' && first !== undefined && first.kind !== 'not-in-plan' && isOfAYear(first);
}

/** The question without the years that it names, and without what joins them. */
function withoutYears(message: string, messageWords: readonly Word[], mentions: readonly TimeMention[]): string {
  let text = message.normalize('NFC').replace(/[?!.\s]+$/, '');
  for (const mention of mentions.toReversed()) {
    const start = messageWords[mention.first]?.start ?? 0;
    const head = text.slice(0, start);
    const joined = beforeYear.exec(clipOf(head).flat);
    text = `${joined ? head.slice(0, joined.index) : head} ${text.slice(endOf(messageWords, mention))}`;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** "Är det fler aktiviteter i år?" is told with numbers, and not with two lists. */
function counted(query: Query, message: string): Query {
  if (/(?<!\p{L})(?:vilka|lista|visa|which|list|show)(?!\p{L})/iu.test(message)) return query;
  if (query.kind === 'activities' && query.aspect === 'list') return { ...query, aspect: 'count' };
  if (query.kind === 'meetings' && (query.aspect === 'when' || query.aspect === 'exists' || query.aspect === 'count')) {
    return { ...query, which: 'all', aspect: 'count' };
  }
  return query;
}

// === What is new

const newWords =
  /(?<!\p{L})(?:nya? (?:aktivitet|insats|punkt|atgard)\p{L}*|(?:aktivitet|insats|punkt|atgard)\p{L}* (?:som )?(?:ar|blir|har blivit|ar helt|har)(?: det)? (?:helt )?(?:nya?|tillkommit)|tillkom\p{L}*|new activit\p{L}*|activit\p{L}* (?:that )?(?:are|is|have been|were) (?:new|added))(?!\p{L})/u;
const goneWords =
  /(?<!\p{L})(?:forsvinn\p{L}*|forsvann|forsvunnit|(?:tas|togs|tagits) bort|utgar|utgick|slopa\p{L}*|stryks|strukits|(?:finns|ar) inte (?:langre|kvar)(?: med)?|inte (?:langre|kvar)(?: med)? i|(?:are|were|been|is) (?:dropped|gone|removed)|no longer|disappear\p{L}*)(?!\p{L})/u;
const changedWords =
  /(?<!\p{L})(?:dyrare|billigare|(?:far|fatt|har) (?:ny|annan|andrad) (?:kostnad|ansvarig)|more expensive|cheaper|cost more|cost less)(?!\p{L})/u;
const differenceWords =
  /(?<!\p{L})(?:skilj\p{L}*|skillnad\p{L}*|vad (?:ar|blir) (?:nytt|annorlunda)|differ\p{L}*|what(?:'s| is) (?:new|different))(?!\p{L})/u;
/** An order to the bot says "ny aktivitet" too. */
const asking =
  /\?\s*$|^(?:hej |och |men |and |so )*(?:vilk\p{L}*|vad|va|hur|finns|ar|har|visa|lista|beratta|which|what|how|are|is|any|show|list|tell)(?!\p{L})/u;
const ofPlanWords = /aktivitet|insats|handlingsplan|verksamhetsplan|(?<!\p{L})plan(?:en|er|erna|s)?(?!\p{L})|activit/u;

function askYearChanges(message: string, named: readonly NamedYear[], years: PlanYears): YearChangesQuery | null {
  const { flat } = clipOf(message);
  const whole = named.filter(({ isWhole }) => isWhole).map(({ year }) => year);
  if (named.length > whole.length || !ofPlanWords.test(flat) || !asking.test(flat)) return null;
  const which = whichChanges(flat, whole);
  if (which === null) return null;
  return { kind: 'year-changes', year: Math.max(years.current, ...whole), which };
}

/** A year must be named, unless it says clearly what is meant: the ledger is asked what is new as well. */
function whichChanges(flat: string, whole: readonly number[]): YearChangesQuery['which'] | null {
  const isOfYears = whole.length > 0;
  if (goneWords.test(flat) && isOfYears) return 'gone';
  if (newWords.test(flat) && (isOfYears || /(?<!\p{L})(?:vilka|which|hur manga|how many)(?!\p{L})/u.test(flat)))
    return 'new';
  if (changedWords.test(flat) && isOfYears) return 'changed';
  return differenceWords.test(flat) && isOfYears ? 'all' : null;
}

function languageOf(message: string, context: Context, years: PlanYears, now: LocalMoment): Understood['language'] {
  const { plan, vocabulary } = years.of(years.current);
  return understand(message, context, plan, vocabulary, now).language;
}
