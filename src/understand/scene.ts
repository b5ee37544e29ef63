// What the parts of a sentence are read against, and how what has been read is taken out of them.
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { type Clip, without } from './sentence.ts';
import type { TimeMention } from './time-mention.ts';
import type { Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

/** What sentences are read against. */
export interface Scene {
  readonly plan: Plan;
  readonly vocabulary: Vocabulary;
  readonly now: LocalMoment;
}

/** What the part is said to tell, where the sentence says so: "byt plats till …", "slutar …". */
export type Told = 'anything' | 'place' | 'time' | 'end' | 'date' | 'addition';

/** Stands where something was read, so that a place ends there. */
export const mark = '\t';

/** A clip without the times that were found in it. */
export function withoutTimes(clip: Clip, mentions: readonly TimeMention[]): Clip {
  const found = words(clip.text);
  return mentions.reduce((rest, { first, end }) => {
    const start = found[first]?.start ?? 0;
    return without(rest, start, found[end - 1]?.end ?? start, mark);
  }, clip);
}
