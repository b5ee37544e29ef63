// Whom a message of the secretariat goes to: each recipient once, however many parts of the audience it belongs to.
import type { AudiencePart } from '../plan/announcement.ts';
import type { Reference, ReferenceStore, SubscriptionStore, Undelivered } from '../store/reminder-stores.ts';
import { isAllowed, type QuietRules } from './quiet-hours.ts';
import { ByRecipient } from './recipients.ts';
import type { Recipient, Topic } from './subscription.ts';

/** What knows who is reached where. */
export interface Directory {
  readonly references: Pick<ReferenceStore, 'all' | 'find'>;
  readonly subscriptions: Pick<SubscriptionStore, 'all' | 'about'>;
}

/** How many a message reaches, before it is sent. */
export interface Reach {
  readonly people: number;
  readonly chats: number;
  readonly channels: number;
  /** The first of them by name. */
  readonly names: readonly string[];
  /** Those among them that cannot be reached, as far as is known now. */
  readonly unreachable: readonly { readonly reason: Undelivered; readonly count: number }[];
  /** Whether it is sent at an hour at which reminders are not. */
  readonly isQuietHour: boolean;
}

/** One of an audience, with where they are reached; undefined where that has not been looked up. */
interface Member {
  readonly recipient: Recipient;
  readonly reference?: Reference;
}

/** The recipients of an audience. A person who follows a group and a municipality of it is one of them, once. */
export async function* recipientsOf(
  audience: readonly AudiencePart[],
  directory: Directory,
): AsyncGenerator<Recipient> {
  for await (const { recipient } of membersOf(audience, directory)) yield recipient;
}

async function* membersOf(audience: readonly AudiencePart[], directory: Directory): AsyncGenerator<Member> {
  const known = new ByRecipient<true>();
  for (const part of audience) {
    for await (const member of membersOfPart(part, directory)) {
      if (known.get(member.recipient)) continue;
      known.set(member.recipient, true);
      yield member;
    }
  }
}

async function* membersOfPart(part: AudiencePart, { references, subscriptions }: Directory): AsyncGenerator<Member> {
  switch (part.kind) {
    case 'everyone':
      for await (const reference of references.all()) yield { recipient: reference.recipient, reference };
      // Those for whom reminders were set before they had the app: they belong to the list of those not reached.
      for await (const { recipient } of subscriptions.all()) yield { recipient };
      return;
    case 'group':
      yield* followers({ kind: 'group', group: part.group }, subscriptions);
      return;
    case 'municipality':
      yield* followers({ kind: 'municipality', municipality: part.municipality }, subscriptions);
      return;
    case 'conversation':
      yield { recipient: { kind: 'conversation', tenant: part.tenant, conversation: part.conversation } };
  }
}

async function* followers(topic: Topic, subscriptions: Directory['subscriptions']): AsyncGenerator<Member> {
  for (const { recipient } of await subscriptions.about(topic)) yield { recipient };
}

/** Names that a preview shows. */
const mostNames = 5;

/**
 * How many an audience is.
 *
 * @param at when the message is sent
 */
export async function reachOf(
  audience: readonly AudiencePart[],
  directory: Directory,
  at: Date,
  rules: QuietRules,
  timeZone: string,
): Promise<Reach> {
  const counts = { people: 0, chats: 0, channels: 0 };
  const names: string[] = [];
  const unreachable = new Map<Undelivered, number>();
  for await (const { recipient, ...known } of membersOf(audience, directory)) {
    const reference = known.reference ?? (await directory.references.find(recipient));
    const scope = reference?.scope ?? (recipient.kind === 'person' ? 'personal' : 'group');
    counts[scope === 'personal' ? 'people' : scope === 'channel' ? 'channels' : 'chats'] += 1;
    if (names.length < mostNames && reference?.name) names.push(reference.name);
    const reason =
      reference === null ? 'not-installed' : reference.state.kind === 'gone' ? reference.state.reason : null;
    if (reason) unreachable.set(reason, (unreachable.get(reason) ?? 0) + 1);
  }
  return {
    ...counts,
    names,
    unreachable: [...unreachable].map(([reason, count]) => ({ reason, count })),
    isQuietHour: !isAllowed(at, rules, timeZone),
  };
}

/** All whom a message goes to. */
export function sizeOf({ people, chats, channels }: Reach): number {
  return people + chats + channels;
}

/** The channels and group chats that the bot is in and can write to. */
export async function placesOf({ conversations }: Pick<ReferenceStore, 'conversations'>): Promise<Located[]> {
  const found = await conversations();
  return found.flatMap(({ recipient, name, state }): Located[] => {
    if (recipient.kind !== 'conversation' || state.kind !== 'alive') return [];
    return [{ tenant: recipient.tenant, conversation: recipient.conversation, name: name.slice(0, longestName) }];
  });
}

const longestName = 200;

interface Located {
  readonly tenant: string;
  readonly conversation: string;
  readonly name: string;
}
