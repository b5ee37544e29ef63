// The bot without Teams and the web: what the service, the terminal and the tests put together alike.
import { type Address, calendarSecret, type Feeds, makeFeeds } from './calendar/feeds.ts';
import { makeServing, type Serving } from './calendar/serving.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Download, type Exchange, makeExchange } from './exchange/exchange.ts';
import { fileSecret } from './exchange/links.ts';
import { swedishHolidays } from './holidays.ts';
import type { Log } from './log.ts';
import type { SecondReader } from './model/second-reader.ts';
import type { PlanRecords } from './plan/plan.ts';
import { consequencesOf, type ReminderServiceParts } from './reminder-service.ts';
import { placesOf, reachOf } from './reminders/audience.ts';
import { defaultQuietRules } from './reminders/quiet-hours.ts';
import type { Recipient } from './reminders/subscription.ts';
import type { TabTarget } from './render/tab-link.ts';
import type { Store } from './store/store.ts';
import type { Assets } from './tab/shell.ts';
import { makeTab, type Tab } from './tab/tab.ts';
import { makeAnnouncing } from './turn/announcing.ts';
import { makeCheckingIn } from './turn/checking-in.ts';
import { makeReminding } from './turn/reminding.ts';
import { makeTurn, type Turns } from './turn/turn.ts';
import type { TurnObserver } from './turn/turn-types.ts';
import { type CurrentPlan, followPlan } from './updates/current-plan.ts';
import type { Audience } from './updates/preview.ts';
import { makeUpdates, type Updates } from './updates/updates.ts';

export interface Core {
  readonly turns: Turns;
  readonly feeds: Feeds;
  /** Files in and out. */
  readonly exchange: Exchange;
  readonly updates: Updates;
  readonly current: CurrentPlan;
  /** What is behind the addresses of calendars. */
  readonly calendars: Serving;
  /** The tab, on pages that need these files. */
  readonly tabWith: (assets: Assets) => Tab;
  /** What reminders are made of, but for the sending. */
  readonly reminding: Pick<
    ReminderServiceParts,
    'current' | 'holidays' | 'rules' | 'secretariat' | 'health' | 'announcing' | 'checkingIn'
  >;
  /** Follows the ledger no longer; the store stays open. */
  readonly stop: () => void;
}

/** What runs without a server has no address that anybody could follow. */
const nowhere: Address = { url: 'http://127.0.0.1', worksOutside: false };

/** What stands around the core; what is left out is not there. */
export interface Surroundings {
  /** Where links lead; asked each time, since the port may be known only once the server listens. */
  readonly address: () => Address;
  /** Opens the chat with the bot in Teams: what events in a calendar link back to. */
  readonly chat: string | null;
  /** Opens the tab in Teams: what answers link to. */
  readonly tabLink: ((target: TabTarget) => string) | null;
  /** Reads again what the parser is not sure of. */
  readonly secondReader: SecondReader | null;
  /** Is told of every turn what may be counted. */
  readonly observer: TurnObserver;
  /** Fetches the files that people send. */
  readonly download: Download;
}

/** The plan as it stands, and the turns on it. */
export async function makeCore(
  base: PlanRecords,
  store: Store,
  secretariatIds: readonly string[],
  clock: Clock,
  log: Log,
  surroundings: Partial<Surroundings> = {},
): Promise<Core> {
  const { address = () => nowhere, chat = null, tabLink = null, secondReader = null, observer } = surroundings;
  const { download = async () => 'gone' } = surroundings;
  const holidays = swedishHolidays();
  const current = await followPlan(base, store.ledger, log);
  const rules = defaultQuietRules(holidays);
  const { timeZone } = base.region;
  const audience: Audience = {
    consequences: (ledger) => consequencesOf(ledger, store, rules, clock()),
    reach: ({ audience: parts, at }) => reachOf(parts, store, at === null ? clock() : new Date(at), rules, timeZone),
    places: () => placesOf(store.references),
  };
  const updates = makeUpdates(current, store.proposals, secretariatIds, holidays, audience, clock, log);
  const { questions, people, persons } = store;
  const secret = await calendarSecret(store.secrets);
  const feeds = makeFeeds(store.feeds, secret, address);
  const calendars = makeServing({
    feeds: store.feeds,
    secret,
    ledger: current.ledger,
    subscriptionsOf: async ({ tenant, person }) =>
      (await store.subscriptions.of({ kind: 'person', tenant, person })).map(({ topic }) => topic),
    link: chat === null ? null : () => chat,
    clock,
    log,
  });
  const exchange = makeExchange({
    ledger: current.ledger,
    atMark: current.atMark,
    updates,
    persons,
    holidays,
    download,
    secret: await fileSecret(store.secrets),
    address,
    wireClock: systemClock,
  });
  const announcing = makeAnnouncing({ current, updates, store, clock });
  const reminding = makeReminding({ current, updates, store, announcing, rules, holidays, clock });
  const checkingIn = makeCheckingIn({ current, updates, store, rules, clock });
  const known = {
    current,
    updates,
    exchange,
    questions,
    people,
    persons,
    holidays,
    clock,
    feeds,
    address,
    reminding,
    announcing,
    checkingIn,
  };
  const { knowledge, ...turns } = makeTurn({ ...known, tabLink, secondReader, ...(observer ? { observer } : {}) });
  const tabWith = (assets: Assets) => makeTab({ ...known, knowledge, assets });
  const secretariat = (): Recipient[] =>
    current.ledger().edition.secretaries.map(({ tenant, person }) => ({ kind: 'person', tenant, person }));
  const parts = { current, holidays, rules, secretariat, health: reminding.health, announcing, checkingIn };
  return { turns, tabWith, exchange, updates, current, feeds, calendars, reminding: parts, stop: current.stop };
}
