// The law of looking only at who is concerned: a sweep finds the same as one that looks at every subscription.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change } from '../src/plan/change.ts';
import { addDays } from '../src/plan/days.ts';
import { fold, type Ledger } from '../src/plan/fold.ts';
import { ConferenceId, GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import { instantAt, localAt } from '../src/plan/wall-clock.ts';
import { type Derivable, derive } from '../src/reminder-service.ts';
import { paused, resumed } from '../src/reminders/pauses.ts';
import { idOf } from '../src/reminders/subscribing.ts';
import type { Recipient, Subscription } from '../src/reminders/subscription.ts';
import type { Derived, Watermark } from '../src/store/reminder-stores.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { anyChange } from './support/any-changes.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import {
  channel,
  committee,
  conferenceTopic,
  everything,
  municipalityTopic,
  person,
  rules,
  subscribe,
  zone,
} from './support/subscriptions.ts';

const days = 60;
const inApril = MeetingId.parse('samarbetskommitten-2019-04-04');
const committeeId = GroupId.parse('samarbetskommitten');
const conferenceId = ConferenceId.parse('radslaget');
const minutesADay = 1_440;
const from = instantAt('2019-03-01', '00:00', zone).getTime();
const momentOf = (minute: number) => new Date(from + minute * 60_000);

/** What happens at a minute. */
interface Event {
  readonly minute: number;
  readonly happens:
    | { readonly kind: 'change'; readonly change: Change; readonly quiet: boolean }
    | { readonly kind: 'subscribe'; readonly subscription: Subscription }
    | { readonly kind: 'pause'; readonly recipient: Recipient; readonly days: number }
    | { readonly kind: 'resume' | 'unsubscribe'; readonly recipient: Recipient }
    | { readonly kind: 'sweep' };
}

const anyone = fc.constantFrom(person('anna'), person('bo'), channel('alla'));
const anySubscription = fc
  .record({
    recipient: anyone,
    topic: fc.constantFrom(
      everything,
      committee,
      municipalityTopic('nynashamn'),
      municipalityTopic('salem'),
      conferenceTopic('radslaget'),
    ),
    // Nine months before 2020, of which Nynäshamn is to be a host.
    leads: fc.constantFrom<string[]>([], ['14 days', '1 day'], ['9 months', '2 hours'], ['3 days', '90 minutes']),
    digest: fc.constantFrom({}, {}, { digest: true }),
  })
  .map(({ recipient, topic, leads, digest }) => {
    return subscribe(recipient, topic, leads, { id: idOf(recipient, topic), ...digest });
  });
/** Changes of what somebody has been told of, often. */
const someChange = fc.constantFrom<Change>(
  { kind: 'edit-meeting', meeting: inApril, set: { days: oneDay('2019-04-11') } },
  { kind: 'edit-meeting', meeting: inApril, set: { days: oneDay('2019-03-28') } },
  { kind: 'cancel-meeting', meeting: inApril },
  { kind: 'restore-meeting', meeting: inApril },
  { kind: 'set-deadline', group: committeeId, name: 'Kallelse', workingDays: 10 },
  { kind: 'set-deadline', group: committeeId, name: 'Kallelse', workingDays: 15 },
  { kind: 'set-check-in', group: committeeId, before: { amount: 2, unit: 'weeks' } },
  ...['nynashamn', 'salem'].map((id): Change => {
    const hosts = [MunicipalityId.parse(id)];
    return { kind: 'set-hosts', conference: conferenceId, turns: [{ year: 2020, hosts }] };
  }),
);
/** Who is told of a turn to host, and then that it is another's. */
const host = subscribe(person('värd'), municipalityTopic('nynashamn'), ['9 months']);
const anyMinute = fc.integer({ min: 0, max: days * minutesADay });
const anyEvent: fc.Arbitrary<Event> = fc.record({
  minute: anyMinute,
  happens: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('change' as const), change: someChange, quiet: fc.constant(false) }),
    },
    fc.record({ kind: fc.constant('change' as const), change: anyChange, quiet: fc.boolean() }),
    fc.record({ kind: fc.constant('subscribe' as const), subscription: anySubscription }),
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('pause' as const),
        recipient: anyone,
        days: fc.integer({ min: 0, max: 20 }),
      }),
    },
    fc.record({ kind: fc.constantFrom('resume' as const, 'unsubscribe' as const), recipient: anyone }),
    fc.record({ kind: fc.constant('sweep' as const) }),
  ),
});
/** Sweeps come at any time, soon after what happens, and around the end of a pause. */
const anyEvents = fc
  .array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 3 })), { maxLength: 20 })
  .map((pairs) => pairs.flatMap(([event, delay]) => [event, ...sweepsAfter(event, delay)]))
  .map((events) => events.sort((one, other) => one.minute - other.minute));

