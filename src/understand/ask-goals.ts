// Readings about what the plan wants and what it costs: areas, goals, budget, the document itself.

import type { SectionKind } from '../plan/document.ts';
import type { BudgetLineId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Group } from '../plan/region.ts';
import type { BudgetQuery, GoalsQuery } from '../query.ts';
import { isYesNo } from './ask-meetings.ts';
import { yearOf } from './ask-people.ts';
import { type Candidate, evidence } from './candidate.ts';
import type { Cue } from './cues.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import { bestOf, textMatches } from './text-match.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "Vilka mål finns inom klimat?", "vad är målet med kollektivtrafiken?" */
export function askGoals(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const level = hasCue(reading, 'objective') ? 'objectives' : hasCue(reading, 'goal') ? 'goals' : 'areas';
  const subject =
    entities(reading, 'area').length + entities(reading, 'goal').length + entities(reading, 'objective').length > 0;
  if (!hasCue(reading, 'objective', 'goal', 'area') && !(subject && hasCue(reading, 'tell', 'what', 'purpose', 'list')))
    return [];
  const plain = evidence(reading);
  const named = subject ? [] : entities(reading, 'group').map(({ id }) => plan.group(id));
  const groups = named.filter(({ goals, areas }) => goals.length + areas.length > 0);
  if (groups.length > 0) plain.take('group');
  const base: GoalsQuery = {
    kind: 'goals',
    level: !hasCue(reading, 'objective', 'goal', 'area') ? 'goals' : level,
    branch: plain.cue('operations') ? 'operations' : plain.cue('regional') && level === 'areas' ? 'regional' : null,
    areas: [...plain.take('area').map(({ id }) => id), ...groups.flatMap(ofArea)],
    // What a network has goals for are its own.
    goals: [...plain.take('goal').map(({ id }) => id), ...groups.flatMap(({ goals }) => goals)],
    objectives: plain.take('objective').map(({ id }) => id),
    aspect: plain.cue('howMany') ? 'count' : 'list',
  };
  consumeGoalWords(plain);
  // "Vilket mål jobbar nätverket mot?" is told in its own words, and not by a row that has them too.
  const candidates = [plain.candidate(base, groups.length > 0 ? 1.5 : subject ? 0.3 : 0)];
  return hasCue(reading, 'goal', 'objective') ? [...candidates, ...byWords(reading, vocabulary, base)] : candidates;
}

/** A network without goals of its own serves the whole of its areas. */
function ofArea({ goals, areas }: Group): Group['areas'] {
  return goals.length > 0 ? [] : areas;
}

function consumeGoalWords(e: ReturnType<typeof evidence>): void {
  e.cue(
    'objective',
    'goal',
    'area',
    'programme',
    'which',
    'what',
    'list',
    'all',
    'tell',
    'regional',
    'purpose',
    'something',
    'vision',
    'holding',
    'document',
    'activity',
    'more',
    'why',
    'actionPlan',
    'theme',
    'happening',
    'shared',
  );
  e.take('region');
  e.period();
}

/** Goals that are named by some of their words and not by a name. */
function byWords(reading: Reading, vocabulary: Vocabulary, base: GoalsQuery): Candidate[] {
  const goals = bestOf(textMatches(reading, vocabulary, 'goal'));
  const objectives = bestOf(textMatches(reading, vocabulary, 'objective'));
  const better = (objectives[0]?.score ?? 0) >= (goals[0]?.score ?? 0) ? 'objectives' : 'goals';
  const [match] = better === 'objectives' ? objectives : goals;
  if (!match || base.areas.length + base.goals.length + base.objectives.length > 0) return [];
  const e = evidence(reading);
  for (const [token, gain] of match.tokens) e.token(token, gain);
  consumeGoalWords(e);
  e.cue('howMany');
  const query = {
    ...base,
    level: better,
    goals: better === 'goals' ? goals.map(({ id }) => id) : [],
    objectives: better === 'objectives' ? objectives.map(({ id }) => id) : [],
  } as const;
  return [e.candidate({ ...query, goals: [...query.goals], objectives: [...query.objectives] }, 0.3)];
}

