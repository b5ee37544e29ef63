// Which of the activities a question wants: by cost, status and time, or in what place by cost.
import type { ActivitiesQuery, ActivityQuery } from '../query.ts';
import type { Evidence } from './candidate.ts';
import { hasCue, type Reading } from './reading.ts';

/** All of them; a question narrows it. */
export const everyActivity: ActivitiesQuery = {
  kind: 'activities',
  branch: null,
  areas: [],
  goals: [],
  objectives: [],
  parties: [],
  sharing: 'any',
  period: null,
  schedule: 'any',
  cost: 'any',
  costAtLeast: null,
  costAtMost: null,
  exclusive: false,
  status: 'any',
  aspect: 'list',
};

export function costFilter(e: Evidence): ActivitiesQuery['cost'] {
  const cost = e.cue('cost', 'costs', 'howMuch', 'budget');
  // "Kostar minst 100 000" is a bound, and not the least.
  const isBound = /(?<!\p{L})(?:minst|mest|högst|at least|at most)\s(?:\p{L}+\s)?\d/iu.test(e.reading.message);
  if (isBound) {
    e.cue('highest', 'lowest', 'mostOf', 'fewestOf', 'largest', 'smallest');
    return cost ? 'stated' : 'any';
  }
  if (e.cue('highest') || (cost && e.cue('mostOf', 'largest'))) return 'highest';
  if (e.cue('lowest') || (cost && e.cue('fewestOf', 'smallest') && !hasCue(e.reading, 'atLeast'))) return 'lowest';
  if (cost && e.cue('without', 'missing')) return 'unstated';
  return cost ? 'stated' : 'any';
}

/** "Är elvägen försenad?" wants a yes or a no. */
export function statusAsked(reading: Reading): ActivityQuery['asked'] {
  if (/(?<!\p{L})(?:inte|ej|not)(?!\p{L})/iu.test(reading.message)) return undefined;
  if (hasCue(reading, 'statusDelayed')) return 'delayed';
  if (hasCue(reading, 'statusPaused')) return 'paused';
  if (hasCue(reading, 'statusCancelled')) return 'cancelled';
  return hasCue(reading, 'statusDone') ? 'done' : undefined;
}

/** "Ska bli klara i vår" asks for what the plan sets a time for, not for what has been reported. */
export function isToCome(reading: Reading): boolean {
  const isAhead = /(?<!\p{L})(?:ska|skall|skulle|måste|bör|will|due|should|to be)(?!\p{L})/iu.test(reading.message);
  return isAhead && reading.times.some(({ meaning }) => meaning.kind === 'period');
}

export function statusFilter(e: Evidence): ActivitiesQuery['status'] {
  if (hasCue(e.reading, 'status') && e.cue('without', 'missing')) {
    e.cue('status');
    return 'unreported';
  }
  if (e.cue('statusDelayed')) return 'delayed';
  if (e.cue('statusPaused')) return 'paused';
  if (e.cue('statusCancelled')) return 'cancelled';
  if (hasCue(e.reading, 'statusDone') && !hasCue(e.reading, 'when') && !isToCome(e.reading)) {
    e.cue('statusDone');
    return 'done';
  }
  if (e.cue('statusStarted')) return 'ongoing';
  return 'any';
}

/** "E-arkivet, hinner de klart?": a subject with a status word asks how it goes, not for what is done. */
export function statusOf(e: Evidence): 'any' {
  e.cue('statusDelayed', 'statusPaused', 'statusCancelled', 'statusDone', 'statusStarted');
  return 'any';
}

export function scheduleFilter(e: Evidence): ActivitiesQuery['schedule'] {
  if (e.cue('ongoing')) return 'ongoing';
  if (e.cue('asNeeded')) return 'as-needed';
  if (hasCue(e.reading, 'when', 'dated', 'deadline') && e.cue('without', 'missing')) {
    e.cue('when', 'dated', 'deadline', 'hours');
    return 'unspecified';
  }
  if (e.cue('dated')) return 'dated';
  return 'any';
}

const numberWords: Readonly<Record<string, number>> = {
  tusen: 1_000,
  tiotusen: 10_000,
  femtiotusen: 50_000,
  hundratusen: 100_000,
  miljon: 1_000_000,
};

/** The number in "mer än 100 000 kronor"; digit groups may stand apart. */
export function amountOf(e: Evidence): number | null {
  const word = e.reading.tokens.findIndex(({ text }) => text in numberWords);
  if (word >= 0) {
    e.token(word);
    return numberWords[e.reading.tokens[word]?.text ?? ''] ?? null;
  }
  const numbers = e.reading.tokens.flatMap((token, index) => (/^\d+$/.test(token.text) ? [{ token, index }] : []));
  if (numbers.length === 0) return null;
  for (const { index } of numbers) e.token(index);
  return Number(numbers.map(({ token }) => token.text).join(''));
}

/** "Kostar exakt 100 000", "för precis 50 000 kr". */
export const exactAmount = /(?<!\p{L})(?:exakt|precis|jämnt|exactly|precisely)(?!\p{L})[^\d]{0,12}\d/iu;

const ranks: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:näst|nast|second|2nd)(?=[\s-]+(?:allra |most |least )?\p{L})/iu, 2],
  [
    /(?<!\p{L})(?:tredje|third|3rd)(?=[\s-]+(?:most |least )?(?:dyr|billig|högst|lägst|expensive|cheap|costly|highest|lowest))/iu,
    3,
  ],
];

/** "Näst dyrast": 2. */
export function rankOf(e: Evidence): number | null {
  const { message, tokens } = e.reading;
  const rank = rankIn(message);
  if (rank === null) return null;
  e.cue('next');
  tokens.forEach(({ text }, index) => {
    if (/^(?:näst|nast|second|2nd|tredje|third|3rd)$/.test(text)) e.token(index);
  });
  return rank;
}

export function rankIn(message: string): number | null {
  return ranks.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}
