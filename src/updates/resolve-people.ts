// Offices, deadlines, synonyms, and who else belongs to the secretariat.
import type { Draft, UpdateRequest } from '../draft.ts';
import type { Fact } from '../facts.ts';
import { type Appointee, type Identity, longestTitle, type NamedRecord } from '../plan/change.ts';
import { type GroupId, PersonId } from '../plan/ids.ts';
import { vacated } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import type { Role } from '../plan/region.ts';
import {
  ask,
  choose,
  cleaned,
  freeId,
  type Option,
  type Resolution,
  ready,
  refused,
  type Setting,
  slugOf,
  tooLong,
} from './resolution.ts';
import { normalised, samePerson } from './rights.ts';

type Of<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

const longestName = 100;
const longestWord = 60;

function oneGroup(
  ids: readonly GroupId[],
  plan: Plan,
  withIds: (ids: GroupId[]) => UpdateRequest,
): GroupId | Resolution {
  const known = plan.groups.filter(({ id }) => ids.includes(id));
  const [first, another] = known;
  if (!first) return ask('group');
  if (!another) return first.id;
  return choose(
    'group',
    known.map((record): Option => ({ fact: { kind: 'group', record }, request: withIds([record.id]) })),
  );
}

export function resolveRole(draft: Of<'set-role'>, request: UpdateRequest, setting: Setting): Resolution {
  const { ledger, now } = setting;
  const { plan } = ledger.edition;
  const group = oneGroup(draft.groups, plan, (groups) => ({ ...request, draft: { ...draft, groups } }));
  if (typeof group !== 'string') return group;
  if (draft.role === null) return ask('role');
  const person = appointee(draft, plan);
  if (person === null) return ask('person');
  const long = tooLong(person.name, longestName);
  if (long) return long;
  const from = draft.from ?? now.day;
  if (draft.until !== null && draft.until < from) {
    return refused({ kind: 'end-before-start', start: from, end: draft.until });
  }
  const holds = plan.roles.some(
    (held) =>
      held.group === group &&
      held.role === draft.role &&
      held.person === person.id &&
      (held.until === null || held.until >= now.day),
  );
  const who = identityOf(person, setting);
  const isNews = who?.isNew === true || draft.from !== null || draft.until !== null;
  if (holds && !isNews) return refused({ kind: 'unchanged' });
  const known = who ? { who: who.identity } : {};
  return ready({ kind: 'set-role', group, role: draft.role, person, from, until: draft.until, ...known });
}

/** Somebody leaves an office, and nobody follows yet. */
export function resolveEndOfRole(draft: Of<'end-role'>, request: UpdateRequest, setting: Setting): Resolution {
  const { ledger, now } = setting;
  const { plan } = ledger.edition;
  const until = draft.until ?? now.day;
  const isTheirs = ({ person }: Role): boolean =>
    draft.person === null
      ? draft.name === null || sameName(plan.person(person).name, draft.name)
      : person === draft.person;
  const isNow = (role: Role): boolean => vacated([role], until).left !== null;
  const held = plan.roles.filter((one) => isNow(one) && isTheirs(one));
  const among = held.filter(
    ({ group, role }) =>
      (draft.groups.length === 0 || draft.groups.includes(group)) && (draft.role === null || draft.role === role),
  );
  const groups = [...new Set(among.length > 0 ? among.map(({ group }) => group) : draft.groups)];
  const group = oneGroup(groups, plan, (only) => ({ ...request, draft: { ...draft, groups: only } }));
  if (typeof group !== 'string') return group;
  const roles = [...new Set(among.filter((one) => one.group === group).map(({ role }) => role))];
  const [role = draft.role, another] = roles;
  if (role === null || another) return ask('role');
  if (roles.length === 0) return refused({ kind: 'unchanged' });
  return ready({ kind: 'end-role', group, role, until });
}

