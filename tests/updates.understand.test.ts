// Sentences that ask for a change of the plan, answers to what the bot asks, and questions about the changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../src/documents/yaml.ts';
import { anyMeeting, type Draft, type PendingRequest, type Slot, type UpdateRequest } from '../src/draft.ts';
import { makePlan } from '../src/plan/plan.ts';
import { type Context, noContext, noFocus, Query } from '../src/query.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';

import { toldRequest, type UpdateRow } from './support/told-update.ts';
import { enUpdates } from './updates.en.table.ts';
import { noUpdates } from './updates.not.table.ts';
import { svUpdates } from './updates.sv.table.ts';
import { severalUpdates, unreadUpdates } from './updates.unread.table.ts';

const plan = loadPlan('data/sodertorn');
const vocabulary = makeVocabulary(plan);
const now = { day: '2019-03-01', time: '09:00' };

function read(text: string, context: Context = noContext) {
  return understand(text, context, plan, vocabulary, now);
}

function told(text: string, context: Context = noContext): Record<string, unknown> {
  const { query } = read(text, context);
  return query.kind === 'update' ? toldRequest(query.request) : query;
}

const titled = (rows: readonly UpdateRow[]) => rows.map((row) => [row[0], row] as const);

describe('an update in Swedish', () => {
  it.each(titled(svUpdates))('%s', (text, [, kind, fields]) => {
    expect(told(text)).toEqual({ kind, ...fields });
  });

  it.each(['flytta motet 9 maj till 16 maj', 'stall in motet 9 maj', 'angra', 'elväg: klar'])(
    'is Swedish: %s',
    (text) => {
      expect(read(text).language).toBe('sv');
    },
  );
});

describe('an update in English', () => {
  it.each(titled(enUpdates))('%s', (text, [, kind, fields]) => {
    expect(told(text)).toEqual({ kind, ...fields });
  });

  it.each(['undo', 'BISNOD done', 'cancel the meeting on 9 May', 'TVX means Tvärförbindelse Södertörn'])(
    'is English: %s',
    (text) => {
      expect(read(text).language).toBe('en');
    },
  );
});

describe('several updates in one message', () => {
  it.each(severalUpdates)('%s', (text, [first, ...others]) => {
    const { query } = understand(text, noContext, plan, vocabulary, now);
    const request = query.kind === 'update' ? query.request : null;
    expect(request?.draft.kind).toBe(first?.[0]);
    expect(request?.later?.map(({ words, request: { draft } }) => [draft.kind, words])).toEqual(others);
  });
});

describe('an update with more in it than is understood', () => {
  it.each(unreadUpdates)('%s', (text, unread) => {
    expect(told(text)).toMatchObject({ unread });
  });
});

describe('no update', () => {
  it.each(noUpdates)('%s', (text, kind) => {
    expect(read(text).query.kind).toBe(kind);
  });
});

// === What was just shown

const meeting = plan.meetings.find(({ id }) => id === 'samarbetskommitten-2019-04-04');
const electricRoad = plan.activities.find(({ id }) => id === 'elvag');
if (!meeting || !electricRoad) throw new Error('the plan lacks what these tests are about');

const shownMeeting: Context = { ...noContext, focus: { ...noFocus, meetings: [meeting.id] } };
const shownActivity: Context = { ...noContext, focus: { ...noFocus, activities: [electricRoad.id] } };

