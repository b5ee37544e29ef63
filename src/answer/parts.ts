// Puts an answer together from its outcome and facts: notes and sources follow from the facts.

import type { Fact, Outcome, SingleAnswer } from '../facts.ts';
import { activityKey, deadlineKey, hostingKey, meetingKey, type RecordKey, roleKey } from '../plan/change.ts';
import type { Field } from '../plan/difference.ts';
import type { Alteration, Plan } from '../plan/plan.ts';
import { contradicting } from '../plan/rotation.ts';
import type { Note, Source } from '../plan/source.ts';
import { type Focus, noFocus, type SingleQuery } from '../query.ts';

interface Parts {
  readonly outcome: Outcome;
  readonly facts?: readonly Fact[];
  /** Which doubts matter for what was asked; none unless said. */
  readonly doubts?: readonly Note['about'][];
  readonly suggestions?: readonly SingleQuery[];
  readonly focus?: Partial<Focus>;
}

/** The answer with what bears on its facts besides the document: the newest update of each, what older plans say. */
export function withAlterations(answer: SingleAnswer, plan: Plan): SingleAnswer {
  const asked = fieldsAsked(answer.outcome);
  const newest: Alteration[] = [];
  for (const fact of traced(answer.facts)) {
    const key = recordKey(fact);
    if (key === null) continue;
    const last = plan
      .alterations(key)
      .findLast(({ fields }) => asked === null || fields.some((field) => asked.includes(field)));
    if (last) newest.push(last);
  }
  if (answer.outcome.kind === 'deadlines') {
    const keys = answer.outcome.due.map(({ deadline }) => deadlineKey(deadline.group, deadline.name));
    newest.push(...keys.flatMap((key) => plan.alterations(key).at(-1) ?? []));
  }
  const byVersion = new Map(newest.map((alteration) => [alteration.version, alteration]));
  return {
    ...answer,
    alterations: [...byVersion.values()].sort((a, b) => b.version - a.version),
    contradicted: answer.facts.flatMap((fact) =>
      fact.kind === 'hosting' && plan.alterations(hostingKey(fact.record.conference, fact.record.year)).length === 0
        ? contradicting(fact.record, plan.replacedHostings)
        : [],
    ),
  };
}

/** The fields of an activity that an answer tells; null for all. */
function fieldsAsked(outcome: Outcome): readonly Field[] | null {
  if (outcome.kind !== 'activity') return null;
  switch (outcome.query.aspect) {
    case 'about':
      return null;
    case 'responsible':
    case 'involves':
      return ['responsible'];
    case 'schedule':
      return ['schedule'];
    case 'cost':
      return ['cost'];
    case 'status':
      return outcome.activities.some(({ status }) => status !== null) ? ['status'] : ['schedule'];
    case 'goal':
      return [];
  }
}

/** The key that updates of a fact go by; null for what no update touches. */
function recordKey(fact: Fact): RecordKey | null {
  switch (fact.kind) {
    case 'meeting':
    case 'occasion':
      return meetingKey(fact.record.id);
    case 'activity':
      return activityKey(fact.record.id);
    case 'hosting':
      return hostingKey(fact.record.conference, fact.record.year);
    case 'role':
      return roleKey(fact.record.group, fact.record.role);
    default:
      return null;
  }
}

/** Teams shows three suggestions. */
const mostSuggestions = 3;

/** More doubts than this would drown the answer. */
const mostNotes = 3;

/** Where a longer list comes from, and what has become of it, is told of what it begins with. */
const mostTraced = 500;
const traced = (facts: readonly Fact[]): readonly Fact[] =>
  facts.length > mostTraced ? facts.slice(0, mostTraced) : facts;

export function answerWith({ outcome, facts = [], doubts = [], suggestions = [], focus = {} }: Parts): SingleAnswer {
  return {
    outcome,
    facts,
    notes: notesOf(traced(facts), doubts),
    sources: sourcesOf(traced(facts)),
    alterations: [],
    ofPlan: null,
    contradicted: [],
    suggestions: suggestions.slice(0, mostSuggestions),
    focus: { ...noFocus, ...focus },
  };
}

function notesOf(facts: readonly Fact[], doubts: readonly Note['about'][]): Note[] {
  if (doubts.length === 0) return [];
  const byText = new Map<string, Note>();
  for (const { record } of facts) {
    for (const note of record.notes) if (doubts.includes(note.about)) byText.set(note.text.sv, note);
  }
  return [...byText.values()].slice(0, mostNotes);
}

function sourcesOf(facts: readonly Fact[]): Source[] {
  const known = new Map<Source['document'], Map<string, Source>>();
  for (const { record } of facts) {
    if (!record.source) continue;
    const { document, place } = record.source;
    const places = known.get(document) ?? new Map<string, Source>();
    known.set(document, places.set(place, record.source));
  }
  return [...known.values()].flatMap((places) => [...places.values()]);
}
