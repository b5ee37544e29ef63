// The words that updates are told with, in both languages. Patterns of plain text: lower case, å and ä as a, ö as o.
import type { Status } from '../plan/activity.ts';
import type { RoleKind } from '../plan/region.ts';

const counts: readonly (readonly string[])[] = [
  ['noll', 'zero', 'ingen', 'inga'],
  ['en', 'ett', 'one'],
  ['tva', 'two'],
  ['tre', 'three'],
  ['fyra', 'four'],
  ['fem', 'five'],
  ['sex', 'six'],
  ['sju', 'seven'],
  ['atta', 'eight'],
  ['nio', 'nine'],
  ['tio', 'ten'],
  ['elva', 'eleven'],
  ['tolv', 'twelve'],
  ['tretton', 'thirteen'],
  ['fjorton', 'fourteen'],
  ['femton', 'fifteen'],
  ['sexton', 'sixteen'],
  ['sjutton', 'seventeen'],
  ['arton', 'eighteen'],
  ['nitton', 'nineteen'],
  ['tjugo', 'twenty'],
];
export const countWords = counts
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A number in digits or in words; NaN where it is neither. */
export function count(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const found = counts.findIndex((spellings) => spellings.includes(text));
  return found < 0 ? Number.NaN : found;
}

/** What stands between what is changed and what it is changed to. */
export const connector = String.raw`(?:\s+(?:till|to)\s+|\s*(?:->|=>|→|⇒|»)\s*|\s*:\s+|\s+(?:till|to):\s*)`;

/** Each status with the words for it; those that are part of longer ones come after them. */
const statusRows: readonly (readonly [Status, string])[] = [
  [
    'planned',
    '(?:inte|ej|annu inte|ännu inte|not|not yet) (?:pa\\s?borja[dt]e?|startad?t?|startats|begun|started)|planera[dt]e?|planned',
  ],
  [
    'delayed',
    'forsena[dt]e?|forsenas|efter i (?:tid)?planen|efter (?:tid|tids)?plan(?:en)?|efter schemat|ligger efter|slapar(?: efter)?|drojer|delayed|late|behind schedule|running late|overdue|behind',
  ],
  [
    'paused',
    'pausa[dt]e?|pausas|pa (?:is|vant|hold)|vilande|uppskju(?:ten|tet|tna)|stoppa[dt]e?|paused|on hold|on ice|suspended|postponed',
  ],
  [
    'cancelled',
    'installd[a]?|installt|nedlag(?:d|t|da)|avbru(?:ten|tet|tna)|stru(?:ken|ket|kna)|avblast|laggs ner|skrota[dt]|cancell?ed|called off|dropped|scrapped|abandoned',
  ],
  [
    'done',
    'klar[at]?|fardig(?:t|a|stall[dt]a?)?|avsluta[dt]e?|slutfor[dt]a?|genomfor[dt]a?|avklara[dt]e?|avbocka[dt]e?|i mal|i hamn|levererad|levererat|done|finished|completed?|ready|concluded|wrapped up',
  ],
  [
    'ongoing',
    'pagar|pagaende|pa gang|i ?gang|igangsatt|startad|startat|startats|paborja[dt]e?|paborjats|rullar|i fas|enligt (?:plan|tidplan)(?:en)?|under arbete|aterupptag(?:en|et|its)|ongoing|in progress|under ?way|started|begun|on track|resumed|active|running',
  ],
];

/** Finds a status in words; the group that matched names it. */
export const statusPattern = new RegExp(
  `(?<![\\p{L}\\d-])(?:${statusRows.map(([status, words]) => `(?<${status}>${words})`).join('|')})(?![\\p{L}\\d-])`,
  'gu',
);

export function statusOf(groups: Readonly<Record<string, string | undefined>> | undefined): Status | null {
  return statusRows.find(([status]) => groups?.[status] !== undefined)?.[0] ?? null;
}

/** Orders that are a status in themselves: "pausa elvägen". */
export const statusVerbs: readonly (readonly [Status, string])[] = [
  ['paused', 'pausa|pausar|vilandeforklara|pause|put on hold|suspend'],
  ['ongoing', 'paborja|starta|dra i ?gang|ateruppta|resume|start|begin|restart'],
  ['done', 'avsluta|slutfor|slutfora|bocka av|klarmarkera|fardigmarkera|klarrapportera|finish|complete|tick off|close'],
  ['cancelled', 'lagg ner|lagga ner|avbryt|skrota|stall in|avblas|stryk|cancel|scrap|drop|call off|abandon'],
];

