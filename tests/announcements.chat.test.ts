// Messages to many: ordered in chat, sent once, taken back; several people and places, one store.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReminderMessage } from '../src/reminder-messages.ts';
import type { SendOutcome } from '../src/reminders/failure.ts';
import { recipientKey } from '../src/reminders/recipients.ts';
import type { Recipient } from '../src/reminders/subscription.ts';
import type { Reference } from '../src/store/reminder-stores.ts';
import type { Incoming } from '../src/turn/turn-types.ts';
import {
  colleague,
  member,
  type Person,
  type Said,
  type Secretariat,
  secretary,
  startSecretariat,
} from './support/secretariat.ts';
import { recipientOf, type Sending, startSending } from './support/sending.ts';

const [sara, karl, lena] = [recipientOf(secretary), recipientOf(colleague), recipientOf(member)];
const channel: Recipient = { kind: 'conversation', tenant: member.tenant, conversation: '19:klimat@thread.tacv2' };
const inChannel = { scope: 'channel', conversation: '19:Klimat@thread.tacv2;messageid=7' } as const;

let bot: Secretariat;
let sending: Sending;
/** What Teams answers; well by default. */
let answer: (reference: Reference, message: ReminderMessage) => SendOutcome;

beforeEach(async () => {
  answer = () => ({ kind: 'sent', activity: null, conversation: null });
  bot = await startSecretariat('2019-03-01T09:00');
  sending = startSending(bot, (reference, message) => answer(reference, message));
  for (const who of [member, secretary, colleague]) await sending.knows(recipientOf(who), { name: who.name });
  await sending.knows(channel, { name: 'Klimat', scope: 'channel', teamsId: null });
  await sending.settle();
});
afterEach(async () => {
  await sending.stop();
  await bot.stop();
});

const titles = (said: Said) => said.suggestions.map(({ title }) => title);
const say = (text: string, who: Person = secretary, more: Partial<Incoming> = {}) => bot.say(text, who, more);
/** What somebody got that is no report of how a message went. */
const got = (who: Recipient) => sending.textsTo(who).filter((text) => !/utskickat:|Återkallandet/.test(text));
const reports = (who: Recipient) => sending.textsTo(who).filter((text) => /utskickat:|Återkallandet/.test(text));
const edits = () => sending.kept.filter(({ message }) => message.edits !== null);

async function at(now: string): Promise<void> {
  bot.setNow(now);
  await sending.settle();
}

/** Orders and confirms, as often as it is asked. */
async function order(text: string, who: Person = secretary): Promise<Said> {
  let said = await say(text, who);
  for (let asked = 0; asked < 3 && titles(said).some((title) => /^(?:Ja|Yes)/.test(title)); asked += 1) {
    said = await bot.press(said.press(/^(?:Ja|Yes)/), who);
  }
  await sending.settle();
  return said;
}

