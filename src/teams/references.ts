// Where people, chats and channels are reached: learnt from every activity that comes from them.
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Recipient } from '../reminders/subscription.ts';
import type { Reference, ReferenceStore } from '../store/reminder-stores.ts';
import { readIncoming } from './incoming.ts';

/** Takes note of an activity that was authenticated. */
export type CaptureReferences = (activity: object) => Promise<void>;

const id = z.string().min(1);
const members = z.array(z.object({ id })).nullish().catch(null);
const within = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullish().catch(null);

const Received = z.object({
  type: z.string(),
  action: z.string().nullish().catch(null),
  channelId: id,
  serviceUrl: id,
  recipient: z.object({ id }),
  conversation: z.object({ id, name: z.string().nullish().catch(null), tenantId: z.string().nullish().catch(null) }),
  membersRemoved: members,
  channelData: within({
    tenant: within({ id }),
    team: within({ id }),
    channel: within({ id, name: z.string().nullish().catch(null) }),
    eventType: z.string().nullish().catch(null),
  }),
});
type Received = z.infer<typeof Received>;

/** A reply in a thread of a channel names the thread beside the channel; reminders begin threads of their own. */
const thread = /;messageid=.*$/s;

/**
 * @param allowsServiceUrl whoever could have another address noted would get the bot's messages
 * @param clock the real time
 */
export function makeCapture(
  references: ReferenceStore,
  allowsServiceUrl: (url: string) => boolean,
  clock: Clock,
): CaptureReferences {
  return async (activity) => {
    const received = Received.safeParse(activity).data;
    if (!received) return;
    const where = placeOf(received, activity);
    if (!where) return;
    if (isRemoval(received)) return forget(references, where, received);
    if (!allowsServiceUrl(received.serviceUrl)) return;
    for (const reference of referencesOf(received, where, clock().toISOString())) await references.put(reference);
  };
}

type Place = Pick<Reference, 'scope' | 'locale' | 'team'> & {
  readonly tenant: string;
  readonly conversation: string;
  readonly sender: ReturnType<typeof readIncoming>['sender'];
};

/** Where it comes from; null without a tenant, which only emulators lack. */
function placeOf({ conversation, channelData }: Received, activity: object): Place | null {
  const { scope, locale, sender } = readIncoming(activity);
  const tenant = (channelData?.tenant?.id ?? conversation.tenantId ?? sender?.tenant)?.toLowerCase();
  if (!tenant) return null;
  const team = scope === 'channel' ? (channelData?.team?.id ?? null) : null;
  // An installation in a team says which channel it was done from, not that the app is to write there.
  const channel = scope === 'channel' ? channelData?.channel?.id : undefined;
  return { scope, locale, team, tenant, sender, conversation: channel ?? conversation.id.replace(thread, '') };
}

function conversationOf({ tenant, conversation }: Place): Recipient {
  return { kind: 'conversation', tenant, conversation: conversation.toLowerCase() };
}

function personOf({ tenant, sender }: Place): Recipient | null {
  return sender && { kind: 'person', tenant, person: sender.person.toLowerCase() };
}

function isRemoval({ type, action, membersRemoved, recipient, channelData }: Received): boolean {
  if (type === 'installationUpdate') return action === 'remove';
  if (type !== 'conversationUpdate') return false;
  const isGone = ['channelDeleted', 'teamDeleted', 'teamHardDeleted'].includes(channelData?.eventType ?? '');
  return isGone || (membersRemoved ?? []).some((member) => member.id === recipient.id);
}

async function forget(references: ReferenceStore, place: Place, { channelData }: Received): Promise<void> {
  if (place.scope === 'personal') {
    const person = personOf(place);
    if (person) await references.remove(person);
    return;
  }
  await references.remove(conversationOf(place));
  if (place.team !== null && channelData?.eventType !== 'channelDeleted') {
    await references.removeTeam(place.tenant, place.team);
  }
}

/** The person's own chat; or the chat or channel and, without a chat of their own yet, the person. */
function referencesOf(received: Received, place: Place, refreshedAt: string): Omit<Reference, 'state'>[] {
  const { scope, locale, team, conversation, sender } = place;
  const { channelId, serviceUrl, recipient: bot } = received;
  const shared = { channelId, serviceUrl, bot: bot.id, locale, refreshedAt };
  const person = personOf(place);
  const ofPerson = person && {
    ...shared,
    recipient: person,
    scope: 'personal' as const,
    conversation: scope === 'personal' ? conversation : null,
    teamsId: sender?.teamsId || null,
    team: null,
    name: sender?.name ?? '',
  };
  if (scope === 'personal') return ofPerson ? [ofPerson] : [];
  const name = received.channelData?.channel?.name ?? received.conversation.name ?? '';
  const ofGroup = { ...shared, recipient: conversationOf(place), scope, conversation, teamsId: null, team, name };
  return ofPerson?.teamsId ? [ofGroup, ofPerson] : [ofGroup];
}
