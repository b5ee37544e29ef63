// Messages that ask for a change of the plan: cut into sentences, rid of politeness, and tried against each kind of update.
import type { Draft, UpdateRequest } from '../draft.ts';
import { noContext } from '../query.ts';
import { anyMonth, impossibleIn, wrongWeekday } from './impossible-times.ts';
import type { Drafted } from './meeting-subjects.ts';
import { read } from './reading.ts';
import {
  type Clip,
  clipOf,
  cut,
  exactly,
  isQuestion,
  sentencesOf,
  takeQuiet,
  takeReason,
  type Wish,
  wishOf,
} from './sentence.ts';
import { distance } from './spelling.ts';
import { askActivityEdit, askStatus } from './update-activities.ts';
import { askDeadlineUpdate } from './update-deadlines.ts';
import { askHostsUpdate } from './update-hosts.ts';
import { refinedMeeting } from './update-meeting-fields.ts';
import { askMeetingUpdate } from './update-meetings.ts';
import { askEndOfRole, askRoleUpdate } from './update-roles.ts';
import { askPublish, askSecretaries, askUndo } from './update-secretaries.ts';
import { mayHoldSeveral, severalIn } from './update-several.ts';
import { subjectOf, type Talk } from './update-subjects.ts';
import { askSynonym } from './update-synonyms.ts';
import { unreadIn } from './update-unread.ts';

export interface AskedUpdate {
  readonly request: UpdateRequest;
  readonly language: 'sv' | 'en' | null;
}

/** Without one of these no message asks for a change; most questions are told apart so, and cost nothing more. */
const mayAsk =
  /flyt|fltt|fytt|skjut|held|will be|take place|senarel|tidigarel|boka|andra|byt|satt|lagg|nytt|(?:^|\s)ny(?:a)?\s|extra|stall|stryk|bort|radera|aterstall|blir av|installt|utgar|klar|fardig|avslut|slutfor|genomfor|forsen|paus|planera|pagar|paborj|starta|(?:i|pa) ?gang|vilande|uppskj|ligger efter|slapar|drojer|i mal|i hamn|nedlag|avbr|i fas|enligt|vard|host|ordf|chair|led(?:er|s|a)|lead|kontaktp|contact|arbetsdag|vardag|working day|business day|deadline|bety|menas|menar|avse|synonym|mean|alias|sekret|secret|rattighet|behorighet|rights|angra|backa|undo|revert|move|resched|postpone|cancel|called off|add|creat|schedul|new|rename|call|dop|kall|swap|switch|lat |let |ansvar|responsib|kost|cost|borjar|slutar|starts|begins|ends|halls|blir|tar over|takes over|gor |make|appoint|utse|valj|marker|mark|rapport|report|done|finish|complete|ready|delay|late|behind|overdue|hold|started|progress|under ?way|on track|restore|reinstate|remove|delete|change|set |update|uppdatera|->|=>|→|=|heter|skapa|ongoing|on ice|pa is|pa vant|shift|push|bring|put |advance|inget mote|bestam|ersatt|eftertrad|replace|succeed|lokal |plats |tiden |platsen |lokalen |forlang|forkorta|korta |extend|shorten|aterup|aterinsatt|hoj|sank|oka |budget|raise|lower|increase|decrease|samma|same|tillbaka|ogjort|star for|kontakt|menar|kasta om|vaxla|status|skip|drop|mall|publi|gors|goras|senast|lamnar|avgar|slutar|entlediga|dismiss|resign|leav|stops/;

/** A sentence longer than this is no order; only the comment of a status is. */
const longestSentence = 600;
/** A message of more sentences than these is a letter. */
const mostSentences = 8;
/** No message in Teams is longer. */
export const longestUpdate = 50_000;