describe('to everyone', () => {
  it('is shown, confirmed twice with the number, sent once, and reported', async () => {
    const shown = await say('skicka till alla: Hej! Vi ses på tisdag.');
    expect(shown.spoken).toMatch(/^Ett meddelande skickas nu till alla som boten når\. Stämmer det\?/);
    expect(shown.spoken).toMatch(/Mottagare: 3 personer, 1 kanal \(.*Lena Ledamot.*\)\./);
    const sure = await bot.press(shown.press(/^Ja/));
    expect(sure.spoken).toMatch(/^Meddelandet går till 4 mottagare: .* Är du säker\?/);
    expect(titles(sure)).toEqual(['Ja, skicka till 4', 'Nej, ändra inget']);
    expect(await bot.ledger()).toEqual([]);
    const done = await bot.press(sure.press(/^Ja/));
    expect(done.spoken).toMatch(/^Klart: meddelandet skickas nu till alla som boten når \(ändring 1\)\./);
    expect(titles(done)).toEqual(['Hur går det?', 'Ångra ändring 1']);
    await sending.settle();
    for (const who of [sara, karl, lena, channel]) {
      expect(got(who)).toEqual([
        expect.stringMatching(/^Meddelande från Sara Sekreterare, sekretariatet: Hej! Vi ses/),
      ]);
    }
    await sending.settle();
    expect(reports(sara)).toEqual([expect.stringMatching(/är utskickat: 4 har fått det, alla nåddes\./)]);
    expect(reports(karl)).toEqual([]);
    await at('2019-03-08T12:00');
    expect([...got(lena), ...reports(sara)]).toHaveLength(2);
  });

  it('may be confirmed in words, and asks again where the number has changed', async () => {
    await say('skicka till alla: Hej!');
    expect((await say('ja')).spoken).toMatch(/går till 4 mottagare/);
    await sending.knows({ kind: 'person', tenant: member.tenant, person: 'new' });
    expect((await say('ja')).spoken).toMatch(/går till 5 mottagare/);
    expect((await say('ja')).spoken).toMatch(/^Klart/);
  });

  it('goes nowhere by a forged or foreign button, or to whoever is no secretary', async () => {
    const shown = await say('skicka till alla: Hej!');
    const confirm = shown.press(/^Ja/);
    expect((await bot.press(confirm, colleague)).spoken).toMatch(/någon annans/);
    expect((await bot.press(confirm, member)).spoken).toMatch(/Bara sekretariatet/);
    expect((await say('skicka till alla: köp grejer', member)).spoken).toMatch(/Bara sekretariatet/);
    expect((await say('hur går det med meddelandet?', member)).spoken).toMatch(/Bara sekretariatet/);
    expect(await bot.ledger()).toEqual([]);
  });

  it('is sent once, however often it is pressed', async () => {
    const shown = await say('skicka till alla: Hej!');
    const sure = await bot.press(shown.press(/^Ja/));
    await Promise.all([bot.press(sure.press(/^Ja/)), bot.press(sure.press(/^Ja/))]);
    await sending.settle();
    expect(await bot.ledger()).toHaveLength(1);
    expect(got(lena)).toHaveLength(1);
  });
});

describe('to some', () => {
  it('reaches those who follow a group or a municipality, each once', async () => {
    await say('påminn mig om klimatstrategerna', member);
    await say('påminn mig om Haninge', member);
    await order('skicka till klimatstrategerna och Haninge: Hej på er');
    expect(got(lena)).toHaveLength(1);
    expect([...got(karl), ...got(channel)]).toEqual([]);
  });

  it('reaches a channel by its name, and the one that it is written in', async () => {
    await order('skicka till kanalen Klimat: Hej kanalen');
    expect(got(channel)[0]).toMatch(/Hej kanalen[\s\S]*för att sekretariatet skickade det hit/);
    const shown = await say('skicka hit: Hej igen', secretary, inChannel);
    await bot.press(shown.press(/^Ja/));
    await sending.settle();
    expect(got(channel)).toHaveLength(2);
    expect(got(lena)).toEqual([]);
  });

  it('names those it knows where there is no such channel, and refuses where nobody follows', async () => {
    expect((await say('skicka till kanalen Okänd: hej')).spoken).toMatch(/”Okänd”\. Jag är med i ”Klimat”\./);
    expect((await say('skicka till Haninge: hej')).spoken).toMatch(/^Det finns ingen att skicka till/);
    expect((await say('skicka till bokklubben: hej')).spoken).toMatch(/^Vem ska meddelandet gå till\?/);
    expect((await say('kommittén')).spoken).toMatch(/samarbetskommittén, och det gör ingen ännu/);
  });

  it('tells who was not reached and why', async () => {
    await say('påminn mig om Haninge', member);
    await say('påminn mig om Haninge', colleague);
    answer = ({ name }) =>
      name === member.name
        ? { kind: 'answered', status: 403, code: 'ConversationBlockedByUser', retryAfterMs: null }
        : { kind: 'sent', activity: null, conversation: null };
    await order('skicka till Haninge: Hej');
    const status = await say('vem har inte fått meddelandet?');
    expect(status.spoken).toMatch(/1 har fått det, 1 nåddes inte\./);
    expect(status.spoken).toMatch(/Lena Ledamot, har blockerat boten/);
    await sending.settle();
    expect(reports(sara)[0]).toMatch(/1 nåddes inte[\s\S]*Lena Ledamot, har blockerat boten/);
    const again = await say('skicka till Haninge: Hej');
    expect(again.spoken).toMatch(/Nås inte nu: 1 har blockerat boten/);
  });
});

