// The patterns of a language, made ready; how their elements find their words; what stands at a token.
import type { Period } from '../plan/period.ts';
import { Season } from '../plan/schedule.ts';
import { dayIn, monthOf, singleDay, stretch } from './time-days.ts';
import {
  adjacent,
  atomMeanings,
  dateMoment,
  inYear,
  type Piece,
  partMeanings,
  periodPiece,
  settledPeriod,
  settledPiece,
  spanMeanings,
} from './time-meanings.ts';
import {
  emptySlots,
  fixed,
  isBound,
  type Make,
  type Moment,
  noMoment,
  type Present,
  type Slots,
} from './time-moments.ts';
import {
  addTo,
  countedWords,
  type Lexicon,
  labelWords,
  lexiconOf,
  named,
  numbered,
  numberKey,
  spelt,
  type Token,
} from './time-words.ts';
import { feasts, parts, type TimeWords, type Unit, units } from './times.sv.ts';

// === Reading: how an element of a pattern finds its words

type Emit = (end: number, fill?: Partial<Slots>) => void;
/** Tells every way in which an element may be read at a token. */
type Reader = (scan: Scan, at: number, emit: Emit) => void;

/** A reader with the keys of the tokens that it may begin at. */
interface Element {
  readonly read: Reader;
  readonly starts: ReadonlySet<string>;
  readonly isOptional: boolean;
}

export interface Scan {
  readonly tokens: readonly Token[];
  readonly present: Present;
  readonly grammar: Grammar;
  /** Whether the message has no diacritics at all. */
  readonly isPlain: boolean;
  /** What was found at each token, so that nothing is read twice. */
  readonly simple: (Found[] | undefined)[];
  readonly times: (Found[] | undefined)[];
  /** How many searches are under way, each inside another. */
  depth: number;
}

interface Found {
  readonly end: number;
  readonly moment: Moment;
}

function lexiconReader<Value>(lexicon: Lexicon<Value>, fill: (value: Value) => Partial<Slots> | undefined): Reader {
  return ({ tokens }, at, emit) => {
    for (const { rest, value } of lexicon.get(tokens[at]?.text ?? '') ?? [])
      if (rest.every((words, index) => words.has(tokens[at + 1 + index]?.text ?? '')))
        emit(at + 1 + rest.length, fill(value));
  };
}

function element(read: Reader, starts: Iterable<string>): Element {
  return { read, starts: new Set(starts), isOptional: false };
}

function lexical<Value>(rows: readonly (readonly [Value, string])[], fill: (value: Value) => Partial<Slots>): Element {
  const lexicon = lexiconOf(rows);
  return element(lexiconReader(lexicon, fill), lexicon.keys());
}

/** A whole number of at most so many digits. */
function integerAt({ tokens }: Scan, at: number, digits: number): number | undefined {
  const text = tokens[at]?.text ?? '';
  return text.length <= digits && /^\d+$/.test(text) ? Number(text) : undefined;
}

function integerReader(
  digits: number,
  from: number,
  to: number,
  fill: (value: number, end: number) => Partial<Slots>,
): Reader {
  return (scan, at, emit) => {
    const value = integerAt(scan, at, digits);
    if (value !== undefined && value >= from && value <= to) emit(at + 1, fill(value, at + 1));
  };
}

export function numeric(
  digits: number,
  from: number,
  to: number,
  fill: (value: number, end: number) => Partial<Slots>,
): Element {
  return element(integerReader(digits, from, to, fill), [numberKey]);
}

function either(first: Element, second: Element): Element {
  const read: Reader = (scan, at, emit) => {
    first.read(scan, at, emit);
    second.read(scan, at, emit);
  };
  return element(read, [...first.starts, ...second.starts]);
}

export const ordinalEndings = new Set(['e', 'a', 'st', 'nd', 'rd', 'th']);

/** "4:e", "1:a", "4th": a number with its ending. */
function ordinalDigits(fill: (value: number, end: number) => Partial<Slots>): Element {
  const read: Reader = (scan, at, emit) => {
    const value = integerAt(scan, at, 2);
    const ending = scan.tokens[at + 1];
    const isOrdinal = ending !== undefined && ending.gap <= 1 && ordinalEndings.has(ending.text);
    if (isOrdinal && value !== undefined && value >= 1 && value <= 31) emit(at + 2, fill(value, at + 2));
  };
  return element(read, [numberKey]);
}

