// Sentences that ask for a change of a meeting: each kind in turn; and those that move one.

import type { Period } from '../plan/period.ts';
import { detailsIn, hasDetails, type MeetingDetails, noDetails, takeMinutes, takeShift } from './meeting-details.ts';
import {
  type Drafted,
  dayPeriod,
  edited,
  nearOf,
  orderedSubject,
  shownSubject,
  toldSubject,
  withoutLunch,
} from './meeting-subjects.ts';
import { type Clip, cut, nothing, partsOf, sentencePattern } from './sentence.ts';
import { dayIn } from './time-days.ts';
import { asksCancel, asksRestore } from './update-cancellations.ts';
import { asksField, asksTitle, tellsField, tellsTimes } from './update-meeting-fields.ts';
import { asksAdd } from './update-new-meetings.ts';
import { type Subject, subjectOf, type Talk } from './update-subjects.ts';
import { changeVerbs, connector, doubtful, moveVerbs } from './update-words.ts';

/** What a sentence asks of a meeting; undefined where it asks nothing. */
export function askMeetingUpdate(clip: Clip, talk: Talk): Drafted | undefined {
  const old = insteadOf.exec(clip.flat);
  const found = asked(old ? cut(clip, 0, old.index + (old[1]?.length ?? 0)) : clip, talk);
  const before = old && subjectOf(cut(clip, old.index + old[0].length), talk).target.period;
  return found && before ? onDays(found, before) : found;
}

const insteadOf = /(\s+(?:istallet|i stallet|instead)) (?:for|of)\s+(?=\S)/;

/** "… är nu 16 maj istället för 9 maj": the old day tells which meeting is meant. */
function onDays(found: Drafted, period: Period): Drafted {
  const { draft } = found;
  if (draft.kind !== 'edit-meeting' || draft.target.period !== null || draft.target.ids.length > 0) return found;
  return { ...found, draft: { ...draft, target: { ...draft.target, period } } };
}

function asked(clip: Clip, talk: Talk): Drafted | undefined {
  const masked = withoutLunch(clip);
  return (
    asksTitle(clip, talk) ??
    asksField(masked, talk) ??
    asksMove(masked, talk) ??
    asksLength(masked, talk) ??
    asksAdd(clip, talk) ??
    tellsMove(masked, talk) ??
    tellsField(masked, talk) ??
    tellsTimes(masked, talk) ??
    asksRestore(clip, talk) ??
    asksCancel(clip, talk)
  );
}

// === Moving

const { later, earlier, plain } = moveVerbs;
const move = `(?:(?<later>${later})|(?<earlier>${earlier})|(?<plain>${plain}|${changeVerbs}))`;
const moveTo = sentencePattern(`${move}\\s+(?<object>.+?)${connector}(?<value>.+)`);
const moveAlone = sentencePattern(`${move}(?:\\s+(?<object>.+))?`);
/** "Lägg aprilmötet den 12 april" */
const moveOn = sentencePattern(
  '(?:lagga?|put)(?! (?:in|till|upp|ner|on|off|back))\\s+(?<object>.+?)\\s+(?:den|pa|on)\\s+(?<value>.*\\d.*)',
);
const trailingParticle = /\s+(?:fram|framat|bakat|upp|ner|om|back|forward|up|out)$/;
/** "flytta till 16 maj": what is moved was said before. */
const moveOnlyTo = sentencePattern(`(?:${plain}|${later}|${earlier})(?:${connector})(?<value>.+)`);

const changeOnlyTo = sentencePattern(
  '(?:andra|byt|change)(?: (?:till|to) )(?!.*(?:mot|meeting|konferens|conference| for | pa | of ))(?<value>.+)',
);

function asksMove(clip: Clip, talk: Talk): Drafted | undefined {
  const only = partsOf(clip, moveOnlyTo);
  if (only) {
    const subject = shownSubject(talk);
    return edited(subject, detailsIn(only.value ?? nothing, 'anything', nearOf(subject, talk), talk));
  }
  const changed = partsOf(clip, changeOnlyTo)?.value;
  if (changed) {
    const subject = shownSubject(talk);
    const details = detailsIn(changed, 'anything', nearOf(subject, talk), talk);
    if (details.days !== null || details.start !== null) return edited(subject, details);
  }
  const parts = partsOf(clip, moveTo) ?? partsOf(clip, moveOn);
  const object = parts?.object;
  if (parts && object && !doubtful.test(object.flat)) {
    const meant = orderedSubject(withoutParticle(object), talk);
    if (!meant.isMeeting) return undefined;
    const subject = inMonthOf(meant, object, parts.value ?? nothing, talk);
    const details = keptLunch(object, detailsIn(parts.value ?? nothing, 'anything', nearOf(subject, talk), talk));
    return edited(
      subject,
      parts.earlier && details.shift !== null ? { ...details, shift: -Math.abs(details.shift) } : details,
    );
  }
  return movesBy(clip, talk);
}

const openDay = /(?:^|\s)den (?<day>\d{1,2})(?::?[ea])?$/;

