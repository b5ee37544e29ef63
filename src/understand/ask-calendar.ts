// Wishes for a calendar: a meeting to put into one's own, a link to subscribe to, and what becomes of one's links.
import { type CalendarQuery, unsaidCalendar } from '../query.ts';
import { chosenIn, chosenUnsaid } from './calendar-subjects.ts';
import {
  askingLead,
  asksOfCalendar,
  besideActivities,
  type CalendarForm,
  calendarForms,
  calendarWithActivities,
  link,
  linkToReminders,
  mayAskCalendar,
  ofReminders,
} from './calendar-words.ts';
import { entities } from './reading.ts';
import { type Clip, clipOf, cut, exactly, partsOf, wishOf, without } from './sentence.ts';
import { isPronoun, readPart, type Talk } from './update-subjects.ts';

/** Longer messages are no such wishes. In characters. */
const longest = 200;

/** Understands a wish for a calendar; undefined where the message is something else. */
export function askCalendar(message: string, talk: Talk): CalendarQuery | undefined {
  const whole = clipOf(message);
  if (whole.text.length > longest || !mayAskCalendar.test(whole.flat)) return undefined;
  if (ofReminders.test(whole.flat) && !linkToReminders.test(whole.flat)) return undefined;
  const bare = cut(wishOf(whole).clip);
  return askOwnLinks(bare, talk) ?? askForCalendar(bare, talk);
}

// === A new one

function askForCalendar(wish: Clip, talk: Talk): CalendarQuery | undefined {
  const beside = besideActivities(wish.flat);
  const whole = beside ? cut(without(wish, beside.from, beside.to)) : wish;
  const lead = askingLead.exec(whole.flat)?.[0] ?? '';
  const clip = single(cut(whole, lead.length));
  const forms = beside ? [...calendarForms, calendarWithActivities] : calendarForms;
  for (const form of forms) {
    const parts = partsOf(clip, form.pattern);
    if (!parts) continue;
    const chosen = chosenBy(form, parts.what, talk);
    if (chosen) return { ...chosen, withActivities: chosen.withActivities || beside !== null };
  }
  return undefined;
}

/** With one space between words. */
function single({ text, flat }: Clip): Clip {
  return { text: text.replaceAll(/\s+/g, ' '), flat: flat.replaceAll(/\s+/g, ' ') };
}

const newMeeting = /^(?:ett|en|nytt|ny|nya|an?|new|another|ytterligare|foljande)(?!\p{L})/u;

function chosenBy({ unsaid, isOwn }: CalendarForm, what: Clip | undefined, talk: Talk): CalendarQuery | undefined {
  if (!what || what.flat === '') return chosenUnsaid(unsaid, talk);
  if (newMeeting.test(what.flat) || asksOfCalendar.test(what.flat)) return undefined;
  const chosen = chosenIn(what, unsaid, talk);
  // "Lägg in kommittémöte 9 juni i kalendern", where there is none yet, is an order to the secretariat's bot.
  const isMissing = chosen?.act === 'file' && chosen.meetings.length === 0 && !isPronoun(what);
  return isMissing && !isOwn ? undefined : chosen;
}

// === One's own

const anyLink = `(?:${link}|(?:lanken|lankar|lankarna|lank|links?))`;
const mentionsLink = new RegExp(`(?<!\\p{L})${anyLink}(?!\\p{L})`, 'u');
const mentionsCalendarLink = new RegExp(`(?<!\\p{L})${link}(?!\\p{L})`, 'u');
const listed = new RegExp(
  `^(?:(?:visa|lista|vilka|vad|se|hamta|ge|show|list|which|what|see|give|har|have|do|are|ar|finns|for|pa|mig|me|alla|all|of|i|jag|the|nagra|any|got|aktiva|active|existing|befintliga)\\s+)*(?:(?:mina|min|my)\\s+)?(?:egna\\s+|own\\s+)?${link}(?:\\s+(?:har|have|do|jag|i|som|that|finns|aktiva|active|skapat|made|created|just nu|right now))*$`,
  'u',
);
const severalLinks =
  /(?:lankar(?:na)?|floden(?:a)?|prenumerationer(?:na)?|adresser(?:na)?|links|feeds|subscriptions|addresses|urls)(?!\p{L})/u;
