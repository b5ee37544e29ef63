// Answers about the ledger: what has changed, who changed it, and how the plan stood on a day.
import type { LedgerChange, SingleAnswer } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Subject } from '../plan/difference.ts';
import { dayAt, type Ledger, standing } from '../plan/fold.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import type { AsOfQuery, ChangesQuery } from '../query.ts';
import { calendar, hasEnded, itemSpan } from './calendar-items.ts';
import { answerWith } from './parts.ts';

/** The newest changes that an answer shows. */
const mostChanges = 25;

/** Every change with what it did, in order. Undoing is a change too. */
export function ledgerChanges({ edition, entries }: Ledger): LedgerChange[] {
  const stands = new Set(standing(entries).map(({ version }) => version));
  return entries.map((entry) => ({
    entry,
    applied: edition.applied.get(entry.version) ?? null,
    undone: entry.change.kind !== 'undo' && !stands.has(entry.version),
    source: null,
    notes: [],
  }));
}

/**
 * "Vad har ändrats sedan sist?", "vem ändrade mötet?"
 *
 * @param lastAsked the version that the asker was last told of; null where they never asked
 */
export function answerChanges(
  query: ChangesQuery,
  ledger: Ledger,
  now: LocalMoment,
  lastAsked: number | null,
): SingleAnswer {
  const { plan } = ledger.edition;
  const since = firstDay(query, plan, now, lastAsked);
  const fits = (change: LedgerChange): boolean => {
    const { entry, applied } = change;
    const day = dayAt(entry.at, plan.region.timeZone);
    if (query.since.by === 'last' && lastAsked !== null) return entry.version > lastAsked && isAbout(applied, query);
    if (since !== null && day < since) return false;
    return (query.until === null || day <= query.until) && isAbout(applied, query);
  };
  const found = ledgerChanges(ledger).filter(fits).reverse();
  const changes = query.aspect === 'who' ? found.slice(0, 1) : found.slice(0, mostChanges);
  return answerWith({
    outcome: { kind: 'changes', query, since, changes },
    facts: changes.map((record) => ({ kind: 'change', record })),
    focus: focusOf(changes),
  });
}

/** Without a day to go by, "since last" is since the latest meeting. */
function firstDay({ since }: ChangesQuery, plan: Plan, now: LocalMoment, lastAsked: number | null): Day | null {
  switch (since.by) {
    case 'ever':
      return null;
    case 'day':
      return since.day;
    case 'last': {
      if (lastAsked !== null) return null;
      const past = calendar(plan).filter((item) => item.kind === 'meeting' && hasEnded(item, now));
      return past.map((item) => itemSpan(item)?.to ?? '').at(-1) ?? null;
    }
  }
}

function isAbout(applied: LedgerChange['applied'], query: ChangesQuery): boolean {
  const { meetings, activities, conferences, groups } = query;
  if (meetings.length + activities.length + conferences.length + groups.length === 0) return true;
  return applied !== null && concerns(applied.subject, query);
}

function concerns(subject: Subject, { meetings, activities, conferences, groups }: ChangesQuery): boolean {
  switch (subject.kind) {
    case 'meeting':
      if (meetings.length > 0) return meetings.includes(subject.record.id);
      return groups.includes(subject.record.group);
    case 'occasion':
      return meetings.includes(subject.record.id) || conferences.includes(subject.record.conference);
    case 'activity':
      return activities.includes(subject.record.id);
    case 'hosting':
      return conferences.includes(subject.conference);
    case 'role':
    case 'deadline':
      return groups.includes(subject.group);
    case 'synonym':
    case 'secretary':
      return false;
  }
}

function focusOf(changes: readonly LedgerChange[]) {
  const subjects = changes.flatMap(({ applied }) => (applied ? [applied.subject] : []));
  return {
    meetings: subjects.flatMap((subject) =>
      subject.kind === 'meeting' || subject.kind === 'occasion' ? [subject.record.id] : [],
    ),
    activities: subjects.flatMap((subject) => (subject.kind === 'activity' ? [subject.record.id] : [])),
  };
}

/**
 * "Hur såg planen ut i februari?"
 *
 * @param then what the plan of that day answers
 */
export function answerAsOf(query: AsOfQuery, ledger: Ledger, then: SingleAnswer | null): SingleAnswer {
  const { timeZone } = ledger.edition.plan.region;
  const since = ledgerChanges(ledger)
    .filter(({ entry, undone }) => dayAt(entry.at, timeZone) > query.day && !undone && entry.change.kind !== 'undo')
    .reverse();
  const shown = since.slice(0, mostChanges);
  const answer = answerWith({
    outcome: { kind: 'as-of', query, since: shown, then },
    facts: [...(then?.facts ?? []), ...(then ? [] : shown.map((record) => ({ kind: 'change' as const, record })))],
    focus: then?.focus ?? {},
  });
  return then ? { ...answer, notes: then.notes, sources: then.sources, alterations: then.alterations } : answer;
}
