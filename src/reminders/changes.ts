// Who is to be told that a meeting was moved, called off or brought back: what they were told against what is true now.
import type { Ledger } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import { type Agenda, agendaOf } from './agenda.ts';
import { AppearedCollector } from './appeared.ts';
import { isPaused } from './catch-up.ts';
import { type Belief, type Course, correction, isWithin } from './correction.ts';
import { longestOf } from './lead.ts';
import { type MeetingState, statesByMeeting } from './meeting-states.ts';
import type { Notice, NoticeContent } from './notice.ts';
import type { QuietRules } from './quiet-hours.ts';
import { ByRecipient } from './recipients.ts';
import type { Interest, Lead, Recipient, Subscription } from './subscription.ts';
import { type TopicKey, topicKey } from './topics.ts';

/** A notice that arrived. */
export interface Told {
  readonly recipient: Recipient;
  readonly content: NoticeContent;
  /** When it was sent. */
  readonly at: string;
}

export interface News {
  readonly ledger: Ledger;
  /** The version up to which changes have been looked at. */
  readonly since: number;
  /** What arrived about the meetings of `changedMeetings`, in any order. */
  readonly told: Iterable<Told>;
  readonly now: Date;
  readonly rules: QuietRules;
}

/** The meetings that somebody may be told of: those whose time, place or taking place changed after a version. */
export function changedMeetings(ledger: Ledger, since: number): MeetingId[] {
  const changed = [...statesByMeeting(ledger)].filter(([, states]) => states.some(({ version }) => version > since));
  return changed.map(([id]) => id);
}

/**
 * The notices that changes give rise to.
 *
 * A meeting that is not as its subscribers were told gives each of them one notice, from what they were told to what is
 * true now, however many changes lie between; none where the two are the same, and none where all of those changes were
 * quiet. Subscribers who were not told, although the meeting lay within their longest lead (and all who have no leads),
 * get it too. Who has ceased to subscribe, or pauses, gets none.
 *
 * What a change brings within a lead that has passed is reminded of, once: a meeting added, a deadline, a turn to host.
 */
export function changeNotices(news: News, subscriptions: Iterable<Subscription>): Notice[] {
  const collector = new ChangeCollector(news);
  for (const subscription of subscriptions) collector.add(subscription);
  return [...collector.notices()];
}

/** `changeNotices` for subscriptions that come one by one. */
export class ChangeCollector {
  readonly #now: Date;
  readonly #agenda: Agenda;
  readonly #courses: ReadonlyMap<TopicKey, readonly Course[]>;
  /** Which state of a meeting a recipient was told of. */
  readonly #told: ByRecipient<ReadonlyMap<MeetingId, number>>;
  readonly #beliefs = new ByRecipient<Map<MeetingId, Belief>>();
  readonly #appeared: AppearedCollector;

  constructor({ ledger, since, told, now, rules }: News) {
    this.#now = now;
    this.#agenda = agendaOf(ledger.edition.plan, rules);
    const courses = changedMeetings(ledger, since).flatMap((meeting) => courseOf(meeting, ledger));
    this.#courses = byTopic(courses);
    this.#told = lastTold(told, courses);
    this.#appeared = new AppearedCollector(ledger, since, now, rules);
  }

  /** Whether anything may have changed for whoever has such an interest. */
  concerns({ topic }: Interest): boolean {
    return this.#courses.has(topicKey(topic)) || this.#appeared.concerns(topic);
  }

