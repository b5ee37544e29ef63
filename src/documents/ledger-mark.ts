// The place in the ledger that a file was made at, as a file carries it.
import type { LedgerMark } from '../plan/fold.ts';

/** "version 12 2019-03-01T08:00:00.000Z"; "version 0" before the first change. */
export function markText({ version, at }: LedgerMark): string {
  return at === null ? `version ${version}` : `version ${version} ${at}`;
}

/** Null where a text is no mark. */
export function markIn(text: string): LedgerMark | null {
  const [, version, at = null] = /^version (\d{1,9})(?: (\S{1,40}))?$/.exec(text.trim()) ?? [];
  return version === undefined ? null : { version: Number(version), at };
}