/** Who an appointee is to Teams: mentioned by that name, or as an earlier appointment has it. A name alone tells nobody. */
function identityOf(
  { id, name }: Appointee,
  { ledger, mentioned }: Setting,
): { readonly identity: Identity; readonly isNew: boolean } | null {
  const before = ledger.entries.findLast(
    ({ change }) => change.kind === 'set-role' && change.person.id === id && change.who !== undefined,
  )?.change;
  const earlier = before?.kind === 'set-role' ? before.who : undefined;
  const mention = mentioned.find((one) => sameName(one.name, name));
  const identity = mention ? normalised({ tenant: mention.tenant, person: mention.person }) : earlier;
  if (!identity) return null;
  return { identity, isNew: !earlier || !samePerson(identity, earlier) };
}

/** Somebody of the plan, or a new person by name. */
function appointee({ person: id, name, municipality }: Of<'set-role'>, plan: Plan): Appointee | null {
  const known = plan.people.find((one) => one.id === id || (name !== null && sameName(one.name, name)));
  if (known && (municipality === null || known.municipality === municipality)) {
    return { id: known.id, name: known.name, municipality: known.municipality };
  }
  const called = name === null ? '' : cleaned(name);
  if (called === '') return null;
  const free = freeId(slugOf(called), (taken) => plan.people.some((one) => one.id === taken));
  return { id: PersonId.parse(free), name: called, municipality };
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === cleaned(b).toLowerCase();
}

export function resolveDeadline(draft: Of<'set-deadline'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const group = oneGroup(draft.groups, plan, (groups) => ({ ...request, draft: { ...draft, groups } }));
  if (typeof group !== 'string') return group;
  const name = draft.name === null ? '' : cleaned(draft.name);
  if (name === '') return ask('deadline-name');
  const long = tooLong(name, longestTitle);
  if (long) return long;
  if (draft.workingDays === null) return ask('working-days');
  if (draft.workingDays > mostWorkingDays) {
    return refused({ kind: 'too-long', length: draft.workingDays, most: mostWorkingDays, of: 'working-days' });
  }
  const known = plan.deadlines.find((deadline) => deadline.group === group && sameName(deadline.name, name));
  if (draft.workingDays === 0 && !known) return refused({ kind: 'no-deadline', name });
  const workingDays = draft.workingDays === 0 ? null : draft.workingDays;
  return ready({ kind: 'set-deadline', group, name: known?.name ?? name, workingDays });
}

/** The longest time before a meeting to ask at: longer than that, what is answered is old at the meeting. In days. */
const longestCheckIn = 200;
const daysIn = { days: 1, weeks: 7, months: 31 } as const;

export function resolveCheckIn(draft: Of<'set-check-in'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const sole = draft.before === 'none' ? plan.checkIns.map(({ group }) => group) : [];
  const wanted = draft.groups.length > 0 ? draft.groups : sole;
  if (draft.before === 'none' && !plan.checkIns.some(({ group }) => wanted.includes(group))) {
    return refused({ kind: 'no-check-in' });
  }
  const group = oneGroup(wanted, plan, (groups) => ({ ...request, draft: { ...draft, groups } }));
  if (typeof group !== 'string') return group;
  if (draft.before === null) return ask('span');
  if (draft.before === 'none') return ready({ kind: 'set-check-in', group, before: null });
  const { amount, unit } = draft.before;
  const days = amount * daysIn[unit];
  if (days > longestCheckIn) return refused({ kind: 'too-long', length: days, most: longestCheckIn, of: 'days' });
  return ready({ kind: 'set-check-in', group, before: { amount, unit } });
}

/** A year of them. */
const mostWorkingDays = 250;