describe('"det" is what was just shown', () => {
  it.each<[string, Context, Record<string, unknown>]>([
    ['flytta det till 16 maj', shownMeeting, { kind: 'edit-meeting', ids: [meeting.id], days: '2019-05-16' }],
    ['flytta mötet till den 11', shownMeeting, { kind: 'edit-meeting', ids: [meeting.id], days: '2019-04-11' }],
    [
      'flytta till 11 april kl 13',
      shownMeeting,
      { kind: 'edit-meeting', ids: [meeting.id], days: '2019-04-11', start: '13:00' },
    ],
    ['flytta kommittémötet en vecka framåt', shownMeeting, { kind: 'edit-meeting', ids: [meeting.id], shift: 7 }],
    [
      'flytta LG-mötet till 3 maj',
      shownMeeting,
      { kind: 'edit-meeting', groups: ['ledningsgruppen'], days: '2019-05-03' },
    ],
    ['ställ in det', shownMeeting, { kind: 'cancel-meeting', ids: [meeting.id] }],
    ['det är inställt', shownMeeting, { kind: 'cancel-meeting', ids: [meeting.id] }],
    ['mötet börjar kl 13', shownMeeting, { kind: 'edit-meeting', ids: [meeting.id], start: '13:00' }],
    ['cancel it', shownMeeting, { kind: 'cancel-meeting', ids: [meeting.id] }],
    ['move it to 11 April', shownMeeting, { kind: 'edit-meeting', ids: [meeting.id], days: '2019-04-11' }],
    [
      'det är försenat, väntar på besked',
      shownActivity,
      { kind: 'post-status', activities: ['elvag'], status: 'delayed', comment: 'väntar på besked' },
    ],
    ['den är klar', shownActivity, { kind: 'post-status', activities: ['elvag'], status: 'done' }],
    ['sätt den till pausad', shownActivity, { kind: 'post-status', activities: ['elvag'], status: 'paused' }],
    ['flytta det till 16 maj', noContext, { kind: 'edit-meeting', days: '2019-05-16' }],
  ])('%s', (text, context, expected) => {
    expect(told(text, context)).toEqual(expected);
  });
});

// === Long comments and years

describe('a comment', () => {
  it.each([700, 4_000, 10_000])('of %i characters comes through whole', (length) => {
    const comment = 'Vi väntar på Trafikverket. '.repeat(1_000).slice(0, length).trim();
    expect(told(`elväg: försenad, ${comment}`)).toMatchObject({ kind: 'post-status', status: 'delayed', comment });
  });

  it('is kept as it is written, markup and line breaks included', () => {
    const comment = 'se <b>bilaga</b>\n@alla "31 februari"\nkl 25';
    expect(told(`elväg: försenad, ${comment}`)).toEqual({
      kind: 'post-status',
      activities: ['elvag'],
      status: 'delayed',
      comment,
    });
  });

  it('is no reason to take a long question for an update', () => {
    expect(read(`Hur går det med elvägen? ${'Jag undrar. '.repeat(100)}`).query).toMatchObject({ reason: 'too-long' });
  });
});

describe('a date without a year', () => {
  it.each([
    ['2019-11-20', 'lägg till ett kommittémöte 14 januari', { days: '2020-01-14' }],
    ['2019-12-20', 'lägg till kommittémöte 7 februari', { days: '2020-02-07' }],
    ['2019-03-20', 'lägg till kommittémöte 7 februari', { days: '2020-02-07' }],
    ['2020-02-01', 'ställ in kommittémötet 9 maj', { period: '2019-05-09' }],
    ['2020-02-01', 'ställ in kommittémötet 9 maj 2020', { period: '2020-05-09' }],
    ['2018-12-10', 'flytta kommittémötet 9 maj till 16 maj', { period: '2019-05-09', days: '2019-05-16' }],
  ])('on %s, in "%s"', (day, text, expected) => {
    const { query } = understand(text, noContext, plan, vocabulary, { day, time: '09:00' });
    expect(query.kind === 'update' && toldRequest(query.request)).toMatchObject(expected);
  });
});

// === Answers to what the bot asked for

function pending(slot: Slot, draft: Draft): Context {
  const request: UpdateRequest = { draft, reason: 'sjukdom', quiet: false, impossible: null };
  const waiting: PendingRequest = { request, slot };
  return { ...noContext, pending: waiting };
}

