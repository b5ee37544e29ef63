// Swedish phrases about reminders.
import type { Audience } from '../reminders/steps.ts';
import { capital, genitive } from './dates.ts';
import { several } from './phrases.ts';
import type { LeadUnit, ReminderPhrases } from './reminder-phrases.ts';
import type { TimeLeft } from './time-left.ts';

const numbers = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const number = (count: number): string => numbers[count] ?? String(count);

const units: Readonly<Record<LeadUnit, readonly [string, string]>> = {
  minutes: ['minut', 'minuter'],
  hours: ['timme', 'timmar'],
  days: ['dag', 'dagar'],
  weeks: ['vecka', 'veckor'],
  months: ['månad', 'månader'],
  years: ['år', 'år'],
};

/** Ends in a bracket: takes no genitive. */
const owned = (name: string, what: string): string =>
  name.endsWith(')') ? `${what} med ${name}` : `${genitive(name, 'sv')} ${what}`;

function whom(who: Audience): string {
  switch (who.kind) {
    case 'me':
      return 'dig';
    case 'here':
      return who.scope === 'channel' ? 'er här i kanalen' : 'er här i chatten';
    case 'person':
      return who.name;
  }
}

function subject(who: Audience): string {
  switch (who.kind) {
    case 'me':
      return 'du';
    case 'here':
      return who.scope === 'channel' ? 'kanalen' : 'chatten';
    case 'person':
      return who.name;
  }
}

const capitalSubject = (who: Audience): string => capital(subject(who));
const was = { new: 'Jag', changed: 'Ändrat: jag', same: 'Det är redan ordnat: jag' } as const;

function timeLeft(left: TimeLeft): string {
  switch (left.kind) {
    case 'now':
      return 'Nu';
    case 'today':
      return 'I dag';
    case 'tomorrow':
      return 'I morgon';
    default: {
      const [one, many] = units[left.kind];
      return `Om ${number(left.count)} ${several(left.count, one, many)}`;
    }
  }
}

const you = { person: 'Du', conversation: 'Ni' } as const;

