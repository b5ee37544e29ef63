// Everything that the bot can be asked. Read top to bottom, this is the list of what it understands. Descriptions are
// what a language model is told, where there is one.
import { z } from 'zod';
import { PendingRequest, UpdateRequest } from './draft.ts';
import { Branch, Party, Status } from './plan/activity.ts';
import {
  ActivityId,
  AreaId,
  BudgetLineId,
  ConferenceId,
  GoalId,
  GroupId,
  MeetingId,
  MunicipalityId,
  ObjectiveId,
  PersonId,
  SectionId,
} from './plan/ids.ts';
import { Period } from './plan/period.ts';
import { RoleKind } from './plan/region.ts';
import { Day } from './plan/schedule.ts';

/** A place as people name it: a municipality, or a venue by its name in the plan. */
export const PlaceRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('municipality'), id: MunicipalityId }),
  z.strictObject({ kind: z.literal('venue'), name: z.string() }),
]);
export type PlaceRef = z.infer<typeof PlaceRef>;

/** "Är mötet inställt?", "vilka möten har flyttats?", "blir mötet av?" */
export const FateQuestion = z.strictObject({
  of: z.enum(['cancelled', 'moved', 'held']),
  asks: z.enum(['whether', 'which', 'count']),
  /** Whether any meeting is asked for, and not a certain one. */
  any: z.boolean(),
  /** The days that it is said to have been moved to. */
  to: Period.nullable(),
});
export type FateQuestion = z.infer<typeof FateQuestion>;

/** "När är nästa kommittémöte?", "möten i april", "och efter det?", "hur många gånger ses ledningsgruppen?" */
export const MeetingsQuery = z.strictObject({
  kind: z.literal('meetings').describe('meetings of groups: dates, hours, places, counts; moved or called off'),
  /** Whose meetings; empty for everybody's. */
  groups: z.array(GroupId),
  form: z.enum(['any', 'planning-conference', 'ordinary']),
  /** Whether conferences are asked for beside the groups' meetings. */
  conferences: z.boolean(),
  which: z.enum(['all', 'upcoming', 'past', 'next', 'latest', 'first', 'final']),
  /** How many of the next, the latest, the first or the last; one where it is not said. */
  take: z.int().min(2).max(12).optional(),
  /** Only meetings after this one (or before it, for `latest`). */
  from: MeetingId.nullable(),
  /** Exactly these, when an earlier answer is asked about. */
  ids: z.array(MeetingId),
  period: Period.nullable(),
  place: PlaceRef.nullable(),
  /** Those at any other place than `place`. */
  otherPlaces: z.literal(true).optional(),
  /** ISO weekday, Monday is 1. */
  weekday: z.int().min(1).max(7).nullable(),
  /** Those on any other day than `weekday`. */
  otherDays: z.literal(true).optional(),
  aspect: z.enum([
    'when',
    'where',
    'hours',
    'start',
    'end',
    'duration',
    'weekday',
    'week',
    'countdown',
    'count',
    'exists',
  ]),
  /** Only those at that time of day, by the hours that are stated. */
  daypart: z.enum(['morning', 'afternoon', 'evening']).optional(),
  /** Where a room or an address is asked for, which is more than a place. */
  room: z.literal(true).optional(),
  /** Where what became of the meetings is asked, and not when they are. */
  fate: FateQuestion.optional(),
});
export type MeetingsQuery = z.infer<typeof MeetingsQuery>;

/** All meetings; a question narrows it. */
export const everyMeeting: MeetingsQuery = {
  kind: 'meetings',
  groups: [],
  form: 'any',
  conferences: false,
  which: 'all',
  from: null,
  ids: [],
  period: null,
  place: null,
  weekday: null,
  aspect: 'when',
};

/** "Vilka dagar brukar ledningsgruppen träffas?", "vad är kommitténs syfte?", "vilka sitter i kommittén?" */
export const GroupQuery = z.strictObject({
  kind: z.literal('group').describe('a group: purpose, members, how often and which days it usually meets'),
  groups: z.array(GroupId),
  aspect: z.enum([
    /** Which there are: of no group. */
    'list',
    'about',
    'purpose',
    'members',
    'municipalities',
    'frequency',
    'seat',
    'weekday',
    'hours',
    'start',
    'end',
    'duration',
    'areas',
  ]),
});
export type GroupQuery = z.infer<typeof GroupQuery>;

