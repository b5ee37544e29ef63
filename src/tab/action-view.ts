// What chat answers with a page and buttons, as a view: previews, receipts, questions, calendar links.

import type { Block, Button, Page } from '../render/page.ts';
import { isUpdateAction } from '../turn/move-on.ts';
import { root } from './address.ts';
import { type Content, type Html, html } from './html.ts';
import type { Kit } from './kit.ts';

/** Where everything is posted that does something. */
export const actAddress = `${root}act`;

/** A button that does what the same button does in chat; one that leads somewhere is a link. */
export function actionButton({ title, action }: Button, { carried }: Kit, style = 'button'): Html {
  if ('url' in action) {
    return html`<a class="${style}" href="${action.url}" target="_blank" rel="noopener">${title}</a>`;
  }
  return html`<form method="post" action="${actAddress}">${carriedInputs(carried)}<input type="hidden" name="action" value="${JSON.stringify(action)}"><button class="${style}" type="submit">${title}</button></form>`;
}

export function carriedInputs(carried: Kit['carried']): Content {
  return Object.entries(carried).map(
    ([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** Which buttons do something in the tab; the others are questions to chat. */
function isOurs({ action }: Button): boolean {
  return isUpdateAction(action) || 'url' in action || ('query' in action && action.query.kind === 'calendar');
}

/** A page of chat: what it says first, then its parts, then its buttons. */
export function pageContent({ blocks, buttons = [] }: Page, kit: Kit): Html {
  const own = buttons.filter(isOurs);
  const isConfirmed = ({ action }: Button): boolean => 'confirm' in action;
  const shown = blocks.map((part) => withoutChat(part, kit));
  return html`${shown.map(block)}${own.length > 0 && html`<div class="actions">${own.map((button, index) => actionButton(button, kit, isConfirmed(button) || (index === 0 && !own.some(isConfirmed)) ? 'button primary' : 'button'))}</div>`}`;
}

/** Nobody answers "yes" in a page. */
function withoutChat(part: Block, { setting, words }: Kit): Block {
  if (part.kind !== 'text') return part;
  const paragraphs = part.paragraphs.map((text) => (text === setting.tell.answerYesOrNo ? words.nothingYet : text));
  return { ...part, paragraphs };
}

function block(part: Block): Html {
  switch (part.kind) {
    case 'fields':
      return html`<dl class="fields">${part.rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
    case 'list':
      return html`${part.heading !== null && html`<h2>${part.heading}</h2>`}<ul class="points">${part.items.slice().map(({ title, details }) => html`<li>${title}${details.map((detail) => html`<br><span class="soft">${detail}</span>`)}</li>`)}</ul>`;
    case 'text':
      return html`${part.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`;
    case 'table':
      return html`<table><thead><tr>${part.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${part.rows.map(({ cells }) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
    case 'bars':
      return html`<ul class="points">${part.rows.map(({ label, value }) => html`<li>${label}: ${value}</li>`)}</ul>`;
    // The tab has forms for what chat asks in a card.
    case 'input':
    case 'choices':
      return html``;
    case 'address':
      return html`<p><label class="address">${part.label}<input type="text" readonly value="${part.url}"></label></p>`;
  }
}
