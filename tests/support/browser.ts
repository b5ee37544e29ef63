// A real browser for tests, where there is one.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

const quiet = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  // A page of Teams shows the tab of this machine; in the world the tab is not of this machine.
  '--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessSendPreflights,BlockInsecurePrivateNetworkRequests',
];

/** @param file whose tests are skipped where there is no browser */
export function tellWhereSkipped(file: string): void {
  if (!browserPath) console.log(`${file} is skipped: there is no Chromium (Debian: apt-get install chromium).`);
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: quiet });
}
