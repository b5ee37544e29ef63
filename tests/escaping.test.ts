// Words from the plan and from people stay words in lists for other programs and in the log. Cards and texts are in
// updates.cards.test.ts and render.test.ts, calendars in calendar.test.ts.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { csv } from '../src/documents/csv.ts';
import { recordsByKind } from '../src/documents/workbook-records.ts';
import { writeWorkbook } from '../src/documents/write-workbook.ts';
import { makeLog } from '../src/log.ts';
import { base } from './support/entries.ts';

/** The cells of a CSV text, by RFC 4180. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}

describe('a list for a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '=cmd|" /C calc"!A0', 'a;b', 'a"b', 'a\nb', ' =1', '＝1'])(
    'has no formula and no new row of %j',
    (words) => {
      const rows = cellsOf(csv(['rubrik'], [[words, 'nästa']]).replace(/^\uFEFF/, ''));
      expect(rows[1]).toHaveLength(2);
      expect(rows[1]?.[0]).not.toMatch(/^[=+\-@\t\r]/);
    },
  );

  it('says what was said, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const rows = cellsOf(csv(['rubrik'], [cells]).replace(/^\uFEFF/, ''));
        expect(rows[1]?.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\0])/, ''))).toEqual(cells);
      }),
    );
  });
});

describe('a workbook', () => {
  it('has no formula, whatever stands in the plan', async () => {
    const words = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '=HYPERLINK("https://evil.example")',
      '<f>1+1</f>',
      '_x0000_',
      ']]>',
      '\u0000\ud800',
    ];
    const meetings = base.meetings.map((meeting, index) => ({
      ...meeting,
      title: { sv: words[index % words.length] ?? '' },
      place: { name: words[index % words.length] ?? '', municipality: null },
    }));
    const plan = { ...base, meetings };
    const bytes = await writeWorkbook(plan, recordsByKind(plan), { version: 0, at: null, title: '=1+1' });
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(5);
    for (const [name, sheet] of sheets) expect(strFromU8(sheet), name).not.toMatch(/<(?:\w+:)?f[ >]/);
    const { sheets: read } = await readXlsx(bytes);
    expect(JSON.stringify(read)).toContain('=HYPERLINK');
  });
});

describe('the log', () => {
  it('has one line for what happens once, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const lines: string[] = [];
        makeLog('info', { write: (line) => lines.push(line) }).info({ words, err: new Error(words) }, 'happened');
        expect(lines).toHaveLength(1);
        expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'happened', level: 'info' });
      }),
    );
  });
});
