// A workbook that was exported, then changed in Excel while the plan was changed in chat: neither takes the other back.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type Incoming, readIncoming } from '../src/documents/incoming.ts';
import { recordsByKind } from '../src/documents/workbook-records.ts';
import { writeWorkbook } from '../src/documents/write-workbook.ts';
import { exported, recordsOf } from '../src/exchange/files.ts';
import type { Change } from '../src/plan/change.ts';
import { addDays } from '../src/plan/days.ts';
import { fold, planAtMark } from '../src/plan/fold.ts';
import { MeetingId } from '../src/plan/ids.ts';
import { base, entriesOf, oneDay } from './support/entries.ts';
import { filledTemplate, withRows } from './support/workbooks.ts';

type Cells = (string | number | boolean | Date | null)[];
/** What is written into which cell: the record's id, the heading, the value. */
type Edit = readonly [sheet: string, id: string, heading: string, value: Cells[number]];

const [meeting, other] = base.meetings.filter(({ kind }) => kind === 'meeting');
const [activity] = base.activities;
if (!meeting || !other || !activity) throw new Error('the plan has meetings and activities');

const move = (to: string): Change => ({
  kind: 'edit-meeting',
  meeting: meeting.id,
  set: { days: { from: to, to, lunchToLunch: false } },
});
const delayed: Change = { kind: 'post-status', activity: activity.id, status: 'delayed', comment: 'Väntar' };
const later = addDays(meeting.from, 7);
const laterStill = addDays(meeting.from, 14);
const start = { version: 0, at: null };
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** Exported after some changes, edited, and read when there are more. */
async function comesBack(
  before: Change[],
  edits: readonly Edit[],
  since: Change[],
  another = false,
): Promise<Incoming> {
  const entries = entriesOf([...before, ...since]);
  const made = entries.slice(0, before.length);
  const file = await exported({ entries: made, edition: fold(base, made) }, 'xlsx');
  const workbook = await readXlsx(file.bytes);
  for (const [sheet, id, heading, value] of edits) {
    const rows: Cells[] = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const heads = rows[0]?.map(String) ?? [];
    const row = rows.find((cells) => cells[heads.indexOf('Id')] === id);
    if (!row || !heads.includes(heading)) throw new Error(`the workbook has no ${heading} of ${id}`);
    row[heads.indexOf(heading)] = value;
  }
  const { properties } = workbook;
  const marked = another ? { ...properties, keywords: 'version 1 2001-01-01T00:00:00.000Z' } : properties;
  const sheets = workbook.sheets.map(({ name, rows }) => ({ name, rows }));
  const bytes = await writeXlsx({ sheets, ...(marked ? { properties: marked } : {}) });
  return readIncoming(
    { name: 'plan.xlsx', bytes },
    recordsOf(fold(base, entries)),
    () => null,
    (mark) => {
      const then = planAtMark(base, entries, mark);
      return then && recordsOf(then);
    },
  );
}

function fates(read: Incoming): string[] {
  if (read.kind !== 'plan') throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
  return read.review.items.map(({ what, key, fields }) => [what, key, ...fields].join(' '));
}

function remarks(read: Incoming): string {
  return read.kind === 'plan' ? read.warnings.map(({ message }) => message.en).join('\n') : '';
}

const kept = /the file was made at change \d+; .+ changed since then stay/;
const clash = /has been changed otherwise since the file was made/;

