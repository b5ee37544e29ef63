// A form: inputs with labels, filled in beforehand, each with what is wrong with it; and as an Adaptive Card 1.5.

import type { CalendarItem } from '../facts.ts';
import {
  audienceChoice,
  audienceChoices,
  type FieldError,
  type FilledForm,
  type FormRequest,
  meetingOwners,
  ownerChoice,
  partyChoice,
  partyChoices,
  periodChoice,
  type ValuesOf,
} from '../form.ts';
import { type Party, Status } from '../plan/activity.ts';
import { longestMessage } from '../plan/announcement.ts';
import { longestComment, longestTitle, type MeetingOwner } from '../plan/change.ts';
import { RoleKind } from '../plan/region.ts';
import { type Schedule, Season } from '../plan/schedule.ts';
import { audienceText } from './announcement-names.ts';
import type { CardJson } from './card.ts';
import { capital, formatSchedule } from './dates.ts';
import { inputCard } from './form-card.ts';
import {
  choice,
  day,
  type FormInput,
  type Kit,
  kept,
  note,
  number,
  type Option,
  optional,
  required,
  text,
  time,
  toggle,
} from './form-inputs.ts';
import { englishForms } from './form-phrases.en.ts';
import { swedishForms } from './form-phrases.sv.ts';
import type { FormPhrases } from './form-phrases.ts';
import { activityName, itemTitle, itemWhen, local, partyNames, type Setting } from './names.ts';

/** What is said of a form as a whole. */
export type FormNotice =
  | { readonly kind: 'unchanged' | 'gone' | 'unknown-sender' | 'outdated' }
  | { readonly kind: 'changed-meanwhile'; readonly by: readonly string[] }
  /** Why the change cannot be made, already in words. */
  | { readonly kind: 'refused'; readonly text: string };

/** A form as it is to be shown. */
export interface ShownForm {
  readonly filled: FilledForm;
  readonly errors: readonly FieldError[];
  readonly notice: FormNotice | null;
  /** The version of the plan that it was filled from. */
  readonly base: number;
  /** Meetings to choose from, in order of time. */
  readonly upcoming: readonly CalendarItem[];
}

export interface RenderedForm {
  readonly title: string;
  readonly card: CardJson;
  /** The title and what to do, where the form stands in the conversation. */
  readonly text: string;
}

export function formPhrases({ locale }: Setting): FormPhrases {
  return locale === 'sv' ? swedishForms : englishForms;
}

/** The name of a form, of those that the phrases have. */
function phraseKey(form: FormRequest): keyof FormPhrases['buttons'] {
  return form.kind === 'meeting' && form.meeting === null ? 'which-meeting' : form.kind;
}

/** What a button that opens a form says. */
export function formButton(form: FormRequest, setting: Setting): string {
  return formPhrases(setting).buttons[phraseKey(form)];
}

/** What a form consists of, wherever it is shown. */
export interface FormContent {
  readonly title: string;
  readonly inputs: readonly FormInput[];
  /** What its button says. */
  readonly submit: string;
}

/** The content of a form. Pure. */
export function formContent(shown: ShownForm, setting: Setting): FormContent {
  const phrases = formPhrases(setting);
  const key = phraseKey(shown.filled.form);
  return {
    title: phrases.titles[key],
    inputs: [...noticeInputs(shown, setting), ...inputsOf(shown, setting)],
    submit: key === 'which-meeting' ? phrases.next : phrases.preview,
  };
}

/** Puts a form into a card. Pure. */
export function renderForm(shown: ShownForm, setting: Setting): RenderedForm {
  const phrases = formPhrases(setting);
  const { filled, base } = shown;
  const { title, inputs, submit } = formContent(shown, setting);
  const text = isChoice(filled) ? title : `${title}. ${phrases.fillIn}`;
  return {
    title,
    text,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      fallbackText: text,
      body: inputs.flatMap((input) => inputCard(input, phrases)),
      actions: [{ type: 'Action.Submit', title: submit, data: { submit: filled.form, base } }],
    },
  };
}

/** A sentence about a form: why it is not shown, or is shown again. */
export function noticeText(notice: FormNotice, setting: Setting): string {
  const phrases = formPhrases(setting);
  switch (notice.kind) {
    case 'unchanged':
      return phrases.unchanged;
    case 'gone':
      return phrases.gone;
    case 'unknown-sender':
      return phrases.unknownSender;
    case 'outdated':
      return phrases.outdated;
    case 'changed-meanwhile':
      return phrases.changedMeanwhile(notice.by.join(', '));
    case 'refused':
      return notice.text;
  }
}

function noticeInputs({ notice, errors }: ShownForm, setting: Setting): FormInput[] {
  if (notice !== null) return [note(noticeText(notice, setting), 'warning')];
  return errors.length > 0 ? [note(formPhrases(setting).correct, 'warning')] : [];
}

