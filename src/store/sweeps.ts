// How far the sweeps have come, and which instances sweep.
import type { Kysely } from 'kysely';
import { type SweepStore, Watermark } from './reminder-stores.ts';
import { readRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** The only sweep there is so far. */
const name = 'reminders';
/** Not a sweep, but what stops what they find from being sent. */
const lockout = 'locked out';

export function makeSweeps(db: Kysely<Tables>): SweepStore {
  return {
    watermark: () => readWatermark(db, name),
    begin: (at) => note(db, name, at),
    beat: (worker, at, since) => beat(db, worker, at, since),
    async leave(worker) {
      await db.deleteFrom('worker').where('id', '=', worker).execute();
    },
    async lockOut(since) {
      if (since === null) await db.deleteFrom('sweep').where('name', '=', lockout).execute();
      else await note(db, lockout, { at: since, version: 0 });
    },
    async lockedOutSince() {
      return (await readWatermark(db, lockout))?.at ?? null;
    },
  };
}

/** The first to note it has said it. */
async function note(db: Kysely<Tables>, what: string, { at, version }: Watermark): Promise<void> {
  await db
    .insertInto('sweep')
    .values({ name: what, at, version })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

async function readWatermark(db: Kysely<Tables>, what: string): Promise<Watermark | null> {
  const row = await db.selectFrom('sweep').select(['at', 'version']).where('name', '=', what).executeTakeFirst();
  return row ? readRow(Watermark, 'sweep', what, () => ({ at: row.at, version: row.version })) : null;
}

/** Moves the watermark, unless it is elsewhere: then false. */
export async function moveWatermark(db: Kysely<Tables>, from: Watermark, to: Watermark): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sweep')
    .set({ at: to.at, version: to.version })
    .where('name', '=', name)
    .where('at', '=', from.at)
    .where('version', '=', from.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function beat(db: Kysely<Tables>, worker: string, at: string, since: string): Promise<number> {
  await db
    .insertInto('worker')
    .values({ id: worker, seen_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: at }))
    .execute();
  await db.deleteFrom('worker').where('seen_at', '<', since).execute();
  const { many } = await db
    .selectFrom('worker')
    .select(({ fn }) => fn.countAll().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}
