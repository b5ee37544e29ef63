// Sentences that ask for a calendar, and sentences about calendars that ask for something else.
import { describe, expect, it } from 'vitest';
import { GroupId, MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import { type CalendarQuery, type Context, everyMeeting, noContext, noFocus, unsaidCalendar } from '../src/query.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { plan } from './support/question-table.ts';

const vocabulary = makeVocabulary(plan);
const now = { day: '2019-03-01', time: '09:00' };
const ask = (text: string, context: Context = noContext) => understand(text, context, plan, vocabulary, now).query;

const committee = GroupId.parse('samarbetskommitten');
const management = GroupId.parse('ledningsgruppen');
const haninge = MunicipalityId.parse('haninge');
const ids = (...names: string[]): MeetingId[] => names.map((name) => MeetingId.parse(name));

const file = (...names: string[]): Partial<CalendarQuery> => ({ act: 'file', meetings: ids(...names) });
const ofCommittee: Partial<CalendarQuery> = { groups: [committee] };
const ofManagement: Partial<CalendarQuery> = { groups: [management] };
const all: Partial<CalendarQuery> = { scope: 'everything' };
const conferences: Partial<CalendarQuery> = { scope: 'conferences' };

const nextMeeting = 'ledningsgruppen-2019-03-08';
const april = 'samarbetskommitten-2019-04-04';
const may = 'samarbetskommitten-2019-05-09';

const wishes: readonly (readonly [string, Partial<CalendarQuery>])[] = [
  // Links
  ['ge mig en kalenderlänk till ledningsgruppens möten', ofManagement],
  ['Hej! Kan jag få en kalenderlänk till ledningsgruppens möten? Tack', ofManagement],
  ['kalenderlänk ledningsgruppen', ofManagement],
  ['kalenderlank till kommitten', ofCommittee],
  ['skapa ett kalenderflöde för kommittén', ofCommittee],
  ['ledningsgruppens kalenderlänk', ofManagement],
  ['finns det någon kalenderlänk till kommittén?', ofCommittee],
  ['jag vill ha en ical-länk till alla möten', all],
  ['kalenderlänk', all],
  ['jag behöver en länk till kalendern i outlook', all],
  ['kalenderlänk till rådslaget', { ...file('radslaget-2019') }],
  ['kalenderlänk till mina påminnelser', { scope: 'subscriptions' }],
  ['kalenderlänk till kommitténs och ledningsgruppens möten', { groups: [committee, management] }],
  ['kalenderlänk till haninge och ledningsgruppen', { groups: [management], municipalities: [haninge] }],
  [
    'kalenderlänk till kommittén och konferenserna',
    { ...ofCommittee, conferences: plan.conferences.map(({ id }) => id) },
  ],
  // Left unread: nothing is done
  ['kalenderlänk alla möten utom ledningsgruppen', { unread: 'utom ledningsgruppen' }],
  ['kalenderlänk till kommittén men inte ledningsgruppen', { unread: 'inte ledningsgruppen' }],
  ['kalenderlänk till allt utom konferensen', { unread: 'utom konferensen' }],
  ['kalenderlänk kommittén 2020', { ...ofCommittee, unread: '2020' }],
  ['kalenderlänk till kommitténs möten i Haninge', { ...ofCommittee, unread: 'Haninge' }],
  ['ta bort alla mina kalenderlänkar utom den första', { act: 'revoke', link: '*', unread: 'utom den första' }],
  // Subscriptions
  ['prenumerera på kommitténs möten', ofCommittee],
  ['Prenumerera på kommittén', ofCommittee],
  ['jag vill prenumerera på kalendern', all],
  ['prenumerera', all],
  ['hur prenumererar jag på kalendern?', all],
  ['Hur gör man för att prenumerera på ledningsgruppens möten i Outlook?', ofManagement],
  ['kan man prenumerera på mötena i outlook?', all],
  ['prenumerera på konferenserna', conferences],
  ['prenumrera på kommitténs möten', ofCommittee],
  ['jag vill ha in mötena i min mobil', all],
  ['exportera kalendern som ics', all],
  ['prenumerera på Haninge', { municipalities: [haninge] }],
  // Into one's own calendar
  ['jag vill ha kommittémötena i Outlook', ofCommittee],
  ['alla möten i min kalender', all],
  ['hela kalendern i outlook', all],
  ['lägg in allt i min kalender', all],
  ['lägg till ledningsgruppens möten i min kalender', ofManagement],
  ['kan jag få ledningsgruppens möten i min google-kalender', ofManagement],
  ['synka kommitténs möten med min kalender', ofCommittee],
  ['konferenserna i kalendern', conferences],
  ['synka konferenserna till outlook', conferences],
  ['möten i Haninge i min kalender', { municipalities: [haninge] }],
  ['kalender för Haninge, även aktiviteter', { municipalities: [haninge], withActivities: true }],
  ['alla möten i min kalender, även aktiviteter', { ...all, withActivities: true }],
  ['ge mig en kalenderlänk till kommitténs möten inklusive aktiviteter', { ...ofCommittee, withActivities: true }],
  ['det jag prenumererar på i min kalender', { scope: 'subscriptions' }],
  ['mina prenumerationer i outlook', { scope: 'subscriptions' }],
  // Single meetings
  ['lägg nästa möte i min kalender', file(nextMeeting)],
  ['lägg nästa möte i kalendern', file(nextMeeting)],
  ['lägg nästa kommittémöte i kalendern', file(april)],
  ['kan du lägga in kommittémötet 4 april i min kalender?', file(april)],
  ['spara mötet 9 maj i kalendern', file(may)],
  ['ics-fil för mötet 9 maj', file(may)],
  ['ge mig en kalenderfil för kommittémötet 9 maj', file(may)],
  ['kommittémötet 9 maj som ics', file(may)],
  ['lägg in rådslaget i kalendern', file('radslaget-2019')],
  ['möten i april i min kalender', file(april, 'radslaget-2019', 'ledningsgruppen-2019-04-26')],
  ['lägg mötet 3 juli i min kalender', file()],
  ['lägg det i min kalender', file()],
  ['lägg till det i kalendern', file()],
  // One's own links
  ['mina kalenderlänkar', { act: 'list' }],
  ['visa mina kalenderlänkar', { act: 'list' }],
  ['vilka kalenderlänkar har jag?', { act: 'list' }],
  ['har jag några kalenderlänkar', { act: 'list' }],
  ['byt adress på min kalenderlänk', { act: 'rotate' }],
  ['ge min kalenderlänk en ny adress', { act: 'rotate' }],
  ['byt ut länk 2', { act: 'rotate', link: '2' }],
  ['min kalenderlänk har läckt', { act: 'rotate' }],
  ['byt adress på länken som slutar på Zx-9', { act: 'rotate', link: 'Zx-9' }],
  ['ta bort länken som slutar på ab12', { act: 'revoke', link: 'ab12' }],
  ['ta bort min kalenderlänk', { act: 'revoke' }],
  ['ta bort alla mina kalenderlänkar', { act: 'revoke', link: '*' }],
  ['ta bort kalenderlänken till ledningsgruppen', { act: 'revoke', groups: [management] }],
  ['ta bort den andra kalenderlänken', { act: 'revoke', link: '2' }],
  ['sluta dela kalendern', { act: 'revoke' }],
  // English
  ['calendar link to my reminders', { scope: 'subscriptions' }],
  ['calendar link for the management group', ofManagement],
  ['give me a calendar link to all meetings', all],
  ['subscribe to the committee meetings', ofCommittee],
  ["subscribe to the committee's meetings in outlook", ofCommittee],
  ['how do I subscribe to the calendar?', all],
  ['all meetings in my calendar', all],
  ['sync the conferences to outlook', conferences],
  ['calender link to the committee', ofCommittee],
  ['calendar for Haninge, including activities', { municipalities: [haninge], withActivities: true }],
  ['put the next committee meeting in my calendar', file(april)],
  ['add the meeting on 9 May to my calendar', file(may)],
  ['ics file for the meeting on 9 May', file(may)],
  ['add it to my calendar', file()],
  ['my calendar links', { act: 'list' }],
  ['what calendar links do I have?', { act: 'list' }],
  ['change the address of my calendar link', { act: 'rotate' }],
  ['revoke my calendar link', { act: 'revoke' }],
  ['revoke the link ending in Ab12', { act: 'revoke', link: 'Ab12' }],
  ['stop sharing my calendar', { act: 'revoke' }],
];

describe(`${wishes.length} wishes for a calendar`, () => {
  it.each(wishes)('%s', (text, expected) => {
    expect(ask(text)).toEqual({ ...unsaidCalendar, ...expected });
  });
});

describe('what was shown before', () => {
  const shown: Context = {
    last: { ...everyMeeting, groups: [committee], which: 'next' },
    focus: { ...noFocus, meetings: ids(april) },
    listed: null,
    pending: null,
  };
  const conference: Context = {
    last: null,
    focus: { ...noFocus, meetings: ids('radslaget-2019') },
    listed: null,
    pending: null,
  };

  it.each([
    ['lägg det i min kalender', shown, file(april)],
    ['lägg till det i kalendern', shown, file(april)],
    ['lägg till i kalendern', shown, file(april)],
    ['kan du lägga in mötet i min kalender?', shown, file(april)],
    ['add it to my calendar', shown, file(april)],
    ['ics-fil', shown, file(april)],
    ['lägg den i min kalender', conference, file('radslaget-2019')],
    ['kalenderlänk', shown, ofCommittee],
    ['prenumerera på dem', shown, ofCommittee],
  ] as const)('%s', (text, context, expected) => {
    expect(ask(text, context)).toEqual({ ...unsaidCalendar, ...expected });
  });
});

/** About calendars, meetings and links, and no wish for a calendar of one's own. */
const others = [
  'vad står i kalendern?',
  'visa kalendern',
  'kalendern för april',
  'kalender',
  'kalendern',
  'kalendarium 2019',
  'kalender för Haninge',
  'vilka möten finns i kalendern?',
  'vad har vi i kalendern i maj?',
  'vad ligger i kalendern för ledningsgruppen',
  'finns mötet i kalendern?',
  'när är nästa möte i kalendern',
  'what is in the calendar?',
  'show the calendar for May',
  'the calendar in autumn',
  'lägg till ett möte i kalendern 9 juni',
  'lägg in kommittémöte 9 juni kl 13 i kalendern',
  'boka in ett nytt möte med ledningsgruppen i kalendern 12 juni kl 9',
  'add a meeting of the committee on 12 June to the calendar',
  'ta bort mötet 9 maj ur kalendern',
  'flytta kommittémötet 9 maj till 16 maj i kalendern',
  'påminn mig en vecka före kommitténs möten',
  'skicka länken till mötet',
  'byt adress på mötet 9 maj',
  'vad har jag i min kalender?',
  'har du en mobil?',
  'vem ansvarar för kalendern?',
  'ge mig länken till mötet',
  'sätt kommittémötet 4 april i kalendern till kl 14',
  'när är nästa möte i min kalender?',
  'lägg budgeten i min kalender',
  'lägg min semester i min kalender',
  'lägg till Erik i min kalender',
];

describe(`${others.length} sentences that are no such wishes`, () => {
  it.each(others)('%s', (text) => {
    expect(ask(text).kind).not.toBe('calendar');
  });
});

it('knows the language of a wish', () => {
  const languageOf = (text: string) => understand(text, noContext, plan, vocabulary, now).language;
  expect(languageOf('ge mig en kalenderlänk till alla möten')).toBe('sv');
  expect(languageOf('put the next committee meeting in my calendar')).toBe('en');
});

it('comes to an end with a long message that looks like a wish', () => {
  for (const text of [
    'lägg i '.repeat(80),
    'kalender '.repeat(60),
    `ge mig ${'en '.repeat(200)}kalenderlänk`,
    `a${' '.repeat(500)}kalender`,
  ])
    expect(ask(text).kind).toBeTypeOf('string');
});
