// Questions about what became of meetings: "är mötet 9 maj inställt?", "vilka möten har flyttats?", "blir rådet av?"
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { type ConferenceQuery, everyMeeting, type FateQuestion, type MeetingsQuery, type Query } from '../query.ts';
import { entities, hasCue, read } from './reading.ts';
import { type Clip, nothing, partsOf, sentencePattern } from './sentence.ts';
import { findTimes } from './times.ts';
import type { Talk } from './update-subjects.ts';
import { words } from './words.ts';

const cancelled =
  'installd[ae]?|installt|stallts in|stallt in|avbokade?|avbokat|avbokats|avblast|avblasts|avlyst|avlysts|cancell?ed|called off';
const moved =
  'flyttade?|flyttat|flyttats|ombokade?|ombokat|ombokats|bokats om|framflyttade?|framflyttat|senarelagda?|senarelagts?|tidigarelagda?|tidigarelagts?|skjutits (?:upp|fram)|moved|rescheduled|postponed|brought forward';
const fate = `(?:(?<cancelled>${cancelled})|(?<moved>${moved}))`;
const be = '(?:ar|har|blev|blir|is|are|was|were|has|have|had|did|got|stammer det att|is it true that|visst (?:ar|har))';
const between =
  '(?:(?:redan|fortfarande|verkligen|nu|ocksa|alltsa|nyligen|already|still|really|also|now|recently|har|ar|blivit|som|that|which|been|be|get|got|getting|being|has|have|is|are|was|were)\\s+)*';
const target = '(?:\\s+(?:(?:fran|from)\\s.+?\\s)?(?:till|to)\\s+(?<to>.+))?';
const rest =
  '(?:\\s+(?<rest>(?:i|in|on|den|under|pa|for|vecka|during|nasta|next|mellan|between|efter|fore|after|before|\\d)(?![\\p{L}]).*?))?';
const noun =
  '(?:mot(?:e|en|ena|et)|\\p{L}+mot(?:e|en|ena)|traff(?:ar|en)?|sammantrade(?:n|na)?|konferenser|(?:\\p{L}+ )?meetings?|conferences?)';

const forms: readonly (readonly [FateQuestion['asks'], RegExp])[] = [
  ['whether', sentencePattern(`${be}\\s+(?<subject>.+?)\\s+${between}${fate}${rest}${target}`)],
  [
    'whether',
    sentencePattern(
      `(?:finns(?: det)?|har vi|are there|do we have|is there)\\s+(?<any>nagra|nagot|nat|any|en|ett|a|an)?\\s*${fate}\\s+(?<noun>${noun})${rest}`,
    ),
  ],
  [
    'which',
    sentencePattern(
      `(?:visa|lista|show|list|se|ge mig|give me)?\\s*(?:mig |me )?(?:alla |all |vilka |which |the |de )*${fate}\\s+(?<noun>${noun})(?:\\s+(?:finns|har vi|are there|do we have)(?: det)?)?${rest}`,
    ),
  ],
  [
    'count',
    sentencePattern(
      `(?:hur manga|how many)\\s+(?:(?<noun>${fate.replaceAll('<cancelled>', '<cancelled2>').replaceAll('<moved>', '<moved2>')}\\s+${noun})|(?<subject>.+?))\\s+${between}(?:${fate}|finns(?: det)?|are there)${rest}${target}`,
    ),
  ],
  [
    'which',
    sentencePattern(
      `(?:(?:visa|lista|show|list)\\s+)?(?:vilka|vilket|vilken|which|what|alla|all)\\s+(?<subject>.+?)\\s+${between}${fate}${rest}${target}`,
    ),
  ],
  ['which', sentencePattern(`(?<whatever>vad|what)\\s+(?:ar|is)\\s+${fate}${rest}`)],
];

const heldForms: readonly RegExp[] = [
  'blir\\s+(?<subject>.+?)\\s+(?:verkligen |fortfarande )?av(?:\\s+(?<rest>(?:i|den|nasta|pa)\\s.+))?',
  '(?:halls|galler|ligger|star)\\s+(?<subject>.+?)\\s+(?:som planerat|fortfarande|kvar|fast)',
  'is\\s+(?<subject>.+?)\\s+(?:still )?(?:on|going ahead|happening as planned|taking place as planned|still happening|still taking place)',
  '(?:will|does)\\s+(?<subject>.+?)\\s+(?:still )?(?:go ahead|take place as planned|happen as planned)',
].map(sentencePattern);

/** A question about the fate of meetings; undefined where it is about something else. */
export function askFate(clip: Clip, talk: Talk, ask: (question: string) => Query): MeetingsQuery | undefined {
  for (const [asks, pattern] of forms) {
    const parts = partsOf(clip, pattern);
    if (!parts) continue;
    const of = (parts.cancelled ?? parts.cancelled2) ? 'cancelled' : 'moved';
    const to = parts.to ? dayIn(parts.to, talk) : null;
    const found = subjectOf(clip, parts, { of, asks, any: asks !== 'whether', to }, talk, ask);
    if (found) return found;
  }
  for (const pattern of heldForms) {
    const parts = partsOf(clip, pattern);
    const found = parts && subjectOf(clip, parts, { of: 'held', asks: 'whether', any: false, to: null }, talk, ask);
    if (found) return found;
  }
  return undefined;
}

