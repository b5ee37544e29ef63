// Calendar feeds: a row an address, of which only the hash is kept. One address of a feed is live; others have ended.
import type { Kysely } from 'kysely';
import type { Identity } from '../plan/change.ts';
import { keyOf, readRow, unfolded } from './rows.ts';
import { Feed, type FeedStore } from './store.ts';
import type { FeedTable, Tables } from './tables.ts';

export function makeFeeds(db: Kysely<Tables>): FeedStore {
  return {
    async create(feed) {
      await db.insertInto('feed').values(rowOf(feed)).execute();
    },
    async byHash(hash) {
      const row = await db.selectFrom('feed').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? feedOf(row) : null;
    },
    listOf: (owner) => listFeeds(db, owner),
    rotate: (id, owner, next, at) => rotateFeed(db, id, owner, next, at),
    revoke: async (id, owner, at) => (await endFeed(db, id, owner, 'revoked', at)) !== null,
    async fetched(hash, day, client) {
      await db.updateTable('feed').set({ fetched_on: day, fetched_by: client }).where('hash', '=', hash).execute();
    },
    async forget({ tenant, person }) {
      await db.deleteFrom('feed').where('tenant', '=', keyOf(tenant)).where('person', '=', keyOf(person)).execute();
    },
    async forgetEnded(before) {
      await db.deleteFrom('feed').where('ended_at', '<', before).execute();
    },
  };
}

function rowOf(feed: Feed): FeedTable {
  const { hash, id, state, lastFetch, ...rest } = Feed.parse(feed);
  return {
    hash,
    id,
    tenant: keyOf(rest.owner.tenant),
    person: keyOf(rest.owner.person),
    state: state.kind,
    ended_at: state.kind === 'live' ? null : state.at,
    fetched_on: lastFetch?.day ?? null,
    fetched_by: lastFetch?.client ?? null,
    body: JSON.stringify(rest),
  };
}

export function feedOf(row: FeedTable): Feed {
  const state = row.state === 'live' ? { kind: row.state } : { kind: row.state, at: row.ended_at };
  const lastFetch = row.fetched_on === null ? null : { day: row.fetched_on, client: row.fetched_by };
  // Named by its id: the hash says as little as possible in messages.
  return readRow(Feed, 'feed', row.id, () => unfolded(row.body, { hash: row.hash, id: row.id, state, lastFetch }));
}

async function listFeeds(db: Kysely<Tables>, { tenant, person }: Identity): Promise<Feed[]> {
  const rows = await db
    .selectFrom('feed')
    .selectAll()
    .where('tenant', '=', keyOf(tenant))
    .where('person', '=', keyOf(person))
    .where('state', '=', 'live')
    .execute();
  const feeds = rows.map(feedOf);
  return feeds.sort((one, other) => compare(one.createdAt, other.createdAt) || compare(one.id, other.id));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Both or neither: a feed never is without a live address. */
function rotateFeed(
  db: Kysely<Tables>,
  id: string,
  owner: Identity,
  next: Pick<Feed, 'hash' | 'hint'>,
  at: string,
): Promise<Feed | null> {
  // Two at once: the second waits for the first, then finds nothing live that it has seen.
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      const ended = await endFeed(transaction, id, owner, 'replaced', at);
      if (!ended) return null;
      const feed: Feed = { ...ended, ...next, state: { kind: 'live' }, lastFetch: null };
      await transaction.insertInto('feed').values(rowOf(feed)).execute();
      return feed;
    });
}

/** Ends the live address of an owner's feed; what it was, or null where there is none. */
async function endFeed(
  db: Kysely<Tables>,
  id: string,
  { tenant, person }: Identity,
  state: 'replaced' | 'revoked',
  at: string,
): Promise<Feed | null> {
  const row = await db
    .updateTable('feed')
    .set({ state, ended_at: at })
    .where('id', '=', id)
    .where('tenant', '=', keyOf(tenant))
    .where('person', '=', keyOf(person))
    .where('state', '=', 'live')
    .returningAll()
    .executeTakeFirst();
  return row ? feedOf(row) : null;
}
