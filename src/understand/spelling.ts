// Words with a letter or two wrong: what they were meant to be.

/** How many letters of a word of this length may be wrong. */
function tolerance(length: number): number {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/** Edit distance with transpositions, or `limit + 1` when it is larger than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/** In shorter words another first letter makes another word: "Nacka", "snacka". */
const shortestOtherStart = 7;

/** Known words by length, to look near misses up in. */
export interface SpellingList {
  /** The nearest known word, or undefined when none is near enough or two are equally near and unlike. */
  nearest(typed: string): string | undefined;
  /** The word that differs only in letters doubled or not: "komiten". */
  doubled(typed: string): string | undefined;
  has(typed: string): boolean;
  /** What a word that was cut short is the beginning of, where all that begin so are forms of one: "ledningsgr". */
  completed(typed: string): string | undefined;
}

/** Makes a list of correctly spelt words (folded). */
export function spellingList(known: Iterable<string>): SpellingList {
  const all = new Set(known);
  const inOrder = [...all].sort();
  const singled = new Map<string, string>();
  for (const word of inOrder) if (!singled.has(withoutDoubles(word))) singled.set(withoutDoubles(word), word);
  return {
    doubled: (typed) => (typed.length < shortestDoubled ? undefined : singled.get(withoutDoubles(typed))),
    has: (typed) => all.has(typed),
    nearest: nearestIn(all),
    completed: (typed) => completed(typed, inOrder),
  };
}

/** In shorter words a double letter makes another word: "hat", "hatt". */
const shortestDoubled = 6;

function withoutDoubles(word: string): string {
  return word.replaceAll(/(\p{L})\1+/gu, '$1');
}

/** Shorter beginnings are those of too many words; with more letters missing it is the first part of a compound. */
const shortestBeginning = 6;
const mostMissing = 4;
/** Of so many letters that it is the beginning of one subject's names alone. */
const longBeginning = 9;

function completed(typed: string, inOrder: readonly string[]): string | undefined {
  if (typed.length < shortestBeginning) return undefined;
  const found = beginningWith(typed, inOrder);
  const [shortest] = found.toSorted((a, b) => a.length - b.length);
  if (shortest === undefined || shortest.length - typed.length > mostMissing) return undefined;
  const isLong = typed.length >= longBeginning;
  return isLong || found.every((word) => word.startsWith(shortest)) ? shortest : undefined;
}

function beginningWith(start: string, inOrder: readonly string[]): readonly string[] {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((inOrder[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (inOrder[end]?.startsWith(start)) end += 1;
  return inOrder.slice(low, end);
}

/** Finds the nearest word: of those equally near the shortest, of those the first. */
function nearestIn(all: ReadonlySet<string>): SpellingList['nearest'] {
  const places = new Map<string, number>();
  const sameStart = new Map<string, string[]>();
  const sameTail = new Map<string, string[]>();
  for (const word of all) {
    if (tolerance(word.length) === 0) continue;
    places.set(word, places.size);
    listIn(sameStart, startKey(word, word.length)).push(word);
    listIn(sameTail, word.slice(1)).push(word);
  }

  /** Words that differ from what was typed in their first letters alone, by one change. */
  function otherStart(typed: string): string[] {
    const swapped = typed.charAt(1) + typed.charAt(0) + typed.slice(2);
    const whole = [swapped, typed.slice(1)].filter((word) => places.has(word));
    const added = [...(sameTail.get(typed.slice(1)) ?? []), ...(sameTail.get(typed) ?? [])];
    return [...whole, ...added].filter((word) => word[0] !== typed[0]);
  }

  return (typed) => {
    const limit = tolerance(typed.length);
    let best: string | undefined;
    let bestDistance = limit + 1;
    for (let length = typed.length - limit; length <= typed.length + limit; length++) {
      for (const word of sameStart.get(startKey(typed, length)) ?? []) {
        const found = distance(typed, word, Math.min(limit, bestDistance - 1));
        if (found >= bestDistance) continue;
        best = word;
        bestDistance = found;
      }
    }
    // People rarely get the first letter wrong; where they do, the rest must be right.
    if (typed.length < shortestOtherStart || bestDistance < 1) return best;
    const rivals = [...otherStart(typed), ...(best !== undefined && bestDistance === 1 ? [best] : [])];
    const place = (word: string): number => word.length * places.size + (places.get(word) ?? 0);
    return rivals.sort((a, b) => place(a) - place(b))[0] ?? best;
  };
}

const startKey = (word: string, length: number): string => `${word.charAt(0)}${length}`;

function listIn(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