const roleRows: readonly (readonly [RoleKind, string])[] = [
  [
    'vice-chair',
    '(?:forste |forsta |andre )?vice ?ordforanden?|vice ?ordf\\.?|v\\.? ?ordf\\.?|(?:vice|deputy)[ -]?(?:chair(?:man|woman|person)?|president)|vice',
  ],
  ['chair', 'ordforanden?|ordf\\.?|ordforandeskapet|chair(?:man|woman|person)?|president'],
  ['contact', 'kontaktperson(?:en)?|kontakt(?:en)?|contact(?: person)?'],
  [
    'lead',
    'natverksledare|natverksansvarig|ledaren?|sammankallande|samordnaren?|samordnare|leads?|leader|coordinator|convener',
  ],
];
export const anyRole = `(?:${roleRows.map(([, words]) => words).join('|')})(?![\\p{L}])`;

/** The office that words name; null where they name none. */
export function roleOf(flat: string): RoleKind | null {
  const text = flat.trim();
  return roleRows.find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(text))?.[0] ?? null;
}

/** Verbs of moving; what is later stands before what is earlier. */
export const moveVerbs = {
  later:
    'flytta[rst]? fram|flyttar? upp|skjut(?:a|er)? (?:upp|fram|pa)|skjut(?:a|er)?|senarelagga?|senarelagger|postpone|postponing|push back|push forward|put off|put back|delay|defer',
  earlier: 'tidigarelagga?|tidigarelagger|flyttar? (?:bakat|tillbaka|ner)|bring forward|advance|move up|pull forward',
  plain:
    'flyttar? om|flyttar?|boka om|bokar om|omboka|lagg om|lagga om|planera om|schemalagg om|byt(?:a|er)? (?:dag|datum|tid) (?:for|pa)|andra(?:r)? (?:dag|datum)(?:en|et)? (?:for|pa)|reschedule|rebook|move|moving|rescheduling|shift',
} as const;

export const changeVerbs =
  'byt|byta|byter|andrar?|justera|korrigera|ratta|satt|satta|satter|uppdatera|uppdaterar|change|set|update|switch|adjust|edit|alter|correct|amend';

export const cancelVerbs =
  'stall in|stalla in|staller in|avbokar?|stryk|stryka|ta bort|tar bort|radera|tag bort|blas av|blasa av|avlys|avblas|lagg ner|cancel|call off|delete|remove|drop|scrap|scratch|cancell?ing';

export const restoreVerbs =
  'aterstalla?|ateruppta|ateruppliva|ater ?insatt|ta tillbaka|lagg tillbaka|aktivera|restore|reinstate|un-?cancel|bring back|revive|reactivate';

export const addVerbs =
  'lagg till|lagga till|lagger till|lagg in|lagga in|lagg upp|lagga upp|boka in|boka in|boka upp|boka|bokar|planera in|satt in|satt upp|satta in|satta upp|skapa|for in|skriv in|registrera|schemalagg|kalla till|add|create|schedule|book|put in|insert|plan|set up|arrange|register|enter';

/** A question or a doubt inside a statement: then it is none. */
export const doubtful =
  /^(?:om|ifall)\s|(?<![\p{L}])(?:undrar|undra|tror|tycker|hoppas|gissar|hort|think|hope|believe|guess|heard|vet|veta|kolla|om jag|ifall|if|whether|wonder|visa|lista|vilk\p{L}*|vem|vems|vad|nar|hur|varfor|who|what|when|which|how|why|show|list|inte|ej|not|aldrig|never|don'?t|brukar|usually|sager|nagon|nagot|any|kanske|maybe|fraga|mellan|hade|had)(?![\p{L}])/u;

/** A meeting that is not held. */
export const off = '(?:installt|installd|avbokat|avbokad|avlyst|avblast|struket|struken|cancell?ed|called off)';
export const isOff = new RegExp(`(?<!\\p{L})${off}(?!\\p{L})`, 'u');
