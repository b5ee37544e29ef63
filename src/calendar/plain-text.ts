// Text as a calendar file can carry it: what people wrote, without what would break a line or a reader.

/** Characters that some readers end a line at, besides line feed and carriage return. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Control characters; tab and line feed are told apart from them. */
const controls = /[^\P{Cc}\t\n]/gu;

/** Text of several lines: line feeds between them, and no other control characters but tabs. */
export function paragraphs(text: string): string {
  return text.toWellFormed().replaceAll(lineBreaks, '\n').replaceAll(controls, '').trim();
}

/**
 * Text of one line.
 *
 * @example oneLine('Möte\r\nBEGIN:VEVENT') // 'Möte BEGIN:VEVENT'
 */
export function oneLine(text: string): string {
  return paragraphs(text).replaceAll(/\s+/g, ' ');
}

/**
 * Text of one line that is not longer than so many characters; cut at a word, or inside the first one.
 *
 * @example shortened('Nätverket för näringslivsfrågor', 20) // 'Nätverket för…'
 */
export function shortened(text: string, longest: number): string {
  const characters = [...oneLine(text)];
  if (characters.length <= longest) return characters.join('');
  const cut = characters.slice(0, longest - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  const atWord = characters[longest - 1] === ' ' || lastSpace <= 0 ? cut : cut.slice(0, lastSpace);
  return `${atWord.replace(/[\s,:;–-]+$/, '')}…`;
}
