// Names of records as they are written in running text.
import type { CalendarItem } from '../facts.ts';
import type { Activity, Party } from '../plan/activity.ts';
import type { MunicipalityId } from '../plan/ids.ts';
import type { Place } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { Localized } from '../plan/source.ts';
import { englishCalendarLinks } from './calendar-link-phrases.en.ts';
import { swedishCalendarLinks } from './calendar-link-phrases.sv.ts';
import type { CalendarLinkPhrases } from './calendar-link-phrases.ts';
import { type ComparisonPhrases, englishComparisons, swedishComparisons } from './comparison-phrases.ts';
import { formatAmount, formatDay, formatDays, formatHours, formatSchedule, joinWords, type Locale } from './dates.ts';
import { english } from './phrases.en.ts';
import { swedish } from './phrases.sv.ts';
import type { Phrases } from './phrases.ts';
import { englishUpdates } from './update-phrases.en.ts';
import { swedishUpdates } from './update-phrases.sv.ts';
import type { UpdatePhrases } from './update-phrases.ts';

/** What every page is made with. */
export interface Setting {
  readonly plan: Plan;
  readonly locale: Locale;
  readonly say: Phrases;
  /** Phrases about changes. */
  readonly tell: UpdatePhrases;
  /** Phrases about calendar links and files. */
  readonly links: CalendarLinkPhrases;
  /** Phrases that put one thing beside another: years, meetings, costs. */
  readonly compare: ComparisonPhrases;
  /** The present day in the region, "2019-03-01". */
  readonly today: string;
}

export function settingFor(plan: Plan, locale: Locale, today: string): Setting {
  const words =
    locale === 'sv'
      ? { say: swedish, tell: swedishUpdates, links: swedishCalendarLinks, compare: swedishComparisons }
      : { say: english, tell: englishUpdates, links: englishCalendarLinks, compare: englishComparisons };
  return { plan, locale, ...words, today };
}

export function local(text: Localized, { locale }: Setting): string {
  return locale === 'sv' ? text.sv : (text.en ?? text.sv);
}

/** A text in the language's quotation marks. */
export function quoted(text: string, { tell }: Setting): string {
  return tell.quote(text);
}

export function municipalityNames(ids: readonly MunicipalityId[], setting: Setting): string {
  return joinWords(
    ids.map((id) => setting.plan.municipality(id).name),
    setting.locale,
  );
}

function partyName(party: Party, setting: Setting): string {
  const { plan } = setting;
  switch (party.kind) {
    case 'municipality':
      return plan.municipality(party.id).name;
    case 'group':
      return local(plan.group(party.id).name, setting);
    case 'person': {
      const { name, municipality } = plan.person(party.id);
      return municipality ? `${name} (${plan.municipality(municipality).name})` : name;
    }
    case 'region':
      return plan.region.name;
  }
}

export function partyNames(parties: readonly Party[], setting: Setting): string {
  return joinWords(
    parties.map((party) => partyName(party, setting)),
    setting.locale,
  );
}

/** The name of an activity in running text. */
export function activityName(activity: Activity, setting: Setting): string {
  return local(activity.short, setting);
}

/** "möte med samarbetskommittén" or "mötet med …", or a conference's name; with the title that it has of its own. */
export function itemName(item: CalendarItem, setting: Setting, definite: boolean): string {
  const { title } = item.record;
  const name = ownerName(item, setting, definite);
  return title ? `${name} (${quoted(local(title, setting), setting)})` : name;
}

/** The same without a title of its own. */
export function ownerName(item: CalendarItem, setting: Setting, definite: boolean): string {
  if (item.kind === 'occasion') return local(setting.plan.conference(item.record.conference).definite, setting);
  const group = local(setting.plan.group(item.record.group).definite, setting);
  return item.record.kind === 'planning-conference'
    ? setting.say.planningOf(group, definite)
    : setting.say.meetingOf(group, definite);
}

/** Whose the item is, for a row of a list: "Samarbetskommittén, planeringskonferens (lunch till lunch)". */
export function itemTitle(item: CalendarItem, setting: Setting): string {
  const { plan } = setting;
  const owner = item.kind === 'occasion' ? plan.conference(item.record.conference) : plan.group(item.record.group);
  return [local(owner.name, setting), itemForm(item, setting)].filter(Boolean).join(', ');
}

/** What makes a meeting other than an ordinary one: "planeringskonferens", a title of its own, or nothing. */
export function itemForm(item: CalendarItem, setting: Setting): string {
  const planning = item.kind === 'meeting' && item.record.kind === 'planning-conference' ? setting.say.planning : '';
  const { title } = item.record;
  return [planning, title ? quoted(local(title, setting), setting) : ''].filter(Boolean).join(', ');
}

/** Day, and hours where there are any. */
export function itemWhen(item: CalendarItem, setting: Setting): string {
  const { locale, say } = setting;
  const days = itemDays(item, setting);
  const { hours } = item.record;
  if (hours) return `${days} ${formatHours(hours, locale)}`;
  return item.kind === 'meeting' && item.record.lunchToLunch ? `${days} (${say.lunchToLunch})` : days;
}

/** The days, or the season, without hours. */
export function itemDays(item: CalendarItem, { today, locale }: Setting): string {
  if (item.kind === 'occasion') return formatSchedule(item.record.schedule, today, locale);
  return formatDays(item.record.from, item.record.to, today, locale);
}

/** "i Botkyrka", "hos StorSthlm", "i Lindrum (Folkets hus)", or nothing. */
export function atPlace(place: Place | null, { plan, say }: Setting): string {
  if (!place) return '';
  if (place.municipality === null) return say.at(place.name, true);
  const venue = venueIn(place, plan);
  return `${say.at(plan.municipality(place.municipality).name, false)}${venue === null ? '' : ` (${venue})`}`;
}

export function placeName(place: Place | null, { plan }: Setting): string {
  if (!place) return '';
  if (place.municipality === null) return place.name;
  const venue = venueIn(place, plan);
  return [venue, plan.municipality(place.municipality).name].filter((part) => part !== null).join(', ');
}

/** What a place in a municipality is called, where that is not just the municipality's name. */
function venueIn({ name, municipality }: Place, plan: Plan): string | null {
  if (municipality === null) return null;
  const own = plan.municipality(municipality);
  const known = [own.name, ...own.aliases].some((word) => word.toLowerCase() === name.toLowerCase());
  return known ? null : name;
}

/** An activity's cost, or nothing where the plan has none. */
export function costText(activity: Activity, { locale }: Setting): string {
  return activity.cost ? formatAmount(activity.cost.amount, locale) : '';
}

export function scheduleText(activity: Activity, { today, locale }: Setting): string {
  return formatSchedule(activity.schedule, today, locale);
}

/** The days of a term in words, as exact as they are known: "fr.o.m. fredag 1 mars t.o.m. 2022". */
export function termText(
  { from, until }: { readonly from: string | null; readonly until: string | null },
  { say, today, locale }: Setting,
): string {
  const inWords = (day: string | null): string | null => (day?.length === 10 ? formatDay(day, today, locale) : day);
  return say.term(inWords(from), inWords(until));
}
