// Answers about reminders: what comes when, what ended, what is paused, what there is, and how it goes.
import type { Outcome } from '../facts.ts';
import { addDays } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { RemindersQuery } from '../query.ts';
import { wish } from '../query.ts';
import type { Notice } from '../reminders/notice.ts';
import type { Audience, Begun, Held, ReminderHealth, RemindersProblem, RemindersStep } from '../reminders/steps.ts';
import { defaultLeads, Lead, type Subscription, type Topic } from '../reminders/subscription.ts';
import { topicKey } from '../reminders/topics.ts';
import { about, topicsNamed } from '../reminders/wished-topics.ts';
import { capital, formatDate, formatDay, joinWords } from './dates.ts';
import { local, type Setting } from './names.ts';
import { type Block, type Button, type Item, longestTitle, type Page, type Row, sentence, shortened } from './page.ts';
import { instantText, leadsText, noticeOf, remindIn, topicName, topicsText, topicText } from './reminder-names.ts';
import { silencePage } from './silence-pages.ts';

type Step<Name extends RemindersStep['step']> = Extract<RemindersStep, { step: Name }>;

export function remindersPage({ query, step }: Extract<Outcome, { kind: 'reminders' }>, setting: Setting): Page {
  switch (step.step) {
    case 'started':
      return startedPage(step, query, setting);
    case 'stopped':
      return stoppedPage(step, query, setting);
    case 'paused':
      return pausedPage(step, query, setting);
    case 'resumed':
      return resumedPage(step, query, setting);
    case 'list':
      return listPage(step, query, setting);
    case 'why':
      return whyPage(step, query, setting);
    case 'why-announcement':
    case 'silenced':
    case 'heard':
      return silencePage(step, query, setting);
    case 'health':
      return healthPage(step.health, setting);
    case 'ask-topic':
      return askTopicPage(step, query, setting);
    case 'each':
      return eachPage(step, query, setting);
    case 'ask-until':
      return askUntilPage(step, setting);
    case 'refused':
      return refusedPage(step.problem, query, setting);
  }
}

// === Buttons

type Whom = Pick<RemindersQuery, 'whom'>;

/** A wish comes true on the card that it is pressed on. */
function button(title: string, query: RemindersQuery): Button {
  return { title, action: { query }, replaces: true };
}

function pauseButton({ whom }: Whom, setting: Setting): Button {
  return button(remindIn(setting).buttons.pause, wish('pause', { whom }));
}

function stopButton(subscriptions: readonly Subscription[], { whom }: Whom, setting: Setting): Button {
  const topics = subscriptions.map(({ topic }) => topic);
  return button(remindIn(setting).buttons.stop, about(wish('stop', { whom }), topics));
}

function listButton({ whom }: Whom, setting: Setting): Button {
  return { title: remindIn(setting).buttons.list, action: { query: wish('list', { whom }) } };
}

function resumeButton({ whom }: Whom, setting: Setting): Button {
  return button(remindIn(setting).buttons.resume, wish('resume', { whom }));
}

// === Set

function startedPage({ audience, begun }: Step<'started'>, query: RemindersQuery, setting: Setting): Page {
  const subscriptions = begun.map(({ subscription }) => subscription);
  const text = begun.map((one) => begunText(one, audience, query, setting)).join(' ');
  return sentence(text, [
    pauseButton(query, setting),
    stopButton(subscriptions, query, setting),
    listButton(query, setting),
  ]);
}

function begunText(
  { subscription, was, atOnce, next, letter }: Begun,
  audience: Audience,
  { digest }: RemindersQuery,
  setting: Setting,
): string {
  const say = remindIn(setting);
  const { topic, leads } = subscription;
  const of = topicText(topic, setting);
  if (digest === true) {
    const ordered = say.startedDigest(audience, was, topic.kind === 'everything' ? null : of);
    return letter === null ? ordered : `${ordered} ${say.firstLetter(instantText(letter.dueAt, setting))}`;
  }
  const first = next === null ? [] : nextText(next, say.first, setting);
  const soon = atOnce.flatMap((notice) => {
    // Where the hour is a quiet one, a chat or channel gets it at the next that is not.
    const waits = notice.dueAt > subscription.createdAt;
    return nextText(notice, (when, what) => (waits ? say.atNextHour(what, when) : say.atOnce(what)), setting);
  });
  const ahead = [...soon, ...first];
  return [
    say.started(audience, was, leadsText(leads, setting), of),
    ...(ahead.length > 0 ? ahead : [say.nothingAhead]),
  ].join(' ');
}

