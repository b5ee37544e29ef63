// Sentences that post a status of an activity, or change who answers for it, when it is done or what it costs.
import type { Draft } from '../draft.ts';
import { type Party, type Status, sameParty } from '../plan/activity.ts';
import type { ActivityId } from '../plan/ids.ts';
import type { Drafted } from './meeting-subjects.ts';
import { type Clip, cut, exactly, nothing, partsOf, sentencePattern } from './sentence.ts';
import { findTimes } from './times.ts';
import { costIn, scheduleIn } from './update-schedules.ts';
import { activitiesIn, partiesIn, soleActivities, subjectOf, type Talk } from './update-subjects.ts';
import { changeVerbs, connector, doubtful, moveVerbs, statusOf, statusPattern, statusVerbs } from './update-words.ts';
import { words } from './words.ts';

type Edit = Extract<Draft, { kind: 'edit-activity' }>;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

// === Status

/** Words that may stand beside an activity's name where its status is told. */
const beside = wordSet(
  'put statusuppdatering statusrapport lagesrapport uppdatering rapport update ar nu har hade blivit blev blir bli tyvarr dessvarre fortfarande redan aven ocksa antligen status statusen laget for pa av med till som att satt satta satter andra andrar uppdatera uppdaterar markera markerar rapportera rapporterar registrera flagga anmal meddela ange skriv lagg in vi ligger gar helt kraftigt mycket rejalt projektet aktiviteten arbetet insatsen den det de vart vara var a is are now has have been unfortunately already still also the our my project activity work of on as to in set change update mark report flag post that it we with i ny nytt new gor gora vara nagot lite delvis beslutat ska skall nyss och and en ett an sodertorn',
);

/** A comment may be long; what stands before it is not. */
const longestHead = 240;
const mostStatusWords = 6;

