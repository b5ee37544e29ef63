// Which topics a record of the plan belongs to: who subscribes to one of them is reminded of it.
import type { Activity, Party } from '../plan/activity.ts';
import type { ConferenceId, GroupId } from '../plan/ids.ts';
import type { Hosting, Meeting, Occasion, Place } from '../plan/meeting.ts';
import type { PlanRecords } from '../plan/plan.ts';
import type { Topic } from './subscription.ts';

/** What somebody can be reminded of. */
export type Remindable =
  | { readonly kind: 'meeting'; readonly record: Meeting }
  | { readonly kind: 'occasion'; readonly record: Occasion }
  | { readonly kind: 'activity'; readonly record: Activity }
  | { readonly kind: 'deadline'; readonly group: GroupId }
  | { readonly kind: 'hosting'; readonly record: Hosting };

/** The same text for the same topic. */
export type TopicKey = string;

export function topicKey(topic: Topic): TopicKey {
  switch (topic.kind) {
    case 'everything':
      return 'everything';
    case 'group':
      return `group ${topic.group}`;
    case 'conference':
      return `conference ${topic.conference}`;
    case 'municipality':
      return `municipality ${topic.municipality}`;
    case 'activity':
      return `activity ${topic.activity}`;
  }
}

type Cooperation = Pick<PlanRecords, 'groups' | 'conferences' | 'hostings'>;

/** The topics that a record belongs to. A turn to host is its host's and its conference's business alone. */
export function topicsOf(subject: Remindable, plan: Cooperation): Topic[] {
  switch (subject.kind) {
    case 'meeting':
      return [everything, ofGroup(subject.record.group), ...ofPlace(subject.record.place)];
    case 'occasion':
      return topicsOfOccasion(subject.record, plan);
    case 'activity':
      return topicsOfActivity(subject.record);
    case 'deadline':
      return [everything, ofGroup(subject.group)];
    case 'hosting':
      return [ofConference(subject.record.conference), ...ofHosts(subject.record)];
  }
}

/** Whether a subscription to the topic is a subscription to the record. */
export function covers(topic: Topic, subject: Remindable, plan: Cooperation): boolean {
  const key = topicKey(topic);
  return topicsOf(subject, plan).some((other) => topicKey(other) === key);
}

const everything: Topic = { kind: 'everything' };
const ofGroup = (group: GroupId): Topic => ({ kind: 'group', group });
const ofConference = (conference: ConferenceId): Topic => ({ kind: 'conference', conference });

export function ofPlace(place: Place | null): Topic[] {
  return place?.municipality ? [{ kind: 'municipality', municipality: place.municipality }] : [];
}

function ofHosts({ hosts }: Hosting): Topic[] {
  return hosts.map((municipality) => ({ kind: 'municipality', municipality }));
}

/** Its conference's, its hosts', its place's, and those of the groups that answer for the conference. */
function topicsOfOccasion({ conference, year, place }: Occasion, plan: Cooperation): Topic[] {
  const turns = plan.hostings.filter((turn) => turn.conference === conference && turn.year === year);
  const responsible = plan.conferences.find(({ id }) => id === conference)?.responsible ?? null;
  const groups = plan.groups.filter(({ id, conferences }) => id === responsible || conferences.includes(conference));
  const topics = [
    everything,
    ofConference(conference),
    ...turns.flatMap(ofHosts),
    ...ofPlace(place),
    ...groups.map(({ id }) => ofGroup(id)),
  ];
  return [...new Map(topics.map((topic) => [topicKey(topic), topic])).values()];
}

/** Those who answer for it; for what everybody answers for, nobody in particular is reminded. */
function topicsOfActivity({ id, responsible }: Activity): Topic[] {
  return [everything, { kind: 'activity', activity: id }, ...responsible.flatMap(ofParty)];
}

function ofParty(party: Party): Topic[] {
  switch (party.kind) {
    case 'group':
      return [ofGroup(party.id)];
    case 'municipality':
      return [{ kind: 'municipality', municipality: party.id }];
    case 'person':
    case 'region':
      return [];
  }
}
