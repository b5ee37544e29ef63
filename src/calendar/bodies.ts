// Calendar files as they are sent: made once for an edition of the plan, and kept for the next who asks.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Log } from '../log.ts';
import type { Edition, Ledger } from '../plan/fold.ts';
import type { Day } from '../plan/schedule.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf, type EventLink, type Shown } from './events.ts';
import { writeCalendar } from './feed.ts';

export interface Body {
  readonly bytes: Buffer;
  /** Compressed at the first call. */
  readonly gzipped: () => Promise<Buffer>;
  /** The same for the same bytes, on every server. */
  readonly tag: string;
  readonly changedAt: Date;
  readonly isEmpty: boolean;
}

export interface Bodies {
  /**
   * The file of a selection. One that cannot be made is answered with the last that could.
   *
   * @throws whatever the making threw, where there is none
   */
  of(shown: Shown): { readonly body: Body; readonly isStale: boolean };
}

/** What is kept at most; whoever asks for more makes the bot work, not grow. */
const mostKept = 500;
const mostKeptBytes = 64 * 1024 * 1024;

interface Kept {
  readonly edition: Edition;
  readonly today: Day;
  readonly body: Body;
}

export function makeBodies(ledger: () => Ledger, now: () => Date, link: EventLink | null, log: Log): Bodies {
  /** Those asked for last come last. */
  const kept = new Map<string, Kept>();
  let keptBytes = 0;

  function keep(key: string, fresh: Kept): void {
    drop(key);
    kept.set(key, fresh);
    keptBytes += fresh.body.bytes.length;
    for (const oldest of kept.keys()) {
      if ((kept.size <= mostKept && keptBytes <= mostKeptBytes) || kept.size === 1) return;
      drop(oldest);
    }
  }

  function drop(key: string): void {
    keptBytes -= kept.get(key)?.body.bytes.length ?? 0;
    kept.delete(key);
  }

  function make(shown: Shown, current: Ledger, today: Day): Kept {
    return { edition: current.edition, today, body: bodyOf(calendarOf(current, shown, today, link)) };
  }

  return {
    of(shown) {
      const key = JSON.stringify(shown);
      const last = kept.get(key);
      try {
        const current = ledger();
        const today = localAt(now(), current.edition.plan.region.timeZone).day;
        const isFresh = last?.edition === current.edition && last.today === today;
        const fresh = isFresh ? last : make(shown, current, today);
        keep(key, fresh);
        return { body: fresh.body, isStale: false };
      } catch (error) {
        if (!last) throw error;
        log.error({ err: error }, 'a calendar could not be made; the last one is sent');
        return { body: last.body, isStale: true };
      }
    },
  };
}

const compress = promisify(gzip);

export function bodyOf(calendar: Calendar): Body {
  const bytes = Buffer.from(writeCalendar(calendar));
  let compressed: Promise<Buffer> | null = null;
  return {
    bytes,
    gzipped: () => {
      compressed ??= compress(bytes);
      return compressed;
    },
    tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 27),
    changedAt: calendar.changedAt,
    isEmpty: calendar.events.length === 0,
  };
}
