// Swedish phrases about files.
import type { FilePhrases } from './file-phrases.ts';
import { several } from './phrases.ts';

const nothing = 'Ingenting ändrades.';
const quote = (name: string): string => `”${name}”`;
const validFor = (minutes: number): string => `Länken gäller i ${minutes} minuter.`;

export const swedishFiles: FilePhrases = {
  wrong: (name, count) =>
    `${quote(name)} kan inte läsas in: ${count} fel. ${nothing} Rätta ${several(count, 'det', 'dem')} och skicka filen igen.`,
  unread: {
    size: (name) => `${quote(name)} är för stor: en plan får vara högst 10 MB. ${nothing}`,
    host: (name) => `${quote(name)} ligger inte där Teams lagrar chattens filer, så jag hämtar den inte. ${nothing}`,
    gone: (name) => `${quote(name)} gick inte att hämta. ${nothing} Skicka den en gång till.`,
    kind: (name) =>
      `${quote(name)} är ingen plan som jag kan läsa. Skicka en arbetsbok (.xlsx), en YAML-fil eller en mapp med YAML-filer som .zip.`,
    many: () => `Skicka en fil i taget. ${nothing}`,
    scope: (name) => `Filer kan jag bara läsa i en personlig chatt. Skicka ${quote(name)} till mig där. ${nothing}`,
  },
  unchanged: (name) => `${quote(name)} säger detsamma som planen redan gör. ${nothing}`,
  notAllowed: 'Bara sekretariatet kan läsa in och ta ut planen som fil. Fråga mig i stället om det som står i den.',
  exported: (format, minutes) => `Här är hela planen som ${format}. ${validFor(minutes)}`,
  template: (year, minutes) =>
    `Här är mallen för ${year === null ? 'nästa års plan' : `planen ${year}`}. Fyll i den i Excel och skicka den till mig här. ${validFor(minutes)}`,
  onlyHere: 'Länken går bara att öppna på den dator där boten körs.',
  formats: {
    xlsx: 'arbetsbok (Excel)',
    yaml: 'YAML-filer (zip)',
    csv: 'kommaseparerade tabeller (zip)',
    json: 'JSON',
    ics: 'kalenderfil',
    md: 'text (Markdown)',
  },
  download: 'Hämta filen',
  fates: { added: 'Nya', moved: 'Flyttade', changed: 'Ändrade', removed: 'Tas bort' },
  unchangedRecords: 'Oförändrade',
  kinds: {
    documents: 'dokument',
    municipalities: 'kommun',
    groups: 'grupp',
    people: 'person',
    roles: 'uppdrag',
    conferences: 'konferens',
    meetings: 'möte',
    occasions: 'konferenstillfälle',
    hostings: 'värdskap',
    areas: 'område',
    goals: 'mål',
    objectives: 'delmål',
    activities: 'aktivitet',
    budgetLines: 'budgetpost',
    budgetTotals: 'budgetsumma',
    fees: 'avgift',
    sections: 'avsnitt',
  },
  more: (count) => `… och ${count} till`,
  odd: 'Titta gärna på det här',
  asDraft: 'Läs in som utkast',
  asPublished: 'Läs in för alla',
};