const noDetails = { days: null, start: null, end: null, place: null, title: null };
const day = { by: 'day' } as const;
const ninthOfMay = { ...anyMeeting, period: { from: '2019-05-09', to: '2019-05-09', name: day } };
const edit: Draft = { kind: 'edit-meeting', target: ninthOfMay, shift: null, ...noDetails };
const move: Draft = {
  ...edit,
  target: anyMeeting,
  days: { from: '2019-05-16', to: '2019-05-16', lunchToLunch: false },
};
const previewed: Draft = { ...move, target: ninthOfMay, start: '13:00', end: '16:00' };
const add: Draft = { kind: 'add-meeting', groups: [], conferences: [], form: 'meeting', ...noDetails };
const status: Draft = { kind: 'post-status', activities: [electricRoad.id], status: null, comment: null };
const activity: Draft = {
  kind: 'edit-activity',
  activities: [electricRoad.id],
  field: null,
  responsible: [],
  schedule: null,
  cost: null,
};
const hosts: Draft = { kind: 'set-hosts', conferences: [], year: null, hosts: [] };
const role: Draft = {
  kind: 'set-role',
  groups: [],
  role: null,
  person: null,
  name: null,
  municipality: null,
  from: null,
  until: null,
};
const deadline: Draft = { kind: 'set-deadline', groups: [], name: null, workingDays: null };
const synonym: Draft = { kind: 'add-synonym', word: null, records: [] };
const appoint: Draft = { kind: 'appoint-secretary', person: null, name: null };

