// Readings about who: offices, groups and their members, networks, the municipalities.
import type { AreaId, GoalId, GroupId } from '../plan/ids.ts';
import { overlaps } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import type { RoleKind } from '../plan/region.ts';
import type { GroupQuery, NetworksQuery, RolesQuery } from '../query.ts';
import { isYesNo } from './ask-meetings.ts';
import { type Candidate, type Evidence, evidence } from './candidate.ts';
import { form } from './forms.ts';
import { groupsThatMeet } from './groups-that-meet.ts';
import { entities, hasCue, periodOf, type Reading } from './reading.ts';
import { textMatches } from './text-match.ts';
import type { Vocabulary } from './vocabulary.ts';
import { words } from './words.ts';

function rolesIn(e: Evidence): RoleKind[] {
  const vice = e.cue('viceChair');
  const chair = e.cue('chair');
  return [...(chair ? (['chair'] as const) : []), ...(vice ? (['vice-chair'] as const) : [])];
}

/** The year of the first period, where a period names one. */
export function yearOf(e: Evidence): number | null {
  const period = e.period();
  return period?.from ? Number(period.from.slice(0, 4)) : period?.to ? Number(period.to.slice(0, 4)) : null;
}

function roleAspect(e: Evidence): RolesQuery['aspect'] {
  if (e.cue('until', 'howLong', 'end', 'when')) return 'until';
  if (hasCue(e.reading, 'municipalityNoun') && e.cue('which', 'where', 'municipalityNoun', 'what'))
    return 'municipality';
  if (e.cue('where') && entities(e.reading, 'person').length > 0) return 'municipality';
  return 'who';
}

/** "Vem är ordförande i kommittén?", "till när?", "vem är Mats Bergström?" */
export function askRoles(reading: Reading, plan: Plan): Candidate[] {
  const people = entities(reading, 'person');
  const office = hasCue(reading, 'chair', 'viceChair');
  const leading =
    hasCue(reading, 'leads', 'holding', 'responsible') &&
    hasCue(reading, 'who') &&
    entities(reading, 'group').length > 0;
  const secretary = entities(reading, 'group').some(({ id }) => plan.group(id).kind === 'secretariat');
  const names =
    entities(reading, 'group').length > 0 &&
    (hasCue(reading, 'peopleNoun') ||
      (secretary &&
        hasCue(reading, 'who') &&
        !hasCue(reading, 'seat', 'responsible', 'paid', 'cost', 'costs', 'income')));
  const meetingLed = hasCue(reading, 'meeting') && hasCue(reading, 'leads') && hasCue(reading, 'who');
  if (people.length === 0 && !office && !leading && !names && !meetingLed) return [];
  const e = evidence(reading);
  const roles = rolesIn(e);
  const aspect = roleAspect(e);
  const own = e.take('group').map(({ id }) => id);
  const isOfOffice = roles.length > 0 || leading;
  const bodies = isOfOffice ? groupsThatMeet(own, plan) : own;
  const groups = own.length === 0 && meetingLed ? meetingThen(e, plan) : bodies;
  if (meetingLed && groups.length === 0) return [];
  const named = e.take('person').map(({ id }) => id);
  const besides = isYesNo(reading) ? [] : groupsChairedBy(named, roles, plan);
  const query: RolesQuery = {
    kind: 'roles',
    groups: groups.length > 0 ? groups : besides,
    roles: roles.length > 0 || people.length > 0 || !(leading || meetingLed) ? roles : ['chair'],
    people: besides.length > 0 ? [] : named,
    municipalities: e.take('municipality').map(({ id }) => id),
    year: yearOf(e),
    aspect: people.length > 0 && aspect === 'who' ? 'about' : aspect,
  };
  e.cue(
    'leads',
    'shared',
    'holding',
    'who',
    'which',
    'what',
    'rolesOf',
    'peopleNoun',
    'municipalityNoun',
    'tell',
    'all',
    'list',
    'responsible',
    'doing',
    'where',
    'network',
    'member',
    'meeting',
    'seat',
    'involved',
    'activity',
  );
  e.take('region');
  const stray =
    !office && people.length > 0 && groups.length === 0
      ? plan.roles.some((role) => people.some(({ id }) => id === role.person))
        ? 0
        : -0.6
      : 0;
  const home = people.length > 0 && aspect === 'municipality' ? 1.5 : 0;
  return [e.candidate(query, home + (office ? 0.5 : leading ? -0.2 : stray))];
}

/** "Vem är Meeris vice?": the groups that they chair, where the other office is asked for. */
function groupsChairedBy(people: readonly string[], roles: readonly RoleKind[], plan: Plan): GroupId[] {
  const [role, another] = roles;
  if (!role || another || people.length === 0) return [];
  const held = plan.roles.filter(({ person }) => people.includes(person));
  return held.some((one) => one.role === role) ? [] : [...new Set(held.map(({ group }) => group))];
}

