// What the bot sends of its own accord while people talk to it: the real service, its messages kept.
import { expect } from 'vitest';
import type { ReminderMessage } from '../../src/reminder-messages.ts';
import { makeReminderService } from '../../src/reminder-service.ts';
import type { SendOutcome } from '../../src/reminders/failure.ts';
import { recipientKey } from '../../src/reminders/recipients.ts';
import type { Recipient } from '../../src/reminders/subscription.ts';
import type { Reference } from '../../src/store/reminder-stores.ts';
import { keptLog } from './kept-log.ts';
import { reference } from './notices.ts';
import type { Person, Secretariat } from './secretariat.ts';

export interface Kept {
  readonly to: string;
  readonly message: ReminderMessage;
}

export const recipientOf = ({ tenant, person }: Person): Recipient => ({ kind: 'person', tenant, person });

/** Starts the service that sends; `stop` it before the bot. */
export function startSending(
  bot: Pick<Secretariat, 'reminding' | 'store' | 'clock'>,
  answer: (reference: Reference, message: ReminderMessage) => SendOutcome | Promise<SendOutcome> = () => ({
    kind: 'sent',
    activity: null,
    conversation: null,
  }),
) {
  const kept: Kept[] = [];
  const sweeper = makeReminderService({
    ...bot.reminding,
    store: bot.store,
    secretariat: () => [],
    async send(to, message) {
      const outcome = await answer(to, message);
      if (outcome.kind === 'sent') kept.push({ to: recipientKey(to.recipient), message });
      return outcome.kind === 'sent' && outcome.activity === null
        ? { ...outcome, activity: `1:${kept.length}` }
        : outcome;
    },
    clock: bot.clock,
    wireClock: () => new Date(),
    random: () => 0.5,
    worker: 'worker',
    log: keptLog(),
  });
  sweeper.start();

  /** Looks for what is due now, and waits until all of it has come to an end. */
  async function settle(): Promise<void> {
    const { sweeps } = sweeper.pulse();
    sweeper.wake();
    await expect.poll(() => sweeper.pulse().sweeps, { timeout: 20_000 }).toBeGreaterThan(sweeps);
    const now = bot.clock().toISOString();
    const backlog = async () => (await bot.store.deliveries.backlog({ now, wire: '9999' })).ready;
    await expect.poll(backlog, { timeout: 20_000 }).toBe(0);
  }

  return {
    kept,
    settle,
    textsTo: (recipient: Recipient): string[] =>
      kept.filter(({ to }) => to === recipientKey(recipient)).map(({ message }) => message.spoken),
    knows: (recipient: Recipient, fields: Partial<Reference> = {}) =>
      bot.store.references.put(reference({ recipient, conversation: `a:${recipientKey(recipient)}`, ...fields })),
    stop: () => sweeper.stop(),
  };
}
export type Sending = ReturnType<typeof startSending>;
