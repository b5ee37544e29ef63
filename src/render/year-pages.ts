// Pages that put one year's plan beside another's, and the line that says which year's plan an answer is from.
import type { Outcome, SingleAnswer } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import { years } from './calendar-pages.ts';
import { activityName, costText, partyNames, type Setting, scheduleText } from './names.ts';
import { type Block, type Item, type Page, sentence } from './page.ts';

type YearChanges = Extract<Outcome, { kind: 'year-changes' }>;

export function yearChangesPage(outcome: YearChanges, setting: Setting): Page {
  const { query, from, isPlanned, added, gone, changed } = outcome;
  const { ages } = setting;
  if (!isPlanned) return sentence(ages.noPlan(query.year, years(setting)));
  if (from === null) return sentence(ages.noEarlier(query.year, years(setting)));
  const lists = {
    new: { lead: ages.added(added.length, query.year, from), items: added.map((one) => row(one, setting)) },
    gone: { lead: ages.gone(gone.length, query.year, from), items: gone.map((one) => row(one, setting)) },
    changed: {
      lead: ages.changed(changed.length, query.year, from),
      items: changed.map((pair) => changedRow(pair, setting)),
    },
  };
  if (query.which !== 'all') {
    const { lead, items } = lists[query.which];
    return { lead, blocks: items.length > 0 ? [{ kind: 'list', heading: null, items }] : [] };
  }
  const blocks = Object.values(lists).flatMap(({ lead, items }): Block[] =>
    items.length > 0 ? [{ kind: 'list', heading: lead.replace(/[.:]$/, ''), items }] : [],
  );
  return { lead: ages.summary(query.year, from, added.length, gone.length, changed.length), blocks };
}

function row(activity: Activity, setting: Setting): Item {
  const when = activity.schedule.kind === 'unspecified' ? '' : scheduleText(activity, setting);
  const details = [partyNames(activity.responsible, setting), when, costText(activity, setting)];
  return { title: activityName(activity, setting), details: details.filter(Boolean) };
}

function changedRow({ before, after }: YearChanges['changed'][number], setting: Setting): Item {
  const { labels, notGiven } = setting.say;
  const pair = (label: string, was: string, is: string): string[] =>
    was === is ? [] : [`${label}: ${was || notGiven} → ${is || notGiven}`];
  return {
    title: activityName(after, setting),
    details: [
      ...pair(labels.cost, costText(before, setting), costText(after, setting)),
      ...pair(labels.responsible, partyNames(before.responsible, setting), partyNames(after.responsible, setting)),
    ],
  };
}

/** Which year's plan was asked, where that is not the present year's. */
export function ofPlanText(ofPlan: NonNullable<SingleAnswer['ofPlan']>, setting: Setting): string {
  return setting.ages.ofPlan(ofPlan.year, ofPlan.why);
}
