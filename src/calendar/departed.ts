// Meetings that a calendar showed because of where they were, and that are somewhere else since.
import type { Ledger } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Meeting, Occasion } from '../plan/meeting.ts';
import type { Choice } from './selection.ts';

/** Those as they are now, each once. */
export function departedFrom(choice: Choice, { entries, edition }: Ledger): (Meeting | Occasion)[] {
  const { plan } = edition;
  const shows = (record: Meeting | Occasion): boolean =>
    'group' in record ? choice.meeting(record) : choice.occasion(record);
  const now = new Map(
    [...plan.meetings, ...plan.cancelled.meetings, ...plan.occasions, ...plan.cancelled.occasions].map((record) => [
      record.id,
      record,
    ]),
  );
  const departed = new Map<MeetingId, Meeting | Occasion>();
  for (const { version } of entries) {
    const applied = edition.applied.get(version);
    if (applied?.subject.kind !== 'meeting' && applied?.subject.kind !== 'occasion') continue;
    const moved = applied.differences.find(({ field, before }) => field === 'place' && before?.kind === 'place');
    const record = now.get(applied.subject.record.id);
    if (!record || moved?.before?.kind !== 'place' || shows(record)) continue;
    if (shows({ ...record, place: moved.before.place })) departed.set(record.id, record);
  }
  return [...departed.values()];
}
