// Pages about meetings, conferences, hosts and what happens in a period.
import type { CalendarItem, Outcome, Rotation } from '../facts.ts';
import { daysBetween, isoWeekOf, weekdayOf } from '../plan/days.ts';
import type { Hosting } from '../plan/meeting.ts';
import type { Period } from '../plan/period.ts';
import type { MeetingsQuery, PlaceRef } from '../query.ts';
import { agendaWithCalledOff, cancelledText, withCalledOff } from './called-off.ts';
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
  quoted,
  type Setting,
  scheduleText,
} from './names.ts';
import { type Item, itemsOf, type Page, sentence, unstopped } from './page.ts';
import { rotationTables, yearTable } from './pictures.ts';

type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

function lastDay(item: CalendarItem): string {
  if (item.kind === 'meeting') return item.record.to;
  const { schedule } = item.record;
  return schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.to : '9999';
}

function firstDay(item: CalendarItem): string | null {
  if (item.kind === 'meeting') return item.record.from;
  const { schedule } = item.record;
  return schedule.kind === 'date' ? schedule.date : schedule.kind === 'range' ? schedule.from : null;
}

const isPast = (item: CalendarItem, { today }: Setting): boolean => lastDay(item) < today;

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

function weekdayScope(weekday: number | null, { locale }: Setting): string {
  return weekday === null ? '' : `${locale === 'sv' ? 'på' : 'on'} ${weekdaysName(weekday, locale)}`;
}

