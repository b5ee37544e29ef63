// The messages of the secretariat that are due, their recall, and the report of how they went: derived like reminders.
import type { Announcement } from '../plan/announcements.ts';
import type { LedgerEntry } from '../plan/change.ts';
import { type Ledger, standing } from '../plan/fold.ts';
import type { Delivery, DeliveryStore, Progress } from '../store/reminder-stores.ts';
import { type Directory, recipientsOf } from './audience.ts';
import { statesByMeeting } from './meeting-states.ts';
import type { Notice } from './notice.ts';
import { noticeKey } from './reminder.ts';
import type { Recipient } from './subscription.ts';

/** What has not been sent for so long is not sent any more. */
const worthMs = 7 * 86_400_000;
/** A report comes within this, or not at all. */
const reportedMs = 8 * 86_400_000;

/** How far a sweep came before, and where it is now. */
export interface Stretch {
  readonly after: { readonly at: Date; readonly version: number };
  readonly now: Date;
}

/** The messages that fell due in a stretch, by time or by having been ordered in it; what was taken back is not among them. */
export function announcementsDue({ edition }: Ledger, { after, now }: Stretch): readonly Announcement[] {
  return edition.announcements.filter(({ entry, dueAt }) => {
    const due = new Date(dueAt);
    return due <= now && (due > after.at || entry.version > after.version);
  });
}

export function announcementKey(recipient: Recipient, version: number): string {
  return noticeKey(recipient, 'announcement', `version ${version}`);
}

/** What a message is to each of its recipients. */
export async function* announcementNotices(
  { entry, change, dueAt }: Announcement,
  directory: Directory,
): AsyncGenerator<Notice> {
  const { version } = entry;
  for await (const recipient of recipientsOf(change.audience, directory)) {
    yield {
      key: announcementKey(recipient, version),
      recipient,
      content: { kind: 'announcement', version },
      ...lasting(dueAt),
    };
  }
}

function lasting(dueAt: string): Pick<Notice, 'dueAt' | 'expiresAt'> {
  return { dueAt, expiresAt: new Date(Date.parse(dueAt) + worthMs).toISOString() };
}

// === Recall

/** An undo, and the change that it takes back in the end. */
export interface Recall {
  readonly entry: LedgerEntry;
  readonly undone: LedgerEntry;
}

/** The undos after a version that still hold, of changes that somebody may have been told of. A quiet one tells nobody. */
export function recallsSince(ledger: Ledger, since: number): Recall[] {
  return recallsAmong(
    ledger.entries.filter(({ version }) => version > since),
    ledger,
  );
}

function recallsAmong(entries: readonly LedgerEntry[], ledger: Ledger): Recall[] {
  return entries.flatMap((entry): Recall[] => {
    const { change, quiet } = entry;
    if (quiet || change.kind !== 'undo') return [];
    const undone = ledger.entries.find((one) => one.version === change.version && one.change.kind !== 'undo');
    return undone && isUndone(ledger, undone) ? [{ entry, undone }] : [];
  });
}

/** Whether a change does not stand: more undos of it stand than redo it. */
export function isUndone(ledger: Ledger, { version }: Pick<LedgerEntry, 'version'>): boolean {
  return !standing(ledger.entries).some((entry) => entry.version === version);
}

/**
 * A recall for each message that told of what was undone, sent or not: one that is on its way now may be sent before
 * whoever sends it hears of the undo. What was not sent has nothing to recall, which shows when the recall's turn comes.
 */
export async function* recallNotices(
  recall: Recall,
  ledger: Ledger,
  deliveries: Pick<DeliveryStore, 'ofVersion' | 'told'>,
): AsyncGenerator<Notice> {
  for await (const { key, recipient, content, state } of deliveries.ofVersion(recall.undone.version)) {
    if (content.kind !== 'recall' && state.kind !== 'missed') yield recallNotice(recall, recipient, key);
  }
  for (const { key, recipient } of await remindedMeanwhile(recall.undone, ledger, deliveries)) {
    yield recallNotice(recall, recipient, key);
  }
}

