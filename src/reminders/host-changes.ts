// Who is to be told that a turn to host, which they were reminded of, is another's: what they were told against what is true.
import type { Applied, Difference } from '../plan/difference.ts';
import type { Ledger } from '../plan/fold.ts';
import type { ConferenceId, MunicipalityId } from '../plan/ids.ts';
import type { Told } from './changes.ts';
import type { Notice, NoticeContent } from './notice.ts';
import { nextAllowed, type QuietRules } from './quiet-hours.ts';
import { ByRecipient } from './recipients.ts';
import { noticeKey } from './reminder.ts';
import { startOfHosting } from './start.ts';
import type { Interest, Recipient, Subscription } from './subscription.ts';

/** A conference's turn in a year. */
export interface Turn {
  readonly conference: ConferenceId;
  readonly year: number;
}

export const turnKey = ({ conference, year }: Turn): string => `hosting ${conference} ${year}`;

/** The hosts of a turn since a version, until the next. */
interface HostState {
  readonly version: number;
  /** The instant of the change, in milliseconds. */
  readonly at: number;
  readonly quiet: boolean;
  readonly hosts: readonly MunicipalityId[];
}

/** Every turn whose hosts were changed after a version. */
export function changedTurns({ entries, edition }: Ledger, since: number): Turn[] {
  const turns = entries
    .filter(({ version }) => version > since)
    .flatMap(({ version }) => turnsIn(edition.applied.get(version)));
  return [...new Map(turns.map((turn) => [turnKey(turn), turn])).values()];
}

function turnsIn(applied: Applied | undefined): Turn[] {
  if (applied?.subject.kind !== 'hosting') return [];
  const { conference, years } = applied.subject;
  return years.map((year) => ({ conference, year }));
}

/** What a turn has been through, oldest first, beginning before any change. */
function statesOf(turn: Turn, { entries, edition }: Ledger): HostState[] {
  const states: HostState[] = [];
  for (const { version, at, quiet } of entries) {
    const changed = differenceOf(turn, edition.applied.get(version));
    if (!changed) continue;
    if (states.length === 0) states.push({ ...beforeAll, hosts: hostsIn(changed.before) });
    states.push({ version, at: Date.parse(at), quiet, hosts: hostsIn(changed.after) });
  }
  return states;
}

const beforeAll = { version: 0, at: Number.NEGATIVE_INFINITY, quiet: true };

function differenceOf({ conference, year }: Turn, applied: Applied | undefined): Difference | undefined {
  if (applied?.subject.kind !== 'hosting' || applied.subject.conference !== conference) return undefined;
  return applied.differences.find(({ before, after }) => {
    const value = after ?? before;
    return value?.kind === 'hosts' && value.year === year;
  });
}

function hostsIn(value: Difference['before']): readonly MunicipalityId[] {
  return value?.kind === 'hosts' ? value.hosts : [];
}

/** The version that last changed a turn's hosts; 0 where none did. */
export function lastTurnVersion(turn: Turn, ledger: Ledger): number {
  return statesOf(turn, ledger).at(-1)?.version ?? 0;
}

/** `hostNotices` for subscriptions that come one by one. Each recipient gets one a turn and municipality. */
export class HostChangeCollector {
  readonly #ledger: Ledger;
  readonly #now: Date;
  readonly #rules: QuietRules;
  readonly #courses: readonly { readonly turn: Turn; readonly states: readonly HostState[] }[];
  readonly #told = new ByRecipient<Map<string, Told>>();
  readonly #found = new ByRecipient<Map<string, Notice>>();

  /** @param told what arrived about the turns of `changedTurns`, in any order */
  constructor(ledger: Ledger, since: number, told: Iterable<Told>, now: Date, rules: QuietRules) {
    this.#ledger = ledger;
    this.#now = now;
    this.#rules = rules;
    this.#courses = changedTurns(ledger, since).map((turn) => ({ turn, states: statesOf(turn, ledger) }));
    for (const one of told) this.#take(one);
  }

  /** The newest that somebody was told of a turn. */
  #take(one: Told): void {
    const turn = turnOf(one.content);
    if (!turn) return;
    const those = this.#told.get(one.recipient) ?? new Map<string, Told>();
    const other = those.get(turnKey(turn));
    if (!other || Date.parse(one.at) >= Date.parse(other.at)) those.set(turnKey(turn), one);
    this.#told.set(one.recipient, those);
  }

  /** Whether a turn has changed hands that is, or was, the municipality's. */
  concerns({ topic }: Interest): boolean {
    if (topic.kind !== 'municipality') return false;
    const { municipality } = topic;
    return this.#courses.some(({ states }) => states.some(({ hosts }) => hosts.includes(municipality)));
  }

  add({ topic, recipient }: Pick<Subscription, 'topic' | 'recipient'>): void {
    if (topic.kind !== 'municipality') return;
    for (const { turn, states } of this.#courses) {
      const told = this.#told.get(recipient)?.get(turnKey(turn));
      const notice = told && this.#noticeFor(recipient, topic.municipality, turn, states, told);
      if (!notice) continue;
      const those = this.#found.get(recipient) ?? new Map<string, Notice>();
      this.#found.set(recipient, those.set(notice.key, notice));
    }
  }

  #noticeFor(
    recipient: Recipient,
    municipality: MunicipalityId,
    turn: Turn,
    states: readonly HostState[],
    told: Told,
  ): Notice | null {
    const now = states.at(-1);
    const index = states.findLastIndex(({ at, version }) =>
      'version' in told.content ? version <= told.content.version : at <= Date.parse(told.at),
    );
    const isLoud = states.slice(index + 1).some(({ quiet }) => !quiet);
    if (!now || !isLoud) return null;
    const was = states[index]?.hosts.includes(municipality) === true;
    const is = now.hosts.includes(municipality);
    const over = startOfHosting(turn.year + 1, this.#ledger.edition.plan.region.timeZone);
    if (was === is || over <= this.#now) return null;
    const kind = is ? 'host-regained' : 'host-lost';
    const { version } = now;
    return {
      key: noticeKey(recipient, kind, `${turnKey(turn)} ${municipality}`, `version ${version}`),
      recipient,
      content: { kind, ...turn, municipality, version },
      dueAt: nextAllowed(this.#now, this.#rules, this.#ledger.edition.plan.region.timeZone).toISOString(),
      expiresAt: over.toISOString(),
    };
  }

  /** What the subscriptions give that were added since it was last asked. */
  *notices(): Generator<Notice> {
    for (const { value } of this.#found.taken()) yield* value.values();
  }
}

/** The turn that a notice tells of. */
export function turnOf(content: NoticeContent): Turn | null {
  switch (content.kind) {
    case 'reminder':
      return content.of.kind === 'hosting' ? content.of : null;
    case 'host-lost':
    case 'host-regained':
      return content;
    default:
      return null;
  }
}
