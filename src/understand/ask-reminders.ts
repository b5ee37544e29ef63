// Wishes and questions about reminders: "påminn mig en vecka innan mötena", "pausa till 1 september", "varför fick jag detta?"
import { type RemindersQuery, wish } from '../query.ts';
import { anyMonth, impossibleIn } from './impossible-times.ts';
import { read } from './reading.ts';
import { type AskedLead, leadsIn } from './reminder-leads.ts';
import { untilIn } from './reminder-pauses.ts';
import { isNothing, type Named, namedIn, namesRecord, shownNow, topicIn } from './reminder-topics.ts';
import { leftOf, severalTimes } from './reminder-unread.ts';
import * as said from './reminder-words.ts';
import { type Clip, clipOf, cut, exactly, partsOf, sentencesOf, wishOf, without } from './sentence.ts';
import { everybodyIn, exceptionIn } from './unread-words.ts';
import { groupsNamed, readPart, type Talk } from './update-subjects.ts';

export interface AskedReminders {
  readonly query: RemindersQuery;
  readonly language: 'sv' | 'en' | null;
}

/** Longer messages are no wish for a reminder. */
const longestWish = 400;

/** What a message wants of the reminders; undefined where it is about something else. */
export function askReminders(message: string, talk: Talk): AskedReminders | undefined {
  if (message.length > longestWish) return undefined;
  const clip = clipOf(message.replaceAll(/['’]s(?!\p{L})/gu, '  '));
  const answered = answerOf(clip, talk);
  const isSuspect = said.mayConcern.test(clip.flat) && !said.isCalendar.test(clip.flat);
  const query = answered ?? (isSuspect ? queryIn(clip, talk) : undefined);
  return query && { query, language: answered ? null : languageOf(message, clip, talk) };
}

/** "Påminn mig om vem som är ordförande": the question in it; null where there is none. */
export function questionReminded(message: string): string | null {
  if (message.length > longestWish) return null;
  const rest = partsOf(cut(wishOf(clipOf(message)).clip), said.startByVerb)?.rest;
  if (!rest || !said.asksQuestion.test(rest.flat)) return null;
  const lead = /^(?:(?:mig|mej|oss|me|us)\s+)?(?:(?:om|about|of|pa)\s+)?/u.exec(rest.flat)?.[0] ?? '';
  return cut(rest, lead.length).text;
}

/** The first sentence that is about reminders, unless another is an order of its own. */
function queryIn(clip: Clip, talk: Talk): RemindersQuery | undefined {
  for (const sentence of sentencesOf(clip).slice(0, 3)) {
    const bare = cut(wishOf(sentence).clip);
    const found =
      askDigest(bare, talk) ??
      askAbout(bare, talk) ??
      askResume(bare, talk) ??
      askStop(bare, talk) ??
      askPause(bare, talk) ??
      askStart(bare, talk, sentence.flat);
    if (found) return found;
  }
  return undefined;
}

// === Questions

function askAbout(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { flat } = clip;
  if (said.health.test(flat)) return wish('health');
  const other = partsOf(clip, said.listOf)?.name;
  const whom = other && whomNamed(other, talk);
  if (whom) return wish('list', { whom });
  if (said.list.test(flat)) return wish('list', { whom: placeOf(clip) });
  return said.why.test(flat) ? wish('why', namedIn(aboutPart(clip), talk)) : undefined;
}

/** What stands after "om", if anything. */
function aboutPart(clip: Clip): Clip {
  const about = /(?<!\p{L})(?:om|about|of)\s/u.exec(clip.flat);
  return about ? cut(clip, about.index + about[0].length) : exactly(clip, 0, 0);
}

// === The week's letter

function askDigest(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { flat } = clip;
  const word = said.digest.exec(flat);
  if (!word) return undefined;
  const isRefused = said.noDigest.test(flat);
  if (!isRefused && !said.wantsDigest.test(flat)) return undefined;
  const after = cut(clip, word.index + word[0].length);
  const about = namedIn(after, talk);
  const act = isRefused ? 'stop' : 'start';
  return wish(act, { digest: !isRefused, ...about, whom: placeOf(clip), ...exceptionOf(after) });
}

// === Ending, resting, going on

function askStop(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { last, pending } = talk.context;
  const isOther = pending !== null || last?.kind === 'update';
  const isBare = !isOther && /^(?:sluta|stopp?|unsubscribe(?: me)?|avprenumerera)$/.test(clip.flat);
  const verb = said.stop.exec(clip.flat);
  if (!verb && !isBare) return undefined;
  const rest = cut(clip, verb?.[0].length ?? clip.flat.length);
  const { whom, rest: topic } = whomIn(rest, clip, talk);
  const until = untilIn(topic, talk.now);
  if (until) return wish('pause', { until, whom, ...exceptionOf(topic) });
  const query: RemindersQuery = wish('stop', { ...withoutEverything(namedIn(topic, talk)), whom });
  const unread = everybodyIn(topic) ?? leftOf(topic, query, talk);
  return unread === null ? query : { ...query, unread };
}

function exceptionOf(clip: Clip): { unread?: string } {
  const unread = exceptionIn(clip);
  return unread === null ? {} : { unread };
}

/** Whoever wants to hear of nothing wants every reminder to end. */
function withoutEverything(named: Named): Named {
  return { ...named, everything: false };
}

function askPause(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const parts = partsOf(clip, said.pause);
  if (!parts) return undefined;
  const { rest = exactly(clip, 0, 0), noun } = parts;
  const until = impossibleIn(rest) === null ? untilIn(rest, talk.now) : null;
  const { whom } = whomIn(rest, clip, talk);
  const named = namedIn(aboutPart(rest), talk);
  // "Pausa elvägen till maj" is news of an activity.
  const isOther = !noun && !isOnlyTime(rest, talk) && !/^(?:utom|forutom|except)/.test(rest.flat);
  return isOther ? undefined : wish('pause', { ...named, until, whom, ...exceptionOf(rest) });
}

const besideTime =
  /^(?:till|tills|til|och|med|tom|fram|forran|until|through|for|i|in|the|over|under|hela|resten|av|ett|en|a|next|nu|now|tack|please|ar|till och med|slutet|vidare|further|notice|indefinitely|par|couple|of|det|den|pa|innan|before|after|efter|\d+|min|mins|minuter|minutes|timmar|timme|hours?|dagar?|days?|veck(?:a|or)|weeks?|manad(?:er)?|months?|years?|one|two|three|four|five|six|tva|tre|fyra|fem|sex|sju|atta|tio|halvar|kvartal)$/;

function isOnlyTime(clip: Clip, talk: Talk): boolean {
  const reading = readPart(clip, talk);
  const timed = new Set(
    reading.times.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, index) => first + index)),
  );
  return reading.words.every(
    ({ folded }, index) => timed.has(index) || besideTime.test(folded) || new RegExp(`^${anyMonth}$`, 'u').test(folded),
  );
}

