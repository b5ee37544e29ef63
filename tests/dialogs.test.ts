// Forms in Teams' dialogs, and 👍 and 👎 below answers, through the real endpoint.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeCore } from '../src/core.ts';
import { loadRecords } from '../src/documents/yaml.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { toMessage } from '../src/teams/outgoing.ts';
import { keptLog, type LogLine } from './support/kept-log.ts';
import { member, type Person, secretary } from './support/secretariat.ts';
import { type Message, message, plainReply, startConnector, startService } from './support/service.ts';

const base = loadRecords('data/sodertorn');
const committee = { kind: 'meeting', meeting: 'samarbetskommitten-2019-05-09' };

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The whole bot on the plan of 2019, and a Connector that keeps what is sent to Teams. */
async function start(connectorStatus = 200) {
  const lines: LogLine[] = [];
  const log = keptLog(lines);
  const store = await openMemory();
  const clock = () => instantOf('2019-03-01T09:00', base.region.timeZone);
  const core = await makeCore(base, store, [secretary.person], clock, log);
  const service = await startService({ turns: core.turns, log });
  const connector = await startConnector(connectorStatus);
  stops.push(connector.stop, service.stop, core.stop, () => store.close());
  const from = (person: Person | null) =>
    person ? { id: person.teamsId, name: person.name, aadObjectId: person.person } : { id: '29:nobody' };
  const fields = (who: Person | null) => ({ from: from(who), deliveryMode: undefined, serviceUrl: connector.url });

  async function invoke(name: string, value: unknown, who: Person | null = secretary, more: object = {}) {
    const activity = message('', { type: 'invoke', name, value, text: undefined, ...fields(who), ...more });
    const { status, body } = await service.post(activity);
    return { status, body: body === '' ? null : JSON.parse(body) };
  }
  return {
    store,
    errors: () => lines.filter(({ level }) => level === 'error'),
    sent: connector.received,
    invoke,
    fetch: (form: unknown, who?: Person | null) =>
      invoke('task/fetch', { data: { msteams: { type: 'task/fetch' }, form }, context: { theme: 'default' } }, who),
    submit: (data: unknown, who?: Person | null) => invoke('task/submit', { data, context: { theme: 'dark' } }, who),
    say: (text: string, who: Person | null = secretary) => service.post(message(text, fields(who))),
    press: (value: unknown, who: Person | null = secretary) =>
      service.post(message('', { text: undefined, value, ...fields(who), deliveryMode: 'expectReplies' })),
  };
}

const Input = z.looseObject({ type: z.string(), id: z.string().optional(), text: z.string().optional() });
const Dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({
      title: z.string(),
      card: z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.object({ body: z.array(Input), actions: z.array(z.object({ data: z.looseObject({}) })) }),
      }),
    }),
  }),
});

/** A dialog's title, warnings, and what its inputs and its button would send. */
function read(body: unknown) {
  const { title, card } = Dialog.parse(body).task.value;
  const inputs = card.content.body.filter(({ type }) => type.startsWith('Input.'));
  const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value === undefined ? '' : String(value)]));
  const warnings = card.content.body.flatMap(({ text }) => (text?.startsWith('⚠') ? [text] : []));
  return { title, warnings, data: { ...card.content.actions[0]?.data, ...values } };
}

