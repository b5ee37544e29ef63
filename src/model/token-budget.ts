// Tokens of the language model: what a day may cost, all instances together, and what this one has used.
import type { Log } from '../log.ts';
import type { Day } from '../plan/schedule.ts';
import type { ModelUseStore } from '../store/store.ts';
import type { Tokens } from './completion.ts';

export interface TokenBudget {
  isSpent(day: Day): Promise<boolean>;
  count(used: Tokens, day: Day): Promise<void>;
  /** Since this instance started. */
  used(): Tokens;
}

export function makeTokenBudget(use: ModelUseStore, dailyTokens: number, log: Log): TokenBudget {
  const tokens = { prompt: 0, completion: 0 };
  return {
    isSpent: async (day) => (await use.spentOn(day)) >= dailyTokens,
    async count(used, day) {
      tokens.prompt += used.prompt;
      tokens.completion += used.completion;
      try {
        await use.add(day, used.prompt + used.completion);
      } catch (err) {
        log.error({ err }, 'the tokens of the language model could not be counted');
      }
    },
    used: () => ({ ...tokens }),
  };
}
