// What every view is made with, and the pieces that they share.
import { answer } from '../answer/answer.ts';
import { calendar, cancelledCalendar } from '../answer/calendar-items.ts';
import type { CalendarItem, Outcome, SingleAnswer, Standing } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import { meetingKey } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Ledger } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import { planOfYear } from '../plan/plan-year.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { PlanQuery } from '../query.ts';
import { capital } from '../render/dates.ts';
import { activityName, itemTitle, type Setting } from '../render/names.ts';
import { addressOf, type Carried, type Place, view } from './address.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import type { TabPhrases } from './phrases.ts';

export interface Kit {
  readonly setting: Setting;
  readonly words: TabPhrases;
  readonly ledger: Ledger;
  readonly now: LocalMoment;
  readonly holidays: Holidays;
  readonly standing: Standing;
  readonly carried: Carried;
  /** The address of a meeting's file for a calendar. */
  readonly fileOf: (meeting: MeetingId) => string;
}

/** A view: its name, what it shows, and what the answers that it is made of are based on. */
export interface View {
  readonly title: string;
  readonly content: Html;
  readonly answers: readonly SingleAnswer[];
  /** Under the title; null for nothing. */
  readonly about: string | null;
}

/** What a query is answered with: the same as in chat. */
export function ask<Kind extends PlanQuery['kind'] & Outcome['kind']>(
  query: Extract<PlanQuery, { kind: Kind }>,
  { setting, now, holidays }: Kit,
): { readonly answer: SingleAnswer; readonly outcome: Extract<Outcome, { kind: Kind }> } {
  const found = answer(query, setting.plan, now, holidays);
  const { outcome } = found;
  if (!isOf(outcome, query.kind)) throw new Error(`a question about ${query.kind} was answered with ${outcome.kind}`);
  return { answer: found, outcome };
}

function isOf<Kind extends string>(outcome: Outcome, kind: Kind): outcome is Extract<Outcome, { kind: Kind }> {
  return outcome.kind === kind;
}

/** The same with the action plan of one year alone. */
export function inYear(year: number, kit: Kit): Kit {
  return { ...kit, setting: { ...kit.setting, plan: planOfYear(kit.setting.plan, year) } };
}

export function linkTo(place: Place, content: Content, { carried }: Kit, style: string | null = null): Html {
  return html`<a href="${addressOf(place, carried)}"${attributes({ class: style })}>${content}</a>`;
}

/** Every meeting and conference, those called off included. */
export function everyItem({ setting: { plan } }: Kit): CalendarItem[] {
  return [...calendar(plan), ...cancelledCalendar(plan)];
}

export function itemLink(item: CalendarItem, kit: Kit): Html {
  return linkTo({ view: 'meeting', id: item.record.id }, capital(itemTitle(item, kit.setting)), kit);
}

export function activityLink(activity: Activity, kit: Kit): Html {
  return linkTo({ view: 'activity', id: activity.id }, capital(activityName(activity, kit.setting)), kit);
}

/** "Inställt", "Ändrat": what happened to a meeting since the document was written. */
export function itemBadges(item: CalendarItem, { setting, words }: Kit): Html {
  const isChanged = setting.plan.alterations(meetingKey(item.record.id)).length > 0;
  if (item.record.cancelled) return html` <span class="badge gone">${words.cancelled}</span>`;
  return html`${isChanged && html` <span class="badge">${words.changed}</span>`}`;
}

/** The lane of the wheel, and so the colour and the sign, that a meeting has in every view. */
export function laneOf(item: CalendarItem, lanes: readonly string[]): string {
  if (item.kind === 'occasion') return 'conference';
  const index = lanes.indexOf(item.record.group);
  return index < 0 || index >= mostLanes ? 'other' : `group-${index}`;
}

/** Groups that have a lane of their own. */
export const mostLanes = 4;

/** The groups that have meetings, those with most first, and in the plan's order where they have as many. */
export function lanesOf(items: readonly CalendarItem[], { setting: { plan } }: Kit): string[] {
  const count = (id: string): number =>
    items.filter((item) => item.kind === 'meeting' && item.record.group === id).length;
  return plan.groups
    .map(({ id }) => ({ id, meetings: count(id) }))
    .filter(({ meetings }) => meetings > 0)
    .sort((a, b) => b.meetings - a.meetings)
    .map(({ id }) => id);
}

/** A choice of one in a form that only filters. */
export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, title: string])[],
  chosen: string | null,
  /** What nothing chosen means; null where something always is. */
  all: string | null,
): Html {
  const choices = [...(all === null ? [] : [['', all] as const]), ...options];
  return html`<label class="filter">${label}<select name="${name}">${choices.map(
    ([value, title]) =>
      html`<option value="${value}"${attributes({ selected: value === (chosen ?? '') })}>${title}</option>`,
  )}</select></label>`;
}

/** Filters in the address: a plain form, so that it works by keyboard and without script. */
export function filterForm(place: Extract<Place, { filters: object }>, inputs: Content, kit: Kit): Html {
  const { carried, words } = kit;
  const plain = view(place.view);
  const isFiltered = Object.values(place.filters).some((value) => value !== null);
  return html`<form class="filters" method="get" action="${addressOf(plain, { lang: null, theme: null })}" role="search" aria-label="${words.filter}">
${Object.entries(carried).map(([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}">`)}${inputs}
<button class="button" type="submit">${words.show}</button>${isFiltered && linkTo(plain, words.clear, kit, 'clear')}</form>`;
}

export function emptyState(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}
