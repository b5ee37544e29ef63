// Pages of a change on its way: what it will do, that it was done, what is missing, and why it cannot be.
import type { CalendarItem, Clash, Fact, OfficeReminders, Outcome, UpdateStage } from '../facts.ts';
import { weekdayOf } from '../plan/days.ts';
import type { Applied, Difference } from '../plan/difference.ts';
import { daysOf } from '../plan/fold.ts';
import type { MeetingId } from '../plan/ids.ts';
import { announceIn } from './announcement-names.ts';
import { orderedPage, quietHourText, reachRows, surePage } from './announcement-pages.ts';
import { cancelledText } from './called-off.ts';
import { changeClause, fieldName, ledgerClause, namedItem, undoButton, valueText } from './changes.ts';
import {
  capital,
  formatDate,
  formatDay,
  formatHours,
  formatRange,
  formatTime,
  weekdayName,
  weekdaysName,
} from './dates.ts';
import { importBlocks, importChoice } from './file-pages.ts';
import { activityName, itemDays, itemForm, itemName, itemTitle, local, type Setting, scheduleText } from './names.ts';
import { type Block, type Button, longestTitle, type Page, type Row, sentence, shortened, stopped } from './page.ts';
import { problemPage } from './problem-pages.ts';
import { instantText, leadsText, noticeOf, remindIn, topicText } from './reminder-names.ts';

type Stage<Name extends UpdateStage['stage']> = Extract<UpdateStage, { stage: Name }>;

export function updatePage({ step }: Extract<Outcome, { kind: 'update' }>, setting: Setting): Page {
  switch (step.stage) {
    case 'preview':
      return previewPage(step, setting);
    case 'sure':
      return surePage(step, setting);
    case 'done':
      return donePage(step, setting);
    case 'withdrawn':
      return withdrawnPage(step, setting);
    case 'ask':
      return askPage(step, setting);
    case 'choose':
      return choosePage(step, setting);
    case 'refused':
      return problemPage(step.problem, setting);
  }
}

/** The question, after what it is about where that is known. */
function askPage({ slot, request: { draft } }: Stage<'ask'>, setting: Setting): Page {
  const question = setting.tell.ask[slot];
  const item = 'target' in draft && draft.target.ids.length === 1 ? meetingOf(draft.target.ids, setting) : null;
  if (item) {
    const { name, when } = namedItem(item, setting);
    return sentence(`${stopped(capital([name, when].filter(Boolean).join(' ')))} ${question}`);
  }
  const [activity, another] = 'activities' in draft ? draft.activities : [];
  if (activity === undefined || another !== undefined) return sentence(question);
  return sentence(`${stopped(capital(activityName(setting.plan.activity(activity), setting)))} ${question}`);
}

/** The one item of these ids; null where it is no longer in the plan. */
function meetingOf(ids: readonly MeetingId[], { plan }: Setting): CalendarItem | null {
  const isThat = ({ id }: { readonly id: MeetingId }): boolean => ids.includes(id);
  const meeting = plan.meetings.find(isThat);
  if (meeting) return { kind: 'meeting', record: meeting };
  const occasion = plan.occasions.find(isThat);
  return occasion ? { kind: 'occasion', record: occasion } : null;
}

// === Before it is made

function previewPage(step: Stage<'preview'>, setting: Setting): Page {
  const { tell } = setting;
  const { change, applied, proposal } = step;
  const clause = changeClause(applied, 'will', setting);
  const what = change.kind === 'undo' ? tell.undone('will', change.version, clause) : clause;
  const buttons: Button[] = [
    { title: tell.confirm[change.kind], action: { confirm: proposal }, replaces: true },
    ...importChoice(step, setting),
    { title: tell.withdraw, action: { withdraw: proposal }, replaces: true },
  ];
  return {
    lead: `${stopped(capital(what))} ${tell.isRight}`,
    blocks: [
      {
        kind: 'fields',
        rows: [...differenceRows(step, setting), ...aside(step, setting)],
      },
      ...clashBlocks(step.clashes, applied, setting),
      ...considerations(step, setting),
      ...(step.imports ? importBlocks(step.imports, setting) : []),
      { kind: 'text', paragraphs: [tell.answerYesOrNo] },
    ],
    buttons,
  };
}

/** Of a message that is taken back only what it said is to be seen. */
function differenceRows({ applied, change }: Stage<'preview'>, setting: Setting): Row[] {
  const { differences, subject } = applied;
  const isRecall = subject.kind === 'announcement' && change.kind === 'undo';
  if (!isRecall) return differences.map((one) => differenceRow(one, setting));
  return differences.flatMap(({ field, before }): Row[] =>
    field === 'message' && before ? [[setting.tell.fields[field], valueText(before, setting)]] : [],
  );
}

/** A long text that is replaced is not needed whole. In characters. */
const longestBefore = 120;

