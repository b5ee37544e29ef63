// Conversations about reminders: several people and places, one store, a clock that stands still.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Recipient } from '../src/reminders/subscription.ts';
import type { Incoming } from '../src/turn/turn-types.ts';
import { at, enqueue, notice, toSend } from './support/notices.ts';
import {
  member,
  type Person,
  type Said,
  type Secretariat,
  secretary,
  startSecretariat,
} from './support/secretariat.ts';
import { met, recipientOf } from './support/sweeping.ts';

let bot: Secretariat;
beforeEach(async () => {
  bot = await startSecretariat();
});
afterEach(() => bot.stop());

const say = (text: string, who: Person = member, more: Partial<Incoming> = {}) => bot.say(text, who, more);
const held = (who: Person = member) => bot.store.subscriptions.of(recipientOf(who));
const titles = (said: Said) => said.suggestions.map(({ title }) => title);
const channel = { scope: 'channel', conversation: '19:Kanal@thread.tacv2;messageid=7' } as const;
const chat = { scope: 'group', conversation: '19:chatt@thread.v2' } as const;

describe('starting', () => {
  it('says in words what comes when, and keeps it', async () => {
    const said = await say('påminn mig om kommitténs möten');
    expect(said.spoken).toBe(
      'Jag påminner dig 14 dagar och 1 dag före samarbetskommitténs möten. Första påminnelsen: torsdag 21 mars kl. 12.00, svensk tid, om mötet med samarbetskommittén torsdag 4 april.',
    );
    expect(titles(said)).toEqual(['Pausa', 'Sluta', 'Visa mina påminnelser']);
    expect(await held()).toMatchObject([{ topic: { kind: 'group', group: 'samarbetskommitten' }, locale: 'sv' }]);
  });

  it.each([
    [
      'påminn mig om alla möten utom ledningsgruppens',
      'Jag förstod inte ”utom ledningsgruppens”, så ingenting har ändrats.',
    ],
    ['remind me half a day before the committee', 'I did not understand “half”, so nothing has been changed.'],
  ])('does nothing of "%s", which it understands in part', async (text, expected) => {
    const said = await say(text);
    expect(said.spoken).toContain(expected);
    expect(await held()).toEqual([]);
  });

  it('says it in English to whoever writes English', async () => {
    const said = await say('remind me three days before the committee meetings');
    expect(said.spoken).toBe(
      "I will remind you 3 days before the cooperation committee's meetings. First reminder: Monday 1 April at 12:00, Swedish time, about the meeting of the cooperation committee Thursday 4 April.",
    );
    expect(await held()).toMatchObject([{ locale: 'en', leads: [{ amount: 3, unit: 'days' }] }]);
  });

  it('changes nothing the second time', async () => {
    await say('påminn mig om kommitténs möten');
    const before = await held();
    expect((await say('påminn mig om kommitténs möten')).spoken).toMatch(/^Det är redan ordnat/);
    expect(await held()).toEqual(before);
  });

  it('adds times to those that there are, or puts them in their place', async () => {
    await say('påminn mig om kommitténs möten');
    expect((await say('påminn mig en vecka innan kommitténs möten')).spoken).toMatch(
      /^Ändrat: jag påminner dig 14 dagar, 1 vecka och 1 dag före/,
    );
    expect((await say('påminn mig bara 3 dagar innan kommitténs möten')).spoken).toMatch(/påminner dig 3 dagar före/);
    expect(await held()).toMatchObject([{ leads: [{ amount: 3, unit: 'days' }] }]);
  });

  it('makes one subscription of two wishes at once', async () => {
    await Promise.all([
      bot.say('påminn mig om kommitténs möten', member),
      bot.say('påminn mig om kommitténs möten', member, { conversation: 'another' }),
    ]);
    expect(await held()).toHaveLength(1);
  });

  it('tells that what is too near for the time comes at once', async () => {
    expect((await say('påminn mig om ledningsgruppen')).spoken).toMatch(
      /Mötet med ledningsgruppen fredag 8 mars är närmare än så: den påminnelsen kommer strax\. Första påminnelsen: torsdag 7 mars kl\. 08\.30/,
    );
  });

  it('tells a chat at a quiet hour when that one comes', async () => {
    bot.setNow('2019-03-01T22:00');
    expect((await say('påminn oss om ledningsgruppen', member, chat)).spoken).toContain(
      'är närmare än så: den påminnelsen kommer måndag 4 mars kl. 07.00, svensk tid.',
    );
    expect((await say('påminn mig om ledningsgruppen')).spoken).toContain('den påminnelsen kommer strax.');
  });

  it('says so where nothing lies ahead', async () => {
    expect((await say('påminn mig om klimatnätverket')).spoken).toMatch(/Just nu finns inget sådant framåt i planen/);
    expect(await held()).toHaveLength(1);
  });

  it('takes the meeting that was just shown, and leaves the subject as it was', async () => {
    await say('När är nästa kommittémöte?');
    expect((await say('påminn mig dagen innan')).spoken).toMatch(
      /1 dag före samarbetskommitténs möten\..*onsdag 3 april/,
    );
    expect((await say('var?')).spoken).toMatch(/Botkyrka/);
  });

  it('asks of what, and takes a press or a word', async () => {
    const asked = await say('påminn mig en vecka innan');
    expect(asked.spoken).toMatch(/^Vad ska jag påminna om\?/);
    expect(titles(asked)).toEqual(expect.arrayContaining(['Samarbetskommittén', 'Ledningsgruppen', 'Allt med datum']));
    expect((await bot.press(asked.press(/Samarbets/), member)).spoken).toMatch(
      /1 vecka före samarbetskommitténs möten/,
    );
    await say('påminn mig en timme innan', secretary);
    expect((await say('ledningsgruppen', secretary)).spoken).toMatch(/1 timme före ledningsgruppens möten/);
  });

  it('offers choices for a group that there is not', async () => {
    const asked = await say('påminn mig om bridgeklubbens möten');
    expect(asked.suggestions.length).toBeGreaterThan(2);
    expect(await held()).toEqual([]);
  });

  it('refuses what is too long, in words', async () => {
    expect((await say('påminn mig 400 år innan kommitténs möten')).spoken).toMatch(/^400 år före är för långt/);
    expect(await held()).toEqual([]);
  });

  it('orders the weekly letter', async () => {
    expect((await say('skicka veckobrev')).spoken).toMatch(/Det första kommer måndag 4 mars kl\. 08\.00, svensk tid\./);
    expect(await held()).toMatchObject([{ topic: { kind: 'everything' }, leads: [], digest: true }]);
    expect((await say('inget veckobrev')).spoken).toMatch(/^Veckobrevet är avslutat\./);
    expect(await held()).toEqual([]);
  });

  it('cannot remind whom it does not know', async () => {
    const said = await bot.say('påminn mig om kommittén', null);
    expect(said.spoken).toMatch(/^Jag ser inte vem du är/);
  });
});

