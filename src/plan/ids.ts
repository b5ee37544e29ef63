// Branded ids: an id of one kind of record cannot be used for another. Their names stand in JSON schemas too.
import { z } from 'zod';

/** Lower-case ASCII words joined by hyphens: stable, readable, safe in addresses and file names. */
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case a-z, 0-9 and hyphens, such as "radslaget-2024"');

export const MunicipalityId = slug.meta({ id: 'MunicipalityId' }).brand<'MunicipalityId'>();
export type MunicipalityId = z.infer<typeof MunicipalityId>;

export const GroupId = slug.meta({ id: 'GroupId' }).brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

export const PersonId = slug.meta({ id: 'PersonId' }).brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const ConferenceId = slug.meta({ id: 'ConferenceId' }).brand<'ConferenceId'>();
export type ConferenceId = z.infer<typeof ConferenceId>;

export const MeetingId = slug.meta({ id: 'MeetingId' }).brand<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;

export const AreaId = slug.meta({ id: 'AreaId' }).brand<'AreaId'>();
export type AreaId = z.infer<typeof AreaId>;

export const GoalId = slug.meta({ id: 'GoalId' }).brand<'GoalId'>();
export type GoalId = z.infer<typeof GoalId>;

export const ObjectiveId = slug.meta({ id: 'ObjectiveId' }).brand<'ObjectiveId'>();
export type ObjectiveId = z.infer<typeof ObjectiveId>;

export const ActivityId = slug.meta({ id: 'ActivityId' }).brand<'ActivityId'>();
export type ActivityId = z.infer<typeof ActivityId>;

export const BudgetLineId = slug.meta({ id: 'BudgetLineId' }).brand<'BudgetLineId'>();
export type BudgetLineId = z.infer<typeof BudgetLineId>;

export const SectionId = slug.meta({ id: 'SectionId' }).brand<'SectionId'>();
export type SectionId = z.infer<typeof SectionId>;

export const DocumentId = slug.meta({ id: 'DocumentId' }).brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
