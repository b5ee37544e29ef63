// A message that asks for several changes: cut where one order ends and the next begins, each of them whole.
import type { Draft, UpdateRequest } from '../draft.ts';
import { type Clip, clipOf, cut, sentencesOf } from './sentence.ts';
import { addVerbs, cancelVerbs, changeVerbs, moveVerbs, restoreVerbs } from './update-words.ts';

/** Reads one order; undefined where the words are none. */
export type ReadOne = (words: Clip) => UpdateRequest | undefined;

interface Part {
  readonly words: string;
  readonly request: UpdateRequest;
}

/** More orders than these in a message are a list, and better given as one. */
const mostOrders = 5;
/** Places where a message may be cut; of more, it is a letter. */
const mostJoints = 6;
const longestMessage = 400;

const joint = /\s*(?:[;\n]+|,(?=\s)|\s(?:och|samt|and)(?=\s))\s*/gu;
const negated = /(?<!\p{L})(?:inte|ej|aldrig|not|never|utom|forutom|except|eller|or)(?!\p{L})/u;

/** The orders of a message as one request after another; undefined where they are not all understood. */
export function severalIn(message: Clip, readOne: ReadOne): UpdateRequest | undefined {
  if (message.text.length > longestMessage || negated.test(message.flat)) return undefined;
  const parts = partsFrom(message, null, mostOrders, readOne);
  const [first, ...later] = parts ?? [];
  return first && later.length > 0 ? { ...first.request, later } : undefined;
}

function partsFrom(clip: Clip, before: Part | null, most: number, readOne: ReadOne): Part[] | undefined {
  const whole = (): Part[] | undefined => {
    const one = wholeOrder(clip, before, readOne);
    return one && [one];
  };
  // A place may be any words: where another verb follows, it is not one.
  const one = mayHoldSeveral(clip) ? undefined : whole();
  if (one || most === 1) return one;
  for (const { from, to } of jointsOf(clip)) {
    const first = wholeOrder(cut(clip, 0, from), before, readOne);
    const rest = first && partsFrom(cut(clip, to), first, most - 1, readOne);
    if (first && rest) return [first, ...rest];
  }
  return mayHoldSeveral(clip) ? whole() : undefined;
}

/** Where an order may end: at a sentence's end, a comma, an "and". */
function jointsOf(clip: Clip): { readonly from: number; readonly to: number }[] {
  const found = [...clip.text.matchAll(joint)].map(({ index, 0: text }) => ({ from: index, to: index + text.length }));
  let start = 0;
  const ends = sentencesOf(clip)
    .slice(1)
    .map(({ text }) => {
      start = clip.text.indexOf(text, start);
      return { from: start, to: start };
    });
  return [...found, ...ends].sort((a, b) => a.from - b.from).slice(0, mostJoints);
}

/** An order that is understood to its last word and lacks nothing; what it leaves out stands in the one before. */
function wholeOrder(clip: Clip, before: Part | null, readOne: ReadOne): Part | undefined {
  if (clip.flat === '') return undefined;
  const said = readWhole(clip, readOne);
  if (said || !before || !/\d/.test(clip.flat)) return said && { words: clip.text, request: said };
  for (const words of completions(clip.text, before.words)) {
    const request = readWhole(clipOf(words), readOne);
    const isOther = request && isOfOne(request.draft) && subjectOf(request.draft) !== subjectOf(before.request.draft);
    if (isOther && request.draft.kind === before.request.draft.kind) return { words, request };
  }
  return undefined;
}

function readWhole(clip: Clip, readOne: ReadOne): UpdateRequest | undefined {
  const request = readOne(clip);
  const isClean = request && request.unread === undefined && request.impossible === null && isWhole(request.draft);
  return isClean ? request : undefined;
}

/** The verb that an order may begin with. In words. */
const mostLead = 3;
/** What is left out is more than what is said. In words. */
const longestCompleted = 8;

