// Messages that ask for a change of the plan: cut into sentences, rid of politeness, and tried against each kind of update.
import type { Draft, UpdateRequest } from '../draft.ts';
import { distance } from './forms.ts';
import { impossibleIn } from './impossible-times.ts';
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
import { askActivityEdit, askStatus } from './update-activities.ts';
import { askDeadlineUpdate } from './update-deadlines.ts';
import { askHostsUpdate } from './update-hosts.ts';
import { askMeetingUpdate } from './update-meetings.ts';
import { askRoleUpdate } from './update-roles.ts';
import { askSecretaries, askUndo } from './update-secretaries.ts';
import { subjectOf, type Talk } from './update-subjects.ts';
import { askSynonym } from './update-synonyms.ts';

export interface AskedUpdate {
  readonly request: UpdateRequest;
  readonly language: 'sv' | 'en' | null;
}

/** Without one of these no message asks for a change; most questions are told apart so, and cost nothing more. */
const mayAsk =
  /flyt|fltt|fytt|skjut|held|will be|take place|senarel|tidigarel|boka|andra|byt|satt|lagg|nytt|(?:^|\s)ny(?:a)?\s|extra|stall|stryk|bort|radera|aterstall|blir av|installt|utgar|klar|fardig|avslut|slutfor|genomfor|forsen|paus|planera|pagar|paborj|starta|i ?gang|vilande|uppskj|ligger efter|slapar|drojer|i mal|i hamn|nedlag|avbr|i fas|enligt|vard|host|ordf|chair|led(?:er|s|a)|lead|kontaktp|contact|arbetsdag|vardag|working day|business day|deadline|bety|menas|menar|avse|synonym|mean|alias|sekret|secret|rattighet|behorighet|rights|angra|backa|undo|revert|move|resched|postpone|cancel|called off|add|creat|schedul|new|rename|call|dop|kall|swap|switch|lat |let |ansvar|responsib|kost|cost|borjar|slutar|starts|begins|ends|halls|blir|tar over|takes over|gor |make|appoint|utse|valj|marker|mark|rapport|report|done|finish|complete|ready|delay|late|behind|overdue|hold|started|progress|under ?way|on track|restore|reinstate|remove|delete|change|set |update|uppdatera|->|=>|→|=|heter|skapa|ongoing|on ice|pa is|pa vant|shift|push|bring|put |advance|inget mote|bestam|ersatt|eftertrad|replace|succeed|lokal |plats |tiden |platsen |lokalen |forlang|forkorta|korta |extend|shorten|aterup|aterinsatt|hoj|sank|oka |budget|raise|lower|increase|decrease|samma|same|tillbaka|ogjort|star for|kontakt|menar|kasta om|vaxla|status|skip|drop|mall/;

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
  const request = requestIn(clip, talk);
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
  if (status && !isCalledOff(status, whole.clip, talk))
    return { draft: status.draft, reason: null, quiet: whole.quiet, impossible: null };
  if (isQuestion(own) || asksElse) return undefined;
  const reasoned = takeReason(whole.clip);
  const quiet = takeQuiet(reasoned.clip);
  const [order = quiet.clip] = sentencesOf(quiet.clip);
  if (order.flat.length > longestSentence) return undefined;
  const wish = mended(exactly(order, 0));
  const drafted = draftIn(cut(wish), talk);
  if (!drafted) return undefined;
  const impossible = isWordsOnly(drafted.draft) ? null : (drafted.impossible ?? impossibleIn(order));
  return { draft: drafted.draft, reason: reasoned.reason, quiet: whole.quiet || quiet.quiet, impossible };
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
    askSecretaries(clip) ??
    askSynonym(clip, talk) ??
    askDeadlineUpdate(clip, talk) ??
    askHostsUpdate(clip, talk) ??
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
function mended(clip: Clip): Clip {
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