/** The update that a message asks for; undefined where it asks for none. */
export function askUpdate(message: string, talk: Talk): AskedUpdate | undefined {
  if (message.length > longestUpdate) return undefined;
  const clip = clipOf(message);
  if (!mayAsk.test(clip.flat)) return undefined;
  const one = requestIn(clip, talk);
  // Of several changes one reading takes the first, and leaves the others unread.
  const isSure = one?.unread === undefined && !mayHoldSeveral(clip);
  const readOne = (words: Clip) => (mayAsk.test(words.flat) ? requestIn(words, talk) : undefined);
  const several = isSure ? undefined : severalIn(clip, readOne);
  const request = several ?? one;
  return request && { request, language: languageOf(message, clip, talk) };
}

function requestIn(clip: Clip, talk: Talk): UpdateRequest | undefined {
  const sentences = sentencesOf(clip).slice(0, mostSentences);
  const asksElse = sentences.length > 1 && sentences.some((sentence) => isQuestion(wishOf(sentence)));
  let from = 0;
  for (const sentence of sentences) {
    const start = Math.max(from, clip.text.indexOf(sentence.text, from));
    const found = requestFrom(exactly(clip, start), sentence, asksElse, talk);
    if (found) return found;
    from = start + sentence.text.length;
  }
  return undefined;
}

/**
 * The request that begins with a sentence.
 *
 * @param rest the message from there on: a status' comment may be long, and a reason may follow
 */
function requestFrom(rest: Clip, sentence: Clip, asksElse: boolean, talk: Talk): UpdateRequest | undefined {
  const own = wishOf(sentence);
  const isOneSentence = sentence.flat.length >= rest.flat.length;
  const whole = takeQuiet(plainLead(wishOf(rest).clip));
  const status = isStatusAsked(own) ? askStatus(whole.clip, endsOpen(rest, isOneSentence), talk) : undefined;
  if (status && !isCalledOff(status, whole.clip, talk)) {
    const unread = unreadComment(status.draft, talk);
    return withUnread({ draft: status.draft, reason: null, quiet: whole.quiet, impossible: null }, unread);
  }
  if (isQuestion(own) || asksElse) return undefined;
  const reasoned = takeReason(whole.clip);
  const quiet = takeQuiet(reasoned.clip);
  const [order = quiet.clip, ...later] = sentencesOf(quiet.clip);
  if (order.flat.length > longestSentence || isHedged(order)) return undefined;
  const request = orderedIn(order, talk);
  if (!request) return undefined;
  const full = { ...request, reason: reasoned.reason ?? request.reason, quiet: whole.quiet || quiet.quiet };
  const orderInReason = reasoned.reason === null ? null : orderAfter(clipOf(reasoned.reason), talk);
  return withUnread(afterwards(full, later, talk), orderInReason);
}

/** What one sentence orders, with the words that it leaves unread. */
function orderedIn(order: Clip, talk: Talk): UpdateRequest | undefined {
  const best = bestReading(order, talk);
  if (best && (best.unread === undefined || best.impossible !== null)) return best;
  const split = reasonAfterComma(order);
  const first = split && bestReading(split.clip, talk);
  if (first && first.unread === undefined) return { ...first, reason: split.reason };
  return best ?? withoutTelling(order, talk);
}

function bestReading(order: Clip, talk: Talk): UpdateRequest | undefined {
  const told = readings(mended(spaced(exactly(order, 0))), talk);
  const [first] = told;
  const whole = told.filter(({ unread }) => unread === undefined);
  return whole.find(({ draft }, index) => index > 0 && draft.kind === 'edit-activity') ?? whole[0] ?? first;
}

const alsoTell =
  /[\s,]+(?:och|samt|and)\s+(?=(?:meddela|informera|berätta|säg|mejla|maila|notify|tell|inform|email)(?!\p{L}))/iu;

/** "… och meddela alla" is more than an order. */
function withoutTelling(order: Clip, talk: Talk): UpdateRequest | undefined {
  const match = alsoTell.exec(order.text);
  const found = match && bestReading(exactly(order, 0, match.index), talk);
  return found ? withUnread(found, cut(order, match.index + match[0].length).text) : undefined;
}

