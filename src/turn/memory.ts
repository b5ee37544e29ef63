// What a conversation remembers from one turn to the next.
import { z } from 'zod';
import { type DraftKind, PendingRequest, type Slot, UpdateRequest } from '../draft.ts';
import type { Answer, UpdateStage } from '../facts.ts';
import type { Identity } from '../plan/change.ts';
import { Context, type Focus, type Listed, noContext, noFocus, type Query } from '../query.ts';
import type { Memory } from './turn-types.ts';

/** What is between one person and the bot, also where others write in the same conversation. */
const Personal = z.strictObject({
  /** A change that the bot has asked for a part of, or has just shown and that may be amended. */
  pending: PendingRequest.nullable(),
  /**
   * The proposal that was shown last; `isFresh` while nothing else has been spoken of; `sure`: the number that it was
   * shown with for the second time.
   */
  proposal: z
    .strictObject({ id: z.string(), request: UpdateRequest, isFresh: z.boolean(), sure: z.int().optional() })
    .nullable(),
  /** The ledger's version when they last asked what has changed. */
  toldVersion: z.int().nonnegative().nullable(),
  /** Whether they were just asked if they are to be forgotten. */
  forgetting: z.literal(true).optional(),
});
export type Personal = z.infer<typeof Personal>;

export const Remembered = z.strictObject({
  /** Its `pending` is a person's, see `people`. */
  context: Context,
  /** The language that it was last held in; null before anybody wrote. */
  locale: z.enum(['sv', 'en']).nullable(),
  /** The last question, which praise and complaint are about. */
  asked: z.string().nullable(),
  /** By tenant and Entra id; the latest to write last. */
  people: z.array(z.tuple([z.string(), Personal])),
});
export type Remembered = z.infer<typeof Remembered>;

const nothing: Remembered = { context: noContext, locale: null, asked: null, people: [] };
const stranger: Personal = { pending: null, proposal: null, toldVersion: null };

/** In a conversation of more, those who have been silent longest begin anew. */
const mostPeople = 20;

const nameOf = (identity: Identity | null): string => (identity ? `${identity.tenant} ${identity.person}` : '');

/** What is remembered of somebody in a conversation. */
export function personalOf({ people }: Remembered, identity: Identity | null): Personal {
  return people.find(([name]) => name === nameOf(identity))?.[1] ?? stranger;
}

/** The people of a conversation after somebody has written. */
export function peopleAfter({ people }: Remembered, identity: Identity | null, mine: Personal): Remembered['people'] {
  const name = nameOf(identity);
  const others = people.filter(([other]) => other !== name);
  return [...others, [name, mine] satisfies [string, Personal]].slice(-mostPeople);
}

/** Memory from an older version, or damaged, is as good as none. */
export function recall(memory: Memory): Remembered {
  return Remembered.safeParse(memory).data ?? nothing;
}

/** What a conversation is about after an answer. Small talk and misunderstandings leave the subject as it was. */
export function contextAfter(query: Query | null, answer: Answer, before: Context): Context {
  const context = { ...before, pending: null };
  if (query?.kind === 'not-in-plan' || query?.kind === 'talk' || query?.kind === 'privacy') return context;
  const shown = within(answer.parts.map(({ focus }) => focus).reduce(mergedFocus, noFocus));
  const isAside = query?.kind === 'calendar' && isEmpty(shown);
  if (query === null || query.kind === 'update' || isAside)
    return { ...context, focus: isEmpty(shown) ? before.focus : shown };
  return { last: query, focus: shown, listed: listedAfter(query, shown, before.listed), pending: null };
}

/** What is between the bot and whoever it has answered. */
export function personalAfter(query: Query | null, answer: Answer, before: Personal, version: number): Personal {
  const step = stepOf(answer);
  // A change that was not understood may be put in other words.
  const pending = query?.kind === 'not-in-plan' ? before.pending : pendingOf(step);
  const toldVersion = query?.kind === 'changes' ? version : before.toldVersion;
  const forgetting = query?.kind === 'privacy' && query.aspect === 'forget' ? { forgetting: true as const } : {};
  if (step?.stage === 'preview') {
    return {
      pending,
      toldVersion,
      proposal: { id: step.proposal, request: step.request, isFresh: true },
      ...forgetting,
    };
  }
  if (step?.stage === 'sure') {
    const { proposal: id, request, count: sure } = step;
    return { pending, toldVersion, proposal: { id, request, isFresh: true, sure } };
  }
  const isOver = step?.stage === 'done' || step?.stage === 'withdrawn';
  const proposal = isOver || before.proposal === null ? null : { ...before.proposal, isFresh: false };
  return { pending, toldVersion, proposal, ...forgetting };
}

function stepOf({ parts }: Answer): UpdateStage | null {
  const steps = parts.flatMap(({ outcome }) => (outcome.kind === 'update' ? [outcome.step] : []));
  // After a change that was made, the next one of the same message.
  return steps.at(-1) ?? null;
}

/** The request that the next message may complete or amend. */
function pendingOf(step: UpdateStage | null): PendingRequest | null {
  if (step?.stage === 'ask' || step?.stage === 'choose') return { request: step.request, slot: step.slot };
  if (step?.stage !== 'preview') return null;
  const slot = amended[step.request.draft.kind];
  return slot === undefined ? null : { request: step.request, slot };
}

/** As what the next message may amend a change that was shown. */
const amended: Partial<Record<DraftKind, Slot>> = {
  'edit-meeting': 'meeting-field',
  'add-meeting': 'date',
  'post-status': 'status',
  'edit-activity': 'activity-field',
};

function mergedFocus(a: Focus, b: Focus): Focus {
  return {
    meetings: [...a.meetings, ...b.meetings],
    activities: [...a.activities, ...b.activities],
    conferences: [...a.conferences, ...b.conferences],
    year: b.year ?? a.year,
  };
}

/** Nobody says "them" of more than this, and every turn would carry them along. */
const mostInFocus = 200;
/** Nobody counts further than this. */
const mostListed = 30;

function within({ meetings, activities, conferences, year }: Focus): Focus {
  const few = <Id>(ids: readonly Id[]): Id[] => (ids.length > mostInFocus ? [] : [...ids]);
  return { meetings: few(meetings), activities: few(activities), conferences: few(conferences), year };
}

/** Where both kinds are listed, the first of what happens is a meeting, and that of what somebody does an activity. */
function listedAfter(query: Query, { meetings, activities }: Focus, before: Listed | null): Listed | null {
  if ((activities.length === 0 || query.kind === 'agenda') && meetings.length > 1)
    return { kind: 'meetings', ids: meetings.slice(0, mostListed) };
  if ((meetings.length === 0 || query.kind === 'municipality') && activities.length > 1)
    return { kind: 'activities', ids: activities.slice(0, mostListed) };
  const isOneOf = (ids: readonly string[]): boolean => [...meetings, ...activities].some((id) => ids.includes(id));
  return before !== null && isOneOf(before.ids) ? before : null;
}

function isEmpty({ meetings, activities, conferences }: Focus): boolean {
  return meetings.length + activities.length + conferences.length === 0;
}
