// Who a message is from, as the store knows people: kept so that a mention of them can be resolved later.
import type { Clock } from '../clock.ts';
import type { KnownPerson, PeopleStore } from '../store/store.ts';
import type { Asker } from '../updates/updates.ts';
import type { Incoming } from './turn-types.ts';

/** People written down in this process already: once a start is enough. */
const written = new WeakMap<PeopleStore, Set<string>>();
const mostWritten = 10_000;

/** The asker by tenant and Entra id, never by name; remembers who it is, and looks up whom they mention. */
export async function askerOf(
  { sender, mentions, scope, conversation: place }: Incoming,
  people: PeopleStore,
  clock: Clock,
): Promise<Asker> {
  const conversation = scope === 'personal' ? null : place;
  if (sender === null) return { identity: null, conversation, mentioned: [] };
  const person: KnownPerson = {
    tenant: sender.tenant.toLowerCase(),
    person: sender.person.toLowerCase(),
    name: sender.name,
    teamsId: sender.teamsId,
  };
  await remember(person, people, clock);
  const found = await Promise.all(mentions.map(({ teamsId }) => people.byTeamsId(teamsId)));
  const { tenant, person: id, name } = person;
  return { identity: { tenant, person: id, name }, conversation, mentioned: found.flatMap((known) => known ?? []) };
}

async function remember(person: KnownPerson, people: PeopleStore, clock: Clock): Promise<void> {
  const known = written.get(people) ?? new Set<string>();
  written.set(people, known);
  const key = JSON.stringify(person);
  if (known.has(key)) return;
  await people.remember(person, clock().toISOString());
  if (known.size >= mostWritten) known.clear();
  known.add(key);
}

/** Has somebody written down anew when they next write. */
export function forgetAsker(people: PeopleStore, { tenant, person }: Pick<KnownPerson, 'tenant' | 'person'>): void {
  const known = written.get(people);
  for (const key of known ?? []) {
    const one: Pick<KnownPerson, 'tenant' | 'person'> = JSON.parse(key);
    if (one.tenant === tenant && one.person === person) known?.delete(key);
  }
}
