// A tenant of a test's own: the metadata and keys that it publishes, and tokens as Teams gives them to a tab.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { tenant } from './service.ts';

export const appId = '99999999-9999-4999-8999-999999999999';

export interface TokenParts {
  readonly claims?: JWTPayload;
  /** Claims that are left out. */
  readonly without?: readonly string[];
  readonly header?: Readonly<Record<string, string>>;
  /** The key that signs, where it is not the published one. */
  readonly key?: CryptoKey | Uint8Array;
}

/** Publishes a key for every tenant that is asked for. */
export async function startTenant() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const stranger = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig' };
  const asked: string[] = [];
  let isDown = false;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = isDown ? 503 : 200;
    const [, of = ''] = (request.url ?? '').split('/');
    const metadata = { issuer: issuerOf(of), jwks_uri: `${authority}/${of}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.endsWith('/keys') ? { keys: [jwk] } : metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuerOf = (of: string): string => `${authority}/${of}/v2.0`;

  /** An Authorization header; valid but for what is given. */
  async function bearer(person: string, { claims = {}, without = [], header = {}, key = privateKey }: TokenParts = {}) {
    const now = Math.floor(Date.now() / 1000);
    const of = typeof claims.tid === 'string' ? claims.tid : tenant;
    const usual = { ver: '2.0', tid: tenant, oid: person, name: 'Sara Sekreterare', scp: 'openid access_as_user' };
    const times = { iss: issuerOf(of), aud: appId, iat: now, nbf: now - 60, exp: now + 3_600 };
    const kept = Object.entries({ ...usual, ...times, ...claims }).filter(([name]) => !without.includes(name));
    const token = new SignJWT(Object.fromEntries(kept)).setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header });
    return `Bearer ${await token.sign(key)}`;
  }

  return {
    authority,
    asked,
    stranger,
    publicKey,
    bearer,
    setDown(down: boolean) {
      isDown = down;
    },
    stop: () => server.close(),
  };
}
export type Tenant = Awaited<ReturnType<typeof startTenant>>;
