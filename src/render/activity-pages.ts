// Pages about activities, and about one municipality's.
import type { OutcomeOf as Of } from '../facts.ts';
import { type Activity, sameParty } from '../plan/activity.ts';
import { activityKey } from '../plan/change.ts';
import { calendarItem, periodText } from './calendar-pages.ts';
import { formatAmount, formatDate, joinWords } from './dates.ts';
import {
  activityName,
  costText,
  local,
  municipalityNames,
  partyNames,
  quoted,
  type Setting,
  scheduleText,
} from './names.ts';
import { type Block, type Item, type Items, itemsOf, type Page, sentence, shortened, unstopped } from './page.ts';
import { statusBars } from './pictures.ts';

function activityFields(activity: Activity, setting: Setting): Block[] {
  const { say, plan } = setting;
  const rows: [string, string][] = [[say.labels.responsible, partyNames(activity.responsible, setting) || '–']];
  rows.push([say.labels.when, scheduleText(activity, setting)]);
  rows.push([say.labels.cost, costText(activity, setting) || say.notGiven]);
  if (activity.status) rows.push([say.labels.status, statusText(activity.status, setting)]);
  rows.push([say.labels.area, local(plan.area(activity.area).name, setting)]);
  return [{ kind: 'fields', rows }, ...commentBlock(activity, setting)];
}

function commentBlock(activity: Activity, setting: Setting): Block[] {
  return activity.comment ? [{ kind: 'text', paragraphs: [local(activity.comment, setting)] }] : [];
}

/** Of more the comments would be a wall of text. */
const mostExplained = 2;

/** A row with what the plan says of it. */
function explained(activity: Activity, setting: Setting): Item {
  const { title, details } = activityItem(activity, setting, true);
  return { title, details: activity.comment ? [...details, local(activity.comment, setting)] : details };
}

export function activityPage({ query, activities }: Of<'activity'>, setting: Setting): Page {
  const [only] = activities;
  if (query.aspect === 'about' && activities.length === 1 && only) {
    return { lead: `${unstopped(local(only.title, setting))}.`, blocks: activityFields(only, setting) };
  }
  if (query.aspect === 'about' && activities.length <= mostExplained) {
    const items = activities.map((activity) => explained(activity, setting));
    return { lead: setting.say.activityList(activities.length, ''), blocks: [{ kind: 'list', heading: null, items }] };
  }
  if (query.aspect === 'about')
    return { lead: setting.say.activityList(activities.length, ''), blocks: activityList(activities, setting, true) };
  const sentences = activities.map((activity) => activitySentence(activity, query, setting));
  return { lead: [...comparedCost(query, activities, setting), ...sentences].join(' '), blocks: [] };
}

/** Whether the first of two costs more than the other, or which of them does. */
function comparedCost(
  { compared }: Of<'activity'>['query'],
  [first, second]: readonly Activity[],
  setting: Setting,
): string[] {
  const { say, compare } = setting;
  if (compared === undefined || !first?.cost || !second?.cost) return [];
  if (first.cost.amount === second.cost.amount) return [compare.sameCost];
  const isDearer = first.cost.amount > second.cost.amount;
  if (compared === 'dearer' || compared === 'cheaper')
    return [`${isDearer === (compared === 'dearer') ? say.yes : say.no}.`];
  const which = compared === 'dearest' ? 'highest' : 'lowest';
  return [compare.dearest(activityName(isDearer === (which === 'highest') ? first : second, setting), which)];
}

function activitySentence(activity: Activity, query: Of<'activity'>['query'], setting: Setting): string {
  const { say, plan } = setting;
  const { aspect, parties, asked } = query;
  const name = activityName(activity, setting);
  const responsible = partyNames(activity.responsible, setting);
  switch (aspect) {
    case 'responsible':
      return responsible === ''
        ? say.nobodyResponsible(name)
        : say.responsibleFor(responsible, activity.responsible.length, name) + memberText(activity, setting);
    case 'schedule':
      return activity.schedule.kind === 'unspecified'
        ? say.noSchedule(name)
        : say.scheduleOf(name, scheduleText(activity, setting));
    case 'cost': {
      if (!activity.cost) return say.noCost(name);
      // An amount that an update set is in nobody's words.
      const isPlans = !plan.alterations(activityKey(activity.id)).some(({ fields }) => fields.includes('cost'));
      const bare = isPlans && /^\d+$/.test(activity.cost.wording) ? activity.cost.wording : null;
      return say.costOf(name, costText(activity, setting), bare);
    }
    case 'status': {
      const told = statusSentence(activity, setting);
      if (asked === undefined || activity.status === null) return told;
      return `${activity.status.status === asked ? say.yes : say.no}, ${told}`;
    }
    case 'goal':
      return say.goalOf(
        name,
        local(plan.objective(activity.objective).title, setting),
        local(plan.area(activity.area).name, setting),
      );
    case 'involves': {
      const yes = parties.every(
        (party) => activity.responsible.some((own) => sameParty(own, party)) || isMember(activity, party, setting),
      );
      return say.involved(partyNames(parties, setting), name, yes, responsible) + memberText(activity, setting);
    }
    case 'about':
      return name;
  }
}

