// `npm run plan -- history`: the ledger for archives and for other programs, as CSV or JSON on standard output.
import { ledgerChanges } from '../answer/changes.ts';
import { csv } from '../documents/csv.ts';
import { loadRecords } from '../documents/yaml.ts';
import type { LedgerChange } from '../facts.ts';
import { makeLog } from '../log.ts';
import { fold } from '../plan/fold.ts';
import { changeText } from '../render/changes.ts';
import { settingFor } from '../render/names.ts';
import type { Settings } from '../settings.ts';
import { readPostgresLedger, readSqliteLedger } from '../store/read-ledger.ts';

export type HistoryFormat = 'csv' | 'json';

const heading = ['ändring', 'tid (UTC)', 'av', 'vad', 'anledning', 'ångrad', 'post'];

/** Every change of the ledger, oldest first. */
export async function history(settings: Settings, format: HistoryFormat): Promise<string> {
  const { databaseUrl, dataDir, planDir } = settings;
  const entries =
    databaseUrl === null ? await readSqliteLedger(dataDir) : await readPostgresLedger(databaseUrl, makeLog('warn'));
  if (format === 'json') return `${JSON.stringify(entries, null, 2)}\n`;
  const edition = fold(loadRecords(planDir), entries);
  // Dates with their year, whenever the list is made.
  const setting = settingFor(edition.plan, 'sv', '0001-01-01');
  const row = (change: LedgerChange) => [
    change.entry.version,
    change.entry.at,
    change.entry.author.name,
    changeText(change, setting),
    change.entry.reason,
    change.undone ? 'ja' : '',
    JSON.stringify(change.entry.change),
  ];
  return csv(heading, ledgerChanges({ edition, entries }).map(row));
}
