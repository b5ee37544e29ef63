// When a message is surely understood, and when somebody else may see more in it.
import { describe, expect, it } from 'vitest';
import { type Context, noContext } from '../src/query.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { plan, readCases } from './support/question-table.ts';

const vocabulary = makeVocabulary(plan);
const now = { day: '2019-03-01', time: '09:00' };
const isSure = (text: string, context: Context = noContext) => understand(text, context, plan, vocabulary, now).isSure;

describe('sure', () => {
  it.each([
    ['nothing is unread', 'när är nästa kommittémöte?'],
    ['a word is unread that changes little', 'i vilken kommun hamnar kommittén sista gången i år'],
    ['it is two questions', 'när är nästa möte, och vem är värd 2020?'],
    ['it is small talk', 'hej'],
    ['such plans never hold it', 'Vad har Meeri Wasberg för telefonnummer?'],
    ['such plans never hold it', 'har du protokollet från 7 februari'],
    ['such plans never hold it', 'What is the weather in Haninge tomorrow?'],
    ['it is a change', 'flytta kommittémötet 9 maj till 16 maj'],
    ['the answer says what of a change was not read', 'flytta mötet 9 maj till 16 maj och byt lokal'],
    ['it is a wish', 'påminn mig en vecka innan kommitténs möten'],
    ['it is a wish', 'ge mig en kalenderlänk'],
    ['there are no words', '?!'],
  ])('where %s: %s', (_why, text) => {
    expect(isSure(text)).toBe(true);
  });

  it('of nearly every question that has an answer', () => {
    const asked = ['dev', 'members', 'officers', 'visitors'].flatMap(readCases).map(({ turns }) => turns[0]?.ask ?? '');
    const understood = asked.map((text) => understand(text, noContext, plan, vocabulary, now));
    const answered = understood.filter(({ query }) => query.kind !== 'not-in-plan');
    const doubtful = answered.filter((one) => !one.isSure);
    expect(answered.length).toBeGreaterThan(500);
    expect(doubtful.length / answered.length).toBeLessThan(0.02);
  });
});

describe('not sure', () => {
  it.each([
    ['nothing was found', 'vem vinner melodifestivalen'],
    ['the plan may name it otherwise', 'ansvarar Kiruna för nåt?'],
    ['it asks to write, who knows what', 'ändra nåt åt mig'],
    [
      'it is too long to be read',
      `Jag undrar en sak. ${'Det är så här att det är mycket nu. '.repeat(20)} När ses vi?`,
    ],
    ['two words of weight are unread', "Who's running the freight strategy work?"],
  ])('where %s: %s', (_why, text) => {
    expect(isSure(text)).toBe(false);
  });
});
