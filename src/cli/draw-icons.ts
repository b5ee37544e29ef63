// Draws the package's icons anew from their SVG sources, in Chromium: `node_modules/.bin/node src/cli/draw-icons.ts`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const folder = join(import.meta.dirname, '../../manifest');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The sizes that Teams asks for. */
const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

async function draw(browser: Browser, { name, size }: (typeof icons)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = readFileSync(join(folder, 'icons', `${name}.svg`), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${source}`);
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}

const executablePath = browsers.find(existsSync);
if (!executablePath) {
  process.stderr.write('There is no Chromium (Debian: apt-get install chromium).\n');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless', '--disable-gpu'] });
try {
  for (const icon of icons) await draw(browser, icon);
} finally {
  await browser.close();
}
