// Pages about meetings and what happens in a period.
import type { CalendarItem, OutcomeOf as Of } from '../facts.ts';
import { daysBetween, isoWeekOf, weekdayOf } from '../plan/days.ts';
import type { Period } from '../plan/period.ts';
import type { MeetingsQuery, PlaceRef } from '../query.ts';
import { agendaWithCalledOff, withCalledOff } from './called-off.ts';
import {
  capital,
  formatDays,
  formatHours,
  formatLength,
  formatPeriod,
  formatRange,
  formatTime,
  joinWords,
  weekdayName,
  weekdaysName,
} from './dates.ts';
import { fatePage } from './fate-pages.ts';
import {
  activityName,
  atPlace,
  itemForm,
  itemName,
  itemTitle,
  itemWhen,
  local,
  municipalityNames,
  placeName,
  type Setting,
  scheduleText,
} from './names.ts';
import { type Item, itemsOf, type Page, sentence } from './page.ts';
import { yearTable } from './pictures.ts';

export function lastDay(item: CalendarItem): string {
  if (item.kind === 'meeting') return item.record.to;
  const { schedule } = item.record;
  return schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.to : '9999';
}

export function firstDay(item: CalendarItem): string | null {
  if (item.kind === 'meeting') return item.record.from;
  const { schedule } = item.record;
  return schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.from : null;
}

export const isPast = (item: CalendarItem, { today }: Setting): boolean => lastDay(item) < today;

export function years({ plan }: Setting): string {
  return plan.documents.map(({ year }) => String(year)).join(', ');
}

export function periodText(period: Period | null, { today, locale }: Setting): string {
  return period === null ? '' : formatPeriod(period, today, locale);
}

function placeText(place: PlaceRef | null, { plan, say }: Setting): string {
  if (!place) return '';
  return place.kind === 'venue' ? say.at(place.name, true) : say.at(plan.municipality(place.id).name, false);
}

function elsewhereText(place: PlaceRef | null, setting: Setting): string {
  const at = placeText(place, setting);
  if (at === '') return '';
  return setting.locale === 'sv' ? `på andra ställen än ${at}` : `elsewhere than ${at}`;
}

function weekdayScope(weekday: number | null, otherDays: boolean, { locale }: Setting): string {
  if (weekday === null) return '';
  const on = locale === 'sv' ? 'på' : 'on';
  const other = locale === 'sv' ? 'andra dagar än' : 'days other than';
  return [on, ...(otherDays ? [other] : []), weekdaysName(weekday, locale)].join(' ');
}

/** Where and when was asked about: "i Salem i april". */
function scopeText(
  query: Pick<MeetingsQuery, 'period' | 'place' | 'daypart' | 'otherDays' | 'otherPlaces'> & {
    readonly weekday?: number | null;
  },
  setting: Setting,
): string {
  return [
    query.daypart ? setting.say.daypart[query.daypart] : '',
    query.otherPlaces ? elsewhereText(query.place, setting) : placeText(query.place, setting),
    weekdayScope(query.weekday ?? null, query.otherDays === true, setting),
    periodText(query.period, setting),
  ]
    .filter(Boolean)
    .join(' ');
}

function subjectOf(query: MeetingsQuery, setting: Setting): string {
  if (query.groups.length === 0) return setting.say.everybody;
  return joinWords(
    query.groups.map((id) => local(setting.plan.group(id).definite, setting)),
    setting.locale,
  );
}

/** A row of a list: when first, since lists are read for dates. */
export function calendarItem(item: CalendarItem, setting: Setting, oneGroup = false): Item {
  const hosts = item.kind === 'occasion' && item.record.place === null ? hostsOf(item, setting) : '';
  return {
    title: capital(itemWhen(item, setting)),
    details: [
      oneGroup ? itemForm(item, setting) : itemTitle(item, setting),
      placeName(item.record.place, setting),
      hosts,
    ].filter(Boolean),
  };
}

function hostsOf(item: Extract<CalendarItem, { kind: 'occasion' }>, setting: Setting): string {
  const { conference, year } = item.record;
  const hosting = setting.plan.hostings.find(
    (candidate) => candidate.conference === conference && candidate.year === year,
  );
  return hosting ? `${setting.say.labels.hosts}: ${municipalityNames(hosting.hosts, setting)}` : '';
}

/** Items of one group's meetings do not repeat its name. */
function calendarBlock(
  items: readonly CalendarItem[],
  setting: Setting,
  heading: string | null = null,
  oneGroup = false,
): Page['blocks'] {
  return items.length === 0
    ? []
    : [{ kind: 'list', heading, items: itemsOf(items, (item) => calendarItem(item, setting, oneGroup)) }];
}

