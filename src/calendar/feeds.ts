// What owners do with their feeds: make one, list them, give one a new address, turn one off.
import { randomUUID } from 'node:crypto';
import type { Identity } from '../plan/change.ts';
import type { MeetingId } from '../plan/ids.ts';
import type { Locale } from '../render/dates.ts';
import type { Feed, FeedClient, FeedStore, SecretStore } from '../store/store.ts';
import { subscribeLink } from './deep-link.ts';
import { hashOf, hintOf, makeToken, meetingToken } from './feed-token.ts';
import { FeedContent } from './selection.ts';
import { graceDays } from './serving.ts';

/** Where links to the bot lead. */
export interface Address {
  /** Without a slash at its end. */
  readonly url: string;
  /** False where only this machine can follow them. */
  readonly worksOutside: boolean;
}

/** A feed's address, told once: it is kept nowhere. */
export interface FeedAddress {
  readonly id: string;
  readonly url: string;
  /** Opens the reader's calendar program with the subscription. */
  readonly webcal: string;
  readonly worksOutside: boolean;
}

/** A feed as its owner sees it in a list. */
export interface OwnFeed {
  readonly id: string;
  readonly content: FeedContent;
  /** The last four characters of its address before ".ics". */
  readonly hint: string;
  readonly createdAt: string;
  readonly lastFetch: { readonly day: string; readonly client: FeedClient } | null;
}

export type Created =
  | { readonly kind: 'created'; readonly address: FeedAddress }
  /** The owner has as many as one may have. */
  | { readonly kind: 'too-many'; readonly most: number };

export interface Feeds {
  create(content: FeedContent, owner: Identity, now: Date): Promise<Created>;
  /** Oldest first. */
  list(owner: Identity): Promise<OwnFeed[]>;
  /** A new address; the old one serves an empty calendar for a time. Null where the owner has no such feed. */
  rotate(id: string, owner: Identity, now: Date): Promise<FeedAddress | null>;
  /** False where the owner has no such feed. */
  revoke(id: string, owner: Identity, now: Date): Promise<boolean>;
  forget(owner: Identity): Promise<void>;
  /** Forgets the addresses that have ended and whose time is over. */
  tidy(now: Date): Promise<void>;
  /** The address of one meeting's file: the same always, and open to whoever is given it. */
  meetingLink(meeting: MeetingId, locale: Locale): string;
}

/** Nobody needs more; each is an address that somebody may hold. */
const mostFeeds = 30;

/**
 * @param secret see `calendarSecret`
 * @param address asked each time: the port may be known only once the server listens
 */
export function makeFeeds(feeds: FeedStore, secret: string, address: () => Address): Feeds {
  const addressOf = (id: string, token: string): FeedAddress => {
    const { url, worksOutside } = address();
    const feedUrl = `${url}/calendar/${token}.ics`;
    return { id, url: feedUrl, webcal: subscribeLink(feedUrl), worksOutside };
  };
  return {
    async create(content, owner, now) {
      if ((await feeds.listOf(owner)).length >= mostFeeds) return { kind: 'too-many', most: mostFeeds };
      const token = makeToken();
      const id = randomUUID();
      await feeds.create({ ...newFeed(content, owner, now), id, hash: hashOf(token), hint: hintOf(token) });
      return { kind: 'created', address: addressOf(id, token) };
    },
    async list(owner) {
      return (await feeds.listOf(owner)).map(asOwn);
    },
    async rotate(id, owner, now) {
      const token = makeToken();
      const next = { hash: hashOf(token), hint: hintOf(token) };
      return (await feeds.rotate(id, owner, next, now.toISOString())) ? addressOf(id, token) : null;
    },
    revoke: (id, owner, now) => feeds.revoke(id, owner, now.toISOString()),
    forget: (owner) => feeds.forget(owner),
    tidy: (now) => feeds.forgetEnded(new Date(now.getTime() - graceDays * 86_400_000).toISOString()),
    meetingLink: (meeting, locale) =>
      `${address().url}/calendar/${meetingToken(secret, meeting)}/${meeting}.ics${locale === 'sv' ? '' : `?lang=${locale}`}`,
  };
}

/** What the tokens of meetings' files are made with: the same on every server, for ever. */
export function calendarSecret(secrets: SecretStore): Promise<string> {
  return secrets.keep('calendar files', makeToken());
}

function newFeed(content: FeedContent, owner: Identity, now: Date) {
  const { tenant, person } = owner;
  return {
    owner: { tenant, person },
    content: FeedContent.parse(content),
    createdAt: now.toISOString(),
    state: { kind: 'live' as const },
    lastFetch: null,
  };
}

function asOwn({ id, content, hint, createdAt, lastFetch }: Feed): OwnFeed {
  return { id, content: FeedContent.parse(content), hint, createdAt, lastFetch };
}
