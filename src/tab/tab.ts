// The tab: an address and a reader in, a page out; and what the secretariat does from it, through the same updates as chat.
import { createHash } from 'node:crypto';
import { calendar, hasEnded } from '../answer/calendar-items.ts';
import { ButtonAction } from '../button.ts';
import type { Feeds } from '../calendar/feeds.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer } from '../facts.ts';
import { FormSubmission } from '../form.ts';
import type { Author } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { Locale } from '../render/dates.ts';
import { settingFor } from '../render/names.ts';
import type { Page } from '../render/page.ts';
import { pageOf as chatPage } from '../render/render.ts';
import { answerQuery, type Knowledge, stepAnswer } from '../turn/answering.ts';
import { type FormOccasion, makeOpenForms, type OpenedForm } from '../turn/forms.ts';
import { isUpdateAction, moveOn } from '../turn/move-on.ts';
import { refersToPlan } from '../turn/old-buttons.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { pageContent } from './action-view.ts';
import { type Carried, type Place, type Read, readAddress, view } from './address.ts';
import { calendarView } from './calendar-view.ts';
import { changesView } from './changes-view.ts';
import { formView } from './form-view.ts';
import { hostsView } from './hosts-view.ts';
import { html } from './html.ts';
import { emptyState, type Kit, linkTo, type View } from './kit.ts';
import { planView } from './plan-view.ts';
import { activityView, meetingView } from './record-view.ts';
import { type Assets, pageOf, themes } from './shell.ts';
import { tabWords } from './sign-in-view.ts';
import { wheelView } from './wheel-view.ts';

/** Who reads; null where nobody can tell, who may look and nothing more. */
export type Reader = Author | null;

/** What is asked for. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the reader's browser prefers, where the address does not say. */
  readonly preferred: Locale;
  readonly reader: Reader;
}

export interface Shown {
  readonly isFound: boolean;
  readonly html: string;
}

export interface Tab {
  /** Changes when the page may have: of the same address and reader, two pages with one tag are the same. */
  tagOf(asked: Asked): string;
  show(asked: Asked): Shown;
  /** Does what a form or a button was sent for; shows the address's own page where that was neither. */
  act(asked: Asked, fields: URLSearchParams): Promise<Shown>;
}

export interface TabParts {
  readonly current: CurrentPlan;
  readonly updates: Updates;
  readonly knowledge: Knowledge;
  readonly feeds: Pick<Feeds, 'meetingLink'>;
  readonly holidays: Holidays;
  readonly clock: Clock;
  readonly assets: Assets;
}

export function makeTab({ current, updates, knowledge, feeds, holidays, clock, assets }: TabParts): Tab {
  const forms = makeOpenForms(current, updates);
  const now = (): LocalMoment => localAt(clock(), current.ledger().edition.plan.region.timeZone);
  const askerOf = (identity: Reader): Asker => ({ identity, mentioned: [], conversation: null });

  function kitFor({ query, preferred, reader }: Asked): Kit {
    const ledger = current.ledger();
    const moment = now();
    const lang = ['sv', 'en'].find((one) => one === query.get('lang')) ?? null;
    const locale = lang === null ? preferred : lang === 'en' ? 'en' : 'sv';
    const theme = themes.find((one) => one === query.get('theme')) ?? null;
    const carried: Carried = { lang, theme };
    return {
      setting: settingFor(ledger.edition.plan, locale, moment.day),
      words: tabWords(locale),
      ledger,
      now: moment,
      holidays,
      standing: updates.standing(askerOf(reader)),
      carried,
      fileOf: (meeting) => feeds.meetingLink(meeting, locale),
    };
  }

  function tagOf({ path, query, preferred, reader }: Asked): string {
    const { edition } = current.ledger();
    const moment = now();
    // What is over looks otherwise than what is ahead, from the minute it ends.
    const over = calendar(edition.plan).filter((item) => hasEnded(item, moment)).length;
    const standing = updates.standing(askerOf(reader));
    const parts = [edition.version, moment.day, over, standing, preferred, path, query, assets.style, assets.script];
    return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
  }

  function show(asked: Asked): Shown {
    const kit = kitFor(asked);
    const read = readAddress(asked.path, asked.query);
    const shown = read && viewAt(read.place, asked.reader, kit);
    return page(read, shown, kit);
  }

  function page(read: Read | null, shown: View | null, kit: Kit): Shown {
    const found = shown ?? notFound(kit);
    return {
      isFound: shown !== null,
      html: pageOf(read?.place ?? null, found, read?.unread ?? [], kit, assets),
    };
  }

  function viewAt(place: Place, reader: Reader, kit: Kit): View | null {
    switch (place.view) {
      case 'wheel':
        return wheelView(place, kit);
      case 'calendar':
        return calendarView(place, kit);
      case 'plan':
        return planView(place, kit);
      case 'hosts':
        return hostsView(place, kit);
      case 'changes':
        return changesView(place, kit);
      case 'meeting':
        return meetingView(place.id, kit);
      case 'activity':
        return activityView(place.id, kit);
      case 'edit':
        return openedView(forms.open(place.form, formOccasion(reader, kit)), kit);
    }
  }

  function formOccasion(reader: Reader, { now, setting }: Kit): FormOccasion {
    return { asker: askerOf(reader), now, locale: setting.locale };
  }

  function openedView(opened: OpenedForm, kit: Kit): View {
    return opened.kind === 'form' ? formView(opened.shown, kit) : messageView(opened.text, kit);
  }

  async function act(asked: Asked, fields: URLSearchParams): Promise<Shown> {
    await current.refresh();
    const before = kitFor(asked);
    const shown = await done(asked, fields, before);
    // Made anew: it may have changed the plan.
    const kit = kitFor(asked);
    return page({ place: shown.home, unread: [] }, shown.make(kit), kit);
  }

  /** What was done, as a view that is made of the plan afterwards. */
  async function done(asked: Asked, fields: URLSearchParams, kit: Kit): Promise<Done> {
    const submission = FormSubmission.safeParse(submittedOf(fields));
    if (submission.success) {
      const submitted = await forms.submit(submission.data, formOccasion(asked.reader, kit));
      if (submitted.kind !== 'step') return { home: view('calendar'), make: (after) => openedView(submitted, after) };
      return answered([stepAnswer(submitted.step)]);
    }
    const action = ButtonAction.safeParse(parsed(fields.get('action')));
    if (!action.success)
      return { home: view('wheel'), make: (after) => messageView(outdated(asked.reader, after), after) };
    return pressed(action.data, asked, kit);
  }

  async function pressed(action: ButtonAction, { reader }: Asked, kit: Kit): Promise<Done> {
    const asker = askerOf(reader);
    const { now: moment, setting } = kit;
    if ('query' in action) {
      const isOurs = action.query.kind === 'calendar' && refersToPlan(action.query, setting.plan);
      if (!isOurs) return { home: view('wheel'), make: (after) => messageView(outdated(reader, after), after) };
      const occasion = {
        asker,
        scope: 'personal' as const,
        conversation: '',
        locale: setting.locale,
        now: moment,
        toldVersion: null,
      };
      return answered((await answerQuery(action.query, knowledge, occasion)).parts, view('calendar'));
    }
    if ('form' in action) {
      const opened = forms.open(action.form, formOccasion(reader, kit));
      return { home: view('calendar'), make: (after) => openedView(opened, after) };
    }
    if (isUpdateAction(action)) return answered([stepAnswer(await moveOn(action, updates, asker, moment))]);
    return { home: view('wheel'), make: (after) => messageView(outdated(reader, after), after) };
  }

  function outdated(reader: Reader, kit: Kit): string {
    const opened = forms.outdated(formOccasion(reader, kit));
    return opened.kind === 'message' ? opened.text : '';
  }

  return { tagOf, show, act };
}