/** Where and when was asked about: "i Salem i april". */
function scopeText(
  query: Pick<MeetingsQuery, 'period' | 'place' | 'daypart'> & { readonly weekday?: number | null },
  setting: Setting,
): string {
  return [
    query.daypart ? setting.say.daypart[query.daypart] : '',
    placeText(query.place, setting),
    weekdayScope(query.weekday ?? null, setting),
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

// === Conferences

export function conferencePage({ query, cases }: Of<'conference'>, setting: Setting): Page {
  const { say } = setting;
  if (cases.length === 0) return sentence(say.noConferences(periodText(query.period, setting)));
  const [only] = cases;
  if (cases.length === 1 && only) return oneConference(only, query, setting);
  if (query.aspect === 'count')
    return { lead: say.conferenceList(cases.length), blocks: conferenceList(cases, setting) };
  return { lead: say.conferenceList(cases.length), blocks: conferenceList(cases, setting) };
}

type Case = Of<'conference'>['cases'][number];

function conferenceList(cases: readonly Case[], setting: Setting): Page['blocks'] {
  const items = cases.map(({ conference, occasions, cancelled, hostings }) => {
    const [occasion] = occasions;
    const [hosting] = hostings;
    const when = occasion
      ? itemWhen({ kind: 'occasion', record: occasion }, setting)
      : cancelled.map((record) => unstopped(cancelledText({ kind: 'occasion', record }, setting))).join(', ');
    const hosts = hosting ? `${setting.say.labels.hosts}: ${municipalityNames(hosting.hosts, setting)}` : '';
    return { title: local(conference.name, setting), details: [when, hosts].filter(Boolean) };
  });
  return [{ kind: 'list', heading: null, items }];
}

function oneConference(item: Case, query: Of<'conference'>['query'], setting: Setting): Page {
  const { conference } = item;
  const name = local(conference.definite, setting);
  const { say } = setting;
  const told = (value: typeof conference.theme, label: string): Page =>
    sentence(value ? `${label}: ${unstopped(local(value, setting))}.` : say.notStated(label, name));
  switch (query.aspect) {
    case 'partners':
      return sentence(
        conference.partners.length > 0
          ? say.partnersOf(
              name,
              joinWords(
                conference.partners.map((partner) => local(partner, setting)),
                setting.locale,
              ),
            )
          : say.partnersUnknown(name),
      );
    case 'organisers':
      if (conference.organisers === null && conference.partners.length > 0)
        return { lead: conferenceHosts(item, setting), blocks: conferenceFields(item, setting) };
      return conference.organisers
        ? sentence(
            `${told(conference.organisers, say.labels.organisers).lead} ${item.hostings.map((hosting) => hostSentence(hosting, name, setting)).join(' ')}`.trim(),
          )
        : { lead: conferenceResponsible(item, setting), blocks: [] };
    case 'participants':
      return told(conference.participants, say.labels.participants);
    case 'theme':
      return told(conference.theme, say.labels.theme);
    case 'frequency':
      return conference.frequency
        ? told(conference.frequency, say.labels.frequency)
        : sentence(say.howOftenUnknown(name, false));
    case 'responsible':
      return sentence(conferenceResponsible(item, setting));
    case 'about':
      return { lead: local(conference.about, setting), blocks: conferenceFields(item, setting) };
    case 'weekday':
    case 'week':
    case 'countdown':
    case 'hours':
    case 'where':
    case 'when':
    case 'list':
    case 'count':
      return {
        lead: conferenceWhen(item, query, setting),
        blocks: item.occasions.length > 0 ? conferenceFields(item, setting, true) : [],
      };
  }
}

function conferenceFields(item: Case, setting: Setting, brief = false): Page['blocks'] {
  const { say } = setting;
  const { conference, occasions, hostings } = item;
  const rows: [string, string][] = [];
  for (const record of occasions) {
    if (record.title) rows.push([setting.tell.fields.title, local(record.title, setting)]);
    rows.push([say.labels.date, capital(itemWhen({ kind: 'occasion', record }, setting))]);
    if (record.place) rows.push([say.labels.place, placeName(record.place, setting)]);
  }
  for (const hosting of hostings)
    rows.push([`${say.labels.hosts} ${hosting.year}`, municipalityNames(hosting.hosts, setting)]);
  if (!brief && conference.partners.length > 0)
    rows.push([
      say.labels.partners,
      joinWords(
        conference.partners.map((partner) => local(partner, setting)),
        setting.locale,
      ),
    ]);
  if (!brief && conference.participants) rows.push([say.labels.participants, local(conference.participants, setting)]);
  if (conference.responsible !== null)
    rows.push([say.labels.responsible, local(setting.plan.group(conference.responsible).name, setting)]);
  return rows.length > 0 ? [{ kind: 'fields', rows }] : [];
}

function conferenceWhen(
  { conference, occasions, cancelled, hostings }: Case,
  query: Of<'conference'>['query'],
  setting: Setting,
): string {
  const { say, today, locale } = setting;
  const [record] = occasions;
  const title = record?.title ? ` (${quoted(local(record.title, setting), setting)})` : '';
  const name = `${local(conference.definite, setting)}${title}`;
  const hosts = hostings.map((hosting) => hostSentence(hosting, name, setting)).join(' ');
  if (!record && cancelled.length > 0)
    return cancelled.map((off) => cancelledText({ kind: 'occasion', record: off }, setting)).join(' ');
  if (!record) {
    const year = query.period?.from?.slice(0, 4) ?? '';
    return [say.conferenceNoDate(name, year), hosts].filter(Boolean).join(' ');
  }
  const item: CalendarItem = { kind: 'occasion', record };
  const day = firstDay(item);
  if (day === null) return say.conferenceSeason(name, itemWhen(item, setting));
  const when = itemWhen(item, setting);
  const at = atPlace(record.place, setting);
  const statement = say.conferenceIs(name, when, at, isPast(item, setting));
  switch (query.aspect) {
    case 'where':
      return at === '' ? [say.noPlace(name, when), hosts].filter(Boolean).join(' ') : statement;
    case 'hours':
      return record.hours ? statement : say.noHours(name, when);
    case 'countdown':
      return say.inDays(name, [when, at].filter(Boolean).join(' '), daysBetween(today, day));
    case 'week':
      return say.inWeek(name, isoWeekOf(day), [when, at].filter(Boolean).join(' '), isPast(item, setting));
    case 'weekday':
      return `${statement} ${say.isWeekday(formatDays(day, lastDay(item), today, locale).replace(/^\S+ /, ''), weekdayName(weekdayOf(day), locale))}`;
    default:
      return at === '' && hosts !== '' ? `${statement} ${hosts}` : statement;
  }
}

function conferenceResponsible({ conference, hostings }: Case, setting: Setting): string {
  const name = local(conference.definite, setting);
  if (hostings.length > 0) return hostings.map((hosting) => hostSentence(hosting, name, setting)).join(' ');
  if (conference.responsible !== null)
    return setting.say.responsibleFor(local(setting.plan.group(conference.responsible).name, setting), 1, name);
  return setting.say.noHosts(name);
}

function conferenceHosts(item: Case, setting: Setting): string {
  const { conference } = item;
  const partners = joinWords(
    conference.partners.map((partner) => local(partner, setting)),
    setting.locale,
  );
  return setting.say.partnersOf(local(conference.definite, setting), partners);
}

// === Hosts

function hostSentence(hosting: Rotation['hostings'][number], name: string, setting: Setting): string {
  const present = Number(setting.today.slice(0, 4));
  const tense = hosting.year < present ? 'past' : hosting.year === present ? 'present' : 'future';
  return setting.say.hostIs(municipalityNames(hosting.hosts, setting), hosting.hosts.length, name, hosting.year, tense);
}

/** What an older plan says of a year that a newer one gives to others. */
export function contradictionText({ conference, year, hosts, source }: Hosting, setting: Setting): string[] {
  if (!source) return [];
  const document = local(setting.plan.document(source.document).title, setting);
  const name = local(setting.plan.conference(conference).definite, setting);
  return [setting.say.otherHosts(document, municipalityNames(hosts, setting), hosts.length, name, year)];
}

function spanText({ span }: Rotation): string {
  return span === null ? '' : span.from === span.to ? String(span.from) : `${span.from}–${span.to}`;
}

export function hostsPage(outcome: Of<'hosts'>, setting: Setting): Page {
  const { query, rotations } = outcome;
  if (query.aspect === 'after' || query.aspect === 'before') {
    return sentence(rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' '));
  }
  if (query.municipalities.length > 0) return municipalityHosts(outcome, setting);
  if (query.aspect === 'count') return hostNumbers(rotations, setting);
  const whole = query.period === null && query.which === 'all';
  if (whole || (outcome.year === null && query.which === 'all')) return wholeRotation(rotations, setting);
  return sentence(rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' '));
}

