// From a sentence to a calendar: links asked for in chat are fetched over the real server, changed and taken back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { LinkAction } from '../src/button.ts';
import { makeCore } from '../src/core.ts';
import { calendarRoute } from '../src/http/calendar.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import type { Incoming, Memory, Reply } from '../src/turn/turn-types.ts';
import { parsed } from './support/parsed-calendar.ts';
import { base } from './support/question-table.ts';
import { colleague, member, type Person, secretary } from './support/secretariat.ts';
import {
  developmentSettings,
  keptLog,
  type LogLine,
  message,
  postJson,
  type Service,
  startService,
} from './support/service.ts';

let now: string;
let store: Store;
let service: Service;
let worksOutside: boolean;
let logged: LogLine[];
let core: Awaited<ReturnType<typeof makeCore>>;
let memories: Map<string, Memory>;

beforeEach(async () => {
  [now, worksOutside, logged, memories] = ['2019-03-01T09:00', false, [], new Map()];
  store = await openMemory();
  const log = keptLog(logged);
  const clock = () => instantOf(now, base.region.timeZone);
  const address = () => ({ url: service.url, worksOutside });
  core = await makeCore(base, store, [secretary.person], clock, log, { address });
  service = await startService({ turns: core.turns, log, routes: [calendarRoute(core.calendars, clock)] });
});
afterEach(async () => {
  await service.stop();
  core.stop();
  await store.close();
});

async function take(incoming: Partial<Incoming>, sender: Person | null, scope: Incoming['scope']): Promise<Reply> {
  const conversation = `${scope} ${sender?.teamsId ?? 'nobody'}`;
  const whole = {
    text: '',
    locale: 'sv' as const,
    conversation,
    scope,
    sender,
    mentions: [],
    action: null,
    ...incoming,
  };
  const turn = await core.turns.takeTurn(whole, memories.get(conversation) ?? null);
  memories.set(conversation, JSON.parse(JSON.stringify(turn.memory)));
  return turn.reply;
}
const say = (text: string, sender: Person | null = member, scope: Incoming['scope'] = 'personal') =>
  take({ text }, sender, scope);
const press = (reply: Reply, title: RegExp, sender: Person | null = member, scope: Incoming['scope'] = 'personal') =>
  take({ action: reply.suggestions.find((one) => title.test(one.title))?.action }, sender, scope);

/** Where a button leads. */
function urlOf({ suggestions }: Reply, title: RegExp): string {
  const action = suggestions.find((one) => title.test(one.title))?.action;
  return typeof action === 'object' && action !== null && 'url' in action ? String(action.url) : '';
}
const feedUrl = (reply: Reply): string => urlOf(reply, /^(?:Öppna länken|Open the link)$/);

async function fetched(url: string) {
  const response = await fetch(url);
  return { status: response.status, events: response.ok ? parsed(await response.text()) : [] };
}

const asked = 'ge mig en kalenderlänk till ledningsgruppens möten';

