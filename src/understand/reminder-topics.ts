// What a wish about reminders is about: groups, conferences, municipalities, activities, a list of them, or what was shown.
import type { ActivityId, ConferenceId, GroupId } from '../plan/ids.ts';
import { overlaps } from '../plan/period.ts';
import type { Query, RemindersQuery } from '../query.ts';
import { entities, hasCue, periodOf } from './reading.ts';
import * as said from './reminder-words.ts';
import { type Clip, cut, exactly, without } from './sentence.ts';
import { deadlineNamed } from './update-deadlines.ts';
import { activitiesIn, readPart, type Talk } from './update-subjects.ts';
import { partsOfList } from './wish-lists.ts';

export type Named = Pick<RemindersQuery, 'groups' | 'conferences' | 'municipalities' | 'activities' | 'everything'>;

export const nothingNamed: Named = {
  groups: [],
  conferences: [],
  municipalities: [],
  activities: [],
  everything: false,
};

export function isNothing(named: Named): boolean {
  const { groups, conferences, municipalities, activities, everything } = named;
  return !everything && groups.length + conferences.length + municipalities.length + activities.length === 0;
}

/** What the words name, or else what was just shown. */
export function topicIn(clip: Clip, talk: Talk): Named {
  const named = namedIn(clip, talk);
  if (!isNothing(named)) return named;
  const bare = withoutPlace(clip);
  return said.pointing.test(bare.flat) ? shownNow(talk) : nothingNamed;
}

export function withoutPlace(clip: Clip): Clip {
  const here = said.hereWords.exec(clip.flat);
  return cut(here ? without(clip, here.index, here.index + here[0].length) : clip);
}

/** All that a list names, each part by itself. */
export function namedIn(clip: Clip, talk: Talk): Named {
  const parts = partsOfList(clip);
  const each = parts.length < 2 ? [] : parts.map((part) => namedOnce(part, talk));
  const isList = each.length > 1 && each.every((named) => !isNothing(named));
  return isList ? each.reduce(together) : namedOnce(clip, talk);
}

function together(one: Named, other: Named): Named {
  if (one.everything || other.everything) return { ...nothingNamed, everything: true };
  const both = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];
  return {
    groups: both(one.groups, other.groups),
    conferences: both(one.conferences, other.conferences),
    municipalities: both(one.municipalities, other.municipalities),
    activities: both(one.activities, other.activities),
    everything: false,
  };
}

export function namedOnce(clip: Clip, talk: Talk): Named {
  if (clip.flat === '') return nothingNamed;
  const reading = readPart(clip, talk);
  const groups = groupsOf(clip, talk);
  const conferences = entities(reading, 'conference').map(({ id }) => id);
  const municipalities = entities(reading, 'municipality').map(({ id }) => id);
  if (groups.length + conferences.length > 0) return { ...nothingNamed, groups, conferences };
  if (municipalities.length > 0) return { ...nothingNamed, municipalities };
  if (said.everything.test(clip.flat)) return { ...nothingNamed, everything: true };
  if (hasCue(reading, 'conference') && /konferenser|conferences/.test(clip.flat)) {
    return { ...nothingNamed, conferences: talk.plan.conferences.map(({ id }) => id) };
  }
  const then = thenIn(clip, talk);
  if (!isNothing(then)) return then;
  if (said.pointing.test(clip.flat)) return nothingNamed;
  return { ...nothingNamed, activities: activitiesNamed(clip, talk) };
}

/** The groups named, and those with a deadline that is. */
function groupsOf(clip: Clip, talk: Talk): GroupId[] {
  const reading = readPart(clip, talk);
  const named = entities(reading, 'group').map(({ id }) => id);
  const deadline = named.length > 0 ? null : deadlineNamed(clip.text, talk.plan);
  const due = deadline === null ? [] : talk.plan.deadlines.filter(({ name }) => name === deadline);
  return [...new Set([...named, ...due.map(({ group }) => group)])];
}

/** Whose the meetings are that lie on a day that is named. */
export function thenIn(clip: Clip, talk: Talk): Named {
  const period = periodOf(readPart(clip, talk));
  if (period?.name.by !== 'day') return nothingNamed;
  const groups = talk.plan.meetings.filter(({ from, to }) => overlaps(period, from, to)).map(({ group }) => group);
  const conferences = talk.plan.occasions
    .filter(({ schedule }) => 'date' in schedule && overlaps(period, schedule.date, schedule.date))
    .map(({ conference }) => conference);
  return { ...nothingNamed, groups: [...new Set(groups)], conferences: [...new Set(conferences)] };
}

/** More activities than these are no name of one. */
const mostActivities = 2;

function activitiesNamed(clip: Clip, talk: Talk): ActivityId[] {
  const about = clip.flat.replace(/^(?:om|infor|about|of|for|fore|innan|before|pa|nar|when)\s+/, '');
  const { ids } = activitiesIn(exactly(clip, clip.flat.length - about.length), talk);
  return ids.length <= mostActivities ? ids : [];
}

/** What the last answer was about. */
export function shownNow({ context, plan }: Talk): Named {
  const { meetings, activities, conferences } = context.focus;
  const groups = new Set<GroupId>();
  const series = new Set<ConferenceId>(conferences);
  for (const id of meetings) {
    const meeting = [...plan.meetings, ...plan.cancelled.meetings].find((one) => one.id === id);
    const occasion = [...plan.occasions, ...plan.cancelled.occasions].find((one) => one.id === id);
    if (meeting) groups.add(meeting.group);
    if (occasion) series.add(occasion.conference);
  }
  if (groups.size + series.size > 0) return { ...nothingNamed, groups: [...groups], conferences: [...series] };
  const last = lastGroups(context.last);
  if (last.length > 0) return { ...nothingNamed, groups: last };
  return { ...nothingNamed, activities: activities.length <= mostActivities ? [...activities] : [] };
}

function lastGroups(last: Query | null): GroupId[] {
  return last?.kind === 'meetings' || last?.kind === 'group' ? [...last.groups] : [];
}

/** Whether the words name something of the plan. */
export function namesRecord(clip: Clip, talk: Talk): boolean {
  const reading = readPart(clip, talk);
  const kinds = ['group', 'conference', 'municipality', 'activity'] as const;
  return kinds.some((kind) => entities(reading, kind).length > 0) || hasCue(reading, 'meeting', 'conference');
}
