// A delivery as a row of its table, there and back.
import { turnKey, turnOf } from '../reminders/host-changes.ts';
import type { Notice, NoticeContent } from '../reminders/notice.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { Delivery, type Derived } from './reminder-stores.ts';
import { keyOf, readRow, unfolded } from './rows.ts';
import type { DeliveryTable } from './tables.ts';

/** A delivery as its row has it. */
export function deliveryOf(row: DeliveryTable): Delivery {
  const { due_at: dueAt, expires_at: expiresAt, attempts, doubts } = row;
  return readRow(Delivery, 'delivery', row.key, () =>
    unfolded(row.body, { dueAt, expiresAt, attempts, doubts, state: stateOf(row) }),
  );
}

function stateOf({ state, settled_at: at, activity, reason }: DeliveryTable): object {
  switch (state) {
    case 'due':
    case 'posting':
      return { kind: state };
    case 'sent':
      return { kind: state, at, activity: activity === null ? null : JSON.parse(`"${activity}"`) };
    case 'failed':
    case 'dropped':
      return { kind: state, at, reason };
    case 'missed':
      return { kind: state, at };
  }
}

/** The row of a notice that is new. */
export function rowOf({ outcome, notice }: Derived, now: string): DeliveryTable {
  const { key, recipient, content, dueAt, expiresAt } = notice;
  const ended = { send: null, covered: 'dropped', missed: 'missed' } as const;
  const state = ended[outcome];
  return {
    key: keyOf(key),
    recipient: keyOf(recipientKey(recipient)),
    meeting: toldOf(content),
    version: 'version' in content && content.kind !== 'report' ? content.version : null,
    due_at: dueAt,
    expires_at: expiresAt,
    state: state ?? 'due',
    settled_at: state === null ? null : now,
    activity: null,
    reason: outcome === 'covered' ? 'superseded' : null,
    attempts: 0,
    doubts: 0,
    body: JSON.stringify({ key, recipient, content } satisfies Partial<Notice>),
  };
}

/** What may change after it was told: a meeting by its id, a turn to host by its key. */
function toldOf(content: NoticeContent): string | null {
  const turn = turnOf(content);
  if (turn) return turnKey(turn);
  if (content.kind !== 'reminder') return 'meeting' in content ? content.meeting : null;
  return 'meeting' in content.of ? content.of.meeting : null;
}
