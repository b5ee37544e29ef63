// Which municipalities have no part in something: "vilka kommuner är inte med i e-arkivet?"
import type { Plan } from '../plan/plan.ts';
import type { MunicipalitiesQuery } from '../query.ts';
import { soleActivity } from './ask-activities.ts';
import { type Candidate, evidence } from './candidate.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import { bestOf, textMatches } from './text-match.ts';
import type { Vocabulary } from './vocabulary.ts';

const left =
  /(?<!\p{L})(?:inte|ej|utanför|utanfor|saknas i|fattas i|not|outside|aren't|isn't|don't|doesn't|left out|missing from)(?!\p{L})/iu;
/** "Är det inte så att …?" asks whether it is so. */
const rhetorical =
  /(?<!\p{L})(?:är det inte så att|är det inte så|visst är det så att|stämmer det inte att|isn['’]t it (?:true|so|the case) that|isn['’]t it true)(?!\p{L})/iu;

/** "Inte angiven" and the like ask for what the plan leaves out. */
const unstated = /(?<!\p{L})(?:inte|ej|not)\s(?:\p{L}+\s)?(?:angiv|angett|bestäm|stated|given|decided)/iu;

const notIn = /(?<!\p{L})(?:not (?:in|part)|inte med|utanför|outside)(?!\p{L})/iu;
/** A score that words alone reach only where they are a record's own. */
const surelyMeant = 4;

export function askOutsiders(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const message = reading.message.replace(rhetorical, ' ');
  if (!left.test(message) || unstated.test(message)) return [];
  const isOfMunicipalities =
    /kommun|municipalit/iu.test(reading.message) ||
    (hasCue(reading, 'which', 'who') && (hasCue(reading, 'involved', 'participants') || notIn.test(reading.message)));
  if (!isOfMunicipalities || hasCue(reading, 'cost', 'howMuch', 'meeting')) return [];
  if (entities(reading, 'municipality').length > 0) return [];
  const e = evidence(reading);
  const conferences = e.take('conference').map(({ id }) => id);
  const groups = e.take('group').flatMap(({ id }) => (plan.group(id).municipalities.length > 0 ? [id] : []));
  const [named, another] = bestOf(textMatches(reading, vocabulary, 'activity'));
  const match = named && !another && (named.named || named.score >= surelyMeant) ? named : soleActivity(reading, plan);
  const isActivity = match !== undefined && conferences.length === 0;
  if (isActivity) for (const [token, gain] of match.tokens) e.token(token, gain);
  const of: NonNullable<MunicipalitiesQuery['of']> = {
    activities: isActivity ? [match.id] : [],
    groups: isActivity ? [] : groups,
    conferences: isActivity || groups.length === 0 ? conferences : [],
  };
  const period = e.period();
  if (of.activities.length + of.groups.length + of.conferences.length === 0) return [];
  e.take('area');
  e.take('region');
  e.cue(
    'municipalityNoun',
    'which',
    'who',
    'what',
    'list',
    'involved',
    'participants',
    'member',
    'activity',
    'missing',
    'without',
    'responsible',
    'host',
    'hostTurn',
    'holding',
    'paid',
    'all',
    'partners',
    'seat',
    'shared',
  );
  return [
    e.candidate(
      { kind: 'municipalities', aspect: 'outside', municipalities: [], of: period === null ? of : { ...of, period } },
      2,
    ),
  ];
}
