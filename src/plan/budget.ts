// A year's budget. Amounts are whole SEK.
import { z } from 'zod';
import { BudgetLineId, GroupId, MunicipalityId } from './ids.ts';
import { Day } from './schedule.ts';
import { Aliases, Localized, recordFields } from './source.ts';

export const BudgetLine = z.strictObject({
  id: BudgetLineId,
  year: z.int(),
  kind: z.enum(['income', 'cost']),
  title: Localized,
  aliases: Aliases,
  amount: z.int(),
  /** True where the plan says "ca". */
  approximate: z.boolean().default(false),
  /** The municipality that is paid, where the plan names one. */
  municipality: MunicipalityId.nullable().default(null),
  ...recordFields,
});
export type BudgetLine = z.infer<typeof BudgetLine>;

/** What each municipality pays to the cooperation. */
export const Fee = z.strictObject({
  year: z.int(),
  /** SEK an inhabitant and year. */
  perInhabitant: z.number(),
  decidedOn: Day,
  decidedBy: GroupId,
  validFrom: Day,
  text: Localized,
  ...recordFields,
});
export type Fee = z.infer<typeof Fee>;

/** The sums as the plan prints them, kept apart from the lines so that the two can be compared. */
export const BudgetTotals = z.strictObject({ year: z.int(), income: z.int(), cost: z.int(), ...recordFields });
export type BudgetTotals = z.infer<typeof BudgetTotals>;
