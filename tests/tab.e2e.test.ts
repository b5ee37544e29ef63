// The tab in a real browser: by keyboard, by phone, without script, on paper, and while the plan changes.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserPath, tellWhereSkipped } from './support/browser.ts';
import { inBrowser, pageNames, pages } from './support/tab-browser.ts';

tellWhereSkipped('tab.e2e.test.ts');
beforeAll(() => mkdirSync('tests/output', { recursive: true }));

describe.skipIf(!browserPath)('the tab on this machine', () => {
  const { open, url, context } = inBrowser();

  it('fits a narrow phone, in both languages', async () => {
    const page = await open('', { viewport: { width: 320, height: 700 } });
    for (const name of pageNames) {
      for (const lang of ['sv', 'en']) {
        await page.goto(url(`${pages[name]}?lang=${lang}`));
        const width = await page.evaluate('document.documentElement.scrollWidth');
        expect([name, lang, width]).toEqual([name, lang, 320]);
      }
      await page.screenshot({ path: `tests/output/tab-${name}-phone.png` });
    }
  });

  it('is filtered by keyboard alone, and the address tells how', async () => {
    const page = await open('plan');
    await tabTo(page, 'select[name=area]');
    await page.keyboard.type('Klimat');
    await tabTo(page, 'select[name=party]');
    await page.keyboard.type('Nykvarn');
    await tabTo(page, 'form[role=search] button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/plan\?area=klimat&party=municipality\+nykvarn/);
    expect(await page.locator('.sums .count').textContent()).toBe('1 av 32 aktiviteter');
    await tabTo(page, '.clear');
    await page.keyboard.press('Enter');
    await page.waitForURL(/plan$/);
    expect(await page.locator('.sums .count').textContent()).toBe('32 aktiviteter');

    await page.goto(url('calendar'));
    await tabTo(page, 'select[name=municipality]');
    await page.keyboard.type('Sal');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/calendar\?.*municipality=salem/);
    expect(await page.locator('.days li').count()).toBe(1);
  });

  it('tells in the middle of the wheel what is pointed at or has the focus, and opens it', async () => {
    const page = await open('');
    const shown = () => page.locator('.wheel .detail:visible').allTextContents();
    expect(await shown()).toEqual([]);
    await page.locator('.mark[data-key="meeting-ledningsgruppen-2019-03-08"]').hover();
    expect((await shown()).join()).toMatch(/Ledningsgruppen.*Fredag 8 mars/s);
    await page.mouse.move(5, 5);
    await page.locator('.mark[data-key="activity-bisnod-analysen"], .mark.many').first().focus();
    expect(await shown()).toHaveLength(1);
    await page.locator('.mark[data-key="meeting-ledningsgruppen-2019-03-08"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/meeting\/ledningsgruppen-2019-03-08/);
  });

  it('is read without script', async () => {
    const page = await open('', { javaScriptEnabled: false });
    for (const name of ['calendar', 'plan', 'hosts', 'changes'] as const) {
      await page.locator(`nav a[href*="${pages[name]}"]`).click();
      await page.waitForURL(new RegExp(`/tab/${pages[name]}`));
      expect(await page.locator('h1').textContent()).not.toBe('');
    }
    await page.goto(url('calendar'));
    await page.locator('select[name=group]').selectOption('ledningsgruppen');
    await page.locator('form[role=search] button').click();
    await page.waitForURL(/group=ledningsgruppen/);
    await page.locator('.days .title a').first().click();
    await page.waitForURL(/\/meeting\//);
  });

  it('prints on A4 and A3', async () => {
    const page = await open('');
    for (const format of ['A4', 'A3'] as const) {
      const pdf = await page.pdf({ path: `tests/output/tab-wheel-${format}.pdf`, format, printBackground: true });
      const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(5);
    }
    await page.goto(url('plan'));
    await page.pdf({ path: 'tests/output/tab-plan-A4.pdf', format: 'A4', landscape: true });
  });

  it('changes the plan: preview, confirmation, receipt; and whoever looks on sees it', async () => {
    const page = await open('activity/tvarforbindelse-sodertorn');
    const looker = await context().newPage();
    await looker.goto(url('plan'));
    await page.getByRole('link', { name: 'Ange status' }).click();
    await page.getByLabel('Försenad').check();
    await page.getByLabel('Kommentar').fill('väntar på <b>Trafikverket</b>');
    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await page.getByText('väntar på <b>Trafikverket</b>').first().waitFor();
    await page.screenshot({ path: 'tests/output/tab-preview.png', fullPage: true });
    await page.getByRole('button', { name: /^Ja/ }).click();
    await page.getByText(/Klart:/).waitFor();
    await looker.bringToFront();
    await looker.getByText('Försenad', { exact: true }).and(looker.locator('.status')).waitFor({ timeout: 30_000 });
    expect(await looker.locator('#told').textContent()).toContain('Planen har ändrats');
    await page.goto(url('changes'));
    await page.screenshot({ path: 'tests/output/tab-changes.png', fullPage: true });
  });
});

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches('${selector}')`)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
