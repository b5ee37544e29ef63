// Who hosts when, where the plans of several years each print their own rotation.
import type { PlanDocument } from './document.ts';
import type { Hosting } from './meeting.ts';

/** Hostings as they hold, one for a conference and year, and those of older plans that a newer one has replaced. */
export interface Rotations {
  readonly inForce: readonly Hosting[];
  readonly replaced: readonly Hosting[];
}

/**
 * The newest plan decides who hosts in a year, and an update, which has no document of its own, decides over every plan.
 * What older plans say of the same year is kept, since a reader of those should be told that it no longer holds.
 */
export function rotationsOf(hostings: readonly Hosting[], documents: readonly PlanDocument[]): Rotations {
  const years = new Map(documents.map(({ id, year }) => [id, year]));
  const age = ({ source }: Hosting): number => (source ? (years.get(source.document) ?? 0) : Number.POSITIVE_INFINITY);
  const inForce = [...Map.groupBy(hostings, ({ conference, year }) => `${conference} ${year}`).values()].flatMap(
    (turns) => turns.toSorted((a, b) => age(b) - age(a)).slice(0, 1),
  );
  const kept = new Set(inForce);
  return { inForce, replaced: hostings.filter((hosting) => !kept.has(hosting)) };
}

/** The hostings of older plans that name other hosts than the one that holds. */
export function contradicting(hosting: Hosting, replaced: readonly Hosting[]): Hosting[] {
  return replaced.filter(
    ({ conference, year, hosts }) =>
      conference === hosting.conference &&
      year === hosting.year &&
      hosts.toSorted().join() !== hosting.hosts.toSorted().join(),
  );
}
