// The shape of a language's cue table: which words tell what is asked. One table a language; all are searched at once.

/** What kind of work a cue does, and so how much it counts when a reading leaves it unexplained. */
export const cueWeights = {
  // Question words: light, since almost every reading explains them.
  when: 1,
  where: 1,
  who: 1,
  which: 0.5,
  what: 0.5,
  howMany: 1.5,
  howMuch: 1.5,
  howLong: 1.5,
  howOften: 1.5,
  why: 0.5,
  list: 0.5,
  tell: 0.5,
  comment: 1,
  until: 1.5,
  whatDate: 1,
  // Subjects.
  meeting: 2,
  planningConference: 2.5,
  conference: 2,
  agenda: 2,
  occupied: 1.5,
  room: 4,
  happening: 1.5,
  host: 2.5,
  hostTurn: 2,
  responsible: 2,
  doing: 1,
  holding: 1,
  askPerson: 2,
  activity: 2,
  actionPlan: 1.5,
  status: 2,
  statusDone: 1.5,
  statusDelayed: 2,
  statusStarted: 1.5,
  statusPaused: 2,
  statusCancelled: 2,
  cost: 2,
  paid: 1.5,
  highest: 1.5,
  lowest: 1.5,
  mostOf: 1.5,
  fewestOf: 1.5,
  largest: 1.5,
  smallest: 1.5,
  atLeast: 1,
  atMost: 1,
  without: 1.5,
  missing: 2,
  sum: 1.5,
  something: 0.5,
  ongoing: 2,
  asNeeded: 2,
  dated: 1.5,
  network: 2,
  groupNoun: 0.5,
  goal: 2,
  objective: 2,
  area: 1.5,
  programme: 1.5,
  regional: 1.5,
  operations: 2,
  budget: 2,
  income: 2,
  costs: 2,
  balance: 2,
  share: 1.5,
  fee: 2,
  inhabitant: 1.5,
  decided: 2.5,
  chair: 2.5,
  viceChair: 2.5,
  leads: 1.5,
  rolesOf: 1.5,
  member: 2,
  seat: 1.5,
  vision: 2.5,
  purpose: 2,
  principles: 2.5,
  workingMethods: 2,
  appendix: 2.5,
  document: 1,
  oddity: 2,
  partners: 2,
  participants: 1.5,
  organiser: 1.5,
  theme: 2,
  municipalityNoun: 1,
  peopleNoun: 0.5,
  involved: 1.5,
  shared: 1.5,
  alone: 1.5,
  // Modifiers.
  next: 1,
  thereafter: 1.5,
  before: 1,
  previous: 1,
  final: 1,
  first: 1,
  countdown: 1.5,
  remaining: 1,
  held: 1.5,
  morning: 1.5,
  afternoon: 1.5,
  evening: 1.5,
  week: 1.5,
  usual: 1,
  hours: 1.5,
  start: 1,
  end: 1,
  weekday: 1,
  all: 0.5,
  more: 0.5,
  other: 0.5,
  deadline: 1,
  // Talk.
  help: 2,
  greeting: 1,
  thanks: 1.5,
  farewell: 2.5,
  whoAreYou: 2,
  howAreYou: 2,
  agree: 1,
  decline: 1,
  praise: 1,
  complaint: 1,
  today: 2,
  // Things that people ask about meetings and people, and that no plan of this kind holds.
  outside: 4,
  // Asks the bot to change or send something, which it does only for the secretariat.
  write: 2,
} as const;

export type Cue = keyof typeof cueWeights;

/** Question words, and what stands for one. */
export const questionWords: readonly Cue[] = [
  'who',
  'what',
  'which',
  'when',
  'where',
  'howMuch',
  'howMany',
  'why',
  'list',
  'tell',
];

/**
 * A language's cues. A phrase is one or more words; each word is matched in any inflection. A word that starts with "="
 * is matched only as it stands.
 */
export interface CueTable {
  readonly cues: Readonly<Record<Cue, readonly string[]>>;
  /** What people call the group of that kind, where the plan has one, by who sits in it. */
  readonly groupKinds: Readonly<Record<'committee' | 'management', readonly string[]>>;
  /** Words that carry no meaning here: they need no explanation. */
  readonly ignorable: readonly string[];
  /** Words that tell which language a message is in. */
  readonly markers: readonly string[];
}

/** Splits a list that is written as running text, phrases separated by commas. */
export function list(text: string): string[] {
  return text
    .split(',')
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);
}