/** "Den 9:e till den 16:e maj": both are in May. */
function inMonthOf(subject: Subject, object: Clip, value: Clip, talk: Talk): Subject {
  const day = openDay.exec(object.flat)?.groups?.day;
  const month = day === undefined ? undefined : detailsIn(value, 'anything', null, talk).days?.from;
  const found = month && dayIn(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(day));
  return found ? { ...subject, target: { ...subject.target, period: dayPeriod(found) } } : subject;
}

const longer = sentencePattern(
  `(?:forlang|forlanga|forkorta|korta(?: ner| av)?|extend|shorten)\\s+(?<object>.+?)${connector}(?<value>.+)`,
);

/** "Förläng mötet 9 maj till kl 17" */
function asksLength(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, longer);
  const subject = parts && toldSubject(parts.object, talk);
  return subject && edited(subject, detailsIn(parts.value ?? nothing, 'end', nearOf(subject, talk), talk));
}

/** "Lunch till lunch-konferensen" is one on its new days too. */
function keptLunch({ flat }: Clip, details: MeetingDetails): MeetingDetails {
  const { days } = details;
  const isKept = days !== null && days.from !== days.to && /lunch\s*-\s*lunch/.test(flat);
  return isKept ? { ...details, days: { ...days, lunchToLunch: true } } : details;
}

/** "Flytta fram mötet 9 maj en vecka", "senarelägg mötet med en timme", "flytta mötet" */
function movesBy(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, moveAlone);
  if (!parts || (parts.object && doubtful.test(parts.object.flat))) return undefined;
  const object = parts.object;
  const isChange = new RegExp(`^(?:${changeVerbs})(?!\\p{L})`, 'u').test(clip.flat);
  if (!object) return isChange ? undefined : edited(shownSubject(talk), noDetails);
  const delayed = movesByMinutes(parts, object, talk);
  if (delayed) return delayed;
  const taken = takeShift(object);
  const bare = withoutParticle(cut(untabbed(taken.rest)));
  // "Skjut upp en vecka": what was shown.
  const subject = bare.flat === '' && taken.shift !== null ? shownSubject(talk) : orderedSubject(bare, talk);
  if (!subject.isMeeting) return undefined;
  if (taken.shift === null) return edited(subject, noDetails);
  const isKnown = taken.isDirected || parts.later || parts.earlier;
  const shift = parts.earlier ? -Math.abs(taken.shift) : taken.shift;
  return edited(subject, isKnown ? { ...noDetails, shift } : noDetails);
}

/** "Senarelägg mötet 9 maj en timme": with no word of direction, the verb has it. */
function movesByMinutes(parts: NonNullable<ReturnType<typeof partsOf>>, object: Clip, talk: Talk): Drafted | undefined {
  const { rest, minutes, isDirected } = takeMinutes(object);
  if (minutes === null || !(isDirected || parts.later || parts.earlier)) return undefined;
  const bare = withoutParticle(cut(untabbed(rest)));
  const subject = bare.flat === '' ? shownSubject(talk) : orderedSubject(bare, talk);
  if (!subject.isMeeting) return undefined;
  return edited(subject, { ...noDetails, minutes: parts.earlier ? -Math.abs(minutes) : minutes });
}

function untabbed({ text, flat }: Clip): Clip {
  return { text: text.replaceAll('\t', ' '), flat: flat.replaceAll('\t', ' ') };
}

function withoutParticle(clip: Clip): Clip {
  const match = trailingParticle.exec(clip.flat);
  return match ? cut(clip, 0, match.index) : clip;
}

const passive =
  '(?:(?:har |ar |blir |blev |ska |skall |maste |behover )?(?:nu )?(?:flyttas?|flyttats|flyttades|flyttat|flyttad|framflyttat|framflyttad|senarelaggs|senarelagt|tidigarelaggs|tidigarelagt|skjuts|uppskjutet|byter (?:dag|datum|tid))(?: fram| om| upp)?' +
  '|(?:is|has been|is being|was|will be|gets|must be|should be) (?:now )?(?:moved|rescheduled|postponed|shifted|put off|pushed back|brought forward)|moves)';
const toldMove = sentencePattern(`(?<object>.+?)\\s+(?<verb>${passive})${connector}(?<value>.+)`);
const toldShift = sentencePattern(`(?<object>.+?)\\s+(?<verb>${passive})\\s+(?<value>.+)`);

/** "Kommittémötet 9 maj flyttas till 16 maj" */
function tellsMove(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, toldMove) ?? partsOf(clip, toldShift);
  const subject = parts && toldSubject(parts.object, talk);
  if (!parts || !subject) return undefined;
  const details = detailsIn(parts.value ?? nothing, 'anything', nearOf(subject, talk), talk);
  const isEarlier = /tidigarel|brought forward/.test(parts.verb?.flat ?? '');
  const back = (by: number | null): number | null => (by !== null && isEarlier ? -Math.abs(by) : by);
  const { shift, minutes } = details;
  return hasDetails(details) ? edited(subject, { ...details, shift: back(shift), minutes: back(minutes) }) : undefined;
}
