// Misspelt words: whatever is looked up quickly is what looking at every word finds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, spellingList } from '../src/understand/spelling.ts';

/** Few letters, so that words are often near each other. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 's', 't'), minLength: 3, maxLength: 12 });

const tolerance = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** Of those near enough the nearest, of those the shortest, of those the first. */
function nearestOfAll(typed: string, known: readonly string[]): string | undefined {
  const limit = tolerance(typed.length);
  const near = known.flatMap((one, place) => {
    const allowed = one[0] === typed[0] ? limit : typed.length >= 7 ? Math.min(limit, 1) : 0;
    const found = distance(typed, one, limit);
    return tolerance(one.length) > 0 && found <= allowed ? [{ one, found, place }] : [];
  });
  near.sort((a, b) => a.found - b.found || a.one.length - b.one.length || a.place - b.place);
  return near[0]?.one;
}

describe('the nearest word', () => {
  it('is the nearest of all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 60 }), word, (known, typed) => {
        expect(spellingList(known).nearest(typed)).toBe(nearestOfAll(typed, known));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['komitten', 'kommitten'],
    ['ldningsgruppen', 'ledningsgruppen'],
    ['edningsgruppen', 'ledningsgruppen'],
    ['eldningsgruppen', 'ledningsgruppen'],
    ['nacka', undefined],
  ])('to %s is %s', (typed, meant) => {
    expect(spellingList(['kommitten', 'ledningsgruppen', 'snacka']).nearest(typed)).toBe(meant);
  });
});

describe('a word cut short', () => {
  it('is completed where all that begin so are forms of one', () => {
    const list = spellingList(['ledningsgruppen', 'ledningsgrupp', 'samarbete', 'samarbetskommitte']);
    expect(['ledningsgr', 'samarb', 'ledn'].map((typed) => list.completed(typed))).toEqual([
      'ledningsgrupp',
      undefined,
      undefined,
    ]);
  });
});
