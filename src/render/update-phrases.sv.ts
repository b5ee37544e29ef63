// Swedish phrases about changes.
import type { Span } from '../plan/region.ts';
import { capital, joinWords } from './dates.ts';
import { stopped, unstopped } from './page.ts';
import { several, spaced } from './phrases.ts';
import { swedishReminders } from './reminder-phrases.sv.ts';
import type { ItemForm, NamedItem, UpdatePhrases } from './update-phrases.ts';

const numbers = ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const number = (count: number): string => numbers[count] ?? String(count);

const spanBefore = ({ amount, unit }: Span): string => `${swedishReminders.lead(amount, unit)} före`;

const quote = (text: string): string => `”${text}”`;
/** Where nobody can tell the gender of a name, the sentence does without. */
const isCalledOff: Readonly<Record<ItemForm, string>> = {
  meeting: 'är inställt',
  planning: 'är inställd',
  conference: 'har ställts in',
};
const gotCalledOff: Readonly<Record<ItemForm, string>> = {
  meeting: 'blev inställt',
  planning: 'blev inställd',
  conference: 'ställdes in',
};
const isNotCalledOff: Readonly<Record<ItemForm, string>> = {
  meeting: 'är inte inställt',
  planning: 'är inte inställd',
  conference: 'har inte ställts in',
};
const aNew: Readonly<Record<ItemForm, string>> = { meeting: 'ett nytt ', planning: 'en ny ', conference: '' };
const dated = ({ name, when }: NamedItem): string => `${name} ${when}`;

const nothingChanged = 'Ingenting har ändrats';
const workingDays = (days: number): string => `${days} ${several(days, 'arbetsdag', 'arbetsdagar')}`;