/** "Ställ in mötet 9 maj" makes "ställ in mötet 29 augusti" of "29 augusti", and "Salem 2028" gets its middle likewise. */
function completions(part: string, before: string): string[] {
  const [words, earlier] = [part, before].map((text) => text.split(/\s+/).filter(Boolean));
  if (!words || !earlier || words.length > longestCompleted) return [];
  const led = Array.from({ length: Math.min(mostLead, earlier.length) }, (_, count) => [
    ...earlier.slice(0, count + 1),
    ...words,
  ]);
  const gapped = words.length >= earlier.length ? [] : words.map((_, head) => gappedAt(words, earlier, head));
  return [...gapped, ...led].map((all) => all.join(' '));
}

/** The words before with as many at their beginning and end replaced. */
function gappedAt(words: readonly string[], earlier: readonly string[], head: number): string[] {
  const tail = words.length - head;
  return [...words.slice(0, head), ...earlier.slice(head, earlier.length - tail), ...words.slice(head)];
}

/** "Flytta kommittémötet ledningsgruppen 26 april" is no sentence. */
function isOfOne(draft: Draft): boolean {
  return !('target' in draft) || draft.target.groups.length + draft.target.conferences.length < 2;
}

/** Whether a message may hold another order although one reading takes all of it: a place is any words. */
export function mayHoldSeveral({ flat }: Clip): boolean {
  return another.test(flat);
}

const another = new RegExp(
  `(?:[,;.\\n]|\\s(?:och|samt|and))\\s+(?:${[...Object.values(moveVerbs), changeVerbs, cancelVerbs, restoreVerbs, addVerbs].join('|')})\\s`,
  'u',
);

/** What a draft is about: two that set the same of the same are one, ill told. */
function subjectOf(draft: Draft): string {
  switch (draft.kind) {
    case 'edit-meeting':
    case 'cancel-meeting':
    case 'restore-meeting':
      return JSON.stringify(draft.target);
    case 'add-meeting':
      return JSON.stringify([draft.groups, draft.conferences, draft.days]);
    case 'post-status':
    case 'edit-activity':
      return JSON.stringify(draft.activities);
    case 'set-hosts':
      return JSON.stringify([draft.conferences, draft.year]);
    case 'set-role':
      return JSON.stringify([draft.groups, draft.role]);
    case 'set-deadline':
      return JSON.stringify([draft.groups, draft.name]);
    default:
      return JSON.stringify(draft);
  }
}

/** Whether a draft says all that it sets: what would be asked for cannot be the first of several. */
function isWhole(draft: Draft): boolean {
  switch (draft.kind) {
    case 'edit-meeting': {
      const { days, shift, minutes = null, start, end, place, title, cleared = [] } = draft;
      return [minutes, days, shift, start, end, place, title].some((part) => part !== null) || cleared.length > 0;
    }
    case 'add-meeting':
      return draft.days !== null && draft.groups.length + draft.conferences.length > 0;
    case 'cancel-meeting':
    case 'restore-meeting': {
      const { ids, groups, conferences, period, which } = draft.target;
      return ids.length + groups.length + conferences.length > 0 || period !== null || which !== 'any';
    }
    case 'post-status':
      return draft.activities.length > 0 && draft.status !== null;
    case 'edit-activity':
      return draft.activities.length > 0 && draft.field !== null && isSet(draft);
    case 'set-hosts':
      return draft.conferences.length > 0 && draft.year !== null && draft.hosts.length > 0;
    case 'swap-hosts':
      return draft.conferences.length > 0 && draft.years.length + draft.municipalities.length > 1;
    case 'set-role':
      return draft.groups.length > 0 && draft.role !== null && (draft.person !== null || draft.name !== null);
    case 'end-role':
      return draft.groups.length > 0 && draft.role !== null;
    case 'set-deadline':
      return draft.groups.length > 0 && draft.name !== null && draft.workingDays !== null;
    case 'set-check-in':
      return draft.groups.length > 0 && draft.before !== null;
    case 'add-synonym':
      return draft.word !== null && draft.records.length === 1;
    case 'appoint-secretary':
    case 'dismiss-secretary':
      return draft.person !== null || draft.name !== null;
    default:
      return false;
  }
}

function isSet({ responsible, schedule, cost }: Extract<Draft, { kind: 'edit-activity' }>): boolean {
  return responsible.length > 0 || schedule !== null || cost !== null;
}
