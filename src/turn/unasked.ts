// What is said without a question: the welcome, the apology when something broke, and a word to who writes too much.
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { Locale } from '../render/dates.ts';
import { settingFor } from '../render/names.ts';
import { suggestionTitle } from '../render/suggestion-titles.ts';
import { firstQuestions } from './first-questions.ts';
import type { Reply } from './turn-types.ts';

export function welcome(plan: Plan, now: LocalMoment, holidays: Holidays, locale: Locale): Reply {
  const setting = settingFor(plan, locale, now.day);
  const { cooperation } = plan.region;
  const text = setting.say.welcome(locale === 'sv' ? cooperation.sv : (cooperation.en ?? cooperation.sv));
  const suggestions = firstQuestions(plan, now, holidays).map((query) => ({
    title: suggestionTitle(query, setting),
    action: { query },
  }));
  return { text, spoken: text, card: null, suggestions, locale };
}

export function apology(reference: string, plan: Plan, now: LocalMoment, locale: Locale): Reply {
  return plainly(settingFor(plan, locale, now.day).say.apology(reference), locale);
}

export function tooMany(plan: Plan, now: LocalMoment, locale: Locale): Reply {
  return plainly(settingFor(plan, locale, now.day).say.tooMany, locale);
}

function plainly(text: string, locale: Locale): Reply {
  return { text, spoken: text, card: null, suggestions: [], locale };
}