/** "När är rådslaget?", "vilka arrangerar det?", "vilka konferenser finns det?" */
export const ConferenceQuery = z.strictObject({
  kind: z.literal('conference').describe('a recurring conference: date, place, theme, partners, frequency'),
  /** Empty for all. */
  conferences: z.array(ConferenceId),
  period: Period.nullable(),
  aspect: z.enum([
    'list',
    'about',
    'when',
    'where',
    'weekday',
    'week',
    'hours',
    'partners',
    'organisers',
    'participants',
    'theme',
    'frequency',
    'responsible',
    'countdown',
    'count',
  ]),
});
export type ConferenceQuery = z.infer<typeof ConferenceQuery>;

/** "Vem är värd 2021?", "när är det Tyresös tur?", "visa hela turordningen", "är Salem värd 2020?" */
export const HostsQuery = z.strictObject({
  kind: z.literal('hosts').describe('whose turn it is to host a conference, in any year'),
  conferences: z.array(ConferenceId),
  period: Period.nullable(),
  municipalities: z.array(MunicipalityId),
  /** `final`: the last that the plan names. */
  which: z.enum(['all', 'next', 'latest', 'final']),
  /** `after`, `before`: who has the turn after these, or had it before them. */
  aspect: z.enum(['who', 'when', 'count', 'check', 'after', 'before']),
});
export type HostsQuery = z.infer<typeof HostsQuery>;

