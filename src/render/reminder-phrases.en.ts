// English phrases about reminders.
import type { Audience } from '../reminders/steps.ts';
import { capital, genitive } from './dates.ts';
import { several } from './phrases.ts';
import type { LeadUnit, ReminderPhrases } from './reminder-phrases.ts';
import type { TimeLeft } from './time-left.ts';

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const number = (count: number): string => numbers[count] ?? String(count);

const units: Readonly<Record<LeadUnit, readonly [string, string]>> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
};

const owned = (name: string, what: string): string =>
  name.endsWith(')') ? `${what} of ${name}` : `${genitive(name, 'en')} ${what}`;

function whom(who: Audience): string {
  switch (who.kind) {
    case 'me':
      return 'you';
    case 'here':
      return who.scope === 'channel' ? 'this channel' : 'this chat';
    case 'person':
      return who.name;
  }
}

const has = (who: Audience): string => (who.kind === 'me' ? 'You have' : `${capital(whom(who))} has`);
const gets = (who: Audience): string => (who.kind === 'me' ? 'You get' : `${capital(whom(who))} gets`);
const was = { new: 'I will', changed: 'Changed: I will now', same: 'That is set already: I will' } as const;

function timeLeft(left: TimeLeft): string {
  switch (left.kind) {
    case 'now':
      return 'Now';
    case 'today':
      return 'Today';
    case 'tomorrow':
      return 'Tomorrow';
    default: {
      const [one, many] = units[left.kind];
      return `In ${number(left.count)} ${several(left.count, one, many)}`;
    }
  }
}

