// Transactions that share one commit. Only SQLite needs it: a commit there holds up the whole process for a disk write.
import type { Kysely, Transaction } from 'kysely';
import { atOnce } from './dialect.ts';
import type { Tables } from './tables.ts';

/** Does work in a transaction; all of it or nothing. It may be done twice, where what shared its commit failed. */
export type Transact = <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) => Promise<Result>;

interface Job {
  /** Does the work; what it returns tells its asker the result, once that is committed. */
  readonly attempt: (transaction: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (error: unknown) => void;
}

/** What is asked for while the process does other things is done together as soon as it is free. */
export function makeTogether(db: Kysely<Tables>): Transact {
  let waiting: Job[] = [];

  async function run(): Promise<void> {
    const jobs = waiting;
    waiting = [];
    try {
      const tell = await atOnce(db, (transaction) => attemptAll(transaction, jobs));
      for (const each of tell) each();
    } catch {
      for (const job of jobs) await alone(job);
    }
  }
  async function alone({ attempt, fail }: Job): Promise<void> {
    try {
      const tell = await atOnce(db, attempt);
      tell();
    } catch (error) {
      fail(error);
    }
  }
  return (work) =>
    new Promise((resolve, fail) => {
      const attempt: Job['attempt'] = async (transaction) => {
        const result = await work(transaction);
        return () => resolve(result);
      };
      waiting.push({ attempt, fail });
      if (waiting.length === 1) setImmediate(run);
    });
}

async function attemptAll(transaction: Transaction<Tables>, jobs: readonly Job[]): Promise<(() => void)[]> {
  const tell: (() => void)[] = [];
  for (const { attempt } of jobs) tell.push(await attempt(transaction));
  return tell;
}
