// What the bot keeps about conversations between turns, in memory.
import type { Storage, StoreItems } from 'botbuilder';

/**
 * Storage that forgets the conversations that have been silent longest, so that memory stays bounded.
 *
 * Values are kept as JSON: a turn that fails half-way cannot have changed them.
 */
export class RecentConversations implements Storage {
  readonly #items = new Map<string, string>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const found: StoreItems = {};
    for (const key of keys) {
      const value = this.#items.get(key);
      if (value !== undefined) found[key] = JSON.parse(value);
    }
    return found;
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, value] of Object.entries(changes)) {
      this.#items.delete(key);
      this.#items.set(key, JSON.stringify(value));
    }
    this.#forgetOldest();
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.#items.delete(key);
  }

  #forgetOldest(): void {
    for (const key of this.#items.keys()) {
      if (this.#items.size <= this.#limit) return;
      this.#items.delete(key);
    }
  }
}

/** Runs the turns of one conversation one after another, so that each finds what the one before remembered. */
export class TurnQueue {
  readonly #last = new Map<string, Promise<void>>();

  async run(conversation: string, turn: () => Promise<void>): Promise<void> {
    const before = this.#last.get(conversation) ?? Promise.resolve();
    const mine = before.then(turn);
    const settled = mine.catch(() => undefined);
    this.#last.set(conversation, settled);
    try {
      await mine;
    } finally {
      if (this.#last.get(conversation) === settled) this.#last.delete(conversation);
    }
  }
}