// === Inputs

function inputsOf(shown: ShownForm, setting: Setting): FormInput[] {
  const kit: Kit = { setting, phrases: formPhrases(setting), errors: shown.errors };
  const { filled } = shown;
  // A message tells somebody, and says why itself.
  const hasCommon = !isChoice(filled) && filled.kind !== 'announcement';
  return [...ownInputs(filled, shown.upcoming, kit), ...(hasCommon ? commonInputs(filled.values, kit) : [])];
}

function isChoice(filled: FilledForm): boolean {
  return filled.kind === 'meeting' && filled.form.meeting === null;
}

function ownInputs(filled: FilledForm, upcoming: readonly CalendarItem[], kit: Kit): FormInput[] {
  switch (filled.kind) {
    case 'meeting':
      return filled.form.meeting === null
        ? [
            choice(
              'meeting',
              'meeting',
              { ...required(filled.values.meeting), options: itemOptions(upcoming, kit) },
              kit,
            ),
          ]
        : meetingInputs(filled, kit);
    case 'new-meeting':
      return newMeetingInputs(filled.values, kit);
    case 'status':
      return statusInputs(filled.values, kit);
    case 'activity':
      return activityInputs(filled, kit);
    case 'hosts':
      return hostsInputs(filled.values, kit);
    case 'role':
      return roleInputs(filled.values, kit);
    case 'announcement':
      return announcementInputs(filled.values, kit);
  }
}

function commonInputs({ reason, quiet }: FilledForm['values'], kit: Kit): FormInput[] {
  const { hints } = kit.phrases;
  return [
    text('reason', 'reason', { ...optional(reason), most: longestComment, hint: hints.reason }, kit),
    toggle('quiet', 'quiet', quiet, kit),
  ];
}

function meetingInputs({ form, values }: Extract<FilledForm, { kind: 'meeting' }>, kit: Kit): FormInput[] {
  const { setting } = kit;
  if (form.meeting === null) return [];
  const record = setting.plan.meeting(form.meeting);
  const item: CalendarItem = 'group' in record ? { kind: 'meeting', record } : { kind: 'occasion', record };
  return [
    note(`${capital(itemTitle(item, setting))}, ${itemWhen(item, setting)}`, 'title'),
    day('from', 'first', kept(values.from), kit),
    ...whenInputs(values, kit),
    ...placeInputs(values, kit),
  ];
}

function whenInputs({ to, start, end }: Pick<ValuesOf<'meeting'>, 'to' | 'start' | 'end'>, kit: Kit): FormInput[] {
  return [
    day('to', 'last', optional(to), kit),
    time('start', 'start', optional(start), kit),
    time('end', 'end', optional(end), kit),
  ];
}

function placeInputs({ place, title }: Pick<ValuesOf<'meeting'>, 'place' | 'title'>, kit: Kit): FormInput[] {
  const { hints } = kit.phrases;
  return [
    text('place', 'place', { ...optional(place), most: longestTitle, hint: hints.place }, kit),
    text('title', 'title', { ...optional(title), most: longestTitle, hint: hints.title }, kit),
  ];
}

function newMeetingInputs(values: ValuesOf<'new-meeting'>, kit: Kit): FormInput[] {
  const { hints } = kit.phrases;
  const options = meetingOwners(kit.setting.plan).map((owner) => [ownerChoice(owner), ownerName(owner, kit)] as const);
  return [
    choice('owner', 'owner', { ...required(values.owner), options }, kit),
    toggle('planning', 'planning', values.planning, kit),
    day('from', 'first', required(values.from), kit),
    ...whenInputs(values, kit),
    note(hints.usual, 'aside'),
    ...placeInputs(values, kit),
  ];
}

function ownerName(owner: MeetingOwner, { setting }: Kit): string {
  const { plan } = setting;
  return local(owner.kind === 'group' ? plan.group(owner.group).name : plan.conference(owner.conference).name, setting);
}

function itemOptions(items: readonly CalendarItem[], { setting }: Kit): Option[] {
  return items.map((item) => [item.record.id, `${capital(itemWhen(item, setting))}: ${itemTitle(item, setting)}`]);
}

function statusInputs(values: ValuesOf<'status'>, kit: Kit): FormInput[] {
  const { setting } = kit;
  const activities = setting.plan.activities.map((one): Option => [one.id, capital(activityName(one, setting))]);
  const statuses = Status.options.map((status): Option => [status, capital(setting.say.status[status])]);
  return [
    choice('activity', 'activity', { ...required(values.activity), options: activities }, kit),
    choice('status', 'status', { ...required(values.status), options: statuses, style: 'expanded' }, kit),
    text('comment', 'comment', { ...optional(values.comment), most: longestComment, isMultiline: true }, kit),
  ];
}

