// Pages about messages to many: before they are sent, how they go, who was not reached, and the templates.
import type { Outcome, UpdateStage } from '../facts.ts';
import type { Announce } from '../plan/announcement.ts';
import type { AnnouncementsQuery } from '../query.ts';
import { type Announced, type NotReached, type Progress, unreachedCount } from '../reminders/announced.ts';
import { type Reach, sizeOf } from '../reminders/audience.ts';
import { announceIn, audienceText, momentText } from './announcement-names.ts';
import { capital, joinWords } from './dates.ts';
import type { Setting } from './names.ts';
import { type Block, type Button, type Item, longestTitle, type Page, type Row, sentence, shortened } from './page.ts';

type Stage<Name extends UpdateStage['stage']> = Extract<UpdateStage, { stage: Name }>;

/** Texts are cut in lists, where many would hide each other. In characters. */
const longestInList = 160;
/** Templates that get a button; it carries the whole text. */
const mostTemplates = 3;

function button(title: string, query: AnnouncementsQuery): Button {
  return { title, action: { query } };
}

function asking(act: AnnouncementsQuery['act'], version: number | null = null): AnnouncementsQuery {
  return { kind: 'announcements', act, version };
}

/** How one goes. */
export function statusButton(version: number, setting: Setting): Button {
  // Where it stands it shows how far it has come.
  return { ...button(announceIn(setting).buttons.status, asking('status', version)), replaces: true };
}

// === Before it is sent

/** Whom a message reaches, and whom not. */
export function reachRows(reach: Reach, setting: Setting): Row[] {
  const say = announceIn(setting);
  const { names, unreachable } = reach;
  const counted = say.recipients(reach.people, reach.chats, reach.channels);
  const who = names.length === 0 ? '' : ` (${say.among(names.join(', '), sizeOf(reach) - names.length)})`;
  const not = unreachable.map(({ reason, count }) => `${count} ${say.reason[reason]}`);
  return [
    [say.labels.recipients, `${counted}${who}`],
    ...(not.length === 0 ? [] : [[say.labels.unreachable, joinWords(not, setting.locale)] satisfies Row]),
  ];
}

export function quietHourText({ isQuietHour }: Reach, setting: Setting): string[] {
  return isQuietHour ? [announceIn(setting).quietHour] : [];
}

/** The question that a message to everybody is confirmed with for the second time. */
export function surePage({ proposal, audience, count }: Stage<'sure'>, setting: Setting): Page {
  const say = announceIn(setting);
  return sentence(say.sure(count, audienceText(audience, setting)), [
    { title: say.sureButton(count), action: { confirm: proposal, sure: count }, replaces: true },
    { title: setting.tell.withdraw, action: { withdraw: proposal }, replaces: true },
  ]);
}

/** The receipt of a message that was ordered. */
export function orderedPage({ audience, at }: Announce, version: number, undo: Button, setting: Setting): Page {
  const say = announceIn(setting);
  const when = at === null ? null : momentText(at, setting);
  const receipt = say.done(audienceText(audience, setting), when, version);
  return sentence(`${receipt} ${say.undoHint(version, at !== null)}`, [statusButton(version, setting), undo]);
}

// === How it goes

export function announcementsPage({ step }: Extract<Outcome, { kind: 'announcements' }>, setting: Setting): Page {
  const say = announceIn(setting);
  switch (step.step) {
    case 'none':
      return sentence(say.none, [button(say.buttons.templates, asking('templates'))]);
    case 'not-allowed':
      return sentence(say.notYours);
    case 'list':
      return listPage(step.announced, setting);
    case 'templates': {
      const items = step.templates.map(({ name, text }) => ({
        title: name,
        details: [shortened(text, longestInList)],
      }));
      if (items.length === 0) return sentence(say.noTemplates);
      const buttons = step.templates.slice(0, mostTemplates).map(({ name, text }): Button => {
        return {
          title: shortened(say.writeWith(name), longestTitle),
          action: { form: { kind: 'announcement', text } },
        };
      });
      const blocks: Block[] = [
        { kind: 'list', heading: null, items },
        { kind: 'text', paragraphs: [say.useTemplate] },
      ];
      return { lead: say.templates(items.length), blocks, buttons };
    }
    case 'status': {
      const { version, isAhead, recall } = step.announced;
      const isUndoable = recall === null;
      const undo: Button = { title: setting.tell.undo(version), action: { undo: version } };
      return {
        lead: statusText(step.announced, setting),
        blocks: unreachedBlocks(step.unreached, step.more, setting),
        buttons: [
          ...(isAhead ? [] : [statusButton(version, setting)]),
          ...(isUndoable ? [undo] : []),
          button(say.buttons.list, asking('list')),
        ],
      };
    }
  }
}

/** Where a message stands, in a sentence or two. */
export function statusText({ audience, isAhead, dueAt, progress, recall }: Announced, setting: Setting): string {
  const say = announceIn(setting);
  const to = audienceText(audience, setting);
  const unreached = unreachedCount(progress);
  if (recall && isUnsent(progress)) return capital(say.withdrawn(to));
  if (!recall && !isAhead && isUnsent(progress)) return say.starting(to);
  if (isAhead) return capital(say.scheduled(to, momentText(dueAt, setting)));
  const how =
    progress.waiting > 0
      ? say.sending(to, progress.sent, progress.waiting, unreached)
      : say.report(to, progress.sent, unreached);
  if (!recall) return how;
  return `${how} ${say.recallProgress(recall.sent, recall.waiting, failedCount(recall))}`;
}

function isUnsent({ sent, waiting, failed }: Progress): boolean {
  return sent + waiting + failed.length === 0;
}

function failedCount({ failed, missed }: Progress): number {
  return failed.reduce((sum, { count }) => sum + count, missed);
}

export function unreachedBlocks(unreached: readonly NotReached[], more: number, setting: Setting): Block[] {
  if (unreached.length === 0) return [];
  const say = announceIn(setting);
  const items = unreached.map(({ name, reason }): Item => {
    return { title: name ?? capital(say.someone), details: [say.reason[reason]] };
  });
  const rest: Item[] = more === 0 ? [] : [{ title: say.andMore(more), details: [] }];
  return [{ kind: 'list', heading: say.unreachedHeading, items: [...items, ...rest] }];
}

function listPage(announced: readonly Announced[], setting: Setting): Page {
  const say = announceIn(setting);
  const [ahead, sent] = [announced.filter(isWaiting), announced.filter((one) => !isWaiting(one))];
  const itemOf = (one: Announced): Item => ({
    title: `${capital(momentText(one.dueAt, setting))}: ${audienceText(one.audience, setting)}`,
    details: [shortened(one.text, longestInList), statusText(one, setting)],
  });
  const lists = [[say.ahead, ahead] as const, [say.sent, sent] as const].flatMap(([heading, those]): Block[] =>
    those.length === 0 ? [] : [{ kind: 'list', heading, items: those.map(itemOf) }],
  );
  const [first] = ahead;
  const undo: Button[] = first ? [{ title: setting.tell.undo(first.version), action: { undo: first.version } }] : [];
  return { lead: say.listed(ahead.length, sent.length), blocks: lists, buttons: undo };
}

function isWaiting({ isAhead, recall }: Announced): boolean {
  return isAhead && recall === null;
}
