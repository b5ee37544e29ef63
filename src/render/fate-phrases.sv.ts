// Swedish sentences about what became of meetings.
import type { FatePhrases } from './fate-phrases.ts';
import type { NamedItem } from './update-phrases.ts';

const spaced = (scope: string): string => (scope === '' ? '' : ` ${scope}`);
const count = (amount: number): string => (amount === 1 ? 'Ett möte' : `${amount} möten`);
const gone = { meeting: 'inställt', planning: 'inställd', conference: 'inställt' } as const;

function cancelled({ form }: NamedItem, past: boolean, not = ''): string {
  if (form === 'conference') return `${past ? 'hade' : 'har'}${not} ställts in`;
  return `${past ? 'var' : 'är'}${not} ${gone[form]}`;
}

/** "…: det är torsdag 4 april"; a word for "it" would need the gender of a conference's name. */
function when({ form, when: days }: NamedItem, past: boolean): string {
  const verb = past ? 'var' : 'är';
  return form === 'meeting' ? `: det ${verb} ${days}` : `, utan ${verb} ${days}`;
}

export const swedishFates: FatePhrases = {
  yes: 'Ja',
  no: 'Nej',
  isCancelled: (item, past) => `${item.name} ${item.when} ${cancelled(item, past && item.form !== 'conference')}`,
  isNotCancelled: (item, past) => `${item.name} ${cancelled(item, past, ' inte')}${when(item, past)}`,
  hasMoved: ({ name, when: days }, from) => `${name}${spaced(from)} har flyttats till ${days}`,
  hasNotMoved: (item, past) => `${item.name} har inte flyttats${when(item, past)}`,
  isHeld: ({ name, when: days }, past) => `${name} ${past ? 'var' : 'är'} ${days}`,
  cancelledCount: (amount, scope) =>
    `${count(amount)}${spaced(scope)} ${amount === 1 ? 'är inställt' : 'är inställda'}`,
  movedCount: (amount, scope) => `${count(amount)}${spaced(scope)} har flyttats`,
  noneCancelled: (scope) => `inga möten${spaced(scope)} är inställda`,
  noneMoved: (scope) => `inga möten${spaced(scope)} har flyttats`,
};
