// Swedish phrases.
import { capital } from './dates.ts';
import { stopped } from './page.ts';
import { type Phrases, several, spaced } from './phrases.ts';

/** Organisations have meetings at theirs, buildings and rooms have them inside, the net has none. */
function atVenue(place: string): string {
  if (/^(?:i|på|hos|via|vid) /i.test(place)) return lowerFirst(place);
  if (/^(?:teams|zoom|skype|webben)(?!\p{L})/iu.test(place)) return `på ${place}`;
  if (/^(?:digitalt|distans)(?!\p{L})/iu.test(place))
    return place.toLowerCase() === 'distans' ? 'på distans' : lowerFirst(place);
  const isBuilding = /(?:hus|sal|rum|kyrka|centrum|skola|aula|lokal|slott|bibliotek|station)(?:en|n|et|t)?(?!\p{L})/iu;
  return isBuilding.test(place) ? `i ${place}` : `hos ${place}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const swedish: Phrases = {
  yes: 'Ja',
  no: 'Nej',
  source: 'Källa',
  note: 'Observera',
  appendix: 'Bilaga',
  // Names that end in a consonant take the genitive: "Salems kommun", but "Haninge kommun".
  municipality: (name) => `${/[aeiouyåäösxz]$/i.test(name) ? name : `${name}s`} kommun`,
  role: { chair: 'ordförande', 'vice-chair': 'vice ordförande', lead: 'ledare', contact: 'kontaktperson' },
  status: {
    planned: 'planerad',
    ongoing: 'på gång',
    done: 'klar',
    delayed: 'försenad',
    paused: 'pausad',
    cancelled: 'inställd',
  },
  labels: {
    date: 'Datum',
    time: 'Tid',
    place: 'Plats',
    hosts: 'Värd',
    responsible: 'Ansvarig',
    when: 'Tid',
    cost: 'Kostnad',
    status: 'Status',
    comment: 'Kommentar',
    goal: 'Mål',
    objective: 'Delmål',
    area: 'Område',
    partners: 'Arrangeras med',
    participants: 'Deltagare',
    organisers: 'Arrangör',
    theme: 'Tema',
    frequency: 'Hur ofta',
    members: 'Ledamöter',
    purpose: 'Syfte',
    chair: 'Ordförande',
    meetings: 'Möten',
    activities: 'Aktiviteter',
    hosting: 'Värdskap',
    roles: 'Uppdrag',
    income: 'Intäkter',
    costs: 'Kostnader',
    sum: 'Summa',
    networks: 'Nätverk',
    weekday: 'Dag',
    seat: 'Placering',
    group: 'Grupp',
    names: 'Namn',
  },
  regional: 'Regionala utvecklingsfrågor',
  operations: 'Verksamhetsutveckling och samverkansområden',

  meetingOf: (group, definite) => `${definite ? 'mötet' : 'möte'} med ${group}`,
  planningOf: (group, definite) => `${definite ? 'planeringskonferensen' : 'planeringskonferens'} med ${group}`,
  lunchToLunch: 'lunch till lunch',
  planning: 'planeringskonferens',
  at: (place, venue) => (venue ? atVenue(place) : `i ${place}`),
  meetingIs: (which, what, when, past) => {
    const verb = past ? 'var' : 'är';
    switch (which) {
      case 'next':
        return `Nästa ${what} är ${when}.`;
      case 'latest':
        return `Senaste ${what} var ${when}.`;
      case 'first':
        return `Första ${what} ${verb} ${when}.`;
      case 'final':
        return `Sista ${what} ${verb} ${when}.`;
      case 'plain':
        return `${capital(what)} ${verb} ${when}.`;
    }
  },
  meetingWhere: (what, when, at, past) => `${capital(what)} ${when} ${past ? 'hölls' : 'hålls'} ${at}.`,
  noPlace: (what, when) => `Platsen för ${what} ${when} anges inte i planen.`,
  noHours: (what, when) => `Klockslag för ${what} ${when} anges inte i planen.`,
  starts: (what, when, start, end) => `${capital(what)} ${when} börjar kl. ${start} (slutar ${end}).`,
  ends: (what, when, start, end) => `${capital(what)} ${when} slutar kl. ${end} (börjar ${start}).`,
  lasts: (what, when, length, hours) => `${capital(what)} ${when} varar ${length} (${hours}).`,
  isWeekday: (when, weekday) => `${capital(when)} är en ${weekday}.`,
  inDays: (what, when, days) => {
    if (days === 0) return `${capital(what)} är i dag: ${when}.`;
    if (days === 1) return `${capital(what)} är i morgon: ${when}.`;
    if (days < 0) return `Det är ${-days} ${several(-days, 'dag', 'dagar')} sedan: ${what} var ${when}.`;
    return `Det är ${days} dagar kvar: ${what} är ${when}.`;
  },
  meetingCount: (subject, count, scope, span) =>
    `${capital(subject)} har ${span === 'held' ? 'haft ' : ''}${count} ${span === 'ahead' ? several(count, 'möte kvar', 'möten kvar') : several(count, 'möte', 'möten')}${spaced(scope)}.`,
  meetingList: (subject, count, scope, span) =>
    `${capital(subject)} har ${span === 'held' ? 'haft ' : ''}${count} ${span === 'ahead' ? several(count, 'kommande möte', 'kommande möten') : several(count, 'möte', 'möten')}${spaced(scope)}:`,
  daypart: { morning: 'på förmiddagen', afternoon: 'på eftermiddagen', evening: 'på kvällen' },
  besides: (name, when, at) => `Däremot hålls ${name} ${[when, at].filter(Boolean).join(' ')}.`,
  inWeek: (what, week, when, past) => `${capital(what)} ${past ? 'var' : 'är'} i vecka ${week}: ${when}.`,
  everybody: 'grupperna',
  noMeeting: (subject, scope, isNo) => `${isNo ? 'Nej, jag' : 'Jag'} hittar inga möten med ${subject}${spaced(scope)}.`,
  noMoreMeetings: (subject, years) => `Det finns inget kommande möte med ${subject} i planen, som gäller ${years}.`,
  outsidePlan: (scope, years) =>
    `Det står inte i planen: den gäller ${years}, och jag hittar inga uppgifter${spaced(scope)}.`,
  noneBeside: (side, years) =>
    `Jag hittar inga möten ${side === 'after' ? 'efter' : 'före'} det i planen för ${years}.`,

  usualHours: (group, weekdays, start, end) => `${capital(group)} träffas vanligtvis ${weekdays} kl. ${start}–${end}.`,
  usualStart: (group, start, end) => `${capital(group)} börjar vanligtvis kl. ${start} (slutar ${end}).`,
  usualEnd: (group, start, end) => `${capital(group)} slutar vanligtvis kl. ${end} (börjar ${start}).`,
  usualLength: (group, length, start, end) => `Ett möte med ${group} varar vanligtvis ${length}, kl. ${start}–${end}.`,
  usualWeekday: (group, weekdays, start, end) =>
    `${capital(group)} träffas vanligtvis på ${weekdays}, kl. ${start}–${end}.`,
  noUsual: (group) => `Mötestider för ${group} anges inte i planen.`,
  howOftenUnknown: (of, isGroup) => `Hur ofta ${of} ${isGroup ? 'träffas' : 'hålls'} anges inte i planen.`,
  partnersUnknown: (of) => `Vilka som arrangerar ${of} tillsammans med kommunerna anges inte i planen.`,
  notStated: (what, of) => `${what} för ${of} anges inte i planen.`,
  membersOf: (group, members) => `${capital(group)}: ${members}`,
  municipalitiesIn: (group, names, count) =>
    `${several(count, 'En kommun', `${count} kommuner`)} är med i ${group}: ${names}.`,
  networkFor: (name, areas) => `Nätverket för ${areas} är ${name}.`,
  groupList: (count) => `Planen nämner ${count} grupper, nätverk och projekt:`,
  networkList: (count) => `Planen nämner ${count} nätverk:`,
  noNetwork: 'Det finns inget nätverk för det i planen: jag hittar inga som passar.',

  conferenceIs: (name, when, at, past) => `${capital(name)} ${past ? 'var' : 'är'} ${when}${spaced(at)}.`,
  conferenceSeason: (name, when) => `${capital(name)} arrangeras ${when}. Något exakt datum står inte i planen.`,
  conferenceNoDate: (name, year) => `Datum för ${name}${spaced(year)} anges inte i planen.`,
  conferenceList: (count) => `${count} ${several(count, 'konferens', 'konferenser')} i planen:`,
  noConferences: (scope) => `Jag hittar inga konferenser${spaced(scope)} i planen.`,
  hostIs: (hosts, count, name, year, tense) =>
    `${hosts} ${tense === 'past' ? 'var' : 'är'} ${count === 1 ? 'värd' : 'värdar'} för ${name} ${year}.`,
  otherHosts: (document, hosts, count, name, year) =>
    `${document} säger något annat: ${hosts} som ${count === 1 ? 'värd' : 'värdar'} för ${name} ${year}. Den nyaste planen gäller.`,
  hostUnknown: (name, year, span) =>
    `Vem som är värd för ${name} ${year} står inte i planen. Turordningen omfattar ${span}.`,
  hostYears: (municipality, turns) => `${municipality} är värd för ${turns}.`,
  hostTurn: (name, year, together) => `${name} ${year}${together === '' ? '' : ` (tillsammans med ${together})`}`,
  hostNever: (municipality, name, span) => `${municipality} finns inte med i turordningen för ${name} (${span}).`,
  hostCheck: (yes, rest) => `${yes ? 'Ja' : 'Nej'}, ${rest}`,
  rotation: (name, span) => `Värdkommuner för ${name}${spaced(span)}:`,
  hostCount: (municipality, count) => `${municipality} är värd ${count} ${several(count, 'gång', 'gånger')}.`,
  hostNumber: (name, count, one) => `${capital(name)} har ${count} ${one ? 'värdkommun' : 'värdkommuner'} varje år.`,
  noHosts: (name) => `Värdkommuner för ${name} anges inte i planen.`,
  noMoreHosts: (name, span) => `Fler värdar för ${name} står inte i planen: turordningen omfattar ${span}.`,
  partnersOf: (name, partners) => `${capital(name)} arrangeras av kommunerna tillsammans med ${partners}.`,

  responsibleFor: (names, count, activity) => `${names} ${several(count, 'ansvarar', 'ansvarar')} för ${activity}.`,
  nobodyResponsible: (activity) => `Vem som ansvarar för ${activity} anges inte i planen.`,
  scheduleOf: (activity, when) => `${activity}: ${when}, enligt planen.`,
  noSchedule: (activity) => `Tiden för ${activity} anges inte i planen.`,
  costOf: (activity, amount, wording) =>
    `${activity} kostar ${amount}${wording === null ? '' : ` (i planen: ”${wording}”)`}.`,
  noCost: (activity) => `Kostnaden för ${activity} anges inte i planen: uppgift saknas.`,
  noStatus: (activity, when) => `Ingen status är rapporterad för ${activity}. Enligt planen: ${when}.`,
  statusOf: (activity, status) => stopped(`${activity} är ${status}`),
  goalOf: (activity, objective, area) => `${activity} hör till delmålet ”${objective}” inom ${area}.`,
  involved: (who, activity, yes, others) =>
    yes
      ? `Ja, ${who} är ansvarig för ${activity} (ansvariga: ${others}).`
      : `Nej, ${who} är inte ansvarig för ${activity}. Ansvarig: ${others}.`,
  activityCount: (count, scope) => `${count} ${several(count, 'aktivitet', 'aktiviteter')}${spaced(scope)}.`,
  activityList: (count, scope) => `${count} ${several(count, 'aktivitet', 'aktiviteter')}${spaced(scope)}:`,
  noActivities: (scope) => `Jag hittar inga aktiviteter${spaced(scope)} i planen.`,
  noStatuses:
    'Ingen status är rapporterad ännu för någon aktivitet, så jag vet inte. Planen själv anger bara när de ska göras.',
  statusAsked: (status) => `som är ${status}`,
  sumOf: (scope, sum, withAmount, total) =>
    withAmount === total
      ? `Sammanlagt ${sum} för ${total} ${several(total, 'aktivitet', 'aktiviteter')}${spaced(scope)}.`
      : `Minst ${sum} för aktiviteterna${spaced(scope)}: ${total - withAmount} av ${total} saknar belopp.`,
  noSum: (scope, total) =>
    `Belopp anges inte i planen för aktiviteterna${spaced(scope)} (${total} ${several(total, 'aktivitet', 'aktiviteter')}).`,
  dearest: (activity, amount) => `Dyrast är ${activity}: ${amount}.`,
  cheapest: (activity, amount) => `Lägst angivna kostnad har ${activity}: ${amount}.`,
  scope: {
    of: (names) => `som ${names} ansvarar för`,
    in: (names) => `inom ${names}`,
    ongoing: 'som är löpande',
    asNeeded: 'som görs vid behov',
    unspecified: 'utan angiven tid',
    dated: 'med angiven tid',
    withCost: 'med angiven kostnad',
    withoutCost: 'utan angiven kostnad',
    withoutStatus: 'utan rapporterad status',
    alone: 'på egen hand',
    nobody: 'utan ansvarig',
    atLeast: (amount, exclusive) => `för ${exclusive ? 'mer än' : 'minst'} ${amount}`,
    atMost: (amount, exclusive) => `för ${exclusive ? 'mindre än' : 'högst'} ${amount}`,
  },
  partyCounts: (most, names, count) => `${most ? 'Flest' : 'Färst'} aktiviteter har ${names}: ${count}.`,
  activitiesShort: (count) => `${count} ${several(count, 'aktivitet', 'aktiviteter')}`,
  whichActivity: 'Jag hittar flera som passar. Vilken menar du?',
  lens: (municipality, scope) => `Det här ligger på ${municipality}${spaced(scope)}:`,
  noLens: (municipality, scope) => `Jag hittar inga uppgifter om ${municipality}${spaced(scope)} i planen.`,

  roleIs: (role, group, person, home, term, past) =>
    `${capital(role)} i ${group} ${past ? 'var' : 'är'} ${person}${home === null ? '' : `, ${home}`}${term === '' ? '' : ` (${term})`}.`,
  term: (from, until) =>
    [...(from === null ? [] : [`fr.o.m. ${from}`]), ...(until === null ? [] : [`t.o.m. ${until}`])].join(' '),
  roleUntil: (person, role, group, term) => `${person} är ${role} i ${group} ${term}.`,
  roleUnknown: (role, group) => `Någon ${role} för ${group} anges inte i planen.`,
  notGiven: 'anges inte i planen',
  noRole: 'Det står inte i planen.',
  personFrom: (person, municipality) => `${person} kommer från ${municipality}.`,
  personUnknownHome: (person) => `Kommun för ${person} anges inte i planen.`,
  personResponsible: (person, activities) => `${person} är ansvarig för ${activities}.`,
  municipalityList: (count, names) => `${count} kommuner samarbetar: ${names}.`,
  memberCheck: (name) => `Ja, ${name} är en av kommunerna i samarbetet.`,

  areaList: (count) => `${count} områden:`,
  goalCount: (count, level, scope) =>
    `${count} ${level === 'areas' ? 'områden' : level === 'goals' ? several(count, 'mål', 'mål') : several(count, 'delmål', 'delmål')}${spaced(scope)}.`,
  goalsIn: (area) => `Mål inom ${area}:`,
  objectivesIn: (area) => `Delmål inom ${area}:`,
  goalList: (count, level) => `${count} ${level === 'goals' ? 'mål' : 'delmål'}:`,
  noGoals: 'Jag hittar inga sådana mål i planen.',
  budgetTotal: (year, income, cost, balanced) =>
    balanced
      ? `Budgeten för ${year} är ${income} (intäkter och kostnader lika stora).`
      : `Budgeten för ${year}: intäkter ${income}, kostnader ${cost}.`,
  budgetLine: (title, amount, approximate) => `${title}: ${approximate ? 'cirka ' : ''}${amount}.`,
  budgetLines: (what, sum, year) =>
    what === 'income'
      ? `Intäkterna ${year} är ${sum}:`
      : what === 'costs'
        ? `Kostnaderna ${year} är ${sum}:`
        : `Budgeten ${year} omsluter ${sum}:`,
  budgetExtreme: (largest, title, amount, approximate) =>
    `${largest ? 'Största' : 'Minsta'} kostnaden är ${title}: ${approximate ? 'cirka ' : ''}${amount}.`,
  shareOf: (title, percent, amount, total) => `${title} är ${percent}: ${amount} av ${total}.`,
  noBudget: (year) => `Det finns ingen budget för ${year} i planen.`,
  fee: (amount) => `Kommunerna betalar ${amount} per invånare och år.`,
  feeDecision: (amount, day, by, from) =>
    `Avgiften, ${amount} per invånare och år, beslutades ${day} av ${by} och gäller från ${from}.`,
  approximately: 'cirka',

  month: 'Månad',
  year: 'År',
  now: (month) => `${month} (nu)`,
  thisYear: (year) => `${year} (i år)`,
  ofAll: (count, all) => `${count} av ${all}`,
  statusOverview: (count, reported, scope) =>
    `Status är rapporterad för ${reported} av ${count} ${several(count, 'aktivitet', 'aktiviteter')}${spaced(scope)}.`,
  agenda: (scope) => `Det här händer${spaced(scope)}:`,
  ahead: 'framöver',
  noAgenda: (scope, content) =>
    `Jag hittar inga ${{ all: 'möten, konferenser eller aktiviteter', calendar: 'möten eller konferenser', activities: 'aktiviteter' }[content]}${spaced(scope)} i planen.`,
  calendarHeading: 'Möten och konferenser',
  activitiesHeading: 'Aktiviteter',
  hostingHeading: 'Värdskap',
  rolesHeading: 'Uppdrag',
  more: (count) => `… och ${count} till`,

  appendices: (count) => `Planen har ${count} bilagor:`,
  appendixIs: (number, title) => `Bilaga ${number}: ${title}.`,
  noAppendix: (number) => `Någon bilaga ${number} finns inte.`,
  documentIs: (title, year) => `${title} gäller ${year}.`,
  oddities: (count) => `${count} saker i planen är värda att känna till:`,
  missing: (places, dates, costs, activities) =>
    `Det här saknas i planen: ${places} ${several(places, 'möte', 'möten och konferenser')} utan plats, ${dates} ${several(dates, 'konferens', 'konferenser')} utan datum och ${costs} av ${activities} aktiviteter utan kostnad.`,
  missingPlaces: (count) =>
    `${count} ${several(count, 'möte eller konferens', 'möten och konferenser')} saknar plats i planen:`,
  noMissingPlaces: 'Alla möten har en plats i planen.',
  planSays: (title) => `${title}:`,

  helpThemes: ({ group, municipality, activity, month }) => [
    ['Möten och konferenser', `”När är nästa möte med ${group}?”, ”Vad händer i ${month}?”, ”Visa året”`],
    ['Värdskap', '”Vem är värd i år?”, ”Visa rotationen”'],
    ['Aktiviteter', `”Vad ansvarar ${municipality} för?”, ”Vad kostar ${activity}?”, ”Visa status”`],
    ['Nätverk, mål och budget', '”Vilka nätverk finns?”, ”Hur stor är budgeten?”'],
    ['Ändringar', '”Vad har ändrats sedan sist?”'],
    ['Påminnelser', `”Påminn mig en vecka innan ${group} ses”, ”Mina påminnelser”`],
    ['Kalender', '”Lägg nästa möte i min kalender”, ”Ge mig en kalenderlänk”'],
  ],
  helpMember:
    'Ändra i planen kan bara sekretariatet. Är något fel, hör av dig dit. ”Vad får jag göra?” visar vad du får.',
  help: (group) =>
    `Fråga mig om planen som du skulle fråga en kollega, till exempel: ”När är nästa möte med ${group}?”. Följdfrågor går bra.`,
  talk: {
    greeting:
      'Hej! Jag kan svara på frågor om möten, värdskap, aktiviteter, nätverk, mål och budget. Vad vill du veta?',
    thanks: 'Varsågod! Säg till om du undrar något mer.',
    farewell: 'Hej då! Fråga gärna igen.',
    'who-are-you':
      'Jag är en bot som svarar på frågor om verksamhetsplanen. Allt jag säger kommer ur planen, med källa.',
    'how-are-you': 'Tack, bara bra! Vad vill du fråga om planen?',
    agree: 'Bra. Säg till om du har fler frågor.',
    decline: 'Okej. Säg till om du har fler frågor.',
    praise: 'Tack! Fråga gärna mer.',
    complaint:
      'Det var tråkigt att höra. Försök gärna fråga på ett annat sätt, eller fråga sekretariatet. Jag kan bara svara på det som står i planen.',
    empty: 'Skriv en fråga om planen, så svarar jag. Till exempel: ”När är nästa möte?”',
  },
  today: (day, week) => `I dag är det ${day}, vecka ${week}.`,
  welcome: (cooperation) =>
    `Hej! Jag svarar på frågor om ${cooperation}: möten, värdskap, aktiviteter, nätverk, mål och budget. Varje svar har en källa i planen. Prova en av frågorna här under, eller skriv din egen.`,
  notInPlan: 'Det hittar jag inte i planen.',
  notInPlanWords: (words) => `Det hittar jag inte i planen. Den säger inget om ${words}.`,
  unsure: (words) =>
    `Jag är inte säker på att jag förstod frågan rätt${words === null ? '' : `: ${words} känner jag inte igen`}.`,
  tooLong: 'Det där var långt för mig. Jag hittar inte frågan i texten: skriv den i en eller två meningar.',
  cannotWrite:
    'Det kan jag inte göra härifrån, eller så förstod jag inte vad du menade. Ingenting har ändrats. Fråga ”vad får jag göra?”, så visar jag vad som går, eller hör av dig till sekretariatet.',
  apology: (reference) =>
    `Något gick fel hos mig, och jag kan inte svara just nu. Försök igen om en stund. Händer det igen, hälsa sekretariatet referensen ${reference}.`,
  updated: (time) => `Uppdaterad ${time}`,
  nothingFound: (text) =>
    `Inget i planen passar ”${text}”. Sök på ett möte, en aktivitet, en värdkommun eller ett nätverk.`,
  tooMany: 'Nu kom det fler meddelanden än jag hinner svara på. Ge mig en minut, så är jag med igen.',
  canAsk: 'Fråga gärna om möten, värdskap, aktiviteter, nätverk, mål eller budget.',
  or: 'eller',
  buttons: {
    more: (rest) => `Visa fler (${rest})`,
    latestMeeting: 'Senaste mötet',
    nextMeeting: 'Nästa möte',
    after: 'Mötet efter det',
    upcoming: 'Alla kommande möten',
    rotation: (name) => (name === null ? 'Vilka är värdar?' : `Värdar för ${name}`),
    when: (name) => `När är ${name}?`,
    about: (name) => `Om ${name}`,
    responsible: 'Vem ansvarar?',
    schedule: 'När?',
    cost: 'Vad kostar det?',
    details: 'Berätta mer',
    hostWhen: (municipality) => `När är ${municipality} värd?`,
    budgetLines: 'Visa hela budgeten',
    municipality: (name) => `Vad ligger på ${name}?`,
    networks: 'Vilka nätverk finns?',
    agenda: 'Vad händer framöver?',
    tab: 'Visa i fliken',
  },
};
