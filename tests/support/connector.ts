// A stand-in for the Bot Connector over real HTTP, that can be told to throttle, fail, hang and cut connections.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Request {
  readonly kind: 'send' | 'create' | 'update' | 'delete';
  readonly conversation: string;
  /** The activity that is updated or deleted. */
  readonly activity: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** How many requests came before. */
  readonly number: number;
}

/** What becomes of a request. A message is delivered, whatever is then answered, unless `lost` says otherwise. */
export type Behaviour =
  | { readonly kind: 'ok'; readonly id?: string; readonly afterMs?: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: string;
      readonly headers?: Record<string, string>;
      /** The body as it is sent; Teams' own form by default. */
      readonly body?: string;
      readonly isDelivered?: boolean;
    }
  /** Never answers, whether the message was taken or not. */
  | { readonly kind: 'hang'; readonly isDelivered?: boolean }
  /** The connection is cut, with or without the message having been taken. */
  | { readonly kind: 'cut'; readonly isDelivered: boolean };

export const ok: Behaviour = { kind: 'ok' };
export const status = (code: number, word?: string, headers?: Record<string, string>): Behaviour => ({
  kind: 'status',
  status: code,
  ...(word === undefined ? {} : { code: word }),
  ...(headers === undefined ? {} : { headers }),
});
export const throttle = (seconds: number): Behaviour => status(429, 'Throttled', { 'retry-after': String(seconds) });

export interface ConnectorOptions {
  /** What becomes of each request; well by default. */
  readonly behave?: (request: Request) => Behaviour;
  /** Sees what is delivered. */
  readonly onDelivered?: (request: Request) => void;
  /** Requests are not kept: for very many. */
  readonly forgets?: boolean;
}

export interface Connector {
  readonly url: string;
  /** All requests, in the order in which they came. */
  readonly requests: readonly Request[];
  readonly delivered: readonly Request[];
  behave(next: (request: Request) => Behaviour): void;
  stop(): Promise<void>;
}

const path = /^\/v3\/conversations(?:\/([^/?]+)(?:\/activities(?:\/([^/?]+))?)?)?$/;

export async function startConnector(options: ConnectorOptions = {}): Promise<Connector> {
  const requests: Request[] = [];
  const delivered: Request[] = [];
  let behave = options.behave ?? (() => ok);
  let count = 0;
  const server = createServer((incoming, response) => void handle(incoming, response));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const number = count;
    count += 1;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk);
    } catch {
      // The sender was killed while it sent.
      return;
    }
    const request = read(incoming, Buffer.concat(chunks).toString('utf8'), at, number);
    if (!options.forgets) requests.push(request);
    const behaviour = behave(request);
    if (isDelivered(behaviour)) {
      if (!options.forgets) delivered.push(request);
      options.onDelivered?.(request);
    }
    answer(incoming, response, behaviour, request);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    delivered,
    behave(next) {
      behave = next;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function read({ method, url = '' }: IncomingMessage, text: string, at: number, number: number): Request {
  const [, conversation = '', activity] = path.exec(url) ?? [];
  const kinds: Record<string, Request['kind']> = { PUT: 'update', DELETE: 'delete' };
  return {
    kind: kinds[method ?? ''] ?? (conversation === '' ? 'create' : 'send'),
    conversation: decodeURIComponent(conversation),
    activity: activity === undefined ? null : decodeURIComponent(activity),
    body: text === '' ? {} : JSON.parse(text),
    at,
    number,
  };
}

function isDelivered(behaviour: Behaviour): boolean {
  switch (behaviour.kind) {
    case 'ok':
      return true;
    case 'hang':
      return behaviour.isDelivered ?? false;
    case 'status':
      return behaviour.isDelivered ?? behaviour.status < 300;
    case 'cut':
      return behaviour.isDelivered;
  }
}

function answer(incoming: IncomingMessage, response: ServerResponse, behaviour: Behaviour, request: Request): void {
  switch (behaviour.kind) {
    case 'ok': {
      const id = behaviour.id ?? (request.kind === 'create' ? `a:new-${request.number}` : `1:${request.number}`);
      const say = () => respond(response, request.kind === 'send' ? 201 : 200, {}, JSON.stringify({ id }));
      if (behaviour.afterMs) setTimeout(say, behaviour.afterMs);
      else say();
      return;
    }
    case 'status': {
      const { code = 'Error' } = behaviour;
      const body = behaviour.body ?? JSON.stringify({ error: { code, message: `answered ${code}` } });
      respond(response, behaviour.status, behaviour.headers ?? {}, body);
      return;
    }
    case 'hang':
      return;
    case 'cut':
      incoming.socket.destroy();
  }
}

function respond(response: ServerResponse, code: number, headers: Record<string, string>, body: string): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers });
  response.end(body);
}
