// Reads a body of limited size: JSON, or a form.
import type { IncomingMessage } from 'node:http';
import { Refusal } from './server.ts';

/**
 * Reads and parses the body of a request.
 *
 * Content encodings are refused: a small compressed body can hide an enormous one.
 *
 * @throws Refusal 415 for anything but plain JSON, 413 above the limit, 400 where it is broken
 */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const text = await readText(request, 'application/json', maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'the body is not valid JSON');
  }
}

/**
 * The fields of a form as browsers send it.
 *
 * @throws Refusal 415 for anything but a plain form, 413 above the limit, 400 where it is broken
 */
export async function readForm(request: IncomingMessage, maxBytes: number): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(request, 'application/x-www-form-urlencoded', maxBytes));
}

async function readText(request: IncomingMessage, type: string, maxBytes: number): Promise<string> {
  checkType(request, type);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const bytes = await readBytes(request, maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'the body is not UTF-8');
  }
}

function checkType({ headers }: IncomingMessage, wanted: string): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (type.trim() !== wanted) throw new Refusal(415, `the body must be ${wanted}`);
  if (charset && !/^charset="?utf-8"?$/.test(charset)) throw new Refusal(415, 'the body must be UTF-8');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new Refusal(415, 'the body must not be encoded');
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, 'the body was cut off');
  }
  return Buffer.concat(chunks);
}

function tooLarge(): Refusal {
  return new Refusal(413, 'the body is too large');
}
