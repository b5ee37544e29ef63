// The time words of Swedish, and the shape that the table of every language has.
import type { Season } from '../plan/schedule.ts';

export const units = ['day', 'week', 'weekend', 'month', 'quarter', 'half', 'term', 'year'] as const;
export type Unit = (typeof units)[number];

export const parts = ['start', 'middle', 'end'] as const;
export type Part = (typeof parts)[number];

/** Days and short stretches with a name of their own, the working year's turns and the summer vacation included. */
export const feasts = [
  'newYearsDay',
  'epiphany',
  'maundyThursday',
  'goodFriday',
  'easterEve',
  'easter',
  'easterSunday',
  'easterMonday',
  'walpurgis',
  'mayDay',
  'ascension',
  'whitsun',
  'nationalDay',
  'midsummerEve',
  'midsummer',
  'midsummerDay',
  'schoolEnd',
  'halfTurn',
  'vacation',
  'schoolStart',
  'allSaints',
  'lucia',
  'christmasEve',
  'christmas',
  'christmasDay',
  'boxingDay',
  'betweenDays',
  'newYearsEve',
  'newYear',
  'yearTurn',
] as const;
export type Feast = (typeof feasts)[number];

/** Which words mean which value. Words are separated by spaces; "_" joins the words of one expression. */
export interface TimeSlots {
  readonly month: Readonly<Record<number, string>>;
  /** A single day: "torsdag", "torsdagen". ISO weekdays, Monday is 1. */
  readonly weekday: Readonly<Record<number, string>>;
  /** Any such day: "torsdagar". */
  readonly weekdays: Readonly<Record<number, string>>;
  /** After "i", the latest one; before a noun, that sort of day: "torsdags". */
  readonly weekdayPast: Readonly<Record<number, string>>;
  /** Clear on its own: "våren". */
  readonly season: Readonly<Record<Season, string>>;
  /** Needs a preposition, or a year: "vår". */
  readonly seasonName: Readonly<Record<Season, string>>;
  /** What `seasonName` is where somebody types no diacritics at all: "i host". */
  readonly seasonPlain: Readonly<Record<Season, string>>;
  readonly seasonPast: Readonly<Record<Season, string>>;
  readonly unit: Readonly<Record<Unit, string>>;
  /** More than one, none counted: "veckorna". */
  readonly units: Readonly<Record<Unit, string>>;
  /** Steps from the present one: "nästa" is 1. */
  readonly shift: Readonly<Record<number, string>>;
  /** Whole units told in one expression, by steps from the present one: "i fjol" is year -1. */
  readonly relative: Readonly<Record<Unit, Readonly<Record<number, string>>>>;
  readonly count: Readonly<Record<number, string>>;
  /** 1 to 31; -1 is the last. */
  readonly ordinal: Readonly<Record<number, string>>;
  readonly part: Readonly<Record<Part, string>>;
  readonly feast: Readonly<Record<Feast, string>>;
  /** Hours to add to a time of day: 0 before noon, 12 after. */
  readonly noon: Readonly<Record<0 | 12, string>>;
}

/** Expressions of one time whose year may still be open, each by what it means. */
export type AtomMeaning =
  | 'date'
  | 'dayOfMonth'
  | 'days'
  | 'daysTo'
  | 'numeric'
  | 'month'
  | 'monthShift'
  | 'lastDay'
  | 'year'
  | 'relative'
  | 'unitShift'
  | 'ahead'
  | 'ago'
  | 'week'
  | 'weeks'
  | 'weekday'
  | 'weekdayByTense'
  | 'weekdayShift'
  | 'weekdayPast'
  | 'season'
  | 'seasonPast'
  | 'seasonShift'
  | 'quarter'
  | 'half'
  | 'tertial'
  | 'feast'
  | 'feastShift';

/** Expressions that cut a part out of a time, or add words to it. */
export type PartMeaning =
  | 'led'
  | 'whole'
  | 'part'
  | 'rest'
  | 'soFar'
  | 'nthWeekday'
  | 'nthWeek'
  | 'nthHalf'
  | 'weekdayOfWeek'
  | 'inYear'
  | 'unitAfter'
  | 'unitBefore';

