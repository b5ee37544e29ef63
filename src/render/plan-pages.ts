// Pages about activities, people, networks, goals, budget, text, and the plan as a document.
import type { Outcome } from '../facts.ts';
import { type Activity, sameParty } from '../plan/activity.ts';
import type { BudgetLine } from '../plan/budget.ts';
import { activityKey } from '../plan/change.ts';
import type { Role } from '../plan/region.ts';
import { calendarItem, periodText } from './calendar-pages.ts';
import { formatAmount, formatDate, formatLength, formatTime, joinWords, weekdaysName } from './dates.ts';
import {
  activityName,
  costText,
  local,
  municipalityNames,
  partyNames,
  quoted,
  type Setting,
  scheduleText,
  termText,
} from './names.ts';
import { type Block, type Item, type Items, itemsOf, type Page, sentence, shortened, unstopped } from './page.ts';
import { statusBars } from './pictures.ts';

type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

// === Activities

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

// === People and groups

export function groupPage({ query, groups }: Of<'group'>, setting: Setting): Page {
  const [only] = groups;
  if (query.aspect === 'about' && groups.length === 1 && only) return aboutGroup(only, setting);
  return sentence(groups.map((group) => groupSentence(group, query.aspect, setting)).join(' '));
}

type Group = Of<'group'>['groups'][number];

function areasOf(group: Group, setting: Setting): string {
  const { plan, locale } = setting;
  const goals = group.goals.map(
    (id) => `${local(plan.area(plan.goal(id).area).name, setting)} (${local(plan.goal(id).title, setting)})`,
  );
  const areas = group.areas
    .filter((id) => !group.goals.some((goal) => plan.goal(goal).area === id))
    .map((id) => local(plan.area(id).name, setting));
  const conferences = group.conferences.map((id) => local(plan.conference(id).name, setting));
  return joinWords([...areas, ...goals, ...conferences], locale);
}

function aboutGroup(group: Group, setting: Setting): Page {
  const { say } = setting;
  const rows: [string, string][] = [];
  const areas = areasOf(group, setting);
  if (areas !== '') rows.push([say.labels.area, areas]);
  if (group.members) rows.push([say.labels.members, local(group.members, setting)]);
  if (group.municipalities.length > 0 && !group.members)
    rows.push([say.labels.members, municipalityNames(group.municipalities, setting)]);
  if (group.frequency) rows.push([say.labels.frequency, local(group.frequency, setting)]);
  if (group.seat) rows.push([say.labels.seat, local(group.seat.text, setting)]);
  const purpose = group.purpose ? ` ${local(group.purpose, setting)}` : '';
  const kind = group.kind === 'network' ? ` (${say.labels.networks.toLowerCase()})` : '';
  return {
    lead: `${local(group.name, setting)}${kind}.${purpose}`,
    blocks: rows.length > 0 ? [{ kind: 'fields', rows }] : [],
  };
}

function groupSentence(group: Group, aspect: Of<'group'>['query']['aspect'], setting: Setting): string {
  const { say, locale } = setting;
  const name = local(group.definite, setting);
  const stated = (text: Group['purpose'], label: string): string =>
    text ? say.membersOf(name, `${unstopped(local(text, setting))}.`) : say.notStated(label, name);
  switch (aspect) {
    case 'members':
      return group.members || group.municipalities.length === 0
        ? stated(group.members, say.labels.members)
        : say.municipalitiesIn(name, municipalityNames(group.municipalities, setting), group.municipalities.length);
    case 'municipalities':
      return group.municipalities.length > 0
        ? say.municipalitiesIn(name, municipalityNames(group.municipalities, setting), group.municipalities.length)
        : stated(group.members, say.labels.members);
    case 'frequency':
      return group.frequency ? stated(group.frequency, say.labels.frequency) : say.howOftenUnknown(name, true);
    case 'seat':
      return stated(group.seat?.text ?? null, say.labels.seat);
    case 'areas':
      return areasOf(group, setting) === ''
        ? say.notStated(say.labels.area, name)
        : say.membersOf(name, `${areasOf(group, setting)}.`);
    case 'purpose':
    case 'about':
      return group.purpose
        ? stated(group.purpose, say.labels.purpose)
        : areasOf(group, setting) === ''
          ? say.notStated(say.labels.purpose, name)
          : say.membersOf(local(group.name, setting), `${areasOf(group, setting)}.`);
    case 'weekday':
    case 'hours':
    case 'start':
    case 'end':
    case 'duration': {
      const { pattern } = group;
      if (!pattern) return say.noUsual(name);
      const days = weekdaysName(pattern.weekday, locale);
      const [start, end] = [formatTime(pattern.start, locale), formatTime(pattern.end, locale)];
      if (aspect === 'start') return say.usualStart(name, start, end);
      if (aspect === 'end') return say.usualEnd(name, start, end);
      if (aspect === 'duration') return say.usualLength(name, formatLength(pattern, locale), start, end);
      return aspect === 'weekday' ? say.usualWeekday(name, days, start, end) : say.usualHours(name, days, start, end);
    }
  }
}