describe('a link', () => {
  it('asked for in chat serves the meetings asked for', async () => {
    const reply = await say(asked);
    expect(reply.text).toBe(
      'Här är din kalenderlänk. Den visar möten med ledningsgruppen och följer med när planen ändras.',
    );
    const url = feedUrl(reply);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\.ics$/);
    expect(urlOf(reply, /Prenumerera i Outlook/)).toBe(url.replace('http:', 'webcal:'));
    const { status, events } = await fetched(url);
    expect(status).toBe(200);
    const own = base.meetings.filter(({ group }) => group === 'ledningsgruppen');
    expect(events.map(({ uid }) => uid.split('@')[0]).sort()).toEqual(own.map(({ id }) => id).sort());
  });

  it('stands letter by letter in the card, and in what is spoken', async () => {
    const reply = await say(asked);
    const { text } = JSON.parse(JSON.stringify(reply.card)).body.flatMap(
      (part: { inlines?: { text: string }[] }) => part.inlines ?? [],
    )[0];
    expect(text).toBe(feedUrl(reply));
    expect(reply.spoken).toContain(`Adress: ${feedUrl(reply)}\n`);
  });

  it('is kept nowhere: not in the log, not in the memory of the conversation', async () => {
    const token =
      feedUrl(await say(asked))
        .split('/')
        .at(-1)
        ?.replace('.ics', '') ?? '';
    expect(token).toHaveLength(43);
    expect(JSON.stringify([logged, [...memories]])).not.toContain(token);
  });

  it('follows a move that the secretary confirms, at the same address', async () => {
    const url = feedUrl(await say('prenumerera på kommitténs möten'));
    const find = async () =>
      (await fetched(url)).events.find(({ uid }) => uid.startsWith('samarbetskommitten-2019-05-09'));
    const before = await find();
    now = '2019-03-02T10:00';
    await say('flytta kommittémötet 9 maj till 16 maj kl 13', secretary);
    await say('ja', secretary);
    const after = await find();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.start).toBe('2019-05-16T11:00:00.000Z');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
  });

  it('shows what is asked for: everything, conferences, a municipality with activities, in English', async () => {
    const counts = [];
    for (const text of [
      'alla möten i min kalender',
      'konferenserna i kalendern',
      'calendar for Haninge, including activities',
    ])
      counts.push((await fetched(feedUrl(await say(text)))).events.length);
    const [all = 0, conferences = 0, municipality = 0] = counts;
    expect(all).toBeGreaterThan(15);
    expect(conferences).toBeGreaterThan(0);
    expect(conferences).toBeLessThan(all);
    expect(municipality).toBeGreaterThan(3);
  });

  it('to what somebody is reminded of shows that, at the time', async () => {
    const url = feedUrl(await say('det jag bevakar i min kalender'));
    expect(await fetched(url)).toEqual({ status: 200, events: [] });
    await store.subscriptions.put({
      id: '44444444-4444-4444-8444-444444444444',
      recipient: { kind: 'person', tenant: member.tenant, person: member.person },
      topic: { kind: 'everything' },
      leads: [],
      pausedUntil: null,
      locale: 'sv',
      setBy: { tenant: member.tenant, person: member.person, name: member.name },
      createdAt: '2019-03-01T08:00:00.000Z',
    });
    expect((await fetched(url)).events.length).toBeGreaterThan(15);
  });

  it('says how late programs fetch, and that it works only here', async () => {
    expect((await say(asked)).spoken).toMatch(/3–6 timmar[\s\S]*8–24 timmar|fungerar bara på den dator/);
    expect((await say(asked)).spoken).toContain('PUBLIC_URL');
    worksOutside = true;
    expect((await say(asked)).spoken).not.toContain('PUBLIC_URL');
  });

  it('asked for again tells of the first one', async () => {
    const first = feedUrl(await say(asked));
    const again = await say(asked);
    expect(again.spoken).toContain(`slutar på ${first.slice(-8, -4)}`);
    expect((await fetched(first)).status).toBe(200);
  });

  it('is refused beyond the thirtieth', async () => {
    for (let count = 0; count < 30; count++) await say(asked);
    const reply = await say(asked);
    expect(reply.text).toContain('30 kalenderlänkar');
    expect(feedUrl(reply)).toBe('');
  });
});

