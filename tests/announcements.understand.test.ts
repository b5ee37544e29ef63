// What messages to many are understood as: whom they go to, when, and what they say; and what is none.
import { describe, expect, it } from 'vitest';
import { nobody } from '../src/draft.ts';
import { type Context, noContext } from '../src/query.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { plan } from './support/question-table.ts';

const vocabulary = makeVocabulary(plan);
const now = { day: '2019-03-01', time: '09:00' };
const read = (text: string, context: Context = noContext) => understand(text, context, plan, vocabulary, now).query;

function requestOf(text: string) {
  const query = read(text);
  if (query.kind !== 'update') throw new Error(`${text} was understood as ${query.kind}`);
  return query.request;
}

/** To whom, when, and what, in few words. */
function told(text: string): string {
  const { draft, unread, impossible } = requestOf(text);
  if (draft.kind !== 'announce') return draft.kind;
  const { everyone, groups, municipalities, here, place } = draft.audience;
  const to = [
    ...(everyone ? ['everyone'] : []),
    ...groups,
    ...municipalities,
    ...(here ? ['here'] : []),
    ...(place === null ? [] : [`"${place}"`]),
  ];
  const says = draft.template === null ? (draft.text ?? '?') : `template ${draft.template}`;
  const wrong = [
    ...(unread === undefined ? [] : [`unread ${unread}`]),
    ...(impossible ? [`impossible ${impossible}`] : []),
  ];
  return [to.join(' + ') || 'nobody', draft.day ?? '', draft.time ?? '', says, ...wrong].filter(Boolean).join(' | ');
}