const oldestYear = 1950;
const newestYear = 2149;

/** Four digits are a year, unless the words around make them an amount or a label: "2000 kronor", "bilaga 2019". */
const yearReader: Reader = (scan, at, emit) => {
  const value = scan.tokens[at]?.text.length === 4 ? integerAt(scan, at, 4) : undefined;
  if (value !== undefined && value >= oldestYear && value <= newestYear && !isAmount(scan, at))
    emit(at + 1, { year: value });
};

function isAmount({ tokens }: Scan, at: number): boolean {
  const next = tokens[at + 1];
  const last = tokens[at - 1];
  const isCounted = next !== undefined && next.gap < 2 && countedWords.has(next.text);
  return isCounted || (last !== undefined && labelWords.has(last.text));
}

/** "VT19": two digits written on to a word. */
const shortYearReader: Reader = (scan, at, emit) => {
  const value = scan.tokens[at]?.gap === 0 ? integerAt(scan, at, 2) : undefined;
  if (value !== undefined) emit(at + 1, { year: 2000 + value });
};

const numericReader: Reader = (scan, at, emit) => {
  const moment = numericMoment(scan.tokens[at]?.text ?? '');
  if (moment && !isAmount(scan, at)) emit(at + 1, { time: moment });
};

const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
const dayFirst = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})$/;
const dayAndMonth = /^(\d{1,2})\/(\d{1,2})$/;
const yearAndMonth = /^(\d{4})-(\d{2})$/;
const monthAndYear = /^(\d{1,2})\/(\d{4})$/;
const twoYears = /^(\d{4})\/(\d{4}|\d{2})$/;

/** Dates written in digits alone, the day before the month. */
function numericMoment(text: string): Moment | undefined {
  if (text.length < 3) return undefined;
  const [, year, sign = '', month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined && (sign !== '' || text.length === 8))
    return statedDate(Number(year), Number(month), Number(day));
  const [, day2, , month2, year2 = ''] = dayFirst.exec(text) ?? [];
  if (day2 !== undefined)
    return statedDate(Number(year2) + (year2.length === 2 ? 2000 : 0), Number(month2), Number(day2));
  const [, day3, month3] = dayAndMonth.exec(text) ?? [];
  if (day3 !== undefined) return openDate(Number(day3), Number(month3));
  return numericPeriod(text);
}

function isYear(year: number): boolean {
  return year >= oldestYear && year <= newestYear;
}

function statedDate(year: number, month: number, day: number): Moment | undefined {
  const found = isYear(year) ? dayIn(year, month, day) : undefined;
  return found === undefined ? undefined : fixed(singleDay(found));
}

function openDate(day: number, month: number): Moment | undefined {
  if (month > 12 && day <= 12) return openDate(month, day);
  const exists = month >= 1 && month <= 12 && dayIn(2020, month, day) !== undefined;
  return exists ? dateMoment(month, day) : undefined;
}

function numericPeriod(text: string): Moment | undefined {
  const [, year, month] = yearAndMonth.exec(text) ?? [];
  if (year !== undefined) return statedMonth(Number(year), Number(month));
  const [, month2, year2] = monthAndYear.exec(text) ?? [];
  if (year2 !== undefined) return statedMonth(Number(year2), Number(month2));
  const [, first, last = ''] = twoYears.exec(text) ?? [];
  return first === undefined ? undefined : schoolYear(Number(first), Number(last) % 100);
}

function statedMonth(year: number, month: number): Moment | undefined {
  return isYear(year) && month >= 1 && month <= 12 ? fixed(monthOf(year, month)) : undefined;
}

/** "2019/2020" */
function schoolYear(first: number, last: number): Moment | undefined {
  if (!isYear(first) || (first + 1) % 100 !== last) return undefined;
  return fixed(stretch(`${first}-01-01`, `${first + 1}-12-31`));
}

const colonTime = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const dottedTime = /^([01]?\d|2[0-3])\.([0-5]\d)$/;
const bareTime = /^([01]?\d|2[0-4])([0-5]\d)?$/;

function minutesOf(match: RegExpExecArray | null): number | undefined {
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2] ?? 0);
}

/** After "kl", nearly any number is a time. */
const clockReader: Reader = ({ tokens }, at, emit) => {
  const text = tokens[at]?.text ?? '';
  const clock = minutesOf(colonTime.exec(text) ?? dottedTime.exec(text) ?? bareTime.exec(text));
  if (clock !== undefined && clock < 24 * 60) emit(at + 1, { clock });
};