/** "Hur många kommuner delar på värdskapet?" */
function hostNumbers(rotations: readonly Rotation[], setting: Setting): Page {
  const page = wholeRotation(rotations, setting);
  const numbers = rotations.flatMap(({ conference, hostings }) => {
    const counts = [...new Set(hostings.map(({ hosts }) => hosts.length))].sort();
    const text = counts.length === 0 ? null : counts.map(String).join('–');
    return text === null
      ? []
      : [setting.say.hostNumber(local(conference.definite, setting), text, counts.at(-1) === 1)];
  });
  return { ...page, lead: numbers.length > 0 ? numbers.join(' ') : page.lead };
}

function hostSentences(rotation: Rotation, { year, query }: Of<'hosts'>, setting: Setting): string[] {
  const name = local(rotation.conference.definite, setting);
  if (rotation.hostings.length > 0) return rotation.hostings.map((hosting) => hostSentence(hosting, name, setting));
  if (rotation.span === null) return [noHosts(rotation, setting)];
  return [
    year !== null && query.which === 'all'
      ? setting.say.hostUnknown(name, year, spanText(rotation))
      : setting.say.noMoreHosts(name, spanText(rotation)),
  ];
}

function noHosts({ conference }: Rotation, setting: Setting): string {
  const name = local(conference.definite, setting);
  const responsible =
    conference.responsible === null
      ? ''
      : ` ${setting.say.responsibleFor(local(setting.plan.group(conference.responsible).name, setting), 1, name)}`;
  return `${setting.say.noHosts(name)}${responsible}`;
}

function wholeRotation(rotations: readonly Rotation[], setting: Setting): Page {
  const { say } = setting;
  const listed = rotations.filter(({ hostings }) => hostings.length > 0);
  const without = rotations
    .filter(({ hostings }) => hostings.length === 0)
    .map((rotation) => noHosts(rotation, setting));
  const [only] = listed;
  const tables = rotationTables(listed, setting);
  const lists = listed.map((rotation) => ({
    kind: 'list' as const,
    heading: listed.length > 1 ? local(rotation.conference.name, setting) : null,
    items: rotation.hostings.map((hosting) => ({
      title: String(hosting.year),
      details: [municipalityNames(hosting.hosts, setting)],
    })),
  }));
  if (!only) return sentence(without.join(' '));
  const names = joinWords(
    listed.map(({ conference }) => local(conference.definite, setting)),
    setting.locale,
  );
  return {
    lead: say.rotation(names, listed.length === 1 ? spanText(only) : ''),
    blocks: tables.length > 0 ? tables : lists,
  };
}

/** That a municipality is not in a rotation, or that there is none. */
function neverHosts(rotation: Rotation, municipality: string, setting: Setting): string {
  if (rotation.span === null) return noHosts(rotation, setting);
  return setting.say.hostNever(municipality, local(rotation.conference.definite, setting), spanText(rotation));
}

function municipalityHosts(outcome: Of<'hosts'>, setting: Setting): Page {
  const { query, rotations } = outcome;
  const { say } = setting;
  const name = municipalityNames(query.municipalities, setting);
  const isHost = (hosting: Rotation['hostings'][number]): boolean =>
    query.municipalities.every((id) => hosting.hosts.includes(id));
  if (query.aspect === 'check' && query.period !== null) {
    const all = rotations.flatMap((rotation) => rotation.hostings);
    const rest = rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' ');
    const yes = all.some(isHost);
    const mine = rotations.flatMap((rotation) =>
      rotation.hostings
        .filter(isHost)
        .map((hosting) => hostSentence(hosting, local(rotation.conference.definite, setting), setting)),
    );
    if (all.length === 0) return sentence(rest);
    return sentence(say.hostCheck(yes, yes && query.conferences.length === 0 ? mine.join(' ') : rest));
  }
  const turns = rotations.flatMap(({ conference, hostings }) =>
    hostings.filter(isHost).map((hosting) => {
      const others = hosting.hosts.filter((id) => !query.municipalities.includes(id));
      return {
        year: hosting.year,
        text: say.hostTurn(local(conference.definite, setting), hosting.year, municipalityNames(others, setting)),
      };
    }),
  );
  turns.sort((a, b) => a.year - b.year);
  if (turns.length === 0) return sentence(rotations.map((rotation) => neverHosts(rotation, name, setting)).join(' '));
  const years = say.hostYears(
    name,
    joinWords(
      turns.map(({ text }) => text),
      setting.locale,
    ),
  );
  const count =
    query.aspect === 'count' ? `${say.hostCount(name, turns.length)} ` : query.aspect === 'check' ? `${say.yes}, ` : '';
  return sentence(`${count}${years}`);
}
