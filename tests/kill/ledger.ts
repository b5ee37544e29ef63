// `node tests/kill/ledger.ts [rounds] [sqlite|postgres]`: kills the bot at random moments while changes are confirmed,
// and looks whether every change that the client saw a receipt of is in the ledger, once and whole.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { startPostgres } from '../support/postgres.ts';
import { startBot } from '../support/process.ts';
import { keptLog, message, postJson } from '../support/service.ts';

const rounds = Number(process.argv[2] ?? 200);
const database = process.argv[3] === 'postgres' ? 'postgres' : 'sqlite';
/** The bot is killed so long after its first change was asked for, at most. */
const longestLifeMs = 600;

const secretary = { id: '29:sekreterare', name: 'Sekreterare', aadObjectId: '22222222-2222-4222-8222-222222222222' };
const statuses = ['försenad', 'pågår', 'pausad', 'klar'];

interface Receipt {
  readonly comment: string;
  readonly confirmedAt: number;
}

/** Posts statuses one after another until the bot is gone; the comments of those that it gave a receipt for. */
async function changeUntilKilled(url: string, round: number): Promise<{ acked: Receipt[]; asked: number }> {
  const acked: Receipt[] = [];
  for (let number = 0; ; number += 1) {
    const comment = `omgång ${round} nummer ${number}`;
    try {
      const status = statuses[number % statuses.length];
      const preview = await say(url, round, `elväg: ${status}, ${comment}`);
      const confirm = /"confirm":"([^"]+)"/.exec(preview.body)?.[1];
      if (confirm === undefined) throw new Error(`no preview: ${preview.body.slice(0, 300)}`);
      const receipt = await say(url, round, '', { value: { confirm } });
      if (/ändring \d+/i.test(receipt.body)) acked.push({ comment, confirmedAt: performance.now() });
      else throw new Error(`no receipt: ${receipt.body.slice(0, 300)}`);
    } catch (error) {
      if (error instanceof TypeError) return { acked, asked: number + 1 };
      throw error;
    }
  }
}

function say(url: string, round: number, text: string, fields: object = {}) {
  const conversation = { id: `omgång-${round}`, conversationType: 'personal' };
  return postJson(`${url}/api/messages`, { ...message(text, { from: secretary, conversation }), ...fields }, {});
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const server = database === 'postgres' ? await startPostgres() : null;
  const databaseUrl = server ? await server.freshDatabase() : '';
  const variables = {
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    SECRETARIAT_IDS: secretary.aadObjectId,
    LOG_LEVEL: 'info',
  };
  const open = (): Promise<Store> => (server ? openPostgres(databaseUrl, keptLog()) : openSqlite(folder));
  const seen: string[] = [];
  let lost = 0;
  let doubled = 0;
  let unseen = 0;
  let slowestStart = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const started = performance.now();
    const bot = await startBot(variables);
    slowestStart = Math.max(slowestStart, performance.now() - started);
    const under = changeUntilKilled(bot.url, round);
    await sleep(Math.random() * longestLifeMs);
    bot.child.kill('SIGKILL');
    await bot.exit;
    const { acked } = await under;
    seen.push(...acked.map(({ comment }) => comment));
    const store = await open();
    const entries = await store.ledger.since(0);
    await store.close();
    const comments = entries.flatMap(({ change }) => (change.kind === 'post-status' ? [change.comment ?? ''] : []));
    lost += seen.filter((comment) => !comments.includes(comment)).length;
    doubled += comments.length - new Set(comments).size;
    unseen = comments.length - seen.length;
    if (entries.some(({ version }, index) => version !== index + 1)) throw new Error('the versions have a gap');
    if (round % 20 === 0) console.log(`${round} kills: ${seen.length} receipts, ${lost} lost, ${doubled} doubled`);
  }
  const survivor = await startBot(variables);
  survivor.child.kill('SIGTERM');
  await survivor.exit;
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `${database}: ${rounds} kills, ${seen.length} receipts, ${lost} lost, ${doubled} doubled, ` +
      `${unseen} in the ledger without a receipt (killed between commit and answer); slowest start ${Math.round(slowestStart)} ms`,
  );
  if (lost + doubled > 0) process.exitCode = 1;
}

await main();
