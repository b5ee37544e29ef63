// The calendar: what comes next first, by group and municipality, with a file for each meeting and a subscription.
import { hasEnded, isDated, itemSpan } from '../answer/calendar-items.ts';
import type { CalendarItem } from '../facts.ts';
import { isoWeekOf, weekdayOf } from '../plan/days.ts';
import { planYears } from '../plan/plan-year.ts';
import { type CalendarQuery, everyMeeting, type MeetingsQuery, unsaidCalendar } from '../query.ts';
import { capital, formatHours, monthName, weekdayName } from '../render/dates.ts';
import { itemDays, local, placeName } from '../render/names.ts';
import { actionButton } from './action-view.ts';
import type { PlaceOf } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import {
  ask,
  emptyState,
  everyItem,
  filterForm,
  itemBadges,
  itemLink,
  type Kit,
  laneOf,
  lanesOf,
  linkTo,
  select,
  type View,
} from './kit.ts';

export function calendarView(place: PlaceOf<'calendar'>, kit: Kit): View {
  const { words } = kit;
  const { answer, outcome } = ask(queryOf(place, 'upcoming'), kit);
  const { answer: whole, outcome: year } = ask(queryOf(place, 'all'), kit);
  const upcoming = inTime([...outcome.items, ...outcome.cancelled]);
  const earlier = inTime([...year.items, ...year.cancelled]).filter((item) => hasEnded(item, kit.now));
  const groups = lanesOf(everyItem(kit), kit);
  const content = html`${filterForm(place, filtersOf(place, kit), kit)}
<div class="actions no-print">${subscribeButton(place, kit)}${kit.standing === 'secretary' && linkTo({ view: 'edit', form: { kind: 'new-meeting' } }, kit.words.newMeeting, kit, 'button')}</div>
<section aria-labelledby="upcoming"><h2 id="upcoming">${words.upcoming}</h2>${upcoming.length === 0 ? emptyState(whyNone(place, kit)) : months(upcoming, groups, kit)}</section>
${earlier.length > 0 && html`<details class="earlier" id="earlier"${attributes({ open: upcoming.length === 0 })}><summary>${words.earlier(earlier.length)}</summary>${months(earlier.toReversed(), groups, kit)}</details>`}`;
  return { title: words.views.calendar, about: words.about.calendar, content, answers: [answer, whole] };
}

function queryOf({ filters }: PlaceOf<'calendar'>, which: 'all' | 'upcoming'): MeetingsQuery {
  const { group, municipality } = filters;
  return {
    ...everyMeeting,
    which,
    groups: group === null ? [] : [group],
    conferences: group === null,
    place: municipality === null ? null : { kind: 'municipality', id: municipality },
  };
}

/** The first day; nothing where the plan names a season at most. */
function dayOf(item: CalendarItem): string {
  return isDated(item) ? (itemSpan(item)?.from ?? '') : '';
}

/** By their first day; what has none comes last. */
function inTime(items: readonly CalendarItem[]): CalendarItem[] {
  const start = (item: CalendarItem): string => `${dayOf(item) || '9999'} ${item.record.hours?.start ?? ''}`;
  return items.toSorted((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0));
}

function filtersOf({ filters }: PlaceOf<'calendar'>, kit: Kit): Html {
  const { setting, words } = kit;
  const meeting = new Set(lanesOf(everyItem(kit), kit));
  const groups = setting.plan.groups.filter(({ id }) => meeting.has(id));
  const named = groups.map((group) => [group.id, local(group.name, setting)] as const);
  const municipalities = setting.plan.municipalities.map(({ id, name }) => [id, name] as const);
  return html`${select('group', words.columns.group, named, filters.group, words.all)}${select('municipality', words.inMunicipality, municipalities, filters.municipality, words.all)}`;
}

function whyNone({ filters }: PlaceOf<'calendar'>, { setting, words }: Kit): string {
  const isFiltered = filters.group !== null || filters.municipality !== null;
  return isFiltered ? words.noneFit : words.noUpcoming(planYears(setting.plan).join(', '));
}

/** A link to the same choice that a calendar program follows. */
function subscribeButton({ filters }: PlaceOf<'calendar'>, kit: Kit): Html | false {
  if (kit.standing === 'unknown') return false;
  const { group, municipality } = filters;
  const isWhole = group === null && municipality === null;
  const query: CalendarQuery = {
    ...unsaidCalendar,
    scope: isWhole ? 'everything' : 'named',
    groups: group === null ? [] : [group],
    municipalities: municipality === null ? [] : [municipality],
  };
  return actionButton({ title: kit.words.subscribe, action: { query } }, kit);
}

// === Rows

function months(items: readonly CalendarItem[], groups: readonly string[], kit: Kit): Html {
  const { locale } = kit.setting;
  const byMonth = [...Map.groupBy(items, (item) => dayOf(item).slice(0, 7))];
  return html`${byMonth.map(
    ([month, own]) =>
      html`<section class="month-block">${month === '' ? html`<h3>${kit.words.undated}</h3>` : html`<h3>${capital(monthName(Number(month.slice(5)), locale))} <span class="soft">${month.slice(0, 4)}</span></h3>`}
<ul class="days">${own.map((item) => row(item, groups, kit))}</ul></section>`,
  )}`;
}

function row(item: CalendarItem, groups: readonly string[], kit: Kit): Html {
  const { setting, now, words } = kit;
  const { hours, cancelled } = item.record;
  const style = [laneOf(item, groups), hasEnded(item, now) && 'over', cancelled && 'cancelled']
    .filter(Boolean)
    .join(' ');
  const time = hours ? formatHours(hours, setting.locale) : isLunchToLunch(item) ? setting.say.lunchToLunch : '';
  const where = placeName(item.record.place, setting);
  const canAdd = !cancelled && !hasEnded(item, now) && isDated(item);
  return html`<li class="${style}" id="meeting-${item.record.id}">${dateBlock(item, kit)}
<div class="what"><p class="title">${itemLink(item, kit)}${itemBadges(item, kit)}</p>
<p class="facts"><span>${capital(itemDays(item, setting))}</span>${time !== '' && html`<span>${time}</span>`}<span${attributes({ class: where === '' ? 'soft' : null })}>${where || words.noPlace}</span></p></div>
${canAdd && html`<a class="add no-print" href="${kit.fileOf(item.record.id)}" target="_blank" rel="noopener" aria-label="${words.addToCalendar}: ${capital(itemDays(item, setting))}">${words.addToCalendar}</a>`}</li>`;
}

function isLunchToLunch(item: CalendarItem): boolean {
  return item.kind === 'meeting' && item.record.lunchToLunch;
}

/** A leaf of a calendar: weekday, day, week. What it says stands in words beside it. */
function dateBlock(item: CalendarItem, { setting, words }: Kit): Html {
  const span = itemSpan(item);
  if (!span || !isDated(item)) return html`<div class="leaf" aria-hidden="true"><span class="number">–</span></div>`;
  const weekday = weekdayName(weekdayOf(span.from), setting.locale).slice(0, 3);
  const day = String(Number(span.from.slice(8)));
  const last = span.to === span.from ? '' : `–${Number(span.to.slice(8))}`;
  return html`<div class="leaf" aria-hidden="true"><span class="weekday">${weekday}</span><span class="number">${day}${last}</span><span class="week">${words.weekShort} ${isoWeekOf(span.from)}</span></div>`;
}
