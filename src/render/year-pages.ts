// Pages that put one thing beside another: the plans of two years, two meetings; and which year's plan was asked.
import type { CalendarItem, Outcome, SingleAnswer } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import { daysBetween } from '../plan/days.ts';
import { daysOf } from '../plan/meeting-days.ts';
import { years } from './calendar-pages.ts';
import { capital } from './dates.ts';
import {
  activityName,
  atPlace,
  costText,
  itemName,
  itemWhen,
  partyNames,
  type Setting,
  scheduleText,
} from './names.ts';
import { type Block, type Item, type Page, sentence } from './page.ts';

type YearChanges = Extract<Outcome, { kind: 'year-changes' }>;

export function yearChangesPage(outcome: YearChanges, setting: Setting): Page {
  const { query, from, isPlanned, added, gone, changed } = outcome;
  const { compare } = setting;
  if (!isPlanned) return sentence(compare.noPlan(query.year, years(setting)));
  if (from === null) return sentence(compare.noEarlier(query.year, years(setting)));
  const lists = {
    new: { lead: compare.added(added.length, query.year, from), items: added.map((one) => row(one, setting)) },
    gone: { lead: compare.gone(gone.length, query.year, from), items: gone.map((one) => row(one, setting)) },
    changed: {
      lead: compare.changed(changed.length, query.year, from),
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
  return { lead: compare.summary(query.year, from, added.length, gone.length, changed.length), blocks };
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

export function orderPage({ query, left, right, side }: Extract<Outcome, { kind: 'order' }>, setting: Setting): Page {
  const { say, compare } = setting;
  const told = (item: CalendarItem): [name: string, when: string] => {
    const when = [itemWhen(item, setting), atPlace(item.record.place, setting)].filter(Boolean).join(' ');
    return [itemName(item, setting, true), when];
  };
  if (!left || !right || side === null) {
    const known = [left, right].filter((item) => item !== null).map(told);
    const statements = known.map(([name, when]) => say.meetingIs('plain', name, when, false));
    return sentence([...statements, compare.noOrder].join(' '));
  }
  const statement = compare.order(...told(left), side, ...told(right));
  const days = query.apart ? daysApart(left, right) : null;
  if (days !== null) return sentence(`${compare.apart(days)} ${capital(statement)}`);
  if (query.asked === null) return sentence(capital(statement));
  return sentence(`${query.asked === side ? say.yes : say.no}, ${statement}`);
}

/** From the last day of the earlier to the first of the later; null where one has no exact days. */
function daysApart(left: CalendarItem, right: CalendarItem): number | null {
  const [one, other] = [daysOf(left.record), daysOf(right.record)];
  if (!one || !other) return null;
  return one.from <= other.from ? daysBetween(one.to, other.from) : daysBetween(other.to, one.from);
}

/** Which year's plan was asked, where that is not the present year's. */
export function ofPlanText(ofPlan: NonNullable<SingleAnswer['ofPlan']>, setting: Setting): string {
  return setting.compare.ofPlan(ofPlan.year, ofPlan.why);
}