const ofAsker = /(?<!\p{L})(?:mina|min|my|jag|i)(?!\p{L})/u;

const rotates =
  /(?<!\p{L})(?:byt(?:a|er)?|andra|fornya|rotera|ersatt|rotate|renew|change|replace|regenerate|reset|ny(?:tt)? (?:adress|lank|url)|new (?:address|link|url)|lackt|har spritts|kommit ut|kommit pa avvagar|leaked|got out)(?!\p{L})/u;
const revokes =
  /(?<!\p{L})(?:ta bort|tar bort|radera|avsluta|stang(?:a)?(?: av| ner)?|aterkalla|dra in|inaktivera|sluta|sag upp|revoke|delete|remove|turn off|switch off|disable|stop|end|cancel|kill|withdraw)(?!\p{L})/u;
const stopsSharing =
  /^(?:sluta|stoppa|avsluta|stop)(?: att)? (?:dela|delning(?:en)? av|delningen|sharing|prenumerera pa|prenumerationen pa)(?: (?:ut|min|mina|var|my|our|the))*\s*(?:kalend[ae]r\p{L}*|calend[ae]rs?)$/u;

/** "Alla utom den första", "inte den till kommittén". */
const exceptLink = /(?<!\p{L})(?:utom|forutom|inte|ej|except|but|not|don't)(?!\p{L})/u;

function askOwnLinks(clip: Clip, talk: Talk): CalendarQuery | undefined {
  const { flat } = clip;
  if (stopsSharing.test(flat)) return { ...unsaidCalendar, act: 'revoke' };
  if (!mentionsLink.test(flat)) return undefined;
  const isListed = listed.test(flat) && (ofAsker.test(flat) || severalLinks.test(flat));
  if (isListed) return { ...unsaidCalendar, act: 'list' };
  const named = linkNamed(clip);
  if (!mentionsCalendarLink.test(flat) && named === null) return undefined;
  // "Slutar på" tells which, not what to do.
  const order = flat.replace(/(?:som |that |which )?(?:slut|and|end)\p{L}*\s+(?:pa|med|with|in)\s.*$/u, '');
  const act = revokes.test(order) ? 'revoke' : rotates.test(order) ? 'rotate' : null;
  if (act === null) return undefined;
  const except = exceptLink.exec(flat);
  const unread = except ? { unread: exactly(clip, except.index).text } : {};
  return { ...contentNamed(clip, talk), act, link: named, ...unread };
}

const byEnd =
  /(?:slutar|andar|sluta|ending|ends|end)(?:\s+(?:pa|med|with|in))?\s+["'”“„»«‘’]?(?<end>[\w-]{1,8})["'”“„»«‘’]?$/du;
const byNumber =
  /(?:lank|lanken|kalenderlank|link|nummer|nr|number|no)\.?\s*(?:(?:nr|nummer|number|no)\.?\s*)?(?<number>\d{1,2})$/u;
const ordinals: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:forsta|first)(?!\p{L})/u, '1'],
  // "Ändra" without its dots stands first, as the verb.
  [/(?<=\s)(?:andra|second)(?!\p{L})/u, '2'],
  [/(?<!\p{L})(?:tredje|third)(?!\p{L})/u, '3'],
  [/(?<!\p{L})(?:fjarde|fourth)(?!\p{L})/u, '4'],
];

/** Which link: its last characters as they are written, its number in the list, or "*" for all; null where not said. */
function linkNamed(clip: Clip): string | null {
  const end = partsOf(clip, byEnd)?.end;
  if (end) return end.text;
  const number = byNumber.exec(clip.flat)?.groups?.number;
  if (number) return number;
  if (/(?<!\p{L})(?:alla|samtliga|all)(?!\p{L})/u.test(clip.flat)) return '*';
  return ordinals.find(([pattern]) => pattern.test(clip.flat))?.[1] ?? null;
}

/** What the link shows, where that is how it is named: "ta bort kalenderlänken till ledningsgruppen". */
function contentNamed(clip: Clip, talk: Talk): CalendarQuery {
  const reading = readPart(clip, talk);
  return {
    ...unsaidCalendar,
    groups: entities(reading, 'group').map(({ id }) => id),
    conferences: entities(reading, 'conference').map(({ id }) => id),
    municipalities: entities(reading, 'municipality').map(({ id }) => id),
  };
}
