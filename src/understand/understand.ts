// Text in, query out: words → mentions, times, cues → candidates → the one that explains most → filled from the last.
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import type { Context, TalkQuery } from '../query.ts';
import { askAnnouncements } from './ask-announcements.ts';
import { askCalendar } from './ask-calendar.ts';
import { askCheckIns } from './ask-check-ins.ts';
import { askFile } from './ask-files.ts';
import { askPlan } from './ask-plan.ts';
import { askPrivacy } from './ask-privacy.ts';
import { askReminders, questionReminded } from './ask-reminders.ts';
import { askUpdate } from './ask-updates.ts';
import { pointedItem } from './listed-items.ts';
import { readReply } from './pending.ts';
import { read } from './reading.ts';
import { notInPlan } from './trusted-reading.ts';
import { sure, type Understood } from './understood.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Longer messages are not questions. */
const longestMessage = 600;

/**
 * Understands a message.
 *
 * @param context what the conversation has been about
 * @param now the region's wall clock
 */
export function understand(
  message: string,
  context: Context,
  plan: Plan,
  vocabulary: Vocabulary,
  now: LocalMoment,
): Understood {
  const text = message.trim();
  if (!/[\p{L}\d]/u.test(text)) return sure({ kind: 'talk', about: thumbOf(text) }, null);
  // What the bot has asked for may be said in such words, too.
  const isListed = context.pending === null && (context.listed !== null || context.last?.kind === 'meetings');
  const pointed = isListed ? pointedItem(read(text, vocabulary, now), context, plan) : undefined;
  if (pointed?.kind === 'bare') return sure(pointed.query, pointed.language);
  if (pointed) return understand(pointed.message, pointed.context, plan, vocabulary, now);
  const privacy = askPrivacy(text);
  if (privacy) return sure(privacy, read(text, vocabulary, now).language);
  const talk = { plan, vocabulary, now, context };
  // What a message to others says may be anything: it is not asked of the bot.
  const said = context.pending?.slot === 'message' ? readReply(text, context.pending, talk) : undefined;
  if (said?.kind === 'completed') return sure({ kind: 'update', request: said.request }, null);
  const announcements = askAnnouncements(text, talk);
  if (announcements) return sure(announcements.query, announcements.language);
  const checkIns = askCheckIns(text, talk);
  if (checkIns) return { ...checkIns, isSure: true };
  const reminders = askReminders(text, talk);
  if (reminders) return { ...reminders, isSure: true };
  const question = questionReminded(text);
  if (question !== null) return understand(question, context, plan, vocabulary, now);
  const reply = context.pending ? readReply(text, context.pending, talk) : undefined;
  if (reply?.kind === 'declined') return sure({ kind: 'talk', about: 'decline' }, null);
  if (reply) return sure({ kind: 'update', request: reply.request }, null);
  const file = askFile(text);
  if (file) return sure(file, read(text, vocabulary, now).language);
  const calendar = askCalendar(text, talk);
  if (calendar) return sure(calendar, read(text, vocabulary, now).language);
  const update = askUpdate(text, talk);
  if (update) return sure({ kind: 'update', request: update.request }, update.language);
  if (text.length > longestMessage) return { query: notInPlan('too-long', []), language: null, isSure: false };
  return askPlan(text, talk);
}

/** 👍 and 👎 judge the last answer. */
function thumbOf(text: string): TalkQuery['about'] {
  if (/^(?:👍|👏|🙌|💯|❤|\p{Emoji_Modifier}|\uFE0F|\s)*$/u.test(text) && text !== '') return 'praise';
  return /^(?:👎|\p{Emoji_Modifier}|\uFE0F|\s)+$/u.test(text) ? 'complaint' : 'empty';
}
