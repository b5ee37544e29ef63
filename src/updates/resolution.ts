// What a request comes to: a change, a question for what is missing, a choice, or a refusal.
import type { Slot, UpdateRequest } from '../draft.ts';
import type { Clash, Fact, LedgerChange, UpdateProblem } from '../facts.ts';
import type { Author, Change } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Ledger } from '../plan/fold.ts';
import type { KnownPerson } from '../store/store.ts';

export type Resolution =
  | {
      readonly kind: 'ready';
      readonly change: Change;
      readonly clashes: readonly Clash[];
      readonly undoes?: LedgerChange;
    }
  /** `request`: with what is known by now, where that is more than was said. */
  | { readonly kind: 'ask'; readonly slot: Slot; readonly request?: UpdateRequest }
  | { readonly kind: 'choose'; readonly slot: Slot; readonly options: readonly Option[] }
  | { readonly kind: 'refused'; readonly problem: UpdateProblem };

export interface Option {
  readonly fact: Fact;
  readonly request: UpdateRequest;
}

/** A channel or group chat that the bot is in; ids lower case. */
export interface Place {
  readonly tenant: string;
  readonly conversation: string;
  readonly name: string;
}

/** What a request is resolved against. */
export interface Setting {
  readonly ledger: Ledger;
  readonly now: LocalMoment;
  readonly author: Author;
  /** People whom the message mentions, as far as the bot knows them. */
  readonly mentioned: readonly KnownPerson[];
  /** Entra object ids of the secretaries whom the settings name. */
  readonly named: readonly string[];
  /** The channels and group chats that the bot is in; only for a message to many. */
  readonly places: readonly Place[];
  /** Where the request was written, where that is one of them. */
  readonly here: Place | null;
}

/** Teams shows no more buttons than this without a scroll. */
const mostOptions = 5;

export const ready = (change: Change, clashes: readonly Clash[] = []): Resolution => ({
  kind: 'ready',
  change,
  clashes,
});
export const ask = (slot: Slot): Resolution => ({ kind: 'ask', slot });
export const refused = (problem: UpdateProblem): Resolution => ({ kind: 'refused', problem });
export const choose = (slot: Slot, options: readonly Option[]): Resolution => ({
  kind: 'choose',
  slot,
  options: options.slice(0, mostOptions),
});

/** Words of a person, safe to keep and to show: no control characters, single spaces. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
}

/** The refusal of a text that is too long; null where it is not. */
export function tooLong(text: string | null, most: number): Resolution | null {
  return text !== null && text.length > most ? refused({ kind: 'too-long', length: text.length, most }) : null;
}

/** Lower-case ASCII for an id: "Anna Ek" becomes "anna-ek". */
export function slugOf(text: string): string {
  const ascii = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return ascii.replace(/^-+|-+$/g, '') || 'x';
}

/** An id that nothing has yet: "möte", "möte-2", "möte-3". */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let count = 2; isTaken(id); count += 1) id = `${wanted}-${count}`;
  return id;
}
