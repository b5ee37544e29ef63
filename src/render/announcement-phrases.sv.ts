// Swedish phrases about messages to many.
import type { AnnouncementPhrases } from './announcement-phrases.ts';
import { several } from './phrases.ts';
import { swedishReminders } from './reminder-phrases.sv.ts';

const you = { person: 'Du', conversation: 'Ni' } as const;
const got = (count: number): string => `${count} ${several(count, 'mottagare', 'mottagare')}`;
const because = (reason: string | null): string => (reason === null ? '' : ` Anledning: ${reason}.`);
const unreached = (count: number): string => (count === 0 ? 'alla nåddes' : `${count} nåddes inte`);

export const swedishAnnouncements: AnnouncementPhrases = {
  everyone: 'alla som boten når',
  followers: (names) => `alla som följer ${names}`,
  atOnce: 'nu',
  moment: (day, time) => `${day} kl. ${time}`,
  swedishTime: (when) => `${when}, svensk tid`,

  announced: (tense, to, when) => {
    if (when === null) return `ett meddelande ${tense === 'will' ? 'skickas nu' : 'skickades'} till ${to}`;
    return `ett meddelande till ${to} ${tense === 'will' ? 'skickas' : 'lades upp för'} ${when}`;
  },
  recalled: (tense, to) => `meddelandet till ${to} ${tense === 'will' ? 'återkallas' : 'återkallades'}`,
  template: (tense, name, gone) =>
    gone
      ? `mallen ”${name}” ${tense === 'will' ? 'tas bort' : 'togs bort'}`
      : `mallen ”${name}” ${tense === 'will' ? 'sparas' : 'sparades'}`,
  message: (to) => `meddelandet till ${to}`,
  templateName: (name) => `mallen ”${name}”`,

  labels: { recipients: 'Mottagare', unreachable: 'Nås inte nu', recalledFrom: 'Återkallas hos' },
  recipients: (people, chats, channels) =>
    [
      [people, several(people, 'person', 'personer')] as const,
      [chats, several(chats, 'gruppchatt', 'gruppchattar')] as const,
      [channels, several(channels, 'kanal', 'kanaler')] as const,
    ]
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${count} ${what}`)
      .join(', '),
  among: (names, more) => `${names}${more === 0 ? '' : ` och ${more} till`}`,
  quietHour: 'Det är utanför kontorstid (07–20 på arbetsdagar). Meddelandet skickas ändå just då.',
  editsSent: (count) =>
    count === 0
      ? 'ingen; den som inte har fått det får det inte'
      : `${got(count)} som har fått det; texten byts mot ”Återkallat”. De som inte har fått det får det inte.`,
  sure: (count, to) =>
    `Meddelandet går till ${got(count)}: ${to}. Är du säker? Svara ja eller nej, eller tryck på en knapp.`,
  sureButton: (count) => `Ja, skicka till ${count}`,
  done: (to, when, version) =>
    when === null
      ? `Klart: meddelandet skickas nu till ${to} (ändring ${version}). Du får besked när alla har fått det.`
      : `Klart: meddelandet till ${to} skickas ${when}, svensk tid (ändring ${version}).`,
  undoHint: (version, isAhead) =>
    isAhead
      ? `Till dess kan det tas tillbaka utan att någon märker det: skriv ”ångra ändring ${version}”.`
      : `Blev det fel? Tryck på knappen eller skriv ”ångra ändring ${version}”, så återkallas det hos alla.`,

  from: (name, text) => `Meddelande från ${name}, sekretariatet: ${text}`,
  because: (who, name, to) => `${you[who]} får detta för att ${name} i sekretariatet skickade det till ${to}.`,
  becauseHere: 'Ni får detta för att sekretariatet skickade det hit.',
  recall: (name, reason) =>
    `Återkallat: ${name} i sekretariatet har tagit tillbaka meddelandet. Det gäller inte.${because(reason)}`,
  becauseRecall: 'Här stod ett meddelande från sekretariatet.',
  changeRecalled: (reason) => `Återkallat: ändringen gäller inte längre.${because(reason)}`,
  holds: (name, when) => `Det som gäller är ${name} ${when}.`,
  isOff: (name, when) => `Det som gäller är att ${name} ${when} inte blir av.`,
  openLink: (host) => `Öppna ${host}`,

  report: (to, sent, missed) => `Meddelandet till ${to} är utskickat: ${sent} har fått det, ${unreached(missed)}.`,
  recallReport: (sent, failed) =>
    `Återkallandet är klart: hos ${got(sent)} står nu ”Återkallat”${failed === 0 ? '' : `, och hos ${failed} gick det inte att ändra`}.`,
  becauseAuthor: 'Du får detta för att du skickade det.',
  scheduled: (to, when) => `Meddelandet till ${to} skickas ${when}, svensk tid.`,
  starting: (to) => `Meddelandet till ${to} börjar just skickas.`,
  sending: (to, sent, waiting, missed) =>
    `Meddelandet till ${to} håller på att skickas: ${sent} har fått det, ${waiting} väntar${missed === 0 ? '' : ` och ${missed} nåddes inte`}.`,
  withdrawn: (to) => `Meddelandet till ${to} togs tillbaka innan någon hade fått det.`,
  recallProgress: (sent, waiting, failed) =>
    `Det är återkallat: ändrat hos ${sent}${waiting === 0 ? '' : `, ${waiting} väntar`}${failed === 0 ? '' : `, hos ${failed} gick det inte`}.`,
  unreachedHeading: 'Nåddes inte',
  andMore: (count) => `och ${count} till`,
  someone: 'någon som boten inte vet namnet på',
  reason: {
    ...swedishReminders.reason,
    cancelled: 'det togs tillbaka innan det skickades',
    moved: 'det gällde inte längre',
    paused: 'har pausat sekretariatets meddelanden',
    unsubscribed: 'vill inte ha sekretariatets meddelanden',
    removed: 'det gällde inte längre',
    superseded: 'det fanns inget att ändra',
    repeated: 'hade nyss fått samma meddelande',
    missed: 'gick inte att skicka inom en vecka',
  },
  none: 'Inga meddelanden har skickats. Skriv till exempel ”skicka till alla: …” eller ”meddela … på måndag kl. 9: …”.',
  ahead: 'Skickas senare',
  sent: 'Skickade',
  listed: (ahead, sent) =>
    `${ahead === 0 ? 'Inget meddelande väntar på sin tid' : `${ahead} ${several(ahead, 'meddelande väntar', 'meddelanden väntar')} på sin tid`}, och ${sent === 0 ? 'inget har skickats' : `${sent} ${several(sent, 'har skickats', 'har skickats')}`}.`,
  templates: (count) => `Det finns ${count} ${several(count, 'mall', 'mallar')}.`,
  noTemplates: 'Det finns inga mallar. Spara en så här: ”spara mallen kallelse: Hej! Här kommer kallelsen …”.',
  useTemplate: 'Skriv till exempel ”skicka mallen kallelse till alla” eller ”ta bort mallen kallelse”.',
  writeWith: (name) => `Skriv med ${name}`,
  notYours: 'Bara sekretariatet skickar meddelanden och ser hur de går.',

  why: (name, when, to) => `${name} i sekretariatet skickade det ${when} till ${to}.`,
  howToEnd:
    'Vill du slippa sekretariatets meddelanden: skriv ”sluta skicka sekretariatets meddelanden”, eller tryck på en knapp. Påminnelserna påverkas inte.',
  silenced: (who, until) =>
    until === null
      ? `${you[who]} får inga fler meddelanden från sekretariatet hit. Påminnelserna påverkas inte. Skriv ”återuppta sekretariatets meddelanden” när de ska komma igen.`
      : `${you[who]} får inga meddelanden från sekretariatet hit till och med ${until}. Sedan kommer de igen av sig själva.`,
  unsilenced: (who) => `${you[who]} får meddelanden från sekretariatet hit igen.`,
  wasNotSilenced: (who) => `${you[who]} får redan meddelanden från sekretariatet hit.`,

  problem: {
    noTemplate: (name, known) =>
      `Det finns ingen mall som heter ”${name}”. ${known === '' ? 'Inga mallar är sparade ännu.' : `De som finns är ${known}.`} Ingenting har skickats.`,
    noPlace: (name, known) =>
      `Jag är inte med i någon kanal eller gruppchatt som heter ”${name}”. ${known === '' ? 'Lägg till appen där först.' : `Jag är med i ${known}.`} Ingenting har skickats.`,
    severalPlaces: (name) =>
      `Jag är med i flera som heter ”${name}”. Ingenting har skickats; skriv ”skicka hit: …” i den som du menar.`,
    noRecipients: (to) =>
      `Det finns ingen att skicka till: meddelandet skulle gå till ${to}, och det gör ingen ännu. Man börjar följa något genom att be om påminnelser (”påminn mig om …”). Ingenting har skickats.`,
    tooLong: (most) =>
      `Meddelandet är för långt: högst ${most} tecken får plats. Ingenting har skickats; korta det, eller lägg det längre någonstans och länka dit.`,
  },

  buttons: {
    status: 'Hur går det?',
    list: 'Visa meddelanden',
    templates: 'Visa mallar',
    why: 'Varför fick jag detta?',
    pauseMonth: 'Pausa en månad',
    stop: 'Sluta',
    again: 'Ta emot igen',
  },
};
