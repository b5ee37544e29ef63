// Who reads the tab: the token that Teams gives it, checked against the keys that the reader's tenant publishes.
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Author } from '../plan/change.ts';

/** What a token says of its bearer. `forged`: it is nothing that Teams could have sent. */
export type Entry =
  | { readonly kind: 'reader'; readonly reader: Author }
  | { readonly kind: 'forged' | 'invalid' | 'refused' | 'unavailable' };

export interface SignInParts {
  /** Where tenants publish their keys: "https://login.microsoftonline.com". */
  readonly authority: string;
  /** The app that tokens must be made for, lower case. */
  readonly audience: string;
  /** Tenant ids whose people may read, lower case. */
  readonly tenants: readonly string[];
  readonly clock: Clock;
}

/** The scope that an app has its users' tokens under, by Teams' rule. */
const scope = 'access_as_user';
/** Clocks differ. */
const toleranceSeconds = 60;
const timeoutMs = 5_000;
const metadataForMs = 24 * 60 * 60_000;
/** After a tenant's metadata could not be had. */
const pauseMs = 10_000;

const Claims = z.object({
  ver: z.literal('2.0'),
  tid: z.guid().toLowerCase(),
  oid: z.guid().toLowerCase(),
  name: z.string().optional(),
  scp: z.string(),
});
const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

interface Publisher {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
}

/** Reads Authorization headers. */
export function makeSignIn(parts: SignInParts): (authorization: string) => Promise<Entry> {
  const { audience, tenants, clock } = parts;
  const publisherOf = publishers(parts);

  return async (authorization) => {
    const token = /^Bearer ([\w.-]{1,16000})$/i.exec(authorization)?.[1] ?? '';
    const claimed = unverified(token);
    if (claimed === null || claimed.aud !== audience) return { kind: 'forged' };
    // Before its keys are looked for: who may read is settled by us, not by the token.
    const tenant = typeof claimed.tid === 'string' ? claimed.tid.toLowerCase() : '';
    if (!tenants.includes(tenant)) return { kind: 'refused' };
    try {
      const { issuer, keys } = await publisherOf(tenant);
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256'],
        clockTolerance: toleranceSeconds,
        currentDate: clock(),
        requiredClaims: ['exp', 'nbf'],
      });
      return entryOf(payload, tenant);
    } catch (error) {
      return { kind: isPublishersFault(error) ? 'unavailable' : 'invalid' };
    }
  };
}

/** What a token says of itself; null where it is none. */
function unverified(token: string): JWTPayload | null {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === 'RS256' && typeof kid === 'string' ? decodeJwt(token) : null;
  } catch {
    return null;
  }
}

function entryOf(payload: JWTPayload, tenant: string): Entry {
  const { data: claims } = Claims.safeParse(payload);
  if (!claims || claims.tid !== tenant || !claims.scp.split(' ').includes(scope)) return { kind: 'invalid' };
  const name = claims.name?.trim().slice(0, 200).toWellFormed() || claims.oid;
  return { kind: 'reader', reader: { tenant, person: claims.oid, name } };
}

class Unpublished extends Error {}

function isPublishersFault(error: unknown): boolean {
  if (error instanceof Unpublished || error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid)
    return true;
  // jose's own errors are about the token; anything else kept us from the keys.
  return !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC';
}

/** The issuer and keys of each tenant, read when first needed and once a day. */
function publishers({ authority, clock }: SignInParts): (tenant: string) => Promise<Publisher> {
  const known = new Map<string, { readonly until: number; readonly publisher: Promise<Publisher> }>();
  return (tenant) => {
    const now = clock().getTime();
    const cached = known.get(tenant);
    if (cached && cached.until > now) return cached.publisher;
    const publisher = readPublisher(authority, tenant);
    known.set(tenant, { until: now + metadataForMs, publisher });
    publisher.catch(() => known.set(tenant, { until: now + pauseMs, publisher }));
    return publisher;
  };
}

async function readPublisher(authority: string, tenant: string): Promise<Publisher> {
  const address = `${authority}/${tenant}/v2.0/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    const { issuer, jwks_uri } = Metadata.parse(await response.json());
    const keysAt = new URL(jwks_uri);
    if (keysAt.origin !== new URL(authority).origin) throw new Error('the keys are published elsewhere');
    return { issuer, keys: createRemoteJWKSet(keysAt, { timeoutDuration: timeoutMs }) };
  } catch (error) {
    throw new Unpublished(`no metadata at ${address}`, { cause: error });
  }
}
