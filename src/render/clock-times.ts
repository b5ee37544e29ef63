// Which time of day an instant is in a region.

/** By zone: making one takes longer than many uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @example timeAt('2019-04-03T08:15:00Z', 'Europe/Stockholm') // '10:15' */
export function timeAt(instant: string, timeZone: string): string {
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' });
  if (!known) formats.set(timeZone, format);
  return format.format(Date.parse(instant));
}
