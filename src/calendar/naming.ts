// What a calendar is called, and what it says of itself.
import { local, type Setting } from '../render/names.ts';
import type { Shown } from './events.ts';
import { oneLine, shortened } from './plain-text.ts';
import type { Selection } from './selection.ts';
import { meetingTitle, type Telling } from './texts.ts';

/** Some clients cut, and one refuses, longer names. In characters. */
const longestName = 28;

export function calendarName({ selections, subscribed }: Shown, { setting, words }: Telling): string {
  if (subscribed) return shortened(words.subscriptions, longestName);
  const names = selections.map((selection) => nameOf(selection, { setting, words }));
  const [first = setting.plan.region.name, ...others] = names;
  if (others.length === 0) return shortened(first, longestName);
  const whole = words.several(first, others.length);
  return [...whole].length <= longestName
    ? whole
    : words.several(shortened(first, longestName - (whole.length - first.length)), others.length);
}

export function calendarAbout(shown: Shown, { setting, words }: Telling, isEmpty: boolean): string {
  const { selections, withActivities, subscribed } = shown;
  if (subscribed && selections.length === 0) return words.noSubscriptions;
  const what = selections.map((selection) => describe(selection, { setting, words })).join(', ');
  return oneLine(`${words.about(what, withActivities)}${isEmpty ? ` ${words.nothing}` : ''}`);
}

function nameOf(selection: Selection, telling: Telling): string {
  const { setting, words } = telling;
  return selection.kind === 'everything'
    ? setting.plan.region.name
    : selection.kind === 'conferences'
      ? words.conferences(setting.plan.region.name)
      : (recordName(selection, setting) ?? setting.plan.region.name);
}

function describe(selection: Selection, telling: Telling): string {
  return selection.kind === 'everything' ? telling.words.everything : nameOf(selection, telling);
}

/** Null where the plan no longer has the record: a feed outlives what it was made for. */
function recordName(selection: Selection, setting: Setting): string | null {
  const { plan } = setting;
  switch (selection.kind) {
    case 'everything':
    case 'conferences':
      return null;
    case 'group': {
      const group = plan.groups.find(({ id }) => id === selection.group);
      return group ? local(group.name, setting) : null;
    }
    case 'conference': {
      const conference = plan.conferences.find(({ id }) => id === selection.conference);
      return conference ? local(conference.name, setting) : null;
    }
    case 'municipality':
      return plan.municipalities.find(({ id }) => id === selection.municipality)?.name ?? null;
    case 'activity': {
      const activity = plan.activities.find(({ id }) => id === selection.activity);
      return activity ? local(activity.short, setting) : null;
    }
    case 'meeting': {
      const all = [...plan.meetings, ...plan.cancelled.meetings, ...plan.occasions, ...plan.cancelled.occasions];
      const record = all.find(({ id }) => id === selection.meeting);
      return record ? meetingTitle(record, setting) : null;
    }
  }
}
