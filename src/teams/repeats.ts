// Teams sends an activity again when it got no answer in time; the second time gets the first's answer, not a new turn.
import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Clock } from '../clock.ts';
import type { SharedTurns } from './shared-turns.ts';

const rememberedForMs = 10 * 60_000;
/** Enough for the traffic of ten minutes; bounds memory against a flood. */
const maxRemembered = 2_000;

/** What a turn left in its context for the body of the HTTP response, as JSON. */
type Outcome = string;
interface First {
  readonly at: number;
  readonly outcome: Promise<Outcome>;
}

/** Remembers the activities of the last minutes by conversation and id. It must stand behind authentication. */
export class Repeats {
  readonly #firsts = new Map<string, First>();
  readonly #shared: SharedTurns;
  readonly #clock: Clock;

  constructor(shared: SharedTurns, clock: Clock) {
    this.#shared = shared;
    this.#clock = clock;
  }

  /** Runs the turn the first time an activity comes, and repeats its outcome into the context every other time. */
  async once(context: TurnContext, turn: () => Promise<void>): Promise<void> {
    const { id, conversation, type, name } = context.activity;
    if (!id) return turn();
    // An id that stands on something else is no repeat: an invoke waits for an answer of its own kind.
    const key = [conversation.id, id, type, name ?? ''].join('\n');
    const now = this.#clock().getTime();
    this.#forgetBefore(now - rememberedForMs);
    const first = this.#firsts.get(key);
    if (first) return restore(context, await first.outcome);
    let isMine = false;
    const outcome = this.#shared.once(key, async () => {
      isMine = true;
      await turn();
      return outcomeOf(context);
    });
    this.#firsts.set(key, { at: now, outcome });
    try {
      const said = await outcome;
      // Another instance has answered it.
      if (!isMine) restore(context, said);
    } catch (error) {
      this.#firsts.delete(key);
      throw error;
    }
  }

  #forgetBefore(earliest: number): void {
    for (const [key, { at }] of this.#firsts) {
      if (at >= earliest && this.#firsts.size < maxRemembered) return;
      this.#firsts.delete(key);
    }
  }
}

function outcomeOf(context: TurnContext): Outcome {
  const invoke: unknown = context.turnState.get(INVOKE_RESPONSE_KEY);
  return JSON.stringify({ replies: context.bufferedReplyActivities, invoke });
}

function restore(context: TurnContext, outcome: Outcome): void {
  const { replies, invoke }: { replies: Partial<Activity>[]; invoke?: unknown } = JSON.parse(outcome);
  context.bufferedReplyActivities.push(...replies);
  if (invoke !== undefined) context.turnState.set(INVOKE_RESPONSE_KEY, invoke);
}
