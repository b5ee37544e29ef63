// Why a message was not sent, by what the SDK rejects with.
import { z } from 'zod';
import type { SendOutcome } from '../reminders/failure.ts';

/** The SDK's error, where Teams has answered. */
const Answered = z.object({
  statusCode: z.int(),
  code: z.string().nullish().catch(null),
  response: z
    .object({ headers: z.custom<{ get(name: string): unknown }>(hasGet) })
    .nullish()
    .catch(null),
  details: z.unknown().optional(),
});
const Coded = z.object({ name: z.string().catch(''), code: z.string().catch('') });
/** Of the library that fetches the bot's tokens. */
const TokenError = z.object({ errorCode: z.string() });
/** Teams' older word for it stands beside its error, or in it. */
const SubCode = z.object({ subCode: z.string() });
const Inside = z.object({ error: z.object({ code: z.string().optional(), subCode: z.string().optional() }) });

/** What says that nothing has left this machine. */
const unreachedCodes = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EMFILE',
];
/** What says so of an encrypted connection that did not come about. */
const notTrusted = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/;
/** What a server of tokens says of a client that it does not know. */
const refusedTokens = /^(?:invalid_client|unauthorized_client|invalid_request|access_denied|invalid_grant)/;

export function unsentBy(error: unknown, now: Date): SendOutcome {
  const answered = Answered.safeParse(error);
  if (answered.success) {
    const { statusCode: status, response } = answered.data;
    // Something in between has answered, with what Teams would not say.
    if (status < 300) return { kind: 'unanswered', code: answered.data.code ?? 'unknown' };
    return { kind: 'answered', status, code: wordOf(answered.data), retryAfterMs: retryAfter(response?.headers, now) };
  }
  const token = TokenError.safeParse(error);
  if (token.success) {
    const code = token.data.errorCode;
    return { kind: refusedTokens.test(code) ? 'unauthorized' : 'unreached', code };
  }
  const { name, code } = Coded.catch({ name: '', code: '' }).parse(error);
  if (unreachedCodes.includes(code) || notTrusted.test(code)) return { kind: 'unreached', code };
  return { kind: 'unanswered', code: code || name || 'unknown' };
}

function hasGet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';
}

/** Teams' word for what is wrong, the narrower one where there are two. */
function wordOf({ code, details }: z.infer<typeof Answered>): string | null {
  const beside = SubCode.safeParse(details).data?.subCode;
  const inside = Inside.safeParse(details).data?.error;
  return beside ?? inside?.subCode ?? inside?.code ?? code ?? null;
}

/** In seconds, or as a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function retryAfter(headers: { get(name: string): unknown } | undefined, now: Date): number | null {
  const said = headers?.get('retry-after');
  if (typeof said !== 'string' || said.trim() === '') return null;
  const ms = /^\s*\d+(?:\.\d+)?\s*$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
