// The plan's records while changes are applied to them, one after another, taken back and redone.
import type { Activity } from './activity.ts';
import { alterationsOf } from './alterations.ts';
import { Announcements } from './announcements.ts';
import { activityApplied, hostsOf, type ImportStep, importApplied, itemApplied, partOf } from './applied.ts';
import {
  activityKey,
  type Change,
  deadlineKey,
  hostingKey,
  type Identity,
  type ImportedPlan,
  type LedgerEntry,
  meetingKey,
  type NamedRecord,
  type RecordKey,
  roleKey,
} from './change.ts';
import { type Applied, type Difference, differing, isEqual, reversed, type Value } from './difference.ts';
import { edited, editedActivity, newItem } from './edited.ts';
import { History, type Make, type Turn } from './history.ts';
import { type DraftPlan, Imports } from './imports.ts';
import type { Hosting, Meeting, Occasion } from './meeting.ts';
import { appointed, vacated } from './office.ts';
import { type OtherKind, OtherRecords } from './other-records.ts';
import type { Alteration, PlanRecords } from './plan.ts';
import { checkInKey, keyOf, personKey } from './record-keys.ts';
import { listOf, type RecordKind, type RecordLists, type RecordOf, recordKinds } from './records.ts';
import { makeReferences } from './references.ts';
import type { CheckIn, Deadline, Person, Role } from './region.ts';
import { type Rotations, rotationsOf } from './rotation.ts';
import type { Day } from './schedule.ts';
import { Undone } from './undone.ts';
import { localAt } from './wall-clock.ts';
import { whole } from './whole.ts';

/** Somebody appointed to change the plan. */
export type Secretary = Identity & { readonly name: string };

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

/** A name that people use for a record, as it was added. */
interface Synonym {
  readonly record: NamedRecord;
  readonly word: string;
}

const secretaryKey = ({ tenant, person }: Identity): RecordKey => `${tenant} ${person}`;

/** A plan under change; only the fold sees it. */
export class ChangingPlan {
  readonly applied = new Map<number, Applied>();
  readonly #base: PlanRecords;
  readonly #isKnown: ReturnType<typeof makeReferences>;
  readonly #entries = new Map<number, LedgerEntry>();
  readonly #days = new Map<number, Day>();
  readonly #undone = new Undone();
  readonly #items: History<Meeting | Occasion>;
  readonly #activities: History<Activity>;
  readonly #rotations: Rotations;
  readonly #hostings: History<Hosting>;
  readonly #deadlines: History<Deadline>;
  readonly #checkIns: History<CheckIn>;
  readonly #roles: History<readonly Role[]>;
  readonly #people: History<Person>;
  readonly #synonyms = new History<readonly Synonym[]>();
  readonly #secretaries = new History<Secretary>();
  readonly announcements = new Announcements();
  /** Everybody who was given an office and was not in the plan's files, whether the change stands or not. */
  readonly #newcomers = new Map<string, Person>();
  readonly #others: OtherRecords;
  readonly #imports = new Imports();

