// Readings about one municipality, and about which of them does most.
import type { AreaId } from '../plan/ids.ts';
import { type Candidate, evidence } from './candidate.ts';
import { entities, hasCue, type Reading } from './reading.ts';

/** "Vem har flest aktiviteter?" */
export function askParties(reading: Reading): Candidate[] {
  if (!hasCue(reading, 'mostOf', 'fewestOf') || !hasCue(reading, 'activity', 'responsible', 'doing', 'actionPlan'))
    return [];
  if (!hasCue(reading, 'municipalityNoun', 'who')) return [];
  const e = evidence(reading);
  const most = e.cue('mostOf');
  e.cue(
    'fewestOf',
    'activity',
    'responsible',
    'doing',
    'actionPlan',
    'municipalityNoun',
    'who',
    'which',
    'holding',
    'howMany',
    'largest',
    'smallest',
    'happening',
  );
  const areas: AreaId[] = e.take('area').map(({ id }) => id);
  e.take('region');
  return [e.candidate({ kind: 'parties', areas, which: most ? 'most' : 'fewest' }, 1)];
}

/** "Vad ligger på Haninge i år?" */
export function askMunicipality(reading: Reading): Candidate[] {
  const [municipality, another] = entities(reading, 'municipality');
  if (!municipality || another) return [];
  if (!hasCue(reading, 'happening', 'agenda', 'tell', 'what', 'list', 'doing', 'involved', 'all', 'something'))
    return [];
  const e = evidence(reading);
  e.take('municipality');
  const strong = e.cue('happening', 'agenda', 'tell');
  const period = e.period();
  e.cue(
    'what',
    'list',
    'all',
    'doing',
    'something',
    'involved',
    'which',
    'holding',
    'more',
    'municipalityNoun',
    'rolesOf',
    'document',
  );
  e.take('region');
  return [e.candidate({ kind: 'municipality', municipality: municipality.id, period }, strong ? 0.3 : -0.5)];
}
