// A change in a sentence, what it is about by name, and values before and after in words.
import type { CalendarItem, LedgerChange } from '../facts.ts';
import type { NamedRecord } from '../plan/change.ts';
import type { Applied, Difference, Field, Subject, Value } from '../plan/difference.ts';
import type { Localized } from '../plan/source.ts';
import { localAt } from '../plan/wall-clock.ts';
import { announceIn, announcementClause, audienceText, momentText } from './announcement-names.ts';
import {
  capital,
  formatAmount,
  formatDate,
  formatDay,
  formatDays,
  formatHours,
  formatSchedule,
  formatTime,
  joinWords,
} from './dates.ts';
import {
  activityName,
  atPlace,
  itemDays,
  itemName,
  itemWhen,
  local,
  municipalityNames,
  ownerName,
  partyNames,
  placeName,
  quoted,
  type Setting,
  termText,
} from './names.ts';
import { type Button, shortened } from './page.ts';
import type { ItemForm, Made, NamedItem, Tense } from './update-phrases.ts';

/** A comment in a sentence is cut here; in a field it is whole. In characters. */
const longestInSentence = 160;

type Of<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>;

// === Sentences

/** What a change of the ledger did: "Mötet med samarbetskommittén flyttades från torsdag 9 maj till …", no full stop. */
export function changeText(change: LedgerChange, setting: Setting): string {
  return capital(ledgerClause(change, setting));
}

/** The same to go on a sentence. */
export function ledgerClause({ entry, applied }: LedgerChange, setting: Setting): string {
  const { tell } = setting;
  const { change } = entry;
  const clause = applied ? changeClause(applied, 'did', setting) : change.kind === 'undo' ? '' : tell.gone;
  return change.kind === 'undo' ? tell.undone('did', change.version, clause) : clause;
}

/** What a change does or did, in lower case and without a full stop. */
export function changeClause({ subject, differences }: Applied, tense: Tense, setting: Setting): string {
  const { tell } = setting;
  if (differences.length === 0) return tell.nothing;
  switch (subject.kind) {
    case 'meeting':
    case 'occasion':
      return itemClause(subject, differences, tense, setting);
    case 'activity':
      return activityClause(subject, differences, tense, setting);
    case 'hosting':
      return hostingClause(subject, differences, tense, setting);
    case 'role':
      return roleClause(subject, differences, tense, setting);
    case 'deadline': {
      const after = newValue(differences, 'deadline', 'working-days');
      return tell.deadline(tense, subject.name, groupName(subject.group, setting), after?.days ?? null);
    }
    case 'check-in': {
      const after = newValue(differences, 'check-in', 'span');
      return tell.checkIn(tense, groupName(subject.group, setting), after?.span ?? null);
    }
    case 'synonym': {
      const isGone = newValue(differences, 'synonym', 'text') === null;
      return tell.synonym(tense, subject.word, recordName(subject.record, setting), isGone);
    }
    case 'secretary':
      return tell.secretary(tense, subject.name, newValue(differences, 'secretary', 'text') === null);
    case 'import':
      return importClause(subject, differences, tense, setting);
    case 'announcement':
      return announcementClause(subject, newValue(differences, 'audience', 'audience') === null, tense, setting);
    case 'template': {
      const isGone = newValue(differences, 'template', 'text') === null;
      return announceIn(setting).template(tense, subject.name, isGone);
    }
  }
}

function importClause(
  { title, state, wasDraft }: Of<'import'>,
  differences: readonly Difference[],
  tense: Tense,
  setting: Setting,
): string {
  const { tell } = setting;
  const tally = newValue(differences, 'plan', 'records');
  const name = quoted(local(title, setting), setting);
  if (!tally) return tell.planGone(tense, name, state);
  return (wasDraft ? tell.published : tell.imported)(tense, name, state, tell.tally(tally));
}

function differenceIn(differences: readonly Difference[], wanted: Field): Difference | undefined {
  return differences.find(({ field }) => field === wanted);
}

/** The value that a field gets, of a kind; null where it gets none. */
function newValue<Kind extends Value['kind']>(
  differences: readonly Difference[],
  field: Field,
  kind: Kind,
): Extract<Value, { kind: Kind }> | null {
  const after = differenceIn(differences, field)?.after ?? null;
  const isWanted = (value: Value): value is Extract<Value, { kind: Kind }> => value.kind === kind;
  return after && isWanted(after) ? after : null;
}

