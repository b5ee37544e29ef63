// Telling recipients apart, and keeping something for each of very many.
import type { Recipient } from './subscription.ts';

/** The same text for the same recipient. */
export function recipientKey(recipient: Recipient): string {
  const id = recipient.kind === 'person' ? recipient.person : recipient.conversation;
  return `${recipient.kind} ${recipient.tenant} ${id}`;
}

/** A value for each recipient. Keeps no text of its own for each: there may be a million. */
export class ByRecipient<Value> {
  readonly #people = new Map<string, Map<string, Kept<Value>>>();
  readonly #conversations = new Map<string, Map<string, Kept<Value>>>();

  get(recipient: Recipient): Value | undefined {
    const { tenants, id } = this.#where(recipient);
    return tenants.get(recipient.tenant)?.get(id)?.value;
  }

  set(recipient: Recipient, value: Value): void {
    const { tenants, id } = this.#where(recipient);
    const inTenant = tenants.get(recipient.tenant);
    if (inTenant) inTenant.set(id, { recipient, value });
    else tenants.set(recipient.tenant, new Map([[id, { recipient, value }]]));
  }

  *[Symbol.iterator](): Generator<Kept<Value>> {
    for (const tenants of [this.#people, this.#conversations]) {
      for (const inTenant of tenants.values()) yield* inTenant.values();
    }
  }

  /** Each with its value, once: nothing of it is kept. */
  *taken(): Generator<Kept<Value>> {
    yield* this;
    this.#people.clear();
    this.#conversations.clear();
  }

  #where(recipient: Recipient) {
    return recipient.kind === 'person'
      ? { tenants: this.#people, id: recipient.person }
      : { tenants: this.#conversations, id: recipient.conversation };
  }
}

interface Kept<Value> {
  readonly recipient: Recipient;
  readonly value: Value;
}
