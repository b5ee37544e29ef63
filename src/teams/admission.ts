// How many messages a person, and a conversation, may have answered in a minute.
import type { Activity } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { CountStore } from '../store/store.ts';

/** `tell`: too many, which is to be said, once; `silence`: too many, which was said. */
export type Admission = 'answer' | 'tell' | 'silence';
export type Admit = (activity: Activity) => Promise<Admission>;

/** Several people write in one conversation. */
const conversationFactor = 3;
/** A search is asked anew as its words are typed. */
const searchFactor = 4;

const Sender = z.object({ aadObjectId: z.string().nullish().catch(null), id: z.string() });

/**
 * @param most messages of a person a minute; null for as many as come
 * @param clock the real time
 */
export function makeAdmission(counts: CountStore, most: number | null, clock: Clock): Admit {
  if (most === null) return async () => 'answer';
  return async (activity) => {
    if (activity.type !== ActivityTypes.Message && activity.type !== ActivityTypes.Invoke) return 'answer';
    const isSearch = activity.name?.startsWith('composeExtension/') === true;
    const { aadObjectId, id } = Sender.parse(activity.from);
    const what = isSearch ? 'search' : 'message';
    const [ofPerson, inConversation] = await counts.add(
      [`${what} of ${aadObjectId ?? id}`, `${what} in ${activity.conversation.id}`],
      clock(),
    );
    const mostOfPerson = most * (isSearch ? searchFactor : 1);
    const over = [
      (ofPerson?.times ?? 0) - mostOfPerson,
      (inConversation?.times ?? 0) - mostOfPerson * conversationFactor,
    ].filter((excess) => excess > 0);
    if (over.length === 0) return 'answer';
    // Whoever is over both limits has been told already, by one of them.
    return over.every((excess) => excess === 1) ? 'tell' : 'silence';
  };
}
