// Pages about groups, networks, municipalities and offices.
import type { OutcomeOf as Of } from '../facts.ts';
import type { Period } from '../plan/period.ts';
import type { Role } from '../plan/region.ts';
import { formatLength, formatTime, joinWords, weekdaysName } from './dates.ts';
import { activityName, local, municipalityNames, type Setting, termText } from './names.ts';
import { type Page, sentence, unstopped } from './page.ts';

export function groupPage({ query, groups }: Of<'group'>, setting: Setting): Page {
  const [only] = groups;
  if (query.aspect === 'list') return groupsPage(groups, setting);
  if (query.aspect === 'about' && groups.length === 1 && only) return aboutGroup(only, setting);
  return sentence(groups.map((group) => groupSentence(group, query.aspect, setting)).join(' '));
}

type Group = Of<'group'>['groups'][number];

function groupsPage(groups: readonly Group[], setting: Setting): Page {
  const items = groups.map((group) => ({
    title: local(group.name, setting),
    details: [group.members ? local(group.members, setting) : areasOf(group, setting)].filter(Boolean),
  }));
  return { lead: setting.say.groupList(groups.length), blocks: [{ kind: 'list', heading: null, items }] };
}

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
    case 'list':
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
  { activities, groups, conferences, period = null }: NonNullable<Of<'municipalities'>['query']['of']>,
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
    ? compare.neverHost(joinWords(names, locale), names.length, joinWords(hosted, locale), yearsText(period))
    : compare.outside(joinWords(names, locale), names.length, joinWords(parts, locale));
}

function yearsText(period: Period | null): string | null {
  const ends = [period?.from, period?.to].flatMap((day) => day?.slice(0, 4) ?? []);
  return ends.length === 0 ? null : [...new Set(ends)].join('–');
}

export function municipalitiesPage({ query, municipalities }: Of<'municipalities'>, setting: Setting): Page {
  const { say, locale } = setting;
  if (query.of) return sentence(outsideText(query.of, municipalities, setting));
  if (query.other !== undefined) {
    const names = joinWords(
      municipalities.map(({ name }) => name),
      locale,
    );
    return sentence(setting.compare.notMember(query.other, municipalities.length, names, query.aspect === 'check'));
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
