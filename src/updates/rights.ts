// Who may change the plan: those whom the settings name, and those whom one of them has appointed.
import type { Standing } from '../facts.ts';
import type { Identity } from '../plan/change.ts';
import type { Edition } from '../plan/fold.ts';

/** The same person whatever case the ids come in. */
export function normalised({ tenant, person }: Identity): Identity {
  return { tenant: tenant.toLowerCase(), person: person.toLowerCase() };
}

export function samePerson(a: Identity, b: Identity): boolean {
  const [one, other] = [normalised(a), normalised(b)];
  return one.tenant === other.tenant && one.person === other.person;
}

/**
 * What somebody may do. The guard has checked the tenant, so that an object id of the settings is enough.
 *
 * @param named Entra object ids of the settings, lower case
 */
export function standingOf(asker: Identity | null, named: readonly string[], { secretaries }: Edition): Standing {
  if (asker === null) return 'unknown';
  const isNamed = named.includes(asker.person.toLowerCase());
  return isNamed || secretaries.some((secretary) => samePerson(secretary, asker)) ? 'secretary' : 'member';
}