describe('stopping, pausing, going on', () => {
  beforeEach(async () => {
    await say('påminn mig om kommitténs möten');
    await say('påminn mig om ledningsgruppens möten');
  });

  it('ends one and tells what is left, then the rest', async () => {
    expect((await say('sluta påminna mig om kommittén')).spoken).toBe(
      'Jag har slutat påminna dig om samarbetskommitténs möten. Kvar är påminnelser om ledningsgruppens möten.',
    );
    expect((await say('inga fler påminnelser')).spoken).toMatch(/Inga påminnelser är kvar\.$/);
    expect((await say('sluta påminna mig')).spoken).toMatch(/^Du har inga påminnelser/);
    expect(await held()).toEqual([]);
  });

  it('gives back what was ended with one press, with its times', async () => {
    await say('påminn mig bara 3 dagar innan kommitténs möten');
    const ended = await say('sluta påminna mig om kommittén');
    expect((await bot.press(ended.press(/igen/), member)).spoken).toMatch(/3 dagar före samarbetskommitténs möten/);
  });

  it('tells what there is where it has none of the kind', async () => {
    expect((await say('sluta påminna mig om rådslaget')).spoken).toMatch(/inga påminnelser om just det\. .*samarbets/);
    expect(await held()).toHaveLength(2);
  });

  it('pauses until a day and goes on', async () => {
    expect((await say('pausa till 1 september')).spoken).toBe(
      'Påminnelserna är pausade till och med lördag 31 augusti. Söndag 1 september går de i gång igen av sig själva.',
    );
    expect(await held()).toMatchObject([{ pausedUntil: '2019-08-31' }, { pausedUntil: '2019-08-31' }]);
    expect((await say('vilka påminnelser har jag?')).spoken).toMatch(/pausade till och med lördag 31 augusti/);
    expect((await say('återuppta påminnelserna')).spoken).toMatch(/^Påminnelserna är i gång igen\. Nästa påminnelse: /);
    expect(await held()).toMatchObject([{ pausedUntil: null }, { pausedUntil: null }]);
    expect((await say('återuppta påminnelserna')).spoken).toMatch(/^Påminnelserna var inte pausade\./);
  });

  it('pauses one of them', async () => {
    await say('pausa påminnelserna om ledningsgruppen till maj');
    const paused = (await held()).filter(({ pausedUntil }) => pausedUntil !== null);
    expect(paused).toMatchObject([{ topic: { group: 'ledningsgruppen' }, pausedUntil: '2019-04-30' }]);
  });

  it('asks until when, also where a button is old', async () => {
    const asked = await say('pausa');
    expect(asked.spoken).toMatch(/^Till när/);
    expect((await say('en månad')).spoken).toMatch(/till och med söndag 31 mars/);
    const button = asked.suggestions[0]?.action;
    bot.setNow('2019-05-01T09:00');
    expect((await bot.press(button, member)).spoken).toMatch(/^Till när/);
  });

  it('is wanted again by whoever asks for reminders while they are paused', async () => {
    await say('pausa en månad');
    await say('påminn mig om kommitténs möten');
    const going = (await held()).filter(({ pausedUntil }) => pausedUntil === null);
    expect(going).toMatchObject([{ topic: { group: 'samarbetskommitten' } }]);
  });
});

