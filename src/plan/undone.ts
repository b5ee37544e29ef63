// Which changes stand: undoing one takes it back, and undoing the undo brings it back.
import type { LedgerEntry } from './change.ts';

/** Entries that no undo has taken back; an undone undo counts for nothing. */
export function standing(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const undone = new Set<number>();
  for (const { version, change } of entries.toReversed()) {
    if (change.kind === 'undo' && change.version < version && !undone.has(version)) undone.add(change.version);
  }
  return entries.filter(({ version, change }) => change.kind !== 'undo' && !undone.has(version));
}

/** Follows undos as they are made. */
export class Undone {
  /** What an undo is of. */
  readonly #targets = new Map<number, number>();
  /** How many undos of a change stand. */
  readonly #counts = new Map<number, number>();

  /**
   * Takes note of an undo.
   *
   * @param target the version that it undoes: lower than its own
   * @returns the change that it is about in the end, through undos of undos, and whether that stands now
   */
  take(version: number, target: number): { readonly change: number; readonly stands: boolean } {
    this.#targets.set(version, target);
    let flipped = target;
    let more = 1;
    for (;;) {
      const before = this.#counts.get(flipped) ?? 0;
      const after = before + more;
      this.#counts.set(flipped, after);
      const next = this.#targets.get(flipped);
      if (next === undefined) return { change: flipped, stands: after === 0 };
      // An undo that has begun or ceased to stand counts, or no longer, against what it undoes.
      more = Number(after === 0) - Number(before === 0);
      flipped = next;
    }
  }
}