/** "Vem leder mötet den 4 april?": the group that meets then. */
function meetingThen(e: Evidence, plan: Plan): GroupId[] {
  const period = e.period();
  if (period === null) return [];
  return [...new Set(plan.meetings.filter(({ from, to }) => overlaps(period, from, to)).map(({ group }) => group))];
}

/** "Vilka jobbar på sekretariatet?" */
const worksAt = /(?<!\p{L})(?:vem|vilka|who)\s(?:jobbar|arbetar|works?|is working)\s(?:på|i|hos|in|at|for)(?!\p{L})/iu;
const employer = /(?<!\p{L})(?:arbetsgiv\p{L}*|anställ\p{L}*|anstall\p{L}*|personalansvar\p{L}*|employ\p{L}*)/iu;

function groupAspect(e: Evidence, plan: Plan): GroupQuery['aspect'] {
  // "Vad är syftet med att kommunerna är med i kommittén?"
  if (hasCue(e.reading, 'purpose') && hasCue(e.reading, 'what') && !hasCue(e.reading, 'who', 'which')) {
    e.cue('purpose', 'doing', 'municipalityNoun', 'involved', 'partners', 'shared');
    return 'purpose';
  }
  if (employer.test(e.reading.message) && e.cue('seat')) {
    e.cue('where', 'who', 'which', 'municipalityNoun', 'peopleNoun', 'responsible');
    return 'seat';
  }
  if (hasCue(e.reading, 'where') && e.cue('seat')) {
    e.cue('where', 'municipalityNoun');
    return 'seat';
  }
  if (e.cue('member', 'participants') || (hasCue(e.reading, 'who', 'involved') && e.cue('involved'))) {
    e.cue('who', 'involved', 'peopleNoun');
    return e.cue('municipalityNoun') ? 'municipalities' : 'members';
  }
  if (worksAt.test(e.reading.message)) {
    e.cue('who', 'which', 'doing', 'peopleNoun');
    return 'members';
  }
  if (hasCue(e.reading, 'municipalityNoun') && e.cue('which', 'involved', 'municipalityNoun')) return 'municipalities';
  if (e.cue('howOften')) return 'frequency';
  if (hasCue(e.reading, 'howMany') && hasCue(e.reading, 'meeting', 'atLeast')) {
    e.cue('howMany', 'meeting', 'atLeast');
    return 'frequency';
  }
  const meets = entities(e.reading, 'group').every(({ id }) => plan.group(id).pattern !== null);
  if (e.cue('seat') || (!meets && e.cue('where') && !hasCue(e.reading, 'meeting'))) {
    e.cue('where', 'who', 'municipalityNoun');
    return 'seat';
  }
  if (e.cue('purpose', 'why')) {
    e.cue('doing');
    return 'purpose';
  }
  if (e.cue('area', 'theme')) return 'areas';
  if (e.cue('doing', 'responsible')) return 'purpose';
  e.cue('tell', 'what', 'who');
  return 'about';
}

/** "Vilka sitter i kommittén?", "var sitter sekretariatet?", "vad är SNUG?" */
export function askGroups(reading: Reading, plan: Plan): Candidate[] {
  const groups = entities(reading, 'group').map(({ id }) => id);
  const e = evidence(reading);
  if (groups.length === 0) return hasCue(reading, 'groupNoun') ? [whichGroups(e)] : [];
  const aspect = groupAspect(e, plan);
  e.take('group');
  e.cue(
    'what',
    'who',
    'which',
    'tell',
    'network',
    'list',
    'all',
    'something',
    'holding',
    'howMany',
    'member',
    'municipalityNoun',
    'workingMethods',
    'purpose',
    'doing',
    'agenda',
    'area',
  );
  // "Sekretariatet ligger väl i Haninge?"
  if (aspect === 'municipalities' || aspect === 'seat') e.take('municipality');
  e.take('area');
  e.take('region');
  return [e.candidate({ kind: 'group', groups, aspect }, aspect === 'about' ? -0.3 : 0)];
}

/** "Vilka grupper finns det?", "hur många organ har samarbetet?" */
function whichGroups(e: Evidence): Candidate {
  e.cue('groupNoun', 'which', 'what', 'list', 'all', 'howMany', 'holding', 'something', 'other', 'shared', 'involved');
  e.take('region');
  return e.candidate({ kind: 'group', groups: [], aspect: 'list' });
}

/** "Finns det något nätverk för it-chefer?" is not answered with all that there are. */
function namesOthers({ message }: Reading): boolean {
  return /(?:nätverk\p{L}*|networks?)\s+(?:för|inom|om|kring|med|for|of|about|on|in)\s+\p{L}{2,}/iu.test(message);
}

