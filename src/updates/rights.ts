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
 * What somebody may do. The guard has checked the tenant, so that an object id of the settings is enough where people
 * of one tenant only are let in; "tenant/id" tells whose it is where there are several.
 *
 * @param named Entra object ids of the settings, alone or after their tenant, lower case
 */
export function standingOf(asker: Identity | null, named: readonly string[], { secretaries }: Edition): Standing {
  if (asker === null) return 'unknown';
  const { tenant, person } = normalised(asker);
  const isNamed = named.includes(person) || named.includes(`${tenant}/${person}`);
  return isNamed || secretaries.some((secretary) => samePerson(secretary, asker)) ? 'secretary' : 'member';
}
