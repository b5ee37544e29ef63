// Somebody to talk to: the core over an empty store, with the plan of 2019, on a day of that year.
import { afterAll, beforeAll } from 'vitest';
import { type Core, makeCore } from '../../src/core.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { Memory } from '../../src/turn/turn-types.ts';
import { keptLog } from './kept-log.ts';
import { base, personally } from './question-table.ts';

export interface Said {
  readonly said: string;
  readonly memory: Memory;
}

/** Takes one turn after what was said before; the core lives as long as the tests of the file. */
export function talking(): (text: string, before: Memory) => Promise<Said> {
  let store: Store;
  let core: Core;
  beforeAll(async () => {
    store = await openMemory();
    core = await makeCore(base, store, [], () => new Date('2019-03-01T08:00:00Z'), keptLog());
  });
  afterAll(async () => {
    core.stop();
    await store.close();
  });
  return async (text, before) => {
    const { reply, memory } = await core.turns.takeTurn(personally(text, null), before);
    return { said: reply.spoken, memory };
  };
}
