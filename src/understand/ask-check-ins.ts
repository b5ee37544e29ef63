// Questions of status before meetings: that they be asked or no longer, when they are asked, what was answered.
import type { Draft } from '../draft.ts';
import type { AnswerableQuery, CheckInsQuery } from '../query.ts';
import { read } from './reading.ts';
import { leadsIn } from './reminder-leads.ts';
import { type Clip, clipOf, cut, exactly, nothing, partsOf, sentencePattern, wishOf } from './sentence.ts';
import { groupsNamed, type Talk } from './update-subjects.ts';

export interface AskedCheckIns {
  readonly query: AnswerableQuery;
  readonly language: 'sv' | 'en' | null;
}

/** Without one of these no message is about them. */
const mayConcern = /status|laget|lagesrapport|lagesavst|svar|answers?|hur det gar|how it goes|check-?ins?/;
const longestWish = 300;

const show =
  '(?:(?:visa|ge|gor|skriv|ta fram|hamta|skapa|sammanstall|show|give|get|make|write|compile)\\s+(?:mig |oss |me |us |ut |fram )*)?';
const article = '(?:(?:en|den|senaste|dagens|a|the|latest|current)\\s+)*';
const report = sentencePattern(
  `${show}${article}(?:statusrapport(?:en)?|status ?rapport|lagesrapport(?:en)?|statussammanstallning(?:en)?|status report|progress report)(?:\\s+(?:infor|for|till|om|fore|till|before|to|about|of)\\s+(?<group>.+))?`,
);
const waiting = sentencePattern(
  `(?:(?:vilka|visa|finns det|har vi|which|what|show|are there|any)\\s+(?:mig |me |the |nagra |any )?)?(?:nya |inkomna |obehandlade |new )?(?:status)?(?:svar(?:en)?|answers?)\\s+(?:som |that |which )?(?:vantar(?: pa (?:godkannande|svar|oss|mig))?|att godkanna|ar inte godkanda|are waiting|waiting|wait|to approve|are pending|pending)`,
);
const questions =
  '(?:statusfragor(?:na)?|fragor(?:na)? om (?:status|laget)|status ?check-?ins?|check-?ins?|questions about status|status questions|lagesavstamningar(?:na)?)';
const rules = sentencePattern(
  `(?:(?:vilka|visa|lista|mina|which|what|show|list)\\s+(?:mig |me |the )?)?${questions}(?:\\s+(?:ar |finns |har vi |are )?(?:installda|finns(?: det)?|har vi|gar ut|set|there|do we have))?|(?:nar|when)\\s+(?:fragar|kommer|ska|do|will)\\s+(?:du|de|vi|you|they)(?:\\s+(?:fraga|ask))?\\s+(?:om|about|for)\\s+(?:status|laget)`,
);
const asking =
  '(?:fraga(?: alla| natverken| kommunerna)?|stall fragor|skicka(?: ut)? fragor|samla in|stam av|hor efter|be|ask(?: everybody)?|collect|gather|send(?: out)? questions)\\s+(?:efter |om |upp |for |about |the |in )*(?:status(?:en|fragor|rapportering)?|laget|hur det gar|how it goes|how things are going|status questions?)';
const begin = sentencePattern(`(?:(?:borja|start)\\s+)?(?:att )?${asking}(?<rest>.*)`);
const beginNoun = sentencePattern(
  `(?:satt pa|sla pa|starta|stall in|aktivera|lagg till|turn on|enable|start|set up|add|andra|change)\\s+(?:the )?${questions}(?<rest>.*)`,
);
const end = sentencePattern(
  `(?:sluta|upphor|stoppa|inte langre|stop|no longer)\\s+(?:med )?(?:att )?(?:fraga|stalla fragor|samla in|asking|ask|collecting|collect)(?:\\s+(?:efter|om|for|about|in))*\\s+(?:status(?:en)?|laget|hur det gar|how it goes)(?<rest>.*)`,
);
const endNoun = sentencePattern(
  `(?:stang av|sla av|stoppa|ta bort|avsluta|sluta (?:med|skicka)|inga(?: fler)?|turn off|disable|stop|remove|end|no(?: more)?)\\s+(?:alla |the )?${questions}(?<rest>.*)`,
);

