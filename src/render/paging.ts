// Long answers page by page: as many rows as a card holds, the next page a press away.
import { type CardJson, cardSize, type Footer, largestCard, type Twin, toCard } from './card.ts';
import type { Setting } from './names.ts';
import { type Block, type Page, type Row, shortened } from './page.ts';

/** A page of an answer's rows as a card, how many it shows, and how many come after it. */
export interface Fitted {
  readonly card: CardJson;
  readonly shown: number;
  readonly rest: number;
}

/** Rows of a page: more would be a wall on a phone. */
const mostRows = 25;
/** A page more for fewer rows than this is more trouble than a longer page. */
const worthAPage = 10;
/** Where fewer rows than this are still too much for a card, their texts are cut. */
const fewestRows = 5;
/** What a text of a card is cut to, at first and at least. In characters. */
const longestText = 800;
const shortestText = 40;

/** Rows of lists and paragraphs of texts: what a long answer is cut between. */
function rowsOf(block: Block): number {
  switch (block.kind) {
    case 'list':
      return block.items.length;
    case 'text':
      return block.paragraphs.length;
    case 'table':
      return block.rows.length;
    case 'fields':
    case 'bars':
    case 'input':
    case 'choices':
    case 'address':
      return 0;
  }
}

/** What is shown from a row on, and how many rows come after it; what is no row stands on the first page. */
export function shownFrom(pages: readonly Page[], from: number): { readonly pages: Page[]; readonly rest: number } {
  const left = rowsIn(pages) - from;
  const rows = firstRows(left);
  return { pages: pagesBetween(pages, from, from + rows), rest: Math.max(0, left - rows) };
}

function rowsIn(pages: readonly Page[]): number {
  return pages.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + rowsOf(block), 0);
}

/** Of so many rows that are left, those that are shown. */
function firstRows(left: number): number {
  return left < mostRows + worthAPage ? left : mostRows;
}

function pagesBetween(pages: readonly Page[], from: number, upTo: number): Page[] {
  let row = 0;
  return pages.map((page) => ({
    ...page,
    blocks: page.blocks.flatMap((block): Block[] => {
      const start = row;
      row += rowsOf(block);
      if (rowsOf(block) === 0) return from === 0 ? [block] : [];
      const part = partOf(block, from - start, upTo - start);
      return rowsOf(part) === 0 ? [] : [part];
    }),
  }));
}

function partOf(block: Block, from: number, upTo: number): Block {
  const cut = <Rows>(rows: { slice(from: number, to: number): Rows }): Rows =>
    rows.slice(Math.max(0, from), Math.max(0, upTo));
  switch (block.kind) {
    case 'list':
      return { ...block, items: cut(block.items) };
    case 'text':
      return { ...block, paragraphs: cut(block.paragraphs) };
    case 'table':
      return { ...block, rows: cut(block.rows) };
    case 'fields':
    case 'bars':
    case 'input':
    case 'choices':
    case 'address':
      return block;
  }
}

/**
 * As many rows from `from` on as fit into a card that Teams takes; where hardly any do, their texts are shortened.
 *
 * @param from the first row that is shown
 */
export function fitted(
  pages: readonly Page[],
  from: number,
  footer: Footer,
  { spoken, speak }: Twin,
  { say }: Setting,
): Fitted {
  const left = rowsIn(pages) - from;
  let rows = firstRows(left);
  let longest = Number.POSITIVE_INFINITY;
  for (;;) {
    const rest = Math.max(0, left - rows);
    const shown = pagesBetween(pages, from, from + rows).map((page) => ({
      ...page,
      blocks: page.blocks.map((block) => briefer(block, longest)),
    }));
    const more = rest === 0 ? [] : [say.more(rest)];
    const twin = { spoken: spoken.slice(0, Math.max(rows, fewestRows) * 150).toWellFormed(), speak };
    const card = toCard(shown, { ...footer, more }, twin);
    if (cardSize(card) <= largestCard || longest <= shortestText) return { card, shown: Math.min(rows, left), rest };
    if (rows > fewestRows) rows = Math.max(fewestRows, Math.floor(rows * 0.7));
    else longest = Math.floor(Math.min(longest, longestText / 0.7) * 0.7);
  }
}

function briefer(block: Block, longest: number): Block {
  const brief = (text: string): string => shortened(text, longest);
  switch (block.kind) {
    case 'fields':
      return { ...block, rows: block.rows.map(([label, value]): Row => [label, brief(value)]) };
    case 'list':
      return {
        ...block,
        items: block.items.slice().map(({ title, details }) => ({ title: brief(title), details: details.map(brief) })),
      };
    case 'text':
      return { ...block, paragraphs: block.paragraphs.map(brief) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map((lines) => lines.map(brief)) })),
      };
    case 'bars':
    case 'input':
    case 'choices':
    case 'address':
      return block;
  }
}
