// What is wrong in a data file, where, and what would be right.

export interface Problem {
  /** Path of the file, relative to the data folder. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Where in the file's structure: "meetings[3].from". */
  readonly path: string;
  readonly message: string;
}

export function formatProblem({ file, line, column, path, message }: Problem): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${message}`;
}

/** Thrown when plan data cannot be used; carries every problem that was found. */
export class PlanError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`the plan data has ${problems.length} problem(s):\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'PlanError';
    this.problems = problems;
  }
}
