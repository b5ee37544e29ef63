// Sentences that change one thing of a meeting: its place, its hours, its day, its title.
import { anyMeeting, type Draft, type MeetingTarget } from '../draft.ts';
import { detailsIn, hasDetails, type MeetingDetails, noDetails } from './meeting-details.ts';
import { type Drafted, dayPeriod, edited, nearOf, subjectOrdered, toldSubject } from './meeting-subjects.ts';
import type { Told } from './scene.ts';
import { type Clip, nothing, partsOf, sentencePattern, unquoted } from './sentence.ts';
import type { Subject, Talk } from './update-subjects.ts';
import { changeVerbs, connector, isOff } from './update-words.ts';

const placeWord = '(?:mote)?(?:plats(?:en)?|lokal(?:en)?|stalle(?:t)?|ort(?:en)?|place|venue|location|room)';
const endWord = '(?:slut(?:tid)?(?:en)?|end(?:ing)? ?time|end)';
const timeWord =
  '(?:motes|start)?(?:tid(?:en|er|erna|punkt(?:en)?)?|klockslag(?:et)?|start(?:tid)?(?:en)?|(?:start(?:ing)? )?times?|hours|start)';
const dateWord = '(?:motes)?(?:dag(?:en|ar)?|datum(?:et)?|date|dates|day)';
const titleWord = '(?:titel(?:n)?|namn(?:et)?|rubrik(?:en)?|benamning(?:en)?|title|name)';
const field = `(?:the )?(?:ny(?:tt|a)? |new )?(?:(?<end>${endWord})|(?<place>${placeWord})|(?<date>${dateWord})|(?<time>${timeWord})|(?<title>${titleWord}))`;
const ofWords = '(?:for|pa|av|till|i|of|for|on|to)';
const isNow =
  '(?:ar(?: nu)?|blir(?: nu)?|ska vara|ska bli|skall vara|andras till|byts till|is(?: now)?|will be|should be|becomes|:|=)';

const fieldOf = sentencePattern(
  `(?:${changeVerbs})\\s+${field}\\s+${ofWords}\\s+(?<object>.+?)${connector}(?<value>.+)`,
);
const fieldThen = sentencePattern(
  `(?:${changeVerbs})\\s+${field}${connector}(?<value>.+?)\\s+(?:for|pa|of|for)\\s+(?<object>.+)`,
);
const fieldIs = sentencePattern(`(?:${changeVerbs})\\s+(?<object>.+?)'?s?\\s+${field}${connector}(?<value>.+)`);
const fieldAlone = sentencePattern(`(?:${changeVerbs})\\s+${field}\\s+${ofWords}\\s+(?<object>.+)`);
const toldField = sentencePattern(`${field}\\s+(?:for|pa|of|for)\\s+(?<object>.+?)\\s*${isNow}\\s+(?<value>.+)`);
const toldShortly = sentencePattern(`${field}\\s+(?<object>.+?)\\s*[:=]\\s+(?<value>.+)`);
const fieldOnly = sentencePattern(
  `(?:(?:${changeVerbs})\\s+)?${field}(?:${connector}|\\s+${isNow}\\s+|\\s+)(?<value>.+)`,
);

type Parts = NonNullable<ReturnType<typeof partsOf>>;

function toldOf(parts: Parts): Told | 'title' {
  if (parts.place) return 'place';
  if (parts.title) return 'title';
  if (parts.end) return 'end';
  return parts.time ? 'time' : 'date';
}

/** "Byt plats för mötet 9 maj till Folkets hus", "ändra tiden …", "platsen för mötet blir …" */
export function asksField(clip: Clip, talk: Talk): Drafted | undefined {
  const parts =
    partsOf(clip, fieldOf) ??
    partsOf(clip, toldField) ??
    partsOf(clip, fieldThen) ??
    partsOf(clip, fieldIs) ??
    partsOf(clip, fieldAlone) ??
    partsOf(clip, toldShortly);
  const subject = parts && subjectOrdered(parts.object, talk);
  if (!parts || !subject) return undefined;
  const value = parts.value ?? nothing;
  return withField(subject, toldOf(parts), value, talk);
}

function withField(subject: Subject, told: Told | 'title', value: Clip, talk: Talk): Drafted {
  if (told === 'title') return edited(subject, noDetails, titleOf(value));
  return edited(subject, detailsIn(value, told, nearOf(subject, talk), talk));
}

/** What is changed of a meeting that is known already: "platsen till …", "kl 13", "i Folkets hus". */
export function fieldsOnly(clip: Clip, target: MeetingTarget, talk: Talk): Drafted | undefined {
  const subject = { target, isMeeting: true };
  const parts = partsOf(clip, fieldOnly);
  if (parts) return withField(subject, toldOf(parts), parts.value ?? nothing, talk);
  const bare =
    partsOf(clip, sentencePattern('(?:flytta )?(?:(?:det|den|it|motet) )?(?:till|to|->|→)?\\s*(?<value>.+)'))?.value ??
    clip;
  const details = detailsIn(bare, 'anything', nearOf(subject, talk), talk);
  return hasDetails(details) ? edited(subject, details) : undefined;
}

const beginsAt =
  '(?:borjar|startar|inleds|drar igang|ska borja|ska starta|borjar nu|starts?|begins?|will start|will begin|should start)';
