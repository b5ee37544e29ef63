// Words that people type, alike where they look the same.

/**
 * A text without what its reader cannot see or does not mind: capitals, and the spaces that spreadsheets and web pages
 * leave at its ends or put for others.
 *
 * @example folded(' Södertörns\u00a0 Rådslag') // 'södertörns rådslag'
 */
export function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
