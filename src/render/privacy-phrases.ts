// What is said about what the bot holds of somebody, in both languages.
import type { Locale } from './dates.ts';

export interface PrivacyPhrases {
  readonly unknown: string;
  readonly elsewhere: string;
  readonly showLead: string;
  readonly fileLead: (minutes: number) => string;
  readonly fileSecret: string;
  readonly onlyHere: string;
  readonly download: string;
  readonly forgetLead: string;
  readonly forgottenLead: string;
  readonly name: string;
  readonly id: string;
  readonly known: string;
  readonly chat: string;
  readonly subscriptions: string;
  readonly deliveries: string;
  readonly feeds: string;
  readonly proposals: string;
  readonly reports: string;
  readonly silence: string;
  readonly conversations: string;
  readonly yes: string;
  readonly no: string;
  readonly ledger: (changes: number) => string;
  readonly secretary: string;
  readonly anonymous: string;
  readonly howToConfirm: string;
  readonly anew: string;
  readonly fileButton: string;
  readonly forgetButton: string;
  readonly confirmButton: string;
}

export const privacyPhrases: Readonly<Record<Locale, PrivacyPhrases>> = {
  sv: {
    unknown: 'Jag ser inte vem du är här, och har inget sparat om dig.',
    elsewhere:
      'Det tar vi i vår egen chatt, där ingen annan ser det. Skriv ”vad vet du om mig?”, ”exportera mina uppgifter” eller ”glöm mig” till mig där.',
    showLead: 'Det här har jag sparat om dig.',
    fileLead: (minutes) =>
      `Här är allt som jag har sparat om dig, som en fil (JSON). Länken gäller i ${minutes} minuter.`,
    fileSecret: 'Länken är din: den som har den kan hämta filen utan att logga in, så länge den gäller.',
    onlyHere: 'Länken går bara att öppna på den dator där boten körs.',
    download: 'Hämta filen',
    forgetLead: 'Vill du att jag glömmer dig? Då tar jag bort det här, och det går inte att ångra.',
    forgottenLead: 'Klart, jag har glömt dig. Det här är borttaget.',
    name: 'Ditt namn',
    id: 'Ditt id i Entra',
    known: 'Namn och id',
    chat: 'Adressen till vår chatt',
    subscriptions: 'Påminnelser som du har bett om',
    deliveries: 'Uppgifter om vad jag har skickat dig (högst 400 dagar)',
    feeds: 'Kalenderlänkar',
    reports: 'Svar på ”hur går det?” (högst 400 dagar)',
    silence: 'Att du inte vill ha sekretariatets meddelanden för en tid',
    proposals: 'Förslag till ändringar i planen (högst 30 dagar)',
    conversations: 'Samtal som jag minns vad de handlade om (högst 90 dagar)',
    yes: 'ja',
    no: 'nej',
    ledger: (changes) =>
      changes === 1
        ? 'Kvar blir den ändring i planen som du har gjort, med ditt namn: den hör till planens historik, som ska gå att följa.'
        : `Kvar blir de ${changes} ändringar i planen som du har gjort, med ditt namn: de hör till planens historik, som ska gå att följa.`,
    secretary:
      'Du hör till sekretariatet och gör det fortfarande. Det ändrar bara någon annan av er, eller den som sköter mig.',
    anonymous:
      'Frågor som jag inte kunde svara på sparar jag utan att det framgår vem som ställde dem; dem kan jag inte koppla till dig. Påminnelserna och kalenderlänkarna visar jag om du frågar ”vilka påminnelser har jag?” och ”mina kalenderlänkar”; alltihop står i filen.',
    howToConfirm: 'Skriv ”ja, glöm mig” eller tryck på knappen. Annars händer ingenting.',
    anew: 'Skriver du till mig igen, sparar jag namn, id och vår chatt på nytt.',
    fileButton: 'Alltihop som en fil',
    forgetButton: 'Glöm mig',
    confirmButton: 'Ja, glöm mig',
  },
  en: {
    unknown: 'I cannot see who you are here, and keep nothing about you.',
    elsewhere:
      'Let us do that in our own chat, where nobody else can see it. Write “what do you know about me?”, “export my data” or “forget me” to me there.',
    showLead: 'This is what I keep about you.',
    fileLead: (minutes) =>
      `Here is all that I keep about you, as a file (JSON). The link works for ${minutes} minutes.`,
    fileSecret: 'The link is yours: whoever has it can get the file without signing in, for as long as it works.',
    onlyHere: 'The link opens only on the computer that the bot runs on.',
    download: 'Get the file',
    forgetLead: 'Do you want me to forget you? I will then remove this, and it cannot be undone.',
    forgottenLead: 'Done, I have forgotten you. This has been removed.',
    name: 'Your name',
    id: 'Your id in Entra',
    known: 'Name and id',
    chat: 'The address of our chat',
    subscriptions: 'Reminders that you have asked for',
    deliveries: 'Records of what I have sent you (400 days at most)',
    feeds: 'Calendar links',
    reports: 'Answers to “how is it going?” (400 days at most)',
    silence: 'That you do not want the secretariat’s messages for a time',
    proposals: 'Proposed changes to the plan (30 days at most)',
    conversations: 'Conversations whose subject I remember (90 days at most)',
    yes: 'yes',
    no: 'no',
    ledger: (changes) =>
      changes === 1
        ? 'The change that you have made to the plan stays, with your name: it is part of the plan’s history, which must be traceable.'
        : `The ${changes} changes that you have made to the plan stay, with your name: they are part of the plan’s history, which must be traceable.`,
    secretary:
      'You belong to the secretariat and still will. Only another of you, or whoever runs me, can change that.',
    anonymous:
      'Questions that I could not answer are kept without who asked them; I cannot tell which were yours. Ask “which reminders do I have?” and “my calendar links” to see those; all of it stands in the file.',
    howToConfirm: 'Write “yes, forget me” or press the button. Otherwise nothing happens.',
    anew: 'If you write to me again, I will keep your name, id and our chat anew.',
    fileButton: 'All of it as a file',
    forgetButton: 'Forget me',
    confirmButton: 'Yes, forget me',
  },
};
