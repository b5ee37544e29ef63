// "Vad kostar den första?": one of those that were listed, for as long as they are spoken of.
import { describe, expect, it } from 'vitest';
import type { Memory } from '../src/turn/turn-types.ts';
import { talking } from './support/talking.ts';

const take = talking();

/** The first line of the last reply, with plain spaces. */
async function lastReply(...messages: readonly string[]): Promise<string> {
  let memory: Memory = null;
  let said = '';
  for (const message of messages) {
    ({ said, memory } = await take(message, memory));
  }
  return (said.split('\n')[0] ?? '').replaceAll('\u00a0', ' ');
}

const spring = 'vilka möten har ledningsgruppen i vår?';
const haninge = 'vilka aktiviteter ansvarar Haninge för?';

describe('one of a list', () => {
  it.each([
    [[spring, 'var är den andra?'], '8 mars'],
    [[spring, 'den tredje?'], '26 april'],
    [[spring, 'var är det sista mötet?'], '26 april'],
    [[spring, 'var är den näst sista?'], '8 mars'],
    [[spring, 'nr 1'], '25 januari'],
    [[spring, 'hur dags börjar den tredje?'], '26 april börjar kl. 08.30'],
    [[spring, 'den andra', 'och efter det?'], '26 april'],
    [['which meetings does the management group have this spring?', 'where is the third one?'], 'Huddinge'],
    [[haninge, 'vad kostar den andra?'], '100 000'],
    [[haninge, 'vad kostar den andra?', 'och den femte?'], '4 000'],
    [[haninge, 'vad kostar den andra?', 'berätta om nummer 3'], 'elväg'],
    [[haninge, 'när är den sista?', 'vem ansvarar för den?'], 'Almedalen'],
  ])('%j is about it', async (messages, expected) => {
    expect(await lastReply(...messages)).toContain(expected);
  });

  it.each([
    ['there are not so many', [spring, 'var är den sjunde?'], '26 april'],
    ['something else is meant by the number', [spring, 'vad händer den första maj?'], '1 maj'],
    ['something else has been spoken of', [spring, 'vem är ordförande i kommittén?', 'den andra?'], 'Wasberg'],
  ])('is not taken from it where %s', async (_why, messages, expected) => {
    expect(await lastReply(...messages)).toContain(expected);
  });
});
