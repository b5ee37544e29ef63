// What of the plan a calendar shows.
import { z } from 'zod';
import type { Activity } from '../plan/activity.ts';
import { ActivityId, ConferenceId, GroupId, MeetingId, MunicipalityId } from '../plan/ids.ts';
import type { Hosting, Meeting, Occasion } from '../plan/meeting.ts';
import type { PlanRecords } from '../plan/plan.ts';

/** A network is a group. */
export const Selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.literal('group'), group: GroupId }),
  z.strictObject({ kind: z.literal('conference'), conference: ConferenceId }),
  z.strictObject({ kind: z.literal('conferences') }),
  /** What is held there, what it hosts, and what it answers for where activities are asked for. */
  z.strictObject({ kind: z.literal('municipality'), municipality: MunicipalityId }),
  z.strictObject({ kind: z.literal('activity'), activity: ActivityId }),
  z.strictObject({ kind: z.literal('meeting'), meeting: MeetingId }),
]);
export type Selection = z.infer<typeof Selection>;

/** More than anybody needs, so that an address stands for a limited amount of work. */
const mostSelections = 50;

/** What a feed shows: these, or whatever its owner subscribes to at the time. */
export const FeedContent = z.strictObject({
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('selections'), selections: z.array(Selection).min(1).max(mostSelections) }),
    z.strictObject({ kind: z.literal('subscriptions') }),
  ]),
  /** Activities with a date or months, and the turns to host a conference. */
  withActivities: z.boolean(),
  locale: z.enum(['sv', 'en']),
});
export type FeedContent = z.infer<typeof FeedContent>;

/** Which records a calendar shows. */
export interface Choice {
  readonly meeting: (meeting: Meeting) => boolean;
  readonly occasion: (occasion: Occasion) => boolean;
  readonly activity: (activity: Activity) => boolean;
  readonly hosting: (hosting: Hosting) => boolean;
}

/** The records that any of the selections has. */
export function choiceOf(selections: readonly Selection[], withActivities: boolean, plan: PlanRecords): Choice {
  const choices = selections.map((selection) => {
    const chosen = { ...nothing, ...choose(selection, plan) };
    const asked = withActivities || selection.kind === 'activity';
    return asked ? chosen : { ...chosen, activity: no, hosting: no };
  });
  return {
    meeting: (meeting) => choices.some((choice) => choice.meeting(meeting)),
    occasion: (occasion) => choices.some((choice) => choice.occasion(occasion)),
    activity: (activity) => choices.some((choice) => choice.activity(activity)),
    hosting: (hosting) => choices.some((choice) => choice.hosting(hosting)),
  };
}

const yes = (): boolean => true;
const no = (): boolean => false;
const nothing: Choice = { meeting: no, occasion: no, activity: no, hosting: no };

function choose(selection: Selection, plan: PlanRecords): Partial<Choice> {
  switch (selection.kind) {
    case 'everything':
      return { meeting: yes, occasion: yes, activity: yes, hosting: yes };
    case 'group':
      return {
        meeting: ({ group }) => group === selection.group,
        activity: ({ responsible }) => responsible.some((by) => by.kind === 'group' && by.id === selection.group),
      };
    case 'conference':
      return {
        occasion: ({ conference }) => conference === selection.conference,
        hosting: ({ conference }) => conference === selection.conference,
      };
    case 'conferences':
      return { occasion: yes, hosting: yes };
    case 'municipality':
      return chooseMunicipality(selection.municipality, plan);
    case 'activity':
      return { activity: ({ id }) => id === selection.activity };
    case 'meeting':
      return { meeting: ({ id }) => id === selection.meeting, occasion: ({ id }) => id === selection.meeting };
  }
}

function chooseMunicipality(municipality: MunicipalityId, { hostings }: PlanRecords): Partial<Choice> {
  const hosts = ({ hosts }: Hosting): boolean => hosts.includes(municipality);
  const turns = hostings.filter(hosts);
  const isHere = ({ place }: Meeting | Occasion): boolean => place?.municipality === municipality;
  return {
    meeting: isHere,
    occasion: (occasion) =>
      isHere(occasion) ||
      turns.some(({ conference, year }) => conference === occasion.conference && year === occasion.year),
    activity: ({ responsible }) => responsible.some((by) => by.kind === 'municipality' && by.id === municipality),
    hosting: hosts,
  };
}
