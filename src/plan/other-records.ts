// The records that only an import changes: those that no update of a single record is about.
import type { LedgerEntry } from './change.ts';
import { History, type Made, type Make, type Turn } from './history.ts';
import type { PlanRecords } from './plan.ts';
import { keyOf, type RecordKey } from './record-keys.ts';
import type { RecordOf } from './records.ts';

const otherKinds = [
  'documents',
  'municipalities',
  'groups',
  'conferences',
  'areas',
  'goals',
  'objectives',
  'budgetLines',
  'budgetTotals',
  'fees',
  'sections',
] as const;
export type OtherKind = (typeof otherKinds)[number];

type Lists = { readonly [K in OtherKind]: readonly RecordOf<K>[] };
type Histories = { readonly [K in OtherKind]: History<RecordOf<K>> };

export class OtherRecords {
  readonly #histories: Histories;

  constructor(base: PlanRecords) {
    this.#histories = each((kind) => historyOf(kind, base));
  }

  step<K extends OtherKind>(
    kind: K,
    key: RecordKey,
    entry: LedgerEntry,
    turn: Turn | 'tried',
    make: Make<RecordOf<K>>,
    order: number,
  ): Made<RecordOf<K>> {
    const history: Histories[K] = this.#histories[kind];
    return history.step(key, entry, turn, make, order);
  }

  lists(): Lists {
    return each((kind) => this.#histories[kind].values());
  }
}

function each(make: (kind: OtherKind) => unknown): never {
  // Each kind's value was made for that kind.
  return Object.fromEntries(otherKinds.map((kind) => [kind, make(kind)])) as never;
}

function historyOf<K extends OtherKind>(kind: K, base: PlanRecords): History<RecordOf<K>> {
  const records: Lists[K] = base[kind];
  return new History(records.map((record): [RecordKey, RecordOf<K>] => [keyOf[kind](record), record]));
}