const endsAt = '(?:slutar|avslutas|ska sluta|haller pa till|pagar till|ends?|finishes|will end|should end)';
const heldAt =
  '(?:hall[se]s?|kommer att hallas|ska hallas|ager rum|blir|ska vara|ar (?:nu|istallet|i stallet)|(?:ar|har) (?:bestam[dt]|satts?|planera[dt]|boka[dt]) till|is (?:set|scheduled|fixed) for|will be|will be held|is now|takes place|will take place)';
const toldInstead = sentencePattern('(?<object>.+?)\\s+(?:ar|is)\\s+(?<value>.+?)\\s+(?:istallet|i stallet|instead)');
const toldTimes = sentencePattern(
  `(?<object>.+?)\\s+(?:(?<begins>${beginsAt})|(?<ends>${endsAt})|(?<held>${heldAt}))\\s+(?<value>.+)`,
);

/** "Mötet 9 maj börjar kl 13", "mötet 9 maj hålls i Folkets hus" */
export function tellsTimes(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, toldTimes) ?? partsOf(clip, toldInstead);
  const value = parts?.value;
  if (!parts || !value || /^(?:av|med|by|installt|klar|flytta|inte|not)/.test(value.flat)) return undefined;
  const subject = toldSubject(parts.object, talk);
  if (!subject) return undefined;
  const details = detailsIn(
    value,
    parts.ends ? 'end' : parts.begins ? 'time' : 'anything',
    nearOf(subject, talk),
    talk,
  );
  return hasDetails(details) ? edited(subject, details) : undefined;
}

/** "Mötet 9 maj: kl 13", "kommittémötet 9 maj -> 16 maj" */
const toldArrow = sentencePattern('(?<object>.+?)\\s*(?:->|=>|→|⇒|:)\\s+(?<value>.+)');

export function tellsField(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, toldArrow);
  const value = parts?.value;
  const subject = value && toldSubject(parts?.object, talk);
  if (!subject || !value || isOff.test(value.flat)) return undefined;
  const details = detailsIn(value, 'anything', nearOf(subject, talk), talk);
  return hasDetails(details) && isTimed(details) ? edited(subject, details) : undefined;
}

const isTimed = ({ days, start, end, impossible }: MeetingDetails): boolean =>
  [days, start, end, impossible].some((part) => part !== null);

/** A draft of a meeting with the parts replaced that the words tell; undefined where they tell none, or of no meeting. */
export function refinedMeeting(draft: Draft, clip: Clip, talk: Talk): Drafted | undefined {
  if (draft.kind !== 'edit-meeting' && draft.kind !== 'add-meeting') return undefined;
  const target = draft.kind === 'edit-meeting' ? draft.target : anyMeeting;
  const own = draft.days ? dayPeriod(draft.days.from) : target.period;
  const found = fieldsOnly(clip, own ? { ...target, ids: [], period: own } : target, talk);
  if (found?.draft.kind !== 'edit-meeting') return undefined;
  const { days, shift, minutes, start, end, place, title } = found.draft;
  // An hour later than what was said before is not known here: it is the meeting's own hours that move.
  if (minutes !== undefined && draft.kind === 'edit-meeting') {
    return { draft: { ...draft, minutes, start: null, end: null }, impossible: found.impossible };
  }
  const isMoved = days !== null || shift !== null;
  const isTimed = start !== null || end !== null;
  const fields = {
    days: isMoved ? days : draft.days,
    // A new start with the old end would be another length.
    ...(isTimed ? { start: start ?? draft.start, end: end ?? (start === null ? draft.end : null) } : {}),
    place: place ?? draft.place,
    title: title ?? draft.title,
  };
  const refined: Draft =
    draft.kind === 'add-meeting'
      ? { ...draft, ...fields }
      : { ...draft, ...fields, shift: isMoved ? shift : draft.shift };
  return { draft: refined, impossible: found.impossible };
}

// === Titles

const titled = [
  `(?:dop|dopa|doper)(?: om)?\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `(?:byt|byta|andra|change)\\s+(?:namn|titel|namnet|titeln|the name|the title)\\s+(?:pa|for|of)\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `(?:rename|retitle)\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `(?:kalla|call|name|title)\\s+(?<object>.+?)(?:${connector}|\\s+)(?<value>["'“”„»].+)`,
  `(?:kalla|call|name)\\s+(?<object>.+?)(?:${connector}|\\s+for\\s+)(?<value>.+)`,
  `(?:satt|ge|set|give)\\s+(?:titel(?:n)?|rubrik(?:en)?|namn(?:et)?|the title)\\s+(?:pa|for|of)\\s+(?<object>.+?)${connector}(?<value>.+)`,
  `(?<object>.+?)\\s+(?:ska heta|heter nu|ska kallas|should be called|will be called|is now called)\\s+(?<value>.+)`,
].map(sentencePattern);

export function asksTitle(clip: Clip, talk: Talk): Drafted | undefined {
  for (const pattern of titled) {
    const parts = partsOf(clip, pattern);
    const subject = parts && toldSubject(parts.object, talk);
    if (parts && subject) return edited(subject, noDetails, titleOf(parts.value ?? nothing));
  }
  return undefined;
}

function titleOf({ text }: Clip): string | null {
  const title = unquoted(text);
  return title === '' ? null : title;
}