describe('the answer to what was asked for', () => {
  it.each<[Slot, Draft, string, Record<string, unknown>]>([
    ['date', add, '16 maj kl 13', { days: '2019-05-16', start: '13:00' }],
    [
      'date',
      add,
      'torsdag den 16 maj, 13-16.30 i Salem',
      { days: '2019-05-16', start: '13:00', end: '16:30', place: 'Salem (salem)' },
    ],
    ['date', add, '12-13 september lunch till lunch', { days: '2019-09-12..2019-09-13 lunch to lunch' }],
    ['date', edit, 'den 16', { days: '2019-05-16' }],
    ['date', edit, 'en vecka senare', { shift: 7 }],
    ['date', add, '31 februari', { impossible: '31 februari' }],
    ['time', add, '13-16', { start: '13:00', end: '16:00' }],
    ['time', add, 'kl 13', { start: '13:00' }],
    ['time', add, '9', { start: '09:00' }],
    ['time', add, 'kl 25', { impossible: 'kl 25' }],
    ['end', add, '16.30', { end: '16:30' }],
    ['end', add, 'till kl 16', { end: '16:00' }],
    ['end', add, '16', { end: '16:00' }],
    ['meeting', move, '9 maj', { period: '2019-05-09', days: '2019-05-16' }],
    ['meeting', move, 'nästa', { which: 'next', days: '2019-05-16' }],
    ['meeting', move, 'kommitténs 9 maj', { groups: ['samarbetskommitten'], period: '2019-05-09', days: '2019-05-16' }],
    [
      'meeting',
      { kind: 'cancel-meeting', target: anyMeeting },
      'det i april med LG',
      { groups: ['ledningsgruppen'], period: '2019-04-01..2019-04-30' },
    ],
    ['group', add, 'kommittén', { groups: ['samarbetskommitten'] }],
    ['group', role, 'ledningsgruppen', { groups: ['ledningsgruppen'] }],
    ['group', add, 'rådslaget', { conferences: ['radslaget'] }],
    ['meeting-field', edit, 'till 16 maj', { days: '2019-05-16' }],
    ['meeting-field', edit, 'i Salem', { place: 'Salem (salem)' }],
    ['meeting-field', edit, 'flytta till 16 maj kl 13', { days: '2019-05-16', start: '13:00' }],
    ['meeting-field', edit, 'byt plats till Folkets hus i Tumba', { place: 'Folkets hus i Tumba' }],
    ['meeting-field', edit, 'tiden till 13-16', { start: '13:00', end: '16:00' }],
    [
      'activity',
      { ...status, activities: [], status: 'delayed' },
      'elvägen',
      { activities: ['elvag'], status: 'delayed' },
    ],
    ['status', status, 'försenad, väntar på Trafikverket', { status: 'delayed', comment: 'väntar på Trafikverket' }],
    ['status', status, 'klar', { status: 'done' }],
    ['status', status, 'done', { status: 'done' }],
    ['cost', { ...activity, field: 'cost' }, '50 000 kr', { field: 'cost', cost: 50_000 }],
    ['cost', { ...activity, field: 'cost' }, 'ingen', { field: 'cost', cost: 'none' }],
    [
      'schedule',
      { ...activity, field: 'schedule' },
      'hösten',
      { field: 'schedule', schedule: { kind: 'season', year: 2019, season: 'autumn', wording: 'hösten' } },
    ],
    ['schedule', { ...activity, field: 'schedule' }, '31 april', { field: 'schedule', impossible: '31 april' }],
    [
      'responsible',
      { ...activity, field: 'responsible' },
      'Haninge och Tyresö',
      { field: 'responsible', responsible: ['haninge', 'tyreso'] },
    ],
    ['activity-field', activity, 'kostnaden till 5000', { field: 'cost', cost: 5000 }],
    ['activity-field', activity, 'kostnaden', { field: 'cost' }],
    ['activity-field', activity, 'ansvarig: Haninge', { field: 'responsible', responsible: ['haninge'] }],
    ['conference', hosts, 'rådslaget', { conferences: ['radslaget'] }],
    ['year', hosts, '2027', { year: 2027 }],
    ['year', hosts, 'nästa år', { year: 2020 }],
    ['hosts', hosts, 'Haninge och Salem', { hosts: ['haninge', 'salem'] }],
    [
      'year',
      { kind: 'swap-hosts', conferences: [], years: [], municipalities: [] },
      '2021 och 2022',
      { years: [2021, 2022] },
    ],
    ['role', role, 'vice ordförande', { role: 'vice-chair' }],
    ['person', role, 'Anna Ek, Salem', { name: 'Anna Ek', municipality: 'salem' }],
    ['person', role, 'mats bergström', { person: 'mats-bergstrom', name: 'Mats Bergström' }],
    ['deadline-name', deadline, 'kallelsen', { name: 'kallelse' }],
    ['working-days', deadline, '10', { workingDays: 10 }],
    ['working-days', deadline, 'tio arbetsdagar', { workingDays: 10 }],
    ['word', synonym, '"elstråket"', { word: 'elstråket' }],
    ['record', synonym, 'elvägen', { records: ['elvag'] }],
    ['secretary', appoint, 'Anna Ek', { name: 'Anna Ek' }],
    ['secretary', appoint, '6F9619FF-8B86-D011-B42D-00CF4FC964FF', { person: '6f9619ff-8b86-d011-b42d-00cf4fc964ff' }],
  ])('%s %#: %s "%s"', (slot, draft, text, expected) => {
    const request: UpdateRequest = { draft, reason: 'sjukdom', quiet: false, impossible: null };
    const before = toldRequest(request);
    const isMeeting = slot === 'meeting';
    const found = told(text, pending(slot, draft));
    expect(found).toMatchObject({ kind: draft.kind, reason: 'sjukdom', ...expected });
    if (!isMeeting) expect(found).toMatchObject(before);
  });

  it.each<[Draft, string, Record<string, unknown>]>([
    [previewed, 'nej, 17 maj istället', { days: '2019-05-17', start: '13:00', end: '16:00' }],
    [previewed, 'no, 17 May instead', { days: '2019-05-17' }],
    [previewed, 'ändra till 17 maj', { days: '2019-05-17' }],
    [previewed, 'ja, fast kl 13.30', { days: '2019-05-16', start: '13:30' }],
    [previewed, 'kl 14 istället', { days: '2019-05-16', start: '14:00' }],
    [previewed, 'i Salem istället', { days: '2019-05-16', start: '13:00', place: 'Salem (salem)' }],
    [{ ...add, days: move.days }, 'nej, 17 maj istället', { days: '2019-05-17' }],
  ])('%# changes what is previewed: "%s"', (draft, text, expected) => {
    expect(told(text, pending('meeting-field', draft))).toMatchObject({ kind: draft.kind, ...expected });
  });

  it.each([
    ['ja', 'agree'],
    ['nej', 'decline'],
  ])('"%s" about a preview is talk', (text, about) => {
    expect(read(text, pending('meeting-field', previewed)).query).toEqual({ kind: 'talk', about });
  });

  it.each(['avbryt', 'nej', 'nej tack', 'strunta i det', 'ångra', 'cancel', 'never mind'])(
    '"%s" gives it up',
    (text) => {
      expect(read(text, pending('date', add)).query).toEqual({ kind: 'talk', about: 'decline' });
    },
  );

  it.each<[string, string]>([
    ['när är nästa kommittémöte?', 'meetings'],
    ['vem är värd 2021?', 'hosts'],
    ['hej', 'talk'],
    ['vad har ändrats sedan sist?', 'changes'],
  ])('"%s" is another matter', (text, kind) => {
    for (const context of [pending('date', add), pending('person', role), pending('status', status)]) {
      if (text === 'hej' && context.pending?.slot === 'person') continue;
      expect(read(text, context).query.kind).toBe(kind);
    }
  });

  it('may be another update', () => {
    const found = told('ställ in kommittémötet 9 maj', pending('date', add));
    expect(found).toEqual({ kind: 'cancel-meeting', groups: ['samarbetskommitten'], period: '2019-05-09' });
  });

  it('may do another thing with the same meeting', () => {
    expect(told('ställ in det', pending('meeting-field', edit))).toMatchObject({
      kind: 'cancel-meeting',
      period: '2019-05-09',
    });
  });
});

