// The secretariat changes the plan from chat: sentence, preview, confirmation, receipt, undo.
import { afterEach, describe, expect, it } from 'vitest';
import { colleague, member, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';

let bot: Secretariat;
const started: Secretariat[] = [];
async function start(now?: string): Promise<Secretariat> {
  bot = await startSecretariat(now);
  started.push(bot);
  return bot;
}
afterEach(async () => {
  for (const one of started.splice(0)) await one.stop();
});

/** Says it, confirms it, and gives the receipt. */
async function make(text: string, who = secretary): Promise<string> {
  const preview = await bot.say(text, who);
  const confirm = preview.press(/^(?:ja|bekräfta|yes|confirm)/i);
  expect(confirm, `${text}: ${preview.spoken}`).toBeDefined();
  return (await bot.press(confirm, who)).spoken;
}

describe('one sentence', () => {
  it('moves a meeting: shown before it is done, done when confirmed, known to the next question', async () => {
    await start();
    const preview = await bot.say('flytta kommittémötet 9 maj till 16 maj kl 13 i Salem');
    expect(preview.spoken).toMatch(/9 maj/);
    expect(preview.spoken).toMatch(/16 maj/);
    expect(preview.spoken).toMatch(/13\.00–16\.30/);
    expect(preview.spoken).toMatch(/Salem/);
    expect(await bot.ledger()).toEqual([]);
    expect((await bot.say('när är kommittémötet i maj?', member)).spoken).toMatch(/9 maj/);
    expect((await bot.say('ja')).spoken).toMatch(/ändring 1/);
    expect((await bot.say('när är kommittémötet i maj?', member)).spoken).toMatch(
      /torsdag 16 maj kl\. 13\.00–16\.30 i Salem/,
    );
    expect((await bot.say('när är mötet 9 maj?', member)).spoken).toMatch(/flyttat.*16 maj/);
  });

  it.each([
    ['ställ in kommittémötet 9 maj', 'när är kommittémötet i maj?', /inställt/],
    ['cancel the committee meeting on 9 May', 'when is the committee meeting in May?', /cancelled/],
    [
      'lägg till ett kommittémöte 12 juni kl 12-15.30 i Haninge',
      'möten i juni?',
      /onsdag 12 juni kl\. 12\.00–15\.30 i Haninge/,
    ],
    ['elväg: försenad, väntar på Trafikverket', 'hur går det med elvägen?', /försenad.*väntar på Trafikverket/],
    ['elväg: försenad, väntar på Trafikverket', 'vilka aktiviteter är försenade?', /elväg/i],
    ['ändra kostnaden för elvägen till 50 000 kr', 'vad kostar elvägen?', /50\s000\skr/],
    ['sätt ansvarig för elvägen till Tyresö och Salem', 'vem ansvarar för elvägen?', /Tyresö och Salem/],
    ['ändra tiden för e-arkivet till hösten', 'när ska e-arkivet vara klart?', /hösten/],
    ['Haninge är värd för rådslaget 2027', 'vem är värd för rådslaget 2027?', /Haninge/],
    ['byt plats på värdarna 2021 och 2022 för rådslaget', 'vem är värd för rådslaget 2021?', /Tyresö/],
    ['Anna Ek, Salem, är ny ordförande i kommittén', 'vem är ordförande i kommittén?', /Anna Ek, Salem/],
    ['handlingar ska skickas 10 arbetsdagar före kommitténs möten', 'när ska handlingarna skickas?', /21 mars/],
    ['elstråket betyder elvägen', 'vem ansvarar för elstråket?', /Nynäshamn, Haninge/],
    ['flytta rådslaget till 11 april', 'när är rådslaget?', /11 april/],
    ['byt plats för mötet 9 maj till Folkets hus i Tumba', 'var är mötet 9 maj?', /Folkets hus i Tumba/],
  ])('%s → %s', async (change, question, expected) => {
    await start();
    await make(change);
    expect((await bot.say(question, member)).spoken).toMatch(expected);
  });

  it('asks for what is missing, one thing at a time, and takes the answer', async () => {
    await start();
    expect((await bot.say('flytta kommittémötet 9 maj')).text).toMatch(/\?/);
    const preview = await bot.say('till 16 maj');
    expect(preview.spoken).toMatch(/16 maj/);
    expect(preview.press(/^ja/i)).toBeDefined();
  });

  it('offers a choice where several meetings fit', async () => {
    await start();
    const asked = await bot.say('flytta kommittémötet till 16 maj');
    expect(asked.suggestions.length).toBeGreaterThan(2);
    const preview = await bot.press(asked.press(/9 maj/));
    expect(preview.press(/^ja/i)).toBeDefined();
    expect(preview.spoken).toMatch(/9 maj/);
  });

  it('leaves a question alone that only looks like a change', async () => {
    await start();
    for (const question of ['är elvägen försenad?', 'är Haninge värd 2027?', 'hur går det med e-arkivet?']) {
      expect((await bot.say(question)).press(/^ja/i), question).toBeUndefined();
    }
  });
});

describe('what cannot be', () => {
  it.each([
    ['flytta kommittémötet 9 maj till 31 februari', /31 februari/],
    ['flytta kommittémötet 9 maj till 16 maj kl 15-13', /15\.00|13\.00|före/],
    ['flytta kommittémötet 7 februari till 16 maj', /varit|har redan/],
    ['flytta kommittémötet 9 maj till 1 februari 2019', /1 februari|passerat|förflutna/],
    ['flytta kommittémötet 10 maj till 16 maj', /9 maj|inget möte/i],
    ['drönarprojektet: försenad', /hittar|vilken aktivitet|inte/i],
    [`elväg: försenad, ${'x'.repeat(10_000)}`, /1\s?000|för lång/],
    ['återställ kommittémötet 9 maj', /inte inställt/],
    ['flytta kommittémötet 9 maj till 9 maj', /inget|ingenting/i],
  ])('%s is refused in words, and nothing is changed', async (text, expected) => {
    await start();
    const said = await bot.say(text.slice(0, 4_000));
    expect(said.text).toMatch(expected);
    expect(said.press(/^ja/i)).toBeUndefined();
    expect(await bot.ledger()).toEqual([]);
  });

  it('a cancelled meeting must be restored before it is moved', async () => {
    await start();
    await make('ställ in kommittémötet 9 maj');
    expect((await bot.say('flytta kommittémötet 9 maj till 16 maj')).text).toMatch(/inställt/);
    await make('återställ kommittémötet 9 maj');
    await make('flytta kommittémötet 9 maj till 16 maj');
    expect(await bot.ledger()).toHaveLength(3);
  });

  it('keeps markup and control characters of a comment as harmless text', async () => {
    await start();
    await make('elväg: försenad, [klicka](https://evil.example) <at>Alla</at> \u0007\u202e **fet**');
    const { text, card } = await bot.say('hur går det med elvägen?', member);
    expect(`${text}${JSON.stringify(card)}`).not.toMatch(
      /(?<!\\)\[klicka\](?!\\)\(|(?<!\\)<at>|\p{Cc}(?<!\n)|\p{Bidi_Control}/u,
    );
  });
});

describe('clashes', () => {
  it.each([
    ['flytta kommittémötet 9 maj till 30 maj', /Kristi himmelsfärdsdag/],
    ['flytta kommittémötet 9 maj till 26 april', /[Ll]edningsgruppen/],
    ['flytta kommittémötet 9 maj till 10 april', /[Rr]ådslag/],
    ['flytta kommittémötet 9 maj till 17 maj', /fredag/],
    ['byt plats för mötet 9 maj till Folkets hus', /Folkets hus/],
  ])('%s: is told of, and can be done all the same', async (text, expected) => {
    await start();
    const preview = await bot.say(text);
    expect(preview.spoken).toMatch(expected);
    expect(preview.press(/^ja/i)).toBeDefined();
  });
});

describe('a confirmation', () => {
  const sentence = 'flytta kommittémötet 9 maj till 16 maj';

  it('pressed twice is done once', async () => {
    await start();
    const confirm = (await bot.say(sentence)).press(/^ja/i);
    const [first, second] = await Promise.all([bot.press(confirm), bot.press(confirm)]);
    expect([first.spoken, second.spoken].filter((text) => /redan/.test(text))).toHaveLength(1);
    expect(await bot.ledger()).toHaveLength(1);
    expect((await bot.press(confirm)).text).toMatch(/redan/);
  });

  it('is only its author’s', async () => {
    await start();
    const confirm = (await bot.say(sentence)).press(/^ja/i);
    expect((await bot.press(confirm, colleague)).text).toMatch(/någon annan|inte din/i);
    expect((await bot.press(confirm, member)).text).toMatch(/sekretariat/i);
    expect((await bot.press(confirm, null)).text).toMatch(/sekretariat/i);
    expect(await bot.ledger()).toEqual([]);
  });

  it.each([
    ['forged', { confirm: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['of the wrong shape', { confirm: { $ne: null } }],
    ['enormous', { confirm: 'x'.repeat(100_000) }],
    ['a foreign undo', { undo: 99 }],
    ['a negative undo', { undo: -1 }],
  ])('that is %s does nothing, and says so', async (_what, action) => {
    await start();
    expect((await bot.press(action)).text.trim()).not.toBe('');
    expect(await bot.ledger()).toEqual([]);
  });

  it('of an old card is refused', async () => {
    await start();
    const confirm = (await bot.say(sentence)).press(/^ja/i);
    bot.setNow('2019-03-03T09:00');
    expect((await bot.press(confirm)).text).toMatch(/gammal|gått ut|för länge sedan/i);
    expect(await bot.ledger()).toEqual([]);
  });

  it('is refused with what happened meanwhile, where another changed the same meeting', async () => {
    await start();
    const confirm = (await bot.say(sentence)).press(/^ja/i);
    await make('ställ in kommittémötet 9 maj', colleague);
    const refused = await bot.press(confirm);
    expect(refused.spoken).toMatch(/Karl Kollega/);
    expect(refused.spoken).toMatch(/inställ/);
    expect(await bot.ledger()).toHaveLength(1);
  });

  it('goes through where another changed something else', async () => {
    await start();
    const confirm = (await bot.say(sentence)).press(/^ja/i);
    await make('elväg: klar', colleague);
    expect((await bot.press(confirm)).spoken).toMatch(/ändring 2/);
  });

  it('can be declined, and then is gone', async () => {
    await start();
    const preview = await bot.say(sentence);
    expect((await bot.say('nej')).text).toMatch(/ingenting|inget/i);
    expect((await bot.press(preview.press(/^ja/i))).text).toMatch(/avbröt|avbruten|inget|ingenting/i);
    expect(await bot.ledger()).toEqual([]);
  });
});

describe('between the preview and the answer', () => {
  const sentence = 'flytta kommittémötet 9 maj till 16 maj';

  it.each([
    ['nej, 17 maj istället', /fredag 17 maj/],
    ['ja, fast kl 13', /kl\. 13\.00–16\.30/],
    ['i Salem istället', /Salem/],
  ])('%s amends what was shown', async (text, expected) => {
    await start();
    await bot.say(sentence);
    const amended = await bot.say(text);
    expect(amended.spoken).toMatch(expected);
    expect(amended.spoken).toMatch(/9 maj/);
    expect(amended.press(/^ja/i)).toBeDefined();
    expect(await bot.ledger()).toEqual([]);
  });

  it.each(['BISNOD ska vara klar 15 juni', 'tack, det var bra för idag', 'ledningsgruppen 14 juni'])(
    '%s does not amend it',
    async (text) => {
      await start();
      await bot.say(sentence);
      expect((await bot.say(text)).press(/^ja/i)).toBeUndefined();
    },
  );

  it('another question leaves it open: "ja" shows it once more, and then confirms it', async () => {
    await start();
    await bot.say(sentence);
    await bot.say('när är nästa möte med ledningsgruppen?');
    const again = await bot.say('ja');
    expect(again.spoken).toMatch(/16 maj[\s\S]*Stämmer det/);
    expect(await bot.ledger()).toEqual([]);
    expect((await bot.say('ja')).spoken).toMatch(/ändring 1/);
  });

  it('what others write in the same chat changes nothing of it', async () => {
    await start();
    const chat = { conversation: 'gruppchatten', scope: 'group' as const };
    await bot.say(sentence, secretary, chat);
    expect((await bot.say('ja', member, chat)).text).not.toMatch(/Klart/);
    await bot.say('nej', colleague, chat);
    expect((await bot.say('ja', secretary, chat)).spoken).toMatch(/ändring 1/);
    await bot.say('vad har ändrats sedan sist?', member, chat);
    expect((await bot.say('vad har ändrats sedan sist?', colleague, chat)).spoken).toMatch(/16 maj/);
  });

  it('a choice can be made in words', async () => {
    await start();
    await bot.say('flytta kommittémötet till 16 maj');
    const preview = await bot.say('9 maj');
    expect(preview.spoken).toMatch(/från torsdag 9 maj till torsdag 16 maj/);
  });
});

describe('undo', () => {
  it('takes the last change back, shown and confirmed like any other', async () => {
    await start();
    await make('flytta kommittémötet 9 maj till 16 maj');
    await make('ångra');
    expect((await bot.say('när är kommittémötet i maj?', member)).spoken).toMatch(/9 maj/);
    expect(await bot.ledger()).toHaveLength(2);
  });

  it('stands on the receipt', async () => {
    await start();
    const preview = await bot.say('elväg: klar');
    const receipt = await bot.press(preview.press(/^ja/i));
    const undoing = await bot.press(receipt.press(/ångra/i));
    expect((await bot.press(undoing.press(/^ja/i))).spoken).toMatch(/ändring 2/);
    expect((await bot.say('hur går det med elvägen?', member)).spoken).not.toMatch(/\bklar\b/);
  });

  it('is refused where somebody built on it, and where there is nothing', async () => {
    await start();
    expect((await bot.say('ångra')).text).toMatch(/inget|ingen/i);
    await make('flytta kommittémötet 9 maj till 16 maj');
    await make('byt plats för kommittémötet 16 maj till Tyresö', colleague);
    expect((await bot.say('ångra ändring 1')).spoken).toMatch(/Karl Kollega/);
  });
});

describe('rights', () => {
  it('others are refused politely, and it is logged', async () => {
    await start();
    const said = await bot.say('flytta kommittémötet 9 maj till 16 maj', member);
    expect(said.text).toMatch(/sekretariat/i);
    expect(said.press(/^ja/i)).toBeUndefined();
    expect(bot.lines.filter(({ event }) => /not a secretary/.test(event))).toHaveLength(1);
    expect(JSON.stringify(bot.lines)).not.toMatch(/Lena|9 maj/);
  });

  it('everybody can ask what they may do', async () => {
    await start();
    expect((await bot.say('vad får jag göra?')).spoken).toMatch(/flytta/i);
    expect((await bot.say('vad får jag göra?', member)).spoken).toMatch(/fråga/i);
    expect((await bot.say('vad får jag göra?', null)).spoken.trim()).not.toBe('');
  });

  it('somebody appointed may, until dismissed; recorded in the ledger', async () => {
    await start();
    await bot.say('hej', member);
    const mentions = [{ teamsId: member.teamsId, name: member.name }];
    const preview = await bot.say('utse Lena Ledamot till sekreterare', secretary, { mentions });
    await bot.press(preview.press(/^ja/i));
    await make('elväg: klar', member);
    await make('ta bort Lena Ledamot från sekretariatet');
    expect((await bot.say('elväg: försenad', member)).text).toMatch(/sekretariat/i);
    expect((await bot.ledger()).map(({ change }) => change.kind)).toEqual([
      'appoint-secretary',
      'post-status',
      'dismiss-secretary',
    ]);
  });
});

describe('questions over the ledger', () => {
  it('what has changed, since when, by whom, and how it was', async () => {
    await start('2019-02-01T09:00');
    await make('flytta kommittémötet 9 maj till 16 maj eftersom salen är upptagen');
    bot.setNow('2019-04-03T09:00');
    await make('elväg: försenad, väntar på Trafikverket', colleague);
    expect((await bot.say('vad har ändrats?', member)).spoken).toMatch(/16 maj[\s\S]*|elväg/i);
    const since = (await bot.say('vad har ändrats sedan 1 mars?', member)).spoken;
    expect(since).toMatch(/försenad/);
    expect(since).not.toMatch(/16 maj/);
    expect((await bot.say('vem flyttade kommittémötet i maj?', member)).spoken).toMatch(/Sara Sekreterare/);
    expect((await bot.say('hur såg planen ut i januari?', member)).spoken).toMatch(/9 maj/);
    expect((await bot.say('när var kommittémötet i maj enligt planen 15 januari?', member)).spoken).toMatch(/9 maj/);
    expect((await bot.say('när är kommittémötet i maj?', member)).spoken).toMatch(/flyttat av .*1 februari/);
  });

  it('"since last" is since the asker last asked', async () => {
    await start();
    await make('elväg: klar');
    expect((await bot.say('vad har ändrats sedan sist?', member)).spoken).toMatch(/elväg/i);
    expect((await bot.say('vad har ändrats sedan sist?', member)).spoken).not.toMatch(/elväg/i);
    await make('ställ in kommittémötet 9 maj');
    expect((await bot.say('vad har ändrats sedan sist?', member)).spoken).toMatch(/9 maj/);
  });
});

describe('questions without an answer', () => {
  it('are kept without the asker, listed for the secretariat, and turned into a synonym', async () => {
    await start();
    await bot.say('vem ansvarar för strömstråket?', member);
    await bot.say('Vem ansvarar för  STRÖMSTRÅKET?', colleague);
    expect((await bot.say('vilka frågor kunde du inte svara på?', member)).text).toMatch(/sekretariat/i);
    const list = (await bot.say('vilka frågor kunde du inte svara på?')).spoken;
    expect(list).toMatch(/strömstråket/i);
    expect(list).toMatch(/2/);
    expect(list).not.toMatch(/Lena|Karl/);
    await make('strömstråket betyder elvägen');
    expect((await bot.say('vem ansvarar för strömstråket?', member)).spoken).toMatch(/Nynäshamn/);
  });

  it('praise and blame of an answer are counted', async () => {
    await start();
    await bot.say('när är nästa möte?', member);
    await bot.say('👎', member);
    await bot.say('när är nästa möte?', colleague);
    await bot.say('👍', colleague);
    expect((await bot.say('obesvarade frågor')).spoken).toMatch(/när är nästa möte/i);
  });
});

describe('several changes in one message', () => {
  it('are shown one after another, each confirmed and undone by itself', async () => {
    await start();
    const text = 'flytta kommittémötet 9 maj till 16 maj, elväg: försenad och ställ in mötet 29 augusti';
    const first = await bot.say(text);
    expect(first.spoken).toMatch(
      /flyttas från[\s\S]*Sedan: elväg: försenad\.[\s\S]*Sedan: ställ in mötet 29 augusti\./,
    );
    const second = await bot.press(first.press(/^Ja/));
    expect(second.spoken).toMatch(/flyttades från[\s\S]*försenad[\s\S]*Stämmer det\?/);
    const third = await bot.say('ja');
    expect(third.spoken).toMatch(/29 augusti[\s\S]*Stämmer det\?/);
    const last = await bot.press(third.press(/^Ja/));
    expect(last.spoken).not.toMatch(/Stämmer det/);
    expect((await bot.ledger()).map(({ change }) => change.kind)).toEqual([
      'edit-meeting',
      'post-status',
      'cancel-meeting',
    ]);
  });

  it('end where one is declined, and a button pressed twice begins nothing anew', async () => {
    await start();
    const first = await bot.say('elväg: försenad; bisnod: klar');
    const second = await bot.press(first.press(/^Ja/));
    expect(second.spoken).toMatch(/Stämmer det/);
    expect((await bot.press(first.press(/^Ja/))).spoken).not.toMatch(/Stämmer det/);
    await bot.say('nej');
    expect(await bot.ledger()).toHaveLength(1);
  });
});
