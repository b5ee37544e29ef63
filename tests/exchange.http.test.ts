// A file through the real service: sent as Teams sends it, fetched, answered; and a file fetched from the bot.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { secretary } from './support/secretariat.ts';
import { developmentSettings, keptLog, message, postJson } from './support/service.ts';
import { day, filledTemplate } from './support/workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
let bytes: Uint8Array = new Uint8Array();
const files = createServer((_, response) => response.end(Buffer.from(bytes)));
let bot = '';
let download = '';
let stop = async (): Promise<void> => undefined;

beforeAll(async () => {
  bytes = await filledTemplate({ Möten: [{ Grupp: 'Ledningsgruppen', Datum: day('2020-01-31') }] });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  download = `http://127.0.0.1:${(files.address() as AddressInfo).port}/plan.xlsx`;
  const settings = {
    ...developmentSettings,
    planDir: 'data/sodertorn',
    dataDir: folder,
    secretariatIds: [secretary.person],
    simulatedNow: '2019-11-01T09:00',
  };
  const app = await createApp(settings, keptLog());
  const { port } = await app.start();
  bot = `http://127.0.0.1:${port}`;
  stop = () => app.stop();
});
afterAll(async () => {
  await stop();
  files.closeAllConnections();
  files.close();
  rmSync(folder, { recursive: true });
});

const from = { id: '29:sara', name: secretary.name, aadObjectId: secretary.person };

const sent = (contentUrl: string, name = 'plan-2020.xlsx') => ({
  from,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl,
      name,
      content: { downloadUrl: contentUrl, uniqueId: '1', fileType: 'xlsx' },
    },
  ],
});

const say = (text: string, fields: object) => postJson(`${bot}/api/messages`, message(text, fields), {});

describe('a file in personal chat', () => {
  it('is fetched and shown before anything changes', async () => {
    const { status, texts, body } = await say('', sent(download));
    expect(status).toBe(200);
    expect(texts.join()).toContain('Verksamhetsplan 2020');
    expect(body).toContain('Ja, läs in');
  });

  it('is not fetched from an address where no files are kept', async () => {
    const { texts } = await say('', sent('http://169.254.169.254/latest/meta-data'));
    expect(texts.join()).toContain('hämtar den inte');
  });
});

describe('a file from the bot', () => {
  const linkIn = (body: string): string => /http:\/\/127\.0\.0\.1:\d+\/plan\/[\w.-]+/.exec(body)?.[0] ?? '';

  it('is all that is kept of whoever asked, and of nobody else', async () => {
    const member = { id: '29:lena', name: 'Lena', aadObjectId: '11111111-1111-4111-8111-111111111111' };
    await say('påminn mig om kommitténs möten', { from });
    await say('påminn mig om kommitténs möten', { from: member });
    const { body } = await say('exportera mina uppgifter', { from: member });
    const got = await fetch(linkIn(body));
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="mina-uppgifter-[\d-]+\.json"$/);
    expect(got.headers.get('cache-control')).toContain('no-store');
    const text = await got.text();
    expect(JSON.parse(text)).toMatchObject({ person: member.aadObjectId, subscriptions: { rows: [{}] } });
    expect(text).not.toContain(from.aadObjectId);
    expect((await fetch(linkIn(body), { method: 'HEAD' })).status).toBe(200);
  });

  it('is had from its address, and from no other', async () => {
    const { body } = await say('ge mig mallen för 2020', { from });
    const got = await fetch(linkIn(body));
    expect(got.status).toBe(200);
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="mall-2020.xlsx"');
    expect(got.headers.get('cache-control')).toContain('no-store');
    expect(
      Buffer.from(await got.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    for (const wrong of ['', 'x', `${linkIn(body).split('/').at(-1)}x`, '../plan', '%2e%2e', 'a.b.c']) {
      expect((await fetch(`${bot}/plan/${wrong}`)).status).toBe(404);
    }
  });
});
