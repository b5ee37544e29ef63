// The topics of a wish about reminders, and wishes about topics: what a button carries.
import type { Plan } from '../plan/plan.ts';
import type { RemindersQuery } from '../query.ts';
import { Topic } from './subscription.ts';

/** Choices that a message offers. */
const mostChoices = 5;

/** What a wish names, a topic each. */
export function topicsNamed(query: RemindersQuery): Topic[] {
  return [
    ...query.groups.map((group): Topic => ({ kind: 'group', group })),
    ...query.conferences.map((conference): Topic => ({ kind: 'conference', conference })),
    ...query.municipalities.map((municipality): Topic => ({ kind: 'municipality', municipality })),
    ...query.activities.map((activity): Topic => ({ kind: 'activity', activity })),
    ...(query.everything ? [{ kind: 'everything' as const }] : []),
  ];
}

/** "group ID", "everything": what stands for a topic in a list of choices; none for what is no topic. */
export function topicChosen(choice: string, plan: Plan): Topic[] {
  const [kind = '', id = ''] = choice.trim().split(' ');
  const found = Topic.safeParse(kind === 'everything' ? { kind } : { kind, [kind]: id }).data;
  return found && isInPlan(found, plan) ? [found] : [];
}

/** The same wish about other topics. */
export function about(query: RemindersQuery, topics: readonly Topic[]): RemindersQuery {
  const none = { groups: [], conferences: [], municipalities: [], activities: [], everything: false };
  return topics.reduce(withTopic, { ...query, ...none });
}

function withTopic(query: RemindersQuery, topic: Topic): RemindersQuery {
  switch (topic.kind) {
    case 'everything':
      return { ...query, everything: true };
    case 'group':
      return { ...query, groups: [...query.groups, topic.group] };
    case 'conference':
      return { ...query, conferences: [...query.conferences, topic.conference] };
    case 'municipality':
      return { ...query, municipalities: [...query.municipalities, topic.municipality] };
    case 'activity':
      return { ...query, activities: [...query.activities, topic.activity] };
  }
}

/** Whether the plan still has what a topic is about. */
export function isInPlan(topic: Topic, plan: Plan): boolean {
  switch (topic.kind) {
    case 'everything':
      return true;
    case 'group':
      return plan.groups.some(({ id }) => id === topic.group);
    case 'conference':
      return plan.conferences.some(({ id }) => id === topic.conference);
    case 'municipality':
      return plan.municipalities.some(({ id }) => id === topic.municipality);
    case 'activity':
      return plan.activities.some(({ id }) => id === topic.activity);
  }
}

/** The groups with meetings, the conferences, and all of it. */
export function topicChoices(query: RemindersQuery, plan: Plan): RemindersQuery[] {
  const groups = plan.groups.filter(({ id }) => plan.meetings.some(({ group }) => group === id));
  const topics: Topic[] = [
    ...groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
    ...plan.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
  ];
  const named: Topic[] = [...topics.slice(0, mostChoices), { kind: 'everything' }];
  return named.map((topic) => about(query, [topic]));
}

/** All that a card lets one choose. */
export function allTopics(plan: Plan): Topic[] {
  return [
    { kind: 'everything' },
    ...plan.groups.map(({ id }): Topic => ({ kind: 'group', group: id })),
    ...plan.conferences.map(({ id }): Topic => ({ kind: 'conference', conference: id })),
    ...plan.municipalities.map(({ id }): Topic => ({ kind: 'municipality', municipality: id })),
  ];
}