  constructor(base: PlanRecords) {
    this.#base = base;
    this.#isKnown = makeReferences(base);
    const items = [...base.meetings, ...base.occasions];
    this.#items = new History(items.map((item) => [meetingKey(item.id), item]));
    this.#activities = new History(base.activities.map((activity) => [activityKey(activity.id), activity]));
    this.#rotations = rotationsOf(base.hostings, base.documents);
    this.#hostings = new History(
      this.#rotations.inForce.map((hosting) => [hostingKey(hosting.conference, hosting.year), hosting]),
    );
    this.#deadlines = new History(
      base.deadlines.map((deadline) => [deadlineKey(deadline.group, deadline.name), deadline]),
    );
    this.#checkIns = new History(base.checkIns.map((rule) => [checkInKey(rule.group), rule]));
    this.#people = new History(base.people.map((person) => [personKey(person.id), person]));
    this.#others = new OtherRecords(base);
    this.#roles = new History<readonly Role[]>(Map.groupBy(base.roles, ({ group, role }) => roleKey(group, role)));
  }

  // === What a change does

  /** Takes the next entry, and keeps what it did. */
  take(entry: LedgerEntry): void {
    const { version, change } = entry;
    const applied = change.kind === 'undo' ? this.#takeUndo(version, change.version) : this.#takeNew(entry);
    if (applied) this.applied.set(version, applied);
  }

  #takeNew(entry: LedgerEntry): Applied | null {
    const isAdded = (kind: RecordKind, id: string): boolean =>
      this.#imports.hasSet(kind, id) || (kind === 'people' && this.#newcomers.has(id));
    if (!this.#isKnown(entry.change, isAdded)) return null;
    this.#entries.set(entry.version, entry);
    return this.#apply(entry, 'made');
  }

  #takeUndo(version: number, target: number): Applied | null {
    if (target >= version) return null;
    const { change, stands } = this.#undone.take(version, target);
    const entry = this.#entries.get(change);
    return entry ? this.#apply(entry, stands ? 'redone' : 'undone') : null;
  }

  /** Null where the record is not there, or the change has no effect on it. */
  #apply(entry: LedgerEntry, turn: Turn): Applied | null {
    const { change } = entry;
    switch (change.kind) {
      case 'add-meeting':
        return this.#changeItem(entry, turn, change.meeting, (before) => before ?? newItem(change));
      case 'edit-meeting':
        return this.#changeItem(entry, turn, change.meeting, (item) => item && edited(item, change.set));
      case 'cancel-meeting':
        return this.#changeItem(entry, turn, change.meeting, (item) => item && { ...item, cancelled: true });
      case 'restore-meeting':
        return this.#changeItem(entry, turn, change.meeting, (item) => item && { ...item, cancelled: false });
      case 'post-status':
        return this.#changeActivity(entry, turn, change.activity, (activity) => {
          const { status, comment } = change;
          return activity && { ...activity, status: { status, comment, on: this.#dayOf(entry) } };
        });
      case 'edit-activity':
        return this.#changeActivity(
          entry,
          turn,
          change.activity,
          (activity) => activity && editedActivity(activity, change),
        );
      case 'set-hosts':
        return this.#setHosts(entry, turn, change);
      case 'set-role':
        return this.#setRole(entry, turn, change);
      case 'end-role':
        return this.#endRole(entry, turn, change);
      case 'set-deadline':
        return this.#setDeadline(entry, turn, change);
      case 'set-check-in':
        return this.#setCheckIn(entry, turn, change);
      case 'add-synonym':
        return this.#addSynonym(entry, turn, change);
      case 'appoint-secretary':
        return this.#setSecretary(entry, turn, change, () => ({ ...change.who, name: change.name }));
      case 'dismiss-secretary':
        return this.#setSecretary(entry, turn, change, () => undefined);
      case 'import-plan':
        return change.state === 'draft' ? this.#takeDraft(entry, turn, change) : this.#import(entry, turn, change);
      case 'publish-plan':
        return this.#publish(entry, turn, change);
      case 'announce':
        return this.announcements.announce(entry, turn, change);
      case 'set-template':
        return this.announcements.setTemplate(entry, turn, change);
      case 'undo':
        return null;
    }
  }

  #changeItem(entry: LedgerEntry, turn: Turn, id: Meeting['id'], make: Make<Meeting | Occasion>): Applied | null {
    return itemApplied(this.#items.step(meetingKey(id), entry, turn, make));
  }

  #changeActivity(entry: LedgerEntry, turn: Turn, id: Activity['id'], make: Make<Activity>): Applied | null {
    return activityApplied(this.#activities.step(activityKey(id), entry, turn, make));
  }

  #setHosts(entry: LedgerEntry, turn: Turn, { conference, turns }: Of<'set-hosts'>): Applied | null {
    const byYear = new Map(turns.map(({ year, hosts }) => [year, hosts]));
    const differences = [...byYear].flatMap(([year, hosts]): Difference[] => {
      const { before, after } = this.#hostings.step(hostingKey(conference, year), entry, turn, (was) => {
        return { conference, year, hosts, source: was?.source ?? null, notes: was?.notes ?? [] };
      });
      return before === after ? [] : [{ field: 'hosts', before: hostsOf(before), after: hostsOf(after) }];
    });
    if (differences.length === 0) return null;
    const years = [...byYear.keys()];
    return { subject: { kind: 'hosting', conference, years }, differences: differing(differences) };
  }

  #setRole(entry: LedgerEntry, turn: Turn, change: Of<'set-role'>): Applied | null {
    const { group, role, person } = change;
    const newcomer: Person = { ...person, aliases: [], source: null, notes: [] };
    if (!this.#people.get(personKey(person.id))) this.#newcomers.set(person.id, newcomer);
    this.#people.step(personKey(person.id), entry, turn, (known) => known ?? newcomer);
    const { before, after } = this.#roles.step(roleKey(group, role), entry, turn, (held = []) => {
      return appointed(held, change).held;
    });
    if (before === after) return null;
    const made = this.applied.get(entry.version);
    if (turn !== 'made' && made) return turn === 'undone' ? reversed(made) : made;
    const differences = this.#roleDifferences(before ?? [], change);
    return { subject: { kind: 'role', group, role }, differences };
  }

  #endRole(entry: LedgerEntry, turn: Turn, { group, role, until }: Of<'end-role'>): Applied | null {
    const { before, after } = this.#roles.step(
      roleKey(group, role),
      entry,
      turn,
      (held = []) => vacated(held, until).held,
    );
    if (before === after) return null;
    const made = this.applied.get(entry.version);
    if (turn !== 'made' && made) return turn === 'undone' ? reversed(made) : made;
    const { left } = vacated(before ?? [], until);
    const term = { kind: 'term' as const, from: null, until };
    return {
      subject: { kind: 'role', group, role },
      differences: differing([
        { field: 'holder', before: this.#holder(left), after: null },
        { field: 'term', before: null, after: term },
      ]),
    };
  }

  #roleDifferences(before: readonly Role[], change: Of<'set-role'>): Difference[] {
    const { replaced, held } = appointed(before, change);
    const { from, until } = change;
    return differing([
      { field: 'holder', before: this.#holder(replaced), after: this.#holder(held.at(-1) ?? null) },
      { field: 'term', before: null, after: { kind: 'term', from, until } },
    ]);
  }

  #holder(role: Role | null): Value | null {
    const person = role && (this.#people.get(personKey(role.person)) ?? this.#newcomers.get(role.person));
    return person ? { kind: 'holder', name: person.name, municipality: person.municipality } : null;
  }

  #setDeadline(entry: LedgerEntry, turn: Turn, { group, name, workingDays }: Of<'set-deadline'>): Applied | null {
    const { before, after } = this.#deadlines.step(deadlineKey(group, name), entry, turn, () =>
      workingDays === null ? undefined : { group, name, workingDays },
    );
    if (before === after) return null;
    const toValue = (deadline: Deadline | undefined): Value | null =>
      deadline ? { kind: 'working-days', days: deadline.workingDays } : null;
    const difference: Difference = { field: 'deadline', before: toValue(before), after: toValue(after) };
    return { subject: { kind: 'deadline', group, name }, differences: differing([difference]) };
  }

  #setCheckIn(entry: LedgerEntry, turn: Turn, { group, before: span }: Of<'set-check-in'>): Applied | null {
    const { before, after } = this.#checkIns.step(checkInKey(group), entry, turn, () =>
      span === null ? undefined : { group, before: span },
    );
    if (before === after) return null;
    const toValue = (rule: CheckIn | undefined): Value | null => (rule ? { kind: 'span', span: rule.before } : null);
    const difference: Difference = { field: 'check-in', before: toValue(before), after: toValue(after) };
    return { subject: { kind: 'check-in', group }, differences: differing([difference]) };
  }

  #addSynonym(entry: LedgerEntry, turn: Turn, { record, word }: Of<'add-synonym'>): Applied {
    const isSame = (one: Synonym): boolean => one.record.kind === record.kind && one.record.id === record.id;
    const { before, after } = this.#synonyms.step(`synonym ${word.toLowerCase()}`, entry, turn, (known = []) =>
      known.some(isSame) ? known : [...known, { record, word }],
    );
    const toValue = (known: readonly Synonym[] = []): Value | null =>
      known.some(isSame) ? { kind: 'text', text: word } : null;
    const difference: Difference = { field: 'synonym', before: toValue(before), after: toValue(after) };
    return { subject: { kind: 'synonym', record, word }, differences: differing([difference]) };
  }

  #setSecretary(
    entry: LedgerEntry,
    turn: Turn,
    { who, name }: Of<'appoint-secretary'> | Of<'dismiss-secretary'>,
    make: Make<Secretary>,
  ): Applied | null {
    const { before, after } = this.#secretaries.step(secretaryKey(who), entry, turn, make);
    if (before === after) return null;
    const toValue = (held: Secretary | undefined): Value | null => (held ? { kind: 'text', text: held.name } : null);
    const difference: Difference = { field: 'secretary', before: toValue(before), after: toValue(after) };
    return { subject: { kind: 'secretary', name }, differences: differing([difference]) };
  }

  // === A whole plan

  #takeDraft(entry: LedgerEntry, turn: Turn, change: Of<'import-plan'>): Applied | null {
    if (turn === 'made') this.#imports.add(entry.version, change);
    const draft = this.#imports.draft(entry.version);
    if (!draft) return null;
    draft.stands = turn !== 'undone';
    const published = draft.publications.filter(({ stands }) => stands);
    if (published.length > 0) return published.map((one) => this.#import(one.entry, turn, change, true)).at(-1) ?? null;
    const known = this.applied.get(entry.version);
    if (turn !== 'made' && known) return turn === 'undone' ? reversed(known) : known;
    return importApplied(change, this.#putAll(entry, 'tried', change), { state: 'draft', wasDraft: false });
  }

  /** What was published goes with its draft, and comes back with it. */
  #publish(entry: LedgerEntry, turn: Turn, { draft: version }: Of<'publish-plan'>): Applied | null {
    const draft = this.#imports.draft(version);
    if (!draft) return null;
    const { change, publications } = draft;
    if (turn === 'made') publications.push({ entry, stands: true });
    for (const one of publications) if (one.entry.version === entry.version) one.stands = turn !== 'undone';
    if (draft.stands) return this.#import(entry, turn, change, true);
    if (turn === 'made') {
      this.#import(entry, 'made', change, true);
      this.#putAll(entry, 'undone', change);
    }
    return null;
  }

  #import(entry: LedgerEntry, turn: Turn, plan: ImportedPlan, wasDraft = false): Applied | null {
    if (turn === 'made') this.#imports.set(plan);
    const done = this.#putAll(entry, turn, plan);
    const parts = done.flatMap((step) => partOf(step) ?? []);
    const known = this.applied.get(entry.version);
    if (turn !== 'made' && known) return { ...(turn === 'undone' ? reversed(known) : known), parts };
    const applied = importApplied(plan, done, { state: 'published', wasDraft });
    return applied && { ...applied, parts };
  }

  #putAll(entry: LedgerEntry, turn: Turn | 'tried', { put, remove }: ImportedPlan): ImportStep[] {
    return [
      ...recordKinds.flatMap((kind) => this.#put(kind, entry, turn, put)),
      ...remove.map(({ kind, key }, index) => this.#step(kind, key, entry, turn, undefined, index)),
    ];
  }

  #put<K extends RecordKind>(kind: K, entry: LedgerEntry, turn: Turn | 'tried', put: RecordLists): ImportStep[] {
    const byKey = Map.groupBy(listOf(put, kind), (record) => keyOf[kind](record));
    return [...byKey].map(([key, records], order) => this.#step(kind, key, entry, turn, records, order));
  }

  /** Sets the records of a key to those of the import, one but for offices; undefined takes them away. */
  #step<K extends RecordKind>(
    kind: K,
    key: RecordKey,
    entry: LedgerEntry,
    turn: Turn | 'tried',
    records: readonly RecordOf<K>[] | undefined,
    order: number,
  ): ImportStep {
    const set = kind === 'roles' ? records : this.#oneOf(kind, records);
    const one = (before: unknown): never => {
      // The record is of the kind that its history is of.
      return (isEqual(before, set) ? before : set) as never;
    };
    switch (kind) {
      case 'meetings':
      case 'occasions':
        return { kind: 'item', ...this.#items.step(key, entry, turn, one, order) };
      case 'activities':
        return { kind: 'activity', ...this.#activities.step(key, entry, turn, one, order) };
      case 'hostings':
        return { kind: 'hosting', ...this.#hostings.step(key, entry, turn, one, order) };
      case 'people':
        return { kind: 'other', ...this.#people.step(key, entry, turn, one, order) };
      case 'roles':
        return { kind: 'other', ...this.#roles.step(key, entry, turn, one, order) };
      default:
        return { kind: 'other', ...this.#others.step(kind as OtherKind, key, entry, turn, one, order) };
    }
  }

  /** A key has one record, but for hostings, of which the plans of several years may print one each: the newest holds. */
  #oneOf<K extends RecordKind>(kind: K, records: readonly RecordOf<K>[] | undefined): RecordOf<K> | undefined {
    if (kind !== 'hostings' || records === undefined || records.length < 2) return records?.at(-1);
    // They are of their kind.
    const hostings = records as readonly Hosting[];
    return rotationsOf(hostings, this.#others.lists().documents).inForce[0] as RecordOf<K> | undefined;
  }

  // === What has become of the plan

  records(): PlanRecords {
    const base = this.#base;
    const items = this.#items.values();
    const activities = this.#activities.values();
    const records = this.#withSynonyms({
      ...base,
      ...this.#others.lists(),
      meetings: items.filter((item) => 'group' in item),
      occasions: items.filter((item) => 'conference' in item),
      activities,
      hostings: [...this.#hostings.values(), ...this.#rotations.replaced],
      deadlines: this.#deadlines.values(),
      checkIns: this.#checkIns.values(),
      people: this.#peopleFor(activities),
      roles: this.#rolesInOrder(),
    });
    return this.#imports.areAny ? whole(records) : records;
  }

  /** @param records the plan as everybody sees it */
  draft(records: PlanRecords): DraftPlan | null {
    return this.#imports.current(records);
  }

  /** An activity may have been given to somebody whose only office was taken back since. */
  #peopleFor(activities: readonly Activity[]): Person[] {
    const people = this.#people.values();
    if (this.#newcomers.size === 0) return people;
    const missing = new Map(this.#newcomers);
    for (const { id } of people) missing.delete(id);
    const named = new Set<string | null>(
      activities.flatMap(({ responsible }) => responsible.map((party) => (party.kind === 'person' ? party.id : null))),
    );
    return [...people, ...[...missing.values()].filter(({ id }) => named.has(id))];
  }

  /** Those of the files as they stood there, the others after them. */
  #rolesInOrder(): Role[] {
    const keyOf = ({ group, role, person, from }: Role): string => `${group} ${role} ${person} ${from}`;
    const places = new Map(this.#base.roles.map((role, place) => [keyOf(role), place]));
    const placeOf = (role: Role): number => places.get(keyOf(role)) ?? places.size;
    const roles = this.#roles.values().flat();
    return roles.sort((a, b) => placeOf(a) - placeOf(b));
  }

  #withSynonyms(records: PlanRecords): PlanRecords {
    const words = Map.groupBy(this.#synonyms.values().flat(), ({ record: { kind, id } }) => `${kind} ${id}`);
    if (words.size === 0) return records;
    const named = <Item extends { readonly id: string; readonly aliases: string[] }>(
      kind: NamedRecord['kind'],
      items: readonly Item[],
    ): readonly Item[] =>
      items.map((item) => {
        const more = words.get(`${kind} ${item.id}`);
        return more ? { ...item, aliases: [...item.aliases, ...more.map(({ word }) => word)] } : item;
      });
    return {
      ...records,
      municipalities: named('municipality', records.municipalities),
      groups: named('group', records.groups),
      conferences: named('conference', records.conferences),
      areas: named('area', records.areas),
      goals: named('goal', records.goals),
      objectives: named('objective', records.objectives),
      activities: named('activity', records.activities),
      budgetLines: named('budget-line', records.budgetLines),
      sections: named('section', records.sections),
      people: named('person', records.people),
    };
  }

  secretaries(): Secretary[] {
    return this.#secretaries.values();
  }

  /** The changes that stand, by the record that they altered. */
  alterations(): Map<RecordKey, Alteration[]> {
    const dayOf = (entry: LedgerEntry): Day => this.#dayOf(entry);
    return new Map([
      ...alterationsOf(this.#items.standing(), dayOf),
      ...alterationsOf(this.#activities.standing(), dayOf),
      ...alterationsOf(this.#hostings.standing(), dayOf),
      ...alterationsOf(this.#roles.standing(), dayOf),
      ...alterationsOf(this.#deadlines.standing(), dayOf),
      ...alterationsOf(this.#checkIns.standing(), dayOf),
    ]);
  }

  /** Asked again whenever a step is redone. */
  #dayOf({ version, at }: LedgerEntry): Day {
    const known = this.#days.get(version);
    const day = known ?? localAt(new Date(at), this.#base.region.timeZone).day;
    if (known === undefined) this.#days.set(version, day);
    return day;
  }
}
