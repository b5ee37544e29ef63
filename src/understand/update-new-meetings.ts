// Sentences that add a meeting or a conference's occasion.
import type { Draft } from '../draft.ts';
import { impossibleIn } from './impossible-times.ts';
import { detailsIn } from './meeting-details.ts';
import { type Drafted, drafted, withoutLunch } from './meeting-subjects.ts';
import { entities, hasCue } from './reading.ts';
import { type Clip, nothing, partsOf, sentencePattern, unquoted, without } from './sentence.ts';
import { readPart, type Talk } from './update-subjects.ts';
import { addVerbs, doubtful } from './update-words.ts';

const add = sentencePattern(`(?:${addVerbs})(?::?\\s+(?<object>.+))?`);
const newOne = sentencePattern(
  '(?:(?:ett|en|a|an)\\s+)?(?:nytt|ny|extra|extrainsatt|extrainkallat|ytterligare ett|new|another|additional)\\s+(?<object>.+)',
);
const namedTitle =
  /[\s,]*(?:(?:med (?:titeln?|namnet|rubriken)|som (?:heter|kallas)|kallat|titled|called|named|with the title|titel:?|title:?)\s+(?<title>["'“”„»]?[^"“”„»,]+["'“”„»]?)|(?<quoted>["“”„»][^"“”„»]{2,}["“”„»]))/du;

export function asksAdd(clip: Clip, talk: Talk): Drafted | undefined {
  const asked = partsOf(clip, add);
  const parts = asked ?? partsOf(clip, newOne);
  if (!parts) return undefined;
  const object = parts.object;
  if (!object) return /^(?:boka|nytt|book|schedule)/.test(clip.flat) ? drafted(added(nothing, talk).draft) : undefined;
  if (doubtful.test(object.flat) || !isNewMeeting(object, asked !== undefined, talk)) return undefined;
  return added(object, talk);
}

function isNewMeeting(object: Clip, isOrder: boolean, talk: Talk): boolean {
  if (/(?:^|\s)(?:mig|mej|oss|me|us)(?:\s|$)/.test(object.flat)) return false;
  const reading = readPart(object, talk);
  if (hasCue(reading, 'outside', 'activity', 'responsible', 'network', 'chair', 'viceChair', 'deadline')) return false;
  if (/^(?:tid|plats|lokal|datum|dag|titel|namn|time|place|venue|date)(?!\p{L})/u.test(object.flat)) return false;
  if (!isOrder && /(?:moten|meetings|konferenser)(?!\p{L})/u.test(object.flat)) return false;
  const isMeeting = hasCue(reading, 'meeting', 'planningConference');
  const isConference = entities(reading, 'conference').length > 0;
  const isDated = reading.times.length > 0 || impossibleIn(object) !== null;
  const meets = entities(reading, 'group').length > 0 && isDated;
  return isMeeting || isConference || (isOrder && meets);
}

function added(object: Clip, talk: Talk): Drafted {
  const named = namedTitle.exec(object.flat);
  const place = named?.indices?.groups?.title ?? named?.indices?.groups?.quoted;
  const title = place ? unquoted(object.text.slice(place[0], place[1])).trim() : null;
  const rest = named ? without(object, named.index, named.index + named[0].length) : object;
  const reading = readPart(rest, talk);
  const isPlanning = hasCue(reading, 'planningConference');
  const {
    impossible,
    shift: _shift,
    minutes: _minutes,
    ...details
  } = detailsIn(withoutLunch(rest), 'addition', null, talk);
  const draft: Draft = {
    kind: 'add-meeting',
    groups: entities(reading, 'group').map(({ id }) => id),
    conferences: isPlanning ? [] : entities(reading, 'conference').map(({ id }) => id),
    form: isPlanning ? 'planning-conference' : 'meeting',
    ...details,
    title,
  };
  return { draft, impossible };
}
