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
    const sender = Sender.parse(activity.from);
    const [person, conversation] = await counts.add(
      [
        `${isSearch ? 'search of' : 'person'} ${sender.aadObjectId ?? sender.id}`,
        `conversation ${activity.conversation.id}`,
      ],
      clock(),
    );
    const over = [
      (person?.times ?? 0) - most * (isSearch ? searchFactor : 1),
      (conversation?.times ?? 0) - most * conversationFactor * (isSearch ? searchFactor : 1),
    ].filter((excess) => excess > 0);
    if (over.length === 0) return 'answer';
    // Whoever is over both limits has been told already, by one of them.
    return over.every((excess) => excess === 1) ? 'tell' : 'silence';
  };
}
