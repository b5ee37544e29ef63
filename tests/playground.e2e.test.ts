// The whole way: `npm run dev`, the real Microsoft 365 Agents Playground, and a person in a real browser.
import { existsSync, mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, startProgram, waitFor } from './support/process.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browserPath)
  console.log('playground.e2e.test.ts is skipped: there is no Chromium (Debian: apt-get install chromium).');

const quiet = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

describe.skipIf(!browserPath)('a conversation in the Playground', () => {
  let dev: Running;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    dev = startProgram('src/cli/dev.ts');
    const address = await waitFor(dev, (output) => /^Open (http\S+) and ask/m.exec(output)?.[1] ?? null);
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: quiet });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
  });

  afterAll(async () => {
    mkdirSync('tests/output', { recursive: true });
    await page?.screenshot({ path: 'tests/output/playground.png' });
    await browser?.close();
    dev?.child.kill('SIGINT');
    expect(await dev?.exit).toBe(0);
  });

  /** Says something; resolves with everything that the window shows once it shows `expected`. */
  async function say(words: string, expected: RegExp): Promise<void> {
    const box = page.locator('[contenteditable=true], textarea').first();
    await box.click();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByText(expected).last().waitFor({ timeout: 15_000 });
  }
  const shown = async () => (await page.locator('body').textContent()) ?? '';

  it('welcomes', async () => {
    await expect.poll(shown, { timeout: 15_000 }).toContain('installationUpdate 200');
    await expect
      .poll(shown, { timeout: 15_000 })
      .toMatch(/User Application -> Microsoft 365 Agents Playground message 20\d/);
  });

  it('answers a question with day and place', async () => {
    await say('när är nästa kommittémöte?', /4 april/);
    expect(await shown()).toContain('Botkyrka');
  });

  it('understands a question of one word that follows', async () => {
    const before = (await shown()).split('Botkyrka').length;
    await say('var?', /Botkyrka/);
    await expect
      .poll(async () => (await shown()).split('Botkyrka').length, { timeout: 15_000 })
      .toBeGreaterThan(before);
  });

  it('answers a pressed suggestion', async () => {
    const buttons = page.locator('.ac-actionSet button');
    const before = (await shown()).length;
    const posted = page.waitForResponse((response) => response.url().endsWith('/_conversation/v1/submit'));
    const [response] = await Promise.all([posted, buttons.last().click()]);
    expect(response.ok()).toBe(true);
    await expect.poll(async () => (await shown()).length, { timeout: 15_000 }).toBeGreaterThan(before + 100);
  });
});
