// A file against the plan that there is: what is the same record under another id, and what belongs to whom.
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../src/calendar/revisions.ts';
import { type Incoming, readIncoming, readIncomingFolder } from '../src/documents/incoming.ts';
import { problemLine } from '../src/documents/problem.ts';
import { recordsByKind } from '../src/documents/workbook-records.ts';
import { writeWorkbook } from '../src/documents/write-workbook.ts';
import { writeYaml } from '../src/documents/write-yaml.ts';
import { folderFiles, loadRecords } from '../src/documents/yaml.ts';
import { meetingKey } from '../src/plan/change.ts';
import { addDays } from '../src/plan/days.ts';
import { fold } from '../src/plan/fold.ts';
import type { PlanRecords } from '../src/plan/plan.ts';
import { base, entriesOf, foldOf } from './support/entries.ts';
import { filledTemplate } from './support/workbooks.ts';

type Cells = (string | number | boolean | Date | null)[];

/** The plan as a workbook, edited: what becomes of the rows of a sheet below its heading. */
async function edited(sheet: string, edit: (rows: Cells[], heads: string[]) => Cells[]): Promise<Incoming> {
  const { sheets } = await readXlsx(
    await writeWorkbook(base, recordsByKind(base), { version: 0, at: null, title: 'Plan' }),
  );
  const changed = sheets.map(({ name, rows: [head = [], ...rows] }) => ({
    name,
    rows: [head, ...(name === sheet ? edit(rows, head.map(String)) : rows)],
  }));
  return readIncoming({ name: 'plan.xlsx', bytes: await writeXlsx({ sheets: changed }) }, base, () => null);
}

function fates(read: Incoming): string[] {
  if (read.kind !== 'plan') throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
  return read.review.items.map(({ what, key }) => `${what} ${key}`);
}

const without = (column: string) => (rows: Cells[], heads: string[]) =>
  rows.map((row) => row.map((cell, index) => (heads[index] === column ? null : cell)));

const asFiles = (plan: PlanRecords) => writeYaml(plan).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));

describe('matching', () => {
  it.each(['Möten', 'Aktiviteter', 'Konferenstillfällen', 'Budget', 'Grupper', 'Avsnitt'])(
    'rows of %s whose ids were lost are the records that they mean',
    async (sheet) => {
      expect(fates(await edited(sheet, without('Id')))).toEqual([]);
    },
  );

  it.each([
    [' kr', []],
    [' kronor', []],
    [':-', []],
    ['\u00a0SEK', []],
    [' tkr', null],
    [' EUR', null],
  ])('an amount that somebody wrote with %j behind it is that amount in kronor, or no number', async (unit, same) => {
    const read = await edited('Budget', (rows, heads) => {
      const amount = heads.indexOf('Belopp');
      return rows.map((row) => row.map((cell, at) => (at === amount && cell !== null ? `${cell}${unit}` : cell)));
    });
    expect(read.kind === 'plan' ? fates(read) : null).toEqual(same);
  });

  it('a meeting on another day, its id lost, is that meeting moved: its calendar event stays', async () => {
    const [meeting] = base.meetings.filter(({ group }) => group === 'samarbetskommitten').slice(-1);
    if (!meeting) throw new Error('the committee meets');
    const read = await edited('Möten', (rows, heads) => {
      const [id, day] = ['Id', 'Datum'].map((head) => heads.indexOf(head));
      const moved = new Date(`${addDays(meeting.from, 7)}T00:00:00Z`);
      return without('Id')(
        rows.map((row) => row.map((cell, at) => (at === day && row[id ?? 0] === meeting.id ? moved : cell))),
        heads,
      );
    });
    expect(fates(read)).toEqual([`moved ${meetingKey(meeting.id)}`]);
    if (read.kind !== 'plan') return;
    const change = { kind: 'import-plan' as const, state: 'published' as const, ...read.plan };
    expect(foldOf(change).plan.meeting(meeting.id)).toMatchObject({ from: addDays(meeting.from, 7) });
    expect(revisionsOf(entriesOf([change]))([meetingKey(meeting.id)]).count).toBe(1);
  });

  it('an activity reworded, its id lost, is known by its short name', async () => {
    const [activity] = base.activities;
    const read = await edited('Aktiviteter', (rows, heads) => {
      const [id, title] = ['Id', 'Aktivitet'].map((head) => heads.indexOf(head));
      return rows.map((row) =>
        row[id ?? 0] === activity?.id
          ? row.map((cell, at) => (at === id ? null : at === title ? `${cell}, och mer` : cell))
          : row,
      );
    });
    expect(fates(read)).toEqual([`changed activity ${activity?.id}`]);
  });

  it.each(['data/sodertorn', 'data/exempel'])(
    'the folder of %s is itself, though its files say their year once',
    (path) => {
      const known = loadRecords(path);
      expect(fates(readIncomingFolder(folderFiles(path), known, () => null))).toEqual([]);
    },
  );

  it('a row taken out is a record taken away; a row that stays as it was is nothing', async () => {
    const read = await edited('Aktiviteter', (rows) => rows.slice(1));
    expect(fates(read)).toEqual([`removed activity ${base.activities[0]?.id}`]);
  });

  it('what others rest on is not taken away', async () => {
    const read = await edited('Grupper', (rows) => rows.slice(1));
    const told = read.kind === 'problems' ? read.problems.map((problem) => problemLine('', problem)) : [];
    expect(told[0]).toBe(
      'plan.xlsx Möten!B9: the group "Södertörns samarbetskommitté" is used here, but left out of the file (leave it in the file, or choose another)',
    );
    expect(told.every((line) => /^plan\.xlsx [^:]+![A-Z]+\d+: /.test(line))).toBe(true);
  });

  it('a goal renamed by its id brings its objectives along', async () => {
    const [area] = base.areas;
    const read = readIncomingFolder(
      asFiles({
        ...base,
        areas: base.areas.map((one) => (one === area ? { ...one, id: 'annat-id' as typeof one.id } : one)),
        goals: base.goals.map((goal) =>
          goal.area === area?.id ? { ...goal, area: 'annat-id' as typeof goal.area } : goal,
        ),
        objectives: base.objectives.map((one) =>
          one.area === area?.id ? { ...one, area: 'annat-id' as typeof one.area } : one,
        ),
        groups: base.groups.map((group) => ({
          ...group,
          areas: group.areas.map((id) => (id === area?.id ? ('annat-id' as typeof id) : id)),
        })),
      }),
      base,
      () => null,
    );
    expect(fates(read)).toEqual([]);
  });

  it('a status that was reported stands where the file says none', async () => {
    const [activity] = base.activities;
    if (!activity) throw new Error('the plan has activities');
    const reported = foldOf({ kind: 'post-status', activity: activity.id, status: 'delayed', comment: 'Väntar' }).plan;
    const read = readIncomingFolder(asFiles(base), reported, () => null);
    expect(fates(read)).toEqual([]);
  });
});

