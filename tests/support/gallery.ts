/// <reference lib="dom" />
// Messages as Teams shows them: Microsoft's own renderer in a real browser, in Teams' themes, as wide as a phone or a desk.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const renderer = readFileSync('node_modules/adaptivecards/dist/adaptivecards.min.js', 'utf8');

export type Theme = 'light' | 'dark' | 'contrast';

interface Colours {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly emphasis: string;
  readonly attention: string;
  readonly border: string;
}

/** After Teams' own themes: https://learn.microsoft.com/microsoftteams/platform/tabs/design/tabs */
const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    emphasis: '#ebebeb',
    attention: '#c4314b',
    border: '#d1d1d1',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#7f85f5',
    emphasis: '#3d3d3d',
    attention: '#f9526b',
    border: '#525252',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    emphasis: '#000000',
    attention: '#ffff01',
    border: '#ffffff',
  },
};

const container = (background: string, { text, subtle, accent, attention }: Colours) => {
  const both = (normal: string) => ({ default: normal, subtle: normal === text ? subtle : normal });
  const foregroundColors = {
    default: both(text),
    accent: both(accent),
    attention: both(attention),
    good: both(text),
    warning: both(text),
  };
  return { backgroundColor: background, foregroundColors };
};

function hostConfig(theme: Theme): object {
  const own = colours[theme];
  return {
    fontFamily: "'Segoe UI', 'DejaVu Sans', sans-serif",
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: own.border },
    containerStyles: {
      default: container(own.card, own),
      emphasis: container(own.emphasis, own),
      accent: container(own.accent, own),
    },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal' },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    table: { cellSpacing: 8 },
  };
}

/** A message and what it is an example of. */
export interface Exhibit {
  readonly name: string;
  readonly text: string;
  readonly card: object | null;
}

function styles(theme: Theme, width: number): string {
  const { page, card, text, border } = colours[theme];
  return `
    body { margin: 0; padding: 8px; width: ${width - 16}px; background: ${page}; color: ${text};
      font: 14px/20px 'Segoe UI', 'DejaVu Sans', sans-serif; }
    .message { background: ${card}; border: 1px solid ${border}; border-radius: 6px; margin: 0 0 12px; padding: 8px 12px; }
    .name { font-size: 11px; opacity: 0.7; }
    .text { margin: 4px 0; overflow-wrap: anywhere; }
    .card { border: 1px solid ${border}; border-radius: 4px; margin-top: 6px; }
    .ac-pushButton { background: ${card}; color: ${text}; border: 1px solid ${border}; border-radius: 4px; padding: 5px 12px;
      font: 600 14px 'Segoe UI', 'DejaVu Sans', sans-serif; max-width: 100%; }
    .ac-pushButton { overflow: hidden; text-overflow: ellipsis; flex: 0 0 auto !important; }
    .ac-actionSet, .ac-actionSet > * { flex-wrap: wrap !important; row-gap: 8px; max-width: 100%; }
    .ac-richTextBlock { overflow-wrap: anywhere; }
    input, select, textarea { font: inherit; color: inherit; background: ${card}; border: 1px solid ${border}; max-width: 100%;
      box-sizing: border-box; padding: 5px; }`;
}

/** Shows the messages one below another; resolves with what is wider than its place, by name. */
export async function exhibit(
  page: Page,
  exhibits: readonly Exhibit[],
  theme: Theme,
  width: number,
): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.setContent(`<!doctype html><html lang="sv"><style>${styles(theme, width)}</style><body></body></html>`);
  await page.addScriptTag({ content: renderer });
  return page.evaluate(
    ({ shown, config }) => {
      const { AdaptiveCards } = globalThis as unknown as { AdaptiveCards: typeof import('adaptivecards') };
      const markdown = (text: string): string =>
        text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll(/(?<!\\)_([^_]+)(?<!\\)_/g, '<em>$1</em>')
          .replaceAll(/\\([^\w\s]|_)/g, '$1')
          .replaceAll('\n\n', '<br>');
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = markdown(text);
        result.didProcess = true;
      };
      const tooWide: string[] = [];
      for (const { name, text, card } of shown) {
        const message = document.createElement('div');
        message.className = 'message';
        message.innerHTML = `<div class="name">${name}</div><div class="text">${markdown(text)}</div>`;
        document.body.append(message);
        if (card) {
          const parsed = new AdaptiveCards.AdaptiveCard();
          parsed.hostConfig = new AdaptiveCards.HostConfig(config);
          parsed.parse(card);
          const rendered = parsed.render();
          const frame = document.createElement('div');
          frame.className = 'card';
          if (rendered) frame.append(rendered);
          message.append(frame);
        }
        const right = message.getBoundingClientRect().right;
        // Teams lays out the buttons itself, and cuts their titles.
        const placed = '.text, .ac-textBlock, .ac-richTextBlock, .ac-columnSet, .ac-container, [role=table]';
        const over = [...message.querySelectorAll(placed)].filter(
          (element) =>
            element.getBoundingClientRect().right > right + 1 || element.scrollWidth > element.clientWidth + 1,
        );
        const told = over.map((one) => `${one.className} ${one.textContent?.slice(0, 40)}`);
        if (over.length > 0) tooWide.push(`${name}: ${told.slice(-2).join(', ')}`);
      }
      return tooWide;
    },
    { shown: exhibits, config: hostConfig(theme) },
  );
}
