// Addresses of files: they say what to make, cannot be guessed or altered, and lead nowhere after a while.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { FileQuery } from '../query.ts';
import type { SecretStore } from '../store/store.ts';

/** How long an address leads somewhere. */
export const linkMinutes = 60;

const secretName = 'plan-files';

/** The secret that addresses are sealed with: the same for all instances of the bot. */
export function fileSecret(secrets: SecretStore): Promise<string> {
  return secrets.keep(secretName, randomBytes(32).toString('base64url'));
}

const Sealed = z.strictObject({ query: FileQuery, until: z.int() });

/** Longer is no address of ours. In characters. */
const longestToken = 500;

/** The token of an address. */
export function sealed(query: FileQuery, secret: string, now: Date): string {
  const until = now.getTime() + linkMinutes * 60_000;
  const body = Buffer.from(JSON.stringify({ query, until } satisfies z.infer<typeof Sealed>)).toString('base64url');
  return `${body}.${sealOf(body, secret).toString('base64url')}`;
}

/** What a token asks for; null where it is not ours, or its time is over. */
export function opened(token: string, secret: string, now: Date): FileQuery | null {
  const [body = '', seal = '', more] = token.slice(0, longestToken).split('.');
  const [own, given] = [sealOf(body, secret), Buffer.from(seal, 'base64url')];
  if (more !== undefined || own.length !== given.length || !timingSafeEqual(own, given)) return null;
  const read = Sealed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return read.success && now.getTime() <= read.data.until ? read.data.query : null;
}

function sealOf(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(body).digest();
}
