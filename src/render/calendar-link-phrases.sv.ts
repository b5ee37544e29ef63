// Swedish phrases about calendar links and files.
import type { CalendarLinkPhrases } from './calendar-link-phrases.ts';

export const swedishCalendarLinks: CalendarLinkPhrases = {
  meetingsOf: (group) => `möten med ${group}`,
  ofMunicipality: (name) => `det som rör ${name}`,
  everything: 'alla möten och konferenser',
  conferences: 'alla konferenser',
  subscriptions: 'det du får påminnelser om',
  withActivities: (what) => `${what}, även aktiviteter`,
  gone: 'något som inte längre finns i planen',

  created: (what) => `Här är din kalenderlänk. Den visar ${what} och följer med när planen ändras.`,
  rotated: (what) => `Länken har fått en ny adress. Den visar som förut ${what}.`,
  address: 'Adress',
  howTo:
    'Tryck på ”Prenumerera i Outlook”. Händer inget kopierar du adressen och lägger till den i ditt kalenderprogram; i Outlook väljer du ”Lägg till kalender” och sedan ”Prenumerera från webben”.',
  lag: 'Kalenderprogrammen hämtar ändringar i sin egen takt: Outlook efter 3–6 timmar, ibland först efter ett dygn, Google Kalender efter 8–24 timmar och Apple Kalender så ofta som du ställer in. Fråga mig om du vill veta vad som gäller just nu.',
  secret:
    'Adressen är din egen: den som har den kan läsa kalendern. Jag visar den bara nu. Har den kommit på avvägar skriver du ”byt adress på min kalenderlänk”.',
  existing: (hint) => `Du har redan en länk till samma sak. Den slutar på ${hint} och fungerar fortfarande.`,
  oldAddress:
    'Den gamla adressen visar från och med nu en tom kalender. Lägg till den nya i ditt kalenderprogram och ta bort den gamla där.',
  onlyHere:
    'Obs! Länken fungerar bara på den dator där jag körs, eftersom jag inte har någon adress på nätet. Be den som driftar mig att ange PUBLIC_URL.',
  filesOnlyHere:
    'Obs! Filen går bara att hämta på den dator där jag körs, eftersom jag inte har någon adress på nätet. Be den som driftar mig att ange PUBLIC_URL.',

  file: (name, when) => `Med knappen lägger du in ${name} ${when} i din kalender.`,
  files: (count) => `Här är ${count} möten att lägga in i din kalender, ett i taget.`,
  moreFiles: (count) =>
    count === 1
      ? 'Det finns ett möte till. Skriv ”prenumerera” om du vill ha alla.'
      : `Det finns ${count} möten till. Skriv ”prenumerera” om du vill ha alla.`,
  isCopy: 'Det du lägger in är en kopia: den ändras inte om mötet flyttas. En prenumeration följer med.',
  nothing: {
    'no-match': 'Jag hittar inget sådant möte i planen. Skriv till exempel ”lägg nästa möte i min kalender”.',
    over: 'Det mötet har redan varit.',
    'no-day': 'Det har ännu ingen dag i planen. Prenumerera på det, så syns det i din kalender när dagen är satt.',
    cancelled: 'Det mötet är inställt.',
  },

  links: (count) => (count === 1 ? 'Du har en kalenderlänk.' : `Du har ${count} kalenderlänkar.`),
  noLinks: 'Du har inga kalenderlänkar. Skriv till exempel ”ge mig en kalenderlänk till alla möten”.',
  ends: (hint) => `slutar på ${hint}`,
  made: (date) => `skapad ${date}`,
  fetched: (date, client) => `senast hämtad ${date} av ${client}`,
  neverFetched: 'inte hämtad än',
  client: {
    outlook: 'Outlook',
    google: 'Google Kalender',
    apple: 'Apple Kalender',
    thunderbird: 'Thunderbird',
    other: 'ett annat program',
  },
  whatToDo: (hint) =>
    `Skriv ”byt adress på länken som slutar på ${hint}” eller ”ta bort länken som slutar på ${hint}”. Själva adresserna kan jag inte visa igen.`,
  revoked: (count, what, hint) =>
    count === 1
      ? `Kalenderlänken till ${what}, som slutar på ${hint}, är borttagen. Den visar en tom kalender i 30 dagar och slutar sedan att fungera.`
      : `Dina ${count} kalenderlänkar är borttagna. De visar en tom kalender i 30 dagar och slutar sedan att fungera.`,
  which: {
    rotate: 'Vilken länk ska få en ny adress?',
    revoke: 'Vilken länk ska tas bort?',
  },
  option: (what, hint) => `${what} (slutar på ${hint})`,
  noSuchLink: (has) =>
    has === 0
      ? 'Du har inga kalenderlänkar.'
      : 'Du har ingen sådan kalenderlänk. Skriv ”mina kalenderlänkar” så visar jag dem.',
  tooMany: (most) =>
    `Du har redan ${most} kalenderlänkar, och fler kan man inte ha. Ta bort någon som du inte använder först.`,
  unread: (words) =>
    `Jag förstod inte ”${words}”, så ingenting har ändrats. Skriv det kortare, till exempel ”kalenderlänk till alla möten”.`,
  unknownAsker: 'Kalenderlänkar är personliga, och jag kan inte se vem du är. Skriv till mig från ditt konto i Teams.',
  readByOthers:
    'Kalenderlänkar är personliga, och här kan andra läsa med. Skriv samma sak till mig i en egen chatt. Enstaka möten går bra här: skriv till exempel ”lägg nästa möte i min kalender”.',

  buttons: {
    outlook: 'Prenumerera i Outlook',
    open: 'Öppna länken',
    addFile: 'Lägg till i kalendern',
    teams: 'Öppna i Teams-kalendern',
    file: 'Lägg i kalendern',
    subscribe: 'Prenumerera',
    list: 'Mina kalenderlänkar',
    rotate: 'Byt adress',
    revoke: 'Ta bort länken',
    everything: 'Kalenderlänk till allt',
    addOn: (date) => `Lägg till ${date}`,
  },
};
