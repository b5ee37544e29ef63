// What was done, as a page: what chat would say, and the way back.
import type { SingleAnswer } from '../facts.ts';
import type { Page } from '../render/page.ts';
import { pageOf as chatPage } from '../render/render.ts';
import { pageContent } from './action-view.ts';
import type { Place } from './address.ts';
import { html } from './html.ts';
import { type Kit, linkTo, type View } from './kit.ts';

export function doneView(parts: readonly SingleAnswer[], home: Place, kit: Kit): View {
  const pages = parts.map(({ outcome }) => chatPage(outcome, kit.setting));
  const [first] = pages;
  const content = html`<div class="step" role="status"><p class="lead">${leadOf(parts, first, kit)}</p>${pages.map((one) => pageContent(one, kit))}</div>
<p class="back">${recordLink(parts, kit)}${linkTo(home, kit.words.back(kit.words.views[home.view === 'calendar' ? 'calendar' : 'changes']), kit)}</p>`;
  return {
    title: home.view === 'calendar' ? kit.words.views.calendar : kit.words.changing,
    about: null,
    content,
    answers: [],
  };
}

/** What was done, without the sentence that would undo it in chat: the button is below. */
function leadOf(parts: readonly SingleAnswer[], page: Page | undefined, { setting }: Kit): string {
  const lead = page?.lead ?? '';
  const [outcome] = parts.map((part) => part.outcome);
  if (outcome?.kind !== 'update' || outcome.step.stage !== 'done') return lead;
  return lead.replace(setting.tell.undoHint(outcome.step.change.entry.version), '').trim();
}

/** Back to the row that was changed. */
function recordLink(parts: readonly SingleAnswer[], kit: Kit) {
  const meeting = parts.flatMap(({ focus }) => focus.meetings)[0];
  const activity = parts.flatMap(({ focus }) => focus.activities)[0];
  const isThere =
    meeting !== undefined &&
    [...kit.setting.plan.meetings, ...kit.setting.plan.occasions].some(({ id }) => id === meeting);
  if (isThere) return linkTo({ view: 'meeting', id: meeting }, kit.words.back(kit.words.details), kit);
  return activity !== undefined && linkTo({ view: 'activity', id: activity }, kit.words.back(kit.words.details), kit);
}
