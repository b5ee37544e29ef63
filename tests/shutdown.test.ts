// The real process: how it ends, and how it refuses to start.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startBot, startProgram } from './support/process.ts';
import { message } from './support/service.ts';

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0, at once where nothing is under way', async (signal) => {
    const bot = await startBot();
    // A connection that is kept alive must not hold it back.
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    const asked = performance.now();
    bot.child.kill(signal);
    expect(await bot.exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(bot.errors()).toBe('');
    for (const line of bot.output().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
  });

  it('lets the turn under way finish, and accepts nothing more', async () => {
    const replies: string[] = [];
    const arrived = Promise.withResolvers<void>();
    const connector = createServer(async (request, response) => {
      request.resume();
      arrived.resolve();
      await sleep(1_500);
      replies.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"sent"}');
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    const { port } = connector.address() as AddressInfo;
    const bot = await startBot();
    const activity = message('hej', { deliveryMode: undefined, serviceUrl: `http://127.0.0.1:${port}/` });
    const answer = fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await arrived.promise;
    bot.child.kill('SIGTERM');
    await sleep(200);
    await expect(fetch(`${bot.url}/healthz`)).rejects.toThrow();
    expect((await answer).status).toBe(200);
    expect(replies).toHaveLength(1);
    expect(await bot.exit).toBe(0);
    connector.close();
  });
});

describe('a start that is refused', () => {
  it('for wrong settings names them', async () => {
    const bot = startProgram('src/main.ts', { PORT: 'x', LOG_LEVEL: 'loud' });
    expect(await bot.exit).toBe(1);
    expect(bot.errors()).toMatch(/PORT is "x".*\n.*LOG_LEVEL is "loud"/);
    expect(bot.errors()).not.toContain('    at ');
  });

  it('for production without a registration says so', async () => {
    const bot = startProgram('src/main.ts', { PORT: '0', NODE_ENV: 'production', SIMULATED_NOW: '' });
    expect(await bot.exit).toBe(1);
    expect(bot.errors()).toContain('MicrosoftAppId is not set');
  });

  it('for a port that is taken names it', async () => {
    const other = createTcpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const bot = startProgram('src/main.ts', { PORT: String(port) });
    expect(await bot.exit).toBe(1);
    other.close();
    expect(bot.errors()).toContain(String(port));
    expect(bot.errors()).not.toContain('    at ');
  });

  it('for a broken plan lists every mistake with its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    cpSync('data/sodertorn', folder, { recursive: true });
    const region = join(folder, 'region.yaml');
    writeFileSync(region, readFileSync(region, 'utf8').replace(/^(\s*timeZone:).*$/m, '$1 7'));
    writeFileSync(join(folder, 'groups.yaml'), 'groups: [\n');
    const bot = startProgram('src/main.ts', { PORT: '0', PLAN_DIR: folder });
    const code = await bot.exit;
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(bot.errors()).toMatch(/region\.yaml:\d+:\d+/);
    expect(bot.errors()).toMatch(/groups\.yaml:\d+:\d+/);
    expect(bot.errors()).not.toContain('    at ');
  });

  it('for a plan that is not there says where it looked', async () => {
    const bot = startProgram('src/main.ts', { PORT: '0', PLAN_DIR: '/nowhere' });
    expect(await bot.exit).toBe(1);
    expect(bot.errors()).toContain('/nowhere');
  });
});
