// Puts an answer together from its outcome and facts: notes and sources follow from the facts.
import type { Fact, Outcome, SingleAnswer } from '../facts.ts';
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

/** Teams shows three suggestions. */
const mostSuggestions = 3;

/** More doubts than this would drown the answer. */
const mostNotes = 3;

export function answerWith({ outcome, facts = [], doubts = [], suggestions = [], focus = {} }: Parts): SingleAnswer {
  return {
    outcome,
    facts,
    notes: notesOf(facts, doubts),
    sources: sourcesOf(facts),
    suggestions: suggestions.slice(0, mostSuggestions),
    focus: { ...noFocus, ...focus },
  };
}

function notesOf(facts: readonly Fact[], doubts: readonly Note['about'][]): Note[] {
  const notes = facts.flatMap((fact) => fact.record.notes.filter((note) => doubts.includes(note.about)));
  const byText = new Map(notes.map((note) => [note.text.sv, note]));
  return [...byText.values()].slice(0, mostNotes);
}

function sourcesOf(facts: readonly Fact[]): Source[] {
  const byPlace = new Map(
    facts.map((fact) => [`${fact.record.source.document} ${fact.record.source.place}`, fact.record.source]),
  );
  return [...byPlace.values()];
}
