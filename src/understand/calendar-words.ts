// The words that calendars, files and links are asked for with; patterns for sentences without dots and accents.
import { sentencePattern } from './sentence.ts';

/** Without one of these no message asks for a calendar. */
export const mayAskCalendar =
  /[ck]al[ae]nd|almanack|outlook|google|gmail|iphone|mobil|\bical|\bics\b|webcal|prenum|abonner|subscri|lank|\blinks?\b/;

/** Reminders are another thing. */
export const ofReminders = /pamin|remind|notis|notif|avis(?:er|ering)|bevakning(?! i kal)|alert|veckobrev|digest/;

/** "Kalenderlänk till mina påminnelser": what one is reminded of. */
export const linkToReminders =
  /(?:lank|flode|link|feed|prenumerera|subscribe)\p{L}*\s.*(?:mina paminnelser|my reminders|jag (?:far paminnelser|blir pamind) om|i (?:am reminded of|get reminders))/u;

const program =
  '(?:outlook|google|gmail|apple|icloud|iphone(?:n|ns)?|teams|office(?: 365)?|mobil(?:en|ens)?|telefon(?:en|ens)?|phone|thunderbird|ical)';
const calendar = '(?:kalend[ae]r(?:n|na)?|calend[ae]rs?|almanacka(?:n)?)';
const whose = '(?:min|mitt|mina|min egen|egen|var|vara|vart|my|our|my own)';

/** Where somebody's own meetings are: "min kalender", "Outlook", "min Google-kalender". */
const ownPlace = `(?:${whose} (?:${program}[- ]?)?${calendar}|(?:${whose} |the )?${program}(?:[- ]?(?:s )?${calendar})?)`;
/** "Kalendern" can be the plan's own, where meetings are planned. */
const anyPlace = `(?:${ownPlace}|(?:the |en |a )?${calendar})`;

const linkWord = '(?:lank|flode|prenumeration|adress|url|feed|abonnemang)\\p{L}*';
/** "Kalenderlänk", "ical-flöde", "calendar link". */
export const link = `(?:(?:kalend[ae]r|[ck]alend[ae]r|ical|icalendar|ics|webcal|outlook|google)s?[- ]?${linkWord}|(?:[ck]alend[ae]r|ical|ics|webcal|outlook|google) (?:links?|subscriptions?|address(?:es)?)|(?:prenumerations?|subscription)[- ]?(?:lank|link|adress)\\p{L}*)`;
const file =
  '(?:(?:ics|ical|icalendar|[ck]alend[ae]r|outlook)[- ]?(?:fil(?:en|er)?|files?)|(?:[ck]alend[ae]rinbjudan)|\\.?ics)';

const wish =
  '(?:ge|skicka|skapa|gor|fixa|ordna|hamta|visa|ladda (?:ner|ned|hem)|vill ha|behover|behovs|onskar|far|give|send|create|make|get|generate|show|download|need|want|finns(?: det)?|har ni|har du|is there|are there|do you have|var (?:finns|hittar|far)(?: jag| man| vi)?|where (?:is|are|(?:do|can) (?:i|we) (?:find|get)))';
const beside =
  '(?:(?:mig|oss|me|us|nagon|nagot|en|ett|an?|the|any|till|fram|ny|nytt|new|egen|delbar|en gang till)\\s+)*';
const wished = `(?:${wish}\\s+)*${beside}`;
const about = '(?:for|till|pa|med|over|om|som visar|to|of|with|showing|av)';
const add =
  '(?:lagg(?:a|er)?|satt(?:a|er)?|spara|boka|skriv|for|importera|exportera|synka|synkronisera|fa|ladda|hamta|folj(?:a|er)?|se|visa|koppla|ha|add|put|save|import|export|sync|synchroni[sz]e|download|place|get|stick|follow|see|have|show)(?: (?:jag|vi|man|i|we))?(?: (?:till|in|upp|ner|ned|ihop|also|aven|ocksa))*';
const into = '(?:i|in i|till|in till|in|into|to|med|mot|with|on|pa|upp i|over till)';

/** Who wants what: the sentences, the more special first. */
export interface CalendarForm {
  readonly pattern: RegExp;
  /** `shown`: what is not said is what was shown last; `all`: it is everything. */
  readonly unsaid: 'shown' | 'all';
  /** Whether the sentence can only be about a calendar of the asker's; others may order a change of the plan. */
  readonly isOwn: boolean;
}

