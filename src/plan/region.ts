// Who cooperates: the region, its municipalities, groups, people and recurring conferences.
import { z } from 'zod';
import { AreaId, ConferenceId, GoalId, GroupId, MunicipalityId, PersonId } from './ids.ts';
import { WallTime } from './schedule.ts';
import { Aliases, addableFields, Localized, recordFields } from './source.ts';

export const Municipality = z.strictObject({
  id: MunicipalityId,
  name: z.string().min(1),
  aliases: Aliases,
  /** Domain of its e-mail addresses, without "@"; null where nobody has said. */
  emailDomain: z.string().min(3).nullable().default(null),
});
export type Municipality = z.infer<typeof Municipality>;

/** The usual day and hours of a group's meetings, as the calendar's heading says. ISO weekday: Monday is 1. */
export const MeetingPattern = z.strictObject({
  weekday: z.int().min(1).max(7),
  start: WallTime,
  end: WallTime,
});
export type MeetingPattern = z.infer<typeof MeetingPattern>;

/**
 * Anything with members that meets, answers for something or can be asked about. `officials` are all holders of an
 * office taken together (the municipal chief executives), not a body of their own.
 */
export const GroupKind = z.enum([
  'committee',
  'management',
  'secretariat',
  'network',
  'cooperation',
  'project',
  'officials',
]);
export type GroupKind = z.infer<typeof GroupKind>;

export const Group = z.strictObject({
  id: GroupId,
  kind: GroupKind,
  name: Localized,
  /** The name in running text, definite form: "samarbetskommittén", "the cooperation committee". */
  definite: Localized,
  aliases: Aliases,
  purpose: Localized.nullable().default(null),
  /** Who its members are, in the plan's words. */
  members: Localized.nullable().default(null),
  /** Municipalities that take part, where the plan names them; empty where it does not. */
  municipalities: z.array(MunicipalityId).default([]),
  areas: z.array(AreaId).default([]),
  /** Goals that it works for, where it does not serve a whole area. */
  goals: z.array(GoalId).default([]),
  conferences: z.array(ConferenceId).default([]),
  pattern: MeetingPattern.nullable().default(null),
  /** How often it meets, in the plan's words. */
  frequency: Localized.nullable().default(null),
  /** Where it is placed and who employs it. */
  seat: z.strictObject({ municipality: MunicipalityId, text: Localized }).nullable().default(null),
  ...recordFields,
});
export type Group = z.infer<typeof Group>;

export const Person = z.strictObject({
  id: PersonId,
  name: z.string().min(1),
  aliases: Aliases,
  municipality: MunicipalityId.nullable().default(null),
  ...addableFields,
});
export type Person = z.infer<typeof Person>;

export const RoleKind = z.enum(['chair', 'vice-chair', 'lead', 'contact']);
export type RoleKind = z.infer<typeof RoleKind>;

/** The first or last day of a term: "YYYY", "YYYY-MM" or "YYYY-MM-DD", as exact as the plan. */
export const TermDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export type TermDay = z.infer<typeof TermDay>;

/** A person's office in a group. */
export const Role = z.strictObject({
  group: GroupId,
  role: RoleKind,
  person: PersonId,
  from: TermDay.nullable().default(null),
  until: TermDay.nullable().default(null),
  /** The term in the plan's words; null where an update set it. */
  term: Localized.nullable(),
  ...addableFields,
});
export type Role = z.infer<typeof Role>;

/** Something due a number of working days before each of a group's meetings: the summons, the papers. */
export const Deadline = z.strictObject({
  group: GroupId,
  /** In its setter's words: "kallelse". */
  name: z.string().min(1),
  workingDays: z.int().positive(),
});
export type Deadline = z.infer<typeof Deadline>;

/** A length of time before a meeting. Months are calendar months. */
export const Span = z.strictObject({ amount: z.int().min(1).max(100), unit: z.enum(['days', 'weeks', 'months']) });
export type Span = z.infer<typeof Span>;

/** Before each of a group's meetings, those who answer for an activity are asked how it goes. */
export const CheckIn = z.strictObject({ group: GroupId, before: Span });
export type CheckIn = z.infer<typeof CheckIn>;

export const Conference = z.strictObject({
  id: ConferenceId,
  name: Localized,
  /** The name in running text, definite form: "rådslaget". */
  definite: Localized,
  aliases: Aliases,
  about: Localized,
  frequency: Localized.nullable().default(null),
  /** Organisations that arrange it together with the municipalities. */
  partners: z.array(Localized).default([]),
  /** Who arranges it, in the plan's words. */
  organisers: Localized.nullable().default(null),
  participants: Localized.nullable().default(null),
  theme: Localized.nullable().default(null),
  /** The group that answers for it where no municipality hosts it. */
  responsible: GroupId.nullable().default(null),
  ...recordFields,
});
export type Conference = z.infer<typeof Conference>;

export const Region = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** The cooperation's name. */
  cooperation: Localized,
  /** What the municipalities together are called; a party that stands for all of them. */
  everyone: Localized,
  aliases: Aliases,
  /** Municipalities near by that have no part in it, though people may think so. */
  neighbours: z.array(z.string().min(1)).default([]),
  timeZone: z.string().min(1),
});
export type Region = z.infer<typeof Region>;
