// English phrases about calendar links and files.
import type { CalendarLinkPhrases } from './calendar-link-phrases.ts';

export const englishCalendarLinks: CalendarLinkPhrases = {
  meetingsOf: (group) => `meetings of ${group}`,
  ofMunicipality: (name) => `what concerns ${name}`,
  everything: 'all meetings and conferences',
  conferences: 'all conferences',
  subscriptions: 'what you get reminders of',
  withActivities: (what) => `${what}, activities included`,
  gone: 'something that is no longer in the plan',

  created: (what) => `Here is your calendar link. It shows ${what}, and follows when the plan changes.`,
  rotated: (what) => `The link has a new address. As before, it shows ${what}.`,
  address: 'Address',
  howTo:
    'Press “Subscribe in Outlook”. If nothing happens, copy the address and add it in your calendar program; in Outlook, choose “Add calendar” and then “Subscribe from web”.',
  lag: 'Calendar programs fetch changes at their own pace: Outlook after 3–6 hours, sometimes only after a day, Google Calendar after 8–24 hours, and Apple Calendar as often as you set it to. Ask me if you want to know how things stand right now.',
  secret:
    'The address is yours alone: whoever has it can read the calendar. I show it only now. If it has got into the wrong hands, write “change the address of my calendar link”.',
  existing: (hint) => `You already have a link to the same. It ends in ${hint} and still works.`,
  oldAddress:
    'The old address shows an empty calendar from now on. Add the new one in your calendar program, and remove the old one there.',
  onlyHere:
    'Note: the link works only on the computer that I run on, since I have no address on the web. Ask whoever runs me to set PUBLIC_URL.',
  filesOnlyHere:
    'Note: the file can be fetched only on the computer that I run on, since I have no address on the web. Ask whoever runs me to set PUBLIC_URL.',

  file: (name, when) => `With the button you add ${name} on ${when} to your calendar.`,
  files: (count) => `Here are ${count} meetings to add to your calendar, one at a time.`,
  moreFiles: (count) =>
    count === 1
      ? 'There is one more. Write “subscribe” if you want them all.'
      : `There are ${count} more. Write “subscribe” if you want them all.`,
  isCopy: 'What you add is a copy: it does not change if the meeting is moved. A subscription does.',
  nothing: {
    'no-match': 'I find no such meeting in the plan. Write for example “add the next meeting to my calendar”.',
    over: 'That meeting has already been held.',
    'no-day':
      'It has no day in the plan yet. Subscribe to it, and it will appear in your calendar once the day is set.',
    cancelled: 'That meeting is cancelled.',
  },

  links: (count) => (count === 1 ? 'You have one calendar link.' : `You have ${count} calendar links.`),
  noLinks: 'You have no calendar links. Write for example “give me a calendar link to all meetings”.',
  ends: (hint) => `ends in ${hint}`,
  made: (date) => `made on ${date}`,
  fetched: (date, client) => `last fetched on ${date} by ${client}`,
  neverFetched: 'not fetched yet',
  client: {
    outlook: 'Outlook',
    google: 'Google Calendar',
    apple: 'Apple Calendar',
    thunderbird: 'Thunderbird',
    other: 'another program',
  },
  whatToDo: (hint) =>
    `Write “change the address of the link ending in ${hint}” or “remove the link ending in ${hint}”. The addresses themselves I cannot show again.`,
  revoked: (count, what, hint) =>
    count === 1
      ? `The calendar link to ${what}, ending in ${hint}, has been removed. It shows an empty calendar for 30 days and then stops working.`
      : `Your ${count} calendar links have been removed. They show an empty calendar for 30 days and then stop working.`,
  which: {
    rotate: 'Which link is to get a new address?',
    revoke: 'Which link is to be removed?',
  },
  option: (what, hint) => `${what} (ends in ${hint})`,
  noSuchLink: (has) =>
    has === 0
      ? 'You have no calendar links.'
      : 'You have no such calendar link. Write “my calendar links” and I will show them.',
  tooMany: (most) => `You already have ${most} calendar links, which is as many as one may have. Remove one first.`,
  unread: (words) =>
    `I did not understand “${words}”, so nothing has been changed. Write it shorter, for example “calendar link to all meetings”.`,
  unknownAsker: 'Calendar links are personal, and I cannot see who you are. Write to me from your account in Teams.',
  readByOthers:
    'Calendar links are personal, and others read along here. Write the same to me in a chat of our own. Single meetings are fine here: write for example “add the next meeting to my calendar”.',

  buttons: {
    outlook: 'Subscribe in Outlook',
    open: 'Open the link',
    addFile: 'Add to calendar',
    teams: 'Open in Teams calendar',
    file: 'Add to calendar',
    subscribe: 'Subscribe',
    list: 'My calendar links',
    rotate: 'Change address',
    revoke: 'Remove the link',
    everything: 'Calendar link to everything',
    addOn: (date) => `Add ${date}`,
  },
};
