// Making the draft that waits everybody's plan.
import { ledgerChanges } from '../answer/changes.ts';
import { conflicts } from '../plan/change.ts';
import { type Resolution, refused, type Setting } from './resolution.ts';

/** A draft whose records were changed since it was compared would undo those changes: it has to be imported again. */
export function resolvePublish({ ledger }: Setting): Resolution {
  const { draft } = ledger.edition;
  if (!draft) return refused({ kind: 'no-draft' });
  const change = { kind: 'publish-plan' as const, draft: draft.version };
  const entry = ledger.entries.find(({ version }) => version === draft.version);
  if (entry?.change.kind !== 'import-plan') return refused({ kind: 'no-draft' });
  const asPublished = { ...entry.change, state: 'published' as const };
  const since = new Set(conflicts(asPublished, entry.base, ledger.entries).map(({ version }) => version));
  since.delete(draft.version);
  const meanwhile = ledgerChanges(ledger).filter((one) => since.has(one.entry.version) && !one.undone);
  return meanwhile.length > 0 ? refused({ kind: 'conflict', meanwhile }) : { kind: 'ready', change, clashes: [] };
}
