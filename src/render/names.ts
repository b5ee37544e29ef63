// Names of records as they are written in running text.
import type { CalendarItem } from '../facts.ts';
import type { Activity, Party } from '../plan/activity.ts';
import type { MunicipalityId } from '../plan/ids.ts';
import type { Place } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import type { Localized } from '../plan/source.ts';
import { formatAmount, formatDays, formatHours, formatSchedule, joinWords, type Locale } from './dates.ts';
import { english } from './phrases.en.ts';
import { swedish } from './phrases.sv.ts';
import type { Phrases } from './phrases.ts';

/** What every page is made with. */
export interface Setting {
  readonly plan: Plan;
  readonly locale: Locale;
  readonly say: Phrases;
  /** The present day in the region, "2019-03-01". */
  readonly today: string;
}

export function settingFor(plan: Plan, locale: Locale, today: string): Setting {
  return { plan, locale, say: locale === 'sv' ? swedish : english, today };
}

export function local(text: Localized, { locale }: Setting): string {
  return locale === 'sv' ? text.sv : (text.en ?? text.sv);
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

/** "möte med samarbetskommittén" or "mötet med …", or a conference's name. */
export function itemName(item: CalendarItem, setting: Setting, definite: boolean): string {
  if (item.kind === 'occasion') return local(setting.plan.conference(item.record.conference).definite, setting);
  const group = local(setting.plan.group(item.record.group).definite, setting);
  return item.record.kind === 'planning-conference'
    ? setting.say.planningOf(group, definite)
    : setting.say.meetingOf(group, definite);
}

/** Whose the item is, for a row of a list: "Samarbetskommittén, planeringskonferens (lunch till lunch)". */
export function itemTitle(item: CalendarItem, setting: Setting): string {
  const { plan } = setting;
  if (item.kind === 'occasion') return local(plan.conference(item.record.conference).name, setting);
  const group = local(plan.group(item.record.group).name, setting);
  return [group, itemForm(item, setting)].filter(Boolean).join(', ');
}

/** What makes a meeting other than an ordinary one: "planeringskonferens", or nothing. */
export function itemForm(item: CalendarItem, { say }: Setting): string {
  return item.kind === 'meeting' && item.record.kind === 'planning-conference' ? say.planning : '';
}

/** Day, and hours where the plan has them. */
export function itemWhen(item: CalendarItem, setting: Setting): string {
  const { today, locale, say } = setting;
  if (item.kind === 'occasion') return formatSchedule(item.record.schedule, today, locale);
  const { from, to, hours, lunchToLunch } = item.record;
  const days = formatDays(from, to, today, locale);
  if (hours) return `${days} ${formatHours(hours, locale)}`;
  return lunchToLunch ? `${days} (${say.lunchToLunch})` : days;
}

/** "i Botkyrka", "hos StorSthlm", or nothing. */
export function atPlace(place: Place | null, { plan, say }: Setting): string {
  if (!place) return '';
  return place.municipality === null
    ? say.at(place.name, true)
    : say.at(plan.municipality(place.municipality).name, false);
}

export function placeName(place: Place | null, { plan }: Setting): string {
  if (!place) return '';
  return place.municipality === null ? place.name : plan.municipality(place.municipality).name;
}

/** An activity's cost, or nothing where the plan has none. */
export function costText(activity: Activity, { locale }: Setting): string {
  return activity.cost ? formatAmount(activity.cost.amount, locale) : '';
}

export function scheduleText(activity: Activity, { today, locale }: Setting): string {
  return formatSchedule(activity.schedule, today, locale);
}
