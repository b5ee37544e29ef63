// Every question file, put to the bot turn by turn.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { base, judge, otherBase, readCases } from './support/question-table.ts';

const listOfMisses = new URL('./questions/known-misses.json', import.meta.url);

/**
 * Questions that are not answered rightly yet: the list may only shrink, and says so itself. Written anew with
 * UPDATE_KNOWN_MISSES=1.
 */
const known: readonly string[] = JSON.parse(readFileSync(listOfMisses, 'utf8'));

/** dev: what the program was made with. The others were written by people who had not seen the program. */
const files = [
  'dev',
  'members',
  'officers',
  'visitors',
  'phones',
  'commuters',
  'examiners',
  'conversations',
  'variations',
  'inspectors',
  'passers-by',
  'dialogues',
  'reviewers',
  'walks-of-life',
  'assessors',
  'talkers',
  'onlookers',
  'sceptics',
  'exempel',
];
const recordsOf = (file: string) => (file === 'exempel' ? otherBase : base);
const cases = files.flatMap((file) => readCases(file).map((conversation) => ({ file, conversation })));

if (process.env.UPDATE_KNOWN_MISSES) {
  const misses: string[] = [];
  for (const { file, conversation } of cases)
    if ((await judge(conversation, recordsOf(file))).length > 0) misses.push(conversation.id);
  writeFileSync(listOfMisses, `${JSON.stringify(misses)}\n`);
}

describe.each(files)('%s', (file) => {
  const own = readCases(file);
  it.each(own.filter(({ id }) => !known.includes(id)).map((one) => [one.id, one.turns[0]?.ask ?? '', one] as const))(
    '%s %s',
    async (_id, _ask, conversation) => {
      expect(await judge(conversation, recordsOf(file))).toEqual([]);
    },
  );

  it.each(own.filter(({ id }) => known.includes(id)).map((one) => [one.id, one] as const))(
    '%s is still a known miss',
    async (_id, conversation) => {
      expect(await judge(conversation, recordsOf(file)), 'it is right now: take it off known-misses.json').not.toEqual(
        [],
      );
    },
  );
});