describe('for later', () => {
  it('says the time in words, waits for it, and can be taken back before', async () => {
    await say('påminn mig om Haninge', member);
    const done = await order('skicka till Haninge på måndag kl 9: Hej Haninge');
    expect(done.spoken).toMatch(/skickas måndag 4 mars kl\. 09\.00, svensk tid \(ändring 1\)/);
    await order('skicka till Haninge på tisdag kl 9: Hej igen');
    expect((await say('visa planerade meddelanden')).spoken).toMatch(/^2 meddelanden väntar på sin tid/);
    await at('2019-03-04T08:59');
    expect(got(lena)).toEqual([]);
    await at('2019-03-04T09:00');
    expect(got(lena)).toHaveLength(1);
    await order('ångra ändring 2');
    await at('2019-03-05T10:00');
    expect(got(lena)).toHaveLength(1);
    expect((await say('hur går det med meddelandet?')).spoken).toMatch(/togs tillbaka innan någon hade fått det/);
  });

  it('at a quiet hour goes at that hour, and the preview says so', async () => {
    await say('påminn mig om Haninge', member);
    const shown = await say('skicka till Haninge på söndag kl 21: Viktigt');
    expect(shown.spoken).toMatch(/söndag 3 mars kl\. 21\.00, svensk tid[\s\S]*utanför kontorstid/);
    await bot.press(shown.press(/^Ja/));
    await at('2019-03-03T21:00');
    expect(got(lena)).toHaveLength(1);
  });

  it('in the past is refused', async () => {
    expect((await say('skicka till alla den 28 februari 2019: hej')).spoken).toMatch(/har redan passerat/);
    expect((await say('skicka till alla i dag kl 8: hej')).spoken).toMatch(/passerat/);
    expect((await say('skicka till alla i dag: hej')).spoken).toMatch(/^Hur dags\?/);
    expect((await say('kl 15')).spoken).toMatch(/fredag 1 mars kl\. 15\.00, svensk tid/);
  });

  it('that the bot slept through is sent when it wakes, for a week', async () => {
    await say('påminn mig om Haninge', member);
    await order('skicka till Haninge på måndag kl 9: Hej');
    await at('2019-03-06T10:00');
    expect(got(lena)).toHaveLength(1);
    await order('skicka till Haninge den 7 mars kl 9: Hej igen');
    await at('2019-03-18T10:00');
    expect(got(lena)).toHaveLength(1);
    expect((await say('vem har inte fått meddelandet?')).spoken).toMatch(/gick inte att skicka inom en vecka/);
  });
});

describe('templates', () => {
  it('are kept, listed, used by name, changed and taken away', async () => {
    expect((await say('visa mallarna')).spoken).toMatch(/^Det finns inga mallar/);
    await order('spara mallen Kallelse: Hej! Här kommer kallelsen.');
    await order('spara mallen kallelse: Hej! Kallelsen är här.');
    expect((await say('visa mallarna')).spoken).toMatch(/Det finns 1 mall\.\nKallelse, Hej! Kallelsen är här\./);
    await say('påminn mig om Haninge', member);
    await order('skicka mallen KALLELSE till Haninge');
    expect(got(lena)[0]).toMatch(/Hej! Kallelsen är här\./);
    await order('ta bort mallen kallelse');
    expect((await say('skicka mallen kallelse till Haninge')).spoken).toMatch(/ingen mall som heter ”kallelse”/);
    await order('ångra');
    expect((await say('visa mallarna')).spoken).toMatch(/Kallelsen är här/);
  });
});

