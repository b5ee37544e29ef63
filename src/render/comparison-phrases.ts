// Phrases that put one thing beside another, years, meetings and costs: their shape, and a table a language.

export interface ComparisonPhrases {
  readonly noPlan: (year: number, years: string) => string;
  readonly noEarlier: (year: number, years: string) => string;
  readonly added: (count: number, year: number, from: number) => string;
  readonly gone: (count: number, year: number, from: number) => string;
  readonly changed: (count: number, year: number, from: number) => string;
  readonly summary: (year: number, from: number, added: number, gone: number, changed: number) => string;
  /** Which year's plan was asked. */
  readonly ofPlan: (year: number, why: 'asked' | 'newest' | 'draft') => string;
  readonly apart: (days: number) => string;
  readonly order: (
    left: string,
    when: string,
    side: 'before' | 'after' | 'same',
    right: string,
    then: string,
  ) => string;
  readonly noOrder: string;
  /** The nth dearest or cheapest. */
  readonly ranked: (rank: number, which: 'highest' | 'lowest', activity: string, amount: string) => string;
  readonly noneRanked: string;
  readonly dearest: (activity: string, which: 'highest' | 'lowest') => string;
  readonly sameCost: string;
  /** That the plan does not say what one municipality pays. */
  readonly noFeeOf: (municipalities: string) => string;
  readonly noFee: (year: number) => string;
  readonly noBudgetOf: (municipalities: string) => string;
  /** That a place is all that the plan states. */
  readonly noRoom: string;
  readonly outside: (names: string, count: number, of: string) => string;
  /** `years` where only those are meant. */
  readonly neverHost: (names: string, count: number, conference: string, years: string | null) => string;
  /** Before a list of what is done with others. */
  readonly withOthers: (count: number) => string;
  /** `no` where whether was asked. */
  readonly notMember: (name: string, count: number, names: string, no: boolean) => string;
}

const activities = (count: number): string => (count === 1 ? '1 aktivitet' : `${count} aktiviteter`);
const activitiesEn = (count: number): string => (count === 1 ? '1 activity' : `${count} activities`);

export const swedishComparisons: ComparisonPhrases = {
  noPlan: (year, years) => `Det finns ingen plan för ${year}. Jag har planen för ${years}.`,
  noEarlier: (year, years) =>
    `Jag kan inte jämföra ${year} med något tidigare år: det finns ingen äldre plan, bara den för ${years}.`,
  added: (count, year, from) =>
    count === 0
      ? `Inga aktiviteter är nya ${year} jämfört med planen för ${from}.`
      : `${activities(count)} ${count === 1 ? 'är ny' : 'är nya'} ${year} och fanns inte i planen för ${from}:`,
  gone: (count, year, from) =>
    count === 0
      ? `Alla aktiviteter i planen för ${from} finns kvar ${year}.`
      : `${activities(count)} i planen för ${from} finns inte i planen för ${year}:`,
  changed: (count, year, from) =>
    count === 0
      ? `Ingen aktivitet som finns båda åren har fått annan kostnad eller ansvarig ${year} än ${from}.`
      : `${activities(count)} har fått annan kostnad eller ansvarig ${year} än ${from}:`,
  summary: (year, from, added, gone, changed) =>
    `Planen för ${year} jämfört med ${from}: ${added} nya aktiviteter, ${gone} som inte finns kvar och ${changed} med annan kostnad eller ansvarig.`,
  ofPlan: (year, why) =>
    why === 'newest'
      ? `Det gäller planen för ${year}, den nyaste som finns.`
      : why === 'draft'
        ? `Det gäller utkastet till plan för ${year}, som bara sekretariatet ser tills det publiceras.`
        : `Det gäller planen för ${year}.`,
  apart: (days) => `Det är ${days} ${days === 1 ? 'dag' : 'dagar'} emellan.`,
  order: (left, when, side, right, then) =>
    side === 'same'
      ? `${left} är samma dag som ${right}: ${when}.`
      : `${left} är ${when}, ${side === 'before' ? 'före' : 'efter'} ${right}, som är ${then}.`,
  noOrder: 'Vilket som kommer först framgår inte av planen.',
  ranked: (rank, which, activity, amount) =>
    `${rank === 2 ? 'Näst' : `Som nummer ${rank}`} ${which === 'highest' ? 'dyrast' : 'billigast'} är ${activity}: ${amount}.`,
  noneRanked: 'Så många aktiviteter har ingen kostnad angiven i planen.',
  dearest: (activity, which) => `${which === 'highest' ? 'Dyrast' : 'Billigast'} av dem är ${activity}.`,
  sameCost: 'De kostar lika mycket.',
  noFeeOf: (municipalities) => `Hur mycket det blir för ${municipalities} anges inte i planen.`,
  noFee: (year) => `Avgiften för ${year} anges inte i planen.`,
  noBudgetOf: (municipalities) =>
    `Någon egen budget för ${municipalities} finns inte i planen, bara en för hela samarbetet.`,
  noRoom: 'Någon lokal eller adress utöver det anges inte i planen.',
  outside: (names, count, of) =>
    count === 0 ? `Alla kommuner är med i ${of}.` : `${names} är inte med i ${of}, enligt planen.`,
  neverHost: (names, count, conference, years) =>
    count === 0
      ? `Alla kommuner är värdar för ${conference} ${years ?? 'något år i planen'}.`
      : `${names} är inte ${count === 1 ? 'värd' : 'värdar'} för ${conference} ${years ?? 'något år i planen'}.`,
  withOthers: (count) => `Tillsammans med andra: ${activities(count)}.`,
  notMember: (name, count, names, no) =>
    no
      ? `Nej, ${name} är inte en av de ${count} kommunerna i samarbetet: ${names}.`
      : `${name} finns inte med i planen. De ${count} kommunerna i samarbetet är ${names}.`,
};

