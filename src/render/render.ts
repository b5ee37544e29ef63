// Answer in, reply out: one page a part, then the same page as text and as card.
import type { Answer, Outcome, SingleAnswer } from '../facts.ts';
import { isoWeekOf } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Query, SingleQuery, TalkQuery } from '../query.ts';
import { activitiesPage, activityPage, clarifyPage, municipalityPage, partiesPage } from './activity-pages.ts';
import { announcementsPage } from './announcement-pages.ts';
import { budgetPage } from './budget-pages.ts';
import { calendarLinkPage } from './calendar-link-pages.ts';
import { agendaPage, meetingsPage } from './calendar-pages.ts';
import { type CardJson, oneLine, plain } from './card.ts';
import { checkInsPage } from './check-in-pages.ts';
import { conferencePage } from './conference-pages.ts';
import { formatDay, type Locale } from './dates.ts';
import { documentPage, missingPage, passagesPage } from './document-pages.ts';
import { filePage } from './file-pages.ts';
import { goalsPage } from './goal-pages.ts';
import { helpPage } from './help-page.ts';
import { contradictionText, hostsPage } from './host-pages.ts';
import { asOfPage, changesPage, deadlinesPage, rightsPage, unansweredPage } from './ledger-pages.ts';
import { local, quoted, type Setting, settingFor } from './names.ts';
import { type Block, type Button, longestTitle, type Page, sentence, shortened, stopped, unstopped } from './page.ts';
import { type Fitted, fitted, shownFrom } from './paging.ts';
import { groupPage, municipalitiesPage, networksPage, rolesPage } from './people-pages.ts';
import { privacyPage } from './privacy-pages.ts';
import { remindersPage } from './reminder-pages.ts';
import { sourceLine } from './sources.ts';
import { suggestionTitle } from './suggestion-titles.ts';
import { updatePage } from './update-pages.ts';
import { ofPlanText, orderPage, yearChangesPage } from './year-pages.ts';

/** A reply before it becomes an activity. */
export interface Rendered {
  /** Markdown; stands alone. */
  readonly text: string;
  /** All that text and card say, in plain sentences; of a long list as many rows as a card has. */
  readonly spoken: string;
  /** The beginning of it, for a voice. */
  readonly speak: string;
  readonly card: CardJson | null;
  /** Buttons: what the answer is for, then what may be asked next. */
  readonly suggestions: readonly Button[];
}

/** Buttons that a phone shows without a scroll; a choice between more has them all. */
const mostButtons = 3;

/**
 * Puts an answer into words. Pure.
 *
 * @param today the present day in the region
 * @param from the first row that is shown: 0, or where the page before ended
 */
export function render(answer: Answer, plan: Plan, locale: Locale, today: string, from = 0): Rendered {
  const setting = settingFor(plan, locale, today);
  const whole = pagesOf(answer, setting);
  const { pages, rest } = shownFrom(whole, from);
  const isSaid = ({ ofPlan }: SingleAnswer): boolean => whole.some(({ lead }) => lead.includes(String(ofPlan?.year)));
  const told = [...answer.parts.flatMap((part) => notesOf(part, setting)), ...doubtOf(answer, setting)];
  const doubts = told.map((note) => `${setting.say.note}: ${note}`);
  const notes = [
    ...new Set([
      ...answer.parts.flatMap((part) =>
        part.ofPlan?.why === 'asked' && isSaid(part) ? [] : ofPlanTexts(part, setting),
      ),
      ...doubts,
    ]),
  ];
  const source = sourceLine(answer.parts, setting);
  const more = rest === 0 ? [] : [setting.say.more(rest)];
  const said = [...pages.flatMap(pageLines), ...more, ...notes, ...(source === null ? [] : [source])];
  const spoken = said.map(oneLine).join('\n');
  const speak = beginning(spoken, setting, rest);
  const withCard = pages.some(({ blocks }) => blocks.length > 0);
  const fit = withCard ? fitted(whole, from, { notes, source }, { spoken, speak }, setting) : null;
  const text = withCard ? plain(pages[0]?.lead ?? '') : plain([...pages.map(({ lead }) => lead), ...notes].join(' '));
  const own = [
    ...(from > 0 ? [] : pages.flatMap(({ buttons = [] }) => buttons)),
    ...moreButton(answer, fit, from, setting),
  ];
  const suggestions = answer.parts.flatMap((part) => part.suggestions);
  // Calendars come where there is room, after the questions.
  const ordered = [...suggestions.filter(isNoCalendar), ...suggestions.filter((query) => !isNoCalendar(query))];
  const next = ordered.map((query): Button => ({ title: suggestionTitle(query, setting), action: { query } }));
  return {
    text: withCard || source === null ? text : `${text}\n\n_${plain(source)}_`,
    spoken,
    speak,
    card: fit?.card ?? null,
    suggestions: titled([...own, ...next].slice(0, Math.max(mostButtons, own.length))),
  };
}

