// Sends what is due, a recipient at a time: claimed, judged once more, posted, and written down what became of it.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type {
  Claimed,
  Delivery,
  DeliveryStore,
  Dropped,
  Lease,
  Moment,
  Recent,
  Reference,
  ReferenceStore,
  Settlement,
  SweepStore,
  Undelivered,
} from '../store/reminder-stores.ts';
import type { SendOutcome } from './failure.ts';
import { isRepeated, recentOf, withSent } from './flood.ts';
import type { After } from './loop.ts';
import type { Pace } from './pace.ts';
import type { Turns } from './rate-limit.ts';
import { recipientKey } from './recipients.ts';
import { type Ending, endingOf, isHopeless } from './settling.ts';

/** Whether a delivery is still to be made, by the plan and the subscriptions as they are now. */
export type Judged =
  | { readonly kind: 'send' }
  | { readonly kind: 'drop'; readonly reason: Dropped }
  /** Not at this hour: when. */
  | { readonly kind: 'later'; readonly dueAt: string };

/** What is sent: pure parts, handed in. Time is the plan's. */
export interface Content<Message> {
  readonly judge: (delivery: Delivery, now: Date) => Judged | Promise<Judged>;
  /** One message of deliveries to one recipient; those that it does not cover get another. */
  readonly message: (
    reference: Reference,
    deliveries: readonly Delivery[],
    now: Date,
  ) => Composed<Message> | Promise<Composed<Message>>;
}

export interface Composed<Message> {
  readonly message: Message;
  readonly covers: readonly Delivery[];
}

/** Gives a message to Teams, once. */
export type Send<Message> = (reference: Reference, message: Message) => Promise<SendOutcome>;

/** What this instance has done since it started. */
export interface Tally {
  /** Messages, and the notices that they told. */
  readonly messages: number;
  readonly sent: number;
  readonly failed: number;
  readonly missed: number;
  readonly dropped: number;
  /** Messages to be tried again; of those, the ones that may have arrived. */
  readonly retries: number;
  readonly doubts: number;
  /** Teams does not let the bot in: nothing is sent until somebody sees to it. */
  readonly isLockedOut: boolean;
}

export interface Sender {
  /** Sends what is due; in how many milliseconds there may be more. */
  drain(): Promise<number>;
  /** Claims nothing more. */
  stop(): void;
  tally(): Tally;
}

export interface SenderParts<Message> extends Content<Message> {
  readonly store: {
    readonly deliveries: DeliveryStore;
    readonly references: ReferenceStore;
    readonly sweeps: Pick<SweepStore, 'lockOut'>;
  };
  readonly send: Send<Message>;
  readonly clock: Clock;
  readonly wireClock: Clock;
  readonly after: After;
  readonly random: () => number;
  readonly log: Log;
  readonly worker: string;
  readonly turns: Turns;
  readonly pace: Pace;
}

/** A turn to write that is further away is not waited for: others may go first. */
const longestWaitMs = 2_000;
/** With nothing to wait for; a sweep wakes the sender anyway. */
const idleMs = 60_000;
const afterErrorMs = 5_000;
/** Tries to write down what was sent: were it not, it would be sent again. */
const stampAfterMs = [0, 100, 500, 2_000, 5_000];