/** "9maj" */
function spaced({ text, flat }: Clip): Clip {
  const tight = new RegExp(`(?<=(?<!\\d)\\d{1,2})(?=${anyMonth})`, 'gu');
  const places = [...flat.matchAll(tight)].map(({ index }) => index).reverse();
  const spread = (part: string): string =>
    places.reduce((told, place) => `${told.slice(0, place)} ${told.slice(place)}`, part);
  return { text: spread(text), flat: spread(flat) };
}

/** The readings of an order: as it is written, and without what it says was before. */
function readings(wish: Clip, talk: Talk): UpdateRequest[] {
  return [wish, ...withoutBefore(wish)].flatMap((clip, index) => {
    const drafted = draftIn(cut(clip), talk);
    if (!drafted) return [];
    const impossible = isWordsOnly(drafted.draft) ? null : (drafted.impossible ?? impossibleIn(wish));
    const wrong = impossible ?? wrongWeekday(clip, drafted.draft);
    const request: UpdateRequest = { draft: drafted.draft, reason: null, quiet: false, impossible: wrong };
    const unread = wrong === null ? unreadIn(cut(clip), drafted.draft, talk) : null;
    return index > 0 && unread !== null ? [] : [withUnread(request, unread)];
  });
}

function withUnread(request: UpdateRequest, unread: string | null): UpdateRequest {
  return unread === null || request.unread !== undefined ? request : { ...request, unread };
}

const fromTo = /\s(?:fran|from)\s+(?!(?:och med|o m)\s)(?<old>\S(?:.*?\S)??)(?=\s+(?:till|to)\s)/gu;
const insteadOf = /\s+(?:istallet|i stallet|instead)\s+(?:for|of)\s+\S.*$/u;

/** "Från 120 000 till 150 000", "i april i stället för mars": the new value is what counts. */
function withoutBefore(clip: Clip): Clip[] {
  const pieces = [...[...clip.flat.matchAll(fromTo)].slice(0, 2), insteadOf.exec(clip.flat)];
  return pieces.flatMap((found) =>
    found ? [{ text: spliced(clip.text, found), flat: spliced(clip.flat, found) }] : [],
  );
}

function spliced(text: string, { index, 0: found }: RegExpExecArray): string {
  return text.slice(0, index) + text.slice(index + found.length);
}

// === What comes after an order

const correction =
  /^(?:nej|nja|na|fel|rattelse|forresten|eller|oj|ursakta|forlat|vanta|menar|menade|jag|no|wait|sorry|actually|or|rather|correction|i mean|i meant)(?:[\s,.:!-]+(?:forresten|vanta|fel(?: av mig)?|ursakta|forlat|menar|menade|jag|det blir|det ska vara|blir|wait|sorry|actually|rather|i mean|i meant|it should be))*[\s,.:!-]+/;
const pleasantry =
  /^(?:tack|mvh|hej|halsningar|med vanlig halsning|thanks|thank you|regards|best|cheers|hoppas det (?:gar bra|funkar|ar ok)|ok)(?!\p{L})[^\d]{0,40}$/u;

/** The request with what the sentences after it tell: a correction, a reason, or what must be said by itself. */
function afterwards(request: UpdateRequest, later: readonly Clip[], talk: Talk): UpdateRequest {
  let told = request;
  for (const sentence of later) told = afterOne(told, sentence, talk);
  return told;
}

function afterOne(before: UpdateRequest, sentence: Clip, talk: Talk): UpdateRequest {
  if (before.unread !== undefined || pleasantry.test(wishOf(sentence).clip.flat)) return before;
  const lead = correction.exec(sentence.flat)?.[0].length ?? 0;
  const corrected = lead > 0 ? refined(before, exactly(sentence, lead), talk) : undefined;
  if (corrected) return corrected;
  const isReason = lead === 0 && before.reason === null && isReasonLike(sentence) && !isOrder(sentence, talk);
  return isReason ? { ...before, reason: cut(sentence).text } : withUnread(before, sentence.text);
}