/** Everything about one meeting, for its card. */
function meetingFields(item: CalendarItem, setting: Setting): Page['blocks'] {
  const { say, today, locale } = setting;
  const day = firstDay(item);
  const rows: [string, string][] = [[say.labels.group, itemTitle(item, setting)]];
  if (day !== null) rows.push([say.labels.date, capital(formatDays(day, lastDay(item), today, locale))]);
  if (item.record.hours) rows.push([say.labels.time, formatHours(item.record.hours, locale)]);
  if (item.record.place) rows.push([say.labels.place, placeName(item.record.place, setting)]);
  return [{ kind: 'fields', rows }];
}

export function meetingsPage(outcome: Of<'meetings'>, setting: Setting): Page {
  const { fate } = outcome.query;
  const page = fate ? fatePage(outcome, fate, setting) : null;
  return page ?? withCalledOff(outcome, withoutRoom(outcome, heldPage(outcome, setting), setting), setting);
}

/** Says that no room is stated, where one is asked for. */
function withoutRoom({ query, items }: Of<'meetings'>, page: Page, { compare }: Setting): Page {
  if (!query.room || items.length === 0) return page;
  const isSentence = /[.!]$/.test(page.lead);
  return { ...page, lead: isSentence ? `${page.lead} ${compare.noRoom}` : `${compare.noRoom} ${page.lead}` };
}

function heldPage(outcome: Of<'meetings'>, setting: Setting): Page {
  const { query, items, none, elsewhere } = outcome;
  if (none !== null) return sentence([noMeetings(query, none, setting), ...besidesText(outcome, setting)].join(' '));
  const [only] = items;
  if (elsewhere && only) {
    const lead = `${setting.say.no}, ${lowerFirst(oneMeeting(only, { ...query, aspect: 'where' }, outcome, setting))}`;
    return { lead, blocks: meetingFields(only, setting) };
  }
  if (items.length === 1 && only && query.aspect !== 'count')
    return { lead: oneMeeting(only, query, outcome, setting), blocks: meetingFields(only, setting) };
  if (query.ids.length > 0 && query.aspect !== 'when')
    return { lead: items.map((item) => oneMeeting(item, query, outcome, setting)).join(' '), blocks: [] };
  const { say } = setting;
  const span = query.which === 'upcoming' ? 'ahead' : query.which === 'past' ? 'held' : 'any';
  const counted = query.aspect === 'count';
  const phrase = counted ? say.meetingCount : say.meetingList;
  const lead = phrase(subjectOf(query, setting), items.length, scopeText(query, setting), span);
  return {
    lead: withDates(lead, items, setting),
    blocks: calendarBlock(items, setting, null, query.groups.length === 1),
  };
}

/** As many dates as a sentence can hold. */
const mostDates = 8;

/** A list's first line says its dates, so that it stands alone in a notification. */
function withDates(lead: string, items: readonly CalendarItem[], { today, locale }: Setting): string {
  if (items.length > mostDates) return lead;
  const dates = items.map((item) => {
    const day = firstDay(item);
    return day === null ? null : formatRange(day, lastDay(item), today, locale);
  });
  const known = dates.filter((date) => date !== null);
  if (known.length !== items.length) return lead;
  return `${lead.replace(/[:.]$/, '')}: ${joinWords(known, locale)}.`;
}

function noMeetings(query: MeetingsQuery, none: NonNullable<Of<'meetings'>['none']>, setting: Setting): string {
  const { say } = setting;
  if (query.from !== null) return say.noneBeside(query.which === 'latest' ? 'before' : 'after', years(setting));
  switch (none) {
    case 'none-upcoming':
      // None there is not none at all.
      if (query.place !== null || query.weekday !== null || query.form !== 'any')
        return say.noMeeting(subjectOf(query, setting), scopeText(query, setting), false);
      return say.noMoreMeetings(subjectOf(query, setting), years(setting));
    case 'outside-plan':
      return say.outsidePlan(scopeText(query, setting), years(setting));
    case 'no-match':
      return say.noMeeting(
        subjectOf(query, setting),
        scopeText(query, setting),
        query.aspect === 'exists' || query.aspect === 'count',
      );
  }
}

/** Conferences on the days for which meetings were asked in vain. */
function besidesText({ besides }: Of<'meetings'>, setting: Setting): string[] {
  return besides.map((item) => {
    const when = itemWhen(item, setting);
    return setting.say.besides(itemName(item, setting, true), when, atPlace(item.record.place, setting));
  });
}

