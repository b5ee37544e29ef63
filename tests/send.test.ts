// Messages that nobody asked for, through the real adapter to a stand-in for the Bot Connector; one request each.
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../src/reminders/failure.ts';
import type { Reference } from '../src/store/reminder-stores.ts';
import { BotAdapter, publicChannel } from '../src/teams/adapter.ts';
import { makeSending } from '../src/teams/send.ts';
import { type Behaviour, type Connector, ok, startConnector, status, throttle } from './support/connector.ts';
import { keptLog } from './support/kept-log.ts';
import { person, reference, tenant } from './support/notices.ts';
import { plainReply } from './support/service.ts';

let connector: Connector;
beforeEach(async () => {
  connector = await startConnector();
});
afterEach(() => connector.stop());

const now = new Date('2019-03-01T08:00:00Z');
const adapter = new BotAdapter(null, publicChannel, keptLog(), (words) => plainReply(words));
const allowed = (url: string) => new URL(url).hostname === '127.0.0.1';
const sending = makeSending(adapter, allowed, () => now);
const here = (fields: Partial<Reference> = {}): Reference => ({
  ...reference(),
  serviceUrl: connector.url,
  state: { kind: 'alive' },
  ...fields,
});
const reply = plainReply('Påminnelse: kommittén träffas i morgon.');

describe('a message', () => {
  it('goes into the conversation, from the bot to the person', async () => {
    expect(await sending.send(here(), reply)).toEqual({ kind: 'sent', activity: '1:0', conversation: null });
    expect(connector.requests).toMatchObject([
      {
        kind: 'send',
        conversation: 'a:1AbC',
        body: {
          type: 'message',
          text: reply.text,
          channelId: 'msteams',
          from: { id: '28:bot' },
          recipient: { id: '29:person', name: 'Åsa Öberg' },
          conversation: { id: 'a:1AbC', conversationType: 'personal', tenantId: tenant },
        },
      },
    ]);
    expect(connector.requests[0]?.body).not.toHaveProperty('replyToId');
  });

  it('goes into a channel as a thread of its own', async () => {
    const channel = { scope: 'channel', conversation: '19:abc@thread.tacv2', teamsId: null } as const;
    expect(await sending.send(here(channel), reply)).toMatchObject({ kind: 'sent' });
    expect(connector.requests).toMatchObject([
      { conversation: '19:abc@thread.tacv2', body: { conversation: { isGroup: true, conversationType: 'channel' } } },
    ]);
    expect(connector.requests[0]?.body).not.toHaveProperty('recipient');
  });

  it('goes to a person without a chat into a new one', async () => {
    expect(await sending.send(here({ conversation: null }), reply)).toEqual({
      kind: 'sent',
      activity: '1:1',
      conversation: 'a:new-0',
    });
    expect(connector.requests).toMatchObject([
      {
        kind: 'create',
        body: {
          isGroup: false,
          members: [{ id: '29:person' }],
          bot: { id: '28:bot' },
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
        },
      },
      { kind: 'send', conversation: 'a:new-0' },
    ]);
  });

  it('goes to a person whose chat is no more into a new one', async () => {
    connector.behave(({ conversation }) =>
      conversation === 'a:1AbC' ? status(404, 'ConversationNotFound') : { kind: 'ok', id: 'new' },
    );
    expect(await sending.send(here(), reply)).toEqual({ kind: 'sent', activity: 'new', conversation: 'new' });
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['send', 'create', 'send']);
  });

  it('is not made another chat for where the first is a group', async () => {
    connector.behave(() => status(404, 'ConversationNotFound'));
    const chat = { scope: 'group', teamsId: null } as const;
    expect(await sending.send(here(chat), reply)).toMatchObject({ kind: 'answered', status: 404 });
    expect(connector.requests).toHaveLength(1);
  });

  it('is given up where a new chat does not help', async () => {
    connector.behave(({ kind }) => (kind === 'create' ? ok : status(404, 'ConversationNotFound')));
    expect(await sending.send(here(), reply)).toMatchObject({ kind: 'answered', status: 404 });
    expect(connector.requests.map(({ kind }) => kind)).toEqual(['send', 'create', 'send']);
  });

  it('does not go to an address that is not allowed', async () => {
    const elsewhere = here({ serviceUrl: 'https://example.org/' });
    expect(await sending.send(elsewhere, reply)).toEqual({ kind: 'refused' });
    expect(await sending.update(elsewhere, '1:0', reply)).toEqual({ kind: 'refused' });
    expect(await sending.delete(elsewhere, '1:0')).toEqual({ kind: 'refused' });
  });

  it('is changed and taken back by its id', async () => {
    const sent = { kind: 'sent', activity: '1:0', conversation: null };
    expect(await sending.update(here(), '1:0', plainReply('Återkallat'))).toEqual(sent);
    expect(await sending.delete(here(), '1:0')).toEqual(sent);
    expect(connector.requests).toMatchObject([
      { kind: 'update', conversation: 'a:1AbC', activity: '1:0', body: { id: '1:0', text: 'Återkallat' } },
      { kind: 'delete', conversation: 'a:1AbC', activity: '1:0' },
    ]);
  });
});

