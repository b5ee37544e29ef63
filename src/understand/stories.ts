// Messages that tell something before they ask: "Vår kommun är Nykvarn. När är vi värdar?"
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { everyMeeting, noContext, type SingleQuery } from '../query.ts';
import { meetingsOf } from './ask-neighbours.ts';
import { namesAndTimes } from './frames.ts';
import { entities, hasCue, namesSomething, type Reading, read } from './reading.ts';
import { focusOf, isAnswerable, isPrecise, questionCues, type Single } from './several-questions.ts';
import type { Talk } from './update-subjects.ts';
import type { Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

/**
 * The only sentence of several that asks something; all of the text where more than one does, or none.
 *
 * @param isComplete whether a question leaves nothing open that the other sentences may tell
 */
export function askingSentence(
  text: string,
  ask: (question: string) => SingleQuery,
  isComplete: (question: Reading) => boolean,
  vocabulary: Vocabulary,
  now: LocalMoment,
): string {
  const sentences = sentencesOf(text);
  if (sentences.length < 2) return text;
  const readings = sentences.map((sentence) => ({ sentence, reading: read(sentence, vocabulary, now) }));
  const isStory = isStoryOf(sentences);
  const marked = readings.filter(({ sentence }) => sentence.endsWith('?'));
  const asking = isStory
    ? marked
    : readings.filter(({ sentence, reading }) => sentence.endsWith('?') || hasCue(reading, ...questionCues));
  const [only, another] = asking;
  if (!only || another || words(only.sentence).length <= 2) return text;
  const isTimeless = only.reading.times.length === 0;
  const others = readings.flatMap(({ reading }) => (reading === only.reading ? [] : [reading]));
  const told = readings.some(
    ({ sentence, reading }) =>
      sentence !== only.sentence && (namesSomething(reading) || (reading.times.length > 0 && isTimeless)),
  );
  const saysAll =
    isPrecise(ask(only.sentence), only.reading) ||
    (isStory && isComplete(only.reading) && !isOfOurs(only.reading, others));
  return !told || saysAll ? only.sentence : text;
}

const questionWord = 'när|nar|var|vart|vem|vilka|vilken|vilket|vad|hur|when|where|who|which|what|how';

/** A dash before the question ends what is told, too; before it a few words are what the question is about. */
const dashed = new RegExp(`\\s+[–-]\\s+(?=(?:${questionWord})\\s[^–]*\\?\\s*$)`, 'iu');
/** In words. */
const fewestTold = 6;

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence) => {
      const [told = '', question] = sentence.split(dashed);
      return question !== undefined && words(told).length >= fewestTold ? [told, question] : [sentence];
    })
    .filter((sentence) => words(sentence).length > 0);
}

/** "Where the fees were the subject of quarrels" asks nothing beside a last sentence that ends in a question mark. */
function isStoryOf(sentences: readonly string[]): boolean {
  const marked = sentences.filter((sentence) => sentence.endsWith('?'));
  return sentences.length > 1 && marked.length === 1 && sentences.at(-1) === marked[0];
}

/**
 * The question at the end of a story, asked of what the story is about: "Jag har hört om enkäten. När är den?" Undefined
 * where the question says all itself, or the story nothing that can be asked about.
 */
export function questionOfStory(
  text: string,
  isComplete: (question: Reading) => boolean,
  single: Single,
  talk: Talk,
): SingleQuery | undefined {
  const sentences = sentencesOf(text);
  return isStoryOf(sentences) ? askedOfTold(sentences, isComplete, single, talk) : undefined;
}

/** "Drygt en vecka till kommittén, vart åker vi": the same where one sentence tells and asks. */
export function questionAfterClause(
  text: string,
  isComplete: (question: Reading) => boolean,
  single: Single,
  talk: Talk,
): SingleQuery | undefined {
  const clauses = text.split(questionBegins).filter((clause) => words(clause).length > 0);
  return clauses.length === 2 ? askedOfTold(clauses, isComplete, single, talk) : undefined;
}

/** "Jag var i Nykvarn på kommittén, var är nästa?" */
export const tellsOfPast =
  /^(?:jag|vi|i|we)\s(?:var|missade|hann|kunde|satt|deltog|was|were|missed|attended)\s[^?]{3,80},\s/iu;

const questionBegins = new RegExp(`[,;:]\\s+(?=(?:${questionWord})(?!\\p{L}))`, 'iu');

/** The last of the parts, asked of what those before it are about. */
function askedOfTold(
  parts: readonly string[],
  isComplete: (question: Reading) => boolean,
  single: Single,
  { plan, vocabulary, now }: Talk,
): SingleQuery | undefined {
  const question = read(parts.at(-1) ?? '', vocabulary, now);
  const told = parts.slice(0, -1).map((part) => read(part, vocabulary, now));
  if (isComplete(question) && !isOfOurs(question, told)) return undefined;
  const subjects = told
    .filter(namesSomething)
    .map((reading) => ({ reading, about: subjectOf(reading, single, (names) => read(names, vocabulary, now)) }));
  const { reading, about } = subjects.findLast((subject) => subject.about !== undefined) ?? {};
  if (!reading || !about) return undefined;
  const query = single(question, {
    ...noContext,
    last: openedFor(question, about, plan),
    focus: focusOf(about, plan, now.day),
  });
  if (isAnswerable(query)) return query;
  // "Jag undrar vilka som deltar. Är det bara politiker?" has asked before.
  return hasCue(reading, ...questionCues) && !hasCue(question, 'outside') ? about : undefined;
}

/** "Jag är ny i YH-nätverket. Vilket delmål jobbar vi mot?" is about theirs. */
function isOfOurs(question: Reading, told: readonly Reading[]): boolean {
  return ours.test(question.message) && told.some((part) => entities(part, 'group').length > 0);
}

const ours = /(?<!\p{L})(?:vi|oss|vår|vårt|våra|we|us|our)(?!\p{L})/iu;

/** "Jag missade mötet i Nykvarn. När är nästa?": the next of whoever met there, anywhere and at any time. */
function openedFor(question: Reading, about: SingleQuery, plan: Plan): SingleQuery {
  if ((about.kind !== 'meetings' && about.kind !== 'agenda') || !hasCue(question, 'next', 'thereafter')) return about;
  const { place } = about;
  const own = about.kind === 'meetings' ? about.groups : [];
  const there = place === null ? [] : meetingsOf({ ...everyMeeting, groups: own, place }, plan);
  return { ...everyMeeting, groups: [...new Set(there.length > 0 ? there.map(({ group }) => group) : own)] };
}

/** What a sentence of a story is about: as it stands, or else the names and times in it, or the names alone. */
function subjectOf(reading: Reading, single: Single, reread: (names: string) => Reading): SingleQuery | undefined {
  const isOfArea = entities(reading, 'area').length > 0;
  const parts = [reading, reread(namesAndTimes(reading)), reread(namesAndTimes({ ...reading, times: [] }))];
  return (
    parts
      .map((part) => single(part, noContext))
      // An activity that only shares words with an area that is named is not what the story is about.
      .find((query) => isSubject(query) && !(isOfArea && query.kind === 'activity'))
  );
}

/** Whether a question can be about what this one is about. */
function isSubject(query: SingleQuery): boolean {
  return isAnswerable(query) && query.kind !== 'municipalities' && query.kind !== 'document';
}
