// Messages to many as they arrive: the message, what stands in its place once it is recalled, and the report.
import type { AudiencePart } from '../plan/announcement.ts';
import { addDays } from '../plan/days.ts';
import { wish } from '../query.ts';
import { type NotReached, type Progress, unreachedCount } from '../reminders/announced.ts';
import type { Recipient } from '../reminders/subscription.ts';
import { announceIn, audienceText } from './announcement-names.ts';
import { statusButton, unreachedBlocks } from './announcement-pages.ts';
import { shownLinks } from './links.ts';
import type { Setting } from './names.ts';
import type { Block, Button } from './page.ts';
import { sentence } from './page.ts';
import { type Rendered, renderPage } from './render.ts';

export interface Letter {
  readonly version: number;
  readonly audience: readonly AudiencePart[];
  readonly text: string;
  /** Who sent it. */
  readonly by: string;
}

/** A pause of about a month. In days. */
const monthDays = 30;
/** Links that get a button of their own. */
const mostLinks = 2;

/** The message of the secretariat, as its recipient gets it. */
export function announcementMessage(
  { version, audience, text, by }: Letter,
  to: Recipient,
  setting: Setting,
): Rendered {
  const say = announceIn(setting);
  const [first = '', ...rest] = text.split('\n');
  const blocks: Block[] = rest.length === 0 ? [] : [{ kind: 'text', paragraphs: rest }];
  const whom = { kind: to.kind === 'person' ? 'me' : 'here' } as const;
  const links = shownLinks(text)
    .slice(0, mostLinks)
    .map((url): Button => ({ title: say.openLink(new URL(url).hostname), action: { url } }));
  const about = { whom, announcements: true } as const;
  const buttons: Button[] = [
    ...links,
    { title: say.buttons.why, action: { query: wish('why', { whom, announcement: version }) }, replaces: true },
    {
      title: say.buttons.pauseMonth,
      action: { query: wish('pause', { ...about, until: addDays(setting.today, monthDays - 1) }) },
      replaces: true,
    },
    { title: say.buttons.stop, action: { query: wish('stop', about) }, replaces: true },
  ];
  const isHere = to.kind === 'conversation' && audience.every(({ kind }) => kind === 'conversation');
  const why = isHere ? say.becauseHere : say.because(to.kind, by, audienceText(audience, setting));
  return renderPage({ lead: say.from(by, first), blocks, buttons }, why, setting);
}

/** What stands in its place once it is recalled, or comes by itself where the message cannot be changed. */
export function recalledMessage(by: string, reason: string | null, setting: Setting): Rendered {
  const say = announceIn(setting);
  return renderPage(sentence(say.recall(by, reason)), say.becauseRecall, setting);
}

/** How a message went, to who sent it. */
export function reportMessage(
  { version, audience }: Pick<Letter, 'version' | 'audience'>,
  progress: Progress,
  unreached: readonly NotReached[],
  more: number,
  setting: Setting,
): Rendered {
  const say = announceIn(setting);
  const lead = say.report(audienceText(audience, setting), progress.sent, unreachedCount(progress));
  const blocks = unreachedBlocks(unreached, more, setting);
  return renderPage({ lead, blocks, buttons: [statusButton(version, setting)] }, say.becauseAuthor, setting);
}

/** How a recall went, to who ordered it. */
export function recallReport(
  progress: Progress,
  unreached: readonly NotReached[],
  more: number,
  setting: Setting,
): Rendered {
  const say = announceIn(setting);
  const failed = progress.failed.reduce((sum, { count }) => sum + count, progress.missed);
  const blocks = unreachedBlocks(unreached, more, setting);
  return renderPage({ lead: say.recallReport(progress.sent, failed), blocks }, say.becauseAuthor, setting);
}