describe('an answer', () => {
  const answered = (code: number, word: string | null, retryAfterMs: number | null = null): SendOutcome => ({
    kind: 'answered',
    status: code,
    code: word,
    retryAfterMs,
  });
  const older = JSON.stringify({ error: { code: 'Forbidden', innerHttpError: {} }, subCode: 'MessageWritesBlocked' });
  const inDate = { 'retry-after': 'Fri, 01 Mar 2019 08:01:30 GMT' };

  it.each<[string, Behaviour, SendOutcome]>([
    ['throttled', throttle(7), answered(429, 'Throttled', 7_000)],
    ['throttled until a date', status(429, 'Throttled', inDate), answered(429, 'Throttled', 90_000)],
    ['throttled in no known way', status(429, 'Throttled', { 'retry-after': 'soon' }), answered(429, 'Throttled')],
    ['throttled without a time', status(429, 'Throttled'), answered(429, 'Throttled')],
    ['a concurrent write', status(412, 'PreconditionFailed'), answered(412, 'PreconditionFailed')],
    ['a fault', status(500, 'ServiceError'), answered(500, 'ServiceError')],
    ['a bad gateway', { kind: 'status', status: 502, body: '<html>' }, answered(502, 'PARSE_ERROR')],
    ['a login page', { kind: 'status', status: 200, body: '<html>' }, { kind: 'unanswered', code: 'PARSE_ERROR' }],
    [
      'overload',
      status(503, 'ServiceUnavailable', { 'retry-after': '40' }),
      answered(503, 'ServiceUnavailable', 40_000),
    ],
    ['a slow gateway', { kind: 'status', status: 504, body: '' }, answered(504, null)],
    ['a timeout', status(408, 'RequestTimeout'), answered(408, 'RequestTimeout')],
    ['blocked', status(403, 'ConversationBlockedByUser'), answered(403, 'ConversationBlockedByUser')],
    ['blocked, in older words', { kind: 'status', status: 403, body: older }, answered(403, 'MessageWritesBlocked')],
    ['removed', status(403, 'BotNotInConversationRoster'), answered(403, 'BotNotInConversationRoster')],
    ['switched off', status(403, 'BotDisabledByAdmin'), answered(403, 'BotDisabledByAdmin')],
    ['not let in', status(401, 'Unauthorized'), answered(401, 'Unauthorized')],
    ['too large', status(413, 'MessageSizeTooBig'), answered(413, 'MessageSizeTooBig')],
    ['not understood', status(400, 'BadSyntax'), answered(400, 'BadSyntax')],
    ['elsewhere', status(307, 'Moved', { location: 'https://example.org/' }), answered(307, 'Moved')],
    ['cut off', { kind: 'cut', isDelivered: true }, { kind: 'unanswered', code: 'ECONNRESET' }],
  ])('is told apart and the message not repeated: %s', async (_what, behaviour, expected) => {
    connector.behave(() => behaviour);
    expect(await sending.send(here(), reply)).toEqual(expected);
    expect(connector.requests).toHaveLength(1);
  });

  it('that never comes is not waited for', { timeout: 30_000 }, async () => {
    connector.behave(() => ({ kind: 'hang' }));
    expect(await sending.send(here(), reply)).toMatchObject({ kind: 'unanswered' });
    expect(connector.requests).toHaveLength(1);
  });

  it('cannot come where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await sending.send(here({ serviceUrl: `http://127.0.0.1:${port}/` }), reply)).toEqual({
      kind: 'unreached',
      code: 'ECONNREFUSED',
    });
  });

  it('cannot come from a host that does not exist', async () => {
    const anywhere = makeSending(
      adapter,
      () => true,
      () => now,
    );
    const outcome = await anywhere.send(here({ serviceUrl: 'https://plan.invalid/' }), reply);
    expect(outcome).toMatchObject({ kind: 'unreached' });
  });

  it('does not come to a bot that gets no token', { timeout: 40_000 }, async () => {
    const registration = {
      appId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
      appType: 'SingleTenant',
      password: 'fel',
      tenant,
    } as const;
    const registered = new BotAdapter(registration, publicChannel, keptLog(), (words) => plainReply(words));
    const outcome = await makeSending(registered, allowed, () => now).send(here(), reply);
    expect(['unauthorized', 'unreached']).toContain(outcome.kind);
    expect(connector.requests).toEqual([]);
  });
});

it('that is to be changed and is no more comes anew', async () => {
  connector.behave(({ kind }) => (kind === 'update' ? status(404, 'ActivityNotFoundInConversation') : ok));
  const outcome = await sending.update(here(), '1:0', plainReply('Återkallat'));
  expect(outcome).toMatchObject({ kind: 'sent', activity: expect.stringMatching(/^1:/), conversation: null });
  expect(connector.delivered).toMatchObject([{ kind: 'send', body: { text: 'Återkallat' } }]);
});

it.each([429, 500, 503])('that is to be changed and gets %i is not sent beside it', async (code) => {
  connector.behave(() => status(code, 'Error'));
  expect(await sending.update(here(), '1:0', reply)).toMatchObject({ kind: 'answered', status: code });
  expect(connector.requests).toHaveLength(1);
});

it('is sent one after another on few connections', async () => {
  for (let index = 0; index < 50; index += 1) await sending.send(here({ recipient: person(index) }), reply);
  expect(connector.delivered).toHaveLength(50);
});