/** Expressions that stand at the top: stretches between times, weekdays in general, times of day. */
export type SpanMeaning =
  | 'ending'
  | 'monthTurn'
  | 'dayRange'
  | 'range'
  | 'dashed'
  | 'between'
  | 'before'
  | 'after'
  | 'from'
  | 'fromOn'
  | 'until'
  | 'till'
  | 'through'
  | 'since'
  | 'within'
  | 'past'
  | 'onward'
  | 'hitherto'
  | 'twoDays'
  | 'twoWeeks'
  | 'anyWeekday'
  | 'clock'
  | 'clockNoon'
  | 'halfHour'
  | 'quarterPast'
  | 'quarterTo'
  | 'noon';

/**
 * A pattern is a row of elements. "a|b": either word; "a_b": both, in this order; "=a": only with its diacritics;
 * "{slot}": one of a slot's words, or a number read in its way; "-": a dash, written or lost between the words;
 * a last "?": may be missing; "{calm}": nothing that could be a noun follows; "{end}": nothing follows in the sentence; "{plain}": nothing in the message has
 * diacritics.
 */
export type Patterns<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>;

export interface TimeWords {
  readonly slots: TimeSlots;
  readonly atoms: Patterns<AtomMeaning>;
  readonly parts: Patterns<PartMeaning>;
  readonly spans: Patterns<SpanMeaning>;
  /** Look like times and are none: "per år". */
  readonly never: readonly string[];
  /** No time when they stand alone: "may", "jan". */
  readonly shy: string;
  /** Between the members of a list: "och". */
  readonly joiners: string;
  /** Between a time and its year: "våren år 2019". */
  readonly yearLinks: string;
  /** May follow "i vår" where it means the season; a noun there makes it "in our". */
  readonly calm: string;
  /** After a number, these make it an amount. */
  readonly counted: string;
  /** Before a number, these make it a label: "punkt 12.30". */
  readonly labels: string;
  /** Found with one letter wrong, too; of five letters at least. */
  readonly mendable: string;
  /** One letter from a time word, and right as they are. */
  readonly ordinary: string;
  /** What a time word may begin when written together with it: "majmötet". Empty where the language does not compound. */
  readonly compoundTails: string;
}

