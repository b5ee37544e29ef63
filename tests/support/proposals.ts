// Proposals as the updates make them, and entries for them.
import { randomBytes, randomUUID } from 'node:crypto';
import { ActivityId } from '../../src/plan/ids.ts';
import type { Judge, Proposal } from '../../src/store/store.ts';

export const author = { tenant: 'tenant', person: 'person', name: 'Åsa Öberg' };

/** An open proposal to post a status. */
export function proposal(fields: Partial<Proposal> = {}): Proposal {
  return {
    id: randomBytes(16).toString('hex'),
    author,
    change: { kind: 'post-status', activity: ActivityId.parse('elvag'), status: 'delayed', comment: 'Väntar' },
    reason: null,
    quiet: false,
    base: 0,
    createdAt: '2019-03-01T08:00:00.000Z',
    expiresAt: '2019-03-01T09:00:00.000Z',
    state: { kind: 'open' },
    ...fields,
  };
}

export const newEntry = () => ({ id: randomUUID(), at: '2019-03-01T08:01:00.000Z' });

export const appendAlways: Judge<never> = () => ({ kind: 'append' });
