// Pages of calendar links and of files for single meetings.
import type { CalendarFile, CalendarLink, CalendarStep, LinkAddress, LinkContent, Outcome } from '../facts.ts';
import { type CalendarQuery, unsaidCalendar } from '../query.ts';
import { namedItem } from './changes.ts';
import { capital, formatDate, joinWords } from './dates.ts';
import { activityName, itemDays, itemName, itemTitle, itemWhen, local, type Setting } from './names.ts';
import { type Block, type Button, type Item, type Page, sentence, shortened } from './page.ts';

type Step<Name extends CalendarStep['step']> = Extract<CalendarStep, { step: Name }>;

export function calendarLinkPage({ step }: Extract<Outcome, { kind: 'calendar' }>, setting: Setting): Page {
  const { links } = setting;
  switch (step.step) {
    case 'files':
      return filesPage(step, setting);
    case 'created':
      return createdPage(step, setting);
    case 'rotated':
      return addressPage(
        links.rotated(contentText(step.address.content, setting)),
        step.address,
        [links.oldAddress],
        setting,
      );
    case 'links':
      return linksPage(step, setting);
    case 'revoked':
      return revokedPage(step, setting);
    case 'choose':
      return choosePage(step, setting);
    case 'no-such-link':
      return sentence(links.noSuchLink(step.has), step.has === 0 ? [] : [linkButton('list', null, setting)]);
    case 'too-many':
      return sentence(links.tooMany(step.most), [linkButton('list', null, setting)]);
    case 'nothing':
      return sentence(links.nothing[step.why]);
    case 'unread':
      return sentence(links.unread(step.words));
    case 'unknown-asker':
      return sentence(links.unknownAsker);
    case 'read-by-others':
      return sentence(links.readByOthers);
  }
}

// === What a link shows

/** "möten med ledningsgruppen och det som rör Haninge, även aktiviteter" */
function contentText(content: LinkContent, setting: Setting): string {
  const { links, locale } = setting;
  const named = content.scope === 'named' ? [] : [links[content.scope]];
  const all = [...named, ...recordTexts(content, setting)];
  const what = all.length === 0 ? links.gone : joinWords(all, locale);
  // An activity by itself is one already.
  const isOnlyActivities = content.scope === 'named' && content.activities.length === all.length;
  return content.withActivities && !isOnlyActivities ? links.withActivities(what) : what;
}

/** A link outlives what it was made for, so that a record may be gone. */
function recordTexts({ groups, conferences, municipalities, activities, meetings }: LinkContent, setting: Setting) {
  const { plan, links } = setting;
  const occasions = [...plan.occasions, ...plan.cancelled.occasions].map((record) => ({
    kind: 'occasion' as const,
    record,
  }));
  const all = [...plan.meetings, ...plan.cancelled.meetings].map((record) => ({ kind: 'meeting' as const, record }));
  return [
    ...plan.groups
      .filter(({ id }) => groups.includes(id))
      .map((group) => links.meetingsOf(local(group.definite, setting))),
    ...plan.conferences.filter(({ id }) => conferences.includes(id)).map(({ definite }) => local(definite, setting)),
    ...plan.municipalities
      .filter(({ id }) => municipalities.includes(id))
      .map(({ name }) => links.ofMunicipality(name)),
    ...plan.activities.filter(({ id }) => activities.includes(id)).map((activity) => activityName(activity, setting)),
    ...[...all, ...occasions]
      .filter(({ record }) => meetings.includes(record.id))
      .map((item) => `${itemName(item, setting, true)} ${itemDays(item, setting)}`),
  ];
}

// === A link's address

function createdPage({ address, existing }: Step<'created'>, setting: Setting): Page {
  const { links } = setting;
  const before = existing ? [links.existing(existing.hint)] : [];
  return addressPage(links.created(contentText(address.content, setting)), address, before, setting);
}