export function networksPage({ query, networks }: Of<'networks'>, setting: Setting): Page {
  const { say } = setting;
  const [only] = networks;
  if (!only) return sentence(say.noNetwork);
  if (networks.length === 1 && query.aspect === 'list')
    return sentence(say.networkFor(local(only.name, setting), areasOf(only, setting)));
  const items = networks.map((group) => ({
    title: local(group.name, setting),
    details: [areasOf(group, setting)].filter(Boolean),
  }));
  return { lead: say.networkList(networks.length), blocks: [{ kind: 'list', heading: null, items }] };
}

function outsideText(
  { activities, groups, conferences }: NonNullable<Of<'municipalities'>['query']['of']>,
  municipalities: Of<'municipalities'>['municipalities'],
  setting: Setting,
): string {
  const { compare, plan, locale } = setting;
  const names = municipalities.map(({ name }) => name);
  const hosted = conferences.map((id) => local(plan.conference(id).definite, setting));
  const parts = [
    ...activities.map((id) => activityName(plan.activity(id), setting)),
    ...groups.map((id) => local(plan.group(id).definite, setting)),
  ];
  return hosted.length > 0
    ? compare.neverHost(joinWords(names, locale), names.length, joinWords(hosted, locale))
    : compare.outside(joinWords(names, locale), names.length, joinWords(parts, locale));
}

export function municipalitiesPage({ query, municipalities }: Of<'municipalities'>, setting: Setting): Page {
  const { say, locale } = setting;
  if (query.of) return sentence(outsideText(query.of, municipalities, setting));
  if (query.other !== undefined) {
    const names = joinWords(
      municipalities.map(({ name }) => name),
      locale,
    );
    return sentence(setting.compare.notMember(query.other, municipalities.length, names));
  }
  if (query.aspect === 'check' && query.municipalities.length > 0)
    return sentence(say.memberCheck(municipalityNames(query.municipalities, setting)));
  return sentence(
    say.municipalityList(
      municipalities.length,
      joinWords(
        municipalities.map(({ name }) => name),
        locale,
      ),
    ),
  );
}

export function rolesPage(outcome: Of<'roles'>, setting: Setting): Page {
  const { query, roles, people, activities, without } = outcome;
  const { say, plan, locale } = setting;
  if (query.aspect === 'municipality' && people.length > 0) {
    return sentence(
      people
        .map(({ name, municipality }) =>
          municipality
            ? say.personFrom(name, say.municipality(plan.municipality(municipality).name))
            : say.personUnknownHome(name),
        )
        .join(' '),
    );
  }
  const holders = roles.map((role) =>
    query.aspect === 'until' ? untilSentence(role, setting) : roleSentence(role, setting),
  );
  const tasks =
    activities.length > 0
      ? people.map(({ name }) =>
          say.personResponsible(
            name,
            joinWords(
              activities.map((activity) => activityName(activity, setting)),
              locale,
            ),
          ),
        )
      : [];
  const unknown = without.flatMap((group) =>
    query.roles.length === 0
      ? [say.notStated(say.labels.names, local(group.definite, setting))]
      : query.roles.map((role) => say.roleUnknown(say.role[role], local(group.definite, setting))),
  );
  const all = [...holders, ...tasks, ...unknown];
  return sentence(all.length > 0 ? all.join(' ') : say.noRole);
}

function homeOf(role: Role, { plan, say }: Setting): string | null {
  const { municipality } = plan.person(role.person);
  return municipality ? say.municipality(plan.municipality(municipality).name) : null;
}

function roleSentence(role: Role, setting: Setting): string {
  const { say, plan, today } = setting;
  const past = role.until !== null && role.until < today.slice(0, role.until.length);
  return say.roleIs(
    say.role[role.role],
    local(plan.group(role.group).definite, setting),
    plan.person(role.person).name,
    homeOf(role, setting),
    termOf(role, setting),
    past,
  );
}

