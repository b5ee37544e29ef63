// What is asked about an activity that is known: who, when, what it costs, how it goes.
import type { ActivityQuery } from '../query.ts';
import { isYesNo } from './ask-meetings.ts';
import type { Evidence } from './candidate.ts';
import { entities, hasCue } from './reading.ts';
import { words } from './words.ts';

/** "Tid och kostnad?": when two things are asked for, the whole row is the answer. */
function asksSeveralThings(e: Evidence): boolean {
  const things = [
    ['cost', 'howMuch'],
    ['howMany'],
    ['responsible', 'who', 'peopleNoun'],
    ['when', 'deadline', 'hours'],
    ['status'],
  ] as const;
  const asked = things.filter((cues) => hasCue(e.reading, ...cues));
  if (asked.length < 2 || (asked.length === 2 && hasCue(e.reading, 'status'))) return false;
  for (const cues of asked) e.cue(...cues);
  return true;
}

const whether =
  /^(?:hej |men |och |så |va+ )?(?:är|ar|har|blev|hann|hanns|kom|gick|fick|togs|tog|is|has|have|did|was|were|are)(?!\p{L})/iu;
const participle =
  /(?<!\p{L})(?:(?!till|mål|delmål)\p{L}{2,}(?:ad|at|ats|ade|ades|tt|tts|klar|klart|tagen|taget|tagna|dd)|gjort|gjord|\p{L}{3,}ed|done|made|sent|begun)(?=[\s?!.,]|$)|(?<=(?:^|\s)(?:blev|blir|blivit)\s[^.!?]{3,60}\s)av(?=[\s?!.]*$)/giu;
const planningWords =
  /^(?:plan\p{L}*|inplan\p{L}*|beräkn\p{L}*|tidsatt|kostnadssatt|budget\p{L}*|fått|något|nåt|need|scheduled|involved|named|called|ska|anställd|placerad|delat|ansvarat|inblandad|engagerad|med)$/iu;

/** "Är BISNOD-analysen uppdaterad nu?": whether something has been done to an activity asks how it goes. */
function asksWhetherDone(e: Evidence, named: boolean): boolean {
  const { reading } = e;
  if (!named || !whether.test(reading.message.trim()) || entities(reading, 'municipality').length > 0) return false;
  if (
    hasCue(
      reading,
      'cost',
      'responsible',
      'who',
      'when',
      'where',
      'dated',
      'ongoing',
      'asNeeded',
      'network',
      'involved',
    )
  )
    return false;
  const told = [...reading.message.matchAll(participle)].map(([word]) => word.toLowerCase());
  const [done] = told.filter((word) => !planningWords.test(word));
  if (done === undefined) return false;
  reading.tokens.forEach((token, index) => {
    if (reading.words[token.word]?.text === done) e.token(index);
  });
  e.cue('statusDone');
  return true;
}

/** What is asked about an activity that is known. */
export function activityAspect(e: Evidence, named = false): ActivityQuery['aspect'] {
  const reading = e.reading;
  if (e.cue('comment') || asksSeveralThings(e)) return 'about';
  if (e.cue('status', 'statusDelayed', 'statusPaused', 'statusCancelled', 'statusStarted')) {
    e.cue('statusDone', 'ongoing', 'when', 'until');
    return 'status';
  }
  if (asksWhetherDone(e, named)) return 'status';
  const done = e.cue('statusDone');
  const asksWhat =
    /^(?:vad|what)(?!\p{L})/iu.test(reading.message.trim()) &&
    !/^(?:vad|what)(?:'s| är| is)? status/i.test(reading.message);
  if (done && !asksWhat && !hasCue(reading, 'when', 'deadline', 'until', 'whatDate')) return 'status';
  const isOfOwnBudget = (named || words(reading.message).length <= 2) && e.cue('budget');
  if (isOfOwnBudget || e.cue('cost', 'howMuch', 'highest')) {
    e.cue('sum', 'fee', 'paid', 'budget');
    return 'cost';
  }
  if (isYesNo(reading) && entities(reading, 'municipality').length > 0) {
    e.cue('responsible', 'involved', 'participants', 'member', 'municipalityNoun');
    return 'involves';
  }
  if (
    hasCue(reading, 'which', 'what') &&
    !hasCue(reading, 'who', 'responsible', 'network') &&
    e.cue('goal', 'objective', 'area')
  ) {
    e.cue('which', 'what', 'municipalityNoun', 'member', 'involved');
    return 'goal';
  }
  // "När är det tänkt att den genomförs?"
  const asksWhen = hasCue(reading, 'when') && !hasCue(reading, 'who', 'responsible', 'askPerson', 'leads');
  if (asksWhen) {
    e.cue('when', 'week', 'deadline', 'whatDate', 'until', 'start', 'end', 'organiser', 'involved');
    return 'schedule';
  }
  if (e.cue('who', 'responsible', 'askPerson', 'leads', 'involved', 'participants', 'organiser')) {
    e.cue(
      'municipalityNoun',
      'peopleNoun',
      'member',
      'shared',
      'network',
      'atLeast',
      'more',
      'other',
      'partners',
      'share',
    );
    return 'responsible';
  }
  if (e.cue('municipalityNoun', 'peopleNoun')) {
    e.cue('shared', 'share', 'partners', 'more', 'other');
    return 'responsible';
  }
  if (e.cue('when', 'week', 'deadline', 'whatDate', 'until', 'start', 'end', 'countdown', 'howLong', 'hours'))
    return 'schedule';
  if (isYesNo(reading) && e.cue('ongoing', 'asNeeded')) return 'schedule';
  if (e.cue('goal', 'objective', 'area')) return 'goal';
  // "Vilka mer än Salem står för företagseventet?"
  if (entities(reading, 'municipality').length > 0 && e.cue('partners', 'shared', 'share', 'atLeast', 'more')) {
    e.cue('which', 'tell', 'doing');
    return 'responsible';
  }
  e.cue('purpose', 'theme', 'why');
  return 'about';
}
