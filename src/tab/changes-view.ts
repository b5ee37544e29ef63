// What has happened to the plan lately: every change with what it did, who made it and why.
import { answerChanges } from '../answer/changes.ts';
import type { LedgerChange } from '../facts.ts';
import type { Difference, Value } from '../plan/difference.ts';
import { type ChangesQuery, everyChange } from '../query.ts';
import { byAndWhen, changeText, fieldName, undoButton, valueText } from '../render/changes.ts';
import { shortened } from '../render/page.ts';
import { actionButton } from './action-view.ts';
import type { Place, PlaceOf } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import { emptyState, filterForm, type Kit, linkTo, select, type View } from './kit.ts';

export function changesView(place: PlaceOf<'changes'>, kit: Kit): View {
  const { words, ledger, now } = kit;
  const { since, only } = place.filters;
  const query: ChangesQuery = {
    ...everyChange,
    since: since === null ? { by: 'ever' } : { by: 'day', day: since },
    ...(only === null ? {} : { only }),
  };
  const answer = answerChanges(query, ledger, now, null);
  const { outcome } = answer;
  const found = outcome.kind === 'changes' ? outcome : null;
  const kinds = (['meetings', 'activities'] as const).map((kind) => [kind, words.kinds[kind]] as const);
  const inputs = html`<label class="filter">${words.since}<input type="date" name="since"${attributes({ value: since })}></label>${select('only', words.kind, kinds, only, words.all)}`;
  const changes = found?.changes ?? [];
  const none = since === null && only === null ? words.noChangesYet : words.noneFit;
  const content = html`${filterForm(place, inputs, kit)}
${changes.length === 0 ? emptyState(none) : changeList(changes, kit)}
${found && found.total > changes.length && html`<p class="soft">${words.newestOf(changes.length, found.total)}</p>`}`;
  return { title: words.views.changes, about: words.about.changes, content, answers: [] };
}

export function changeList(changes: readonly LedgerChange[], kit: Kit): Html {
  return html`<ol class="changes" reversed>${changes.map((change) => row(change, kit))}</ol>`;
}

function row(change: LedgerChange, kit: Kit): Html {
  const { setting, words, standing } = kit;
  const { entry, applied, undone } = change;
  const place = placeOf(change);
  const text = changeText(change, setting);
  const canUndo = standing === 'secretary' && !undone && entry.change.kind !== 'undo' && applied !== null;
  return html`<li id="change-${entry.version}"${attributes({ class: undone ? 'undone' : null, value: entry.version })}>
<p class="title">${place ? linkTo(place, text, kit) : text}${undone && html` <span class="badge gone">${words.undone}</span>`}</p>
<p class="facts"><span>${words.changeNumber(entry.version)}</span><span>${byAndWhen(change, setting)}</span>${entry.reason !== null && html`<span>${setting.tell.why(entry.reason)}</span>`}</p>
${applied && applied.differences.length > 0 && differences(applied.differences, kit)}
${canUndo && html`<div class="actions no-print">${actionButton(undoButton(change, setting), kit)}</div>`}</li>`;
}

/** In characters; more is told by the record itself. */
const longestValue = 200;

function differences(all: readonly Difference[], { setting, words }: Kit): Html {
  const value = (one: Value): string => shortened(valueText(one, setting), longestValue);
  const row = ({ before, after }: Difference): Html =>
    html`${before && html`<del>${value(before)}</del> <span class="unseen">${words.turnedInto}</span><span aria-hidden="true">→</span> `}${after ? value(after) : setting.tell.takenAway}`;
  return html`<dl class="differences">${all.map((one) => html`<div><dt>${fieldName(one, setting)}</dt><dd>${row(one)}</dd></div>`)}</dl>`;
}

/** The row of what was changed, where it has one. */
function placeOf({ applied }: LedgerChange): Place | null {
  const subject = applied?.subject;
  if (subject?.kind === 'meeting' || subject?.kind === 'occasion') {
    // A meeting whose adding was taken back is nowhere.
    const isGone = applied?.differences.some(({ field, after }) => field === 'date' && after === null);
    return isGone ? null : { view: 'meeting', id: subject.record.id };
  }
  return subject?.kind === 'activity' ? { view: 'activity', id: subject.record.id } : null;
}
