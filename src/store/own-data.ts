// All that the store holds of one person, row by row, to be handed out to them: what forgetting takes away, and what stays.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Change, Identity } from '../plan/change.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { deliveryOf } from './delivery-rows.ts';
import type { Database } from './dialect.ts';
import { feedOf } from './feeds.ts';
import { hasSetIt, ids, isAuthor, isNamed, isPerson, mayHold, nameOf } from './of-person.ts';
import { findProposal } from './proposals.ts';
import { referenceOf } from './references.ts';
import { reportOf } from './reports.ts';
import { keyOf, pagesOf, readRow, unfolded } from './rows.ts';
import type { OwnRows } from './store.ts';
import { subscriptionOf } from './subscriptions.ts';
import type { ClaimTable, ConversationTable, Tables } from './tables.ts';

/** Each of what there may be very many is read a page at a time, and only as it is asked for. */
export function ownRows({ db, dialect }: Database, identity: Identity): OwnRows {
  const recipient = keyOf(recipientKey({ kind: 'person', ...ids(identity) }));
  return {
    people: people(db, identity),
    references: references(db, recipient),
    conversations: conversations(db, identity),
    subscriptions: subscriptions(db, recipient),
    'subscriptions-for-others': subscriptionsForOthers(db, identity, recipient),
    silences: silences(db, recipient),
    deliveries: deliveries(db, recipient),
    mailbox: mailbox(db, recipient),
    feeds: feeds(db, identity),
    reports: reports(db, identity),
    proposals: proposals(db, identity),
    // One process alone keeps these in its memory, for minutes.
    'message-counts': dialect.isExclusive ? none() : messageCounts(db, identity),
    'repeated-answers': dialect.isExclusive ? none() : repeatedAnswers(db, recipient),
  };
}

type Rows = AsyncGenerator<object>;

async function* none(): Rows {}

async function* people(db: Kysely<Tables>, identity: Identity): Rows {
  const rows = await db.selectFrom('person').selectAll().where(isPerson(identity)).execute();
  for (const { teams_id, seen_at: seenAt, body } of rows) yield unfolded(body, { teamsId: plain(teams_id), seenAt });
}

async function* references(db: Kysely<Tables>, recipient: string): Rows {
  const rows = await db.selectFrom('reference').selectAll().where('recipient', '=', recipient).execute();
  yield* rows.map(referenceOf);
}

/** What there may be very many of, in order of a key. */
async function* paged<Row, Kept>(
  read: (after: string, most: number) => Promise<readonly Row[]>,
  keyOfRow: (row: Row) => string,
  keep: (row: Row) => Kept,
): AsyncGenerator<Kept> {
  const pages = pagesOf<Row>((last, most) => read(last === null ? '' : keyOfRow(last), most));
  for await (const rows of pages) yield* rows.map(keep);
}

function subscriptions(db: Kysely<Tables>, recipient: string) {
  const own = db.selectFrom('subscription').selectAll().where('recipient', '=', recipient).orderBy('id');
  return paged((after, most) => own.where('id', '>', after).limit(most).execute(), idOf, subscriptionOf);
}

/** Whom a person has set them for is that one's own. */
async function* subscriptionsForOthers(db: Kysely<Tables>, identity: Identity, recipient: string): Rows {
  const set = db.selectFrom('subscription').selectAll().where(hasSetIt(identity)).orderBy('id');
  const others = set.where('recipient', '!=', recipient);
  const read = (after: string, most: number) => others.where('id', '>', after).limit(most).execute();
  for await (const { recipient: other, ...rest } of paged(read, idOf, subscriptionOf)) {
    yield { ...rest, recipient: other.kind === 'person' ? { kind: other.kind } : other };
  }
}

async function* silences(db: Kysely<Tables>, recipient: string): Rows {
  yield* await db.selectFrom('silence').select('until').where('recipient', '=', recipient).execute();
}

function deliveries(db: Kysely<Tables>, recipient: string) {
  const own = db.selectFrom('delivery').selectAll().where('recipient', '=', recipient).orderBy('key');
  const read = (after: string, most: number) => own.where('key', '>', after).limit(most).execute();
  return paged(read, ({ key }) => key, deliveryOf);
}