/** A request with the parts of its meeting replaced that a clip tells: "23 maj", "kl 14 i Salem". */
export function refined(request: UpdateRequest, clip: Clip, talk: Talk): UpdateRequest | undefined {
  const draft = refinedMeeting(request.draft, cut(clip), talk);
  if (!draft) return undefined;
  const { unread: _unread, ...rest } = request;
  const impossible = draft.impossible ?? impossibleIn(clip) ?? wrongWeekday(clip, draft.draft);
  return withUnread({ ...rest, draft: draft.draft, impossible }, unreadIn(cut(clip), draft.draft, talk));
}

const tellsWhy =
  /(?<!\p{L})(?:har|ar|blir|blev|var|hade|kan|kunde|maste|saknas|krockar|behover|gick|fick|is|are|was|were|has|have|had|can|can't|cannot|must|needs?|got|clashes)(?!\p{L})/u;
const tellsMore =
  /\d|(?<!\p{L})(?:ny|nya|nytt|new|alla|all|meddela|beratta|tell|notify|flytta\p{L}*|stall\p{L}*|move|cancel|lagg|add|byt|change|sal|bara|endast|only|forutom|utom|except|om|ifall|if|unless|inte (?:flytta|stall)\p{L}*)(?!\p{L})/u;

/** A clause that only tells how things are. */
const tooMany = /^(?:for (?:fa|manga|dalig|lag|litet|mycket)|too (?:few|many|little|much))(?!\p{L})/u;

function isReasonLike({ flat }: Clip): boolean {
  if (tooMany.test(flat) && !/\d/.test(flat)) return true;
  return flat.split(/\s+/).length >= 3 && tellsWhy.test(flat) && !tellsMore.test(flat);
}

/** "…, Salem har problem med lokalen" */
function reasonAfterComma(order: Clip): { clip: Clip; reason: string } | undefined {
  const at = order.flat.lastIndexOf(', ');
  const after = at < 0 ? undefined : cut(order, at + 1);
  return after && isReasonLike(after) ? { clip: cut(order, 0, at), reason: after.text } : undefined;
}

function isOrder(clip: Clip, talk: Talk): boolean {
  return askStatus(clip, false, talk) !== undefined || draftIn(cut(clip), talk) !== undefined;
}

/** An order that hides in the words after another. */
function orderAfter(clip: Clip, talk: Talk, from = 1): string | null {
  const later = sentencesOf(clip).slice(from, mostSentences);
  return later.find((sentence) => isOrder(wishOf(sentence).clip, talk))?.text ?? null;
}

const joints = /\s*(?:[,;\n]|\s(?:och|samt|men|and|but)\s)\s*/;
const longestPart = 200;

/** A second status, or another order, inside a comment. */
function unreadComment(draft: Draft, talk: Talk): string | null {
  if (draft.kind !== 'post-status' || draft.comment === null) return null;
  const clip = clipOf(draft.comment);
  const lead = /^(?:och|samt|and|men|but)\s+/.exec(clip.flat)?.[0].length ?? 0;
  const parts = exactly(clip, lead).text.split(joints).slice(0, mostSentences);
  const isStatus = (part: string): boolean =>
    part.length <= longestPart && askStatus(clipOf(part), false, { ...talk, context: noContext }) !== undefined;
  return parts.find(isStatus) ?? orderAfter(clip, talk, 0);
}

const hedges =
  /(?<!\p{L})(?:nog|eventuellt|ev|troligen|troligtvis|sannolikt|formodligen|antagligen|kanske|kan (?:behova|komma att|bli aktuellt)|aterkommer|might|may (?:have|need|be)|possibly|probably|perhaps|maybe|likely)(?!\p{L})/u;

/** What may be is no order. */
function isHedged({ flat }: Clip): boolean {
  return hedges.test(flat);
}

function isStatusAsked(own: Wish): boolean {
  return !isQuestion({ ...own, endsInQuestion: false });
}

function endsOpen({ flat }: Clip, isOneSentence: boolean): boolean {
  return isOneSentence && /\?[\s)]*$/.test(flat) && !wishOf({ text: flat, flat }).isPolite;
}

