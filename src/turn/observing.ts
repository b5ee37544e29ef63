// What may be counted of a turn: kinds and times, and nothing of what was said.
import type { Answer } from '../facts.ts';
import type { TurnObserver } from './turn-types.ts';

export const unobserved: TurnObserver = { turned: () => {}, took: () => {} };

/** Does a stage of a turn, and tells how long it took, failed or not. */
export type Stage = <Result>(name: Parameters<TurnObserver['took']>[0], work: () => Result) => Result;

export function makeStage({ took }: TurnObserver): Stage {
  return (name, work) => {
    const began = performance.now();
    const done = () => took(name, (performance.now() - began) / 1_000);
    let isUnderWay = false;
    try {
      const result = work();
      if (result instanceof Promise) {
        isUnderWay = true;
        result.then(done, done);
      }
      return result;
    } finally {
      if (!isUnderWay) done();
    }
  };
}

/** The kind of question, and what became of it. A button that is no question is a step of a change. */
export function describeTurn({ query, parts }: Answer): Parameters<TurnObserver['turned']> {
  const steps = parts.flatMap(({ outcome }) => (outcome.kind === 'update' ? [outcome.step.stage] : []));
  const [step] = steps;
  const kind = query?.kind ?? 'button';
  if (step === 'refused') return [kind, 'refused'];
  if (kind === 'not-in-plan') return [kind, 'unanswered'];
  if (kind === 'clarify' || step === 'ask' || step === 'choose') return [kind, 'asked'];
  return [kind, 'answered'];
}
