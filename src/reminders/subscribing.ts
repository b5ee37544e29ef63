// Wishes for reminders against the subscriptions that there are: one subscription a recipient and topic, however often asked.
import type { Author } from '../plan/change.ts';
import type { RemindersQuery } from '../query.ts';
import { inOrder, type LeadReading, leadKey, readLead } from './lead.ts';
import { resumed } from './pauses.ts';
import { recipientKey } from './recipients.ts';
import { defaultLeads, type Lead, type Recipient, type Subscription, type Topic } from './subscription.ts';
import { topicKey } from './topics.ts';
import { uuidOf } from './uuid.ts';

/** No subscription has more times than these; the longest are kept. */
export const mostLeads = 10;

export type AskedLeads =
  | { readonly kind: 'leads'; readonly leads: Lead[] }
  | { readonly kind: 'too-long'; readonly lead: RemindersQuery['leads'][number] };

/** The leads that a wish says; none where it says none. */
export function leadsAsked({ leads }: RemindersQuery): AskedLeads {
  const readings = leads.map((lead): [typeof lead, LeadReading] => [lead, readLead(lead.amount, lead.unit)]);
  const wrong = readings.find(([, reading]) => reading.kind === 'problem');
  if (wrong) return { kind: 'too-long', lead: wrong[0] };
  return { kind: 'leads', leads: readings.flatMap(([, reading]) => (reading.kind === 'lead' ? [reading.lead] : [])) };
}

export interface Wish {
  readonly recipient: Recipient;
  readonly topic: Topic;
  /** Empty where none is said. */
  readonly leads: readonly Lead[];
  /** In place of those that there were. */
  readonly only: boolean;
  /** The week's letter and nothing else. */
  readonly digest: boolean;
  readonly setBy: Author;
  readonly locale: 'sv' | 'en';
  /** The instant, ISO. */
  readonly at: string;
}

/** The subscription after a wish, and whether anything is new: the same wish twice changes nothing. */
export function subscribed(
  before: Subscription | null,
  wish: Wish,
): { readonly subscription: Subscription; readonly was: 'new' | 'changed' | 'same' } {
  const leads = leadsAfter(before, wish);
  const { recipient, topic, setBy, locale, at } = wish;
  const digest = wish.digest || before?.digest === true;
  if (!before) {
    const id = idOf(recipient, topic);
    const rest = { recipient, topic, leads, pausedUntil: null, locale, setBy, createdAt: at };
    return { subscription: { id, ...rest, ...(digest ? { digest } : {}) }, was: 'new' };
  }
  const isSame =
    sameLeads(before.leads, leads) &&
    digest === (before.digest === true) &&
    before.pausedUntil === null &&
    before.withOffice === undefined &&
    before.locale === locale;
  if (isSame) return { subscription: before, was: 'same' };
  // What a new lead should have brought already comes at once, as for a new subscription.
  const createdAt = sameLeads(before.leads, leads) ? before.createdAt : at;
  const going = before.pausedUntil === null ? before : resumed(before, at);
  // What somebody sets for themselves no longer hangs on their office.
  const { withOffice: _office, ...own } = going;
  const changed = { ...own, leads, locale, setBy, createdAt };
  return { subscription: digest ? { ...changed, digest } : changed, was: 'changed' };
}

function leadsAfter(before: Subscription | null, { leads, only, digest }: Wish): Lead[] {
  const old = before?.leads ?? [];
  if (digest && leads.length === 0) return [...old];
  if (leads.length === 0) return old.length > 0 ? [...old] : [...defaultLeads];
  return inOrder(only ? leads : [...old, ...leads]).slice(0, mostLeads);
}

function sameLeads(a: readonly Lead[], b: readonly Lead[]): boolean {
  return a.length === b.length && a.every((lead, index) => leadKey(lead) === leadKey(b[index] ?? lead));
}

/** The same id for the same recipient and topic: two wishes at once make one subscription. */
export function idOf(recipient: Recipient, topic: Topic): string {
  return uuidOf(recipientKey(recipient), topicKey(topic));
}

/** Those of the subscriptions that are about the topics; all where none is named. */
export function chosen(subscriptions: readonly Subscription[], topics: readonly Topic[]): Subscription[] {
  if (topics.length === 0) return [...subscriptions];
  const keys = new Set(topics.map(topicKey));
  return subscriptions.filter(({ topic }) => keys.has(topicKey(topic)));
}
