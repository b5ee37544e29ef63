// English phrases.
import { capital } from './dates.ts';
import { stopped } from './page.ts';
import { type Phrases, several, spaced } from './phrases.ts';

export const english: Phrases = {
  yes: 'Yes',
  no: 'No',
  source: 'Source',
  note: 'Note',
  appendix: 'Appendix',
  municipality: (name) => `${name} municipality`,
  role: { chair: 'chair', 'vice-chair': 'vice chair', lead: 'lead', contact: 'contact' },
  status: {
    planned: 'planned',
    ongoing: 'ongoing',
    done: 'done',
    delayed: 'delayed',
    paused: 'paused',
    cancelled: 'cancelled',
  },
  labels: {
    date: 'Date',
    time: 'Time',
    place: 'Place',
    hosts: 'Host',
    responsible: 'Responsible',
    when: 'When',
    cost: 'Cost',
    status: 'Status',
    comment: 'Comment',
    goal: 'Goal',
    objective: 'Objective',
    area: 'Area',
    partners: 'Arranged with',
    participants: 'Participants',
    organisers: 'Organiser',
    theme: 'Theme',
    frequency: 'How often',
    members: 'Members',
    purpose: 'Purpose',
    chair: 'Chair',
    meetings: 'Meetings',
    activities: 'Activities',
    hosting: 'Hosting',
    roles: 'Offices',
    income: 'Income',
    costs: 'Costs',
    sum: 'Total',
    networks: 'Networks',
    weekday: 'Day',
    seat: 'Located',
    group: 'Group',
    names: 'Names',
  },
  regional: 'Regional development',
  operations: 'Operations and areas of cooperation',

  meetingOf: (group) => `meeting of ${group}`,
  planningOf: (group) => `planning conference of ${group}`,
  lunchToLunch: 'lunch to lunch',
  planning: 'planning conference',
  at: (place, venue) => (venue ? `at ${place}` : `in ${place}`),
  meetingIs: (which, what, when, past) => {
    const verb = past ? 'was' : 'is';
    switch (which) {
      case 'next':
        return `The next ${what} is ${when}.`;
      case 'latest':
        return `The latest ${what} was ${when}.`;
      case 'first':
        return `The first ${what} ${verb} ${when}.`;
      case 'final':
        return `The last ${what} ${verb} ${when}.`;
      case 'plain':
        return `The ${what} ${verb} ${when}.`;
    }
  },
  meetingWhere: (what, when, at, past) => `The ${what}, ${when}, ${past ? 'was' : 'is'} held ${at}.`,
  noPlace: (what, when) => `The place is not stated in the plan for the ${what}, ${when}.`,
  noHours: (what, when) => `The hours are not stated in the plan for the ${what}, ${when}.`,
  starts: (what, when, start, end) => `The ${what}, ${when}, starts at ${start} (ends ${end}).`,
  ends: (what, when, start, end) => `The ${what}, ${when}, ends at ${end} (starts ${start}).`,
  lasts: (what, when, length, hours) => `The ${what}, ${when}, lasts ${length} (${hours}).`,
  isWeekday: (when, weekday) => `${capital(when)} is a ${weekday}.`,
  inDays: (what, when, days) => {
    if (days === 0) return `The ${what} is today: ${when}.`;
    if (days === 1) return `The ${what} is tomorrow: ${when}.`;
    if (days < 0) return `${-days} ${several(-days, 'day', 'days')} ago: the ${what} was ${when}.`;
    return `${days} days to go: the ${what} is ${when}.`;
  },
  meetingCount: (subject, count, scope, span) =>
    `${capital(subject)} ${subject === 'the groups' ? 'have' : 'has'} ${span === 'held' ? 'had ' : ''}${count} ${several(count, 'meeting', 'meetings')}${span === 'ahead' ? ' left' : ''}${spaced(scope)}.`,
  daypart: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening' },
  // A meeting's name has no article of its own, a conference's has.
  besides: (name, when, at) =>
    `But ${/^(?:meeting|planning)/.test(name) ? 'the ' : ''}${name} is held ${[when, at].filter(Boolean).join(' ')}.`,
  inWeek: (what, week, when, past) => `${capital(what)} ${past ? 'was' : 'is'} in week ${week}: ${when}.`,
  meetingList: (subject, count, scope, span) =>
    `${capital(subject)} ${subject === 'the groups' ? 'have' : 'has'} ${span === 'held' ? 'had ' : ''}${count} ${span === 'ahead' ? 'upcoming ' : ''}${several(count, 'meeting', 'meetings')}${spaced(scope)}:`,
  everybody: 'the groups',
  noMeeting: (subject, scope, isNo) =>
    `${isNo ? 'No, ' : ''}I cannot find any meeting of ${subject}${spaced(scope)} in the plan.`,
  noMoreMeetings: (subject, years) =>
    `There is no upcoming meeting of ${subject} in the plan. The newest plan I have is for ${years}.`,
  outsidePlan: (scope, years) => `I cannot find anything${spaced(scope)}: the plan I have is for ${years}.`,
  noneBeside: (side, years) => `There is no meeting ${side} that in the plan for ${years}.`,

  usualHours: (group, weekdays, start, end) => `${capital(group)} usually meets on ${weekdays}, ${start}–${end}.`,
  usualStart: (group, start, end) => `${capital(group)} usually starts at ${start} (ends ${end}).`,
  usualEnd: (group, start, end) => `${capital(group)} usually ends at ${end} (starts ${start}).`,
  usualLength: (group, length, start, end) => `A meeting of ${group} usually lasts ${length}, ${start}–${end}.`,
  usualWeekday: (group, weekdays, start, end) => `${capital(group)} usually meets on ${weekdays}, ${start}–${end}.`,
  noUsual: (group) => `Meeting hours are not stated in the plan for ${group}.`,
  howOftenUnknown: (of, isGroup) => `How often ${of} ${isGroup ? 'meets' : 'is held'} is not stated in the plan.`,
  partnersUnknown: (of) => `Who arranges ${of} together with the municipalities is not stated in the plan.`,
  notStated: (what, of) => `${what} is not stated in the plan for ${of}.`,
  membersOf: (group, members) => `${capital(group)}: ${members}`,
  municipalitiesIn: (group, names, count) =>
    `${several(count, 'One municipality takes', `${count} municipalities take`)} part in ${group}: ${names}.`,
  networkFor: (name, areas) => `The network for ${areas} is ${name}.`,
  groupList: (count) => `The plan names ${count} groups, networks and projects:`,
  networkList: (count) => `The plan names ${count} networks:`,
  noNetwork: 'I cannot find a network for that in the plan.',

  conferenceIs: (name, when, at, past) => `${capital(name)} ${past ? 'was' : 'is'} on ${when}${spaced(at)}.`,
  conferenceSeason: (name, when) => `${capital(name)} takes place in ${when}. An exact date is not stated in the plan.`,
  conferenceNoDate: (name, year) => `The date is not stated in the plan for ${name}${spaced(year)}.`,
  conferenceList: (count) => `${count} ${several(count, 'conference', 'conferences')} in the plan:`,
  noConferences: (scope) => `I cannot find any conference${spaced(scope)} in the plan.`,
  hostIs: (hosts, count, name, year, tense) =>
    `${hosts} ${tense === 'past' ? several(count, 'hosted', 'hosted') : several(count, 'hosts', 'host')} ${name} ${tense === 'past' ? 'in' : 'in'} ${year}.`,
  otherHosts: (document, hosts, count, name, year) =>
    `${document} says otherwise: ${hosts} as ${count === 1 ? 'host' : 'hosts'} of ${name} in ${year}. The newest plan holds.`,
  hostUnknown: (name, year, span) =>
    `The host of ${name} in ${year} is not stated in the plan. The rotation covers ${span}.`,
  hostYears: (municipality, turns) => `${municipality} hosts ${turns}.`,
  hostTurn: (name, year, together) => `${name} in ${year}${together === '' ? '' : ` (together with ${together})`}`,
  hostNever: (municipality, name, span) => `${municipality} is not in the rotation for ${name} (${span}).`,
  hostCheck: (yes, rest) => `${yes ? 'Yes' : 'No'}, ${rest}`,
  rotation: (name, span) => `Hosts of ${name}${spaced(span)}:`,
  hostCount: (municipality, count) => `${municipality} hosts ${count} ${several(count, 'time', 'times')}.`,
  hostNumber: (name, count, one) =>
    `${capital(name)} has ${count} ${one ? 'host municipality' : 'host municipalities'} each year.`,
  noHosts: (name) => `Host municipalities are not stated in the plan for ${name}.`,
  noMoreHosts: (name, span) => `No further hosts of ${name} are stated in the plan: the rotation covers ${span}.`,
  partnersOf: (name, partners) => `${capital(name)} is arranged by the municipalities together with ${partners}.`,

  responsibleFor: (names, count, activity) => `${names} ${several(count, 'is', 'are')} responsible for ${activity}.`,
  nobodyResponsible: (activity) => `Nobody is stated in the plan as responsible for ${activity}.`,
  scheduleOf: (activity, when) => `${activity}: ${when}, according to the plan.`,
  noSchedule: (activity) => `The time is not stated in the plan for ${activity}.`,
  costOf: (activity, amount, wording) =>
    `${activity} costs ${amount}${wording === null ? '' : ` (in the plan: “${wording}”)`}.`,
  noCost: (activity) => `The cost is not stated in the plan for ${activity}.`,
  noStatus: (activity, when) => `No status has been reported for ${activity}. According to the plan: ${when}.`,
  statusOf: (activity, status) => stopped(`${activity} is ${status}`),
  goalOf: (activity, objective, area) => `${activity} belongs to the objective “${objective}” in ${area}.`,
  involved: (who, activity, yes, others) =>
    yes
      ? `Yes, ${who} is responsible for ${activity} (responsible: ${others}).`
      : `No, ${who} is not responsible for ${activity}. Responsible: ${others}.`,
  activityCount: (count, scope) => `${count} ${several(count, 'activity', 'activities')}${spaced(scope)}.`,
  activityList: (count, scope) => `${count} ${several(count, 'activity', 'activities')}${spaced(scope)}:`,
  noActivities: (scope) => `I cannot find any activities${spaced(scope)} in the plan.`,
  noStatuses:
    'No status has been reported yet for any activity, so I do not know. The plan itself only says when they are to be done.',
  statusAsked: (status) => `that are ${status}`,
  sumOf: (scope, sum, withAmount, total) =>
    withAmount === total
      ? `${sum} in total for ${total} ${several(total, 'activity', 'activities')}${spaced(scope)}.`
      : `At least ${sum} for the activities${spaced(scope)}: ${total - withAmount} of ${total} have no amount.`,
  noSum: (scope, total) =>
    `No amount is stated in the plan for the activities${spaced(scope)} (${total} ${several(total, 'activity', 'activities')}).`,
  dearest: (activity, amount) => `The most expensive is ${activity}: ${amount}.`,
  cheapest: (activity, amount) => `The lowest stated cost is that of ${activity}: ${amount}.`,
  scope: {
    of: (names, one) => `that ${names} ${one ? 'answers' : 'answer'} for`,
    in: (names) => `in ${names}`,
    ongoing: 'that are ongoing',
    asNeeded: 'that are done when needed',
    unspecified: 'without a stated time',
    dated: 'with a stated time',
    withCost: 'with a stated cost',
    withoutCost: 'without a stated cost',
    withoutStatus: 'without a reported status',
    alone: 'alone',
    nobody: 'that nobody answers for',
    atLeast: (amount, exclusive) => `of ${exclusive ? 'more than' : 'at least'} ${amount}`,
    atMost: (amount, exclusive) => `of ${exclusive ? 'less than' : 'at most'} ${amount}`,
  },
  partyCounts: (most, names, count) => `${names} ${most ? 'has the most' : 'has the fewest'} activities: ${count}.`,
  activitiesShort: (count) => `${count} ${several(count, 'activity', 'activities')}`,
  whichActivity: 'Several fit. Which one do you mean?',
  lens: (municipality, scope) => `This is what ${municipality} has${spaced(scope)}:`,
  noLens: (municipality, scope) => `I cannot find anything for ${municipality}${spaced(scope)} in the plan.`,

  roleIs: (role, group, person, home, term, past) =>
    `The ${role} of ${group} ${past ? 'was' : 'is'} ${person}${home === null ? '' : `, ${home}`}${term === '' ? '' : ` (${term})`}.`,
  term: (from, until) =>
    [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`through ${until}`])].join(' '),
  roleUntil: (person, role, group, term) => `${person} is ${role} of ${group} ${term}.`,
  roleUnknown: (role, group) => `A ${role} is not stated in the plan for ${group}.`,
  notGiven: 'not stated in the plan',
  noRole: 'That is not stated in the plan.',
  personFrom: (person, municipality) => `${person} comes from ${municipality}.`,
  personUnknownHome: (person) => `The municipality of ${person} is not stated in the plan.`,
  personResponsible: (person, activities) => `${person} is responsible for ${activities}.`,
  municipalityList: (count, names) => `${count} municipalities cooperate: ${names}.`,
  memberCheck: (name) => `Yes, ${name} is one of the cooperating municipalities.`,

  areaList: (count) => `${count} areas:`,
  goalCount: (count, level, scope) =>
    `${count} ${level === 'areas' ? several(count, 'area', 'areas') : level === 'goals' ? several(count, 'goal', 'goals') : several(count, 'objective', 'objectives')}${spaced(scope)}.`,
  goalsIn: (area) => `Goals in ${area}:`,
  objectivesIn: (area) => `Objectives in ${area}:`,
  goalList: (count, level) =>
    `${count} ${level === 'goals' ? several(count, 'goal', 'goals') : several(count, 'objective', 'objectives')}:`,
  noGoals: 'I cannot find such a goal in the plan.',
  budgetTotal: (year, income, cost, balanced) =>
    balanced
      ? `The budget for ${year} is ${income} (income and costs alike).`
      : `The budget for ${year}: income ${income}, costs ${cost}.`,
  budgetLine: (title, amount, approximate) => `${title}: ${approximate ? 'about ' : ''}${amount}.`,
  budgetLines: (what, sum, year) =>
    what === 'income'
      ? `Income ${year}: ${sum}, from`
      : what === 'costs'
        ? `Costs ${year}: ${sum}, for`
        : `The budget ${year} totals ${sum}:`,
  budgetExtreme: (largest, title, amount, approximate) =>
    `The ${largest ? 'largest' : 'smallest'} cost is ${title}: ${approximate ? 'about ' : ''}${amount}.`,
  shareOf: (title, percent, amount, total) => `${title} is ${percent}: ${amount} of ${total}.`,
  noBudget: (year) => `There is no budget for ${year} in the plan; I cannot answer that.`,
  fee: (amount) => `The municipalities pay ${amount} per inhabitant and year.`,
  feeDecision: (amount, day, by, from) =>
    `The fee, ${amount} per inhabitant and year, was decided on ${day} by ${by} and is valid from ${from}.`,
  approximately: 'about',

  month: 'Month',
  year: 'Year',
  now: (month) => `${month} (now)`,
  thisYear: (year) => `${year} (this year)`,
  ofAll: (count, all) => `${count} of ${all}`,
  statusOverview: (count, reported, scope) =>
    `Status has been reported for ${reported} of ${count} ${several(count, 'activity', 'activities')}${spaced(scope)}.`,
  agenda: (scope) => `This happens${spaced(scope)}:`,
  ahead: 'from now on',
  noAgenda: (scope, content) =>
    `I find no ${{ all: 'meetings, conferences or activities', calendar: 'meetings or conferences', activities: 'activities' }[content]}${spaced(scope)} in the plan.`,
  calendarHeading: 'Meetings and conferences',
  activitiesHeading: 'Activities',
  hostingHeading: 'Hosting',
  rolesHeading: 'Offices',
  more: (count) => `… and ${count} more`,

  appendices: (count) => `The plan has ${count} appendices:`,
  appendixIs: (number, title) => `Appendix ${number}: ${title}.`,
  noAppendix: (number) => `There is no appendix ${number} in the plan.`,
  documentIs: (title, year) => `${title} is for ${year}.`,
  oddities: (count) => `${count} things in the plan are worth knowing:`,
  missing: (places, dates, costs, activities) =>
    `This is missing in the plan: ${places} ${several(places, 'meeting', 'meetings and conferences')} without a place, ${dates} ${several(dates, 'conference', 'conferences')} without a date, and ${costs} of ${activities} activities without a cost.`,
  missingPlaces: (count) =>
    `${count} ${several(count, 'meeting or conference has', 'meetings and conferences have')} no place in the plan:`,
  noMissingPlaces: 'All meetings have a place in the plan.',
  planSays: (title) => `${title}:`,

  helpThemes: ({ group, municipality, activity, month }) => [
    [
      'Meetings and conferences',
      `“When is the next meeting of ${group}?”, “What happens in ${month}?”, “Show the year”`,
    ],
    ['Hosting', '“Who hosts this year?”, “Show the rotation”'],
    ['Activities', `“What is ${municipality} responsible for?”, “What does ${activity} cost?”, “Show status”`],
    ['Networks, goals and budget', '“Which networks are there?”, “How big is the budget?”'],
    ['Changes', '“What has changed since last time?”'],
    ['Reminders', `“Remind me a week before ${group} meets”, “My reminders”`],
    ['Calendar', '“Add the next meeting to my calendar”, “Give me a calendar link”'],
  ],
  helpMember:
    'Only the secretariat can change the plan. If something is wrong, tell them. “What am I allowed to do?” shows what you may.',
  help: (group) =>
    `Ask me about the plan as you would ask a colleague, for example: “When is the next meeting of ${group}?”. Follow-up questions work too.`,
  talk: {
    greeting:
      'Hello! I can answer questions about meetings, hosting, activities, networks, goals and the budget. What would you like to ask?',
    thanks: 'You are welcome! Just ask if you need more help.',
    farewell: 'Goodbye! Ask me again any time.',
    'who-are-you':
      'I am a bot that answers questions about the plan. Everything I say comes from the plan, with its source.',
    'how-are-you': 'Fine, thank you! What would you like to ask about the plan?',
    agree: 'Good. Just ask if you have more questions.',
    decline: 'All right. Just ask if you have more questions.',
    praise: 'Thank you! Feel free to ask more.',
    complaint:
      'I am sorry to hear that. Try asking in another way, or ask the secretariat. I can only answer what is in the plan.',
    empty: 'Write a question about the plan and I will answer. For example: “When is the next meeting?”',
  },
  today: (day, week) => `Today is ${day}, week ${week}.`,
  welcome: (cooperation) =>
    `Hello! I answer questions about ${cooperation}: meetings, hosting, activities, networks, goals and the budget. Every answer has its source in the plan. Try one of the questions below, or write your own.`,
  notInPlan: 'I cannot find that: it is not in the plan.',
  notInPlanWords: (words) => `I cannot find that: the plan does not say anything about ${words}.`,
  unsure: (words) => `I am not sure that I understood the question${words === null ? '' : `: I do not know ${words}`}.`,
  tooLong: 'That was long for me. I cannot find the question in it: please write it in a sentence or two.',
  cannotWrite:
    'I cannot do that from here, or did not understand what you meant. Nothing has been changed. Ask “what am I allowed to do?” and I will show you what is possible, or ask the secretariat.',
  apology: (reference) =>
    `Something went wrong on my side and I cannot answer right now. Please try again in a while. If it happens again, give the secretariat the reference ${reference}.`,
  updated: (time) => `Updated ${time}`,
  nothingFound: (text) =>
    `Nothing in the plan fits “${text}”. Search for a meeting, an activity, a host municipality or a network.`,
  tooMany: 'That was more messages than I can keep up with. Give me a minute and I will be with you again.',
  canAsk: 'Ask me about meetings, hosting, activities, networks, goals or the budget.',
  or: 'or',
  buttons: {
    more: (rest) => `Show more (${rest})`,
    latestMeeting: 'The latest meeting',
    nextMeeting: 'Next meeting',
    after: 'The one after that',
    upcoming: 'All upcoming meetings',
    rotation: (name) => (name === null ? 'Who hosts?' : `Hosts of ${name}`),
    when: (name) => `When is ${name}?`,
    about: (name) => `About ${name}`,
    responsible: 'Who is responsible?',
    schedule: 'When?',
    cost: 'What does it cost?',
    details: 'Tell me more',
    hostWhen: (municipality) => `When does ${municipality} host?`,
    budgetLines: 'Show the whole budget',
    municipality: (name) => `What does ${name} have?`,
    networks: 'Which networks are there?',
    agenda: 'What is coming up?',
    tab: 'Show in the tab',
  },
};