/** "Vilka nätverk finns det?", "vilket nätverk jobbar med klimat?" */
export function askNetworks(reading: Reading, plan: Plan, vocabulary: Vocabulary): Candidate[] {
  const isNamed = hasCue(reading, 'network');
  if (!isNamed && !hasCue(reading, 'groupNoun')) return [];
  // "Vilka nätverk jobbar inte med klimat?" is not answered with the one that does.
  if (hasCue(reading, 'which') && /(?<!\p{L})(?:inte|ej|not|don't|doesn't)(?!\p{L})/iu.test(reading.message)) return [];
  const e = evidence(reading);
  // "Gänget som träffas kring klimatet"
  if (e.cue('groupNoun')) e.cue('meeting');
  e.cue('organiser');
  e.cue(
    'network',
    'which',
    'what',
    'list',
    'all',
    'who',
    'doing',
    'responsible',
    'something',
    'holding',
    'area',
    'more',
    'involved',
    'tell',
    'activity',
    'goal',
    'leads',
    'other',
    'partners',
    'shared',
    'municipalityNoun',
    'peopleNoun',
    'agenda',
  );
  const count = e.cue('howMany');
  const areas = new Set(e.take('area').map(({ id }) => id));
  const goals = new Set(e.take('goal').map(({ id }) => id));
  const add = ({ goal, area }: { readonly goal: GoalId | null; readonly area: AreaId }): unknown =>
    goal === null ? areas.add(area) : goals.add(goal);
  for (const { id } of e.take('objective')) add(plan.objective(id));
  const conferences = e.take('conference').map(({ id }) => id);
  const isOpen = areas.size + goals.size + conferences.length === 0;
  const meets = hasCue(reading, 'meeting', 'when', 'where', 'next') || reading.times.length > 0;
  const asksWhich = hasCue(reading, 'which', 'what', 'who', 'groupNoun', 'goal', 'objective');
  if (isOpen && !meets && asksWhich) for (const subject of subjectsByWords(e, plan, vocabulary)) add(subject);
  // Of an area with several networks the one whose name is spoken of.
  const isWide = plan.groups.filter((group) => group.areas.some((area) => areas.has(area))).length > 1;
  const narrower = isWide ? networkByWords(e, plan).filter(({ area }) => areas.has(area)) : [];
  if (narrower.length > 0) areas.clear();
  for (const subject of narrower) add(subject);
  e.take('region');
  const hasSubject = areas.size + goals.size + conferences.length > 0;
  if (!hasSubject && ((isYesNo(reading) && namesOthers(reading)) || !isNamed)) return [];
  const query: NetworksQuery = {
    kind: 'networks',
    areas: [...areas],
    ...(goals.size > 0 ? { goals: [...goals] } : {}),
    conferences,
    aspect: count ? 'count' : 'list',
  };
  const isAsked = hasSubject && !meets && hasCue(reading, 'which', 'what', 'groupNoun');
  return [e.candidate(query, isAsked ? 1.5 : hasSubject ? 0.5 : 0)];
}

type Subject = { readonly goal: GoalId | null; readonly area: AreaId };

/** Less is a word in common by chance. */
const surelyMeant = 6;

/** What a network works with, told by words of its names, or of a goal, an objective or an activity of its. */
function subjectsByWords(e: Evidence, plan: Plan, vocabulary: Vocabulary): Subject[] {
  const { reading } = e;
  const byName = networkByWords(e, plan);
  if (byName.length > 0) return byName;
  const [objective] = textMatches(reading, vocabulary, 'objective');
  const [goal] = textMatches(reading, vocabulary, 'goal');
  const [activity] = textMatches(reading, vocabulary, 'activity');
  const scores = [objective?.score ?? 0, goal?.score ?? 0, activity?.score ?? 0];
  const best = Math.max(...scores);
  const match = [objective, goal, activity].find((one) => one && one.score === best);
  if (!match || (!match.named && match.score < surelyMeant)) return [];
  for (const [token, gain] of match.tokens) e.token(token, gain);
  if (match === objective) return [plan.objective(objective.id)];
  if (match === goal) return [{ goal: goal.id, area: plan.goal(goal.id).area }];
  return activity ? [plan.objective(plan.activity(activity.id).objective)] : [];
}

/** Shorter words begin too many names. In letters of the stem. */
const shortestBeginning = 6;