function differenceRow(difference: Difference, setting: Setting): Row {
  const { tell } = setting;
  const name = fieldName(difference, setting);
  const before = difference.before && shortened(valueText(difference.before, setting), longestBefore);
  const after = difference.after && valueText(difference.after, setting);
  if (before === null) return [name, after ?? ''];
  if (after === null) return [name, `${before} → ${tell.takenAway}`, tell.wasTakenAway(before)];
  return [name, `${before} → ${after}`, tell.became(before, after)];
}

/** Who leads a group and is not known to Teams gets nothing: said, since it can be mended. */
function officeRows({ change, offices }: Stage<'preview'>, setting: Setting): Row[] {
  const { officeReminders: say } = remindIn(setting);
  const isLeader = change.kind === 'set-role' && (change.role === 'lead' || change.role === 'contact');
  if (isLeader && !change.who) return [[say.label, say.unknown(change.person.name)]];
  return offices.map((office): Row => [say.label, officeText(office, setting)]);
}

function officeText({ name, group, begins, subscription, next, isReached }: OfficeReminders, setting: Setting): string {
  const { officeReminders: say, ...phrases } = remindIn(setting);
  const about = topicText({ kind: 'group', group }, setting);
  if (!begins) return subscription ? say.keeps(name, about) : say.loses(name, about);
  const gets = say.gets(name, leadsText(subscription?.leads ?? [], setting), about);
  const of = next && noticeOf(next, setting);
  const first = next && of !== null ? [phrases.first(instantText(next.dueAt, setting), of)] : [phrases.nothingAhead];
  return [gets, ...first, ...(isReached ? [] : [say.notReached])].join(' ');
}

/** Why, what comes with an office, and who will be told. */
function aside(step: Stage<'preview'>, setting: Setting): Row[] {
  const { tell } = setting;
  const { reason, told, reach, applied, change } = step;
  if (reach) return reachRows(reach, setting);
  if (applied.subject.kind === 'template') return [];
  if (applied.subject.kind === 'announcement' && change.kind === 'undo' && told !== null) {
    const say = announceIn(setting);
    return [[say.labels.recalledFrom, say.editsSent(told)]];
  }
  const audience = told === null ? tell.toldQuietly : told === 0 ? tell.toldNobody : tell.toldCount(told);
  const why: Row[] = reason === null ? [] : [[tell.reason, reason]];
  const later = (step.request.later ?? []).map(({ words }): Row => [tell.later, shortened(words, longestBefore)]);
  return [...why, ...officeRows(step, setting), [tell.told, audience], ...later];
}

/** What else there is to think of before a message is sent. */
function considerations({ reach }: Stage<'preview'>, setting: Setting): Block[] {
  const texts = reach ? quietHourText(reach, setting) : [];
  return texts.length === 0 ? [] : [{ kind: 'text', paragraphs: texts }];
}

function clashBlocks(clashes: readonly Clash[], applied: Applied, setting: Setting): Block[] {
  if (clashes.length === 0) return [];
  const items = clashes.map((clash) => ({ title: clashText(clash, applied, setting), details: [] }));
  return [{ kind: 'list', heading: setting.tell.consider, items }];
}

function clashText(clash: Clash, { subject }: Applied, setting: Setting): string {
  const { tell, today, locale } = setting;
  const date = (day: string): string => formatDate(day, today, locale);
  const owner = subject.kind === 'meeting' ? local(setting.plan.group(subject.record.group).definite, setting) : '';
  switch (clash.kind) {
    case 'meeting':
      return clash.item.record.cancelled ? cancelledText(clash.item, setting) : besideText(clash.item, setting);
    case 'holiday':
      return tell.clash.holiday(formatDay(clash.day, today, locale), local(clash.name, setting));
    case 'weekend':
      return tell.clash.weekend(date(clash.day), weekdayName(weekdayOf(clash.day), locale));
    case 'weekday': {
      const own = weekdayName(weekdayOf(clash.day), locale);
      return tell.clash.weekday(owner, weekdaysName(clash.usual, locale), date(clash.day), own);
    }
    case 'hours':
      return tell.clash.hours(owner, formatHours(clash.usual, locale));
    case 'year':
      return tell.clash.year(clash.year);
    case 'place':
      return tell.clash.place(clash.name);
    case 'length':
      return tell.clash.length(formatTime(clash.end, locale));
    case 'skipped':
    case 'twice': {
      const [time, real] = [clash.time, clash.real].map((one) => formatTime(one, locale));
      return tell.clash[clash.kind](date(clash.day), time ?? '', real ?? '');
    }
    case 'deadline':
      return tell.clash.deadline(clash.due.deadline.name, formatDay(clash.due.day, today, locale));
    case 'hosting':
      return tell.clash.hosting(clash.municipality.name, clash.year);
    case 'activity':
      return tell.clash.activity(activityName(clash.activity, setting), scheduleText(clash.activity, setting));
  }
}