const asksBasis =
  /(?<!\p{L})(?:vilken månads?|vilka månads?|vilket datums?|vilken tidpunkts?|what month|which month|what date|which date)(?:'s)?\s[^?]{0,30}?(?:invånar|befolkning|folkmängd|population|inhabitants)/iu;

/** "Vad får vi in i avgifter totalt?", "what do the fees bring in?" */
function asksIncome(reading: Reading): boolean {
  const isOfFees = reading.mentions.some(
    ({ meaning, length }) => length > 0 && meaning.kind === 'cue' && meaning.cue === 'fee',
  );
  if (!isOfFees || hasCue(reading, 'inhabitant') || entities(reading, 'municipality').length > 0) return false;
  return hasCue(reading, 'income', 'sum') || /(?<!\p{L})(?:ger|bring|add up|drar)(?!\p{L})/iu.test(reading.message);
}

/** "Avgiften på 4 kronor": the number is the fee's. */
function numbers(e: ReturnType<typeof evidence>): void {
  e.cue('cost');
  e.reading.tokens.forEach(({ text }, index) => {
    if (/^\d{1,2}$/.test(text)) e.token(index);
  });
}

function budgetSubject(e: ReturnType<typeof evidence>): BudgetQuery['what'] {
  const fee = e.cue('fee', 'inhabitant');
  // By whose number the fees are reckoned, and what they come to, is told of the income.
  if (fee && !hasCue(e.reading, 'decided') && (asksBasis.test(e.reading.message) || asksIncome(e.reading))) {
    e.cue('income', 'sum', 'when', 'howMuch', 'inhabitant', 'whatDate', 'which', 'week');
    return 'income';
  }
  if (fee && (e.cue('decided') || hasCue(e.reading, 'when', 'start'))) {
    e.cue('when', 'who', 'start');
    e.take('group');
    numbers(e);
    return 'fee-decision';
  }
  if (fee) {
    e.cue('paid', 'cost', 'howMuch');
    return 'fee';
  }
  if (e.cue('balance')) return 'balance';
  if (hasCue(e.reading, 'largest', 'mostOf', 'highest') && e.cue('largest', 'highest', 'mostOf')) return 'largest';
  if (hasCue(e.reading, 'smallest', 'fewestOf', 'lowest') && e.cue('smallest', 'lowest', 'fewestOf')) return 'smallest';
  const income = e.cue('income');
  const costs = e.cue('costs');
  if (income && costs) return 'lines';
  if (income) return 'income';
  if (costs) return 'costs';
  return hasCue(e.reading, 'list', 'all', 'which') ? 'lines' : 'total';
}

/** Whether the line is only the last question's: a word of the message may name another. */
function inheritedLine(reading: Reading): boolean {
  return reading.mentions.every(
    ({ meaning, length }) => length === 0 || meaning.kind !== 'entity' || meaning.entity.kind !== 'budget-line',
  );
}

/** "and meetings?": the line whose title has the words. */
function lineByWords(reading: Reading, vocabulary: Vocabulary, e: ReturnType<typeof evidence>): BudgetLineId[] {
  const [best] = textMatches(reading, vocabulary, 'budget-line').filter(({ named }) => !named);
  if (!best) return [];
  for (const [token, gain] of best.tokens) e.token(token, gain);
  return [best.id];
}

/** The only line of income, where the fees are all that comes in. */
function incomeLines(plan: Plan): BudgetLineId[] {
  const lines = plan.budgetLines.filter(({ kind }) => kind === 'income').map(({ id }) => id);
  return lines.length === 1 ? lines : [];
}

/** Budget lines that pay a municipality which the message names: "och Huddinge?" */
function paidTo(reading: Reading, plan: Plan): BudgetLineId[] {
  const municipalities = entities(reading, 'municipality').map(({ id }) => id);
  return plan.budgetLines
    .filter(({ municipality }) => municipality !== null && municipalities.includes(municipality))
    .map(({ id }) => id);
}

const paying = /(?<!\p{L})(?:betalar|betala|pays?|bidrar|lägger in|avgift\p{L}*|fee)(?!\p{L})/iu;
const beingPaid =
  /(?<!\p{L})(?:till|to|får|ersätt\p{L}*|receive\p{L}*|gets?|betalar (?:vi|ni|man|kommunerna) \p{L}+(?: kommun)? för|do we pay \p{L}+ for)(?!\p{L})/iu;

/** "Hur mycket betalar Tyresö?": one municipality's share, and not what it is paid. */
function paysFee(reading: Reading): boolean {
  if (entities(reading, 'municipality').length === 0 || !paying.test(reading.message)) return false;
  const isOther =
    hasCue(reading, 'activity', 'conference', 'meeting') ||
    entities(reading, 'conference').length + entities(reading, 'activity').length > 0;
  return !isOther && !beingPaid.test(reading.message) && hasCue(reading, 'howMuch', 'fee', 'what', 'cost', 'paid');
}

/** "Vad kostar hela samarbetet?" */
function costsOfAll(reading: Reading): boolean {
  // "Vad kostar allt?", "vad är totalsumman?"
  const isOfAll = /(?<!\p{L})(?:allt|allting|totalt|totalsumman?|everything|in total|the total)(?!\p{L})/iu.test(
    reading.message,
  );
  const isAsked = hasCue(reading, 'cost') || (hasCue(reading, 'sum') && hasCue(reading, 'what', 'howMuch', 'tell'));
  if (!isAsked || (!isOfAll && entities(reading, 'region').length === 0) || hasCue(reading, 'activity')) return false;
  return reading.mentions.every(
    ({ meaning }) => meaning.kind !== 'entity' || meaning.entity.kind === 'region' || meaning.entity.kind === 'section',
  );
}

/** "Hur stor är budgeten?", "vad går till personal?", "hur mycket betalar vi per invånare?" */
export function askBudget(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const lines = entities(reading, 'budget-line');
  const money = hasCue(reading, 'howMuch', 'cost', 'paid', 'costs', 'budget', 'income', 'largest', 'smallest', 'share');
  const payer = paysFee(reading);
  const pays = !payer && hasCue(reading, 'paid') && paidTo(reading, plan).length > 0;
  if (
    !pays &&
    !payer &&
    !hasCue(reading, 'budget', 'income', 'costs', 'fee', 'balance') &&
    !costsOfAll(reading) &&
    !(hasCue(reading, 'inhabitant') && !hasCue(reading, 'howMany')) &&
    !(hasCue(reading, 'cost') && hasCue(reading, 'largest', 'smallest') && !hasCue(reading, 'activity')) &&
    !(lines.length > 0 && money)
  )
    return [];
  const e = evidence(reading);
  const named = e.take('budget-line').map(({ id }) => id);
  const paid = payer ? [] : paidTo(reading, plan);
  const byWord = named.length + paid.length === 0 || inheritedLine(reading) ? lineByWords(reading, vocabulary, e) : [];
  const taken = payer ? [] : paid.length > 0 ? paid : byWord.length > 0 ? byWord : named;
  const share = e.cue('share');
  const subject = budgetSubject(e);
  const what = payer ? 'fee' : subject;
  for (const { id, tokens } of named.length > 0 ? textMatches(reading, vocabulary, 'budget-line') : [])
    if (named.includes(id)) for (const [token, gain] of tokens) e.token(token, gain);
  e.cue(
    'budget',
    'howMuch',
    'cost',
    'costs',
    'income',
    'paid',
    'which',
    'what',
    'list',
    'all',
    'tell',
    'sum',
    'who',
    'when',
    'municipalityNoun',
    'something',
    'document',
    'holding',
    'shared',
    'why',
    'howMany',
    'meeting',
    'where',
    'inhabitant',
    'happening',
    'purpose',
    'doing',
    'decided',
    'activity',
    'smallest',
    'largest',
  );
  e.take('region');
  const year = yearOf(e);
  // The sum for all of them would be another answer than was asked for.
  const isOwn = what === 'fee' || hasCue(reading, 'budget');
  const municipalities = taken.length > 0 || isOwn ? e.take('municipality').map(({ id }) => id) : [];
  const isOfFees = asksIncome(reading) || asksBasis.test(reading.message);
  const ofFees = what === 'income' && isOfFees && taken.length === 0 ? incomeLines(plan) : taken;
  const query: BudgetQuery = {
    kind: 'budget',
    what: ofFees.length > 0 && !what.startsWith('fee') ? (share ? 'share' : 'lines') : what,
    lines: ofFees,
    year,
    ...(taken.length === 0 && municipalities.length > 0 ? { municipalities } : {}),
  };
  return [e.candidate(query, hasCue(reading, 'budget', 'fee', 'inhabitant') ? 0.5 : 0)];
}

/** The sections that plans have under whatever title, and the words that ask for them. */
const namedSections: readonly (readonly [SectionKind, Cue])[] = [
  ['vision', 'vision'],
  ['purpose', 'purpose'],
  ['principles', 'principles'],
  ['working-methods', 'workingMethods'],
];

/** Vision, purpose, principles and other passages that have a name of their own. */
export function askSections(reading: Reading, plan: Plan): Candidate[] {
  const asked = new Set(namedSections.filter(([, cue]) => hasCue(reading, cue)).map(([kind]) => kind));
  // "Vad är syftet med arbetsformerna?"
  if (asked.size > 1) asked.delete('working-methods');
  const sections = plan.sections.filter(({ kind }) => asked.has(kind));
  if (sections.length === 0) return [];
  const e = evidence(reading);
  for (const [kind, cue] of namedSections) if (asked.has(kind)) e.cue(cue);
  e.cue(
    'what',
    'which',
    'tell',
    'list',
    'all',
    'document',
    'why',
    'programme',
    'shared',
    'doing',
    'partners',
    'goal',
    'activity',
    'workingMethods',
    'who',
    'municipalityNoun',
  );
  e.take('region');
  const named = e.take('section').map(({ id }) => id);
  e.period();
  const other =
    entities(reading, 'group').length + entities(reading, 'activity').length + entities(reading, 'conference').length;
  const ids = new Set([...named, ...sections.map(({ id }) => id)]);
  const query = { kind: 'passages' as const, sections: [...ids], activities: [], words: [] };
  return [e.candidate(query, other > 0 ? -1 : 0.2)];
}

/** "Hur många invånare har regionen?": the first passage of the plan that speaks of inhabitants. */
export function askInhabitants(reading: Reading, plan: Plan): Candidate[] {
  if (!hasCue(reading, 'inhabitant') || !hasCue(reading, 'howMany') || hasCue(reading, 'fee', 'paid', 'cost'))
    return [];
  const e = evidence(reading);
  e.cue('inhabitant', 'howMany', 'what', 'which', 'municipalityNoun', 'holding');
  e.take('region');
  const words = reading.mentions.flatMap(({ meaning, first }) =>
    meaning.kind === 'cue' && meaning.cue === 'inhabitant' ? [reading.tokens[first]?.text ?? ''] : [],
  );
  const speaks = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  const section = plan.sections.find(({ text }) => text.some(({ sv, en }) => speaks(sv) || speaks(en ?? '')));
  if (!section || entities(reading, 'municipality').length > 0) return [];
  return [e.candidate({ kind: 'passages', sections: [section.id], activities: [], words }, 0.5)];
}

/** "Vilka bilagor finns?", "vad är det här för dokument?", "finns det fel i planen?" */
export function askDocument(reading: Reading): Candidate[] {
  const e = evidence(reading);
  if (hasCue(reading, 'appendix')) {
    e.cue(
      'appendix',
      'which',
      'what',
      'list',
      'all',
      'tell',
      'howMany',
      'document',
      'something',
      'actionPlan',
      'programme',
      'where',
    );
    const number = reading.tokens.findIndex((token) => /^[1-9]$/.test(token.text));
    if (number >= 0) e.token(number);
    const appendix = number >= 0 ? Number(reading.tokens[number]?.text) : null;
    e.take('region');
    e.take('section');
    return [e.candidate({ kind: 'document', aspect: 'appendices', appendix }, 0.5)];
  }
  if (hasCue(reading, 'oddity')) {
    e.cue('oddity', 'document', 'what', 'which', 'list', 'all', 'something', 'tell');
    return [e.candidate({ kind: 'document', aspect: 'oddities', appendix: null }, isYesNo(reading) ? 0.5 : 0)];
  }
  if (hasCue(reading, 'document') && hasCue(reading, 'what', 'tell', 'which', 'when')) {
    e.cue('document', 'what', 'tell', 'which', 'list', 'when');
    e.take('region');
    e.period();
    return [e.candidate({ kind: 'document', aspect: 'about', appendix: null }, -0.3)];
  }
  return [];
}