/** A term in the plan's words, or in days where an update set it. */
function termOf({ term, from, until }: Role, setting: Setting): string {
  return term ? local(term, setting) : termText({ from, until }, setting);
}

function untilSentence(role: Role, setting: Setting): string {
  const { say, plan } = setting;
  return say.roleUntil(
    plan.person(role.person).name,
    say.role[role.role],
    local(plan.group(role.group).definite, setting),
    termOf(role, setting),
  );
}

// === Goals

type Tree = Of<'goals'>['trees'][number];

export function goalsPage({ query, trees, count }: Of<'goals'>, setting: Setting): Page {
  const { say } = setting;
  const [only] = trees;
  if (!only) return sentence(say.noGoals);
  if (query.aspect === 'count')
    return {
      lead: say.goalCount(count, query.level, goalScope(query, setting)),
      blocks: goalBlocks(trees, query, setting),
    };
  if (query.level === 'areas' && query.areas.length + query.goals.length + query.objectives.length === 0) {
    return { lead: say.areaList(trees.length), blocks: areaBlocks(trees, setting) };
  }
  if (trees.length === 1)
    return {
      lead: (query.level === 'objectives' ? say.objectivesIn : say.goalsIn)(local(only.area.name, setting)),
      blocks: goalBlocks(trees, query, setting),
    };
  return {
    lead: say.goalList(count, query.level === 'objectives' ? 'objectives' : 'goals'),
    blocks: goalBlocks(trees, query, setting),
  };
}

function goalScope({ areas }: Of<'goals'>['query'], setting: Setting): string {
  return areas.length === 0
    ? ''
    : setting.say.scope.in(
        joinWords(
          areas.map((id) => local(setting.plan.area(id).name, setting)),
          setting.locale,
        ),
      );
}

function areaBlocks(trees: readonly Tree[], setting: Setting): Block[] {
  return (['regional', 'operations'] as const).flatMap((branch) => {
    const items = trees
      .filter(({ area }) => area.branch === branch)
      .map(({ area }) => ({ title: local(area.name, setting), details: [] }));
    return items.length > 0 ? [{ kind: 'list' as const, heading: setting.say[branch], items }] : [];
  });
}

function goalBlocks(trees: readonly Tree[], query: Of<'goals'>['query'], setting: Setting): Block[] {
  const item = (text: Tree['area']['name']): Item => ({ title: local(text, setting), details: [] });
  return trees.map((tree) => {
    const goals = tree.goals.flatMap(({ goal, objectives }) => {
      const below = objectives.map(({ title }) => item(title));
      if (query.level === 'objectives') return below;
      const details = trees.length === 1 ? objectives.map(({ title }) => local(title, setting)) : [];
      return [{ title: local(goal.title, setting), details }];
    });
    const direct = tree.objectives.map(({ title }) => item(title));
    return {
      kind: 'list' as const,
      heading: trees.length > 1 ? local(tree.area.name, setting) : null,
      items: [...goals, ...direct],
    };
  });
}

// === Budget

function lineAmount(line: BudgetLine, { say, locale }: Setting): string {
  return `${line.approximate ? `${say.approximately} ` : ''}${formatAmount(line.amount, locale)}`;
}