describe('a dialog', () => {
  it('opens with what the plan has, and shows it again with what is wrong', async () => {
    const bot = await start();
    const { status, body } = await bot.fetch(committee);
    expect(status).toBe(200);
    const opened = read(body);
    expect(opened).toMatchObject({ title: 'Ändra möte', warnings: [], data: { from: '2019-05-09', start: '12:00' } });
    const again = await bot.submit({ ...opened.data, from: '2019-02-31', reason: 'x'.repeat(10_000) });
    expect(again.status).toBe(200);
    expect(read(again.body).warnings).toEqual([
      expect.stringContaining('rättas'),
      expect.stringContaining('datumet finns inte'),
      expect.stringContaining('10\u00a0000'),
    ]);
    expect(bot.sent).toEqual([]);
  });

  it('closes, and the preview comes into the conversation, where “ja” confirms it', async () => {
    const bot = await start();
    const opened = read((await bot.fetch(committee)).body);
    expect(await bot.submit({ ...opened.data, from: '2019-05-16', place: 'Salem', reason: 'Krock' })).toEqual({
      status: 200,
      body: null,
    });
    expect(bot.sent).toHaveLength(1);
    expect(bot.sent[0]?.speak).toMatch(/16 maj[\s\S]*Salem/);
    expect(await bot.store.ledger.since(0)).toEqual([]);
    await bot.say('ja');
    const [entry, another] = await bot.store.ledger.since(0);
    expect(another).toBeUndefined();
    expect(entry).toMatchObject({
      author: { person: secretary.person },
      reason: 'Krock',
      quiet: false,
      change: {
        kind: 'edit-meeting',
        set: { days: { from: '2019-05-16', to: '2019-05-16' }, place: { name: 'Salem' } },
      },
    });
    expect(Object.keys(Object(entry?.change.kind === 'edit-meeting' && entry.change.set))).toEqual(['days', 'place']);
  });

  it('lets one choose the meeting first', async () => {
    const bot = await start();
    const choosing = read((await bot.fetch({ kind: 'meeting', meeting: null })).body);
    const chosen = await bot.submit({ ...choosing.data, meeting: committee.meeting });
    expect(read(chosen.body)).toMatchObject({ title: 'Ändra möte', data: { from: '2019-05-09', submit: committee } });
  });

  it('tells of what somebody else changed meanwhile, and shows that', async () => {
    const bot = await start();
    const opened = read((await bot.fetch(committee)).body);
    await bot.submit({ ...opened.data, from: '2019-05-16' });
    await bot.say('ja');
    const late = read((await bot.submit({ ...opened.data, place: 'Salem' })).body);
    expect(late.warnings).toEqual([expect.stringContaining(secretary.name)]);
    expect(late.data).toMatchObject({ from: '2019-05-16', base: 1 });
  });

  it('says so where nothing was changed, and where the change cannot be', async () => {
    const bot = await start();
    const opened = read((await bot.fetch(committee)).body);
    expect(read((await bot.submit(opened.data)).body).warnings).toEqual([expect.stringContaining('Inget är ändrat')]);
    const past = read((await bot.submit({ ...opened.data, from: '2019-01-10' })).body);
    expect(past.warnings).toHaveLength(1);
    expect(past.data).toMatchObject({ from: '2019-01-10' });
    expect(bot.sent).toEqual([]);
  });

  it.each([
    ['members', member],
    ['people whom Teams does not name', null],
  ])('is refused to %s, whatever the card says', async (_, who) => {
    const bot = await start();
    const { data } = read((await bot.fetch(committee)).body);
    const forged = { ...data, from: '2019-05-16', author: secretary, asker: secretary.person };
    for (const { status, body } of [await bot.fetch(committee, who), await bot.submit(forged, who)]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ task: { type: 'message', value: expect.stringMatching(/\S/) } });
    }
    expect(bot.sent).toEqual([]);
    expect(bot.errors()).toEqual([]);
  });

  it('answers in the language of the client before anybody has written', async () => {
    const bot = await start();
    const { body } = await bot.invoke('task/fetch', { data: { form: committee } }, secretary, { locale: 'en-GB' });
    expect(read(body).title).toBe('Change a meeting');
  });

  it.each([
    ['task/fetch', { data: { form: { kind: 'no-such-form' } } }],
    ['task/fetch', { data: { form: { kind: 'meeting', meeting: 'gone-2018-01-01' } } }],
    ['task/fetch', { data: null }],
    ['task/fetch', []],
    ['task/fetch', {}],
    ['task/submit', {}],
    ['task/submit', { data: 'text' }],
    ['task/submit', { data: { submit: committee } }],
    ['task/submit', { data: { submit: { ...committee, meeting: '<script>' }, base: 0 } }],
    ['task/submit', { data: { submit: { kind: 'activity', activity: 'gone' }, base: 0, cost: '1' } }],
    ['task/submit', { data: { submit: committee, base: 1e300 } }],
  ])('says what is the matter where %s has %j', async (name, value) => {
    const bot = await start();
    const { status, body } = await bot.invoke(name, value);
    expect(status).toBe(200);
    expect(body).toMatchObject({ task: { type: 'message', value: expect.stringMatching(/\S/) } });
    expect(bot.errors()).toEqual([]);
  });

  it.each([
    { from: { a: 1 }, to: [], start: null, end: true, place: 7 },
    { place: '[Klicka](https://evil.example)', title: '<at>Alla</at>\u0000\u202e', reason: '<script>' },
    { from: '9999-12-31', to: '9999-12-31', start: '00:00', end: '00:01' },
    { from: '0000-00-00', to: '-1', start: '24:00', end: '99:99' },
    { quiet: 'maybe', extra: 'x', ['__proto__']: { polluted: true } },
  ])('takes odd values calmly: %j', async (values) => {
    const bot = await start();
    const { data } = read((await bot.fetch(committee)).body);
    const { status } = await bot.submit({ ...data, ...values });
    expect(status).toBe(200);
    expect(bot.errors()).toEqual([]);
    expect(await bot.store.ledger.since(0)).toEqual([]);
  });

  it('stays open with an apology where the preview cannot be sent', async () => {
    const bot = await start(503);
    const { data } = read((await bot.fetch(committee)).body);
    const { status, body } = await bot.submit({ ...data, from: '2019-05-16' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ task: { type: 'message' } });
  });
});

