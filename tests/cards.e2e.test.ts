// Every kind of card in Microsoft's renderer: at phone and desk width, light, dark and high contrast. Pictures to look at.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormRequest } from '../src/form.ts';
import { swedishHolidays } from '../src/holidays.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId } from '../src/plan/ids.ts';
import { mergeNotices } from '../src/reminders/merge.ts';
import type { Notice, NoticeContent } from '../src/reminders/notice.ts';
import { toCard } from '../src/render/card.ts';
import { renderMessage } from '../src/render/messages.ts';
import { type Block, longestTitle } from '../src/render/page.ts';
import { toMessage } from '../src/teams/outgoing.ts';
import type { Reply } from '../src/turn/turn-types.ts';
import { browserPath, launch, tellWhereSkipped } from './support/browser.ts';
import { type Exhibit, exhibit, type Theme } from './support/gallery.ts';
import { plan } from './support/question-table.ts';
import { member, secretary, startSecretariat } from './support/secretariat.ts';
import { tenant } from './support/service.ts';

tellWhereSkipped('cards.e2e.test.ts');

const exhibitOf = (name: string, reply: Reply): Exhibit => {
  const { text = '', attachments = [] } = toMessage(reply, 'messageBack');
  return { name, text, card: attachments[0]?.content ?? null };
};

/** A conversation that meets every kind of card. */
async function collect(): Promise<Exhibit[]> {
  const bot = await startSecretariat();
  const shown: Exhibit[] = [];
  const show = (name: string, reply: Reply): void => void shown.push(exhibitOf(name, reply));
  const say = async (text: string, who = member, more: object = {}) => {
    const reply = await bot.say(text, who, { ...more, conversation: `${who.teamsId}-${shown.length}` });
    show(text, reply);
    return reply;
  };
  for (const question of [
    'vad kan du?',
    'när är nästa kommittémöte?',
    'kommitténs möten i år',
    'vad händer i april?',
    'visa året',
    'visa rotationen',
    'vem är värd 2020?',
    'vad ligger på Haninge i år?',
    'berätta om elvägen',
    'vad kostar BISNOD-analysen?',
    'aktiviteter inom näringsliv',
    'vilka nätverk finns?',
    'berätta om samarbetskommittén',
    'mål inom klimat',
    'visa hela budgeten',
    'vad är visionen?',
    'vilka möten saknar plats?',
    'vilka konstigheter finns i planen?',
    'vad har Meeri Wasberg för telefonnummer?',
    'påminn mig',
    'påminn mig en vecka innan kommitténs möten',
    'ge mig en kalenderlänk till ledningsgruppens möten',
    'lägg nästa möte i min kalender',
    'vad får jag göra?',
  ])
    await say(question);
  await say('vad får jag göra?', secretary);
  await say('vad kan du?', secretary);
  const preview = await say(
    'flytta kommittémötet 9 maj till 30 maj kl 13 i Salem eftersom salen är upptagen',
    secretary,
  );
  show('kvitto', await bot.press(preview.press(/^Ja/), secretary));
  for (const status of [
    'elväg: försenad, väntar på Trafikverket',
    'BISNOD-analysen är klar',
    'nya YH-utbildningar: på gång',
  ]) {
    const asked = await say(status, secretary);
    await bot.press(asked.press(/^Ja/), secretary);
  }
  await say('visa status');
  await say('vad har ändrats?');
  await say('flytta mötet', secretary);
  await say('hur går det med påminnelserna?', secretary);
  await say('when is the next committee meeting?', member, { locale: 'en' });
  await say('show the year', member, { locale: 'en' });
  const forms: FormRequest[] = [
    { kind: 'new-meeting' },
    { kind: 'meeting', meeting: null },
    { kind: 'meeting', meeting: MeetingId.parse('samarbetskommitten-2019-05-09') },
    { kind: 'status', activity: null },
    { kind: 'activity', activity: ActivityId.parse('elvag') },
    { kind: 'hosts', conference: ConferenceId.parse('radslaget'), year: 2027 },
    { kind: 'role', group: GroupId.parse('samarbetskommitten'), role: 'chair' },
  ];
  for (const form of forms) {
    const opened = await bot.openForm(form);
    if (opened.kind === 'form') shown.push({ name: `formulär: ${form.kind}`, text: opened.text, card: opened.card });
  }
  await say('spara mallen kallelse: Hej! Här kommer kallelsen, se https://example.com/kallelse', secretary);
  await say('fråga om status en månad före kommitténs möten', secretary);
  await bot.stop();
  return [...shown, ...ownMessages(), longWords()];
}

