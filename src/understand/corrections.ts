// "Nej, jag menade ledningsgruppen": the last question again, of something else.

const frames: readonly RegExp[] = [
  /^(?:nej|nä|näe|nää|no|nope|fel|wrong|oj|sorry|förlåt)?[\s,.!–-]*(?:jag|i)\s+(?:menade|menar|tänkte på|meant|mean)\s+(?<meant>.+)$/iu,
  /^(?:nej|nä|näe|nää|no|nope|fel|oj|förlåt)?[\s,.!–-]*(?<meant>\S.*?)\s+(?:menade|menar|tänkte)\s+jag(?:\s+på)?[\s.!]*$/iu,
  /^(?:nej|nä|näe|nää|no|nope)[\s,.!–-]+inte\s+\S+(?:\s+\S+)?[\s,–-]+utan\s+(?<meant>.+)$/iu,
];
/** In words: what is longer says more than another subject. */
const mostMeant = 5;

/** What a correction puts instead, as a follow-up: "och ledningsgruppen"; any other message as it is. */
export function corrected(text: string): string {
  for (const frame of frames) {
    const meant = frame.exec(text)?.groups?.meant?.replace(/[\s.!?]+$/, '');
    if (meant && meant.split(/\s+/).length <= mostMeant) return `och ${meant}`;
  }
  return text;
}
