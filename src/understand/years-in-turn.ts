// "Nästa år och året därpå": the second year said from the first.
import type { LocalMoment } from '../plan/days.ts';

const after =
  /(?<!\p{L})(?<year>i år|iår|nästa år|\d{4}|this year|next year)(?<joint>,?\s+(?:och|o|samt|and)\s+)(?:året (?:därpå|därefter|efter)|the (?:year after|following year|year after that))(?!\p{L})/giu;
const before =
  /(?<!\p{L})(?<year>i år|iår|i fjol|ifjol|förra året|\d{4}|this year|last year)(?<joint>,?\s+(?:och|o|samt|and)\s+)(?:året (?:innan|före|dessförinnan)|the year before(?: that)?)(?!\p{L})/giu;

/** The message with both years in digits. */
export function withYearsInTurn(message: string, now: LocalMoment): string {
  const present = Number(now.day.slice(0, 4));
  const yearOf = (text: string): number => {
    if (/^\d{4}$/.test(text)) return Number(text);
    if (/^(?:nästa|next)/i.test(text)) return present + 1;
    return /^(?:i ?fjol|förra|last)/i.test(text) ? present - 1 : present;
  };
  const both = (step: number) => (_: string, year: string, joint: string) =>
    `${yearOf(year)}${joint}${yearOf(year) + step}`;
  return message.normalize('NFC').replace(after, both(1)).replace(before, both(-1));
}
