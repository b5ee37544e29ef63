// English phrases about changes.
import type { Span } from '../plan/region.ts';
import { capital, joinWords } from './dates.ts';
import { stopped, unstopped } from './page.ts';
import { several, spaced } from './phrases.ts';
import { englishReminders } from './reminder-phrases.en.ts';
import type { NamedItem, UpdatePhrases } from './update-phrases.ts';

const numbers = [
  'no',
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

const spanBefore = ({ amount, unit }: Span): string => `${englishReminders.lead(amount, unit)} before`;

const quote = (text: string): string => `“${text}”`;
/** A conference's name has its article already, where it takes one. */
const the = ({ form, name }: Pick<NamedItem, 'form' | 'name'>): string =>
  form === 'conference' ? name : `the ${name}`;
const dated = (item: NamedItem): string => `${the(item)}, ${item.when},`;

const nothingChanged = 'Nothing was changed';
const workingDays = (days: number): string => `${days} working ${several(days, 'day', 'days')}`;

export const englishUpdates: UpdatePhrases = {
  quote,
  number,
  the,

  added: (tense, { form, name, when }) =>
    `${form === 'conference' ? '' : 'a new '}${name} ${tense === 'will' ? 'will be' : 'was'} added: ${when}`,
  removed: (tense, item) => `${dated(item)} ${tense === 'will' ? 'will be' : 'was'} removed`,
  cancelled: (tense, item) => `${dated(item)} ${tense === 'will' ? 'will be' : 'was'} cancelled`,
  restored: (tense, item) => `${dated(item)} ${tense === 'will' ? 'will be restored and held' : 'was restored'}`,
  moved: (tense, item, from) =>
    `${the(item)} ${tense === 'will' ? 'will be' : 'was'} moved from ${from} to ${item.when}`,
  dated: (tense, item) => `${the(item)} ${tense === 'will' ? 'will get' : 'got'} a date: ${item.when}`,
  becomes: (item, verbs) => `${dated(item)} ${verbs}`,
  gets: (tense, news) => `${tense === 'will' ? 'will get' : 'got'} ${news}`,
  loses: (tense, what) => `${tense === 'will' ? 'will be' : 'was'} left without ${what}`,
  newTime: (hours) => `new hours (${hours})`,
  newPlace: (place) => `a new place (${place})`,
  newTitle: (title) => `the title ${quote(title)}`,
  lost: { time: 'stated hours', place: 'a stated place', title: 'a title of its own' },
  status: (tense, activity, status, comment) =>
    status === null
      ? `${activity} ${tense === 'will' ? 'will get' : 'got'} no reported status`
      : `${activity} ${tense === 'will' ? 'will get' : 'got'} the status ${status}${comment === null ? '' : `: ${comment}`}`,
  comment: (tense, activity, comment) => {
    if (comment === null) return `the comment on ${activity} ${tense === 'will' ? 'will be' : 'was'} removed`;
    return `the comment on ${activity} ${tense === 'will' ? 'will be' : 'was'} changed: ${comment}`;
  },
  responsible: (tense, activity, names) =>
    names === ''
      ? `${activity} ${tense === 'will' ? 'will have' : 'got'} nobody stated as responsible`
      : `responsible for ${activity} ${tense === 'will' ? 'will be' : 'became'} ${names}`,
  schedule: (tense, activity, when) =>
    `the time of ${activity} ${tense === 'will' ? 'will be' : 'was'} changed to ${when}`,
  cost: (tense, activity, amount) =>
    amount === ''
      ? `the cost of ${activity} ${tense === 'will' ? 'will be' : 'was'} removed`
      : `the cost of ${activity} ${tense === 'will' ? 'will be' : 'became'} ${amount}`,
  hosts: (tense, conference, year, hosts, count) =>
    hosts === ''
      ? `the host of ${conference} ${year} ${tense === 'will' ? 'will be' : 'was'} removed`
      : `${hosts} ${tense === 'will' ? 'will be' : 'became'} ${several(count, 'host', 'hosts')} of ${conference} ${year}`,
  holder: (tense, { role, group }, holder, term, before) =>
    holder === null
      ? `the office of ${role} of ${group} ${tense === 'will' ? 'will be' : 'became'} vacant`
      : `${holder} ${tense === 'will' ? 'will be' : 'became'} ${role} of ${group}${spaced(term)}${before === null ? '' : `, after ${before}`}`,
  termSet: (tense, { role, group }, term) =>
    term === ''
      ? `the term of the ${role} of ${group} ${tense === 'will' ? 'will be' : 'was'} changed`
      : `the term of the ${role} of ${group} ${tense === 'will' ? 'will run' : 'was set to run'} ${term}`,
  deadline: (tense, name, group, days) =>
    days === null
      ? `the deadline for ${name} before meetings of ${group} ${tense === 'will' ? 'will be' : 'was'} removed`
      : `the deadline for ${name} ${tense === 'will' ? 'will be' : 'became'} ${workingDays(days)} before each meeting of ${group}`,
  checkIn: (tense, group, before) =>
    before === null
      ? `the questions about status before meetings of ${group} ${tense === 'will' ? 'will end' : 'ended'}`
      : `those who answer for activities ${tense === 'will' ? 'will be' : 'were'} asked how it goes ${spanBefore(before)} each meeting of ${group}`,
  synonym: (tense, word, record, gone) => {
    if (gone) return `${quote(word)} ${tense === 'will' ? 'will no longer mean' : 'ceased to mean'} ${record}`;
    return `${quote(word)} ${tense === 'will' ? 'will mean' : 'now means'} ${record}`;
  },
  secretary: (tense, name, gone) => {
    if (gone) return `${name} ${tense === 'will' ? 'will lose' : 'lost'} the right to change the plan`;
    return `${name} ${tense === 'will' ? 'will get' : 'got'} the right to change the plan`;
  },
  imported: (tense, name, state, counts) => {
    const read = `the plan ${name} ${tense === 'will' ? 'will be' : 'was'} imported`;
    return state === 'draft' ? `${read} as a draft that only the secretariat sees: ${counts}` : `${read}: ${counts}`;
  },
  published: (tense, name, _, counts) =>
    `the draft ${name} ${tense === 'will' ? 'will be' : 'was'} published to everybody: ${counts}`,
  planGone: (tense, name, state) =>
    state === 'draft'
      ? `the draft ${name} ${tense === 'will' ? 'will be' : 'was'} removed`
      : `all that was imported with the plan ${name} ${tense === 'will' ? 'will be' : 'was'} removed, and what was there before ${tense === 'will' ? 'will hold' : 'held'} again`,
  tally: ({ added, moved, changed, removed }) => {
    const parts = [
      [added, 'new'],
      [moved, 'moved'],
      [changed, 'changed'],
      [removed, 'removed'],
    ] as const;
    const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return `${joinWords(told, 'en')} ${several(added + moved + changed + removed, 'record', 'records')}`;
  },
  undone: (tense, version, clause) =>
    `change ${version} ${tense === 'will' ? 'will be' : 'was'} taken back${clause === '' ? '' : `: ${clause}`}`,
  nothing: 'the change changed nothing',
  gone: 'something that is no longer in the plan was changed',
  office: (role, group) => `${role} of ${group}`,
  hosting: (conference) => `the hosting of ${conference}`,
  dueName: (name, group) => `the deadline for ${name} (${group})`,
  checkInName: (group) => `the questions about status before meetings of ${group}`,
  spanBefore,
  meansOf: (word) => `the word ${quote(word)}`,
  rightOf: (name) => `the right of ${name} to change the plan`,
  planOf: (name) => `the plan ${name}`,

  fields: {
    date: 'Date',
    time: 'Time',
    place: 'Place',
    title: 'Title',
    held: 'Standing',
    status: 'Status',
    comment: 'Comment',
    responsible: 'Responsible',
    schedule: 'When',
    cost: 'Cost',
    hosts: 'Host',
    holder: 'Name',
    term: 'Term',
    deadline: 'Deadline',
    'check-in': 'Questions about status',
    synonym: 'New word',
    secretary: 'May change the plan',
    plan: 'Content',
    audience: 'To',
    sending: 'When',
    message: 'Text',
    template: 'Text',
  },
  asPlanned: 'as planned',
  calledOff: 'cancelled',
  workingDays: (days) => `${workingDays(days)} before each meeting`,
  takenAway: 'taken away',
  became: (before, after) => `was ${before}, becomes ${after}`,
  wasTakenAway: (before) => `${before} is taken away`,

  isRight: 'Is that right?',
  answerYesOrNo: 'Answer yes or no, or press a button. Nothing changes until you have answered.',
  consider: 'Worth knowing',
  reason: 'Reason',
  told: 'Told',
  later: 'Then',
  toldNobody: 'nobody',
  toldQuietly: 'nobody (quiet change)',
  toldCount: (count) => `${count} ${several(count, 'conversation', 'conversations')}`,
  clash: {
    meeting: (item, _owner, hours) =>
      item.form === 'conference'
        ? `${capital(item.name)} is on the same day${hours === '' ? '' : `, ${hours}`}.`
        : `There is a ${item.name} on the same day${hours === '' ? '' : `, ${hours}`}.`,
    holiday: (day, name) => `${day} is ${name}.`,
    weekend: (date, weekday) => `${date} is a ${weekday}.`,
    weekday: (group, usual, date, weekday) => `Meetings of ${group} are usually on ${usual}; ${date} is a ${weekday}.`,
    hours: (group, hours) => `Meetings of ${group} are usually at ${hours}.`,
    year: (year) => `There is no plan for ${year} yet.`,
    place: (name) => `${name} is not in the plan from before.`,
    length: (end) => `You did not say when it ends, so it keeps its usual length and ends at ${end}.`,
    skipped: (date, time, real) =>
      `There is no ${time} on ${date}: the clocks go forward that night. In calendars and reminders it will be ${real}.`,
    twice: (date, time) => `${time} comes twice on ${date}: the clocks go back that night. The second of them counts.`,
    deadline: (name, day) => `The deadline for ${name} will be ${day}, which has been already.`,
    hosting: (municipality, year) => `${municipality} hosts in ${year} too.`,
    activity: (name, when) => `The activity “${name}” in the action plan stays as it is: ${when}.`,
  },
  confirm: {
    'add-meeting': 'Yes, add it',
    'edit-meeting': 'Yes, change it',
    'cancel-meeting': 'Yes, call it off',
    'restore-meeting': 'Yes, restore it',
    'post-status': 'Yes, report it',
    'edit-activity': 'Yes, change it',
    'set-hosts': 'Yes, change it',
    'set-role': 'Yes, change it',
    'end-role': 'Yes, end it',
    'set-deadline': 'Yes, change it',
    'set-check-in': 'Yes, set it',
    'add-synonym': 'Yes, add it',
    'appoint-secretary': 'Yes, appoint',
    'dismiss-secretary': 'Yes, remove',
    'import-plan': 'Yes, import it',
    'publish-plan': 'Yes, publish it',
    announce: 'Yes, send it',
    'set-template': 'Yes, save it',
    undo: 'Yes, take it back',
  },
  withdraw: 'No, change nothing',

  done: (clause, version) => `Done: ${unstopped(clause)} (change ${version}).`,
  doneBefore: (clause, version, undone) =>
    `That had already been done: ${unstopped(clause)} (change ${version}).${undone ? ' It has been taken back since.' : ''}`,
  undoHint: (version) => `Was it wrong? Press the button or write “undo change ${version}”.`,
  undo: (version) => `Undo change ${version}`,
  withdrawn: 'Nothing was changed.',
  stands: (clause, version) => `Change ${version} stands: ${unstopped(clause)}.`,

  ask: {
    meeting: 'Which meeting? Give the group and the date.',
    'meeting-field': 'What should change? For example “to 16 May”, “13:00–15:00” or a new place.',
    date: 'To which date? For example 16 May at 13:00.',
    time: 'At what time? For example 13:00–15:30.',
    end: 'When does it end? For example 15:30.',
    group: 'Which group is it about?',
    activity: 'Which activity is it about? Write its name or a few words of it.',
    status:
      'Which status? Planned, ongoing, done, delayed, paused or cancelled, with a comment after a comma if you like.',
    'activity-field':
      'What should change: who is responsible, the time or the cost? For example “the cost to SEK 50,000”.',
    responsible: 'Who should be responsible? Name one or more municipalities, groups or persons.',
    schedule: 'When should it be done? For example “autumn 2019”, “in May” or “ongoing”.',
    cost: 'What should it cost? For example SEK 50,000.',
    conference: 'Which conference is it about?',
    year: 'Which year is it about? For example 2021.',
    hosts: 'Which municipality should host? Name one or more.',
    role: 'Which office? Chair, vice chair, lead or contact.',
    person: 'Who should hold the office? Give the name, and the municipality if you can.',
    'deadline-name': 'What should be ready? For example “summons” or “papers”.',
    span: 'How long before the meetings should I ask? For example “a month” or “two weeks”.',
    'working-days': 'How many working days before the meeting? For example 10.',
    word: 'Which word should I learn? For example “MG”.',
    record: 'What does the word mean? Give the name of, say, an activity, a group or a conference.',
    secretary: 'Who is it about? Mention the person with @.',
    audience: 'Who is the message for? Everyone, a group or network, a municipality, or a channel that I am in.',
    message: 'What should the message say?',
    template: 'What is the template called?',
  },
  which: {
    meeting: 'Which meeting do you mean?',
    group: 'Which group do you mean?',
    activity: 'Which activity do you mean?',
    conference: 'Which conference do you mean?',
    record: 'Which of these do you mean?',
    other: 'Which do you mean?',
  },
  options: (names) =>
    `${capital(names.slice(0, -1).join(', '))}${names.length > 1 ? ' or ' : ''}${names.at(-1) ?? ''}.`,

  problem: {
    notAllowed:
      'Only the secretariat can change the plan, so nothing was changed. The secretariat will gladly help you. Ask “what am I allowed to do?” to know more.',
    impossible: (words) =>
      `${quote(words)} does not exist. ${nothingChanged}; write again with the right date or time.`,
    unread: (words) =>
      `I did not understand ${quote(words)}, so nothing was changed. Write one change at a time, without it.`,
    noMeeting: (nearest) =>
      nearest === ''
        ? `I find no meeting that fits. ${nothingChanged}; write again with the group and the date.`
        : `I find no meeting that fits. The nearest are ${nearest}. ${nothingChanged}; write again with the right date.`,
    noActivity: `I find no such activity in the plan. ${nothingChanged}; write again with its name.`,
    pastItem: (item) => `${capital(dated(item))} is over. ${nothingChanged}; choose a meeting that is to come.`,
    pastDay: (date) => `${date} is in the past. ${nothingChanged}; write again with a day to come.`,
    pastToday: `That time has already passed today. ${nothingChanged}; write again with a time to come.`,
    endBeforeStart: (start, end) =>
      `The end must come after the beginning, but you wrote ${start} to ${end}. ${nothingChanged}; write again with the right times.`,
    cancelled: (item) =>
      `${capital(dated(item))} is cancelled. ${nothingChanged}; restore it first if it is to be held.`,
    notCancelled: (item) =>
      `${capital(dated(item))} is not cancelled, so there is nothing to restore. ${nothingChanged}.`,
    tooLong: (length, most) =>
      `The text is too long: ${length} characters, and there is room for ${most}. ${nothingChanged}; write again, a little shorter.`,
    tooManyDays: (days, most) =>
      `${days} working days are too many: ${most} is the most. ${nothingChanged}; write again with fewer.`,
    tooFarAhead: (days, most) =>
      `${days} days before is too far ahead: the answers would be old at the meeting. ${most} days is the most. ${nothingChanged}; write again with less.`,
    unchanged: 'The plan says so already, so nothing had to be changed.',
    noHosting: (conference, year) => `I cannot set a host of ${conference} ${year}. ${nothingChanged}; check the year.`,
    noSwap: (conference) =>
      `I do not find two turns to host ${conference} that can change places. ${nothingChanged}; write which two years should.`,
    noDraft: `There is no draft to publish. ${nothingChanged}; send the plan as a file first.`,
    noDeadline: (name) =>
      `There is no deadline for ${quote(name)}. ${nothingChanged}; write again with the right name.`,
    noCheckIn: 'There are no such questions about status to remove. Nothing was changed.',
    nothingToUndo: 'There is no change to undo. Write “show the history” to see what has been changed.',
    alreadyUndone: (version) =>
      `Change ${version} has been taken back already, so nothing had to be changed. Write “show the history” to see them all.`,
    unknownPerson: (name) =>
      `I do not know ${name} yet. ${nothingChanged}; ask them to write to me once, and then mention the name with @.`,
    namedInSettings:
      'That person belongs to the secretariat by the settings of the bot. Nothing was changed; only whoever runs the bot can change that.',
    wordTaken: (word, record) => `${quote(word)} already means ${record}. ${nothingChanged}; choose another word.`,
    conflict: ({ by, day, time }, clause) =>
      `Nothing was changed, because ${by} has changed the same thing (${day} at ${time}): ${unstopped(clause)}. Make your change again if it is still needed.`,
    conflicts: (count) =>
      `Nothing was changed, because the same thing has been changed ${number(count)} times meanwhile. Make your change again if it is still needed.`,
    foreign: `That change is somebody else’s, and only whoever proposed it can confirm it. ${nothingChanged}; write it yourself if it is needed.`,
    expired: `The proposal is too old to be confirmed. ${nothingChanged}; write the change again.`,
    withdrawn: `You called that change off. ${nothingChanged}; write it again if it is needed.`,
    noProposal: `I do not recognise that proposal. ${nothingChanged}; write the change again.`,
  },

  changes: (count, total, scope) =>
    count < total
      ? `${total} changes${spaced(scope)}. The latest ${number(count)}:`
      : `${capital(number(count))} ${several(count, 'change', 'changes')}${spaced(scope)}${count === 1 ? ':' : '.'}`,
  noChanges: (scope) => `Nothing has changed${spaced(scope)}.`,
  since: (date) => `since ${date}`,
  sinceMeeting: (date) => `since the latest meeting, ${date}`,
  sinceLast: 'since you last asked',
  inAll: 'in the plan so far',
  through: (date) => `through ${date}`,
  madeBy: (name, date) => `by ${name} on ${date}`,
  why: (reason) => `reason: ${reason}`,
  isUndone: ' (taken back)',
  who: ({ by, day, time }, clause) => `${by} made the latest change, on ${day} at ${time}: ${stopped(clause)}`,
  whoDid: ({ by, day, time }, clause) => `${by} did, on ${day} at ${time}: ${stopped(clause)}`,
  inItems: (period) => `to the meetings ${period}`,
  whoUndone: 'It has been taken back since.',
  noChangeOf: 'I find no change of that.',
  planThen: (day) => `This is how the plan looked on ${day}, where it has changed since:`,
  nothingSince: (day) => `On ${day} the plan looked as it does now: nothing has changed since.`,
  asOf: (date, answer) => `According to the plan of ${date}: ${answer}`,
  backThen: (values) => `then: ${values}`,
  notThere: 'was not there',
  noValue: 'missing',

  due: (name, day, days, meeting, past) =>
    `The deadline for ${name} ${past ? 'was' : 'is'} ${day}, ${workingDays(days)} before ${meeting}.`,
  dueList: (count) => `${capital(number(count))} ${several(count, 'deadline', 'deadlines')} before meetings:`,
  dueBefore: (meeting, days) => `${workingDays(days)} before ${meeting}`,
  noDue: (name, days, group) =>
    `The deadline for ${name} is ${workingDays(days)} before each meeting of ${group}, but I find no such meeting.`,
  noDeadlines: 'No deadline for that is stated. The secretariat can add one.',

  isSecretary:
    'You belong to the secretariat and may change the plan. Write what should change in a sentence; you will see the change before it is made, and it can be undone.',
  isMember:
    'You may ask about everything in the plan. Only the secretariat can change it: tell them if something is wrong.',
  isUnknown:
    'You may ask about everything in the plan. I cannot see who you are, and so cannot let you change it: sign in to Teams with your account, or ask the secretariat.',
  mayDo: 'For example',
  appointed: 'Appointed to change the plan',
  ownId: 'Your id in Entra, if you are to be appointed',
  memberMay: [
    'When is the next meeting?',
    'What has changed since last?',
    'How are the activities going?',
    'Who hosts this year?',
    'What happens in April?',
  ],
  secretaryMay: ({ group, activity, conference, municipality, day, later, year }) => [
    ['Move or change a meeting', quote(`move the meeting of ${group} on ${day} to ${later} at 13:00`)],
    ['Add a meeting', quote(`add a meeting of ${group} on ${later} 13:00–15:00 in ${municipality}`)],
    ['Cancel or restore one', quote(`cancel the meeting of ${group} on ${day}`)],
    ['Report a status', quote(`${activity}: delayed, waiting for an answer`)],
    ['Change an activity', quote(`change the cost of ${activity} to SEK 50,000`)],
    ['Set or swap hosts', quote(`${municipality} hosts ${conference} ${year}`)],
    ['Set an office', quote(`Anna Ek, ${municipality}, is the new chair of ${group}`)],
    ['Ask how it goes', quote(`ask for status a month before meetings of ${group}`)],
    ['See how it goes', `${quote('status report')} or ${quote('which answers are waiting?')}`],
    ['Set a deadline', quote(`papers are due 10 working days before meetings of ${group}`)],
    ['Teach me a word', quote(`the word means ${activity}`)],
    ['Write to many', `${quote('send to everyone: …')} or ${quote(`tell ${group} on Monday at 9: …`)}`],
    ['See how it went, and templates', `${quote('how is the message going?')} and ${quote('show templates')}`],
    ['Appoint others', quote('appoint @name as secretary')],
    ['Undo', `${quote('undo')} or ${quote('undo change 12')}`],
    ['See the history', `${quote('what has changed since 1 March?')} or ${quote('show the history')}`],
    ['See unanswered questions', quote('which questions could you not answer?')],
  ],

  unanswered: (count) =>
    `${capital(number(count))} ${several(count, 'question', 'questions')} I have not been able to answer:`,
  noUnanswered: 'There are no unanswered questions right now.',
  notYours: 'Only the secretariat can see which questions are unanswered. Ask “what am I allowed to do?” to know more.',
  asked: (count, date) => `${count} ${several(count, 'time', 'times')}, last on ${date}`,
  makeSynonym: (name) =>
    `Is it a word that I do not know? Write what it means, for example “the word means ${name}”, and I will understand it at once.`,
  blamed: 'Answers that got a thumbs down',
  praised: (count) => `Thumbs up: ${count} ${several(count, 'time', 'times')}.`,

  isCancelled: (item, past) => `${capital(dated(item))} ${past ? 'was' : 'is'} cancelled.`,
  movedAway: (item, from) => `${capital(the(item))}${from === '' ? '' : `, ${from},`} has been moved to ${item.when}.`,
  cancelledHeading: 'Cancelled',
  reported: (status, date) => `${status} (reported on ${date})`,
  altered: (what, date) => {
    const altered = {
      added: 'added',
      moved: 'moved',
      edited: 'changed',
      cancelled: 'cancelled',
      restored: 'restored',
      status: 'status reported',
      hosts: 'host changed',
      role: 'office changed',
      deadline: 'deadline set',
      'check-in': 'questions about status set',
    }[what];
    return `${altered} by the secretariat on ${date}`;
  },
  alteredLast: (date) => `changed by the secretariat, last on ${date}`,

  buttons: {
    rights: 'What may I do?',
    changes: 'What has changed?',
    allDeadlines: 'Show all deadlines',
    nextDeadline: 'Next deadline',
    unanswered: 'Unanswered questions',
    planThen: 'The plan as it was',
  },
};