function askResume(clip: Clip, talk: Talk): RemindersQuery | undefined {
  if (!said.resume.test(clip.flat)) return undefined;
  return wish('resume', { ...namedIn(aboutPart(clip), talk), whom: placeOf(clip), ...exceptionOf(clip) });
}

// === Beginning

function askStart(clip: Clip, talk: Talk, ending: string): RemindersQuery | undefined {
  if (said.isQuestionAboutIt.test(clip.flat)) return undefined;
  const byVerb = partsOf(clip, said.startByVerb);
  const byNoun = byVerb ? undefined : partsOf(clip, said.startByNoun);
  const byTelling = (byVerb ?? byNoun) ? undefined : partsOf(clip, said.startByTelling);
  const rest = byVerb?.rest ?? byNoun?.rest ?? byTelling?.rest;
  if (!rest) return byVerb || byNoun ? wish('start', shownNow(talk)) : undefined;
  const { whom, rest: unnamed } = byTelling ? { whom: placeOf(clip), rest } : whomIn(rest, clip, talk, !!byVerb);
  if (said.asksQuestion.test(unnamed.flat) || (/\?\s*$/.test(ending) && said.asksWhen.test(unnamed.flat)))
    return undefined;
  const { leads, places, rest: topic, isBefore } = leadsIn(unnamed);
  if (byTelling && (leads.length === 0 || !isBefore)) return undefined;
  const query = started(clip, topic, leads, whom, talk);
  const everybody = whom.kind === 'here' || whom.kind === 'leaders' ? null : everybodyIn(rest);
  const unread = everybody ?? severalTimes(unnamed, places, talk) ?? leftOf(topic, query, talk);
  return unread === null ? query : { ...query, unread };
}

function started(
  clip: Clip,
  topic: Clip,
  leads: readonly AskedLead[],
  whom: RemindersQuery['whom'],
  talk: Talk,
): RemindersQuery {
  const only = leads.length > 0 && said.instead.test(clip.flat) ? { only: true } : {};
  return wish('start', { ...topicIn(topic, talk), leads: [...leads], whom, ...only });
}

// === For whom

type Whom = RemindersQuery['whom'];

function placeOf({ text, flat }: Clip): Whom {
  const isHere = said.hereWords.test(flat) || said.usWords.test(flat) || /(?<!\p{L})här(?!\p{L})/iu.test(text);
  return { kind: isHere ? 'here' : 'me' };
}

const longestName = 100;
const entraId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const forSomebody = /(?<![\p{L}])(?:åt|för|till|for)\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,3})/du;

/**
 * For whom, and the rest without their name.
 *
 * @param rest what follows the verb, which a name may begin
 */
