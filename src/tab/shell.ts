// The document around every view: head, navigation, notes and sources.
import type { Localized } from '../plan/source.ts';
import { capital, formatDay, formatTime } from '../render/dates.ts';
import { local } from '../render/names.ts';
import { sourceLine } from '../render/sources.ts';
import { addressOf, type Place, view, viewNames } from './address.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import { type Kit, linkTo, type View } from './kit.ts';

/** Addresses of what a page needs besides itself, all on the own site. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Teams' own library, which the script fetches where it runs inside Teams. */
  readonly teams: string;
}

export const themes = ['default', 'dark', 'contrast'] as const;

interface Frame {
  readonly lang: string;
  readonly theme: string | null;
  readonly title: string;
  readonly assets: Assets;
  /** What the script is told. */
  readonly told: Readonly<Record<`data-${string}`, string | null>>;
}

/** A whole document. */
export function documentOf({ lang, theme, title, assets, told }: Frame, body: Content): string {
  return `<!doctype html>\n${html`<html lang="${lang}"${attributes({ 'data-theme': theme, 'data-teams': assets.teams, ...told })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${assets.style}">
<script type="module" src="${assets.script}"></script>
</head>
<body>${body}</body>
</html>`}`;
}

/** A view in its document. */
export function pageOf(place: Place | null, shown: View, unread: readonly string[], kit: Kit, assets: Assets): string {
  const { setting, words, carried } = kit;
  const cooperation = local(setting.plan.region.cooperation, setting);
  const body = html`<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<p class="brand">${capital(cooperation)}</p>
${navigation(place, kit)}
${place && languageLink(place, kit)}
</header>
<main id="main" tabindex="-1">
<div class="heading"><h1>${shown.title}</h1>${shown.about !== null && html`<p class="about">${shown.about}</p>`}</div>
${unread.length > 0 && html`<p class="notice" role="status">${words.unread(unread.join(', '))}</p>`}
${shown.content}
</main>
${footer(shown, kit)}
<div id="told" class="unseen" role="status"></div>`;
  const told = {
    'data-version': String(kit.ledger.edition.version),
    'data-updated': words.updated,
    'data-failed': words.failed,
  };
  const title = `${shown.title} – ${capital(cooperation)}`;
  return documentOf({ lang: setting.locale, theme: carried.theme, title, assets, told }, body);
}

function navigation(place: Place | null, kit: Kit): Html {
  const { words, carried } = kit;
  const here = place && viewOf(place);
  const items = viewNames.map((name) => {
    const current = attributes({ 'aria-current': name === place?.view ? 'page' : name === here ? 'true' : null });
    return html`<li><a href="${addressOf(view(name), carried)}"${current}>${words.views[name]}</a></li>`;
  });
  return html`<nav aria-label="${words.navigation}"><ul>${items}</ul></nav>`;
}

/** The view that a record or form belongs to. */
export function viewOf(place: Place): (typeof viewNames)[number] {
  switch (place.view) {
    case 'meeting':
      return 'calendar';
    case 'activity':
      return 'plan';
    case 'edit':
      return place.form.kind === 'hosts' ? 'hosts' : 'activity' in place.form ? 'plan' : 'calendar';
    default:
      return place.view;
  }
}

function languageLink(place: Place, { words, setting, carried }: Kit): Html {
  const lang = setting.locale === 'sv' ? 'en' : 'sv';
  const address = addressOf(place, { ...carried, lang });
  return html`<a class="language" href="${address}" lang="${lang}" hreflang="${lang}">${words.otherLanguage}</a>`;
}

function footer({ answers }: View, kit: Kit): Html {
  const { setting, words, now, ledger } = kit;
  const notes = new Map(answers.flatMap((one) => one.notes.map(({ text }): [string, Localized] => [text.sv, text])));
  const source = sourceLine(answers, setting);
  const { version } = ledger.edition;
  const when = `${formatDay(now.day, now.day, setting.locale)} ${now.day.slice(0, 4)} ${formatTime(now.time, setting.locale)}`;
  return html`<footer>
${[...notes.values()].map((text) => html`<p class="note"><strong>${setting.say.note}:</strong> ${local(text, setting)}</p>`)}
${source !== null && html`<p>${source}.</p>`}
<p>${words.asOf(when)} ${version === 0 ? words.noChangesYet : linkTo(view('changes'), words.version(version), kit)}
<button type="button" class="link" data-print hidden>${words.print}</button></p>
</footer>`;
}