function addressPage(
  lead: string,
  { url, webcal, worksOutside }: LinkAddress,
  more: readonly string[],
  setting: Setting,
): Page {
  const { links } = setting;
  const outside = worksOutside ? [] : [links.onlyHere];
  return {
    lead,
    blocks: [
      { kind: 'address', label: links.address, url },
      { kind: 'text', paragraphs: [...outside, ...more, links.howTo, links.lag, links.secret] },
    ],
    buttons: [
      { title: links.buttons.outlook, action: { url: webcal } },
      { title: links.buttons.open, action: { url } },
    ],
  };
}

// === Single meetings

function filesPage({ files, more, worksOutside }: Step<'files'>, setting: Setting): Page {
  const { links } = setting;
  const [only, another] = files;
  const notes: Block = { kind: 'text', paragraphs: [...(worksOutside ? [] : [links.filesOnlyHere]), links.isCopy] };
  if (only && !another) {
    const lead = links.file(setting.tell.the(namedItem(only.item, setting)), itemWhen(only.item, setting));
    return { lead, blocks: [notes], buttons: fileButtons(only, setting) };
  }
  const items = files.map(
    ({ item }): Item => ({ title: capital(itemWhen(item, setting)), details: [itemTitle(item, setting)] }),
  );
  const rest: Block[] = more > 0 ? [{ kind: 'text', paragraphs: [links.moreFiles(more)] }] : [];
  return {
    lead: links.files(setting.tell.number(files.length)),
    blocks: [{ kind: 'list', heading: null, items }, ...rest, notes],
    buttons: files.map(({ item, url }) => ({
      title: links.buttons.addOn(itemDays(item, setting)),
      action: { url },
    })),
  };
}

function fileButtons({ url, teams }: CalendarFile, { links }: Setting): Button[] {
  const inTeams = teams === null ? [] : [{ title: links.buttons.teams, action: { url: teams } }];
  return [{ title: links.buttons.addFile, action: { url } }, ...inTeams];
}

// === One's own links

function linksPage({ links: own }: Step<'links'>, setting: Setting): Page {
  const { links } = setting;
  const [first] = own;
  if (!first) return sentence(links.noLinks);
  return {
    lead: links.links(own.length),
    blocks: [
      { kind: 'list', heading: null, items: own.map((link) => linkItem(link, setting)) },
      { kind: 'text', paragraphs: [links.whatToDo(first.hint)] },
    ],
    buttons: [linkButton('rotate', null, setting), linkButton('revoke', null, setting)],
  };
}

function linkItem({ content, hint, createdOn, lastFetch }: CalendarLink, setting: Setting): Item {
  const { links, today, locale } = setting;
  const date = (day: string): string => formatDate(day, today, locale);
  const fetched = lastFetch ? links.fetched(date(lastFetch.day), links.client[lastFetch.client]) : links.neverFetched;
  return {
    title: capital(contentText(content, setting)),
    details: [links.ends(hint), links.made(date(createdOn)), fetched],
  };
}

function revokedPage({ links: gone }: Step<'revoked'>, setting: Setting): Page {
  const [first] = gone;
  const what = first ? contentText(first.content, setting) : setting.links.gone;
  return sentence(setting.links.revoked(gone.length, what, first?.hint ?? ''));
}

/** Teams shows six buttons; a link without one is named by its end. */
const mostChoices = 6;
/** Leaves room in a button's title for the end of the link, which tells two apart. In characters. */
const longestContent = 26;

function choosePage({ act, links: own }: Step<'choose'>, setting: Setting): Page {
  const { links } = setting;
  const [first] = own;
  return {
    lead: links.which[act],
    blocks: [
      { kind: 'list', heading: null, items: own.map((link) => linkItem(link, setting)) },
      { kind: 'text', paragraphs: first ? [links.whatToDo(first.hint)] : [] },
    ],
    buttons: own.slice(0, mostChoices).map(({ content, hint }) => ({
      title: links.option(capital(shortened(contentText(content, setting), longestContent)), hint),
      action: linkButton(act, hint, setting).action,
    })),
  };
}

function linkButton(act: 'list' | 'rotate' | 'revoke', link: string | null, { links }: Setting): Button {
  return { title: links.buttons[act], action: { query: { ...unsaidCalendar, act, link } } };
}

/** What a button says that asks for a calendar. */
export function calendarButton({ act }: CalendarQuery, { links }: Setting): string {
  return links.buttons[act];
}
