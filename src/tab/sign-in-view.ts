// What is shown to whoever is not signed in: nothing of the plan, and how to get to it.
import type { Locale } from '../render/dates.ts';
import { attributes, type Html, html } from './html.ts';
import { englishTab } from './phrases.en.ts';
import { swedishTab } from './phrases.sv.ts';
import type { TabPhrases } from './phrases.ts';
import { type Assets, documentOf } from './shell.ts';

/** Why nothing is shown yet. `start`: nobody has tried to sign in. */
export type Barrier = 'start' | 'failed' | 'refused' | 'unavailable' | 'busy';

export function tabWords(locale: Locale): TabPhrases {
  return locale === 'sv' ? swedishTab : englishTab;
}

/**
 * The page that signs in, which its script does where it runs inside Teams.
 *
 * @param teams opens the tab in Teams; null where nobody has said which app this is
 */
export function signInPage(
  barrier: Barrier,
  locale: Locale,
  theme: string | null,
  teams: string | null,
  assets: Assets,
): string {
  const { signIn } = tabWords(locale);
  const isStart = barrier === 'start';
  const body = html`<main id="main" class="sign-in" tabindex="-1">
<h1>${signIn.title}</h1>
<p>${signIn.why}</p>
<p id="working" role="status" hidden>${signIn.working}</p>
<div id="barrier"${attributes({ hidden: isStart })} class="notice" role="alert"><p>${isStart ? signIn.failed : signIn[barrier]}</p><button type="button" class="button" id="again">${signIn.again}</button></div>
<noscript><p class="notice">${signIn.needsScript}</p></noscript>
${teams !== null && openLink(teams, signIn.open)}
</main><div id="told" class="unseen" role="status"></div>`;
  return documentOf({ lang: locale, theme, title: signIn.title, assets, told: { 'data-sign-in': barrier } }, body);
}

function openLink(address: string, text: string): Html {
  return html`<p id="open"><a class="button primary" href="${address}" target="_blank" rel="noopener">${text}</a></p>`;
}
