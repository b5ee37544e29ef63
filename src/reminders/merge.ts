// Notices that are due at once to one recipient → one message.

import { compareLeads } from './lead.ts';
import type { Notice, NoticeContent } from './notice.ts';
import { subjectKey } from './occurrences.ts';
import { ByRecipient } from './recipients.ts';
import type { Recipient } from './subscription.ts';

export interface Message {
  readonly recipient: Recipient;
  /** Every notice that the message settles. */
  readonly notices: readonly Notice[];
  /** Those that it tells, one a subject, in order of start: a change says more than a reminder, a shorter lead than a longer. */
  readonly shown: readonly Notice[];
}

/** As many as a card in Teams shows on a phone without becoming a list that nobody reads. */
export const mostShown = 10;

/**
 * Messages of notices, by recipient. Those of a meeting, a deadline, an activity or a turn to host share one; so do
 * questions; any other has a message of its own, those of the secretariat first.
 *
 * @param most how many a message tells at the most
 */
export function mergeNotices(notices: Iterable<Notice>, most = mostShown): Message[] {
  const byRecipient = new ByRecipient<Notice[]>();
  for (const notice of notices) {
    const those = byRecipient.get(notice.recipient);
    if (those) those.push(notice);
    else byRecipient.set(notice.recipient, [notice]);
  }
  return [...byRecipient].flatMap(({ recipient, value }) => messagesTo(recipient, value, most));
}

function messagesTo(recipient: Recipient, notices: readonly Notice[], most: number): Message[] {
  const bySubject = Map.groupBy(notices, ({ content }) => subjectOf(content));
  const subjects = [...bySubject.values()].map((those) => those.toSorted(byWeight)).sort(byStart);
  const of = (form: Form): Subject[] => subjects.filter((subject) => formOf(subject) === form);
  return [
    ...chunks(of('own'), 1),
    ...chunks(of('news'), most),
    ...chunks(of('questions'), most),
    ...chunks(of('alone'), 1),
  ].map((chunk) => ({
    recipient,
    notices: chunk.flat(),
    shown: chunk.flatMap((those) => those.slice(0, 1)),
  }));
}

function chunks<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most));
}

/** Notices of the same subject are told once. */
function subjectOf(content: NoticeContent): string {
  switch (content.kind) {
    case 'reminder':
      return subjectKey(content.of);
    case 'moved':
    case 'cancelled':
    case 'restored':
      return subjectKey({ kind: 'meeting', meeting: content.meeting });
    case 'check-in':
      return `check-in ${content.activity}`;
    case 'answers':
      return content.kind;
    case 'status-report':
      return `${content.kind} ${content.meeting}`;
    case 'appointed':
    case 'relieved':
      return `office ${content.group}`;
    case 'host-lost':
    case 'host-regained':
      return subjectKey({ kind: 'hosting', conference: content.conference, year: content.year });
    case 'digest':
    case 'heartbeat':
      return `${content.kind} ${content.week}`;
    case 'announcement':
    case 'report':
      return `${content.kind} ${content.version}`;
    case 'recall':
      return `recall ${content.of}`;
  }
}

/** What says the most first: the newest change, then the shortest lead. */
function byWeight({ content: a }: Notice, { content: b }: Notice): number {
  if (a.kind === 'reminder' && b.kind === 'reminder') return compareLeads(a.lead, b.lead);
  const versionOf = (content: NoticeContent): number => ('version' in content ? content.version : 0);
  if (a.kind === 'check-in' && b.kind === 'check-in') return Number(b.again) - Number(a.again);
  return versionOf(b) - versionOf(a);
}

type Subject = readonly Notice[];

function byStart([a]: Subject, [b]: Subject): number {
  return Date.parse(a?.expiresAt ?? '') - Date.parse(b?.expiresAt ?? '');
}

/** Which notices share a message: questions ask for answers, and are lost among news. */
type Form = 'own' | 'news' | 'questions' | 'alone';

function formOf([notice]: Subject): Form {
  switch (notice?.content.kind) {
    case 'announcement':
    case 'recall':
    case 'report':
      return 'own';
    case 'check-in':
      return 'questions';
    case 'answers':
    case 'status-report':
    case 'digest':
    case 'heartbeat':
      return 'alone';
    default:
      return 'news';
  }
}