/** The next page, where the question can be asked again without doing anything. */
function moreButton({ parts, query }: Answer, fit: Fitted | null, from: number, { say }: Setting): Button[] {
  const again = query && repeatable(query, parts);
  if (!fit || fit.rest === 0 || !again) return [];
  return [{ title: say.buttons.more(fit.rest), action: { query: again, from: from + fit.shown } }];
}

/** The same question for the next page; null for a wish, which would be done twice. */
function repeatable(query: Query, parts: Answer['parts']): Query | null {
  const asks = query.kind === 'several' ? query.queries.every(isQuestion) : isQuestion(query);
  if (!asks) return null;
  const [part] = parts;
  // "Since last" has moved on by the next press.
  if (query.kind !== 'changes' || query.since.by !== 'last' || part?.outcome.kind !== 'changes') return query;
  const { since } = part.outcome;
  return since === null ? null : { ...query, since: { by: 'day', day: since } };
}

function isQuestion(query: SingleQuery): boolean {
  if (query.kind === 'reminders' || query.kind === 'calendar') return query.act === 'list' || query.act === 'why';
  return query.kind !== 'update';
}

/** Phones cut long titles anywhere. */
function titled(buttons: readonly Button[]): Button[] {
  return buttons.map((button) => ({ ...button, title: shortened(button.title, longestTitle) }));
}

/** Lines that are read aloud; nobody listens to a list of fifty. */
const mostLines = 6;
const fewestLines = 4;
/** In characters. */
const longestSpeech = 700;

/** @param unsaid rows that are not even said in full, but counted in a line of their own */
function beginning(spoken: string, { say }: Setting, unsaid = 0): string {
  const lines = spoken.split('\n');
  const shown = lines.length <= mostLines ? lines : lines.slice(0, fewestLines);
  const rest = lines.length - shown.length + Math.max(0, unsaid - 1);
  return [shortened(shown.join('\n'), longestSpeech), ...(rest > 0 ? [say.more(rest)] : [])].join('\n');
}

/**
 * Puts a page that answers no question into words: what the bot says of its own accord.
 *
 * @param why why it came, as the last line
 */
export function renderPage(page: Page, why: string, setting: Setting): Rendered {
  const spoken = [...pageLines(page), why].map(oneLine).join('\n');
  const speak = beginning(spoken, setting);
  const footer = { notes: [], source: why };
  return {
    text: `${plain(page.lead)}\n\n_${plain(why)}_`,
    spoken,
    speak,
    card: page.blocks.length > 0 ? fitted([page], 0, footer, { spoken, speak }, setting).card : null,
    suggestions: titled(page.buttons ?? []),
  };
}

/** The same asked of several years is told with the year first, and numbers without what they count. */
function pagesOf({ parts, query }: Answer, setting: Setting): Page[] {
  const years = query?.kind === 'several' ? (query.years ?? []) : [];
  return parts.map(({ outcome }, index) => {
    const page = pageOf(outcome, setting);
    const year = years[index];
    if (year === undefined) return page;
    const isCount =
      'query' in outcome && outcome.query !== null && 'aspect' in outcome.query && outcome.query.aspect === 'count';
    const lead = page.lead.includes(String(year)) ? page.lead : `${year}: ${page.lead}`;
    return { ...page, lead, blocks: isCount ? [] : page.blocks };
  });
}

function ofPlanTexts({ ofPlan }: Answer['parts'][number], setting: Setting): string[] {
  return ofPlan === null ? [] : [ofPlanText(ofPlan, setting)];
}

function notesOf({ notes, contradicted }: Answer['parts'][number], setting: Setting): string[] {
  return [
    ...notes.map((note) => local(note.text, setting)),
    ...contradicted.flatMap((hosting) => contradictionText(hosting, setting)),
  ];
}

function doubtOf({ unsureOf }: Answer, setting: Setting): string[] {
  return unsureOf ? [setting.say.unsure(fewWords(unsureOf, setting))] : [];
}

/** Words that were not understood; null where there are none, or too many to repeat. */
function fewWords(words: readonly string[], setting: Setting): string | null {
  if (words.length === 0 || words.length > 3) return null;
  return words.map((word) => quoted(word, setting)).join(` ${setting.say.or} `);
}

