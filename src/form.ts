// The forms of the secretariat: which one is opened for what, and what comes back from its inputs.
import { z } from 'zod';
import type { Party } from './plan/activity.ts';
import { type AudiencePart, longestMessage } from './plan/announcement.ts';
import type { MeetingOwner } from './plan/change.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId } from './plan/ids.ts';
import type { PlanRecords } from './plan/plan.ts';
import { RoleKind } from './plan/region.ts';
import type { Schedule } from './plan/schedule.ts';

/** Which form, and what it is about; null where that is chosen in the form. */
export const FormRequest = z.discriminatedUnion('kind', [
  /** A meeting, or a conference's occasion. */
  z.strictObject({ kind: z.literal('meeting'), meeting: MeetingId.nullable() }),
  z.strictObject({ kind: z.literal('new-meeting') }),
  z.strictObject({ kind: z.literal('status'), activity: ActivityId.nullable() }),
  /** Who is responsible, when, and at what cost. */
  z.strictObject({ kind: z.literal('activity'), activity: ActivityId }),
  z.strictObject({ kind: z.literal('hosts'), conference: ConferenceId.nullable(), year: z.int().nullable() }),
  z.strictObject({ kind: z.literal('role'), group: GroupId.nullable(), role: RoleKind.nullable() }),
  /** A message to many; its text where it begins with one of a template. */
  z.strictObject({ kind: z.literal('announcement'), text: z.string().max(longestMessage).nullable() }),
]);
export type FormRequest = z.infer<typeof FormRequest>;
export type FormKind = FormRequest['kind'];

/**
 * What an input gives: Teams sends text, "" where nothing is filled in; other clients send numbers and booleans as
 * such. What has no such shape counts as not filled in.
 */
const input = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).catch('');

/** Inputs that every form has: why, and whether ("true") nobody is to be told. */
const common = { reason: input, quiet: input };
/** Days "YYYY-MM-DD" and times "HH:MM"; the last day empty for a single day. */
const when = { from: input, to: input, start: input, end: input };

/** The inputs of each form; choices are ids, several at once with commas between. What else a client sends is left out. */
export const FormValues = {
  meeting: z.object({ meeting: input, ...when, place: input, title: input, ...common }),
  /** `owner`: "group ID" or "conference ID". `planning`: whether it is a planning conference. */
  'new-meeting': z.object({ owner: input, planning: input, ...when, place: input, title: input, ...common }),
  status: z.object({ activity: input, status: input, comment: input, ...common }),
  /** Parties are "KIND ID"; `period` is one of the form's own choices, beside two days. */
  activity: z.object({
    municipalities: input,
    others: input,
    period: input,
    from: input,
    to: input,
    cost: input,
    ...common,
  }),
  hosts: z.object({ conference: input, year: input, hosts: input, ...common }),
  /** Parts of the audience are "everyone", "group ID", "municipality ID"; `channel` is a channel's or chat's name. */
  announcement: z.object({ audience: input, channel: input, message: input, from: input, start: input, ...common }),
  role: z.object({ group: input, role: input, name: input, municipality: input, from: input, until: input, ...common }),
} as const satisfies Record<FormKind, z.ZodType>;

export type ValuesOf<Kind extends FormKind> = z.infer<(typeof FormValues)[Kind]>;
/** A form with its values: what is shown, and what comes back. */
export type FilledForm = {
  [Kind in FormKind]: {
    readonly kind: Kind;
    readonly form: Extract<FormRequest, { kind: Kind }>;
    readonly values: ValuesOf<Kind>;
  };
}[FormKind];

type KeyOfEach<Union> = Union extends unknown ? keyof Union : never;
/** The inputs of all forms; one of the same name means the same in each. */
export type FormField = KeyOfEach<FilledForm['values']>;

/** What is wrong with an input. */
export type FieldProblem =
  | {
      readonly kind:
        | 'required'
        | 'no-date'
        | 'no-time'
        | 'no-amount'
        | 'no-year'
        | 'end-before-start'
        | 'unknown'
        | 'either';
    }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number };

export interface FieldError {
  readonly field: FormField;
  readonly problem: FieldProblem;
}