export function resolveSynonym(draft: Of<'add-synonym'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const word = draft.word === null ? '' : cleaned(draft.word);
  if (word.length < 2) return ask('word');
  const long = tooLong(word, longestWord);
  if (long) return long;
  const [first, another] = draft.records;
  if (!first) return ask('record');
  if (another) {
    const options = draft.records.flatMap((record): Option[] => {
      const fact = namedFact(record, plan);
      return fact ? [{ fact, request: { ...request, draft: { ...draft, records: [record] } } }] : [];
    });
    return choose('record', options);
  }
  const holder = nameHolder(word, plan);
  if (!holder) return ready({ kind: 'add-synonym', record: first, word });
  const same = holder.kind === first.kind && holder.id === first.id;
  return refused(same ? { kind: 'unchanged' } : { kind: 'word-taken', word, record: holder });
}

/** The record that already goes by a word. */
function nameHolder(word: string, plan: Plan): NamedRecord | null {
  const wanted = word.toLowerCase();
  const isCalled = (...names: readonly (string | undefined)[]): boolean =>
    names.some((name) => name?.toLowerCase() === wanted);
  const group = plan.groups.find(({ name, aliases }) => isCalled(name.sv, name.en, ...aliases));
  if (group) return { kind: 'group', id: group.id };
  const municipality = plan.municipalities.find(({ name, aliases }) => isCalled(name, ...aliases));
  if (municipality) return { kind: 'municipality', id: municipality.id };
  const conference = plan.conferences.find(({ name, aliases }) => isCalled(name.sv, name.en, ...aliases));
  if (conference) return { kind: 'conference', id: conference.id };
  const activity = plan.activities.find(({ short, aliases }) => isCalled(short.sv, short.en, ...aliases));
  if (activity) return { kind: 'activity', id: activity.id };
  const person = plan.people.find(({ name, aliases }) => isCalled(name, ...aliases));
  return person ? { kind: 'person', id: person.id } : null;
}

function namedFact(record: NamedRecord, plan: Plan): Fact | null {
  switch (record.kind) {
    case 'municipality':
    case 'section':
      return null;
    case 'group':
      return { kind: 'group', record: plan.group(record.id) };
    case 'person':
      return { kind: 'person', record: plan.person(record.id) };
    case 'conference':
      return { kind: 'conference', record: plan.conference(record.id) };
    case 'area':
      return { kind: 'area', record: plan.area(record.id) };
    case 'goal':
      return { kind: 'goal', record: plan.goal(record.id) };
    case 'objective':
      return { kind: 'objective', record: plan.objective(record.id) };
    case 'activity':
      return { kind: 'activity', record: plan.activity(record.id) };
    case 'budget-line': {
      const line = plan.budgetLines.find(({ id }) => id === record.id);
      return line ? { kind: 'budget-line', record: line } : null;
    }
  }
}

export function resolveSecretary(
  draft: Of<'appoint-secretary' | 'dismiss-secretary'>,
  { ledger, author, mentioned, named }: Setting,
): Resolution {
  const { secretaries } = ledger.edition;
  const [mention] = mentioned;
  const byName = secretaries.find(({ name }) => draft.name !== null && sameName(name, draft.name));
  const person = draft.person ?? mention?.person ?? (draft.kind === 'dismiss-secretary' ? byName?.person : undefined);
  if (person === undefined) {
    return draft.name === null ? ask('secretary') : refused({ kind: 'unknown-person', name: cleaned(draft.name) });
  }
  const id = person.toLowerCase();
  if (named.some((one) => one === id || one.endsWith(`/${id}`))) return refused({ kind: 'named-in-settings' });
  const known = secretaries.find((secretary) => secretary.person === id);
  if ((draft.kind === 'appoint-secretary') === (known !== undefined)) return refused({ kind: 'unchanged' });
  const name = known?.name ?? mention?.name ?? (draft.name === null ? person : cleaned(draft.name));
  const tenant = known?.tenant ?? (mention?.person === person ? mention.tenant : author.tenant);
  return ready({
    kind: draft.kind,
    who: { tenant: tenant.toLowerCase(), person: id },
    name: name.slice(0, longestName),
  });
}