describe('what it says', () => {
  it('is shown as it is written, and nothing of it works as markup', async () => {
    await say('påminn mig om Haninge', member);
    await order('skicka till Haninge: **Obs** [klicka](https://ond.example) <at>Alla</at> {{DATE(2019-01-01)}}');
    const message = sending.kept.find(({ to }) => to === recipientKey(lena))?.message;
    expect(message?.text).toContain('\\*\\*Obs\\*\\* \\[klicka\\](https://ond.example)');
    expect(message?.text).not.toMatch(/<at>|\{\{DATE/);
    expect(message?.suggestions[0]).toEqual({ title: 'Öppna ond.example', action: { url: 'https://ond.example' } });
  });

  it('keeps an address as it is, to be followed', async () => {
    await say('påminn mig om Haninge', member);
    await order('skicka till Haninge: Läs https://a.example/plan_2019_v2 _nu_');
    const message = sending.kept.find(({ to }) => to === recipientKey(lena))?.message;
    expect(message?.text).toContain('Läs https://a.example/plan_2019_v2 \\_nu\\_');
  });

  it('of 10,000 characters is refused, with what fits', async () => {
    await say('påminn mig om Haninge', member);
    const said = await say(`skicka till Haninge: ${'a'.repeat(10_000)}`);
    expect(said.spoken).toMatch(/för långt: högst 2\s000 tecken får plats/);
    expect(await bot.ledger()).toEqual([]);
  });

  it('fits the longest into a card that Teams takes', async () => {
    await say('påminn mig om Haninge', member);
    const shown = await say(`skicka till Haninge: ${'å'.repeat(2_000)}`);
    expect(Buffer.byteLength(JSON.stringify([shown.card, shown.suggestions]))).toBeLessThan(24 * 1024);
  });
});

describe('why it came, and how to end it', () => {
  beforeEach(async () => {
    await order('skicka till alla: Hej!');
  });

  it('is told to whoever asks, by button and in words', async () => {
    const message = sending.kept.find(({ to }) => to === recipientKey(lena))?.message;
    expect(message?.suggestions.map(({ title }) => title)).toEqual([
      'Varför fick jag detta?',
      'Pausa en månad',
      'Sluta',
    ]);
    const told = await bot.press(message?.suggestions[0]?.action, member);
    expect(told.spoken).toMatch(/^Sara Sekreterare i sekretariatet skickade det fredag 1 mars kl\. 09\.00 till alla/);
    expect((await say('varför fick jag detta?', member)).spoken).toBe(told.spoken);
    const stranger: Person = { ...member, person: 'stranger', teamsId: '29:stranger' };
    expect((await bot.press(message?.suggestions[0]?.action, stranger)).spoken).toMatch(/inga påminnelser/);
  });

  it('is told below the message, which stays', async () => {
    const { message } = sending.kept.find(({ to }) => to === recipientKey(lena)) ?? {};
    const number = sending.kept.findIndex((one) => one.message === message) + 1;
    const told = await bot.say('', member, { action: message?.suggestions[0]?.action, inPlaceOf: `1:${number}` });
    expect(told.spoken).toMatch(
      /^Meddelande från Sara Sekreterare, sekretariatet: Hej![\s\S]*skickade det fredag 1 mars/,
    );
  });

  it('ends for whoever wants none, and goes on', async () => {
    const message = sending.kept.find(({ to }) => to === recipientKey(lena))?.message;
    const stopped = await bot.press(message?.suggestions[2]?.action, member);
    expect(stopped.spoken).toMatch(/inga fler meddelanden från sekretariatet/);
    await order('skicka till alla: Hej igen!');
    expect(got(lena)).toHaveLength(1);
    expect((await say('vem har inte fått meddelandet?')).spoken).toMatch(/Lena Ledamot, vill inte ha/);
    expect((await say('återuppta sekretariatets meddelanden', member)).spoken).toMatch(/hit igen/);
    await order('skicka till alla: En tredje gång!');
    expect(got(lena)).toHaveLength(2);
  });

  it('rests until a day', async () => {
    expect((await say('pausa sekretariatets meddelanden till 15 mars', member)).spoken).toMatch(/14 mars/);
    await order('skicka till alla: Hej igen!');
    expect(got(lena)).toHaveLength(1);
    await at('2019-03-15T09:00');
    await order('skicka till alla: En tredje gång!');
    expect(got(lena)).toHaveLength(2);
  });
});

describe('taken back', () => {
  it('is edited where it was sent, told why, and reported', async () => {
    await order('skicka till alla: Fel datum');
    const shown = await say('ångra ändring 1 eftersom datumet var fel');
    expect(shown.spoken).toMatch(/meddelandet till alla som boten når återkallas/);
    expect(shown.spoken).toMatch(/Återkallas hos: 4 mottagare som har fått det/);
    await bot.press(shown.press(/^Ja/));
    await sending.settle();
    await sending.settle();
    expect(edits()).toHaveLength(4);
    expect(new Set(edits().map(({ message }) => message.edits)).size).toBe(4);
    expect(got(lena).at(-1)).toMatch(/^Återkallat: Sara Sekreterare .* Anledning: datumet var fel\./);
    expect(got(lena).at(-1)).not.toMatch(/Fel datum/);
    expect(reports(sara).at(-1)).toMatch(/Återkallandet är klart: hos 4 mottagare/);
    expect((await say('hur går det med meddelandet?')).spoken).toMatch(/Det är återkallat: ändrat hos 4\./);
    expect((await say('ångra ändring 1')).spoken).toMatch(/redan tillbakatagen/);
  });

  it('is not sent to whom it had not been sent', async () => {
    await say('påminn mig om Haninge', member);
    await say('påminn mig om Haninge', colleague);
    answer = ({ name }) =>
      name === member.name
        ? { kind: 'answered', status: 429, code: 'Throttled', retryAfterMs: 1_500 }
        : { kind: 'sent', activity: null, conversation: null };
    const shown = await say('skicka till Haninge: Fel');
    await bot.press(shown.press(/^Ja/));
    await expect.poll(() => got(karl), { timeout: 20_000 }).toHaveLength(1);
    answer = () => ({ kind: 'sent', activity: null, conversation: null });
    await order('ångra');
    await expect.poll(() => got(karl), { timeout: 20_000 }).toHaveLength(2);
    await at('2019-03-01T09:01');
    await sending.settle();
    expect(got(lena)).toEqual([]);
    expect(got(karl)[1]).toMatch(/^Återkallat/);
  });

  it('quietly changes nothing that was sent', async () => {
    await order('skicka till alla: Hej');
    await order('ångra ändring 1 utan att meddela någon');
    await at('2019-03-02T09:00');
    expect(edits()).toEqual([]);
  });

  it('by two secretaries at once is taken back once', async () => {
    await order('skicka till alla: Hej');
    const [mine, theirs] = [await say('ångra ändring 1'), await say('ångra ändring 1', colleague)];
    await bot.press(mine.press(/^Ja/));
    expect((await bot.press(theirs.press(/^Ja/), colleague)).spoken).toMatch(/^Ingenting ändrades/);
    await sending.settle();
    expect(edits()).toHaveLength(4);
  });
});

describe('a change of the plan that is undone', () => {
  beforeEach(async () => {
    await say('påminn mig om kommitténs möten', member);
    await at('2019-03-21T12:00');
    bot.setNow('2019-03-22T10:00');
    await order('flytta kommittémötet 4 april till 11 april');
    expect(got(lena).at(-1)).toMatch(/har flyttats till torsdag 11 april/);
    bot.setNow('2019-03-22T11:00');
  });

  it('is told, and what had told of it says so and what holds', async () => {
    await order('ångra');
    const [edited, another] = edits();
    expect(another).toBeUndefined();
    expect(edited?.to).toBe(recipientKey(lena));
    expect(edited?.message.spoken).toMatch(
      /^Återkallat: ändringen gäller inte längre\. Det som gäller är mötet med samarbetskommittén torsdag 4 april/,
    );
    const news = sending.kept.filter(({ message }) => message.edits === null && /flyttats till/.test(message.spoken));
    expect(news.at(-1)?.message.spoken).toMatch(/flyttats till torsdag 4 april/);
  });

  it('is corrected in the reminders that were sent meanwhile, too', async () => {
    await at('2019-03-28T12:00');
    expect(got(lena).at(-1)).toMatch(/torsdag 11 april/);
    await order('ångra');
    expect(edits().map(({ message }) => message.spoken)).toEqual([
      expect.stringMatching(/^Återkallat: .*torsdag 4 april/),
      expect.stringMatching(/^Återkallat: .*torsdag 4 april/),
    ]);
  });

  it('quietly is told to nobody', async () => {
    const before = sending.kept.length;
    await order('ångra utan att meddela någon');
    await at('2019-03-22T12:00');
    expect(sending.kept).toHaveLength(before);
  });
});

describe('the form', () => {
  const form = { kind: 'announcement' as const, text: null };
  const submit = async (inputs: Readonly<Record<string, string>>) =>
    bot.press({ submit: form, base: (await bot.ledger()).length, ...inputs }, secretary);

  it('is offered to the secretariat, with its templates', async () => {
    expect(titles(await say('vad får jag göra?'))).toContain('Skriv meddelande');
    expect(titles(await say('vad får jag göra?', member))).not.toContain('Skriv meddelande');
    await order('spara mallen kallelse: Hej! Här är den.');
    const templates = await say('visa mallarna');
    const opened = await bot.press(templates.press(/^Skriv med kallelse/));
    expect(JSON.stringify(opened.card)).toContain('"value":"Hej! Här är den."');
    expect(JSON.stringify((await bot.press({ form }, member)).card ?? '')).not.toContain('Input.Text');
  });

  it('leads to the same preview as a sentence, with its paragraphs', async () => {
    await say('påminn mig om Haninge', member);
    const shown = await submit({
      audience: 'municipality haninge',
      message: 'Hej!\nVi ses i aulan.',
      from: '2019-03-04',
      start: '09:00',
    });
    expect(shown.spoken).toMatch(/^Ett meddelande till alla som följer Haninge skickas måndag 4 mars kl\. 09\.00/);
    await bot.press(shown.press(/^Ja/));
    await at('2019-03-04T09:00');
    expect(got(lena)[0]).toMatch(/sekretariatet: Hej!\nVi ses i aulan\.\nDu får detta/);
  });

  it.each([
    [{ message: 'Hej' }, /Det här behövs/],
    [{ audience: 'everyone', message: ' \n ' }, /Det här behövs/],
    [{ audience: 'everyone', message: 'a'.repeat(2_001) }, /för lång/],
    [{ audience: 'group bokklubben', message: 'Hej' }, /Det valet finns inte/],
    [{ audience: 'everyone', message: 'Hej', from: '2019-02-31' }, /Det datumet finns inte/],
    [{ audience: 'everyone', message: 'Hej', from: '2019-02-01' }, /har redan passerat/],
    [{ channel: 'Okänd', message: 'Hej' }, /Okänd/],
  ])('says what is wrong with %j', async (inputs, expected) => {
    expect(JSON.stringify((await submit(inputs)).card)).toMatch(expected);
    expect(await bot.ledger()).toEqual([]);
  });
});
