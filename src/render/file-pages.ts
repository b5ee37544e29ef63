// Pages about files: what is wrong in one, where to get one, and what a plan in one would change.
import type { FileRemark, FileStep, ImportPreview, Outcome, UpdateStage } from '../facts.ts';
import { type Fate, type Reviewed, titleOf } from '../plan/import-difference.ts';
import type { Meeting, Occasion } from '../plan/meeting.ts';
import { daysOf } from '../plan/meeting-days.ts';
import type { Role } from '../plan/region.ts';
import { capital, formatDays } from './dates.ts';
import { filesIn } from './file-phrases.ts';
import { local, type Setting } from './names.ts';
import type { Block, Button, Item, Page } from './page.ts';
import { sentence } from './page.ts';

export function filePage({ step }: Extract<Outcome, { kind: 'file' }>, setting: Setting): Page {
  const say = filesIn(setting);
  switch (step.step) {
    case 'wrong': {
      const items = step.remarks.map((remark) => remarkItem(remark, setting));
      return { lead: say.wrong(step.name, items.length), blocks: [{ kind: 'list', heading: null, items }] };
    }
    case 'unread':
      return sentence(say.unread[step.why](step.name));
    case 'unchanged':
      return sentence(say.unchanged(step.name));
    case 'not-allowed':
      return sentence(say.notAllowed);
    case 'link':
      return linkPage(step, setting);
  }
}

function linkPage({ query, url, minutes, worksOutside }: Extract<FileStep, { step: 'link' }>, setting: Setting): Page {
  const say = filesIn(setting);
  const lead =
    query.what === 'template' ? say.template(query.year, minutes) : say.exported(say.formats[query.format], minutes);
  const blocks: Block[] = [
    { kind: 'address', label: say.download, url },
    ...(worksOutside ? [] : [{ kind: 'text' as const, paragraphs: [say.onlyHere] }]),
  ];
  return { lead, blocks, buttons: [{ title: say.download, action: { url } }] };
}

function remarkItem({ place, text, hint }: FileRemark, setting: Setting): Item {
  const said = capital(local(text, setting));
  return {
    title: place === '' ? said : `${place}: ${local(text, setting)}`,
    details: hint === null ? [] : [capital(local(hint, setting))],
  };
}

// === What a plan would change

/** Of each fate; a whole plan would hide what matters. */
const mostItems = 8;
const mostWarnings = 12;

const fates: readonly Fate[] = ['removed', 'moved', 'changed', 'added'];

/** What goes and what changes first: what is new is the least surprise. */
export function importBlocks({ review, warnings }: ImportPreview, setting: Setting): Block[] {
  const say = filesIn(setting);
  const lists = fates.flatMap((fate): Block[] => {
    const those = review.items.filter(({ what }) => what === fate);
    if (those.length === 0) return [];
    const items = those.slice(0, mostItems).map((one) => reviewItem(one, review.items, setting));
    const rest = those.length - items.length;
    const more: Item[] = rest > 0 ? [{ title: say.more(rest), details: [] }] : [];
    return [{ kind: 'list', heading: `${say.fates[fate]} (${those.length})`, items: [...items, ...more] }];
  });
  if (warnings.length === 0) return lists;
  const odd = warnings.slice(0, mostWarnings).map((one) => remarkItem(one, setting));
  const left = warnings.length - odd.length;
  const more: Item[] = left > 0 ? [{ title: say.more(left), details: [] }] : [];
  return [{ kind: 'list', heading: `${say.odd} (${warnings.length})`, items: [...odd, ...more] }, ...lists];
}

/** The other way to import what is shown. */
export function importChoice(step: Extract<UpdateStage, { stage: 'preview' }>, setting: Setting): Button[] {
  const { change, request } = step;
  if (change.kind !== 'import-plan' || request.draft.kind !== 'import-plan') return [];
  const say = filesIn(setting);
  const isDraft = change.state === 'draft';
  const other = {
    ...request,
    draft: { ...request.draft, state: isDraft ? ('published' as const) : ('draft' as const) },
  };
  return [{ title: isDraft ? say.asPublished : say.asDraft, action: { update: other } }];
}

function reviewItem(item: Reviewed, all: readonly Reviewed[], setting: Setting): Item {
  const say = filesIn(setting);
  const record = item.after ?? item.before;
  const title = `${capital(say.kinds[item.kind])}: ${record ? nameOf(record, item.key, all, setting) : item.key}`;
  if (item.what === 'moved') return { title, details: [movedText(item, setting)] };
  const fields = item.fields.map((field) => say.fields[field] ?? field);
  return { title, details: fields.length === 0 ? [] : [capital([...new Set(fields)].join(', '))] };
}

function isItem(record: object): record is Meeting | Occasion {
  return 'hours' in record;
}

/** The name of a record that another refers to, which may come with the same file. */
function referredTo(
  kind: 'groups' | 'people' | 'conferences',
  id: unknown,
  all: readonly Reviewed[],
  setting: Setting,
) {
  const known = setting.plan[kind].find((one) => one.id === id);
  const fresh = all.find(
    ({ kind: other, after }) => other === kind && after !== null && Reflect.get(after, 'id') === id,
  );
  const name = titleOf(known ?? fresh?.after ?? {});
  return name ? local(name, setting) : String(id);
}

function nameOf(record: object, key: string, all: readonly Reviewed[], setting: Setting): string {
  const title = titleOf(record);
  if ('person' in record && 'group' in record && 'role' in record) {
    const { group, person, role } = record as Role;
    const office = `${setting.say.role[role]}, ${referredTo('groups', group, all, setting)}`;
    return `${referredTo('people', person, all, setting)}, ${office}`;
  }
  if ('group' in record) {
    return [referredTo('groups', record.group, all, setting), whenOf(record, setting)].filter(Boolean).join(', ');
  }
  if ('conference' in record) {
    const year = 'year' in record ? String(record.year) : '';
    return `${referredTo('conferences', record.conference, all, setting)} ${year}`;
  }
  if (title) return local(title, setting);
  return 'year' in record ? String(record.year) : key;
}

function whenOf(record: object, { today, locale }: Setting): string {
  const days = isItem(record) ? daysOf(record) : null;
  return days ? formatDays(days.from, days.to, today, locale) : '';
}

function movedText({ before, after }: Reviewed, setting: Setting): string {
  return [before, after].map((one) => (one ? whenOf(one, setting) : '')).join(' → ');
}
