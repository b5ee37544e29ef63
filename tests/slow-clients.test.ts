// Clients that are slow on purpose: they are cut off, and nobody waits for them.
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpServer, makeServer, Refusal } from '../src/http/server.ts';
import { keptLog } from './support/kept-log.ts';

const statuses: number[] = [];
let server: HttpServer;
let port = 0;
beforeAll(async () => {
  const routes = [
    { method: 'get', path: '/', handle: async () => ({ status: 200, body: 'här' }) },
    {
      method: 'post',
      path: '/',
      async handle(request: AsyncIterable<unknown>) {
        try {
          for await (const _ of request);
        } catch {
          throw new Refusal(400, 'the body was cut off');
        }
        return { status: 200, body: 'allt' };
      },
    },
  ] as const;
  server = makeServer(routes, keptLog(), (_, status) => statuses.push(status), {
    headersMs: 200,
    requestMs: 400,
    checkMs: 20,
  });
  ({ port } = await server.start(0, '127.0.0.1'));
});
afterAll(() => server.stop(0));

/** What a client hears that sends this at once, and then a byte now and then, until it is cut off. */
async function heardAfter(first: string, drip = ''): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.on('error', () => undefined);
  socket.write(first);
  const dripping = setInterval(() => drip !== '' && socket.writable && socket.write(drip), 20);
  await new Promise<void>((resolve) => socket.on('close', () => resolve()));
  clearInterval(dripping);
  return heard;
}

describe('a client', () => {
  it.each([
    ['says nothing', '', ''],
    ['begins and stops', 'POST / HTTP/1.1\r\nHost: x\r\n', ''],
    ['drips its headers', 'POST / HTTP/1.1\r\nHost: x\r\nX-A: ', 'a'],
    ['never ends its headers', 'POST / HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'],
    ['drips its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', ' '],
    ['promises a body and sends none', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n', ''],
    ['drips its chunks', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'],
  ])('that %s is cut off', async (_, first, drip) => {
    expect(await heardAfter(first, drip)).not.toContain('200 OK');
  });

  it('with headers without end is refused', async () => {
    expect(await heardAfter(`GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431/,
    );
  });

  it('is answered while hundreds of slow ones wait', async () => {
    const slow = Array.from({ length: 300 }, () => heardAfter('POST / HTTP/1.1\r\nHost: x\r\n'));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('här');
    await Promise.all(slow);
  });
});
