// How the questions of status are set, ended and asked about, in both languages; and what is none of that.
import { describe, expect, it } from 'vitest';
import { noContext } from '../src/query.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { plan } from './support/question-table.ts';

const vocabulary = makeVocabulary(plan);
const asked = (text: string) =>
  understand(text, noContext, plan, vocabulary, { day: '2019-03-01', time: '09:00' }).query;

const month = { amount: 1, unit: 'months' };
const weeks = { amount: 2, unit: 'weeks' };
const committee = ['samarbetskommitten'];

describe('a rule', () => {
  it.each([
    ['fråga om status en månad före kommitténs möten', committee, month],
    ['fråga om läget två veckor innan ledningsgruppens möten', ['ledningsgruppen'], weeks],
    ['kan du fråga hur det går en månad före varje kommittémöte?', committee, month],
    ['samla in status 14 dagar före kommitténs möten', committee, { amount: 14, unit: 'days' }],
    ['slå på statusfrågor en månad före kommitténs möten', committee, month],
    ['skicka ut frågor om status två veckor inför kommitténs möten', committee, weeks],
    ['fråga om status före kommitténs möten', committee, null],
    ['fråga om status en månad före', [], month],
    ['ask for status a month before the committee meetings', committee, month],
    ['ask how it goes two weeks before the management group’s meetings', ['ledningsgruppen'], weeks],
    ['turn on status check-ins a month before committee meetings', committee, month],
    ['sluta fråga om status', [], 'none'],
    ['sluta fråga om status före kommitténs möten', committee, 'none'],
    ['stäng av statusfrågorna', [], 'none'],
    ['inga fler statusfrågor', [], 'none'],
    ['stop asking for status', [], 'none'],
    ['turn off the status questions', [], 'none'],
  ])('"%s"', (text, groups, before) => {
    expect(asked(text)).toMatchObject({
      kind: 'update',
      request: { draft: { kind: 'set-check-in', groups, before } },
    });
  });

  it('that names what is no group says so', () => {
    expect(asked('fråga om status en månad före skolmötena')).toMatchObject({
      request: { unread: expect.any(String) },
    });
  });
});

describe('a question', () => {
  it.each([
    ['statusrapport', { act: 'report', groups: [] }],
    ['visa en statusrapport inför kommitténs möte', { act: 'report', groups: committee }],
    ['ge mig statusrapporten', { act: 'report', groups: [] }],
    ['status report', { act: 'report', groups: [] }],
    ['show me the status report', { act: 'report', groups: [] }],
    ['vilka svar väntar?', { act: 'waiting' }],
    ['visa svaren som väntar på godkännande', { act: 'waiting' }],
    ['svar att godkänna', { act: 'waiting' }],
    ['which answers are waiting?', { act: 'waiting' }],
    ['vilka statusfrågor är inställda?', { act: 'rules' }],
    ['statusfrågor', { act: 'rules' }],
    ['när frågar du om status?', { act: 'rules' }],
    ['which status questions are set?', { act: 'rules' }],
  ])('"%s"', (text, wish) => {
    expect(asked(text)).toEqual({ kind: 'check-ins', wish });
  });

  it.each([
    'vad har elvägen för status?',
    'status för elvägen',
    'hur går det med elvägen?',
    'vilka aktiviteter är försenade?',
    'elvägen: försenad',
    'ändra status på elvägen till klar',
    'kan jag få svar på när mötet är?',
  ])('is something else: "%s"', (text) => {
    const query = asked(text);
    expect(query.kind).not.toBe('check-ins');
    expect(JSON.stringify(query)).not.toContain('set-check-in');
  });
});
