// English sentences about what became of meetings.
import type { FatePhrases } from './fate-phrases.ts';
import type { NamedItem } from './update-phrases.ts';

const spaced = (scope: string): string => (scope === '' ? '' : ` ${scope}`);
const count = (amount: number): string => (amount === 1 ? 'One meeting' : `${amount} meetings`);
const the = ({ form, name }: NamedItem): string => (form === 'conference' ? name : `the ${name}`);
const be = (past: boolean): string => (past ? 'was' : 'is');

export const englishFates: FatePhrases = {
  yes: 'Yes',
  no: 'No',
  isCancelled: (item, past) => `${the(item)}, ${item.when}, ${be(past)} cancelled`,
  isNotCancelled: (item, past) => `${the(item)} ${be(past)} not cancelled: it ${be(past)} on ${item.when}`,
  hasMoved: (item, from) => `${the(item)}${from === '' ? '' : `, ${from},`} has been moved to ${item.when}`,
  hasNotMoved: (item, past) => `${the(item)} has not been moved: it ${be(past)} on ${item.when}`,
  isHeld: (item, past) => `${the(item)} ${be(past)} on ${item.when}`,
  cancelledCount: (amount, scope) => `${count(amount)}${spaced(scope)} ${amount === 1 ? 'is' : 'are'} cancelled`,
  movedCount: (amount, scope) => `${count(amount)}${spaced(scope)} ${amount === 1 ? 'has' : 'have'} been moved`,
  noneCancelled: (scope) => `no meetings${spaced(scope)} are cancelled`,
  noneMoved: (scope) => `no meetings${spaced(scope)} have been moved`,
};