async function* mailbox(db: Kysely<Tables>, recipient: string): Rows {
  const rows = await db.selectFrom('mailbox').selectAll().where('recipient', '=', recipient).execute();
  for (const { due_at: dueAt, expires_at: expiresAt, not_before: notBefore, recent } of rows) {
    yield { dueAt, expiresAt, notBefore, recent: JSON.parse(recent) };
  }
}

/** Without the fingerprint of the address, which is next to its secret. */
async function* feeds(db: Kysely<Tables>, { tenant, person }: Identity): Rows {
  const ofTenant = db.selectFrom('feed').selectAll().where('tenant', '=', keyOf(tenant));
  const own = ofTenant.where('person', '=', keyOf(person)).orderBy('hash');
  const read = (after: string, most: number) => own.where('hash', '>', after).limit(most).execute();
  for await (const { hash: _hash, ...feed } of paged(read, ({ hash }) => hash, feedOf)) yield feed;
}

function reports(db: Kysely<Tables>, identity: Identity) {
  const own = db.selectFrom('report').selectAll().where(isAuthor(identity)).orderBy('id');
  return paged((after, most) => own.where('id', '>', after).limit(most).execute(), idOf, reportOf);
}

/** Also those of others that name the person; one at a time, since one may hold a whole plan. */
async function* proposals(db: Kysely<Tables>, identity: Identity): Rows {
  const named = db.selectFrom('proposal').select('id').where(isNamed(identity)).orderBy('id');
  const read = (after: string, most: number) => named.where('id', '>', after).limit(most).execute();
  for await (const id of paged(read, idOf, idOf)) {
    const proposal = await findProposal(db, id);
    if (proposal) yield { ...proposal, change: briefly(proposal.change) };
  }
}

/** Of a whole plan that is imported only which: the records are nobody's. */
export function briefly(change: Change): object {
  if (change.kind !== 'import-plan') return change;
  const { kind, state, title, years } = change;
  return { kind, state, title, years };
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** What is kept of a conversation, as far as it tells whose it is. */
const State = z.looseObject({
  memory: z.looseObject({ people: z.array(z.tuple([z.string(), z.unknown()])) }),
});

async function* conversations(db: Kysely<Tables>, identity: Identity): Rows {
  const name = `${identity.tenant} ${identity.person}`;
  const named = db
    .selectFrom('conversation')
    .selectAll()
    .where(mayHold('value', nameOf(identity)))
    .orderBy('key');
  const read = (after: string, most: number) => named.where('key', '>', after).limit(most).execute();
  const conversationOf = ({ key, value, written_at: writtenAt }: ConversationTable) => {
    const state = readRow(State, 'conversation', key, () => JSON.parse(value));
    const mine = state.memory.people.filter(([one]) => one === name);
    // Where others have written, too, nothing tells which of the rest is whose.
    const isAlone = mine.length === state.memory.people.length;
    return { key: plain(key), writtenAt, remembered: isAlone ? state : { memory: { people: mine } } };
  };
  yield* paged(read, ({ key }) => key, conversationOf);
}

/** By the minute; kept for a day at most. */
async function* messageCounts(db: Kysely<Tables>, { person }: Identity): Rows {
  const keys = ['message', 'search'].map((what) => keyOf(`${what} of ${person}`));
  const rows = await db.selectFrom('minute_count').selectAll().where('key', 'in', keys).execute();
  for (const { key, since, times } of rows) yield { key: plain(key), since, times };
}

/** What their own chat was answered lately, for when Teams sends a message again; kept as briefly. */
async function* repeatedAnswers(db: Kysely<Tables>, recipient: string): Rows {
  const own = await db.selectFrom('reference').selectAll().where('recipient', '=', recipient).execute();
  for (const { conversation } of own.map(referenceOf)) {
    if (conversation === null) continue;
    const claims = db.selectFrom('claim').selectAll().orderBy('name');
    const own = claims.where(mayHold('name', keyOf(`once ${conversation}\n`), 'start'));
    const read = (after: string, most: number) => own.where('name', '>', after).limit(most).execute();
    const answerOf = ({ name, until, outcome }: ClaimTable) => {
      return { name: plain(name), until, outcome: outcome === null ? null : JSON.parse(outcome) };
    };
    yield* paged(read, ({ name }) => name, answerOf);
  }
}

/** A key as it was before `keyOf`. */
function plain(key: string): string {
  return JSON.parse(`"${key}"`);
}
