// Files that nobody should send: made for real, byte by byte where no program would make them.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { workbook } from './workbooks.ts';

const mb = 1024 * 1024;

async function plain(): Promise<Uint8Array> {
  return workbook({
    Möten: [
      ['Grupp', 'Datum'],
      ['Ledningsgruppen', '2020-01-01'],
    ],
  });
}

/** The workbook with one of its parts replaced. */
async function withPart(name: string, content: Uint8Array): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await plain()), [name]: content });
}

const firstSheet = 'xl/worksheets/sheet1.xml';

const sheetXml = (rows: string, head = ''): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?>${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );

/** Says of every entry in the directory that it unpacks to so many bytes. */
function lying(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 10 * mb)
      view.setUint32(at + 24, size, true);
  }
  return bytes;
}

function laughs(): string {
  const entities = Array.from({ length: 10 }, (_, index) =>
    index === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${index} "${`&l${index - 1};`.repeat(10)}">`,
  );
  return `<!DOCTYPE x [${entities.join('')}]>`;
}

const anchors = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n');

/** By what they are called; each is made anew. */
export const hostileFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'avkortad.xlsx': async () => (await plain()).slice(0, 900),
  'text.xlsx': async () => strToU8('det här är ingen arbetsbok '.repeat(50)),
  'tom.xlsx': async () => new Uint8Array(),
  'krypterad.xlsx': () =>
    writeXlsx({ sheets: [{ name: 'Möten', rows: [['Grupp']] }], encryption: { password: 'hemligt', spinCount: 10 } }),
  'makron.xlsx': () =>
    writeXlsx({
      sheets: [{ name: 'Möten', rows: [['Grupp']] }],
      vbaProject: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
    }),
  'stor.xlsx': async () => new Uint8Array(200 * mb),
  'bomb.xlsx': () => withPart(firstSheet, new Uint8Array(300 * mb)),
  'ljuger.xlsx': async () => lying(await withPart(firstSheet, new Uint8Array(100 * mb)), 4_000),
  'ljuger-noll.xlsx': async () => lying(await withPart(firstSheet, new Uint8Array(100 * mb)), 0),
  'entiteter.xlsx': () =>
    withPart(firstSheet, sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', laughs())),
  'horn.xlsx': () =>
    withPart(
      firstSheet,
      sheetXml(
        '<row r="1"><c r="A1" t="n"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>',
      ),
    ),
  'trasig-xml.xlsx': () => withPart(firstSheet, strToU8('<worksheet><sheetData><row r="1"><c r="A1"')),
  'annat-slag.xlsx': async () => zipSync({ 'word/document.xml': strToU8('<w:document/>') }),
  'alias.yaml': async () => strToU8(`a0: &a0 [x]\n${anchors}\nmeetings: []\n`),
  'cirkel.yaml': async () => strToU8('meetings: &m\n  - { id: a, group: *m }\n  - *m\n'),
  'djup.yaml': async () => strToU8(`meetings: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`),
  'bomb.zip': async () => zipSync({ 'plan.yaml': new Uint8Array(300 * mb) }),
  'ljuger.zip': async () => lying(zipSync({ 'plan.yaml': new Uint8Array(100 * mb) }), 4_000),
  'alias.zip': async () => zipSync({ '../../etc/a.yaml': strToU8(`a0: &a0 [x]\n${anchors}\n`) }),
  'avkortad.zip': async () => zipSync({ 'plan.yaml': strToU8('meetings: []\n') }).slice(0, 60),
};
