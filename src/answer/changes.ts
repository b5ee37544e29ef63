// Answers about the ledger: what has changed, who changed it, and how the plan stood on a day.
import type { LedgerChange, SingleAnswer } from '../facts.ts';
import type { LedgerEntry } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { type Applied, type Difference, type Field, partsOf, type Subject } from '../plan/difference.ts';
import { type Ledger, standing } from '../plan/fold.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { AsOfQuery, ChangeKind, ChangesQuery } from '../query.ts';
import { calendar, hasEnded, itemSpan, spanOf } from './calendar-items.ts';
import type { Span } from './month-index.ts';
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
    if (!isOfKind(change, query.kinds) || !isOf(applied, query)) return false;
    const { day } = localAt(new Date(entry.at), plan.region.timeZone);
    if (query.since.by === 'last' && lastAsked !== null) return entry.version > lastAsked && isAbout(applied, query);
    if (since !== null && day < since) return false;
    return (query.until === null || day <= query.until) && isAbout(applied, query);
  };
  const found = ledgerChanges(ledger).filter(fits).reverse();
  // "The meeting" need not be the one that was shown last.
  if (found.length === 0 && query.only === 'meetings' && query.meetings.length > 0)
    return answerChanges({ ...query, meetings: [] }, ledger, now, lastAsked);
  const changes = query.aspect === 'who' ? found.slice(0, 1) : found.slice(0, mostChanges);
  return answerWith({
    outcome: { kind: 'changes', query, since, changes, total: found.length },
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

/** An import is about whatever it did to single records. */
function isAbout(applied: LedgerChange['applied'], query: ChangesQuery): boolean {
  const { meetings, activities, conferences, groups } = query;
  if (meetings.length + activities.length + conferences.length + groups.length === 0) return true;
  return applied !== null && partsOf(applied).some(({ subject }) => concerns(subject, query));
}

/** Whether a change is one to what is asked about: meetings alone, activities alone, the meetings of some days. */
function isOf(applied: LedgerChange['applied'], { only, days }: Pick<ChangesQuery, 'only' | 'days'>): boolean {
  if (only === undefined && days === undefined) return true;
  if (applied === null) return false;
  if (applied.parts) return applied.parts.some((part) => isOf(part, { only, days }));
  const { subject, differences } = applied;
  const isMeeting = subject.kind === 'meeting' || subject.kind === 'occasion';
  if (only === 'activities') return subject.kind === 'activity';
  if (!isMeeting) return false;
  return days === undefined || [itemSpan(subject), ...formerSpans(differences)].some((span) => isWithin(span, days));
}

function isWithin(span: Span | null, days: Period): boolean {
  return span !== null && overlaps(days, span.from, span.to);
}

/** The days that a meeting had before and after a change. */
function formerSpans(differences: readonly Difference[]): (Span | null)[] {
  return differences
    .flatMap(({ before, after }) => [before, after])
    .map((value) => (value?.kind === 'days' ? value.days : value?.kind === 'schedule' ? spanOf(value.schedule) : null));
}

function isOfKind({ entry, applied }: LedgerChange, kinds: readonly ChangeKind[] | undefined): boolean {
  if (kinds === undefined || kinds.length === 0) return true;
  const parts = applied ? partsOf(applied) : [];
  return parts.some((part) => kinds.some((kind) => isKind(part, entry.change.kind === 'undo', kind)));
}

/** What is taken back was not done again by whoever took it back; a meeting is restored that way too. */
function isKind({ subject, differences }: Applied, isUndo: boolean, kind: ChangeKind): boolean {
  const isItem = subject.kind === 'meeting' || subject.kind === 'occasion';
  const set = (field: Field): Difference | undefined => differences.find((one) => one.field === field);
  const held = set('held')?.after;
  if (kind === 'restored') return held?.kind === 'cancelled' && !held.cancelled;
  if (isUndo) return false;
  const date = set('date');
  switch (kind) {
    case 'moved':
      return (
        isItem && ((date?.before != null && date.after !== null) || (date === undefined && set('time') !== undefined))
      );
    case 'cancelled':
      return held?.kind === 'cancelled' && held.cancelled;
    case 'added':
      return isItem && date !== undefined && date.before === null;
    case 'status':
      return set('status') !== undefined || set('comment') !== undefined;
    case 'place':
      return set('place') !== undefined;
    case 'cost':
      return set('cost') !== undefined;
    case 'responsible':
      return set('responsible') !== undefined;
    case 'schedule':
      return set('schedule') !== undefined;
    case 'hosts':
      return subject.kind === 'hosting';
    case 'role':
      return subject.kind === 'role';
    case 'deadline':
      return subject.kind === 'deadline';
  }
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
    case 'check-in':
      return groups.includes(subject.group);
    case 'synonym':
    case 'secretary':
    case 'import':
    case 'announcement':
    case 'template':
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
 * @param plan the plan of that day
 * @param then what it answers
 */
export function answerAsOf(query: AsOfQuery, ledger: Ledger, plan: Plan, then: SingleAnswer | null): SingleAnswer {
  const { timeZone } = ledger.edition.plan.region;
  const isLater = ({ at }: LedgerEntry): boolean => localAt(new Date(at), timeZone).day > query.day;
  const since = ledgerChanges(ledger)
    .filter(({ entry, undone }) => isLater(entry) && !undone && !takesBackLater(entry, ledger, isLater))
    .reverse();
  const shown = since.slice(0, mostChanges);
  const answer = answerWith({
    outcome: { kind: 'as-of', query, since: shown, then, plan },
    facts: [...(then?.facts ?? []), ...(then ? [] : shown.map((record) => ({ kind: 'change' as const, record })))],
    focus: then?.focus ?? {},
  });
  return then
    ? {
        ...answer,
        notes: then.notes,
        sources: then.sources,
        alterations: then.alterations,
        contradicted: then.contradicted,
      }
    : answer;
}

/** Whether it undoes what was made after that day too: then the two together are nothing. */
function takesBackLater(
  { change }: LedgerEntry,
  { entries }: Ledger,
  isLater: (entry: LedgerEntry) => boolean,
): boolean {
  if (change.kind !== 'undo') return false;
  const taken = entries.find(({ version }) => version === change.version);
  return taken !== undefined && isLater(taken);
}
