// Pages about conferences.
import type { CalendarItem, OutcomeOf as Of } from '../facts.ts';
import { daysBetween, isoWeekOf, weekdayOf } from '../plan/days.ts';
import { firstDay, isPast, lastDay, periodText } from './calendar-pages.ts';
import { cancelledText } from './called-off.ts';
import { capital, formatDays, joinWords, weekdayName } from './dates.ts';
import { hostSentence } from './host-pages.ts';
import { atPlace, itemWhen, local, municipalityNames, placeName, quoted, type Setting } from './names.ts';
import { type Page, sentence, unstopped } from './page.ts';

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
