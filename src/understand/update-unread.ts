// What of a sentence its draft does not account for: an order is only as good as the words that nothing was made of.
import type { Draft } from '../draft.ts';
import { addDays, weekdayOf } from '../plan/days.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Plan } from '../plan/plan.ts';
import { nearWeekday, takeShift } from './meeting-details.ts';
import { hoursSpans } from './meeting-hours.ts';
import { mentionsAt, type Reading, read } from './reading.ts';
import { type Clip, clipOf } from './sentence.ts';
import { textMatches } from './text-match.ts';
import type { TimeMention } from './time-mention.ts';
import { findTimes } from './times.ts';
import { isOrderWord, isReadWord } from './update-lexicon.ts';
import { costSpan } from './update-schedules.ts';
import { readPart, type Talk } from './update-subjects.ts';
import { count } from './update-words.ts';
import { type Word, words } from './words.ts';

/** The words that the draft does not come from, as they are written; null where all were read. */
export function unreadIn(clip: Clip, draft: Draft, talk: Talk): string | null {
  if (draft.kind === 'add-synonym') return draft.word !== null && isFunctionWord(draft.word, talk) ? draft.word : null;
  if (isVerbatim(draft)) return null;
  const written = words(clip.text);
  const known = factsOf(draft, talk.plan);
  const understood = new Set<number>();
  const add = (from: number, to: number): void => {
    written.forEach(({ start, end }, index) => {
      if (start < to && end > from) understood.add(index);
    });
  };
  for (const text of known.texts) {
    const at = clip.flat.indexOf(clipOf(text).flat);
    if (at >= 0) add(at, at + text.length);
  }
  for (const [from, to] of spansOf(clip, draft)) add(from, to);
  for (const time of timesIn(clip, written, talk)) {
    if (isAccounted(time, known)) for (let index = time.first; index < time.end; index++) understood.add(index);
  }
  for (const index of namesRead(clip, draft, known, talk)) understood.add(index);
  const left = written.flatMap((word, index) =>
    understood.has(index) || isReadWord(word.folded, draft) || isNumberOf(word, known) ? [] : [index],
  );
  return left.length === 0 ? null : quoted(clip, written, left, understood);
}

/** Drafts whose pattern reads the whole sentence. */
function isVerbatim({ kind }: Draft): boolean {
  return (
    kind === 'post-status' ||
    kind === 'undo' ||
    kind === 'publish-plan' ||
    kind === 'appoint-secretary' ||
    kind === 'dismiss-secretary'
  );
}

interface Facts {
  readonly ids: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly texts: readonly string[];
}

/** Everything that the draft holds, whatever it holds it as. */
function factsOf(draft: Draft, plan: Plan): Facts {
  const ids = new Set<string>();
  const days = new Set<string>();
  const numbers = new Set<number>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'number') numbers.add(value);
    if (typeof value === 'string') {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) days.add(value);
      else if (key !== 'kind' && key !== 'wording') ids.add(value);
    }
    if (typeof value === 'object' && value !== null) {
      for (const [inner, part] of Object.entries(value)) collect(part, Array.isArray(value) ? key : inner);
    }
  };
  collect(draft, '');
  if ('minutes' in draft && draft.minutes !== undefined)
    for (const size of [1, 60]) numbers.add(Math.abs(draft.minutes / size));
  // "Från 1 maj" is the day after the last.
  if (draft.kind === 'end-role' && draft.until !== null) days.add(addDays(draft.until, 1));
  for (const id of beside(draft, plan)) ids.add(id);
  for (const record of [...plan.meetings, ...plan.occasions]) {
    if (!ids.has(record.id)) continue;
    ids.add('group' in record ? record.group : record.conference);
    const held = daysOf(record);
    if (held) days.add(held.from).add(held.to);
  }
  return { ids, days, numbers, texts: textsOf(draft) };
}

/** Records that a sentence may name though the draft no longer holds them: those whose place is taken. */
function beside(draft: Draft, plan: Plan): string[] {
  switch (draft.kind) {
    case 'edit-activity':
      return draft.activities.flatMap((id) =>
        plan.activity(id).responsible.map((party) => ('id' in party ? party.id : '')),
      );
    case 'set-role':
      return plan.roles.filter(({ group }) => draft.groups.includes(group)).map(({ person }) => person);
    case 'swap-hosts':
      return plan.hostings.filter(({ year }) => draft.years.includes(year)).flatMap(({ hosts }) => [...hosts]);
    default:
      return [];
  }
}

function textsOf(draft: Draft): string[] {
  const texts: (string | null)[] = [];
  if ('place' in draft) texts.push(placeRead(draft.place?.name ?? ''), draft.title);
  if ('taken' in draft) texts.push(draft.taken?.name ?? null);
  if ('name' in draft && !joined.test(draft.name ?? '')) texts.push(draft.name);
  return texts.flatMap((text) => (text ? [text] : []));
}