/** A group that answers for an activity may have municipalities of its own: those are who one asks for. */
function memberText(activity: Activity, setting: Setting): string {
  const groups = activity.responsible.flatMap((party) =>
    party.kind === 'group' ? [setting.plan.group(party.id)] : [],
  );
  return groups
    .filter(({ kind, municipalities }) => kind === 'project' && municipalities.length > 0)
    .map(
      (group) =>
        ` ${setting.say.municipalitiesIn(local(group.definite, setting), municipalityNames(group.municipalities, setting), group.municipalities.length)}`,
    )
    .join('');
}

function isMember(activity: Activity, party: Of<'activity'>['query']['parties'][number], { plan }: Setting): boolean {
  if (party.kind !== 'municipality') return false;
  return activity.responsible.some(
    (own) => own.kind === 'group' && plan.group(own.id).municipalities.includes(party.id),
  );
}

/** "försenad (rapporterat 3 april): väntar på besked" */
function statusText({ status, on, comment }: NonNullable<Activity['status']>, setting: Setting): string {
  const { say, tell, today, locale } = setting;
  const reported = tell.reported(say.status[status], formatDate(on, today, locale));
  return comment === null ? reported : `${reported}: ${comment}`;
}

/** A comment in a list is cut here. In characters. */
const longestComment = 120;

function reported({ status }: Activity, setting: Setting): string {
  if (!status) return '';
  const { comment } = status;
  return statusText({ ...status, comment: comment && shortened(comment, longestComment) }, setting);
}

export function activityItem(activity: Activity, setting: Setting, withParties: boolean): Item {
  const parties = withParties ? partyNames(activity.responsible, setting) : '';
  const schedule = activity.schedule.kind === 'unspecified' ? '' : scheduleText(activity, setting);
  return {
    title: activityName(activity, setting),
    details: [reported(activity, setting), parties, schedule, costText(activity, setting)].filter(Boolean),
  };
}

function activityList(activities: readonly Activity[], setting: Setting, withParties: boolean): Block[] {
  return [
    { kind: 'list', heading: null, items: itemsOf(activities, (one) => activityItem(one, setting, withParties)) },
  ];
}

function scopeOf(query: Of<'activities'>['query'], setting: Setting): string {
  const { say, plan, locale } = setting;
  const subjects = [
    ...query.areas.map((id) => local(plan.area(id).name, setting)),
    ...query.goals.map((id) => quoted(local(plan.goal(id).title, setting), setting)),
    ...query.objectives.map((id) => quoted(local(plan.objective(id).title, setting), setting)),
    ...(query.branch ? [say[query.branch]] : []),
  ];
  const schedule = {
    any: '',
    ongoing: say.scope.ongoing,
    'as-needed': say.scope.asNeeded,
    unspecified: say.scope.unspecified,
    dated: say.scope.dated,
  };
  const cost = { any: '', stated: say.scope.withCost, unstated: say.scope.withoutCost, highest: '', lowest: '' };
  return [
    query.parties.length > 0 ? say.scope.of(partyNames(query.parties, setting), query.parties.length === 1) : '',
    query.sharing === 'alone' ? say.scope.alone : query.sharing === 'nobody' ? say.scope.nobody : '',
    subjects.length > 0 ? say.scope.in(joinWords(subjects, locale)) : '',
    schedule[query.schedule],
    query.costAtLeast === null ? '' : say.scope.atLeast(formatAmount(query.costAtLeast, locale), query.exclusive),
    query.costAtMost === null ? '' : say.scope.atMost(formatAmount(query.costAtMost, locale), query.exclusive),
    query.costAtLeast === null && query.costAtMost === null ? cost[query.cost] : '',
    query.status === 'unreported' ? say.scope.withoutStatus : '',
    query.status === 'any' || query.status === 'unreported' ? '' : say.statusAsked(say.status[query.status]),
    periodText(query.period, setting),
  ]
    .filter(Boolean)
    .join(' ');
}

/** More activities than this are a list, not sentences. */
const mostSentences = 3;

function statusSentence(activity: Activity, setting: Setting): string {
  const { say } = setting;
  const name = activityName(activity, setting);
  return activity.status
    ? say.statusOf(name, statusText(activity.status, setting))
    : say.noStatus(name, scheduleText(activity, setting));
}