describe('a form in the conversation, for clients without dialogs', () => {
  it('is sent as a card, corrected, and leads to the same preview', async () => {
    const bot = await start();
    const opened = await bot.press({ form: committee });
    const card = JSON.stringify(opened.activities[0]?.attachments);
    expect(card).toContain('"Input.Date"');
    expect(card).not.toContain('msteams');
    const wrong = await bot.press({ submit: committee, base: 0, from: '2019-02-31' });
    expect(JSON.stringify(wrong.activities)).toContain('datumet finns inte');
    const data = { submit: committee, base: 0, from: '2019-05-16', start: '12:00', end: '15:30', place: 'Salem' };
    const preview = await bot.press(data);
    expect(preview.activities[0]?.speak).toMatch(/16 maj/);
  });
});

describe('buttons that open forms', () => {
  const reply = { ...plainReply('svar'), suggestions: [{ title: 'Ändra mötet', action: { form: committee } }] };
  const dataIn = ({ attachments }: ReturnType<typeof toMessage>) => attachments?.[0]?.content?.actions?.[0]?.data;

  it('open a dialog in Teams, and are pressed like any other elsewhere', () => {
    expect(dataIn(toMessage(reply, 'messageBack'))).toEqual({ msteams: { type: 'task/fetch' }, form: committee });
    expect(dataIn(toMessage(reply, 'plain'))).toEqual({ form: committee });
  });

  it.each([
    ['när är kommittémötet i maj?', ['Ändra mötet']],
    ['hur går det med elvägen?', ['Ange status', 'Ändra aktiviteten']],
    ['vem är värd för rådslaget 2020?', ['Ändra värd']],
    ['vem är ordförande i kommittén?', ['Ändra uppdraget']],
    ['vad får jag göra?', ['Nytt möte', 'Flytta möte', 'Ange status', 'Skriv meddelande']],
    ['när är kommitténs möten?', []],
    ['när var kommittémötet i februari?', []],
  ])('come with “%s” for a secretary, and for nobody else', async (question, titles) => {
    const bot = await start();
    await bot.say(question);
    await bot.say(question, member);
    const offered = bot.sent.map(formTitles);
    expect(offered).toEqual([titles, []]);
  });
});

/** The titles of a message's buttons that open a form. */
function formTitles({ attachments }: Message): string[] {
  const Card = z.object({
    actions: z.array(z.object({ title: z.string(), data: z.looseObject({}).nullish() })).default([]),
  });
  const cards = z
    .array(z.object({ content: Card }))
    .default([])
    .parse(attachments ?? []);
  return cards.flatMap(({ content }) =>
    content.actions.flatMap(({ title, data }) => (data && 'form' in data ? [title] : [])),
  );
}

describe('👍 and 👎 below an answer', () => {
  const pressed = (reaction: unknown) => ({
    actionName: 'feedback',
    actionValue: { reaction, feedback: '{"feedbackText":"Bra!"}' },
  });

  it.each([
    ['like', 'praised'],
    ['dislike', 'blamed'],
  ] as const)('%s keeps the question, and nothing of who asked', async (reaction, verdict) => {
    const bot = await start();
    await bot.say('när är nästa kommittémöte?', member);
    await bot.say('tack', member);
    const { status } = await bot.invoke('message/submitAction', pressed(reaction), member, { replyToId: 'sent' });
    expect(status).toBe(200);
    const kept = await bot.store.questions.list(verdict, 10);
    expect(kept).toMatchObject([{ text: 'när är nästa kommittémöte?', count: 1, lastDay: '2019-03-01' }]);
    expect(JSON.stringify(kept)).not.toMatch(/Bra!|Lena|11111111/);
  });

  it('is kept nowhere before anything was answered', async () => {
    const bot = await start();
    expect((await bot.invoke('message/submitAction', pressed('like'))).status).toBe(200);
    expect(await bot.store.questions.count('praised')).toBe(0);
  });

  it.each([null, {}, pressed('love'), pressed(null), { actionName: 'feedback' }, { actionName: 'other' }])(
    'is refused where it is no feedback: %j',
    async (value) => {
      const bot = await start();
      await bot.say('när är nästa kommittémöte?');
      expect((await bot.invoke('message/submitAction', value)).status).toBe(400);
      expect(await bot.store.questions.count('praised')).toBe(0);
    },
  );

  it('is offered in Teams below what answers a question, and only there', () => {
    const answer = { ...plainReply('svar'), question: 'fråga?' };
    expect(toMessage(answer, 'messageBack').channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(toMessage(answer, 'plain').channelData).toBeUndefined();
    expect(toMessage(plainReply('välkommen'), 'messageBack').channelData).toBeUndefined();
  });
});
