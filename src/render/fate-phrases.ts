// The sentences about what became of meetings that both languages must have.
import type { NamedItem } from './update-phrases.ts';

export interface FatePhrases {
  readonly yes: string;
  readonly no: string;
  /** "mötet … torsdag 9 maj är inställt", without a full stop. */
  readonly isCancelled: (item: NamedItem, past: boolean) => string;
  /** `when` has day, hours and place. */
  readonly isNotCancelled: (item: NamedItem, past: boolean) => string;
  readonly hasMoved: (item: NamedItem, from: string) => string;
  readonly hasNotMoved: (item: NamedItem, past: boolean) => string;
  readonly isHeld: (item: NamedItem, past: boolean) => string;
  /** How many, where several are told in a list; `scope` is "i maj" or nothing. */
  readonly cancelledCount: (count: number, scope: string) => string;
  readonly movedCount: (count: number, scope: string) => string;
  readonly noneCancelled: (scope: string) => string;
  readonly noneMoved: (scope: string) => string;
}
