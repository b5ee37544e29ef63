// What the search box shows: results with previews, each the answer to a question that could be asked in chat.
import { answer, isDeadEnd } from '../answer/answer.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import { settingFor } from '../render/names.ts';
import { previewOf } from '../render/previews.ts';
import { render } from '../render/render.ts';
import { makeSearch, type Search } from '../understand/search.ts';
import type { Knowledge } from './answering.ts';
import type { PlanViews } from './plan-views.ts';
import type { Found, Searched, SearchPlan } from './turn-types.ts';

/** Teams asks for at most so many at a time. */
const mostResults = 25;

/** Of the present year's plan, or the newest; no draft. */
export function makeSearching(
  { current, holidays, clock }: Pick<Knowledge, 'current' | 'holidays' | 'clock'>,
  views: PlanViews,
): SearchPlan {
  let made: { readonly of: string; readonly plan: Plan; readonly search: Search } | null = null;

  function searchNow(now: LocalMoment) {
    const { version } = current.ledger().edition;
    const years = views(now, false);
    const of = `${version} ${years.current}`;
    if (made?.of === of) return made;
    const { plan, vocabulary } = years.of(years.current);
    made = { of, plan, search: makeSearch(plan, vocabulary) };
    return made;
  }

  return ({ text, skip, count, locale }): Searched => {
    const now = localAt(clock(), current.ledger().edition.plan.region.timeZone);
    const { plan, search } = searchNow(now);
    const setting = settingFor(plan, locale, now.day);
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
