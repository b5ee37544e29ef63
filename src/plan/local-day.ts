// Which day it is in a region at an instant.
import type { Day } from './schedule.ts';

/** By zone: making one takes longer than many uses of it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The region's day at an instant. */
export function dayAt(instant: string, timeZone: string): Day {
  const known = dayFormats.get(timeZone);
  // Swedish writes days as ISO does.
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  if (!known) dayFormats.set(timeZone, format);
  return format.format(Date.parse(instant));
}