function nextText(notice: Notice, phrase: (when: string, of: string) => string, setting: Setting): string[] {
  const of = noticeOf(notice, setting);
  return of === null ? [] : [phrase(instantText(notice.dueAt, setting), of)];
}

// === Ended, paused

function stoppedPage(step: Step<'stopped'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  const { audience, ended, onlyDigest, left } = step;
  const done = onlyDigest ? say.stoppedDigest : say.stopped(audience, topicsText(ended, setting));
  const rest = left.length > 0 ? say.left(topicsText(left, setting)) : say.noneLeft;
  const [only, another] = ended;
  const leads = only && !another ? [...only.leads] : [];
  const again = about(
    wish('start', { whom: query.whom, leads, digest: onlyDigest || null }),
    ended.map(({ topic }) => topic),
  );
  const buttons = [button(say.buttons.again, again)];
  return sentence(`${done} ${rest}`, left.length > 0 ? [...buttons, listButton(query, setting)] : buttons);
}

/** A pause without an end. */
const isForGood = (until: string): boolean => until >= '9000';

function pausedPage({ until, only }: Step<'paused'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  const { today, locale } = setting;
  const of = only && topicsText(only, setting);
  const text = isForGood(until)
    ? say.pausedForGood(of)
    : say.paused(of, formatDay(until, today, locale), formatDay(addDays(until, 1), today, locale));
  return sentence(text, [resumeButton(query, setting), listButton(query, setting)]);
}

function resumedPage({ wasPaused, next }: Step<'resumed'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  const ahead = next === null ? [say.nothingAhead] : nextText(next, say.next, setting);
  return sentence([wasPaused ? say.resumed : say.wasNotPaused, ...ahead].join(' '), [
    pauseButton(query, setting),
    listButton(query, setting),
  ]);
}

// === Asked about

function example(setting: Setting): string {
  const { plan, locale } = setting;
  const group = plan.groups.find(({ id }) => plan.meetings.some((meeting) => meeting.group === id));
  const meetings = group ? remindIn(setting).topic.meetingsOf(local(group.definite, setting)) : '';
  return locale === 'sv' ? `påminn mig en vecka innan ${meetings}` : `remind me a week before ${meetings}`;
}

function listPage({ audience, held }: Step<'list'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  const [only, another] = held;
  if (!only) return sentence(say.hasNone(audience, example(setting)));
  const { whom } = query;
  if (!another) return sentence(heldText(only, audience, setting), ownButtons([only.subscription], query, setting));
  const stops = held.slice(0, 3).map(({ subscription: { topic } }) => {
    const title = shortened(say.buttons.stopOf(topicName(topic, setting)), longestTitle);
    return button(title, about(wish('stop', { whom }), [topic]));
  });
  return {
    lead: say.hasMany(audience, held.length),
    blocks: [{ kind: 'list', heading: null, items: held.map((one) => heldItem(one, setting)) }],
    buttons: [rest(held, query, setting), ...stops],
  };
}

function ownButtons(subscriptions: readonly Subscription[], query: Whom, setting: Setting): Button[] {
  return [
    rest(
      subscriptions.map((subscription) => ({ subscription })),
      query,
      setting,
    ),
    stopButton(subscriptions, query, setting),
  ];
}

/** Pauses what goes on, or lets go on what is paused. */
function rest(held: readonly Pick<Held, 'subscription'>[], query: Whom, setting: Setting): Button {
  const isPaused = held.every(({ subscription }) => isResting(subscription, setting));
  return isPaused ? resumeButton(query, setting) : pauseButton(query, setting);
}

function isResting({ pausedUntil }: Subscription, { today }: Setting): boolean {
  return pausedUntil !== null && pausedUntil >= today;
}

function heldText({ subscription, next }: Held, audience: Audience, setting: Setting): string {
  const say = remindIn(setting);
  const { topic, leads, digest } = subscription;
  const of = topicText(topic, setting);
  const letter = digest ? [say.hasDigest(audience, topic.kind === 'everything' ? null : of)] : [];
  const reminders =
    leads.length > 0 || !digest ? [say.has(audience, leadsText(leads, setting) || say.changesOnly, of)] : [];
  const ahead = next === null ? (leads.length > 0 ? [say.nothingAhead] : []) : nextText(next, say.next, setting);
  const pause = pauseText(subscription, setting).map((text) => `${capital(text)}.`);
  return [...reminders, ...letter, ...pause, ...ahead].join(' ');
}