function dayIn(clip: Clip, { now }: Talk): Period | null {
  const [time] = findTimes(words(clip.text), now).flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [meaning.period] : [],
  );
  return time ?? null;
}

const anyOf = /^(?:nagot|nagra|nagon|nat|nagonting|any of|any|anything|something)(?:\s+av)?(?!\p{L})\s*/u;

function subjectOf(
  clip: Clip,
  parts: Readonly<Partial<Record<string, Clip>>>,
  fate: FateQuestion,
  talk: Talk,
  ask: (question: string) => Query,
): MeetingsQuery | undefined {
  const after = parts.rest ?? nothing;
  const noun = parts.noun ? nounOf(parts.noun) : undefined;
  const subject = noun ?? parts.subject ?? nothing;
  const lead = anyOf.exec(subject.flat)?.[0] ?? '';
  const any = fate.any || lead !== '' || parts.noun !== undefined;
  const named = { text: subject.text.slice(lead.length), flat: subject.flat.slice(lead.length) };
  const shown = talk.context.focus.meetings;
  if (/^(?:det|den|motet|it|this|that|the meeting)$/.test(named.flat) && after.flat === '' && shown.length === 1)
    return { ...everyMeeting, ids: [...shown], fate };
  if (named.flat === '' && !any) return undefined;
  if (named.flat === '') return everything(after, fate, talk);
  const question = `${leadOf(clip, any)} ${named.text} ${after.text}`.trim();
  if (!isMeeting(`${named.text} ${after.text}`, talk)) return undefined;
  const query = ask(question);
  if (query.kind === 'conference')
    return ofConference(query, { ...fate, any: any && query.conferences.length === 0 }, talk.plan, talk.now.day);
  if (query.kind !== 'meetings') return undefined;
  // Without a day, "is the meeting cancelled?" is about whichever meeting is.
  const isOpen =
    query.period === null &&
    query.ids.length === 0 &&
    query.from === null &&
    !hasCue(read(question, talk.vocabulary, talk.now), 'next', 'previous', 'final', 'first');
  const settled = { ...query, aspect: 'when' as const, which: isOpen ? ('all' as const) : query.which };
  const isOfAny = any || (isOpen && fate.of !== 'held');
  return { ...(isOpen && fate.of === 'held' ? query : settled), fate: { ...fate, any: isOfAny } };
}

const english =
  /^(?:is|was|are|were|has|have|had|did|which|what|how|show|list|do|does|any|will|cancell?ed|moved)(?!\p{L})/u;

/** A question for the meetings themselves, in the language of the message. */
function leadOf({ flat }: Clip, any: boolean): string {
  if (english.test(flat)) return any ? 'which' : 'when is';
  return any ? 'vilka' : 'när är';
}

/** The word for meetings alone, without what became of them. */
function nounOf(clip: Clip): Clip {
  const [first, ...others] = clip.text.split(/\s+/);
  const text =
    others.length > 0 && new RegExp(`^(?:${cancelled}|${moved})$`).test(clip.flat.split(/\s+/)[0] ?? '')
      ? others.join(' ')
      : [first, ...others].join(' ');
  return { text, flat: clip.flat.slice(clip.flat.length - text.length) };
}

function everything(after: Clip, fate: FateQuestion, talk: Talk): MeetingsQuery {
  return { ...everyMeeting, conferences: true, period: dayIn(after, talk), fate: { ...fate, any: true } };
}

function isMeeting(text: string, { vocabulary, now }: Talk): boolean {
  const reading = read(text, vocabulary, now);
  return (
    hasCue(reading, 'meeting', 'planningConference', 'conference') ||
    entities(reading, 'conference').length + entities(reading, 'group').length > 0
  );
}

/** The occasions of conferences, held or not, in the year or the period asked about. */
function ofConference(
  { conferences, period }: ConferenceQuery,
  fate: FateQuestion,
  plan: Plan,
  today: string,
): MeetingsQuery | undefined {
  const all = [...plan.occasions, ...plan.cancelled.occasions];
  const year = Number((period?.from ?? today).slice(0, 4));
  const isThen = (own: number): boolean =>
    period === null ? own >= year : overlaps(period, `${own}-01-01`, `${own}-12-31`);
  const found = all.filter(
    (one) => (conferences.length === 0 || conferences.includes(one.conference)) && isThen(one.year),
  );
  const [first] = found.toSorted((a, b) => a.year - b.year);
  if (!first) return undefined;
  const ids = found.filter((one) => fate.any || one.year === first.year).map(({ id }) => id);
  return { ...everyMeeting, conferences: true, ids, fate };
}
