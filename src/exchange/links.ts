// Addresses of files: they say what to make, in a way that nobody else can read, guess or alter, and lead nowhere after a
// while.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Identity } from '../plan/change.ts';
import { FileQuery } from '../query.ts';
import type { SecretStore } from '../store/store.ts';

/** What an address leads to: a file of the plan, or all that is kept of one person. */
export const Wanted = z.discriminatedUnion('kind', [
  FileQuery,
  z.strictObject({ kind: z.literal('own-data'), owner: Identity, locale: z.enum(['sv', 'en']) }),
]);
export type Wanted = z.infer<typeof Wanted>;

/** How long an address leads somewhere. */
export const linkMinutes = 60;

const secretName = 'plan-files';

/** The secret that addresses are sealed with: the same for all instances of the bot. */
export function fileSecret(secrets: SecretStore): Promise<string> {
  return secrets.keep(secretName, randomBytes(32).toString('base64url'));
}

const Sealed = z.strictObject({ wanted: Wanted, until: z.int() });

/** Longer is no address of ours. In characters. */
const longestToken = 2_000;
/** Also tells whether anything was altered. */
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The token of an address. It tells nothing of whom it is for: addresses stand in the histories of browsers and proxies. */
export function sealed(wanted: Wanted, secret: string, now: Date): string {
  const until = now.getTime() + linkMinutes * 60_000;
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(secret), nonce);
  const text = JSON.stringify({ wanted, until } satisfies z.infer<typeof Sealed>);
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), body]).toString('base64url');
}

/** What a token asks for; null where it is not ours, or its time is over. */
export function opened(token: string, secret: string, now: Date): Wanted | null {
  const text = unsealed(Buffer.from(token.slice(0, longestToken), 'base64url'), secret);
  const read = text === null ? null : Sealed.safeParse(JSON.parse(text));
  return read?.success && now.getTime() <= read.data.until ? read.data.wanted : null;
}

function unsealed(bytes: Buffer, secret: string): string | null {
  if (bytes.length <= nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(0, nonceBytes);
  const opening = createDecipheriv(cipher, keyOf(secret), nonce, { authTagLength: tagBytes });
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const start = opening.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([start, opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
