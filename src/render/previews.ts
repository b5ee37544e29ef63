// An answer in a list of search results: two short lines, of the same facts as the answer's own card.
import type { SingleAnswer } from '../facts.ts';
import { activityItem } from './activity-pages.ts';
import { calendarItem } from './calendar-pages.ts';
import { capital } from './dates.ts';
import { local, type Setting } from './names.ts';
import { type Item, shortened } from './page.ts';
import type { Rendered } from './render.ts';

/** Lists of results show about as much of a line. In characters. */
const longestLine = 120;

/** What a result is called, and a few words about it. */
export interface Preview {
  readonly title: string;
  readonly text: string;
}

export function previewOf(answer: SingleAnswer, shown: Rendered, setting: Setting): Preview {
  const { title, details } = itemOf(answer, setting) ?? linesOf(answer, shown, setting);
  return { title: shortened(title, longestLine), text: shortened(details.join(' · '), longestLine) };
}

/** What is one thing of the plan is shown as it stands in lists of such. */
function itemOf({ outcome }: SingleAnswer, setting: Setting): Item | null {
  if (outcome.kind === 'meetings' && outcome.items.length === 1) {
    const [item] = outcome.items;
    return item ? calendarItem(item, setting) : null;
  }
  if (outcome.kind === 'activity' && outcome.activities.length === 1) {
    const [activity] = outcome.activities;
    return activity ? activityItem(activity, setting, true) : null;
  }
  return null;
}

/** The answer's first line, and what comes after it; a group by its name. */
function linesOf({ outcome }: SingleAnswer, { spoken }: Rendered, setting: Setting): Item {
  const [lead = '', next = ''] = spoken.split('\n');
  const [group, another] = outcome.kind === 'group' ? outcome.groups : [];
  if (!group || another) return { title: lead.replace(/[.:]$/, ''), details: [next] };
  const name = capital(local(group.name, setting));
  const about = lead.startsWith(`${name}. `) ? lead.slice(name.length + 2) : next;
  return { title: name, details: [about] };
}
