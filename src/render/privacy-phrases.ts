// What is said about what the bot holds of somebody, in both languages.
import type { Locale } from './dates.ts';

export interface PrivacyPhrases {
  readonly unknown: string;
  readonly elsewhere: string;
  readonly exportLead: string;
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
  readonly conversations: string;
  readonly yes: string;
  readonly no: string;
  readonly ledger: (changes: number) => string;
  readonly secretary: string;
  readonly anonymous: string;
  readonly howToConfirm: string;
  readonly anew: string;
  readonly forgetButton: string;
  readonly confirmButton: string;
}

export const privacyPhrases: Readonly<Record<Locale, PrivacyPhrases>> = {
  sv: {
    unknown: 'Jag ser inte vem du är här, och har inget sparat om dig.',
    elsewhere:
      'Det tar vi i vår egen chatt, där ingen annan ser det. Skriv ”vad vet du om mig?” eller ”glöm mig” till mig där.',
    exportLead: 'Det här har jag sparat om dig.',
    forgetLead: 'Vill du att jag glömmer dig? Då tar jag bort det här, och det går inte att ångra.',
    forgottenLead: 'Klart, jag har glömt dig. Det här är borttaget.',
    name: 'Ditt namn',
    id: 'Ditt id i Entra',
    known: 'Namn och id',
    chat: 'Adressen till vår chatt',
    subscriptions: 'Påminnelser som du har bett om',
    deliveries: 'Uppgifter om vad jag har skickat dig (högst 400 dagar)',
    feeds: 'Kalenderlänkar',
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
      'Frågor som jag inte kunde svara på sparar jag utan att det framgår vem som ställde dem; dem kan jag inte koppla till dig. Påminnelserna och kalenderlänkarna visar jag om du frågar ”vilka påminnelser har jag?” och ”mina kalenderlänkar”.',
    howToConfirm: 'Skriv ”ja, glöm mig” eller tryck på knappen. Annars händer ingenting.',
    anew: 'Skriver du till mig igen, sparar jag namn, id och vår chatt på nytt.',
    forgetButton: 'Glöm mig',
    confirmButton: 'Ja, glöm mig',
  },
  en: {
    unknown: 'I cannot see who you are here, and keep nothing about you.',
    elsewhere:
      'Let us do that in our own chat, where nobody else can see it. Write “what do you know about me?” or “forget me” to me there.',
    exportLead: 'This is what I keep about you.',
    forgetLead: 'Do you want me to forget you? I will then remove this, and it cannot be undone.',
    forgottenLead: 'Done, I have forgotten you. This has been removed.',
    name: 'Your name',
    id: 'Your id in Entra',
    known: 'Name and id',
    chat: 'The address of our chat',
    subscriptions: 'Reminders that you have asked for',
    deliveries: 'Records of what I have sent you (400 days at most)',
    feeds: 'Calendar links',
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
      'Questions that I could not answer are kept without who asked them; I cannot tell which were yours. Ask “which reminders do I have?” and “my calendar links” to see those.',
    howToConfirm: 'Write “yes, forget me” or press the button. Otherwise nothing happens.',
    anew: 'If you write to me again, I will keep your name, id and our chat anew.',
    forgetButton: 'Forget me',
    confirmButton: 'Yes, forget me',
  },
};
