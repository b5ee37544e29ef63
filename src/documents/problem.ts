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

function told(directory: string, problems: readonly Problem[], language: Language): string {
  const one = problems.length === 1;
  const count = {
    sv: one ? 'ett fel' : `${problems.length} fel`,
    en: one ? 'a problem' : `${problems.length} problems`,
  };
  const head = { sv: `planen i ${directory} har ${count.sv}`, en: `the plan in ${directory} has ${count.en}` };
  return `${head[language]}:\n${problems.map((item) => problemLine(directory, item, language)).join('\n')}`;
}

/** Every problem of a plan's files at once, so that they can be mended in one go. */
export class PlanError extends Error {
  readonly directory: string;
  readonly problems: readonly Problem[];

  constructor(directory: string, problems: readonly Problem[]) {
    super(told(directory, problems, 'en'));
    this.name = 'PlanError';
    this.directory = directory;
    this.problems = problems;
  }

  /** Its message in the language of whoever reads it. */
  told(language: Language): string {
    return told(this.directory, this.problems, language);
  }
}

/** Files in order of name, their sheets in theirs, then top to bottom. */
export function inReadingOrder(problems: readonly Problem[], sheets: readonly string[]): Problem[] {
  const byFile = (a: Problem, b: Problem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  const sheetOf = ({ cell = '' }: Problem): number => sheets.indexOf(cell.slice(0, Math.max(0, cell.lastIndexOf('!'))));
  return [...problems].sort(
    (a, b) => byFile(a, b) || sheetOf(a) - sheetOf(b) || a.line - b.line || a.column - b.column,
  );
}
