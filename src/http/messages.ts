// The guard of /api/messages: what it lets through is safe to hand to the Bot Framework.
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { MinuteCounts, secondsToWait } from '../minute-counts.ts';
import { readJson } from './body.ts';
import { type HttpReply, Refusal, type Route } from './server.ts';

/** Who may speak to the bot, and from where. */
export interface Guard {
  /** What a token must say of itself; null where nobody is authenticated. */
  readonly token: { readonly issuer: string; readonly audience: string } | null;
  readonly channels: readonly string[];
  /** Tenant ids, lower case; empty where any will do. */
  readonly tenants: readonly string[];
  readonly allowsServiceUrl: (url: string) => boolean;
}

/**
 * Hands a checked activity to the bot; `unauthorized` where the token turns out to be false, `unavailable` where that
 * cannot be told now.
 */
export type Deliver = (
  authorization: string,
  activity: Activity,
) => Promise<'unauthorized' | 'unavailable' | { readonly status: number; readonly body: unknown }>;

/** Messages of Teams are at most 100 kB. */
const maxBodyBytes = 256 * 1024;
/** A minute and an address; Teams itself never fails. */
const maxFailures = 30;

// Long enough for Teams' identifiers; they are kept in memory.
const id = z.string().min(1).max(1_000);
const words = z.string().nullish();

/** The fields that the SDK relies on without looking. */
const Activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().max(100),
  serviceUrl: z.string().min(1).max(1_000),
  from: z.looseObject({ id, name: words }),
  recipient: z.looseObject({ id, name: words }),
  conversation: z.looseObject({ id, name: words, tenantId: words, conversationType: words }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: words }).nullish() }).nullish(),
  name: words,
  text: words,
  locale: words,
  replyToId: words,
  deliveryMode: words,
});
export type Activity = z.infer<typeof Activity>;

/** The route that Teams posts to. */
export function messagesRoute(guard: Guard, deliver: Deliver, clock: Clock, log: Log): Route {
  const failures = new MinuteCounts(clock);
  return {
    method: 'post',
    path: '/api/messages',
    async handle(request) {
      const authorization = request.headers.authorization ?? '';
      checkToken(guard, authorization, request, failures, log);
      const activity = checkActivity(await readJson(request, maxBodyBytes), guard);
      const answer = await deliver(authorization, activity);
      if (answer === 'unauthorized') throw unauthorized(request, failures, log);
      // Whoever has a token that is right may come again with it.
      if (answer === 'unavailable') throw new Refusal(503, 'keys not available', { 'retry-after': '5' });
      return toHttpReply(answer);
    },
  };
}

function toHttpReply({ status, body }: { readonly status: number; readonly body: unknown }): HttpReply {
  return body === undefined || body === null ? { status } : { status, body };
}

/**
 * Turns away what cannot be a token of the channel, before the SDK learns of it: the SDK would believe tokens of the
 * emulator and of any tenant, and keep what they say of themselves.
 *
 * An address that has failed too often is turned away here too, but a token that looks right is always verified: behind
 * a proxy Teams has the same address as its attackers.
 */
function checkToken(
  guard: Guard,
  authorization: string,
  request: IncomingMessage,
  failures: MinuteCounts,
  log: Log,
): void {
  if (!guard.token || looksRight(authorization, guard.token)) return;
  const { times, secondsLeft } = failures.of(addressOf(request));
  const wait = secondsToWait({ times: times + 1, secondsLeft }, maxFailures);
  if (wait > 0) throw new Refusal(429, 'too many failed attempts', { 'retry-after': String(wait) });
  throw unauthorized(request, failures, log);
}

function unauthorized(request: IncomingMessage, failures: MinuteCounts, log: Log): Refusal {
  const address = addressOf(request);
  // Once: the log must not grow with the attempts.
  if (failures.add(address).times === maxFailures) log.warn({ address }, 'too many failed authentications');
  return new Refusal(401, 'unauthorized', { 'www-authenticate': 'Bearer' });
}

function addressOf(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? '';
}

const TokenHeader = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string() });
const TokenClaims = z.object({ iss: z.string(), aud: z.string() });

function looksRight(authorization: string, expected: NonNullable<Guard['token']>): boolean {
  const [, header = '', payload = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/i.exec(authorization) ?? [];
  const claims = TokenClaims.safeParse(decodePart(payload)).data;
  return (
    TokenHeader.safeParse(decodePart(header)).success &&
    claims?.iss === expected.issuer &&
    claims.aud === expected.audience
  );
}

function decodePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function checkActivity(body: unknown, guard: Guard): Activity {
  const read = Activity.safeParse(body);
  if (!read.success) {
    const where = read.error.issues[0]?.path.join('.');
    throw new Refusal(400, where ? `not an activity: ${where}` : 'not an activity');
  }
  const activity = read.data;
  if (!guard.channels.includes(activity.channelId)) throw new Refusal(403, 'channel not allowed');
  if (!guard.allowsServiceUrl(activity.serviceUrl)) throw new Refusal(403, 'serviceUrl not allowed');
  if (!isTenantAllowed(activity, guard.tenants)) throw new Refusal(403, 'tenant not allowed');
  return activity;
}

/** Every tenant that an activity names must be on the list, and it must name one. */
function isTenantAllowed({ conversation, channelData }: Activity, allowed: readonly string[]): boolean {
  if (allowed.length === 0) return true;
  const named = [conversation.tenantId, channelData?.tenant?.id].filter(
    (tenant) => tenant !== null && tenant !== undefined,
  );
  return named.length > 0 && named.every((tenant) => allowed.includes(tenant.toLowerCase()));
}

/** Allows https addresses on these hosts; "*." stands for any subdomain. */
export function allowHosts(patterns: readonly string[]): Guard['allowsServiceUrl'] {
  return (url) => {
    const parsed = plainUrl(url);
    if (parsed?.protocol !== 'https:') return false;
    return patterns.some((pattern) =>
      pattern.startsWith('*.') ? parsed.hostname.endsWith(pattern.slice(1)) : parsed.hostname === pattern,
    );
  };
}

/** Allows addresses on this machine only, for development. */
export function allowLoopback(isLoopback: (host: string) => boolean): Guard['allowsServiceUrl'] {
  return (url) => {
    const parsed = plainUrl(url);
    return parsed !== null && /^https?:$/.test(parsed.protocol) && isLoopback(parsed.hostname);
  };
}

/** The parsed address; null where it is none or carries a user name, which may hide the real host. */
function plainUrl(url: string): URL | null {
  const parsed = URL.parse(url);
  return parsed?.username === '' && parsed.password === '' ? parsed : null;
}
