// Ids that follow from what they name, so that the same thing twice is one.
import { createHash } from 'node:crypto';

/** The same UUID for the same texts. */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex');
  // Version 8: of one's own making.
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
