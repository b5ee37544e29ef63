// What the changes that stand did to each record, for answers to name as their source.
import type { Activity } from './activity.ts';
import type { Change, LedgerEntry, RecordKey } from './change.ts';
import { type Field, isEqual } from './difference.ts';
import type { Done } from './history.ts';
import type { Hosting, Meeting, Occasion } from './meeting.ts';
import { daysOf } from './meeting-days.ts';
import type { Alteration } from './plan.ts';
import type { CheckIn, Deadline, Role } from './region.ts';
import type { Day } from './schedule.ts';

type Altered = Meeting | Occasion | Activity | Hosting | Deadline | CheckIn | readonly Role[];

/** The alterations of each record, oldest first. */
export function* alterationsOf(
  histories: Iterable<readonly [RecordKey, readonly Done<Altered>[]]>,
  dayOf: (entry: LedgerEntry) => Day,
): Iterable<[RecordKey, Alteration[]]> {
  for (const [key, steps] of histories) {
    yield [key, steps.flatMap((step) => alteration(step, dayOf))];
  }
}

function alteration({ entry, before, after }: Done<Altered>, dayOf: (entry: LedgerEntry) => Day): Alteration[] {
  const { version, at, author, change } = entry;
  const isMoved = daysDiffer(before, after);
  const what = whatOf(change, before !== undefined, isMoved);
  if (what === null) return [];
  const was = isMoved && isItem(before) ? daysOf(before) : null;
  return [{ version, at, day: dayOf(entry), by: author.name, what, fields: fieldsOf(change), was }];
}

function daysDiffer(before: Altered | undefined, after: Altered | undefined): boolean {
  return isItem(before) && isItem(after) && !isEqual(daysOf(before), daysOf(after));
}

function isItem(record: Altered | undefined): record is Meeting | Occasion {
  return record !== undefined && 'cancelled' in record;
}

function fieldsOf(change: Change): Field[] {
  if (change.kind === 'post-status') return ['status', 'comment'];
  if (change.kind === 'edit-activity') {
    const { responsible, schedule, cost } = change.set;
    return [
      ...(responsible === undefined ? [] : ['responsible' as const]),
      ...(schedule === undefined ? [] : ['schedule' as const]),
      ...(cost === undefined ? [] : ['cost' as const]),
    ];
  }
  return [];
}

/** An import that brings a new record is what its document says, and no alteration of it. */
function whatOf(change: Change, wasThere: boolean, isMoved: boolean): Alteration['what'] | null {
  switch (change.kind) {
    case 'add-meeting':
      return 'added';
    case 'edit-meeting':
      return change.set.days !== undefined || change.set.hours !== undefined ? 'moved' : 'edited';
    case 'cancel-meeting':
      return 'cancelled';
    case 'restore-meeting':
      return 'restored';
    case 'post-status':
      return 'status';
    case 'edit-activity':
      return 'edited';
    case 'set-hosts':
      return 'hosts';
    case 'set-role':
    case 'end-role':
      return 'role';
    case 'set-deadline':
      return 'deadline';
    case 'set-check-in':
      return 'check-in';
    case 'import-plan':
    case 'publish-plan':
      return wasThere ? (isMoved ? 'moved' : 'edited') : null;
    case 'add-synonym':
    case 'appoint-secretary':
    case 'dismiss-secretary':
    case 'announce':
    case 'set-template':
    case 'undo':
      return null;
  }
}
