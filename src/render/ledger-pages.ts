// Pages of answers over the ledger: what has changed, how the plan was, what is due, what one may do.
import type {
  CalendarItem,
  DueDeadline,
  LedgerChange,
  OutcomeOf as Of,
  Outcome,
  UnansweredQuestion,
} from '../facts.ts';
import { addDays } from '../plan/days.ts';
import type { Difference, Subject } from '../plan/difference.ts';
import type { Deadline } from '../plan/region.ts';
import {
  byAndWhen,
  changeText,
  fieldName,
  ledgerClause,
  madeBy,
  namedItem,
  subjectName,
  valueText,
} from './changes.ts';
import { capital, formatDate, formatDay, formatPeriod, joinWords } from './dates.ts';
import { activityName, itemDays, local, type Setting } from './names.ts';
import { type Block, type Item, type Page, sentence, shortened, stopped, unstopped } from './page.ts';

/** Long texts are cut in lists, where many would hide each other. In characters. */
const longestInList = 200;

function list(heading: string | null, items: readonly Item[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }];
}

// === What has changed

export function changesPage(outcome: Of<'changes'>, setting: Setting): Page {
  const { query, changes, total } = outcome;
  const { tell } = setting;
  if (query.aspect === 'who') return whoPage(outcome, setting);
  const scope = scopeText(outcome, setting);
  const [only, another] = changes;
  if (!only && (query.days || query.only || query.kinds)) return sentence(tell.noChangeOf);
  if (!only) return sentence(tell.noChanges(query.since.by === 'ever' && query.until === null ? '' : scope));
  const lead = tell.changes(changes.length, total, scope);
  const items = changes.map((change) => changeItem(change, setting));
  return another || total > 1 ? { lead, blocks: list(null, items) } : sentence(`${lead} ${alone(only, setting)}`);
}

function scopeText({ query, since }: Of<'changes'>, setting: Setting): string {
  const { tell, today, locale } = setting;
  if (query.days) return tell.inItems(formatPeriod(query.days, today, locale));
  const until = query.until === null ? '' : tell.through(formatDate(query.until, today, locale));
  return [sinceText(query.since.by, since, setting), until].filter(Boolean).join(' ');
}

function sinceText(by: Of<'changes'>['query']['since']['by'], since: string | null, setting: Setting): string {
  const { tell, today, locale } = setting;
  if (by === 'ever') return tell.inAll;
  if (since === null) return tell.sinceLast;
  const date = formatDate(since, today, locale);
  return by === 'last' ? tell.sinceMeeting(date) : tell.since(date);
}

function changeItem(change: LedgerChange, setting: Setting): Item {
  const { tell } = setting;
  const { reason } = change.entry;
  const why = reason === null ? [] : [tell.why(shortened(reason, longestInList))];
  return { title: changeText(change, setting), details: [byAndWhen(change, setting), ...why] };
}

/** The only change, in a sentence. */
function alone(change: LedgerChange, setting: Setting): string {
  const { details } = changeItem(change, setting);
  return `${unstopped(ledgerClause(change, setting))}, ${details.map(unstopped).join(', ')}.`;
}

function whoPage({ query, changes }: Of<'changes'>, setting: Setting): Page {
  const { tell } = setting;
  const [newest] = changes;
  if (!newest) return sentence(tell.noChangeOf);
  const { reason } = newest.entry;
  const why = reason === null ? [] : [stopped(capital(tell.why(reason)))];
  const undone = newest.undone ? [tell.whoUndone] : [];
  const isCertain = query.kinds !== undefined && query.kinds.length > 0;
  const who = (isCertain ? tell.whoDid : tell.who)(madeBy(newest, setting), ledgerClause(newest, setting));
  return sentence([who, ...why, ...undone].join(' '));
}

// === How the plan was

/** @param pageOf makes the page of what the plan of that day answers */
export function asOfPage(
  { query, since, then, plan }: Of<'as-of'>,
  setting: Setting,
  pageOf: (outcome: Outcome, setting: Setting) => Page,
): Page {
  const { tell, today, locale } = setting;
  if (then) {
    const page = pageOf(then.outcome, { ...setting, plan });
    return { ...page, lead: tell.asOf(formatDate(query.day, today, locale), page.lead) };
  }
  const day = formatDay(query.day, today, locale);
  if (since.length === 0) return sentence(tell.nothingSince(day));
  return { lead: tell.planThen(day), blocks: list(null, thenItems(since, setting)) };
}