export const swedishReminders: ReminderPhrases = {
  topic: {
    meetingsOf: (group) => owned(group, 'möten'),
    concerning: (name) => `det som rör ${name}`,
    activity: (name) => `aktiviteten ”${name}”`,
    everything: 'allt med datum i planen',
    gone: 'något som inte längre finns i planen',
  },
  lead: (amount, unit) => `${amount} ${several(amount, ...units[unit])}`,
  at: (day, time) => `${day} kl. ${time}`,

  started: (who, how, leads, about) => `${was[how]} påminner ${whom(who)} ${leads} före ${about}.`,
  startedDigest: (who, how, about) =>
    `${was[how]} skickar ett veckobrev till ${whom(who)} kl. 08.00 varje veckas första arbetsdag, med ${
      about === null ? 'det som händer under veckan' : `veckans ${about}`
    }.`,
  first: (when, of) => `Första påminnelsen: ${when}, svensk tid, om ${of}.`,
  firstLetter: (when) => `Det första kommer ${when}, svensk tid.`,
  next: (when, of) => `Nästa påminnelse: ${when}, svensk tid, om ${of}.`,
  nothingAhead: 'Just nu finns inget sådant framåt i planen att påminna om. Läggs något in hör jag av mig.',
  atOnce: (of) => `${capital(of)} är närmare än så: den påminnelsen kommer strax.`,
  atNextHour: (of, when) => `${capital(of)} är närmare än så: den påminnelsen kommer ${when}, svensk tid.`,
  stopped: (who, about) => `Jag har slutat påminna ${whom(who)} om ${about}.`,
  stoppedDigest: 'Veckobrevet är avslutat.',
  left: (about) => `Kvar är påminnelser om ${about}.`,
  noneLeft: 'Inga påminnelser är kvar.',
  paused: (about, until, from) =>
    `Påminnelserna${about === null ? '' : ` om ${about}`} är pausade till och med ${until}. ${capital(from)} går de i gång igen av sig själva.`,
  pausedForGood: (about) =>
    `Påminnelserna${about === null ? '' : ` om ${about}`} är pausade tills vidare. Skriv ”återuppta påminnelserna” när de ska i gång igen.`,
  resumed: 'Påminnelserna är i gång igen.',
  wasNotPaused: 'Påminnelserna var inte pausade.',

  has: (who, leads, about) => `${capitalSubject(who)} får påminnelser ${leads} före ${about}.`,
  hasDigest: (who, about) =>
    `${capitalSubject(who)} får ett veckobrev${about === null ? '' : ` om ${about}`} varje veckas första arbetsdag.`,
  hasMany: (who, count) => `${capitalSubject(who)} får påminnelser om ${number(count)} saker.`,
  hasNone: (who, example) => `${capitalSubject(who)} har inga påminnelser. Skriv till exempel ”${example}”.`,
  leadsBefore: (leads) => `${leads} före`,
  changesOnly: 'bara ändringar',
  weekly: 'veckobrev',
  pausedUntil: (day) => (day === null ? 'pausade tills vidare' : `pausade till och med ${day}`),
  setBy: (name, day) => `satta av ${name} ${day}`,
  why: (who, about, by, day) =>
    by === null
      ? `${capitalSubject(who)} får påminnelser om ${about} för att du bad om det ${day}.`
      : `${capitalSubject(who)} får påminnelser om ${about} för att ${by} ställde in det ${day}.`,
  howToEnd: 'Skriv ”sluta påminna mig” eller ”pausa till …” med ett datum, eller tryck på en knapp.',
  askTopic: (names) => `Vad ska jag påminna om? Till exempel ${names}.`,
  askUntil: 'Till när ska påminnelserna vara pausade? Skriv ett datum eller välj här.',

  health: (sent, failed, waiting, since) =>
    `Sedan ${since} har ${sent === 0 ? 'ingen påminnelse' : several(sent, 'en påminnelse', `${sent} påminnelser`)} skickats, ${
      failed === 0 ? 'inget har misslyckats' : `${failed} har inte kommit fram`
    } och ${waiting === 0 ? 'ingen väntar' : `${waiting} väntar`}.`,
  healthLabels: {
    sent: 'Skickade',
    doubtful: 'Osäkra',
    failed: 'Kom inte fram',
    missed: 'För sena',
    waiting: 'Väntar',
    oldest: 'Äldsta som väntar',
    next: 'Nästa',
    subscriptions: 'Prenumerationer',
  },
  doubtful: (count) => `${count} kan ha kommit fram två gånger`,
  missed: (count) => `${count} hann inte skickas innan det började`,
  subscribers: (subscriptions, recipients) =>
    `${subscriptions} hos ${recipients} ${several(recipients, 'mottagare', 'mottagare')}`,
  reason: {
    'not-installed': 'har inte appen',
    blocked: 'har blockerat boten',
    'not-in-roster': 'appen är borttagen ur chatten eller teamet',
    disabled: 'appen är avstängd av en administratör',
    forbidden: 'Teams släpper inte fram boten',
    'not-found': 'konversationen finns inte längre',
    rejected: 'Teams förstod inte meddelandet (fel i boten)',
    'too-large': 'meddelandet var för stort (fel i boten)',
    uncertain: 'Teams svarade inte; kan ändå ha kommit fram',
    'address-refused': 'adressen är inte tillåten',
  },
  lockedOut: (since) =>
    `Teams släpper inte in boten sedan ${since}, så just nu kommer inga meddelanden fram. De väntar, och skickas när den som sköter boten har sett över dess inloggning (MicrosoftAppId och MicrosoftAppPassword).`,
  nothingNext: 'inget framåt i planen',

  card: { topics: 'Vad', leads: 'Hur långt innan', save: 'Påminn' },
  officeReminders: {
    label: 'Påminnelser',
    gets: (name, leads, about) => `${name} får påminnelser ${leads} före ${about}.`,
    loses: (name, about) => `${name} får inte längre påminnelser om ${about}.`,
    keeps: (name, about) => `${name} har kvar de egna påminnelserna om ${about}.`,
    unknown: (name) => `ställs inte in, för jag vet inte vem ${name} är i Teams. Nämn personen med @ så ordnas det.`,
    notReached: 'Personen har inte appen än, så inget kommer fram förrän hen har skrivit till mig.',
  },

  problem: {
    unread: (words) =>
      `Jag förstod inte ”${words}”, så ingenting har ändrats. Skriv det kortare, till exempel ”påminn mig 3 dagar före alla möten”.`,
    unknownAsker:
      'Jag ser inte vem du är, och kan därför inte hålla ordning på dina påminnelser. Skriv till mig i Teams.',
    othersOnly:
      'Bara sekretariatet kan ställa in påminnelser åt andra. Egna påminnelser ställer var och en in själv: ”påminn mig om …”.',
    healthOnly: 'Bara sekretariatet ser hur utskicken går. Dina egna påminnelser ser du med ”mina påminnelser”.',
    tooLong: (lead) =>
      `${capital(lead)} före är för långt: planen når inte dit. Längst går 400 dagar. Ingenting är ändrat.`,
    unknownPerson: (name) =>
      `Jag når inte ${name}: personen har inte appen, så vitt jag vet. Nämn personen med @, och be hen först skriva en rad till mig.`,
    noLeaders: (groups) =>
      `Jag vet inte vem som leder ${groups ?? 'nätverken'} i Teams, så inga påminnelser är inställda. Utse först: ”utse @namn till ledare för …”.`,
    noReminders: (who) => `${capitalSubject(who)} har inga påminnelser, så det finns inget att ändra.`,
    notSubscribed: (who, others) =>
      `${capitalSubject(who)} har inga påminnelser om just det. Det som finns är påminnelser om ${others}.`,
  },

  timeLeft,
  reminder: (left, what) => `${left}: ${what}.`,
  deadline: (left, name, day, meeting) => `${left}: sista dag för ${name}, ${day}, inför ${meeting}.`,
  activity: (left, name, when) => `${left}: dags för aktiviteten ”${name}” (${when}).`,
  hosting: (left, hosts, count, conference, year) =>
    `${left} börjar ${year}, då ${hosts} är ${several(count, 'värd', 'värdar')} för ${conference}.`,
  moved: (name, now, before) => `${capital(name)} har flyttats till ${now}. Tidigare: ${before}.`,
  movedPlace: (name, when, at, before) => `${capital(name)} ${when} hålls nu ${at}. Tidigare: ${before}.`,
  noPlace: 'på en plats som inte är bestämd',
  cancelled: (name, when) => `${capital(name)} ${when} har ställts in.`,
  removed: (name, when) => `${capital(name)}${when === '' ? '' : ` ${when}`} har tagits bort ur planen.`,
  someMeeting: 'ett möte som du har hört om',
  restored: (name, when) => `${capital(name)} blir av ändå: ${when}.`,
  hostLost: (host, conference, year, hosts) =>
    `${host} är inte längre värd för ${conference} ${year}.${hosts === null ? '' : ` Nu är det ${hosts}.`}`,
  hostRegained: (host, conference, year) => `${host} är ändå värd för ${conference} ${year}.`,
  appointed: (office) => `Du är nu ${office}.`,
  appointedWith: (office, leads, about) => `Du är nu ${office}. Därför påminner jag dig ${leads} före ${about}.`,
  appointedBeside: (office, about) => `Du är nu ${office}. Påminnelser om ${about} har du redan.`,
  relieved: (office, about, hasOwn) =>
    `Du är inte längre ${office}. ${
      hasOwn
        ? `De påminnelser om ${about} som du själv har ställt in finns kvar.`
        : `Påminnelserna om ${about} är avslutade.`
    }`,
  andMore: (count) => `Dessutom ${number(count)} till.`,
  digest: (week, first, more) => `Vecka ${week}: ${first}${more === 0 ? '' : `, och ${number(more)} till`}.`,
  emptyDigest: (week) => `Vecka ${week}: inget inplanerat.`,
  heartbeat: (sent, failed) =>
    `Påminnelserna den senaste veckan: ${sent} skickade, ${failed === 0 ? 'alla kom fram' : `${failed} kom inte fram`}.`,
  noHeartbeat: 'Påminnelserna är i gång.',
  because: (who, about, by) =>
    by === null
      ? `${you[who]} får detta för att du bad om påminnelser om ${about}.`
      : `${you[who]} får detta för att ${by} har ställt in påminnelser om ${about}.`,
  becauseDigest: (who) => `${you[who]} får detta för att veckobrevet är beställt hit.`,
  becauseSecretary: 'Du får detta för att du är med i sekretariatet.',
  becauseUnknown: (who) => `${you[who]} får detta för att påminnelser är inställda hit.`,
  dueFor: (name, day) => `sista dag för ${name} ${day}`,
  hostingOf: (conference, year) => `värdskapet för ${conference} ${year}`,
  activityOf: (name, when) => `aktiviteten ”${name}” (${when})`,

  buttons: {
    why: 'Varför fick jag detta?',
    pause: 'Pausa',
    pauseMonth: 'Pausa en månad',
    stop: 'Sluta',
    stopOf: (about) => `Sluta: ${about}`,
    resume: 'Återuppta',
    list: 'Visa mina påminnelser',
    again: 'Påminn mig igen',
    health: 'Hur går det med påminnelserna?',
    everything: 'Allt med datum',
    until: (day) => `Till och med ${day}`,
  },
};