export const englishReminders: ReminderPhrases = {
  topic: {
    meetingsOf: (group) => owned(group, 'meetings'),
    concerning: (name) => `what concerns ${name}`,
    activity: (name) => `the activity “${name}”`,
    everything: 'everything with a date in the plan',
    gone: 'something that is no longer in the plan',
  },
  lead: (amount, unit) => `${amount} ${several(amount, ...units[unit])}`,
  at: (day, time) => `${day} at ${time}`,

  started: (who, how, leads, about) => `${was[how]} remind ${whom(who)} ${leads} before ${about}.`,
  startedDigest: (who, how, about) =>
    `${was[how]} send ${whom(who)} a weekly digest at 08:00 on the first working day of each week, with ${
      about === null ? 'what happens that week' : `that week’s ${about}`
    }.`,
  first: (when, of) => `First reminder: ${when}, Swedish time, about ${of}.`,
  firstLetter: (when) => `The first comes on ${when}, Swedish time.`,
  next: (when, of) => `Next reminder: ${when}, Swedish time, about ${of}.`,
  nothingAhead:
    'The plan has nothing of the kind ahead to remind of right now. If something is added, you will hear of it.',
  atOnce: (of) => `${capital(of)} is closer than that: that reminder comes right away.`,
  atNextHour: (of, when) => `${capital(of)} is closer than that: that reminder comes on ${when}, Swedish time.`,
  stopped: (who, about) => `I have stopped reminding ${whom(who)} of ${about}.`,
  stoppedDigest: 'The weekly digest is ended.',
  left: (about) => `Still on: reminders about ${about}.`,
  noneLeft: 'No reminders are left.',
  paused: (about, until, from) =>
    `Reminders${about === null ? '' : ` about ${about}`} are paused through ${until}. They go on by themselves on ${from}.`,
  pausedForGood: (about) =>
    `Reminders${about === null ? '' : ` about ${about}`} are paused until further notice. Write “resume reminders” to go on.`,
  resumed: 'The reminders are on again.',
  wasNotPaused: 'The reminders were not paused.',

  has: (who, leads, about) => `${gets(who)} reminders ${leads} before ${about}.`,
  hasDigest: (who, about) =>
    `${gets(who)} a weekly digest${about === null ? '' : ` about ${about}`} on the first working day of each week.`,
  hasMany: (who, count) => `${gets(who)} reminders about ${number(count)} things.`,
  hasNone: (who, example) => `${has(who)} no reminders. Write, for example, “${example}”.`,
  leadsBefore: (leads) => `${leads} before`,
  changesOnly: 'changes only',
  weekly: 'weekly digest',
  pausedUntil: (day) => (day === null ? 'paused until further notice' : `paused through ${day}`),
  setBy: (name, day) => `set by ${name} on ${day}`,
  why: (who, about, by, day) =>
    by === null
      ? `${gets(who)} reminders about ${about} because you asked for them on ${day}.`
      : `${gets(who)} reminders about ${about} because ${by} set them up on ${day}.`,
  howToEnd: 'Write “stop reminding me”, or “pause until …” with a date, or press a button.',
  askTopic: (names) => `What should I remind of? For example ${names}.`,
  askUntil: 'Until when should the reminders be paused? Write a date or choose here.',

  health: (sent, failed, waiting, since) =>
    `Since ${since} ${sent === 0 ? 'no reminder has' : several(sent, 'one reminder has', `${sent} reminders have`)} been sent, ${
      failed === 0 ? 'nothing has failed' : `${failed} did not arrive`
    }, and ${waiting === 0 ? 'none is waiting' : `${waiting} ${several(waiting, 'is', 'are')} waiting`}.`,
  healthLabels: {
    sent: 'Sent',
    doubtful: 'Uncertain',
    failed: 'Did not arrive',
    missed: 'Too late',
    waiting: 'Waiting',
    oldest: 'Oldest waiting',
    next: 'Next',
    subscriptions: 'Subscriptions',
  },
  doubtful: (count) => `${count} may have arrived twice`,
  missed: (count) => `${count} could not be sent before it began`,
  subscribers: (subscriptions, recipients) =>
    `${subscriptions} of ${recipients} ${several(recipients, 'recipient', 'recipients')}`,
  reason: {
    'not-installed': 'does not have the app',
    blocked: 'has blocked the bot',
    'not-in-roster': 'the app was removed from the chat or team',
    disabled: 'an administrator has switched the app off',
    forbidden: 'Teams does not let the bot through',
    'not-found': 'the conversation is no more',
    rejected: 'Teams did not understand the message (a fault of the bot)',
    'too-large': 'the message was too large (a fault of the bot)',
    uncertain: 'Teams did not answer; it may have arrived all the same',
    'address-refused': 'the address is not allowed',
  },
  lockedOut: (since) =>
    `Teams has not let the bot in since ${since}, so no messages arrive right now. They wait, and are sent once whoever runs the bot has seen to its sign-in (MicrosoftAppId and MicrosoftAppPassword).`,
  nothingNext: 'nothing ahead in the plan',

  card: { topics: 'About what', leads: 'How long before', save: 'Remind' },
  officeReminders: {
    label: 'Reminders',
    gets: (name, leads, about) => `${name} gets reminders ${leads} before ${about}.`,
    loses: (name, about) => `${name} gets no more reminders about ${about}.`,
    keeps: (name, about) => `${name} keeps their own reminders about ${about}.`,
    unknown: (name) => `none are set, since I do not know who ${name} is in Teams. Mention the person with @.`,
    notReached: 'The person does not have the app yet: nothing arrives until they have written to me.',
  },

  problem: {
    unread: (words) =>
      `I did not understand “${words}”, so nothing has been changed. Write it shorter, for example “remind me 3 days before all meetings”.`,
    unknownAsker: 'I cannot see who you are, so I cannot keep reminders for you. Write to me in Teams.',
    othersOnly: 'Only the secretariat can set reminders for others. Everybody sets their own: “remind me of …”.',
    healthOnly: 'Only the secretariat sees how the sending goes. You see your own reminders with “my reminders”.',
    tooLong: (lead) =>
      `${capital(lead)} before is too long: the plan does not reach that far. The longest is 400 days. Nothing was changed.`,
    unknownPerson: (name) =>
      `I cannot reach ${name}, who does not have the app as far as I know. Mention them with @, and ask them to write me a line first.`,
    noLeaders: (groups) =>
      `I do not know who leads ${groups ?? 'the networks'} in Teams, so no reminders were set. Appoint them first: “make @name lead of …”.`,
    noReminders: (who) => `${has(who)} no reminders, so there is nothing to change.`,
    notSubscribed: (who, others) => `${has(who)} no reminders about just that. There are reminders about ${others}.`,
  },

  timeLeft,
  reminder: (left, what) => `${left}: ${what}.`,
  deadline: (left, name, day, meeting) => `${left}: last day for ${name}, ${day}, before ${meeting}.`,
  activity: (left, name, when) => `${left}: time for the activity “${name}” (${when}).`,
  hosting: (left, hosts, count, conference, year) =>
    `${left} ${year} begins, when ${hosts} ${several(count, 'hosts', 'host')} ${conference}.`,
  moved: (name, now, before) => `${capital(name)} has been moved to ${now}. Before: ${before}.`,
  movedPlace: (name, when, at, before) => `${capital(name)} on ${when} is now held ${at}. Before: ${before}.`,
  noPlace: 'in a place that is not decided',
  cancelled: (name, when) => `${capital(name)} on ${when} has been cancelled.`,
  removed: (name, when) => `${capital(name)}${when === '' ? '' : ` on ${when}`} has been taken out of the plan.`,
  someMeeting: 'a meeting that you have heard of',
  restored: (name, when) => `${capital(name)} takes place after all: ${when}.`,
  hostLost: (host, conference, year, hosts) =>
    `${host} no longer hosts ${conference} ${year}.${hosts === null ? '' : ` It is now ${hosts}.`}`,
  hostRegained: (host, conference, year) => `${host} hosts ${conference} ${year} after all.`,
  appointed: (office) => `You are now the ${office}.`,
  appointedWith: (office, leads, about) => `You are now the ${office}. So I will remind you ${leads} before ${about}.`,
  appointedBeside: (office, about) => `You are now the ${office}. You already have reminders about ${about}.`,
  relieved: (office, about, hasOwn) =>
    `You are no longer the ${office}. ${
      hasOwn ? `The reminders about ${about} that you set yourself remain.` : `The reminders about ${about} have ended.`
    }`,
  andMore: (count) => `And ${number(count)} more.`,
  digest: (week, first, more) => `Week ${week}: ${first}${more === 0 ? '' : `, and ${number(more)} more`}.`,
  emptyDigest: (week) => `Week ${week}: nothing is planned.`,
  heartbeat: (sent, failed) =>
    `Reminders in the last week: ${sent} sent, ${failed === 0 ? 'all arrived' : `${failed} did not arrive`}.`,
  noHeartbeat: 'The reminders are running.',
  because: (_who, about, by) =>
    by === null
      ? `You get this because you asked for reminders about ${about}.`
      : `You get this because ${by} has set up reminders about ${about}.`,
  becauseDigest: () => 'You get this because the weekly digest was ordered here.',
  becauseSecretary: 'You get this because you are in the secretariat.',
  becauseUnknown: () => 'You get this because reminders are set up here.',
  dueFor: (name, day) => `last day for ${name}, ${day}`,
  hostingOf: (conference, year) => `hosting ${conference} in ${year}`,
  activityOf: (name, when) => `the activity “${name}” (${when})`,

  buttons: {
    why: 'Why did I get this?',
    pause: 'Pause',
    pauseMonth: 'Pause a month',
    stop: 'Stop',
    stopOf: (about) => `Stop: ${about}`,
    resume: 'Resume',
    list: 'Show my reminders',
    again: 'Remind me again',
    health: 'How are the reminders doing?',
    everything: 'Everything with a date',
    until: (day) => `Through ${day}`,
  },
};
