// Next year's plan in the secretary's hands: the template fetched, filled in, sent, shown, confirmed, asked about, undone.

import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Download } from '../src/turn/turn-types.ts';
import { dataOf } from './support/entries.ts';
import { colleague, member, type Said, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { day, filledTemplate, workbook } from './support/workbooks.ts';

const sent = new Map<string, Awaited<ReturnType<Download>>>();
let bot: Secretariat;
let fetched: string[] = [];

beforeAll(async () => {
  bot = await startSecretariat('2019-11-01T09:00', undefined, undefined, async (url) => {
    fetched.push(url);
    return sent.get(url) ?? 'gone';
  });
});
afterAll(() => bot.stop());

const file = (name: string, bytes: Uint8Array | 'size' | 'host' | 'gone') => {
  sent.set(`https://files/${name}`, bytes);
  return { files: [{ name, url: `https://files/${name}` }] };
};

/** The secret part of the address that a reply's button leads to. */
const tokenOf = (said: Said): string =>
  /\/plan\/([\w.-]+)/.exec(JSON.stringify(said.press(/Hämta|Download/)))?.[1] ?? '';

const bytesOf = (made: Awaited<ReturnType<Secretariat['serve']>>): Uint8Array =>
  made && 'bytes' in made ? made.bytes : new Uint8Array();

const plan2020 = () =>
  filledTemplate({
    Möten: [
      { Grupp: 'Samarbetskommittén', Datum: day('2020-02-06'), Plats: 'Salem' },
      { Grupp: 'Samarbetskommittén', Datum: day('2020-04-02'), Plats: 'Haninge' },
    ],
    Aktiviteter: [
      {
        Delmål: 'Vi förbättrar företagsklimatet på Södertörn.',
        Aktivitet: 'Gemensam cykelplan för Södertörn',
        'Kort namn': 'Cykelplanen',
        Ansvariga: 'Huddinge; Haninge',
        Från: day('2020-05-04'),
        Kostnad: 50_000,
      },
    ],
  });

describe('a secretary', () => {
  it('gets the template behind a link that nobody can guess', async () => {
    const token = tokenOf(await bot.say('ge mig mallen för 2020'));
    const made = await bot.serve(token);
    expect(made?.name).toBe('mall-2020.xlsx');
    const { sheets } = await readXlsx(bytesOf(made));
    expect(sheets.map(({ name }) => name).slice(0, 8)).toEqual([
      'Läs mig',
      'Möten',
      'Aktiviteter',
      'Värdskap',
      'Grupper',
      'Nätverk',
      'Roller',
      'Budget',
    ]);
    expect(sheets.find(({ name }) => name === 'Möten')?.dataValidations).not.toEqual([]);
    expect(await bot.serve(`${token.slice(0, -2)}xx`)).toBeNull();
    expect(await bot.serve('')).toBeNull();
  });

  it('sends it filled in, looks at what it changes, and confirms; questions then know the new year', async () => {
    const before = dataOf(bot.plan());
    const shown = await bot.say('', secretary, file('plan-2020.xlsx', await plan2020()));
    expect(shown.spoken).toContain('Verksamhetsplan 2020');
    expect(shown.spoken).toContain('Möte: Södertörns samarbetskommitté, torsdag 6 februari 2020');
    expect(dataOf(bot.plan())).toEqual(before);
    const done = await bot.press(shown.press(/Ja, läs in/));
    expect(done.spoken).toContain('Klart');
    bot.setNow('2020-01-10T09:00');
    expect((await bot.say('när är nästa kommittémöte?')).spoken).toContain('6 februari');
    expect((await bot.say('vem ansvarar för cykelplanen?')).spoken).toContain('Huddinge');
    const entries = await bot.ledger();
    expect(entries.map(({ change }) => change.kind)).toEqual(['import-plan']);
    const undo = await bot.press(done.press(/Ångra/));
    await bot.press(undo.press(/Ja/));
    expect(dataOf(bot.plan())).toEqual(before);
    expect((await bot.ledger()).map(({ change }) => change.kind)).toEqual(['import-plan', 'undo']);
  });

  it('imports a draft that nobody else sees, and publishes it', async () => {
    const shown = await bot.say('som utkast', secretary, file('utkast.xlsx', await plan2020()));
    const done = await bot.press(shown.press(/Ja, läs in/));
    expect(done.spoken).toContain('utkast');
    expect(bot.plan().draft?.years).toEqual([2020]);
    expect((await bot.say('vem ansvarar för cykelplanen?', member)).spoken).not.toContain('Huddinge');
    const publish = await bot.say('publicera utkastet');
    expect((await bot.press(publish.press(/Ja, publicera/))).spoken).toContain('Klart');
    expect((await bot.say('vem ansvarar för cykelplanen?', member)).spoken).toContain('Huddinge');
    expect(bot.plan().draft).toBeNull();
    expect((await bot.say('publicera utkastet')).spoken).toContain('inget utkast');
  });

  it('may choose to import as a draft after all, when it is shown', async () => {
    const bytes = await filledTemplate({ Möten: [{ Grupp: 'Ledningsgruppen', Datum: day('2021-02-05') }] }, 2021);
    const shown = await bot.say('', secretary, file('plan-2021.xlsx', bytes));
    const again = await bot.press(shown.press(/utkast/));
    expect(again.spoken).toContain('som utkast');
    await bot.press(again.press(/Ja, läs in/));
    expect(bot.plan().draft?.years).toEqual([2021]);
  });

  it('gets files and answers of no year also where the year that is named is a draft', async () => {
    expect(bot.plan().draft?.years).toEqual([2021]);
    expect(tokenOf(await bot.say('ge mig mallen för 2021'))).not.toBe('');
    expect((await bot.say('vad sparas om mig 2021?')).spoken).not.toBe('');
  });

  it('is told each mistake with its sheet and cell, and nothing is changed', async () => {
    const before = (await bot.ledger()).length;
    const bytes = await filledTemplate({
      Möten: [
        { Grupp: 'Samarbetskomitén', Datum: day('2020-02-06') },
        { Grupp: 'Ledningsgruppen', Datum: 'den 3 mars' },
      ],
    });
    const { spoken: text } = await bot.say('', secretary, file('fel.xlsx', bytes));
    expect(text).toContain('2 fel');
    expect(text).toContain('Möten!B2');
    expect(text).toMatch(/menade du ”?"?Södertörns samarbetskommitté/i);
    expect(text).toContain('Möten!C3: "Datum" är text och inget datum: "den 3 mars"');
    expect((await bot.ledger()).length).toBe(before);
  });

  it('is told where a file cannot be had or is none', async () => {
    const answers = async (name: string, bytes: Uint8Array | 'size' | 'host' | 'gone') =>
      (await bot.say('', secretary, file(name, bytes))).spoken;
    expect(await answers('stor.xlsx', 'size')).toContain('för stor');
    expect(await answers('annan.xlsx', 'host')).toContain('hämtar den inte');
    expect(await answers('borta.xlsx', 'gone')).toContain('en gång till');
    expect(await answers('bild.png', new Uint8Array())).toContain('ingen plan');
    expect(await answers('annat.xlsx', await workbook({ Blad1: [['hej']] }))).toContain('inget av planens blad');
    const elsewhere = await bot.say('', secretary, { files: [{ name: 'plan.xlsx', url: null }] });
    expect(elsewhere.spoken).toContain('personlig chatt');
  });
});

describe('whoever is not a secretary', () => {
  it('neither imports nor exports, and nothing is fetched', async () => {
    fetched = [];
    expect((await bot.say('', member, file('plan.xlsx', await plan2020()))).spoken).toContain('Bara sekretariatet');
    expect((await bot.say('exportera planen till Excel', member)).spoken).toContain('Bara sekretariatet');
    expect(fetched).toEqual([]);
  });

  it('cannot confirm what another secretary was shown', async () => {
    const bytes = await filledTemplate({ Möten: [{ Grupp: 'Ledningsgruppen', Datum: day('2022-02-04') }] }, 2022);
    const shown = await bot.say('', secretary, file('plan-2022.xlsx', bytes));
    const before = (await bot.ledger()).length;
    await bot.press(shown.press(/Ja, läs in/), colleague);
    await bot.press(shown.press(/utkast/), colleague);
    expect((await bot.ledger()).length).toBe(before);
  });
});

describe('a plan that was changed since it was compared', () => {
  it('is refused with what happened meanwhile', async () => {
    const bytes = await filledTemplate({ Möten: [{ Grupp: 'Ledningsgruppen', Datum: day('2023-02-03') }] }, 2023);
    const one = await bot.say('', secretary, file('a.xlsx', bytes));
    const two = await bot.say('', colleague, file('b.xlsx', bytes));
    expect((await bot.press(one.press(/Ja, läs in/))).spoken).toContain('Klart');
    expect((await bot.press(two.press(/Ja, läs in/), colleague)).spoken).not.toContain('Klart');
  });
});

describe('exports', () => {
  it.each([
    ['exportera planen till Excel', /\.xlsx$/],
    ['ge mig planen som yaml', /\.zip$/],
    ['exportera planen som csv', /\.zip$/],
    ['export the plan as json', /\.json$/],
    ['exportera planen som ics', /\.ics$/],
    ['exportera planen som markdown', /\.md$/],
  ])('%s', async (asked, name) => {
    const made = await bot.serve(tokenOf(await bot.say(asked)));
    expect(made?.name).toMatch(name);
    expect(bytesOf(made).length).toBeGreaterThan(1_000);
  });
});
