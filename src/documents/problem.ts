// What is wrong in the plan's files, where, and what would be right.

export interface Problem {
  /** Relative to the plan's folder, with "/": "2019/meetings.yaml"; empty for the folder itself. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Which field of which record: "activities.elvag.responsible.2"; records without an id and list items count from 1. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** What would be right; null where nothing useful can be said. */
  readonly hint: string | null;
}

/**
 * A problem on one line, as editors and terminals make links of it.
 *
 * @example problemLine('data/x', problem) // 'data/x/groups.yaml:7:5: groups.lg.kind: "managment" is not … (did you mean …?)'
 */
export function problemLine(directory: string, problem: Problem): string {
  const { file, line, column, path, message, hint } = problem;
  const folder = directory.replace(/(?<=.)\/+$/, '');
  const place = file === '' ? folder : `${folder}/${file}`;
  const subject = path === '' ? '' : `${path}: `;
  return `${place}:${line}:${column}: ${subject}${message}${hint === null ? '' : ` (${hint})`}`;
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
