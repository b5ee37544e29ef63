// Sentences that call off a meeting or a conference, or restore it.
import { noDetails } from './meeting-details.ts';
import { placeNamed } from './meeting-places.ts';
import { type Drafted, drafted, edited, shownSubject, subjectOrdered, toldSubject } from './meeting-subjects.ts';
import { type Clip, partsOf, sentencePattern } from './sentence.ts';
import type { Talk } from './update-subjects.ts';
import { cancelVerbs, off, restoreVerbs } from './update-words.ts';

const toldOff = sentencePattern(
  `(?<object>.+?)\\s*(?:\\s(?:(?:ar|blir|blev|har blivit|maste bli|is|has been|was|will be|gets) )?(?:tyvarr |unfortunately |nu )?${off}|\\s(?:stalls in|ska stallas in|maste stallas in|avbokas|utgar|stryks|blir inte av|blir ej av|will not take place|won't take place|will not happen|is off|does not take place)|:\\s*${off})`,
);
const cancel = sentencePattern(`(?:${cancelVerbs})(?:\\s+(?<object>.+))?`);
const splitCancel = sentencePattern('(?:stall|stalla|blas)\\s+(?<object>.+?)\\s+(?:in|av)');
const calledOff = sentencePattern(`(?:(?:det )?(?:blir )?inget(?= mote)|installt|cancell?ed):?\\s+(?<object>.+)`);

export function asksCancel(clip: Clip, talk: Talk): Drafted | undefined {
  const told = partsOf(clip, toldOff) ?? partsOf(clip, calledOff);
  const subject = told && toldSubject(told.object, talk);
  if (subject) return drafted({ kind: 'cancel-meeting', target: subject.target });
  const cleared = asksCleared(clip, talk);
  if (cleared) return cleared;
  const asked = partsOf(clip, cancel) ?? partsOf(clip, splitCancel);
  if (!asked) return undefined;
  if (!asked.object)
    return /^(?:ta bort|radera|delete|remove|drop|stryk|tag bort)/.test(clip.flat)
      ? undefined
      : drafted({ kind: 'cancel-meeting', target: shownSubject(talk).target });
  const object = subjectOrdered(asked.object, talk);
  return object && drafted({ kind: 'cancel-meeting', target: object.target });
}

const clearField = sentencePattern(
  '(?:ta bort|tag bort|stryk|radera|remove|delete|clear|drop)\\s+(?:the )?(?:(?<place>(?:motes)?(?:plats(?:en)?|lokal(?:en)?|place|venue|location|room))(?:\\s+(?<value>(?!(?:for|pa|av|fran|i|of|from|on)\\s).+?))?|(?<hours>(?:klockslag(?:et)?|(?:motes)?tid(?:en|erna)?|times?|hours))|(?<title>titel(?:n)?|rubrik(?:en)?|namn(?:et)?|title|name))\\s+(?:for|pa|av|fran|i|of|for|from|on)\\s+(?<object>.+)',
);

/** "Ta bort Salem från mötet 9 maj" */
const clearValue = sentencePattern(
  '(?:ta bort|tag bort|stryk|radera|remove|delete|drop)\\s+(?<value>.+?)\\s+(?:(?:som |as )?(?:plats|lokal|place|venue)\\s+(?:for|pa|of)|fran|from)\\s+(?<object>.+)',
);

/** "Ta bort platsen för mötet 9 maj": the meeting itself is held. */
function asksCleared(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, clearField) ?? partsOf(clip, clearValue);
  const subject = parts && subjectOrdered(parts.object, talk);
  if (!parts || !subject) return undefined;
  const found = edited(subject, noDetails);
  if (found.draft.kind !== 'edit-meeting') return undefined;
  if (parts.value) {
    const taken = placeNamed(parts.value, talk);
    const isPlace = parts.place !== undefined || taken?.municipality != null;
    return taken && isPlace ? drafted({ ...found.draft, cleared: ['place'], taken }) : undefined;
  }
  const field = parts.place ? 'place' : parts.hours ? 'hours' : 'title';
  return drafted({ ...found.draft, cleared: [field] });
}

const restore = sentencePattern(`(?:${restoreVerbs})(?:\\s+(?<object>.+))?`);
const toldOn = sentencePattern(
  '(?<object>.+?)\\s+(?:blir (?:visst )?av(?: anda| trots allt| i alla fall)?|hall[se]s (?:anda|trots allt)|ar (?:inte|ej) (?:langre )?installt(?: langre)?|is (?:back )?on(?: again| after all)?|will take place after all|takes place after all|is not cancell?ed(?: after all)?|is no longer cancell?ed)',
);

export function asksRestore(clip: Clip, talk: Talk): Drafted | undefined {
  const parts = partsOf(clip, toldOn) ?? partsOf(clip, restore);
  if (!parts) return undefined;
  if (!parts.object) return drafted({ kind: 'restore-meeting', target: shownSubject(talk).target });
  const subject = subjectOrdered(parts.object, talk);
  return subject && drafted({ kind: 'restore-meeting', target: subject.target });
}