describe('asking', () => {
  it('lists one in a sentence, several in a list, none with an example', async () => {
    expect((await say('mina påminnelser')).spoken).toMatch(
      /inga påminnelser\. Skriv till exempel ”påminn mig en vecka/,
    );
    await say('påminn mig om kommitténs möten');
    expect((await say('mina påminnelser')).spoken).toMatch(
      /^Du får påminnelser 14 dagar och 1 dag före samarbetskommitténs möten\. Nästa påminnelse: torsdag 21 mars kl\. 12\.00/,
    );
    await say('påminn mig en timme före ledningsgruppen');
    const many = await say('vilka påminnelser har jag?');
    expect(many.spoken).toMatch(/^Du får påminnelser om två saker\./);
    expect(many.card).not.toBeNull();
    await bot.press(many.press(/Sluta: Samarbets/), member);
    expect(await held()).toMatchObject([{ topic: { group: 'ledningsgruppen' } }]);
  });

  it('tells why, and how to end it', async () => {
    await say('påminn mig om kommitténs möten');
    const why = await say('varför fick jag detta?');
    expect(why.spoken).toMatch(/^Du får påminnelser om samarbetskommitténs möten för att du bad om det 1 mars\./);
    expect(titles(why)).toEqual(['Pausa', 'Sluta', 'Visa mina påminnelser']);
  });
});