const commentLead = /^(?:[\s,;:.!-]|(?:med |with )?(?:the )?(?:kommentar(?:en)?|notering(?:en)?|comment|note)\s*:)+/;
const ofWhat =
  /^\s*(?:(?:pa|for|av|till|med|i|of|on|for|with|to)\s+)?(?<object>[^,;:.!()]+?)(?=\s*(?:[,;:.!(]|\s-\s|$)|\s+(?:eftersom|pga|pa grund|because|due|(?:med|with) (?:kommentar|notering|comment|note)\p{L}*)(?!\p{L}))/du;

/** "Elväg: försenad, väntar på Trafikverket", "sätt status klar på e-arkivet", "BISNOD done" */
export function askStatus(clip: Clip, endsInQuestion: boolean, talk: Talk): Drafted | undefined {
  const head = exactly(clip, 0, longestHead);
  const matches = [...head.flat.matchAll(statusPattern)].slice(0, mostStatusWords);
  for (const match of matches) {
    const found = statusAt(clip, match, endsInQuestion, talk);
    if (found) return found;
  }
  return matches.length > 0 ? statusWanted(clip, talk) : (orderedStatus(clip, talk) ?? statusWanted(clip, talk));
}

function statusAt(clip: Clip, match: RegExpExecArray, endsInQuestion: boolean, talk: Talk): Drafted | undefined {
  const status = statusOf(match.groups);
  const before = cut(clip, 0, match.index);
  if (doubtful.test(before.flat) || /\?/.test(before.flat)) return undefined;
  const rest = match.index + match[0].length;
  if (status !== null && isYetToCome(status, before, exactly(clip, rest, rest + longestHead), talk)) return undefined;
  const activities = soleActivities(before, talk, beside);
  if (activities.length > 0) {
    const isTitled = /:\s*(?:\p{L}+ )?$/u.test(clip.flat.slice(0, match.index));
    const comment = commentOf(exactly(clip, rest));
    return endsInQuestion && !(isTitled && comment) ? undefined : posted(activities, status, comment);
  }
  // "Pågår BISNOD-analysen" asks; "klar med e-arkivet" tells.
  const isTold = before.flat !== '' || /^\s+(?:med|with)\s/.test(clip.flat.slice(rest));
  if (endsInQuestion || !isTold || !isBeside(before)) return undefined;
  const object = ofWhat.exec(clip.flat.slice(rest))?.indices?.groups?.object;
  if (!object) return undefined;
  const after = soleActivities(cut(clip, rest + object[0], rest + object[1]), talk, beside);
  return after.length > 0 ? posted(after, status, commentOf(exactly(clip, rest + object[1]))) : undefined;
}

const isAhead = /(?<!\p{L})(?:ska|skall|kommer|beraknas|vantas|bor|maste|will|should|shall|must|expected)(?!\p{L})/u;
const partly = /^[\s(:]*(?:till\s+|to\s+)?\d{1,3}\s*(?:%|procent|percent)/;
const dayFollows = /^\s*(?:(?:till|i|den|pa|om|under|senast|fore|by|on|in|to|before)\s+)*(?=\S)/u;

/** "Ska vara klar 15 juni", "klar till 80 %": it is not yet. */
function isYetToCome(status: Status, before: Clip, after: Clip, { now }: Talk): boolean {
  if (status !== 'done' && status !== 'ongoing') return false;
  if (status === 'done' && (isAhead.test(before.flat) || partly.test(after.flat))) return true;
  if (/^[^\p{L}\d]/u.test(after.flat)) return false;
  const lead = dayFollows.exec(after.flat)?.[0].length ?? 0;
  const [first] = findTimes(words(after.text.slice(lead)), now);
  return first?.first === 0 && first.meaning.kind === 'period' && (first.meaning.period.to ?? '9999') > now.day;
}

function isBeside({ flat }: Clip): boolean {
  return flat.split(/[\s,:;]+/).every((word) => word === '' || beside.has(word));
}

/** What follows the status, as it is written. */
export function commentOf(clip: Clip): string | null {
  const lead = commentLead.exec(clip.flat)?.[0].length ?? 0;
  const { text } = exactly(clip, lead);
  const comment = /^\([^()]*\)[\s.]*$/.test(text) ? text.replace(/^\(|\)[\s.]*$/g, '') : text;
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(comment) ? comment : null;
}

function posted(activities: ActivityId[], status: Status | null, comment: string | null): Drafted {
  return { draft: { kind: 'post-status', activities, status, comment }, impossible: null };
}

/** "Pausa elvägen: budgeten är slut" */
function orderedStatus(clip: Clip, talk: Talk): Drafted | undefined {
  for (const [status, verbs] of statusVerbs) {
    const parts = partsOf(clip, new RegExp(`^(?:${verbs})\\s+(?<rest>.+)$`, 'dsu'));
    const rest = parts?.rest;
    if (!rest) continue;
    const object = ofWhat.exec(rest.flat)?.indices?.groups?.object;
    const named = object ? cut(rest, object[0], object[1]) : nothing;
    const activities = doubtful.test(named.flat) ? [] : soleActivities(named, talk, beside);
    if (object && activities.length > 0 && !isConference(named, talk)) {
      return posted(activities, status, commentOf(exactly(rest, object[1])));
    }
  }
  return undefined;
}

/** A conference is called off as a meeting is. */
function isConference(clip: Clip, talk: Talk): boolean {
  return subjectOf(clip, talk).isMeeting;
}

const statusWish = sentencePattern(
  `(?:${changeVerbs}|rapportera|posta|lagg upp|lagg in|lagg till|ange|skriv|report|post|add)\\s+(?:en |ny |the |a |new )*status(?:en|uppdatering)?(?:\\s+(?:pa|for|av|till|of|for|on)\\s+(?<object>.+))?`,
);

/** "Uppdatera status för elvägen": which, is asked for. */
function statusWanted(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, statusWish);
  if (!parts) return undefined;
  return posted(parts.object ? activitiesIn(parts.object, talk).ids : [], null, null);
}

/** A status with its comment, said after the activity was. */
export function bareStatus(clip: Clip): { status: Status; comment: string | null } | undefined {
  const [match] = exactly(clip, 0, longestHead).flat.matchAll(statusPattern);
  const status = statusOf(match?.groups);
  if (!match || !status || !isBeside(cut(clip, 0, match.index))) return undefined;
  return { status, comment: commentOf(exactly(clip, match.index + match[0].length)) };
}

// === Cost

const costWord =
  '(?:(?:den |the )?(?:nya |new )?(?:kostnad(?:en)?|budget(?:en)?|belopp(?:et)?|pris(?:et)?|costs?|budget|price|amount))';
const ofWords = '(?:for|pa|av|till|i|of|for|on)';
const becomes =
  '(?:ar(?: nu)?|blir(?: nu)?|ska vara|ska bli|skall vara|andras till|hojs till|sanks till|satts till|is(?: now)?|will be|should be|becomes|:|=)';
const setVerbs = `(?:${changeVerbs}|hoj|hoja|sank|sanka|minska|oka|lagg|raise|lower|increase|decrease|reduce)`;
const costForms = [
  `${setVerbs}\\s+${costWord}\\s+${ofWords}\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `${setVerbs}\\s+${costWord}(?:${connector}|\\s+)(?<value>[\\d].*?)\\s+${ofWords}\\s+(?<object>.+)`,
  `${setVerbs}\\s+(?<object>.+?)'?s?\\s+${costWord}${connector}(?<value>.+)`,
  `${costWord}\\s+${ofWords}\\s+(?<object>.+?)\\s*${becomes}\\s+(?<value>.+)`,
  `(?<object>.+?)\\s+(?:kostar|kommer att kosta|ska kosta|far kosta|costs|will cost|should cost)(?: nu| now)?\\s+(?<value>[\\d].*)`,
  `${costWord}\\s+(?<object>.+?)\\s+(?<value>\\d[\\d .,]*\\s*(?:tkr|kr|kronor|sek|mkr|mnkr|miljon\\p{L}*))`,
  `(?<object>.+?)'?s?\\s+${costWord}\\s*${becomes}\\s+(?<value>.+)`,
].map(sentencePattern);
const costWish = sentencePattern(
  `${setVerbs}\\s+${costWord}\\s+${ofWords}\\s+(?<object>.+?)(?:${connector}(?<value>.+))?`,
);
const costGone = sentencePattern(
  `(?:ta bort|tag bort|stryk|radera|nollstall|remove|delete|clear|drop)\\s+${costWord}\\s+(?:for|pa|av|fran|of|for|from)\\s+(?<object>.+)`,
);

function askCost(clip: Clip, talk: Talk): Drafted | undefined {
  const gone = partsOf(clip, costGone);
  if (gone?.object) return editOf(gone.object, { field: 'cost', cost: 'none' }, talk);
  for (const pattern of costForms) {
    const parts = partsOf(clip, pattern);
    const cost = parts?.value ? costIn(parts.value) : null;
    if (parts?.object && cost !== null) return editOf(parts.object, { field: 'cost', cost }, talk);
  }
  const wish = partsOf(clip, costWish);
  return wish?.object ? editOf(wish.object, { field: 'cost' }, talk) : undefined;
}

// === Who answers for it

const responsibleWord =
  '(?:(?:den |the )?(?:ny(?:a)? |new )?(?:huvudansvarig(?:a|e)?|ansvarig(?:a|e)?(?: part(?:er)?)?|ansvaret|ansvar|projektledare|responsib(?:le|ility)(?: part(?:y|ies))?|owner))';
const responsibleForms = [
  `(?:lagga? over|for(?:a)? over|lamna(?: over)?|flytta)\\s+${responsibleWord}\\s+(?:for|of)\\s+(?<object>.+?)\\s+(?:pa|at|till|to)\\s+(?<value>.+)`,
  `(?:${changeVerbs}|utse|flytta|lamna(?: over)?|ge|assign|move|hand over)\\s+${responsibleWord}\\s+(?:for|pa|av|of|for)\\s+(?<object>.+?)(?:${connector}|\\s+som\\s+)(?<value>.+)`,
  `(?:satt|ange|utse|gor|set|make|appoint)\\s+(?<value>.+?)\\s+(?:som|till|as|to be)?\\s*${responsibleWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+)`,
  `${responsibleWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+?)\\s*${becomes}\\s+(?<value>.+)`,
  `(?<value>.+?)\\s+(?:tar over ansvaret|overtar ansvaret|ska ansvara|ska vara ansvarig(?:a)?|ansvarar nu|blir (?:nu )?ansvarig(?:a)?|ar nu ansvarig(?:a)?|takes over responsibility|will be responsible|is now responsible|are now responsible|should be responsible)\\s+(?:for|of)\\s+(?<object>.+)`,
  `(?:let|lat)\\s+(?<value>.+?)\\s+(?:ansvara|ta ansvar|ta hand om|take responsibility|be responsible)\\s*(?:for|of)?\\s+(?<object>.+)`,
  `(?<value>.+?)\\s+(?:tar over|takes over)\\s+(?<object>.+)`,
  `(?<object>.+?):\\s*${responsibleWord}(?:\\s*:|\\s+(?:ar|is|are))?\\s+(?<value>.+)`,
].map(sentencePattern);
const responsibleMore = sentencePattern(
  `(?:lagg till|add)\\s+(?<value>.+?)\\s+(?:som|as|till|to)\\s+(?:med)?${responsibleWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+)`,
);
const responsibleLess = sentencePattern(
  `(?:ta bort|tag bort|stryk|remove)\\s+(?<value>.+?)\\s+(?:som|as|fran|from)\\s+${responsibleWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+)`,
);
const responsibleWish = sentencePattern(
  `(?:${changeVerbs})\\s+${responsibleWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+?)(?:${connector}(?<value>.+))?`,
);

function askResponsible(clip: Clip, talk: Talk): Drafted | undefined {
  for (const pattern of responsibleForms) {
    const parts = partsOf(clip, pattern);
    const responsible = parts?.value && !doubtful.test(parts.value.flat) ? partiesIn(parts.value, talk) : [];
    if (parts?.object && responsible.length > 0)
      return editOf(parts.object, { field: 'responsible', responsible }, talk);
  }
  return askJoint(clip, talk) ?? askResponsibleOnly(clip, talk);
}

function askResponsibleOnly(clip: Clip, talk: Talk): Drafted | undefined {
  const wish = partsOf(clip, responsibleWish);
  return wish?.object ? editOf(wish.object, { field: 'responsible' }, talk) : undefined;
}

/** "Lägg till Salem som ansvarig för elvägen": beside those who are. */
function askJoint(clip: Clip, talk: Talk): Drafted | undefined {
  const more = partsOf(clip, responsibleMore);
  const parts = more ?? partsOf(clip, responsibleLess);
  const object = parts?.object;
  const named = parts?.value ? partiesIn(parts.value, talk) : [];
  if (!object || named.length === 0) return undefined;
  const [id, another] = activitiesIn(object, talk).ids;
  const before = id && !another ? talk.plan.activity(id).responsible : [];
  const isNamed = (party: Party): boolean => named.some((one) => sameParty(one, party));
  const kept = before.filter((party) => !isNamed(party));
  const responsible = another ? [] : more ? [...kept, ...named] : kept;
  return editOf(object, { field: 'responsible', responsible }, talk);
}

// === When

const timeWord =
  '(?:(?:den |the )?(?:nya |new )?(?:tid(?:en|plan(?:en)?|punkt(?:en)?)?|tidsplan(?:en)?|datum(?:et)?|deadline(?:n)?|schema(?:t)?|slutdatum(?:et)?|start(?:en)?|time|timing|schedule|date|deadline))';
const { later, earlier, plain } = moveVerbs;
const timeForms = [
  `(?:${changeVerbs})\\s+${timeWord}\\s+${ofWords}\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `(?:${changeVerbs})\\s+(?<object>.+?)'?s?\\s+${timeWord}${connector}(?<value>.+)`,
  `(?:${later}|${earlier}|${plain}|${changeVerbs}|planera|schemalagg|lagg|plan|schedule)\\s+(?<object>.+?)(?:${connector}|\\s+(?=i |in ))(?<value>.+)`,
  `(?<object>.+?)\\s+(?:flyttas|skjuts(?: upp| fram)?|senarelaggs|tidigarelaggs|har flyttats|har skjutits(?: upp| fram)?|ska goras|gors|is moved|has been moved|is postponed|has been postponed|moves)(?:${connector}|\\s+(?=i |in |\\d|under |mellan |fran ))(?<value>.+)`,
  `${timeWord}\\s+(?:for|pa|of|for)\\s+(?<object>.+?)\\s*${becomes}\\s+(?<value>.+)`,
].map(sentencePattern);
const timeGone = sentencePattern(
  `(?:ta bort|tag bort|stryk|radera|remove|delete|clear)\\s+${timeWord}\\s+(?:for|pa|av|fran|of|for|from)\\s+(?<object>.+)`,
);
const timeWish = sentencePattern(
  `(?:(?:${changeVerbs})\\s+${timeWord}\\s+${ofWords}|${later}|${earlier}|${plain})\\s+(?<object>.+?)(?:${connector}(?<value>.+))?`,
);

function askSchedule(clip: Clip, talk: Talk): Drafted | undefined {
  const gone = partsOf(clip, timeGone);
  if (gone?.object) return editOf(gone.object, { field: 'schedule', schedule: { kind: 'unspecified' } }, talk);
  for (const pattern of timeForms) {
    const parts = partsOf(clip, pattern);
    const object = parts?.object;
    if (!object || doubtful.test(object.flat)) continue;
    const schedule = parts?.value ? scheduleIn(parts.value, talk) : null;
    if (schedule) return editOf(object, { field: 'schedule', schedule }, talk);
  }
  const wish = partsOf(clip, timeWish);
  return wish?.object ? editOf(wish.object, { field: 'schedule' }, talk) : undefined;
}

// === Together

const besideEdit = wordSet(
  'for pa av med till projektet aktiviteten arbetet den det the our project activity of on as to i in nu en ett om',
);

function editOf(object: Clip, set: Partial<Edit>, talk: Talk): Drafted | undefined {
  if (doubtful.test(object.flat)) return undefined;
  const activities = soleActivities(object, talk, besideEdit);
  if (activities.length === 0) return undefined;
  const draft: Edit = {
    kind: 'edit-activity',
    activities,
    field: null,
    responsible: [],
    schedule: null,
    cost: null,
    ...set,
  };
  return { draft, impossible: null };
}

const editWish = sentencePattern(`(?:${changeVerbs}|redigera)\\s+(?<object>.+)`);

/** What a sentence asks of an activity, its status apart; undefined where it asks nothing. */
export function askActivityEdit(clip: Clip, talk: Talk): Drafted | undefined {
  const asked = askCost(clip, talk) ?? askResponsible(clip, talk) ?? askSchedule(clip, talk);
  if (asked) return asked;
  const wish = partsOf(clip, editWish);
  return wish?.object ? editOf(wish.object, {}, talk) : undefined;
}

const fieldValue = sentencePattern(
  `(?:(?:${changeVerbs})\\s+)?(?:(?<cost>${costWord})|(?<responsible>${responsibleWord})|(?<schedule>${timeWord}))(?:(?:${connector}|\\s+(?:${becomes}\\s+)?)(?<value>.+))?`,
);

/** What is changed of an activity that is known already: "kostnaden till 5000", "ansvarig: Haninge". */
export function activityField(clip: Clip, draft: Edit, talk: Talk): Edit | undefined {
  const parts = partsOf(clip, fieldValue);
  if (!parts) return undefined;
  const value = parts.value ?? nothing;
  if (parts.cost) return { ...draft, field: 'cost', cost: costIn(value) };
  if (parts.schedule) return { ...draft, field: 'schedule', schedule: scheduleIn(value, talk) };
  return { ...draft, field: 'responsible', responsible: partiesIn(value, talk) };
}
