// What an instance has sent since it started, and what became of the rest.
import type { Log } from '../log.ts';
import type { Settlement } from '../store/reminder-stores.ts';

/** Since the instance started. */
export interface Counts {
  /** Messages, and the notices that they told. */
  readonly messages: number;
  readonly sent: number;
  readonly failed: number;
  readonly missed: number;
  readonly dropped: number;
  /** Messages to be tried again; of those, the ones that may have arrived. */
  readonly retries: number;
  readonly doubts: number;
}

export interface Tally {
  countMessage(): void;
  count(settlements: readonly Settlement[]): void;
  counts(): Counts;
}

export function makeTally(log: Log): Tally {
  const counts = { messages: 0, sent: 0, failed: 0, missed: 0, dropped: 0, retries: 0, doubts: 0 };

  function count(settlements: readonly Settlement[]): void {
    for (const { keys, as } of settlements) {
      if (as.kind !== 'due') counts[as.kind] += keys.length;
      else if (as.at === null && keys.length > 0) counts[as.doubt ? 'doubts' : 'retries'] += 1;
      if (as.kind === 'failed' && keys.length > 0) log.warn({ reason: as.reason }, 'a reminder cannot be delivered');
    }
  }

  return {
    countMessage() {
      counts.messages += 1;
    },
    count,
    counts: () => ({ ...counts }),
  };
}
