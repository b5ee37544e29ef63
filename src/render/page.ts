// What a reply shows, before it becomes text or card: so that both say the same.
import type { ButtonAction } from '../button.ts';

/** One thing in a list: what it is, and a few words about it. */
export interface Item {
  readonly title: string;
  readonly details: readonly string[];
}

/** The things in a list; as few of them are made as are shown. */
export type Items = Pick<readonly Item[], 'length' | 'slice'>;

/** Items that are each made when a page shows it: a list may be of thousands, a card shows some twenty. */
export function itemsOf<Record>(records: readonly Record[], make: (record: Record) => Item): Items {
  return { length: records.length, slice: (from, to) => records.slice(from, to).map((record) => make(record)) };
}

/** A field and its value; `spoken` where the value is said in other words than it is written. */
export type Row = readonly [label: string, value: string, spoken?: string];

export type Block =
  | { readonly kind: 'fields'; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly heading: string | null; readonly items: Items }
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  /** What is seen at a glance in rows and columns. */
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly TableRow[] }
  /** Shares of a whole, each with its number in words beside its length. */
  | { readonly kind: 'bars'; readonly rows: readonly Bar[] }
  /** A line to write in, whose text a button takes along; `id` as the button knows it. */
  | { readonly kind: 'input'; readonly id: string; readonly label: string; readonly example: string }
  /** Things to choose from, several at once; `chosen` are those marked beforehand. */
  | {
      readonly kind: 'choices';
      readonly id: string;
      readonly label: string;
      readonly options: readonly (readonly [choice: string, title: string])[];
      readonly chosen: readonly string[];
    }
  /** An address to copy, letter by letter. */
  | { readonly kind: 'address'; readonly label: string; readonly url: string };

/** A row of a table: as many cells as it has heads, each of lines. */
export interface TableRow {
  readonly cells: readonly (readonly string[])[];
  /** Whether it is the present's: it stands out, and its first cell says so in words. */
  readonly isNow: boolean;
}

export interface Bar {
  readonly label: string;
  readonly value: string;
  readonly count: number;
  /** The number that `count` is part of. */
  readonly of: number;
}

/** Phones cut longer titles of buttons. In characters. */
export const longestTitle = 40;

/** What a button says, and what it does. */
export interface Button {
  readonly title: string;
  readonly action: ButtonAction;
  /** Whether what comes of it takes the place of the message that it stands on, as a receipt that of a preview. */
  readonly replaces?: true;
}

export interface Page {
  /** The answer itself, in a sentence that stands alone. */
  readonly lead: string;
  readonly blocks: readonly Block[];
  /** What the answer is for; before whatever else may be asked. */
  readonly buttons?: readonly Button[];
}

/** A page that is a sentence and nothing more. */
export function sentence(lead: string, buttons: readonly Button[] = []): Page {
  return { lead, blocks: [], buttons };
}

/** A sentence has one full stop. */
export function stopped(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A text without its full stop, to go on after it: in a row of several things, only the last has one. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}

/** The beginning of a long text, cut between words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const space = start.lastIndexOf(' ');
  return `${start.slice(0, space > most / 2 ? space : start.length).toWellFormed()}…`;
}
