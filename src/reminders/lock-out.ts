// Teams does not let the bot in: nothing is sent to anybody for a while, and the store says so to whoever asks.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { SweepStore } from '../store/reminder-stores.ts';

export interface LockOut {
  isOn(): boolean;
  /** When it ends, or ended, in milliseconds of the wire's time. */
  until(): number;
  begin(ms: number): Promise<void>;
  /** For whoever asks how it goes; nothing that is sent depends on it. */
  note(isLocked: boolean): Promise<void>;
}

export function makeLockOut(sweeps: Pick<SweepStore, 'lockOut'>, clock: Clock, wireClock: Clock, log: Log): LockOut {
  let until = 0;
  /** What the store says of it; null until this worker has tried. */
  let isNoted: boolean | null = null;

  const isOn = (): boolean => until > wireClock().getTime();

  async function begin(ms: number): Promise<void> {
    if (!isOn()) log.error({}, 'Teams does not let the bot in: check MicrosoftAppId and MicrosoftAppPassword');
    until = wireClock().getTime() + ms;
    await note(true);
  }

  async function note(isLocked: boolean): Promise<void> {
    if (isNoted === isLocked) return;
    isNoted = isLocked;
    try {
      await sweeps.lockOut(isLocked ? clock().toISOString() : null);
    } catch (error) {
      isNoted = null;
      log.warn({ err: error }, 'whether Teams lets the bot in could not be noted');
    }
  }

  return { isOn, until: () => until, begin, note };
}
