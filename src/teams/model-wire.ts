// How a language model is reached: once, in time, where the settings say and nowhere else, and no more than a page back.
import { z } from 'zod';
import type { Tokens } from '../model/completion.ts';

export interface Failure {
  /** Tells nothing of question or key. */
  readonly reason: string;
  readonly waitMs: number | null;
}

export interface Wire {
  /** Never rejects: where something went wrong, the SDK gets an answer without words. It prints errors, whole. */
  readonly fetch: typeof fetch;
  /** Of all requests so far. */
  tokens(): Tokens;
  /** What went wrong last; null where nothing did. */
  failure(): Failure | null;
}

/** A query is a few hundred bytes. */
const mostBytes = 64 * 1_024;
/** Where the service does not count: characters a token, rather too few than too many. */
const charactersAToken = 3;

/** The part of a chat completion that teams-ai relies on without looking. */
const ChatCompletion = z.looseObject({
  choices: z
    .array(z.looseObject({ message: z.looseObject({ role: z.string(), content: z.string().nullish() }) }))
    .min(1),
});
/** More than any prompt of ours: a service that says so does not count. */
const counted = z.int().nonnegative().max(1_000_000);
const Usage = z.looseObject({ usage: z.looseObject({ prompt_tokens: counted, completion_tokens: counted }) });

const nothing = { choices: [{ index: 0, message: { role: 'assistant', content: '' } }] };

/** The service answered, but not with an answer. */
class WireError extends Error {
  readonly waitMs: number | null;
  constructor(message: string, waitMs: number | null = null) {
    super(message);
    this.name = 'WireError';
    this.waitMs = waitMs;
  }
}

/**
 * @param signal ends every request
 * @param isLocal whether the service is on this machine, where it may do without TLS
 */
export function makeWire(signal: AbortSignal, isLocal: boolean): Wire {
  let tokens: Tokens = { prompt: 0, completion: 0 };
  let failure: Failure | null = null;

  const spend = (more: Tokens): void => {
    tokens = { prompt: tokens.prompt + more.prompt, completion: tokens.completion + more.completion };
  };

  async function request(url: URL, init: RequestInit): Promise<Response> {
    const response = await fetch(url, { ...init, signal, redirect: 'error' });
    const text = await readLimited(response);
    if (!response.ok) throw new WireError(describe(response.status, text), waitOf(response.headers));
    spend(tokensOf(text, init));
    if (!ChatCompletion.safeParse(parsed(text)).success) throw new WireError('no chat completion');
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  }

  return {
    async fetch(target, init = {}) {
      failure = null;
      try {
        return await request(plainWhereLocal(target, isLocal), init);
      } catch (error) {
        failure = failureOf(error, signal);
        // Whoever stops listening pays all the same.
        if (signal.aborted) spend(tokensOf('', init));
        return Response.json(nothing);
      }
    },
    tokens: () => tokens,
    failure: () => failure,
  };
}

/** teams-ai takes Azure's address over TLS only; a stand-in on this machine has none. */
function plainWhereLocal(target: Parameters<typeof fetch>[0], isLocal: boolean): URL {
  const url = new URL(target instanceof Request ? target.url : target);
  if (isLocal) url.protocol = 'http:';
  return url;
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostBytes) throw new WireError('an answer without end');
  }
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** As the service counts; where it does not, what was sent is counted all the same. */
function tokensOf(text: string, { body }: RequestInit): Tokens {
  const said = Usage.safeParse(parsed(text));
  if (said.success) return { prompt: said.data.usage.prompt_tokens, completion: said.data.usage.completion_tokens };
  const tokensIn = (characters: string) => Math.ceil(characters.length / charactersAToken);
  return { prompt: tokensIn(String(body ?? '')), completion: tokensIn(text) };
}

const Refused = z.looseObject({ error: z.looseObject({ code: z.string().regex(/^\w{1,40}$/) }) });

/** The status, and the service's own word for it where it has one: "status 401 invalid_api_key". */
function describe(status: number, body: string): string {
  const refused = Refused.safeParse(parsed(body));
  return `status ${status}${refused.success ? ` ${refused.data.error.code}` : ''}`;
}

/** How long the service wants to be left alone, in seconds or, as Azure says too, milliseconds. */
function waitOf(headers: Headers): number | null {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const wait = Number.isFinite(ms) ? ms : seconds * 1_000;
  return Number.isFinite(wait) && wait > 0 ? wait : null;
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return { reason: 'no answer in time', waitMs: null };
  if (error instanceof WireError) return { reason: error.message, waitMs: error.waitMs };
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'connection lost';
  return { reason: `unreachable: ${code}`, waitMs: null };
}
