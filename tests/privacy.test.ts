// What is kept of a person: shown to them alone, forgotten when they wish, and never in the log.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../src/app.ts';
import { systemClock } from '../src/clock.ts';
import { makeCore } from '../src/core.ts';
import { makeLog } from '../src/log.ts';
import { noContext } from '../src/query.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { base, plan } from './support/question-table.ts';
import { colleague, member, type Said, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
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
    'ge mig mina uppgifter',
    'What do you know about me?',
    'what data do you have about me',
    'show me my personal data',
  ])('a wish to see: %s', (text) => expect(aspectOf(text)).toBe('show'));

  it.each([
    'exportera mina uppgifter',
    'Exportera mina personuppgifter, tack',
    'ge mig mina uppgifter som fil',
    'ge mig mina uppgifter som en fil',
    'kan du skicka mina uppgifter som json?',
    'mina uppgifter som fil',
    'ladda ner mina uppgifter',
    'exportera allt du vet om mig',
    'kan du lämna ut mina uppgifter?',
    'registerutdrag',
    'export my data',
    'please export all my data as JSON',
    'give me my data as a file',
    'can you send me my personal data as a json file?',
    'download my data',
    'export everything you know about me',
  ])('a wish for a file: %s', (text) => expect(aspectOf(text)).toBe('file'));

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
    'exportera planen som json',
    'exportera planen',
    'exportera mina möten',
    'ge mig planen som fil',
    'export the plan',
  ])('something else: %s', (text) => {
    const { query } = understand(text, noContext, plan, vocabulary, { day: '2019-03-01', time: '09:00' });
    expect(query.kind).not.toBe('privacy');
  });
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
  const nothing = {
    names: 0,
    chats: 0,
    subscriptions: 0,
    deliveries: 0,
    feeds: 0,
    proposals: 0,
    reports: 0,
    silences: 0,
    conversations: 0,
  };

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

  /** The secret part of the address in an answer. */
  const tokenIn = ({ spoken, suggestions }: Said): string =>
    /\/plan\/([\w.-]+)/.exec(`${spoken} ${JSON.stringify(suggestions)}`)?.[1] ?? '';

  async function fileOf(token: string): Promise<{ name: string; text: string }> {
    const made = await chat.serve(token);
    if (!made || !('pieces' in made)) throw new Error('no file');
    let text = '';
    for await (const piece of made.pieces) text += piece;
    return { name: made.name, text };
  }
  const Part = z.object({ what: z.string().min(1), rows: z.array(z.looseObject({})) });

  it.each([
    ['a sentence', () => chat.say('exportera mina uppgifter', secretary), /^mina-uppgifter-\d{4}-\d\d-\d\d\.json$/],
    [
      'the button below what is kept',
      async () => chat.press((await chat.say('vad vet du om mig?', secretary)).press(/som en fil/), secretary),
      /^mina-uppgifter-/,
    ],
    ['a sentence in English', () => chat.say('export my data', secretary), /^my-data-/],
  ])('gets all of it as a file by %s, behind an address that tells nothing', async (_, ask, name) => {
    const said = await ask();
    expect(said.spoken).toMatch(/60/);
    const token = tokenIn(said);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toMatch(new RegExp(`${secretary.person}|own-data`));
    const made = await fileOf(token);
    expect(made.name).toMatch(name);
    expect(made.text).not.toContain(colleague.person);
    const {
      about,
      made: _at,
      tenant: of,
      person,
      ...parts
    } = z
      .looseObject({ about: z.array(z.string()), made: z.iso.datetime(), tenant: z.string(), person: z.string() })
      .parse(JSON.parse(made.text));
    expect([of, person]).toEqual([secretary.tenant, secretary.person]);
    expect(about.length).toBeGreaterThan(2);
    const rows = Object.fromEntries(
      Object.entries(parts).map(([part, value]) => [part, Part.parse(value).rows.length]),
    );
    expect(rows).toEqual({
      people: 1,
      references: 1,
      conversations: 1,
      subscriptions: 1,
      'subscriptions-for-others': 0,
      silences: 0,
      deliveries: 0,
      mailbox: 0,
      feeds: 1,
      reports: 0,
      proposals: 2,
      'message-counts': 0,
      'repeated-answers': 0,
      ledger: 1,
    });
    // The address of a calendar is told once and kept nowhere.
    expect(made.text).not.toMatch(/"hash"|\.ics/);
  });

  it('gets nothing by an address that was altered or is somebody else’s to make', async () => {
    const token = tokenIn(await chat.say('exportera mina uppgifter', member));
    const other = token.startsWith('A') ? 'B' : 'A';
    for (const wrong of [
      '',
      'x',
      token.slice(1),
      `${token}A`,
      other + token.slice(1),
      `${token.slice(0, -4)}${other}AAA`,
    ]) {
      expect(await chat.serve(wrong)).toBeNull();
    }
    expect((await fileOf(token)).text).toContain(member.person);
  });

  it('finds nothing of the past behind it once they are forgotten', async () => {
    const token = tokenIn(await chat.say('exportera mina uppgifter', secretary));
    await chat.say('ja, glöm mig', secretary);
    const { text } = await fileOf(token);
    expect(text).not.toContain('29:sara');
    expect(text).toContain('"ledger"');
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
    for (const text of ['vad vet du om mig?', 'exportera mina uppgifter', 'glöm mig', 'ja, glöm mig', 'ja']) {
      const { spoken } = await chat.say(text, secretary, { scope, conversation: 'many' });
      expect(spoken).not.toContain(secretary.person);
      expect(spoken).not.toContain('/plan/');
      expect(spoken).not.toMatch(/glömt dig/);
    }
    expect(await held(secretary)).toMatchObject(all);
  });

  it('who is nobody has nothing kept', async () => {
    expect((await chat.say('glöm mig', null)).spoken).toMatch(/inget sparat/);
    expect((await chat.say('exportera mina uppgifter', null)).spoken).toMatch(/inget sparat/);
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
