// Who is asked how an activity goes: those who lead the group that answers for it, or else who follows the party in chat.
import type { Activity, Party } from '../plan/activity.ts';
import type { Identity } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { PersonId } from '../plan/ids.ts';
import type { Day } from '../plan/schedule.ts';
import { type Office, officesOn, recipientOf } from './offices.ts';
import { recipientKey } from './recipients.ts';
import type { Recipient, Topic } from './subscription.ts';
import { type TopicKey, topicKey } from './topics.ts';

/** What is done or called off goes no way any more. */
export function isAskedOf({ status }: Activity): boolean {
  return status?.status !== 'done' && status?.status !== 'cancelled';
}

export interface Respondents {
  /** Those whom the plan itself names, and Teams knows. */
  known(): readonly (readonly [Recipient, readonly Activity[]])[];
  /** What somebody subscribes to who is asked, in place of a leader. */
  readonly topics: readonly Topic[];
  /** The activities that a subscriber to a topic is asked of, since nobody is known who leads the group. */
  through(topic: TopicKey): readonly Activity[];
}

/** Whoever is asked on a day. */
export function respondentsIn(ledger: Ledger, day: Day): Respondents {
  const { plan, version } = ledger.edition;
  const offices = officesOn(ledger.entries, version, day);
  const known = new Map<string, [Recipient, Activity[]]>();
  const through = new Map<TopicKey, Activity[]>();
  const topics = new Map<TopicKey, Topic>();
  for (const activity of plan.activities.filter(isAskedOf)) {
    for (const party of activity.responsible) {
      const people = peopleOf(party, offices, ledger);
      for (const recipient of people) keep(known, recipient, activity);
      const topic = people.length === 0 ? topicOf(party) : null;
      if (!topic) continue;
      const key = topicKey(topic);
      topics.set(key, topic);
      through.set(key, [...(through.get(key) ?? []), activity]);
    }
  }
  return {
    known: () => [...known.values()],
    topics: [...topics.values()],
    through: (topic) => through.get(topic) ?? [],
  };
}

function keep(known: Map<string, [Recipient, Activity[]]>, recipient: Recipient, activity: Activity): void {
  const key = recipientKey(recipient);
  const [, those] = known.get(key) ?? [recipient, []];
  known.set(key, [recipient, those.includes(activity) ? those : [...those, activity]]);
}

function peopleOf(party: Party, offices: readonly Office[], ledger: Ledger): Recipient[] {
  switch (party.kind) {
    case 'group':
      return offices.filter(({ group }) => group === party.id).map(recipientOf);
    case 'person': {
      const who = identityOf(party.id, ledger);
      return who ? [recipientOf({ who })] : [];
    }
    case 'municipality':
    case 'region':
      return [];
  }
}

/** Who a person of the plan is to Teams, as the newest appointment that says so has it. */
function identityOf(id: PersonId, { entries }: Ledger): Identity | undefined {
  const found = entries.findLast(({ change }) => change.kind === 'set-role' && change.person.id === id && change.who);
  return found?.change.kind === 'set-role' ? found.change.who : undefined;
}

/** Whose subscribers are a party's people. Nobody in particular is everybody's. */
function topicOf(party: Party): Topic | null {
  switch (party.kind) {
    case 'group':
      return { kind: 'group', group: party.id };
    case 'municipality':
      return { kind: 'municipality', municipality: party.id };
    case 'person':
    case 'region':
      return null;
  }
}