/** Each thing that has changed: how it was, and what happened to it, oldest first. */
function thenItems(newestFirst: readonly LedgerChange[], setting: Setting): Item[] {
  const bySubject = Map.groupBy(newestFirst.toReversed(), ({ applied, entry }) =>
    applied ? subjectKey(applied.subject) : `version ${entry.version}`,
  );
  return [...bySubject.values()].map((changes) => thenItem(changes, setting));
}

function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'meeting':
    case 'occasion':
    case 'activity':
      return subject.record.id;
    case 'hosting':
      return `hosting ${subject.conference}`;
    case 'role':
      return `role ${subject.group} ${subject.role}`;
    case 'deadline':
      return `deadline ${subject.group} ${subject.name.toLowerCase()}`;
    case 'check-in':
      return `check-in ${subject.group}`;
    case 'synonym':
      return `synonym ${subject.word.toLowerCase()}`;
    case 'secretary':
      return `secretary ${subject.name}`;
    case 'import':
      return `import ${subject.years.join(' ')}`;
    case 'announcement':
      return `message ${JSON.stringify(subject)}`;
    case 'template':
      return `template ${subject.name.toLowerCase()}`;
  }
}

function thenItem(changes: readonly LedgerChange[], setting: Setting): Item {
  const { tell } = setting;
  const since = changes.map((change) => `${unstopped(ledgerClause(change, setting))} (${byAndWhen(change, setting)})`);
  const subject = changes.find(({ applied }) => applied !== null)?.applied?.subject;
  if (!subject) return { title: capital(since.join(', ')), details: [] };
  const isItem = subject.kind === 'meeting' || subject.kind === 'occasion';
  const differences = firstDifferences(changes, setting);
  const date = differences.find(([, { field }]) => field === 'date');
  // Among a group's meetings its day tells which one it is, unless that is what has changed.
  const name = [subjectName(subject, setting), isItem && !date ? itemDays(subject, setting) : ''];
  // An activity is always there; whatever else had no value in any field was not.
  const isNew = subject.kind !== 'activity' && differences.every(([, { before }]) => before === null);
  return {
    title: capital(name.filter(Boolean).join(' ')),
    details: [tell.backThen(isNew ? tell.notThere : wasText(differences, setting)), ...newest(since, setting)],
  };
}

/** What happened to one thing that an answer tells. */
const mostSteps = 5;

function newest(steps: readonly string[], { say }: Setting): readonly string[] {
  return steps.length <= mostSteps ? steps : [say.more(steps.length - mostSteps), ...steps.slice(-mostSteps)];
}

/** Fields that go without saying where they had no value. */
const lesser: ReadonlySet<Difference['field']> = new Set(['term', 'comment', 'time', 'place', 'title']);

function wasText(differences: readonly (readonly [string, Difference])[], setting: Setting): string {
  const told = differences.flatMap(([name, { field, before }]) => {
    if (before === null && lesser.has(field)) return [];
    const value = before ? shortened(valueText(before, setting), longestInList) : setting.tell.noValue;
    return [`${name.toLowerCase()} ${value}`];
  });
  return told.length > 0 ? told.join(', ') : setting.tell.noValue;
}

/** The first difference of each field, by name: what it was before all of the changes. */
function firstDifferences(changes: readonly LedgerChange[], setting: Setting): [string, Difference][] {
  const first = new Map<string, Difference>();
  for (const difference of changes.flatMap(({ applied }) => applied?.differences ?? [])) {
    const name = fieldName(difference, setting);
    if (!first.has(name)) first.set(name, difference);
  }
  return [...first];
}

// === Deadlines

export function deadlinesPage({ query, due, rules }: Of<'deadlines'>, setting: Setting): Page {
  const { tell } = setting;
  if (rules.length === 0) return sentence(tell.noDeadlines);
  if (due.length === 0) return sentence(rules.map((rule) => ruleText(rule, setting)).join(' '));
  if (query.which === 'next' || due.length === 1) return sentence(due.map((one) => dueText(one, setting)).join(' '));
  return {
    lead: tell.dueList(due.length),
    blocks: list(
      null,
      due.map((one) => dueItem(one, setting)),
    ),
  };
}

