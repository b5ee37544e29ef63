// From what is due to what was sent: the real sweeper on a real store, with time moved by hand.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../src/reminders/failure.ts';
import type { Notice } from '../src/reminders/notice.ts';
import { teamsLimits } from '../src/reminders/rate-limit.ts';
import { makeSweeper, type Sweeper, type SweeperParts } from '../src/reminders/sweep.ts';
import type { Delivery, Watermark } from '../src/store/reminder-stores.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { type HandTimers, handTimers } from './support/hand-timers.ts';
import { keptLog, type LogLine } from './support/kept-log.ts';
import { mostWithin } from './support/most-within.ts';
import { at, notice, person, reference } from './support/notices.ts';

interface Posted {
  readonly to: string;
  readonly keys: readonly string[];
  readonly at: number;
}
type Message = readonly string[];
type Parts = SweeperParts<Message>;

let store: Store;
let time: HandTimers;
let plan: Notice[];
let posted: Posted[];
let lines: LogLine[];
let sweepers: Sweeper[];
/** What Teams answers; well by default. */
let answer: (post: Posted) => SendOutcome | Promise<SendOutcome>;

const sent: SendOutcome = { kind: 'sent', activity: '1:0', conversation: null };
const answered = (status: number, retryAfterMs: number | null = null, code: string | null = null): SendOutcome => ({
  kind: 'answered',
  status,
  code,
  retryAfterMs,
});
const seconds = () => (time.clock().getTime() - Date.parse(at(0))) / 1000;
const postedKeys = () => posted.flatMap(({ keys }) => keys);
const states = async () => {
  const found = await Promise.all(plan.map(({ key }) => store.deliveries.find(key)));
  return found.map((delivery) => delivery?.state.kind ?? 'none');
};

beforeEach(async () => {
  store = await openMemory();
  time = handTimers(at(-100));
  [plan, posted, lines, sweepers] = [[], [], [], []];
  answer = () => sent;
  for (const name of [1, 2, 3, 4, 5]) await knows(name);
});
afterEach(async () => {
  for (const sweeper of sweepers) await sweeper.stop();
  await store.close();
});

async function knows(name: string | number): Promise<void> {
  await store.references.put(reference({ recipient: person(name), conversation: `a:${name}` }));
}

/** The notices of the plan that fall due by time. */
function derive(after: Watermark, upTo: Watermark) {
  return plan
    .filter(({ dueAt }) => dueAt > after.at && dueAt <= upTo.at)
    .map((due) => ({ outcome: 'send', notice: due }) as const);
}

function start(parts: Partial<Parts> = {}): Sweeper {
  const sweeper = makeSweeper<Message>({
    store,
    version: () => 0,
    derive,
    judge: () => ({ kind: 'send' }),
    message: (_reference, deliveries) => ({ message: deliveries.map(({ key }) => key), covers: deliveries }),
    async send({ conversation }, keys) {
      const post = { to: conversation ?? '', keys, at: seconds() };
      posted.push(post);
      return answer(post);
    },
    clock: time.clock,
    wireClock: time.clock,
    after: time.after,
    random: () => 0.5,
    log: keptLog(lines),
    worker: `worker-${sweepers.length}`,
    ...parts,
  });
  sweepers.push(sweeper);
  sweeper.start();
  return sweeper;
}

const warnings = () => lines.filter(({ level }) => level === 'warn' || level === 'error').map(({ event }) => event);

