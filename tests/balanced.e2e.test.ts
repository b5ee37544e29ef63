// Two processes on one PostgreSQL behind a balancer that takes turns: whoever writes notices nothing, also when one of
// them is killed in a turn or while it sends, or the database restarts.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Balancer, startBalancer } from './support/balancer.ts';
import { type Connector, ok, type Request, startConnector } from './support/connector.ts';
import { type PostgresServer, query, startPostgres } from './support/postgres.ts';
import { startBot } from './support/process.ts';
import { message, postJson, tenant } from './support/service.ts';

const secretary = { id: '29:sara', name: 'Sara', aadObjectId: '22222222-2222-4222-8222-222222222222' };
const member = { id: '29:lena', name: 'Lena', aadObjectId: '11111111-1111-4111-8111-111111111111' };
type Bot = Awaited<ReturnType<typeof startBot>>;

let server: PostgresServer;
let database = '';
let connector: Connector;
let balancer: Balancer;
let bots: Bot[] = [];
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
  database = await server.freshDatabase();
  connector = await startConnector();
  bots = await Promise.all([start(), start()]);
  balancer = await startBalancer(() => bots.map(({ url }) => url));
});
afterEach(async () => {
  await balancer.stop();
  for (const bot of bots) await kill(bot);
  await connector.stop();
});

const start = (settings: Record<string, string> = {}) =>
  startBot({ DATABASE_URL: database, SECRETARIAT_IDS: secretary.aadObjectId, ...settings });

async function kill(bot: Bot): Promise<void> {
  bot.child.kill('SIGKILL');
  await bot.exit;
}

const activity = (text: string, from: typeof member, more: object = {}) =>
  message(text, {
    from,
    serviceUrl: connector.url,
    conversation: { id: `chat of ${from.id}`, conversationType: 'personal', tenantId: tenant },
    ...more,
  });
const post = (one: unknown) => postJson(`${balancer.url}/api/messages`, one, {});
const say = async (text: string, from = member, more: object = {}) =>
  (await post(activity(text, from, more))).texts.join('\n');

it('remembers conversations, changes, reminders and calendar links, whichever is asked', async () => {
  expect(await say('när är nästa kommittémöte?')).toMatch(/4 april/);
  expect(await say('och efter det?')).toMatch(/9 maj/);
  expect(await say('och efter det?')).toMatch(/\d+ (?:juni|augusti|september|oktober)/);

  expect(await say('flytta kommittémötet 9 maj till 16 maj', secretary)).toMatch(/16 maj/);
  expect(await say('ja', secretary)).not.toMatch(/hittar|redan/);
  for (let time = 0; time < 4; time += 1) {
    await expect.poll(() => say('när är kommittémötet i maj?'), { timeout: 20_000 }).toMatch(/16 maj/);
  }

  expect(await say('påminn mig om kommitténs möten')).not.toMatch(/hittar/);
  for (let time = 0; time < 2; time += 1) expect(await say('vilka påminnelser har jag?')).toMatch(/kommitté/i);

  const link = await post(activity('ge mig en kalenderlänk till kommitténs möten', member));
  const path = /\/calendar\/[\w-]+\.ics/.exec(link.body)?.[0] ?? 'none';
  const fetched = await Promise.all([1, 2, 3, 4].map(async () => (await fetch(balancer.url + path)).text()));
  expect(new Set(fetched).size).toBe(1);
  expect(fetched[0]).toContain('DTSTART:20190516');
});

it('answers what Teams repeats once, and what comes at once in its order', async () => {
  const repeated = activity('hej', member, { deliveryMode: undefined });
  await Promise.all([post(repeated), post(repeated), post(repeated), post(repeated)]);
  expect(connector.delivered).toHaveLength(1);

  const answered = await post(activity('när är nästa möte?', member));
  expect(answered.texts).toHaveLength(1);
  const pressed = activity('', member, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    deliveryMode: undefined,
    value: { action: { type: 'Action.Execute', data: { query: { kind: 'rights' } } } },
  });
  const [one, other] = await Promise.all([post(pressed), post(pressed)]);
  expect(one).toMatchObject({ status: 200 });
  expect(other.body).toBe(one.body);

  // Each goes on from the one before, whoever takes it.
  await say('när är nästa kommittémöte?');
  const later = await Promise.all([1, 2, 3].map(() => say('och efter det?')));
  expect(new Set(later).size).toBe(3);
});

it('counts messages together', async () => {
  for (const bot of bots) await kill(bot);
  bots = await Promise.all([start({ MESSAGES_PER_MINUTE: '6' }), start({ MESSAGES_PER_MINUTE: '6' })]);
  const said: string[] = [];
  for (let time = 0; time < 9; time += 1) said.push(await say('hej'));
  expect(said.slice(0, 6)).not.toContain('');
  expect(said[6]).toMatch(/Ge mig en minut/);
  expect(said.slice(7)).toEqual(['', '']);
});

