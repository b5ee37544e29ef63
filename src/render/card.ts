// A page as an Adaptive Card 1.5: narrow phones first, no information by colour alone.
import { longestComment } from '../plan/change.ts';
import type { Bar, Block, Item, Page, Row, TableRow } from './page.ts';

/** An element or a whole card, as JSON. */
export type CardJson = Record<string, unknown>;

/** Teams takes cards of up to 28 kB; leaves room for what the channel adds. In bytes of UTF-8. */
export const largestCard = 24 * 1024;

/** What makes up a reply besides its page. */
export interface Footer {
  readonly notes: readonly string[];
  readonly source: string | null;
  /** That rows were left out. */
  readonly more?: readonly string[];
}

/** What stands for a card where it is not seen. */
export interface Twin {
  /** All that it says. */
  readonly spoken: string;
  /** The beginning of it, for a voice. */
  readonly speak: string;
}

/** Line breaks and what else cannot be seen in one line of text. */
const control = /\s*\p{Cc}[\p{Cc}\s]*/gu;
/** Turns the text around it the other way. */
const turning = /\p{Bidi_Control}/gu;

/** Text from people and data as one line that shows what it says. */
export function oneLine(text: string): string {
  return text.replaceAll(control, ' ').replaceAll(turning, '').toWellFormed();
}

/** What is markdown; in an address, which is one as it stands, an underscore is a letter. */
const marks = /[\\*_[\]`<>~]/g;
const inAddress = /[\\*[\]`~]/g;
const isAddress = (part: string): boolean => part.length > 1;

