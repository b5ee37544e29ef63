// The action plan: area → goal → objective → activity.
import { z } from 'zod';
import { ActivityId, AreaId, GoalId, GroupId, MunicipalityId, ObjectiveId, PersonId } from './ids.ts';
import { Day, Schedule } from './schedule.ts';
import { Aliases, Localized, recordFields } from './source.ts';

/** The two halves of the cooperation: regional development, and the municipalities' own operations. */
export const Branch = z.enum(['regional', 'operations']);
export type Branch = z.infer<typeof Branch>;

export const Area = z.strictObject({
  id: AreaId,
  branch: Branch,
  name: Localized,
  aliases: Aliases,
  ...recordFields,
});
export type Area = z.infer<typeof Area>;

export const Goal = z.strictObject({ id: GoalId, area: AreaId, title: Localized, aliases: Aliases, ...recordFields });
export type Goal = z.infer<typeof Goal>;

/** A *delmål*. Those of the operations branch hang directly under their area. */
export const Objective = z.strictObject({
  id: ObjectiveId,
  area: AreaId,
  goal: GoalId.nullable(),
  title: Localized,
  aliases: Aliases,
  ...recordFields,
});
export type Objective = z.infer<typeof Objective>;

/** Who answers for an activity. */
export const Party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('municipality'), id: MunicipalityId }),
  z.strictObject({ kind: z.literal('group'), id: GroupId }),
  z.strictObject({ kind: z.literal('person'), id: PersonId }),
  z.strictObject({ kind: z.literal('region') }),
]);
export type Party = z.infer<typeof Party>;

export function sameParty(a: Party, b: Party): boolean {
  return a.kind === 'region' ? b.kind === 'region' : b.kind !== 'region' && a.kind === b.kind && a.id === b.id;
}

export const Cost = z.strictObject({
  /** In whole SEK. */
  amount: z.int().nonnegative(),
  /** As the plan writes it. */
  wording: z.string().min(1),
});
export type Cost = z.infer<typeof Cost>;

export const Status = z.enum(['planned', 'ongoing', 'done', 'delayed', 'paused', 'cancelled']);
export type Status = z.infer<typeof Status>;

export const Activity = z.strictObject({
  id: ActivityId,
  title: Localized,
  /** A name of a few words for running text and buttons. */
  short: Localized,
  aliases: Aliases,
  area: AreaId,
  objective: ObjectiveId,
  responsible: z.array(Party),
  /** The plan's own wording of who is responsible; null where its cell is empty. */
  responsibleWording: z.string().min(1).nullable(),
  schedule: Schedule,
  cost: Cost.nullable(),
  comment: Localized.nullable(),
  /** The newest reported status and its day; null until somebody reports one. */
  status: z.strictObject({ status: Status, comment: z.string().nullable(), on: Day }).nullable().default(null),
  ...recordFields,
});
export type Activity = z.infer<typeof Activity>;