function pauseText({ pausedUntil }: Subscription, setting: Setting): string[] {
  const { today, locale } = setting;
  if (pausedUntil === null || pausedUntil < today) return [];
  return [remindIn(setting).pausedUntil(isForGood(pausedUntil) ? null : formatDay(pausedUntil, today, locale))];
}

function heldItem({ subscription, next }: Held, setting: Setting): Item {
  const say = remindIn(setting);
  const { topic, leads, digest } = subscription;
  const times = leads.length > 0 ? [say.leadsBefore(leadsText(leads, setting))] : digest ? [] : [say.changesOnly];
  const by = setterOf(subscription);
  const set = by === null ? [] : [say.setBy(by, dayOf(subscription.createdAt, setting))];
  const ahead = next === null ? [] : [`${say.healthLabels.next}: ${instantText(next.dueAt, setting)}`];
  return {
    title: capital(topicText(topic, setting)),
    details: [...times, ...(digest ? [say.weekly] : []), ...pauseText(subscription, setting), ...ahead, ...set],
  };
}

function dayOf(instant: string, { plan, today, locale }: Setting): string {
  return formatDate(localAt(new Date(instant), plan.region.timeZone).day, today, locale);
}

/** Who set it, where that was not the recipient. */
export function setterOf({ recipient, setBy }: Subscription): string | null {
  const isOwn =
    recipient.kind === 'person' &&
    recipient.person === setBy.person.toLowerCase() &&
    recipient.tenant === setBy.tenant.toLowerCase();
  return isOwn ? null : setBy.name;
}

function whyPage({ audience, held }: Step<'why'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  if (held.length === 0) return sentence(say.hasNone(audience, example(setting)));
  const reasons = held.map(({ subscription }) =>
    say.why(
      audience,
      topicText(subscription.topic, setting),
      setterOf(subscription),
      dayOf(subscription.createdAt, setting),
    ),
  );
  const subscriptions = held.map(({ subscription }) => subscription);
  return sentence([...reasons, say.howToEnd].join(' '), [
    ...ownButtons(subscriptions, query, setting),
    listButton(query, setting),
  ]);
}

// === How it goes

/** Rows about a report's numbers: nothing that is nought. */
export function healthRows(health: ReminderHealth, setting: Setting): Row[] {
  const { healthLabels: labels, ...say } = remindIn(setting);
  const failed = health.failed.map(({ reason, count }) => `${count} ${say.reason[reason]}`);
  const of = health.next && noticeOf(health.next, setting);
  const next = health.nextDue ?? health.next?.dueAt ?? null;
  const nextWhat = of !== null && next === health.next?.dueAt ? `, ${of}` : '';
  return [
    [labels.sent, String(health.sent)],
    ...row(health.doubtful > 0, labels.doubtful, say.doubtful(health.doubtful)),
    ...row(failed.length > 0, labels.failed, joinWords(failed, setting.locale)),
    ...row(health.missed > 0, labels.missed, say.missed(health.missed)),
    ...row(health.waiting > 0, labels.waiting, String(health.waiting)),
    ...(health.oldestDue === null ? [] : row(true, labels.oldest, instantText(health.oldestDue, setting))),
    [labels.next, next === null ? say.nothingNext : `${instantText(next, setting)}${nextWhat}`],
    [labels.subscriptions, say.subscribers(health.subscriptions, health.recipients)],
  ];
}

function row(isShown: boolean, label: string, value: string): Row[] {
  return isShown ? [[label, value]] : [];
}

export function failedCount({ failed }: ReminderHealth): number {
  return failed.reduce((sum, { count }) => sum + count, 0);
}

function healthPage(health: ReminderHealth, setting: Setting): Page {
  const { today, locale } = setting;
  const { sent, waiting, since } = health;
  const say = remindIn(setting);
  const told = say.health(sent, failedCount(health), waiting, formatDay(since, today, locale));
  const { lockedOutSince } = health;
  const lead = lockedOutSince === null ? told : `${say.lockedOut(instantText(lockedOutSince, setting))} ${told}`;
  return { lead, blocks: [{ kind: 'fields', rows: healthRows(health, setting) }] };
}

// === What is missing, and why not