function itemClause(item: CalendarItem, differences: readonly Difference[], tense: Tense, setting: Setting): string {
  const { tell } = setting;
  const held = newValue(differences, 'held', 'cancelled');
  if (held) return (held.cancelled ? tell.cancelled : tell.restored)(tense, namedItem(item, setting));
  const date = differenceIn(differences, 'date');
  if (!date) {
    const verbs = becoming(differences, ['time', 'place', 'title'], tense, setting);
    return tell.becomes(named(item, differences, setting), joinWords(verbs, setting.locale));
  }
  const whole = { ...named(item, differences, setting), when: fullWhen(item, setting) };
  if (!date.after) return tell.removed(tense, whole);
  // Meetings are always dated: one that was not there before is new.
  if (!date.before) return tell.added(tense, { ...whole, name: itemName(item, setting, false) });
  const isUndated = date.before.kind === 'schedule' && date.before.schedule.kind === 'unspecified';
  const moved = isUndated ? tell.dated(tense, whole) : tell.moved(tense, whole, valueText(date.before, setting));
  return joinWords([moved, ...becoming(differences, ['title'], tense, setting)], setting.locale);
}

/** An item by the name that it had before it got another title. */
function named(item: CalendarItem, differences: readonly Difference[], setting: Setting): NamedItem {
  const isRetitled = differenceIn(differences, 'title') && differenceIn(differences, 'date')?.before !== null;
  return isRetitled ? { ...namedItem(item, setting), name: ownerName(item, setting, true) } : namedItem(item, setting);
}

/** What else becomes of a meeting: "får ny tid, kl. 13.00–15.00, och ny plats, Salem". */
function becoming(
  differences: readonly Difference[],
  fields: readonly ('time' | 'place' | 'title')[],
  tense: Tense,
  setting: Setting,
): string[] {
  const { tell } = setting;
  const phrases = { time: tell.newTime, place: tell.newPlace, title: tell.newTitle };
  const news: string[] = [];
  const lost: string[] = [];
  for (const field of fields) {
    const difference = differenceIn(differences, field);
    if (difference?.after) news.push(phrases[field](valueText(difference.after, setting)));
    else if (difference) lost.push(tell.lost[field]);
  }
  const { locale } = setting;
  return [
    ...(news.length > 0 ? [tell.gets(tense, joinWords(news, locale))] : []),
    ...(lost.length > 0 ? [tell.loses(tense, joinWords(lost, locale))] : []),
  ];
}

function activityClause(
  { record }: Of<'activity'>,
  differences: readonly Difference[],
  tense: Tense,
  setting: Setting,
): string {
  const { tell, locale } = setting;
  const name = activityName(record, setting);
  const clauses = differences.flatMap(({ field, after }): string[] => {
    const value = after ? valueText(after, setting) : '';
    switch (field) {
      case 'status':
        return [tell.status(tense, name, value || null, after && commentIn(differences))];
      case 'comment':
        return differenceIn(differences, 'status') ? [] : [tell.comment(tense, name, commentIn(differences))];
      case 'responsible':
        return [tell.responsible(tense, name, value)];
      case 'schedule':
        return [tell.schedule(tense, name, value)];
      case 'cost':
        return [tell.cost(tense, name, value)];
      default:
        return [];
    }
  });
  return joinWords(clauses, locale);
}

function commentIn(differences: readonly Difference[]): string | null {
  const comment = newValue(differences, 'comment', 'text');
  return comment && shortened(comment.text, longestInSentence);
}

function hostingClause(
  { conference }: Of<'hosting'>,
  differences: readonly Difference[],
  tense: Tense,
  setting: Setting,
): string {
  const name = local(setting.plan.conference(conference).definite, setting);
  const clauses = differences.flatMap(({ before, after }): string[] => {
    const value = after ?? before;
    if (value?.kind !== 'hosts') return [];
    const hosts = after?.kind === 'hosts' ? after.hosts : [];
    return [setting.tell.hosts(tense, name, value.year, municipalityNames(hosts, setting), hosts.length)];
  });
  return joinWords(clauses, setting.locale);
}

function roleClause(
  { group, role }: Of<'role'>,
  differences: readonly Difference[],
  tense: Tense,
  setting: Setting,
): string {
  const { tell, say } = setting;
  const office = { role: say.role[role], group: groupName(group, setting) };
  const term = newValue(differences, 'term', 'term');
  const during = term ? termText(term, setting) : '';
  const holder = differenceIn(differences, 'holder');
  if (!holder) return tell.termSet(tense, office, during);
  const [before, after] = [holder.before, holder.after].map((value) => value && valueText(value, setting));
  return tell.holder(tense, office, after ?? null, during, after ? (before ?? null) : null);
}

// === Names

function groupName(id: Of<'role'>['group'], setting: Setting): string {
  return local(setting.plan.group(id).definite, setting);
}

export function formOf(item: CalendarItem): ItemForm {
  if (item.kind === 'occasion') return 'conference';
  return item.record.kind === 'planning-conference' ? 'planning' : 'meeting';
}

/** An item by its name and days. */
export function namedItem(item: CalendarItem, setting: Setting): NamedItem {
  return { form: formOf(item), name: itemName(item, setting, true), when: itemDays(item, setting) };
}

/** Days, hours and place. */
export function fullWhen(item: CalendarItem, setting: Setting): string {
  return [itemWhen(item, setting), atPlace(item.record.place, setting)].filter(Boolean).join(' ');
}