/** Without "kl": "13:00" is one, "12.30" only where a meeting might begin then. */
const clearClockReader: Reader = (scan, at, emit) => {
  const text = scan.tokens[at]?.text ?? '';
  const colon = minutesOf(colonTime.exec(text));
  const dotted = colon === undefined ? minutesOf(dottedTime.exec(text)) : undefined;
  const isPlausible = dotted !== undefined && dotted % 5 === 0 && dotted >= 6 * 60 && !isAmount(scan, at);
  if (colon !== undefined) emit(at + 1, { clock: colon });
  else if (isPlausible) emit(at + 1, { clock: dotted });
};

/** Only the first of two times of day is told. */
function withoutClock(read: Reader): Reader {
  return (scan, at, emit) => read(scan, at, (end) => emit(end));
}

/** A dash between two words is not among the words: three characters (" - "), or one, which may as well be a space. */
const dashReader: Reader = ({ tokens, grammar }, at, emit) => {
  const token = tokens[at];
  if (token?.text === '-') emit(at + 1);
  else if (token && (token.gap === 1 || token.gap === 3) && !grammar.shy.has(token.text)) emit(at);
};

const calmReader: Reader = (scan, at, emit) => {
  const token = scan.tokens[at];
  if (token === undefined || token.gap >= 2 || scan.grammar.calm.has(token.text)) emit(at);
  else yearReader(scan, at, () => emit(at));
};

const endReader: Reader = ({ tokens }, at, emit) => {
  if ((tokens[at]?.gap ?? 2) >= 2) emit(at);
};

const plainReader: Reader = ({ isPlain }, at, emit) => {
  if (isPlain) emit(at);
};

const timeReader: Reader = (scan, at, emit) => {
  for (const { end, moment } of timesAt(scan, at)) emit(end, { time: moment });
};

const time2Reader: Reader = (scan, at, emit) => {
  for (const { end, moment } of timesAt(scan, at)) emit(end, { time2: moment });
};

/** At the start of a part's own pattern a time has no parts yet, or the search would not end. */
const simpleTimeReader: Reader = (scan, at, emit) => {
  for (const { end, moment } of simpleAt(scan, at)) emit(end, { time: moment });
};

// === Grammar: the patterns of a language, made ready

interface Rule<Result> {
  readonly elements: readonly Element[];
  readonly make: Make<Result>;
}
/** Rules by the keys of the tokens that they may begin at. */
type Index<Result> = ReadonlyMap<string, readonly Rule<Result>[]>;

interface Grammar {
  readonly atoms: Index<Moment>;
  readonly parts: Index<Moment>;
  readonly spans: Index<readonly Piece[]>;
  readonly never: Index<readonly Piece[]>;
  readonly shy: ReadonlySet<string>;
  readonly calm: ReadonlySet<string>;
  readonly joiners: ReadonlySet<string>;
  readonly yearLinks: ReadonlySet<string>;
  /** Keys that some pattern begins at. */
  readonly starts: ReadonlySet<string>;
}

/** Stands in an index for a pattern that begins with a time. */
const timeKey = '{time}';

export const seasons = Season.options;

type SlotElements = Readonly<Record<string, Element>>;

function wordElements({ slots }: TimeWords): SlotElements {
  const weekday = (value: number): Partial<Slots> => ({ weekday: value });
  const season = (value: Season): Partial<Slots> => ({ season: value });
  return {
    month: lexical(numbered(slots.month), (month) => ({ month })),
    weekday: lexical(numbered(slots.weekday), weekday),
    weekdays: lexical(numbered(slots.weekdays), weekday),
    weekdayPast: lexical(numbered(slots.weekdayPast), weekday),
    season: lexical(named(seasons, slots.season), season),
    seasonName: lexical(named(seasons, slots.seasonName), season),
    seasonPlain: lexical(named(seasons, slots.seasonPlain), season),
    seasonPast: lexical(named(seasons, slots.seasonPast), season),
    unit: lexical(named(units, slots.unit), (unit) => ({ unit })),
    units: lexical(named(units, slots.units), (unit) => ({ unit, n: unit === 'day' ? 7 : 3 })),
    unitForm: either(
      lexical(named(units, slots.unit), (unit) => ({ unit })),
      lexical(named(units, slots.units), (unit) => ({ unit })),
    ),
    shift: lexical(numbered(slots.shift), (shift) => ({ shift })),
    relative: lexical(relativeRows(slots.relative), (fill) => fill),
    part: lexical(named(parts, slots.part), (part) => ({ part })),
    feast: lexical(named(feasts, slots.feast), (feast) => ({ feast })),
    noon: lexical(numbered(slots.noon), (noon) => ({ noon })),
  };
}

