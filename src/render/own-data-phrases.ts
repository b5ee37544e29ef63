// What stands in the file with all that the bot keeps of somebody, beside the rows themselves, in both languages.
import type { Locale } from './dates.ts';

interface OwnDataPhrases {
  /** The beginning of the file's name: a-z and hyphens. */
  readonly file: string;
  /** What the file is, and what is not in it. */
  readonly about: readonly string[];
  /** What the rows of each part are, and what becomes of them. */
  readonly sections: Readonly<
    Record<
      | 'people'
      | 'references'
      | 'conversations'
      | 'subscriptions'
      | 'subscriptions-for-others'
      | 'silences'
      | 'deliveries'
      | 'mailbox'
      | 'feeds'
      | 'reports'
      | 'proposals'
      | 'message-counts'
      | 'repeated-answers'
      | 'ledger',
      string
    >
  >;
}

const forgottenSv = 'Tas bort av ”glöm mig”.';
const forgottenEn = 'Removed by “forget me”.';

export const ownDataPhrases: Readonly<Record<Locale, OwnDataPhrases>> = {
  sv: {
    file: 'mina-uppgifter',
    about: [
      'Det här är allt som boten har sparat och som går att koppla till dig, så som det står i dess databas.',
      'Frågor som inte fick svar, och svar som fick tummen upp eller ner, sparas utan att det framgår vem som skrev: de kan inte lämnas ut.',
      'Adresserna till dina kalenderlänkar sparas inte, bara ett fingeravtryck av dem, och det lämnas inte ut.',
      'Det som planen själv säger om förtroendevalda och kontaktpersoner står i planen.',
      'Säkerhetskopior och loggar hos den som sköter boten ingår inte; loggarna innehåller varken namn eller det som skrivs.',
    ],
    sections: {
      people: `Namn och id, för att känna igen dig. Glöms 400 dagar efter ditt senaste meddelande. ${forgottenSv}`,
      references: `Var du nås i Teams. ${forgottenSv}`,
      conversations: `Vad samtal senast handlade om, och dina senaste frågor. Där andra också har skrivit, bara det som är ditt. Glöms 90 dagar efter senaste meddelandet. ${forgottenSv}`,
      subscriptions: `Påminnelser till dig, vem som satte upp dem, och pauser. ${forgottenSv}`,
      'subscriptions-for-others':
        'Påminnelser som du har satt upp åt en grupp eller åt någon annan, utan vem det är. De finns kvar så länge mottagaren har dem.',
      silences: `Till vilken dag du inte vill ha sekretariatets meddelanden. ${forgottenSv}`,
      deliveries: `Vad som har skickats till dig, eller ska skickas, och om det kom fram. Texten sparas inte. Glöms efter 400 dagar. ${forgottenSv}`,
      mailbox: `När nästa meddelande till dig väntas, och fingeravtryck av de senaste, så att inget kommer om och om igen. ${forgottenSv}`,
      feeds: `Dina kalenderlänkar, också avslutade, och när de senast hämtades. ${forgottenSv}`,
      reports: `Dina svar på ”hur går det?”. Glöms efter 400 dagar. ${forgottenSv} Det som har godkänts står i historiken.`,
      proposals: `Ändringar av planen som du har fått se en förhandsvisning av, eller som nämner dig. Glöms 30 dagar efter att de gått ut. Dina egna tas bort av ”glöm mig”.`,
      'message-counts':
        'Hur många meddelanden du har skrivit den senaste minuten, där flera instanser av boten kör. Glöms inom ett dygn.',
      'repeated-answers':
        'De senaste svaren i din egen chatt, ifall Teams skickar ett meddelande två gånger, där flera instanser av boten kör. Glöms inom ett dygn.',
      ledger:
        'Ändringar av planen som du har gjort, som nämner dig, eller som bygger på ditt svar. De hör till planens historik och tas inte bort.',
    },
  },
  en: {
    file: 'my-data',
    about: [
      'This is all that the bot keeps and that can be linked to you, as it stands in its database.',
      'Questions that found no answer, and answers that got a thumb up or down, are kept without who wrote them: they cannot be handed out.',
      'The addresses of your calendar links are not kept, only a fingerprint of them, which is not handed out.',
      'What the plan itself says of elected representatives and contacts stands in the plan.',
      'Backups and logs of whoever runs the bot are not included; the logs hold neither names nor what is written.',
    ],
    sections: {
      people: `Name and id, to recognise you. Forgotten 400 days after your last message. ${forgottenEn}`,
      references: `Where you are reached in Teams. ${forgottenEn}`,
      conversations: `What conversations were last about, and your latest questions. Where others have written, too, only what is yours. Forgotten 90 days after the last message. ${forgottenEn}`,
      subscriptions: `Reminders to you, who set them, and pauses. ${forgottenEn}`,
      'subscriptions-for-others':
        'Reminders that you have set for a group or for somebody else, without who that is. They stay for as long as their recipient has them.',
      silences: `Until which day you do not want the secretariat’s messages. ${forgottenEn}`,
      deliveries: `What was sent to you, or is to be, and whether it arrived. The text is not kept. Forgotten after 400 days. ${forgottenEn}`,
      mailbox: `When the next message to you is due, and fingerprints of the latest, so that nothing comes over and over. ${forgottenEn}`,
      feeds: `Your calendar links, also ended ones, and when they were last fetched. ${forgottenEn}`,
      reports: `Your answers to “how is it going?”. Forgotten after 400 days. ${forgottenEn} What was approved is in the history.`,
      proposals: `Changes to the plan that you have seen a preview of, or that name you. Forgotten 30 days after they expired. Your own are removed by “forget me”.`,
      'message-counts':
        'How many messages you have written in the last minute, where several instances of the bot run. Forgotten within a day.',
      'repeated-answers':
        'The latest answers in your own chat, in case Teams sends a message twice, where several instances of the bot run. Forgotten within a day.',
      ledger:
        'Changes to the plan that you have made, that name you, or that are built on your answer. They belong to the plan’s history and are not removed.',
    },
  },
};