describe("one's own links", () => {
  it('are listed with what they show, how they end, and who fetched them last', async () => {
    expect((await say('mina kalenderlänkar')).text).toMatch(/^Du har inga kalenderlänkar/);
    const url = feedUrl(await say(asked));
    now = '2019-03-01T09:01';
    await say('alla möten i min kalender');
    await fetch(url, { headers: { 'user-agent': 'Microsoft Exchange/15.20 (Outlook)' } });
    const { spoken } = await say('vilka kalenderlänkar har jag?');
    expect(spoken.split('\n').slice(0, 3)).toEqual([
      'Du har 2 kalenderlänkar.',
      `Möten med ledningsgruppen, slutar på ${url.slice(-8, -4)}, skapad 1 mars, senast hämtad 1 mars av Outlook.`,
      expect.stringMatching(/^Alla möten och konferenser, slutar på .{4}, skapad 1 mars, inte hämtad än\.$/),
    ]);
  });

  it('get a new address, after which the old one serves an empty calendar', async () => {
    const old = feedUrl(await say(asked));
    const reply = await say('byt adress på min kalenderlänk');
    expect(reply.text).toMatch(/^Länken har fått en ny adress/);
    expect((await fetched(feedUrl(reply))).events.length).toBeGreaterThan(3);
    expect(await fetched(old)).toMatchObject({ status: 200, events: [] });
  });

  it('are taken away by their end, by their number, by what they show, or all', async () => {
    const first = feedUrl(await say(asked));
    await say(`ta bort länken som slutar på ${first.slice(-8, -4)}`);
    expect(await fetched(first)).toMatchObject({ events: [] });
    await say('alla möten i min kalender');
    now = '2019-03-01T09:01';
    await say(asked);
    now = '2019-03-01T09:02';
    await say('konferenserna i min kalender');
    expect((await say('ta bort länk 1')).text).toContain('alla möten och konferenser');
    expect((await say('ta bort kalenderlänken till ledningsgruppen')).text).toContain('möten med ledningsgruppen');
    await say(asked);
    expect((await say('ta bort alla mina kalenderlänkar')).text).toMatch(/^Dina 2 kalenderlänkar är borttagna/);
    expect((await say('sluta dela kalendern')).text).toBe('Du har inga kalenderlänkar.');
  });

  it('are asked for where several could be meant; a button chooses', async () => {
    const first = feedUrl(await say(asked));
    await say('alla möten i min kalender');
    const choice = await say('sluta dela kalendern');
    expect(choice.text).toBe('Vilken länk ska tas bort?');
    expect(choice.suggestions).toHaveLength(2);
    expect((await press(choice, /^Möten med ledningsgruppen/)).text).toContain('är borttagen');
    expect(await fetched(first)).toMatchObject({ events: [] });
  });

  it('are nobody else’s: another person can neither change nor remove them', async () => {
    const url = feedUrl(await say(asked));
    const end = url.slice(-8, -4);
    expect((await say(`ta bort länken som slutar på ${end}`, colleague)).text).toBe('Du har inga kalenderlänkar.');
    expect((await say('byt adress på min kalenderlänk', colleague)).text).toBe('Du har inga kalenderlänkar.');
    const list = await say('mina kalenderlänkar');
    expect((await press(list, /Ta bort länken/, colleague)).text).toBe('Du har inga kalenderlänkar.');
    expect((await fetched(url)).events.length).toBeGreaterThan(3);
  });

  it('are forgotten by the clock: an ended address is gone after its time', async () => {
    const url = feedUrl(await say(asked));
    await say('sluta dela kalendern');
    now = '2019-04-15T09:00';
    await core.feeds.tidy(instantOf(now, base.region.timeZone));
    expect((await fetched(url)).status).toBe(404);
  });
});

describe('a link is not given', () => {
  it.each(['group', 'channel'] as const)('where others read along: %s', async (scope) => {
    for (const text of [asked, 'mina kalenderlänkar', 'byt adress på min kalenderlänk', 'sluta dela kalendern']) {
      const reply = await say(text, member, scope);
      expect(reply.text).toContain('egen chatt');
      expect(JSON.stringify(reply)).not.toContain('.ics');
    }
    expect(await core.feeds.list({ tenant: member.tenant, person: member.person })).toEqual([]);
  });

  it('to somebody unknown', async () => {
    expect((await say(asked, null)).text).toContain('jag kan inte se vem du är');
  });
});

