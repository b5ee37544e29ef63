// What the bot learns of where people are reached, from activities as Teams sends them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Recipient } from '../src/reminders/subscription.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { makeCapture } from '../src/teams/references.ts';
import { message, tenant } from './support/service.ts';

let store: Store;
beforeEach(async () => {
  store = await openMemory();
});
afterEach(() => store.close());

let now = '2019-03-01T08:00:00.000Z';
const capture = (activity: object) =>
  makeCapture(
    store.references,
    (url) => !url.includes('evil'),
    () => new Date(now),
  )(activity);

const someone: Recipient = { kind: 'person', tenant, person: '11111111-1111-4111-8111-111111111111' };
const conversation = (id: string): Recipient => ({ kind: 'conversation', tenant, conversation: id });

const general = '19:General@thread.tacv2';
const inChannel = (fields: object = {}, channel = general) =>
  message('hej', {
    conversation: { id: `${channel};messageid=1551400000000`, conversationType: 'channel', isGroup: true },
    channelData: { tenant: { id: tenant }, team: { id: general }, channel: { id: channel, name: 'Allmänt' } },
    ...fields,
  });
const inGroup = (fields: object = {}) =>
  message('hej', { conversation: { id: '19:Chat@thread.v2', conversationType: 'groupChat' }, ...fields });

describe('a message', () => {
  it('in a personal chat tells where its sender is reached', async () => {
    await capture(message('hej', { serviceUrl: 'https://smba.trafficmanager.net/emea/', locale: 'en-GB' }));
    expect(await store.references.find(someone)).toEqual({
      recipient: someone,
      scope: 'personal',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: 'conversation',
      bot: '28:bot',
      teamsId: '29:member',
      team: null,
      name: 'Ledamot',
      locale: 'en',
      state: { kind: 'alive' },
      refreshedAt: now,
    });
    expect(await store.references.count()).toEqual({ alive: 1, gone: 0 });
  });

  it('refreshes what is known, and revives it', async () => {
    await capture(message('hej'));
    await store.references.gone(someone, 'blocked', now);
    now = '2019-03-02T08:00:00.000Z';
    await capture(message('hej', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }));
    expect(await store.references.find(someone)).toMatchObject({
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
      state: { kind: 'alive' },
      refreshedAt: now,
    });
  });

  it('in a thread of a channel tells where the channel is, and whom it is from', async () => {
    await capture(inChannel());
    expect(await store.references.find(conversation(general.toLowerCase()))).toMatchObject({
      scope: 'channel',
      conversation: general,
      team: general,
      teamsId: null,
      name: 'Allmänt',
    });
    expect(await store.references.find(someone)).toMatchObject({ conversation: null, teamsId: '29:member' });
  });

  it('in a group chat does not hide the personal chat of its sender', async () => {
    await capture(message('hej'));
    await capture(inGroup());
    expect(await store.references.find(conversation('19:chat@thread.v2'))).toMatchObject({
      scope: 'group',
      conversation: '19:Chat@thread.v2',
    });
    expect(await store.references.find(someone)).toMatchObject({ scope: 'personal', conversation: 'conversation' });
  });

  it.each([
    ['from an address that is not allowed', message('hej', { serviceUrl: 'https://evil.example/' })],
    ['without a tenant', message('hej', { conversation: { id: 'c' }, channelData: null })],
    ['from nobody', message('hej', { from: { id: '29:member' } })],
    ['that is none', { text: 'hej' }],
    ['without a conversation', message('hej', { conversation: null })],
    ['without a bot', message('hej', { recipient: {} })],
  ])('tells nothing: %s', async (_what, activity) => {
    await capture(activity);
    expect(await store.references.count()).toEqual({ alive: 0, gone: 0 });
  });
});

describe('an installation', () => {
  const installed = (action: string, fields: object = {}) => ({
    ...message('', fields),
    type: 'installationUpdate',
    action,
  });
  const update = (fields: object, channelData: object = {}) => {
    const activity = inChannel({ type: 'conversationUpdate', ...fields });
    return { ...activity, channelData: { ...Object(activity.channelData), ...channelData } };
  };

  it('tells where the person is, and its end that nobody is', async () => {
    await capture(installed('add'));
    expect(await store.references.find(someone)).not.toBeNull();
    await capture(installed('remove'));
    expect(await store.references.find(someone)).toBeNull();
  });

  it('that is upgraded stays', async () => {
    await capture(installed('add-upgrade'));
    expect(await store.references.find(someone)).not.toBeNull();
    await capture(installed('remove-upgrade'));
    expect(await store.references.find(someone)).not.toBeNull();
  });

  it('in a team ends for all its channels', async () => {
    await capture(inChannel());
    await capture(inChannel({}, '19:Other@thread.tacv2'));
    await capture(inGroup());
    await capture(update({ membersRemoved: [{ id: '28:bot' }] }));
    expect(await store.references.find(conversation('19:other@thread.tacv2'))).toBeNull();
    expect(await store.references.find(conversation(general.toLowerCase()))).toBeNull();
    expect(await store.references.find(conversation('19:chat@thread.v2'))).not.toBeNull();
    expect(await store.references.find(someone)).not.toBeNull();
  });

  it('goes on where somebody else leaves', async () => {
    await capture(inChannel());
    await capture(update({ membersRemoved: [{ id: '29:member' }] }));
    expect(await store.references.find(conversation(general.toLowerCase()))).not.toBeNull();
  });

  it('ends for one channel that is deleted', async () => {
    await capture(inChannel());
    await capture(inChannel({}, '19:Other@thread.tacv2'));
    const channel = { eventType: 'channelDeleted', channel: { id: '19:Other@thread.tacv2' } };
    await capture(update({}, channel));
    expect(await store.references.find(conversation('19:other@thread.tacv2'))).toBeNull();
    expect(await store.references.find(conversation(general.toLowerCase()))).not.toBeNull();
  });

  it('ends for a group chat', async () => {
    await capture(inGroup());
    await capture(inGroup({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }));
    expect(await store.references.find(conversation('19:chat@thread.v2'))).toBeNull();
  });
});