export function budgetPage({ query, lines, totals, fee }: Of<'budget'>, setting: Setting): Page {
  const { say, locale, plan, today } = setting;
  const year = query.year ?? totals?.year ?? fee?.year ?? Number(today.slice(0, 4));
  if (query.what === 'fee' && fee) {
    const { municipalities = [] } = query;
    const own = municipalities.length > 0 ? [setting.compare.noFeeOf(municipalityNames(municipalities, setting))] : [];
    return sentence([say.fee(formatFee(fee.perInhabitant, locale)), ...own].join(' '));
  }
  if (query.municipalities && query.lines.length === 0) {
    return sentence(setting.compare.noBudgetOf(municipalityNames(query.municipalities, setting)));
  }
  if (query.what === 'fee-decision' && fee) {
    return sentence(
      say.feeDecision(
        formatFee(fee.perInhabitant, locale),
        formatDate(fee.decidedOn, today, locale),
        local(plan.group(fee.decidedBy).definite, setting),
        formatDate(fee.validFrom, today, locale),
      ),
    );
  }
  if (query.what === 'fee' || query.what === 'fee-decision') return sentence(setting.compare.noFee(year));
  if (!totals) return sentence(say.noBudget(year));
  if (query.what === 'share') return sentence(lines.map((line) => shareText(line, totals, setting)).join(' '));
  if (query.lines.length > 0)
    return sentence(
      lines
        .map((line) =>
          say.budgetLine(
            unstopped(local(line.title, setting)),
            formatAmount(line.amount, locale),
            line.approximate,
            line.kind,
          ),
        )
        .join(' '),
    );
  const [first] = lines;
  if ((query.what === 'largest' || query.what === 'smallest') && first) {
    return sentence(
      say.budgetExtreme(
        query.what === 'largest',
        unstopped(local(first.title, setting)),
        formatAmount(first.amount, locale),
        first.approximate,
      ),
    );
  }
  if (query.what === 'income' || query.what === 'costs' || query.what === 'lines') {
    const sum = query.what === 'income' ? totals.income : totals.cost;
    const items = lines.map((line) => ({
      title: unstopped(local(line.title, setting)),
      details: [lineAmount(line, setting)],
    }));
    return {
      lead: say.budgetLines(query.what, formatAmount(sum, locale), year),
      blocks: [{ kind: 'list', heading: null, items }],
    };
  }
  return sentence(
    say.budgetTotal(
      year,
      formatAmount(totals.income, locale),
      formatAmount(totals.cost, locale),
      totals.income === totals.cost,
    ),
  );
}

/** What part of its side of the budget a line is, to a tenth of a per cent. */
function shareText(
  line: BudgetLine,
  totals: { readonly income: number; readonly cost: number },
  setting: Setting,
): string {
  const total = line.kind === 'income' ? totals.income : totals.cost;
  const percent = new Intl.NumberFormat(setting.locale === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return setting.say.shareOf(
    unstopped(local(line.title, setting)),
    percent.format(line.amount / total),
    lineAmount(line, setting),
    formatAmount(total, setting.locale),
  );
}

/** The fee is a small number of kronor, written out as the plan does. */
function formatFee(amount: number, locale: Setting['locale']): string {
  return locale === 'sv' ? `${amount} kronor` : `${amount} kronor (SEK ${amount})`;
}

// === Text and document

export function passagesPage({ passages }: Of<'passages'>, setting: Setting): Page {
  const [only] = passages;
  if (!only) return sentence(setting.say.notInPlan);
  const texts = passages.map(({ paragraphs }) => paragraphs.map((paragraph) => local(paragraph, setting)));
  const [first] = texts;
  if (passages.length === 1 && first?.length === 1) return sentence(first[0] ?? '');
  return {
    lead: setting.say.planSays(
      joinWords(
        passages.map(({ section }) => local(section.title, setting)),
        setting.locale,
      ),
    ),
    blocks: texts.map((paragraphs) => ({ kind: 'text', paragraphs })),
  };
}

export function documentPage({ query, documents, oddities }: Of<'document'>, setting: Setting): Page {
  const { say } = setting;
  const latest = documents.at(-1);
  if (!latest) return sentence(say.notInPlan);
  if (query.aspect === 'oddities') {
    return {
      lead: say.oddities(oddities.length),
      blocks: [
        {
          kind: 'list',
          heading: null,
          items: oddities.map(({ text }) => ({ title: local(text, setting), details: [] })),
        },
      ],
    };
  }
  if (query.aspect === 'about') return sentence(say.documentIs(local(latest.title, setting), latest.year));
  if (query.appendix !== null) {
    const appendix = latest.appendices.find(({ number }) => number === query.appendix);
    return sentence(
      appendix ? say.appendixIs(appendix.number, local(appendix.title, setting)) : say.noAppendix(query.appendix),
    );
  }
  const items = latest.appendices.map(({ number, title }) => ({
    title: `${say.appendix} ${number}`,
    details: [local(title, setting)],
  }));
  return { lead: say.appendices(items.length), blocks: [{ kind: 'list', heading: null, items }] };
}

export function missingPage(outcome: Of<'missing'>, setting: Setting): Page {
  const { query, withoutPlace, withoutDate, withoutCost, activities } = outcome;
  const { say } = setting;
  const items = withoutPlace.map((item) => calendarItem(item, setting));
  const blocks: Block[] = items.length > 0 ? [{ kind: 'list', heading: null, items }] : [];
  if (query.what === 'meetings')
    return items.length === 0 ? sentence(say.noMissingPlaces) : { lead: say.missingPlaces(items.length), blocks };
  return { lead: say.missing(withoutPlace.length, withoutDate.length, withoutCost, activities), blocks };
}
