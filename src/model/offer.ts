// What a language model may make of a message: questions, and where something is to be changed, a draft of it.
import { z } from 'zod';
import { Draft, type DraftKind, UpdateRequest } from '../draft.ts';
import { Day } from '../plan/schedule.ts';
import {
  CalendarQuery,
  ChangesQuery,
  ClarifyQuery,
  ledgerKinds,
  RemindersQuery,
  RightsQuery,
  SingleQuery,
  TalkQuery,
  UnansweredQuery,
  UpdateQuery,
  YearChangesQuery,
} from '../query.ts';
import { notationOf } from './notation.ts';
import { type Schema, schemaOf } from './schema.ts';

/**
 * Of these kinds less than all. "Yes" and "no" confirm and withdraw, praise and blame are counted: those are only taken
 * from people.
 */
const narrowed: Partial<Record<SingleQuery['kind'], z.ZodObject>> = {
  talk: TalkQuery.extend({
    about: TalkQuery.shape.about.exclude(['agree', 'decline', 'praise', 'complaint', 'empty']),
  }),
  clarify: ClarifyQuery.extend({
    about: z.literal('activity'),
    activities: ClarifyQuery.shape.activities.min(2).max(3),
  }),
  /** The words that are shown with it are the asker's, and found by the parser. */
  'not-in-plan': z.strictObject({ kind: z.literal('not-in-plan').describe('anything else') }),
};

/** Who answers from the plan alone changes nothing: every such kind may be returned, new ones too. */
const planKinds = SingleQuery.options
  .filter(({ shape }) => !ledgerKinds.has(shape.kind.value))
  .map((option) => narrowed[option.shape.kind.value] ?? option);

/** What needs the ledger or the asker may also act at once: these only tell. */
const tellingKinds = [
  ChangesQuery,
  YearChangesQuery,
  RightsQuery,
  UnansweredQuery,
  CalendarQuery.extend({ act: CalendarQuery.shape.act.extract(['file', 'list']) }),
  RemindersQuery.extend({ act: RemindersQuery.shape.act.extract(['list', 'why', 'health']) }),
];

/**
 * Every draft is shown and confirmed before it is anything. Who is appointed, what is sent, taken back or imported is
 * only taken from people's own words, and so is every kind that nobody has decided on yet.
 */
const drafted: ReadonlySet<DraftKind> = new Set<DraftKind>([
  'edit-meeting',
  'add-meeting',
  'cancel-meeting',
  'restore-meeting',
  'post-status',
  'edit-activity',
  'set-hosts',
  'swap-hosts',
  'set-role',
  'set-deadline',
  'add-synonym',
]);

function union(options: readonly z.ZodObject[]) {
  return z.discriminatedUnion('kind', options as [z.ZodObject, ...z.ZodObject[]]);
}

const drafts = Draft.options.filter(({ shape: { kind } }) => !(kind instanceof z.ZodEnum) && drafted.has(kind.value));

const PlanQuestion = union(planKinds).meta({ id: 'PlanQuestion' });
const several = z.strictObject({
  kind: z.literal('several').describe('two or three questions in one message'),
  queries: z.array(PlanQuestion).min(2).max(3),
});
const asOf = z.strictObject({
  kind: z.literal('as-of').describe('the plan as it was at the end of a day'),
  day: Day,
  query: PlanQuestion.nullable(),
});
/** One change, and nothing that comes with it unseen. */
const request = UpdateRequest.pick({ reason: true, quiet: true, impossible: true }).extend({ draft: union(drafts) });
const update = UpdateQuery.extend({ request });

/** What may be returned: as a type, and in words for the model. */
export interface Offer {
  readonly type: z.ZodType;
  readonly schema: Schema;
  readonly words: string;
}

function offer(type: z.ZodType): Offer {
  const schema = schemaOf(type);
  return { type, schema, words: notationOf(schema) };
}

const telling = union(tellingKinds);

/** Questions alone. */
export const questions: Offer = offer(z.discriminatedUnion('kind', [PlanQuestion, telling, several, asOf]));

/** Questions, and changes for a message that reads like one. */
export const questionsAndChanges: Offer = offer(
  z.discriminatedUnion('kind', [PlanQuestion, telling, several, asOf, update]),
);
