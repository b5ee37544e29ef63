// The real endpoint over HTTP, without authentication: what it answers, and what it turns away.
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../src/turn/turn-types.ts';
import {
  keptLog,
  type LogLine,
  type Message,
  message,
  plainReply,
  repeatingTurns,
  type Service,
  startConnector,
  startService,
} from './support/service.ts';

const seen: Incoming[] = [];
let service: Service;
beforeAll(async () => {
  service = await startService({ turns: repeatingTurns(seen) });
});
afterAll(() => service.stop());

/** What the core got of this activity. */
async function incoming(activity: object): Promise<Incoming | undefined> {
  expect(await service.post(activity)).toMatchObject({ status: 200 });
  return seen.at(-1);
}
const inConversation = (id: string, conversationType = 'personal') => ({ conversation: { id, conversationType } });

describe('health', () => {
  it.each(['/healthz', '/readyz'])('%s answers 200', async (path) => {
    const response = await fetch(service.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(service.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  it.each([
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['GET', '/', 404],
    ['GET', '/api/messages/x', 404],
    ['GET', '/%zz', 404],
    ['GET', '/<script>alert(1)</script>', 404],
  ])('%s %s is %i, without repeating the address', async (method, path, status) => {
    const response = await fetch(service.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: status === 404 ? 'not found' : 'method not allowed' });
  });
});

describe('a conversation', () => {
  it('is answered in the body, and remembered', async () => {
    const first = await service.post(message('hej', inConversation('remembers')));
    const second = await service.post(message('och sen?', inConversation('remembers')));
    expect(first.texts).toEqual(['1: hej']);
    expect(second.texts).toEqual(['2: och sen?']);
    expect(first.activities[0]).toMatchObject({ speak: '1: hej', locale: 'sv-SE', textFormat: 'markdown' });
  });

  it('is kept apart from others', async () => {
    await service.post(message('hej', inConversation('one')));
    expect((await service.post(message('hej', inConversation('other')))).texts).toEqual(['1: hej']);
  });

  it('keeps its order when messages come at once', async () => {
    const posts = Array.from({ length: 20 }, (_, index) => message(`${index}`, inConversation('at once')));
    const answers = await Promise.all(posts.map((activity) => service.post(activity)));
    const counts = answers.map(({ texts }) => Number.parseInt(texts[0] ?? '', 10));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('knows who asks, where and in what language', async () => {
    expect(await incoming(message('hej'))).toEqual({
      text: 'hej',
      locale: 'sv',
      conversation: 'conversation',
      scope: 'personal',
      sender: {
        tenant: '00000000-0000-4000-8000-000000000001',
        person: '11111111-1111-4111-8111-111111111111',
        name: 'Ledamot',
        teamsId: '29:member',
      },
      mentions: [],
      action: null,
    });
    expect(await incoming(message('hi', { locale: 'en-GB' }))).toMatchObject({ locale: 'en' });
    expect(await incoming(message('hei', { locale: 'fi-FI' }))).toMatchObject({ locale: null });
    expect(await incoming(message('hej', { from: { id: '29:x' } }))).toMatchObject({ sender: null });
    expect(await incoming(message('hej', inConversation('g', 'groupChat')))).toMatchObject({ scope: 'group' });
  });
});

describe('text', () => {
  const bot = { type: 'mention', mentioned: { id: '28:bot', name: 'Bot' }, text: '<at>Bot</at>' };
  const anna = { type: 'mention', mentioned: { id: '29:anna', name: 'Anna' }, text: '<at>Anna</at>' };

  it.each([
    ['<at>Bot</at> när är nästa möte?', [bot], 'när är nästa möte?'],
    ['<at>Bot</at>&nbsp;hej <at>Bot</at>', [bot, bot], 'hej'],
    ['vad gör <at>Anna</at>, <at>Bot</at>?', [anna, bot], 'vad gör Anna , ?'],
    ['<at>Bot</at>', [bot], ''],
    ['<p>hej</p>\n<div><br></div>', [], 'hej'],
    ['<div><img src="x"></div>', [], ''],
    ['kostar < 1000 och > 500 &amp; mer', [], 'kostar < 1000 och > 500 & mer'],
    ['  \u0000\u200b\t ', [], ''],
    ['hej', [null, 1, { type: 'mention' }, { type: 'mention', text: '', mentioned: { id: '28:bot' } }], 'hej'],
  ])('%j is read as words', async (text, entities, expected) => {
    const activity = message(text, { ...inConversation('c', 'channel'), entities });
    expect(await incoming(activity)).toMatchObject({ text: expected, scope: 'channel' });
  });

  it('is cut where it is enormous', async () => {
    const read = await incoming(message('å'.repeat(50_000)));
    expect(read?.text).toHaveLength(4_000);
    const cutInside = await incoming(message(`a${'😀'.repeat(5_000)}`));
    expect(cutInside?.text.isWellFormed()).toBe(true);
  });

  it('does not grow through mentions of mentions', async () => {
    const entities = Array.from({ length: 100 }, () => ({
      type: 'mention',
      mentioned: { id: '29:x', name: 'a'.repeat(1_000) },
      text: 'a',
    }));
    const read = await incoming(message('a'.repeat(1_000), { entities }));
    expect(read?.text.length).toBeLessThanOrEqual(4_000);
  });

  it.each([
    '<'.repeat(100_000),
    '<a'.repeat(50_000),
    '&'.repeat(100_000),
    `\\"'\`$\{process.exit()}{{1+1}}`,
    '\ud800 ensam',
    '__proto__',
    '"; DROP TABLE plan; --',
  ])('is answered where it is hostile (%#)', async (text) => {
    expect(await service.post(message(text))).toMatchObject({ status: 200, activities: [{ type: 'message' }] });
  });

  it.each([{ text: null }, { text: undefined }, { text: '' }])(
    'is answered where there is none: %o',
    async (fields) => {
      expect(await incoming(message('', fields))).toMatchObject({ text: '' });
    },
  );
});

describe('buttons', () => {
  it('hand over what they carry', async () => {
    const action = { query: { kind: 'help' } };
    expect(await incoming(message('', { text: undefined, value: action }))).toMatchObject({ text: '', action });
    const wrapped = { msteams: { type: 'messageBack', value: action } };
    expect(await incoming(message('Hjälp', { value: wrapped }))).toMatchObject({ action });
    expect(await incoming(message('hej', { value: 'text' }))).toMatchObject({ action: null });
  });

  it('of suggestions stand last on the card', async () => {
    const suggestions = [1, 2, 3].map((number) => ({ title: `fråga ${number}`, action: { number } }));
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], actions: [{ type: 'Action.OpenUrl' }] };
    const reply = { ...plainReply('svar'), card, suggestions };
    const asked = await startService({
      turns: { ...repeatingTurns(), takeTurn: async () => ({ reply, memory: null }) },
    });
    const { activities } = await asked.post(message('hej'));
    await asked.stop();
    expect(activities[0]).toMatchObject({
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            actions: [
              { type: 'Action.OpenUrl' },
              { title: 'fråga 1', data: { number: 1 } },
              { title: 'fråga 2', data: { number: 2 } },
              { title: 'fråga 3', data: { number: 3 } },
            ],
          },
        },
      ],
    });
  });

  const invoke = (fields: object) => message('', { type: 'invoke', deliveryMode: undefined, ...fields });

  it('that execute get a card that says all of the reply, or a text where the pressed card stays', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'mer' }] };
    const takeTurn = async ({ action }: Incoming) => ({
      reply: { ...plainReply('svar'), card, ...(action === 'stays' ? { stays: true as const } : {}) },
      memory: null,
    });
    const pressed = await startService({ turns: { ...repeatingTurns(), takeTurn } });
    const execute = (data: unknown) =>
      pressed.post(invoke({ name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', data } } }));
    const replaced = await execute('card');
    const kept = await execute('stays');
    await pressed.stop();
    expect(replaced.status).toBe(200);
    expect(JSON.parse(replaced.body)).toMatchObject({
      type: 'application/vnd.microsoft.card.adaptive',
      value: { ...card, body: [{ type: 'TextBlock', text: 'svar', wrap: true }, ...card.body] },
    });
    expect(JSON.parse(kept.body)).toMatchObject({ type: 'application/vnd.microsoft.activity.message', value: 'svar' });
  });

  it('of unknown kinds are refused', async () => {
    expect(await service.post(invoke({ name: 'task/fetch' }))).toMatchObject({ status: 400 });
    expect(await service.post(invoke({ name: 'adaptiveCard/action', value: null }))).toMatchObject({ status: 400 });
  });
});