export function makeSender<Message>(parts: SenderParts<Message>): Sender {
  const { store, clock, wireClock, after, random, log, worker, turns, pace } = parts;
  const { deliveries, references } = store;
  const tally = { messages: 0, sent: 0, failed: 0, missed: 0, dropped: 0, retries: 0, doubts: 0 };
  const sleepers = new Set<() => void>();
  let isStopping = false;
  let hasTakenOver = false;
  let lockedUntil = 0;
  /** What the store says of it; null until this worker has tried. */
  let isLockNoted: boolean | null = null;

  const moment = (): Moment => ({ now: clock().toISOString(), wire: wireClock().toISOString() });
  const wireIn = (ms: number): string => new Date(wireClock().getTime() + ms).toISOString();
  const isLockedOut = (): boolean => lockedUntil > wireClock().getTime();

  /** Waits, but not once the sender is to stop. */
  function sleep(ms: number): Promise<void> {
    if (ms <= 0 || isStopping) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        callOff();
        sleepers.delete(end);
        resolve();
      };
      const callOff = after(ms, end);
      sleepers.add(end);
    });
  }

  async function drain(): Promise<number> {
    try {
      if (!hasTakenOver) await deliveries.takeOver();
      hasTakenOver = true;
      while (await round()) if (isStopping) break;
      return await untilNext();
    } catch (error) {
      log.error({ err: error }, 'sending reminders failed');
      return afterErrorMs;
    }
  }

  /** Some of what is due, in as many lanes as that takes; false where nothing is to be sent now. */
  async function round(): Promise<boolean> {
    if (isLockedOut()) return false;
    const { ready } = await deliveries.backlog(moment());
    const lanes = Math.min(pace.mostLanes, Math.ceil(ready / pace.recipientsPerLane));
    const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return ends.some((end) => end.status === 'fulfilled' && end.value);
  }

  async function lane(): Promise<boolean> {
    for (let count = 0; count < pace.recipientsPerLane; count += 1) {
      if (isStopping || isLockedOut()) return false;
      const tenants = [...turns.paused(wireClock().getTime()).keys()];
      const claimed = await deliveries.claim(worker, moment(), wireIn(pace.leaseMs), tenants);
      if (!claimed) return count > 0;
      await deliver(claimed);
    }
    return true;
  }

  async function untilNext(): Promise<number> {
    const { next } = await deliveries.backlog(moment());
    const now = wireClock().getTime();
    const instants = [...turns.paused(now).values(), lockedUntil, next === null ? 0 : Date.parse(next)];
    return Math.min(idleMs, ...instants.filter((instant) => instant > now).map((instant) => instant - now));
  }

  async function deliver(claimed: Claimed): Promise<void> {
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
  }

  /** Whether it is the recipient's turn; else it is given back for later. */
  async function hasTurn(lease: Lease, recent: readonly Recent[]): Promise<boolean> {
    const { tenant } = lease.recipient;
    const to = lease.recipient.kind === 'person' ? lease.recipient.person : lease.recipient.conversation;
    const turn = turns.take(tenant, to, wireClock().getTime(), longestWaitMs);
    if (turn.taken) {
      await sleep(turn.in);
      // Meanwhile another lane may have been told to wait.
      if (!isStopping && !turns.paused(wireClock().getTime()).has(tenant) && !isLockedOut()) return true;
    }
    await release(lease, recent, turn.taken ? '' : wireIn(turn.in));
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
    count(settlements);
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
    if (ending.lockedOutMs !== null) await lockOut(ending.lockedOutMs);
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
      return await parts.send(reference, message);
    } catch (error) {
      log.error({ err: error }, 'sending a reminder failed');
      return { kind: 'unanswered', code: 'failed' };
    }
  }

  /** Judges, composes and sends; never fails. */
  async function attempt(
    posted: readonly Delivery[],
    reference: Reference,
    recent: readonly Recent[],
  ): Promise<Ending> {
    try {
      const now = clock();
      const { toSend, settlements } = await sort(posted, now);
      if (toSend.length === 0) return endingOf([], { kind: 'none', settlements, recent }, random);
      const { message, covers } = await parts.message(reference, toSend, now);
      const rest = toSend.filter((delivery) => !covers.includes(delivery));
      const others = [...settlements, { keys: keysOf(rest), as: { kind: 'due', at: null, doubt: false } as const }];
      if (isRepeated(recent, message)) {
        log.warn({ notices: covers.length }, 'the same message went to the same conversation within the hour');
        const dropped = { keys: keysOf(covers), as: { kind: 'dropped', reason: 'repeated' } as const };
        return endingOf([], { kind: 'none', settlements: [...others, dropped], recent }, random);
      }
      const outcome = await send(reference, message);
      if (outcome.kind === 'sent') {
        tally.messages += 1;
        await noteLock(false);
      }
      const after = withSent(recent, outcome, message, wireClock());
      return endingOf(covers, { kind: 'posted', outcome, settlements: others, recent: after }, random);
    } catch (error) {
      log.error({ err: error }, 'a reminder could not be made');
      return endingOf(posted, { kind: 'broken', recent }, random);
    }
  }

  async function sort(posted: readonly Delivery[], now: Date) {
    const settlements: Settlement[] = [];
    const toSend: Delivery[] = [];
    for (const delivery of posted) {
      const { key } = delivery;
      const judged = isHopeless(delivery) ? 'uncertain' : await judge(delivery, now);
      if (judged === 'uncertain') settlements.push({ keys: [key], as: { kind: 'failed', reason: 'uncertain' } });
      else if (judged === 'missed') settlements.push({ keys: [key], as: { kind: 'missed' } });
      else if (judged.kind === 'send') toSend.push(delivery);
      else if (judged.kind === 'drop')
        settlements.push({ keys: [key], as: { kind: 'dropped', reason: judged.reason } });
      else settlements.push({ keys: [key], as: { kind: 'due', at: judged.dueAt, doubt: false } });
    }
    return { toSend, settlements };
  }

  async function judge(delivery: Delivery, now: Date): Promise<Judged | 'missed'> {
    const judged = await parts.judge(delivery, now);
    // What was called off has nothing to be late for.
    if (judged.kind === 'drop') return judged;
    return Date.parse(delivery.expiresAt) <= now.getTime() ? 'missed' : judged;
  }

  /** What is not written down is sent again: so it is tried until it is, or somebody else has the recipient. */
  async function stamp(lease: Lease, { settlements, recent, notBeforeMs }: Ending): Promise<void> {
    const notBefore = notBeforeMs === null ? '' : wireIn(notBeforeMs);
    for (const [tried, ms] of stampAfterMs.entries()) {
      try {
        if (ms > 0) await new Promise<void>((resolve) => after(ms, resolve));
        await deliveries.settle(lease, settlements, moment(), recent, notBefore);
        count(settlements);
        return;
      } catch (error) {
        log.error({ err: error, tried }, 'what was sent could not be written down');
      }
    }
  }

  function count(settlements: readonly Settlement[]): void {
    for (const { keys, as } of settlements) {
      if (as.kind !== 'due') tally[as.kind] += keys.length;
      else if (as.at === null && keys.length > 0) tally[as.doubt ? 'doubts' : 'retries'] += 1;
      if (as.kind === 'failed' && keys.length > 0) log.warn({ reason: as.reason }, 'a reminder cannot be delivered');
    }
  }

  async function lockOut(ms: number): Promise<void> {
    if (!isLockedOut()) log.error({}, 'Teams does not let the bot in: check MicrosoftAppId and MicrosoftAppPassword');
    lockedUntil = wireClock().getTime() + ms;
    await noteLock(true);
  }

  /** For whoever asks how it goes; nothing that is sent depends on it. */
  async function noteLock(isLocked: boolean): Promise<void> {
    if (isLockNoted === isLocked) return;
    isLockNoted = isLocked;
    try {
      await store.sweeps.lockOut(isLocked ? clock().toISOString() : null);
    } catch (error) {
      isLockNoted = null;
      log.warn({ err: error }, 'whether Teams lets the bot in could not be noted');
    }
  }

  return {
    drain,
    stop() {
      isStopping = true;
      for (const end of [...sleepers]) end();
    },
    tally: () => ({ ...tally, isLockedOut: isLockedOut() }),
  };
}

function keysOf(deliveries: readonly Delivery[]): string[] {
  return deliveries.map(({ key }) => key);
}

function movedTo({ state: _state, ...reference }: Reference, conversation: string): Omit<Reference, 'state'> {
  return { ...reference, conversation };
}
