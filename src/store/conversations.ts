// The state of conversations, JSON by key.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from './dialect.ts';
import { keyOf, readRow } from './rows.ts';
import type { ConversationStore } from './store.ts';
import type { Tables } from './tables.ts';

export function makeConversations({ db, dialect }: Database): ConversationStore {
  return {
    read: (keys) => readStates(db, keys),
    // Every turn writes, and a commit to the disk takes longer than all else in a turn together.
    write: (values, at) => dialect.unhurried(db, (own) => writeStates(own, values, at)),
    async delete(keys) {
      if (keys.length === 0) return;
      await db.deleteFrom('conversation').where('key', 'in', keys.map(keyOf)).execute();
    },
    async forget(before) {
      await db.deleteFrom('conversation').where('written_at', '<', before).execute();
    },
  };
}

async function readStates(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('conversation').selectAll().where('key', 'in', keys.map(keyOf)).execute();
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const states = new Map<string, unknown>();
  for (const key of keys) {
    const value = stored.get(keyOf(key));
    if (value !== undefined)
      states.set(
        key,
        readRow(z.unknown(), 'conversation', key, () => JSON.parse(value)),
      );
  }
  return states;
}

/** One statement, so all or none; in one order, so that two writers never wait for each other. */
async function writeStates(db: Kysely<Tables>, values: ReadonlyMap<string, unknown>, at: string): Promise<void> {
  const rows = [...values]
    .map(([key, value]) => ({ key: keyOf(key), value: JSON.stringify(value) ?? 'null', written_at: at }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  if (rows.length === 0) return;
  await db
    .insertInto('conversation')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        written_at: ref('excluded.written_at'),
      })),
    )
    .execute();
}
