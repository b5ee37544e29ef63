// Readings about the plan's running text, and about what the plan leaves out.
import type { GroupId } from '../plan/ids.ts';
import type { Plan } from '../plan/plan.ts';
import { type Candidate, evidence } from './candidate.ts';
import { form } from './forms.ts';
import { entities, hasCue, type Reading } from './reading.ts';
import { bestOf, type TextMatch, textMatches } from './text-match.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the running text says, where no narrower reading fits. */
export function askPassages(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const sections = textMatches(reading, vocabulary, 'section');
  const best = bestOf(sections).slice(0, 2);
  return [...(best.length > 0 ? [passage(reading, best)] : []), ...askBetweenGroups(reading, plan)];
}

/** "Är kommundirektörerna med på kommitténs möten?": the paragraphs that name both groups. */
function askBetweenGroups(reading: Reading, plan: Plan): Candidate[] {
  const [first, second, third] = entities(reading, 'group');
  if (!first || !second || third || !hasCue(reading, 'involved', 'member', 'participants')) return [];
  const stems = [first, second].map(({ id }) => nameStems(plan, id));
  const namesBoth = (text: string): boolean =>
    stems.every((own) => own.some((stem) => text.toLowerCase().includes(stem)));
  const sections = plan.sections.filter(({ text }) => text.some(({ sv }) => namesBoth(sv)));
  if (sections.length === 0) return [];
  const e = evidence(reading);
  e.take('group');
  e.cue('involved', 'member', 'participants', 'meeting', 'who', 'which', 'what', 'when', 'doing', 'all');
  const [outsider] = plan.group(first.id).kind === 'officials' ? stems : [...stems].reverse();
  const words = outsider ?? [];
  return [e.candidate({ kind: 'passages', sections: sections.map(({ id }) => id), activities: [], words }, 1)];
}

/** The name of a group without its ending, as it stands in running text: "kommundirektör". */
function nameStems(plan: Plan, id: GroupId): string[] {
  return [form(plan.group(id).definite.sv.split(' ').at(-1)?.toLowerCase() ?? '').softStem];
}

function passage(reading: Reading, best: readonly TextMatch<'section'>[]): Candidate {
  const e = evidence(reading);
  const [first] = best;
  const named = first?.named ?? false;
  for (const [token, gain] of first?.tokens ?? []) e.token(token, Math.min(gain, named ? 1.8 : 1.6));
  e.cue('what', 'which', 'tell', 'list', 'all', 'more', 'something', 'document', 'why', 'who');
  e.take('region');
  const words = named ? [] : [...(first?.tokens.keys() ?? [])].map((index) => reading.tokens[index]?.text ?? '');
  const query = { kind: 'passages' as const, sections: best.map(({ id }) => id), activities: [], words };
  return e.candidate(query, named ? 0 : -1);
}

/** "Vilka möten saknar plats?", "vad är inte bestämt?" */
export function askMissing(reading: Reading): Candidate[] {
  if (!hasCue(reading, 'missing', 'without')) return [];
  const meetings = hasCue(reading, 'meeting', 'where', 'conference');
  const activities = hasCue(reading, 'activity', 'cost', 'responsible');
  const e = evidence(reading);
  e.cue(
    'missing',
    'without',
    'meeting',
    'where',
    'conference',
    'what',
    'which',
    'list',
    'all',
    'hours',
    'when',
    'document',
    'something',
  );
  if (activities && meetings) return [];
  if (activities) return [];
  e.take('group');
  return [e.candidate({ kind: 'missing', what: meetings ? 'meetings' : 'everything' }, meetings ? 0.5 : -0.5)];
}