describe('a single meeting', () => {
  it('goes into a calendar by its file and by Teams’ own form', async () => {
    const reply = await say('lägg nästa kommittémöte i min kalender');
    expect(reply.text).toMatch(
      /^Med knappen lägger du in mötet med samarbetskommittén torsdag 4 april kl\. [\d.–]+ i din kalender/,
    );
    const { events } = await fetched(urlOf(reply, /Lägg till i kalendern/));
    expect(events.map(({ uid }) => uid.split('@')[0])).toEqual(['samarbetskommitten-2019-04-04']);
    const teams = new URL(urlOf(reply, /Teams/));
    expect(teams.host + teams.pathname).toBe('teams.microsoft.com/l/meeting/new');
    expect(teams.searchParams.get('startTime')).toMatch(/^2019-04-04T12:00:00\+02:00$/);
  });

  it.each(['group', 'channel'] as const)('is given in a %s too', async (scope) => {
    const url = urlOf(await say('lägg nästa möte i kalendern', member, scope), /Lägg till i kalendern/);
    expect((await fetched(url)).events).toHaveLength(1);
  });

  it('is the one shown before', async () => {
    const shown = await say('när är nästa kommittémöte?');
    const said = await say('lägg till det i kalendern');
    const pressed = await press(shown, /^Lägg i kalendern$/);
    expect(said.text).toContain('4 april');
    expect(pressed.text).toBe(said.text);
  });

  it.each([
    ['lägg mötet 17 januari i min kalender', 'Det mötet har redan varit.'],
    ['lägg mötet 3 juli i min kalender', 'Jag hittar inget sådant möte i planen.'],
    ['lägg det i min kalender', 'Jag hittar inget sådant möte i planen.'],
  ])('%s: %s', async (text, told) => {
    expect((await say(text)).text).toContain(told);
  });

  it('that is called off is not offered', async () => {
    await say('ställ in kommittémötet 9 maj', secretary);
    await say('ja', secretary);
    expect((await say('lägg kommittémötet 9 maj i min kalender')).text).toMatch(/^Det mötet är inställt\./);
  });

  it('of several has a button each, and a subscription beside', async () => {
    const reply = await say('möten i april i min kalender');
    expect(reply.suggestions.length).toBeLessThanOrEqual(6);
    expect(reply.suggestions.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/^Lägg till torsdag 4 april/),
    );
  });
});

describe('through Teams', () => {
  it('buttons that lead out are Action.OpenUrl, with the address as it is', async () => {
    const answer = await service.post(message(asked));
    const card = JSON.parse(JSON.stringify(answer.activities.at(-1)?.attachments)).at(0).content;
    const open = card.actions.filter(({ type }: { type: string }) => type === 'Action.OpenUrl');
    expect(open.map(({ title }: { title: string }) => title)).toEqual(['Prenumerera i Outlook', 'Öppna länken']);
    expect((await fetched(open[1].url)).events.length).toBeGreaterThan(3);
  });
});

describe('the whole app', () => {
  const settings = { ...developmentSettings, planDir: 'data/sodertorn', simulatedNow: '2019-03-01T09:00' };
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calendar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function linkFrom(publicUrl: string | null): Promise<{ url: string; card: string; fetchedStatus: number }> {
    const app = await createApp({ ...settings, publicUrl, dataDir: folder }, keptLog());
    const { port } = await app.start();
    const own = `http://127.0.0.1:${port}`;
    const { activities } = await postJson(`${own}/api/messages`, message(asked), {});
    const card = JSON.stringify(activities.at(-1)?.attachments);
    const url = /"title":"Öppna länken","url":"([^"]+)"/.exec(card)?.[1] ?? '';
    const { status } = await fetch(url.replace(publicUrl ?? own, own));
    await app.stop();
    return { url: url.replace(own, 'http://own'), card, fetchedStatus: status };
  }

  it('without PUBLIC_URL gives links to the port that it listens at, and says that they work only there', async () => {
    const { url, card, fetchedStatus } = await linkFrom(null);
    expect(url).toMatch(/^http:\/\/own\/calendar\/[\w-]{43}\.ics$/);
    expect(fetchedStatus).toBe(200);
    expect(card).toContain('PUBLIC_URL');
  });

  it('with PUBLIC_URL gives links to it', async () => {
    const { url, card, fetchedStatus } = await linkFrom('https://bot.example.se');
    expect(url).toMatch(/^https:\/\/bot\.example\.se\/calendar\/[\w-]{43}\.ics$/);
    expect(fetchedStatus).toBe(200);
    expect(card).not.toContain('PUBLIC_URL');
  });
});

describe('a button leads', () => {
  it.each([
    ['https://bot.example.se/calendar/x.ics', true],
    ['webcal://bot.example.se/calendar/x.ics', true],
    ['http://127.0.0.1:3978/calendar/x.ics', true],
    ['http://[::1]:3978/calendar/x.ics', true],
    ['http://bot.example.se/calendar/x.ics', false],
    ['http://127.0.0.1.example.se/x.ics', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['/calendar/x.ics', false],
    ['', false],
  ])('to %s: %s', (url, isOpenable) => {
    expect(LinkAction.safeParse({ url }).success).toBe(isOpenable);
  });
});