function ruleText({ name, workingDays, group }: Deadline, setting: Setting): string {
  return setting.tell.noDue(name, workingDays, local(setting.plan.group(group).definite, setting));
}

function meetingText({ meeting }: DueDeadline, setting: Setting): string {
  const item: CalendarItem = { kind: 'meeting', record: meeting };
  const named = namedItem(item, setting);
  return `${setting.tell.the(named)} ${named.when}`;
}

function dueText(due: DueDeadline, setting: Setting): string {
  const { tell, today, locale } = setting;
  const { name, workingDays } = due.deadline;
  const day = formatDay(due.day, today, locale);
  return tell.due(name, day, workingDays, meetingText(due, setting), due.day < today);
}

function dueItem(due: DueDeadline, setting: Setting): Item {
  const { today, locale, tell } = setting;
  const day = capital(formatDay(due.day, today, locale));
  return {
    title: `${day}: ${due.deadline.name}`,
    details: [tell.dueBefore(meetingText(due, setting), due.deadline.workingDays)],
  };
}

// === What one may do

export function rightsPage({ standing, person, secretaries }: Of<'rights'>, setting: Setting): Page {
  const { tell, locale } = setting;
  const appointed: Block[] =
    secretaries.length === 0 ? [] : [{ kind: 'fields', rows: [[tell.appointed, joinWords(secretaries, locale)]] }];
  if (standing === 'secretary') {
    return { lead: tell.isSecretary, blocks: [...list(tell.mayDo, secretaryItems(setting)), ...appointed] };
  }
  const questions = tell.memberMay.map((title) => ({ title, details: [] }));
  const ownId: Block[] = person === null ? [] : [{ kind: 'fields', rows: [[tell.ownId, person]] }];
  const lead = standing === 'member' ? tell.isMember : tell.isUnknown;
  return { lead, blocks: [...list(tell.mayDo, questions), ...appointed, ...ownId] };
}

/** Sentences in the words of the plan at hand, about its next meeting. */
export function secretaryItems(setting: Setting): Item[] {
  const { plan, tell, today, locale } = setting;
  const meeting = plan.meetings.find(({ from }) => from > today) ?? plan.meetings[0];
  const [municipality] = plan.municipalities;
  const [activity] = plan.activities;
  const conference = plan.conferences.find(({ id }) => plan.hostings.some((hosting) => hosting.conference === id));
  if (!meeting || !municipality || !activity || !conference) return [];
  const named = {
    group: local(plan.group(meeting.group).definite, setting),
    activity: activityName(activity, setting),
    conference: local(conference.definite, setting),
    municipality: municipality.name,
    day: formatDate(meeting.from, today, locale),
    later: formatDate(addDays(meeting.from, 7), today, locale),
    year: Number(today.slice(0, 4)) + 1,
  };
  return tell.secretaryMay(named).map(([title, example]) => ({ title, details: [example] }));
}

// === Questions without an answer

export function unansweredPage({ standing, questions, praised, blamed }: Of<'unanswered'>, setting: Setting): Page {
  const { tell, plan } = setting;
  if (standing !== 'secretary')
    return sentence(tell.notYours, [{ title: tell.buttons.rights, action: { query: { kind: 'rights' } } }]);
  const [activity] = plan.activities;
  const hint = activity && questions.length > 0 ? [tell.makeSynonym(activityName(activity, setting))] : [];
  const praise = praised > 0 ? [tell.praised(praised)] : [];
  const closing = [...hint, ...praise];
  const blocks: Block[] = [
    ...list(
      null,
      questions.map((question, index) => questionItem(question, index, setting)),
    ),
    ...list(
      tell.blamed,
      blamed.map((question, index) => questionItem(question, index, setting)),
    ),
    ...(closing.length > 0 ? [{ kind: 'text' as const, paragraphs: closing }] : []),
  ];
  return { lead: questions.length === 0 ? tell.noUnanswered : tell.unanswered(questions.length), blocks };
}

function questionItem({ text, count, lastDay }: UnansweredQuestion, index: number, setting: Setting): Item {
  const { tell, today, locale } = setting;
  return {
    title: `${index + 1}. ${tell.quote(shortened(text, longestInList))}`,
    details: [tell.asked(count, formatDate(lastDay, today, locale))],
  };
}