/** Takes the meaning out of the markdown characters, and of cards' own functions, in text that comes from data. */
export function plain(text: string): string {
  return oneLine(text)
    .replaceAll(/https?:\/\/[^\s<>]+|[\\*_[\]`<>~]/g, (part) =>
      part.replaceAll(isAddress(part) ? inAddress : marks, '\\$&'),
    )
    .replace(/^\s*(?=#)|^\s*(?=[-+](?:\s|$))/, '$&\\')
    .replaceAll(/\{(?=\{)/g, '{ ');
}

/** A text of a card, as it is. */
export function textBlock(text: string, more: CardJson = {}): CardJson {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...more };
}

function item({ title, details }: Item): CardJson {
  const [first, ...rest] = details;
  // Where there is nothing beside it, nothing needs to stand out.
  const lines = [textBlock(title, first === undefined ? {} : { weight: 'Bolder' })];
  const short = rest.length === 0 || details.every((detail) => detail.length < 60);
  if (short && first !== undefined) lines.push(textBlock(details.join(' · '), { spacing: 'None', isSubtle: true }));
  else
    for (const detail of first === undefined ? [] : [first, ...rest])
      lines.push(textBlock(`– ${detail}`, { spacing: 'Small' }));
  return { type: 'Container', spacing: 'Small', items: lines };
}

/** As wide as most labels, and as the short names of months and years, so that what is beside has room on a phone. */
const labelWidth = '92px';
const nameWidth = '72px';

/** No FactSet, which a long word of Swedish makes wider than a phone. */
function field([label, value]: Row): CardJson {
  const column = (width: string, text: string, more: CardJson): CardJson => {
    return { type: 'Column', width, items: [textBlock(text, more)] };
  };
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [column(labelWidth, label, { weight: 'Bolder' }), column('stretch', value, {})],
  };
}

/** A text run, since markdown would make emphasis of an address's underscores. */
function addressBlock(url: string): CardJson {
  const run = { type: 'TextRun', text: oneLine(url), fontType: 'Monospace' };
  return { type: 'RichTextBlock', spacing: 'None', inlines: [run] };
}

function block(part: Block): CardJson[] {
  switch (part.kind) {
    case 'fields':
      return part.rows.map(field);
    case 'list':
      return [
        ...(part.heading === null
          ? []
          : [textBlock(part.heading, { weight: 'Bolder', size: 'Medium', spacing: 'Medium' })]),
        ...part.items.slice().map(item),
      ];
    case 'text':
      return part.paragraphs.map((paragraph) => textBlock(paragraph));
    case 'table':
      return [table(part.heads, part.rows)];
    case 'bars':
      return part.rows.flatMap(bar);
    case 'input': {
      const { id, label, example: placeholder } = part;
      return [{ type: 'Input.Text', id, label, placeholder, isMultiline: true, maxLength: longestComment }];
    }
    case 'choices': {
      const { id, label, options, chosen } = part;
      const choices = options.map(([value, title]) => ({ title, value }));
      const value = chosen.length > 0 ? { value: chosen.join(',') } : {};
      return [
        { type: 'Input.ChoiceSet', id, label, style: 'compact', isMultiSelect: true, wrap: true, choices, ...value },
      ];
    }
    case 'address':
      return [textBlock(part.label, { weight: 'Bolder' }), addressBlock(part.url)];
  }
}

/** The first column names the rows. */
function table(heads: readonly string[], rows: readonly TableRow[]): CardJson {
  const cell = (lines: readonly string[], more: CardJson): CardJson => ({
    type: 'TableCell',
    items: lines.map((text, index) => textBlock(text, index > 0 ? { ...more, spacing: 'Small' } : more)),
  });
  const line = (cells: TableRow['cells'], more: CardJson, own: CardJson = {}): CardJson => ({
    type: 'TableRow',
    ...own,
    cells: cells.map((lines) => cell(lines, more)),
  });
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: true,
    columns: heads.map((_, index) => ({ width: index === 0 ? nameWidth : 1 })),
    rows: [
      line(
        heads.map((head) => [head]),
        { weight: 'Bolder' },
      ),
      ...rows.map(({ cells, isNow }) =>
        isNow ? line(cells, { weight: 'Bolder' }, { style: 'emphasis' }) : line(cells, {}),
      ),
    ],
  };
}

/** How long a bar is says no more than the words above it. */
function bar({ label, value, count, of }: Bar): CardJson[] {
  const part = (width: number, style: string): CardJson[] =>
    width === 0 ? [] : [{ type: 'Column', width, style, minHeight: '10px', items: [] }];
  return [
    {
      type: 'ColumnSet',
      spacing: 'Small',
      columns: [
        { type: 'Column', width: 'stretch', items: [textBlock(label)] },
        {
          type: 'Column',
          width: 'auto',
          items: [textBlock(value, { weight: 'Bolder', horizontalAlignment: 'Right' })],
        },
      ],
    },
    {
      type: 'ColumnSet',
      spacing: 'None',
      columns: [...part(count, 'accent'), ...part(of - count, 'emphasis')],
    },
  ];
}

/**
 * The card of a page: its blocks, notes and source. The lead sentence is the message's text and not repeated here.
 *
 * @param twin what a screen reader or an old client gets instead
 */
export function toCard(pages: readonly Page[], footer: Footer, { spoken, speak }: Twin): CardJson {
  const body = [
    ...pages.flatMap((page, index) => [
      ...(index > 0 ? [textBlock(page.lead, { spacing: 'Medium' })] : []),
      ...page.blocks.flatMap(block),
    ]),
    ...(footer.more ?? []).map((more) => textBlock(more)),
    ...footer.notes.map((note) => textBlock(note, { spacing: 'Medium' })),
    ...(footer.source === null ? [] : [textBlock(footer.source, { size: 'Small', isSubtle: true, spacing: 'Medium' })]),
  ];
  return cardOf(body, { spoken, speak });
}

export function cardOf(body: readonly CardJson[], { spoken, speak }: Twin): CardJson {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: spoken,
    speak,
    body,
  };
}

/** The elements of a card that this program has made; none where there is no card. */
export function bodyOf(card: CardJson | null): CardJson[] {
  return Array.isArray(card?.body) ? card.body : [];
}

/** Bytes of a card as it is sent. */
export function cardSize(card: CardJson): number {
  return Buffer.byteLength(JSON.stringify(card), 'utf8');
}
