// What the secretariat says of an answer to "hur går det?": yes, which makes it a change of the plan, or no.
import type { UpdateStage } from '../facts.ts';
import type { CheckInsQuery } from '../query.ts';
import { type CheckInsProblem, type CheckInsStep, refused } from '../reminders/check-in-steps.ts';
import type { Report } from '../reminders/report.ts';
import type { Store } from '../store/store.ts';
import type { Asker, Updates } from '../updates/updates.ts';

type Verdict = Extract<CheckInsQuery['wish'], { act: 'approve' | 'reject' }>;

export interface StatusVerdicts {
  approve(verdict: Verdict, asker: Asker): Promise<CheckInsStep | UpdateStage>;
  reject(verdict: Verdict, asker: Asker): Promise<CheckInsStep>;
}

export function makeStatusVerdicts(updates: Updates, reports: Store['reports']): StatusVerdicts {
  async function approve({ report: id, at }: Verdict, asker: Asker): Promise<CheckInsStep | UpdateStage> {
    if (!updates.mayChange(asker, 'approve')) return refused({ kind: 'not-allowed' });
    const found = await decidable(id, at);
    if ('kind' in found && found.kind !== 'approved') return refused(found);
    const report = 'kind' in found ? found.report : found;
    const { activity, status, comment, author: by, base } = report;
    const change = { kind: 'post-status' as const, activity, status, comment, reported: { by, at: report.at } };
    const step = await updates.accept({ id: `report ${id} ${report.at}`, change, base }, asker);
    if (step.stage !== 'done') return step;
    await reports.settle(id, report.at, { kind: 'approved', version: step.change.entry.version });
    return { step: 'approved', change: step.change, again: step.again, left: await reports.open() };
  }

  async function reject({ report: id, at }: Verdict, asker: Asker): Promise<CheckInsStep> {
    if (!updates.mayChange(asker, 'reject')) return refused({ kind: 'not-allowed' });
    const found = await decidable(id, at);
    if ('kind' in found) return refused(found);
    if (!(await reports.settle(id, at, { kind: 'rejected' }))) return refused({ kind: 'gone' });
    return { step: 'rejected', report: { ...found, state: { kind: 'rejected' } }, left: await reports.open() };
  }

  async function decidable(id: string, at: string): Promise<Report | Extract<CheckInsProblem, { kind: string }>> {
    const report = await reports.find(id);
    if (!report) return { kind: 'gone' };
    if (report.state.kind === 'approved') return { kind: 'approved', report };
    if (report.at !== at) return { kind: 'changed', report };
    return report.state.kind === 'rejected' ? { kind: 'rejected', report } : report;
  }

  return { approve, reject };
}
