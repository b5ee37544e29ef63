// Cards that change where they stand: pressed in Teams as Action.Execute, or seen again, through the real endpoint.
import { createRequire } from 'node:module';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCore } from '../src/core.ts';
import { MeetingId } from '../src/plan/ids.ts';
import { type RemindersQuery, wish } from '../src/query.ts';
import { renderMessage } from '../src/render/messages.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { toMessage } from '../src/teams/outgoing.ts';
import type { Incoming, Memory, Reply } from '../src/turn/turn-types.ts';
import { startConnector, status } from './support/connector.ts';
import { enqueue, notice, toSend } from './support/notices.ts';
import { base, plan } from './support/question-table.ts';
import { holidays } from './support/said.ts';
import { colleague, member, type Person, secretary } from './support/secretariat.ts';
import { keptLog, message, startService, tenant } from './support/service.ts';

const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Button {
  readonly type: string;
  readonly title: string;
  readonly data: Record<string, unknown>;
  readonly fallback?: { readonly type: string; readonly title: string };
}
interface Shown {
  readonly text?: string;
  readonly card: Record<string, unknown>;
  readonly buttons: readonly Button[];
}

const cardType = 'application/vnd.microsoft.card.adaptive';

function shownIn(sent: Record<string, unknown>): Shown {
  const [attachment] = (sent.attachments ?? []) as { content: Record<string, unknown> }[];
  const card = attachment?.content ?? {};
  return { text: String(sent.text), card, buttons: (card.actions ?? []) as Button[] };
}