describe('others', () => {
  it('have reminders of their own: nobody ends those of somebody else', async () => {
    await say('påminn mig om kommitténs möten');
    const foreign = { ...member, tenant: '99999999-9999-4999-8999-999999999999' };
    expect((await say('vilka påminnelser har jag?', foreign)).spoken).toMatch(/^Du har inga påminnelser/);
    expect((await say('sluta påminna mig', secretary)).spoken).toMatch(/^Du har inga påminnelser/);
    expect(await held()).toHaveLength(1);
  });

  it('share those of a channel, whichever thread is written in', async () => {
    const said = await say('påminn oss här i kanalen om kommitténs möten', member, channel);
    expect(said.spoken).toMatch(/^Jag påminner er här i kanalen 14 dagar och 1 dag före/);
    const place: Recipient = { kind: 'conversation', tenant: member.tenant, conversation: '19:kanal@thread.tacv2' };
    expect(await bot.store.subscriptions.of(place)).toHaveLength(1);
    const other = { ...channel, conversation: '19:Kanal@thread.tacv2;messageid=8' };
    expect((await say('vilka påminnelser har vi här?', secretary, other)).spoken).toMatch(/^Kanalen får påminnelser/);
    expect((await say('sluta påminna oss', secretary, other)).spoken).toMatch(/slutat påminna er här i kanalen/);
    expect(await bot.store.subscriptions.of(place)).toEqual([]);
  });

  it('of a group chat do not get what one asks for oneself there', async () => {
    await say('påminn mig om kommitténs möten', member, chat);
    expect(await held()).toHaveLength(1);
  });

  it('are reminded by the secretariat alone, where they have the app', async () => {
    const mention = { mentions: [{ teamsId: member.teamsId, name: member.name }] };
    expect((await say('påminn Anna Ek om klimatnätverket', member)).spoken).toMatch(/^Bara sekretariatet kan/);
    expect((await say('påminn Lena Ledamot om kommittén', secretary, mention)).spoken).toMatch(/har inte appen/);
    await met(bot, member);
    expect((await say('påminn Lena Ledamot om kommittén', secretary, mention)).spoken).toMatch(
      /^Jag påminner Lena Ledamot 14 dagar och 1 dag före samarbetskommitténs möten\./,
    );
    expect(await held()).toMatchObject([{ setBy: { person: secretary.person } }]);
    expect((await say('varför fick jag detta?')).spoken).toMatch(/för att Sara Sekreterare ställde in det 1 mars/);
    expect((await say('sluta påminna mig')).spoken).toMatch(/Inga påminnelser är kvar/);
  });

  it('are told apart by their id where the secretariat gives it', async () => {
    await met(bot, member);
    expect((await say(`påminn Lena ${member.person} om kommittén`, secretary)).spoken).toMatch(/^Jag påminner Lena/);
  });
});

describe('how it goes', () => {
  it('is for the secretariat', async () => {
    expect((await say('hur går det med påminnelserna?')).spoken).toMatch(/^Bara sekretariatet ser/);
  });

  it('tells what was sent, what waits, and what is next', async () => {
    await say('påminn mig om kommitténs möten');
    const { spoken } = await say('hur går det med påminnelserna?', secretary);
    expect(spoken).toMatch(
      /^Sedan fredag 22 februari har ingen påminnelse skickats, inget har misslyckats och ingen väntar\./,
    );
    expect(spoken).toMatch(/Nästa: torsdag 21 mars kl\. 12\.00, mötet med samarbetskommittén torsdag 4 april\./);
    expect(spoken).toMatch(/Prenumerationer: 1 hos 1 mottagare\./);
  });

  it('tells why what failed did', async () => {
    const failing = notice({ recipient: recipientOf(member) });
    await enqueue(bot.store, toSend(failing));
    const claimed = await bot.store.deliveries.claim('worker', { now: at(1), wire: at(1) }, at(60), []);
    if (!claimed) throw new Error('nothing to claim');
    await bot.store.deliveries.posting(claimed.lease, [failing.key]);
    const settled = [{ keys: [failing.key], as: { kind: 'failed', reason: 'blocked' } }] as const;
    await bot.store.deliveries.settle(claimed.lease, settled, { now: at(2), wire: at(2) }, []);
    expect((await say('hur går det med påminnelserna?', secretary)).spoken).toMatch(
      /1 har inte kommit fram[\s\S]*Kom inte fram: 1 har blockerat boten\./,
    );
  });
});