function relativeRows(relative: TimeWords['slots']['relative']): [{ unit: Unit; shift: number }, string][] {
  return units.flatMap((unit) =>
    numbered(relative[unit]).map(([shift, words]): [{ unit: Unit; shift: number }, string] => [{ unit, shift }, words]),
  );
}

function numberElements({ slots }: TimeWords): SlotElements {
  const ordinals = numbered(slots.ordinal);
  const days = ordinals.filter(([day]) => day > 0);
  const hours = numbered(slots.count).filter(([hour]) => hour <= 12);
  const year = element(yearReader, [numberKey]);
  const clock = either(
    element(clockReader, [numberKey]),
    lexical(hours, (hour) => ({ clock: hour * 60 })),
  );
  return {
    n: either(
      lexical(numbered(slots.count), (n) => ({ n })),
      numeric(3, 1, 999, (n) => ({ n })),
    ),
    day: either(
      lexical(days, (day) => ({ day })),
      either(
        numeric(2, 1, 31, (day, dayEnd) => ({ day, dayEnd })),
        ordinalDigits((day, dayEnd) => ({ day, dayEnd })),
      ),
    ),
    day2: either(
      lexical(days, (day2) => ({ day2 })),
      either(
        numeric(2, 1, 31, (day2) => ({ day2 })),
        ordinalDigits((day2) => ({ day2 })),
      ),
    ),
    nth: ordinalDigits((day) => ({ day })),
    ordinal: either(
      lexical(ordinals, (ordinal) => ({ ordinal })),
      ordinalDigits((ordinal) => ({ ordinal })),
    ),
    week: numeric(2, 1, 53, (week, weekEnd) => ({ week, weekEnd })),
    week2: numeric(2, 1, 53, (week2) => ({ week2 })),
    quarter: numeric(1, 1, 4, (ordinal) => ({ ordinal })),
    half: numeric(1, 1, 2, (ordinal) => ({ ordinal })),
    hour: either(
      lexical(hours, (hour) => ({ hour })),
      numeric(2, 1, 12, (hour) => ({ hour })),
    ),
    year,
    yy: element(shortYearReader, [numberKey]),
    numeric: element(numericReader, [numberKey]),
    clock,
    clock2: { ...clock, read: withoutClock(clock.read) },
    clearClock: element(clearClockReader, [numberKey]),
  };
}

const guards: SlotElements = {
  calm: element(calmReader, []),
  end: element(endReader, []),
  plain: element(plainReader, []),
};

const timeElements: SlotElements = {
  time: element(timeReader, [timeKey]),
  time2: element(time2Reader, [timeKey]),
};
/** A part's own pattern may not begin with a time that has parts: its search would not end. */
const partElements: SlotElements = { ...timeElements, firstTime: element(simpleTimeReader, [timeKey]) };
const spanElements: SlotElements = { ...timeElements, firstTime: element(timeReader, [timeKey]) };

function elementOf(source: string, slots: SlotElements): Element {
  const isOptional = source.endsWith('?');
  const text = isOptional ? source.slice(0, -1) : source;
  if (text === '-') return { ...element(dashReader, ['-']), isOptional };
  const slot = text.startsWith('{') ? slots[text.slice(1, -1)] : literal(text);
  if (!slot) throw new Error(`A time pattern has the slot ${text}; there are ${Object.keys(slots).join(', ')}.`);
  return { ...slot, isOptional };
}

function literal(alternatives: string): Element {
  return lexical([[undefined, alternatives.replaceAll('|', ' ')]], () => ({}));
}

function indexOf<Meaning extends string, Result>(
  patterns: Readonly<Record<Meaning, readonly string[]>>,
  meanings: Readonly<Record<Meaning, Make<Result>>>,
  slots: SlotElements,
): Index<Result> {
  const index = new Map<string, Rule<Result>[]>();
  for (const meaning in patterns)
    for (const pattern of patterns[meaning])
      addRule(index, { elements: elementsOf(pattern, slots), make: meanings[meaning] });
  return index;
}

