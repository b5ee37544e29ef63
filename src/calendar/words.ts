// The words of calendar entries, a table a language.
import type { Locale } from '../render/dates.ts';

export interface Words {
  readonly cancelledTitle: (title: string) => string;
  readonly cancelled: string;
  /** Held, but no longer where the calendar is of. */
  readonly elsewhereTitle: (title: string) => string;
  readonly elsewhere: string;
  readonly localTime: string;
  readonly noHours: string;
  readonly lunchToLunch: string;
  readonly place: (place: string) => string;
  readonly noPlace: string;
  readonly hosts: (names: string, many: boolean) => string;
  readonly movedFrom: (days: string) => string;
  readonly note: (text: string) => string;
  readonly source: (document: string, place: string) => string;
  readonly added: (day: string) => string;
  readonly changed: (day: string) => string;
  readonly more: (url: string) => string;
  readonly activity: (name: string) => string;
  readonly onlyMonths: (months: string) => string;
  readonly responsible: (names: string) => string;
  readonly status: (status: string) => string;
  readonly turn: (hosts: string, conference: string, year: number, many: boolean) => string;
  readonly turnHasNoDay: string;
  readonly everything: string;
  readonly conferences: (region: string) => string;
  readonly subscriptions: string;
  readonly several: (first: string, others: number) => string;
  readonly about: (what: string, withActivities: boolean) => string;
  readonly nothing: string;
  readonly noSubscriptions: string;
  readonly ended: Readonly<Record<'replaced' | 'revoked', { readonly name: string; readonly about: string }>>;
}

const swedish: Words = {
  cancelledTitle: (title) => `INSTÄLLT: ${title}`,
  cancelled: 'Inställt.',
  elsewhereTitle: (title) => `FLYTTAT: ${title}`,
  elsewhere: 'Hålls på en annan plats nu, och står därför inte kvar i den här kalendern.',
  localTime: 'svensk tid',
  noHours: 'Planen anger inget klockslag.',
  lunchToLunch: 'Lunch till lunch; planen anger inga klockslag.',
  place: (place) => `Plats: ${place}`,
  noPlace: 'Plats: inte angiven',
  hosts: (names, many) => `${many ? 'Värdar' : 'Värd'}: ${names}`,
  movedFrom: (days) => `Flyttat från ${days}.`,
  note: (text) => `Observera: ${text}`,
  source: (document, place) => `Källa: ${document}, ${place}`,
  added: (day) => `Tillagt ${day}.`,
  changed: (day) => `Ändrat ${day}.`,
  more: (url) => `Mer: ${url}`,
  activity: (name) => `Aktivitet: ${name}`,
  onlyMonths: (months) => `Planen anger ${months} men ingen dag; här står det på månadens första dag.`,
  responsible: (names) => `Ansvarar: ${names}`,
  status: (status) => `Status: ${status}`,
  turn: (hosts, conference, year, many) => `${hosts} är ${many ? 'värdar' : 'värd'} för ${conference} ${year}`,
  turnHasNoDay: 'Konferensens dag är inte bestämd; värdskapet står på årets första dag.',
  everything: 'allt i kalendern',
  conferences: (region) => `${region}: konferenser`,
  subscriptions: 'Mina prenumerationer',
  several: (first, others) => `${first} + ${others}`,
  about: (what, withActivities) =>
    `Ur verksamhetsplanen: ${what}${withActivities ? ' med aktiviteter och värdskap' : ''}. Uppdateras när planen ändras.`,
  nothing: 'Kalendern är tom: planen har ännu inga dagar för det här.',
  noSubscriptions: 'Kalendern är tom: du prenumererar inte på något.',
  ended: {
    replaced: {
      name: 'Adressen har bytts ut',
      about:
        'Kalendern är tom, eftersom dess adress har bytts ut. Prenumerera på den nya adressen och ta bort den här. ' +
        'Skriv ”mina kalenderlänkar” till boten för att se dina kalendrar.',
    },
    revoked: {
      name: 'Adressen har stängts av',
      about:
        'Kalendern är tom, eftersom dess adress har stängts av. Ta bort den här prenumerationen. ' +
        'Be boten om en ny kalenderlänk om du vill ha en.',
    },
  },
};

const english: Words = {
  cancelledTitle: (title) => `CANCELLED: ${title}`,
  cancelled: 'Cancelled.',
  elsewhereTitle: (title) => `MOVED: ${title}`,
  elsewhere: 'Held somewhere else now, and so no longer in this calendar.',
  localTime: 'Swedish time',
  noHours: 'The plan gives no time of day.',
  lunchToLunch: 'Lunch to lunch; the plan gives no times of day.',
  place: (place) => `Place: ${place}`,
  noPlace: 'Place: not given',
  hosts: (names, many) => `${many ? 'Hosts' : 'Host'}: ${names}`,
  movedFrom: (days) => `Moved from ${days}.`,
  note: (text) => `Note: ${text}`,
  source: (document, place) => `Source: ${document}, ${place}`,
  added: (day) => `Added on ${day}.`,
  changed: (day) => `Changed on ${day}.`,
  more: (url) => `More: ${url}`,
  activity: (name) => `Activity: ${name}`,
  onlyMonths: (months) => `The plan says ${months} but no day; here it stands on the first day of the month.`,
  responsible: (names) => `Responsible: ${names}`,
  status: (status) => `Status: ${status}`,
  turn: (hosts, conference, year, many) => `${hosts} ${many ? 'host' : 'hosts'} ${conference} ${year}`,
  turnHasNoDay: 'The day of the conference is not set; the turn to host stands on the first day of the year.',
  everything: 'everything in the calendar',
  conferences: (region) => `${region}: conferences`,
  subscriptions: 'My subscriptions',
  several: (first, others) => `${first} + ${others}`,
  about: (what, withActivities) =>
    `From the business plan: ${what}${withActivities ? ' with activities and turns to host' : ''}. Updated when the plan changes.`,
  nothing: 'The calendar is empty: the plan has no days for this yet.',
  noSubscriptions: 'The calendar is empty: you subscribe to nothing.',
  ended: {
    replaced: {
      name: 'Address replaced',
      about:
        'The calendar is empty, since its address has been replaced. Subscribe to the new address and remove this one. ' +
        'Write “my calendar links” to the bot to see your calendars.',
    },
    revoked: {
      name: 'Address turned off',
      about:
        'The calendar is empty, since its address has been turned off. Remove this subscription. ' +
        'Ask the bot for a new calendar link if you want one.',
    },
  },
};

export function wordsIn(locale: Locale): Words {
  return locale === 'sv' ? swedish : english;
}
