// What a zip archive holds, told before anything of it is unpacked: an archive may be made to exhaust memory.
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** As the archive says, in bytes; nothing more is ever unpacked. */
  readonly size: number;
  readonly offset: number;
}

export type ZipProblem = 'not-a-zip' | 'damaged' | 'too-big';

/** All that an archive may unpack to, in bytes. */
const mostUnpacked = 64 * 1024 * 1024;
const mostEntries = 1_000;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;
const sentinel = 0xffff_ffff;
const stored = 0;
const deflated = 8;

/** The entries of an archive, or why it is not unpacked. Archives over 4 GB and those in several parts are damaged. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | ZipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < endLength || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-a-zip';
  const end = endOf(view);
  if (end === null) return 'damaged';
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 8, true) !== count) return 'damaged';
  if (count > mostEntries) return 'too-big';
  const entries = readEntries(view, bytes, view.getUint32(end + 16, true), count);
  if (entries === null) return 'damaged';
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return total > mostUnpacked ? 'too-big' : entries;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function readEntries(view: DataView, bytes: Uint8Array, start: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + (nameLength ?? 0)));
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (!isHonest(entry)) return null;
    entries.push(entry);
    at += entryLength + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** An entry that says it unpacks to nothing and still holds something would unpack without a bound. */
function isHonest({ method, packed, size, offset }: ZipEntry): boolean {
  if ([packed, size, offset].includes(sentinel)) return false;
  if (method === stored) return packed === size;
  return method === deflated && (size > 0 || packed <= 2);
}

/**
 * Unpacks an entry.
 *
 * @throws RangeError and zlib's errors where it is damaged, or holds more than it says
 */
export function unzipped(bytes: Uint8Array, { method, packed, size, offset }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new RangeError('the entry reaches beyond the archive');
  const data = bytes.subarray(start, start + packed);
  return method === stored ? data : inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
}