/** "Vem ansvarar för elvägen?", "vad kostar BISNOD-analysen?", "hur går det med e-arkivet?" */
export const ActivityQuery = z.strictObject({
  kind: z.literal('activity').describe('named activities of the action plan: who, when, cost, status'),
  activities: z.array(ActivityId).min(1),
  aspect: z.enum(['about', 'responsible', 'schedule', 'cost', 'status', 'goal', 'involves']),
  /** Who is asked about, for `involves`. */
  parties: z.array(Party),
  /** "Är elvägen försenad?": the status that is asked about, for `status`. */
  asked: Status.optional(),
  /** Whether the first of two costs more or less than the other, or which of them does. */
  compared: z.enum(['dearer', 'cheaper', 'dearest', 'cheapest']).optional(),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

/** "Vad ansvarar Tyresö för?", "löpande aktiviteter inom infrastruktur", "vilken aktivitet är dyrast?" */
export const ActivitiesQuery = z.strictObject({
  kind: z.literal('activities').describe('activities found by who is responsible, area, goal, time, cost, status'),
  branch: Branch.nullable(),
  areas: z.array(AreaId),
  goals: z.array(GoalId),
  objectives: z.array(ObjectiveId),
  /** Answered for by all of these together. */
  parties: z.array(Party),
  /** Only those where a party answers alone, or with others; or those that nobody answers for. */
  sharing: z.enum(['any', 'alone', 'shared', 'nobody']),
  period: Period.nullable(),
  schedule: z.enum(['any', 'ongoing', 'as-needed', 'unspecified', 'dated']),
  cost: z.enum(['any', 'stated', 'unstated', 'highest', 'lowest']),
  /** 2 for the second dearest or cheapest; the first where it is absent. */
  rank: z.int().min(1).max(5).optional(),
  /** SEK; null where no bound is asked for. */
  costAtLeast: z.int().nullable(),
  costAtMost: z.int().nullable(),
  /** Whether the bound itself is left out: "mer än" and not "minst". */
  exclusive: z.boolean(),
  status: z.union([Status, z.literal('unreported'), z.literal('any')]),
  aspect: z.enum(['list', 'count', 'sum', 'responsible', 'status']),
});
export type ActivitiesQuery = z.infer<typeof ActivitiesQuery>;

/** "Vem av kommunerna har flest aktiviteter?" */
export const PartiesQuery = z.strictObject({
  kind: z.literal('parties').describe('who is responsible for most or fewest activities'),
  areas: z.array(AreaId),
  which: z.enum(['most', 'fewest', 'all']),
});
export type PartiesQuery = z.infer<typeof PartiesQuery>;

/** "Vilka nätverk finns det?", "vilket nätverk jobbar med klimat?" */
export const NetworksQuery = z.strictObject({
  kind: z.literal('networks').describe('which networks there are, or work with an area'),
  areas: z.array(AreaId),
  /** Narrower than an area. */
  goals: z.array(GoalId).optional(),
  conferences: z.array(ConferenceId),
  aspect: z.enum(['list', 'count']),
});
export type NetworksQuery = z.infer<typeof NetworksQuery>;

/** "Vem är ordförande i kommittén?", "till när?", "vilken kommun kommer Daniel Dronjak från?" */
export const RolesQuery = z.strictObject({
  kind: z.literal('roles').describe('who holds a role such as chair, until when; what a person is'),
  groups: z.array(GroupId),
  roles: z.array(RoleKind),
  people: z.array(PersonId),
  municipalities: z.array(MunicipalityId),
  year: z.int().nullable(),
  aspect: z.enum(['who', 'until', 'municipality', 'about']),
});
export type RolesQuery = z.infer<typeof RolesQuery>;

/** "Vilka mål finns inom klimat?", "vilka områden har utvecklingsprogrammet?", "hur många delmål?" */
export const GoalsQuery = z.strictObject({
  kind: z.literal('goals').describe('areas, goals and objectives'),
  level: z.enum(['areas', 'goals', 'objectives']),
  branch: Branch.nullable(),
  areas: z.array(AreaId),
  goals: z.array(GoalId),
  objectives: z.array(ObjectiveId),
  aspect: z.enum(['list', 'count']),
});
export type GoalsQuery = z.infer<typeof GoalsQuery>;

/** "Hur stor är budgeten?", "vad går till personal?", "hur mycket betalar vi per invånare, och vem bestämde det?" */
export const BudgetQuery = z.strictObject({
  kind: z.literal('budget').describe('the budget: totals, lines, fee per inhabitant'),
  /** Of whom a part is asked, which no plan of this kind states. */
  municipalities: z.array(MunicipalityId).optional(),
  what: z.enum(['total', 'income', 'costs', 'lines', 'share', 'fee', 'fee-decision', 'largest', 'smallest', 'balance']),
  lines: z.array(BudgetLineId),
  year: z.int().nullable(),
});
export type BudgetQuery = z.infer<typeof BudgetQuery>;

/** "Vad händer i april?": meetings, conferences and activities with a time. */
export const AgendaQuery = z.strictObject({
  kind: z.literal('agenda').describe('all that happens in a period or place'),
  period: Period.nullable(),
  place: PlaceRef.nullable(),
  /** Meetings and conferences, activities, or both. */
  content: z.enum(['all', 'calendar', 'activities']),
});
export type AgendaQuery = z.infer<typeof AgendaQuery>;

/** "Vad ligger på Haninge i år?": activities, hosting, meetings and roles of one municipality. */
export const MunicipalityQuery = z.strictObject({
  kind: z.literal('municipality').describe('all that concerns one municipality'),
  municipality: MunicipalityId,
  period: Period.nullable(),
});
export type MunicipalityQuery = z.infer<typeof MunicipalityQuery>;

/** "Vilka kommuner är med?" */
export const MunicipalitiesQuery = z.strictObject({
  kind: z.literal('municipalities').describe('which municipalities take part'),
  aspect: z.enum(['list', 'count', 'check', 'outside']),
  municipalities: z.array(MunicipalityId),
  /** For `outside`: in which of these they have no part, or what they never host. */
  of: z
    .strictObject({
      activities: z.array(ActivityId),
      groups: z.array(GroupId),
      conferences: z.array(ConferenceId),
      /** The years of hosting that are meant; null for all. */
      period: Period.nullable().optional(),
    })
    .optional(),
  /** A name that none of them has: "är Nacka med?" */
  other: z.string().optional(),
});
export type MunicipalitiesQuery = z.infer<typeof MunicipalitiesQuery>;

/** What the plan's running text says: vision, purpose, principles, any passage found by its words. */
export const PassagesQuery = z.strictObject({
  kind: z.literal('passages').describe("the plan's running text: sections, or paragraphs with words"),
  sections: z.array(SectionId),
  activities: z.array(ActivityId),
  /** The words that were looked for, to show the paragraphs that have them; empty for the whole. */
  words: z.array(z.string()),
});
export type PassagesQuery = z.infer<typeof PassagesQuery>;

/** "Vilka bilagor finns?", "vad är det här för plan?" */
export const DocumentQuery = z.strictObject({
  kind: z.literal('document').describe('the plan as a document, its appendices and oddities'),
  aspect: z.enum(['about', 'appendices', 'oddities']),
  appendix: z.int().nullable(),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

/** "Vilka möten saknar plats?", "vilka aktiviteter saknar kostnad?" */
export const MissingQuery = z.strictObject({
  kind: z.literal('missing').describe('what the plan leaves out'),
  what: z.enum(['everything', 'meetings', 'activities']),
});
export type MissingQuery = z.infer<typeof MissingQuery>;

/** What somebody may ask the change of: what was done to a meeting, or a field that was set. */
export const ChangeKind = z.enum([
  'moved',
  'cancelled',
  'restored',
  'added',
  'place',
  'status',
  'cost',
  'responsible',
  'schedule',
  'hosts',
  'role',
  'deadline',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** "Vad har ändrats sedan sist?", "vem ändrade mötet?", "visa historiken" */
export const ChangesQuery = z.strictObject({
  kind: z.literal('changes').describe('what has been changed in the plan, and by whom'),
  /** Since the asker last asked (or the latest meeting, the first time), since a day (inclusive), or ever. */
  since: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('last') }),
    z.strictObject({ by: z.literal('day'), day: Day }),
    z.strictObject({ by: z.literal('ever') }),
  ]),
  /** The last day; null for up to now. */
  until: Day.nullable(),
  /** Only changes to these; all empty for every change. */
  meetings: z.array(MeetingId),
  activities: z.array(ActivityId),
  conferences: z.array(ConferenceId),
  groups: z.array(GroupId),
  /** Only changes of one of these kinds. */
  kinds: z.array(ChangeKind).optional(),
  /** Only changes to meetings and conferences, or to activities. */
  only: z.enum(['meetings', 'activities']).optional(),
  /** Only changes to the meetings of these days, whenever they were made. */
  days: Period.optional(),
  /** `who`: the newest change and its author. */
  aspect: z.enum(['list', 'who']),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** All changes; a question narrows it. */
export const everyChange: ChangesQuery = {
  kind: 'changes',
  since: { by: 'ever' },
  until: null,
  meetings: [],
  activities: [],
  conferences: [],
  groups: [],
  aspect: 'list',
};

/** "När ska handlingarna skickas?": deadlines counted back from meetings. */
export const DeadlinesQuery = z.strictObject({
  kind: z.literal('deadlines').describe('deadlines counted back from meetings'),
  groups: z.array(GroupId),
  /** As the plan names it; null for all. */
  name: z.string().nullable(),
  period: Period.nullable(),
  which: z.enum(['next', 'all']),
});
export type DeadlinesQuery = z.infer<typeof DeadlinesQuery>;

/** "Vad får jag göra?" */
export const RightsQuery = z.strictObject({ kind: z.literal('rights').describe('what the asker may do') });
export type RightsQuery = z.infer<typeof RightsQuery>;

/** "Vilka frågor kunde du inte svara på?" */
export const UnansweredQuery = z.strictObject({
  kind: z.literal('unanswered').describe('questions that could not be answered'),
});
export type UnansweredQuery = z.infer<typeof UnansweredQuery>;

/** "Ge mig en kalenderlänk till ledningsgruppens möten", "lägg mötet i min kalender", "mina kalenderlänkar" */
export const CalendarQuery = z.strictObject({
  kind: z.literal('calendar').describe('calendar files and links'),
  /** `file`: single meetings to put into a calendar; `subscribe`: an address that a calendar program follows. */
  act: z.enum(['file', 'subscribe', 'list', 'rotate', 'revoke']),
  meetings: z.array(MeetingId),
  groups: z.array(GroupId),
  conferences: z.array(ConferenceId),
  municipalities: z.array(MunicipalityId),
  activities: z.array(ActivityId),
  /** All of a kind, where none is named: every meeting and conference, every conference, what the asker is reminded of. */
  scope: z.enum(['named', 'everything', 'conferences', 'subscriptions']),
  /** "Även aktiviteter". */
  withActivities: z.boolean(),
  /** Which of one's own links: by its last characters, or by its number in the list; null where not said. */
  link: z.string().nullable(),
  /** Words of weight that were not understood: then nothing is done. */
  unread: z.string().optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** What the plan goes out as: a workbook, the folder of its files, tables, data, a calendar, a text. */
export const FileFormat = z.enum(['xlsx', 'yaml', 'csv', 'json', 'ics', 'md']);
export type FileFormat = z.infer<typeof FileFormat>;
export const fileFormats: readonly FileFormat[] = FileFormat.options;

/** "Exportera planen till Excel", "ge mig mallen för 2020" */
export const FileQuery = z.strictObject({
  kind: z.literal('file').describe('the plan as a file, or the template for a next one'),
  what: z.enum(['export', 'template']),
  format: FileFormat,
  /** A template's year; null for the one after the newest plan. */
  year: z.int().min(1900).max(2200).nullable(),
});
export type FileQuery = z.infer<typeof FileQuery>;

/** A link to nothing yet; a wish says what it shows. */
export const unsaidCalendar: CalendarQuery = {
  kind: 'calendar',
  act: 'subscribe',
  meetings: [],
  groups: [],
  conferences: [],
  municipalities: [],
  activities: [],
  scope: 'named',
  withActivities: false,
  link: null,
};

/** "Påminn mig en vecka innan kommitténs möten", "sluta påminna mig", "pausa till 1 september", "vilka påminnelser har jag?" */
export const RemindersQuery = z.strictObject({
  kind: z.literal('reminders').describe('reminders'),
  /** `why`: "varför fick jag detta?"; `health`: "hur går det med påminnelserna?", for the secretariat. */
  act: z.enum(['start', 'stop', 'pause', 'resume', 'list', 'why', 'health']),
  groups: z.array(GroupId),
  conferences: z.array(ConferenceId),
  municipalities: z.array(MunicipalityId),
  activities: z.array(ActivityId),
  /** Everything in the plan, where nothing is named but "allt". */
  everything: z.boolean(),
  /** Empty where not said: the usual ones. Amounts may be far too long: the next layer says so. */
  leads: z.array(
    z.strictObject({
      amount: z.int().positive(),
      unit: z.enum(['minutes', 'hours', 'days', 'weeks', 'months', 'years']),
    }),
  ),
  /** Exactly these times, instead of those that were set before. */
  only: z.boolean().optional(),
  /** The weekly digest: "skicka veckobrev", "ingen veckosammanfattning"; null where it is not spoken of. */
  digest: z.boolean().nullable(),
  /** The last day of a pause. */
  until: Day.nullable(),
  /** About the secretariat's messages, and not about reminders. */
  announcements: z.literal(true).optional(),
  /** The version of the change that ordered the message, for `why`. */
  announcement: z.int().positive().optional(),
  /** Whom it is set for: the asker, this chat or channel, or somebody else by name (set by the secretariat). */
  whom: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('me') }),
    z.strictObject({ kind: z.literal('here') }),
    z.strictObject({ kind: z.literal('person'), name: z.string() }),
    /** Those who lead the groups, or any network (set by the secretariat). */
    z.strictObject({ kind: z.literal('leaders'), groups: z.array(GroupId) }),
  ]),
  /** Words of weight that were not understood: then nothing is done. */
  unread: z.string().optional(),
});
export type RemindersQuery = z.infer<typeof RemindersQuery>;

/** A wish of the asker's own that says nothing but what is to be done. */
export function wish(act: RemindersQuery['act'], more: Partial<RemindersQuery> = {}): RemindersQuery {
  return {
    kind: 'reminders',
    groups: [],
    conferences: [],
    municipalities: [],
    activities: [],
    everything: false,
    leads: [],
    digest: null,
    until: null,
    whom: { kind: 'me' },
    act,
    ...more,
  };
}

/** "Hur går det med meddelandet?", "vem fick inte meddelandet?", "vilka meddelanden väntar?", "visa mallarna" */
export const AnnouncementsQuery = z.strictObject({
  kind: z.literal('announcements'),
  act: z.enum(['status', 'list', 'templates']),
  /** The version of the change that ordered it; null for the latest. */
  version: z.int().positive().nullable(),
});
export type AnnouncementsQuery = z.infer<typeof AnnouncementsQuery>;

/** The questions "hur går det?" to those who answer for activities, their answers, and what becomes of these. */
export const CheckInsQuery = z.strictObject({
  kind: z.literal('check-ins'),
  wish: z.discriminatedUnion('act', [
    /** How an activity goes, by somebody who was asked. `meeting`: before which it was asked; null where it was not said. */
    z.strictObject({
      act: z.literal('answer'),
      activity: ActivityId,
      meeting: MeetingId.nullable(),
      status: Status,
      comment: z.string().nullable(),
    }),
    /** A secretary's verdict on an answer, as it stood at an instant. */
    z.strictObject({ act: z.enum(['approve', 'reject']), report: z.uuid(), at: z.iso.datetime() }),
    /** "Vilka svar väntar?" */
    z.strictObject({ act: z.literal('waiting') }),
    /** "Statusrapport", before the next meeting of a group; null for the next that is asked about. */
    z.strictObject({ act: z.literal('report'), groups: z.array(GroupId) }),
    /** "Vilka statusfrågor är inställda?" */
    z.strictObject({ act: z.literal('rules') }),
  ]),
});
export type CheckInsQuery = z.infer<typeof CheckInsQuery>;

/** "Flytta kommittémötet 9 maj till 16 maj kl 13 i Salem": a change, which is previewed and confirmed. */
export const UpdateQuery = z.strictObject({
  kind: z.literal('update').describe('a change to the plan'),
  request: UpdateRequest,
});
export type UpdateQuery = z.infer<typeof UpdateQuery>;

/** "Är rådslaget före eller efter kommittémötet?": which of two comes first. */
export const OrderQuery = z.strictObject({
  kind: z.literal('order').describe('which of two meetings or conferences comes first'),
  left: z.discriminatedUnion('kind', [MeetingsQuery, ConferenceQuery]),
  right: z.discriminatedUnion('kind', [MeetingsQuery, ConferenceQuery]),
  /** Where a yes or a no is asked for: whether the left is before, or after, the right. */
  asked: z.enum(['before', 'after']).nullable(),
  /** Where it is asked how far apart they are. */
  apart: z.literal(true).optional(),
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const TalkQuery = z.strictObject({
  kind: z.literal('talk').describe('small talk, and what the bot can do'),
  about: z.enum([
    'help',
    'greeting',
    'thanks',
    'farewell',
    'who-are-you',
    'how-are-you',
    'agree',
    'decline',
    'praise',
    'complaint',
    'empty',
    'today',
  ]),
});
export type TalkQuery = z.infer<typeof TalkQuery>;

/** Two or three readings to choose from, where none is clearly meant. */
export const ClarifyQuery = z.strictObject({
  kind: z.literal('clarify').describe('two or three activities to choose between'),
  about: z.enum(['activity', 'reading']),
  activities: z.array(ActivityId),
});
export type ClarifyQuery = z.infer<typeof ClarifyQuery>;

/** "Vad vet du om mig?", "exportera mina uppgifter", "glöm mig", and what confirms that. Always about the asker. */
export const PrivacyQuery = z.strictObject({
  kind: z.literal('privacy').describe('what the bot keeps about the asker, or that it is to forget them'),
  aspect: z.enum(['show', 'file', 'forget', 'forget-confirmed']),
});
export type PrivacyQuery = z.infer<typeof PrivacyQuery>;

/** What can be answered from the plan, or is small talk. */
export const AnswerableQuery = z.discriminatedUnion('kind', [
  MeetingsQuery,
  GroupQuery,
  ConferenceQuery,
  HostsQuery,
  ActivityQuery,
  ActivitiesQuery,
  PartiesQuery,
  NetworksQuery,
  RolesQuery,
  GoalsQuery,
  BudgetQuery,
  AgendaQuery,
  MunicipalityQuery,
  MunicipalitiesQuery,
  PassagesQuery,
  DocumentQuery,
  MissingQuery,
  ChangesQuery,
  DeadlinesQuery,
  RightsQuery,
  UnansweredQuery,
  CalendarQuery,
  FileQuery,
  RemindersQuery,
  AnnouncementsQuery,
  PrivacyQuery,
  CheckInsQuery,
  UpdateQuery,
  OrderQuery,
  TalkQuery,
  ClarifyQuery,
]);
export type AnswerableQuery = z.infer<typeof AnswerableQuery>;

/** The escape hatch: what was understood, and the words that nothing in the plan explains. */
export const NotInPlanQuery = z.strictObject({
  kind: z.literal('not-in-plan'),
  reason: z.enum(['words', 'nothing', 'too-long', 'write']),
  words: z.array(z.string()),
  /** What the message would ask without those words: what the conversation is about all the same. */
  understood: AnswerableQuery.nullable(),
});
export type NotInPlanQuery = z.infer<typeof NotInPlanQuery>;

/** "Hur såg planen ut i februari?", "när var mötet i maj enligt planen i mars?": the plan at the end of a day. */
export const AsOfQuery = z.strictObject({
  kind: z.literal('as-of').describe('the plan as it was at the end of a day'),
  day: Day,
  /** What is asked of that plan; null for the whole of it. */
  query: AnswerableQuery.nullable(),
});
export type AsOfQuery = z.infer<typeof AsOfQuery>;

/** "Nästa års budget?": asked of another year's plan than the one that questions are about without a year. */
export const OfYearQuery = z.strictObject({
  kind: z.literal('of-year').describe('asked of the plan of another year'),
  year: z.int(),
  query: AnswerableQuery,
});
export type OfYearQuery = z.infer<typeof OfYearQuery>;

/** "Vilka aktiviteter är nya i år?", "vad försvinner nästa år?": a year's plan beside the plan before it. */
export const YearChangesQuery = z.strictObject({
  kind: z.literal('year-changes').describe('what a plan has that the plan of the year before had not'),
  /** The later of the two years. */
  year: z.int(),
  which: z.enum(['new', 'gone', 'changed', 'all']),
});
export type YearChangesQuery = z.infer<typeof YearChangesQuery>;

export const SingleQuery = z.discriminatedUnion('kind', [
  ...AnswerableQuery.options,
  NotInPlanQuery,
  AsOfQuery,
  OfYearQuery,
  YearChangesQuery,
]);
export type SingleQuery = z.infer<typeof SingleQuery>;

/** What the plan alone does not answer: it takes the ledger, or who asks. */
export type LedgerQuery =
  | ChangesQuery
  | AsOfQuery
  | OfYearQuery
  | YearChangesQuery
  | RightsQuery
  | UnansweredQuery
  | CalendarQuery
  | FileQuery
  | RemindersQuery
  | AnnouncementsQuery
  | PrivacyQuery
  | CheckInsQuery
  | UpdateQuery;

/** What the plan answers alone. */
export type PlanQuery = Exclude<SingleQuery, LedgerQuery>;

export const ledgerKinds: ReadonlySet<SingleQuery['kind']> = new Set<LedgerQuery['kind']>([
  'changes',
  'as-of',
  'of-year',
  'year-changes',
  'rights',
  'unanswered',
  'calendar',
  'file',
  'reminders',
  'announcements',
  'privacy',
  'check-ins',
  'update',
]);

/** What is another answer in another year's plan. */
const yearlyKinds: ReadonlySet<SingleQuery['kind']> = new Set<PlanQuery['kind']>([
  'activity',
  'activities',
  'parties',
  'goals',
  'budget',
  'agenda',
  'municipality',
  'passages',
  'missing',
  'clarify',
]);

export function isYearly({ kind }: SingleQuery): boolean {
  return yearlyKinds.has(kind);
}

export function isPlanQuery(query: SingleQuery): query is PlanQuery {
  return !ledgerKinds.has(query.kind);
}

/** "När är nästa möte, och vem är värd 2020?" */
export const SeveralQuery = z.strictObject({
  kind: z.literal('several'),
  queries: z.array(SingleQuery).min(2).max(3),
  /** The year of each, where the same is asked of several years: "hur många möten 2020 jämfört med 2019?" */
  years: z.array(z.int()).optional(),
});
export type SeveralQuery = z.infer<typeof SeveralQuery>;

export const Query = z.discriminatedUnion('kind', [...SingleQuery.options, SeveralQuery]);
export type Query = z.infer<typeof Query>;

/** What an answer showed, so that the next question can be about "it". */
export const Focus = z.strictObject({
  meetings: z.array(MeetingId),
  activities: z.array(ActivityId),
  conferences: z.array(ConferenceId),
  /** The year of what was shown, where it was one year. */
  year: z.int().nullable(),
});
export type Focus = z.infer<typeof Focus>;

/** What an answer listed last, in its order, so that a later question can be about "the third". */
export const Listed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meetings'), ids: z.array(MeetingId).min(2) }),
  z.strictObject({ kind: z.literal('activities'), ids: z.array(ActivityId).min(2) }),
]);
export type Listed = z.infer<typeof Listed>;

/** What a conversation remembers from one turn to the next. */
export const Context = z.strictObject({
  last: Query.nullable(),
  focus: Focus,
  /** Kept while what is spoken of is in it. */
  listed: Listed.nullable().default(null),
  /** A change that the bot has asked for a part of. */
  pending: PendingRequest.nullable(),
});
export type Context = z.infer<typeof Context>;

export const noFocus: Focus = { meetings: [], activities: [], conferences: [], year: null };
export const noContext: Context = { last: null, focus: noFocus, listed: null, pending: null };