/** What was done, where it belongs, and how it is shown. */
interface Done {
  readonly home: Place;
  readonly make: (kit: Kit) => View;
}

/** What chat would say. */
function answered(parts: readonly SingleAnswer[], home: Place = view('changes')): Done {
  const make = (kit: Kit): View => {
    const pages = parts.map(({ outcome }) => chatPage(outcome, kit.setting));
    const [first] = pages;
    const content = html`<div class="step" role="status"><p class="lead">${leadOf(parts, first, kit)}</p>${pages.map((one) => pageContent(one, kit))}</div>
<p class="back">${recordLink(parts, kit)}${linkTo(home, kit.words.back(kit.words.views[home.view === 'calendar' ? 'calendar' : 'changes']), kit)}</p>`;
    return {
      title: home.view === 'calendar' ? kit.words.views.calendar : kit.words.changing,
      about: null,
      content,
      answers: [],
    };
  };
  return { home, make };
}

/** What was done, without the sentence that would undo it in chat: the button is below. */
function leadOf(parts: readonly SingleAnswer[], page: Page | undefined, { setting }: Kit): string {
  const lead = page?.lead ?? '';
  const [outcome] = parts.map((part) => part.outcome);
  if (outcome?.kind !== 'update' || outcome.step.stage !== 'done') return lead;
  return lead.replace(setting.tell.undoHint(outcome.step.change.entry.version), '').trim();
}

/** Back to the row that was changed. */
function recordLink(parts: readonly SingleAnswer[], kit: Kit) {
  const meeting = parts.flatMap(({ focus }) => focus.meetings)[0];
  const activity = parts.flatMap(({ focus }) => focus.activities)[0];
  const isThere =
    meeting !== undefined &&
    [...kit.setting.plan.meetings, ...kit.setting.plan.occasions].some(({ id }) => id === meeting);
  if (isThere) return linkTo({ view: 'meeting', id: meeting }, kit.words.back(kit.words.details), kit);
  return activity !== undefined && linkTo({ view: 'activity', id: activity }, kit.words.back(kit.words.details), kit);
}

function messageView(text: string, kit: Kit): View {
  const content = html`<p class="notice" role="status">${text}</p><p class="back">${linkTo(view('wheel'), kit.words.backToStart, kit)}</p>`;
  return { title: kit.words.changing, about: null, content, answers: [] };
}

function notFound(kit: Kit): View {
  const { words } = kit;
  const content = html`${emptyState(words.notFound)}<p class="back">${linkTo(view('wheel'), words.backToStart, kit)}</p>`;
  return { title: words.views.wheel, about: null, content, answers: [] };
}

/** The fields of a submitted form: several of a name are one choice of several. */
function submittedOf(fields: URLSearchParams): unknown {
  const carried = parsed(fields.get('submission'));
  if (typeof carried !== 'object' || carried === null) return null;
  const names = [...new Set(fields.keys())].filter((name) => name !== 'submission' && name !== 'action');
  return { ...Object.fromEntries(names.map((name) => [name, fields.getAll(name).join(',')])), ...carried };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
