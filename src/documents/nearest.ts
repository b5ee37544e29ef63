// The word that somebody probably meant.

/** Edit distance in which a swap of two neighbouring letters counts as one mistake. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : change;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The known word nearest to the one written, or undefined when none differs by less than a third of its letters.
 *
 * @example nearest('huddige', ['haninge', 'huddinge']) // 'huddinge'
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(written.length / 3) + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const mistakes = distance(written.toLowerCase(), word.toLowerCase());
    if (mistakes < least) [best, least] = [word, mistakes];
  }
  return best;
}
