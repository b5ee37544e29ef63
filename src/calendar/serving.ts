// What is behind a calendar address: a feed, a feed that has ended, one meeting's file, or nothing.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Identity } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import { MeetingId } from '../plan/ids.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Locale } from '../render/dates.ts';
import type { Feed, FeedClient, FeedStore } from '../store/store.ts';
import { type Body, bodyOf, makeBodies } from './bodies.ts';
import { calendarOf, type EventLink } from './events.ts';
import { endedCalendar } from './feed.ts';
import { hashOf, isToken, meetingToken, sameToken } from './feed-token.ts';
import { FeedContent, type Selection } from './selection.ts';

export interface Served {
  readonly body: Body;
  /** It could not be made anew: this is how it was. */
  readonly isStale: boolean;
}

export interface Serving {
  /** The feed of a token; null where there is none. Costs one look-up, whatever the token looks like. */
  feed(token: string, client: FeedClient): Promise<Served | null>;
  /** The file of one meeting; null where the token is not the meeting's, or the meeting has no day. */
  meeting(token: string, id: string, locale: Locale): Served | null;
}

export interface ServingParts {
  readonly feeds: Pick<FeedStore, 'byHash' | 'fetched'>;
  /** Makes the tokens of meetings' files. */
  readonly secret: string;
  readonly ledger: () => Ledger;
  /** What somebody subscribes to at the time. */
  readonly subscriptionsOf: (owner: Identity) => Promise<readonly Selection[]>;
  /** Where more about an event is found; null where that is nowhere. */
  readonly link: EventLink | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long an address that has ended serves an empty calendar: clients keep what they have when they meet an error. */
export const graceDays = 30;

export function makeServing(parts: ServingParts): Serving {
  const { feeds, secret, ledger, clock, log, link } = parts;
  const bodies = makeBodies(ledger, clock, link, log);
  return {
    async feed(token, client) {
      const feed = await feeds.byHash(hashOf(isToken(token) ? token : 'not a token'));
      if (!feed || hasPassed(feed, clock())) return null;
      const content = FeedContent.parse(feed.content);
      if (feed.state.kind !== 'live') return { body: endedBody(feed.state, content, ledger()), isStale: false };
      await remember(feed, client, parts);
      return bodies.of(await shownBy(content, feed.owner, parts));
    },
    meeting(token, id, locale) {
      // The token is made and compared even where the id cannot be one.
      const read = MeetingId.safeParse(id);
      const meeting = read.success ? read.data : MeetingId.parse('none');
      const isRight = sameToken(token, meetingToken(secret, meeting));
      if (!isRight || !read.success) return null;
      const shown = { selections: [{ kind: 'meeting' as const, meeting }], withActivities: false, locale };
      const body = bodyOf(calendarOf(ledger(), shown, null, link));
      return body.isEmpty ? null : { body, isStale: false };
    },
  };
}

function hasPassed({ state }: Feed, now: Date): boolean {
  return state.kind !== 'live' && now.getTime() > Date.parse(state.at) + graceDays * 86_400_000;
}

function endedBody(ended: Exclude<Feed['state'], { kind: 'live' }>, { locale }: FeedContent, ledger: Ledger): Body {
  return bodyOf(endedCalendar(ended.kind, locale, ledger.edition.plan.region.id, new Date(ended.at)));
}

async function shownBy({ of, withActivities, locale }: FeedContent, owner: Identity, parts: ServingParts) {
  if (of.kind === 'selections') return { selections: of.selections, withActivities, locale };
  return { selections: await parts.subscriptionsOf(owner), withActivities, locale, subscribed: true };
}

/** Once a day and program; that it fails is no reason to send nothing. */
async function remember({ hash, lastFetch }: Feed, client: FeedClient, { feeds, ledger, clock, log }: ServingParts) {
  try {
    const day = localAt(clock(), ledger().edition.plan.region.timeZone).day;
    if (lastFetch?.day !== day || lastFetch.client !== client) await feeds.fetched(hash, day, client);
  } catch (error) {
    log.warn({ err: error }, 'a fetch of a calendar could not be noted');
  }
}
