// What a wish about reminders leaves unread: times of their own for each topic, a place, a day, a part of a list.
import type { RemindersQuery } from '../query.ts';
import { entities, periodOf } from './reading.ts';
import type { LeadsIn } from './reminder-leads.ts';
import { isNothing, type Named, namedOnce, namesRecord, thenIn, withoutPlace } from './reminder-topics.ts';
import * as said from './reminder-words.ts';
import { type Clip, cut, exactly } from './sentence.ts';
import { exceptionIn, isNamed, placeIn, unreadIn } from './unread-words.ts';
import { deadlineNamed } from './update-deadlines.ts';
import { activitiesIn, readPart, type Talk } from './update-subjects.ts';
import { partsOfList } from './wish-lists.ts';

/** "En dag innan kommittén och en vecka innan ledningsgruppen": times of their own are not kept apart. */
export function severalTimes(clip: Clip, places: LeadsIn['places'], talk: Talk): string | null {
  const [first] = places;
  const last = places.at(-1);
  if (!first || !last || first === last) return null;
  const names = (from: number, to: number): boolean => from < to && namesRecord(cut(clip, from, to), talk);
  const isApart = names(first.to, last.from) && names(last.to, clip.flat.length);
  return isApart ? exactly(clip, last.from).text : null;
}

/** What is left of the words about a topic, when all that is understood is taken from them. */
export function leftOf(topic: Clip, query: Named & Pick<RemindersQuery, 'only' | 'act'>, talk: Talk): string | null {
  if (topic.flat.trim() === '') return null;
  const reading = readPart(topic, talk);
  const isDeadline = query.groups.length > 0 && entities(reading, 'group').length === 0 && !exceptionIn(topic);
  if (isDeadline && deadlineNamed(topic.text, talk.plan) !== null) return null;
  const own = query.activities.length > 0 ? activitiesIn(topic, talk) : null;
  const named = new Set([...(own?.tokens ?? [])].flatMap((token) => own?.reading.tokens[token]?.word ?? []));
  const isDay = isOwnDay(topic, query, talk);
  const isPointing = isNothing(query) || (!namesRecord(topic, talk) && said.pointing.test(topic.flat));
  if (isPointing && said.pointing.test(withoutPlace(topic).flat)) return null;
  const names = (reading: ReturnType<typeof readPart>, word: number): boolean => {
    const isTime = reading.times.some(({ first, end }) => word >= first && word < end);
    return named.has(word) || (isTime && isDay) || (isNamed(reading, word) && !isTime);
  };
  return (
    unreadIn({ words: topic, names, isNarrowed: query.only === true }, talk) ??
    besideRecord(topic, query, talk) ??
    unknownPart(topic, query, talk)
  );
}

/** "Kommitténs möten i Haninge": a place that limits nothing here. */
function besideRecord(topic: Clip, query: Named, talk: Talk): string | null {
  const hasRecord = query.groups.length + query.conferences.length > 0;
  return hasRecord && query.municipalities.length === 0 ? placeIn(readPart(topic, talk)) : null;
}

/** Whether the only time named is a day on which what is named meets. */
function isOwnDay(topic: Clip, { groups, conferences }: Named, talk: Talk): boolean {
  const reading = readPart(topic, talk);
  const then = thenIn(topic, talk);
  const isYear = periodOf(reading)?.name.by === 'year';
  if (isYear) return groups.length === 0 && conferences.length > 0;
  return (
    then.groups.some((group) => groups.includes(group)) || then.conferences.some((one) => conferences.includes(one))
  );
}

/** A part of a list that nothing of the plan explains: "kommittén och lönesamtalen". */
function unknownPart(topic: Clip, query: Named, talk: Talk): string | null {
  const parts = partsOfList(topic);
  if (parts.length < 2 || isNothing(query) || query.everything) return null;
  const unknown = parts.find((part) => isNothing(namedOnce(part, talk)));
  const isOneName = isNothing(namedOnce(topic, talk)) || namesAll(parts, topic, talk);
  return unknown && !isOneName ? unknown.text : null;
}

/** Whether a list is the name of something, as of an activity or a network with "och" in it. */
function namesAll(parts: readonly Clip[], topic: Clip, talk: Talk): boolean {
  const named = parts.filter((part) => !isNothing(namedOnce(part, talk)));
  return named.length === 0 || readPart(topic, talk).unknown.length === 0;
}
