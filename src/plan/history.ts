// The steps that changes took with records of one kind, each of which can be taken back and redone where it stands.
import type { LedgerEntry, RecordKey } from './change.ts';

/** A record before and after a step; undefined while there is none. */
export interface Made<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** Whether a step is new, or an older one that stands again or no longer. */
export type Turn = 'made' | 'redone' | 'undone';

/** Makes the record of what was before; the same value where it changes nothing. */
export type Make<Value> = (before: Value | undefined) => Value | undefined;

/** What an entry did to a record; it may have been taken back since. */
export interface Done<Value> extends Made<Value> {
  readonly entry: LedgerEntry;
  readonly stands: boolean;
}

/** Changed in place: a step that is taken back changes all that come after it. */
interface Step<Value> {
  readonly entry: LedgerEntry;
  readonly make: Make<Value>;
  /** Its place among the records of its entry. */
  readonly order: number;
  before: Value | undefined;
  after: Value | undefined;
  stands: boolean;
}

export class History<Value> {
  readonly #base: ReadonlyMap<RecordKey, Value>;
  readonly #steps = new Map<RecordKey, Step<Value>[]>();

  /** @param base the records before any change */
  constructor(base: Iterable<readonly [RecordKey, Value]> = []) {
    this.#base = new Map(base);
  }

  get(key: RecordKey): Value | undefined {
    const last = this.#steps.get(key)?.at(-1);
    return last ? last.after : this.#base.get(key);
  }

  /**
   * What an entry does to a record when it is made, taken back or redone; later steps follow suit. Where it is only
   * tried, nothing is kept.
   */
  step(key: RecordKey, entry: LedgerEntry, turn: Turn | 'tried', make: Make<Value>, order = 0): Made<Value> {
    const before = this.get(key);
    if (turn === 'tried') return { before, after: make(before) };
    if (turn === 'made') this.#add(key, { entry, make, order, before, after: make(before), stands: true });
    else this.#turn(key, entry, turn === 'redone');
    return { before, after: this.get(key) };
  }

  #add(key: RecordKey, step: Step<Value>): void {
    const steps = this.#steps.get(key);
    if (steps) steps.push(step);
    else this.#steps.set(key, [step]);
  }

  #turn(key: RecordKey, entry: LedgerEntry, stands: boolean): void {
    const steps = this.#steps.get(key) ?? [];
    const from = steps.findLastIndex((step) => step.entry.version === entry.version);
    const turned = steps[from];
    if (!turned || turned.stands === stands) return;
    turned.stands = stands;
    let { before } = turned;
    for (let index = from; index < steps.length; index += 1) {
      const step = steps[index];
      if (!step) return;
      step.before = before;
      step.after = step.stands ? step.make(before) : before;
      before = step.after;
    }
  }

  /** Every record that there is: those of the base in their order, then the others in the order they were made. */
  values(): Value[] {
    const added = [...this.#steps].filter(([key]) => !this.#base.has(key));
    const inOrder = added
      .map(([key, steps]) => ({ key, ...madeBy(steps) }))
      .sort((a, b) => a.version - b.version || a.order - b.order || (a.key < b.key ? -1 : 1));
    const keys = [...this.#base.keys(), ...inOrder.map(({ key }) => key)];
    return keys.map((key) => this.get(key)).filter((value) => value !== undefined);
  }

  /** The steps that stand and did something, by record, in order. */
  *standing(): Iterable<readonly [RecordKey, readonly Done<Value>[]]> {
    for (const [key, steps] of this.#steps) {
      const effective = steps.filter(({ stands, before, after }) => stands && before !== after);
      if (effective.length > 0) yield [key, effective];
    }
  }
}

/** What made a record that the base does not have. */
function madeBy(steps: readonly (Done<unknown> & { readonly order: number })[]): { version: number; order: number } {
  const made = steps.find(({ stands, after }) => stands && after !== undefined);
  return { version: made?.entry.version ?? 0, order: made?.order ?? 0 };
}
