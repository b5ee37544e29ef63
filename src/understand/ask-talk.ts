// Readings of messages that are no question about the plan: greetings, thanks, "vad kan du?".
import type { TalkQuery } from '../query.ts';
import { type Candidate, evidence } from './candidate.ts';
import type { Cue } from './cues.ts';
import { hasCue, type Reading } from './reading.ts';

/** The kinds of small talk, each with the cue that shows it; the first that fits is taken. */
const talk: readonly (readonly [Cue, TalkQuery['about'], bonus: number])[] = [
  ['today', 'today', 1],
  ['whoAreYou', 'who-are-you', 1],
  ['howAreYou', 'how-are-you', 0.3],
  ['thanks', 'thanks', 0.4],
  ['farewell', 'farewell', 0.5],
  ['help', 'help', 0.5],
  ['complaint', 'complaint', 0],
  ['greeting', 'greeting', 0],
  ['praise', 'praise', -0.1],
  ['agree', 'agree', -0.2],
  ['decline', 'decline', -0.2],
];

export function askTalk(reading: Reading): Candidate[] {
  return (
    talk
      .filter(([cue]) => hasCue(reading, cue))
      .map(([cue, about, bonus]) => {
        const e = evidence(reading);
        e.cue(cue, 'greeting', 'agree', 'praise', 'thanks');
        e.cue('what', 'who', 'tell', 'list', 'something', 'which', 'doing', 'activity', 'all');
        return e.candidate({ kind: 'talk', about }, bonus);
      })
      // "Vilken dag är det julfest?" asks for no today.
      .filter(({ query, leftOver }) => !(query.kind === 'talk' && query.about === 'today' && leftOver.length > 0))
  );
}
