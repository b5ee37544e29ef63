// The secrets in calendar addresses: made at random, kept only as hashes, told apart from everything else by shape.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MeetingId } from '../plan/ids.ts';

const tokenBytes = 32;

/** 256 random bits: an address that cannot be guessed. */
export function makeToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** Whether a text can be a token: 43 characters of base64url, and nothing else. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is stored of a token. A plain hash is enough: there is nothing to try out in 256 bits. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The last characters of a token, by which its owner can tell one address from another. */
export function hintOf(token: string): string {
  return token.slice(-4);
}

/** The token of one meeting's file: whoever has the bot's secret can make it, and nobody else. */
export function meetingToken(secret: string, meeting: MeetingId): string {
  return createHmac('sha256', secret).update(`calendar file of meeting ${meeting}`).digest('base64url');
}

/** Compares in a time that tells nothing of where two tokens differ. */
export function sameToken(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
