// What a delivery says when it is sent: by the plan, the store and the language of its recipient at that moment.
import type { MeetingId } from './plan/ids.ts';
import { localAt } from './plan/wall-clock.ts';
import type { Holidays } from './plan/working-days.ts';
import type { AnnouncedKnowledge } from './reminders/announced.ts';
import { recallingOf } from './reminders/announcing.ts';
import type { Composed } from './reminders/attempt.ts';
import type { StatusReport } from './reminders/check-in-steps.ts';
import { type Message, mergeNotices } from './reminders/merge.ts';
import type { Report } from './reminders/report.ts';
import type { ReminderHealth } from './reminders/steps.ts';
import { announcementMessage, recalledMessage, recallReport, reportMessage } from './render/announcement-messages.ts';
import { type Background, renderMessage } from './render/messages.ts';
import { type Setting, settingFor } from './render/names.ts';
import type { Rendered } from './render/render.ts';
import type { Delivery, Reference } from './store/reminder-stores.ts';
import type { Store } from './store/store.ts';
import type { CurrentPlan } from './updates/current-plan.ts';

/** What messages are made of. */
export interface MessageParts {
  readonly store: Pick<Store, 'deliveries' | 'subscriptions'>;
  readonly current: CurrentPlan;
  readonly holidays: Holidays;
  /** What the heartbeat tells. */
  readonly health: () => Promise<ReminderHealth>;
  /** How messages to many go. */
  readonly announcing: AnnouncedKnowledge;
  /** What the secretariat is told of questions and answers. */
  readonly checkingIn: CheckInTexts;
}

/** What messages about answers are made of. */
interface CheckInTexts {
  waiting(): Promise<readonly Report[]>;
  report(meeting: MeetingId): Promise<StatusReport>;
}

/** A message in the language of its recipient. */
export interface ReminderMessage extends Rendered {
  readonly locale: 'sv' | 'en';
  /** The message in Teams whose place it takes; null for a new one. */
  readonly edits: string | null;
}

/** The message that tells of deliveries, or takes the place of one that is taken back; and which of them it covers. */
export async function compose(
  parts: MessageParts,
  reference: Reference,
  deliveries: readonly Delivery[],
  now: Date,
): Promise<Composed<ReminderMessage>> {
  const recalls = deliveries.flatMap((one) =>
    one.content.kind === 'recall' ? [{ ...one, content: one.content }] : [],
  );
  const [first] = recalls;
  if (first) return composeRecall(parts, reference, recalls, now);
  const [message] = mergeNotices(deliveries);
  if (!message) throw new Error('a message of nothing was asked for');
  const { rendered, locale } = await rendering(parts, reference, message, now);
  const keys = new Set(message.notices.map(({ key }) => key));
  return {
    message: { ...rendered, locale, edits: null },
    covers: deliveries.filter(({ key }) => keys.has(key)),
  };
}

/** A message in the words of its recipient's language. */
async function rendering(
  { store, current, holidays, health, announcing, checkingIn }: MessageParts,
  reference: Reference,
  message: Message,
  now: Date,
  recalled?: Background['recalled'],
): Promise<{ readonly rendered: Rendered; readonly locale: 'sv' | 'en' }> {
  const { plan } = current.ledger().edition;
  const subscriptions = await store.subscriptions.of(reference.recipient);
  const locale = subscriptions[0]?.locale ?? reference.locale ?? 'sv';
  const setting = settingFor(plan, locale, localAt(now, plan.region.timeZone).day);
  const content = message.shown[0]?.content;
  if (content?.kind === 'announcement') {
    const letter = await announcing.find(content.version);
    if (!letter) throw new Error(`change ${content.version} ordered no message`);
    return { rendered: announcementMessage(letter, reference.recipient, setting), locale };
  }
  if (content?.kind === 'report')
    return { rendered: await report(announcing, store, content.version, setting), locale };
  const background = {
    subscriptions,
    holidays,
    health: content?.kind === 'heartbeat' ? await health() : null,
    answers: content?.kind === 'answers' ? await checkingIn.waiting() : [],
    report: content?.kind === 'status-report' ? await checkingIn.report(content.meeting) : null,
  };
  const whole = recalled ? { ...background, recalled } : background;
  return { rendered: renderMessage(message, plan, locale, now, whole), locale };
}

async function report(
  announcing: AnnouncedKnowledge,
  { deliveries }: Pick<Store, 'deliveries'>,
  version: number,
  setting: Setting,
): Promise<Rendered> {
  const { unreached, more } = await announcing.unreached(version);
  const letter = await announcing.find(version);
  if (letter) return reportMessage(letter, letter.progress, unreached, more, setting);
  return recallReport(await deliveries.progress(version), unreached, more, setting);
}

type Recalled = Delivery & { readonly content: Extract<Delivery['content'], { kind: 'recall' }> };

/** What takes the place of a message that was recalled, in whole or in part: all recalls of one message at once. */
async function composeRecall(
  parts: MessageParts,
  reference: Reference,
  recalls: readonly Recalled[],
  now: Date,
): Promise<Composed<ReminderMessage>> {
  const { store, current } = parts;
  const found = await Promise.all(
    recalls.map(async (recall) => ({ recall, of: await store.deliveries.find(recall.content.of) })),
  );
  const [first] = found;
  if (!first?.of) throw new Error('a recall of nothing was asked for');
  const recalling = recallingOf(first.of);
  const edits = recalling.kind === 'edit' ? recalling.activity : null;
  const same = found.filter(({ of }) => of === first.of || (edits !== null && activityOf(of) === edits));
  const keys = new Set(same.map(({ recall }) => recall.content.of));
  const undo = current.ledger().entries.find(({ version }) => version === first.recall.content.version);
  const reason = undo?.reason ?? null;
  const covers = same.map(({ recall }) => recall);
  if (first.of.content.kind === 'announcement') {
    const { plan } = current.ledger().edition;
    const locale = reference.locale ?? 'sv';
    const setting = settingFor(plan, locale, localAt(now, plan.region.timeZone).day);
    return { message: { ...recalledMessage(undo?.author.name ?? '', reason, setting), locale, edits }, covers };
  }
  const behind = edits === null ? [] : await store.deliveries.behind(reference.recipient, edits);
  const told = behind.length > 0 ? behind.filter(({ content }) => content.kind !== 'recall') : [first.of];
  const [message] = mergeNotices(told);
  if (!message) throw new Error('a recall of nothing was asked for');
  const { rendered, locale } = await rendering(parts, reference, message, now, { keys, reason });
  return { message: { ...rendered, locale, edits }, covers };
}

function activityOf(delivery: Delivery | null): string | null {
  return delivery?.state.kind === 'sent' ? delivery.state.activity : null;
}