/** A meeting's name has no article of its own, a conference's has. */
const named = (name: string): string => (/^(?:meeting|planning)/.test(name) ? `the ${name}` : name);

export const englishComparisons: ComparisonPhrases = {
  noPlan: (year, years) => `There is no plan for ${year}. I have the plan for ${years}.`,
  noEarlier: (year, years) =>
    `I cannot compare ${year} with an earlier year: there is no older plan, only the one for ${years}.`,
  added: (count, year, from) =>
    count === 0
      ? `No activities are new in ${year} compared with the plan for ${from}.`
      : `${activitiesEn(count)} ${count === 1 ? 'is' : 'are'} new in ${year} and not in the plan for ${from}:`,
  gone: (count, year, from) =>
    count === 0
      ? `All activities of the plan for ${from} are there in ${year} too.`
      : `${activitiesEn(count)} of the plan for ${from} ${count === 1 ? 'is' : 'are'} not in the plan for ${year}:`,
  changed: (count, year, from) =>
    count === 0
      ? `No activity of both years has another cost or another party responsible in ${year} than in ${from}.`
      : `${activitiesEn(count)} ${count === 1 ? 'has' : 'have'} another cost or another party responsible in ${year} than in ${from}:`,
  summary: (year, from, added, gone, changed) =>
    `The plan for ${year} compared with ${from}: ${added} new activities, ${gone} that are gone and ${changed} with another cost or another party responsible.`,
  ofPlan: (year, why) =>
    why === 'newest'
      ? `This is from the plan for ${year}, the newest there is.`
      : why === 'draft'
        ? `This is from the draft plan for ${year}, which only the secretariat sees until it is published.`
        : `This is from the plan for ${year}.`,
  apart: (days) => `There ${days === 1 ? 'is 1 day' : `are ${days} days`} between them.`,
  order: (left, when, side, right, then) =>
    side === 'same'
      ? `${named(left)} is on the same day as ${named(right)}: ${when}.`
      : `${named(left)} is on ${when}, ${side} ${named(right)}, which is on ${then}.`,
  noOrder: 'The plan does not say which comes first.',
  ranked: (rank, which, activity, amount) =>
    `${rank === 2 ? 'The second' : `Number ${rank} of the`} ${which === 'highest' ? 'most expensive' : 'cheapest'} is ${activity}: ${amount}.`,
  noneRanked: 'The plan does not state a cost for so many activities.',
  dearest: (activity, which) => `The ${which === 'highest' ? 'more expensive' : 'cheaper'} of them is ${activity}.`,
  sameCost: 'They cost the same.',
  noFeeOf: (municipalities) => `What that makes for ${municipalities} is not stated in the plan.`,
  noFee: (year) => `The fee for ${year} is not stated in the plan.`,
  noBudgetOf: (municipalities) =>
    `There is no budget for ${municipalities} in the plan, only one for the whole cooperation.`,
  noRoom: 'No room or address beyond that is stated in the plan.',
  outside: (names, count, of) =>
    count === 0
      ? `All municipalities take part in ${of}.`
      : `${names} ${count === 1 ? 'does' : 'do'} not take part in ${of}, according to the plan.`,
  neverHost: (names, count, conference, years) =>
    count === 0
      ? `Every municipality hosts ${conference} in ${years ?? 'some year of the plan'}.`
      : `${names} ${count === 1 ? 'does' : 'do'} not host ${conference} in ${years ?? 'any year of the plan'}.`,
  withOthers: (count) => `Together with others: ${activitiesEn(count)}.`,
  notMember: (name, count, names, no) =>
    no
      ? `No, ${name} is not one of the ${count} cooperating municipalities: ${names}.`
      : `${name} is not in the plan. The ${count} cooperating municipalities are ${names}.`,
};
