// Files that are broken, or made to break whoever opens them: a clear word on each, and nothing applied.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readIncoming } from '../src/documents/incoming.ts';
import { problemLine } from '../src/documents/problem.ts';
import { swedishHolidays } from '../src/holidays.ts';
import { largestDownload, makeDownload } from '../src/teams/files.ts';
import { base } from './support/entries.ts';
import { hostileFiles } from './support/hostile-files.ts';
import { keptLog } from './support/kept-log.ts';
import { day, filledTemplate, type Row, workbook } from './support/workbooks.ts';

const holidays = swedishHolidays();

async function told(name: string, bytes: Uint8Array): Promise<string[]> {
  const read = await readIncoming({ name, bytes }, base, holidays);
  return read.kind === 'problems' ? read.problems.map((problem) => problemLine('', problem, 'sv')) : [];
}

describe('a file that cannot be read', () => {
  it.each([
    ['avkortad.xlsx', 'skadad eller avkortad'],
    ['text.xlsx', 'ingen arbetsbok'],
    ['tom.xlsx', 'ingen arbetsbok'],
    ['krypterad.xlsx', 'lösenord'],
    ['makron.xlsx', 'makron'],
    ['stor.xlsx', 'för stor: 200 MB'],
    ['bomb.xlsx', 'packar upp till mer'],
    ['ljuger.xlsx', 'skadad'],
    ['ljuger-noll.xlsx', 'skadad'],
    ['entiteter.xlsx', 'tomma'],
    ['horn.xlsx', 'tomma'],
    ['trasig-xml.xlsx', 'skadad'],
    ['annat-slag.xlsx', 'ingen arbetsbok'],
    ['alias.yaml', 'för många hänvisningar'],
    ['cirkel.yaml', 'saknas'],
    ['djup.yaml', 'inte riktig YAML'],
    ['bomb.zip', 'packar upp till för mycket'],
    ['ljuger.zip', 'skadat'],
    ['alias.zip', 'för många hänvisningar'],
    ['avkortad.zip', 'skadat'],
  ])('%s', async (name, word) => {
    const bytes = await hostileFiles[name]?.();
    const lines = await told(name, bytes ?? new Uint8Array());
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(200);
    expect(lines.join('\n')).toContain(word);
    expect(lines.join('\n').length).toBeLessThan(20_000);
  });
});