export function activitiesPage({ query, activities, anyStatus, shared }: Of<'activities'>, setting: Setting): Page {
  const { say, locale } = setting;
  const scope = scopeOf(query, setting);
  if (
    query.aspect === 'status' &&
    query.status !== 'unreported' &&
    activities.length > 0 &&
    activities.length <= mostSentences
  ) {
    return sentence(activities.map((activity) => statusSentence(activity, setting)).join(' '));
  }
  if (!anyStatus && ((query.status !== 'any' && query.status !== 'unreported') || query.aspect === 'status'))
    return sentence(say.noStatuses);
  if (activities.length === 0 && shared.length > 0)
    return {
      lead: `${say.noActivities(scope)} ${setting.compare.withOthers(shared.length)}`,
      blocks: activityList(shared, setting, true),
    };
  if (activities.length === 0) return sentence(query.rank ? setting.compare.noneRanked : say.noActivities(scope));
  if (query.aspect === 'status' && query.status === 'any') return statusPage(activities, scope, setting);
  if (query.aspect === 'sum') return sumPage(activities, scope, setting);
  const [only] = activities;
  if ((query.cost === 'highest' || query.cost === 'lowest') && only) {
    const names = joinWords(
      activities.map((activity) => activityName(activity, setting)),
      locale,
    );
    const phrase = query.cost === 'highest' ? say.dearest : say.cheapest;
    const amount = costText(only, setting);
    const rank = query.rank ?? 1;
    return sentence(rank === 1 ? phrase(names, amount) : setting.compare.ranked(rank, query.cost, names, amount));
  }
  const listed = query.aspect === 'count' ? say.activityCount : say.activityList;
  // Who shares them is told where it is asked, and where there is room.
  const isOwn = query.parties.length === 1 && query.sharing === 'any' && activities.length > mostSentences;
  return { lead: listed(activities.length, scope), blocks: activityList(activities, setting, !isOwn) };
}

/** How it goes at a glance, then what has been reported. */
function statusPage(activities: readonly Activity[], scope: string, setting: Setting): Page {
  const told = activities.filter(({ status }) => status !== null);
  return {
    lead: setting.say.statusOverview(activities.length, told.length, scope),
    blocks: [statusBars(activities, setting), ...(told.length > 0 ? activityList(told, setting, true) : [])],
  };
}

function sumPage(activities: readonly Activity[], scope: string, setting: Setting): Page {
  const { say, locale } = setting;
  const priced = activities.filter(({ cost }) => cost !== null);
  if (priced.length === 0) return sentence(say.noSum(scope, activities.length));
  const sum = priced.reduce((total, { cost }) => total + (cost?.amount ?? 0), 0);
  return {
    lead: say.sumOf(scope, formatAmount(sum, locale), priced.length, activities.length),
    blocks: activityList(priced, setting, false),
  };
}

export function partiesPage({ query, counts }: Of<'parties'>, setting: Setting): Page {
  const { say, locale } = setting;
  const [first] = counts;
  if (!first) return sentence(say.noActivities(''));
  const leaders = counts.filter(({ activities }) => activities === first.activities);
  const names = joinWords(
    leaders.map(({ municipality }) => municipality.name),
    locale,
  );
  const items = counts.map(({ municipality, activities }) => ({
    title: municipality.name,
    details: [say.activitiesShort(activities)],
  }));
  return {
    lead: say.partyCounts(query.which !== 'fewest', names, first.activities),
    blocks: [{ kind: 'list', heading: null, items }],
  };
}

export function municipalityPage(
  { query, municipality, activities, meetings, hostings, roles }: Of<'municipality'>,
  setting: Setting,
): Page {
  const { say, plan } = setting;
  const scope = periodText(query.period, setting);
  const list = (heading: string, items: Items): Block[] => (items.length > 0 ? [{ kind: 'list', heading, items }] : []);
  const blocks = [
    ...list(
      say.activitiesHeading,
      itemsOf(activities, (activity) => activityItem(activity, setting, false)),
    ),
    ...list(
      say.calendarHeading,
      itemsOf(meetings, (item) => calendarItem(item, setting)),
    ),
    ...list(
      say.hostingHeading,
      hostings.map((hosting) => ({
        title: local(plan.conference(hosting.conference).name, setting),
        details: [String(hosting.year)],
      })),
    ),
    ...list(
      say.rolesHeading,
      roles.map((role) => ({
        title: plan.person(role.person).name,
        details: [`${say.role[role.role]}, ${local(plan.group(role.group).name, setting)}`],
      })),
    ),
  ];
  return blocks.length === 0
    ? sentence(say.noLens(municipality.name, scope))
    : { lead: say.lens(municipality.name, scope), blocks };
}

export function clarifyPage({ activities }: Of<'clarify'>, setting: Setting): Page {
  return { lead: setting.say.whichActivity, blocks: activityList(activities, setting, false) };
}
