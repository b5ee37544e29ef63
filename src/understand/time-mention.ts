// What a time expression in a message can mean.
import type { Period } from '../plan/period.ts';
import type { WallTime } from '../plan/schedule.ts';

export type TimeMeaning =
  /** "i april", "vecka 19", "mellan 1 september och 31 oktober", "efter sommaren". */
  | {
      readonly kind: 'period';
      readonly period: Period;
      /** False where the year was inferred from the present day: "i april", "4 april", "i höst". */
      readonly yearStated: boolean;
    }
  /** "på torsdagar", "en fredag": any such day. ISO weekday, Monday is 1. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** "kl 13", "12.30": a time of day. */
  | { readonly kind: 'clock'; readonly time: WallTime };

/** A time expression and the words it covers: from `first` up to, not including, `end` (indexes into the words). */
export interface TimeMention {
  /** True where the expression is only a part of its word: "aprilmötet". */
  readonly partOfWord?: true;
  readonly first: number;
  readonly end: number;
  readonly meaning: TimeMeaning;
}
