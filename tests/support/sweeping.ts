// Sweeps on a conversation's store: what the bot sends of its own accord, at the time that the test's clock shows.
import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { ReminderMessage } from '../../src/reminder-messages.ts';
import { makeReminderService } from '../../src/reminder-service.ts';
import type { Recipient } from '../../src/reminders/subscription.ts';
import { keptLog } from './kept-log.ts';
import { at } from './notices.ts';
import { type Person, type Secretariat, secretary } from './secretariat.ts';

export interface Sent extends ReminderMessage {
  readonly to: Recipient;
}

export const recipientOf = ({ tenant, person }: Pick<Person, 'tenant' | 'person'>): Recipient => {
  return { kind: 'person', tenant, person };
};

/** Somebody whom the bot has met and can reach. */
export async function met(bot: Secretariat, who: Person): Promise<void> {
  await bot.say('hej', who);
  await bot.store.references.put({
    recipient: recipientOf(who),
    scope: 'personal',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: `a:${who.person}`,
    bot: '28:bot',
    teamsId: who.teamsId,
    team: null,
    name: who.name,
    locale: 'sv',
    refreshedAt: at(0),
  });
}

/** A start of the service, one sweep, and all that is due sent; then it is stopped, as if for good. */
export async function sweep(bot: Secretariat, secretariat: readonly Person[] = [secretary]): Promise<Sent[]> {
  const sent: Sent[] = [];
  const service = makeReminderService({
    ...bot.reminding,
    store: bot.store,
    secretariat: () => secretariat.map(recipientOf),
    send: async (reference, message) => {
      // What takes an older message's place is no message more.
      if (message.edits === null) sent.push({ to: reference.recipient, ...message });
      return { kind: 'sent', activity: randomUUID(), conversation: null };
    },
    clock: bot.clock,
    wireClock: () => new Date(),
    random: () => 0.5,
    worker: randomUUID(),
    log: keptLog(),
  });
  service.start();
  await vi.waitFor(
    async () => {
      const { sweeps, failedSweeps } = service.pulse();
      expect({ sweeps, failedSweeps }).toEqual({ sweeps: expect.toSatisfy((n: number) => n > 0), failedSweeps: 0 });
      const wire = new Date().toISOString();
      expect(await bot.store.deliveries.backlog({ now: bot.clock().toISOString(), wire })).toMatchObject({ ready: 0 });
    },
    { timeout: 20_000, interval: 5 },
  );
  await service.stop();
  return sent;
}
