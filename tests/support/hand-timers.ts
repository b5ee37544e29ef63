// Time that a test moves by hand.
import type { Clock } from '../../src/clock.ts';
import type { After } from '../../src/reminders/loop.ts';

export interface HandTimers {
  readonly clock: Clock;
  readonly after: After;
  /** Lets everything happen that happens at once. */
  settle(): Promise<void>;
  /** Moves time on, with everything that happens on the way. */
  pass(seconds: number): Promise<void>;
  /** Sets the clock, as somebody sets a clock: what waits goes on waiting for as long as before. */
  set(to: string): void;
}

export function handTimers(start: string): HandTimers {
  /** Of the machine, which nobody sets. */
  let elapsed = 0;
  let offset = Date.parse(start);
  let timers: { readonly at: number; readonly call: () => void }[] = [];

  const after: After = (ms, call) => {
    const timer = { at: elapsed + Math.max(0, ms), call };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  async function settle(): Promise<void> {
    // The stores answer at once, or when the process is next free; a message takes a few answers.
    for (let answers = 0; answers < 6; answers += 1) await new Promise(setImmediate);
  }
  async function pass(seconds: number): Promise<void> {
    const end = elapsed + seconds * 1000;
    await settle();
    while (true) {
      const [next] = timers.toSorted((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      elapsed = Math.max(elapsed, next.at);
      timers = timers.filter((other) => other !== next);
      next.call();
      await settle();
    }
    elapsed = end;
    await settle();
  }
  return {
    clock: () => new Date(offset + elapsed),
    after,
    settle,
    pass,
    set(to) {
      offset = Date.parse(to) - elapsed;
    },
  };
}