/** The whole bot on the plan of 2019, in a group chat whose messages the Connector keeps. */
async function start() {
  const store = await openMemory();
  let now = '2019-03-01T09:12';
  const clock = () => instantOf(now, base.region.timeZone);
  const core = await makeCore(base, store, [secretary.person, colleague.person], clock, keptLog());
  const service = await startService({ turns: core.turns });
  const connector = await startConnector();
  stops.push(
    () => connector.stop(),
    service.stop,
    core.stop,
    () => store.close(),
  );
  const fields = (who: Person) => ({
    from: { id: who.teamsId, name: who.name, aadObjectId: who.person },
    conversation: { id: '19:grupp', conversationType: 'groupChat', isGroup: true, tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    deliveryMode: undefined,
    serviceUrl: connector.url,
  });
  const last = () => connector.delivered.at(-1);

  async function say(text: string, who = secretary): Promise<Shown> {
    await service.post(message(text, fields(who)));
    return shownIn(last()?.body ?? {});
  }
  async function press(data: unknown, who = secretary, more: object = {}) {
    const before = connector.requests.length;
    const value = { action: { type: 'Action.Execute', verb: 'press', data }, trigger: 'manual' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', text: undefined, value, replyToId: 'm1' };
    const { body, status: code } = await service.post(message('', { ...fields(who), ...invoke, ...more }));
    const response = JSON.parse(body) as { type: string; value: Record<string, unknown> | string };
    const requests = connector.requests.slice(before);
    return { code, response, changed: requests.filter(({ kind }) => kind === 'update'), requests };
  }
  return {
    store,
    connector,
    say,
    press,
    post: (fieldsOf: object, who = secretary) => service.post(message('', { ...fields(who), ...fieldsOf })),
    ledger: () => store.ledger.since(0),
    setNow(later: string) {
      now = later;
    },
  };
}

const move = 'flytta kommittémötet 9 maj till 16 maj';
const dataOf = ({ buttons }: Shown, title: RegExp): Record<string, unknown> => {
  const found = buttons.find((one) => title.test(one.title));
  if (!found) throw new Error(`no button ${title} among ${buttons.map((one) => one.title).join(', ')}`);
  return found.data;
};

describe('a button whose outcome takes the place of its card', () => {
  it('is an Action.Execute, and for clients without it an Action.Submit that does the same', async () => {
    const bot = await start();
    const { buttons } = await bot.say(move);
    expect(buttons.map(({ type, fallback }) => [type, fallback?.type])).toEqual([
      ['Action.Execute', 'Action.Submit'],
      ['Action.Execute', 'Action.Submit'],
    ]);
    const action = { confirm: 'id' };
    const reply = { text: 'x', spoken: 'x', card: null, locale: 'sv' as const };
    const sent = toMessage({ ...reply, suggestions: [{ title: 'Ja', action, replaces: true }] }, 'messageBack');
    expect(shownIn(sent).buttons).toEqual([
      {
        type: 'Action.Execute',
        title: 'Ja',
        verb: 'press',
        data: action,
        fallback: {
          type: 'Action.Submit',
          title: 'Ja',
          data: { msteams: { type: 'messageBack', displayText: 'Ja', text: 'Ja', value: action } },
        },
      },
    ]);
  });
});

const previewReply: Reply = {
  text: 'x',
  spoken: 'x',
  card: null,
  locale: 'sv',
  suggestions: [{ title: 'Ja', action: { confirm: 'id' }, replaces: true }],
  refresh: { action: { look: 'id' }, teamsId: '29:sara' },
};

describe('a card with such buttons', () => {
  it('is taken by Microsoft’s parser without complaint, its fallback and its refresh, too', () => {
    const context = new adaptiveCards.SerializationContext();
    const parsed = new adaptiveCards.AdaptiveCard();
    parsed.parse(shownIn(toMessage(previewReply, 'messageBack')).card, context);
    expect(Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)).toEqual([]);
    expect(parsed.validateProperties().validationEvents).toEqual([]);
    expect(parsed.getActionAt(0)).toBeInstanceOf(adaptiveCards.ExecuteAction);
    expect(parsed.refresh?.userIds).toEqual(['29:sara']);
  });
});

describe('a preview', () => {
  it('becomes its receipt for everybody, with the time, and the receipt can be taken back', async () => {
    const bot = await start();
    const preview = await bot.say(move);
    const { code, response, changed } = await bot.press(dataOf(preview, /^Ja/));
    expect(code).toBe(200);
    expect(changed).toMatchObject([{ conversation: '19:grupp', activity: 'm1' }]);
    const receipt = shownIn(changed[0]?.body ?? {});
    expect(receipt.text).toMatch(/^Klart: .*ändring 1/);
    expect(JSON.stringify(receipt.card)).toContain('Uppdaterad 09.12');
    expect(response).toMatchObject({ type: cardType, value: receipt.card });

    const undo = await bot.press(dataOf(receipt, /^Ångra/));
    const asked = shownIn(undo.changed[0]?.body ?? {});
    expect(asked.text).toMatch(/ändring 1 .*tas tillbaka|Ändring 1/i);
    const kept = await bot.press(dataOf(asked, /^Nej|^Avbryt/));
    expect(shownIn(kept.changed[0]?.body ?? {}).text).toMatch(/Ingenting ändrades.*Ändring 1 gäller/);
    expect(await bot.ledger()).toHaveLength(1);
  });

  it('pressed twice, or replayed, changes the plan once', async () => {
    const bot = await start();
    const data = dataOf(await bot.say(move), /^Ja/);
    const pressed = [await bot.press(data), await bot.press(data), await bot.press(data, secretary, { id: 'same' })];
    pressed.push(await bot.press(data, secretary, { id: 'same' }));
    expect(await bot.ledger()).toHaveLength(1);
    expect(pressed.map(({ response }) => response.type)).toEqual(pressed.map(() => cardType));
    expect(shownIn(pressed[1]?.changed[0]?.body ?? {}).text).toMatch(/redan/);
    // The same activity again gets the answer that the first one got, and nothing is changed anew.
    expect(pressed[3]).toMatchObject({ response: pressed[2]?.response, requests: [] });
  });

  it.each([
    ['by another secretary', colleague, null, /någon annan|bara den/i],
    ['by a member', member, null, /Bara sekretariatet/],
    ['with a forged proposal', secretary, { confirm: 'forged' }, /känner inte igen/],
    ['with what is no action', secretary, { confirm: 5, query: 'DROP TABLE' }, /fungerar inte längre/],
    ['with nothing', secretary, undefined, /fungerar inte längre/],
  ])('pressed %s stays as it is, and who pressed is told why', async (_, who, forged, why) => {
    const bot = await start();
    const own = dataOf(await bot.say(move), /^Ja/);
    const { response, requests } = await bot.press(forged === null ? own : forged, who);
    expect(response).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(response.value).toMatch(why);
    expect(requests).toEqual([]);
    expect(await bot.ledger()).toEqual([]);
  });

  it('that Teams does not let be changed is answered with a card that says all of it', async () => {
    const bot = await start();
    const data = dataOf(await bot.say(move), /^Ja/);
    bot.connector.behave(() => status(403, 'Forbidden'));
    const { code, response } = await bot.press(data);
    expect(code).toBe(200);
    expect(JSON.stringify(response.value)).toMatch(/Klart: .*ändring 1/);
  });

  it('too old to be confirmed says so in its place', async () => {
    const bot = await start();
    const data = dataOf(await bot.say(move), /^Ja/);
    bot.setNow('2019-03-02T09:00');
    const { changed } = await bot.press(data);
    expect(shownIn(changed[0]?.body ?? {}).text).toMatch(/Ingenting ändrades|för gammal/);
    expect(await bot.ledger()).toEqual([]);
  });

  it('sent before cards changed in place works as it did: the receipt comes below', async () => {
    const bot = await start();
    const value = dataOf(await bot.say(move), /^Ja/);
    await bot.post({ text: 'Ja, ändra', value });
    expect(bot.connector.delivered.at(-1)).toMatchObject({
      kind: 'send',
      body: { text: expect.stringMatching(/^Klart/) },
    });
    expect(await bot.ledger()).toHaveLength(1);
  });
});

describe('a preview that its author sees again', () => {
  const look = (data: Record<string, unknown>) => ({ look: data.confirm });

  it('asks how it stands, for its author alone', async () => {
    expect(shownIn(toMessage(previewReply, 'messageBack')).card.refresh).toEqual({
      action: { type: 'Action.Execute', verb: 'press', data: { look: 'id' } },
      userIds: ['29:sara'],
    });
  });

  it('is still open, or shows what was done with it meanwhile; nothing is done by looking', async () => {
    const bot = await start();
    const data = dataOf(await bot.say(move), /^Ja/);
    const open = await bot.press(look(data));
    expect(open).toMatchObject({ requests: [], response: { type: cardType } });
    expect(JSON.stringify(open.response.value)).toContain(JSON.stringify({ confirm: data.confirm }));
    expect(await bot.ledger()).toEqual([]);
    await bot.say('ja');
    const done = await bot.press(look(data));
    expect(done.requests).toEqual([]);
    expect(JSON.stringify(done.response.value)).toMatch(/ändring 1/);
    expect((await bot.press(look(data), colleague)).response.type).toBe('application/vnd.microsoft.activity.message');
  });

  it('has grown too old', async () => {
    const bot = await start();
    const data = dataOf(await bot.say(move), /^Ja/);
    bot.setNow('2019-03-02T09:00');
    const { response, requests } = await bot.press(look(data));
    expect(requests).toEqual([]);
    expect(JSON.stringify(response.value)).not.toContain('confirm');
  });
});

describe('a reminder', () => {
  const wished = (act: RemindersQuery['act'], more: Partial<RemindersQuery> = {}) => ({
    query: wish(act, { whom: { kind: 'here' }, ...more }),
  });
  const here = { kind: 'conversation' as const, tenant, conversation: '19:grupp' };

  /** A reminder of 4 April in the group chat, sent as the message `m1`. */
  async function reminded() {
    const bot = await start();
    await bot.say('påminn oss här om kommitténs möten', member);
    const { deliveries } = bot.store;
    const of = { kind: 'meeting' as const, meeting: MeetingId.parse('samarbetskommitten-2019-04-04') };
    const lead = { amount: 14, unit: 'days' as const };
    const content = { kind: 'reminder' as const, of, start: '2019-04-04T10:00:00.000Z', lead };
    const one = notice({ recipient: here, content, expiresAt: '2019-04-04T10:00:00.000Z' });
    await enqueue(bot.store, toSend(one), '2019-03-01T08:00:00.000Z');
    const moment = { now: '2019-03-01T08:00:00.000Z', wire: '2019-03-01T08:00:00.000Z' };
    const claimed = await deliveries.claim('w', moment, '2019-03-01T08:01:00.000Z', []);
    if (!claimed) throw new Error('nothing to send');
    await deliveries.posting(claimed.lease, [one.key]);
    const sent = { keys: [one.key], as: { kind: 'sent' as const, activity: 'm1' } };
    await deliveries.settle(claimed.lease, [sent], moment, []);
    const subscriptions = await bot.store.subscriptions.of(here);
    const told = { recipient: here, notices: [one], shown: [one] };
    const background = { subscriptions, holidays, health: null };
    const { suggestions } = renderMessage(told, plan, 'sv', new Date('2019-03-01T08:12:00Z'), background);
    return { ...bot, own: suggestions };
  }

  it.each([
    ['why', 0, /Påminnelser|påminns|påminnelse/i],
    ['pause', 1, /30 mars/],
    ['stop', 2, /inga påminnelser|inte fler|slutar/i],
  ])('keeps what it reminds of, with what came of "%s" below it', async (_, index, outcome) => {
    const bot = await reminded();
    expect(bot.own.map(({ replaces }) => replaces)).toEqual([true, true, true]);
    const { changed } = await bot.press(bot.own[index]?.action, member);
    expect(changed).toMatchObject([{ activity: 'm1' }]);
    const shown = shownIn(changed[0]?.body ?? {});
    expect(shown.text).toMatch(/4 april/);
    expect(JSON.stringify(shown.card)).toMatch(outcome);
    expect(JSON.stringify(shown.card)).toContain('Uppdaterad 09.12');
  });

  it('answers a wish for oneself in a group chat to whoever pressed, and leaves the card to the others', async () => {
    const bot = await reminded();
    await bot.say('påminn mig om kommitténs möten', member);
    const { response, requests } = await bot.press(wished('stop', { whom: { kind: 'me' } }), member);
    expect(requests).toEqual([]);
    expect(response.type).toBe(cardType);
    expect(JSON.stringify(response.value)).toContain('Uppdaterad 09.12');
  });

  it('pressed when there is nothing to stop stays, and says so', async () => {
    const bot = await reminded();
    await bot.press(wished('stop'), member);
    const again = await bot.press(wished('stop'), member, { replyToId: 'm2' });
    expect(again).toMatchObject({ requests: [], response: { type: 'application/vnd.microsoft.activity.message' } });
  });
});

describe('what a card carries back', () => {
  it('is answered however it is damaged', async () => {
    const bot = await start();
    let memory: Memory = null;
    const store = await openMemory();
    const core = await makeCore(base, store, [], () => instantOf('2019-03-01T09:00', base.region.timeZone), keptLog());
    stops.push(core.stop, () => store.close());
    for (const action of [null, 5, 'x', [], {}, { query: {} }, { undo: -1 }, { look: 'x'.repeat(1_000) }]) {
      const incoming: Incoming = {
        text: '',
        locale: 'en',
        conversation: 'c',
        scope: 'personal',
        sender: member,
        mentions: [],
        action,
        inPlaceOf: 'm1',
      };
      const turn = await core.turns.takeTurn(incoming, memory);
      memory = turn.memory;
      expect(turn.reply).toMatchObject({ stays: true, text: expect.stringMatching(/no longer works/) });
    }
    expect(await bot.ledger()).toEqual([]);
  });
});