/** What a change is about: "mötet med samarbetskommittén", "ordförande i samarbetskommittén". */
export function subjectName(subject: Subject, setting: Setting): string {
  const { tell, say, plan } = setting;
  switch (subject.kind) {
    case 'meeting':
    case 'occasion':
      return tell.the({ form: formOf(subject), name: itemName(subject, setting, true) });
    case 'activity':
      return activityName(subject.record, setting);
    case 'hosting':
      return tell.hosting(local(plan.conference(subject.conference).definite, setting));
    case 'role':
      return tell.office(say.role[subject.role], groupName(subject.group, setting));
    case 'deadline':
      return tell.dueName(subject.name, groupName(subject.group, setting));
    case 'check-in':
      return tell.checkInName(groupName(subject.group, setting));
    case 'synonym':
      return tell.meansOf(subject.word);
    case 'secretary':
      return tell.rightOf(subject.name);
    case 'import':
      return tell.planOf(quoted(local(subject.title, setting), setting));
    case 'announcement':
      return announceIn(setting).message(audienceText(subject.audience, setting));
    case 'template':
      return announceIn(setting).templateName(subject.name);
  }
}

/** The name of a record of any kind that has one. */
export function recordName(record: NamedRecord, setting: Setting): string {
  const { plan } = setting;
  const titled = (named: { readonly title: Localized } | undefined): string =>
    named ? quoted(local(named.title, setting), setting) : '';
  switch (record.kind) {
    case 'municipality':
      return plan.municipality(record.id).name;
    case 'group':
      return groupName(record.id, setting);
    case 'person':
      return plan.person(record.id).name;
    case 'conference':
      return local(plan.conference(record.id).definite, setting);
    case 'area':
      return local(plan.area(record.id).name, setting);
    case 'goal':
      return titled(plan.goal(record.id));
    case 'objective':
      return titled(plan.objective(record.id));
    case 'activity':
      return activityName(plan.activity(record.id), setting);
    case 'budget-line':
      return titled(plan.budgetLines.find(({ id }) => id === record.id));
    case 'section':
      return titled(plan.sections.find(({ id }) => id === record.id));
  }
}

// === Values

/** A value of a field in words. */
export function valueText(value: Value, setting: Setting): string {
  const { plan, say, tell, locale, today } = setting;
  switch (value.kind) {
    case 'days': {
      const { from, to, lunchToLunch } = value.days;
      const days = formatDays(from, to, today, locale);
      return lunchToLunch ? `${days} (${say.lunchToLunch})` : days;
    }
    case 'schedule':
      return formatSchedule(value.schedule, today, locale);
    case 'hours':
      return formatHours(value.hours, locale);
    case 'place':
      return placeName(value.place, setting);
    case 'status':
      return say.status[value.status];
    case 'parties':
      return partyNames(value.parties, setting);
    case 'amount':
      return formatAmount(value.amount, locale);
    case 'hosts':
      return municipalityNames(value.hosts, setting);
    case 'holder':
      return value.municipality ? `${value.name} (${plan.municipality(value.municipality).name})` : value.name;
    case 'term':
      return termText(value, setting);
    case 'working-days':
      return tell.workingDays(value.days);
    case 'span':
      return tell.spanBefore(value.span);
    case 'text':
      return value.text;
    case 'records':
      return tell.tally(value);
    case 'cancelled':
      return value.cancelled ? tell.calledOff : tell.asPlanned;
    case 'audience':
      return audienceText(value.audience, setting);
    case 'instant': {
      const words = announceIn(setting);
      return value.at === null ? words.atOnce : words.swedishTime(momentText(value.at, setting));
    }
  }
}

/** The name of a field; of hosts with their year. */
export function fieldName({ field, before, after }: Difference, { tell }: Setting): string {
  const value = after ?? before;
  return value?.kind === 'hosts' ? `${tell.fields[field]} ${value.year}` : tell.fields[field];
}

// === Who and when

/** Who made a change, on which day and at what time in the region. */
export function madeBy({ entry: { author, at } }: LedgerChange, { plan, today, locale }: Setting): Made {
  const { day, time } = localAt(new Date(at), plan.region.timeZone);
  return { by: author.name, day: formatDay(day, today, locale), time: formatTime(time, locale) };
}

/** "av Anna Ek 3 april", and whether it was taken back. */
export function byAndWhen({ entry: { author, at }, undone }: LedgerChange, setting: Setting): string {
  const { plan, tell, today, locale } = setting;
  const date = formatDate(localAt(new Date(at), plan.region.timeZone).day, today, locale);
  return `${tell.madeBy(author.name, date)}${undone ? tell.isUndone : ''}`;
}

/** Takes a change back. */
export function undoButton({ entry }: LedgerChange, { tell }: Setting): Button {
  return { title: tell.undo(entry.version), action: { undo: entry.version }, replaces: true };
}
