// Who wants to be told that the ledger grew, and how far it is known to have grown.
import type { Log } from '../log.ts';

export interface Appended {
  /** @returns how to stop listening */
  listen(listener: () => void): () => void;
  /** Tells everybody, if the version is news. */
  saw(version: number): void;
}

export function makeAppended(log: Log | undefined): Appended {
  const listeners = new Set<{ readonly call: () => void }>();
  let newest = 0;
  return {
    listen(call) {
      const listener = { call };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saw(version) {
      if (!(version > newest)) return;
      newest = version;
      for (const { call } of [...listeners]) tell(call, log);
    },
  };
}

/** The change stands, whatever becomes of those who are told. */
function tell(call: () => void, log: Log | undefined): void {
  try {
    call();
  } catch (error) {
    log?.error({ err: error }, 'a listener to the ledger failed');
  }
}
