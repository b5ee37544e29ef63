// The tab inside a stand-in for Teams: the real library signs in, follows the theme, and opens rows that cards link to.
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, launch, tellWhereSkipped } from './support/browser.ts';
import { type Running, startBot } from './support/process.ts';
import { member, secretary } from './support/secretariat.ts';
import { tenant } from './support/service.ts';
import { openInTeams } from './support/teams-host.ts';
import { appId, startTenant, type Tenant } from './support/tenant.ts';

tellWhereSkipped('tab.teams.e2e.test.ts');

describe.skipIf(!browserPath)('the tab inside Teams', () => {
  let publisher: Tenant;
  let bot: Running & { readonly url: string };
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launch();
    publisher = await startTenant();
    bot = await startBot({
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: tenant,
      SECRETARIAT_IDS: secretary.person,
      LOGIN_AUTHORITY: publisher.authority,
      SIMULATED_NOW: '',
      HOST: '127.0.0.1',
    });
  });
  afterAll(async () => {
    await browser?.close();
    bot?.child.kill();
    publisher?.stop();
  });
  afterEach(() => context?.close());

  const inTeams = async (person: string, more: Partial<Parameters<typeof openInTeams>[1]> = {}, claims = {}) => {
    context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
    const token = (await publisher.bearer(person, { claims })).replace('Bearer ', '');
    return openInTeams(context, { tab: `${bot.url}/tab/`, token, ...more });
  };

  it('signs in by itself, follows Teams’ theme, and goes from view to view', async () => {
    const { frame, setTheme, page } = await inTeams(member.person, { theme: 'dark' });
    await frame.getByRole('heading', { name: 'Årshjul 2019', level: 1 }).waitFor();
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    await setTheme('contrast');
    await frame.locator('html[data-theme=contrast]').waitFor();
    await frame.getByRole('link', { name: 'Handlingsplan', exact: true }).click();
    await frame.getByRole('heading', { name: 'Handlingsplan', level: 1 }).waitFor();
    await frame.locator('select[name=area]').selectOption({ label: 'Klimat' });
    await frame.getByRole('button', { name: 'Visa' }).click();
    await frame.getByText('2 av 32 aktiviteter').waitFor();
    await page.evaluate('history.back()');
    await frame.getByText('32 aktiviteter', { exact: true }).waitFor();
    expect(await frame.getByText('Ange status').count()).toBe(0);
  });

  it('opens the row that a card links to', async () => {
    const { frame } = await inTeams(secretary.person, { subPage: 'activity tvarforbindelse-sodertorn' });
    await frame.getByRole('heading', { name: 'Tvärförbindelse Södertörn' }).waitFor();
    await frame.getByRole('link', { name: 'Ange status' }).click();
    await frame.getByLabel('Klar', { exact: true }).check();
    await frame.getByRole('button', { name: 'Förhandsgranska' }).click();
    await frame.getByRole('button', { name: /^Ja/ }).click();
    await frame.getByText(/Klart:/).waitFor();
  });

  it('speaks English to whoever has Teams in English', async () => {
    const { frame } = await inTeams(member.person, { locale: 'en-gb' });
    await frame.getByRole('heading', { name: 'Year wheel 2019', level: 1 }).waitFor();
  });

  it.each([
    ['of another organisation', { tid: '00000000-0000-4000-8000-000000000002' }, 'har inte tillgång till planen'],
    ['with an old token', { exp: 1 }, 'Det gick inte att logga in'],
  ])('shows nothing of the plan to somebody %s', async (_, claims, expected) => {
    const { frame } = await inTeams(member.person, {}, claims);
    await frame.getByText(expected).waitFor();
    expect(await frame.locator('body').textContent()).not.toMatch(/Ledningsgruppen|Handlingsplan/);
  });

  it('outside Teams tells where it is to be opened', async () => {
    context = await browser.newContext({ locale: 'sv-SE' });
    const page = await context.newPage();
    await page.goto(`${bot.url}/tab/plan`);
    await page.getByRole('link', { name: 'Öppna i Teams' }).waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(/Ledningsgruppen|Klimat/);
    await page.screenshot({ path: 'tests/output/tab-sign-in.png' });
  });
});
