// The tab of a bot of its own in a real browser, as a secretary sees it on this machine.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launch } from './browser.ts';
import { type Running, startBot } from './process.ts';
import { secretary } from './secretariat.ts';
import { tenant } from './service.ts';

/** An address of every kind of page. */
export const pages = {
  wheel: '',
  calendar: 'calendar',
  plan: 'plan',
  hosts: 'hosts',
  changes: 'changes',
  meeting: 'meeting/ledningsgruppen-2019-09-05',
  activity: 'activity/tvarforbindelse-sodertorn',
  form: 'edit/status/tvarforbindelse-sodertorn',
} as const;
export type PageName = keyof typeof pages;
export const pageNames = Object.keys(pages) as PageName[];

/** To be called in a `describe`; fails whatever test has errors in the browser's console, or a dialog. */
export function inBrowser() {
  let bot: Running & { readonly url: string };
  let browser: Browser;
  let context: BrowserContext;
  let wrong: string[] = [];

  beforeAll(async () => {
    const { person, name } = secretary;
    bot = await startBot({ TAB_PERSON: `${tenant}/${person}/${name}`, SECRETARIAT_IDS: person });
    browser = await launch();
  });
  afterEach(async () => {
    await context?.close();
    expect(wrong).toEqual([]);
    wrong = [];
  });
  afterAll(async () => {
    await browser?.close();
    bot?.child.kill();
  });

  const url = (path: string): string => `${bot.url}/tab/${path}`;

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('dialog', (dialog) => wrong.push(dialog.message()));
    page.on('console', (message) => {
      const isForIcon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isForIcon) wrong.push(message.text());
    });
    await page.goto(url(path));
    return page;
  }
  return { open, url, context: () => context };
}
