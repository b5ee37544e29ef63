// Lists of what a wish is about: "kommittén och konferenserna". Every part counts, or none does.
import { type Clip, cut } from './sentence.ts';

const between = /\s*(?:,|&|\+|(?<!\p{L})(?:och|samt|and|plus)(?!\p{L}))\s*/gu;
const filler =
  /^(?:(?:om|infor|about|of|for|fore|innan|before|forvag|i|in|advance|ahead|beforehand|pa|till|to|the|det|den|har|is|are|ar|ocksa|aven|also|too|tack|please|mig|me|oss|us|garna|snalla|istallet|i stallet|instead|bara|only|moten|motena|meetings)(?:[\s,.!?]+|$))*$/u;

/** The parts of a list that say something; one where there is no list. */
export function partsOfList(clip: Clip): Clip[] {
  const breaks = [...clip.flat.matchAll(between)];
  const starts = [0, ...breaks.map((match) => match.index + match[0].length)];
  return starts
    .map((start, index) => cut(clip, start, breaks[index]?.index ?? clip.flat.length))
    .filter(({ flat }) => !filler.test(flat));
}
