// Taking a change back: the newest of whoever asks, or one by its number.
import { ledgerChanges } from '../answer/changes.ts';
import { conflicts } from '../plan/change.ts';
import { standing } from '../plan/fold.ts';
import { type Resolution, refused, type Setting } from './resolution.ts';
import { samePerson } from './rights.ts';

/** A change that others have built on since is not taken back from under them. */
export function resolveUndo(version: number | null, { ledger, author }: Setting): Resolution {
  const stands = standing(ledger.entries);
  const wanted =
    version === null
      ? stands.filter((entry) => samePerson(entry.author, author)).at(-1)
      : ledger.entries.find((entry) => entry.version === version && entry.change.kind !== 'undo');
  if (!wanted) return refused({ kind: 'nothing-to-undo' });
  if (!stands.includes(wanted)) return refused({ kind: 'already-undone', version: wanted.version });
  const change = { kind: 'undo' as const, version: wanted.version };
  const changes = ledgerChanges(ledger);
  const since = new Set(conflicts(change, wanted.version, ledger.entries).filter((entry) => stands.includes(entry)));
  const meanwhile = changes.filter(({ entry }) => since.has(entry));
  if (meanwhile.length > 0) return refused({ kind: 'conflict', meanwhile });
  const undoes = changes.find(({ entry }) => entry === wanted);
  return undoes ? { kind: 'ready', change, clashes: [], undoes } : refused({ kind: 'nothing-to-undo' });
}
