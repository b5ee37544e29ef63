// Whose subscriptions a wish about reminders is about: the asker's, this conversation's, or, by a secretary, somebody else's.
import type { Clock } from '../clock.ts';
import type { Author } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Day } from '../plan/schedule.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { RemindersQuery } from '../query.ts';
import { type Office, officesOn, recipientOf } from '../reminders/offices.ts';
import { recipientKey } from '../reminders/recipients.ts';
import { type Audience, type RemindersStep, refused } from '../reminders/steps.ts';
import type { Recipient } from '../reminders/subscription.ts';
import type { ReferenceStore } from '../store/reminder-stores.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import type { Incoming } from './turn-types.ts';

/** Who asks, where, and in which language they are to be reminded. */
export interface ReminderOccasion extends Pick<Incoming, 'scope' | 'conversation'> {
  readonly asker: Asker;
  readonly locale: 'sv' | 'en';
}

/** Somebody's subscriptions, and who asks about them. */
export interface Case {
  readonly recipient: Recipient;
  readonly audience: Audience;
  readonly author: Author;
  readonly locale: 'sv' | 'en';
  readonly now: Date;
  readonly plan: Plan;
}

export interface ReminderCases {
  /** The one that a wish is about, or why there is none. */
  of(query: RemindersQuery, occasion: ReminderOccasion): Promise<Case | RemindersStep>;
  /** Each who leads one of the groups, as far as an appointment has told who they are; all where no group is named. */
  ofLeaders(
    query: RemindersQuery,
    groups: readonly GroupId[],
    occasion: ReminderOccasion,
  ): Promise<readonly (Case | RemindersStep)[] | RemindersStep>;
}

export function makeReminderCases(
  current: CurrentPlan,
  updates: Pick<Updates, 'standing'>,
  references: ReferenceStore,
  clock: Clock,
): ReminderCases {
  async function of(query: RemindersQuery, occasion: ReminderOccasion): Promise<Case | RemindersStep> {
    const author = occasion.asker.identity;
    if (!author) return refused({ kind: 'unknown-asker' });
    const base = { author, locale: occasion.locale, now: clock(), plan: current.ledger().edition.plan };
    const own: Recipient = { kind: 'person', tenant: author.tenant.toLowerCase(), person: author.person.toLowerCase() };
    const { whom } = query;
    if (whom.kind === 'person') return ofOther(whom.name, query, occasion, base);
    if (whom.kind === 'me' || occasion.scope === 'personal') {
      return { ...base, recipient: own, audience: { kind: 'me' } };
    }
    const conversation = placeId(occasion.conversation);
    const recipient: Recipient = { kind: 'conversation', tenant: own.tenant, conversation };
    return { ...base, recipient, audience: { kind: 'here', scope: occasion.scope } };
  }

  async function ofOther(
    name: string,
    query: RemindersQuery,
    { asker }: ReminderOccasion,
    base: Omit<Case, 'recipient' | 'audience'>,
  ): Promise<Case | RemindersStep> {
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: query.act });
    const recipient = recipientNamed(name, asker, base.author) ?? leaderNamed(name, base);
    const reference = recipient && (await references.find(recipient));
    if (!recipient || reference?.state.kind !== 'alive') return refused({ kind: 'unknown-person', name });
    const known = asker.mentioned.find(({ person }) => recipient.kind === 'person' && person === recipient.person);
    return { ...base, recipient, audience: { kind: 'person', name: known?.name ?? reference.name } };
  }

  /** The one leader of that name, whom an appointment has told the bot of. */
  function leaderNamed(name: string, { now, plan }: Pick<Case, 'now' | 'plan'>): Recipient | null {
    const { entries, edition } = current.ledger();
    const offices = officesOn(entries, edition.version, localAt(now, plan.region.timeZone).day);
    const called = offices.filter((office) => office.name.toLowerCase() === name.toLowerCase()).map(recipientOf);
    const [only, another] = [...new Map(called.map((one) => [recipientKey(one), one])).values()];
    return only && !another ? only : null;
  }

  async function ofLeaders(
    query: RemindersQuery,
    groups: readonly GroupId[],
    { asker, locale }: ReminderOccasion,
  ): Promise<readonly (Case | RemindersStep)[] | RemindersStep> {
    const author = asker.identity;
    if (!author) return refused({ kind: 'unknown-asker' });
    if (updates.standing(asker) !== 'secretary') return refused({ kind: 'not-allowed', act: query.act });
    const { plan } = current.ledger().edition;
    const now = clock();
    const leaders = leadersOf(groups, current.ledger(), localAt(now, plan.region.timeZone).day);
    if (leaders.length === 0) return refused({ kind: 'no-leaders', groups });
    const cases: (Case | RemindersStep)[] = [];
    for (const office of leaders) {
      const { name } = office;
      const recipient = recipientOf(office);
      const reference = await references.find(recipient);
      const isReached = reference?.state.kind === 'alive';
      const one: Case = { author, locale, now, plan, recipient, audience: { kind: 'person', name } };
      cases.push(isReached ? one : refused({ kind: 'unknown-person', name }));
    }
    return cases;
  }

  return { of, ofLeaders };
}

/** Who leads one of the groups on a day, each once; of all networks where no group is named. */
function leadersOf(groups: readonly GroupId[], { entries, edition }: Ledger, day: Day): Office[] {
  const { plan, version } = edition;
  const networks = plan.groups.filter(({ kind }) => kind === 'network').map(({ id }) => id);
  const wanted = new Set(groups.length > 0 ? groups : networks);
  const offices = officesOn(entries, version, day).filter(({ group }) => wanted.has(group));
  return [...new Map(offices.map((office) => [recipientKey(recipientOf(office)), office])).values()];
}

/** A thread of a channel belongs to it: reminders go to the channel itself. */
export function placeId(conversation: string): string {
  return (conversation.split(';')[0] ?? conversation).toLowerCase();
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Somebody whom the message mentions, or whose Entra id it says; names alone tell nobody apart. */
function recipientNamed(name: string, { mentioned }: Asker, { tenant }: Author): Recipient | null {
  const plain = name.toLowerCase();
  const [only, another] = mentioned;
  const isSole = only !== undefined && another === undefined;
  const known = mentioned.find((person) => person.name.toLowerCase() === plain) ?? (isSole ? only : undefined);
  if (known) return { kind: 'person', tenant: known.tenant.toLowerCase(), person: known.person.toLowerCase() };
  const id = guid.exec(name)?.[0].toLowerCase();
  return id ? { kind: 'person', tenant: tenant.toLowerCase(), person: id } : null;
}
