// What becomes of a wish for a calendar: files of single meetings for whoever asks, links for the one they belong to.
import { calendar, cancelledCalendar, hasEnded, isDated } from '../answer/calendar-items.ts';
import { focusOn } from '../answer/meetings.ts';
import { answerWith, withAlterations } from '../answer/parts.ts';
import { schedulingLink } from '../calendar/deep-link.ts';
import { calendarOf } from '../calendar/events.ts';
import type { Address, FeedAddress, Feeds, OwnFeed } from '../calendar/feeds.ts';
import type { FeedContent, Selection } from '../calendar/selection.ts';
import type { Clock } from '../clock.ts';
import type { CalendarItem, CalendarLink, CalendarStep, LinkAddress, LinkContent, SingleAnswer } from '../facts.ts';
import type { Identity } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import { localAt } from '../plan/wall-clock.ts';
import { type CalendarQuery, type SingleQuery, unsaidCalendar } from '../query.ts';
import type { Locale } from '../render/dates.ts';
import type { Occasion } from './answering.ts';

/** What calendar links are made with. */
export interface CalendarKnowledge {
  readonly feeds: Feeds;
  /** Where links lead. */
  readonly address: () => Address;
  readonly clock: Clock;
}

/** Files that are offered at once: each has a button, and Teams shows six. */
const mostFiles = 5;

export async function answerCalendar(
  query: CalendarQuery,
  knowledge: CalendarKnowledge,
  ledger: Ledger,
  occasion: Occasion,
): Promise<SingleAnswer> {
  if (query.unread !== undefined) {
    return answerWith({ outcome: { kind: 'calendar', query, step: { step: 'unread', words: query.unread } } });
  }
  if (query.act === 'file') return answerFiles(query, knowledge, ledger, occasion);
  const step = await linkStep(query, knowledge, ledger, occasion);
  const isShown = step.step === 'links' || step.step === 'created' || step.step === 'rotated';
  const suggestions: SingleQuery[] = isShown && query.act !== 'list' ? [{ ...unsaidCalendar, act: 'list' }] : [];
  return answerWith({ outcome: { kind: 'calendar', query, step }, suggestions });
}

// === Single meetings

function answerFiles(
  query: CalendarQuery,
  knowledge: CalendarKnowledge,
  ledger: Ledger,
  { now, locale }: Occasion,
): SingleAnswer {
  const { plan } = ledger.edition;
  const isWanted = ({ record }: CalendarItem): boolean => query.meetings.includes(record.id);
  const wanted = [...calendar(plan), ...cancelledCalendar(plan)].filter(isWanted);
  const ahead = wanted.filter((item) => !item.record.cancelled && isDated(item) && !hasEnded(item, now));
  const shown = ahead.slice(0, mostFiles);
  if (shown.length === 0) {
    const step: CalendarStep = { step: 'nothing', why: whyNothing(wanted) };
    return withAlterations(
      answerWith({ outcome: { kind: 'calendar', query, step }, facts: wanted, focus: focusOn(wanted) }),
      plan,
    );
  }
  const step: CalendarStep = {
    step: 'files',
    files: shown.map((item) => fileOf(item, knowledge, ledger, locale)),
    more: ahead.length - shown.length,
    worksOutside: knowledge.address().worksOutside,
  };
  const answer = answerWith({
    outcome: { kind: 'calendar', query, step },
    facts: shown,
    doubts: ['date', 'time', 'place'],
    suggestions: [followAll(shown)],
    focus: focusOn(shown),
  });
  return withAlterations(answer, plan);
}

function whyNothing(wanted: readonly CalendarItem[]): Extract<CalendarStep, { step: 'nothing' }>['why'] {
  if (wanted.length === 0) return 'no-match';
  if (wanted.every(({ record }) => record.cancelled)) return 'cancelled';
  return wanted.some((item) => !item.record.cancelled && isDated(item)) ? 'over' : 'no-day';
}

function fileOf(item: CalendarItem, { feeds }: CalendarKnowledge, ledger: Ledger, locale: Locale) {
  const { id } = item.record;
  const shown = { selections: [{ kind: 'meeting' as const, meeting: id }], withActivities: false, locale };
  const [event] = calendarOf(ledger, shown, null, null).events;
  const teams = event ? schedulingLink(event, ledger.edition.plan.region.timeZone) : null;
  return { item, url: feeds.meetingLink(id, locale), teams };
}

/** All that there is and will be of the same. */
function followAll(items: readonly CalendarItem[]): CalendarQuery {
  const groups = items.flatMap((item) => (item.kind === 'meeting' ? [item.record.group] : []));
  const conferences = items.flatMap((item) => (item.kind === 'occasion' ? [item.record.conference] : []));
  return { ...unsaidCalendar, groups: [...new Set(groups)], conferences: [...new Set(conferences)] };
}

// === Links

async function linkStep(
  query: CalendarQuery,
  knowledge: CalendarKnowledge,
  ledger: Ledger,
  { asker, scope, locale }: Occasion,
): Promise<CalendarStep> {
  if (scope !== 'personal') return { step: 'read-by-others' };
  if (asker.identity === null) return { step: 'unknown-asker' };
  const owner = { tenant: asker.identity.tenant, person: asker.identity.person };
  const { timeZone } = ledger.edition.plan.region;
  const links = (await knowledge.feeds.list(owner)).map((feed) => linkOf(feed, timeZone));
  switch (query.act) {
    case 'subscribe':
    case 'file':
      return create(query, links, owner, knowledge, locale);
    case 'list':
      return { step: 'links', links };
    case 'rotate':
    case 'revoke':
      return change(query, query.act, links, owner, knowledge);
  }
}

