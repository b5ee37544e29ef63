// One attempt at what is due to a recipient: judged once more, composed, and given to Teams.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Delivery, Dropped, Recent, Reference, Settlement } from '../store/reminder-stores.ts';
import type { SendOutcome } from './failure.ts';
import { isRepeated, withSent } from './flood.ts';
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

export interface AttemptParts<Message> extends Content<Message> {
  readonly send: Send<Message>;
  readonly clock: Clock;
  readonly wireClock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Judges, composes and sends; never fails. */
export type Attempting = (
  posted: readonly Delivery[],
  reference: Reference,
  recent: readonly Recent[],
) => Promise<Ending>;

export function makeAttempt<Message>(parts: AttemptParts<Message>): Attempting {
  const { send, clock, wireClock, random, log } = parts;

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

  return async (posted, reference, recent) => {
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
      const after = withSent(recent, outcome, message, wireClock());
      return endingOf(covers, { kind: 'posted', outcome, settlements: others, recent: after }, random);
    } catch (error) {
      log.error({ err: error }, 'a reminder could not be made');
      return endingOf(posted, { kind: 'broken', recent }, random);
    }
  };
}

export function keysOf(deliveries: readonly Delivery[]): string[] {
  return deliveries.map(({ key }) => key);
}
