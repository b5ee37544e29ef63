// Rows are checked as they are read: what is not as it was written stops the reader, and is never left out.
import { setImmediate as others } from 'node:timers/promises';
import { z } from 'zod';
import { StoreError } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * What a row holds.
 *
 * @param read takes the row apart; may throw, as JSON.parse does
 * @throws StoreError naming table and key, and nothing of what people wrote
 */
export function readRow<Value>(
  schema: z.ZodType<Value>,
  table: keyof Tables,
  key: string | number,
  read: () => unknown,
): Value {
  try {
    return schema.parse(read());
  } catch (error) {
    throw new StoreError(
      `Row "${key}" of table "${table}" cannot be read (${whatIsWrong(error)}). ` +
        'It was changed by hand or by another version of the bot: put back a backup, or correct the row.',
    );
  }
}

function whatIsWrong(error: unknown): string {
  if (!(error instanceof z.ZodError)) return 'not JSON';
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'not as expected';
}

/** As many rows as are read at a time where all are: there may be very many. */
const pageSize = 500;

/**
 * Every row, in pages, in an order in which none shares its place.
 *
 * @param read the next rows after one, or the first, at most so many
 */
export async function* pagesOf<Row>(
  read: (last: Row | null, most: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | null = null;
  while (true) {
    const rows: readonly Row[] = await read(last, pageSize);
    yield rows;
    last = rows.at(-1) ?? null;
    if (last === null || rows.length < pageSize) return;
    // SQLite answers at once: without a break nobody else would get a word in.
    await others();
  }
}

/** A column's JSON laid open beside its other columns, which win. */
export function unfolded(body: string, columns: object): object {
  const inner: unknown = JSON.parse(body);
  return { ...(typeof inner === 'object' ? inner : { body: inner }), ...columns };
}

/** A text as a key: PostgreSQL takes neither NUL nor half a surrogate pair, and JSON writes both in ASCII. */
export function keyOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
