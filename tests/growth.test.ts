// Short cuts that large plans need find what a look at everything would find.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../src/plan/plan.ts';
import { form, matchWord } from '../src/understand/forms.ts';
import { makePhraseTree, type Spelt } from '../src/understand/phrase-tree.ts';
import { makeTextIndex, type Term } from '../src/understand/text-index.ts';
import { words } from '../src/understand/words.ts';
import { base } from './support/entries.ts';
import { grown, grownTitle } from './support/grown-plan.ts';

/** Few words, some of them inflections of each other or alike but for their accents, so that phrases begin alike. */
const word = fc.constantFrom(
  'möte',
  'mötet',
  'möten',
  'mote',
  'vård',
  'varden',
  'stad',
  'städer',
  'nät',
  'i',
  'kommitté',
);

describe('the tree of phrases', () => {
  const phrase = fc
    .array(fc.record({ text: word, inflected: fc.boolean() }), { minLength: 1, maxLength: 5 })
    .map((parts): Spelt => ({ words: parts.map(({ text, inflected }) => ({ form: form(text), inflected })) }));

  it('finds every phrase that matches word by word, in the order of their adding', () => {
    const phrases = fc.array(phrase, { maxLength: 120 });
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 6 }), fc.nat(3), (all, typed, at) => {
        const tree = makePhraseTree<Spelt>();
        for (const one of all) tree.add(one);
        const forms = typed.map(form);
        const matches = (one: Spelt): boolean =>
          one.words.every(({ form: known, inflected }, offset) => {
            const own = forms[at + offset];
            return own !== undefined && matchWord(own, known, inflected) !== 'none';
          });
        expect(tree.matches(forms, at).map(({ phrase: found }) => found)).toEqual(all.filter(matches));
      }),
    );
  });
});

describe('the index of texts', () => {
  const index = makeTextIndex(makePlan(grown(base, 3_000, 20)));
  const stems = fc.oneof(
    fc.nat(2_900).chain((number) => fc.subarray(words(grownTitle(number)).map(({ text }) => form(text).stem))),
    fc.array(fc.constantFrom('etapp', 'utred', 'sod', 'kust', 'klimat', 'okant', 'kommun', 'kollektivtrafik')),
  );
  const terms = stems.chain((found) =>
    fc.tuple(
      ...found.map((stem) =>
        fc.record({ stem: fc.constant(stem), factor: fc.constantFrom(0.4, 0.5, 1), solid: fc.boolean() }),
      ),
    ),
  );

  it('finds all that come near the best, with the same scores', () => {
    fc.assert(
      fc.property(terms, fc.constantFrom('activity' as const, 'section' as const), (sought: Term[], kind) => {
        const everything = index.find(sought, { kind, always: [], share: 0 });
        const best = Math.max(0, ...everything.map(({ score }) => score));
        const near = everything.filter(({ score }) => score >= best * 0.8);
        const found = index.find(sought, { kind, always: [], share: 0.8 });
        const byId = (hits: typeof found) => new Map(hits.map((hit) => [hit.id as string, hit]));
        expect(byId(found)).toEqual(byId(near));
      }),
    );
  });

  it('finds what is named though it comes nowhere near the best', () => {
    const [named] = base.activities;
    const stem = form(words(named?.title.sv ?? '').at(-1)?.text ?? '').stem;
    const sought = [...words(grownTitle(17)).map(({ text }) => form(text).stem), stem];
    const found = index.find(
      sought.map((one) => ({ stem: one, factor: 1, solid: true })),
      { kind: 'activity', always: [named?.id ?? ''], share: 0.8 },
    );
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([named?.id, 'grown-17']));
  });
});