/** A conference that is called off is a meeting that is. */
function isCalledOff({ draft }: Drafted, clip: Clip, talk: Talk): boolean {
  return (
    draft.kind === 'post-status' && draft.status === 'cancelled' && subjectOf(exactly(clip, 0, 120), talk).isMeeting
  );
}

function draftIn(clip: Clip, talk: Talk): Drafted | undefined {
  return (
    askUndo(clip) ??
    askPublish(clip) ??
    askSecretaries(clip) ??
    askSynonym(clip, talk) ??
    askDeadlineUpdate(clip, talk) ??
    askHostsUpdate(clip, talk) ??
    askEndOfRole(clip, talk) ??
    askRoleUpdate(clip, talk) ??
    askMeetingUpdate(clip, talk) ??
    askActivityEdit(clip, talk)
  );
}

/** Drafts of words, in which a date is no date. */
function isWordsOnly({ kind }: Draft): boolean {
  return (
    kind === 'post-status' ||
    kind === 'add-synonym' ||
    kind === 'undo' ||
    kind === 'publish-plan' ||
    kind === 'appoint-secretary' ||
    kind === 'dismiss-secretary'
  );
}

// === Spelling

const orders =
  'flytta avboka stryk aterstall senarelagg tidigarelagg andra uppdatera markera radera angra cancel reschedule postpone restore change update remove delete schedule rename appoint'.split(
    ' ',
  );
const endings = /^(?:s|r|t|d|de|ts|n|ed|es)$/;

/** The order with its verb mended, where a letter of it is wrong: "flyta mötet". */
function mended(whole: Clip): Clip {
  const mend = (part: string): string =>
    part.replaceAll(/(?<!\p{L})(fl)(?:yt|tt|ytt?t)(?=(?:a|as|ad|ats|ar)(?!\p{L}))/giu, '$1ytt');
  const clip = { text: mend(whole.text), flat: mend(whole.flat) };
  const word = /^[a-z]{4,}/.exec(clip.flat)?.[0] ?? '';
  if (word.length < 4 || orders.includes(word)) return clip;
  const verb = orders.find(
    (order) => order.length > 4 && distance(word, order, 1) === 1 && !endings.test(word.slice(order.length)),
  );
  if (!verb || word[0] !== verb[0]) return clip;
  return { text: verb + clip.text.slice(word.length), flat: verb + clip.flat.slice(word.length) };
}

/** Who types å and ä elsewhere means "andra" and not "ändra". */
function plainLead(clip: Clip): Clip {
  if (!/^andra\s/i.test(clip.text) || !/[åäö]/i.test(clip.text)) return clip;
  return { text: clip.text, flat: `_${clip.flat.slice(1)}` };
}

// === Language

const english =
  /(?<![\p{L}])(?:undo|revert|move|reschedule|postpone|cancel|cancelled|canceled|add|restore|reinstate|set|mark|change|update|remove|delete|rename|swap|make|appoint|done|finished|completed|delayed|ongoing|paused|started|late|overdue|ready|means|hosts?|leads?)(?![\p{L}])/u;
const swedish =
  /(?<![\p{L}])(?:angra|flytta|stall|lagg|satt|andra|byt|boka|avboka|avsluta|pausa|starta|backa|ta bort|klar[at]?|fardigt?|forsenad|forsenat|pausad|pagar|installt|utse|gor|nytt|betyder|leder|vard|ordforande)(?![\p{L}])/u;
const mostForLanguage = 300;

function languageOf(message: string, { flat }: Clip, { vocabulary, now }: Talk): 'sv' | 'en' | null {
  const isEnglish = english.test(flat);
  const isSwedish = swedish.test(flat);
  if (isEnglish !== isSwedish) return isEnglish ? 'en' : 'sv';
  return read(message.slice(0, mostForLanguage), vocabulary, now).language;
}
