// Wishes for the plan as a file, and for the template that a next year's plan is written in.
import type { FileFormat, FileQuery } from '../query.ts';
import { type Clip, clipOf, cut, sentencePattern, wishOf } from './sentence.ts';

/** Longer messages are no such wishes. In characters. */
const longest = 160;

const lead =
  '(?:(?:kan|far|skulle|could|can|may)\\s+(?:jag|vi|i|we)\\s+(?:kunna\\s+)?)?(?:(?:ge|skicka|visa|hamta|gor|skapa|ta fram|ladda ner|fa|exportera|export|give|send|get|make|create|show|download)\\s+)?(?:(?:mig|oss|me|us)\\s+)?';
const format =
  '(?<format>excel(?:-?fil(?:en)?)?|xlsx|kalkylark|spreadsheet|workbook|yaml|csv|json|ics|ical|markdown|md)';
const joined = '(?:(?:till|som|i|to|as|in|en|a|an)\\s+){1,3}';
const plan = '(?:hela\\s+|the\\s+|whole\\s+|var\\s+|our\\s+)*(?:verksamhets)?plan(?:en|s)?(?:\\s+data)?';

const exportPatterns = [
  sentencePattern(`(?:exportera|export)(?:\\s+${plan})?(?:\\s+${joined}${format})?`),
  sentencePattern(`${lead}${plan}\\s+${joined}${format}(?:-?(?:fil|file))?`),
  sentencePattern(
    `${lead}(?:en\\s+|an?\\s+|the\\s+)?(?:export(?:en)?)(?:\\s+(?:av|of)\\s+${plan})?(?:\\s+${joined}${format})?`,
  ),
];
const templatePattern = sentencePattern(
  `${lead}(?:en\\s+|a\\s+|the\\s+)?(?:excel-?)?(?:mall(?:en)?|template)(?:\\s+(?:for|till|of)\\s+(?:(?:nasta|next)\\s+(?:ar|ars|year|years|year's)(?:\\s+plan)?|${plan}(?:\\s+(?:for\\s+)?(?<named>(?:19|20)\\d\\d))?|(?<year>(?:19|20)\\d\\d)(?:\\s+ars\\s+plan)?))?(?:\\s+${joined}${format})?`,
);

const formats: readonly (readonly [RegExp, FileFormat])[] = [
  [/^(?:excel|xlsx|kalkylark|spreadsheet|workbook)/, 'xlsx'],
  [/^yaml/, 'yaml'],
  [/^csv/, 'csv'],
  [/^json/, 'json'],
  [/^(?:ics|ical)/, 'ics'],
  [/^m/, 'md'],
];

/** Without one of these no message asks for a file; most are told apart so, and cost nothing more. */
const mayAsk = /export|mall|templ|excel|xlsx|kalkyl|spreadsheet|workbook|yaml|csv|json|ics|ical|markdown/i;

/** Understands a wish for a file; undefined where the message is something else. */
export function askFile(message: string): FileQuery | undefined {
  if (message.length > longest || !mayAsk.test(message)) return undefined;
  const clip = cut(wishOf(clipOf(message)).clip);
  return templateIn(clip) ?? exportIn(clip);
}

function templateIn({ flat }: Clip): FileQuery | undefined {
  const found = templatePattern.exec(flat);
  if (!found) return undefined;
  const year = found.groups?.year ?? found.groups?.named;
  return { kind: 'file', what: 'template', format: 'xlsx', year: year === undefined ? null : Number(year) };
}

function exportIn({ flat }: Clip): FileQuery | undefined {
  for (const pattern of exportPatterns) {
    const found = pattern.exec(flat);
    if (found) return { kind: 'file', what: 'export', format: formatOf(found.groups?.format), year: null };
  }
  return undefined;
}

function formatOf(word: string | undefined): FileFormat {
  return formats.find(([pattern]) => pattern.test(word ?? 'xlsx'))?.[1] ?? 'xlsx';
}

/** Whether a message that a file came with wants it as a draft. */
export function asksForDraft(message: string): boolean {
  return /(?<!\p{L})(?:utkast(?:et)?|draft)(?!\p{L})/iu.test(message);
}
