// GET /plan/<token>: the plan, or what is kept of a person, as a file. Addresses are secrets that run out.
import type { Clock } from '../clock.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { MadeFile } from '../exchange/files.ts';
import type { MadeText } from '../exchange/own-data.ts';
import { MinuteCounts, secondsToWait } from '../minute-counts.ts';
import type { HttpReply, Route } from './server.ts';

/** A minute and address, and a minute for all of them: a file takes work to make. */
const mostOfAddress = 30;
const mostOfAll = 300;

const discreet = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
};

/** @param wireClock the real time: limits know no simulated one */
export function planFilesRoute(exchange: Pick<Exchange, 'serve'>, wireClock: Clock): Route {
  const counts = new MinuteCounts(wireClock);
  return {
    method: 'get',
    path: '/plan/*',
    async handle(request) {
      const wait =
        secondsToWait(counts.add(request.socket.remoteAddress ?? ''), mostOfAddress) ||
        secondsToWait(counts.add('all'), mostOfAll);
      if (wait > 0) {
        return {
          status: 429,
          headers: { ...discreet, 'retry-after': String(wait) },
          body: { error: 'too many requests' },
        };
      }
      const [, token = ''] = /^\/plan\/([\w.-]+)(?:\?|$)/.exec(request.url ?? '') ?? [];
      const file = await exchange.serve(token);
      return file ? found(file) : { status: 404, headers: discreet, body: { error: 'not found' } };
    },
  };
}

function found(file: MadeFile | MadeText): HttpReply {
  const { name, type } = file;
  return {
    status: 200,
    headers: { ...discreet, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    body: 'bytes' in file ? Buffer.from(file.bytes) : file.pieces,
  };
}
