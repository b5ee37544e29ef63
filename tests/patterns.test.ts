// No regular expression can be made to hang: each is tried on long texts made of its own words, as long as a message
// may be. What is exponential, or cubic in earnest, would take minutes.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Pattern, patternsIn, patternsMadeDuring, pumpsFor } from './support/patterns.ts';

/** As `teams/incoming.ts` cuts messages. */
const longest = 4_000;
/** In milliseconds. Hundreds of times what the slowest takes, and a fraction of what one that hangs would. */
const enough = 2_000;

/** The slowest text for a pattern, as the best of three, so that a busy machine is no finding. */
function slowest({ pattern }: Pattern): { readonly ms: number; readonly text: string } {
  let worst = { ms: 0, text: '' };
  for (const text of pumpsFor(pattern, longest)) {
    let ms = timeOf(pattern, text);
    for (let attempt = 1; attempt < 3 && ms > enough / 4; attempt += 1) ms = Math.min(ms, timeOf(pattern, text));
    if (ms > worst.ms) worst = { ms, text };
  }
  return worst;
}

function timeOf(pattern: RegExp, text: string): number {
  const began = performance.now();
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  return performance.now() - began;
}

function tooSlow(patterns: readonly Pattern[]): string[] {
  return patterns.flatMap((one) => {
    const { ms, text } = slowest(one);
    return ms > enough
      ? [`${one.where} ${one.pattern} took ${Math.round(ms)} ms on ${JSON.stringify(text.slice(0, 40))}`]
      : [];
  });
}

describe('regular expressions', () => {
  it('in the program stop soon on whatever is written', () => {
    const patterns = patternsIn('src');
    expect(patterns.length).toBeGreaterThan(400);
    expect(tooSlow(patterns)).toEqual([]);
  });

  it('that are made of strings do, too', async () => {
    const patterns = await patternsMadeDuring(async () => {
      for (const file of readdirSync('src/understand'))
        await import(new URL(`../src/understand/${file}`, import.meta.url).href);
      const { startSecretariat, secretary } = await import('./support/secretariat.ts');
      const { say, stop } = await startSecretariat();
      for (const text of ['flytta kommittémötet 9 maj till 16 maj kl 13', 'påminn mig 2 veckor före rådslaget']) {
        await say(text, secretary);
      }
      await stop();
    });
    expect(patterns.length).toBeGreaterThan(50);
    expect(tooSlow(patterns)).toEqual([]);
  });
});