describe('what is wrong in a cell', () => {
  const group = 'Ledningsgruppen';
  it.each<[string, Readonly<Record<string, readonly Row[]>>, string[]]>([
    [
      'a group that there is not',
      { Möten: [{ Grupp: 'Ledningsgrupen', Datum: day('2020-01-31') }] },
      ['plan.xlsx Möten!B2: det finns ingen grupp som heter "Ledningsgrupen" (menade du "Ledningsgruppen"?)'],
    ],
    [
      'a date as text',
      { Möten: [{ Grupp: group, Datum: '31 januari' }] },
      ['plan.xlsx Möten!C2: "Datum" är text och inget datum: "31 januari" (skriv datumet som 2020-02-03)'],
    ],
    ...(
      [
        ['3/2 2020', 'menade du 2020-02-03?'],
        ['2020/2/3', 'menade du 2020-02-03?'],
        [20_200_203, 'menade du 2020-02-03?'],
        ['mån 3:e feb. 2020', 'menade du 2020-02-03?'],
        ['3 October 2020', 'menade du 2020-10-03?'],
        ['31/2 2020', 'skriv datumet som 2020-02-03'],
      ] as const
    ).map(([written, right]): [string, Readonly<Record<string, readonly Row[]>>, string[]] => [
      `a date as ${written}`,
      { Möten: [{ Grupp: group, Datum: written }] },
      [`plan.xlsx Möten!C2: "Datum" är text och inget datum: "${written}" (${right})`],
    ]),
    [
      'mistakes of several sheets, a sheet at a time',
      {
        Möten: [
          { Grupp: group, Datum: day('2020-01-31') },
          { Grupp: group, Datum: 'snart' },
        ],
        Budget: [{ Slag: 'intäkt', Post: 'Avgifter', Belopp: 'mycket' }],
      },
      [
        'plan.xlsx Möten!C3: "Datum" är text och inget datum: "snart" (skriv datumet som 2020-02-03)',
        'plan.xlsx Budget!F2: "Belopp" ska vara ett tal, men är "mycket" (skriv ett tal)',
      ],
    ],
    [
      'a person whom nobody has introduced',
      { Roller: [{ Grupp: group, Roll: 'ledare', Person: 'Ny Person' }] },
      [
        'plan.xlsx Roller!C2: det finns ingen person som heter "Ny Person" (något av Meeri Wasberg, Daniel Dronjak, Rickard Sundbom, Mats Bergström, David Schubert, Anna Be, Håkan, Anna Br, Lena, Andreas; nya läggs till på sitt blad)',
      ],
    ],
    [
      'a name that two have',
      {
        Möten: [{ Grupp: group, Datum: day('2020-01-31') }],
        Grupper: [{ Id: 'en-till', Slag: 'projekt', Namn: group, 'I löpande text': 'den andra' }],
      },
      ['plan.xlsx Möten!B2: "Ledningsgruppen" är namnet på flera (skriv id: ledningsgruppen eller en-till)'],
    ],
    [
      'a day that does not exist',
      { Möten: [{ Grupp: group, Datum: '2020-02-30' }] },
      ['plan.xlsx Möten!C2: "Datum" är en dag som inte finns: "2020-02-30" (februari 2020 har 29 dagar)'],
    ],
    [
      'a time that is none',
      { Möten: [{ Grupp: group, Datum: day('2020-01-31'), Starttid: 'förmiddag', Sluttid: '11.30' }] },
      ['plan.xlsx Möten!E2: "Starttid" är inget klockslag: "förmiddag" (skriv klockslaget som 08:30)'],
    ],
    [
      'an end before its start',
      { Möten: [{ Grupp: group, Datum: day('2020-01-31'), Starttid: '13.00', Sluttid: '11.30' }] },
      ['plan.xlsx Möten!F2: slutet 11:30 kommer inte efter början 13:00 (byt plats på dem eller rätta dem)'],
    ],
    [
      'a cell that must be filled in',
      { Möten: [{ Datum: day('2020-01-31') }] },
      ['plan.xlsx Möten!B2: "Grupp" saknas (fyll i cellen)'],
    ],
    [
      'a word that is no choice',
      { Roller: [{ Grupp: group, Roll: 'ordforande', Person: 'Meeri Wasberg' }] },
      ['plan.xlsx Roller!B2: "Roll" kan inte vara "ordforande" (menade du "ordförande"?)'],
    ],
    [
      'an id used twice',
      {
        Möten: [
          { Id: 'ett', Grupp: group, Datum: day('2020-01-31') },
          { Id: 'ett', Grupp: group, Datum: day('2020-02-28') },
        ],
      },
      ['plan.xlsx Möten!A3: samma id används redan i Möten!A2 (varje post har sitt eget id)'],
    ],
    [
      'a misspelt municipality',
      { Möten: [{ Grupp: group, Datum: day('2020-01-31'), Plats: 'Huddige' }] },
      [
        'plan.xlsx Möten!G2: "Huddige" är inte namnet på en kommun (menade du "Huddinge"? För en annan plats, skriv "-" i kolumnen för platsens kommun)',
      ],
    ],
    [
      'a cost in words',
      {
        Aktiviteter: [
          {
            Delmål: 'Vi förbättrar företagsklimatet på Södertörn.',
            Aktivitet: 'Mässa',
            'Kort namn': 'Mässa',
            Kostnad: 'mycket',
          },
        ],
      },
      ['plan.xlsx Aktiviteter!R2: "Kostnad" ska vara ett tal, men är "mycket" (skriv ett tal)'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await told('plan.xlsx', await filledTemplate(rows))).toEqual(expected);
  });

  it('an unknown heading, an unknown sheet and a stray cell', async () => {
    const bytes = await workbook({
      Möte: [['Grupp', 'Datum']],
      Roller: [
        ['Grupp', 'Rol', 'Person', null],
        [group, 'ordförande', 'Meeri Wasberg', 'hej'],
      ],
    });
    expect(await told('plan.xlsx', bytes)).toEqual([
      'plan.xlsx Möte!A1: bladet "Möte" är okänt (menade du "Möten"?)',
      'plan.xlsx Roller!B1: rubriken "Rol" är okänd (menade du "Roll"?)',
      'plan.xlsx Roller!A1: kolumnen "Roll" saknas (lägg till rubriken på första raden)',
      'plan.xlsx Roller!D2: cellen har ingen rubrik över sig (skriv en rubrik, eller töm cellen)',
    ]);
  });

  const meetingRows = [
    ['Grupp', 'Datum', 'Plats', 'Rubrik'],
    [group, day('2020-01-31'), null, null],
  ];
  const documents = [
    ['År', 'Titel'],
    [2020, 'Plan 2020'],
  ];

  it('a sheet of another title that holds what one of the plan does', async () => {
    const bytes = await workbook({ Dokument: documents, Sammanträden: meetingRows });
    expect(await told('plan.xlsx', bytes)).toEqual([
      'plan.xlsx Sammanträden!A1: bladet "Sammanträden" är okänt (menade du "Möten"?)',
    ]);
  });

  it('headings below a title', async () => {
    const bytes = await workbook({ Dokument: documents, Möten: [['Möten 2020'], [], ...meetingRows] });
    expect(await told('plan.xlsx', bytes)).toEqual([
      'plan.xlsx Möten!A3: rubrikerna står på rad 3, inte på första raden (ta bort raderna ovanför dem)',
    ]);
  });

  it('merged cells, of which one alone has the value', async () => {
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }];
    const rows = [...meetingRows, [null, day('2020-02-28')]].map((row) => [...row]);
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Dokument', rows: documents.map((row) => [...row]) },
        { name: 'Möten', rows, merges },
      ],
    });
    expect(await told('plan.xlsx', bytes)).toEqual([
      'plan.xlsx Möten!A2: cellerna till A3 är sammanfogade (dela dem, och skriv värdet i var och en som ska ha det)',
    ]);
  });

  it('a plan for another region', async () => {
    const bytes = Buffer.from(
      'region: { id: annan, name: Annan, cooperation: A, everyone: A, timeZone: Europe/Stockholm }\n',
    );
    expect(await told('plan.yaml', bytes)).toEqual([
      'plan.yaml:1:9: region: planen är för en annan region: "Annan" (här gäller "Södertörn")',
    ]);
  });
});