const form = (source: string, unsaid: CalendarForm['unsaid'], isOwn = true): CalendarForm => ({
  pattern: sentencePattern(source),
  unsaid,
  isOwn,
});

export const calendarForms: readonly CalendarForm[] = [
  form(`${wished}${file}(?:\\s+${about}\\s+(?<what>.+))?`, 'shown'),
  form(`(?:${add} )?${wished}(?<what>.+?) (?:som|as|i|in) (?:en |an? )?${file}`, 'shown'),
  form(
    `(?:(?:prenum\\p{L}{0,4}ra|abonnera)r?|subscribe|subscribing|subscription|prenumeration)(?: (?:jag|vi|man|i|we|me|us))?(?: (?:pa|till|for|to|on))?(?: (?:i|in|via|with|from|fran) ${anyPlace}(?: (?:pa|to|till))?)?(?: (?<what>.+?))?(?: (?:i|in|via|with|med|till|fran|from) ${ownPlace})?`,
    'all',
  ),
  form(`${wished}${link}(?:\\s+(?:${about}\\s+)?(?<what>.+))?`, 'all'),
  form(`${wished}(?:lank|link) ${about} (?<what>.+?) ${into} ${ownPlace}`, 'all'),
  form(`${wished}(?<what>.+?) ${link}`, 'all'),
  form(`${wished}(?<what>.+?) (?:som|as) (?:en |an? )?${link}`, 'all'),
  form(`${add} (?:(?<what>.+?) )?${into} ${ownPlace}`, 'shown'),
  form(`${add} (?:(?<what>.+?) )?${into} ${anyPlace}`, 'shown', false),
  form(`(?:koppla|synka|sync|connect|link) ${ownPlace} (?:med|till|mot|with|to) (?<what>.+)`, 'all'),
  form(`${wished}(?:in )?(?<what>.+?) (?:i|in i|in|into|till|to|on|pa) ${ownPlace}`, 'shown'),
  form(
    `(?<what>(?:alla )?(?:\\p{L}+ ){0,3}\\p{L}*(?:erna|orna|motena|meetings|conferences)) (?:i|in) (?:the )?${calendar}`,
    'shown',
    false,
  ),
];

/** "Kalender för Haninge, även aktiviteter": only with the activities is it no question about the plan. */
export const calendarWithActivities = form(`${wished}(?:kalender|calend[ae]r)(?:\\s+${about}\\s+(?<what>.+))?`, 'all');

const activities =
  /[\s,(]+(?:aven|ocksa|inklusive|inkl\.?|med|och|plus|samt|including|incl\.?|with|also|and)(?: (?:med|alla|dess|deras|aven|ocksa|the|its|their|also|all|kommunens))*\s+(?:aktivitet(?:er(?:na)?)?|activities)(?:\s+(?:ocksa|too|also|as well|i handlingsplanen))?\)?/u;

/** "…, även aktiviteter": where it stands; null where it does not. */
export function besideActivities(flat: string): { readonly from: number; readonly to: number } | null {
  const found = activities.exec(flat);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

/** "Kan jag få …", "hur gör man för att …". */
export const askingLead =
  /^(?:(?:hur|how)(?: (?:kan|far|gor|ska|skall|do|can|could|should|would) (?:jag|vi|man|i|we|you|one))?(?: (?:for att|att|go about|best|enkelt))*|(?:kan|far|skulle|kunde|gar det att|ar det mojligt att|vill|can|could|may|might|is it possible to)(?: (?:jag|vi|man|i|we|one))?(?: (?:kunna|vilja|ha|fa|have|please|also))*|(?:jag|vi|i|we) (?:skulle )?(?:vill|vilja|onskar|want(?: to)?|need(?: to)?|would like(?: to)?)(?: (?:ha|fa|have|get))?)\s+/;

/** Questions about what is in a calendar. */
export const asksOfCalendar =
  /^(?:vad|va|nar|var|vart|vem|vems|vilk\p{L}*|varfor|hur|ar|har|star|finns|ligger|krockar|stammer|visa|show|list|lista|what|when|where|who|which|why|how|is|are|was|does|do|did|has|have)(?!\p{L})/u;
