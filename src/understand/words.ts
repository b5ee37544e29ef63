// Cuts a message into words, and gives each the forms under which it may be found.

/** A word of a message. Punctuation is left out, so neighbours in the list may have a comma between them. */
export interface Word {
  /** Lower case, NFC, as typed: "kommittén". */
  readonly text: string;
  /** Without diacritics: "kommitten". */
  readonly folded: string;
  /** Offsets in the message, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Numbers with their inner punctuation ("2019-04-04", "12.30", "17-18", "4/4"), else letters and digits with inner hyphens. */
const wordPattern = /\d+(?:[.:/–-]\d+)*(?=[^\p{L}\d]|$)|[\p{L}\p{M}\d]+(?:[-’'][\p{L}\p{M}\d]+)*/gu;

/**
 * Takes the diacritics off, the way people type on a foreign keyboard.
 *
 * @example fold('Nynäshamn') // 'Nynashamn'
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

/**
 * The words of a message, in order.
 *
 * @example words('När är mötet 4/4?').map((word) => word.text) // ['när', 'är', 'mötet', '4/4']
 */
export function words(message: string): Word[] {
  const text = message.normalize('NFC');
  return [...text.matchAll(wordPattern)].map((match) => {
    const lower = match[0].toLowerCase().replaceAll('’', "'").replaceAll('–', '-');
    return { text: lower, folded: fold(lower), start: match.index, end: match.index + match[0].length };
  });
}
