// What becomes of the card that a button stands on.
import type { Answer, UpdateProblem, UpdateStage } from '../facts.ts';
import type { Query } from '../query.ts';
import type { Incoming } from './turn-types.ts';

/** Nothing to do with the card itself: it may be another's, who still needs it. */
const beside: ReadonlySet<UpdateProblem['kind']> = new Set(['not-allowed', 'foreign', 'no-proposal']);

/** Whether the card stays as it is, since nothing came of the press for whom it is meant. */
export function leavesCard({ parts }: Answer): boolean {
  return parts.some(({ outcome }) => {
    if (outcome.kind === 'reminders') return outcome.step.step === 'refused';
    return outcome.kind === 'update' && outcome.step.stage === 'refused' && beside.has(outcome.step.problem.kind);
  });
}

/** The change that an answer shows and asks about; null where it does not. */
export function previewed({ parts }: Answer): Extract<UpdateStage, { stage: 'preview' }> | null {
  const [step] = parts.flatMap(({ outcome }) => (outcome.kind === 'update' ? [outcome.step] : []));
  return step?.stage === 'preview' ? step : null;
}

/** A wish for oneself where others see the same card: it stays as it is for them. */
export function isOwnBesideOthers(query: Query | null, scope: Incoming['scope']): boolean {
  return scope !== 'personal' && query?.kind === 'reminders' && query.whom.kind === 'me';
}
