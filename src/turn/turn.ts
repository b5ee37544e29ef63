// One message, start to end, without Teams: understand → answer → render, and what the conversation remembers.
import { TZDate } from '@date-fns/tz';
import { z } from 'zod';
import { answer } from '../answer/answer.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { Context, everyMeeting, type Focus, noContext, noFocus, Query, type SingleQuery } from '../query.ts';
import type { Locale } from '../render/dates.ts';
import { settingFor } from '../render/names.ts';
import { type Rendered, render, suggestionTitle } from '../render/render.ts';
import { understand } from '../understand/understand.ts';
import { makeVocabulary } from '../understand/vocabulary.ts';
import type { Apologise, Incoming, Memory, Reply, TakeTurn, Turn, Welcome } from './turn-types.ts';

/** What a conversation remembers: its subject, and the language it was last held in. */
const Remembered = z.strictObject({ context: Context, locale: z.enum(['sv', 'en']) });
type Remembered = z.infer<typeof Remembered>;

/** What a button carries. */
const ButtonAction = z.strictObject({ query: Query });

export interface Turns {
  readonly takeTurn: TakeTurn;
  readonly welcome: Welcome;
  readonly apologise: Apologise;
}

/** The region's wall clock at an instant. */
export function localNow(instant: Date, timeZone: string): LocalMoment {
  // A TZDate's ISO string is its wall clock: "2019-03-01T09:00:00.000+01:00".
  const wall = new TZDate(instant, timeZone).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** Makes the conversation's functions over one plan; the vocabulary is built once. */
export function makeTurn(plan: Plan, clock: Clock): Turns {
  const vocabulary = makeVocabulary(plan);

  function takeTurn(incoming: Incoming, memory: Memory): Turn {
    const remembered = recall(memory);
    const now = localNow(clock(), plan.region.timeZone);
    const pressed = ButtonAction.safeParse(incoming.action);
    if (pressed.success && refersToPlan(pressed.data.query, plan)) {
      const locale = remembered?.locale ?? incoming.locale ?? 'sv';
      return reply(pressed.data.query, locale, now, remembered);
    }
    const understood = understand(incoming.text, remembered?.context ?? noContext, plan, vocabulary, now);
    const locale = understood.language ?? remembered?.locale ?? incoming.locale ?? 'sv';
    return reply(understood.query, locale, now, remembered);
  }

  function reply(query: Query, locale: Locale, now: LocalMoment, remembered: Remembered | null): Turn {
    const answered = answer(query, plan, now);
    const subject = query.kind === 'not-in-plan' && query.understood ? query.understood : query;
    const about = subject === query ? answered : answer(subject, plan, now);
    const context = contextAfter(subject, about, remembered?.context ?? noContext);
    return {
      reply: toReply(render(answered, plan, locale, now.day), locale),
      memory: { context, locale } satisfies Remembered,
    };
  }

  function welcome(_scope: Incoming['scope'], locale: Locale): Reply {
    const today = localNow(clock(), plan.region.timeZone).day;
    const setting = settingFor(plan, locale, today);
    const text = setting.say.welcome(
      locale === 'sv' ? plan.region.cooperation.sv : (plan.region.cooperation.en ?? plan.region.cooperation.sv),
    );
    const suggestions = firstQuestions(plan).map((query) => ({
      title: suggestionTitle(query, setting),
      action: { query },
    }));
    return { text, spoken: text, card: null, suggestions, locale };
  }

  function apologise(reference: string, locale: Locale): Reply {
    const text = settingFor(plan, locale, localNow(clock(), plan.region.timeZone).day).say.apology(reference);
    return { text, spoken: text, card: null, suggestions: [], locale };
  }

  return { takeTurn, welcome, apologise };
}

/** The fields of queries that hold ids. */
const idFields: ReadonlySet<string> = new Set([
  'groups',
  'conferences',
  'municipalities',
  'municipality',
  'activities',
  'areas',
  'goals',
  'objectives',
  'people',
  'sections',
  'lines',
  'id',
]);

/** Whether every record that a button names is still in the plan: old chats keep old buttons. */
function refersToPlan(query: Query, plan: Plan): boolean {
  const lists = [
    plan.groups,
    plan.conferences,
    plan.municipalities,
    plan.activities,
    plan.areas,
    plan.goals,
    plan.objectives,
    plan.people,
    plan.sections,
    plan.budgetLines,
  ];
  const known = new Set<string>(lists.flatMap((list) => list.map(({ id }) => id)));
  const ids: string[] = [];
  JSON.stringify(query, function (this: unknown, key: string, value: unknown) {
    if (idFields.has(key)) ids.push(...[value].flat().filter((id) => typeof id === 'string'));
    return value;
  });
  return ids.every((id) => known.has(id));
}

/** Memory from an older version, or damaged, is as good as none. */
function recall(memory: Memory): Remembered | null {
  const parsed = Remembered.safeParse(memory);
  return parsed.success ? parsed.data : null;
}

/** Small talk and misunderstandings leave the subject as it was. */
function contextAfter(query: Query, { parts }: Answer, before: Context): Context {
  if (query.kind === 'talk' || query.kind === 'not-in-plan') return before;
  return { last: query, focus: parts.map(({ focus }) => focus).reduce(mergedFocus, noFocus) };
}

function mergedFocus(a: Focus, b: Focus): Focus {
  return {
    meetings: [...a.meetings, ...b.meetings],
    activities: [...a.activities, ...b.activities],
    conferences: [...a.conferences, ...b.conferences],
    year: b.year ?? a.year,
  };
}

function toReply({ text, spoken, card, suggestions }: Rendered, locale: Locale): Reply {
  return {
    text,
    spoken,
    card,
    suggestions: suggestions.map(({ title, query }) => ({ title, action: { query } })),
    locale,
  };
}

/** Three questions that any plan can answer, for the welcome. */
function firstQuestions(plan: Plan): SingleQuery[] {
  const [municipality] = plan.municipalities;
  return [
    { ...everyMeeting, which: 'next' },
    { kind: 'hosts', conferences: [], period: null, municipalities: [], which: 'all', aspect: 'who' },
    ...(municipality ? [{ kind: 'municipality' as const, municipality: municipality.id, period: null }] : []),
  ];
}
