// Messages to many: "skicka till alla: …", "meddela nätverket på måndag kl 9: …", their templates, and how they went.
import { type AudienceTarget, type Draft, nobody, type UpdateRequest } from '../draft.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day, WallTime } from '../plan/schedule.ts';
import { type AnnouncementsQuery, type RemindersQuery, type UpdateQuery, wish } from '../query.ts';
import * as said from './announcement-words.ts';
import { longestUpdate } from './ask-updates.ts';
import { impossibleIn } from './impossible-times.ts';
import { entities, mentionsAt, type Reading } from './reading.ts';
import { lengthIn } from './reminder-leads.ts';
import { untilIn } from './reminder-pauses.ts';
import { type Clip, clipOf, cut, exactly, partsOf, unquoted, wishOf } from './sentence.ts';
import { plusDays } from './time-days.ts';
import { findTimes } from './times.ts';
import { exceptionIn } from './unread-words.ts';
import { readPart, type Talk } from './update-subjects.ts';
import { words } from './words.ts';

export interface AskedAnnouncements {
  readonly query: UpdateQuery | AnnouncementsQuery | RemindersQuery;
  readonly language: 'sv' | 'en' | null;
}

/** A question about messages is no longer. */
const longestQuestion = 200;

/** What a message wants of messages to many; undefined where it is about something else. */
export function askAnnouncements(message: string, talk: Talk): AskedAnnouncements | undefined {
  if (message.length > longestUpdate) return undefined;
  const whole = clipOf(message);
  if (!said.mayConcern.test(whole.flat)) return undefined;
  const wish = wishOf(whole).clip;
  const query = (wish.flat.length <= longestQuestion ? questionIn(cut(wish), talk) : undefined) ?? updateIn(wish, talk);
  return query && { query, language: languageOf(wish) };
}

// === Questions and wishes

function questionIn(clip: Clip, talk: Talk): AnnouncementsQuery | RemindersQuery | undefined {
  const { flat } = clip;
  const asked = (act: AnnouncementsQuery['act']): AnnouncementsQuery => ({ kind: 'announcements', act, version: null });
  if (said.status.test(flat)) return asked('status');
  if (said.list.test(flat)) return asked('list');
  if (said.templates.test(flat)) return asked('templates');
  if (said.stop.test(flat)) return silence('stop', null);
  if (said.resume.test(flat)) return silence('resume', null);
  const pause = partsOf(clip, said.pause);
  return pause ? silence('pause', untilIn(pause.rest ?? exactly(clip, 0, 0), talk.now)) : undefined;
}

function silence(act: RemindersQuery['act'], until: Day | null): RemindersQuery {
  return wish(act, { until, whom: { kind: 'here' }, announcements: true });
}

// === Orders

function updateIn(wish: Clip, talk: Talk): UpdateQuery | undefined {
  const request = templateIn(wish) ?? messageIn(wish, talk);
  return request && { kind: 'update', request };
}

function requestOf(draft: Draft, more: Partial<UpdateRequest> = {}): UpdateRequest {
  return { draft, reason: null, quiet: false, impossible: null, ...more };
}

function templateIn(wish: Clip): UpdateRequest | undefined {
  const saved = said.saveTemplateAs.exec(wish.flat) ?? said.saveTemplate.exec(wish.flat);
  const { name, text } = saved?.indices?.groups ?? {};
  if (name && text) {
    const said = unquoted(exactly(wish, ...text).text);
    const named = unquoted(exactly(wish, ...name).text);
    return requestOf({ kind: 'set-template', name: named, text: said || null, remove: false });
  }
  const removed = partsOf(cut(wish), said.removeTemplate)?.name;
  if (!removed) return undefined;
  return requestOf({ kind: 'set-template', name: unquoted(removed.text), text: null, remove: true });
}

/** A message: whom it goes to and when stand before the colon, what it says after it. */
function messageIn(wish: Clip, talk: Talk): UpdateRequest | undefined {
  const { head, body } = parted(wish);
  const template = partsOf(cut(head), said.useTemplate)?.name ?? null;
  const verb = said.order.exec(head.flat);
  if ((!template && !verb?.groups) || said.otherWay.test(head.flat)) return undefined;
  const end = template ? endOf(head, template) : (verb?.[0].length ?? 0);
  const rest = cut(head, end);
  if (said.toMyself.test(rest.flat)) return undefined;
  const audience = audienceIn(rest, talk);
  const isAddressed = body !== null && said.toSomebody.test(head.flat);
  if (!template && !isAddressed && !isMeant(body, audience, verb?.groups ?? {})) return undefined;
  const draft: Draft = {
    kind: 'announce',
    audience: audience.target,
    text: body,
    template: template === null ? null : unquoted(template.text),
    ...whenIn(rest, talk.now),
  };
  // Whom it is for is asked, where nothing of it was understood.
  const isNamed = JSON.stringify(audience.target) !== JSON.stringify(nobody);
  const unread = exceptionIn(rest) ?? (isNamed ? leftIn(rest, audience, talk) : null);
  return requestOf(draft, { impossible: impossibleIn(rest), ...(unread === null ? {} : { unread }) });
}

