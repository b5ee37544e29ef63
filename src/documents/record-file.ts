// A file of records: its value, and where in the file each part of the value stands. Text and sheets alike.
import type { LedgerMark } from '../plan/fold.ts';
import type { Names } from './names.ts';
import type { Problem } from './problem.ts';

/** Keys and list indexes from the top of a file to a value. */
export type Path = readonly PropertyKey[];

export interface Position {
  /** From 1; a row in a sheet. */
  readonly line: number;
  /** From 1, in UTF-16 units; the number of the column in a sheet. */
  readonly column: number;
  /** "Möten!C7" in a sheet. */
  readonly cell?: string;
}

export interface RecordFile {
  /** Relative to the plan's folder. */
  readonly file: string;
  readonly value: unknown;
  /** What of it could not be read; the rest of the value stands for itself. */
  readonly problems?: readonly Problem[];
  /** What is odd in it and no mistake. */
  readonly remarks?: readonly Problem[];
  /** Where the value at a path stands; the nearest value around it where the file does not have it. */
  position(path: Path): Position;
  /** Where the last key of the path stands. */
  keyPosition(path: Path): Position;
  /** The place in the ledger that it was made at; absent where it does not tell. */
  readonly made?: LedgerMark | undefined;
  /** What its reader knows a field by, where that is not the field's own name: a column's heading. */
  heading?(path: Path): string | undefined;
  /** What names a record may be written by instead of its id; absent where it is written by its id alone. */
  readonly names?: Pick<Names, 'near' | 'all' | 'idsOf'>;
}