/** Two names are no name. */
const joined = /\s(?:och|and|till|to|som|as)\s|[,;:]/i;
const roomAhead = /^\s*(?:sal|rum|rummet|lokal|plan|våning|entré|hus|room|floor|hall|\p{Lu}|\d)/u;

/** A place as far as its parts are a room, a street, a town: "Scandic i Salem, sal 3, ta med fika". */
function placeRead(name: string): string {
  const [first = '', ...rest] = name.split(',');
  const end = rest.findIndex((part) => !roomAhead.test(part));
  return [first, ...(end < 0 ? rest : rest.slice(0, end))].join(',');
}

const talkWord = /^(?:ja|jo|jepp|yes|no|nej|nix|ok|okej|tack|hej|hjälp|help|avbryt|cancel|ångra|undo|allt|alla|all)$/;

/** Words that messages are read by cannot name a record. */
function isFunctionWord(word: string, { vocabulary, now }: Talk): boolean {
  const reading = read(word, vocabulary, now);
  if (reading.tokens.length === 0) return true;
  return reading.tokens.every(({ word: index, text, corrected }, token) => {
    const isTime = reading.times.some(({ first, end, partOfWord }) => !partOfWord && index >= first && index < end);
    const meanings = corrected ? [] : mentionsAt(reading.mentions, token).map(({ meaning }) => meaning.kind);
    const isCue = meanings.length > 0 && !meanings.includes('entity');
    return (
      isTime ||
      isCue ||
      !/\p{L}/u.test(text) ||
      talkWord.test(reading.words[index]?.text ?? '') ||
      isOrderWord(reading.words[index]?.folded ?? '')
    );
  });
}

// === Times and numbers

const until = /(?<!\p{L})(?:till|to|från|fran|from)(?!\p{L})/giu;

/** The times, and those that stand on either side of a "till", which may be two and not one range. */
function timesIn({ text }: Clip, written: readonly Word[], { now }: Talk): TimeMention[] {
  const apart = words(text.replaceAll(until, (word) => 'x'.repeat(word.length)));
  const found = findTimes(written, now);
  return apart.length === written.length ? [...found, ...findTimes(apart, now)] : [...found];
}

/** A period is accounted for where its days are the draft's, whatever the year; a longer one where it holds one. */
function isAccounted({ meaning }: TimeMention, { days, numbers, ids }: Facts): boolean {
  const all = [...days];
  switch (meaning.kind) {
    case 'clock':
      return ids.has(meaning.time);
    case 'weekday':
      return all.some((day) => weekdayOf(day) === meaning.weekday);
    case 'period': {
      const { from, to, name } = meaning.period;
      if (!from || !to) return all.some((day) => day === from || day === to);
      if (name.by === 'year') return numbers.has(name.year) || all.some((day) => day.startsWith(String(name.year)));
      const isOwn = (day: string): boolean => all.some((own) => own.slice(5) === day.slice(5));
      return (
        (isOwn(from) && isOwn(to)) ||
        (from !== to && all.some((day) => isWithin(day, from, to))) ||
        isMonths(meaning.period, numbers)
      );
    }
  }
}

const isWithin = (day: string, from: string, to: string): boolean =>
  (day >= from && day <= to) || (day.slice(5) >= from.slice(5) && day.slice(5) <= to.slice(5));

/** Months and seasons of a schedule, which holds them by their numbers. */
function isMonths(
  { from, name }: { from: string | null; name: { by: string } },
  numbers: ReadonlySet<number>,
): boolean {
  if (name.by === 'season') return from !== null && numbers.has(Number(from.slice(0, 4)));
  return from !== null && numbers.has(Number(from.slice(5, 7))) && numbers.has(Number(from.slice(0, 4)));
}

/** A number by itself: a day of the month, an hour, a count, a year. */
function isNumberOf({ folded }: Word, { days, numbers, ids }: Facts): boolean {
  const plain = /^(\d{1,4})(?::?[ea]|st|nd|rd|th)?$/.exec(folded)?.[1];
  const number = plain === undefined ? count(folded) : Number(plain);
  if (Number.isNaN(number)) return false;
  if (
    numbers.has(number) ||
    numbers.has(-number) ||
    numbers.has(number * 5) ||
    numbers.has(number * 7) ||
    numbers.has(-number * 7)
  )
    return true;
  if ([...days].some((day) => Number(day.slice(8)) === number || Number(day.slice(0, 4)) === number)) return true;
  return [...ids].some((id) => /^\d\d:00$/.test(id) && Number(id.slice(0, 2)) % 12 === number % 12 && number < 24);
}

/** "… istället för Nynäshamn" tells what was. */
const insteadOf = /(?:istallet|i stallet|instead) (?:for|of) \S+(?: \S+){0,3}$/u;

function spansOf(clip: Clip, draft: Draft): [number, number][] {
  const old = insteadOf.exec(clip.flat);
  const before: [number, number][] = old ? [[old.index, clip.flat.length]] : [];
  return [...before, ...valueSpans(clip, draft)];
}

