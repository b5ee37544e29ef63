// A log that is only kept.
import type { Log } from '../../src/log.ts';

export interface LogLine {
  readonly level: string;
  readonly facts: object;
  readonly event: string;
}

export function keptLog(lines: LogLine[] = []): Log {
  const keep = (level: string) => (facts: object, event: string) => {
    lines.push({ level, facts, event });
  };
  return { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}
