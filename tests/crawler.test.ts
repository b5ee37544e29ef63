// Every button that the bot ever shows, pressed: from what people ask and write, from button to button, until none is new.
import { afterAll, describe, expect, it } from 'vitest';
import { makeCore } from '../src/core.ts';
import { calendarRoute } from '../src/http/calendar.ts';
import { instantOf } from '../src/settings.ts';
import { openMemory } from '../src/store/sqlite.ts';
import type { FormReply, Incoming, Memory, Reply } from '../src/turn/turn-types.ts';
import { reference } from './support/notices.ts';
import { base, readCases } from './support/question-table.ts';
import { member, type Person, secretary } from './support/secretariat.ts';
import { keptLog, startService } from './support/service.ts';
import { svUpdates } from './updates.sv.table.ts';

type Locale = 'sv' | 'en';
type Button = Reply['suggestions'][number];
/** A sentence, or the title of a button of the reply before. */
type Step = { readonly say: string } | { readonly press: string; readonly action: unknown };
type Path = readonly Step[];

/** What says that a press came to nothing. */
const refusals =
  /Det hittar jag inte i planen|Det kan jag inte göra|Något gick fel|fungerar inte längre|Skriv en fråga|känner inte igen|inget kommande möte|ingen budget|hittar inga|Ingenting har ändrats. Fråga|gick inte att|I cannot find that|I cannot do that|Something went wrong|no longer works|Write a question|do not recognise|no upcoming meeting|no budget|I find no|could not be/;

const acts = new Set(['start', 'stop', 'pause', 'resume', 'subscribe', 'rotate', 'revoke', 'file']);

/** Whether a press changes something, so that what comes after it depends on it. */
function isActing(action: unknown): boolean {
  if (typeof action !== 'object' || action === null) return false;
  if ('query' in action) {
    const { query } = action as { query: { kind: string; act?: string } };
    return query.kind === 'update' || acts.has(query.act ?? '');
  }
  return !('url' in action);
}

/** Buttons that differ only in what is made anew each time are the same. */
function keyOf({ title, action }: Button, locale: Locale): string {
  const text = JSON.stringify(action);
  const isOwn = /"(?:confirm|withdraw|look|undo|url)":/.test(text);
  const what = isOwn ? `${title} ${/"\w+"/.exec(text)?.[0]}` : text.replaceAll(/"link":"[^"]*"/g, '"link"');
  return `${locale} ${what.replaceAll(/\d+/g, '#')}`;
}

