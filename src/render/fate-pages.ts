// Pages about what became of meetings: called off, moved, or held as planned.
import type { CalendarItem, Outcome } from '../facts.ts';
import { meetingKey } from '../plan/change.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { FateQuestion } from '../query.ts';
import { fullWhen, namedItem } from './changes.ts';
import { capital, formatDays, formatPeriod, joinWords } from './dates.ts';
import { englishFates } from './fate-phrases.en.ts';
import { swedishFates } from './fate-phrases.sv.ts';
import type { FatePhrases } from './fate-phrases.ts';
import type { Setting } from './names.ts';
import { type Page, sentence } from './page.ts';

type Meetings = Extract<Outcome, { kind: 'meetings' }>;

/** More than these are a list, not sentences. */
const mostSentences = 2;

/** The answer to "är mötet inställt?"; null where no meeting of the plan is asked about. */
export function fatePage(outcome: Meetings, fate: FateQuestion, setting: Setting): Page | null {
  switch (fate.of) {
    case 'cancelled':
      return fate.any ? anyPage(outcome, fate, setting) : cancelledPage(outcome, setting);
    case 'moved':
      return fate.any ? anyPage(outcome, fate, setting) : movedPage(outcome, fate, setting);
    case 'held':
      return heldPage(outcome, setting);
  }
}

function phrases({ locale }: Setting): FatePhrases {
  return locale === 'sv' ? swedishFates : englishFates;
}

/** "Vilka möten är inställda?", "har något möte flyttats?" */
function anyPage(outcome: Meetings, fate: FateQuestion, setting: Setting): Page {
  const { yes, no, cancelledCount, movedCount, noneCancelled, noneMoved } = phrases(setting);
  const { query, cancelled, movedAway } = outcome;
  const isCancelled = fate.of === 'cancelled';
  const found = isCancelled ? cancelled : movedAway;
  const scope = query.period === null ? '' : formatPeriod(query.period, setting.today, setting.locale);
  if (found.length === 0) {
    const none = (isCancelled ? noneCancelled : noneMoved)(scope);
    return sentence(fate.asks === 'whether' ? `${no}, ${none}.` : `${capital(none)}.`);
  }
  const clauses = found.map((item) =>
    isCancelled ? cancelledClause(item, setting) : movedClause(item, query.period, setting),
  );
  const count = (isCancelled ? cancelledCount : movedCount)(found.length, scope);
  if (fate.asks === 'count' && found.length <= mostSentences)
    return sentence(`${count}: ${joinWords(clauses, setting.locale)}.`);
  if (found.length > mostSentences) {
    const items = clauses.map((clause) => ({ title: capital(clause), details: [] }));
    const lead = fate.asks === 'whether' ? `${yes}, ${lowerFirst(count)}:` : `${count}:`;
    return { lead, blocks: [{ kind: 'list', heading: null, items }] };
  }
  return sentence(sentences(clauses, fate.asks === 'whether' ? yes : null));
}

function cancelledPage({ items, cancelled, movedAway, query }: Meetings, setting: Setting): Page | null {
  const { yes, no, isNotCancelled } = phrases(setting);
  const away = movedAway.map((item) => movedClause(item, query.period, setting));
  const held = items.slice(0, mostSentences).map((item) => isNotCancelled(whole(item, setting), isPast(item, setting)));
  if (cancelled.length > 0) {
    const off = cancelled.map((item) => cancelledClause(item, setting));
    return sentence(sentences(query.which === 'next' ? [...off, ...plainly(items, setting)] : [...off, ...away], yes));
  }
  return held.length + away.length === 0 ? null : sentence(sentences([...away, ...held], no));
}

function movedPage(
  { items, cancelled, movedAway, query }: Meetings,
  fate: FateQuestion,
  setting: Setting,
): Page | null {
  const { yes, no, hasNotMoved } = phrases(setting);
  const away = movedAway.map((item) => movedClause(item, query.period, setting));
  if (away.length > 0) {
    const { to } = fate;
    const isTrue = to === null || movedAway.some((item) => isIn(item, to));
    return sentence(sentences(away, isTrue ? yes : no));
  }
  const off = cancelled.map((item) => cancelledClause(item, setting));
  const held = items.slice(0, mostSentences).map((item) => hasNotMoved(whole(item, setting), isPast(item, setting)));
  return held.length + off.length === 0 ? null : sentence(sentences([...off, ...held], no));
}

/** "Blir mötet av?" */
function heldPage({ items, cancelled, movedAway, query }: Meetings, setting: Setting): Page | null {
  const { yes, no } = phrases(setting);
  const off = cancelled.map((item) => cancelledClause(item, setting));
  const away = movedAway.map((item) => movedClause(item, query.period, setting));
  if (off.length + away.length > 0) return sentence(sentences([...off, ...away], off.length > 0 ? no : yes));
  const held = plainly(items, setting);
  return held.length === 0 ? null : sentence(sentences(held, yes));
}

function plainly(items: readonly CalendarItem[], setting: Setting): string[] {
  return items
    .slice(0, mostSentences)
    .map((item) => phrases(setting).isHeld(whole(item, setting), isPast(item, setting)));
}

/** Clauses as sentences, the first after "Ja" or "Nej". */
function sentences(clauses: readonly string[], first: string | null): string {
  return clauses
    .map((clause, index) => `${index === 0 && first !== null ? `${first}, ${clause}` : capital(clause)}.`)
    .join(' ');
}

function cancelledClause(item: CalendarItem, setting: Setting): string {
  return phrases(setting).isCancelled(namedItem(item, setting), isPast(item, setting));
}

function movedClause(item: CalendarItem, period: Period | null, setting: Setting): string {
  const { plan, today, locale } = setting;
  const moves = plan.alterations(meetingKey(item.record.id)).flatMap(({ was }) => was ?? []);
  const asked = moves.findLast(({ from, to }) => period !== null && overlaps(period, from, to));
  const was = asked ?? moves.at(-1);
  return phrases(setting).hasMoved(whole(item, setting), was ? formatDays(was.from, was.to, today, locale) : '');
}

function whole(item: CalendarItem, setting: Setting) {
  return { ...namedItem(item, setting), when: fullWhen(item, setting) };
}

function span(item: CalendarItem): { readonly from: string; readonly to: string } | null {
  if (item.kind === 'meeting') return item.record;
  const { schedule } = item.record;
  if (schedule.kind === 'date') return { from: schedule.date, to: schedule.date };
  return schedule.kind === 'range' ? schedule : null;
}

function isPast(item: CalendarItem, { today }: Setting): boolean {
  const days = span(item);
  return days !== null && days.to < today;
}

function isIn(item: CalendarItem, period: Period): boolean {
  const days = span(item);
  return days !== null && overlaps(period, days.from, days.to);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
