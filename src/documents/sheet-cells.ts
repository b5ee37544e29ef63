// Cells by their names, as spreadsheets have them.

/** @example letters(27) // 'AB' */
export function letters(index: number): string {
  const head = index < 26 ? '' : letters(Math.floor(index / 26) - 1);
  return `${head}${String.fromCharCode(65 + (index % 26))}`;
}

/** @example cellName('Möten', 6, 2) // 'Möten!C7' */
export function cellName(sheet: string, row: number, column: number): string {
  return `${sheet}!${letters(column)}${row + 1}`;
}
