// Answers to "hur går det?": a row a person, activity and meeting.
import type { Kysely } from 'kysely';
import { Report } from '../reminders/report.ts';
import type { ReportStore } from './reminder-stores.ts';
import { keyOf, readRow, unfolded } from './rows.ts';
import type { ReportTable, Tables } from './tables.ts';

export function makeReports(db: Kysely<Tables>): ReportStore {
  const select = () => db.selectFrom('report').selectAll().orderBy('at').orderBy('id');
  return {
    put: (report) => putReport(db, report),
    async find(id) {
      const row = await select().where('id', '=', id).executeTakeFirst();
      return row ? reportOf(row) : null;
    },
    async before(meeting) {
      return (await select().where('meeting', '=', keyOf(meeting)).execute()).map(reportOf);
    },
    async open() {
      return (await select().where('state', '=', 'open').execute()).map(reportOf);
    },
    async settle(id, at, state) {
      const { numUpdatedRows } = await db
        .updateTable('report')
        .set({ state: state.kind, version: state.kind === 'approved' ? state.version : null })
        .where('id', '=', id)
        .where('at', '=', at)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async forget(before) {
      await db.deleteFrom('report').where('at', '<', before).execute();
    },
  };
}

async function putReport(db: Kysely<Tables>, report: Report): Promise<boolean> {
  const { id, state, at, ...rest } = Report.parse(report);
  const version = state.kind === 'approved' ? state.version : null;
  const row: ReportTable = {
    id,
    meeting: keyOf(rest.meeting),
    state: state.kind,
    version,
    at,
    body: JSON.stringify(rest),
  };
  const written = await db
    .insertInto('report')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('report.state', '!=', 'approved'))
    .returning(['id'])
    .execute();
  return written.length > 0;
}

export function reportOf({ id, state: kind, version, at, body }: ReportTable): Report {
  const state = kind === 'approved' ? { kind, version } : { kind };
  return readRow(Report, 'report', id, () => unfolded(body, { id, at, state }));
}
