// The bot without Teams and the web: what the service, the terminal and the tests put together alike.
import type { Clock } from './clock.ts';
import { swedishHolidays } from './holidays.ts';
import type { Log } from './log.ts';
import type { PlanRecords } from './plan/plan.ts';
import type { Store } from './store/store.ts';
import { makeTurn, type Turns } from './turn/turn.ts';
import { followPlan } from './updates/current-plan.ts';
import { makeUpdates } from './updates/updates.ts';

export interface Core {
  readonly turns: Turns;
  /** Follows the ledger no longer; the store stays open. */
  readonly stop: () => void;
}

/** The plan as it stands, and the turns on it. */
export async function makeCore(
  base: PlanRecords,
  store: Store,
  secretariatIds: readonly string[],
  clock: Clock,
  log: Log,
): Promise<Core> {
  const holidays = swedishHolidays();
  const current = await followPlan(base, store.ledger, log);
  const updates = makeUpdates(current, store.proposals, secretariatIds, holidays, clock, log);
  const { questions, people } = store;
  const turns = makeTurn({ current, updates, questions, people, holidays, clock });
  return { turns, stop: current.stop };
}