// === Questions about the ledger

const last = { by: 'last' };
const ever = { by: 'ever' };
const since = (from: string) => ({ by: 'day', day: from });

describe('a question about changes', () => {
  it.each<[string, Record<string, unknown>]>([
    ['vad har ändrats sedan sist?', { since: last }],
    ['Vad är nytt?', { since: last }],
    ['har något ändrats?', { since: last }],
    ['nåt nytt sen sist?', { since: last }],
    ['vad har hänt sedan sist', { since: last }],
    ["what's new?", { since: last }],
    ['vad har ändrats sedan 15 februari?', { since: since('2019-02-15'), until: null }],
    ['vad har ändrats sedan förra mötet?', { since: since('2019-02-07') }],
    ['vad har ändrats sedan ledningsgruppens senaste möte?', { since: since('2019-01-25') }],
    ['vad har ändrats den senaste månaden?', { since: since('2019-02-01') }],
    ['vad har ändrats i februari?', { since: since('2019-02-01'), until: '2019-02-28' }],
    ['what has changed since February?', { since: since('2019-02-01'), until: null }],
    ['visa historiken', { since: ever }],
    ['ändringslogg', { since: ever }],
    ['vilka ändringar har gjorts?', { since: ever }],
    ['show the change log', { since: ever }],
    ['vad har ändrats för elvägen?', { since: ever, activities: ['elvag'] }],
    ['vem ändrade mötet 9 maj?', { aspect: 'who', meetings: ['samarbetskommitten-2019-05-09'] }],
    ['vem flyttade kommittémötet?', { aspect: 'who', groups: ['samarbetskommitten'] }],
    ['who moved the meeting?', { aspect: 'who' }],
    ['vem ställde in mötet 26 april', { aspect: 'who', meetings: ['ledningsgruppen-2019-04-26'] }],
    ['varför flyttades mötet 9 maj?', { aspect: 'who', meetings: ['samarbetskommitten-2019-05-09'] }],
  ])('%s', (text, expected) => {
    expect(read(text).query).toMatchObject({ kind: 'changes', ...expected });
  });

  it('may point at the meeting that was shown', () => {
    expect(read('vem flyttade det?', shownMeeting).query).toMatchObject({ meetings: [meeting.id], aspect: 'who' });
  });
});

describe('the plan as it was', () => {
  it.each<[string, Record<string, unknown>]>([
    ['hur såg planen ut i februari?', { day: '2019-02-28', query: null }],
    ['hur såg planen ut 1 februari?', { day: '2019-02-01', query: null }],
    ['what did the plan look like in January?', { day: '2019-01-31', query: null }],
    [
      'när var kommitténs möte i maj enligt planen i februari?',
      { day: '2019-02-28', query: expect.objectContaining({ kind: 'meetings', groups: ['samarbetskommitten'] }) },
    ],
    [
      'när var mötet i maj enligt planen 1 februari',
      { day: '2019-02-01', query: expect.objectContaining({ kind: 'meetings' }) },
    ],
    [
      'when was the committee meeting in May according to the plan in February?',
      { day: '2019-02-28', query: expect.objectContaining({ kind: 'meetings', aspect: 'when' }) },
    ],
  ])('%s', (text, expected) => {
    expect(read(text).query).toMatchObject({ kind: 'as-of', ...expected });
  });

  it.each(['vad händer enligt planen i april?', 'när är nästa möte enligt planen?', 'vad händer enligt planen 2019?'])(
    'is not asked for in "%s"',
    (text) => {
      expect(read(text).query.kind).not.toBe('as-of');
    },
  );
});