/** "Yrkeshögskolan" is the first part of "yrkeshögskolenätverket". */
function networkByWords(e: Evidence, plan: Plan): Subject[] {
  const { tokens, weights, mentions } = e.reading;
  const words = tokens.flatMap(({ form: { folded, stem }, text }, index) => {
    const isKnown = mentions.some(
      ({ first, length, meaning }) =>
        (meaning.kind !== 'entity' || meaning.entity.kind === 'area') && index >= first && index < first + length,
    );
    return (weights[index] ?? 0) > 0 && !isKnown && text.length >= shortestBeginning
      ? [{ index, stem: stem.length < shortestBeginning ? folded : stem }]
      : [];
  });
  if (words.length === 0) return [];
  const found = plan.groups
    .filter(({ kind }) => kind === 'network')
    .flatMap((group) => {
      const names = [group.name.sv, ...group.aliases].map((name) => form(name.toLowerCase()).folded);
      const speaking = words.filter(({ stem }) => names.some((name) => name.startsWith(stem)));
      return speaking.length > 0 ? [{ group, speaking }] : [];
    });
  const [only, another] = found;
  if (!only || another) return [];
  for (const { index } of only.speaking) e.token(index, 2);
  return [
    ...only.group.goals.map((goal) => ({ goal, area: plan.goal(goal).area })),
    ...(only.group.goals.length === 0 ? only.group.areas.map((area) => ({ goal: null, area })) : []),
  ];
}

const whetherMember =
  /^(?:och |men |hej |and |so )*(?:är|ar|ingår|deltar|tillhör|is|does|are)\s+(?<name>[\p{L}][\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:(?:också|oxå|even|also)\s+)?(?:med|medlem|en medlem|en del|ingår|part|a part|a member|member|in|belong)(?:\s+(?:i|av|of|in|to)(?:\s+(?:the\s+)?[\p{L}-]+){1,2})?\s*\??$/iu;

const whetherIn =
  /^(?:och |men |hej )*(?:ingår|deltar|tillhör)\s+(?<name>[\p{L}-]+)(?:\s+(?:i|till)(?:\s+[\p{L}-]+){1,2})?\s*\??$/iu;

/** Whatever is asked of a municipality that has no part: "när är Nacka värd?" */
function neighbour(reading: Reading): Candidate | undefined {
  const [named] = entities(reading, 'neighbour');
  // "Är Nacka värd för rådslaget 2024?" is answered with whoever is.
  const isOfOthers = entities(reading, 'conference').length > 0 && periodOf(reading) !== null;
  if (!named || isOfOthers) return undefined;
  const e = evidence(reading);
  for (const index of reading.tokens.keys()) e.token(index);
  const aspect = isYesNo(reading) ? 'check' : 'list';
  return e.candidate({ kind: 'municipalities', aspect, municipalities: [], other: named.name }, 2);
}

/** "Är Nacka med?": a name that none of the municipalities has. */
function otherMember(reading: Reading, vocabulary: Vocabulary): Candidate | undefined {
  const message = reading.message.trim();
  const name = (whetherMember.exec(message) ?? whetherIn.exec(message))?.groups?.name;
  if (name === undefined) return undefined;
  const known = reading.mentions.some(
    ({ meaning }) => meaning.kind === 'entity' && meaning.entity.kind !== 'region' && meaning.entity.kind !== 'section',
  );
  const isPronoun = words(name).every(({ text }) => vocabulary.meansNothing(form(text)));
  if (known || isPronoun) return undefined;
  const e = evidence(reading);
  for (const index of reading.tokens.keys()) e.token(index);
  const other = name.charAt(0).toUpperCase() + name.slice(1);
  return e.candidate({ kind: 'municipalities', aspect: 'check', municipalities: [], other }, 1);
}

/** "Vilka kommuner är med?" */
export function askMunicipalities(reading: Reading, vocabulary: Vocabulary): Candidate[] {
  const named = entities(reading, 'municipality');
  const check = named.length > 0 && isYesNo(reading) && hasCue(reading, 'member', 'involved', 'participants');
  const other = named.length === 0 ? (neighbour(reading) ?? otherMember(reading, vocabulary)) : undefined;
  if (other) return [other];
  if (!hasCue(reading, 'municipalityNoun') && !check) return [];
  const e = evidence(reading);
  const municipalities = e.take('municipality').map(({ id }) => id);
  const count = e.cue('howMany');
  e.cue(
    'municipalityNoun',
    'which',
    'what',
    'list',
    'all',
    'member',
    'involved',
    'participants',
    'who',
    'partners',
    'shared',
    'tell',
    'howMany',
    'something',
    'seat',
    'doing',
  );
  e.take('region');
  const aspect = check ? 'check' : count ? 'count' : 'list';
  const fitting =
    hasCue(reading, 'member', 'involved', 'participants', 'howMany', 'list', 'partners') ||
    entities(reading, 'region').length > 0;
  return [e.candidate({ kind: 'municipalities', aspect, municipalities }, fitting ? 0 : -1)];
}
