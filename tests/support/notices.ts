// Notices, recipients and references of a test's own.
import { randomUUID } from 'node:crypto';
import { MeetingId } from '../../src/plan/ids.ts';
import type { Notice } from '../../src/reminders/notice.ts';
import type { Recipient, Subscription } from '../../src/reminders/subscription.ts';
import type { Derived, Reference } from '../../src/store/reminder-stores.ts';
import type { Store } from '../../src/store/store.ts';

export const tenant = '00000000-0000-4000-8000-000000000001';

/** The instant so many seconds after nine o'clock, Swedish time, on 1 March 2019. */
export function at(seconds: number): string {
  return new Date(Date.parse('2019-03-01T08:00:00.000Z') + seconds * 1000).toISOString();
}

export const person = (name: string | number, of = tenant): Recipient => ({
  kind: 'person',
  tenant: of,
  person: `person-${name}`,
});

let serial = 0;

/** A reminder of a meeting, due at 0 seconds, worth nothing after an hour. */
export function notice(fields: Partial<Notice> = {}, meeting = 'meeting'): Notice {
  serial += 1;
  return {
    key: `key-${String(serial).padStart(6, '0')}`,
    recipient: person(1),
    content: {
      kind: 'reminder',
      of: { kind: 'meeting', meeting: MeetingId.parse(meeting) },
      start: at(3_600),
      lead: { amount: 1, unit: 'days' },
    },
    dueAt: at(0),
    expiresAt: at(3_600),
    ...fields,
  };
}

export const toSend = (...notices: readonly Notice[]): Derived[] =>
  notices.map((one) => ({ outcome: 'send', notice: one }));

/** Writes notices down as a sweep would that goes from where the watermark is to `until`. */
export async function enqueue(
  { sweeps, deliveries }: Pick<Store, 'sweeps' | 'deliveries'>,
  derived: Iterable<Derived>,
  until = at(0),
): Promise<number | null> {
  await sweeps.begin({ at: at(-1), version: 0 });
  const from = await sweeps.watermark();
  if (!from) throw new Error('no watermark');
  return deliveries.enqueue(derived, { from, to: { at: until, version: from.version } });
}

export function reference(fields: Partial<Omit<Reference, 'state'>> = {}): Omit<Reference, 'state'> {
  return {
    recipient: person(1),
    scope: 'personal',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: 'a:1AbC',
    bot: '28:bot',
    teamsId: '29:person',
    team: null,
    name: 'Åsa Öberg',
    locale: 'sv',
    refreshedAt: at(0),
    ...fields,
  };
}

export function subscription(fields: Partial<Subscription> = {}): Subscription {
  return {
    id: randomUUID(),
    recipient: person(1),
    topic: { kind: 'everything' },
    leads: [{ amount: 1, unit: 'days' }],
    pausedUntil: null,
    locale: 'sv',
    setBy: { tenant, person: 'person-1', name: 'Åsa Öberg' },
    createdAt: at(0),
    ...fields,
  };
}
