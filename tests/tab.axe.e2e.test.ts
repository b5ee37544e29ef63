// The tab by the rules of accessibility, in each of Teams' themes; and its pictures, to be looked at.
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserPath, tellWhereSkipped } from './support/browser.ts';
import { inBrowser, pageNames, pages } from './support/tab-browser.ts';

tellWhereSkipped('tab.axe.e2e.test.ts');
beforeAll(() => mkdirSync('tests/output', { recursive: true }));

describe.skipIf(!browserPath)('the tab', () => {
  const { open, url } = inBrowser();

  describe.each(['default', 'dark', 'contrast'])('in the theme %s', (theme) => {
    it('breaks no rule of accessibility in any view', async () => {
      const page = await open(`?theme=${theme}`);
      for (const name of pageNames) {
        await page.goto(url(`${pages[name]}?theme=${theme}`));
        const { violations } = await new AxeBuilder({ page })
          .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
          .analyze();
        const found = violations.map(({ id, nodes }) => [name, id, nodes[0]?.html, nodes[0]?.failureSummary]);
        await page.screenshot({ path: `tests/output/tab-${name}-${theme}.png`, fullPage: true });
        expect(found).toEqual([]);
      }
    });
  });
});
