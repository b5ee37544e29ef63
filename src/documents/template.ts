// What a workbook for a next year begins with: all that lasts, and nothing of what is decided anew each year.
import type { PlanDocument } from '../plan/document.ts';
import { DocumentId } from '../plan/ids.ts';
import { lastDayOf } from '../plan/office.ts';
import type { PlanRecords } from '../plan/plan.ts';
import { slug } from './row-records.ts';
import { recordsByKind, type WorkbookRecords } from './workbook-records.ts';

/** Kinds that are written anew each year. */
const yearly = ['meetings', 'occasions', 'activities', 'budgetLines', 'budgetTotals', 'fees', 'sections'] as const;

/** The records that a template for a year begins with; its document is the only one, so that nothing older is touched. */
export function templateFor(plan: PlanRecords, year: number): WorkbookRecords {
  const empty = Object.fromEntries(yearly.map((kind) => [kind, []]));
  // Whoever held an office to the end of last year did so: a row to write their successor into would take that back.
  const roles = plan.roles.filter(({ until }) => until === null || lastDayOf(until) >= `${year}-01-01`);
  return { ...recordsByKind(plan), ...empty, roles, region: [], documents: [documentFor(plan, year)] };
}

/** The year after the newest plan. */
export function nextYear({ documents }: PlanRecords): number {
  return Math.max(...documents.map(({ year }) => year)) + 1;
}

/** Called as the newest plan is, for its year. */
function documentFor({ documents }: PlanRecords, year: number): PlanDocument {
  const known = documents.find((document) => document.year === year);
  if (known) return known;
  const newest = documents.toSorted((a, b) => a.year - b.year).at(-1);
  const renamed = (text: string): string =>
    newest && text.includes(String(newest.year))
      ? text.replaceAll(String(newest.year), String(year))
      : `${text} ${year}`;
  const sv = renamed(newest?.title.sv ?? 'Plan');
  const en = newest?.title.en;
  const title = en === undefined ? { sv } : { sv, en: renamed(en) };
  return { id: DocumentId.parse(slug(newest ? renamed(newest.id) : `plan ${year}`)), year, title, appendices: [] };
}