async function create(
  query: CalendarQuery,
  links: readonly CalendarLink[],
  owner: Identity,
  { feeds, clock }: CalendarKnowledge,
  locale: Locale,
): Promise<CalendarStep> {
  const content = feedContent(query, locale);
  if (!content) return { step: 'nothing', why: 'no-match' };
  const shown = contentOf(content);
  const made = await feeds.create(content, owner, clock());
  if (made.kind === 'too-many') return { step: 'too-many', most: made.most };
  const existing = links.find((link) => JSON.stringify(link.content) === JSON.stringify(shown)) ?? null;
  return { step: 'created', address: addressOf(made.address, shown), existing };
}

async function change(
  query: CalendarQuery,
  act: 'rotate' | 'revoke',
  links: readonly CalendarLink[],
  owner: Identity,
  { feeds, clock }: CalendarKnowledge,
): Promise<CalendarStep> {
  const meant = meantBy(query, links);
  const [only, another] = meant;
  if (!only) return { step: 'no-such-link', has: links.length };
  if (another && !(act === 'revoke' && query.link === '*')) return { step: 'choose', act, links: meant };
  if (act === 'rotate') {
    const address = await feeds.rotate(only.id, owner, clock());
    return address
      ? { step: 'rotated', address: addressOf(address, only.content) }
      : { step: 'no-such-link', has: links.length - 1 };
  }
  const revoked: CalendarLink[] = [];
  for (const link of meant) if (await feeds.revoke(link.id, owner, clock())) revoked.push(link);
  return revoked.length > 0 ? { step: 'revoked', links: revoked } : { step: 'no-such-link', has: 0 };
}

/** The links that are meant: by their end, by their number in the list, by what they show, or all. */
function meantBy(query: CalendarQuery, links: readonly CalendarLink[]): CalendarLink[] {
  const showing = links.filter(({ content }) => shows(content, query));
  const { link } = query;
  if (link === null || link === '*') return showing;
  if (/^\d{1,2}$/.test(link)) return links.slice(Number(link) - 1, Number(link));
  const exact = links.filter(({ hint }) => hint.endsWith(link));
  return exact.length > 0 ? exact : links.filter(({ hint }) => hint.toLowerCase().endsWith(link.toLowerCase()));
}

function shows(content: LinkContent, { groups, conferences, municipalities }: CalendarQuery): boolean {
  return (
    groups.every((id) => content.groups.includes(id)) &&
    conferences.every((id) => content.conferences.includes(id)) &&
    municipalities.every((id) => content.municipalities.includes(id))
  );
}

function linkOf({ id, content, hint, createdAt, lastFetch }: OwnFeed, timeZone: string): CalendarLink {
  return { id, content: contentOf(content), hint, createdOn: localAt(new Date(createdAt), timeZone).day, lastFetch };
}

function addressOf({ url, webcal, worksOutside }: FeedAddress, content: LinkContent): LinkAddress {
  return { content, url, webcal, worksOutside };
}

/** What a feed is to show; null where nothing was named. */
function feedContent(query: CalendarQuery, locale: Locale): FeedContent | null {
  const { withActivities } = query;
  if (query.scope === 'subscriptions') return { of: { kind: 'subscriptions' }, withActivities, locale };
  const selections: Selection[] = [
    ...(query.scope === 'named' ? [] : [{ kind: query.scope }]),
    ...query.groups.map((group): Selection => ({ kind: 'group', group })),
    ...query.conferences.map((conference): Selection => ({ kind: 'conference', conference })),
    ...query.municipalities.map((municipality): Selection => ({ kind: 'municipality', municipality })),
    ...query.activities.map((activity): Selection => ({ kind: 'activity', activity })),
    ...query.meetings.map((meeting): Selection => ({ kind: 'meeting', meeting })),
  ];
  return selections.length === 0 ? null : { of: { kind: 'selections', selections }, withActivities, locale };
}

function contentOf({ of, withActivities }: FeedContent): LinkContent {
  const selections = of.kind === 'selections' ? of.selections : [];
  return {
    meetings: selections.flatMap((one) => (one.kind === 'meeting' ? [one.meeting] : [])),
    groups: selections.flatMap((one) => (one.kind === 'group' ? [one.group] : [])),
    conferences: selections.flatMap((one) => (one.kind === 'conference' ? [one.conference] : [])),
    municipalities: selections.flatMap((one) => (one.kind === 'municipality' ? [one.municipality] : [])),
    activities: selections.flatMap((one) => (one.kind === 'activity' ? [one.activity] : [])),
    scope: scopeOf(of),
    withActivities,
  };
}

function scopeOf(of: FeedContent['of']): LinkContent['scope'] {
  if (of.kind === 'subscriptions') return 'subscriptions';
  const kinds = of.selections.map(({ kind }) => kind);
  return kinds.includes('everything') ? 'everything' : kinds.includes('conferences') ? 'conferences' : 'named';
}
