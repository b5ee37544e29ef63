// The sheets of a plan as a workbook: a sheet a kind of record, a column a field, told in Swedish as secretaries write.
import type { Path } from './record-file.ts';
import type { Fields, Kind } from './records.ts';

/** What the cells of a column hold. */
export type CellType =
  | { readonly kind: 'text' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'number' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  /** A year, a month or a day. */
  | { readonly kind: 'term' }
  /** A value by what it is called. */
  | { readonly kind: 'choice'; readonly words: Readonly<Record<string, string>>; readonly isNumber?: true }
  /** Another record, by name or id. */
  | { readonly kind: 'ref'; readonly to: Kind }
  /** Several, with ";" between. */
  | { readonly kind: 'refs'; readonly to: Kind }
  | { readonly kind: 'parties' }
  | { readonly kind: 'texts' }
  /** Numbers of months. */
  | { readonly kind: 'months' };

export interface Column {
  readonly heading: string;
  /** Where its value stands in a record as it is written. */
  readonly path: Path;
  readonly type: CellType;
  /** In characters. */
  readonly width: number;
  /** What to write, and what happens where nothing is. */
  readonly help: string;
  readonly isNeeded?: true;
}

/** Columns that come again for the second and third of something, with their number in the heading. */
export interface Repeated {
  readonly path: string;
  readonly columns: readonly Column[];
  /** How many an empty template has. */
  readonly least: number;
}

export interface SheetShape {
  readonly title: string;
  readonly kind: Kind;
  /** One sentence on what stands there. */
  readonly about: string;
  readonly columns: readonly Column[];
  readonly repeated: readonly Repeated[];
  /** The records of the kind that stand there, where there are two sheets for it. */
  readonly holds?: (fields: Fields) => boolean;
  /** What every record of it has and no column says. */
  readonly fixed?: Fields;
}

const text = { kind: 'text' } as const;

function column(heading: string, path: string, type: CellType, width: number, help: string): Column {
  return { heading, path: path.split('.'), type, width, help };
}

function needed(heading: string, path: string, type: CellType, width: number, help: string): Column {
  return { ...column(heading, path, type, width, help), isNeeded: true };
}

/** A text and its English translation. */
function both(heading: string, path: string, width: number, help: string, isNeeded = false): Column[] {
  const swedish = (isNeeded ? needed : column)(heading, `${path}.sv`, text, width, help);
  return [swedish, column(`${heading} (engelska)`, `${path}.en`, text, width, 'Översättning; får utelämnas.')];
}

const id = column(
  'Id',
  'id',
  text,
  22,
  'Lämna tomt på nya rader. Ändra aldrig ett id: kalendrar och påminnelser följer det.',
);
const aliases = column(
  'Andra namn',
  'aliases',
  { kind: 'texts' },
  24,
  'Namn som folk skriver i chatten, med semikolon emellan.',
);
const sourced: readonly Column[] = [
  column(
    'Källa',
    'source.place',
    text,
    22,
    'Var det står i dokumentet. Tomt: bladets namn. ”-”: inget dokument har det.',
  ),
  column('Dokument', 'source.document', { kind: 'ref', to: 'documents' }, 22, 'Tomt: det dokument som gäller året.'),
];

const noteFields = {
  date: 'datum',
  time: 'tid',
  place: 'plats',
  responsible: 'ansvarig',
  cost: 'kostnad',
  schedule: 'när',
  name: 'namn',
  count: 'antal',
  amount: 'belopp',
  text: 'text',
};
const notes: Repeated = {
  path: 'notes',
  least: 1,
  columns: [
    column('Anmärkning om', 'about', { kind: 'choice', words: noteFields }, 16, 'Vad anmärkningen gäller.'),
    ...both('Anmärkning', 'text', 30, 'Det som den som läser svaret bör veta: motsägelser, luckor.'),
  ],
};

const months = { kind: 'months' } as const;
const seasons = { spring: 'vår', summer: 'sommar', autumn: 'höst', winter: 'vinter' };
const schedules = {
  date: 'datum',
  range: 'period',
  months: 'månader',
  season: 'årstid',
  ongoing: 'löpande',
  'as-needed': 'vid behov',
};
const when: readonly Column[] = [
  column('När', 'schedule.kind', { kind: 'choice', words: schedules }, 12, 'Tomt: planen säger inget.'),
  column('Från', 'schedule.from', { kind: 'date' }, 12, 'Dagen, eller periodens första dag.'),
  column('Till', 'schedule.to', { kind: 'date' }, 12, 'Periodens sista dag.'),
  column('Lunch till lunch', 'schedule.lunchToLunch', { kind: 'yes' }, 10, 'ja, om det börjar och slutar vid lunch.'),
  column('Månader', 'schedule.months', months, 12, 'Månadernas nummer, till exempel 4; 7.'),
  column('Årstid', 'schedule.season', { kind: 'choice', words: seasons }, 10, 'För årstid.'),
  column('Årtal', 'schedule.year', { kind: 'whole' }, 8, 'För månader och årstid. Tomt: planens år.'),
  column('När, planens ord', 'schedule.wording', text, 18, 'Som planen skriver det, till exempel ”hösten”.'),
];
const where: readonly Column[] = [
  column('Plats', 'place.name', text, 18, 'Kommun eller lokal. Tomt: okänd.'),
  column(
    'Platsens kommun',
    'place.municipality',
    { kind: 'ref', to: 'municipalities' },
    16,
    'Behövs bara för en lokal. ”-”: ingen kommun.',
  ),
];
const hours: readonly Column[] = [
  column('Starttid', 'hours.start', { kind: 'time' }, 9, 'Tomt: gruppens vanliga tid. ”-”: tiden är inte bestämd.'),
  column('Sluttid', 'hours.end', { kind: 'time' }, 9, 'Tomt: gruppens vanliga tid.'),
];
const cancelled = column('Inställt', 'cancelled', { kind: 'yes' }, 9, 'ja, om det är inställt.');
const year = (help: string): Column => column('År', 'year', { kind: 'whole' }, 8, help);

const groupKinds = {
  committee: 'kommitté',
  management: 'ledningsgrupp',
  secretariat: 'kansli',
  network: 'nätverk',
  cooperation: 'samarbete',
  project: 'projekt',
  officials: 'tjänstemän',
};
export const weekdays = { 1: 'måndag', 2: 'tisdag', 3: 'onsdag', 4: 'torsdag', 5: 'fredag', 6: 'lördag', 7: 'söndag' };

const groupColumns: readonly Column[] = [
  ...both('Namn', 'name', 28, 'Gruppens namn.', true),
  ...both('I löpande text', 'definite', 24, 'Bestämd form med liten bokstav: ”samverkansrådet”.', true),
  aliases,
  ...both('Syfte', 'purpose', 40, 'Vad gruppen är till för.'),
  ...both('Ledamöter', 'members', 30, 'Vilka som är med, i några ord.'),
  ...both('Hur ofta', 'frequency', 20, 'Till exempel ”sex gånger om året”.'),
  column(
    'Kommuner',
    'municipalities',
    { kind: 'refs', to: 'municipalities' },
    24,
    'De som är med, om planen säger det.',
  ),
  column('Områden', 'areas', { kind: 'refs', to: 'areas' }, 20, 'Som gruppen arbetar med.'),
  column('Mål', 'goals', { kind: 'refs', to: 'goals' }, 20, 'Som gruppen arbetar för.'),
  column('Konferenser', 'conferences', { kind: 'refs', to: 'conferences' }, 20, 'Som gruppen arbetar med.'),
  column(
    'Mötesdag',
    'pattern.weekday',
    { kind: 'choice', words: weekdays, isNumber: true },
    11,
    'Den vanliga veckodagen.',
  ),
  column('Mötesstart', 'pattern.start', { kind: 'time' }, 10, 'Den vanliga tiden.'),
  column('Mötesslut', 'pattern.end', { kind: 'time' }, 10, 'Den vanliga tiden.'),
  column('Säte', 'seat.municipality', { kind: 'ref', to: 'municipalities' }, 14, 'Kommunen där gruppen är placerad.'),
  ...both('Säte, text', 'seat.text', 24, 'Placering och anställning, i planens ord.'),
];

/** In the order of their tabs: first what is written anew each year. */
export const sheets: readonly SheetShape[] = [
  {
    title: 'Möten',
    kind: 'meetings',
    about: 'Gruppernas möten, ett på varje rad.',
    columns: [
      id,
      needed('Grupp', 'group', { kind: 'ref', to: 'groups' }, 28, 'Vilken grupp som möts.'),
      needed('Datum', 'from', { kind: 'date' }, 12, 'Mötets dag, eller första dag.'),
      column('Till', 'to', { kind: 'date' }, 12, 'Sista dagen, om mötet är längre än en dag.'),
      ...hours,
      ...where,
      column(
        'Slag',
        'kind',
        { kind: 'choice', words: { meeting: 'möte', 'planning-conference': 'planeringskonferens' } },
        20,
        'Tomt: möte.',
      ),
      column('Lunch till lunch', 'lunchToLunch', { kind: 'yes' }, 10, 'ja, om det börjar och slutar vid lunch.'),
      ...both('Rubrik', 'title', 22, 'Ett eget namn, om mötet har ett.'),
      cancelled,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Aktiviteter',
    kind: 'activities',
    about: 'Handlingsplanens rader.',
    columns: [
      id,
      needed('Delmål', 'objective', { kind: 'ref', to: 'objectives' }, 34, 'Det delmål som aktiviteten hör till.'),
      ...both('Aktivitet', 'title', 50, 'Som planen skriver den.', true),
      ...both('Kort namn', 'short', 24, 'Två till fem ord, för listor och knappar.', true),
      aliases,
      column(
        'Ansvariga',
        'responsible',
        { kind: 'parties' },
        30,
        'Kommuner, grupper och personer, med semikolon emellan.',
      ),
      column('Ansvariga, planens ord', 'responsibleWording', text, 24, 'Om planen skriver det med andra ord.'),
      ...when,
      column('Kostnad', 'cost.amount', { kind: 'whole' }, 11, 'I hela kronor.'),
      column('Kostnad, planens ord', 'cost.wording', text, 14, 'Till exempel ”25 tkr”.'),
      ...both('Kommentar', 'comment', 30, 'Planens kommentar.'),
      column(
        'Status',
        'status.status',
        {
          kind: 'choice',
          words: {
            planned: 'planerad',
            ongoing: 'pågår',
            done: 'klar',
            delayed: 'försenad',
            paused: 'pausad',
            cancelled: 'inställd',
          },
        },
        11,
        'Den senast rapporterade. Tomt: den som boten känner till står kvar.',
      ),
      column('Statuskommentar', 'status.comment', text, 24, 'Det som rapporterades.'),
      column('Statusdag', 'status.on', { kind: 'date' }, 12, 'Dagen då det rapporterades.'),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Värdskap',
    kind: 'hostings',
    about: 'Vilka kommuner som är värd för vilken konferens, år för år.',
    columns: [
      needed('Konferens', 'conference', { kind: 'ref', to: 'conferences' }, 28, 'Vilken konferens.'),
      year('Tomt: planens år.'),
      needed(
        'Värdar',
        'hosts',
        { kind: 'refs', to: 'municipalities' },
        30,
        'En eller flera kommuner, i planens ordning.',
      ),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Grupper',
    kind: 'groups',
    about: 'Kommitté, ledningsgrupp, kansli och andra grupper som inte är nätverk.',
    holds: ({ kind }) => kind !== 'network',
    columns: [
      id,
      needed('Slag', 'kind', { kind: 'choice', words: groupKinds }, 14, 'Vad för slags grupp det är.'),
      ...groupColumns,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Nätverk',
    kind: 'groups',
    about: 'Nätverken.',
    holds: ({ kind }) => kind === 'network',
    fixed: { kind: 'network' },
    columns: [id, ...groupColumns, ...sourced],
    repeated: [notes],
  },
  {
    title: 'Roller',
    kind: 'roles',
    about: 'Ordförande, nätverksledare och andra uppdrag.',
    columns: [
      needed('Grupp', 'group', { kind: 'ref', to: 'groups' }, 28, 'I vilken grupp.'),
      needed(
        'Roll',
        'role',
        {
          kind: 'choice',
          words: { chair: 'ordförande', 'vice-chair': 'vice ordförande', lead: 'ledare', contact: 'kontaktperson' },
        },
        16,
        'Vilket uppdrag.',
      ),
      needed(
        'Person',
        'person',
        { kind: 'ref', to: 'people' },
        24,
        'Namnet. Den som är ny läggs också till på bladet Personer.',
      ),
      column('Från', 'from', { kind: 'term' }, 12, 'År, månad eller dag: 2020, 2020-01 eller 2020-01-15.'),
      column('Till', 'until', { kind: 'term' }, 12, 'År, månad eller dag.'),
      ...both('Tid, planens ord', 'term', 22, 'Till exempel ”under 2020”.'),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Budget',
    kind: 'budgetLines',
    about: 'Budgetens poster.',
    columns: [
      id,
      year('Tomt: planens år.'),
      needed(
        'Slag',
        'kind',
        { kind: 'choice', words: { income: 'intäkt', cost: 'kostnad' } },
        10,
        'Intäkt eller kostnad.',
      ),
      ...both('Post', 'title', 34, 'Som budgeten skriver den.', true),
      needed('Belopp', 'amount', { kind: 'whole' }, 12, 'I hela kronor.'),
      column('Ungefär', 'approximate', { kind: 'yes' }, 9, 'ja, om planen skriver ”ca”.'),
      column(
        'Till kommun',
        'municipality',
        { kind: 'ref', to: 'municipalities' },
        16,
        'Den kommun som får betalt, om planen nämner någon.',
      ),
      aliases,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Budgetsummor',
    kind: 'budgetTotals',
    about: 'Summorna som de är tryckta, även om posterna blir något annat.',
    columns: [
      year('Tomt: planens år.'),
      needed('Intäkter', 'income', { kind: 'whole' }, 12, 'I hela kronor.'),
      needed('Kostnader', 'cost', { kind: 'whole' }, 12, 'I hela kronor.'),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Avgifter',
    kind: 'fees',
    about: 'Vad kommunerna betalar till samarbetet.',
    columns: [
      year('Tomt: planens år.'),
      needed('Kronor per invånare', 'perInhabitant', { kind: 'number' }, 12, 'Per invånare och år.'),
      needed('Beslutad', 'decidedOn', { kind: 'date' }, 12, 'Dagen för beslutet.'),
      needed('Beslutad av', 'decidedBy', { kind: 'ref', to: 'groups' }, 24, 'Gruppen som beslutade.'),
      needed('Gäller från', 'validFrom', { kind: 'date' }, 12, 'Första dagen.'),
      ...both('Text', 'text', 40, 'Vad planen säger om avgiften.', true),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Dokument',
    kind: 'documents',
    about: 'Planen som dokument: en rad för varje års plan som filen innehåller.',
    columns: [
      id,
      needed('År', 'year', { kind: 'whole' }, 8, 'Det år som planen gäller.'),
      ...both('Titel', 'title', 34, 'Till exempel ”Verksamhetsplan 2020”.', true),
    ],
    repeated: [
      {
        path: 'appendices',
        least: 1,
        columns: [
          column('Bilagans nummer', 'number', { kind: 'whole' }, 10, 'Nummer på en bilaga.'),
          ...both('Bilagans titel', 'title', 24, 'Titel på bilagan.'),
        ],
      },
    ],
  },
  {
    title: 'Personer',
    kind: 'people',
    about: 'De som har uppdrag eller ansvar i planen.',
    columns: [
      id,
      needed('Namn', 'name', text, 28, 'För- och efternamn.'),
      aliases,
      column(
        'Kommun',
        'municipality',
        { kind: 'ref', to: 'municipalities' },
        18,
        'Personens kommun, om planen säger den.',
      ),
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Konferenser',
    kind: 'conferences',
    about: 'Konferenser som kommer tillbaka.',
    columns: [
      id,
      ...both('Namn', 'name', 28, 'Konferensens namn.', true),
      ...both('I löpande text', 'definite', 24, 'Bestämd form: ”framtidsdagen”.', true),
      ...both('Om', 'about', 40, 'Vad konferensen är, i en mening.', true),
      aliases,
      ...both('Hur ofta', 'frequency', 20, 'Till exempel ”vartannat år”.'),
      ...both('Arrangörer', 'organisers', 30, 'Vilka som arrangerar den, i planens ord.'),
      ...both('Deltagare', 'participants', 30, 'Vilka den är till för.'),
      ...both('Tema', 'theme', 24, 'Om planen nämner något.'),
      column('Ansvarig grupp', 'responsible', { kind: 'ref', to: 'groups' }, 24, 'Om ingen kommun är värd.'),
      ...sourced,
    ],
    repeated: [
      {
        path: 'partners',
        least: 1,
        columns: both('Medarrangör', '', 24, 'En organisation som är med och arrangerar.'),
      },
      notes,
    ],
  },
  {
    title: 'Konferenstillfällen',
    kind: 'occasions',
    about: 'När och var en konferens hålls.',
    columns: [
      id,
      needed('Konferens', 'conference', { kind: 'ref', to: 'conferences' }, 28, 'Vilken konferens.'),
      year('Tomt: planens år.'),
      ...when,
      column('Starttid', 'hours.start', { kind: 'time' }, 9, 'Tomt: ingen har sagt.'),
      column('Sluttid', 'hours.end', { kind: 'time' }, 9, 'Tomt: ingen har sagt.'),
      ...where,
      ...both('Rubrik', 'title', 22, 'Ett eget namn, om tillfället har ett.'),
      cancelled,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Områden',
    kind: 'areas',
    about: 'Områdena som målen hör till.',
    columns: [
      id,
      needed(
        'Del',
        'branch',
        { kind: 'choice', words: { regional: 'regional utveckling', operations: 'kommunernas verksamhet' } },
        22,
        'Vilken halva av samarbetet.',
      ),
      ...both('Namn', 'name', 28, 'Områdets namn.', true),
      aliases,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Mål',
    kind: 'goals',
    about: 'Målen.',
    columns: [
      id,
      needed('Område', 'area', { kind: 'ref', to: 'areas' }, 24, 'Området som målet hör till.'),
      ...both('Mål', 'title', 50, 'Som planen skriver det.', true),
      aliases,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Delmål',
    kind: 'objectives',
    about: 'Delmålen.',
    columns: [
      id,
      column('Mål', 'goal', { kind: 'ref', to: 'goals' }, 34, 'Målet som delmålet hör till.'),
      column('Område', 'area', { kind: 'ref', to: 'areas' }, 24, 'Bara om delmålet hör direkt till ett område.'),
      ...both('Delmål', 'title', 50, 'Som planen skriver det.', true),
      aliases,
      ...sourced,
    ],
    repeated: [notes],
  },
  {
    title: 'Avsnitt',
    kind: 'sections',
    about: 'Planens text: vision, syfte, principer.',
    columns: [
      id,
      needed(
        'Slag',
        'kind',
        {
          kind: 'choice',
          words: {
            vision: 'vision',
            purpose: 'syfte',
            principles: 'principer',
            'working-methods': 'arbetsformer',
            programme: 'program',
            text: 'text',
          },
        },
        14,
        'Vad avsnittet handlar om.',
      ),
      ...both('Rubrik', 'title', 28, 'Avsnittets rubrik.', true),
      aliases,
      ...sourced,
    ],
    repeated: [
      { path: 'text', least: 3, columns: both('Stycke', '', 40, 'Ett stycke eller en punkt i en lista.') },
      notes,
    ],
  },
  {
    title: 'Kommuner',
    kind: 'municipalities',
    about: 'Kommunerna som samarbetar.',
    columns: [
      id,
      needed('Namn', 'name', text, 24, 'Kommunens namn.'),
      aliases,
      column('E-postdomän', 'emailDomain', text, 20, 'Det som står efter @.'),
    ],
    repeated: [],
  },
  {
    title: 'Region',
    kind: 'region',
    about: 'Regionen själv; ändras inte genom en fil i chatten.',
    columns: [
      needed('Id', 'id', text, 18, 'Ändras aldrig.'),
      needed('Namn', 'name', text, 24, 'Regionens namn.'),
      ...both('Samarbetet', 'cooperation', 28, 'Samarbetets namn.', true),
      ...both('Alla kommuner', 'everyone', 28, 'Vad kommunerna kallas tillsammans.', true),
      aliases,
      column(
        'Grannkommuner',
        'neighbours',
        { kind: 'texts' },
        24,
        'Kommuner i närheten som inte är med, med semikolon emellan.',
      ),
      needed('Tidszon', 'timeZone', text, 20, 'Till exempel Europe/Stockholm.'),
    ],
    repeated: [],
  },
];

/** A repeated column in full: its heading with its number where it is not the first, its path with its place. */
export function nth({ path, columns }: Repeated, index: number): Column[] {
  return columns.map((one) => ({
    ...one,
    heading: index === 0 ? one.heading : one.heading.replace(/(?= \(engelska\)$)|$/, ` ${index + 1}`),
    path: [path, index, ...one.path.filter((key) => key !== '')],
  }));
}
