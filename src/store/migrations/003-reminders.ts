// Who wants to be told what, where they are reached, and what was sent to them. What has run anywhere is never edited.
import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import type { Dialect } from '../dialect.ts';

export function reminders(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await addSubscriptions(db, dialect);
      await addReferences(db, dialect);
      await addSweeps(db, dialect);
      await addMailboxes(db, dialect);
      await addDeliveries(db, dialect);
    },
  };
}

async function addSubscriptions(db: Kysely<unknown>, { text, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable('subscription')
    .addColumn('id', text, (column) => column.notNull().primaryKey())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('topic', text, (column) => column.notNull())
    .addColumn('paused_until', text)
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex('subscription_recipient').on('subscription').column('recipient').execute();
  await db.schema.createIndex('subscription_topic').on('subscription').column('topic').execute();
}

async function addReferences(db: Kysely<unknown>, { text, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable('reference')
    .addColumn('recipient', text, (column) => column.notNull().primaryKey())
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('team', text)
    .addColumn('conversation', text)
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('reason', text)
    .addColumn('gone_at', text)
    .addColumn('refreshed_at', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addCheckConstraint('reference_state', sql`state in ('alive', 'gone')`)
    .addCheckConstraint('reference_gone', sql`(state = 'gone') = (reason is not null and gone_at is not null)`)
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex('reference_team').on('reference').columns(['tenant', 'team']).execute();
}

async function addSweeps(db: Kysely<unknown>, { text, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable('sweep')
    .addColumn('name', text, (column) => column.notNull().primaryKey())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createTable('worker')
    .addColumn('id', text, (column) => column.notNull().primaryKey())
    .addColumn('seen_at', text, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}

async function addMailboxes(db: Kysely<unknown>, { text, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable('mailbox')
    .addColumn('recipient', text, (column) => column.notNull().primaryKey())
    .addColumn('tenant', text, (column) => column.notNull())
    .addColumn('due_at', text)
    .addColumn('expires_at', text)
    .addColumn('not_before', text, (column) => column.notNull())
    .addColumn('lease_until', text, (column) => column.notNull())
    .addColumn('worker', text, (column) => column.notNull())
    .addColumn('recent', text, (column) => column.notNull())
    .addCheckConstraint('mailbox_waiting', sql`(due_at is null) = (expires_at is null)`)
    .addCheckConstraint('mailbox_lease', sql`(lease_until = '') = (worker = '')`)
    .modifyEnd(tableEnd)
    .execute();
  // In the order in which they are claimed; those where nothing waits are not in it.
  await db.schema
    .createIndex('mailbox_waiting')
    .on('mailbox')
    .columns(['expires_at', 'recipient'])
    .where(sql.ref('expires_at'), 'is not', null)
    .execute();
}

async function addDeliveries(db: Kysely<unknown>, { text, tableEnd }: Dialect): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('key', text, (column) => column.notNull().primaryKey())
    .addColumn('recipient', text, (column) => column.notNull())
    .addColumn('meeting', text)
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('expires_at', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('settled_at', text)
    .addColumn('activity', text)
    .addColumn('reason', text)
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('doubts', 'integer', (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addCheckConstraint('delivery_state', sql`state in ('due', 'posting', 'sent', 'failed', 'missed', 'dropped')`)
    .addCheckConstraint('delivery_settled', sql`(state in ('due', 'posting')) = (settled_at is null)`)
    .addCheckConstraint('delivery_reason', sql`(state in ('failed', 'dropped')) = (reason is not null)`)
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex('delivery_recipient').on('delivery').columns(['recipient', 'settled_at']).execute();
  await db.schema.createIndex('delivery_meeting').on('delivery').column('meeting').execute();
  await db.schema.createIndex('delivery_settled_at').on('delivery').column('settled_at').execute();
}
