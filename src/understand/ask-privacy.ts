// What the bot knows about the asker, and that it is to forget them: words of their own, since nothing in a plan is meant.
import type { PrivacyQuery } from '../query.ts';
import { clipOf } from './sentence.ts';

const mine =
  '(?:(?:alla |allt om |all |all of )?(?:mina|min|my)(?: egna| own)? (?:person|personal |private )?(?:uppgifter|data|information|info)(?: about me)?|(?:allt|everything|all|uppgifterna|det|what)(?: som)?(?: du| you)?(?: vet| har(?: sparat| lagrat)?| know| have(?: stored| saved)?)? (?:om|about|on) (?:mig|mej|me))';
const polite =
  '(?:(?:hej|hi|hello)[ ,!]+)?(?:(?:kan|skulle|vill|could|can|would) (?:du|you) )?(?:snalla |please |now )?';
const politeEnd = '(?:,? (?:tack|please|nu|now|snalla))?[\\s.!?]*';

const whole = (source: string): RegExp => new RegExp(`^${polite}(?:${source})${politeEnd}$`, 'u');

const shows = [
  '(?:vad|vilka uppgifter|vilken information|vilka data|hur mycket) (?:vet|minns|har|sparar|lagrar|kanner) (?:du|boten|ni)(?: till)?(?: sparat| sparade| lagrat| lagrade| registrerat| kvar)? om (?:mig|mej)',
  '(?:what|which data|what data|what information|how much) (?:do|does|have|has) (?:you|the bot)(?: actually)? (?:know|store|keep|have|remember|hold|stored|saved|kept)(?: stored| saved)? (?:about|on) me',
  `(?:visa(?: mig)?|ge mig|skicka|lista|show(?: me)?|give me|get|send me|list) ${mine}`,
  'mina personuppgifter|my personal data',
].map(whole);
const asFile = '(?: (?:som|i|pa|till|as|in|to)(?: en| a| an)? (?:json(?:[ -]?(?:fil|file))?|fil|file))';
const files = [
  `(?:exportera|hamta|ladda (?:ner|ned)|lamna ut|fa ut|export|download)(?: mig| me)? ${mine}${asFile}?`,
  `(?:visa|ge|skicka|fa|get|give|send|show|have)(?: mig| me)? ${mine}${asFile}`,
  `${mine}${asFile}`,
  '(?:ge mig |skicka |get |send )?(?:mitt |ett |a )?registerutdrag|data subject access request',
].map(whole);
const confirmations = ['(?:ja|jo|okej|ok|yes|yeah)[ ,.!]+(?:glom mig|forget me)'].map(whole);
const forgets = [
  '(?:glom|radera|ta bort|slang|forget|delete|erase|remove) (?:bort )?(?:mig|mej|me)(?: (?:helt|nu|completely|entirely))?',
  `(?:glom|radera|ta bort|rensa|slang|stryk|forget|delete|erase|remove|wipe) ${mine}`,
].map(whole);

/** "Vad vet du om mig?", "exportera mina uppgifter", "glöm mig", "ja, glöm mig"; undefined where something else is meant. */
export function askPrivacy(text: string): PrivacyQuery | undefined {
  const { flat } = clipOf(text);
  const asked = flat.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const is = (pattern: RegExp): boolean => pattern.test(asked);
  if (confirmations.some(is)) return { kind: 'privacy', aspect: 'forget-confirmed' };
  if (forgets.some(is)) return { kind: 'privacy', aspect: 'forget' };
  if (files.some(is)) return { kind: 'privacy', aspect: 'file' };
  return shows.some(is) ? { kind: 'privacy', aspect: 'show' } : undefined;
}