function whomIn(rest: Clip, whole: Clip, talk: Talk, afterVerb = true): { whom: Whom; rest: Clip } {
  const place = placeOf(whole);
  const led = afterVerb ? leadersIn(rest, talk) : null;
  if (led) return led;
  const beside = forSomebody.exec(rest.text);
  const found = beside?.indices?.groups?.name;
  if (found && !namesRecord(exactly(rest, found[0], found[1]), talk)) {
    const name = exactly(rest, found[0], found[1]).text;
    return { whom: { kind: 'person', name }, rest: cut(without(rest, beside.index, found[1])) };
  }
  const name = afterVerb ? nameAt(rest, talk) : null;
  if (name === null) return { whom: place, rest };
  return { whom: { kind: 'person', name: name.text }, rest: cut(rest, name.text.length) };
}

/** Those who lead a group or the networks, and the rest without them. */
function leadersIn(rest: Clip, talk: Talk): { whom: Whom; rest: Clip } | null {
  const found = said.leaders.exec(rest.flat);
  if (!found) return null;
  const place = found.indices?.groups?.group;
  const groups = place ? groupsNamed(exactly(rest, place[0], place[1]), talk) : [];
  // "Ledaren för bokklubben" is nobody whom the plan knows.
  if (place && groups.length === 0) return null;
  return { whom: { kind: 'leaders', groups }, rest: cut(rest, found[0].length) };
}

/** Whom words name that are a name or an office and nothing else. */
function whomNamed(clip: Clip, talk: Talk): Whom | null {
  const led = leadersIn(clip, talk);
  if (led?.rest.flat === '') return led.whom;
  const isOwn = /^(?:jag|vi|mig|oss|i|we|me|us|kanalen|chatten|gruppen|har)(?!\p{L})/u.test(clip.flat);
  if (isOwn || said.notName.test(clip.flat) || namesRecord(clip, talk)) return null;
  const isName = clip.text.split(/\s+/).every((part) => /^\p{Lu}/u.test(part)) || entraId.test(clip.text);
  return isName && clip.text.length <= longestName ? { kind: 'person', name: clip.text } : null;
}

/** A name that the words begin with: up to "om", or all of them where they are written as a name. */
function nameAt(rest: Clip, talk: Talk): Clip | null {
  const first = /^\S+/.exec(rest.flat)?.[0].replace(/[,.!?]+$/, '') ?? '';
  if (first === '' || said.notName.test(first)) return null;
  const end = said.nameEnd.exec(rest.flat.replace(entraId, (id) => 'x'.repeat(id.length)));
  const name = cut(rest, 0, end?.index ?? rest.flat.length);
  const parts = name.text.split(/\s+/);
  const isWritten = parts.every((part) => /^\p{Lu}/u.test(part)) && parts.length > 1;
  if (parts.length > 4 || name.text.length > longestName || /\d/.test(name.text.replace(entraId, ''))) return null;
  const leadsOn = end !== null && /^\s+(?:om|about|of|infor|att|to)(?!\p{L})/u.test(end[0]);
  if (namesRecord(name, talk) && !leadsOn) return null;
  return leadsOn || isWritten ? name : null;
}

// === Answers to what the bot asked

/** "Kommittén" after "vad vill du bli påmind om?", "en månad" after "till när?" */
function answerOf(clip: Clip, talk: Talk): RemindersQuery | undefined {
  const { last } = talk.context;
  if (last?.kind !== 'reminders' || last.unread !== undefined) return undefined;
  const bare = cut(wishOf(clip).clip);
  if (said.isQuestionAboutIt.test(bare.flat) || /\?\s*$/.test(clip.flat) || said.startByVerb.test(bare.flat))
    return undefined;
  const words = bare.flat.split(/\s+/).length;
  if (last.act === 'pause' && last.until === null) {
    const until = words <= 7 && isOnlyTime(bare, talk) ? untilIn(bare, talk.now) : null;
    return until === null ? undefined : { ...last, until };
  }
  if (last.act !== 'start' || !isNothing(last) || words > 6) return undefined;
  const named = namedIn(bare, talk);
  return isNothing(named) ? undefined : { ...last, ...named };
}

// === Language

const english =
  /(?<!\p{L})(?:remind|reminders?|reminded|reminding|me|us|stop|pause|until|unsubscribe|subscribe|resume|weekly|why|the|my|before|about)(?!\p{L})/u;
const swedish =
  /(?<!\p{L})(?:p\p{L}{0,2}min\p{L}*|mig|mej|oss|sluta|pausa|veckobrev\p{L}*|veckosammanfattning\p{L}*|varfor|inga|ingen|inget|innan|fore|till|vilka|mina|om|ateruppta|avsluta|paus\p{L}*|avprenumerera|tysta)(?!\p{L})/u;

function languageOf(message: string, { flat }: Clip, { vocabulary, now }: Talk): 'sv' | 'en' | null {
  const isEnglish = english.test(flat);
  const isSwedish = swedish.test(flat);
  if (isEnglish !== isSwedish) return isEnglish ? 'en' : 'sv';
  return read(message, vocabulary, now).language;
}
