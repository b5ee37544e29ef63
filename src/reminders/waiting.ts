// Waiting that is over at once when what waits is to stop.
import type { After } from './loop.ts';

export interface Waiting {
  /** Waits, but not once it is to stop. */
  wait(ms: number): Promise<void>;
  stop(): void;
  isStopping(): boolean;
}

export function makeWaiting(after: After): Waiting {
  const ends = new Set<() => void>();
  let isStopping = false;
  return {
    wait(ms) {
      if (ms <= 0 || isStopping) return Promise.resolve();
      return new Promise((resolve) => {
        const end = () => {
          callOff();
          ends.delete(end);
          resolve();
        };
        const callOff = after(ms, end);
        ends.add(end);
      });
    },
    stop() {
      isStopping = true;
      for (const end of [...ends]) end();
    },
    isStopping: () => isStopping,
  };
}