function activityInputs({ form, values }: Extract<FilledForm, { kind: 'activity' }>, kit: Kit): FormInput[] {
  const { setting } = kit;
  const activity = setting.plan.activity(form.activity);
  const { municipalities, others } = partyChoices(setting.plan);
  const named = (parties: typeof others): Option[] =>
    parties.map((party) => [partyChoice(party), capital(partyTitle(party, setting))]);
  const several = { several: true } as const;
  return [
    note(local(activity.title, setting), 'title'),
    choice(
      'municipalities',
      'municipalities',
      { ...optional(values.municipalities), options: named(municipalities), ...several, style: 'expanded' },
      kit,
    ),
    choice(
      'others',
      'others',
      { ...optional(values.others), options: named(others), ...several, style: 'compact' },
      kit,
    ),
    choice('period', 'period', { ...required(values.period), options: periodOptions(activity.schedule, kit) }, kit),
    day('from', 'first', optional(values.from), kit),
    day('to', 'last', optional(values.to), kit),
    number('cost', 'cost', optional(values.cost), kit),
  ];
}

/** The region stands for all of its municipalities together. */
function partyTitle(party: Party, setting: Setting): string {
  return party.kind === 'region' ? local(setting.plan.region.everyone, setting) : partyNames([party], setting);
}

/** What the activity has now, no exact period, and the months and seasons of this year and the next. */
function periodOptions(now: Schedule, { setting, phrases }: Kit): Option[] {
  const present = Number(setting.today.slice(0, 4));
  const wording = 'x';
  const periods = [present, present + 1].flatMap((year): Schedule[] => [
    ...Season.options.map((season): Schedule => ({ kind: 'season', year, season, wording })),
    ...Array.from({ length: 12 }, (_, index): Schedule => ({ kind: 'months', year, months: [index + 1], wording })),
  ]);
  const all: Schedule[] = [now, { kind: 'ongoing', wording }, { kind: 'as-needed', wording }, ...periods];
  const options = all.map(
    (one): Option => [periodChoice(one), capital(formatSchedule(one, setting.today, setting.locale))],
  );
  return [...new Map<string, string>([...options, ['dates', phrases.exactDays]])];
}

function hostsInputs(values: ValuesOf<'hosts'>, kit: Kit): FormInput[] {
  const { setting } = kit;
  const { conferences, municipalities } = setting.plan;
  const named = conferences.map((one): Option => [one.id, local(one.name, setting)]);
  const hosts = {
    options: municipalities.map(({ id, name }): Option => [id, name]),
    several: true,
    style: 'expanded',
  } as const;
  return [
    choice('conference', 'conference', { ...required(values.conference), options: named, style: 'compact' }, kit),
    number('year', 'year', required(values.year), kit),
    choice('hosts', 'hosts', { ...required(values.hosts), ...hosts }, kit),
  ];
}

function announcementInputs(values: ValuesOf<'announcement'>, kit: Kit): FormInput[] {
  const { setting, phrases } = kit;
  const options = audienceChoices(setting.plan).map(
    (part): Option => [audienceChoice(part), capital(audienceText([part], setting))],
  );
  return [
    choice('audience', 'audience', { ...optional(values.audience), options, several: true, style: 'compact' }, kit),
    text('channel', 'channel', { ...optional(values.channel), most: 100, hint: phrases.hints.channel }, kit),
    text('message', 'message', { ...required(values.message), most: longestMessage, isMultiline: true }, kit),
    day('from', 'sendDay', optional(values.from), kit),
    time('start', 'sendTime', optional(values.start), kit),
    note(phrases.hints.sendNow, 'aside'),
  ];
}

function roleInputs(values: ValuesOf<'role'>, kit: Kit): FormInput[] {
  const { setting, phrases } = kit;
  const { groups, municipalities } = setting.plan;
  const roles = RoleKind.options.map((role): Option => [role, capital(setting.say.role[role])]);
  const homes = [['none', phrases.nothingChosen] as const, ...municipalities.map(({ id, name }): Option => [id, name])];
  return [
    choice(
      'group',
      'group',
      { ...required(values.group), options: groups.map((one) => [one.id, local(one.name, setting)]) },
      kit,
    ),
    choice('role', 'role', { ...required(values.role), options: roles, style: 'compact' }, kit),
    text('name', 'name', { ...required(values.name), most: 100, hint: phrases.hints.name }, kit),
    choice('municipality', 'municipality', { ...optional(values.municipality), options: homes, style: 'compact' }, kit),
    day('from', 'termFrom', optional(values.from), kit),
    day('until', 'termUntil', optional(values.until), kit),
  ];
}
