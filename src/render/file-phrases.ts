// The shape of a language's phrases about files: sent, asked for, and what a plan in one would change.
import type { FileStep } from '../facts.ts';
import type { Fate } from '../plan/import-difference.ts';
import type { RecordKind } from '../plan/records.ts';
import type { FileFormat } from '../query.ts';
import { englishFiles } from './file-phrases.en.ts';
import { swedishFiles } from './file-phrases.sv.ts';
import type { Setting } from './names.ts';

export interface FilePhrases {
  /** The file has mistakes: how many, and that nothing was changed. */
  readonly wrong: (name: string, count: number) => string;
  readonly unread: Readonly<Record<Extract<FileStep, { step: 'unread' }>['why'], (name: string) => string>>;
  readonly unchanged: (name: string) => string;
  readonly notAllowed: string;
  readonly exported: (format: string, minutes: number) => string;
  readonly template: (year: number | null, minutes: number) => string;
  readonly onlyHere: string;
  readonly formats: Readonly<Record<FileFormat, string>>;
  readonly download: string;
  /** What of a plan becomes what: "Nya". */
  readonly fates: Readonly<Record<Fate, string>>;
  readonly unchangedRecords: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  /** What of a record differs, by the names of its fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly more: (count: number) => string;
  /** Oddities that are no mistakes. */
  readonly odd: string;
  readonly asDraft: string;
  readonly asPublished: string;
}

export function filesIn({ locale }: Setting): FilePhrases {
  return locale === 'sv' ? swedishFiles : englishFiles;
}