/** What a message wants of the questions of status; undefined where it is about something else. */
export function askCheckIns(message: string, talk: Talk): AskedCheckIns | undefined {
  if (message.length > longestWish) return undefined;
  const clip = cut(wishOf(clipOf(message)).clip);
  const commented = commentOn(clip, talk);
  if (commented) return { query: commented, language: null };
  if (!mayConcern.test(clip.flat)) return undefined;
  const query = askedOf(clip, talk) ?? orderOf(clip, talk);
  return query && { query, language: languageOf(message, clip, talk) };
}

/** "Kommentar: väntar på besked", after an answer. */
function commentOn(clip: Clip, { context: { last } }: Talk): CheckInsQuery | undefined {
  const lead = /^(?:kommentar|comment)(?:\s*[:-]\s*|\s+)(?=\S)/.exec(clip.flat)?.[0].length;
  if (lead === undefined || last?.kind !== 'check-ins' || last.wish.act !== 'answer') return undefined;
  return { ...last, wish: { ...last.wish, comment: exactly(clip, lead).text } };
}

function askedOf(clip: Clip, talk: Talk): CheckInsQuery | undefined {
  const reported = partsOf(clip, report);
  if (reported) {
    const groups = groupsNamed(reported.group, talk);
    // "Statusrapport om e-arkivet" asks of an activity.
    return reported.group && groups.length === 0 ? undefined : { kind: 'check-ins', wish: { act: 'report', groups } };
  }
  if (waiting.test(clip.flat)) return { kind: 'check-ins', wish: { act: 'waiting' } };
  return rules.test(clip.flat) ? { kind: 'check-ins', wish: { act: 'rules' } } : undefined;
}

function orderOf(clip: Clip, talk: Talk): AnswerableQuery | undefined {
  const ended = partsOf(clip, end) ?? partsOf(clip, endNoun);
  const begun = ended ? undefined : (partsOf(clip, begin) ?? partsOf(clip, beginNoun));
  const rest = (ended ?? begun)?.rest ?? nothing;
  if (!ended && !begun) return undefined;
  const { leads, rest: topic } = leadsIn(rest);
  const groups = groupsNamed(topic, talk);
  const unread = groups.length === 0 ? unreadOf(topic) : null;
  // "Fråga om status för elvägen" is no rule for a group's meetings.
  if (begun && leads.length === 0 && unread !== null) return undefined;
  const draft: Draft = { kind: 'set-check-in', groups, before: ended ? 'none' : spanOf(leads) };
  const request = { draft, reason: null, quiet: false, impossible: null };
  return { kind: 'update', request: unread === null ? request : { ...request, unread } };
}

const filler =
  /(?<!\p{L})(?:fore|innan|infor|varje|alla|mote(?:n|na|t)?|i forvag|before|ahead of|each|every|the|meetings?|in advance|of|for|med|om)(?!\p{L})/gu;

/** Words that name no group and tell nothing else; null where there are none. */
function unreadOf(topic: Clip): string | null {
  const left = topic.flat.replaceAll(filler, ' ').trim();
  return /\p{L}/u.test(left) ? cut(topic).text : null;
}

type SpanDraft = Extract<Draft, { kind: 'set-check-in' }>['before'];

/** The one length of time said, in days, weeks or months. */
function spanOf([lead, another]: ReturnType<typeof leadsIn>['leads']): SpanDraft {
  if (!lead || another) return null;
  const { amount, unit } = lead;
  switch (unit) {
    case 'days':
    case 'weeks':
    case 'months':
      return { amount, unit };
    case 'years':
      return { amount: amount * 12, unit: 'months' };
    case 'minutes':
    case 'hours':
      return null;
  }
}

/** "En månad", "två veckor före", said alone. */
export function spanIn(clip: Clip): Exclude<SpanDraft, 'none'> {
  const span = spanOf(leadsIn(clip).leads);
  return span === 'none' ? null : span;
}

const english =
  /(?<!\p{L})(?:ask|asking|before|the|show|which|what|answers?|report|stop|turn|questions|when|collect)(?!\p{L})/u;
const swedish =
  /(?<!\p{L})(?:fraga|fragor|fore|innan|visa|vilka|svar|sluta|stang|nar|rapport|samla|inför|statusfragor\p{L}*|statusrapport\p{L}*)(?!\p{L})/u;

function languageOf(message: string, { flat }: Clip, { vocabulary, now }: Talk): 'sv' | 'en' | null {
  const isEnglish = english.test(flat);
  const isSwedish = swedish.test(flat);
  if (isEnglish !== isSwedish) return isEnglish ? 'en' : 'sv';
  return read(message, vocabulary, now).language;
}