describe('rights and unanswered questions', () => {
  it.each(['vad får jag göra?', 'vem är jag?', 'är jag sekreterare?', 'what am I allowed to do?'])('%s', (text) => {
    expect(read(text).query).toEqual({ kind: 'rights' });
  });

  it.each([
    'vilka frågor kunde du inte svara på?',
    'obesvarade frågor',
    'unanswered questions',
    'visa obesvarade frågor',
  ])('%s', (text) => {
    expect(read(text).query).toEqual({ kind: 'unanswered' });
  });

  it.each([
    ['👍', 'praise'],
    ['👍🏽', 'praise'],
    ['👎', 'complaint'],
    ['🙂', 'empty'],
  ])('%s', (text, about) => {
    expect(read(text).query).toEqual({ kind: 'talk', about });
  });
});

describe('a question about deadlines', () => {
  const group = meeting.group;
  const dated = makePlan({
    ...plan,
    deadlines: [
      { group, name: 'kallelse', workingDays: 14 },
      { group, name: 'handlingar', workingDays: 7 },
    ],
  });
  const words = makeVocabulary(dated);
  const ask = (text: string) => understand(text, noContext, dated, words, now).query;

  it.each<[string, Record<string, unknown>]>([
    ['när ska handlingarna skickas?', { name: 'handlingar', which: 'next' }],
    ['när ska handlingarna till kommittén skickas?', { name: 'handlingar', groups: [group] }],
    ['när är deadline för kallelsen?', { name: 'kallelse' }],
    ['vilka deadlines har vi?', { name: null, which: 'all' }],
    ['deadlines i maj?', { name: null, which: 'all' }],
    ['when are the papers due?', { name: null, which: 'next' }],
  ])('%s', (text, expected) => {
    expect(ask(text)).toMatchObject({ kind: 'deadlines', ...expected });
  });

  it('is one only where the plan has deadlines', () => {
    expect(read('när ska handlingarna skickas?').query.kind).toBe('not-in-plan');
  });

  it('leaves those of activities alone', () => {
    expect(ask('när är deadline för BISNOD?').kind).toBe('activity');
  });

  it('knows its deadline again when it is set anew, or taken away', () => {
    const set = ask('handlingarna ska ut 10 arbetsdagar före kommitténs möten');
    expect(set.kind === 'update' && toldRequest(set.request)).toMatchObject({ name: 'handlingar', workingDays: 10 });
    const gone = ask('ta bort deadline för kallelsen');
    expect(gone.kind === 'update' && toldRequest(gone.request)).toMatchObject({
      name: 'kallelse',
      workingDays: 0,
      groups: [group],
    });
  });
});

// === Whatever is written

describe('any text', () => {
  const lexicon = [...svUpdates, ...enUpdates].flatMap(([text]) => text.split(' '));
  const sentence = fc
    .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...new Set(lexicon)) }, fc.string({ maxLength: 6 })), {
      maxLength: 14,
    })
    .map((words) => words.join(' '));
  const slots = fc.constantFrom<[Slot, Draft]>(
    ['date', add],
    ['meeting-field', edit],
    ['meeting', move],
    ['status', status],
    ['activity-field', activity],
    ['person', role],
    ['working-days', deadline],
    ['record', synonym],
    ['year', hosts],
    ['secretary', appoint],
  );

  it('is a query that the schema knows', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 80 })), fc.option(slots), (text, asked) => {
        const { query } = read(text, asked ? pending(asked[0], asked[1]) : noContext);
        expect(Query.safeParse(query).error).toBeUndefined();
      }),
      { numRuns: 4_000 },
    );
  });

  it('is read in time, however long', () => {
    const long = [
      'flytta ',
      'flytta mötet 9 maj till ',
      'hej ',
      'tack ',
      '. A',
      'vad har ändrats ',
      'utan att meddela ',
      '"',
    ];
    for (const part of long) {
      expect(read(`flytta ${part.repeat(30_000 / part.length)}`).query.kind).toBeTypeOf('string');
    }
  });
});