  add(subscription: Subscription): void {
    if (isPaused(subscription, this.#now, this.#agenda.timeZone)) return;
    if (!hasLetterOnly(subscription)) this.#appeared.add(subscription);
    const topic = topicKey(subscription.topic);
    for (const course of this.#courses.get(topic) ?? []) {
      const belief = this.#beliefOf(subscription, topic, course);
      if (belief) this.#keep(subscription.recipient, belief);
    }
  }

  /** What the subscriptions give that were added since it was last asked. */
  *notices(): Generator<Notice> {
    for (const { recipient, value } of this.#beliefs.taken()) {
      for (const belief of value.values()) {
        const notice = correction(recipient, belief, this.#agenda, this.#now);
        if (notice) yield notice;
      }
    }
    yield* this.#appeared.notices();
  }

  #beliefOf(subscription: Subscription, topic: TopicKey, course: Course): Belief | null {
    const { recipient, leads, createdAt } = subscription;
    const lead = longestOf(leads);
    const told = this.#told.get(recipient)?.get(course.meeting);
    if (told !== undefined) return { course, index: told, isTold: true, lead };
    if (hasLetterOnly(subscription)) return null;
    const index = course.states.findIndex((after, place) => {
      const before = course.states[place - 1];
      if (!before || after.quiet || after.at <= Date.parse(createdAt)) return false;
      const isTheirs = before.topics.includes(topic) || after.topics.includes(topic);
      return isTheirs && this.#concerns(lead, before, after);
    });
    return index < 0 ? null : { course, index: index - 1, isTold: false, lead };
  }

  /** Whether a change came when the meeting was still ahead, and no further away than a lead. */
  #concerns(lead: Lead | null, before: MeetingState, after: MeetingState): boolean {
    const { start } = after.isHeld ? after : before;
    if (start !== null && start.getTime() <= after.at) return false;
    return isWithin(lead, start, after.at, this.#agenda);
  }

  /** The oldest of a recipient's beliefs, with the longest of the leads. */
  #keep(recipient: Recipient, belief: Belief): void {
    const those = this.#beliefs.get(recipient) ?? new Map<MeetingId, Belief>();
    const other = those.get(belief.course.meeting) ?? belief;
    const lead = longestOf([belief.lead, other.lead].filter((one) => one !== null));
    those.set(belief.course.meeting, { ...belief, index: Math.min(belief.index, other.index), lead });
    this.#beliefs.set(recipient, those);
  }
}

/** Who gets the weekly letter and nothing else finds changes in the next one. */
function hasLetterOnly({ digest, leads }: Subscription): boolean {
  return digest === true && leads.length === 0;
}

function courseOf(meeting: MeetingId, ledger: Ledger): Course[] {
  const states = statesByMeeting(ledger).get(meeting) ?? [];
  const now = states.at(-1);
  return now ? [{ meeting, states, now }] : [];
}

/** By every topic that a meeting has belonged to: it may have moved away from a municipality that was told of it. */
function byTopic(courses: readonly Course[]): Map<TopicKey, Course[]> {
  const index = new Map<TopicKey, Course[]>();
  for (const course of courses) {
    for (const topic of new Set(course.states.flatMap(({ topics }) => topics))) {
      index.set(topic, [...(index.get(topic) ?? []), course]);
    }
  }
  return index;
}

function lastTold(told: Iterable<Told>, courses: readonly Course[]): ByRecipient<Map<MeetingId, number>> {
  const byMeeting = new Map(courses.map((course) => [course.meeting, course]));
  const latest = new ByRecipient<Map<MeetingId, Told>>();
  for (const one of told) {
    const meeting = meetingOf(one.content);
    if (!meeting || !byMeeting.has(meeting)) continue;
    const those = latest.get(one.recipient) ?? new Map<MeetingId, Told>();
    const other = those.get(meeting);
    if (!other || Date.parse(one.at) >= Date.parse(other.at)) those.set(meeting, one);
    latest.set(one.recipient, those);
  }
  const indexes = new ByRecipient<Map<MeetingId, number>>();
  for (const { recipient, value } of latest) {
    const known = [...value].map(([meeting, one]): [MeetingId, number] => [
      meeting,
      stateTold(one, byMeeting.get(meeting)?.states ?? []),
    ]);
    indexes.set(recipient, new Map(known));
  }
  return indexes;
}

/** The meeting that a notice tells of; a deadline's tells of its meeting too. */
function meetingOf(content: NoticeContent): MeetingId | null {
  switch (content.kind) {
    case 'reminder':
      return content.of.kind === 'meeting' || content.of.kind === 'deadline' ? content.of.meeting : null;
    case 'moved':
    case 'cancelled':
    case 'restored':
      return content.meeting;
    case 'check-in':
    case 'answers':
    case 'status-report':
    case 'appointed':
    case 'relieved':
    case 'host-lost':
    case 'host-regained':
    case 'digest':
    case 'heartbeat':
    case 'announcement':
    case 'recall':
    case 'report':
      return null;
  }
}

/**
 * Which state a notice told of. A reminder's is the last one before it was sent that starts as it said: the plan may
 * have changed while it was on its way.
 */
function stateTold({ content, at }: Told, states: readonly MeetingState[]): number {
  if ('version' in content) {
    return Math.max(
      0,
      states.findLastIndex(({ version }) => version <= content.version),
    );
  }
  const sent = Date.parse(at);
  const start = content.kind === 'reminder' && content.of.kind === 'meeting' ? Date.parse(content.start) : null;
  const said = (state: MeetingState): boolean => start === null || state.start?.getTime() === start;
  const known = states.findLastIndex((state) => state.at <= sent && said(state));
  return known >= 0 ? known : Math.max(0, states.findIndex(said));
}
