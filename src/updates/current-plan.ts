// The plan as it stands: base and ledger folded, kept in memory, and followed as others append.
import type { Log } from '../log.ts';
import type { LedgerEntry } from '../plan/change.ts';
import { changesNames, type Edition, fold, type Ledger, type LedgerMark, planAsOf, planAtMark } from '../plan/fold.ts';
import type { PlanRecords } from '../plan/plan.ts';
import type { LedgerStore } from '../store/store.ts';

export interface CurrentPlan {
  /** The plan now; the same value until the ledger grows. */
  ledger(): Ledger;
  /** Grows when a record got a new name: what has been indexed by names is good until then. */
  namesVersion(): number;
  /** Reads what has been appended since, by whomever. */
  refresh(): Promise<void>;
  /** The plan as it stood at an instant. */
  asOf(instant: Date): Edition;
  /** The plan as it was at a mark; null where that is none of this ledger's. */
  atMark(mark: LedgerMark): Edition | null;
  /** The ledger as it would be with one more change. */
  ledgerWith(entry: LedgerEntry): Ledger;
  /** Calls back when the ledger has grown. @returns how to stop listening */
  onGrown(listener: () => void): () => void;
  /** Follows no longer. */
  stop(): void;
}

/** Reads the whole ledger, and follows it from then on. */
export async function followPlan(base: PlanRecords, store: LedgerStore, log: Log): Promise<CurrentPlan> {
  let ledger: Ledger = { entries: [], edition: fold(base, []) };
  let names = 0;
  const listeners = new Set<() => void>();
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const fresh = await store.since(ledger.entries.at(-1)?.version ?? 0);
    if (fresh.length === 0) return;
    const entries = [...ledger.entries, ...fresh];
    ledger = { entries, edition: fold(base, entries) };
    if (fresh.some(({ change }) => changesNames(change))) names += 1;
    for (const listener of listeners) listener();
  }

  /** One after another, so that no entry is read twice. */
  function refresh(): Promise<void> {
    const next = reading.then(read);
    reading = next.catch(() => undefined);
    return next;
  }

  await refresh();
  const orphans = ledger.entries.filter(
    ({ version, change }) => change.kind !== 'undo' && !ledger.edition.applied.has(version),
  );
  if (orphans.length > 0) {
    const versions = orphans.map(({ version }) => version);
    log.warn({ versions }, 'changes to records that the plan files no longer have; they change nothing');
  }
  const stop = store.onAppended(() => {
    refresh().catch((error) => log.error({ err: error }, 'the ledger could not be read; tried again at the next turn'));
  });

  return {
    ledger: () => ledger,
    namesVersion: () => names,
    refresh,
    asOf: (instant) => planAsOf(base, ledger.entries, instant),
    atMark: (mark) => planAtMark(base, ledger.entries, mark),
    ledgerWith(entry) {
      const entries = [...ledger.entries, entry];
      return { entries, edition: fold(base, entries) };
    },
    onGrown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop,
  };
}
