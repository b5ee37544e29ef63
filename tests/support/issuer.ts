// A publisher of tokens of a test's own: an OpenID metadata server and the keys that it publishes.
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Channel } from '../../src/teams/adapter.ts';

export interface Token {
  readonly header?: object;
  readonly claims?: object;
  /** The key that signs, where it is not the published one. */
  readonly key?: KeyObject;
  readonly algorithm?: 'RS256' | 'HS256' | 'none';
}

/** Starts a publisher whose key is endorsed for Teams, as the Bot Connector's are. */
export async function startIssuer(audience: string, serviceUrl: string) {
  let published = makeKey('first');
  const stranger = makeKey('stranger').privateKey;
  let asked = 0;
  let state: 'up' | 'failing' | 'cutting' | 'hanging' = 'up';
  const server = createServer((request, response) => {
    const metadata = { issuer, jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    response.setHeader('content-type', 'application/json');
    asked += 1;
    if (state === 'failing') response.statusCode = 503;
    if (state === 'cutting') response.destroy();
    else if (state !== 'hanging')
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [published.jwk] } : metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const issuer = 'https://api.botframework.com';
  const channel: Channel = { issuer, openIdMetadataUrl: `${address}/openid` };

  const now = () => Math.floor(Date.now() / 1000);
  /** An Authorization header; valid but for what is given. */
  function bearer({ header = {}, claims = {}, key = published.privateKey, algorithm = 'RS256' }: Token = {}): string {
    const usual = { iss: issuer, aud: audience, serviceurl: serviceUrl, nbf: now() - 60, exp: now() + 3_600 };
    const head = encode({ typ: 'JWT', alg: algorithm, kid: published.jwk.kid, ...header });
    const signed = `${head}.${encode({ ...usual, ...claims })}`;
    return `Bearer ${signed}.${signature(signed, algorithm, key)}`;
  }

  function signature(signed: string, algorithm: string, key: KeyObject): string {
    if (algorithm === 'none') return '';
    if (algorithm === 'RS256') return sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
    // The classic confusion: the public key, which everybody has, as the secret of a symmetric signature.
    const secret = published.publicKey.export({ type: 'spki', format: 'pem' });
    return createHmac('sha256', secret).update(signed).digest('base64url');
  }

  return {
    channel,
    bearer,
    stranger,
    now,
    /** How many requests for metadata and keys have come. */
    asked: () => asked,
    /** How it answers from now on, if at all. */
    become(next: typeof state) {
      state = next;
    },
    /** Publishes another key from now on instead of the one before. */
    rotate(name: string) {
      published = makeKey(name);
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

function makeKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey, jwk: { kty: 'RSA', use: 'sig', kid, n, e, endorsements: ['msteams'] } };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
