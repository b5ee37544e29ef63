// A tiny load balancer: takes turns between instances, and passes over one that does not accept connections.
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param instances their addresses, asked at each request: they come and go */
export async function startBalancer(instances: () => readonly string[]): Promise<Balancer> {
  let turn = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    turn += 1;
    const urls = instances();
    for (let tried = 0; tried < urls.length; tried += 1) {
      const url = urls[(turn + tried) % urls.length] ?? '';
      const outcome = await forward(url, request, body, response);
      if (outcome !== 'unreached') return;
    }
    response.writeHead(502);
    response.end();
  }

  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An instance that dies with a request is answered for with 502, as balancers do: whoever sent it sends it again. */
function forward(
  url: string,
  { method, url: path = '/', headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<'answered' | 'unreached'> {
  return new Promise((resolve) => {
    const onward = httpRequest(new URL(path, url), { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      answer.on('close', () => resolve('answered'));
    });
    onward.on('error', (error) => {
      if ('code' in error && error.code === 'ECONNREFUSED') return resolve('unreached');
      if (!response.headersSent) response.writeHead(502);
      response.end();
      resolve('answered');
    });
    onward.end(body);
  });
}
