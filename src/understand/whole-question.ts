// Whether a message says by itself what it asks: then the last question, which may have been put weeks ago, has nothing
// to add to it.
import type { AnswerableQuery } from '../query.ts';
import type { Candidate } from './candidate.ts';
import { type Cue, questionWords } from './cues.ts';
import { formal, leading, loosePronoun, placePronoun, pronoun, sameTime, theMeeting } from './pointing-words.ts';
import { entities, hasCue, namesSomething, type Reading } from './reading.ts';
import { namesBareDay } from './short-times.ts';
import type { Entity } from './vocabulary.ts';

/** What a question is about, said in a word of its own: a noun, or a verb that stands for one. */
const subjects: readonly Cue[] = [
  'meeting',
  'planningConference',
  'conference',
  'happening',
  'occupied',
  'host',
  'hostTurn',
  'responsible',
  'doing',
  'holding',
  'activity',
  'actionPlan',
  'network',
  'goal',
  'objective',
  'area',
  'budget',
  'income',
  'fee',
  'chair',
  'viceChair',
  'shared',
  'alone',
  'something',
  'programme',
  'vision',
];
const asking: readonly Cue[] = [...questionWords, 'next'];
const talk: readonly Cue[] = [
  'greeting',
  'help',
  'whoAreYou',
  'howAreYou',
  'farewell',
  'thanks',
  'praise',
  'complaint',
  'agree',
];
const besideTalk: readonly Cue[] = ['today', 'all', 'more', 'other'];
/** What no plan holds is not in this one either, whatever was spoken of. */
const elsewhere: readonly Cue[] = ['outside', 'inhabitant'];

/** What can be pointed back to within the message itself: "David Schubert, vilken aktivitet sitter han på?" */
const named: readonly Entity['kind'][] = ['group', 'conference', 'activity', 'person', 'area', 'goal', 'objective'];
/** "När är kommittén där?" points at a place, which the committee is not. */
const placed: readonly Entity['kind'][] = ['conference', 'activity', 'area', 'goal', 'objective'];

/** Whoever has asked about a municipality speaks of it: "är vi värdar då?" */
function isOfOurs(reading: Reading, last: AnswerableQuery['kind'] | undefined): boolean {
  const isOfPlace = last === 'municipality' || last === 'agenda' || last === 'hosts';
  return isOfPlace && ours.test(reading.message) && hasCue(reading, 'host', 'hostTurn');
}
const ours = /(?<!\p{L})(?:vi|oss|vår|våra|we|us|our)(?!\p{L})/iu;

/** Fewer words are a fragment: "januari?" */
const fewestWords = 2;
const fewestOfSentence = 5;
const mostOfName = 3;
/** Weight of words that the reading leaves unexplained. */
const mostOpen = 1.5;

/**
 * @param alone the best reading of the message by itself
 * @param last what was asked before
 */
export function isWhole(
  reading: Reading,
  alone: Candidate | undefined,
  last: AnswerableQuery['kind'] | undefined,
): boolean {
  if (isSmallTalk(reading)) return true;
  if (reading.words.length < fewestWords || pointsElsewhere(reading)) return false;
  if (isOfOurs(reading, last)) return false;
  const isOfAll = entities(reading, 'region').length > 0 && hasCue(reading, 'municipalityNoun');
  if (isOfAll && hasCue(reading, 'involved', 'member')) return true;
  if (hasCue(reading, ...elsewhere)) return true;
  if (!alone || alone.unexplained >= mostOpen) return false;
  if (!hasCue(reading, ...subjects) && !(namesSubject(reading) && isSentence(reading)) && !asksOfTime(reading))
    return false;
  return last === undefined || !(lacksSubject(alone.query) && related(alone.query.kind).includes(last));
}

/** "Bra", "hej på dig", "cheers, that's all for today": nothing is asked. */
function isSmallTalk(reading: Reading): boolean {
  const cues = reading.mentions.flatMap(({ meaning }) => (meaning.kind === 'cue' ? [meaning.cue] : []));
  const isOnlyTalk =
    cues.some((cue) => talk.includes(cue)) && cues.every((cue) => [...talk, ...besideTalk].includes(cue));
  return isOnlyTalk && !namesSubject(reading) && entities(reading, 'municipality').length === 0;
}

/** A name and nothing else asks the same of another: "rådslaget?" after what something costs. */
export function isBareName(reading: Reading): boolean {
  const { words, mentions } = reading;
  return (
    words.length <= mostOfName && namesSomething(reading) && !mentions.some(({ meaning }) => meaning.kind === 'cue')
  );
}

/** Whether something stands for what was spoken of before the message. */
function pointsElsewhere(reading: Reading): boolean {
  const message = reading.message.trim();
  if (leading.test(message) || sameTime.test(message) || namesBareDay(reading)) return true;
  const said = startOf(named, reading);
  const points = (words: RegExp, before = said): boolean => {
    const at = message.search(words);
    return at >= 0 && (before === null || at < before);
  };
  if (points(pronoun) || points(placePronoun, startOf(placed, reading))) return true;
  if (points(loosePronoun) && !formal.test(message)) return true;
  return (
    said === null &&
    theMeeting.test(message) &&
    reading.times.length === 0 &&
    entities(reading, 'municipality').length === 0
  );
}

function namesSubject(reading: Reading): boolean {
  return startOf(named, reading) !== null;
}

/** Where in the message the first thing of these kinds is named; null where none is. */
function startOf(kinds: readonly Entity['kind'][], { mentions, tokens, words }: Reading): number | null {
  const starts = mentions.flatMap(({ first, meaning }) => {
    if (meaning.kind !== 'entity' || !kinds.includes(meaning.entity.kind)) return [];
    return words[tokens[first]?.word ?? -1]?.start ?? [];
  });
  return starts.length === 0 ? null : Math.min(...starts);
}

function isSentence(reading: Reading): boolean {
  return hasCue(reading, ...asking) || reading.words.length >= fewestOfSentence;
}

/** "Vad har vi i maj?", "vecka 6, är det nåt då?" */
function asksOfTime(reading: Reading): boolean {
  if (reading.times.length === 0) return false;
  return reading.words.length >= (hasCue(reading, 'what', 'list', 'tell') ? 3 : fewestOfSentence);
}

type Kind = AnswerableQuery['kind'];

const families: readonly (readonly Kind[])[] = [
  ['hosts', 'conference'],
  ['meetings', 'group', 'roles'],
  ['activities', 'networks', 'goals', 'parties', 'group'],
];

/** The kinds of question that are asked of the same subjects: "vem är värd?" after "när är rådslaget?" */
function related(kind: Kind): readonly Kind[] {
  return families.find((family) => family.includes(kind)) ?? [kind];
}

/** Whether a question of this kind is usually asked of something, which this one does not name. */
function lacksSubject(query: AnswerableQuery): boolean {
  switch (query.kind) {
    case 'meetings':
      return query.groups.length === 0 && query.place === null;
    case 'hosts':
      return query.conferences.length + query.municipalities.length === 0;
    case 'conference':
      return query.conferences.length !== 1;
    case 'roles':
      return query.groups.length + query.people.length === 0;
    case 'group':
      return query.groups.length === 0;
    case 'activities':
      return query.parties.length + query.areas.length + query.goals.length + query.objectives.length === 0;
    case 'goals':
      return query.areas.length + query.goals.length + query.objectives.length === 0;
    case 'budget':
      return query.lines.length === 0;
    default:
      return false;
  }
}
