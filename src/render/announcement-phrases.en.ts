// English phrases about messages to many.
import type { AnnouncementPhrases } from './announcement-phrases.ts';
import { several } from './phrases.ts';
import { englishReminders } from './reminder-phrases.en.ts';

const got = (count: number): string => `${count} ${several(count, 'recipient', 'recipients')}`;
const have = (count: number): string => `${count} ${several(count, 'has', 'have')}`;
const because = (reason: string | null): string => (reason === null ? '' : ` Reason: ${reason}.`);
const unreached = (count: number): string => (count === 0 ? 'everyone was reached' : `${count} could not be reached`);

export const englishAnnouncements: AnnouncementPhrases = {
  everyone: 'everyone whom the bot reaches',
  followers: (names) => `everyone who follows ${names}`,
  atOnce: 'now',
  moment: (day, time) => `${day} at ${time}`,
  swedishTime: (when) => `${when}, Swedish time`,

  announced: (tense, to, when) => {
    if (when === null) return `a message ${tense === 'will' ? 'will be sent now' : 'was sent'} to ${to}`;
    return `a message to ${to} ${tense === 'will' ? 'will be sent on' : 'was scheduled for'} ${when}`;
  },
  recalled: (tense, to) => `the message to ${to} ${tense === 'will' ? 'will be recalled' : 'was recalled'}`,
  template: (tense, name, gone) =>
    gone
      ? `the template “${name}” ${tense === 'will' ? 'will be removed' : 'was removed'}`
      : `the template “${name}” ${tense === 'will' ? 'will be saved' : 'was saved'}`,
  message: (to) => `the message to ${to}`,
  templateName: (name) => `the template “${name}”`,

  labels: { recipients: 'Recipients', unreachable: 'Cannot be reached now', recalledFrom: 'Recalled from' },
  recipients: (people, chats, channels) =>
    [
      [people, several(people, 'person', 'people')] as const,
      [chats, several(chats, 'group chat', 'group chats')] as const,
      [channels, several(channels, 'channel', 'channels')] as const,
    ]
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(', '),
  among: (names, more) => `${names}${more === 0 ? '' : ` and ${more} more`}`,
  quietHour:
    'That is outside office hours (07:00–20:00 on working days). The message is sent at that very time all the same.',
  editsSent: (count) =>
    count === 0
      ? 'nobody; those who do not have it yet will not get it'
      : `${got(count)} who have it; the text is replaced by “Recalled”. Those who do not have it yet will not get it.`,
  sure: (count, to) => `The message goes to ${got(count)}: ${to}. Are you sure? Answer yes or no, or press a button.`,
  sureButton: (count) => `Yes, send to ${count}`,
  done: (to, when, version) =>
    when === null
      ? `Done: the message is being sent to ${to} (change ${version}). You will hear when everyone has it.`
      : `Done: the message to ${to} will be sent on ${when}, Swedish time (change ${version}).`,
  undoHint: (version, isAhead) =>
    isAhead
      ? `Until then it can be taken back and nobody will notice: write “undo change ${version}”.`
      : `Was it wrong? Press the button or write “undo change ${version}”, and it is recalled from everyone.`,

  from: (name, text) => `Message from ${name}, the secretariat: ${text}`,
  because: (_who, name, to) => `You get this because ${name} of the secretariat sent it to ${to}.`,
  becauseHere: 'You get this because the secretariat sent it here.',
  recall: (name, reason) =>
    `Recalled: ${name} of the secretariat has taken the message back. It does not hold.${because(reason)}`,
  becauseRecall: 'This was a message from the secretariat.',
  changeRecalled: (reason) => `Recalled: the change no longer holds.${because(reason)}`,
  holds: (name, when) => `What holds is ${name} ${when}.`,
  isOff: (name, when) => `What holds is that ${name} ${when} does not take place.`,
  openLink: (host) => `Open ${host}`,

  report: (to, sent, missed) => `The message to ${to} has gone out: ${have(sent)} it, ${unreached(missed)}.`,
  recallReport: (sent, failed) =>
    `The recall is complete: ${got(sent)} now ${several(sent, 'sees', 'see')} “Recalled”${failed === 0 ? '' : `, and with ${failed} it could not be changed`}.`,
  becauseAuthor: 'You get this because you sent it.',
  scheduled: (to, when) => `The message to ${to} will be sent on ${when}, Swedish time.`,
  starting: (to) => `The message to ${to} is just beginning to be sent.`,
  sending: (to, sent, waiting, missed) =>
    `The message to ${to} is being sent: ${have(sent)} it, ${waiting} ${several(waiting, 'waits', 'wait')}${missed === 0 ? '' : ` and ${missed} could not be reached`}.`,
  withdrawn: (to) => `The message to ${to} was taken back before anybody had it.`,
  recallProgress: (sent, waiting, failed) =>
    `It is recalled: changed with ${sent}${waiting === 0 ? '' : `, ${waiting} wait`}${failed === 0 ? '' : `, not possible with ${failed}`}.`,
  unreachedHeading: 'Not reached',
  andMore: (count) => `and ${count} more`,
  someone: 'somebody whose name the bot does not know',
  reason: {
    ...englishReminders.reason,
    cancelled: 'it was taken back before it was sent',
    moved: 'it no longer held',
    paused: 'has paused messages from the secretariat',
    unsubscribed: 'does not want messages from the secretariat',
    removed: 'it no longer held',
    superseded: 'there was nothing to change',
    repeated: 'had just got the same message',
    missed: 'could not be sent within a week',
  },
  none: 'No messages have been sent. Write, for example, “send to everyone: …” or “tell … on Monday at 9: …”.',
  ahead: 'To be sent later',
  sent: 'Sent',
  listed: (ahead, sent) =>
    `${ahead === 0 ? 'No message waits for its time' : `${ahead} ${several(ahead, 'message waits for its', 'messages wait for their')} time`}, and ${sent === 0 ? 'none has been sent' : `${sent} ${several(sent, 'has been sent', 'have been sent')}`}.`,
  templates: (count) => `There ${several(count, 'is', 'are')} ${count} ${several(count, 'template', 'templates')}.`,
  noTemplates: 'There are no templates. Save one like this: “save template summons: Dear all, here is the summons …”.',
  useTemplate: 'Write, for example, “send template summons to everyone” or “delete template summons”.',
  writeWith: (name) => `Write with ${name}`,
  notYours: 'Only the secretariat sends messages and sees how they go.',

  why: (name, when, to) => `${name} of the secretariat sent it on ${when} to ${to}.`,
  howToEnd:
    'To get no more messages from the secretariat, write “stop messages from the secretariat” or press a button. Reminders are not affected.',
  silenced: (_who, until) =>
    until === null
      ? 'You get no more messages from the secretariat here. Reminders are not affected. Write “resume messages from the secretariat” to get them again.'
      : `You get no messages from the secretariat here through ${until}. After that they come again by themselves.`,
  unsilenced: () => 'You get messages from the secretariat here again.',
  wasNotSilenced: () => 'You get messages from the secretariat here already.',

  problem: {
    noTemplate: (name, known) =>
      `There is no template called “${name}”. ${known === '' ? 'No templates have been saved yet.' : `Those that there are: ${known}.`} Nothing was sent.`,
    noPlace: (name, known) =>
      `I am in no channel or group chat called “${name}”. ${known === '' ? 'Add the app there first.' : `I am in ${known}.`} Nothing was sent.`,
    severalPlaces: (name) =>
      `I am in several places called “${name}”. Nothing was sent; write “send here: …” in the one that you mean.`,
    noRecipients: (to) =>
      `There is nobody to send to: the message would go to ${to}, and nobody does yet. One begins to follow something by asking for reminders (“remind me of …”). Nothing was sent.`,
    tooLong: (most) =>
      `The message is too long: at most ${most} characters fit. Nothing was sent; shorten it, or put the long text somewhere and link to it.`,
  },

  buttons: {
    status: 'How is it going?',
    list: 'Show messages',
    templates: 'Show templates',
    why: 'Why did I get this?',
    pauseMonth: 'Pause for a month',
    stop: 'Stop',
    again: 'Get them again',
  },
};
