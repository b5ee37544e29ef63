// The meeting that an order or a statement is about, and the draft that is made of it.
import { anyMeeting, type Draft } from '../draft.ts';
import { daysOf } from '../plan/meeting-days.ts';
import { overlaps, type Period } from '../plan/period.ts';
import type { MeetingDetails } from './meeting-details.ts';
import type { Clip } from './sentence.ts';
import { isPronoun, type Subject, subjectOf, type Talk } from './update-subjects.ts';
import { doubtful } from './update-words.ts';

/** A draft, and what in it does not exist. */
export interface Drafted {
  readonly draft: Draft;
  readonly impossible: string | null;
}

type Edit = Extract<Draft, { kind: 'edit-meeting' }>;

/** A draft in which all dates exist. */
export const drafted = (draft: Draft): Drafted => ({ draft, impossible: null });

/** The "till" of "lunch till lunch" stands between no two dates. */
export function withoutLunch({ text, flat }: Clip): Clip {
  const swap = (source: string): string => source.replaceAll(/(lunch) (?:till|to) (lunch)/gi, '$1-$2');
  return { text: swap(text), flat: swap(flat) };
}

/** The meeting that was just shown, where it was one; it is asked for where it was not. */
export function shownSubject({ context }: Talk): Subject {
  const [only, another] = context.focus.meetings;
  return { target: only && !another ? { ...anyMeeting, ids: [only] } : anyMeeting, isMeeting: true };
}

/** "Flytta det": what "det" is, is asked for where nothing was shown. */
export function orderedSubject(object: Clip, talk: Talk): Subject {
  const isOpen = isPronoun(object) && talk.context.focus.activities.length === 0;
  return isOpen ? shownSubject(talk) : subjectOf(object, talk);
}

/** The days of the meeting that is meant, where its day is said or was shown. */
export function nearOf({ target }: Pick<Subject, 'target'>, { plan }: Talk): Period | null {
  const { ids, period, groups } = target;
  const [id, another] = ids;
  const shown = id && !another ? plan.meetings.find((meeting) => meeting.id === id) : undefined;
  if (shown) return dayPeriod(shown.from);
  const occasion = occasionOf(target, plan);
  if (occasion) return dayPeriod(occasion);
  if (period?.name.by !== 'month' || period === null) return period?.name.by === 'day' ? period : null;
  const then = plan.meetings.filter(
    (meeting) => overlaps(period, meeting.from, meeting.to) && (groups.length === 0 || groups.includes(meeting.group)),
  );
  return then[0] && then.length === 1 ? dayPeriod(then[0].from) : period;
}

/** The first day of the conference that is meant, where it is one. */
function occasionOf({ ids, period, conferences }: Subject['target'], plan: Talk['plan']): string | undefined {
  if (ids.length === 0 && conferences.length === 0) return undefined;
  const days = plan.occasions.flatMap((occasion) => {
    const held = daysOf(occasion);
    const isMeant = ids.length > 0 ? ids.includes(occasion.id) : conferences.includes(occasion.conference);
    return held && isMeant && (period === null || overlaps(period, held.from, held.to)) ? [held.from] : [];
  });
  return days.length === 1 ? days[0] : undefined;
}

export function edited(
  { target }: Subject,
  { impossible, minutes, ...details }: MeetingDetails,
  title: string | null = null,
): Drafted {
  const draft: Edit = { kind: 'edit-meeting', target, ...details, ...(minutes === null ? {} : { minutes }), title };
  return { draft, impossible };
}

/** The meeting that a statement is about; undefined where the words ask or doubt. */
export function toldSubject(object: Clip | undefined, talk: Talk): Subject | undefined {
  if (!object || doubtful.test(object.flat)) return undefined;
  // "Det blir kl 13" is about a meeting only where one was shown.
  if (isPronoun(object) && /^(?:det|den|it|this|that)$/.test(object.flat) && talk.context.focus.meetings.length === 0)
    return undefined;
  const subject = subjectOf(object, talk);
  return subject.isMeeting && isOneMeeting(subject, object) ? subject : undefined;
}

/** "Kommittén börjar kl 12" tells of all its meetings. */
function isOneMeeting({ target }: Subject, { flat }: Clip): boolean {
  const { ids, period, which, conferences } = target;
  return (
    ids.length + conferences.length > 0 ||
    period !== null ||
    which === 'next' ||
    /mot|konferens|meeting|conference|internat|dagar/.test(flat)
  );
}

/** The meeting that an order is about. */
export function subjectOrdered(object: Clip | undefined, talk: Talk): Subject | undefined {
  if (!object || doubtful.test(object.flat)) return undefined;
  const subject = orderedSubject(object, talk);
  return subject.isMeeting ? subject : undefined;
}

export const dayPeriod = (day: string): Period => ({ from: day, to: day, name: { by: 'day' } });