describe('what is due', () => {
  it('is sent once, soon, and not before', async () => {
    plan = [notice({ dueAt: at(5) }), notice({ dueAt: at(25), recipient: person(2) })];
    const sweeper = start();
    await time.pass(1_000);
    expect(posted).toEqual([
      { to: 'a:1', keys: [plan[0]?.key], at: 10 },
      { to: 'a:2', keys: [plan[1]?.key], at: 30 },
    ]);
    expect(await states()).toEqual(['sent', 'sent']);
    expect(sweeper.pulse()).toMatchObject({ messages: 2, sent: 2, failed: 0, isLockedOut: false, failedSweeps: 0 });
    expect(warnings()).toEqual([]);
  });

  it('before the bot first ran is not sent', async () => {
    plan = [notice({ dueAt: at(-101) }), notice({ dueAt: at(-99), recipient: person(2) })];
    start();
    await time.pass(100);
    expect(postedKeys()).toEqual([plan[1]?.key]);
  });

  it('is sent at once where somebody wakes the sweeper', async () => {
    const sweeper = start();
    await time.pass(101);
    plan = [notice({ dueAt: at(1) })];
    sweeper.wake();
    await time.settle();
    expect(posted).toMatchObject([{ at: 1 }]);
  });

  it('at once to one recipient is one message', async () => {
    plan = [notice(), notice(), notice({ recipient: person(2) })];
    start();
    await time.pass(200);
    expect(posted.map(({ to, keys }) => [to, keys.length])).toEqual([
      ['a:1', 2],
      ['a:2', 1],
    ]);
  });

  it('that the message does not cover is sent after it', async () => {
    plan = [notice(), notice(), notice()];
    start({ message: (_to, [first]) => ({ message: [first?.key ?? ''], covers: first ? [first] : [] }) });
    await time.pass(200);
    expect(postedKeys()).toEqual(plan.map(({ key }) => key));
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('is sent after downtime, however long', async () => {
    plan = [notice({ dueAt: at(50), expiresAt: at(90_000) })];
    const first = start();
    await time.pass(110);
    await first.stop();
    await time.pass(80_000);
    start();
    await time.pass(1);
    expect(posted).toMatchObject([{ at: 80_010 }]);
  });

  it('is not lost where a sweep fails', async () => {
    plan = [notice({ dueAt: at(5) })];
    let fails = true;
    const sweeper = start({
      derive(after, upTo) {
        if (fails) throw new Error('from the test');
        return derive(after, upTo);
      },
    });
    await time.pass(200);
    expect(sweeper.pulse()).toMatchObject({ sent: 0 });
    expect(sweeper.pulse().failedSweeps).toBeGreaterThan(5);
    fails = false;
    await time.pass(20);
    expect(await states()).toEqual(['sent']);
  });
});

describe('what has changed since it was due', () => {
  it.each<[string, ReturnType<Parts['judge']>, Delivery['state']['kind']]>([
    ['cancelled', { kind: 'drop', reason: 'cancelled' }, 'dropped'],
    ['paused', { kind: 'drop', reason: 'paused' }, 'dropped'],
  ])('is not sent: %s', async (_what, judged, state) => {
    plan = [notice(), notice()];
    start({ judge: ({ key }) => (key === plan[0]?.key ? judged : { kind: 'send' }) });
    await time.pass(200);
    expect(postedKeys()).toEqual([plan[1]?.key]);
    expect(await states()).toEqual([state, 'sent']);
  });

  it('is sent later, where the hour is not right', async () => {
    plan = [notice()];
    start({
      judge: (_delivery, now) => (now < new Date(at(500)) ? { kind: 'later', dueAt: at(500) } : { kind: 'send' }),
    });
    await time.pass(590);
    expect(posted).toEqual([]);
    await time.pass(30);
    expect(posted).toMatchObject([{ at: 500 }]);
  });

  it('is missed where its time is over, and dropped where it was called off', async () => {
    plan = [notice({ expiresAt: at(20) }), notice({ expiresAt: at(20) })];
    const first = start();
    await time.pass(95);
    await first.stop();
    await time.pass(100);
    start({ judge: ({ key }) => (key === plan[1]?.key ? { kind: 'drop', reason: 'cancelled' } : { kind: 'send' }) });
    await time.pass(100);
    expect(posted).toEqual([]);
    expect(await states()).toEqual(['missed', 'dropped']);
  });

  it('in the last moment counts', async () => {
    plan = [notice()];
    let isCancelled = false;
    start({
      judge: () => (isCancelled ? { kind: 'drop', reason: 'cancelled' } : { kind: 'send' }),
      store: {
        ...store,
        deliveries: {
          ...store.deliveries,
          async posting(lease, keys) {
            const marked = await store.deliveries.posting(lease, keys);
            // Whoever looks up who was told sees the reminder coming, so it must not be sent without a notice to follow.
            expect(await store.deliveries.told('meeting')).toHaveLength(1);
            isCancelled = true;
            return marked;
          },
        },
      },
    });
    await time.pass(200);
    expect(posted).toEqual([]);
    expect(await states()).toEqual(['dropped']);
  });
});

describe('where Teams', () => {
  it('throttles many, the whole tenant waits as long as it says, and others do not', async () => {
    const many = [1, 2, 3, 4, 5, 6];
    plan = [...many.map((number) => notice({ recipient: person(number) })), notice({ recipient: person(1, 'other') })];
    for (const number of many)
      await store.references.put(reference({ recipient: person(number), conversation: `a:${number}` }));
    await store.references.put(reference({ recipient: person(1, 'other'), conversation: 'a:other' }));
    answer = ({ to }) => (to !== 'a:other' && seconds() < 60 ? answered(429, 60_000) : sent);
    start();
    await time.pass(600);
    const early = posted.filter(({ at: when }) => when < 60).map(({ to }) => to);
    expect(early).toContain('a:other');
    // Three tell that it is the tenant; the others are not tried before it is over.
    expect(early.filter((to) => to !== 'a:other')).toHaveLength(3);
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });

  it('throttles one conversation, that one waits as long as it says, and others do not', async () => {
    plan = [notice(), notice({ recipient: person(2) }), notice({ recipient: person(1, 'other') })];
    await store.references.put(reference({ recipient: person(1, 'other'), conversation: 'a:other' }));
    answer = ({ to }) => (to === 'a:1' && seconds() < 60 ? answered(429, 60_000) : sent);
    start();
    await time.pass(300);
    const times = posted.map(({ to, at: when }) => [to, Math.floor(when)]);
    expect(times).toContainEqual(['a:other', 0]);
    expect(times).toContainEqual(['a:1', 60]);
    expect(times).toContainEqual(['a:2', 0]);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({ attempts: 2, doubts: 0 });
  });

  it('cannot be reached, what is due is sent when it can', async () => {
    plan = [notice(), notice({ recipient: person(2), expiresAt: at(600) })];
    answer = () => (seconds() < 1_000 ? { kind: 'unreached', code: 'ECONNREFUSED' } : sent);
    start();
    await time.pass(2_000);
    expect(await states()).toEqual(['sent', 'missed']);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({ doubts: 0 });
  });

  it('fails, what may have arrived is sent again late, at most three times', async () => {
    plan = [notice()];
    answer = () => answered(500);
    start();
    await time.pass(3_000);
    const gaps = posted.slice(1).map(({ at: when }, index) => when - (posted[index]?.at ?? 0));
    expect(gaps).toEqual([35, 65, 95]);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({
      attempts: 4,
      doubts: 3,
      state: { kind: 'failed', reason: 'uncertain' },
    });
  });

  it('fails once, the second try is flagged', async () => {
    plan = [notice()];
    answer = () => (posted.length === 1 ? answered(502) : sent);
    start();
    await time.pass(300);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({ doubts: 1, state: { kind: 'sent' } });
    expect(await store.deliveries.counts(at(-99), at(300))).toMatchObject({ sent: 1, doubtful: 1 });
  });

  it('says that the recipient has blocked the bot, nothing is tried until they are heard from', async () => {
    plan = [notice(), notice({ dueAt: at(100) }), notice({ dueAt: at(300) })];
    answer = () => answered(403, null, 'ConversationBlockedByUser');
    start();
    await time.pass(250);
    expect(posted).toHaveLength(1);
    expect(await store.deliveries.failures(at(-99), 9)).toMatchObject([
      { state: { reason: 'blocked' } },
      { state: { reason: 'blocked' } },
    ]);
    answer = () => sent;
    await knows(1);
    await time.pass(200);
    expect(await states()).toEqual(['failed', 'failed', 'sent']);
  });

  it('has no app for the recipient, that is said', async () => {
    plan = [notice({ recipient: person('stranger') }), notice({ recipient: person('other'), expiresAt: at(0) })];
    start();
    await time.pass(300);
    expect(posted).toEqual([]);
    expect(await store.deliveries.counts(at(-99), at(300))).toMatchObject({
      failed: [{ reason: 'not-installed', count: 1 }],
      missed: 1,
    });
  });

  it('does not let the bot in, nothing is tried in vain and nothing lost', async () => {
    plan = [notice(), notice({ recipient: person(2) }), notice({ recipient: person(3) })];
    answer = () => (seconds() < 700 ? answered(401) : sent);
    const sweeper = start();
    await time.pass(200);
    expect(posted).toHaveLength(1);
    expect(sweeper.pulse().isLockedOut).toBe(true);
    expect(warnings()).toEqual([expect.stringContaining('MicrosoftAppPassword')]);
    expect(await store.sweeps.lockedOutSince()).toBe(at(0));
    await time.pass(1_000);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(posted).toHaveLength(6);
    expect(sweeper.pulse().isLockedOut).toBe(false);
    expect(await store.sweeps.lockedOutSince()).toBeNull();
  });

  it('has made a new chat, it is remembered', async () => {
    plan = [notice(), notice({ dueAt: at(100) })];
    answer = ({ to }) => (to === 'a:1' ? { ...sent, conversation: 'a:new' } : sent);
    start();
    await time.pass(300);
    expect(posted.map(({ to }) => to)).toEqual(['a:1', 'a:new']);
  });

  it('never answers, the sender fails, or rejects, what may have arrived is flagged', async () => {
    plan = [notice()];
    answer = () => {
      if (posted.length === 1) throw new Error('from the test');
      return sent;
    };
    start();
    await time.pass(300);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({ doubts: 1, state: { kind: 'sent' } });
  });
});

describe('a fault of the bot', () => {
  it('in one message keeps no other from being sent, and is tried again', async () => {
    plan = [notice({ expiresAt: at(10) }), notice({ recipient: person(2) })];
    let breaks = true;
    start({
      message(_to, deliveries) {
        if (breaks && deliveries[0]?.key === plan[0]?.key) throw new Error('from the test');
        return { message: deliveries.map(({ key }) => key), covers: deliveries };
      },
    });
    await time.pass(105);
    expect(await states()).toEqual(['due', 'sent']);
    breaks = false;
    plan = [notice({ expiresAt: at(3_600) }), ...plan.slice(1)];
    await time.pass(100);
    expect(await store.deliveries.counts(at(-99), at(0))).toMatchObject({ waiting: 0 });
  });

  it('that would send the same message again and again is stopped', async () => {
    plan = Array.from({ length: 5 }, (_, index) => notice({ dueAt: at(30 * index) }));
    start({ message: (_to, deliveries) => ({ message: ['always the same'], covers: deliveries }) });
    await time.pass(600);
    expect(posted).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'dropped', 'dropped', 'dropped', 'dropped']);
  });

  it('that would send very much to one conversation is held back', async () => {
    plan = Array.from({ length: 60 }, (_, index) => notice({ dueAt: at(20 * index), expiresAt: at(50_000) }));
    start();
    await time.pass(3_000);
    expect(posted).toHaveLength(20);
    await time.pass(5_000);
    expect(posted.length).toBeLessThan(40);
    expect(postedKeys().toSorted()).toEqual(plan.map(({ key }) => key).toSorted());
  });

  it('or of the database after the message has left does not send it twice', async () => {
    plan = [notice()];
    let fails = 3;
    start({
      store: {
        ...store,
        deliveries: {
          ...store.deliveries,
          async settle(...settled) {
            fails -= 1;
            if (fails >= 0) throw new Error('from the test');
            return store.deliveries.settle(...settled);
          },
        },
      },
    });
    await time.pass(300);
    expect(posted).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });
});

