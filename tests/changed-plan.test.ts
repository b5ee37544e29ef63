// Questions over a plan that has been changed: what is true now, what was true then, and who made it so.
import { afterEach, describe, expect, it } from 'vitest';
import { member, type Secretariat, startSecretariat } from './support/secretariat.ts';

const started: Secretariat[] = [];
async function start(changes: readonly string[] = []): Promise<Secretariat> {
  const bot = await startSecretariat();
  started.push(bot);
  for (const change of changes) {
    const preview = await bot.say(change);
    const confirm = preview.press(/^(?:ja|yes)/i);
    expect(confirm, `${change}: ${preview.spoken}`).toBeDefined();
    await bot.press(confirm);
  }
  return bot;
}
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});

type Row = readonly [question: string, expected: RegExp, never?: RegExp];

/** Each question of its own, by somebody who has asked nothing before. */
async function check(changes: readonly string[], rows: readonly Row[], later?: string): Promise<void> {
  const bot = await start(changes);
  if (later) bot.setNow(later);
  for (const [index, [question, expected, never]] of rows.entries()) {
    const { spoken } = await bot.say(question, { ...member, teamsId: `29:member-${index}` });
    expect(spoken, question).toMatch(expected);
    if (never) expect(spoken, question).not.toMatch(never);
  }
}

const move = 'flytta kommittémötet 9 maj till 16 maj';
const cancel = 'ställ in kommittémötet 4 april';
const restore = 'återställ kommittémötet 4 april';

describe('whether a meeting is called off or moved', () => {
  it('of a plan that nobody has changed', () =>
    check(
      [],
      [
        ['är mötet 4 april inställt?', /^Nej, mötet .* är inte inställt: det är torsdag 4 april kl\. 12\.00/],
        ['har mötet 4 april flyttats?', /^Nej, mötet .* har inte flyttats: det är torsdag 4 april/],
        ['har mötet 29 augusti ställts in?', /^Nej, .*torsdag 29 augusti/],
        ['blir mötet 4 april av?', /^Ja, .*torsdag 4 april/],
        ['is the meeting on 4 April cancelled?', /^No, the meeting .* is not cancelled: it is on Thursday 4 April/],
        ['has the meeting on 4 April been moved?', /^No, .* has not been moved: it is on Thursday 4 April/],
        ['är Södertörnskonferensen inställd?', /^Nej, Södertörnskonferensen har inte ställts in, utan är onsdag 25/],
        ['är kommittémötet inställt?', /^Nej, inga möten är inställda/],
        ['vilka möten är inställda?', /^Inga möten är inställda/],
        ['finns det några inställda möten?', /^Nej, inga möten är inställda/],
        ['hur många möten har flyttats?', /^Inga möten har flyttats/],
        ['have any meetings been moved?', /^No, no meetings have been moved/],
      ],
    ));

  it('of a plan where they are', () =>
    check(
      [move, cancel],
      [
        ['är mötet 4 april inställt?', /^Ja, mötet .* torsdag 4 april är inställt/],
        ['har mötet 4 april flyttats?', /^Nej, .* 4 april är inställt/],
        ['blir mötet 4 april av?', /^Nej, .* är inställt/],
        ['was the meeting on 4 April cancelled?', /^Yes, .*Thursday 4 April, is cancelled/],
        ['har mötet 9 maj flyttats?', /^Ja, .*9 maj har flyttats till torsdag 16 maj/],
        ['har mötet 9 maj flyttats till 16 maj?', /^Ja, .*9 maj har flyttats till torsdag 16 maj/],
        ['har mötet 9 maj flyttats till 23 maj?', /^Nej, .*9 maj har flyttats till torsdag 16 maj/],
        ['är mötet 9 maj inställt?', /^Nej, .*har flyttats till torsdag 16 maj/],
        ['has the meeting on 9 May been moved to 16 May?', /^Yes, .*has been moved to Thursday 16 May/],
        ['vilka möten är inställda?', /4 april är inställt/, /maj/],
        ['vilka möten är flyttade?', /9 maj har flyttats till/, /april/],
        ['finns det några inställda möten?', /^Ja, .*4 april är inställt/],
        ['hur många möten har flyttats?', /^Ett möte har flyttats/],
        ['has the meeting in May been moved?', /^Yes, .*to Thursday 16 May/],
        ['is the committee meeting in May cancelled?', /^No, .*is not cancelled: it is on Thursday 16 May/],
        ['have any meetings in April been cancelled?', /^Yes, .*Thursday 4 April, is cancelled/],
        ['har några möten ställts in i maj?', /^Nej, inga möten i maj är inställda/],
        ['vilka av kommitténs möten är inställda?', /4 april är inställt/],
        ['which meetings are cancelled?', /Thursday 4 April, is cancelled/, /May/],
        ['how many meetings have been cancelled?', /^One meeting is cancelled/],
        ['vad är inställt?', /4 april är inställt/],
        ['vilka möten har ändrats i maj?', /mötena i maj: .*flyttades från torsdag 9 maj/, /2018/],
        ['which meetings have changed in May?', /meetings in May: .*was moved from Thursday 9 May/],
      ],
    ));

  it('of a conference, and in what happens in a period', () =>
    check(
      [move, 'ställ in mötet 16 maj', 'ställ in rådslaget'],
      [
        ['när är rådslaget?', /har ställts in/],
        ['är rådslaget inställt?', /^Ja, Rådslaget onsdag 10 april har ställts in/],
        ['blir rådslaget av?', /^Nej, Rådslaget onsdag 10 april har ställts in/],
        ['is rådslaget still on?', /^No, .*is cancelled/],
        ['vilka konferenser är det i år?', /har ställts in/],
        ['vad händer 10 april?', /^Rådslaget onsdag 10 april har ställts in/, /hittar inga/],
        ['vad händer i maj?', /16 maj är inställt/, /hittar inga/],
        ['vad händer 9 maj?', /16 maj är inställt/, /hittar inga/],
        ['what happens in May?', /Thursday 16 May, is cancelled/],
      ],
    ));
});

