// The file with all that is kept of a person: which changes of the plan are in it, and that it is written as it is taken.
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownData } from '../src/exchange/own-data.ts';
import type { Change, LedgerEntry } from '../src/plan/change.ts';
import { ActivityId, GroupId, PersonId } from '../src/plan/ids.ts';
import { ownDataPhrases } from '../src/render/own-data-phrases.ts';
import { keptDays } from '../src/store/retention.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { entriesOf } from './support/entries.ts';
import { keptLog, type LogLine, startService } from './support/service.ts';

const owner = { tenant: 'tenant', person: 'me' };
const me = { ...owner, name: 'Åsa "Öberg"' };
const secretary = { tenant: 'tenant', person: 'secretary', name: 'Sara' };

async function fileWith(entries: readonly LedgerEntry[]) {
  const store = await openMemory();
  const rows = store.persons.everything(owner);
  const made = ownData({ owner, locale: 'sv', rows, ledger: { entries }, made: new Date(0) });
  let text = '';
  for await (const piece of made.pieces) text += piece;
  await store.close();
  return JSON.parse(text);
}

describe('changes of the plan', () => {
  const status = { kind: 'post-status', activity: ActivityId.parse('elvag'), status: 'done', comment: null } as const;
  const office = {
    kind: 'set-role',
    group: GroupId.parse('samarbetskommitten'),
    role: 'chair',
    person: { id: PersonId.parse('asa'), name: 'Åsa', municipality: null },
    from: '2019-01-01',
    until: null,
  } as const;
  it.each<[string, Partial<LedgerEntry> & { change: Change }, boolean]>([
    ['made by them', { author: me, change: status }, true],
    ['made by somebody else', { author: secretary, change: status }, false],
    [
      'built on their answer',
      { author: secretary, change: { ...status, reported: { by: me, at: '2019-03-01T08:00:00Z' } } },
      true,
    ],
    ['that appoint them', { author: secretary, change: { kind: 'appoint-secretary', who: owner, name: 'Åsa' } }, true],
    ['that give them an office', { author: secretary, change: { ...office, who: owner } }, true],
    ['that give one to somebody else', { author: secretary, change: { ...office, who: secretary } }, false],
    ['that give one to whom nobody mentioned', { author: secretary, change: office }, false],
    [
      'of a namesake in another tenant',
      { author: { ...me, tenant: 'other' }, change: { kind: 'undo', version: 1 } },
      false,
    ],
  ])('%s', async (_, fields, isIn) => {
    const { ledger } = await fileWith(entriesOf([status]).map((entry) => ({ ...entry, ...fields })));
    expect(ledger.rows).toHaveLength(isIn ? 1 : 0);
  });

  it('that import a plan are told without its records', async () => {
    const change: Change = {
      kind: 'import-plan',
      state: 'published',
      title: { sv: 'Plan 2020' },
      years: [2020],
      put: {},
      remove: [{ kind: 'meetings', key: 'hemligt möte' }],
    };
    const { ledger } = await fileWith(entriesOf([change]).map((entry) => ({ ...entry, author: me })));
    expect(ledger.rows[0].change).toEqual({
      kind: 'import-plan',
      state: 'published',
      title: { sv: 'Plan 2020' },
      years: [2020],
    });
  });
});

it.each(['sv', 'en'] as const)('says how long things are kept, as it is done: %s', (locale) => {
  const { sections } = ownDataPhrases[locale];
  const days = { people: keptDays.people, conversations: keptDays.conversations, deliveries: keptDays.deliveries };
  const more = { reports: keptDays.reports, proposals: keptDays.proposals };
  for (const [name, many] of Object.entries({ ...days, ...more })) {
    expect(sections[name as keyof typeof sections], name).toMatch(new RegExp(`\\b${many} da(?:gar|ys)\\b`));
  }
});

describe('an answer in pieces', () => {
  const whole = 200;
  let made = 0;
  async function* pieces(): AsyncGenerator<string> {
    for (made = 0; made < whole; made += 1) yield 'x'.repeat(1_000_000);
  }
  async function* broken(): AsyncGenerator<string> {
    yield 'the beginning';
    throw new Error('the rest cannot be read');
  }
  const serveAt = (path: string, body: AsyncIterable<string>, lines: LogLine[] = []) =>
    startService({
      log: keptLog(lines),
      routes: [{ method: 'get', path, handle: async () => ({ status: 200, headers: {}, body }) }],
    });

  it('is made as fast as it is taken, and comes whole', async () => {
    const service = await serveAt('/pieces', pieces());
    const taken = await new Promise<number>((resolve, reject) => {
      const asked = request(`${service.url}/pieces`, async (response) => {
        // Nobody reads: what is made stops at what the connection holds.
        let before = -1;
        while (made !== before || made === 0) {
          before = made;
          await sleep(200);
        }
        expect(made).toBeLessThan(whole / 2);
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on('end', () => resolve(bytes));
      });
      asked.on('error', reject);
      asked.end();
    });
    expect(taken).toBe(whole * 1_000_000);
    await service.stop();
  });

  it('that cannot be finished is cut, so that nobody takes it for the whole, and logged', async () => {
    const lines: LogLine[] = [];
    const service = await serveAt('/broken', broken(), lines);
    await expect(fetch(`${service.url}/broken`).then((response) => response.text())).rejects.toThrow();
    await expect.poll(() => lines.map(({ event }) => event)).toContain('answer broke off');
    await service.stop();
  });
});
