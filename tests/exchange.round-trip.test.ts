// A plan that goes out as files and comes in again is the plan that it was, whatever stands in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checked, checkFiles } from '../src/documents/check.ts';
import { problemLine } from '../src/documents/problem.ts';
import { readWorkbook } from '../src/documents/read-workbook.ts';
import { recordsByKind } from '../src/documents/workbook-records.ts';
import { writeWorkbook } from '../src/documents/write-workbook.ts';
import { writeYaml } from '../src/documents/write-yaml.ts';
import { asPlan, checkYaml } from '../src/documents/yaml.ts';
import type { Hours } from '../src/plan/meeting.ts';
import type { PlanRecords } from '../src/plan/plan.ts';
import { base } from './support/entries.ts';
import { plans } from './support/random-plans.ts';

function planOf({ records, problems }: Checked): PlanRecords {
  expect(problems.map((problem) => problemLine('', problem))).toEqual([]);
  return asPlan(records);
}

function throughYaml(plan: PlanRecords): PlanRecords {
  const files = writeYaml(plan).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  return planOf(checkYaml(files, null));
}

async function throughWorkbook(plan: PlanRecords): Promise<PlanRecords> {
  const bytes = await writeWorkbook(plan, recordsByKind(plan), { version: 0, at: null, title: 'Plan' });
  const file = await readWorkbook('plan.xlsx', bytes, null);
  if (Array.isArray(file)) throw new Error(file.map((problem) => problemLine('', problem)).join('\n'));
  return planOf(checkFiles([file], [], null));
}

/** Networks have a sheet of their own, after the other groups. */
function inSheets(plan: PlanRecords): PlanRecords {
  const isNetwork = ({ kind }: { readonly kind: string }): boolean => kind === 'network';
  const groups = [...plan.groups.filter((group) => !isNetwork(group)), ...plan.groups.filter(isNetwork)];
  return { ...plan, groups };
}

/** Plans as the checks allow them: hours that end after they start, and no text of blanks, which an empty cell is. */
const soundPlans = plans.map((plan) => {
  const isOrdered = ({ start, end }: Hours): boolean => start < end;
  const hours = <Item extends { readonly hours: Hours | null }>(item: Item): Item =>
    item.hours && !isOrdered(item.hours) ? { ...item, hours: null } : item;
  return visible({
    ...plan,
    sections: plan.sections.slice(0, 2),
    meetings: plan.meetings.map(hours),
    occasions: plan.occasions.map(hours),
  });
});

function visible<Value>(value: Value): Value {
  const json = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' && (one.trim() === '' || one.trim() === '-') ? 'x' : one,
  );
  return JSON.parse(json);
}

describe('the plan of 2019', () => {
  it('comes back from YAML', () => expect(throughYaml(base)).toEqual(base));

  it('comes back from a workbook', async () => expect(await throughWorkbook(base)).toEqual(inSheets(base)));
});

describe('any plan', () => {
  it('comes back from YAML', () => {
    fc.assert(
      fc.property(soundPlans, (plan) => void expect(throughYaml(plan)).toEqual(plan)),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('comes back from YAML, a workbook and YAML', async () => {
    await fc.assert(
      fc.asyncProperty(soundPlans, async (plan) => {
        const back = throughYaml(await throughWorkbook(throughYaml(plan)));
        expect(back).toEqual(inSheets(plan));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
