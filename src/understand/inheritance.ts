// What a question leaves to the next: its subject, in place of what a short follow-up leaves out.
import type { Draft } from '../draft.ts';
import type { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { ActivityQuery, AnswerableQuery, Focus, GroupQuery, MeetingsQuery, PlaceRef } from '../query.ts';
import type { Cue } from './cues.ts';
import { wholeYear } from './short-times.ts';
import type { Entity } from './vocabulary.ts';

/** What stands in for what the message leaves out. */
export interface Inheritance {
  readonly cues: readonly Cue[];
  readonly entities: readonly Entity[];
  readonly period: Period | null;
}

const aspectCues = {
  about: [],
  responsible: ['responsible'],
  schedule: ['when'],
  cost: ['cost'],
  status: ['status'],
  goal: ['goal'],
  involves: [],
} as const satisfies Record<ActivityQuery['aspect'], readonly Cue[]>;

/** "Kommittén då?" asks the same of another group; a message with a question of its own does not. */
const groupCues: Readonly<Record<GroupQuery['aspect'], readonly Cue[]>> = {
  list: ['groupNoun'],
  about: [],
  purpose: ['purpose'],
  members: ['member'],
  municipalities: ['member'],
  frequency: ['howOften'],
  seat: ['seat'],
  weekday: ['weekday', 'usual'],
  hours: ['hours', 'usual'],
  start: ['start', 'usual'],
  end: ['end', 'usual'],
  duration: ['howLong', 'usual'],
  areas: [],
};

function placeEntities(place: PlaceRef | null): Entity[] {
  if (!place) return [];
  return [place.kind === 'venue' ? place : { kind: 'municipality', id: place.id }];
}

const asked = {
  all: [],
  upcoming: ['remaining'],
  past: ['held'],
  next: ['next'],
  latest: ['previous'],
  first: ['first'],
  final: ['final'],
} as const satisfies Record<MeetingsQuery['which'], readonly Cue[]>;

export function inheritance(last: AnswerableQuery, focus: Focus, plan: Plan): Inheritance | undefined {
  const of = <Kind extends Entity['kind']>(kind: Kind, ids: readonly string[]): Entity[] =>
    ids.map((id) => ({ kind, id }) as unknown as Entity);
  switch (last.kind) {
    case 'meetings':
      return {
        cues: [
          ...(last.form === 'planning-conference' ? (['planningConference'] as const) : (['meeting'] as const)),
          ...asked[last.which],
        ],
        entities: [...of('group', last.groups), ...placeEntities(last.place)],
        period: last.period,
      };
    case 'hosts':
      return {
        cues: ['host'],
        entities: [...of('conference', last.conferences), ...of('municipality', last.municipalities)],
        period: last.period,
      };
    case 'conference':
      return {
        cues:
          last.conferences.length === 0
            ? ['conference']
            : last.aspect === 'responsible' || last.aspect === 'organisers'
              ? ['host']
              : [],
        entities: of('conference', last.conferences.length > 0 ? last.conferences : focus.conferences),
        period: last.period ?? (focus.year === null ? null : wholeYear(focus.year)),
      };
    case 'group':
      return { cues: groupCues[last.aspect], entities: of('group', last.groups), period: null };
    case 'activity':
      return { cues: [...aspectCues[last.aspect]], entities: of('activity', last.activities), period: null };
    case 'clarify':
      return { cues: [], entities: of('activity', last.activities), period: null };
    case 'activities':
      // "Vilken är dyrast?" has one answer, and the next question is about that one.
      if (last.cost === 'highest' || last.cost === 'lowest') {
        return { cues: [], entities: of('activity', focus.activities), period: null };
      }
      return {
        cues: ['activity', ...(last.schedule === 'ongoing' ? (['ongoing'] as const) : [])],
        entities: [
          ...last.parties.map((party) => party as Entity),
          ...of('area', last.areas),
          ...of('goal', last.goals),
          ...of('objective', last.objectives),
        ],
        period: last.period,
      };
    case 'parties':
      return { cues: ['activity'], entities: of('area', last.areas), period: null };
    case 'networks':
      return {
        cues: ['network'],
        entities: [...of('area', last.areas), ...of('goal', last.goals ?? []), ...of('conference', last.conferences)],
        period: null,
      };
    case 'roles':
      return {
        cues: last.people.length > 0 ? [] : last.roles.map((role) => (role === 'vice-chair' ? 'viceChair' : 'chair')),
        entities: [...of('group', last.groups), ...of('person', last.people)],
        period: last.year === null ? null : wholeYear(last.year),
      };
    case 'goals':
      return {
        cues: [last.level === 'areas' ? 'area' : last.level === 'goals' ? 'goal' : 'objective'],
        entities: [...of('area', last.areas), ...of('goal', last.goals), ...of('objective', last.objectives)],
        period: null,
      };
    case 'budget':
      return {
        cues: last.what === 'fee-decision' ? ['fee', 'decided'] : [last.what === 'fee' ? 'fee' : 'budget'],
        entities: of('budget-line', last.lines),
        period: null,
      };
    case 'agenda':
      return { cues: ['happening', 'agenda'], entities: placeEntities(last.place), period: last.period };
    case 'municipality':
      return { cues: ['happening'], entities: of('municipality', [last.municipality]), period: last.period };
    case 'municipalities':
      return {
        cues: ['municipalityNoun'],
        entities: last.of
          ? [
              ...of('activity', last.of.activities),
              ...of('group', last.of.groups),
              ...of('conference', last.of.conferences),
            ]
          : [],
        period: null,
      };
    case 'passages':
      return {
        cues: [],
        entities: of(
          'section',
          last.sections.filter((id) => plan.sections.some((section) => section.id === id)),
        ),
        period: null,
      };
    case 'document':
      return { cues: [last.aspect === 'appendices' ? 'appendix' : 'document'], entities: [], period: null };
    case 'missing':
      return { cues: ['missing'], entities: [], period: null };
    case 'changes': {
      const entities = [
        ...of('group', last.groups),
        ...of('activity', last.activities),
        ...of('conference', last.conferences),
      ];
      return { cues: [], entities, period: null };
    }
    case 'deadlines':
      return { cues: [], entities: of('group', last.groups), period: null };
    case 'calendar':
      return {
        cues: ['meeting'],
        entities: [...of('group', last.groups), ...of('conference', last.conferences)],
        period: null,
      };
    case 'reminders':
      return {
        cues: ['meeting'],
        entities: [...of('group', last.groups), ...of('conference', last.conferences)],
        period: null,
      };
    case 'update':
      return { cues: [], entities: draftEntities(last.request.draft), period: null };
    case 'order':
      return inheritance(last.left, focus, plan);
    case 'announcements':
    case 'rights':
    case 'unanswered':
    case 'privacy':
    case 'check-ins':
    case 'file':
    case 'talk':
      return undefined;
  }
}

/** The records that an update was about, for the question after it. */
function draftEntities(draft: Draft): Entity[] {
  const named = 'target' in draft ? draft.target : draft;
  const groups = 'groups' in named ? named.groups : [];
  const conferences = 'conferences' in named ? named.conferences : [];
  const activities = 'activities' in named ? named.activities : [];
  return [
    ...groups.map((id): Entity => ({ kind: 'group', id })),
    ...conferences.map((id): Entity => ({ kind: 'conference', id })),
    ...activities.map((id): Entity => ({ kind: 'activity', id })),
  ];
}
