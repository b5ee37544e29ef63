// What of a message is about people and not about the plan: it does not leave the house.

/** What stands where something was taken out. */
const someone = '[person]';
const contact = '[contact]';

const address = /\b(?:https?:\/\/|www\.)\S+|[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const personalNumber = /\b(?:19|20)?\d{6}[-+]?\d{4}\b/g;
const phoneNumber = /(?<![\d.,-])(?:\+\d|0)\d{0,3}[ -]?(?:\d[ -]?){5,10}\d(?![\d.:])/g;
/** Shorter parts of names are words as well. */
const shortestPart = 3;

/**
 * A message without addresses, numbers that belong to a person, and these people.
 *
 * @param people names of who writes and who is mentioned
 * @example redact('Hej, Anna här (08-123 45 67): när ses vi?', ['Anna Ek']) // 'Hej, [person] här ([contact]): när ses vi?'
 */
export function redact(message: string, people: readonly string[]): string {
  const bare = [address, personalNumber, phoneNumber].reduce((text, kind) => text.replaceAll(kind, contact), message);
  const whole = people.filter((name) => name.length >= shortestPart);
  const parts = whole.flatMap((name) => name.split(/\s+/)).filter((part) => part.length >= shortestPart);
  // Whole names first: what is left of them are parts.
  return [...whole, ...parts].reduce(
    (text, name) => text.replaceAll(new RegExp(`(?<![\\p{L}\\d])${escaped(name)}s?(?![\\p{L}\\d])`, 'giu'), someone),
    bare,
  );
}

/** Whether something was taken out of these words. */
export function isRedacted(text: string): boolean {
  return text.includes(someone) || text.includes(contact);
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
