// Rows as comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

/** What makes a spreadsheet take a cell for a formula (OWASP ASVS 5.0, 1.2.10). */
const formulaStart = /^[=+\-@\t\r\0]/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table with its heading, lines ended as the standard has it; begins with the mark that Excel knows UTF-8 by. */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[heading, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