function isNoCalendar({ kind }: SingleQuery): boolean {
  return kind !== 'calendar';
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'fields':
      return block.rows.map(([label, value, said = value]) => stopped(`${label}: ${said}`));
    case 'list':
      return [
        ...(block.heading === null ? [] : [`${block.heading}:`]),
        ...block.items.slice().map(({ title, details }) => stopped([title, ...details].map(unstopped).join(', '))),
      ];
    case 'text':
      return [...block.paragraphs];
    case 'table':
      return tableText(block);
    case 'bars':
      return block.rows.map(({ label, value }) => stopped(`${label}: ${value}`));
    case 'input':
    case 'choices':
      return [];
    case 'address':
      return [`${block.label}: ${block.url}`];
  }
}

/** The heads, then a line a row; of more than one column beside its name, each cell with its head. */
function tableText({ heads, rows }: Extract<Block, { kind: 'table' }>): string[] {
  const lines = rows.map(({ cells: [name = [], ...cells] }) => {
    const told = cells.map((cell, index) => {
      const text = cell.map(unstopped).join('; ');
      return cells.length > 1 ? `${heads[index + 1]}: ${text}` : text;
    });
    return stopped(`${name.join(' ')}${cells.length > 1 ? ', ' : ': '}${told.join(', ')}`);
  });
  return [`${heads.join(', ')}:`, ...lines];
}

function pageLines(page: Page): string[] {
  return [page.lead, ...page.blocks.flatMap(blockText)];
}

/** The page of what was found; chat and tab put it into words and buttons each in their own way. */
export function pageOf(outcome: Outcome, setting: Setting): Page {
  switch (outcome.kind) {
    case 'meetings':
      return meetingsPage(outcome, setting);
    case 'group':
      return groupPage(outcome, setting);
    case 'conference':
      return conferencePage(outcome, setting);
    case 'hosts':
      return hostsPage(outcome, setting);
    case 'activity':
      return activityPage(outcome, setting);
    case 'activities':
      return activitiesPage(outcome, setting);
    case 'parties':
      return partiesPage(outcome, setting);
    case 'networks':
      return networksPage(outcome, setting);
    case 'roles':
      return rolesPage(outcome, setting);
    case 'goals':
      return goalsPage(outcome, setting);
    case 'budget':
      return budgetPage(outcome, setting);
    case 'agenda':
      return agendaPage(outcome, setting);
    case 'municipality':
      return municipalityPage(outcome, setting);
    case 'municipalities':
      return municipalitiesPage(outcome, setting);
    case 'passages':
      return passagesPage(outcome, setting);
    case 'document':
      return documentPage(outcome, setting);
    case 'missing':
      return missingPage(outcome, setting);
    case 'changes':
      return changesPage(outcome, setting);
    case 'as-of':
      return asOfPage(outcome, setting, pageOf);
    case 'order':
      return orderPage(outcome, setting);
    case 'year-changes':
      return yearChangesPage(outcome, setting);
    case 'deadlines':
      return deadlinesPage(outcome, setting);
    case 'rights':
      return rightsPage(outcome, setting);
    case 'unanswered':
      return unansweredPage(outcome, setting);
    case 'calendar':
      return calendarLinkPage(outcome, setting);
    case 'file':
      return filePage(outcome, setting);
    case 'reminders':
      return remindersPage(outcome, setting);
    case 'announcements':
      return announcementsPage(outcome, setting);
    case 'privacy':
      return privacyPage(outcome, setting);
    case 'check-ins':
      return checkInsPage(outcome, setting);
    case 'update':
      return updatePage(outcome, setting);
    case 'clarify':
      return clarifyPage(outcome, setting);
    case 'talk':
      return outcome.query.about === 'help' ? helpPage(outcome, setting) : sentence(talk(outcome.query, setting));
    case 'not-in-plan':
      return sentence(notInPlan(outcome.query, setting));
  }
}

function talk({ about }: TalkQuery, setting: Setting): string {
  const { say, today, locale } = setting;
  if (about === 'help') return say.canAsk;
  return about === 'today' ? say.today(formatDay(today, today, locale), isoWeekOf(today)) : say.talk[about];
}

function notInPlan({ reason, words }: Extract<SingleQuery, { kind: 'not-in-plan' }>, setting: Setting): string {
  const { say } = setting;
  switch (reason) {
    case 'too-long':
      return say.tooLong;
    case 'write':
      return say.cannotWrite;
    case 'words':
    case 'nothing': {
      const few = fewWords(words, setting);
      return `${few === null ? say.notInPlan : say.notInPlanWords(few)} ${say.canAsk}`;
    }
  }
}
