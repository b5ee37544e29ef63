// Turns where several instances take them: one conversation is worked for by one instance at a time, and what one has
// answered another does not answer again.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { ClaimStore } from '../store/store.ts';

/** So long others wait for an instance that has died in a turn; Teams itself gives up on an answer after 15 seconds. */
const leaseMs = 15_000;
/** Repeats come within minutes. */
const settledMs = 10 * 60_000;
const lookEveryMs = 25;

export interface SharedTurns {
  /** Does what has this name unless it was done; its outcome, also where another instance had done it. */
  once(name: string, work: () => Promise<string>): Promise<string>;
  /** Does work while no other instance does any for this conversation. */
  alone(conversation: string, work: () => Promise<void>): Promise<void>;
}

/** @param clock the real time */
export function makeSharedTurns(claims: ClaimStore, clock: Clock): SharedTurns {
  const after = (ms: number): string => new Date(clock().getTime() + ms).toISOString();

  /** Waits until the name is had; its outcome where it was settled meanwhile. */
  async function take(name: string, holder: string): Promise<string | null> {
    while (true) {
      const taken = await claims.take(name, holder, after(0), after(leaseMs));
      if (taken.kind === 'taken') return null;
      if (taken.kind === 'settled') return taken.outcome;
      await sleep(lookEveryMs);
    }
  }

  return {
    async once(name, work) {
      const holder = randomUUID();
      const known = await take(`once ${name}`, holder);
      if (known !== null) return known;
      try {
        const outcome = await work();
        await claims.settle(`once ${name}`, holder, outcome, after(settledMs));
        return outcome;
      } catch (error) {
        await claims.release(`once ${name}`, holder);
        throw error;
      }
    },
    async alone(conversation, work) {
      const holder = randomUUID();
      await take(`conversation ${conversation}`, holder);
      try {
        await work();
      } finally {
        await claims.release(`conversation ${conversation}`, holder);
      }
    },
  };
}
