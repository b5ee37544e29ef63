// English phrases about questions of status.
import type { CheckInPhrases } from './check-in-phrases.ts';
import { several } from './phrases.ts';

const quoted = (text: string): string => `“${text}”`;
const saying = (comment: string | null): string => (comment === null ? '' : ` (${quoted(comment)})`);
const nothingChanged = 'Nothing was changed';

export const englishCheckIns: CheckInPhrases = {
  question: (activity, meeting, again) =>
    `${again ? 'I am asking once more: how' : 'How'} is it going with ${activity}? The secretariat is gathering the status before ${meeting}.`,
  nextQuestion: (activity) => `Next: how is it going with ${activity}?`,
  afterwards: 'Then I will ask about',
  howToAnswer: (activity) =>
    `Press a button, or write for example ${quoted(`${activity}: delayed, waiting for a decision`)}.`,
  comment: 'Comment (optional)',
  commentExample: 'for example: waiting for a decision',
  because: (who) =>
    who === 'person'
      ? 'You get this because you answer for the activity, or follow the municipality or group that does.'
      : 'You get this here because this conversation follows the municipality or group that answers for the activity.',

  answered: (was, activity, status, comment) => {
    const told = `${activity} is ${status}${saying(comment)}`;
    if (was === 'same') return `I have that answer already: ${told}. Nothing new was sent.`;
    return `${was === 'changed' ? 'Changed' : 'Thank you'}! The secretariat is told that ${told}. It stands in the plan once they have approved it.`;
  },
  mayComment: 'To add something, write “comment: …”.',

  answer: (name, activity, status, comment) => `${name} answers that ${activity} is ${status}${saying(comment)}.`,
  isRight: 'Shall it go into the plan?',
  moreWaiting: 'More answers are waiting',
  waitingItem: (name, date) => `${name}, ${date}`,
  noneWaiting: 'No answers are waiting for you.',
  approved: (clause) => `Approved: ${clause}.`,
  approvedBefore: (clause) => `It had been approved already: ${clause}. Nothing more was changed.`,
  rejected: (name, activity) => `Rejected: the answer of ${name} about ${activity} changes nothing in the plan.`,
  ownWords: (activity) => `To write it yourselves: ${quoted(`${activity}: ongoing, …`)}.`,

  report: (meeting, counts) => `Status report${meeting === null ? '' : ` before ${meeting}`}: ${counts}.`,
  counts: {
    delayed: (count) => `${count} delayed`,
    paused: (count) => `${count} paused`,
    ongoing: (count) => `${count} ongoing`,
    planned: (count) => `${count} planned`,
    done: (count) => `${count} done`,
    cancelled: (count) => `${count} cancelled`,
    unreported: (count) => `${count} without a reported status`,
  },
  headings: {
    delayed: 'Delayed',
    paused: 'Paused',
    ongoing: 'Ongoing',
    planned: 'Planned',
    done: 'Done',
    cancelled: 'Cancelled',
    unreported: 'No status reported',
  },
  since: (date) => `reported ${date}`,
  waitingHeading: 'Answers waiting for approval',
  silentHeading: 'Have not answered',

  rule: (group, before) => `Those who answer for activities are asked how it goes ${before} each meeting of ${group}.`,
  nextTime: (when, meeting) => `Next: ${when}, Swedish time, before ${meeting}.`,
  asked: (count, total) =>
    `${count} of ${total} ${several(total, 'activity', 'activities')} ${several(count, 'has', 'have')} somebody to ask.`,
  nobody: 'Of these I know nobody to ask',
  nobodyHint:
    'Appoint a network lead with @name, or let the municipality’s people subscribe: “remind me about what concerns” the municipality.',
  noRules: (group) =>
    `No questions about status are set. The secretariat sets them like this: ${quoted(`ask for status a month before meetings of ${group}`)}.`,

  problem: {
    unknownAsker: 'I cannot see who you are, so I cannot take the answer. Write to me in Teams.',
    notAsked: `You were not asked that, so the answer is not passed on. ${nothingChanged}.`,
    late: `The meeting that the question was for has begun already, so the answer came too late. ${nothingChanged}. Tell the secretariat directly.`,
    closed: (activity) => `No answer is needed any more: ${activity} is already done or ended in the plan.`,
    tooLong: (length, most) =>
      `The comment is too long: ${length} characters, ${most} is the most. ${nothingChanged}; write a shorter one.`,
    approved: (activity) =>
      `The secretariat has approved your answer about ${activity} already. ${nothingChanged}. If it is wrong, tell them.`,
    rejected: (activity) => `The answer about ${activity} has been rejected already. ${nothingChanged}.`,
    changed: 'The answer has changed since the card was shown, so nothing was approved. It now says:',
    notAllowed: 'Only the secretariat sees and approves the answers about status. Nothing was changed.',
    gone: `There is no such answer, or it is old. ${nothingChanged}.`,
  },

  buttons: {
    approve: 'Approve',
    reject: 'Reject',
    waiting: 'Show answers that wait',
    report: 'Status report',
  },
};
