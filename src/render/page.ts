// What a reply shows, before it becomes text or card: so that both say the same.

/** One thing in a list: what it is, and a few words about it. */
export interface Item {
  readonly title: string;
  readonly details: readonly string[];
}

export type Block =
  | { readonly kind: 'fields'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly heading: string | null; readonly items: readonly Item[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] };

export interface Page {
  /** The answer itself, in a sentence that stands alone. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

/** A page that is a sentence and nothing more. */
export function sentence(lead: string): Page {
  return { lead, blocks: [] };
}

/** A text without its full stop, to go on after it: in a row of several things, only the last has one. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}
