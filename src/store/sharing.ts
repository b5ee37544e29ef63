// What instances that share a database must know of each other's turns: who is at one, what became of it, how many.
import { type Kysely, sql } from 'kysely';
import { type Counted, MinuteCounts, secondsLeft, windowMs } from '../minute-counts.ts';
import type { Database } from './dialect.ts';
import { keyOf } from './rows.ts';
import type { ClaimStore, CountStore } from './store.ts';
import type { Tables } from './tables.ts';

/** One process has nobody to agree with: its own queue and memory are enough. */
const alone: ClaimStore = {
  take: async () => ({ kind: 'taken' }),
  settle: async () => {},
  release: async () => {},
  forget: async () => {},
};

export function makeClaims({ db, dialect }: Database): ClaimStore {
  if (dialect.isExclusive) return alone;
  return {
    take: (name, holder, at, until) => take(db, keyOf(name), holder, at, until),
    async settle(name, holder, outcome, until) {
      await db
        .updateTable('claim')
        .set({ outcome, until })
        .where('name', '=', keyOf(name))
        .where('holder', '=', holder)
        .execute();
    },
    async release(name, holder) {
      await db.deleteFrom('claim').where('name', '=', keyOf(name)).where('holder', '=', holder).execute();
    },
    async forget(before) {
      await db.deleteFrom('claim').where('until', '<', before).execute();
    },
  };
}

async function take(db: Kysely<Tables>, name: string, holder: string, at: string, until: string) {
  const taken = await db
    .insertInto('claim')
    .values({ name, holder, until, outcome: null })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ holder, until, outcome: null }).where('claim.until', '<=', at),
    )
    .returning('name')
    .executeTakeFirst();
  if (taken) return { kind: 'taken' } as const;
  const row = await db.selectFrom('claim').select('outcome').where('name', '=', name).executeTakeFirst();
  if (!row || row.outcome === null) return { kind: 'busy' } as const;
  return { kind: 'settled', outcome: row.outcome } as const;
}

export function makeCounts({ db, dialect }: Database): CountStore {
  if (dialect.isExclusive) {
    let now = new Date(0);
    const counts = new MinuteCounts(() => now);
    return {
      async add(keys, at) {
        now = at;
        return keys.map((key) => counts.add(key));
      },
      forget: async () => {},
    };
  }
  return {
    add: (keys, at) => addAll(db, keys, at),
    async forget(before) {
      await db.deleteFrom('minute_count').where('since', '<', before).execute();
    },
  };
}

async function addAll(db: Kysely<Tables>, keys: readonly string[], at: Date): Promise<Counted[]> {
  const now = at.toISOString();
  // The instances' clocks differ: what another has begun a moment ahead counts, too.
  const from = new Date(at.getTime() - windowMs).toISOString();
  const to = new Date(at.getTime() + windowMs).toISOString();
  const rows = await db
    .insertInto('minute_count')
    // In one order, so that two instances never wait for each other.
    .values(
      keys
        .map(keyOf)
        .sort()
        .map((key) => ({ key, since: now, times: 1 })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        since: sql`case when minute_count.since > ${from} and minute_count.since < ${to} then minute_count.since else ${now} end`,
        times: sql`case when minute_count.since > ${from} and minute_count.since < ${to} then minute_count.times + 1 else 1 end`,
      }),
    )
    .returning(['key', 'since', 'times'])
    .execute();
  const counted = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => {
    const row = counted.get(keyOf(key));
    return { times: row?.times ?? 0, secondsLeft: secondsLeft(Date.parse(row?.since ?? now), at.getTime()) };
  });
}