describe('a worker', () => {
  const never = () => new Promise<SendOutcome>(() => {});

  it('that was killed as it sent leaves a doubt: sent again once, flagged', async () => {
    plan = [notice(), notice({ recipient: person(2) })];
    answer = never;
    start();
    await time.pass(101);
    sweepers = [];
    answer = () => sent;
    start({ worker: 'next' });
    await time.settle();
    expect(posted.map(({ to }) => to)).toEqual(['a:1', 'a:1', 'a:2']);
    expect(await store.deliveries.find(plan[0]?.key ?? '')).toMatchObject({ doubts: 1, state: { kind: 'sent' } });
    expect(await store.deliveries.find(plan[1]?.key ?? '')).toMatchObject({ doubts: 0, state: { kind: 'sent' } });
  });

  it('that is killed by a message each time is not killed for ever', async () => {
    plan = [notice({ expiresAt: at(99_999) }), notice({ recipient: person(2), expiresAt: at(99_999) })];
    answer = ({ to }) => (to === 'a:1' ? never() : sent);
    for (let life = 0; life < 12; life += 1) {
      start({ worker: `life-${life}` });
      await time.pass(120);
    }
    sweepers = [];
    expect(await states()).toEqual(['failed', 'sent']);
    expect(posted.filter(({ to }) => to === 'a:1').length).toBeLessThan(9);
  });

  it('that is told to stop finishes what it sends and begins nothing more', async () => {
    plan = [notice(), notice({ recipient: person(2) })];
    let finish = () => {};
    answer = () =>
      new Promise((resolve) => {
        finish = () => resolve(sent);
      });
    const sweeper = start();
    await time.pass(101);
    let isStopped = false;
    const stopped = sweeper.stop().then(() => {
      isStopped = true;
    });
    await time.settle();
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    expect(posted).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'due']);
    expect(await store.sweeps.beat('other', at(10), at(0))).toBe(1);
  });

  it('sends one message at a time to few, and several to many', async () => {
    let underWay = 0;
    let most = 0;
    answer = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise<void>((resolve) => time.after(200, resolve));
      underWay -= 1;
      return sent;
    };
    plan = Array.from({ length: 100 }, (_, index) => notice({ recipient: person(`a${index}`) }));
    for (let index = 0; index < 1_000; index += 1) await knows(`a${index}`);
    start();
    await time.pass(200);
    expect(most).toBe(1);
    expect(posted).toHaveLength(100);
    plan = Array.from({ length: 1_000 }, (_, index) => notice({ recipient: person(`a${index}`), dueAt: at(101) }));
    await time.pass(200);
    expect(most).toBeGreaterThan(3);
    expect(most).toBeLessThanOrEqual(10);
    expect(new Set(postedKeys()).size).toBe(1_100);
    const times = posted.map(({ at: when }) => Math.round(when * 1_000));
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(teamsLimits.tenant[0]?.most ?? 0);
  });

  it('shares the work with others, and each message is sent by one', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `b${index}`);
    plan = names.map((name) => notice({ recipient: person(name) }));
    for (const name of names) await knows(name);
    answer = async () => {
      await new Promise<void>((resolve) => time.after(100, resolve));
      return sent;
    };
    const all = [start(), start(), start()];
    await time.pass(200);
    expect(posted).toHaveLength(50);
    expect(new Set(postedKeys()).size).toBe(50);
    expect(all.every((sweeper) => sweeper.pulse().sent > 5)).toBe(true);
  });
});

