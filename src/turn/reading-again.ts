// What the parser is not sure of is read again by somebody else, where there is somebody; and answered with the doubt.
import type { Answer } from '../facts.ts';
import type { SecondReader } from '../model/second-reader.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Context, Query } from '../query.ts';
import type { Understood } from '../understand/understood.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import { refersToPlan } from './old-buttons.ts';
import type { PlanViews } from './plan-views.ts';
import type { Incoming } from './turn-types.ts';

/** The parser's reading, or what somebody else sees in a message that it is not sure of. */
export type ReadAgain = (
  understood: Understood,
  incoming: Incoming,
  context: Context,
  now: LocalMoment,
  onWait: () => void,
) => Promise<Query>;

export function makeReadAgain(secondReader: SecondReader | null, current: CurrentPlan, views: PlanViews): ReadAgain {
  return async ({ query, isSure }, { text, sender, mentions }, context, now, onWait) => {
    if (isSure || secondReader === null) return query;
    const { version } = current.ledger().edition;
    // A draft is the secretariat's alone, and stays in the house.
    const years = views(now, false);
    const { plan, vocabulary } = years.of(years.current);
    const people = [...(sender ? [sender.name] : []), ...mentions.map(({ name }) => name)];
    const doubtful = { text, people, context, parsed: query, now, plan, version, vocabulary };
    const read = await secondReader.read(doubtful, onWait);
    // The plan may have changed while it was read.
    return read !== null && refersToPlan(read, current.ledger().edition.plan) ? read : query;
  };
}

/** What was not read by the parser may have been read wrongly: whoever asked is to judge. */
export function withDoubt(answered: Answer, parsed: Query): Answer {
  const { query } = answered;
  if (query === null || query.kind === 'talk' || query.kind === 'clarify') return answered;
  return { ...answered, unsureOf: parsed.kind === 'not-in-plan' ? parsed.words : [] };
}
