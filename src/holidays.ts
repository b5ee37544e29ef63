// Public holidays of Sweden, through a library that is heavy enough to be loaded only when a day is first asked about.
import { createRequire } from 'node:module';
import type { Day } from './plan/schedule.ts';
import type { Localized } from './plan/source.ts';
import type { Holidays } from './plan/working-days.ts';

/** The regions that the plans are for lie in Sweden; their data says nothing of a country. */
const country = 'SE';

/**
 * What the library calls "bank" are the eves that Swedish offices are closed on: midsommarafton, julafton and
 * nyårsafton. The other eves count as working days where they are not Saturdays: påskafton and pingstafton always are,
 * trettondagsafton, valborgsmässoafton and allhelgonaafton are half days at most.
 */
const daysOff: ('public' | 'bank')[] = ['public', 'bank'];

type Named = ReadonlyMap<Day, Localized>;

/** Public holidays and days off by name. The library is loaded at the first call of the result. */
export function swedishHolidays(): Holidays {
  const years = new Map<number, Named>();
  let ofYear: ((year: number) => Named) | null = null;
  return (day) => {
    const year = Number(day.slice(0, 4));
    const known = years.get(year);
    if (known) return known.get(day) ?? null;
    ofYear ??= loadLibrary();
    const named = ofYear(year);
    years.set(year, named);
    return named.get(day) ?? null;
  };
}

function loadLibrary(): (year: number) => Named {
  const require = createRequire(import.meta.url);
  const Library: typeof import('date-holidays').default = require('date-holidays');
  const library = new Library(country, { types: daysOff });
  return (year) => {
    const english = library.getHolidays(year, 'en');
    const named = new Map<Day, Localized>();
    for (const [index, { date, name }] of library.getHolidays(year, 'sv').entries()) {
      // Dates are the country's own: "2019-01-01 00:00:00". Of two holidays on one day the first is named.
      const day = date.slice(0, 10);
      const en = english[index]?.name;
      if (!named.has(day)) named.set(day, en === undefined ? { sv: name } : { sv: name, en });
    }
    return named;
  };
}