function oneMeeting(
  item: CalendarItem,
  query: MeetingsQuery,
  { ended }: Pick<Of<'meetings'>, 'ended'>,
  setting: Setting,
): string {
  const { say, locale, today } = setting;
  const which = whichWord(query);
  const isMeant =
    query.aspect === 'when' || query.aspect === 'exists' || query.aspect === 'count' || query.aspect === 'countdown';
  // "Nästa möte", but "senaste mötet" and "mötet den 9 maj".
  const what = itemName(item, setting, !(isMeant && which === 'next'));
  const day = firstDay(item);
  const days = day === null ? itemWhen(item, setting) : formatDays(day, lastDay(item), today, locale);
  const past = isPast(item, setting) || ended.includes(item.record.id);
  const at = atPlace(item.record.place, setting);
  const when = [itemWhen(item, setting), at].filter(Boolean).join(' ');
  const { hours } = item.record;
  const times = hours && { start: formatTime(hours.start, locale), end: formatTime(hours.end, locale) };
  switch (query.aspect) {
    case 'where':
      return at === '' ? say.noPlace(what, days) : say.meetingWhere(what, itemWhen(item, setting), at, past);
    case 'hours':
      return times ? say.meetingIs('plain', what, when, past) : say.noHours(what, days);
    case 'start':
      return times ? say.starts(what, days, times.start, times.end) : say.noHours(what, days);
    case 'end':
      return times ? say.ends(what, days, times.start, times.end) : say.noHours(what, days);
    case 'duration':
      return hours
        ? say.lasts(what, days, formatLength(hours, locale), formatHours(hours, locale))
        : say.meetingIs('plain', what, when, past);
    case 'weekday':
      return weekdayAnswer(item, query, setting);
    case 'week':
      return day === null ? say.meetingIs('plain', what, when, past) : say.inWeek(what, isoWeekOf(day), when, past);
    case 'countdown':
      return day === null ? say.meetingIs('plain', what, when, past) : say.inDays(what, when, daysBetween(today, day));
    case 'exists':
      return `${say.yes}, ${lowerFirst(say.meetingIs(which, what, when, past))}`;
    case 'count':
    case 'when':
      return say.meetingIs(which, what, when, past);
  }
}

/** Only Swedish sentences begin with a word that is lower case after "Ja,"; English ones do too. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function weekdayAnswer(item: CalendarItem, query: MeetingsQuery, { say, locale, today }: Setting): string {
  const day = firstDay(item);
  if (day === null) return '';
  const date = formatDays(day, lastDay(item), today, locale).replace(/^\S+ /, '');
  const own = weekdayOf(day);
  const statement = say.isWeekday(date, weekdayName(own, locale));
  return query.weekday === null ? statement : `${query.weekday === own ? say.yes : say.no}, ${statement}`;
}

function whichWord({ which, from }: MeetingsQuery): 'next' | 'latest' | 'first' | 'final' | 'plain' {
  if (from !== null || which === 'all' || which === 'upcoming' || which === 'past') return 'plain';
  return which;
}

export function agendaPage(outcome: Of<'agenda'>, setting: Setting): Page {
  return agendaWithCalledOff(outcome, happeningPage(outcome, setting), setting);
}

function happeningPage({ query, items, activities, none }: Of<'agenda'>, setting: Setting): Page {
  const { say } = setting;
  const scope = scopeText(query, setting);
  if (none === 'outside-plan') return sentence(say.outsidePlan(scope, years(setting)));
  if (none !== null || items.length + activities.length === 0)
    return sentence(
      query.period === null ? say.noMoreMeetings(say.everybody, years(setting)) : say.noAgenda(scope, query.content),
    );
  const shown = query.period === null ? items.filter((item) => lastDay(item) >= setting.today) : items;
  const both = shown.length > 0 && activities.length > 0;
  const tasks = itemsOf(activities, (activity) => ({
    title: activityName(activity, setting),
    details: [scheduleText(activity, setting)],
  }));
  const year = query.period?.name.by === 'year' && query.place === null ? query.period.name.year : null;
  const described = (item: CalendarItem): string => calendarItem(item, setting).details.join(', ');
  const table = year === null ? null : yearTable(shown, year, described, setting);
  return {
    lead: say.agenda(scope === '' ? say.ahead : scope),
    blocks: [
      ...(table ? [table] : calendarBlock(shown, setting, both ? say.calendarHeading : null)),
      ...(tasks.length > 0 ? [{ kind: 'list' as const, heading: say.activitiesHeading, items: tasks }] : []),
    ],
  };
}
