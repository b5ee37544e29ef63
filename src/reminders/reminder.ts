// A reminder as a notice: its key, what it says, and until when.
import { createHash } from 'node:crypto';
import type { Slot } from './agenda.ts';
import type { Notice } from './notice.ts';
import { recipientKey } from './recipients.ts';
import type { Recipient } from './subscription.ts';

const longestKey = 500;

/** Names a notice for ever: recipient, kind, what it is about, and which time it is told. */
export function noticeKey(recipient: Recipient, ...parts: readonly string[]): string {
  const key = [recipientKey(recipient), ...parts].join('|');
  return key.length <= longestKey ? key : createHash('sha256').update(key).digest('hex');
}

/**
 * The reminder of an occurrence at a lead to a recipient.
 *
 * @param dueAt where it is sent at another time than the lead says
 */
export function reminderOf(recipient: Recipient, { occurrence, lead, ...slot }: Slot, dueAt = slot.dueAt): Notice {
  const start = occurrence.start.toISOString();
  return {
    key: noticeKey(recipient, 'reminder', occurrence.key, `${lead.amount} ${lead.unit}`),
    recipient,
    content: { kind: 'reminder', of: occurrence.of, start, lead },
    dueAt: dueAt.toISOString(),
    expiresAt: start,
  };
}
