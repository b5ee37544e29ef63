// What is wrong in the sources of the app package, and what would be right.

export interface PackageProblem {
  /** The file in `manifest/`, or the setting. */
  readonly file: string;
  /** Where in the file: `bots[0].botId`; empty for the whole of it. */
  readonly path: string;
  readonly wrong: string;
  readonly right: string;
}

/** Stops the packaging; the message lists every problem. */
export class PackageError extends Error {
  readonly problems: readonly PackageProblem[];
  constructor(problems: readonly PackageProblem[]) {
    super(['The app package cannot be made:', ...problems.map(describe)].join('\n'));
    this.name = 'PackageError';
    this.problems = problems;
  }
}

function describe({ file, path, wrong, right }: PackageProblem): string {
  return `  ${[file, path].filter((part) => part !== '').join(' ')}: ${wrong}; right would be: ${right}`;
}