/** Without a text, only who says "skicka … meddelande", or "skicka till alla", means a message. */
function isMeant(
  body: string | null,
  { target }: Audience,
  groups: Readonly<Partial<Record<string, string>>>,
): boolean {
  const isNamed = JSON.stringify(target) !== JSON.stringify(nobody);
  const isSending = said.isSendVerb.test(groups.verb ?? '');
  if (body !== null) return isNamed || groups.noun !== undefined;
  return groups.noun !== undefined ? isSending : isSending && target.everyone;
}

function endOf(head: Clip, { flat }: Clip): number {
  return head.flat.indexOf(flat) + flat.length;
}

/** The first colon that is not within a time of day; or quotation marks; or "att". */
function parted(wish: Clip): { readonly head: Clip; readonly body: string | null } {
  const colon = /:(?!\d)/.exec(wish.flat);
  const quote = /["”“]/.exec(wish.flat);
  const isColon = colon !== null && (quote === null || colon.index < quote.index || quote.index < shortestHead);
  if (isColon) return split(wish, colon.index, 1, unquoted);
  if (quote && /["”“]\s*[.!]?$/.test(wish.flat) && quote.index >= shortestHead) {
    return split(wish, quote.index, 0, unquoted);
  }
  const that = said.that.exec(wish.flat);
  if (that) return split(wish, that.index, that[0].length, (text) => text.charAt(0).toUpperCase() + text.slice(1));
  return { head: cut(wish), body: null };
}

/** "Send to" */
const shortestHead = 6;

function split(wish: Clip, at: number, length: number, tidy: (text: string) => string) {
  const body = tidy(exactly(wish, at + length).text.trim());
  return { head: cut(wish, 0, at), body: body === '' ? null : body };
}

// === To whom

interface Audience {
  readonly target: AudienceTarget;
  /** Where the name of a channel or chat stands. */
  readonly named: readonly [from: number, to: number] | null;
}

function audienceIn(clip: Clip, talk: Talk): Audience {
  const place = placeIn(clip);
  if (place) return { target: { ...nobody, place: place.name }, named: place.at };
  if (said.here.test(clip.flat)) return { target: { ...nobody, here: true }, named: null };
  const reading = readPart(clip, talk);
  const named = entities(reading, 'group').map(({ id }) => id);
  const groups = named.length > 0 ? named : networksOf(reading, talk);
  const municipalities = entities(reading, 'municipality').map(({ id }) => id);
  const isSome = groups.length + municipalities.length > 0;
  const isAll = said.everyone.test(clip.flat) && !(isSome && said.allOf.test(clip.flat));
  // "Alla och Haninge" would go to all: that is not said by chance.
  if (isAll && !isSome) return { target: { ...nobody, everyone: true }, named: null };
  return { target: { ...nobody, groups, municipalities }, named: null };
}

/** "Nätverket för klimat": the networks that work for an area. */
function networksOf(reading: Reading, { plan }: Talk): AudienceTarget['groups'] {
  if (!said.network.test(clipOf(reading.message).flat)) return [];
  const areas = new Set(entities(reading, 'area').map(({ id }) => id));
  const isTheirs = ({ kind, areas: own }: Plan['groups'][number]): boolean =>
    kind === 'network' && own.some((area) => areas.has(area));
  return plan.groups.filter(isTheirs).map(({ id }) => id);
}

function placeIn(clip: Clip): { readonly name: string; readonly at: readonly [number, number] } | null {
  for (const pattern of [said.place, said.placeBefore]) {
    const at = pattern.exec(clip.flat)?.indices?.groups?.name;
    if (!at) continue;
    const name = unquoted(exactly(clip, at[0], at[1]).text.replace(/^(?:till|to|i|in)\s+(?:the\s+)?/iu, ''));
    if (name !== '' && !/^(?:här|har|här|this|den här|denna)$/iu.test(name)) return { name, at };
  }
  return null;
}

// === When

/** The day and the time of day; a time to come that is told by how far off it is ("om en timme") is both. */
function whenIn(clip: Clip, now: LocalMoment): { readonly day: Day | null; readonly time: WallTime | null } {
  const off = /(?<!\p{L})(?:om|in)\s+.*$/u.exec(clip.flat);
  const length = off && lengthIn(cut(clip, off.index));
  if (length && (length.unit === 'minutes' || length.unit === 'hours')) {
    return later(now, length.amount * (length.unit === 'hours' ? 60 : 1));
  }
  const meanings = findTimes(words(clip.text), now).map(({ meaning }) => meaning);
  const days = meanings.flatMap((meaning) =>
    meaning.kind === 'period' && meaning.period.from === meaning.period.to && meaning.period.from !== null
      ? [meaning.period.from]
      : [],
  );
  const times = meanings.flatMap((meaning) => (meaning.kind === 'clock' ? [meaning.time] : []));
  return { day: days[0] ?? null, time: times[0] ?? null };
}

const dayMinutes = 24 * 60;

function later({ day, time }: LocalMoment, minutes: number): { readonly day: Day; readonly time: WallTime } {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = hour * 60 + minute + minutes;
  const rest = total % dayMinutes;
  const two = (part: number): string => String(part).padStart(2, '0');
  return {
    day: plusDays(day, Math.floor(total / dayMinutes)),
    time: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
  };
}

// === What was not read

/** Words before the colon that neither the audience nor the time comes of; null where there are none. */
function leftIn(clip: Clip, { named }: Audience, talk: Talk): string | null {
  const reading = readPart(clip, talk);
  const timed = new Set<number>();
  for (const { first, end, meaning } of reading.times) {
    const isOneDay = meaning.kind !== 'period' || meaning.period.from === meaning.period.to;
    if (isOneDay) for (let index = first; index < end; index++) timed.add(index);
  }
  const isLength = lengthIn(clip) !== null;
  const left = reading.words.filter(({ folded, start }, index) => {
    if (timed.has(index) || said.besideHead.test(folded)) return false;
    if (
      isLength &&
      /^(?:om|in|\d+|en|ett|an?|one|tva|two|tre|three|halv\p{L}*|half|minut\p{L}*|minutes?|timm\p{L}*|hours?)$/u.test(
        folded,
      )
    )
      return false;
    if (named && start >= named[0] && start < named[1]) return false;
    return !isAudience(reading, index);
  });
  return left.length === 0 ? null : left.map(({ start, end }) => reading.message.slice(start, end)).join(' ');
}

const audienceKinds: ReadonlySet<string> = new Set(['group', 'municipality', 'area', 'region']);

function isAudience(reading: Reading, word: number): boolean {
  return reading.tokens.some(
    (token, index) =>
      token.word === word &&
      mentionsAt(reading.mentions, index).some(
        ({ meaning }) =>
          meaning.kind === 'ignorable' || (meaning.kind === 'entity' && audienceKinds.has(meaning.entity.kind)),
      ),
  );
}

// === Answers to what the bot asked

/** The draft with the part put in that the bot asked for; undefined where the words are no such part. */
export function announcementFilled(
  draft: Extract<Draft, { kind: 'announce' | 'set-template' }>,
  slot: 'audience' | 'message' | 'template' | 'time',
  clip: Clip,
  talk: Talk,
): Draft | undefined {
  const text = unquoted(clip.text).trim();
  if (slot === 'message') return text === '' ? undefined : { ...draft, text };
  if (draft.kind === 'set-template') return slot === 'template' && text !== '' ? { ...draft, name: text } : undefined;
  if (slot === 'time') {
    const { time } = whenIn(clip, talk.now);
    return time === null ? undefined : { ...draft, time };
  }
  const { target } = audienceIn(clip, talk);
  const isNamed = JSON.stringify(target) !== JSON.stringify(nobody);
  return slot === 'audience' && isNamed ? { ...draft, audience: target } : undefined;
}

// === Language

const english =
  /^(?:send|post|write|tell|inform|notify|announce|message|save|delete|remove|use|create|show|list|how|who|has|which|what|are|stop|pause|mute|resume|unmute|no|templates|did|was)(?!\p{L})/u;

function languageOf({ flat }: Clip): 'sv' | 'en' {
  return english.test(flat) ? 'en' : 'sv';
}