const stops: (() => unknown)[] = [];
afterAll(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Somebody's conversation with a bot that has forgotten everything else. */
async function world(who: Person, locale: Locale, now: string) {
  const store = await openMemory();
  // Else there is nobody to send a message to.
  await store.references.put(
    reference({
      recipient: { kind: 'person', tenant: who.tenant, person: who.person },
      refreshedAt: '2019-01-01T08:00:00.000Z',
    }),
  );
  let address = 'http://127.0.0.1';
  const clock = () => instantOf(now, base.region.timeZone);
  const core = await makeCore(base, store, [secretary.person], clock, keptLog(), {
    address: () => ({ url: address, worksOutside: false }),
  });
  let memory: Memory = null;
  const incoming = (fields: Partial<Incoming>): Incoming => ({
    text: '',
    locale,
    conversation: 'chatt',
    scope: 'personal',
    sender: who,
    mentions: [],
    action: null,
    ...fields,
  });
  async function take(step: Step): Promise<Reply> {
    const asked = 'say' in step ? incoming({ text: step.say }) : incoming({ text: step.press, action: step.action });
    const turn = await core.turns.takeTurn(asked, memory);
    memory = JSON.parse(JSON.stringify(turn.memory));
    return turn.reply;
  }
  return {
    take,
    forget() {
      memory = null;
    },
    openForm: (action: unknown): Promise<FormReply> => core.turns.openForm(incoming({ action }), memory),
    submit: (action: unknown) => core.turns.submitForm(incoming({ action }), memory),
    welcome: () => core.turns.welcome('personal', locale),
    async serve() {
      const service = await startService({
        turns: core.turns,
        routes: [calendarRoute(core.calendars, () => new Date())],
      });
      address = service.url;
      stops.push(service.stop);
    },
    async stop() {
      core.stop();
      await store.close();
    },
  };
}

interface Crawl {
  /** What each press that came to nothing said, after which path. */
  readonly dead: string[];
  readonly pressed: number;
}

const pathText = (path: Path): string => path.map((step) => ('say' in step ? step.say : `[${step.press}]`)).join(' → ');

/** Breadth first from the roots, each button once. */
async function crawl(roots: readonly string[], who: Person, locale: Locale, now: string): Promise<Crawl> {
  const shared = await world(who, locale, now);
  const seen = new Set<string>();
  const dead: string[] = [];
  const queue: { path: Path; button: Button; from: Reply }[] = [];
  const meet = (path: Path, reply: Reply): void => {
    for (const button of reply.suggestions) {
      const key = keyOf(button, locale);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({ path, button, from: reply });
    }
  };
  const fail = (path: Path, why: string): void => void dead.push(`${pathText(path)}: ${why.slice(0, 160)}`);

  /** The reply at the end of a path; where something on the way acts, in a world of its own. */
  async function follow(path: Path): Promise<Reply> {
    const acting = path.some((step) => ('press' in step ? isActing(step.action) : wishes.has(step.say)));
    if (!acting) {
      shared.forget();
      const last = path.at(-1);
      if (!last) throw new Error('an empty path');
      return shared.take(last);
    }
    const own = await world(who, locale, now);
    let reply: Reply | null = null;
    for (const step of path) {
      const action = 'press' in step ? reply?.suggestions.find(({ title }) => title === step.press)?.action : null;
      reply = await own.take('press' in step ? { press: step.press, action: action ?? step.action } : step);
    }
    await own.stop();
    if (!reply) throw new Error('an empty path');
    return reply;
  }

  async function openForm(path: Path, action: unknown): Promise<void> {
    const opened = await shared.openForm(action);
    if (opened.kind !== 'form') return fail(path, opened.text);
    const [submit] = (opened.card.actions ?? []) as { data: object }[];
    // As it is, without anything filled in: shown again with what is missing, or taken.
    const sent = await shared.submit({ ...submit?.data });
    if (sent.kind === 'message') fail(path, sent.text);
  }

  async function press({ path, button, from }: (typeof queue)[number]): Promise<void> {
    const { title, action } = button;
    const next: Path = [...path, { press: title, action }];
    if (typeof action !== 'object' || action === null) return fail(next, 'carries nothing');
    if ('form' in action) return openForm(next, action);
    if ('url' in action) return;
    const reply = await follow(next);
    if (reply.text.trim() === '') fail(next, 'says nothing');
    if (refusals.test(reply.text)) fail(next, reply.text);
    // Of a card to fill in, nothing was: it is shown again.
    const isFilledIn = JSON.stringify(from.card).includes('"Input.');
    if (!isFilledIn && reply.text === from.text && JSON.stringify(reply.card) === JSON.stringify(from.card))
      fail(next, 'says what was said before');
    meet(next, reply);
  }

  meet([{ say: '(welcome)' }], shared.welcome());
  for (const root of roots) {
    const reply = await follow([{ say: root }]);
    meet([{ say: root }], reply);
  }
  for (let next = queue.shift(); next; next = queue.shift()) await press(next);
  await shared.stop();
  return { dead, pressed: seen.size };
}

const asked = ['dev', 'members', 'officers', 'visitors'].flatMap(readCases);
const questions = (locale: Locale): string[] =>
  asked.filter(({ lang }) => lang === locale).flatMap(({ turns }) => turns.slice(0, 1).map(({ ask }) => ask));

/** What is no question of the plan: help, wishes, changes, and what is vague enough to be asked about. */
const others: Readonly<Record<Locale, readonly string[]>> = {
  sv: [
    'hej',
    'vad kan du?',
    'hjälp',
    'vad får jag göra?',
    'vad har ändrats?',
    'vilka frågor kunde du inte svara på?',
    'vilka påminnelser har jag?',
    'påminn mig en vecka innan kommitténs möten',
    'påminn mig',
    'pausa påminnelserna',
    'skicka ett veckobrev',
    'hur går det med påminnelserna?',
    'ge mig en kalenderlänk till ledningsgruppens möten',
    'mina kalenderlänkar',
    'lägg nästa möte i min kalender',
    'lägg kommitténs möten i min kalender',
    'visa året',
    'visa rotationen',
    'visa status',
    'hur stor är budgeten för 2020?',
    'nästa möte 2025',
    'kommitténs möten i juli',
    'flytta mötet',
    'ställ in mötet',
    'elväg: försenad',
    'ångra',
    'skicka till alla: mötet i maj blir digitalt',
    'visa utskicken',
    'visa mallarna',
  ],
  en: [
    'hello',
    'what can you do?',
    'what am I allowed to do?',
    'what has changed?',
    'remind me a week before the committee’s meetings',
    'remind me',
    'my reminders',
    'give me a calendar link to the management group’s meetings',
    'show the year',
    'show the rotation',
    'show status',
    'how big is the budget for 2020?',
    'move the meeting on 9 May to 16 May',
  ],
};
/** One sentence of each kind of change, and every tenth of the rest. */
const changes = svUpdates
  .filter(([, kind], index) => index % 10 === 0 || svUpdates.findIndex(([, other]) => other === kind) === index)
  .map(([text]) => text);

/** What changes something as soon as it is written: each in a world of its own. */
const wishes: ReadonlySet<string> = new Set([...others.sv, ...others.en, ...changes]);

describe('every button', () => {
  it.each([
    ['a member', member, 'sv', '2019-03-01T09:00', []],
    ['a member', member, 'en', '2019-03-01T09:00', []],
    ['a member after the plan', member, 'sv', '2020-02-01T09:00', []],
    ['a secretary', secretary, 'sv', '2019-03-01T09:00', changes],
    ['a secretary', secretary, 'en', '2019-03-01T09:00', []],
  ] as const)(
    'that %s may meet (%#) leads to an answer',
    async (_, who, locale, now, more) => {
      const { dead, pressed } = await crawl([...questions(locale), ...others[locale], ...more], who, locale, now);
      expect(dead).toEqual([]);
      expect(pressed).toBeGreaterThan(40);
    },
    120_000,
  );

  it.each([
    [member, 'sv', 'vad kan du?'],
    [member, 'en', 'what can you do?'],
    [secretary, 'sv', 'vad kan du?'],
    [secretary, 'en', 'what can you do?'],
    [secretary, 'sv', 'vad får jag göra?'],
    [member, 'sv', 'vad får jag göra?'],
  ] as const)('sentence of help works, too (%#)', async (who, locale, question) => {
    const bot = await world(who, locale, '2019-03-01T09:00');
    stops.push(bot.stop);
    const { spoken } = await bot.take({ say: question });
    const examples = [...spoken.matchAll(/[”“]([^”“]{4,}?)[”]/g)].map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(question.includes('får') && who === member ? -1 : 8);
    for (const example of examples.filter((one) => !/@|^ordet betyder|^the word|means|ångra|undo/.test(one))) {
      bot.forget();
      const { text } = await bot.take({ say: example });
      expect(text, example).not.toMatch(refusals);
      expect(text, example).not.toMatch(/förstod inte|did not understand/);
    }
  });

  it('that opens a calendar opens one', async () => {
    const bot = await world(member, 'sv', '2019-03-01T09:00');
    stops.push(bot.stop);
    await bot.serve();
    const replies = [
      await bot.take({ say: 'ge mig en kalenderlänk till ledningsgruppens möten' }),
      await bot.take({ say: 'lägg nästa möte i min kalender' }),
    ];
    const urls = replies.flatMap(({ suggestions }) =>
      suggestions.flatMap(({ action }) => (Object(action).url ? [String(Object(action).url)] : [])),
    );
    expect(urls.length).toBeGreaterThan(2);
    for (const url of urls.filter((one) => /^(?:http:|webcal:)/.test(one))) {
      const { status } = await fetch(url.replace(/^webcal:/, 'http:'));
      expect(status, url).toBe(200);
    }
  });
});