function valueSpans(clip: Clip, draft: Draft): [number, number][] {
  switch (draft.kind) {
    case 'edit-meeting':
    case 'add-meeting': {
      const { start, end } = draft;
      const hours = start === null && end === null ? [] : hoursSpans(clip, start, end);
      const weekday = draft.days === null ? null : nearWeekday.exec(clip.flat);
      if (weekday) hours.push([weekday.index, weekday.index + weekday[0].length]);
      const isMoved = draft.kind === 'edit-meeting' && draft.shift !== null;
      return isMoved ? [...hours, ...gaps(clip, takeShift(clip).rest)] : hours;
    }
    case 'edit-activity': {
      const span = typeof draft.cost === 'number' ? costSpan(clip, draft.cost) : null;
      return span ? [span] : [];
    }
    default:
      return [];
  }
}

/** Where a part was taken out. */
function gaps({ flat }: Clip, rest: Clip): [number, number][] {
  const changed = [...flat].flatMap((letter, index) => (letter === rest.flat[index] ? [] : [index]));
  const [first] = changed;
  const last = changed.at(-1);
  return first === undefined || last === undefined ? [] : [[first, last + 1]];
}

// === Names

/** The words that name what the draft holds. */
function namesRead(clip: Clip, draft: Draft, known: Facts, talk: Talk): Set<number> {
  const reading = readPart(clip, talk);
  const named = new Set<number>();
  if (reading.words.length !== words(clip.text).length) return namesByWord(clip, draft, known, talk);
  for (const [token, { word }] of reading.tokens.entries()) {
    if (isNamed(reading, token, draft, known)) named.add(word);
  }
  for (const word of activityWords(reading, draft, talk)) named.add(word);
  return named;
}

/** As the above, where reading the part left words out. */
function namesByWord(clip: Clip, draft: Draft, known: Facts, talk: Talk): Set<number> {
  const bare = { text: clip.text.replaceAll(/(?<!\p{L})(?:från|fran|from)(?!\p{L})/giu, 'och'), flat: clip.flat };
  const reading = readPart(bare, talk);
  if (reading.words.length !== words(clip.text).length) return new Set();
  return namesRead(bare, draft, known, talk);
}

function isNamed(reading: Reading, token: number, draft: Draft, { ids }: Facts): boolean {
  const meanings = mentionsAt(reading.mentions, token).map(({ meaning }) => meaning);
  if (meanings.some((meaning) => meaning.kind === 'ignorable')) return !isNegation(reading.tokens[token]?.text ?? '');
  return meanings.some((meaning) => {
    if (meaning.kind === 'cue') return isMeetingWord(meaning.cue, draft);
    if (meaning.kind !== 'entity') return false;
    const { entity } = meaning;
    if (entity.kind === 'region') return true;
    return 'id' in entity ? ids.has(entity.id) : ids.has(entity.name);
  });
}

const negation = /^(?:inte|ej|icke|aldrig|not|never|don't|ingen|inget|inga|no)$/;
const isNegation = (word: string): boolean => negation.test(word);

function isMeetingWord(cue: string, { kind }: Draft): boolean {
  const isOfMeeting = kind.endsWith('-meeting');
  if (cue === 'meeting' || cue === 'planningConference' || cue === 'conference') return true;
  return isOfMeeting && (cue === 'next' || cue === 'first' || cue === 'final' || cue === 'usual');
}

/** The words of an activity's name, and of its text where no name is said. */
function activityWords(reading: Reading, draft: Draft, { vocabulary, plan }: Talk): number[] {
  if (draft.kind !== 'edit-activity') return [];
  const names = draft.activities.map((id) => plan.activity(id).title.sv);
  const conference = plan.conferences.filter(({ name }) => names.includes(name.sv)).map(({ id }) => id as string);
  const matches = textMatches(reading, vocabulary, 'activity', draft.activities).filter(({ id }) =>
    draft.activities.includes(id),
  );
  const tokens = new Set(matches.flatMap((match) => [...match.tokens.keys()]));
  return reading.tokens.flatMap(({ word }, token) => {
    const isConference = mentionsAt(reading.mentions, token).some(
      ({ meaning }) =>
        meaning.kind === 'entity' &&
        ((meaning.entity.kind === 'conference' && conference.includes(meaning.entity.id)) ||
          meaning.entity.kind === 'area'),
    );
    return tokens.has(token) || isConference ? [word] : [];
  });
}

// === Telling

/** The unread words, from the first to the last of each row of them, with what stands between. */
function quoted({ text }: Clip, written: readonly Word[], left: readonly number[], read: ReadonlySet<number>): string {
  const rows: [number, number][] = [];
  for (const index of left) {
    const row = rows.at(-1);
    const isNear = row !== undefined && !range(row[1] + 1, index).some((between) => read.has(between));
    if (row && isNear) row[1] = index;
    else rows.push([index, index]);
  }
  return rows.map(([from, to]) => text.slice(written[from]?.start, written[to]?.end)).join(' … ');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
