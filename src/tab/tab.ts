// The tab: an address and a reader in, a page out; and what the secretariat does from it, through the same updates as chat.
import { createHash } from 'node:crypto';
import { calendar, hasEnded } from '../answer/calendar-items.ts';
import type { Feeds } from '../calendar/feeds.ts';
import type { Clock } from '../clock.ts';
import type { LocalMoment } from '../plan/days.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { Locale } from '../render/dates.ts';
import { settingFor } from '../render/names.ts';
import type { Knowledge } from '../turn/answering.ts';
import { makeOpenForms } from '../turn/forms.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Updates } from '../updates/updates.ts';
import { makeActing } from './acting.ts';
import { type Carried, type Place, type Read, readAddress, view } from './address.ts';
import { calendarView } from './calendar-view.ts';
import { changesView } from './changes-view.ts';
import { openedView } from './form-view.ts';
import { hostsView } from './hosts-view.ts';
import { html } from './html.ts';
import { emptyState, type Kit, linkTo, type View } from './kit.ts';
import { planView } from './plan-view.ts';
import { askerOf, formOccasion, type Reader } from './reader.ts';
import { activityView, meetingView } from './record-view.ts';
import { type Assets, pageOf, themes } from './shell.ts';
import { tabWords } from './sign-in-view.ts';
import { wheelView } from './wheel-view.ts';

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
  const take = makeActing(forms, knowledge);
  const now = (): LocalMoment => localAt(clock(), current.ledger().edition.plan.region.timeZone);

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

  async function act(asked: Asked, fields: URLSearchParams): Promise<Shown> {
    await current.refresh();
    const { home, make } = await take(asked.reader, fields, kitFor(asked));
    // Made anew: it may have changed the plan.
    const kit = kitFor(asked);
    return page({ place: home, unread: [] }, make(kit), kit);
  }

  return { tagOf, show, act };
}

function notFound(kit: Kit): View {
  const { words } = kit;
  const content = html`${emptyState(words.notFound)}<p class="back">${linkTo(view('wheel'), words.backToStart, kit)}</p>`;
  return { title: words.views.wheel, about: null, content, answers: [] };
}
