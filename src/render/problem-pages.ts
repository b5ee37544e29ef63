// Why a change is not made: what is wrong, that nothing was changed, and what to do.
import type { CalendarItem, LedgerChange, UpdateProblem } from '../facts.ts';
import { announceIn, audienceText } from './announcement-names.ts';
import { byAndWhen, changeText, ledgerClause, madeBy, namedItem, recordName, undoButton } from './changes.ts';
import { formatCount, formatDate, formatTime, joinWords } from './dates.ts';
import { itemDays, itemTitle, local, quoted, type Setting } from './names.ts';
import { type Page, sentence } from './page.ts';

export function problemPage(problem: UpdateProblem, setting: Setting): Page {
  switch (problem.kind) {
    case 'not-allowed':
      return notAllowedPage(setting);
    case 'conflict':
      return conflictPage(problem.meanwhile, setting);
    case 'already-done':
      return alreadyDonePage(problem.change, setting);
    default:
      return sentence(problemText(problem, setting));
  }
}

type Problem<Kind extends UpdateProblem['kind']> = Extract<UpdateProblem, { kind: Kind }>;

function problemText(
  problem: Exclude<UpdateProblem, Problem<'not-allowed' | 'conflict' | 'already-done'>>,
  setting: Setting,
): string {
  const say = setting.tell.problem;
  switch (problem.kind) {
    case 'impossible':
      return say.impossible(problem.words);
    case 'unread':
      return say.unread(problem.words);
    case 'no-meeting':
      return say.noMeeting(nearestText(problem.nearest, setting));
    case 'no-activity':
      return say.noActivity;
    case 'past':
      return pastText(problem, setting);
    case 'end-before-start':
      return say.endBeforeStart(momentText(problem.start, setting), momentText(problem.end, setting));
    case 'cancelled':
      return say.cancelled(namedItem(problem.item, setting));
    case 'not-cancelled':
      return say.notCancelled(namedItem(problem.item, setting));
    case 'too-long':
      return tooLongText(problem, setting);
    case 'no-template':
      return announceIn(setting).problem.noTemplate(problem.name, names(problem.known, setting));
    case 'no-place':
      return noPlaceText(problem, setting);
    case 'no-recipients':
      return announceIn(setting).problem.noRecipients(audienceText(problem.audience, setting));
    case 'unchanged':
      return say.unchanged;
    case 'no-hosting':
      return noHostingText(problem, setting);
    case 'no-deadline':
      return say.noDeadline(problem.name);
    case 'no-check-in':
      return say.noCheckIn;
    case 'no-draft':
      return say.noDraft;
    case 'nothing-to-undo':
      return say.nothingToUndo;
    case 'already-undone':
      return say.alreadyUndone(problem.version);
    case 'unknown-person':
      return say.unknownPerson(problem.name);
    case 'named-in-settings':
      return say.namedInSettings;
    case 'word-taken':
      return say.wordTaken(problem.word, recordName(problem.record, setting));
    case 'foreign':
      return say.foreign;
    case 'expired':
      return say.expired;
    case 'withdrawn':
      return say.withdrawn;
    case 'no-proposal':
      return say.noProposal;
  }
}

function pastText({ item, day }: Problem<'past'>, setting: Setting): string {
  const { tell, today, locale } = setting;
  if (item) return tell.problem.pastItem(namedItem(item, setting));
  return day === today ? tell.problem.pastToday : tell.problem.pastDay(formatDate(day, today, locale));
}

function tooLongText(problem: Problem<'too-long'>, setting: Setting): string {
  const { tell, locale } = setting;
  const [length, most] = [formatCount(problem.length, locale), formatCount(problem.most, locale)];
  if (problem.of === 'message') return announceIn(setting).problem.tooLong(most);
  if (problem.of === 'days') return tell.problem.tooFarAhead(length, most);
  return problem.of === 'working-days' ? tell.problem.tooManyDays(length, most) : tell.problem.tooLong(length, most);
}

function noPlaceText({ name, known, several }: Problem<'no-place'>, setting: Setting): string {
  const { noPlace, severalPlaces } = announceIn(setting).problem;
  return several ? severalPlaces(name) : noPlace(name, names(known, setting));
}

function noHostingText({ conference, year }: Problem<'no-hosting'>, setting: Setting): string {
  const { noSwap, noHosting } = setting.tell.problem;
  const name = local(conference.definite, setting);
  return year === null ? noSwap(name) : noHosting(name, year);
}

function names(known: readonly string[], setting: Setting): string {
  return joinWords(
    known.map((name) => quoted(name, setting)),
    setting.locale,
  );
}

/** The nearest meetings by their days; with whose they are where that differs. */
function nearestText(items: readonly CalendarItem[], setting: Setting): string {
  const owners = new Set(items.map((item) => itemTitle(item, setting)));
  const named = items.map((item) => {
    const days = itemDays(item, setting);
    return owners.size > 1 ? `${days} (${itemTitle(item, setting)})` : days;
  });
  return joinWords(named, setting.locale);
}

/** A time of day, or a day that may be told by month or year. */
function momentText(moment: string, { today, locale }: Setting): string {
  if (moment.includes(':')) return locale === 'sv' ? `kl. ${formatTime(moment, locale)}` : moment;
  return moment.length === 10 ? formatDate(moment, today, locale) : moment;
}

function notAllowedPage({ tell }: Setting): Page {
  return sentence(tell.problem.notAllowed, [{ title: tell.buttons.rights, action: { query: { kind: 'rights' } } }]);
}

function alreadyDonePage(change: LedgerChange, setting: Setting): Page {
  const { version } = change.entry;
  const done = setting.tell.doneBefore(ledgerClause(change, setting), version, change.undone);
  const isUndoable = !change.undone && change.entry.change.kind !== 'undo';
  return sentence(done, isUndoable ? [undoButton(change, setting)] : []);
}

function conflictPage(meanwhile: readonly LedgerChange[], setting: Setting): Page {
  const { tell } = setting;
  const [only, another] = meanwhile;
  if (!only) return sentence(tell.problem.expired);
  if (!another) return sentence(tell.problem.conflict(madeBy(only, setting), ledgerClause(only, setting)));
  const items = meanwhile.map((change) => ({
    title: changeText(change, setting),
    details: [byAndWhen(change, setting)],
  }));
  return { lead: tell.problem.conflicts(meanwhile.length), blocks: [{ kind: 'list', heading: null, items }] };
}
