// Who leads a group as Teams knows them: they are reminded of the group by default, for as long as they lead it.
import type { Author, Identity, LedgerEntry } from '../plan/change.ts';
import { type Ledger, standing } from '../plan/fold.ts';
import type { GroupId } from '../plan/ids.ts';
import { appointed, lastDayOf, vacated } from '../plan/office.ts';
import type { Role, RoleKind } from '../plan/region.ts';
import type { Day } from '../plan/schedule.ts';
import { localAt } from '../plan/wall-clock.ts';
import type { Notice } from './notice.ts';
import { nextAllowed, type QuietRules } from './quiet-hours.ts';
import { noticeKey } from './reminder.ts';
import { idOf } from './subscribing.ts';
import { defaultLeads, type Recipient, type Subscription, type Topic } from './subscription.ts';

/** An office that somebody holds whom Teams knows. */
export interface Office {
  readonly group: GroupId;
  readonly role: RoleKind;
  readonly who: Identity;
  readonly name: string;
}

/** An office that began or ended, and the newest change to it. */
export interface Turnover extends Office {
  readonly begins: boolean;
  readonly version: number;
  readonly author: Author;
  readonly quiet: boolean;
}

/** Those who hold these answer for what their group does. */
const leading: ReadonlySet<RoleKind> = new Set<RoleKind>(['lead', 'contact']);

/** The offices that lead a group, on a day, by the changes up to a version; each holder and group once. */
export function officesOn(entries: readonly LedgerEntry[], version: number, day: Day): Office[] {
  const held = new Map<string, readonly Holding[]>();
  for (const { change } of standing(entries.filter((entry) => entry.version <= version))) {
    if (change.kind !== 'set-role' && change.kind !== 'end-role') continue;
    if (!leading.has(change.role)) continue;
    const key = `${change.group} ${change.role}`;
    const before = held.get(key) ?? [];
    if (change.kind === 'end-role') {
      held.set(
        key,
        vacated(before, change.until).held.map((role) => ({ ...asBefore(role, before), ...role })),
      );
      continue;
    }
    const { held: after } = appointed(before, change);
    const newcomer = { who: change.who, name: change.person.name };
    held.set(
      key,
      after.map((role, place) => ({ ...(place === after.length - 1 ? newcomer : asBefore(role, before)), ...role })),
    );
  }
  const offices = [...held.values()].flat().flatMap(({ group, role, who, name, from, until }): Office[] => {
    const isNow = (from === null || from <= day) && (until === null || day <= lastDayOf(until));
    return who && isNow ? [{ group, role, who, name }] : [];
  });
  return [...new Map(offices.map((office) => [officeKey(office), office])).values()];
}

interface Known {
  readonly who: Identity | undefined;
  readonly name: string;
}
type Holding = Role & Known;

function asBefore({ person, from }: Role, before: readonly Holding[]): Known {
  const { who, name = '' } = before.find((one) => one.person === person && one.from === from) ?? {};
  return { who, name };
}

/** Whoever leads a group in two ways leads it once. */
function officeKey({ group, who }: Office): string {
  return `${group} ${who.tenant} ${who.person}`;
}

/** What has come to a leader between two moments: by a change, or by the day on which a term begins or ends. */
export function turnovers(
  { entries, edition }: Ledger,
  after: { readonly at: Date; readonly version: number },
  now: Date,
): Turnover[] {
  const { timeZone } = edition.plan.region;
  const [then, today] = [after.at, now].map((instant) => localAt(instant, timeZone).day);
  if (then === undefined || today === undefined) return [];
  if (then === today && after.version === edition.version) return [];
  const before = new Map(officesOn(entries, after.version, then).map((office) => [officeKey(office), office]));
  const held = new Map(officesOn(entries, edition.version, today).map((office) => [officeKey(office), office]));
  const ended = [...before].flatMap(([key, office]) => (held.has(key) ? [] : [{ ...office, begins: false }]));
  const begun = [...held].flatMap(([key, office]) => (before.has(key) ? [] : [{ ...office, begins: true }]));
  return [...ended, ...begun].flatMap((office) => {
    const newest = entries.findLast(({ change }) => isOf(office, change, entries));
    return newest ? [{ ...office, version: newest.version, author: newest.author, quiet: newest.quiet }] : [];
  });
}

function isOf(office: Office, change: LedgerEntry['change'], entries: readonly LedgerEntry[]): boolean {
  if (change.kind === 'set-role' || change.kind === 'end-role')
    return change.group === office.group && change.role === office.role;
  if (change.kind !== 'undo') return false;
  const undone = entries.find(({ version }) => version === change.version);
  // What an undo undoes came before it; anything else would go round for ever.
  const isEarlier = undone?.change.kind !== 'undo' || undone.change.version < change.version;
  return undone !== undefined && isEarlier && isOf(office, undone.change, entries);
}

export const recipientOf = ({ who }: Pick<Office, 'who'>): Recipient => ({ kind: 'person', ...who });
export const topicOf = ({ group }: Pick<Office, 'group'>): Topic => ({ kind: 'group', group });

/** What comes with an office, for whom has nothing of the kind. */
export function subscriptionWith(
  office: Pick<Turnover, 'who' | 'group' | 'author'>,
  locale: 'sv' | 'en',
  now: Date,
): Subscription {
  const recipient = recipientOf(office);
  const topic = topicOf(office);
  const { author: setBy } = office;
  const rest = { leads: [...defaultLeads], pausedUntil: null, locale, setBy, createdAt: now.toISOString() };
  return { id: idOf(recipient, topic), recipient, topic, withOffice: true, ...rest };
}

/** News of an office that is older is no news. In days. */
const newsDays = 30;

/** Tells a leader that they are one, or no longer; null where it was to be made quietly. */
export function turnoverNotice(turnover: Turnover, now: Date, rules: QuietRules, timeZone: string): Notice | null {
  const { group, role, version, begins, quiet } = turnover;
  if (quiet) return null;
  const recipient = recipientOf(turnover);
  const kind = begins ? 'appointed' : 'relieved';
  return {
    key: noticeKey(recipient, kind, `${group} ${role}`, `version ${version}`),
    recipient,
    content: { kind, group, role, version },
    dueAt: nextAllowed(now, rules, timeZone).toISOString(),
    expiresAt: new Date(now.getTime() + newsDays * 86_400_000).toISOString(),
  };
}
