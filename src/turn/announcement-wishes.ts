// Wishes about the secretariat's messages: none for a while, none at all, them again, and why one came.
import type { Clock } from '../clock.ts';
import { addDays } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { RemindersQuery } from '../query.ts';
import type { AnnouncedKnowledge } from '../reminders/announced.ts';
import { announcementKey } from '../reminders/announcing.ts';
import type { Audience, RemindersStep } from '../reminders/steps.ts';
import type { Recipient } from '../reminders/subscription.ts';
import { topicsNamed } from '../reminders/wished-topics.ts';
import type { Store } from '../store/store.ts';

export interface AnnouncementWishParts {
  readonly store: Pick<Store, 'deliveries' | 'silences'>;
  readonly announcing: AnnouncedKnowledge;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** For whom, as the asker sees it. */
interface Whose {
  readonly recipient: Recipient;
  readonly audience: Audience;
}

/** A silence without an end. */
export const forGood = '9999-12-31';
/** Days of the pauses that are offered. */
const offeredDays = [7, 30, 90];

/** What a wish comes to where it is about the secretariat's messages; null where it is about reminders. */
export function makeAnnouncementWishes({ store, announcing, clock, timeZone }: AnnouncementWishParts) {
  const { deliveries, silences } = store;
  const today = () => localAt(clock(), timeZone).day;

  async function why(query: RemindersQuery, { recipient, audience }: Whose): Promise<RemindersStep | null> {
    const version = query.announcement ?? (await latestVersion(query, recipient));
    if (version === null) return null;
    // Who did not get it is told nothing of it.
    const delivery = await deliveries.find(announcementKey(recipient, version));
    const found = delivery && (await announcing.find(version));
    return found && { step: 'why-announcement', audience, announced: found };
  }

  /** "Varför fick jag detta?" is about what came last. */
  async function latestVersion(query: RemindersQuery, recipient: Recipient): Promise<number | null> {
    if (topicsNamed(query).length > 0) return null;
    const content = (await deliveries.latest(recipient))?.content;
    return content?.kind === 'announcement' ? content.version : null;
  }

  async function silence(until: string, { recipient, audience }: Whose): Promise<RemindersStep> {
    await silences.put(recipient, until);
    return { step: 'silenced', audience, until: until === forGood ? null : until };
  }

  async function pause(query: RemindersQuery, whose: Whose): Promise<RemindersStep> {
    const now = today();
    if (query.until !== null && query.until >= now) return silence(query.until, whose);
    const choices = offeredDays.map((days) => ({ ...query, until: addDays(now, days - 1) }));
    return { step: 'ask-until', choices };
  }

  return async (query: RemindersQuery, whose: Whose): Promise<RemindersStep | null> => {
    if (query.act === 'why') return why(query, whose);
    if (query.announcements === undefined) return null;
    switch (query.act) {
      case 'stop':
        return silence(forGood, whose);
      case 'pause':
        return pause(query, whose);
      case 'resume':
        return { step: 'heard', audience: whose.audience, was: await silences.remove(whose.recipient) };
      case 'start':
      case 'list':
      case 'health':
        return null;
    }
  };
}
