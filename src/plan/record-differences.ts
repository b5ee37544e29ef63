// The fields of a meeting or an activity that differ before and after a change.
import type { Activity } from './activity.ts';
import { type Difference, differing, type Field, type Value } from './difference.ts';
import type { Meeting, Occasion } from './meeting.ts';
import { daysOf } from './meeting-days.ts';

type Item = Meeting | Occasion;
type ToValue<Subject> = (record: Subject) => Value | null;

const itemFields: readonly (readonly [Field, ToValue<Item>])[] = [
  ['date', dateOf],
  ['time', ({ hours }) => hours && { kind: 'hours', hours }],
  ['place', ({ place }) => place && { kind: 'place', place }],
  ['title', ({ title }) => title && { kind: 'text', text: title.sv }],
];

const held: ToValue<Item> = ({ cancelled }) => ({ kind: 'cancelled', cancelled });

const activityFields: readonly (readonly [Field, ToValue<Activity>])[] = [
  ['status', ({ status }) => status && { kind: 'status', status: status.status }],
  ['comment', ({ status }) => textOf(status?.comment)],
  ['responsible', ({ responsible }) => (responsible.length > 0 ? { kind: 'parties', parties: responsible } : null)],
  ['schedule', ({ schedule }) => ({ kind: 'schedule', schedule })],
  ['cost', ({ cost }) => cost && { kind: 'amount', amount: cost.amount }],
];

/** Differences of a record that both was and is, of one that was added, or of one that is gone. */
export function itemDifferences(before: Item | undefined, after: Item | undefined): Difference[] {
  const fields = before && after ? [...itemFields, ['held', held] as const] : itemFields;
  return differing(fields.map(([field, toValue]) => pair(field, before, after, toValue)));
}

export function activityDifferences(before: Activity | undefined, after: Activity | undefined): Difference[] {
  return differing(activityFields.map(([field, toValue]) => pair(field, before, after, toValue)));
}

function dateOf(record: Item): Value | null {
  const days = daysOf(record);
  if (days) return { kind: 'days', days };
  return 'schedule' in record ? { kind: 'schedule', schedule: record.schedule } : null;
}

function textOf(text: string | null | undefined): Value | null {
  return text ? { kind: 'text', text } : null;
}

function pair<Subject>(
  field: Field,
  before: Subject | undefined,
  after: Subject | undefined,
  toValue: ToValue<Subject>,
): Difference {
  return { field, before: before ? toValue(before) : null, after: after ? toValue(after) : null };
}
