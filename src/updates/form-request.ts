// From a filled-in form to the request that a sentence would have made, or what is wrong with its inputs. Pure.
import { hasEnded } from '../answer/calendar-items.ts';
import type { Draft, UpdateRequest } from '../draft.ts';
import {
  audienceChoice,
  audienceChoices,
  type FieldError,
  type FilledForm,
  type FormRequest,
  type ValuesOf,
} from '../form.ts';
import { Status } from '../plan/activity.ts';
import { longestMessage } from '../plan/announcement.ts';
import { longestComment } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { RoleKind } from '../plan/region.ts';
import type { Day } from '../plan/schedule.ts';
import { activityDraft } from './form-activity.ts';
import { type Inputs, makeInputs } from './form-inputs.ts';
import { editDraft, newDraft } from './form-meeting.ts';
import { itemWith, roleValues } from './form-values.ts';
import { paragraphs } from './resolve-announcements.ts';

export type FormOutcome =
  | { readonly kind: 'request'; readonly request: UpdateRequest }
  /** Nothing differs from the plan. */
  | { readonly kind: 'unchanged' }
  /** What the form is about was chosen: the form that is filled from it. */
  | { readonly kind: 'form'; readonly form: FormRequest }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[] };

const longestName = 100;

/** What a filled-in form asks for, in the plan as it stands. Only what differs from the plan's record is asked for. */
export function formOutcome(filled: FilledForm, plan: Plan, now: LocalMoment): FormOutcome {
  if (filled.kind === 'meeting' && filled.form.meeting === null) return chosenMeeting(filled.values, plan, now);
  const inputs = makeInputs();
  const { errors } = inputs;
  const draft = draftOf(filled, plan, now.day, inputs);
  const reason = inputs.text('reason', filled.values.reason, longestComment);
  if (errors.length > 0) return { kind: 'errors', errors };
  if (draft === null) return { kind: 'unchanged' };
  return { kind: 'request', request: { draft, reason, quiet: filled.values.quiet === 'true', impossible: null } };
}

function chosenMeeting({ meeting }: ValuesOf<'meeting'>, plan: Plan, now: LocalMoment): FormOutcome {
  const item = itemWith(meeting, plan);
  if (item && !hasEnded(item, now)) return { kind: 'form', form: { kind: 'meeting', meeting: item.record.id } };
  const kind = meeting === '' ? 'required' : 'unknown';
  return { kind: 'errors', errors: [{ field: 'meeting', problem: { kind } }] };
}

/** The draft; null where nothing differs from the plan, and where an error was noted. */
function draftOf(filled: FilledForm, plan: Plan, today: Day, inputs: Inputs): Draft | null {
  switch (filled.kind) {
    case 'meeting':
      return editDraft(filled.form.meeting, filled.values, plan, inputs);
    case 'new-meeting':
      return newDraft(filled.values, plan, inputs);
    case 'status':
      return statusDraft(filled.values, plan, inputs);
    case 'activity':
      return activityDraft(filled.form, filled.values, plan, inputs);
    case 'hosts':
      return hostsDraft(filled.values, plan, inputs);
    case 'announcement':
      return announcementDraft(filled.values, plan, inputs);
    case 'role':
      return roleDraft(filled.values, plan, today, inputs);
  }
}

const idOf = ({ id }: { readonly id: string }): string => id;
const itself = (choice: string): string => choice;

function statusDraft(values: ValuesOf<'status'>, plan: Plan, inputs: Inputs): Draft | null {
  const activity = inputs.required('activity', inputs.one('activity', values.activity, plan.activities, idOf));
  const status = inputs.required('status', inputs.one('status', values.status, Status.options, itself));
  const comment = inputs.text('comment', values.comment, longestComment);
  return activity && status && { kind: 'post-status', activities: [activity.id], status, comment };
}

function hostsDraft(values: ValuesOf<'hosts'>, plan: Plan, inputs: Inputs): Draft | null {
  const conference = inputs.required('conference', inputs.one('conference', values.conference, plan.conferences, idOf));
  const year = inputs.required('year', inputs.year('year', values.year));
  const hosts = inputs.several('hosts', values.hosts, plan.municipalities, idOf);
  if (hosts.length === 0) return inputs.wrong('hosts', { kind: 'required' });
  if (!conference || year === null) return null;
  const turn = plan.hostings.find((hosting) => hosting.conference === conference.id && hosting.year === year);
  if (turn && isSameSet(turn.hosts, hosts.map(idOf))) return null;
  return { kind: 'set-hosts', conferences: [conference.id], year, hosts: hosts.map(({ id }) => id) };
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

function announcementDraft(values: ValuesOf<'announcement'>, plan: Plan, inputs: Inputs): Draft | null {
  const chosen = inputs.several('audience', values.audience, audienceChoices(plan), audienceChoice);
  const place = inputs.text('channel', values.channel, longestName);
  if (chosen.length === 0 && place === null) return inputs.wrong('audience', { kind: 'required' });
  const text = paragraphs(values.message);
  if (text === '') return inputs.wrong('message', { kind: 'required' });
  if (text.length > longestMessage) {
    return inputs.wrong('message', { kind: 'too-long', length: text.length, most: longestMessage });
  }
  const day = inputs.day('from', values.from);
  const time = inputs.time('start', values.start);
  const audience = {
    everyone: chosen.some(({ kind }) => kind === 'everyone'),
    groups: chosen.flatMap((part) => (part.kind === 'group' ? [part.group] : [])),
    municipalities: chosen.flatMap((part) => (part.kind === 'municipality' ? [part.municipality] : [])),
    here: false,
    place,
  };
  return { kind: 'announce', audience, text, template: null, day, time };
}

function roleDraft(values: ValuesOf<'role'>, plan: Plan, today: Day, inputs: Inputs): Draft | null {
  const group = inputs.required('group', inputs.one('group', values.group, plan.groups, idOf));
  const role = inputs.required('role', inputs.one('role', values.role, RoleKind.options, itself));
  const name = inputs.required('name', inputs.text('name', values.name, longestName));
  const chosen = values.municipality === 'none' ? '' : values.municipality;
  const home = inputs.one('municipality', chosen, plan.municipalities, idOf);
  const from = inputs.day('from', values.from);
  const until = inputs.day('until', values.until);
  if (until !== null && until < (from ?? today)) return inputs.wrong('until', { kind: 'end-before-start' });
  if (!group || !role || name === null) return null;
  const held = roleValues({ kind: 'role', group: group.id, role }, plan, today);
  const isSame = held.name === name && held.municipality === (home?.id ?? '');
  if (isSame && from === null && until === null) return null;
  const municipality = home?.id ?? null;
  return { kind: 'set-role', groups: [group.id], role, person: null, name, municipality, from, until };
}