it('goes on where one is killed in a turn: what Teams sends again is answered', async () => {
  // The answer under way hangs with whoever sends it, until that one dies.
  connector.behave(() => ({ kind: 'hang' }));
  const lost = activity('när är nästa möte?', member, { deliveryMode: undefined });
  const [first] = bots;
  if (!first) throw new Error('no bot');
  const underWay = postJson(`${first.url}/api/messages`, lost, {}).catch(() => null);
  await expect.poll(() => connector.requests.length, { timeout: 20_000 }).toBe(1);
  await kill(first);
  await underWay;
  connector.behave(() => ok);
  expect(await post(lost)).toMatchObject({ status: 200 });
  expect(connector.delivered.map(({ body }) => String(body.text))).toEqual([expect.stringMatching(/\d/)]);
  expect(await say('och efter det?')).not.toBe('');
}, 60_000);

it.each([
  { what: 'had been taken, comes twice', isDelivered: true },
  { what: 'had not been taken, comes once', isDelivered: false },
])(
  'loses nothing where one is killed in a delivery: a message that $what',
  async ({ isDelivered }) => {
    const people = Array.from({ length: 20 }, (_, number) => ({
      id: `29:p${number}`,
      name: `P ${number}`,
      aadObjectId: `p-${number}`,
    }));
    for (const one of people) expect(await say('påminn mig om kommitténs möten', one)).toMatch(/21 mars/);
    for (const bot of bots) await kill(bot);

    // The reminders of 4 April are due on 21 March at noon. The second starts once the first is known by its name.
    const due = { SIMULATED_NOW: '2019-03-21T11:30', SIMULATED_RATE: '90' };
    const before = await workers();
    bots = [await start(due)];
    const names = [await newWorker(before)];
    bots.push(await start(due));
    names.push(await newWorker([...before, ...names]));
    expect(connector.requests).toEqual([]);

    // When some have theirs, one message gets no answer: whoever sends it sends nothing else meanwhile.
    let held: Request | null = null;
    connector.behave((request) => {
      if (held !== null || connector.delivered.length < 5) return { kind: 'ok', afterMs: 50 };
      held = request;
      return { kind: 'hang', isDelivered };
    });
    await expect.poll(() => held, { timeout: 60_000 }).not.toBeNull();
    const chat = String(connector.requests.find((request) => request === held)?.conversation);
    const recipient = `person ${tenant} ${people.find(({ id }) => chat === `chat of ${id}`)?.aadObjectId}`;
    const [box] = await query(database, 'select worker from mailbox where recipient = $1', [recipient]);
    const sender = bots[names.indexOf(String(box?.worker))];
    if (!sender) throw new Error('nobody sends it');
    await kill(sender);
    connector.behave(() => ok);

    const sent = () =>
      query(database, "select recipient, doubts from delivery where state = 'sent' order by recipient");
    await expect.poll(async () => (await sent()).length, { timeout: 100_000, interval: 500 }).toBe(people.length);
    const times = people.map(
      ({ id }) => connector.delivered.filter(({ conversation }) => conversation === `chat of ${id}`).length,
    );
    expect(times.filter((many) => many === 0)).toEqual([]);
    expect(times.filter((many) => many > 1)).toEqual(isDelivered ? [2] : []);
    // Nobody can know whether it had been taken: it is noted as perhaps having come twice, and no other is.
    const doubtful = (await sent()).filter(({ doubts }) => Number(doubts) > 0);
    expect(doubtful.map((row) => row.recipient)).toEqual([recipient]);
  },
  240_000,
);

const workers = async (): Promise<string[]> =>
  (await query(database, 'select id from worker')).map(({ id }) => String(id));

/** The name of the instance that has begun to sweep. */
async function newWorker(known: readonly string[]): Promise<string> {
  const fresh = async () => (await workers()).find((id) => !known.includes(id)) ?? '';
  await expect.poll(fresh, { timeout: 60_000 }).not.toBe('');
  return fresh();
}

it('gets apologies through while the database restarts, tells why it is not ready, and comes back by itself', async () => {
  let isOver = false;
  const statuses = new Set<number>();
  const writing = Promise.all(
    [1, 2, 3, 4].map(async (who) => {
      while (!isOver) {
        const answer = await post(
          activity('när är nästa möte?', { ...member, id: `29:${who}`, aadObjectId: `person-${who}` }),
        );
        statuses.add(answer.status);
      }
    }),
  );
  const [bot] = bots;
  const ready = async () => {
    const answer = await fetch(`${bot?.url}/readyz`);
    return `${answer.status} ${await answer.text()}`;
  };
  await server.pause();
  await expect.poll(ready, { timeout: 30_000 }).toMatch(/^503 .*"store":"the database/);
  await server.resume();
  await expect.poll(ready, { timeout: 30_000 }).toMatch(/^200/);
  isOver = true;
  await writing;
  expect([...statuses]).toEqual([200]);
  for (let time = 0; time < 2; time += 1) {
    await expect.poll(() => say('när är nästa kommittémöte?'), { timeout: 20_000 }).toMatch(/4 april/);
  }
  const text = await (await fetch(`${bot?.url}/metrics`)).text();
  expect(Number(/^store_errors_total (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
}, 120_000);
