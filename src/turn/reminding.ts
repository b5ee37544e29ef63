// Wishes and questions about reminders, answered; and the message that a wish was pressed on, as it would be told now.
import { answerWith } from '../answer/parts.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer } from '../facts.ts';
import type { GroupId } from '../plan/ids.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { RemindersQuery } from '../query.ts';
import type { AnnouncedKnowledge } from '../reminders/announced.ts';
import { healthOf } from '../reminders/health.ts';
import { mergeNotices } from '../reminders/merge.ts';
import type { QuietRules } from '../reminders/quiet-hours.ts';
import { type ReminderHealth, type RemindersStep, refused } from '../reminders/steps.ts';
import { announcementMessage } from '../render/announcement-messages.ts';
import { renderMessage } from '../render/messages.ts';
import { settingFor } from '../render/names.ts';
import type { Rendered } from '../render/render.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { makeAnnouncementWishes } from './announcement-wishes.ts';
import { makeReminderCases, type ReminderOccasion } from './reminder-cases.ts';
import { makeReminderWishes, type OwnAct } from './reminder-wishes.ts';

/** What reminders are set with. */
export interface ReminderParts {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly store: Pick<Store, 'subscriptions' | 'references' | 'deliveries' | 'sweeps' | 'silences'>;
  readonly announcing: AnnouncedKnowledge;
  readonly rules: QuietRules;
  readonly holidays: Holidays;
  readonly clock: Clock;
}

export interface Reminding {
  answer(query: RemindersQuery, occasion: ReminderOccasion): Promise<SingleAnswer>;
  /** The message whose buttons a wish was pressed on, as it would be told now; null for one that reminds of nothing. */
  behind(query: RemindersQuery, occasion: ReminderOccasion, message: string): Promise<Rendered | null>;
  /** How the reminders go: what the secretariat may ask for, and gets every week. */
  health(): Promise<ReminderHealth>;
}

export function makeReminding(parts: ReminderParts): Reminding {
  const { current, updates, store, announcing, rules, holidays, clock } = parts;
  const { timeZone } = current.ledger().edition.plan.region;
  const { subscriptions, references, deliveries } = store;
  const cases = makeReminderCases(current, updates, references, clock);
  const wishes = makeReminderWishes(subscriptions, rules);
  const ofAnnouncements = makeAnnouncementWishes({ store, announcing, clock, timeZone });

  async function answer(query: RemindersQuery, occasion: ReminderOccasion): Promise<SingleAnswer> {
    const step = await stepFor(query, occasion);
    return answerWith({ outcome: { kind: 'reminders', query, step }, focus: { meetings: meetingsOf(step) } });
  }

  async function stepFor(query: RemindersQuery, occasion: ReminderOccasion): Promise<RemindersStep> {
    if (query.unread !== undefined) return refused({ kind: 'unread', words: query.unread });
    const { act } = query;
    if (act === 'health') return healthFor(occasion.asker);
    if (query.whom.kind === 'leaders') return forLeaders(act, query, query.whom.groups, occasion);
    const one = await cases.of(query, occasion);
    if ('step' in one) return one;
    return (await ofAnnouncements(query, one)) ?? wishes(act, query, one);
  }

  async function forLeaders(
    act: OwnAct,
    query: RemindersQuery,
    groups: readonly GroupId[],
    occasion: ReminderOccasion,
  ): Promise<RemindersStep> {
    const leaders = await cases.ofLeaders(query, groups, occasion);
    if ('step' in leaders) return leaders;
    const steps: RemindersStep[] = [];
    for (const one of leaders) steps.push('step' in one ? one : await wishes(act, query, one));
    return { step: 'each', steps };
  }

  async function behind(query: RemindersQuery, occasion: ReminderOccasion, message: string): Promise<Rendered | null> {
    const one = await cases.of(query, occasion);
    if ('step' in one) return null;
    const behindIt = await deliveries.behind(one.recipient, message);
    const [told] = mergeNotices(behindIt.filter(({ content }) => content.kind !== 'recall'));
    if (!told) return null;
    const content = told.shown[0]?.content;
    // A report is of its day, and has no button that is about reminders.
    if (content?.kind === 'report' || content?.kind === 'status-report') return null;
    if (content?.kind === 'announcement') {
      const letter = await announcing.find(content.version);
      const setting = settingFor(one.plan, occasion.locale, localAt(one.now, timeZone).day);
      return letter?.recall === null ? announcementMessage(letter, one.recipient, setting) : null;
    }
    const own = await subscriptions.of(one.recipient);
    const background = { subscriptions: own, holidays, health: null, answers: [], report: null };
    return renderMessage(told, one.plan, occasion.locale, one.now, background);
  }

  async function healthFor(asker: Asker): Promise<RemindersStep> {
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: 'health' });
    return { step: 'health', health: await health() };
  }

  const health = (): Promise<ReminderHealth> => healthOf(current.ledger().edition.plan, store, rules, clock());

  return { answer, behind, health };
}

/** The meeting that is told of first: what "it" is next. */
function meetingsOf(step: RemindersStep) {
  const next = step.step === 'started' ? (step.begun[0]?.next ?? null) : step.step === 'resumed' ? step.next : null;
  const of = next?.content.kind === 'reminder' ? next.content.of : null;
  return of?.kind === 'meeting' ? [of.meeting] : [];
}
