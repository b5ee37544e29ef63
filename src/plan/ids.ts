// Branded ids: an id of one kind of record cannot be used for another.
import { z } from 'zod';

/** Lower-case ASCII words joined by hyphens: stable, readable, safe in addresses and file names. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case a-z, 0-9 and hyphens, such as "radslaget-2024"');

export const MunicipalityId = slug.brand<'MunicipalityId'>();
export type MunicipalityId = z.infer<typeof MunicipalityId>;

export const GroupId = slug.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

export const PersonId = slug.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const ConferenceId = slug.brand<'ConferenceId'>();
export type ConferenceId = z.infer<typeof ConferenceId>;

export const MeetingId = slug.brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;

export const AreaId = slug.brand<'AreaId'>();
export type AreaId = z.infer<typeof AreaId>;

export const GoalId = slug.brand<'GoalId'>();
export type GoalId = z.infer<typeof GoalId>;

export const ObjectiveId = slug.brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof ObjectiveId>;

export const ActivityId = slug.brand<'ActivityId'>();
export type ActivityId = z.infer<typeof ActivityId>;

export const BudgetLineId = slug.brand<'BudgetLineId'>();
export type BudgetLineId = z.infer<typeof BudgetLineId>;

export const SectionId = slug.brand<'SectionId'>();
export type SectionId = z.infer<typeof SectionId>;

export const DocumentId = slug.brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