function sweepsAfter({ minute, happens }: Event, delay: number): Event[] {
  const sweepAt = (at: number): Event => ({ minute: at, happens: { kind: 'sweep' } });
  if (happens.kind !== 'pause') return [sweepAt(minute + delay)];
  const end = instantAt(addDays(lastDay(minute, happens.days), 1), '00:00', zone);
  const over = (end.getTime() - from) / 60_000;
  return [sweepAt(minute + delay), sweepAt(over - 1), sweepAt(over + delay)];
}

/** Of a pause. */
function lastDay(minute: number, length: number): string {
  return addDays(localAt(momentOf(minute), zone).day, length);
}

let store: Store;
beforeEach(async () => {
  store = await openMemory();
});
afterEach(() => store.close());

class World {
  readonly #store: Store;
  readonly #changes: Change[] = [];
  readonly #at: { readonly at: string; readonly quiet: boolean }[] = [];
  #after: Watermark = { at: momentOf(0).toISOString(), version: 0 };
  found = 0;

  constructor(fresh: Store) {
    this.#store = fresh;
  }

  get #ledger(): Ledger {
    const entries = entriesOf(this.#changes).map((entry, index) => ({ ...entry, ...this.#at[index] }));
    return { entries, edition: fold(base, entries) };
  }

  async live({ minute, happens }: Event): Promise<void> {
    const now = momentOf(minute);
    const { subscriptions } = this.#store;
    switch (happens.kind) {
      case 'change':
        this.#changes.push(happens.change);
        this.#at.push({ at: now.toISOString(), quiet: happens.quiet });
        return;
      case 'subscribe':
        return subscriptions.put({ ...happens.subscription, createdAt: now.toISOString() });
      case 'pause': {
        const until = lastDay(minute, happens.days);
        for (const one of await subscriptions.of(happens.recipient)) {
          await subscriptions.put(paused(one, until, now, zone));
        }
        return;
      }
      case 'resume':
        for (const one of await subscriptions.of(happens.recipient)) {
          await subscriptions.put(resumed(one, now.toISOString()));
        }
        return;
      case 'unsubscribe':
        for (const { id } of await subscriptions.of(happens.recipient)) await subscriptions.remove(id);
        return;
      case 'sweep':
        return this.#sweep(now);
    }
  }

  async #sweep(now: Date): Promise<void> {
    const ledger = this.#ledger;
    const upTo = { at: now.toISOString(), version: ledger.edition.version };
    const parts = (of: Store): Derivable => ({
      store: of,
      rules,
      secretariat: () => [],
      current: { ledger: () => ledger },
    });
    const derived = await listed(derive(parts(this.#store), this.#after, upTo));
    const all = await listed(derive(parts(lookingAtAll(this.#store)), this.#after, upTo));
    expect(byKey(derived)).toEqual(byKey(all));
    this.found += derived.length;
    await this.#store.sweeps.begin(this.#after);
    await this.#store.deliveries.enqueue(derived, { from: this.#after, to: upTo });
    this.#after = upTo;
    await this.#sendAll(now.toISOString());
  }

  async #sendAll(now: string): Promise<void> {
    const { deliveries } = this.#store;
    const at = { now, wire: now };
    while (true) {
      const claimed = await deliveries.claim('worker', at, addDays('2019-12-31', 365), []);
      if (!claimed) return;
      const keys = claimed.deliveries.map(({ key }) => key);
      await deliveries.posting(claimed.lease, keys);
      await deliveries.settle(claimed.lease, [{ keys, as: { kind: 'sent', activity: null } }], at, []);
    }
  }
}

async function listed<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The store, where everybody is concerned. */
function lookingAtAll(of: Store): Store {
  async function* concerned() {
    yield await listed(of.subscriptions.all());
  }
  return { ...of, subscriptions: { ...of.subscriptions, concerned } };
}

/** The first of each key: what comes again is nothing new. */
function byKey(derived: readonly Derived[]): ReadonlyMap<string, Derived> {
  return new Map(derived.toReversed().map((one) => [one.notice.key, one]));
}

it('finds the same as one that looks at everybody', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anySubscription, { maxLength: 6 }), anyEvents, async (subscriptions, events) => {
      await store.close();
      store = await openMemory();
      for (const one of [host, ...subscriptions]) await store.subscriptions.put(one);
      const world = new World(store);
      for (const event of events) await world.live(event);
      await world.live({ minute: days * minutesADay + 5, happens: { kind: 'sweep' } });
      found += world.found;
    }),
    { numRuns: 100 },
  );
  expect(found).toBeGreaterThan(1_000);
});
