// A stand-in for the chat completions of OpenAI and Azure OpenAI over real HTTP, with what such services have answered.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Asked {
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [field: string]: unknown;
  };
  /** How many requests came before. */
  readonly number: number;
}

/** What becomes of a request. */
export type Answering =
  | { readonly kind: 'body'; readonly status: number; readonly body: string; readonly headers?: Record<string, string> }
  /** Answers once `until` is there. */
  | { readonly kind: 'after'; readonly until: Promise<unknown>; readonly answer: Answering }
  | { readonly kind: 'hang' }
  /** Cuts the connection, after a part of the body. */
  | { readonly kind: 'cut'; readonly sent: string }
  /** Sends without end. */
  | { readonly kind: 'endless' };

const usage = { prompt_tokens: 1_900, completion_tokens: 40, total_tokens: 1_940 };

function completion(message: object, finish: string, more: object = {}): object {
  return {
    id: 'chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT',
    object: 'chat.completion',
    created: 1_741_569_952,
    model: 'gpt-4o-mini-2024-07-18',
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish, ...more }],
    usage: { ...usage, prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 } },
    service_tier: 'default',
    system_fingerprint: 'fp_06737a9306',
  };
}

export const raw = (body: string, status = 200, headers: Record<string, string> = {}): Answering => ({
  kind: 'body',
  status,
  body,
  headers,
});
const json = (body: object, status = 200, headers: Record<string, string> = {}) =>
  raw(JSON.stringify(body), status, headers);

/** OpenAI's shape. */
export const says = (content: string, finish = 'stop'): Answering =>
  json(completion({ role: 'assistant', content, refusal: null, annotations: [] }, finish));

/** The query, as a model returns it. */
export const returns = (query: unknown): Answering => says(JSON.stringify(query));

/** Azure's shape, with what its filters found. */
export const azureSays = (content: string): Answering => {
  const found = { hate: { filtered: false, severity: 'safe' }, jailbreak: { filtered: false, detected: false } };
  return json({
    ...completion({ role: 'assistant', content, refusal: null }, 'stop', { content_filter_results: found }),
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: found }],
  });
};

export const callsTool: Answering = json(
  completion(
    {
      role: 'assistant',
      content: null,
      tool_calls: [
        { id: 'call_1', type: 'function', function: { name: 'cancel_all_meetings', arguments: '{"sure":true}' } },
      ],
    },
    'tool_calls',
  ),
);
export const refuses: Answering = json(
  completion({ role: 'assistant', content: null, refusal: "I'm sorry, I can't assist with that request." }, 'stop'),
);
export const isThrottled = (seconds: number): Answering =>
  json({ error: { message: 'Rate limit reached', type: 'requests', param: null, code: 'rate_limit_exceeded' } }, 429, {
    'retry-after': String(seconds),
  });
export const hasWrongKey: Answering = json(
  {
    error: {
      message: 'Incorrect API key provided: sk-hem***lig.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  },
  401,
);
export const azureFilters: Answering = json(
  { error: { code: 'content_filter', message: 'The response was filtered', param: 'prompt', status: 400 } },
  400,
);
export const hasFailed: Answering = json(
  { error: { message: 'The server had an error', type: 'server_error', param: null, code: null } },
  500,
);

export interface ChatCompletions {
  /** Without a slash at its end, and without a path. */
  readonly url: string;
  readonly asked: readonly Asked[];
  answer(next: (asked: Asked) => Answering): void;
  stop(): Promise<void>;
}

export async function startChatCompletions(
  answer: (asked: Asked) => Answering = () => ({ kind: 'hang' }),
): Promise<ChatCompletions> {
  const asked: Asked[] = [];
  let answering = answer;
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = '', headers } = request;
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const one: Asked = { path: url, headers, body, number: asked.length };
    asked.push(one);
    await reply(request, response, answering(one));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answer(next) {
      answering = next;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function reply(request: IncomingMessage, response: ServerResponse, answering: Answering): Promise<void> {
  switch (answering.kind) {
    case 'body':
      response.writeHead(answering.status, { 'content-type': 'application/json', ...answering.headers });
      response.end(answering.body);
      return;
    case 'after':
      await answering.until;
      return reply(request, response, answering.answer);
    case 'hang':
      return;
    case 'cut':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10000' });
      response.write(answering.sent, () => request.socket.destroy());
      return;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write('{"choices":'.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    }
  }
}
