// What is wrong in the plan's files, where, and what would be right.

/** What is told of a file, in the languages of those who write files. */
export interface Said {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Said;

export interface Problem {
  /** Relative to the plan's folder, with "/": "2019/meetings.yaml"; empty for the folder itself. */
  readonly file: string;
  /** From 1; a row in a sheet. */
  readonly line: number;
  /** From 1, in UTF-16 units; the number of the column in a sheet. */
  readonly column: number;
  /** "Möten!C7" where the file has sheets. */
  readonly cell?: string;
  /** Which field of which record: "activities.elvag.responsible.2"; records without an id and list items count from 1. */
  readonly path: string;
  /** What is wrong. */
  readonly message: Said;
  /** What would be right; null where nothing useful can be said. */
  readonly hint: Said | null;
}

/**
 * A problem on one line, as editors and terminals make links of it.
 *
 * @example problemLine('data/x', problem) // 'data/x/groups.yaml:7:5: groups.lg.kind: "managment" is not … (did you mean …?)'
 * @example problemLine('', problem) // 'plan.xlsx Möten!C7: …' of a sheet, whose cell says all that the path would
 */
export function problemLine(directory: string, problem: Problem, language: Language = 'en'): string {
  const { file, line, column, cell, path, message, hint } = problem;
  const folder = directory.replace(/(?<=.)\/+$/, '');
  const place = [folder, file].filter(Boolean).join('/');
  const said = `${message[language]}${hint === null ? '' : ` (${hint[language]})`}`;
  if (cell !== undefined) return `${place === '' ? '' : `${place} `}${cell}: ${said}`;
  return `${place}:${line}:${column}: ${path === '' ? '' : `${path}: `}${said}`;
}

/** Every problem of a plan's files at once, so that they can be mended in one go. */
export class PlanError extends Error {
  readonly directory: string;
  readonly problems: readonly Problem[];

  constructor(directory: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super(`the plan in ${directory} has ${count}:\n${problems.map((item) => problemLine(directory, item)).join('\n')}`);
    this.name = 'PlanError';
    this.directory = directory;
    this.problems = problems;
  }
}

/** Files in order of name, then top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const byFile = (a: Problem, b: Problem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return [...problems].sort((a, b) => byFile(a, b) || a.line - b.line || a.column - b.column);
}