export const swedishUpdates: UpdatePhrases = {
  quote,
  number,
  the: ({ name }) => name,

  added: (tense, { form, name, when }) =>
    `${aNew[form]}${name} ${tense === 'will' ? 'läggs till' : 'lades till'}: ${when}`,
  removed: (tense, item) => `${dated(item)} ${tense === 'will' ? 'tas bort' : 'togs bort'}`,
  cancelled: (tense, item) => `${dated(item)} ${tense === 'will' ? 'ställs in' : gotCalledOff[item.form]}`,
  restored: (tense, item) => `${dated(item)} ${tense === 'will' ? 'återställs och blir av' : 'återställdes'}`,
  moved: (tense, { name, when }, from) =>
    `${name} ${tense === 'will' ? 'flyttas' : 'flyttades'} från ${from} till ${when}`,
  dated: (tense, { name, when }) => `${name} ${tense === 'will' ? 'får' : 'fick'} datum: ${when}`,
  becomes: (item, verbs) => `${dated(item)} ${verbs}`,
  gets: (tense, news) => `${tense === 'will' ? 'får' : 'fick'} ${news}`,
  loses: (tense, what) => `${tense === 'will' ? 'blir' : 'blev'} utan ${what}`,
  newTime: (hours) => `ny tid (${hours})`,
  newPlace: (place) => `ny plats (${place})`,
  newTitle: (title) => `rubriken ${quote(title)}`,
  lost: { time: 'angiven tid', place: 'angiven plats', title: 'egen rubrik' },
  status: (tense, activity, status, comment) =>
    status === null
      ? `${activity} ${tense === 'will' ? 'får' : 'fick'} ingen rapporterad status`
      : `${activity} ${tense === 'will' ? 'får' : 'fick'} status ${status}${comment === null ? '' : `: ${comment}`}`,
  comment: (tense, activity, comment) => {
    if (comment === null) return `kommentaren till ${activity} ${tense === 'will' ? 'tas bort' : 'togs bort'}`;
    return `kommentaren till ${activity} ${tense === 'will' ? 'ändras' : 'ändrades'}: ${comment}`;
  },
  responsible: (tense, activity, names) =>
    names === ''
      ? `${activity} ${tense === 'will' ? 'får' : 'fick'} ingen angiven ansvarig`
      : `ansvarig för ${activity} ${tense === 'will' ? 'blir' : 'blev'} ${names}`,
  schedule: (tense, activity, when) => `tiden för ${activity} ${tense === 'will' ? 'ändras' : 'ändrades'} till ${when}`,
  cost: (tense, activity, amount) =>
    amount === ''
      ? `kostnaden för ${activity} ${tense === 'will' ? 'tas bort' : 'togs bort'}`
      : `kostnaden för ${activity} ${tense === 'will' ? 'blir' : 'blev'} ${amount}`,
  hosts: (tense, conference, year, hosts, count) =>
    hosts === ''
      ? `värden för ${conference} ${year} ${tense === 'will' ? 'tas bort' : 'togs bort'}`
      : `${hosts} ${tense === 'will' ? 'blir' : 'blev'} ${several(count, 'värd', 'värdar')} för ${conference} ${year}`,
  holder: (tense, { role, group }, holder, term, before) =>
    holder === null
      ? `uppdraget som ${role} i ${group} ${tense === 'will' ? 'blir' : 'blev'} obesatt`
      : `${holder} ${tense === 'will' ? 'blir' : 'blev'} ${role} i ${group}${spaced(term)}${before === null ? '' : `, efter ${before}`}`,
  termSet: (tense, { role, group }, term) =>
    term === ''
      ? `tiden för uppdraget som ${role} i ${group} ${tense === 'will' ? 'ändras' : 'ändrades'}`
      : `uppdraget som ${role} i ${group} ${tense === 'will' ? 'gäller nu' : 'gäller sedan dess'} ${term}`,
  deadline: (tense, name, group, days) =>
    days === null
      ? `sista dag för ${name} före möten med ${group} ${tense === 'will' ? 'tas bort' : 'togs bort'}`
      : `sista dag för ${name} ${tense === 'will' ? 'blir' : 'blev'} ${workingDays(days)} före varje möte med ${group}`,
  checkIn: (tense, group, before) =>
    before === null
      ? `frågorna om status inför möten med ${group} ${tense === 'will' ? 'upphör' : 'upphörde'}`
      : `de som ansvarar för aktiviteter ${tense === 'will' ? 'får' : 'fick'} frågan ”hur går det?” ${spanBefore(before)} varje möte med ${group}`,
  synonym: (tense, word, record, gone) => {
    if (gone) return `${quote(word)} ${tense === 'will' ? 'betyder inte längre' : 'slutade betyda'} ${record}`;
    return `${quote(word)} ${tense === 'will' ? 'kommer att betyda' : 'betyder nu'} ${record}`;
  },
  secretary: (tense, name, gone) => {
    if (gone) return `${name} ${tense === 'will' ? 'förlorar' : 'förlorade'} rätten att ändra i planen`;
    return `${name} ${tense === 'will' ? 'får' : 'fick'} rätt att ändra i planen`;
  },
  imported: (tense, name, state, counts) => {
    const read = `planen ${name} ${tense === 'will' ? 'läses in' : 'lästes in'}`;
    return state === 'draft' ? `${read} som utkast, som bara sekretariatet ser: ${counts}` : `${read}: ${counts}`;
  },
  published: (tense, name, _, counts) =>
    `utkastet ${name} ${tense === 'will' ? 'publiceras' : 'publicerades'} för alla: ${counts}`,
  planGone: (tense, name, state) =>
    state === 'draft'
      ? `utkastet ${name} ${tense === 'will' ? 'tas bort' : 'togs bort'}`
      : `allt som lästes in med planen ${name} ${tense === 'will' ? 'tas bort' : 'togs bort'}, och det som fanns förut ${tense === 'will' ? 'gäller' : 'gällde'} igen`,
  tally: ({ added, moved, changed, removed }) => {
    const parts = [
      [added, added === 1 ? 'ny' : 'nya'],
      [moved, several(moved, 'flyttad', 'flyttade')],
      [changed, several(changed, 'ändrad', 'ändrade')],
      [removed, several(removed, 'borttagen', 'borttagna')],
    ] as const;
    // The noun goes with the first number, and the others are understood: "18 nya poster och 1 ändrad".
    const told = parts
      .filter(([count]) => count > 0)
      .map(([count, word], at) =>
        at === 0 ? `${count} ${word} ${several(count, 'post', 'poster')}` : `${count} ${word}`,
      );
    return joinWords(told, 'sv');
  },
  undone: (tense, version, clause) =>
    `ändring ${version} ${tense === 'will' ? 'tas tillbaka' : 'togs tillbaka'}${clause === '' ? '' : `: ${clause}`}`,
  nothing: 'ändringen ändrade ingenting',
  gone: 'något som inte längre finns i planen ändrades',
  office: (role, group) => `${role} i ${group}`,
  hosting: (conference) => `värdskapet för ${conference}`,
  dueName: (name, group) => `sista dag för ${name} (${group})`,
  checkInName: (group) => `frågorna om status inför möten med ${group}`,
  spanBefore,
  meansOf: (word) => `ordet ${quote(word)}`,
  rightOf: (name) => `rätten för ${name} att ändra i planen`,
  planOf: (name) => `planen ${name}`,

  fields: {
    date: 'Datum',
    time: 'Tid',
    place: 'Plats',
    title: 'Rubrik',
    held: 'Läge',
    status: 'Status',
    comment: 'Kommentar',
    responsible: 'Ansvarig',
    schedule: 'Tid',
    cost: 'Kostnad',
    hosts: 'Värd',
    holder: 'Namn',
    term: 'Gäller',
    deadline: 'Sista dag',
    'check-in': 'Frågor om status',
    synonym: 'Nytt ord',
    secretary: 'Får ändra i planen',
    plan: 'Innehåll',
    audience: 'Till',
    sending: 'När',
    message: 'Text',
    template: 'Text',
  },
  asPlanned: 'som planerat',
  calledOff: 'inställt',
  workingDays: (days) => `${workingDays(days)} före varje möte`,
  takenAway: 'tas bort',
  became: (before, after) => `var ${before}, blir ${after}`,
  wasTakenAway: (before) => `${before} tas bort`,

  isRight: 'Stämmer det?',
  answerYesOrNo: 'Svara ja eller nej, eller tryck på en knapp. Inget ändras förrän du har svarat.',
  consider: 'Tänk på',
  reason: 'Anledning',
  told: 'Meddelas',
  later: 'Sedan',
  toldNobody: 'ingen',
  toldQuietly: 'ingen (tyst ändring)',
  toldCount: (count) => `${count} ${several(count, 'konversation', 'konversationer')}`,
  clash: {
    meeting: ({ form, name }, owner, hours) =>
      form === 'conference'
        ? `${capital(name)} är samma dag${spaced(hours)}.`
        : `${capital(owner)} ${form === 'planning' ? 'har planeringskonferens' : 'träffas'} samma dag${spaced(hours)}.`,
    holiday: (day, name) => `${capital(day)} är ${name}.`,
    weekend: (date, weekday) => `${date} är en ${weekday}.`,
    weekday: (group, usual, date, weekday) => `${capital(group)} brukar träffas på ${usual}; ${date} är en ${weekday}.`,
    hours: (group, hours) => `${capital(group)} brukar träffas ${hours}.`,
    year: (year) => `Det finns ingen plan för ${year} ännu.`,
    place: (name) => `${name} finns inte i planen sedan tidigare.`,
    length: (end) => `Du sade inget om sluttiden, så mötet blir lika långt som vanligt och slutar kl. ${end}.`,
    skipped: (date, time, real) =>
      `Kl. ${time} finns inte ${date}: klockan ställs fram den natten. I kalendrar och påminnelser blir det kl. ${real}.`,
    twice: (date, time) =>
      `Kl. ${time} kommer två gånger ${date}: klockan ställs tillbaka den natten. Den andra av dem gäller.`,
    deadline: (name, day) => `Sista dag för ${name} blir ${day}, som redan har varit.`,
    hosting: (municipality, year) => `${municipality} är värd även ${year}.`,
    activity: (name, when) => `Aktiviteten ”${name}” i handlingsplanen står kvar: ${when}.`,
  },
  confirm: {
    'add-meeting': 'Ja, lägg till',
    'edit-meeting': 'Ja, ändra',
    'cancel-meeting': 'Ja, ställ in',
    'restore-meeting': 'Ja, återställ',
    'post-status': 'Ja, rapportera',
    'edit-activity': 'Ja, ändra',
    'set-hosts': 'Ja, ändra',
    'set-role': 'Ja, ändra',
    'end-role': 'Ja, avsluta',
    'set-deadline': 'Ja, ändra',
    'set-check-in': 'Ja, ställ in det',
    'add-synonym': 'Ja, lägg till',
    'appoint-secretary': 'Ja, utse',
    'dismiss-secretary': 'Ja, ta bort',
    'import-plan': 'Ja, läs in',
    'publish-plan': 'Ja, publicera',
    announce: 'Ja, skicka',
    'set-template': 'Ja, spara',
    undo: 'Ja, ta tillbaka',
  },
  withdraw: 'Nej, ändra inget',

  done: (clause, version) => `Klart: ${unstopped(clause)} (ändring ${version}).`,
  doneBefore: (clause, version, undone) =>
    `Det var redan gjort: ${unstopped(clause)} (ändring ${version}).${undone ? ' Den har tagits tillbaka sedan dess.' : ''}`,
  undoHint: (version) => `Blev det fel? Tryck på knappen eller skriv ”ångra ändring ${version}”.`,
  undo: (version) => `Ångra ändring ${version}`,
  withdrawn: 'Ingenting ändrades.',
  stands: (clause, version) => `Ändring ${version} gäller: ${unstopped(clause)}.`,

  ask: {
    meeting: 'Vilket möte gäller det? Skriv grupp och datum.',
    'meeting-field': 'Vad ska ändras? Till exempel ”till 16 maj”, ”kl. 13–15” eller en ny plats.',
    date: 'Till vilket datum? Till exempel 16 maj kl. 13.',
    time: 'Hur dags? Till exempel kl. 13–15.30.',
    end: 'När slutar det? Till exempel kl. 15.30.',
    group: 'Vilken grupp gäller det?',
    activity: 'Vilken aktivitet gäller det? Skriv dess namn eller några ord ur det.',
    status:
      'Vilken status? Planerad, på gång, klar, försenad, pausad eller inställd – gärna med en kommentar efter ett komma.',
    'activity-field': 'Vad ska ändras: ansvarig, tid eller kostnad? Till exempel ”kostnaden till 50 000 kr”.',
    responsible: 'Vem ska ansvara? Skriv en eller flera kommuner, grupper eller personer.',
    schedule: 'När ska det göras? Till exempel ”hösten 2019”, ”i maj” eller ”löpande”.',
    cost: 'Vad ska det kosta? Till exempel 50 000 kr.',
    conference: 'Vilken konferens gäller det?',
    year: 'Vilket år gäller det? Till exempel 2021.',
    hosts: 'Vilken kommun ska vara värd? Skriv en eller flera.',
    role: 'Vilket uppdrag? Ordförande, vice ordförande, ledare eller kontaktperson.',
    person: 'Vem ska ha uppdraget? Skriv namn och gärna kommun.',
    'deadline-name': 'Vad ska vara klart? Till exempel ”kallelse” eller ”handlingar”.',
    span: 'Hur lång tid före mötena ska jag fråga? Till exempel ”en månad” eller ”två veckor”.',
    'working-days': 'Hur många arbetsdagar före mötet? Till exempel 10.',
    word: 'Vilket ord ska jag lära mig? Till exempel ”LG”.',
    record: 'Vad betyder ordet? Skriv namnet på till exempel en aktivitet, en grupp eller en konferens.',
    secretary: 'Vem gäller det? Nämn personen med @.',
    audience:
      'Vem ska meddelandet gå till? Alla, en grupp eller ett nätverk, en kommun, eller en kanal som jag är med i.',
    message: 'Vad ska det stå i meddelandet?',
    template: 'Vad heter mallen?',
  },
  which: {
    meeting: 'Vilket möte menar du?',
    group: 'Vilken grupp menar du?',
    activity: 'Vilken aktivitet menar du?',
    conference: 'Vilken konferens menar du?',
    record: 'Vad av detta menar du?',
    other: 'Vilket menar du?',
  },
  options: (names) =>
    `${capital(names.slice(0, -1).join(', '))}${names.length > 1 ? ' eller ' : ''}${names.at(-1) ?? ''}.`,

  problem: {
    notAllowed:
      'Bara sekretariatet kan ändra i planen, så ingenting har ändrats. Hör gärna av dig till sekretariatet. Fråga ”vad får jag göra?” om du vill veta mer.',
    impossible: (words) => `${quote(words)} finns inte. ${nothingChanged}; skriv igen med rätt datum eller tid.`,
    unread: (words) =>
      `Jag förstod inte ${quote(words)}, så ingenting har ändrats. Skriv en ändring i taget, utan det.`,
    noMeeting: (nearest) =>
      nearest === ''
        ? `Jag hittar inget möte som passar. ${nothingChanged}; skriv igen med grupp och datum.`
        : `Jag hittar inget möte som passar. De närmaste är ${nearest}. ${nothingChanged}; skriv igen med rätt datum.`,
    noActivity: `Jag hittar ingen sådan aktivitet i planen. ${nothingChanged}; skriv igen med dess namn.`,
    pastItem: (item) => `${capital(dated(item))} har redan varit. ${nothingChanged}; välj ett kommande möte.`,
    pastDay: (date) => `${date} har redan passerat. ${nothingChanged}; skriv igen med en dag som kommer.`,
    pastToday: `Den tiden har redan passerat i dag. ${nothingChanged}; skriv igen med en tid som kommer.`,
    endBeforeStart: (start, end) =>
      `Slutet måste komma efter början, men du skrev ${start} till ${end}. ${nothingChanged}; skriv igen med rätt tider.`,
    cancelled: (item) =>
      `${capital(dated(item))} ${isCalledOff[item.form]}. ${nothingChanged}; återställ det först om det ska bli av.`,
    notCancelled: (item) =>
      `${capital(dated(item))} ${isNotCalledOff[item.form]}, så det finns inget att återställa. ${nothingChanged}.`,
    tooLong: (length, most) =>
      `Texten är för lång: ${length} tecken, och högst ${most} får plats. ${nothingChanged}; skriv igen, lite kortare.`,
    tooManyDays: (days, most) =>
      `${days} arbetsdagar är för många: högst ${most} går. ${nothingChanged}; skriv igen med färre.`,
    tooFarAhead: (days, most) =>
      `${days} dagar före är för långt: svaren vore gamla vid mötet. Högst ${most} dagar går. ${nothingChanged}; skriv igen med kortare tid.`,
    unchanged: 'Så är det redan i planen, så ingenting behövde ändras.',
    noHosting: (conference, year) =>
      `Jag kan inte ange någon värd för ${conference} ${year}. ${nothingChanged}; kontrollera årtalet.`,
    noSwap: (conference) =>
      `Jag hittar inte två värdskap för ${conference} som kan byta plats. ${nothingChanged}; skriv vilka två år som ska byta.`,
    noDraft: `Det finns inget utkast att publicera. ${nothingChanged}; skicka planen som en fil först.`,
    noDeadline: (name) => `Det finns ingen sista dag för ${quote(name)}. ${nothingChanged}; skriv igen med rätt namn.`,
    noCheckIn: 'Det finns inga sådana frågor om status att ta bort. Inget är ändrat.',
    nothingToUndo: 'Det finns ingen ändring att ångra. Skriv ”visa historiken” för att se vad som har ändrats.',
    alreadyUndone: (version) =>
      `Ändring ${version} är redan tillbakatagen, så ingenting behövde ändras. Skriv ”visa historiken” för att se alla.`,
    unknownPerson: (name) =>
      `Jag känner inte ${name} ännu. ${nothingChanged}; be personen skriva till mig en gång och nämn sedan namnet med @.`,
    namedInSettings:
      'Den personen hör till sekretariatet enligt botens inställningar. Ingenting har ändrats; det kan bara den som sköter boten ändra.',
    wordTaken: (word, record) => `${quote(word)} betyder redan ${record}. ${nothingChanged}; välj ett annat ord.`,
    conflict: ({ by, day, time }, clause) =>
      `Ingenting ändrades, för ${by} har ändrat samma sak (${day} kl. ${time}): ${unstopped(clause)}. Gör om din ändring om den fortfarande behövs.`,
    conflicts: (count) =>
      `Ingenting ändrades, för samma sak har ändrats ${number(count)} gånger under tiden. Gör om din ändring om den fortfarande behövs.`,
    foreign: `Den ändringen är någon annans, och bara den som har föreslagit den kan bekräfta den. ${nothingChanged}; skriv den själv om den behövs.`,
    expired: `Förslaget är för gammalt för att bekräftas. ${nothingChanged}; skriv ändringen igen.`,
    withdrawn: `Du avbröt den ändringen. ${nothingChanged}; skriv den igen om den behövs.`,
    noProposal: `Jag känner inte igen det förslaget. ${nothingChanged}; skriv ändringen igen.`,
  },

  changes: (count, total, scope) =>
    count < total
      ? `${total} ändringar${spaced(scope)}. De ${number(count)} senaste:`
      : `${capital(number(count))} ${several(count, 'ändring', 'ändringar')}${spaced(scope)}${count === 1 ? ':' : '.'}`,
  noChanges: (scope) => `Inget har ändrats${spaced(scope)}.`,
  since: (date) => `sedan ${date}`,
  sinceMeeting: (date) => `sedan senaste mötet ${date}`,
  sinceLast: 'sedan du frågade sist',
  inAll: 'i planen hittills',
  through: (date) => `till och med ${date}`,
  madeBy: (name, date) => `av ${name} ${date}`,
  why: (reason) => `anledning: ${reason}`,
  isUndone: ' (ångrad)',
  who: ({ by, day, time }, clause) => `${by} gjorde den senaste ändringen, ${day} kl. ${time}: ${stopped(clause)}`,
  whoDid: ({ by, day, time }, clause) => `Det gjorde ${by} ${day} kl. ${time}: ${stopped(clause)}`,
  inItems: (period) => `av mötena ${period}`,
  whoUndone: 'Den har tagits tillbaka sedan dess.',
  noChangeOf: 'Jag hittar ingen ändring av det.',
  planThen: (day) => `Så såg planen ut ${day}, där den har ändrats sedan dess:`,
  nothingSince: (day) => `Planen såg ut ${day} som den gör nu: inget har ändrats sedan dess.`,
  asOf: (date, answer) => `Enligt planen ${date}: ${answer}`,
  backThen: (values) => `då: ${values}`,
  notThere: 'fanns inte',
  noValue: 'saknades',

  due: (name, day, days, meeting, past) =>
    `Sista dag för ${name} ${past ? 'var' : 'är'} ${day}, ${workingDays(days)} före ${meeting}.`,
  dueList: (count) => `${capital(number(count))} ${several(count, 'sista dag', 'sista dagar')} före möten:`,
  dueBefore: (meeting, days) => `${workingDays(days)} före ${meeting}`,
  noDue: (name, days, group) =>
    `Sista dag för ${name} är ${workingDays(days)} före varje möte med ${group}, men jag hittar inget sådant möte.`,
  noDeadlines: 'Någon sista dag för det är inte angiven. Sekretariatet kan lägga till en.',

  isSecretary:
    'Du hör till sekretariatet och får ändra i planen. Skriv vad som ska ändras i en mening; du får se ändringen innan den görs, och den går att ångra.',
  isMember: 'Du får fråga om allt i planen. Ändra i den kan bara sekretariatet: hör av dig dit om något är fel.',
  isUnknown:
    'Du får fråga om allt i planen. Jag kan inte se vem du är, och kan därför inte låta dig ändra i den: logga in i Teams med ditt konto, eller hör av dig till sekretariatet.',
  mayDo: 'Till exempel',
  appointed: 'Utsedda att ändra i planen',
  ownId: 'Ditt id i Entra, om du ska utses',
  memberMay: [
    'När är nästa möte?',
    'Vad har ändrats sedan sist?',
    'Hur går det med aktiviteterna?',
    'Vem är värd i år?',
    'Vad händer i april?',
  ],
  secretaryMay: ({ group, activity, conference, municipality, day, later, year }) => [
    ['Flytta eller ändra ett möte', quote(`flytta mötet med ${group} ${day} till ${later} kl. 13`)],
    ['Lägga till ett möte', quote(`lägg till ett möte med ${group} ${later} kl. 13–15 i ${municipality}`)],
    ['Ställa in eller återställa', quote(`ställ in mötet med ${group} ${day}`)],
    ['Rapportera status', quote(`${activity}: försenad, väntar på besked`)],
    ['Ändra en aktivitet', quote(`ändra kostnaden för ${activity} till 50 000 kr`)],
    ['Ange eller byta värdar', quote(`${municipality} är värd för ${conference} ${year}`)],
    ['Ange uppdrag', quote(`Anna Ek, ${municipality}, är ny ordförande i ${group}`)],
    ['Ange sista dag', quote(`handlingar ska skickas 10 arbetsdagar före möten med ${group}`)],
    ['Fråga hur det går', quote(`fråga om status en månad före möten med ${group}`)],
    ['Se läget', `${quote('statusrapport')} eller ${quote('vilka svar väntar?')}`],
    ['Lära mig ett ord', quote(`ordet betyder ${activity}`)],
    ['Skriva till många', `${quote('skicka till alla: …')} eller ${quote(`meddela ${group} på måndag kl. 9: …`)}`],
    ['Se hur det gick, och mallar', `${quote('hur går det med meddelandet?')} och ${quote('visa mallarna')}`],
    ['Utse fler', quote('utse @namn till sekreterare')],
    ['Ångra', `${quote('ångra')} eller ${quote('ångra ändring 12')}`],
    ['Se historiken', `${quote('vad har ändrats sedan 1 mars?')} eller ${quote('visa historiken')}`],
    ['Se obesvarade frågor', quote('vilka frågor kunde du inte svara på?')],
  ],

  unanswered: (count) => `${capital(number(count))} ${several(count, 'fråga', 'frågor')} har jag inte kunnat svara på:`,
  noUnanswered: 'Det finns inga obesvarade frågor just nu.',
  notYours: 'Bara sekretariatet kan se vilka frågor som är obesvarade. Fråga ”vad får jag göra?” om du vill veta mer.',
  asked: (count, date) => `${count} ${several(count, 'gång', 'gånger')}, senast ${date}`,
  makeSynonym: (name) =>
    `Är det ett ord som jag inte känner till? Skriv vad det betyder, till exempel ”ordet betyder ${name}”, så förstår jag det genast.`,
  blamed: 'Svar som fick tummen ned',
  praised: (count) => `Tummen upp: ${count} ${several(count, 'gång', 'gånger')}.`,

  isCancelled: (item) => `${capital(dated(item))} ${isCalledOff[item.form]}.`,
  movedAway: ({ name, when }, from) => `${capital(name)}${spaced(from)} har flyttats till ${when}.`,
  cancelledHeading: 'Inställt',
  reported: (status, date) => `${status} (rapporterat ${date})`,
  altered: (what, date) => {
    const altered = {
      added: 'tillagt',
      moved: 'flyttat',
      edited: 'ändrat',
      cancelled: 'inställt',
      restored: 'återställt',
      status: 'status angiven',
      hosts: 'värdskap ändrat',
      role: 'uppdrag ändrat',
      deadline: 'sista dag angiven',
      'check-in': 'frågor om status inställda',
    }[what];
    return `${altered} av sekretariatet ${date}`;
  },
  alteredLast: (date) => `ändrat av sekretariatet, senast ${date}`,

  buttons: {
    rights: 'Vad får jag göra?',
    changes: 'Vad har ändrats?',
    allDeadlines: 'Visa alla sista dagar',
    nextDeadline: 'Nästa sista dag',
    unanswered: 'Obesvarade frågor',
    planThen: 'Planen som den var',
  },
};
