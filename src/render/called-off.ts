// What is said of meetings that were called off, or moved away from the day that somebody asks about.
import type { CalendarItem, Outcome } from '../facts.ts';
import { meetingKey } from '../plan/change.ts';
import { overlaps, type Period } from '../plan/period.ts';
import { fullWhen, namedItem } from './changes.ts';
import { capital, formatDays } from './dates.ts';
import { itemTitle, itemWhen, placeName, type Setting } from './names.ts';
import type { Block, Page } from './page.ts';

type Meetings = Extract<Outcome, { kind: 'meetings' }>;
type Agenda = Extract<Outcome, { kind: 'agenda' }>;

/** Periods so short that whoever names one has a certain meeting in mind. */
const certain: ReadonlySet<Period['name']['by']> = new Set(['day', 'week', 'weekend', 'month']);

/** More than these are a list, not sentences. */
const mostSentences = 2;

/** The page of the meetings that are held, with those that are not. */
export function withCalledOff(outcome: Meetings, page: Page, setting: Setting): Page {
  const { query, items, cancelled } = outcome;
  const away = outcome.movedAway.map((item) => movedText(item, query.period, setting));
  const off = cancelled.map((item) => cancelledText(item, setting));
  if (off.length + away.length === 0) return page;
  const isCertain = query.ids.length > 0 || (query.period !== null && certain.has(query.period.name.by));
  // Whoever asks for what is next hears that first; whoever means a certain meeting hears what became of it.
  if (items.length > 0 && query.which === 'next' && off.length <= mostSentences) return after(page, [...off, ...away]);
  if ((items.length === 0 || isCertain) && off.length <= mostSentences) {
    return query.which === 'all' && items.length === 0
      ? { ...page, lead: [...off, ...away].join(' ') }
      : before(page, [...off, ...away]);
  }
  return { ...before(page, away), blocks: [...page.blocks, cancelledBlock(cancelled, setting)] };
}

/** The page of what happens, with what does not. */
export function agendaWithCalledOff(outcome: Agenda, page: Page, setting: Setting): Page {
  const { query, items, activities, cancelled, movedAway } = outcome;
  const away = movedAway.map((item) => movedText(item, query.period, setting));
  const off = cancelled.map((item) => cancelledText(item, setting));
  if (off.length + away.length === 0) return page;
  if (off.length > mostSentences)
    return { ...before(page, away), blocks: [...page.blocks, cancelledBlock(cancelled, setting)] };
  return items.length + activities.length === 0
    ? { ...page, lead: [...off, ...away].join(' ') }
    : before(page, [...off, ...away]);
}

function before(page: Page, sentences: readonly string[]): Page {
  return { ...page, lead: [...sentences, page.lead].join(' ') };
}

function after(page: Page, sentences: readonly string[]): Page {
  return { ...page, lead: [page.lead, ...sentences].join(' ') };
}

export function cancelledText(item: CalendarItem, setting: Setting): string {
  const last = item.kind === 'meeting' ? item.record.to : setting.today;
  return setting.tell.isCancelled(namedItem(item, setting), last < setting.today);
}

function movedText(item: CalendarItem, period: Period | null, setting: Setting): string {
  const { today, locale, tell } = setting;
  const was = daysIn(item, period, setting);
  const from = was ? formatDays(was.from, was.to, today, locale) : '';
  return tell.movedAway({ ...namedItem(item, setting), when: fullWhen(item, setting) }, from);
}

/** The days of a period that a meeting was moved away from, the latest where there are several. */
function daysIn(item: CalendarItem, period: Period | null, { plan }: Setting) {
  const moves = plan.alterations(meetingKey(item.record.id)).flatMap(({ was }) => was ?? []);
  return moves.findLast(({ from, to }) => period === null || overlaps(period, from, to));
}

function cancelledBlock(cancelled: readonly CalendarItem[], setting: Setting): Block {
  const items = cancelled.map((item) => ({
    title: capital(itemWhen(item, setting)),
    details: [itemTitle(item, setting), placeName(item.record.place, setting)].filter(Boolean),
  }));
  return { kind: 'list', heading: setting.tell.cancelledHeading, items };
}
