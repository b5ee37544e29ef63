// Why a change is not made: what is wrong, that nothing was changed, and what to do.
import type { CalendarItem, LedgerChange, UpdateProblem } from '../facts.ts';
import { announceIn, audienceText } from './announcement-names.ts';
import { byAndWhen, changeText, ledgerClause, madeBy, namedItem, recordName, undoButton } from './changes.ts';
import { formatCount, formatDate, formatTime, joinWords } from './dates.ts';
import { itemDays, itemTitle, local, quoted, type Setting } from './names.ts';
import { type Page, sentence } from './page.ts';

export function problemPage(problem: UpdateProblem, setting: Setting): Page {
  switch (problem.kind) {
    case 'not-allowed': {
      const { tell } = setting;
      return sentence(tell.problem.notAllowed, [{ title: tell.buttons.rights, action: { query: { kind: 'rights' } } }]);
    }
    case 'conflict':
      return conflictPage(problem.meanwhile, setting);
    case 'already-done': {
      const { change } = problem;
      const { version } = change.entry;
      const done = setting.tell.doneBefore(ledgerClause(change, setting), version, change.undone);
      const isUndoable = !change.undone && change.entry.change.kind !== 'undo';
      return sentence(done, isUndoable ? [undoButton(change, setting)] : []);
    }
    default:
      return sentence(problemText(problem, setting));
  }
}

type Plain = Exclude<UpdateProblem, { kind: 'not-allowed' | 'conflict' | 'already-done' }>;

function problemText(problem: Plain, setting: Setting): string {
  const { tell, today, locale } = setting;
  const say = tell.problem;
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
      if (problem.item) return say.pastItem(namedItem(problem.item, setting));
      return problem.day === today ? say.pastToday : say.pastDay(formatDate(problem.day, today, locale));
    case 'end-before-start':
      return say.endBeforeStart(momentText(problem.start, setting), momentText(problem.end, setting));
    case 'cancelled':
      return say.cancelled(namedItem(problem.item, setting));
    case 'not-cancelled':
      return say.notCancelled(namedItem(problem.item, setting));
    case 'too-long': {
      const [length, most] = [formatCount(problem.length, locale), formatCount(problem.most, locale)];
      if (problem.of === 'message') return announceIn(setting).problem.tooLong(most);
      if (problem.of === 'days') return say.tooFarAhead(length, most);
      return problem.of === 'working-days' ? say.tooManyDays(length, most) : say.tooLong(length, most);
    }
    case 'no-template':
      return announceIn(setting).problem.noTemplate(problem.name, names(problem.known, setting));
    case 'no-place': {
      const { noPlace, severalPlaces } = announceIn(setting).problem;
      return problem.several ? severalPlaces(problem.name) : noPlace(problem.name, names(problem.known, setting));
    }
    case 'no-recipients':
      return announceIn(setting).problem.noRecipients(audienceText(problem.audience, setting));
    case 'unchanged':
      return say.unchanged;
    case 'no-hosting': {
      const name = local(problem.conference.definite, setting);
      return problem.year === null ? say.noSwap(name) : say.noHosting(name, problem.year);
    }
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