describe('the watermark', () => {
  it('is not moved by an instance that does not know the newest plan yet', async () => {
    plan = [notice({ dueAt: at(5) })];
    let version = 3;
    start({ version: () => version });
    await time.pass(50);
    version = 2;
    await time.pass(100);
    expect(posted).toEqual([]);
    version = 3;
    await time.pass(2);
    expect(posted).toHaveLength(1);
  });

  it('tells which changes have been seen', async () => {
    const seen: [number, number][] = [];
    let version = 1;
    const sweeper = start({
      version: () => version,
      derive(after, upTo) {
        seen.push([after.version, upTo.version]);
        return [];
      },
    });
    await time.pass(15);
    version = 4;
    sweeper.wake();
    await time.settle();
    expect(seen).toEqual([
      [1, 1],
      [1, 4],
    ]);
  });

  it('follows a clock that is set back, and repeats nothing', async () => {
    plan = [notice({ dueAt: at(-50) }), notice({ dueAt: at(100) })];
    start();
    await time.pass(60);
    time.set(at(-90_000));
    plan.push(notice({ dueAt: at(-89_000) }));
    await time.pass(1_100);
    expect(postedKeys()).toEqual([plan[0]?.key, plan[2]?.key]);
    time.set(at(90));
    await time.pass(30);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
    expect(posted).toHaveLength(3);
  });

  it('follows a clock that jumps ahead: what is late is sent, what is over is missed', async () => {
    plan = [notice({ dueAt: at(1_000) }), notice({ dueAt: at(1_000), expiresAt: at(1_500) })];
    start();
    await time.pass(10);
    time.set(at(2_000));
    await time.pass(20);
    expect(await states()).toEqual(['sent', 'missed']);
  });

  it('goes by the time of the plan, leases and retries by the real one', async () => {
    plan = [notice({ dueAt: at(30_000), expiresAt: at(900_000) })];
    const simulated = () => new Date(Date.parse(at(0)) + (seconds() + 100) * 10_000 * 1_000);
    answer = () => (posted.length === 1 ? answered(412) : sent);
    start({ clock: simulated });
    await time.pass(30);
    expect(posted.map(({ at: when }) => when)).toEqual([-90, -89]);
    expect(await states()).toEqual(['sent']);
  });
});