export const sv: TimeWords = {
  slots: {
    month: {
      1: 'januari januaris jan',
      2: 'februari februaris feb febr',
      3: 'mars',
      4: 'april aprils apr',
      5: 'maj majs',
      6: 'juni junis jun',
      7: 'juli julis',
      8: 'augusti augustis aug',
      9: 'september septembers sep sept',
      10: 'oktober oktobers okt',
      11: 'november novembers nov',
      12: 'december decembers dec',
    },
    weekday: {
      1: 'måndag måndagen måndagens =mån',
      2: 'tisdag tisdagen tisdagens tis',
      3: 'onsdag onsdagen onsdagens ons',
      4: 'torsdag torsdagen torsdagens tors tor',
      5: 'fredag fredagen fredagens fre',
      6: 'lördag lördagen lördagens =lör',
      7: 'söndag söndagen söndagens =sön',
    },
    weekdays: {
      1: 'måndagar måndagarna',
      2: 'tisdagar tisdagarna',
      3: 'onsdagar onsdagarna',
      4: 'torsdagar torsdagarna',
      5: 'fredagar fredagarna',
      6: 'lördagar lördagarna',
      7: 'söndagar söndagarna',
    },
    weekdayPast: {
      1: 'måndags',
      2: 'tisdags',
      3: 'onsdags',
      4: 'torsdags',
      5: 'fredags',
      6: 'lördags',
      7: 'söndags',
    },
    season: {
      spring: 'våren vårens vårterminen vårterminens vårtermin vårsäsongen vt',
      summer: 'sommaren sommarens sommar',
      autumn: 'hösten höstens höstterminen höstterminens höstermin hösttermin =höst höstsäsongen ht',
      winter: 'vintern vinterns vinter',
    },
    seasonName: { spring: '=vår', summer: 'sommar', autumn: '=höst', winter: 'vinter' },
    seasonPlain: { spring: 'var', summer: 'sommar', autumn: 'host', winter: 'vinter' },
    seasonPast: { spring: 'våras', summer: 'somras', autumn: 'höstas', winter: 'vintras' },
    unit: {
      day: 'dag dagen dagar dygn dygnet dar',
      week: 'vecka veckan veckas veckans veckor',
      weekend: 'helg helgen helgens helgs veckoslut',
      month: 'månad månaden månads månadens månader',
      quarter: 'kvartal kvartalet kvartals kvartalets',
      half: 'halvår halvåret halvårs halvårets',
      term: 'termin terminen termins terminens terminer',
      year: 'år året års årets verksamhetsår verksamhetsåret kalenderår kalenderåret',
    },
    units: {
      day: 'dagarna dygnen dagar',
      week: 'veckorna veckor',
      weekend: 'helgerna',
      month: 'månaderna månader',
      quarter: 'kvartalen',
      half: 'halvåren',
      term: 'terminerna',
      year: 'åren',
    },
    shift: {
      [-1]: 'förra föregående den_förra det_förra',
      0: 'denna detta den_här det_här innevarande',
      1: 'nästa nästkommande kommande nästföljande',
    },
    relative: {
      day: {
        [-2]: 'i_förrgår iförrgår förrgår',
        [-1]: 'igår i_går gårdagens gårdagen igårkväll',
        0: 'idag i_dag dagens ikväll i_kväll i_natt inatt i_eftermiddag i_förmiddag i_morse imorse',
        1: 'imorgon i_morgon imorn imorrn imorron i_morron i_morrn i_morn imorgonbitti morgondagen morgondagens',
        2: 'övermorgon i_övermorgon iövermorgon övermorn i_övermorn',
      },
      week: { 0: 'veckan veckans i_veckan', 1: 'veckan_som_kommer', [-1]: 'veckan_som_gick veckan_som_var' },
      weekend: { 0: 'helgen helgens i_helgen i_helg', [-1]: 'helgen_som_var helgen_som_gick' },
      month: { 0: 'månaden månadens i_månaden', [-1]: 'månaden_som_gick' },
      quarter: { 0: 'kvartalet kvartalets' },
      half: { 0: 'halvåret halvårets' },
      term: { 0: 'terminen terminens' },
      year: {
        [-2]: 'förrförra_året förfjol i_förfjol förrfjol i_förrfjol året_före_ifjol året_innan_ifjol',
        [-1]: 'fjol ifjol i_fjol fjolåret fjolårets året_som_gick',
        0: 'i_år året årets iår verksamhetsåret kalenderåret budgetåret årshjulet årshjul tidslinjen tidslinje årskalendern årskalender årsöversikten årsöversikt',
      },
    },
    count: {
      1: 'en ett',
      2: 'två ett_par ett_par_tre',
      3: 'tre några',
      4: 'fyra',
      5: 'fem',
      6: 'sex',
      7: 'sju',
      8: 'åtta',
      9: 'nio',
      10: 'tio',
      11: 'elva',
      12: 'tolv',
      13: 'tretton',
      14: 'fjorton',
      15: 'femton',
      20: 'tjugo',
      30: 'trettio',
    },
    ordinal: {
      [-1]: 'sista siste',
      1: 'första förste',
      2: 'andra andre',
      3: 'tredje',
      4: 'fjärde',
      5: 'femte',
      6: 'sjätte',
      7: 'sjunde',
      8: 'åttonde',
      9: 'nionde',
      10: 'tionde',
      11: 'elfte',
      12: 'tolfte',
      13: 'trettonde',
      14: 'fjortonde',
      15: 'femtonde',
      16: 'sextonde',
      17: 'sjuttonde',
      18: 'artonde',
      19: 'nittonde',
      20: 'tjugonde',
      21: 'tjugoförsta',
      22: 'tjugoandra',
      23: 'tjugotredje',
      24: 'tjugofjärde',
      25: 'tjugofemte',
      26: 'tjugosjätte',
      27: 'tjugosjunde',
      28: 'tjugoåttonde',
      29: 'tjugonionde',
      30: 'trettionde',
      31: 'trettioförsta',
    },
    part: {
      start: 'början inledningen tidigt',
      middle: 'mitten mitt',
      end: 'slutet sent',
    },
    feast: {
      newYearsDay: 'nyårsdagen nyårsdag',
      epiphany: 'trettondagen trettondedagen trettondag_jul trettondedag_jul trettonhelgen',
      maundyThursday: 'skärtorsdagen skärtorsdag',
      goodFriday: 'långfredagen långfredag',
      easterEve: 'påskafton påskaftonen',
      easter: 'påsk påsken påskens påskhelgen påskveckan',
      easterSunday: 'påskdagen påskdag',
      easterMonday: 'annandag_påsk',
      walpurgis: 'valborg valborgsmässoafton valborgsmässoaftonen',
      mayDay: 'förstamaj',
      ascension:
        'kristi_himmelsfärdsdag kristi_himmelsfärd kristi_himmelfärdsdag kristi_himmelfärd kristihimmelsfärdsdag',
      whitsun: 'pingst pingsten pingsthelgen',
      nationalDay: 'nationaldagen nationaldag sveriges_nationaldag',
      midsummerEve: 'midsommarafton midsommaraftonen',
      midsummer: 'midsommar midsommaren midsommarhelgen',
      midsummerDay: 'midsommardagen midsommardag',
      schoolEnd:
        'skolavslutningen skolavslutning skolavslutningarna terminsavslutningen skolslutet skolornas_avslutning',
      halfTurn: 'halvårsskiftet halvårsskifte',
      vacation:
        'semestern semester semestrarna semestrar semesterperioden semestertiden semesterledigheten sommarlovet sommaruppehållet sommarsemestern sommarledigheten industrisemestern',
      schoolStart: 'skolstarten skolstart terminsstarten terminsstart',
      allSaints: 'alla_helgons_dag allhelgonadagen allhelgona allhelgonahelgen alla_helgons_helg',
      lucia: 'lucia luciadagen',
      christmasEve: 'julafton julaftonen',
      christmas: 'jul julen julens julhelgen julledigheten jullovet julhelgerna julledigt',
      christmasDay: 'juldagen juldag',
      boxingDay: 'annandag_jul annandagen',
      betweenDays: 'mellandagarna',
      newYearsEve: 'nyårsafton nyårsaftonen',
      newYear: 'nyår nyåret nyårshelgen',
      yearTurn: 'årsskiftet årsskifte årets_slut',
    },
    noon: { 0: 'på_morgonen på_förmiddagen', 12: 'på_eftermiddagen på_kvällen' },
  },
  atoms: {
    date: ['{shift}? den? {weekday}? den? {day} {month}', '{month} den? {day} {calm}'],
    dayOfMonth: ['den? {weekday}? den {nth} {calm}'],
    days: ['den? {day} -|till|t_o_m den? {day2} {month}'],
    daysTo: ['den? {day} - {numeric}'],
    numeric: ['den? {weekday}? den? {numeric}'],
    month: ['{month} månad?', 'månaden {month}'],
    monthShift: ['{shift} {month}'],
    lastDay: ['den? {ordinal} {month}', '{ordinal} dagen i {month}'],
    year: [
      '{year} års?',
      'år|året|verksamhetsåret|kalenderåret|budgetåret|läsåret|årshjulet|årshjul|tidslinjen|tidslinje|årskalendern|årskalender|årsöversikten|årsöversikt {year}',
    ],
    relative: ['{relative}'],
    unitShift: ['{shift} {unit}'],
    ahead: ['om {n} {unitForm}'],
    ago: ['för? {n} {unitForm} sedan|sen'],
    week: ['vecka|veckan|v {week}'],
    weeks: ['vecka|veckan|veckorna|veckor|v {week} -|till|t_o_m vecka|v? {week2}'],
    weekday: ['{weekday}', '{weekday} som_kommer', 'nästkommande|kommande|närmaste|denna {weekday}'],
    weekdayByTense: [],
    weekdayShift: ['{shift} {weekday}'],
    weekdayPast: ['i {weekdayPast}', '{weekday} som_var'],
    season: [
      '{season}',
      'till|över|denna|nu_i {season}',
      'i {seasonName} {calm}',
      'i {seasonPlain} {plain} {calm}',
      '{seasonName} {year}',
      '{season} {yy}',
    ],
    seasonPast: ['i {seasonPast}', '{season} som_var'],
    seasonShift: ['{shift} {seasonName}', '{shift} {season}'],
    quarter: ['{ordinal} kvartalet|kvartal|kvartalets', 'kvartal|kvartalet|kv|q {quarter}'],
    half: ['{ordinal} halvåret|halvår|halvårets', 'halvår|h {half}'],
    tertial: ['{ordinal} tertialet|tertial|tertialets', 'tertial {quarter}'],
    feast: ['{feast}', 'över {feast}'],
    feastShift: ['{shift} {feast}'],
  },
  parts: {
    led: [
      'i|under|den|på|för|vid|kring|runt|omkring|inför|åren|gällande|nu_på|nu_i|någon_gång_i|nån_gång_i|någon_gång_under {time}',
    ],
    whole: ['hela {time}'],
    part: ['i|från|vid? {part} av|på|under|i? {time}'],
    rest: ['resten_av|återstoden_av|senare|resterande_delen_av {time}'],
    soFar: ['hittills|tidigare {time}', '{time} hittills'],
    nthWeekday: ['den? {ordinal} {weekday} i|under|av? {time}'],
    nthWeek: ['den? {ordinal} vecka|veckan i|under|av {time}'],
    nthHalf: ['den? {ordinal} halvan|hälften av {time}'],
    weekdayOfWeek: ['{weekday} i|under? {time}', '{time} på {weekday}'],
    inYear: ['{time} i|på|under|den? {time2}'],
    unitAfter: ['{unit} efter {time}'],
    unitBefore: ['{unit} före|innan {time}'],
  },
  spans: {
    ending: [
      'innan|före|tills|fram_till|tills_att {time} är|tar|går_mot slut|över',
      'innan|före {time} slutar',
      'innan|före|till|tills|fram_till|senast slutet_av|utgången_av|slutet_på {time}',
      '{time} ut {end}',
    ],
    monthTurn: ['innan|före|till|fram_till|senast månadsskiftet|månadsskifte|månadens_slut|månadens_utgång'],
    dayRange: ['mellan|från den? {day} och|till|- den? {day2} {month} {year}?'],
    range: [
      '{time} till|tills|t_o_m|tom|till_och_med|fram_till|fram_till_och_med {time2}',
      'från|fr_o_m|fom|from|från_och_med {time} -|till|tills|t_o_m|tom|till_och_med|fram_till|fram_till_och_med {time2}',
    ],
    dashed: ['{time} - {time2}'],
    between: ['mellan {time} och|till|- {time2}'],
    before: ['före|innan {time}'],
    after: ['efter {time}'],
    from: ['från|fr_o_m|f_o_m|fom|from|från_och_med|med_början {time}'],
    fromOn: ['från|fr_o_m|f_o_m|fom|från_och_med {time} och_framåt|framåt|och_framöver|framöver'],
    until: ['tills|fram_till|ända_till {time}'],
    till: ['till {time}'],
    through: ['t_o_m|tom|till_och_med|fram_till_och_med|fram_t_o_m|senast {time}'],
    since: ['sedan|sen|alltsedan|ända_sedan {time}'],
    within: [
      'inom|under|för? de|den|det? närmaste|närmsta|nästa|nästkommande|kommande {n} {unitForm}',
      'inom {n} {unitForm}',
      'inom|under|för? de|den|det? närmaste|närmsta {unit}',
      'inom|under|för? den|det kommande {unit}',
      'inom|under|för? de? närmaste|närmsta|nästkommande|kommande {units}',
      '{n} {unitForm} framåt|framöver',
    ],
    past: [
      'inom|under|för? de|den|det? senaste {n} {unitForm}',
      'inom|under|för? de|den|det? senaste {unit}',
      'inom|under|för? de? senaste {units}',
      '{n} {unitForm} bakåt|tillbaka',
    ],
    onward: [
      'framöver|framgent|fortsättningsvis|hädanefter|i_framtiden',
      'från_och_med|fr_o_m|från nu och_framåt|framåt|framöver?',
    ],
    hitherto: ['hittills|hitintills|än_så_länge|fram_till_nu|till_dags_dato'],
    twoDays: ['på|under? den? {day} och|eller|samt den? {day2} {month} {year}?'],
    twoWeeks: ['vecka|veckan|veckorna|v {week} och|eller|samt {week2} {year}?'],
    anyWeekday: ['på? {weekdays}', 'på? en|någon|nån|varje|varannan|vilken {weekday}', 'på? alla {weekdays}'],
    clock: [
      'vid|från? kl|klockan {clock}',
      'vid|från|mellan? kl|klockan {clock} -|till|och kl|klockan? {clock2}',
      '{clearClock}',
      '{clearClock} - {clock2}',
      'vid {clock} tiden',
    ],
    clockNoon: ['kl|klockan {clock} {noon}'],
    halfHour: ['vid? kl|klockan? halv {hour}'],
    quarterPast: ['vid? kl|klockan? kvart_över {hour}'],
    quarterTo: ['vid? kl|klockan? kvart_i {hour}'],
    noon: [],
  },
  never: [
    'om|per året|veckan|månaden|terminen|kvartalet|halvåret|helgen',
    'gång|gånger i|om|per veckan|månaden|året|kvartalet|terminen|halvåret',
    'året|veckan|månaden|halvåret om|runt|efter|innan|före|därpå|därefter|dessförinnan',
    'i_dagens_läge',
    'i var och en',
  ],
  shy: 'jan tis ons tors tor fre mån lör sön vt ht höst sommar vinter vårtermin hösttermin semester semestrar jul',
  joiners: 'och eller samt respektive',
  yearLinks: 'i år under av för',
  calm: 'ledig ledigt upptagen upptaget bokad bokat fri fritt och eller samt men för i på med då tack hos som när var vart vad är har hade till från ska skall igen också kommer blir om efter innan före mer nu vem vilka vilken vilket finns sker händer hålls äger att ses träffas möts kl klockan där vi de det den du ni man inom av tro egentligen snälla något någonting nåt alls nar for pa fore',
  counted:
    'kr kronor krona kronorna sek tkr mkr kkr tusen miljon miljoner miljarder euro invånare personer procent st stycken km kilometer meter ton timmar minuter gånger av',
  labels: 'punkt punkten avsnitt kapitel tabell sida sidan version paragraf nr nummer fråga bilaga mål delmål',
  mendable:
    'januari februari april augusti september oktober november december måndag måndagen måndagar måndags tisdag tisdagen tisdagar tisdags onsdag onsdagen onsdagar onsdags torsdag torsdagen torsdagar torsdags fredag fredagen fredagar fredags lördag lördagen lördagar lördags söndag söndagen söndagar söndags nästa imorgon övermorgon kvartal kvartalet midsommar',
  ordinary:
    'augusta augustas augustus freda fredad fredar fredas fredat fridag fridagen fridagar fridags frida fridas lovdag lovdagen lovdagar lösdag lösdagen lösdagar majdag majdagen majdagar mandat mandats mandaten mandatår mansdag mansdagen mansdagar mantåg mantågen mätdag mätdagen mätdagar mondän nästan nästas näst näste näsa näsan hästa soldag soldagen soldagar sunda sundas sundby tiddag tiddagen tidsdag tidsdagen tidsdagar torgdag torgdagen torgdagar',
  compoundTails:
    'möte mötet möten mötena mötes mötets sammanträde sammanträdet sammanträden träff träffen träffar konferens konferensen konferenser aktiviteter evenemang datum dagar dagarna seminarium seminariet planering avstämning',
};
