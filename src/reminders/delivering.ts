// What is done for one recipient whose deliveries have been claimed: it waits for its turn, is written to, and what
// became of it is written down.
import type {
  Claimed,
  Delivery,
  DeliveryStore,
  Lease,
  Recent,
  Reference,
  ReferenceStore,
  Settlement,
  Undelivered,
} from '../store/reminder-stores.ts';
import { type AttemptParts, keysOf, makeAttempt } from './attempt.ts';
import type { SendOutcome } from './failure.ts';
import { recentOf } from './flood.ts';
import type { LockOut } from './lock-out.ts';
import type { After } from './loop.ts';
import { momentOf, wireIn } from './moments.ts';
import type { Pace } from './pace.ts';
import type { Turns } from './rate-limit.ts';
import { recipientKey } from './recipients.ts';
import type { Ending } from './settling.ts';
import type { Tally } from './tally.ts';
import type { Waiting } from './waiting.ts';

export interface DeliveringParts<Message> extends AttemptParts<Message> {
  readonly store: { readonly deliveries: DeliveryStore; readonly references: ReferenceStore };
  readonly after: After;
  readonly turns: Turns;
  readonly pace: Pace;
}

/** A turn to write that is further away is not waited for: others may go first. */
const longestWaitMs = 2_000;
/** Tries to write down what was sent: were it not, it would be sent again. */
const stampAfterMs = [0, 100, 500, 2_000, 5_000];

export function makeDelivering<Message>(
  parts: DeliveringParts<Message>,
  waiting: Waiting,
  lockOut: LockOut,
  tally: Tally,
): (claimed: Claimed) => Promise<void> {
  const { store, clock, wireClock, after, log, turns, pace } = parts;
  const { deliveries, references } = store;
  const attempt = makeAttempt({ ...parts, send });
  const moment = () => momentOf(clock, wireClock);

  /** Whether it is the recipient's turn; else it is given back for later. */
  async function hasTurn(lease: Lease, recent: readonly Recent[]): Promise<boolean> {
    const { tenant } = lease.recipient;
    const to = lease.recipient.kind === 'person' ? lease.recipient.person : lease.recipient.conversation;
    const turn = turns.take(tenant, to, wireClock().getTime(), longestWaitMs);
    if (turn.taken) {
      await waiting.wait(turn.in);
      // Meanwhile another lane may have been told to wait.
      if (!waiting.isStopping() && !turns.paused(wireClock().getTime()).has(tenant) && !lockOut.isOn()) return true;
    }
    await release(lease, recent, turn.taken ? '' : wireIn(turn.in, wireClock));
    return false;
  }

  function release(lease: Lease, recent: readonly Recent[], notBefore = ''): Promise<void> {
    return deliveries.settle(lease, [], moment(), recent, notBefore);
  }

  /** Nothing can be sent to the recipient. */
  async function giveUp({ lease, deliveries: due, recent }: Claimed, reason: Undelivered): Promise<void> {
    const at = moment();
    const isOver = ({ expiresAt }: Delivery) => expiresAt <= at.now;
    const [over, others] = [due.filter(isOver), due.filter((delivery) => !isOver(delivery))];
    const settlements: Settlement[] = [
      { keys: keysOf(over), as: { kind: 'missed' } },
      { keys: keysOf(others), as: { kind: 'failed', reason } },
    ];
    await deliveries.settle(lease, settlements, at, recent);
    tally.count(settlements);
  }

  async function post(
    due: readonly Delivery[],
    lease: Lease,
    reference: Reference,
    recent: readonly Recent[],
  ): Promise<void> {
    // Marked before it is judged: who looks up who was told of a meeting sees this one coming, and what changes from
    // here on is seen below.
    const keys = new Set(await deliveries.posting(lease, keysOf(due)));
    const posted = due.filter(({ key }) => keys.has(key));
    if (posted.length === 0) return;
    const ending = await attempt(posted, reference, recent);
    if (ending.lockedOutMs !== null) await lockOut.begin(ending.lockedOutMs);
    if (ending.pauseMs !== null) {
      const now = wireClock().getTime();
      const { tenant } = reference.recipient;
      turns.throttled(tenant, recipientKey(reference.recipient), now + ending.pauseMs, now);
      log.warn({ waitMs: Math.round(ending.pauseMs) }, 'Teams throttles a conversation');
    }
    await stamp(lease, ending);
    if (ending.gone) await references.gone(reference.recipient, ending.gone, clock().toISOString());
    if (ending.conversation) await references.put(movedTo(reference, ending.conversation));
  }

  /** Whatever fails in there happened after the message may have left. */
  async function send(reference: Reference, message: Message): Promise<SendOutcome> {
    try {
      const outcome = await parts.send(reference, message);
      if (outcome.kind === 'sent') {
        tally.countMessage();
        await lockOut.note(false);
      }
      return outcome;
    } catch (error) {
      log.error({ err: error }, 'sending a reminder failed');
      return { kind: 'unanswered', code: 'failed' };
    }
  }

  /** What is not written down is sent again: so it is tried until it is, or somebody else has the recipient. */
  async function stamp(lease: Lease, { settlements, recent, notBeforeMs }: Ending): Promise<void> {
    const notBefore = notBeforeMs === null ? '' : wireIn(notBeforeMs, wireClock);
    for (const [tried, ms] of stampAfterMs.entries()) {
      try {
        if (ms > 0) await new Promise<void>((resolve) => after(ms, resolve));
        await deliveries.settle(lease, settlements, moment(), recent, notBefore);
        tally.count(settlements);
        return;
      } catch (error) {
        log.error({ err: error, tried }, 'what was sent could not be written down');
      }
    }
  }

  return async (claimed) => {
    const { lease } = claimed;
    const reference = await references.find(lease.recipient);
    if (reference === null) return giveUp(claimed, 'not-installed');
    if (reference.state.kind === 'gone') return giveUp(claimed, reference.state.reason);
    const recent = recentOf(claimed.recent, wireClock());
    const oldest = recent[0];
    if (oldest && recent.length >= pace.mostAnHour) {
      log.warn({ messages: recent.length }, 'a conversation gets too many messages; the others wait');
      return release(lease, recent, new Date(Date.parse(oldest[0]) + 3_600_000).toISOString());
    }
    if (await hasTurn(lease, recent)) await post(claimed.deliveries, lease, reference, recent);
  };
}

function movedTo({ state: _state, ...reference }: Reference, conversation: string): Omit<Reference, 'state'> {
  return { ...reference, conversation };
}