function elementsOf(pattern: string, slots: SlotElements): Element[] {
  return pattern
    .split(' ')
    .map((source, at) => elementOf(at === 0 && source === '{time}' ? '{firstTime}' : source, slots));
}

function addRule<Result>(index: Map<string, Rule<Result>[]>, rule: Rule<Result>): void {
  const required = rule.elements.findIndex(({ isOptional }) => !isOptional);
  const keys = new Set(rule.elements.slice(0, required + 1).flatMap(({ starts }) => [...starts]));
  for (const key of keys) addTo(index, key, rule);
}

export function grammarOf(table: TimeWords): Grammar {
  const slots = { ...wordElements(table), ...numberElements(table), ...guards };
  const atoms = indexOf(table.atoms, atomMeanings, slots);
  const partRules = indexOf(table.parts, partMeanings, { ...slots, ...partElements });
  const spans = indexOf(table.spans, spanMeanings, { ...slots, ...spanElements });
  const neverRules = indexOf({ never: table.never }, { never: () => [] }, slots);
  return {
    atoms,
    parts: partRules,
    spans,
    never: neverRules,
    shy: spelt(table.shy),
    calm: spelt(table.calm),
    joiners: spelt(table.joiners),
    yearLinks: spelt(table.yearLinks),
    starts: new Set([atoms, partRules, spans, neverRules].flatMap((index) => [...index.keys()])),
  };
}

// === Search: what stands at a token

/** Every way in which a rule fits at a token. */
function apply<Result>(rule: Rule<Result>, scan: Scan, at: number, emit: (end: number, result: Result) => void): void {
  const { elements, make } = rule;
  const walk = (index: number, position: number, slots: Slots): void => {
    const next = elements[index];
    if (!next) {
      const result = make(slots, scan.present);
      if (result !== undefined) emit(position, result);
      return;
    }
    if (next.isOptional) walk(index + 1, position, slots);
    next.read(scan, position, (end, fill) => walk(index + 1, end, fill ? { ...slots, ...fill } : slots));
  };
  walk(0, at, emptySlots);
}

function rulesAt<Result>(index: Index<Result>, { tokens }: Scan, at: number): readonly Rule<Result>[] {
  return index.get(tokens[at]?.key ?? '') ?? [];
}

/** "Slutet av första kvartalet nästa år" is three deep; the limit keeps a nonsense message from filling the stack. */
const deepest = 12;

function remembered(
  scan: Scan,
  memory: (Found[] | undefined)[],
  at: number,
  search: (found: Found[]) => void,
): readonly Found[] {
  const known = memory[at];
  if (known || scan.depth >= deepest) return known ?? [];
  const found: Found[] = [];
  memory[at] = found;
  scan.depth++;
  search(found);
  scan.depth--;
  return found;
}

/** Times without parts, each also with the year that follows it. */
function simpleAt(scan: Scan, at: number): readonly Found[] {
  return remembered(scan, scan.simple, at, (found) => {
    for (const rule of rulesAt(scan.grammar.atoms, scan, at))
      apply(rule, scan, at, (end, moment) => void found.push({ end, moment }));
    found.push(...found.flatMap((open) => withYear(scan, open)));
  });
}

function withYear(scan: Scan, { end, moment }: Found): Found[] {
  if (isBound(moment) || end >= scan.tokens.length) return [];
  const isLinked = scan.grammar.yearLinks.has(scan.tokens[end]?.text ?? '');
  const years = [...simpleAt(scan, end), ...(isLinked ? simpleAt(scan, end + 1) : [])];
  return years.flatMap((year) => {
    const dated = inYear(moment, year.moment);
    return dated ? [{ end: year.end, moment: dated }] : [];
  });
}

/** Times with and without parts. */
function timesAt(scan: Scan, at: number): readonly Found[] {
  return remembered(scan, scan.times, at, (found) => {
    found.push(...simpleAt(scan, at));
    const timeFirst = found.length > 0 ? (scan.grammar.parts.get(timeKey) ?? []) : [];
    for (const rule of [...rulesAt(scan.grammar.parts, scan, at), ...timeFirst])
      apply(rule, scan, at, (end, moment) => void found.push({ end, moment }));
  });
}

export function longest<Item extends { readonly end: number }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && best.end >= item.end ? best : item), undefined);
}

export interface Match {
  readonly end: number;
  readonly pieces: readonly Piece[];
}

