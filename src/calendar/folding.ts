// Folding of long lines (RFC 5545, 3.1): at most 75 octets, never inside a character.

const longestLine = 75;

/** Text of lines that end in CRLF, the long ones folded. */
export function folded(text: string): string {
  return text.split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  const pieces: string[] = [];
  for (let start = 0; start < line.length; ) {
    // The space that begins a continued line is one of its octets.
    const end = endWithin(line, start, pieces.length === 0 ? longestLine : longestLine - 1);
    pieces.push(line.slice(start, end));
    start = end;
  }
  return pieces.join('\r\n ');
}

/** Where a piece must end that begins at `start` and has room for so many octets. */
function endWithin(line: string, start: number, room: number): number {
  let left = room;
  let end = start;
  while (end < line.length) {
    const character = line.codePointAt(end) ?? 0;
    left -= character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x1_0000 ? 3 : 4;
    if (left < 0) return end;
    end += character < 0x1_0000 ? 1 : 2;
  }
  return end;
}
