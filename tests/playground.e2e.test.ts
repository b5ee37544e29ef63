// The whole way: `npm run dev`, the real Microsoft 365 Agents Playground, and a person in a real browser.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, tellWhereSkipped } from './support/browser.ts';
import { type Running, startProgram, waitFor } from './support/process.ts';

tellWhereSkipped('playground.e2e.test.ts');

/** `npm run dev` as somebody, a browser on it, and what is typed and seen there. */
function inPlayground(picture: string, ...args: readonly string[]) {
  let dev: Running;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    dev = startProgram('src/cli/dev.ts', {}, args);
    const address = await waitFor(dev, (output) => /^Open (http\S+) and ask/m.exec(output)?.[1] ?? null);
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
  });

  afterAll(async () => {
    mkdirSync('tests/output', { recursive: true });
    await page?.screenshot({ path: `tests/output/${picture}.png` });
    await browser?.close();
    dev?.child.kill('SIGINT');
    expect(await dev?.exit).toBe(0);
  });

  /** Says something; resolves once the window shows `expected`. */
  async function say(words: string, expected: RegExp): Promise<void> {
    const box = page.locator('[contenteditable=true], textarea').first();
    await box.click();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByText(expected).last().waitFor({ timeout: 40_000 });
  }
  /** Presses the newest button whose title begins so; resolves once the bot has got it. */
  async function press(title: RegExp): Promise<void> {
    const posted = page.waitForResponse((response) => /\/_conversation\/v1\/(?:submit|invoke)$/.test(response.url()));
    const [response] = await Promise.all([posted, page.getByRole('button', { name: title }).last().click()]);
    expect(response.ok()).toBe(true);
  }
  const shown = async () => (await page.locator('body').textContent()) ?? '';
  return { say, press, shown, page: () => page };
}

describe.skipIf(!browserPath)('the secretary in the Playground', () => {
  const { say, press, shown, page } = inPlayground('playground-secretary', '--as', 'Sekreterare');

  it('sees what a change will do, confirms it with a button, and takes it back', async () => {
    await say('flytta kommittémötet 9 maj till 30 maj kl 13 i Salem', /Kristi himmelsfärdsdag/);
    await press(/^Ja/);
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Klart: .*ändring 1/);
    // In the place of the preview, whose question and buttons are gone.
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Uppdaterad \d\d\.\d\d/);
    expect(
      await page()
        .getByRole('button', { name: /^Ja, ändra/ })
        .count(),
    ).toBe(0);
    await say('när är kommittémötet i maj?', /torsdag 30 maj kl. 13.00–16.30 i Salem/);
    await press(/^Ångra ändring 1/);
    await expect.poll(shown, { timeout: 40_000 }).toContain('tas tillbaka');
    await press(/^Ja/);
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Klart: .*ändring 2/);
    await say('när är kommittémötet i maj?', /torsdag 9 maj/);
  });

  it('fills in a form instead of a sentence', async () => {
    await say('vad får jag göra?', /Du hör till sekretariatet/);
    await press(/^Ange status/);
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Kommentar/);
    await page().locator('select, [role=combobox]').last().click();
    await page().getByRole('option', { name: /Elväg/ }).last().click();
    await page().getByLabel('Försenad').last().check();
    await press(/^Förhandsgranska/);
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Elväg på Södertörn får status försenad/);
  });
});

describe.skipIf(!browserPath)('a member in the Playground', () => {
  const { say, shown } = inPlayground('playground-member');

  it('may ask, and not change', async () => {
    await say('flytta kommittémötet 9 maj till 16 maj', /Bara sekretariatet kan ändra i planen/);
    expect(await shown()).not.toContain('Ja, ändra');
  });
});

describe.skipIf(!browserPath)('a conversation in the Playground', () => {
  const { say, shown, page: window } = inPlayground('playground');

  it('welcomes', async () => {
    await expect.poll(shown, { timeout: 40_000 }).toContain('installationUpdate 200');
    await expect
      .poll(shown, { timeout: 40_000 })
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
      .poll(async () => (await shown()).split('Botkyrka').length, { timeout: 40_000 })
      .toBeGreaterThan(before);
  });

  it('answers a pressed suggestion', async () => {
    const buttons = window().locator('.ac-actionSet button');
    const before = (await shown()).length;
    const posted = window().waitForResponse((response) => response.url().endsWith('/_conversation/v1/submit'));
    const [response] = await Promise.all([posted, buttons.last().click()]);
    expect(response.ok()).toBe(true);
    await expect.poll(async () => (await shown()).length, { timeout: 40_000 }).toBeGreaterThan(before + 100);
  });
});

describe.skipIf(!browserPath)('where others are, too, in the Playground', () => {
  const { shown, page } = inPlayground('playground-others');

  /** Mentions the bot in the conversation of this name and asks it something. */
  async function mention(conversation: string, question: string): Promise<void> {
    await page().getByText(conversation, { exact: true }).first().click();
    await page().locator('[contenteditable=true], textarea').first().click();
    await page().keyboard.type('@S');
    await page().locator('[role=listbox]').getByText('Södertörnsboten', { exact: true }).last().click();
    await page().keyboard.type(` ${question}`);
    await page().keyboard.press('Enter');
  }

  it.each([
    ['a group chat', 'Gruppchatt', 'när är nästa kommittémöte?', /torsdag 4 april kl\. 12\.00/],
    ['a channel', 'Möten', 'vem är värd för Rådslaget 2021?', /Botkyrka är värd för Rådslaget 2021/],
  ])('it answers in %s where it is mentioned', async (_, conversation, question, answer) => {
    await mention(conversation, question);
    await expect.poll(shown, { timeout: 40_000 }).toMatch(answer);
  });
});

describe.skipIf(!browserPath)('the search box in the Playground', () => {
  const { shown, page } = inPlayground('playground-search');

  it('finds what is typed, and puts its card into the conversation', async () => {
    await page().getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await page().getByText('Search Command').click();
    // The Playground reads no manifest.
    await page().getByText('Specify Command ID or Parameter').click();
    await page().getByPlaceholder('Command ID').fill('searchPlan');
    await page().getByPlaceholder('Parameter name').fill('query');
    await page().getByPlaceholder('Enter a search term').fill('elväg');
    // Its clients speak English.
    await page().getByText('Electric road in Södertörn').first().click({ timeout: 40_000 });
    await page().getByRole('button', { name: 'Send Message' }).click();
    await expect.poll(shown, { timeout: 40_000 }).toMatch(/Nynäshamn, Haninge and Södertörn/);
  });
});
