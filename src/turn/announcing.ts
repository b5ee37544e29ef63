// Questions about messages to many: how one goes, who did not get it, which wait for their time, which templates there are.
import { answerWith } from '../answer/parts.ts';
import type { Clock } from '../clock.ts';
import type { SingleAnswer } from '../facts.ts';
import type { Announce } from '../plan/announcement.ts';
import type { LedgerEntry } from '../plan/change.ts';
import type { AnnouncementsQuery } from '../query.ts';
import type { Announced, AnnouncedKnowledge, AnnouncementsStep, NotReached } from '../reminders/announced.ts';
import { isUndone } from '../reminders/announcing.ts';
import type { Delivery } from '../store/reminder-stores.ts';
import type { Store } from '../store/store.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import type { Asker, Updates } from '../updates/updates.ts';

export interface AnnouncingParts {
  readonly current: CurrentPlan;
  readonly updates: Pick<Updates, 'standing'>;
  readonly store: Pick<Store, 'deliveries' | 'references'>;
  readonly clock: Clock;
}

export interface Announcing extends AnnouncedKnowledge {
  answer(query: AnnouncementsQuery, asker: Asker): Promise<SingleAnswer>;
}

/** Messages that a list shows. */
const mostListed = 10;
/** Names that a list of those not reached shows; a card holds no more on a phone. */
const mostNames = 50;

type Ordered = LedgerEntry & { readonly change: Announce };

export function makeAnnouncing({ current, updates, store, clock }: AnnouncingParts): Announcing {
  const { deliveries, references } = store;

  const ordered = (): Ordered[] => current.ledger().entries.filter(isOrdered);

  async function announced(entry: Ordered): Promise<Announced> {
    const { version, change, author } = entry;
    const dueAt = change.at ?? entry.at;
    const undo = isUndone(current.ledger(), entry) ? lastUndoOf(version) : null;
    return {
      version,
      audience: change.audience,
      text: change.text,
      by: author.name,
      dueAt,
      isAhead: Date.parse(dueAt) > clock().getTime(),
      progress: await deliveries.progress(version),
      recall: undo && (await deliveries.progress(undo.version)),
    };
  }

  function lastUndoOf(version: number): LedgerEntry | null {
    const { entries } = current.ledger();
    return entries.findLast(({ change }) => change.kind === 'undo' && change.version === version) ?? null;
  }

  async function find(version: number): Promise<Announced | null> {
    const entry = ordered().find((one) => one.version === version);
    return entry ? announced(entry) : null;
  }

  async function unreached(version: number) {
    const found: NotReached[] = [];
    let more = 0;
    for await (const delivery of deliveries.ofVersion(version)) {
      const reason = reasonOf(delivery);
      if (reason === null) continue;
      if (found.length >= mostNames) more += 1;
      else found.push({ reason, name: (await references.find(delivery.recipient))?.name || null });
    }
    return { unreached: found, more };
  }

  async function stepFor({ act, version }: AnnouncementsQuery, asker: Asker): Promise<AnnouncementsStep> {
    if (updates.standing(asker) !== 'secretary') return { step: 'not-allowed' };
    if (act === 'templates') return { step: 'templates', templates: current.ledger().edition.templates };
    const all = ordered();
    if (act === 'list') {
      const latest = all.slice(-mostListed).reverse();
      if (latest.length === 0) return { step: 'none' };
      return { step: 'list', announced: await Promise.all(latest.map(announced)) };
    }
    const asked = version === null ? all.at(-1) : all.find((one) => one.version === version);
    if (!asked) return { step: 'none' };
    return { step: 'status', announced: await announced(asked), ...(await unreached(asked.version)) };
  }

  return {
    async answer(query, asker) {
      await current.refresh();
      return answerWith({ outcome: { kind: 'announcements', query, step: await stepFor(query, asker) } });
    },
    find,
    unreached,
  };
}

function isOrdered(entry: LedgerEntry): entry is Ordered {
  return entry.change.kind === 'announce';
}

function reasonOf({ state }: Delivery): NotReached['reason'] | null {
  switch (state.kind) {
    case 'failed':
    case 'dropped':
      return state.reason;
    case 'missed':
      return 'missed';
    case 'due':
    case 'posting':
    case 'sent':
      return null;
  }
}