describe('the plans of several years', () => {
  const chairs = (plan: Pick<PlanRecords, 'roles'>) =>
    plan.roles
      .filter(({ group, role }) => group === 'samarbetskommitten' && role === 'chair')
      .map(({ person, until }) => `${person} ${until}`);
  const published = (read: Incoming) => {
    if (read.kind !== 'plan') throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
    return { kind: 'import-plan' as const, state: 'published' as const, ...read.plan };
  };
  const chair = { Grupp: 'Samarbetskommittén', Roll: 'ordförande', Person: 'Mats Bergström', Från: 2020, Till: '2020' };

  it('each have their chair: that of 2020 is not in the place of that of 2019', async () => {
    const bytes = await filledTemplate({ Roller: [chair] });
    const read = await readIncoming({ name: 'plan.xlsx', bytes }, base, () => null);
    expect(fates(read)).toEqual(['added document vp-2020', 'added role samarbetskommitten chair']);
    const change = published(read);
    expect(chairs(foldOf(change).plan)).toEqual(['meeri-wasberg 2019', 'mats-bergstrom 2020']);
    expect(chairs(foldOf(change, { kind: 'undo', version: 1 }).plan)).toEqual(['meeri-wasberg 2019']);
    expect(foldOf(change).applied.get(1)?.differences).toMatchObject([{ after: { added: 2, changed: 0 } }]);
  });

  it('lose a chair of their own only, where a file leaves it out', async () => {
    const first = await readIncoming(
      { name: 'plan.xlsx', bytes: await filledTemplate({ Roller: [chair] }) },
      base,
      () => null,
    );
    const known = foldOf(published(first)).plan;
    const read = await readIncoming({ name: 'plan.xlsx', bytes: await filledTemplate({}) }, known, () => null);
    expect(fates(read)).toEqual(['removed role samarbetskommitten chair']);
    expect(chairs(foldOf(published(first), published(read)).plan)).toEqual(['meeri-wasberg 2019']);
  });

  it('each print their hosts: the newest holds, whichever comes last in a file', () => {
    const exempel = loadRecords('data/exempel');
    const edited = {
      ...exempel,
      hostings: exempel.hostings
        .map((one) =>
          one.conference === 'fjardhavsdagen' && one.year === 2028 && one.source?.document === 'vp-2027'
            ? { ...one, hosts: one.hosts.map(() => 'askvik' as (typeof one.hosts)[number]) }
            : one,
        )
        .toReversed(),
    };
    const change = published(readIncomingFolder(asFiles(edited), exempel, () => null));
    const { plan } = fold(exempel, entriesOf([change]));
    const hosts = plan.hostings.find(({ conference, year }) => conference === 'fjardhavsdagen' && year === 2028)?.hosts;
    expect(hosts).toEqual(['askvik']);
  });
});