/** What became of a wish for each of several people, one sentence after another. */
function eachPage({ steps }: Step<'each'>, query: RemindersQuery, setting: Setting): Page {
  const pages = steps.map((step) => remindersPage({ kind: 'reminders', query, step }, setting));
  return { lead: pages.map(({ lead }) => lead).join(' '), blocks: pages.flatMap(({ blocks }) => blocks) };
}

/** The times that a card offers, the usual ones chosen. */
const offeredLeads: readonly Lead[] = [
  { amount: 1, unit: 'months' },
  { amount: 14, unit: 'days' },
  { amount: 7, unit: 'days' },
  { amount: 3, unit: 'days' },
  { amount: 1, unit: 'days' },
  { amount: 2, unit: 'hours' },
];
const leadChoice = ({ amount, unit }: Lead): string => `${amount} ${unit}`;

function topicBlocks(topics: readonly Topic[], { leads }: RemindersQuery, setting: Setting): Block[] {
  const { card } = remindIn(setting);
  const chosen = leads.flatMap((lead) => Lead.safeParse(lead).data ?? []);
  const times = [...new Map([...offeredLeads, ...chosen].map((lead) => [leadChoice(lead), lead])).values()];
  const choose = (
    id: string,
    label: string,
    options: readonly (readonly [string, string])[],
    those: string[],
  ): Block => {
    return { kind: 'choices', id, label, options, chosen: those };
  };
  return [
    choose(
      'topics',
      card.topics,
      topics.map((topic) => [topicKey(topic), topicName(topic, setting)]),
      [],
    ),
    choose(
      'leads',
      card.leads,
      times.map((lead) => [leadChoice(lead), remindIn(setting).leadsBefore(leadsText([lead], setting))]),
      (chosen.length > 0 ? chosen : defaultLeads).map(leadChoice),
    ),
  ];
}

function askTopicPage({ choices, topics }: Step<'ask-topic'>, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  const titled = choices.map((choice) => {
    const [topic] = topicsNamed(choice);
    return { choice, title: topic ? topicName(topic, setting) : '', topic };
  });
  const names = titled.flatMap(({ topic }) =>
    topic && topic.kind !== 'everything' ? [topicText(topic, setting)] : [],
  );
  const buttons = titled.map(({ choice, title }) => button(shortened(title, longestTitle), choice));
  const lead = say.askTopic(joinWords(names.slice(0, 3), setting.locale));
  const { whom } = query;
  if (whom.kind !== 'me' && whom.kind !== 'here') return sentence(lead, buttons);
  const save: Button = { title: say.card.save, action: { remind: whom.kind }, replaces: true };
  return { lead, blocks: topicBlocks(topics, query, setting), buttons: [save, ...buttons] };
}

function askUntilPage({ choices }: Step<'ask-until'>, setting: Setting): Page {
  const say = remindIn(setting);
  const buttons = choices.flatMap((choice) =>
    choice.until === null
      ? []
      : [button(say.buttons.until(formatDate(choice.until, setting.today, setting.locale)), choice)],
  );
  return sentence(say.askUntil, buttons);
}

function refusedPage(problem: RemindersProblem, query: RemindersQuery, setting: Setting): Page {
  const say = remindIn(setting);
  switch (problem.kind) {
    case 'unread':
      return sentence(say.problem.unread(problem.words));
    case 'unknown-asker':
      return sentence(say.problem.unknownAsker);
    case 'not-allowed': {
      const own = wish('list');
      const text = problem.act === 'health' ? say.problem.healthOnly : say.problem.othersOnly;
      return sentence(text, [{ title: say.buttons.list, action: { query: own } }]);
    }
    case 'too-long':
      return sentence(say.problem.tooLong(say.lead(problem.lead.amount, problem.lead.unit)));
    case 'unknown-person':
      return sentence(say.problem.unknownPerson(problem.name));
    case 'no-leaders': {
      const names = problem.groups.map((group) => topicName({ kind: 'group', group }, setting));
      return sentence(say.problem.noLeaders(names.length > 0 ? joinWords(names, setting.locale) : null));
    }
    case 'no-reminders':
      return sentence(say.problem.noReminders(problem.audience));
    case 'not-subscribed': {
      const { audience, others } = problem;
      const buttons = [stopButton(others, query, setting), listButton(query, setting)];
      return sentence(say.problem.notSubscribed(audience, topicsText(others, setting)), buttons);
    }
  }
}
