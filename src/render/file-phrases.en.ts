// English phrases about files.
import type { FilePhrases } from './file-phrases.ts';
import { several } from './phrases.ts';

const nothing = 'Nothing was changed.';
const quote = (name: string): string => `“${name}”`;
const validFor = (minutes: number): string => `The link works for ${minutes} minutes.`;

export const englishFiles: FilePhrases = {
  wrong: (name, count) =>
    `${quote(name)} cannot be imported: ${count} ${several(count, 'mistake', 'mistakes')}. ${nothing} Mend ${several(count, 'it', 'them')} and send the file again.`,
  unread: {
    size: (name) => `${quote(name)} is too large: a plan may be 10 MB at most. ${nothing}`,
    host: (name) => `${quote(name)} is not where Teams keeps the files of a chat, so I do not fetch it. ${nothing}`,
    gone: (name) => `${quote(name)} could not be fetched. ${nothing} Send it once more.`,
    kind: (name) =>
      `${quote(name)} is no plan that I can read. Send a workbook (.xlsx), a YAML file, or a folder of YAML files as a .zip.`,
    many: () => `Send one file at a time. ${nothing}`,
    scope: (name) => `I can read files in personal chat only. Send ${quote(name)} to me there. ${nothing}`,
  },
  unchanged: (name) => `${quote(name)} says what the plan says already. ${nothing}`,
  notAllowed: 'Only the secretariat imports and exports the plan as a file. Ask me about what is in it instead.',
  exported: (format, minutes) => `Here is the whole plan as ${format}. ${validFor(minutes)}`,
  template: (year, minutes) =>
    `Here is the template for ${year === null ? 'next year’s plan' : `the plan of ${year}`}. Fill it in with Excel and send it to me here. ${validFor(minutes)}`,
  onlyHere: 'The link opens only on the computer that the bot runs on.',
  formats: {
    xlsx: 'a workbook (Excel)',
    yaml: 'YAML files (zip)',
    csv: 'comma-separated tables (zip)',
    json: 'JSON',
    ics: 'a calendar file',
    md: 'text (Markdown)',
  },
  download: 'Download the file',
  fates: { added: 'New', moved: 'Moved', changed: 'Changed', removed: 'Removed' },
  unchangedRecords: 'Unchanged',
  kinds: {
    documents: 'document',
    municipalities: 'municipality',
    groups: 'group',
    people: 'person',
    roles: 'office',
    conferences: 'conference',
    meetings: 'meeting',
    occasions: 'conference date',
    hostings: 'hosting',
    areas: 'area',
    goals: 'goal',
    objectives: 'objective',
    activities: 'activity',
    budgetLines: 'budget line',
    budgetTotals: 'budget total',
    fees: 'fee',
    sections: 'section',
  },
  more: (count) => `… and ${count} more`,
  odd: 'Worth a look',
  asDraft: 'Import as a draft',
  asPublished: 'Import for everybody',
};
