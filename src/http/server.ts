// The web server: routes in one list, short JSON for errors, and an orderly stop.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import restify from 'restify';
import { currentRequest, forRequest, type Log } from '../log.ts';

/**
 * What a route answers; bytes and a string are sent as they are, pieces of text one after another as the client takes
 * them; any other object becomes JSON.
 */
export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly handle: (request: IncomingMessage) => Promise<HttpReply>;
}

/** A request that is turned away: the status and a few words that tell nothing about the inside. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}

export interface HttpServer {
  /** Listens; resolves with the address, whose port is the real one where 0 was asked for. */
  start(port: number, host: string): Promise<AddressInfo>;
  /** Accepts nothing more, lets requests under way finish, and cuts those that take longer than the grace. */
  stop(graceMs: number): Promise<void>;
}

/** How long clients are waited for. In milliseconds. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  /** How often it is looked for those who have taken longer. */
  readonly checkMs: number;
}

/** Nothing legitimate is slow to send its few kilobytes. */
const usualPatience: Patience = { headersMs: 10_000, requestMs: 20_000, checkMs: 5_000 };
/** Longer than a proxy keeps its connections for further requests, usually a minute: it must not meet a closed one. */
const keptAliveMs = 75_000;

/** Told of every request that was answered: the route, not the address that was asked for. */
export type Answered = (route: string, status: number, seconds: number) => void;

/** Makes a server of these routes; it does not listen yet. */
export function makeServer(
  routes: readonly Route[],
  log: Log,
  answered: Answered = () => {},
  patience: Patience = usualPatience,
): HttpServer {
  const server = restify.createServer({ name: '' });
  Object.assign(server.server, {
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    // Node reads it when it begins to listen.
    connectionsCheckingInterval: patience.checkMs,
    keepAliveTimeout: keptAliveMs,
  });
  server.on('restifyError', nameOnly);
  for (const { method, path, handle } of routes) {
    // Restify wants it to be an async one.
    const handler = async (request: restify.Request, response: restify.Response) =>
      forRequest(randomUUID(), async () => {
        const began = performance.now();
        const reply = await handleSafely(handle, request, log);
        await send(response, reply, log);
        answered(path, reply.status, (performance.now() - began) / 1_000);
      });
    server[method](path, handler);
    if (method === 'get') server.head(path, handler);
  }
  return { start: (port, host) => listen(server, port, host), stop: (graceMs) => close(server, graceMs) };
}

async function handleSafely(handle: Route['handle'], request: IncomingMessage, log: Log): Promise<HttpReply> {
  try {
    return await handle(request);
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    log.error({ err: error, method: request.method }, 'request failed');
    return { status: 500, body: { error: 'internal error' } };
  }
}

function refused({ status, message, headers }: Refusal): HttpReply {
  // What is left of the body of a refused request is not read: the connection cannot be used again.
  return { status, headers: { ...headers, connection: 'close' }, body: { error: message } };
}

async function send(response: restify.Response, { status, headers, body }: HttpReply, log: Log): Promise<void> {
  if (response.destroyed) return;
  if (isPieces(body)) return sendPieces(response, status, headers ?? {}, body, log);
  const { content, type } = contentOf(body);
  response.writeHead(status, {
    ...(content.length > 0 ? { 'content-type': type } : {}),
    // Of a 304 it would be the length of what the client has.
    ...(status === 304 ? {} : { 'content-length': Buffer.byteLength(content) }),
    ...usualHeaders(),
    ...headers,
  });
  response.end(content);
}

/** `x-request-id` is what the log calls it. */
function usualHeaders(): Record<string, string> {
  return { 'x-content-type-options': 'nosniff', 'x-request-id': currentRequest() ?? '' };
}

function isPieces(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** What breaks off is cut, so that nobody takes it for the whole. */
async function sendPieces(
  response: restify.Response,
  status: number,
  headers: Readonly<Record<string, string>>,
  pieces: AsyncIterable<string>,
  log: Log,
): Promise<void> {
  response.writeHead(status, { ...usualHeaders(), ...headers });
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    // Whoever has gone away misses nothing.
    if (!isPrematureClose(error)) log.error({ err: error }, 'answer broke off');
  }
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function contentOf(body: unknown): { content: string | Uint8Array; type: string } {
  if (body instanceof Uint8Array) return { content: body, type: 'application/octet-stream' };
  if (typeof body === 'string') return { content: body, type: 'text/plain; charset=utf-8' };
  return { content: body === undefined ? '' : JSON.stringify(body), type: 'application/json; charset=utf-8' };
}

/** Unknown routes and methods: restify's own words would repeat the path. */
function nameOnly(_request: unknown, _response: unknown, error: ErrorBody, done: () => void): void {
  const names: Readonly<Record<number, string>> = { 404: 'not found', 405: 'method not allowed' };
  error.toJSON = () => ({ error: names[error.statusCode] ?? 'bad request' });
  done();
}
interface ErrorBody {
  statusCode: number;
  toJSON: () => object;
}

function listen(server: restify.Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address());
    });
  });
}

async function close(server: restify.Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections that are kept alive become idle one by one as their last response ends.
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
