// The place of a meeting in somebody's words: a municipality, a venue of the plan, or any other.
import type { Place } from '../plan/meeting.ts';
import { entities, type Reading, read } from './reading.ts';
import { mark, type Scene, type Told } from './scene.ts';
import { type Clip, cut, unquoted } from './sentence.ts';

const placeLead =
  /(?:^|[\s,(\t])(?:(?:plats|lokal|place|venue|location)(?:en)?(?: ar| is)?:?|i|hos|pa|vid|at|in|@|via)\s+(?<place>[^\t;()]*[^\t;()\s,.])/dgu;
const looseWords =
  /^(?:(?:och|and|men|but|samt|den|det|the|on|pa|till|to|istallet|i stallet|instead|nu|now|da|sen|med|with|from|fran|for|vid|kl|of|at|in|i|hos|ny|nytt|ska|skall|vara|byt|andra|plats|lokal|is|will|be|held|a|an|ett|en)(?:[\s\t,.]+|$))+|(?<![\s,.])(?:[\s,.]+(?:och|and|istallet|i stallet|instead|nu|now|da|med|with|den|the|on|kl|from|fran|i|at|in|pa))+$/u;
const online = /^(?:digitalt|pa distans|online|virtuellt|(?:via |pa |on |i )?(?:teams|zoom))$/;
const vague =
  /^(?:en|ett|nagon|nagot|nasta|senare|tidigare|annan|annat|a|an|another|some|later|earlier|next|samma|veckan|vecka|week|stallet|forvag|tid|god tid|ar|var|host|mote(?:t|n)?|(?:the )?meetings?|the (?:morning|afternoon|evening)|(?:morgon|formiddag|eftermiddag|kvall)(?:en)?|inte|ej|icke|not|never|aldrig|heldag|hela dagen|em|fm|lunch(?:en)?)(?!\p{L})/u;

/** What is left between the times: a place where a preposition leads to it, or where it is known for one. */
export function placeIn(rest: Clip, told: Told, scene: Scene): Place | null {
  for (const segment of segmentsOf(rest)) {
    const place = placeInSegment(segment, told, scene);
    if (place) return place;
  }
  return null;
}

function segmentsOf(rest: Clip): Clip[] {
  const segments: Clip[] = [];
  for (const match of rest.flat.matchAll(/[^\t;]+/g)) {
    const segment = cut(rest, match.index, match.index + match[0].length);
    if (/\p{L}/u.test(segment.flat)) segments.push(segment);
  }
  return segments;
}

function placeInSegment(segment: Clip, told: Told, scene: Scene): Place | null {
  const left = trimmed(segment);
  if (left.flat === '') return null;
  const isName = told !== 'addition' && /^[\p{Lu}"'“”]/u.test(left.text);
  const isLed = /^(?:i|hos|pa|vid|at|in|@|via)\s/.test(segment.flat);
  if (isName && !isLed) return placeNamed(left, scene);
  for (const match of segment.flat.matchAll(placeLead)) {
    const range = match.indices?.groups?.place;
    const place = range && placeNamed(cut(segment, range[0], range[1]), scene);
    if (place) return place;
  }
  if (online.test(left.flat)) return { name: left.text, municipality: null };
  const isKnown = told === 'addition' ? isPlaceOnly(left, scene) : knownPlace(left, scene);
  return isKnown ? placeNamed(left, scene) : null;
}

function trimmed(clip: Clip): Clip {
  let rest = cut(clip);
  for (let match = looseWords.exec(rest.flat); match && match[0] !== ''; match = looseWords.exec(rest.flat)) {
    rest = match.index === 0 ? cut(rest, match[0].length) : cut(rest, 0, match.index);
  }
  return rest;
}

function placeReading({ text }: Clip, { vocabulary, now }: Scene): Reading {
  return read(text, vocabulary, now);
}

/** Whether the words are a municipality, or a venue that the plan knows. */
function knownPlace(clip: Clip, scene: Scene): boolean {
  const reading = placeReading(clip, scene);
  return entities(reading, 'municipality').length === 1 || entities(reading, 'venue').length === 1;
}

/** Whether the words are nothing else. */
function isPlaceOnly(clip: Clip, scene: Scene): boolean {
  const reading = placeReading(clip, scene);
  return covers(reading, 'municipality') || covers(reading, 'venue');
}

/** A place by its words; the plan's own name where it is a municipality or a venue of the plan. */
export function placeNamed(clip: Clip, scene: Scene): Place | null {
  const place = trimmed({ text: clip.text.replaceAll(mark, ' '), flat: clip.flat.replaceAll(mark, ' ') });
  const name = unquoted(place.text).replaceAll(/\s+/g, ' ');
  if (!/\p{L}/u.test(name) || vague.test(place.flat)) return null;
  const reading = placeReading(place, scene);
  if (entities(reading, 'group').length > 0 || entities(reading, 'conference').length > 0) return null;
  const [municipality, another] = entities(reading, 'municipality');
  const [venue] = entities(reading, 'venue');
  const isSole = covers(reading, venue ? 'venue' : 'municipality');
  if (venue && isSole) return { name: venue.name, municipality: null };
  if (!municipality || another) return { name, municipality: null };
  return { name: isSole ? scene.plan.municipality(municipality.id).name : name, municipality: municipality.id };
}

/** Whether mentions of a kind cover all the words. */
function covers({ tokens, mentions, words: written }: Reading, kind: 'municipality' | 'venue'): boolean {
  return tokens.every(({ text, corrected, word }, index) => {
    if (corrected && written[word]?.text !== text && kind === 'municipality' && /kommun/.test(text)) return false;
    const isNamed = mentions.some(
      ({ first, length, meaning }) =>
        meaning.kind === 'entity' && meaning.entity.kind === kind && index >= first && index < first + length,
    );
    return isNamed || /^(?:kommun(?:en)?|municipality)$/.test(text);
  });
}
