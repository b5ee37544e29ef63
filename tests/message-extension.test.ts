// The search box in Teams' message field, through the real endpoint as Teams asks it.
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeCore } from '../src/core.ts';
import { cardSize, largestCard } from '../src/render/card.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';
import { base, fold } from './support/question-table.ts';
import { keptLog, message, type Service, startService } from './support/service.ts';

const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const Result = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(
      z.object({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.looseObject({ version: z.literal('1.5'), body: z.array(z.looseObject({})) }),
        preview: z.object({
          contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
          content: z.object({ title: z.string().min(1).max(120), text: z.string().max(120) }),
        }),
      }),
    ),
  }),
});
const Nothing = z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) });

let now = '2019-03-01T09:00';
let service: Service;
let store: Store;
let stop = async () => {};
beforeAll(async () => {
  store = await openMemory();
  const core = await makeCore(base, store, [], () => instantOf(now, base.region.timeZone), keptLog());
  service = await startService({ turns: core.turns });
  stop = async () => {
    await service.stop();
    core.stop();
    await store.close();
  };
});
afterAll(() => stop());

/** As Teams asks while somebody types, in a chat that the bot need not be in. */
async function ask(value: unknown, more: object = {}) {
  const fields = { type: 'invoke', name: 'composeExtension/query', text: undefined, value, deliveryMode: undefined };
  const { status, body } = await service.post(message('', { ...fields, ...more }));
  return { status, body: body === '' ? null : (JSON.parse(body) as unknown) };
}
const typed = (text: string, queryOptions: object = { skip: 0, count: 25 }) => ({
  commandId: 'searchPlan',
  parameters: [{ name: 'query', value: text }],
  queryOptions,
});
async function search(text: string, more: object = {}, options?: object) {
  const { status, body } = await ask(typed(text, options), more);
  expect(status).toBe(200);
  const { attachments } = Result.parse(body).composeExtension;
  return attachments.map(({ content, preview }) => ({ ...preview.content, card: content }));
}
const english = { locale: 'en-GB' };

describe('a search', () => {
  it.each([
    // Meetings
    ['kommitté maj', 'sv', /torsdag 9 maj/i, /Nynäshamn/],
    ['9 maj', 'sv', /9 maj/, /samarbetskommitté/],
    ['ledningsgr', 'sv', /8 mars/, /Ledningsgruppen/],
    ['när är nästa kommittémöte?', 'sv', /torsdag 4 april/i, /Botkyrka/],
    ['committee april', 'en', /Thursday 4 April/, /Botkyrka/],
    // Activities
    ['elväg', 'sv', /Elväg/, /löpande/],
    ['elvag', 'sv', /Elväg/, /löpande/],
    ['bisnod', 'sv', /BISNOD/, /120\s000/],
    ['electric road', 'en', /Electric road/, /ongoing/],
    // Hosts
    ['värd 2020', 'sv', /Nynäshamn är värd för Rådslaget 2020/, /Källa/],
    ['rådslaget 2022', 'sv', /Tyresö är värd/, /Källa/],
    ['host 2020', 'en', /Nynäshamn/, /Source/],
    // Networks
    ['nätverk klimat', 'sv', /klimat/i, /./],
    ['YH', 'sv', /YH/, /./],
    ['climate network', 'en', /Climate/, /./],
    // A word that is spelt wrong
    ['kommitén april', 'sv', /torsdag 4 april/i, /samarbetskommitté/],
  ] as const)('for "%s" (%s) finds it', async (text, locale, title, details) => {
    const [first, ...others] = await search(text, locale === 'en' ? english : {});
    const found = [first, ...others].slice(0, 3).find((one) => one && title.test(one.title));
    expect(found?.title, JSON.stringify([first, ...others].map((one) => one?.title))).toMatch(title);
    expect(found?.text).toMatch(details);
  });

  it('has what is near before anything is typed', async () => {
    const initial = { commandId: 'searchPlan', parameters: [{ name: 'initialRun', value: 'true' }] };
    const { body } = await ask({ ...initial, queryOptions: { skip: 0, count: 25 } });
    const titles = Result.parse(body).composeExtension.attachments.map(({ preview }) => preview.content.title);
    expect(titles[0]).toMatch(/Fredag 8 mars/);
    expect(titles.join('\n')).toMatch(/Värdkommuner/);
    expect(titles.join('\n')).toMatch(/nätverk/);
  });

  it('has the latest when the plan is over', async () => {
    now = '2020-02-01T09:00';
    const titles = (await search('')).map(({ title }) => title);
    now = '2019-03-01T09:00';
    expect(titles[0]).toMatch(/^(?:Hösten 2019|Torsdag 19 december)/);
  });

  it('goes on where the list ended', async () => {
    const all = await search('kommitté');
    const [first, second] = [
      await search('kommitté', {}, { skip: 0, count: 2 }),
      await search('kommitté', {}, { skip: 2, count: 2 }),
    ];
    expect([...first, ...second].map(({ title }) => title)).toEqual(all.slice(0, 4).map(({ title }) => title));
  });

  it('says in the language of the client that nothing fits, and what would', async () => {
    const text = Nothing.parse((await ask(typed('xyzzy'))).body).composeExtension.text;
    expect(text).toMatch(/Inget i planen passar ”xyzzy”/);
    expect(Nothing.parse((await ask(typed('xyzzy'), english)).body).composeExtension.text).toMatch(
      /Nothing in the plan/,
    );
  });

  it.each([
    ['of another command', { commandId: 'other', parameters: [] }, 400],
    ['without a value', 'text', 400],
    ['with damaged parameters', { commandId: 'searchPlan', parameters: 'x', queryOptions: 5 }, 200],
    ['with a huge text', typed('å'.repeat(100_000)), 200],
    ['with odd numbers', typed('maj', { skip: -5, count: 1e9 }), 200],
    ['with what is no text', { commandId: 'searchPlan', parameters: [{ name: 'query', value: { a: 1 } }] }, 200],
    ['with markup', typed('<script>[x](https://evil.example)</script>'), 200],
  ])('%s is answered with %j', async (_, value, status) => {
    expect((await ask(value)).status).toBe(status);
  });

  it('leaves no trace of the conversation that it was made from', async () => {
    const before = await store.references.count();
    const elsewhere = { conversation: { id: '19:elsewhere', conversationType: 'groupChat', tenantId: 'x' } };
    await search('elväg', elsewhere);
    expect(await store.references.count()).toEqual(before);
  });
});

describe('what is put into a conversation', () => {
  it('stands alone, says the preview’s facts, and is taken by Microsoft’s parser', async () => {
    for (const text of ['', 'kommitté', 'salem', 'elväg', 'värd', 'nätverk', 'klimat', 'budget', 'vad händer i år'])
      for (const more of [{}, english])
        for (const { text: details, card } of await search(text, more)) {
          expect(cardSize(card)).toBeLessThanOrEqual(largestCard);
          const context = new adaptiveCards.SerializationContext();
          const parsed = new adaptiveCards.AdaptiveCard();
          parsed.parse(card, context);
          expect(context.eventCount).toBe(0);
          const bare = (one: string): string => fold(one).replaceAll(/[.,:"{}\s]/g, '');
          const said = bare(JSON.stringify(card.body));
          for (const part of details.split(/ · |…|, |: /)) expect(said, details).toContain(bare(part));
          expect(card.actions).toBeUndefined();
        }
  });
});