/** A button that opens a form; Teams puts more beside it. */
export const FormAction = z.object({ form: FormRequest });
export type FormAction = z.infer<typeof FormAction>;

/**
 * What a form's own button carries; its inputs come beside it. `base` is the version that the inputs were filled from:
 * a courtesy against overwriting what somebody else changed meanwhile, no protection.
 */
export const FormSubmission = z.looseObject({ submit: FormRequest, base: z.int().nonnegative() });
export type FormSubmission = z.infer<typeof FormSubmission>;

/** A submitted form with the values of its own inputs. */
export function filledForm({ submit: form, ...inputs }: FormSubmission): FilledForm {
  switch (form.kind) {
    case 'meeting':
      return { kind: form.kind, form, values: FormValues.meeting.parse(inputs) };
    case 'new-meeting':
      return { kind: form.kind, form, values: FormValues['new-meeting'].parse(inputs) };
    case 'status':
      return { kind: form.kind, form, values: FormValues.status.parse(inputs) };
    case 'activity':
      return { kind: form.kind, form, values: FormValues.activity.parse(inputs) };
    case 'hosts':
      return { kind: form.kind, form, values: FormValues.hosts.parse(inputs) };
    case 'role':
      return { kind: form.kind, form, values: FormValues.role.parse(inputs) };
    case 'announcement':
      return { kind: form.kind, form, values: FormValues.announcement.parse(inputs) };
  }
}

// === Choices: what stands for a record in a list of them

/** Whose a new meeting can be. */
export function meetingOwners({ groups, conferences }: PlanRecords): MeetingOwner[] {
  return [
    ...groups.map(({ id }): MeetingOwner => ({ kind: 'group', group: id, form: 'meeting' })),
    ...conferences.map(({ id }): MeetingOwner => ({ kind: 'conference', conference: id })),
  ];
}

/** "group ID", "conference ID" */
export function ownerChoice(owner: MeetingOwner): string {
  return `${owner.kind} ${owner.kind === 'group' ? owner.group : owner.conference}`;
}

/** All that a message can go to, besides channels and chats. */
export function audienceChoices({ groups, municipalities }: PlanRecords): AudiencePart[] {
  return [
    { kind: 'everyone' },
    ...groups.map(({ id }): AudiencePart => ({ kind: 'group', group: id })),
    ...municipalities.map(({ id }): AudiencePart => ({ kind: 'municipality', municipality: id })),
  ];
}

/** "everyone", "group ID", "municipality ID" */
export function audienceChoice(part: AudiencePart): string {
  switch (part.kind) {
    case 'everyone':
      return part.kind;
    case 'group':
      return `${part.kind} ${part.group}`;
    case 'municipality':
      return `${part.kind} ${part.municipality}`;
    case 'conversation':
      return `${part.kind} ${part.conversation}`;
  }
}

/** All that can answer for an activity: the municipalities, together and one by one; the groups and the people. */
export function partyChoices({
  municipalities,
  groups,
  people,
}: PlanRecords): Readonly<Record<'municipalities' | 'others', readonly Party[]>> {
  return {
    municipalities: [{ kind: 'region' }, ...municipalities.map(({ id }): Party => ({ kind: 'municipality', id }))],
    others: [
      ...groups.map(({ id }): Party => ({ kind: 'group', id })),
      ...people.map(({ id }): Party => ({ kind: 'person', id })),
    ],
  };
}

/** "municipality ID", "region" */
export function partyChoice(party: Party): string {
  return party.kind === 'region' ? party.kind : `${party.kind} ${party.id}`;
}

/** "ongoing", "autumn 2019", "2019-04", "2019-04 2019-05", and "dates" for exact days */
export function periodChoice(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'date':
    case 'range':
      return 'dates';
    case 'season':
      return `${schedule.season} ${schedule.year}`;
    case 'months':
      return schedule.months.map((month) => `${schedule.year}-${String(month).padStart(2, '0')}`).join(' ');
    case 'ongoing':
    case 'as-needed':
    case 'unspecified':
      return schedule.kind;
  }
}