describe('installation', () => {
  const added = (id: string, members: readonly string[]) =>
    message('', {
      type: 'conversationUpdate',
      membersAdded: members.map((member) => ({ id: member })),
      ...inConversation(id),
    });
  const installation = (id: string, action: string) =>
    message('', { type: 'installationUpdate', action, ...inConversation(id) });

  it('is welcomed once, though Teams tells of it twice', async () => {
    expect((await service.post(installation('new', 'add'))).texts).toEqual(['välkommen: personal']);
    expect((await service.post(added('new', ['29:member', '28:bot']))).texts).toEqual([]);
    expect((await service.post(installation('new', 'add'))).texts).toEqual([]);
  });

  it('is welcomed once when both come at the same time', async () => {
    const answers = await Promise.all([
      service.post(added('both', ['28:bot'])),
      service.post(installation('both', 'add')),
    ]);
    expect(answers.flatMap(({ texts }) => texts)).toEqual(['välkommen: personal']);
  });

  it('is welcomed again after the bot was removed', async () => {
    await service.post(installation('again', 'add'));
    expect((await service.post(installation('again', 'remove'))).texts).toEqual([]);
    expect((await service.post(installation('again', 'add'))).texts).toEqual(['välkommen: personal']);
  });

  it.each([
    ['another member', added('quiet', ['29:other'])],
    ['an upgrade', installation('quiet', 'add-upgrade')],
    ['a new name', message('', { type: 'conversationUpdate', topicName: 'nytt', ...inConversation('quiet') })],
    ['a reaction', message('', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    ['typing', message('', { type: 'typing' })],
    ['an unknown kind', message('', { type: 'somethingNew' })],
    ['odd members', message('', { type: 'conversationUpdate', membersAdded: [null, 1] })],
  ])('says nothing to %s', async (_, activity) => {
    expect(await service.post(activity)).toMatchObject({ status: 200, texts: [] });
  });
});

describe('repeats', () => {
  it('get the first answer and no second turn', async () => {
    const activity = message('en gång', inConversation('repeat'));
    const first = await service.post(activity);
    const turns = seen.length;
    const second = await service.post(activity);
    expect(second).toEqual(first);
    expect(first.texts).toEqual(['1: en gång']);
    expect(seen).toHaveLength(turns);
  });

  it('get it also while the first is still being answered', async () => {
    const activity = message('samtidigt', inConversation('repeat at once'));
    const answers = await Promise.all([1, 2, 3].map(() => service.post(activity)));
    expect(answers.map(({ texts }) => texts)).toEqual(Array(3).fill(['1: samtidigt']));
  });

  it('are told apart by conversation', async () => {
    await service.post(message('hej', { id: 'same', ...inConversation('r1') }));
    expect((await service.post(message('hå', { id: 'same', ...inConversation('r2') }))).texts).toEqual(['1: hå']);
  });

  it('are new messages after ten minutes, and where there is no id', async () => {
    let now = 0;
    const timed = await startService({ clock: () => new Date(now) });
    const activity = message('hej');
    await timed.post(activity);
    now = 9 * 60_000;
    expect((await timed.post(activity)).texts).toEqual(['1: hej']);
    now = 11 * 60_000;
    expect((await timed.post(activity)).texts).toEqual(['2: hej']);
    const anonymous = message('hej', { id: undefined });
    await timed.post(anonymous);
    expect((await timed.post(anonymous)).texts).toEqual(['4: hej']);
    await timed.stop();
  });
});

describe('what is turned away', () => {
  const json = { 'content-type': 'application/json' };
  const send = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) => {
    const response = await fetch(`${service.url}/api/messages`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.json() };
  };
  /** The status of a body that does not tell its length. */
  const postChunks = (chunks: readonly string[]) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${service.url}/api/messages`, { method: 'POST', headers: json }, (response) => {
        resolve(response.resume().statusCode);
      });
      request.on('error', reject);
      for (const chunk of chunks) request.write(chunk);
      request.end();
    });
  const valid = JSON.stringify(message('hej'));

  it.each([
    ['broken JSON', '{"type":', 400],
    ['no body', '', 400],
    ['an array', '[]', 400],
    ['a string', '"hej"', 400],
    ['null', 'null', 400],
    ['an empty object', '{}', 400],
  ])('%s', async (_, body, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(Object.keys(Object(answer.body))).toEqual(['error']);
  });

  it.each(['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'])(
    'a missing or null %s',
    async (field) => {
      expect((await send(JSON.stringify(message('hej', { [field]: null })))).status).toBe(400);
      expect((await send(JSON.stringify(message('hej', { [field]: undefined })))).status).toBe(400);
      expect((await send(JSON.stringify(message('hej', { [field]: 7 })))).status).toBe(400);
    },
  );

  it.each([
    { name: { toString: 1 } },
    { recipient: { id: 'b', name: {} } },
    { text: 7 },
    { from: {} },
    { conversation: { id: '' } },
    { serviceUrl: '' },
    { channelData: 'x' },
  ])('wrong fields: %o', async (fields) => {
    expect((await send(JSON.stringify(message('hej', fields)))).status).toBe(400);
  });

  it('bytes that are not UTF-8', async () => {
    expect((await send(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
  });

  it('bodies that are too large, whether they say so or not', async () => {
    const large = JSON.stringify(message('a'.repeat(300_000)));
    expect((await send(large)).status).toBe(413);
    expect(await postChunks([large, large])).toBe(413);
  });

  it('encoded bodies, however small', async () => {
    const answer = await send(new Uint8Array(gzipSync(valid)), { ...json, 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=latin1',
  ])('content of type %s', async (type) => {
    expect((await send(valid, { 'content-type': type })).status).toBe(415);
  });

  it('other channels, and services on other machines', async () => {
    expect(await service.post(message('hej', { channelId: 'slack' }))).toMatchObject({ status: 403 });
    expect(await service.post(message('hej', { channelId: '' }))).toMatchObject({ status: 403 });
    for (const serviceUrl of [
      'https://smba.trafficmanager.net/emea/',
      'http://127.0.0.1.example.org/',
      'http://localhost@example.org/',
      'http://169.254.169.254/',
      'file:///etc/passwd',
      'not an address',
    ]) {
      expect(await service.post(message('hej', { serviceUrl }))).toMatchObject({ status: 403 });
    }
  });

  it('takes deep and strange JSON calmly', async () => {
    const deep = `${valid.slice(0, -1)},"value":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect((await send(deep)).status).toBeLessThan(500);
    const polluted = `${valid.slice(0, -1)},"__proto__":{"polluted":true}}`;
    expect((await send(polluted)).status).toBeLessThan(500);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('when a turn fails', () => {
  it('apologises with a reference that the log has too, and with the same one to a repeat', async () => {
    const lines: LogLine[] = [];
    const takeTurn = async () => {
      throw new Error('oväntat');
    };
    const failing = await startService({ turns: { ...repeatingTurns(), takeTurn }, log: keptLog(lines) });
    const activity = message('hej', { locale: 'en-GB' });
    const first = await failing.post(activity);
    const second = await failing.post(activity);
    await failing.stop();
    const reference = /^förlåt: ([A-Z0-9]{3}-[A-Z0-9]{3})$/.exec(first.texts[0] ?? '')?.[1];
    expect(first.status).toBe(200);
    expect(first.activities[0]).toMatchObject({ locale: 'en-GB' });
    expect(second).toEqual(first);
    expect(lines.filter(({ level }) => level === 'error')).toMatchObject([
      { facts: { reference, err: { message: 'oväntat' } }, event: 'turn failed' },
    ]);
  });
});

describe('replies through the connector', () => {
  const through = (url: string, fields: object = {}) =>
    message('hej', { deliveryMode: undefined, serviceUrl: url, ...fields });

  it('answer the message', async () => {
    const connector = await startConnector();
    const answer = await service.post(through(connector.url, inConversation('sent')));
    connector.stop();
    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(connector.received).toMatchObject([{ type: 'message', text: '1: hej' }]);
  });

  it.each([500, 502, 503, 504, 429, 408])('are sent once, whatever comes back (%i)', async (status) => {
    const connector = await startConnector(status);
    const answer = await service.post(through(connector.url));
    connector.stop();
    expect(answer.status).toBe(200);
    expect(connector.received).toHaveLength(1);
  });

  it('do not follow redirects', async () => {
    const elsewhere = await startConnector();
    const connector = await startConnector(307, { location: elsewhere.url });
    await service.post(through(connector.url));
    connector.stop();
    elsewhere.stop();
    expect(elsewhere.received).toEqual([] satisfies Message[]);
  });

  it('that cannot be sent are not a fault of the asker', async () => {
    expect(await service.post(through('http://127.0.0.1:9/'))).toMatchObject({ status: 200 });
  });
});
