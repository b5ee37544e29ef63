// What is kept of a person: shown to them alone, forgotten when they wish, and never in the log.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import { makeCore } from '../src/core.ts';
import { makeLog } from '../src/log.ts';
import { noContext } from '../src/query.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { base, plan } from './support/question-table.ts';
import { colleague, member, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { developmentSettings, message, postJson, tenant } from './support/service.ts';

describe('understood as', () => {
  const vocabulary = makeVocabulary(plan);
  const aspectOf = (text: string) => {
    const { query } = understand(text, noContext, plan, vocabulary, { day: '2019-03-01', time: '09:00' });
    return query.kind === 'privacy' ? query.aspect : query.kind;
  };

  it.each([
    'Vad vet du om mig?',
    'vad har du sparat om mig',
    'vilka uppgifter har du om mig?',
    'Visa mina uppgifter',
    'exportera mina personuppgifter, tack',
    'registerutdrag',
    'kan du lämna ut mina uppgifter?',
    'What do you know about me?',
    'what data do you have about me',
    'export my data',
    'show me my personal data',
  ])('a wish to see: %s', (text) => expect(aspectOf(text)).toBe('export'));

  it.each([
    'Glöm mig',
    'glöm mig!',
    'glöm allt om mig',
    'radera mina uppgifter',
    'kan du ta bort alla mina uppgifter?',
    'ta bort allt du vet om mig',
    'Forget me',
    'please forget me',
    'delete my data',
    'erase all my personal data',
    'remove everything you know about me',
  ])('a wish to be forgotten: %s', (text) => expect(aspectOf(text)).toBe('forget'));

  it.each(['ja, glöm mig', 'Ja glöm mig.', 'yes, forget me'])('what confirms it: %s', (text) =>
    expect(aspectOf(text)).toBe('forget-confirmed'),
  );

  it.each([
    'glöm det',
    'glöm mötet',
    'vad vet du om elvägen?',
    'ta bort mina påminnelser',
    'sluta påminna mig',
    'vilka påminnelser har jag?',
    'mina kalenderlänkar',
    'vem är du?',
    'vad vet du?',
    'ta bort mötet 9 maj',
  ])('something else: %s', (text) => expect(['export', 'forget', 'forget-confirmed']).not.toContain(aspectOf(text)));
});

describe('a person', () => {
  let chat: Secretariat;
  beforeEach(async () => {
    chat = await startSecretariat();
    for (const who of [secretary, colleague]) {
      await chat.say('påminn mig om kommitténs möten', who);
      await chat.say('ge mig en kalenderlänk till ledningsgruppens möten', who);
      await chat.say('elväg: försenad', who);
      await chat.store.references.put({
        recipient: { kind: 'person', tenant: who.tenant, person: who.person },
        scope: 'personal',
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        conversation: `a:${who.name}`,
        bot: '28:bot',
        teamsId: who.teamsId,
        team: null,
        name: who.name,
        locale: 'sv',
        refreshedAt: chat.clock().toISOString(),
      });
      const memory = { memory: { people: [[`${who.tenant} ${who.person}`, {}]] } };
      await chat.store.conversations.write(new Map([[`chat of ${who.name}`, memory]]), chat.clock().toISOString());
    }
    const change = await chat.say('ställ in kommittémötet 14 november', secretary);
    await chat.press(change.press(/^ja/i), secretary);
  });
  afterEach(() => chat.stop());

  const held = (who: typeof secretary) => chat.store.persons.held({ tenant: who.tenant, person: who.person });
  const all = { names: 1, chats: 1, subscriptions: 1, deliveries: 0, feeds: 1, conversations: 1 };
  const nothing = { names: 0, chats: 0, subscriptions: 0, deliveries: 0, feeds: 0, proposals: 0, conversations: 0 };

  it('sees what is kept of them, and what stays', async () => {
    const { spoken } = await chat.say('vad vet du om mig?', secretary);
    expect(spoken).toContain('Sara Sekreterare');
    expect(spoken).toContain(secretary.person);
    expect(spoken).toMatch(/Påminnelser som du har bett om: 1/);
    expect(spoken).toMatch(/Kalenderlänkar: 1/);
    expect(spoken).toMatch(/den ändring i planen som du har gjort/);
    expect(spoken).toMatch(/sekretariatet/);
    expect((await chat.say('what do you know about me?', secretary)).spoken).toMatch(/This is what I keep about you/);
  });

  it.each([
    ['a button', async () => chat.press((await chat.say('glöm mig', secretary)).press(/Ja, glöm mig/), secretary)],
    ['a sentence', async () => chat.say('ja, glöm mig', secretary)],
    [
      'yes',
      async () => {
        await chat.say('glöm mig', secretary);
        return chat.say('ja', secretary);
      },
    ],
  ])('is shown what goes before it goes, and is forgotten by %s; others are not', async (_, confirm) => {
    const shown = await chat.say('glöm mig', secretary);
    expect(shown.spoken).toMatch(/Vill du att jag glömmer dig\?/);
    expect(await held(secretary)).toMatchObject(all);
    expect((await confirm()).spoken).toMatch(/jag har glömt dig/);
    expect(await held(secretary)).toEqual(nothing);
    expect(await held(colleague)).toMatchObject({ ...all, proposals: 1 });
    // The ledger keeps its author; the rights of the settings are not taken away by it.
    expect((await chat.ledger()).map(({ author }) => author.name)).toEqual(['Sara Sekreterare']);
    expect((await chat.say('vad får jag göra?', secretary)).spoken).toMatch(/sekretariatet/);
  });

  it('is noted anew when they write again', async () => {
    await chat.say('ja, glöm mig', member);
    expect(await held(member)).toEqual(nothing);
    await chat.say('hej', member);
    expect(await held(member)).toMatchObject({ names: 1 });
  });

  it('changes their mind, and nothing happens', async () => {
    await chat.say('glöm mig', secretary);
    await chat.say('nej', secretary);
    await chat.say('ja', secretary);
    expect(await held(secretary)).toMatchObject(all);
  });

  it.each(['group', 'channel'] as const)('is told nothing in a %s, where others read along', async (scope) => {
    for (const text of ['vad vet du om mig?', 'glöm mig', 'ja, glöm mig', 'ja']) {
      const { spoken } = await chat.say(text, secretary, { scope, conversation: 'many' });
      expect(spoken).not.toContain(secretary.person);
      expect(spoken).not.toMatch(/glömt dig/);
    }
    expect(await held(secretary)).toMatchObject(all);
  });

  it('who is nobody has nothing kept', async () => {
    expect((await chat.say('glöm mig', null)).spoken).toMatch(/inget sparat/);
  });

  it('with an id that looks like a pattern takes nobody else along', async () => {
    const strange = { ...member, tenant: '%', person: '%' };
    await chat.say('hej', strange);
    await chat.say('ja, glöm mig', strange);
    expect(await held(secretary)).toMatchObject(all);
    expect(await held(strange)).toEqual(nothing);
  });
});

it('a conversation leaves nothing that was written, and nobody who wrote it, in the log', async () => {
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => lines.push(line) });
  const store = await openMemory(log);
  const core = await makeCore(base, store, [secretary.person], systemClock, log);
  const app = serve(developmentSettings, core.turns, store, log);
  const { port } = await app.start();
  const from = { id: '29:hemlig', name: 'Hemliga Henrietta', aadObjectId: secretary.person };
  for (const text of [
    'när är nästa möte, undrar Hemliga Henrietta?',
    'elväg: försenad, väntar på hemligheten',
    'ja',
    'vad vet du om mig?',
    'ja, glöm mig',
    'x'.repeat(5_000),
  ]) {
    await postJson(`http://127.0.0.1:${port}/api/messages`, message(text, { from }), {});
    // The answer cannot be sent there: what fails is logged, too.
    await postJson(`http://127.0.0.1:${port}/api/messages`, message(text, { from, deliveryMode: undefined }), {});
  }
  await postJson(`http://127.0.0.1:${port}/api/messages`, { hemlig: 'hemlighet' }, {});
  await app.stop();
  core.stop();
  await store.close();
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.join('')).not.toMatch(/hemlig|henrietta|elväg|xxxx/i);
  expect(lines.join('')).not.toContain(secretary.person);
  expect(lines.join('')).not.toContain(tenant);
});
