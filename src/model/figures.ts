// What is counted of the language model.
import type { Tokens } from './completion.ts';

/**
 * What became of doubtful messages: understood, found not to be in the plan, answered with nonsense, failed, not
 * answered in time; or not asked, since it was asked before, the service rests, the day's tokens are spent, or too many
 * wait.
 */
export const modelOutcomes = [
  'understood',
  'not-in-plan',
  'nonsense',
  'failed',
  'late',
  'remembered',
  'resting',
  'spent',
  'busy',
] as const;
export type ModelOutcome = (typeof modelOutcomes)[number];

export interface ModelFigures {
  readonly outcomes: Readonly<Record<ModelOutcome, number>>;
  readonly tokens: Tokens;
  /** Whether the service is left alone because it failed. */
  readonly isResting: boolean;
}