it.each([
  ['skicka till alla: Hej!', 'everyone | Hej!'],
  ['Skicka ut ett meddelande till alla: Mötet är flyttat.', 'everyone | Mötet är flyttat.'],
  ['meddela alla: lunch kl 12:30 i stora salen', 'everyone | lunch kl 12:30 i stora salen'],
  ['kan du skicka till alla: Är ni med?', 'everyone | Är ni med?'],
  ['skicka till alla: påminn mig om mötet', 'everyone | påminn mig om mötet'],
  [
    'skicka till alla: Hej! Flytta kommittémötet 9 maj till 16 maj.',
    'everyone | Hej! Flytta kommittémötet 9 maj till 16 maj.',
  ],
  ['meddela kommittén att handlingarna är ute', 'samarbetskommitten | Handlingarna är ute'],
  ['skicka till klimatstrategerna: hej', 'klimatstrateger | hej'],
  ['meddela alla i Haninge: hej', 'haninge | hej'],
  ['skicka till Haninge på måndag kl 9: Hej Haninge', 'haninge | 2019-03-04 | 09:00 | Hej Haninge'],
  ['skicka till Haninge och Salem i morgon: hej', 'haninge + salem | 2019-03-02 | hej'],
  ['skicka till ledningsgruppen den 4 mars kl. 13.30: hej', 'ledningsgruppen | 2019-03-04 | 13:30 | hej'],
  ['skicka till ledningsgruppen om en timme: hej', 'ledningsgruppen | 2019-03-01 | 10:00 | hej'],
  ['skicka hit: hej', 'here | hej'],
  ['skicka till kanalen Klimat och energi: hej', '"Klimat och energi" | hej'],
  ['skicka till kanalen Klimat på måndag kl 8: hej', '"Klimat" | 2019-03-04 | 08:00 | hej'],
  [
    'skicka mallen kallelse till kommittén på måndag kl 9',
    'samarbetskommitten | 2019-03-04 | 09:00 | template kallelse',
  ],
  ['skicka ett meddelande till kommittén', 'samarbetskommitten | ?'],
  ['skicka till alla', 'everyone | ?'],
  ['skicka ett meddelande', 'nobody | ?'],
  ['skicka till bokklubben: hej', 'nobody | hej'],
  ['skicka till alla utom Haninge: hej', 'haninge | hej | unread utom Haninge'],
  ['skicka till kommittén 31 februari: hej', 'samarbetskommitten | hej | unread 31 februari | impossible 31 februari'],
  ['send to everyone: Hello!', 'everyone | Hello!'],
  ['please tell everyone that the plan is out', 'everyone | The plan is out'],
  [
    'tell the committee tomorrow at 2 pm: the papers are out',
    'samarbetskommitten | 2019-03-02 | 14:00 | the papers are out',
  ],
  ['send to the Climate channel: hello', '"Climate" | hello'],
  ['send template summons to Haninge', 'haninge | template summons'],
])('%s → %s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

it.each([
  [
    'spara mallen kallelse: Hej! Här kommer kallelsen.',
    { name: 'kallelse', text: 'Hej! Här kommer kallelsen.', remove: false },
  ],
  ['spara som mall årsplan: Nu är den här', { name: 'årsplan', text: 'Nu är den här', remove: false }],
  ['save template summons: Dear all', { name: 'summons', text: 'Dear all', remove: false }],
  ['ta bort mallen kallelse', { name: 'kallelse', text: null, remove: true }],
  ['delete the template summons', { name: 'summons', text: null, remove: true }],
])('%s is about a template', (text, expected) => {
  expect(requestOf(text).draft).toEqual({ kind: 'set-template', ...expected });
});

it.each([
  ['hur går det med meddelandet?', 'status'],
  ['vem har inte fått meddelandet?', 'status'],
  ['har utskicket kommit fram?', 'status'],
  ['how is the message going?', 'status'],
  ["who didn't get the announcement?", 'status'],
  ['visa planerade meddelanden', 'list'],
  ['vilka meddelanden väntar?', 'list'],
  ['show scheduled announcements', 'list'],
  ['visa mallarna', 'templates'],
  ['which templates are there?', 'templates'],
])('%s asks for %s', (text, act) => {
  expect(read(text)).toMatchObject({ kind: 'announcements', act });
});

it.each([
  ['sluta skicka sekretariatets meddelanden', 'stop', null],
  ['inga fler meddelanden från sekretariatet', 'stop', null],
  ['pausa sekretariatets meddelanden till 1 april', 'pause', '2019-03-31'],
  ['återuppta sekretariatets meddelanden', 'resume', null],
  ['stop messages from the secretariat', 'stop', null],
  ["pause the secretariat's messages until 1 April", 'pause', '2019-03-31'],
  ['resume messages from the secretariat', 'resume', null],
])('%s wants to %s', (text, act, until) => {
  expect(read(text)).toMatchObject({ kind: 'reminders', act, until, announcements: true });
});

describe('no message to many', () => {
  it.each([
    ['skicka veckobrev', 'reminders'],
    ['meddela mig en vecka innan kommitténs möten', 'reminders'],
    ['säg till mig en vecka innan kommitténs möten', 'reminders'],
    ['hur går det med påminnelserna?', 'reminders'],
    ['pausa påminnelserna till 1 april', 'reminders'],
    ['tell me about the committee', 'group'],
    ['när ska handlingarna skickas?', 'not-in-plan'],
    ['elväg: försenad, vi har skickat in ansökan', 'update'],
  ])('%s is a question or a wish of another kind: %s', (text, kind) => {
    expect(read(text).kind).toBe(kind);
    expect(JSON.stringify(read(text))).not.toContain('"announce"');
  });
});

describe('what the bot has asked for', () => {
  const draft = { kind: 'announce' as const, audience: nobody, text: null, template: null, day: null, time: null };
  const pending = (slot: 'message' | 'audience' | 'time'): Context => ({
    ...noContext,
    pending: { request: { draft, reason: null, quiet: false, impossible: null }, slot },
  });
  it.each([
    ['message', 'När är nästa möte? Flytta det till 5 april!', { text: 'När är nästa möte? Flytta det till 5 april!' }],
    ['message', 'påminn mig om kommittén', { text: 'påminn mig om kommittén' }],
    ['audience', 'kommittén', { audience: { ...nobody, groups: ['samarbetskommitten'] } }],
    ['audience', 'alla', { audience: { ...nobody, everyone: true } }],
    ['time', 'kl 15', { time: '15:00' }],
  ] as const)('%s: %s', (slot, text, expected) => {
    expect(read(text, pending(slot))).toMatchObject({ kind: 'update', request: { draft: { ...draft, ...expected } } });
  });
  it('can be called off', () => {
    expect(read('nej', pending('message'))).toMatchObject({ kind: 'talk', about: 'decline' });
  });
});
