// One row of the plan, whole: what it says, where it says it, what has been changed in it, and what can be done with it.

import { hasEnded, isDated } from '../answer/calendar-items.ts';
import { answerChanges } from '../answer/changes.ts';
import { anyMeeting, type UpdateRequest } from '../draft.ts';
import type { CalendarItem, SingleAnswer } from '../facts.ts';
import type { ActivityId, MeetingId } from '../plan/ids.ts';
import { everyChange, everyMeeting } from '../query.ts';
import { capital, formatDate, formatHours } from '../render/dates.ts';
import {
  activityName,
  costText,
  itemDays,
  itemForm,
  itemTitle,
  local,
  municipalityNames,
  partyNames,
  placeName,
  scheduleText,
} from '../render/names.ts';
import { actionButton } from './action-view.ts';
import { view } from './address.ts';
import { changeList } from './changes-view.ts';
import { type Content, type Html, html } from './html.ts';
import { ask, everyItem, itemBadges, type Kit, linkTo, type View } from './kit.ts';
import { statusBadge } from './plan-view.ts';

type Field = readonly [label: string, value: Content];

// === A meeting, or a conference of a year

/** Null where the plan has no such meeting. */
export function meetingView(id: MeetingId, kit: Kit): View | null {
  const { setting, words } = kit;
  const item = everyItem(kit).find(({ record }) => record.id === id);
  if (!item) return null;
  const { answer } = ask({ ...everyMeeting, conferences: true, ids: [id] }, kit);
  const history = historyOf({ meetings: [id] }, kit);
  const content = html`<p class="back no-print">${linkTo(view('calendar'), words.back(words.views.calendar), kit)}</p>
${item.record.cancelled && html`<p class="notice">${itemBadges(item, kit)}</p>`}
${fields(meetingFields(item, kit))}
<div class="actions no-print">${meetingActions(item, kit)}</div>
${historySection(history, kit)}`;
  return {
    title: capital(itemTitle(item, setting)),
    about: capital(itemDays(item, setting)),
    content,
    answers: [answer],
  };
}

function meetingFields(item: CalendarItem, kit: Kit): Field[] {
  const { setting, words } = kit;
  const { plan, say, locale } = setting;
  const { hours, place } = item.record;
  const form = itemForm(item, setting);
  const owner: Field =
    item.kind === 'meeting'
      ? [words.columns.group, local(plan.group(item.record.group).name, setting)]
      : [words.columns.conference, local(plan.conference(item.record.conference).name, setting)];
  const hosting =
    item.kind === 'occasion'
      ? plan.hostings.find(({ conference, year }) => conference === item.record.conference && year === item.record.year)
      : undefined;
  return [
    owner,
    ...(form === '' ? [] : [[words.columns.what, capital(form)] as const]),
    [say.labels.date, capital(itemDays(item, setting))],
    [
      say.labels.time,
      hours
        ? formatHours(hours, locale)
        : item.kind === 'meeting' && item.record.lunchToLunch
          ? capital(say.lunchToLunch)
          : say.notGiven,
    ],
    [say.labels.place, place ? placeName(place, setting) : words.noPlace],
    ...(hosting ? [[say.labels.hosts, municipalityNames(hosting.hosts, setting)] as const] : []),
  ];
}

function meetingActions(item: CalendarItem, kit: Kit): Content {
  const { words, standing, now } = kit;
  const { id, cancelled } = item.record;
  const isAhead = !hasEnded(item, now);
  const canAdd = isAhead && !cancelled && isDated(item);
  const file =
    canAdd &&
    html`<a class="button" href="${kit.fileOf(id)}" target="_blank" rel="noopener">${words.addToCalendar}</a>`;
  if (standing !== 'secretary' || !isAhead) return file;
  const kind = cancelled ? ('restore-meeting' as const) : ('cancel-meeting' as const);
  const update: UpdateRequest = {
    draft: { kind, target: { ...anyMeeting, ids: [id] } },
    reason: null,
    quiet: false,
    impossible: null,
  };
  return [
    file,
    !cancelled && linkTo({ view: 'edit', form: { kind: 'meeting', meeting: id } }, words.moveMeeting, kit, 'button'),
    actionButton({ title: cancelled ? words.restoreMeeting : words.cancelMeeting, action: { update } }, kit),
  ];
}

// === An activity

/** Null where the plan has no such activity. */
export function activityView(id: ActivityId, kit: Kit): View | null {
  const { setting, words } = kit;
  const activity = setting.plan.activities.find((one) => one.id === id);
  if (!activity) return null;
  const { answer } = ask({ kind: 'activity', activities: [id], aspect: 'about', parties: [] }, kit);
  const { plan, say, locale, today } = setting;
  const objective = plan.objective(activity.objective);
  const cost = costText(activity, setting);
  const status: Content = activity.status
    ? html`${statusBadge(activity, kit)} <span class="soft">${formatDate(activity.status.on, today, locale)}</span>${activity.status.comment !== null && html`<p class="comment">${activity.status.comment}</p>`}`
    : words.noStatus;
  const rows: Field[] = [
    [say.labels.status, status],
    [say.labels.responsible, partyNames(activity.responsible, setting) || words.nobody],
    [say.labels.when, capital(scheduleText(activity, setting))],
    [say.labels.cost, cost || words.noCost],
    [say.labels.area, local(plan.area(activity.area).name, setting)],
    ...(objective.goal === null ? [] : [[say.labels.goal, local(plan.goal(objective.goal).title, setting)] as const]),
    [say.labels.objective, local(objective.title, setting)],
    ...(activity.comment
      ? [[say.labels.comment, html`<span class="comment">${local(activity.comment, setting)}</span>`] as const]
      : []),
  ];
  const content = html`<p class="back no-print">${linkTo(view('plan'), words.back(words.views.plan), kit)}</p>
${fields(rows)}
${kit.standing === 'secretary' && html`<div class="actions no-print">${linkTo({ view: 'edit', form: { kind: 'status', activity: id } }, words.postStatus, kit, 'button primary')}${linkTo({ view: 'edit', form: { kind: 'activity', activity: id } }, words.editActivity, kit, 'button')}</div>`}
${historySection(historyOf({ activities: [id] }, kit), kit)}`;
  const title = local(activity.title, setting);
  const short = capital(activityName(activity, setting));
  return {
    title: title.length > longestTitle ? short : title,
    about: title.length > longestTitle ? title : null,
    content,
    answers: [answer],
  };
}

/** In characters: a longer one stands under the short name. */
const longestTitle = 90;

// === Parts

function fields(rows: readonly Field[]): Html {
  return html`<dl class="fields">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function historyOf(of: Partial<typeof everyChange>, { ledger, now }: Kit): SingleAnswer {
  return answerChanges({ ...everyChange, ...of }, ledger, now, null);
}

function historySection({ outcome }: SingleAnswer, kit: Kit): Html | false {
  if (outcome.kind !== 'changes' || outcome.changes.length === 0) return false;
  return html`<section aria-labelledby="history"><h2 id="history">${kit.words.history}</h2>${changeList(outcome.changes, kit)}</section>`;
}