describe('a file that was made some changes ago', () => {
  it.each([0, 1])('changes nothing where nothing was written into it, made after %i changes', async (count) => {
    const read = await comesBack([delayed].slice(0, count), [], [move(later), delayed]);
    expect(fates(read)).toEqual([]);
    expect(remarks(read)).toMatch(kept);
  });

  it('changes what was written into it, and nothing that was changed elsewhere meanwhile', async () => {
    const read = await comesBack([], [['Möten', other.id, 'Datum', asDate(addDays(other.from, 1))]], [move(later)]);
    expect(fates(read).map((fate) => fate.split(' ').slice(0, 3).join(' '))).toEqual([`moved meeting ${other.id}`]);
    expect(remarks(read)).not.toMatch(clash);
  });

  it('takes one field from the file and another from the change', async () => {
    const read = await comesBack([], [['Möten', meeting.id, 'Plats', 'Nykvarn']], [move(later)]);
    expect(fates(read)).toEqual([`changed meeting ${meeting.id} place`]);
    expect(remarks(read)).not.toMatch(clash);
  });

  it('has its way where both have changed the same, and says so', async () => {
    const read = await comesBack([], [['Möten', meeting.id, 'Datum', asDate(laterStill)]], [move(later)]);
    expect(fates(read)).toEqual([`moved meeting ${meeting.id} from to`]);
    expect(remarks(read)).toMatch(clash);
  });

  it('keeps what both have changed to the same', async () => {
    const read = await comesBack([], [['Möten', meeting.id, 'Datum', asDate(later)]], [move(later)]);
    expect(fates(read)).toEqual([]);
    expect(remarks(read)).not.toMatch(clash);
  });

  it('keeps what was added meanwhile', async () => {
    const added: Change = {
      kind: 'add-meeting',
      meeting: MeetingId.parse('nytt-mote'),
      owner: { kind: 'group', group: meeting.group, form: 'meeting' },
      days: { from: laterStill, to: laterStill, lunchToLunch: false },
      hours: null,
      place: null,
      title: null,
    };
    expect(fates(await comesBack([], [], [added]))).toEqual([]);
  });

  it('sent again as it was, says that it takes back what has been changed of its own since', async () => {
    const fresh = { ...meeting, id: MeetingId.parse('nytt-mote'), from: laterStill, to: laterStill };
    const imported: Change = {
      kind: 'import-plan',
      state: 'published',
      title: { sv: 'Plan' },
      years: [2019],
      put: { meetings: [fresh] },
      remove: [],
    };
    const moved: Change = { kind: 'edit-meeting', meeting: fresh.id, set: { days: oneDay(addDays(laterStill, 1)) } };
    const row = { Id: fresh.id, Grupp: fresh.group, Datum: asDate(laterStill), Dokument: 'vp-2019' };
    const bytes = await withRows(await writeWorkbook(base, recordsByKind(base), { ...start, title: 'Plan' }), {
      Möten: [row],
    });
    const entries = entriesOf([imported, moved]);
    const now = recordsOf(fold(base, entries));
    const read = await readIncoming(
      { name: 'plan.xlsx', bytes },
      now,
      () => null,
      () => base,
    );
    expect(fates(read)[0]).toContain(`moved meeting ${fresh.id}`);
    expect(remarks(read)).toMatch(clash);
  });

  it('sent again with the chair of its own year, takes nothing back from the chair before', async () => {
    const chair = {
      Grupp: 'Samarbetskommittén',
      Roll: 'ordförande',
      Person: 'Mats Bergström',
      Från: 2020,
      Till: '2020',
    };
    const bytes = await filledTemplate({ Roller: [chair] });
    const first = await readIncoming({ name: 'plan.xlsx', bytes }, base, () => null);
    if (first.kind !== 'plan') throw new Error('the plan is right');
    const entries = entriesOf([{ kind: 'import-plan', state: 'published', ...first.plan }, delayed]);
    const now = recordsOf(fold(base, entries));
    const again = await readIncoming(
      { name: 'plan.xlsx', bytes },
      now,
      () => null,
      () => base,
    );
    expect(fates(again)).toEqual([]);
    expect(remarks(again)).not.toMatch(clash);
  });

  it('made from another ledger, is compared with the plan as it stands', async () => {
    const read = await comesBack([delayed], [], [move(later)], true);
    expect(fates(read)).toEqual([`moved meeting ${meeting.id} from to`]);
    expect(remarks(read)).not.toMatch(kept);
  });
});
