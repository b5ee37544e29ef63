// Work that is done again and again, never twice at once, and at once when somebody wakes it.

/** Calls later; returns how to call it off. */
export type After = (ms: number, call: () => void) => () => void;

export interface Loop {
  start(): void;
  /** There is something to do: now, or right after what is being done. */
  wake(): void;
  /** Begins nothing more; resolves when what is being done is over. */
  stop(): Promise<void>;
}

/**
 * @param work says in how many milliseconds it wants to be done again; it must not fail
 */
export function makeLoop(work: () => Promise<number>, after: After): Loop {
  let state: 'new' | 'waiting' | 'working' | 'stopped' = 'new';
  let isWoken = false;
  let callOff = () => {};
  let current = Promise.resolve();

  async function run(): Promise<void> {
    let pause = 0;
    do {
      isWoken = false;
      pause = await work();
    } while (isWoken && state === 'working');
    if (state !== 'working') return;
    state = 'waiting';
    callOff = after(pause, begin);
  }
  function begin(): void {
    callOff();
    state = 'working';
    current = run();
  }
  return {
    start() {
      if (state === 'new') begin();
    },
    wake() {
      isWoken = true;
      if (state === 'waiting') begin();
    },
    async stop() {
      callOff();
      state = 'stopped';
      await current;
    },
  };
}