describe('whatever Teams does', () => {
  const outcomes = fc.constantFrom<SendOutcome>(
    sent,
    sent,
    sent,
    answered(429, 3_000),
    answered(429),
    answered(412),
    answered(500),
    answered(503, 40_000),
    answered(403),
    answered(404),
    answered(413),
    answered(401),
    { kind: 'unreached', code: 'ECONNREFUSED' },
    { kind: 'unanswered', code: 'ECONNRESET' },
  );
  const due = fc.record({ recipient: fc.integer({ min: 1, max: 6 }), due: fc.nat(400), life: fc.nat(2_000) });

  it('each notice comes to one end, none is lost, and none is doubled without a doubt', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(due, { minLength: 1, maxLength: 15 }),
        fc.array(outcomes, { maxLength: 40 }),
        fc.array(fc.nat(300), { maxLength: 4 }),
        async (dues, answers, restarts) => {
          await store.close();
          store = await openMemory();
          time = handTimers(at(-100));
          [posted, lines, sweepers] = [[], [], []];
          for (const name of [1, 2, 3, 4, 5]) await knows(name);
          plan = dues.map((one) =>
            notice({ recipient: person(one.recipient), dueAt: at(one.due), expiresAt: at(one.due + one.life) }),
          );
          const arrived = new Map<string, number>();
          const left = [...answers];
          answer = ({ keys }) => {
            const outcome = left.shift() ?? sent;
            const arrives = outcome.kind === 'sent' || (outcome.kind === 'answered' && outcome.status === 500);
            if (arrives) for (const key of keys) arrived.set(key, (arrived.get(key) ?? 0) + 1);
            return outcome;
          };
          let current = start();
          for (const life of restarts) {
            await time.pass(life);
            await current.stop();
            current = start();
          }
          await time.pass(4_000);
          for (const { key, expiresAt } of plan) {
            const delivery = await store.deliveries.find(key);
            const times = arrived.get(key) ?? 0;
            expect(delivery?.state.kind).toMatch(/^(?:sent|failed|missed)$/);
            if (delivery?.state.kind === 'sent') expect(times).toBeGreaterThan(0);
            if (times > 1) expect(delivery?.doubts).toBeGreaterThan(0);
            for (const post of posted) if (post.keys.includes(key)) expect(at(post.at) < expiresAt).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
