// The conferences whose hosts a plan names.
import type { ConferenceId } from './ids.ts';
import type { Plan } from './plan.ts';

/** In the plan's order. */
export function hostedConferences({ conferences, hostings }: Plan): ConferenceId[] {
  return conferences.map(({ id }) => id).filter((id) => hostings.some(({ conference }) => conference === id));
}
