// A stand-in for Teams around the tab: a page that shows it in a frame and speaks to its library as Teams does.
import type { BrowserContext, Page } from 'playwright-core';

export interface TeamsHost {
  readonly page: Page;
  /** Teams' reader chooses another theme. */
  setTheme(theme: 'default' | 'dark' | 'contrast'): Promise<void>;
  readonly frame: ReturnType<Page['frameLocator']>;
}

interface Shown {
  readonly tab: string;
  readonly token: string;
  readonly theme?: string;
  readonly locale?: string;
  /** What of the tab a link opens. */
  readonly subPage?: string;
}

const address = 'https://teams.microsoft.com/stand-in';

/** Opens the tab inside a page of Teams' own origin. */
export async function openInTeams(context: BrowserContext, shown: Shown): Promise<TeamsHost> {
  const page = await context.newPage();
  await page.route(`${address}*`, (route) => route.fulfill({ contentType: 'text/html', body: hostPage(shown) }));
  await page.goto(address);
  return {
    page,
    frame: page.frameLocator('iframe'),
    async setTheme(theme) {
      await page.evaluate(`window.postMessage({ setTheme: '${theme}' }, '*')`);
    },
  };
}

function hostPage({ tab, token, theme = 'default', locale = 'sv-se', subPage }: Shown): string {
  const teams = {
    token,
    context: { theme, locale, entityId: 'plan', subEntityId: subPage ?? null, hostClientType: 'web' },
  };
  return `<!doctype html><title>Teams</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
<iframe src="${tab}" title="tab"></iframe><script>
const teams = ${JSON.stringify(teams)};
const frame = document.querySelector('iframe');
const answers = {
  initialize: () => ['content', 'web', JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } }), '2.58.0'],
  getContext: () => [teams.context],
  'authentication.getAuthToken': () => [true, teams.token],
};
addEventListener('message', ({ data, source }) => {
  if (data.setTheme) return frame.contentWindow.postMessage({ func: 'themeChange', args: [data.setTheme] }, '*');
  if (source !== frame.contentWindow) return;
  const answer = answers[data.func];
  if (!answer) return;
  source.postMessage({ id: data.id, uuid: data.uuid, uuidAsString: data.uuidAsString, args: answer() }, '*');
});
</script>`;
}
