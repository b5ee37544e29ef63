// What came from Teams, as the core reads it.
import { z } from 'zod';
import { derived } from '../derived.ts';
import type { Incoming, SentFile } from '../turn/turn-types.ts';

/** Longer messages are cut: no question is this long, and the rest of the bot need not fear enormous ones. */
const maxTextLength = 4_000;
/** With room for the markup around the words. */
const maxRawLength = 2 * maxTextLength;
const maxNameLength = 100;

const loose = <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape).nullish().catch(null);
const text = z.string().nullish().catch(null);

const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});
type Mention = z.infer<typeof Mention>;

/** The fields of an activity that matter here; one that has the wrong shape counts as absent. */
const Received = z.object({
  type: text,
  name: text,
  text,
  locale: text,
  value: z.unknown().optional(),
  replyToId: text,
  entities: z.array(z.unknown()).nullish().catch(null),
  attachments: z.array(z.unknown()).nullish().catch(null),
  from: loose({ aadObjectId: text, id: text, name: text }),
  recipient: loose({ id: text }),
  conversation: loose({ id: text, conversationType: text, isGroup: z.boolean().nullish().catch(null), tenantId: text }),
  channelData: loose({ tenant: loose({ id: text }) }),
});
type Received = z.infer<typeof Received>;

/** Reads an activity that is a message, a pressed button or an installation; once, however many want to know. */
export const readIncoming = derived(readActivity);

function readActivity(activity: object): Incoming {
  const received = Received.parse(activity);
  return {
    text: spokenText(received),
    locale: localeOf(received),
    conversation: received.conversation?.id ?? '',
    scope: scopeOf(received),
    sender: senderOf(received),
    mentions: peopleOf(received),
    action: actionOf(received),
    ...(isExecute(received) ? { inPlaceOf: received.replyToId ?? null } : {}),
    ...filesOf(received),
  };
}

/** Whether a card asks for another in its place. */
export function isExecute({ type, name, value }: { type?: unknown; name?: unknown; value?: unknown }): boolean {
  return type === 'invoke' && name === 'adaptiveCard/action' && Execute.safeParse(value).success;
}
const Execute = z.object({ action: z.object({ type: z.literal('Action.Execute') }) });

function spokenText(received: Received): string {
  const bot = received.recipient?.id;
  let words = (received.text ?? '').slice(0, maxRawLength);
  for (const mention of mentionsOf(received)) {
    words = words.replaceAll(mention.text, ` ${wordsOf(mention, bot)} `).slice(0, maxRawLength);
  }
  return tidy(words).slice(0, maxTextLength).toWellFormed();
}

function mentionsOf({ entities }: Received): Mention[] {
  return (entities ?? []).slice(0, 50).flatMap((entity) => Mention.safeParse(entity).data ?? []);
}

/** A file that was sent in personal chat, with the address to fetch it from. */
const SentInfo = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string(),
  content: z.object({ downloadUrl: z.string().max(4_000) }),
});
/** A file that was sent elsewhere: bots are only told that it is there. */
const SentElsewhere = z.object({ contentType: z.literal('reference'), name: z.string() });

function filesOf({ attachments }: Received): Pick<Incoming, 'files'> {
  const files = (attachments ?? []).slice(0, 10).flatMap((attachment): SentFile[] => {
    const sent = SentInfo.safeParse(attachment).data;
    if (sent) return [{ name: tidy(sent.name).slice(0, maxNameLength), url: sent.content.downloadUrl }];
    const other = SentElsewhere.safeParse(attachment).data;
    return other ? [{ name: tidy(other.name).slice(0, maxNameLength), url: null }] : [];
  });
  return files.length > 0 ? { files } : {};
}

/** Everybody mentioned but the bot. */
function peopleOf(received: Received): Incoming['mentions'] {
  const others = mentionsOf(received).filter(({ mentioned }) => mentioned.id !== received.recipient?.id);
  return others.map(({ mentioned: { id, name } }) => ({ teamsId: id, name: tidy(name ?? '').slice(0, maxNameLength) }));
}

/** The bot's own name is how it is called, not part of the question; other people's names are. */
function wordsOf({ mentioned }: Mention, bot: string | null | undefined): string {
  return mentioned.id === bot ? '' : (mentioned.name ?? '').slice(0, maxNameLength);
}

const namedCharacters: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Plain words: no markup, no named characters, no control characters, single spaces. */
function tidy(words: string): string {
  return words
    .replace(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (name) => namedCharacters[name] ?? name)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

function localeOf({ locale, entities }: Received): Incoming['locale'] {
  const client = (entities ?? []).flatMap((entity) => ClientInfo.safeParse(entity).data?.locale ?? [])[0];
  const language = (locale ?? client ?? '').slice(0, 2).toLowerCase();
  return language === 'sv' || language === 'en' ? language : null;
}
const ClientInfo = z.object({ type: z.literal('clientInfo'), locale: z.string() });

function scopeOf({ conversation }: Received): Incoming['scope'] {
  if (conversation?.conversationType === 'channel') return 'channel';
  return conversation?.conversationType === 'groupChat' || conversation?.isGroup ? 'group' : 'personal';
}

function senderOf({ from, conversation, channelData }: Received): Incoming['sender'] {
  const tenant = channelData?.tenant?.id ?? conversation?.tenantId;
  const person = from?.aadObjectId;
  if (!tenant || !person) return null;
  const name = tidy(from.name ?? '').slice(0, maxNameLength) || person;
  return { tenant, person, name, teamsId: from.id ?? '' };
}

const ExecuteValue = z.looseObject({ action: z.looseObject({ data: z.unknown().optional() }) });
const MessageBackValue = z.looseObject({
  msteams: z.looseObject({ type: z.literal('messageBack'), value: z.unknown().optional() }),
});

const TaskValue = z.looseObject({ data: z.unknown().optional() });

/** Teams unwraps what a messageBack button carries; other clients hand over the whole data of the button. */
function actionOf({ type, name, value }: Received): unknown {
  if (value === null || typeof value !== 'object') return null;
  const carried = type === 'invoke' ? invokedWith(name, value) : value;
  const wrapped = MessageBackValue.safeParse(carried);
  return (wrapped.success ? wrapped.data.msteams.value : carried) ?? null;
}

/** What a button carries that opens or submits a dialog, or executes. */
function invokedWith(name: string | null | undefined, value: object): unknown {
  if (name?.startsWith('task/')) return TaskValue.safeParse(value).data?.data;
  return ExecuteValue.safeParse(value).data?.action.data;
}