/** The longest expression at a token; of equal ones, what is no time before what is, and a span before its time. */
export function bestAt(scan: Scan, at: number): Match | undefined {
  if (!scan.grammar.starts.has(scan.tokens[at]?.key ?? '')) return undefined;
  const matches: Match[] = [];
  const collect = (end: number, pieces: readonly Piece[]): void => void matches.push({ end, pieces });
  for (const rule of rulesAt(scan.grammar.never, scan, at)) apply(rule, scan, at, collect);
  for (const rule of rulesAt(scan.grammar.spans, scan, at)) apply(rule, scan, at, collect);
  matches.push(...timesFirst(scan, at));
  return longest(matches.filter(({ end }) => end > at + 1 || !isShy(scan, at)));
}

/** What begins with a time: ranges, lists, the time alone. */
function timesFirst(scan: Scan, at: number): Match[] {
  const times = timesAt(scan, at);
  if (times.length === 0) return [];
  const matches: Match[] = [];
  for (const rule of scan.grammar.spans.get(timeKey) ?? [])
    apply(rule, scan, at, (end, pieces) => void matches.push({ end, pieces }));
  const list = listAt(scan, at);
  const alone = times.map(({ end, moment }) => ({ end, pieces: settledPiece(moment, scan.present) ?? [] }));
  const impossible = alone.filter(({ pieces }) => pieces.length === 0);
  const possible = alone.filter(({ pieces }) => pieces.length > 0);
  // "31 april" is no time; without it the words would be read as "april".
  return [...possible, ...matches, ...(list ? [list] : []), ...impossible];
}

/** Words that are no times more often than not, unless nothing else is said: "and May?" */
function isShy({ tokens, grammar }: Scan, at: number): boolean {
  const isAlone = tokens.every(({ text }, index) => index === at || joining.has(text));
  return grammar.shy.has(tokens[at]?.text ?? '') && !isAlone;
}

const joining = new Set(['och', 'o', 'men', 'sen', 'då', 'i', 'and', 'what', 'how', 'about', 'then', 'in']);

// === Lists: "april och maj", "torsdag eller fredag"

interface Member extends Found {
  readonly start: number;
}

function listAt(scan: Scan, at: number): Match | undefined {
  const members = membersAt(scan, at);
  const last = members.at(-1);
  return last && members.length > 1 ? { end: last.end, pieces: listPieces(members, scan.present) } : undefined;
}

function membersAt(scan: Scan, at: number): Member[] {
  const first = longest(timesAt(scan, at));
  if (!first || (first.end === at + 1 && isShy(scan, at))) return [];
  const members: Member[] = [{ ...first, start: at }];
  for (let next = nextMember(scan, first); next; next = nextMember(scan, next)) members.push(next);
  return members;
}

/** The next time of the same kind, after "och" or a comma. */
function nextMember(scan: Scan, { end, moment }: Found): Member | undefined {
  const start = memberStart(scan, end);
  if (start === undefined) return undefined;
  const next = longest(timesAt(scan, start).filter((found) => found.moment.grain === moment.grain));
  return next && { ...next, start };
}

function memberStart({ tokens, grammar }: Scan, end: number): number | undefined {
  const token = tokens[end];
  if (!token) return undefined;
  if (grammar.joiners.has(token.text)) return end + 1;
  return token.gap === 2 ? end : undefined;
}

function listPieces(members: readonly Member[], present: Present): Piece[] {
  const pieces: Piece[] = [];
  let last: { start: number; moment: Moment } | undefined;
  for (const member of withSharedYear(members)) {
    const joined = last && adjacent(last.moment, member.moment, present);
    const found = joined ?? settledPeriod(member.moment, present);
    if (!found) continue;
    if (joined) pieces.pop();
    const start = joined && last ? last.start : member.start;
    pieces.push({ ...periodPiece(found, isBound(member.moment)), start, end: member.end });
    last = { start, moment: joined ? momentOf(joined) : member.moment };
  }
  return pieces;
}

/** "Mars och oktober 2019": the year that one states is the others' too. */
function withSharedYear(members: readonly Member[]): Member[] {
  const year = members.find(({ moment }) => moment.year !== undefined)?.moment.year;
  return members.map((member) =>
    year === undefined || isBound(member.moment) ? member : { ...member, moment: { ...member.moment, year } },
  );
}

function momentOf({ from, to, name }: Period): Moment {
  return from === null || to === null ? noMoment : fixed(stretch(from, to, name));
}
