// Links from answers in chat to the row or view of the tab that they are about.
import { describe, expect, it } from 'vitest';
import { makeCore } from '../src/core.ts';
import { tabLink } from '../src/render/tab-link.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import { base } from './support/question-table.ts';
import { member } from './support/secretariat.ts';
import { keptLog } from './support/service.ts';

const app = '99999999-9999-4999-8999-999999999999';

describe('a link to the tab', () => {
  it('names the app, the tab, and the row', () => {
    expect(tabLink(app, null)).toBe(`https://teams.microsoft.com/l/entity/${app}/plan`);
    const link = new URL(tabLink(app, { kind: 'meeting', id: 'kommitten-2019-04-04' }));
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'meeting kommitten-2019-04-04' });
  });
});

describe('an answer', () => {
  it.each([
    ['vem ansvarar för tvärförbindelsen?', 'activity tvarforbindelse-sodertorn'],
    ['vilka aktiviteter finns inom klimat?', 'plan'],
    ['vem är värd 2021?', 'hosts'],
    ['vad har ändrats sedan 1 januari?', 'changes'],
    ['hur stor är budgeten?', null],
    ['hej', null],
  ])('to "%s" links to %s', async (text, expected) => {
    const store = await openMemory();
    const clock = () => instantOf('2019-03-01T09:00', base.region.timeZone);
    const address = () => ({ url: 'https://bot.example', worksOutside: true });
    const core = await makeCore(base, store, [], clock, keptLog(), {
      address,
      tabLink: (target) => tabLink(app, target),
    });
    const incoming = {
      text,
      locale: 'sv',
      conversation: 'c',
      scope: 'personal',
      sender: member,
      mentions: [],
      action: null,
    } as const;
    const { reply } = await core.turns.takeTurn(incoming, null);
    const links = reply.suggestions.filter(({ title }) => title === 'Visa i fliken').map(({ action }) => action);
    expect(links.map((link) => subPageOf(link))).toEqual(expected === null ? [] : [expected]);
    expect(reply.suggestions.length).toBeLessThanOrEqual(3);
    core.stop();
    await store.close();
  });
});

function subPageOf(action: unknown): unknown {
  if (typeof action !== 'object' || action === null || !('url' in action)) return null;
  return JSON.parse(new URL(String(action.url)).searchParams.get('context') ?? '').subEntityId;
}