function recallNotice({ entry }: Recall, recipient: Recipient, of: string): Notice {
  return {
    key: noticeKey(recipient, 'recall', `version ${entry.version}`, of),
    recipient,
    content: { kind: 'recall', version: entry.version, of },
    ...lasting(entry.at),
  };
}

/** The reminders that told of a meeting as it was while a change stood, and as it is no more. */
async function remindedMeanwhile(
  { change, at }: LedgerEntry,
  ledger: Ledger,
  deliveries: Pick<DeliveryStore, 'told'>,
): Promise<Delivery[]> {
  if (!('meeting' in change)) return [];
  const now = statesByMeeting(ledger).get(change.meeting)?.at(-1);
  const isFalse = ({ content, state }: Delivery): boolean => {
    if (content.kind !== 'reminder' || content.of.kind !== 'meeting') return false;
    const isSince = state.kind === 'sent' && state.at >= at;
    return isSince && (!now?.isHeld || now.start?.getTime() !== Date.parse(content.start));
  };
  return (await deliveries.told(change.meeting)).filter(isFalse);
}

/** What is to be done about a message that was recalled. */
export type Recalling =
  /** It arrived: it is edited. */
  | { readonly kind: 'edit'; readonly activity: string }
  /** It may have arrived, and nobody knows as which: the recall is a message of its own. */
  | { readonly kind: 'tell' }
  /** It is on its way still. */
  | { readonly kind: 'wait' }
  /** It did not arrive. */
  | { readonly kind: 'nothing' };

export function recallingOf(original: Delivery | null): Recalling {
  if (original === null) return { kind: 'nothing' };
  const { state, doubts } = original;
  switch (state.kind) {
    case 'sent':
      return state.activity === null ? { kind: 'tell' } : { kind: 'edit', activity: state.activity };
    case 'due':
    case 'posting':
      return { kind: 'wait' };
    case 'failed':
    case 'dropped':
    case 'missed':
      return doubts > 0 ? { kind: 'tell' } : { kind: 'nothing' };
  }
}

// === Report

/** What its author is to hear the end of. */
export interface Reported {
  readonly entry: LedgerEntry;
  /** When it began, ISO. */
  readonly dueAt: string;
}

/** The messages and recalls that began lately, and of which the last sweep has written down every row. */
export function reportable(ledger: Ledger, { after, now }: Stretch): Reported[] {
  const isRecent = ({ at, version }: LedgerEntry): boolean =>
    version <= after.version && Date.parse(at) > now.getTime() - reportedMs;
  const recalls = recallsAmong(ledger.entries.filter(isRecent), ledger);
  const recalled = recalls.map(({ entry }) => ({ entry, dueAt: entry.at }));
  const announced = ledger.edition.announcements.map(({ entry, dueAt }) => ({ entry, dueAt }));
  return [...announced, ...recalled].filter(({ entry, dueAt }) => {
    const due = Date.parse(dueAt);
    return entry.version <= after.version && due <= after.at.getTime() && due > now.getTime() - reportedMs;
  });
}

/** Whether it is over. A recall of what nobody had got has nothing to report. */
export function isReportable({ entry }: Reported, { sent, waiting, failed, dropped, missed }: Progress): boolean {
  if (waiting > 0) return false;
  return entry.change.kind === 'announce' || sent + failed.length + dropped.length + missed > 0;
}

export function authorOf({ author: { tenant, person } }: LedgerEntry): Recipient {
  return { kind: 'person', tenant: tenant.toLowerCase(), person: person.toLowerCase() };
}

export function reportKey(entry: LedgerEntry): string {
  return noticeKey(authorOf(entry), 'report', `version ${entry.version}`);
}

/** How it went, to whoever ordered it. */
export function reportNotice({ entry }: Reported, dueAt: Date): Notice {
  const { version } = entry;
  return {
    key: reportKey(entry),
    recipient: authorOf(entry),
    content: { kind: 'report', version },
    ...lasting(dueAt.toISOString()),
  };
}
