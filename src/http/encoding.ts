// Content encodings, and the entity tags that differ by them.
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Whether the client takes an encoding. */
export function accepts(encoding: Encoding, { headers }: IncomingMessage): boolean {
  const codings = String(headers['accept-encoding'] ?? '')
    .split(',')
    .map((coding) =>
      coding
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    );
  const found = codings.find(([name]) => name === encoding) ?? codings.find(([name]) => name === '*');
  return found !== undefined && !found.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
}

/** The smaller of those that the client takes; null where it takes neither. */
export function bestEncoding(request: IncomingMessage): Encoding | null {
  return accepts('br', request) ? 'br' : accepts('gzip', request) ? 'gzip' : null;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** @param quality of brotli: 11 for what is compressed once, 5 for what is made anew each time */
export function compressed(bytes: Uint8Array, encoding: Encoding, quality: 5 | 11): Promise<Uint8Array> {
  if (encoding === 'gzip') return zip(bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  return brotli(bytes, { params });
}

/** The same content in two encodings has two tags. */
export function tagFor(tag: string, encoding: Encoding | null): string {
  return encoding === null ? `"${tag}"` : `"${tag}-${encoding}"`;
}

/** Whether a client names the tag, in any encoding, among those that it has (If-None-Match). */
export function knowsTag(named: string, tag: string): boolean {
  const known = named.split(',').map((one) => one.trim().replace(/^W\//, ''));
  const encodings: readonly (Encoding | null)[] = [null, 'br', 'gzip'];
  return known.some((one) => one === '*' || encodings.some((encoding) => one === tagFor(tag, encoding)));
}