function besideText(item: CalendarItem, setting: Setting): string {
  const { plan, tell, locale } = setting;
  const owner = item.kind === 'meeting' ? local(plan.group(item.record.group).definite, setting) : '';
  const named = { ...namedItem(item, setting), name: itemName(item, setting, false) };
  const { hours } = item.record;
  return tell.clash.meeting(named, owner, hours ? formatHours(hours, locale) : '');
}

// === When it has been made, or has not

/** A change that stays can still be taken back. */
function withdrawnPage({ stands }: Stage<'withdrawn'>, setting: Setting): Page {
  const { tell } = setting;
  if (!stands) return sentence(tell.withdrawn);
  const text = `${tell.withdrawn} ${tell.stands(ledgerClause(stands, setting), stands.entry.version)}`;
  return sentence(text, [undoButton(stands, setting)]);
}

function donePage({ change, again }: Stage<'done'>, setting: Setting): Page {
  const { tell } = setting;
  const { entry, undone } = change;
  if (entry.change.kind === 'announce' && !again && !undone) {
    return orderedPage(entry.change, entry.version, undoButton(change, setting), setting);
  }
  const clause = ledgerClause(change, setting);
  // A change that was taken back cannot be taken back again, nor can an undo.
  const isUndoable = !undone && entry.change.kind !== 'undo';
  const receipt = again ? tell.doneBefore(clause, entry.version, undone) : tell.done(clause, entry.version);
  if (!isUndoable) return sentence(receipt);
  return sentence(`${receipt} ${tell.undoHint(entry.version)}`, [undoButton(change, setting)]);
}

// === What is missing

function choosePage({ slot, options }: Stage<'choose'>, setting: Setting): Page {
  const { tell } = setting;
  const facts = options.map(({ fact }) => fact);
  const titles = distinct(facts, setting);
  const buttons = options.map(({ request }, index) => ({
    title: capital(titles[index] ?? ''),
    action: { update: request },
    replaces: true as const,
  }));
  const question =
    slot === 'meeting' || slot === 'group' || slot === 'activity' || slot === 'conference' || slot === 'record'
      ? tell.which[slot]
      : tell.which.other;
  return sentence(`${question} ${tell.options(titles)}`, buttons);
}

/** Two meetings of a group on one day differ by their hours. */
function distinct(facts: readonly Fact[], setting: Setting): string[] {
  const plain = facts.map((fact) => optionTitle(fact, setting, false));
  return facts.map((fact, index) => {
    const title = plain[index] ?? '';
    return plain.filter((other) => other === title).length > 1 ? optionTitle(fact, setting, true) : title;
  });
}

function optionTitle(fact: Fact, setting: Setting, withHours: boolean): string {
  if (fact.kind !== 'meeting' && fact.kind !== 'occasion') return shortened(factName(fact, setting), longestTitle);
  const { hours } = fact.record;
  const start = withHours && hours ? formatTime(hours.start, setting.locale) : '';
  const owner = [ownerDefinite(fact, setting), itemForm(fact, setting)].filter(Boolean).join(', ');
  const titled = (days: string): string => `${[days, start].filter(Boolean).join(' ')} – ${owner}`;
  const full = titled(itemDays(fact, setting));
  return full.length <= longestTitle ? full : shortened(titled(briefDays(fact, setting)), longestTitle);
}

function ownerDefinite(item: CalendarItem, setting: Setting): string {
  const { plan } = setting;
  const owner = item.kind === 'meeting' ? plan.group(item.record.group) : plan.conference(item.record.conference);
  return local(owner.definite, setting);
}

/** Without weekdays. */
function briefDays(item: CalendarItem, setting: Setting): string {
  const days = daysOf(item.record);
  return days ? formatRange(days.from, days.to, setting.today, setting.locale) : itemDays(item, setting);
}

/** What a choice is called. */
function factName(fact: Fact, setting: Setting): string {
  const { plan } = setting;
  switch (fact.kind) {
    case 'meeting':
    case 'occasion':
      return itemTitle(fact, setting);
    case 'hosting':
      return `${local(plan.conference(fact.record.conference).name, setting)} ${fact.record.year}`;
    case 'activity':
      return activityName(fact.record, setting);
    case 'role':
      return plan.person(fact.record.person).name;
    case 'person':
      return fact.record.name;
    case 'group':
    case 'conference':
    case 'area':
      return local(fact.record.name, setting);
    case 'goal':
    case 'objective':
    case 'budget-line':
    case 'section':
      return local(fact.record.title, setting);
    case 'budget-totals':
    case 'fee':
      return String(fact.record.year);
    case 'change':
      return capital(ledgerClause(fact.record, setting));
  }
}
