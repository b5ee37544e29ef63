// How fast Teams lets the bot write: to one conversation, and to all of a tenant.

/** At most so many in any stretch of time so long. */
export interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

export interface RateLimits {
  readonly conversation: readonly Limit[];
  readonly tenant: readonly Limit[];
}

/**
 * Teams' limits for a bot, https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, "for estimation
 * only". Of a tenant's 30 a second a third is left for answers, which nobody limits.
 */
export const teamsLimits: RateLimits = {
  conversation: [
    { most: 7, withinMs: 1_000 },
    { most: 8, withinMs: 2_000 },
    { most: 60, withinMs: 30_000 },
    { most: 1_800, withinMs: 3_600_000 },
  ],
  tenant: [{ most: 20, withinMs: 1_000 }],
};

/** More conversations than this are not remembered: a tenant's limit allows no more in an hour. */
const mostConversations = 100_000;
/** A turn further ahead than this was given by a clock that has been set back since. */
const clockSetBackMs = 60_000;

/** As many conversations may be throttled within so long before their tenant is taken to be. */
const mostThrottled = 2;
const lateMs = 60_000;

/** When the latest messages to somebody went, or go, oldest first. */
interface Sent {
  times: number[];
  /** So long the list may become before it is looked through for what is too old to matter. */
  mostTimes: number;
}

const fewTimes = 16;

/** Gives turns to write. Times are real ones, in milliseconds. */
export class Turns {
  readonly #limits: RateLimits;
  readonly #conversations = new Remembered();
  readonly #tenants = new Remembered();
  readonly #pausedUntil = new Map<string, number>();
  readonly #throttled = new Map<string, { readonly conversation: string; readonly at: number }[]>();
  #sharers = 1;

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** So many instances share what a tenant allows. */
  shareAmong(sharers: number): void {
    this.#sharers = Math.max(1, sharers);
  }

  /**
   * Teams asks to wait with a conversation. That of one or two may be theirs alone; from the third within a minute on
   * it is the tenant that gets too much, and nothing goes to it until then.
   */
  throttled(tenant: string, conversation: string, until: number, now: number): void {
    const lately = (this.#throttled.get(tenant) ?? []).filter(({ at }) => at > now - lateMs && at <= now);
    const others = lately.filter((one) => one.conversation !== conversation).slice(-mostThrottled);
    this.#throttled.set(tenant, [...others, { conversation, at: now }]);
    if (others.length < mostThrottled) return;
    this.#pausedUntil.set(tenant, Math.max(until, this.#pausedUntil.get(tenant) ?? 0));
  }

  /** The tenants that nothing may go to now, and until when. */
  paused(now: number): ReadonlyMap<string, number> {
    for (const [tenant, until] of this.#pausedUntil) if (until <= now) this.#pausedUntil.delete(tenant);
    return this.#pausedUntil;
  }

  /**
   * Takes the next turn to write to a conversation, if it is no more than `atMost` away; else none.
   *
   * @returns how many milliseconds away the turn is, or would be
   */
  take(
    tenant: string,
    conversation: string,
    now: number,
    atMost: number,
  ): { readonly in: number; readonly taken: boolean } {
    const toConversation = this.#conversations.of(`${tenant} ${conversation}`, now);
    const toTenant = this.#tenants.of(tenant, now);
    const turn = Math.max(
      now,
      this.#pausedUntil.get(tenant) ?? 0,
      nextAfter(toConversation, this.#limits.conversation),
      nextAfter(toTenant, this.#tenantLimits()),
    );
    const wait = { in: turn - now, taken: turn - now <= atMost };
    if (!wait.taken) return wait;
    note(toConversation, turn, this.#limits.conversation);
    note(toTenant, turn, this.#tenantLimits());
    return wait;
  }

  #tenantLimits(): readonly Limit[] {
    if (this.#sharers === 1) return this.#limits.tenant;
    return this.#limits.tenant.map(({ most, withinMs }) => ({
      most: Math.max(1, Math.floor(most / this.#sharers)),
      withinMs,
    }));
  }
}

/** What is remembered of many: those not heard of for the longest are forgotten, many at a time, when there are too many. */
class Remembered {
  #young = new Map<string, Sent>();
  #old = new Map<string, Sent>();

  of(key: string, now: number): Sent {
    const known = this.#young.get(key) ?? this.#old.get(key);
    const isUsable = known && (known.times.at(-1) ?? 0) <= now + clockSetBackMs;
    const sent = isUsable ? known : { times: [], mostTimes: fewTimes };
    if (this.#young.size >= mostConversations / 2) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, sent);
    return sent;
  }
}

/** The first instant at which one more is within all limits; never before a turn that has been given. */
function nextAfter({ times }: Sent, limits: readonly Limit[]): number {
  const free = limits.map(({ most, withinMs }) => {
    const before = times[times.length - most];
    return before === undefined ? 0 : before + withinMs;
  });
  return Math.max(times.at(-1) ?? 0, ...free);
}

function note(sent: Sent, turn: number, limits: readonly Limit[]): void {
  sent.times.push(turn);
  if (sent.times.length < sent.mostTimes) return;
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const most = Math.max(...limits.map((limit) => limit.most));
  sent.times = sent.times.slice(-most).filter((time) => time > turn - longest);
  sent.mostTimes = Math.max(fewTimes, 2 * sent.times.length);
}
