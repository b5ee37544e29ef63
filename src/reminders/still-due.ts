// Whether a notice that was derived a while ago is still to be sent: asked just before it is.
import type { Ledger } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import { localAt } from '../plan/wall-clock.ts';
import { agendaOf, leadsFor } from './agenda.ts';
import { isUndone } from './announcing.ts';
import { isPaused } from './catch-up.ts';
import { lastTurnVersion } from './host-changes.ts';
import { leadKey } from './lead.ts';
import { statesByMeeting } from './meeting-states.ts';
import type { Notice, NoticeContent } from './notice.ts';
import { type Occurrence, type ReminderOf, subjectKey } from './occurrences.ts';
import { officesOn, recipientOf } from './offices.ts';
import type { QuietRules } from './quiet-hours.ts';
import { recipientKey } from './recipients.ts';
import type { Recipient, Subscription } from './subscription.ts';
import { topicKey } from './topics.ts';

/**
 * To be sent, or why not: its time is over; what it is about was moved, called off or taken away; a later notice says
 * more; or nobody there wants it.
 */
export type Standing = 'due' | 'over' | 'moved' | 'cancelled' | 'removed' | 'superseded' | 'paused' | 'unsubscribed';

type Of<Kind extends NoticeContent['kind']> = Extract<NoticeContent, { kind: Kind }>;

/**
 * Whether a notice is still to be sent in the plan as it stands.
 *
 * @param subscriptions all of its recipient's
 */
export function standingOf(
  { content, expiresAt, recipient }: Notice,
  ledger: Ledger,
  subscriptions: readonly Subscription[],
  now: Date,
  rules: QuietRules,
): Standing {
  if (Date.parse(expiresAt) <= now.getTime()) return 'over';
  const wanting = (wants: (subscription: Subscription) => boolean): Standing => {
    const those = subscriptions.filter(wants);
    if (those.length === 0) return 'unsubscribed';
    const { timeZone } = ledger.edition.plan.region;
    return those.every((one) => isPaused(one, now, timeZone)) ? 'paused' : 'due';
  };
  switch (content.kind) {
    case 'reminder': {
      const occurrence = occurrenceOf(content, ledger, rules);
      return typeof occurrence === 'string' ? occurrence : wanting((one) => hasLead(one, occurrence, content.lead));
    }
    case 'moved':
    case 'cancelled':
    case 'restored':
      return standingOfChange(content, ledger, wanting);
    case 'appointed':
    case 'relieved':
      return standingOfOffice(recipient, content, ledger, now);
    case 'host-lost':
    case 'host-regained': {
      if (lastTurnVersion(content, ledger) !== content.version) return 'superseded';
      const own = topicKey({ kind: 'municipality', municipality: content.municipality });
      return wanting(({ topic }) => topicKey(topic) === own);
    }
    case 'digest':
      return wanting(({ digest }) => digest === true);
    case 'heartbeat':
    case 'report':
    case 'recall':
      return 'due';
    case 'announcement':
      return isUndone(ledger, content) ? 'cancelled' : 'due';
    // These depend on the answers too: see `standingOfCheckIn`.
    case 'check-in':
    case 'answers':
    case 'status-report':
      return 'due';
  }
}

function occurrenceOf({ of, start }: Of<'reminder'>, { edition }: Ledger, rules: QuietRules): Occurrence | Standing {
  const same = agendaOf(edition.plan, rules).about(subjectKey(of));
  const occurrence = same.find((one) => one.start.toISOString() === new Date(start).toISOString());
  return occurrence ?? (same.length > 0 ? 'moved' : isCalledOff(of, edition.plan) ? 'cancelled' : 'removed');
}

function isCalledOff(of: ReminderOf, { cancelled: { meetings, occasions } }: Plan): boolean {
  return 'meeting' in of && [...meetings, ...occasions].some(({ id }) => id === of.meeting);
}

function hasLead({ topic, leads }: Subscription, occurrence: Occurrence, lead: Of<'reminder'>['lead']): boolean {
  if (!occurrence.topics.includes(topicKey(topic))) return false;
  return leadsFor(occurrence, leads).some((one) => leadKey(one) === leadKey(lead));
}

function standingOfOffice(
  recipient: Recipient,
  { kind, group }: Of<'appointed' | 'relieved'>,
  { entries, edition }: Ledger,
  now: Date,
): Standing {
  const today = localAt(now, edition.plan.region.timeZone).day;
  const held = officesOn(entries, edition.version, today);
  const holds = held.some((one) => one.group === group && recipientKey(recipientOf(one)) === recipientKey(recipient));
  return holds === (kind === 'appointed') ? 'due' : 'superseded';
}

/** A later change of the same meeting has a notice of its own. */
function standingOfChange(
  { meeting, version }: Of<'moved'> | Of<'cancelled'> | Of<'restored'>,
  ledger: Ledger,
  wanting: (wants: (subscription: Subscription) => boolean) => Standing,
): Standing {
  const states = statesByMeeting(ledger).get(meeting) ?? [];
  if (states.at(-1)?.version !== version) return 'superseded';
  const topics = new Set(states.flatMap((state) => state.topics));
  return wanting(({ topic }) => topics.has(topicKey(topic)));
}