describe('who changed what', () => {
  it('names the change that is asked for, and not the newest', () =>
    check(
      [move, cancel, restore, 'ändra kostnaden för bisnod till 150 000 kr', 'elväg: klar', 'bisnod: försenad'],
      [
        ['vem flyttade mötet?', /Sara Sekreterare.*flyttades från torsdag 9 maj/],
        ['who moved the meeting?', /Sara Sekreterare did.*was moved from Thursday 9 May/],
        ['when was the meeting moved?', /1 March at 09:00.*was moved from/],
        ['vem flyttade mötet 4 april?', /hittar ingen ändring/],
        ['vem ställde in mötet 4 april?', /blev inställt/, /återställdes/],
        ['vem återställde mötet?', /4 april återställdes/],
        ['who changed the cost of bisnod?', /cost of BISNOD.*150,000/],
        ['vem har rapporterat status på bisnod?', /Sara Sekreterare.*status försenad/],
        ['vilka möten har ändrats?', /Tre ändringar/],
      ],
    ));
});

describe('an activity that was changed', () => {
  it('is told with the change that concerns the question', () =>
    check(
      ['ändra kostnaden för bisnod till 150 000 kr', 'elväg: klar'],
      [
        ['vad kostar bisnod', /150\s000\skr\./, /i planen/],
        ['när ska bisnod göras', /mars 2019/, /ändrat av/],
        ['vilka aktiviteter saknar status', /utan rapporterad status/, /Elväg på Södertörn/],
        ['is the electric road delayed?', /^No, Electric road in Södertörn is done/],
        ['är elvägen klar?', /^Ja, Elväg på Södertörn är klar/],
        ['vad är försenat för Haninge?', /hittar inga aktiviteter som Haninge/],
      ],
    ));
});

describe('the plan as it was', () => {
  it('is what the past tense and a second time ask for', () =>
    check(
      [move, 'elväg: försenad'],
      [
        ['hur såg maj ut i februari?', /^Enligt planen 28 februari: .*9 maj/s],
        ['how did May look in February?', /^According to the plan of 28 February: .*9 May/s],
        ['hur såg kommitténs möten ut före 1 mars?', /^Enligt planen 28 februari: .*9 maj/s],
        ['hur såg värdarna ut i februari?', /^Enligt planen 28 februari: Värdkommuner/],
        ['vad hade elvägen för status i februari?', /^Enligt planen 28 februari: Ingen status/],
        ['vad var försenat 15 mars?', /^Enligt planen 15 mars: .*Elväg/s],
        ['var skulle mötet i maj ha varit?', /^Enligt planen 28 februari: .*9 maj.*Nynäshamn/],
        ['hur såg maj ut i gryningen?', /gryningen/, /händer i maj/],
      ],
      '2019-04-20T09:00',
    ));
});

describe('what a preview warns of', () => {
  it('names the row of the action plan that stays on the old day of a conference', async () => {
    const bot = await start();
    const preview = await bot.say('flytta södertörnskonferensen till 2 oktober');
    expect(JSON.stringify(preview)).toMatch(/handlingsplanen står kvar: onsdag 25 september/);
    await bot.say('avbryt');
    const english = await bot.say('move Södertörnskonferensen to 2 October');
    expect(JSON.stringify(english)).toMatch(/action plan stays as it is: Wednesday 25 September/);
  });

  it('names the cancelled meeting of the same day', async () => {
    const bot = await start([cancel]);
    const preview = await bot.say('lägg till ett kommittémöte 4 april kl 12-15.30 i Haninge');
    expect(JSON.stringify(preview)).toMatch(/4 april är inställt/);
  });
});