describe('what looks alike', () => {
  it('is the same name, whichever spaces and capitals it is written with', async () => {
    const bytes = await filledTemplate({
      Möten: [{ Grupp: ' SAMARBETSKOMMITTÉN\u00a0', Datum: day('2020-02-06'), Plats: ' salem ' }],
      Roller: [{ Grupp: 'Södertörns\u00a0 samarbetskommitté', Roll: ' Ordförande', Person: 'Mats  Bergström' }],
    });
    const read = await readIncoming({ name: 'plan.xlsx', bytes }, base, holidays);
    expect(read.kind === 'plan' ? read.plan.put.meetings : read.problems).toMatchObject([
      { group: 'samarbetskommitten', place: { municipality: 'salem' } },
    ]);
    expect(read.kind === 'plan' ? read.plan.put.roles?.at(-1) : null).toMatchObject({ person: 'mats-bergstrom' });
  });
});

describe('what is odd and not wrong', () => {
  it('is a date of another year, and a copy of a sheet that is not read', async () => {
    const rows = [
      ['Grupp', 'Datum', 'Plats', 'Rubrik'],
      ['Ledningsgruppen', day('2019-02-08'), null, null],
    ];
    const documents = [
      ['Id', 'År', 'Titel'],
      ['vp-2020', 2020, 'Plan 2020'],
    ];
    const bytes = await workbook({ Dokument: documents, Möten: rows, 'Möten (2)': rows });
    const read = await readIncoming({ name: 'plan.xlsx', bytes }, base, holidays);
    const lines = read.kind === 'plan' ? read.warnings.map((problem) => problemLine('', problem, 'sv')) : [];
    expect(lines).toEqual([
      'plan.xlsx Möten (2)!A1: bladet "Möten (2)" läses inte (flytta dess rader till "Möten" om de hör till planen)',
      'plan.xlsx Möten!B2: 2019-02-08 är inte under 2020',
    ]);
  });

  it('is told of with its cell', async () => {
    const bytes = await filledTemplate({
      Möten: [
        { Grupp: 'Samarbetskommittén', Datum: day('2020-01-06') },
        { Grupp: 'Samarbetskommittén', Datum: day('2020-02-06'), Plats: 'Stora salen' },
        { Grupp: 'Ledningsgruppen', Datum: day('2020-02-06'), Starttid: '13.00', Sluttid: '14.00' },
      ],
      Budget: [{ Slag: 'intäkt', Post: 'Avgifter', Belopp: 1_000 }],
      Budgetsummor: [{ Intäkter: 2_000, Kostnader: 0 }],
    });
    const read = await readIncoming({ name: 'plan.xlsx', bytes }, base, holidays);
    const lines = read.kind === 'plan' ? read.warnings.map((problem) => problemLine('', problem, 'sv')) : [];
    expect(lines).toEqual([
      'plan.xlsx Möten!C2: 2020-01-06 är en måndag, gruppens vanliga dag är torsdag',
      'plan.xlsx Möten!C4: 2020-02-06 är en torsdag, gruppens vanliga dag är fredag',
      'plan.xlsx Budgetsummor!B2: intäkterna blir tillsammans 1000, inte 2000',
      'plan.xlsx Möten!C2: 2020-01-06 är trettondedag jul',
      'plan.xlsx Möten!C4: samtidigt som samarbetskommitten-2020-02-06 den 2020-02-06',
      'plan.xlsx Möten!G3: platsen "Stora salen" ligger i ingen känd kommun',
    ]);
  });
});

describe('fetching', () => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    if (pathname === '/vidare') return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    if (pathname === '/hit') return response.writeHead(302, { location: '/fil' }).end();
    if (pathname === '/runt') return response.writeHead(302, { location: '/runt' }).end();
    if (pathname === '/fil') return response.end('hej');
    if (pathname === '/borta') return response.writeHead(404).end();
    if (pathname === '/lovar') return response.writeHead(200, { 'content-length': largestDownload + 1 }).end();
    // Without end, and without a word of its length.
    const chunk = Buffer.alloc(1024 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    return more();
  });
  let origin = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['/fil', 3],
    ['/hit', 3],
    ['/vidare', 'host'],
    ['/runt', 'gone'],
    ['/borta', 'gone'],
    ['/lovar', 'size'],
    ['/utan-slut', 'size'],
  ])('%s', async (path, expected) => {
    const download = makeDownload((url) => url.startsWith(origin), keptLog([]));
    const got = await download(`${origin}${path}`);
    expect(typeof got === 'string' ? got : got.length).toBe(expected);
  });

  it('of an address that is not allowed is not tried', async () => {
    const download = makeDownload(() => false, keptLog([]));
    expect(await download(`${origin}/fil`)).toBe('host');
  });
});
