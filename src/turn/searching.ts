// What the search box shows: results with previews, each the answer to a question that could be asked in chat.
import { answer, isDeadEnd } from '../answer/answer.ts';
import { localAt } from '../plan/wall-clock.ts';
import { settingFor } from '../render/names.ts';
import { previewOf } from '../render/previews.ts';
import { render } from '../render/render.ts';
import { makeSearch, type Search } from '../understand/search.ts';
import type { Vocabulary } from '../understand/vocabulary.ts';
import type { Knowledge } from './answering.ts';
import type { Found, Searched, SearchPlan } from './turn-types.ts';

/** Teams asks for at most so many at a time. */
const mostResults = 25;

/** @param vocabulary of the plan as it stands */
export function makeSearching(
  { current, holidays, clock }: Pick<Knowledge, 'current' | 'holidays' | 'clock'>,
  vocabulary: () => Vocabulary,
): SearchPlan {
  let made: { readonly version: number; readonly search: Search } | null = null;
  const searchNow = (): Search => {
    const { version, plan } = current.ledger().edition;
    if (made?.version !== version) made = { version, search: makeSearch(plan, vocabulary()) };
    return made.search;
  };

  return ({ text, skip, count, locale }): Searched => {
    const { plan } = current.ledger().edition;
    const now = localAt(clock(), plan.region.timeZone);
    const setting = settingFor(plan, locale, now.day);
    const search = searchNow();
    const queries = text === '' ? search.initial(now) : search.find(text, now);
    const page = queries.slice(skip, skip + Math.min(count, mostResults));
    const results = page.flatMap((query): Found[] => {
      const part = answer(query, plan, now, holidays);
      if (isDeadEnd(part.outcome)) return [];
      const shown = render({ query, parts: [part] }, plan, locale, now.day);
      const preview = previewOf(part, shown, setting);
      return [{ ...preview, reply: { ...shown, suggestions: [], locale } }];
    });
    // A question and a record that it finds look alike.
    const distinct = [...new Map(results.map((result) => [`${result.title}\n${result.text}`, result])).values()];
    return { results: distinct, nothing: setting.say.nothingFound(text) };
  };
}
