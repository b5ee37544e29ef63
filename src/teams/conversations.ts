// What the bot keeps about conversations between turns.
import type { Storage, StoreItems } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { ConversationStore } from '../store/store.ts';
import type { SharedTurns } from './shared-turns.ts';

/** The framework's storage on the bot's own store, so that a restart forgets nothing. */
export class ConversationStorage implements Storage {
  readonly #store: ConversationStore;
  readonly #clock: Clock;

  constructor(store: ConversationStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async read(keys: string[]): Promise<StoreItems> {
    return Object.fromEntries(await this.#store.read(keys));
  }

  async write(changes: StoreItems): Promise<void> {
    await this.#store.write(new Map(Object.entries(changes)), this.#clock().toISOString());
  }

  async delete(keys: string[]): Promise<void> {
    await this.#store.delete(keys);
  }
}

/** Runs the turns of one conversation one after another, so that each finds what the one before remembered. */
export class TurnQueue {
  readonly #last = new Map<string, Promise<void>>();
  readonly #shared: SharedTurns;

  constructor(shared: SharedTurns) {
    this.#shared = shared;
  }

  async run(conversation: string, turn: () => Promise<void>): Promise<void> {
    const before = this.#last.get(conversation) ?? Promise.resolve();
    const mine = before.then(() => this.#shared.alone(conversation, turn));
    const settled = mine.catch(() => undefined);
    this.#last.set(conversation, settled);
    try {
      await mine;
    } finally {
      if (this.#last.get(conversation) === settled) this.#last.delete(conversation);
    }
  }
}
