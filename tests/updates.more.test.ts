// Taking away, moving by hours, and looking back: what is shown before it is done, and why not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { member, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';

let bot: Secretariat;
beforeEach(async () => {
  bot = await startSecretariat();
});
afterEach(() => bot.stop());

const spoken = async (text: string) => (await bot.say(text, secretary)).spoken;
async function make(text: string): Promise<void> {
  const shown = await bot.say(text, secretary);
  await bot.press(shown.press(/^(?:Ja|Yes)/));
}

describe('by hours', () => {
  it.each([
    ['senarelägg kommittémötet 9 maj en timme', /får ny tid \(kl\. 13\.00–16\.30\)/],
    ['flytta kommittémötet 9 maj en timme senare', /får ny tid \(kl\. 13\.00–16\.30\)/],
    ['flytta mötet 9 maj 30 minuter tidigare', /får ny tid \(kl\. 11\.30–15\.00\)/],
    ['kommittémötet 9 maj börjar en halvtimme senare', /får ny tid \(kl\. 12\.30–16\.00\)/],
    ['skjut upp kommittémötet 9 maj två timmar', /får ny tid \(kl\. 14\.00–17\.30\)/],
    ['tidigarelägg mötet 9 maj med en kvart', /får ny tid \(kl\. 11\.45–15\.15\)/],
    ['move the committee meeting 9 May half an hour later', /will get new hours \(12:30–16:00\)/],
    ['senarelägg kommittémötet 9 maj 10 timmar', /”25:30” finns inte\. Ingenting har ändrats/],
  ])('"%s"', async (text, expected) => {
    expect(await spoken(text)).toMatch(expected);
  });

  it('of what was shown, and of what is to be moved already', async () => {
    await spoken('när är nästa kommittémöte?');
    expect(await spoken('skjut upp en vecka')).toMatch(/från torsdag 4 april till torsdag 11 april/);
    expect(await spoken('en timme senare')).toMatch(/till torsdag 11 april kl\. 13\.00–16\.30/);
  });

  it.each([
    [
      'lägg till kommittémöte 31 mars kl 02.30-04',
      /Kl\. 02\.30 finns inte 31 mars: klockan ställs fram den natten\. .* kl\. 03\.30/,
    ],
    ['lägg till kommittémöte 27 oktober kl 02.30-04', /Kl\. 02\.30 kommer två gånger 27 oktober/],
  ])('says what the night of the clocks does to it: "%s"', async (text, expected) => {
    expect(await spoken(text)).toMatch(expected);
  });
});

describe('taking away', () => {
  it.each([
    ['stryk platsen för mötet 9 maj', /Plats: Nynäshamn tas bort/],
    ['stryk platsen Nynäshamn för mötet 9 maj', /Plats: Nynäshamn tas bort/],
    ['ta bort Nynäshamn från mötet 9 maj', /Plats: Nynäshamn tas bort/],
    ['ta bort Salem från mötet 9 maj', /Så är det redan i planen/],
    ['ta bort tiden för kommittémötet 9 maj', /Tid: kl\. 12\.00–15\.30 tas bort/],
    ['stryk kostnaden för bisnod', /Kostnad: .* tas bort/],
    ['ta bort tiden för elvägen', /blir ingen tid angiven/],
    ['ta bort Botkyrka som värd för Södertörnskonferensen 2020', /var Botkyrka och Salem, blir Salem/],
    ['ta bort Nynäshamn som värd för rådslaget 2020', /Vilken kommun ska vara värd\?/],
    ['ta bort Haninge som värd för rådslaget 2027', /Så är det redan i planen/],
    [
      'ta bort Meeri Wasberg som ordförande i kommittén',
      /blir obesatt[\s\S]*Meeri Wasberg \(Haninge\) tas bort[\s\S]*t\.o\.m\. fredag 1 mars/,
    ],
    ['Meeri Wasberg slutar som ordförande i kommittén den 30 april', /blir obesatt[\s\S]*t\.o\.m\. tisdag 30 april/],
    [
      'Rickard Sundbom lämnar uppdraget som ordförande i ledningsgruppen från 1 maj',
      /blir obesatt[\s\S]*t\.o\.m\. tisdag 30 april/,
    ],
    ['stryk ordföranden i kommittén', /blir obesatt/],
    ['remove Meeri Wasberg as chair of the committee', /will be vacant/],
    ['ta bort Anna Ek som ordförande i kommittén', /Så är det redan i planen/],
  ])('"%s"', async (text, expected) => {
    expect(await spoken(text)).toMatch(expected);
  });

  it('an office is vacant from then on, and held again when that is undone', async () => {
    await make('ta bort Meeri Wasberg som ordförande i kommittén');
    bot.setNow('2019-03-04T09:00');
    expect(await spoken('vem är ordförande i kommittén?')).toMatch(/var Meeri Wasberg/);
    await make('ångra');
    expect(await spoken('vem är ordförande i kommittén?')).toMatch(/är Meeri Wasberg/);
  });
});

describe('looking back', () => {
  it.each([
    ['vad var försenat 15 mars?', /^Enligt planen 15 mars: [\s\S]*Elväg på Södertörn/],
    ['vad var försenat i mars?', /^Enligt planen 31 mars: [\s\S]*Elväg på Södertörn/],
    ['hur gick det med elvägen 15 mars?', /^Enligt planen 15 mars: [\s\S]*försenad/],
    ['vad var status på elvägen 15 mars?', /^Enligt planen 15 mars: [\s\S]*försenad/],
    ['vilka var försenade för en månad sedan?', /^Enligt planen \d+ april: /],
    ['what was delayed on 15 March?', /^According to the plan of 15 March: /],
  ])('"%s"', async (text, expected) => {
    bot.setNow('2019-03-10T09:00');
    await make('elvägen: försenad');
    bot.setNow('2019-04-20T09:00');
    await make('elvägen: på gång');
    bot.setNow('2019-05-01T09:00');
    expect(await spoken(text)).toMatch(expected);
    expect(await spoken('vad är försenat?')).not.toMatch(/Elväg på Södertörn är försenad/);
  });
});

it('a form that is opened without the right to is refused and logged', async () => {
  const said = await bot.say('', member, { action: { form: { kind: 'new-meeting' } } });
  expect(said.card).toBeNull();
  expect(said.spoken).toMatch(/sekretariatet/);
  expect(bot.lines.filter((line) => /not a secretary/.test(JSON.stringify(line)))).toHaveLength(1);
});
