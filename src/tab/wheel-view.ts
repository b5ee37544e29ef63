// The year at a glance: the wheel, and beside it the same as a table.
import { hasEnded, isDated, itemSpan, spanOf } from '../answer/calendar-items.ts';
import type { CalendarItem } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import { currentPlanYear, planYears } from '../plan/plan-year.ts';
import { capital, monthName } from '../render/dates.ts';
import { itemDays, placeName, scheduleText } from '../render/names.ts';
import { type PlaceOf, view } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import {
  activityLink,
  emptyState,
  inYear,
  itemBadges,
  itemLink,
  type Kit,
  laneOf,
  lanesOf,
  linkTo,
  type View,
} from './kit.ts';
import { drawing, signOf } from './wheel-drawing.ts';
import { type Lane, type Year, yearOf } from './wheel-marks.ts';

export function wheelView({ filters }: PlaceOf<'wheel'>, whole: Kit): View {
  const { plan } = whole.setting;
  const years = planYears(plan);
  const year = filters.year ?? currentPlanYear(plan, whole.now);
  const kit = inYear(year, whole);
  const { words } = kit;
  const shown = yearOf(year, kit);
  const content =
    shown.marks.length === 0
      ? html`${yearLinks(year, years, kit)}${emptyState(words.nothingInYear(year, years.join(', ')))}`
      : html`<div class="glance"><section class="circle" aria-labelledby="wheel-title">
<h2 id="wheel-title" class="unseen">${words.wheelOf(year)}</h2>
<a class="skip" href="#list">${words.skipWheel}</a>
${yearLinks(year, years, kit)}
${drawing(shown, kit)}
${legend(shown, kit)}
<p class="hint">${words.hint}</p>
</section>
<section class="list" id="list" tabindex="-1" aria-labelledby="list-title"><h2 id="list-title">${words.wheelTable(year)}</h2>${table(shown, kit)}${rest(shown, kit)}</section></div>`;
  return { title: `${words.views.wheel} ${year}`, about: words.about.wheel, content, answers: shown.answers };
}

/** The years beside this one, as far as there are plans. */
function yearLinks(year: number, years: readonly number[], kit: Kit): Html | false {
  const { words } = kit;
  const [before, after] = [years.findLast((one) => one < year), years.find((one) => one > year)];
  if (before === undefined && after === undefined) return false;
  return html`<p class="years">${before !== undefined && linkTo(view('wheel', { year: before }), words.previousYear(before), kit)} ${after !== undefined && linkTo(view('wheel', { year: after }), words.nextYear(after), kit)}</p>`;
}

function legend({ lanes }: Year, { words }: Kit): Html {
  return html`<ul class="legend" aria-label="${words.legend}">${lanes.map((lane) => html`<li>${signOf(lane)} ${lane.name}</li>`)}</ul>`;
}

// === The same as a table

/** More rows of activities than this are in the action plan alone. */
const mostActivities = 100;

function table({ year, items, activities, lanes }: Year, kit: Kit): Html {
  const { words, setting } = kit;
  const groups = lanesOf(items, kit);
  const rows = [
    ...items.map((item) => ({
      start: isDated(item) ? (itemSpan(item)?.from ?? '') : '',
      row: itemRow(item, groups, lanes, kit),
    })),
    ...activities.slice(0, mostActivities).map((activity) => ({
      start: activity.schedule.kind === 'season' ? '' : (spanOf(activity.schedule)?.from ?? ''),
      row: activityRow(activity, lanes, kit),
    })),
  ].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const byMonth = Map.groupBy(rows, ({ start }) =>
    start === '' ? 13 : start < String(year) ? 1 : Number(start.slice(5, 7)),
  );
  const heading = (month: number): string => (month > 12 ? words.undated : capital(monthName(month, setting.locale)));
  return html`<table class="year"><colgroup><col class="when"><col class="what"><col></colgroup><thead><tr><th scope="col">${words.columns.when}</th><th scope="col">${words.columns.what}</th><th scope="col">${words.columns.place}</th></tr></thead>
${[...byMonth].sort(([a], [b]) => a - b).map(([month, own]) => html`<tbody><tr class="month-row"><th colspan="3" scope="colgroup">${heading(month)}</th></tr>${own.map(({ row }) => row)}</tbody>`)}</table>`;
}

function activityRow(activity: Activity, lanes: readonly Lane[], kit: Kit): Html {
  const when = capital(scheduleText(activity, kit.setting));
  return html`<tr data-key="activity-${activity.id}"><td>${when}</td><td colspan="2"><div class="signed">${signIn('activity', lanes)}${activityLink(activity, kit)}</div></td></tr>`;
}

/** Activities that the wheel cannot show. */
function rest({ activities }: Year, kit: Kit): Html | false {
  const { setting, words } = kit;
  const total = setting.plan.activities.length;
  const without = total - Math.min(activities.length, mostActivities);
  return without > 0 && html`<p class="rest">${linkTo(view('plan'), words.withoutTime(without, total), kit)}</p>`;
}

function itemRow(item: CalendarItem, groups: readonly string[], lanes: readonly Lane[], kit: Kit): Html {
  const { setting, now } = kit;
  const style = [hasEnded(item, now) && 'over', item.record.cancelled && 'cancelled'].filter(Boolean).join(' ') || null;
  return html`<tr data-key="meeting-${item.record.id}"${attributes({ class: style })}><td>${capital(itemDays(item, setting))}</td><td><div class="signed">${signIn(laneOf(item, groups), lanes)}<span>${itemLink(item, kit)}${itemBadges(item, kit)}</span></div></td><td>${placeName(item.record.place, setting)}</td></tr>`;
}

function signIn(key: string, lanes: readonly Lane[]): Html | false {
  const lane = lanes.find((one) => one.key === key);
  return lane !== undefined && signOf(lane);
}
