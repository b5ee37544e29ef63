// Who may do what: every way to change something or to see what is not for everybody, tried by everybody. A new way is a
// new row, and whoever it is for stands in it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../src/app.ts';
import { makeCore } from '../src/core.ts';
import type { Incoming } from '../src/turn/turn-types.ts';
import { base, plan } from './support/question-table.ts';
import { type Person, type Said, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { developmentSettings, keptLog, message, postJson, tenant } from './support/service.ts';

/** Who leads a group by the plan: they have no rights of that. */
const [leader] = plan.people;

const everybody = {
  stranger: null,
  member: { tenant, person: '11111111-1111-4111-8111-111111111111', name: 'Lena Ledamot', teamsId: '29:lena' },
  lead: {
    tenant,
    person: '44444444-4444-4444-8444-444444444444',
    name: leader?.name ?? 'Nora Nätverk',
    teamsId: '29:nora',
  },
  secretary,
  /** As the secretary in everything that a card or a name can claim. */
  impostor: { tenant, person: '55555555-5555-4555-8555-555555555555', name: secretary.name, teamsId: '29:x' },
} as const satisfies Record<string, Person | null>;
type Role = keyof typeof everybody;
const roles = ['stranger', 'member', 'lead', 'impostor', 'secretary'] as const satisfies readonly Role[];

let chat: Secretariat;
beforeEach(async () => {
  chat = await startSecretariat();
});
afterEach(() => chat.stop());

const say = (text: string, role: Role, more: Partial<Incoming> = {}): Promise<Said> =>
  chat.say(text, everybody[role], { conversation: `chat of ${role}`, ...more });
const press = (action: unknown, role: Role): Promise<Said> => say('', role, { action });
/** The button that confirms, where there is one. */
const confirmOf = (said: Said): unknown => said.press(/^(?:ja|yes)/i);

/** Sentences that change the plan, one of each kind. */
const changes = [
  'flytta kommittémötet 9 maj till 16 maj kl 13 i Salem',
  'lägg till ett kommittémöte 12 juni kl 12-15.30 i Haninge',
  'ställ in kommittémötet 9 maj',
  'elväg: försenad, väntar på Trafikverket',
  'ändra kostnaden för elvägen till 50 000 kr',
  'sätt ansvarig för elvägen till Tyresö och Salem',
  'Haninge är värd för rådslaget 2027',
  'byt plats på värdarna 2021 och 2022 för rådslaget',
  'Anna Ek, Salem, är ny ordförande i kommittén',
  'handlingar ska skickas 10 arbetsdagar före kommitténs möten',
  'elstråket betyder elvägen',
  'fråga om status en månad före kommitténs möten',
  'stryk lokalen för kommittémötet 9 maj',
  'skjut upp kommittémötet 9 maj en vecka',
  'elvägen: försenad, rådslaget 2019: klar',
  'spara mallen kallelse: Hej och välkomna',
  'cancel the committee meeting on 9 May',
] as const;

describe.each(changes)('“%s”', (text) => {
  it.each(roles)('by a %s', async (role) => {
    const said = await say(text, role);
    const confirm = confirmOf(said);
    if (role === 'secretary') {
      await press(confirm, role);
      expect(await chat.ledger()).toHaveLength(1);
      return;
    }
    expect(confirm).toBeUndefined();
    await say('ja', role);
    expect(await chat.ledger()).toEqual([]);
  });
});

describe('what a secretary was shown', () => {
  const others = roles.filter((role) => role !== 'secretary');

  it.each(others)('is not confirmed, taken back or undone by a %s', async (role) => {
    const confirm = confirmOf(await say(changes[0], 'secretary'));
    await press(confirm, role);
    expect(await chat.ledger()).toEqual([]);
    const withdraw = { withdraw: (confirm as { confirm: string }).confirm };
    await press(withdraw, role);
    await press(confirm, 'secretary');
    expect(await chat.ledger()).toHaveLength(1);
    await press({ undo: 1 }, role);
    await say('ångra senaste ändringen', role);
    await say('ja', role);
    expect(await chat.ledger()).toHaveLength(1);
  });

  it.each(others)('is not made by a %s with a button that they put together', async (role) => {
    const update = {
      draft: { kind: 'post-status', activities: ['elvag'], status: 'done', comment: null },
      reason: null,
      quiet: false,
      impossible: null,
    };
    expect(confirmOf(await press({ update }, role))).toBeUndefined();
    expect(confirmOf(await press({ update }, 'secretary'))).toBeDefined();
    await press({ confirm: 'a'.repeat(22), as: secretary.person }, role);
    await press({ confirm: 'a'.repeat(22), from: { aadObjectId: secretary.person } }, role);
    await say('ja', role);
    expect(await chat.ledger()).toEqual([]);
  });
});

describe('forms', () => {
  const kinds = [
    { kind: 'meeting', meeting: 'samarbetskommitten-2019-05-09' },
    { kind: 'new-meeting' },
    { kind: 'status', activity: 'elvag' },
    { kind: 'activity', activity: 'elvag' },
    { kind: 'hosts', conference: null, year: null },
    { kind: 'role', group: null, role: null },
  ];
  it.each(kinds)('$kind are opened by a secretary alone', async (form) => {
    for (const role of roles) {
      const { card } = await press({ form }, role);
      expect(card === null, role).toBe(role !== 'secretary');
    }
  });
});

describe('what only a secretary sees', () => {
  it.each([
    ['vilka frågor kunde du inte svara på?', /hemlighetsfulla/],
    ['hur går det med påminnelserna?', /skickats|skickade/],
    ['hur går det med meddelandet?', /Inga meddelanden har skickats/],
    ['vilka mallar finns?', /Det finns inga mallar/],
    ['vilka svar väntar?', /Inga svar väntar på er/],
    ['exportera planen till Excel', /Hämta filen/],
    ['ge mig mallen för 2020', /Hämta filen/],
  ])('“%s”', async (text, words) => {
    await say('var är den hemlighetsfulla kvasten?', 'member');
    for (const role of roles) {
      const { spoken } = await say(text, role);
      if (role === 'secretary') expect(spoken).toMatch(words);
      else expect(spoken).not.toMatch(words);
    }
  });
});

describe('who may be appointed', () => {
  it('is said by a secretary, not by somebody who names themselves', async () => {
    await say('hej', 'lead');
    const mentions = [{ teamsId: '29:nora', name: everybody.lead.name }];
    for (const role of ['stranger', 'member', 'lead', 'impostor'] as const) {
      await say(`utse ${everybody.lead.name} till sekreterare`, role, { mentions });
      await say('ja', role);
    }
    expect(await chat.ledger()).toEqual([]);
    await press(
      confirmOf(await say(`utse ${everybody.lead.name} till sekreterare`, 'secretary', { mentions })),
      'secretary',
    );
    expect(await chat.ledger()).toHaveLength(1);
    await press(confirmOf(await say('elväg: klar', 'lead')), 'lead');
    expect(await chat.ledger()).toHaveLength(2);
  });
});

describe('what is one’s own', () => {
  const ofLena = { kind: 'person', tenant, person: everybody.member.person } as const;

  it('reminders: nobody ends or pauses another’s, and only a secretary sets them for others', async () => {
    await say('påminn mig om kommitténs möten', 'member');
    const before = await chat.store.subscriptions.of(ofLena);
    expect(before).toHaveLength(1);
    for (const role of roles.filter((one) => one !== 'member')) {
      for (const text of ['sluta påminna mig', 'pausa till 1 september', 'vilka påminnelser har jag?'])
        await say(text, role);
      await say('ja', role);
    }
    expect(await chat.store.subscriptions.of(ofLena)).toEqual(before);
    for (const role of ['stranger', 'lead', 'impostor'] as const) {
      await say('påminn Lena Ledamot om rådslaget', role, { mentions: [{ teamsId: '29:lena', name: 'Lena Ledamot' }] });
      await say('ja', role);
    }
    expect(await chat.store.subscriptions.of(ofLena)).toEqual(before);
  });

  it('calendar links: listed, exchanged and turned off by their owner alone', async () => {
    await say('ge mig en kalenderlänk till ledningsgruppens möten', 'member');
    const [feed] = await chat.store.feeds.listOf(ofLena);
    for (const role of roles.filter((one) => one !== 'member')) {
      const { spoken } = await say('mina kalenderlänkar', role);
      expect(spoken).not.toContain(feed?.hint ?? 'none');
      await say(`stäng av länken som slutar på ${feed?.hint}`, role);
      await say('ja', role);
    }
    expect(await chat.store.feeds.listOf(ofLena)).toEqual([feed]);
  });

  it('what is kept of them: seen and forgotten by themselves alone', async () => {
    await say('påminn mig om kommitténs möten', 'member');
    for (const role of roles.filter((one) => one !== 'member')) {
      const { spoken, suggestions } = await say('exportera mina uppgifter', role);
      const [, token = ''] = /\/plan\/([\w.-]+)/.exec(spoken + JSON.stringify(suggestions)) ?? [];
      const file = await chat.serve(token);
      expect(file === null, role).toBe(role === 'stranger');
      for await (const piece of file && 'pieces' in file ? file.pieces : []) expect(piece).not.toContain(ofLena.person);
      await say('ja, glöm mig', role);
    }
    expect(await chat.store.persons.held(ofLena)).toMatchObject({ names: 1, subscriptions: 1 });
  });
});

it('who somebody is stands in the activity that Teams signs, and in nothing that a card brings', async () => {
  const store = chat.store;
  const core = await makeCore(base, store, [secretary.person], chat.clock, keptLog());
  const app = serve(developmentSettings, core.turns, store, keptLog());
  const { port } = await app.start();
  const claims = {
    from: { aadObjectId: secretary.person },
    aadObjectId: secretary.person,
    person: secretary.person,
    tenant,
  };
  const post = (fields: object) =>
    postJson(`http://127.0.0.1:${port}/api/messages`, message('elväg: försenad', fields), {});
  for (const value of [
    claims,
    { ...claims, update: { draft: { kind: 'undo', version: null } } },
    { msteams: { value: claims } },
  ]) {
    const { body } = await post({ value, channelData: { tenant: { id: tenant }, user: claims, from: claims } });
    expect(body).not.toContain('"confirm"');
  }
  expect((await post({ from: { id: '29:sara', name: 'Sara', aadObjectId: secretary.person } })).body).toContain(
    '"confirm"',
  );
  await app.stop();
  core.stop();
});