/** What the bot sends of its own accord: kinds of notice, alone and merged. */
function ownMessages(): Exhibit[] {
  const now = new Date('2019-03-21T11:00:00.000Z');
  const recipient = { kind: 'person' as const, tenant, person: 'lena' };
  const meeting = MeetingId.parse('samarbetskommitten-2019-04-04');
  const inMay = MeetingId.parse('samarbetskommitten-2019-05-09');
  const activity = ActivityId.parse('elvag');
  const lead = { amount: 14, unit: 'days' as const };
  const of = (start: string, what: Extract<NoticeContent, { kind: 'reminder' }>['of']): NoticeContent => ({
    kind: 'reminder',
    of: what,
    start,
    lead,
  });
  const health = {
    sent: 12,
    doubtful: 1,
    failed: [{ reason: 'blocked' as const, count: 2 }],
    missed: 1,
    dropped: 0,
    waiting: 3,
    oldestDue: null,
    nextDue: '2019-03-28T11:00:00.000Z',
    since: '2019-03-14',
    subscriptions: 5,
    recipients: 3,
    next: null,
    lockedOutSince: null,
  };
  const background = { subscriptions: [], holidays: swedishHolidays(), health, answers: [], report: null };
  const april = of('2019-04-04T10:00:00.000Z', { kind: 'meeting', meeting });
  const messages: [name: string, contents: NoticeContent[]][] = [
    ['påminnelse', [april]],
    [
      'påminnelser',
      [
        april,
        of('2019-05-09T10:00:00.000Z', { kind: 'meeting', meeting: inMay }),
        of('2020-01-01T00:00:00.000Z', { kind: 'hosting', conference: ConferenceId.parse('radslaget'), year: 2020 }),
      ],
    ],
    ['inställt', [{ kind: 'cancelled', meeting: inMay, version: 1 }]],
    ['statusfråga', [{ kind: 'check-in', activity, meeting, again: false }]],
    ['veckobrev', [{ kind: 'digest', week: '2019-04-01' }]],
    ['veckorapport', [{ kind: 'heartbeat', week: '2019-03-18' }]],
  ];
  return messages.flatMap(([name, contents]) => {
    const notices = contents.map((content, index): Notice => {
      const [dueAt, expiresAt] = ['2019-03-21T11:00:00.000Z', '2019-12-31T00:00:00.000Z'];
      return { key: `${name} ${index}`, recipient, content, dueAt, expiresAt };
    });
    return mergeNotices(notices).map((message) =>
      exhibitOf(name, { ...renderMessage(message, plan, 'sv', now, background), locale: 'sv' }),
    );
  });
}

/** Words longer than a phone is wide in every kind of block, and a button as long as it may be. */
function longWords(): Exhibit {
  const word = 'Kommunstyrelseordförandekonferensförberedelsearbetsgruppssammanträde';
  const blocks: Block[] = [
    { kind: 'fields', rows: [[word, word]] },
    { kind: 'list', heading: word, items: [{ title: word, details: [word, word] }] },
    { kind: 'text', paragraphs: [word] },
    { kind: 'table', heads: ['År', word, word], rows: [{ cells: [['2019'], [word], [word]], isNow: true }] },
    { kind: 'bars', rows: [{ label: word, value: '1 av 3', count: 1, of: 3 }] },
    { kind: 'address', label: 'Adress', url: `https://example.com/${word}` },
  ];
  const twin = { spoken: word, speak: word };
  const card = toCard([{ lead: word, blocks }], { notes: [word], source: word }, twin);
  const suggestions = [{ title: word.slice(0, longestTitle), action: { query: {} } }];
  return exhibitOf('långa ord', { text: word, spoken: word, locale: 'sv', suggestions, card });
}

describe.skipIf(!browserPath)('every kind of card', () => {
  let browser: Browser;
  let page: Page;
  let exhibits: Exhibit[];
  beforeAll(async () => {
    mkdirSync('tests/output', { recursive: true });
    exhibits = await collect();
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  it.each((['light', 'dark', 'contrast'] as const).flatMap((theme) => [[theme, 320] as const, [theme, 640] as const]))(
    'fits its place in %s at %d pixels',
    async (theme: Theme, width) => {
      const tooWide = await exhibit(page, exhibits, theme, width);
      await page.screenshot({ path: `tests/output/cards-${theme}-${width}.png`, fullPage: true });
      expect(tooWide).toEqual([]);
    },
  );

  it.each([
    ['visa rotationen', 'rotation', 'light'],
    ['visa status', 'status', 'light'],
    ['flytta kommittémötet 9 maj', 'preview', 'dark'],
  ] as const)('of those that the README shows: %s', async (name, file, theme) => {
    const [shown] = exhibits.filter((one) => one.name.startsWith(name));
    expect(shown).toBeDefined();
    await exhibit(page, shown ? [shown] : [], theme, 360);
    await page.locator('.message').screenshot({ path: `tests/output/card-${file}.png` });
  });

  it('has something to see in every element that shows text', async () => {
    await exhibit(page, exhibits, 'light', 320);
    const texts = await page.locator('.ac-textBlock').allTextContents();
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.trim() === '' || /undefined|null|\{\{/.test(text))).toEqual([]);
  });
});
