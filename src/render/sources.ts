// Where an answer comes from: the document with its places, and the updates that altered it.
import type { SingleAnswer } from '../facts.ts';
import type { DocumentId } from '../plan/ids.ts';
import type { Alteration } from '../plan/plan.ts';
import type { Source } from '../plan/source.ts';
import { formatDate, joinWords } from './dates.ts';
import { local, type Setting } from './names.ts';

/** Sources that are named one by one; more would be longer than the answer. */
const mostSources = 2;

/** "Källa: Verksamhetsplan 2019, avsnitt 7; flyttat av sekretariatet 3 april"; null where nothing has a source. */
export function sourceLine(parts: readonly SingleAnswer[], setting: Setting): string | null {
  const told = [
    documentText(
      parts.flatMap(({ sources }) => sources),
      setting,
    ),
    alterationText(
      parts.flatMap(({ alterations }) => alterations),
      setting,
    ),
  ].filter(Boolean);
  return told.length === 0 ? null : `${setting.say.source}: ${told.join('; ')}`;
}

function documentText(sources: readonly Source[], setting: Setting): string {
  const documents = Map.groupBy(sources, ({ document }) => document);
  return [...documents].map(([document, own]) => oneDocument(document, own, setting)).join('; ');
}

function oneDocument(document: DocumentId, sources: readonly Source[], setting: Setting): string {
  const title = local(setting.plan.document(document).title, setting);
  const places = [...new Set(sources.map(({ place }) => place))];
  const shown =
    places.length <= mostSources
      ? places.join('; ')
      : [...new Set(places.map(chapter))].slice(0, mostSources + 1).join('; ');
  return `${title}, ${shown}`;
}

/** The first part of a place: "bilaga 1" of "bilaga 1, rad 3". */
function chapter(place: string): string {
  return place.split(',')[0] ?? place;
}

function alterationText(alterations: readonly Alteration[], { tell, today, locale }: Setting): string {
  const newestFirst = alterations.toSorted((a, b) => b.version - a.version);
  const told = [...new Set(newestFirst.map(({ what, day }) => tell.altered(what, formatDate(day, today, locale))))];
  const [newest] = newestFirst;
  if (!newest || told.length <= mostSources) return joinWords(told, locale);
  return tell.alteredLast(formatDate(newest.day, today, locale));
}
