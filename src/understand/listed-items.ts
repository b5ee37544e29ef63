// "Vad kostar den första?", "och den tredje?", "berätta om nummer 2": one of those that the bot has just listed.
import type { MeetingId } from '../plan/ids.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Plan } from '../plan/plan.ts';
import {
  type ActivityQuery,
  type AnswerableQuery,
  type Context,
  everyMeeting,
  type Listed,
  type MeetingsQuery,
  noFocus,
  type Query,
} from '../query.ts';
import { meetingsOf } from './ask-neighbours.ts';
import { ordinalOf, ordinalWords } from './ordinals.ts';
import { entities, type Reading } from './reading.ts';

/** A message that points at one of those that were listed: the question about that one, or how to read it. */
export type Pointed =
  | { readonly kind: 'bare'; readonly query: AnswerableQuery; readonly language: Reading['language'] }
  | { readonly kind: 'question'; readonly message: string; readonly context: Context };

/** Besides the ordinals themselves. */
const firstOf = 'forsta|1:a|tidigare|earlier';
const secondOf = '2:a|other';
const others = 'fjarde|sjatte|attonde|\\d:e';
const last = 'sista|last|senare|later';
const lastButOne = 'näst sista|nast sista|second to last|last but one';
const alone = (words: string): RegExp => new RegExp(`^(?:${words})$`, 'i');
const isLast = alone(last);
const isLastButOne = alone(lastButOne);
const isFirst = alone(firstOf);
const isSecond = alone(secondOf);

const nouns =
  'aktiviteten|insatsen|punkten|raden|mötet|motet|träffen|traffen|sammanträdet|one|item|activity|meeting|av (?:dem|dom|dessa|de)|of (?:them|those|these)|(?:i|på) listan|(?:in|on) the list';
const pointing = new RegExp(
  `(?<!\\p{L})(?:(?:den|det|the)\\s+(?:allra\\s+|very\\s+)?(?<ordinal>${[lastButOne, ...ordinalWords, firstOf, secondOf, others, last].join('|')})|(?:nr|nummer|punkt|number|no|item)\\.?\\s*(?<number>\\d{1,2}))(?![\\p{L}\\d:])(?:\\s+(?:${nouns})(?!\\p{L}))*`,
  'iu',
);
/** "Den andra kommunen", "det första halvåret": what is pointed at is said, and is none of those. */
const otherNoun = /^\s+(?!(?:igen|även|aven|sen|sedan|again)(?!\p{L}))\p{L}+(?:en|et|an|arna|erna|orna)(?!\p{L})/iu;
/** What may stand around it where nothing else is asked. */
const besides =
  /^(?:och|o|men|sen|sedan|då|da|and|what about|how about|then|berätta|om|mer|visa|ta|tell me|about|more|,|\?|!|\.|\s)*$/i;

/** Nothing of it in particular. */
const wantsAll = /(?<!\p{L})(?:berätta|beratta|mer|visa|tell|more|about|show)(?!\p{L})/iu;

/** What a message points at; undefined where it does not, or where there are not so many. */
export function pointedItem(reading: Reading, context: Context, plan: Plan): Pointed | undefined {
  const found = pointing.exec(reading.message);
  if (!found || namesOther(reading)) return undefined;
  const isOneOfList = context.last?.kind === 'meetings' && context.last.ids.length === 1 && context.listed !== null;
  const listed = isOneOfList ? context.listed : (ofPeriod(context, plan) ?? context.listed);
  if (!listed) return undefined;
  const after = reading.message.slice(found.index + found[0].length);
  const at = indexOf(found.groups ?? {}, listed.ids.length);
  if (otherNoun.test(after) || at === undefined) return undefined;
  const asked = wantsAll.test(reading.message) ? null : context.last;
  const about = queryOf(listed, at, asked, plan);
  if (!about) return undefined;
  const before = reading.message.slice(0, found.index);
  if (besides.test(before) && besides.test(after)) return { kind: 'bare', query: about, language: reading.language };
  const it = reading.language === 'en' ? 'it' : 'den';
  return { kind: 'question', message: `${before}${it}${after}`, context: { ...contextOf(about), listed: null } };
}

/** In order: those of the period; from the next one on; or those of the group's year, after one of them. */
function withShown(last: MeetingsQuery, shown: MeetingId, plan: Plan): MeetingId[] {
  const all = { ...last, ids: [], from: null };
  const of = (query: MeetingsQuery): MeetingId[] =>
    meetingsOf(query, plan)
      .toSorted((one, other) => one.from.localeCompare(other.from))
      .map(({ id }) => id);
  if (last.period !== null && last.ids.length === 0) return last.which === 'all' ? [] : of(all);
  const ids = last.groups.length === 1 ? of({ ...all, period: null, place: null }) : [];
  if (last.which === 'next') return ids.slice(Math.max(ids.indexOf(shown), 0));
  return last.ids.length === 1 || last.which === 'first' ? ids : [];
}

/** "Kommitténs första möte i november?", "och det andra?": those of the period, of which one was shown. */
function ofPeriod({ last, focus }: Context, plan: Plan): Listed | null {
  const [shown, another] = focus.meetings;
  if (last?.kind !== 'meetings' || shown === undefined || another !== undefined) return null;
  const ids = withShown(last, shown, plan);
  return ids.length > 1 ? { kind: 'meetings', ids } : null;
}

function namesOther(reading: Reading): boolean {
  const named = ['group', 'conference', 'activity', 'person', 'municipality', 'budget-line', 'section'] as const;
  return reading.times.length > 0 || named.some((kind) => entities(reading, kind).length > 0);
}

function indexOf({ ordinal = '', number }: Record<string, string | undefined>, count: number): number | undefined {
  const at = number !== undefined ? Number(number) - 1 : placeOf(ordinal, count);
  return at >= 0 && at < count ? at : undefined;
}

function placeOf(ordinal: string, count: number): number {
  if (isLast.test(ordinal)) return count - 1;
  if (isLastButOne.test(ordinal)) return count - 2;
  if (isFirst.test(ordinal)) return 0;
  if (isSecond.test(ordinal)) return 1;
  const dotted = { fjarde: 'fjärde', sjatte: 'sjätte', attonde: 'åttonde' }[ordinal.toLowerCase()] ?? ordinal;
  return (ordinalOf(dotted) ?? Number.parseInt(ordinal, 10)) - 1;
}

/** The question about one of those listed: the last one's again, where that was about one of them too. */
function queryOf(listed: Listed, at: number, asked: Query | null, plan: Plan): AnswerableQuery | undefined {
  if (listed.kind === 'meetings') {
    const id = listed.ids[at];
    if (id === undefined) return undefined;
    const record = plan.meeting(id);
    const days = daysOf(record);
    const name = { by: days?.from === days?.to ? ('day' as const) : ('dates' as const) };
    const period = days && { from: days.from, to: days.to, name };
    const aspect = asked?.kind === 'meetings' && asked.ids.length > 0 ? asked.aspect : 'when';
    return { ...everyMeeting, groups: 'group' in record ? [record.group] : [], ids: [id], period, aspect };
  }
  const id = listed.ids[at];
  const aspect: ActivityQuery['aspect'] = asked?.kind === 'activity' ? asked.aspect : 'about';
  return id && { kind: 'activity', activities: [id], aspect, parties: [] };
}

function contextOf(query: AnswerableQuery): Omit<Context, 'listed'> {
  const meetings = query.kind === 'meetings' ? query.ids : [];
  const activities = query.kind === 'activity' ? query.activities : [];
  return { last: query, focus: { ...noFocus, meetings, activities }, pending: null };
}
