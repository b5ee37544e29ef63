// Answers about what became of meetings: which are called off, which have been moved, which are held as planned.
import type { CalendarItem, SingleAnswer } from '../facts.ts';
import { meetingKey } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import type { FateQuestion, MeetingsQuery } from '../query.ts';
import { calendar, itemSpan } from './calendar-items.ts';
import { calledOff, fits, focusOn, moved, pick, whyNone } from './meetings.ts';
import type { Span } from './month-index.ts';
import { answerWith } from './parts.ts';

/** "Är mötet 9 maj inställt?", "vilka möten har flyttats?" */
export function answerFate(query: MeetingsQuery, fate: FateQuestion, plan: Plan, now: LocalMoment): SingleAnswer {
  const held = pick(query, plan, now);
  const told = fate.any && fate.of !== 'held' ? [] : held;
  const isMoved = fate.of === 'moved';
  const cancelled = isMoved && fate.any ? [] : calledOff(query, held, plan, now);
  const movedAway = isMoved ? movedOf(query, plan, now) : fate.any ? [] : moved(query, held, plan);
  const items = told.filter((item) => !movedAway.includes(item));
  const none = held.length + cancelled.length + movedAway.length === 0 ? whyNone(query, plan, now) : null;
  const facts = [...items, ...cancelled, ...movedAway];
  return answerWith({
    outcome: { kind: 'meetings', query, items, none, elsewhere: false, cancelled, movedAway, besides: [], ended: [] },
    facts,
    suggestions: [{ ...query, fate: undefined, aspect: 'when', which: 'upcoming', period: null, ids: [], from: null }],
    focus: focusOn(facts),
  });
}

/** Meetings that are on other days than they once were: of those asked about, by their days now or before. */
function movedOf(query: MeetingsQuery, plan: Plan, now: LocalMoment): CalendarItem[] {
  const { period } = query;
  if (query.ids.length > 0 || query.which !== 'all')
    return pick(query, plan, now).filter((item) => formerDays(item, plan).length > 0);
  const year = String(currentPlanYear(plan, now));
  const isThen = (days: Span | null): boolean =>
    days !== null && (period === null ? days.from.startsWith(year) : overlaps(period, days.from, days.to));
  return calendar(plan).filter((item) => {
    const former = formerDays(item, plan);
    return former.length > 0 && fits(item, { ...query, period: null }) && [itemSpan(item), ...former].some(isThen);
  });
}

/** The days that an item was moved from and is not on now, oldest first. */
function formerDays(item: CalendarItem, plan: Plan): Span[] {
  const span = itemSpan(item);
  const moves = plan.alterations(meetingKey(item.record.id)).flatMap(({ was }) => was ?? []);
  return moves.filter(({ from, to }) => from !== span?.from || to !== span.to);
}
