// The store on a database that is open and up to date.
import type { Appended } from './appended.ts';
import { makeConversations } from './conversations.ts';
import { makeDeliveries } from './deliveries.ts';
import type { Database } from './dialect.ts';
import { makeFeeds } from './feeds.ts';
import { headOf, makeLedger } from './ledger.ts';
import { makeModelUse } from './model-use.ts';
import { makePeople } from './people.ts';
import { makePersons } from './person.ts';
import { makeProposals } from './proposals.ts';
import { makeQuestions } from './questions.ts';
import { makeReferences } from './references.ts';
import { makeReports } from './reports.ts';
import { makeSecrets } from './secrets.ts';
import { makeClaims, makeCounts } from './sharing.ts';
import { makeSilences } from './silences.ts';
import type { Store } from './store.ts';
import { makeSubscriptions } from './subscriptions.ts';
import { makeSweeps } from './sweeps.ts';

/** What else ends with the store: before its database is closed, and after. */
export interface Ending {
  readonly before?: () => Promise<void>;
  readonly after?: () => void;
}

/** @param failures how many statements have failed */
export function storeOn(database: Database, appended: Appended, failures: () => number, ending: Ending): Store {
  const { db } = database;
  let closed: Promise<void> | null = null;
  const end = async () => {
    await ending.before?.();
    await db.destroy();
    ending.after?.();
  };
  return {
    ledger: makeLedger(db, appended),
    proposals: makeProposals(database, appended),
    conversations: makeConversations(database),
    questions: makeQuestions(db),
    people: makePeople(db),
    persons: makePersons(database),
    feeds: makeFeeds(db),
    secrets: makeSecrets(db),
    modelUse: makeModelUse(db),
    subscriptions: makeSubscriptions(db),
    references: makeReferences(db),
    sweeps: makeSweeps(db),
    deliveries: makeDeliveries(database),
    silences: makeSilences(db),
    claims: makeClaims(database),
    counts: makeCounts(database),
    failures,
    reports: makeReports(db),
    async ping() {
      await headOf(db);
    },
    close() {
      closed ??= end();
      return closed;
    },
  };
}
