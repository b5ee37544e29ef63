// A file that somebody sends, as what it would do to the plan: checked whole, compared, and nothing done yet.
import { type CaughtUp, type Clash, caughtUp } from '../plan/caught-up.ts';
import type { ImportedPlan } from '../plan/change.ts';
import { isEqual } from '../plan/difference.ts';
import type { LedgerMark } from '../plan/fold.ts';
import { differenceOf, type Review, reviewOf, titleOf } from '../plan/import-difference.ts';
import { imported, orphaned } from '../plan/imports.ts';
import { matched } from '../plan/matched.ts';
import { makePlan, type PlanRecords } from '../plan/plan.ts';
import { keyOf, type RecordKey } from '../plan/record-keys.ts';
import { listOf, type RecordKind, type RecordLists, recordKinds } from '../plan/records.ts';
import type { Localized } from '../plan/source.ts';
import type { Holidays } from '../plan/working-days.ts';
import { type Checked, checkFiles } from './check.ts';
import type { Doubt } from './doubts.ts';
import type { Problem, Said } from './problem.ts';
import { nouns, type Parsed } from './records.ts';
import { type FullEntry, problemAt, referencesOf } from './references.ts';
import { oddities, warningsAt } from './warnings.ts';
import { checkYaml, isYamlName, type NamedBytes } from './yaml.ts';
import { unzipped, zipEntries } from './zip.ts';

export type Incoming =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'plan';
      readonly plan: ImportedPlan;
      readonly review: Review;
      /** What is odd and not wrong. */
      readonly warnings: readonly Problem[];
    };

/** The plan as it was at a place in the ledger; null where that is unknown. */
export type Earlier = (made: LedgerMark) => PlanRecords | null;

/** A file that somebody sends is no larger than this, in bytes. */
export const largestFile = 10 * 1024 * 1024;

/** The kinds of files that are taken in. */
export function isPlanFile(name: string): boolean {
  return /\.(?:xlsx|ya?ml|zip)$/i.test(name);
}

/**
 * Reads what somebody sent: a workbook, a YAML file, or a folder of those as a zip.
 *
 * @param known the plan that it is compared with, and whose records it may refer to
 * @param earlier the plan that a file was made of, whose changes since then it does not take back
 */
export async function readIncoming(
  file: NamedBytes,
  known: PlanRecords,
  holidays: Holidays,
  earlier: Earlier = () => null,
): Promise<Incoming> {
  const checked = await checkSent(file, known);
  if (!('records' in checked)) return { kind: 'problems', problems: checked };
  return compare(checked, known, holidays, checked.made ? earlier(checked.made) : null);
}

/** The same of a folder's files. */
export function readIncomingFolder(files: readonly NamedBytes[], known: PlanRecords, holidays: Holidays): Incoming {
  return compare(checkYaml(files, known), known, holidays);
}

/** Checks a file; a list of problems where it cannot be read at all. */
export async function checkSent(
  { name, bytes }: NamedBytes,
  known: PlanRecords | null,
): Promise<Checked | readonly Problem[]> {
  if (bytes.length > largestFile) return [tooLarge(name, bytes.length)];
  if (/\.ya?ml$/i.test(name)) return checkYaml([{ name, bytes }], known);
  if (/\.zip$/i.test(name)) return checkZip(name, bytes, known);
  // Only where it is used: the library costs start time.
  const { readWorkbook } = await import('./read-workbook.ts');
  const file = await readWorkbook(name, bytes, known);
  return Array.isArray(file) ? file : { ...checkFiles([file], [], known), made: file.made };
}

export function tooLarge(file: string, bytes: number): Problem {
  const size = `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const message = { sv: `filen är för stor: ${size}`, en: `the file is too large: ${size}` };
  return whole(file, message, { sv: 'högst 10 MB', en: 'at most 10 MB' });
}

function whole(file: string, message: Said, hint: Said | null): Problem {
  return { file, line: 1, column: 1, path: '', message, hint };
}

function checkZip(name: string, bytes: Uint8Array, known: PlanRecords | null): Checked | Problem[] {
  const again = { sv: 'packa mappen igen och skicka den på nytt', en: 'pack the folder again and send it anew' };
  const damaged = whole(name, { sv: 'arkivet är skadat', en: 'the archive is damaged' }, again);
  const entries = zipEntries(bytes);
  if (entries === 'too-big') {
    return [whole(name, { sv: 'arkivet packar upp till för mycket', en: 'the archive unpacks to too much' }, null)];
  }
  if (typeof entries === 'string') return [damaged];
  const wanted = entries.filter((entry) => isYamlName(entry.name));
  if (wanted.length === 0) {
    const message = { sv: 'arkivet har inga YAML-filer', en: 'the archive has no YAML files' };
    return [whole(name, message, { sv: 'filnamnen slutar på .yaml', en: 'file names end in .yaml' })];
  }
  try {
    const files = wanted.map((entry) => ({ name: entry.name, bytes: unzipped(bytes, entry) }));
    return checkYaml(
      files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      known,
    );
  } catch (error) {
    // zlib and the bounds of the archive: both say that it is not as it claims to be.
    if (!(error instanceof RangeError || (error instanceof Error && 'code' in error))) throw error;
    return [damaged];
  }
}

// === Against the plan

function compare(
  { records, problems, entries, remarks, made }: Checked,
  known: PlanRecords,
  holidays: Holidays,
  then: PlanRecords | null = null,
): Incoming {
  const wrong = [...problems, ...(problems.length > 0 ? [] : foreign(records, entries, known))];
  if (wrong.length > 0) return { kind: 'problems', problems: wrong };
  const { region: _, ...lists } = records;
  const written: RecordLists = matched(known, lists);
  const {
    lists: incoming,
    clashes,
    kept,
  }: CaughtUp = then ? caughtUp(written, then, known) : { lists: written, clashes: [], kept: 0 };
  const difference = differenceOf(known, incoming, written);
  const lost = orphaned(known, difference);
  if (lost.length > 0) {
    const used = missedProblems(entries, known, difference.remove);
    return { kind: 'problems', problems: used.length > 0 ? used : lost.map((one) => lostProblem(entries, one)) };
  }
  const plan: ImportedPlan = { ...namedBy(written, known), ...difference };
  const own = keysOf(written, lists);
  const found = [...clashes.map(overruled), ...oddities(makePlan(imported(known, plan)), holidays)];
  const warnings = warningsAt(
    found.flatMap((doubt) => {
      const key = own.get(`${doubt.kind} ${doubt.key}`);
      return key === undefined ? [] : [{ ...doubt, key }];
    }),
    entries,
  );
  const since = made && kept > 0 ? [keptSince(entries, made, kept)] : [];
  return {
    kind: 'plan',
    plan,
    review: reviewOf(known, difference, incoming),
    warnings: [...since, ...remarks, ...warnings],
  };
}

function keptSince(entries: readonly FullEntry[], { version }: LedgerMark, kept: number): Problem {
  const message = {
    sv: `filen gjordes vid ändring ${version}; ${kept === 1 ? 'en uppgift' : `${kept} uppgifter`} som har ändrats sedan dess står kvar`,
    en: `the file was made at change ${version}; ${kept === 1 ? 'one record' : `${kept} records`} changed since then stay as they are`,
  };
  return whole(entries[0]?.file.file ?? '', message, null);
}

/** Both the file and a change since it was made have set the same: whoever decides is to know. */
function overruled({ kind, key, field }: Clash): Doubt {
  const path = field === null ? [] : [field];
  const text = {
    sv: 'har ändrats på annat sätt efter att filen gjordes; filens uppgift gäller',
    en: 'has been changed otherwise since the file was made; what the file says holds',
  };
  return { kind, key, record: key, path, text };
}

/** By the keys that records have in the plan, those that they have in the file. */
function keysOf(incoming: RecordLists, written: RecordLists): Map<string, RecordKey> {
  return new Map(recordKinds.flatMap((kind) => keyPairs(kind, incoming, written)));
}

function keyPairs<K extends RecordKind>(kind: K, incoming: RecordLists, written: RecordLists): [string, RecordKey][] {
  const own = listOf(written, kind);
  return listOf(incoming, kind).flatMap((record, index): [string, RecordKey][] => {
    const one = own[index];
    return one === undefined ? [] : [[`${kind} ${keyOf[kind](record)}`, keyOf[kind](one)]];
  });
}

/** A plan of another region is not this region's next year. */
function foreign({ region }: Parsed, entries: readonly FullEntry[], known: PlanRecords): Problem[] {
  const [other] = region;
  const entry = entries.find(({ kind }) => kind === 'region');
  if (!other || !entry || isEqual(other, known.region)) return [];
  const at = { file: entry.file.file, ...entry.file.position(entry.path), path: 'region' };
  if (other.id === known.region.id) {
    const message = { sv: 'regionen själv kan inte ändras så här', en: 'the region itself cannot be changed this way' };
    const hint = {
      sv: 'ta bort den ur filen, eller ändra den i mappen som boten startar med',
      en: 'leave it out of the file, or change it in the folder that the bot starts with',
    };
    return [{ ...at, message, hint }];
  }
  const message = {
    sv: `planen är för en annan region: "${other.name}"`,
    en: `the plan is for another region: "${other.name}"`,
  };
  return [
    { ...at, message, hint: { sv: `här gäller "${known.region.name}"`, en: `here it is "${known.region.name}"` } },
  ];
}

/** Rows that rest on a record that the file leaves out. */
function missedProblems(entries: readonly FullEntry[], known: RecordLists, removed: ImportedPlan['remove']): Problem[] {
  const gone = new Map(removed.flatMap(({ kind, key }) => recordsAt(kind, key, known)));
  return entries.flatMap((entry) =>
    referencesOf(entry).flatMap(({ kind, id, path }): Problem[] => {
      const record = gone.get(`${kind} ${id}`);
      if (!record) return [];
      const what = titleOf(record)?.sv ?? id;
      const message = {
        sv: `${nouns[kind].sv} "${what}" används här, men tas bort av filen`,
        en: `the ${nouns[kind].en} "${what}" is used here, but left out of the file`,
      };
      const hint = {
        sv: 'låt raden stå kvar i filen, eller välj något annat',
        en: 'leave it in the file, or choose another',
      };
      return [problemAt(entry, path, message, hint)];
    }),
  );
}

function recordsAt<K extends RecordKind>(kind: K, key: RecordKey, known: RecordLists): [string, object][] {
  const records = listOf(known, kind).filter((record) => keyOf[kind](record) === key);
  return records.flatMap((record): [string, object][] => ('id' in record ? [[`${kind} ${record.id}`, record]] : []));
}

/** Something of the plan rests on a record that the file leaves out. */
function lostProblem(entries: readonly FullEntry[], { kind, key, name }: ReturnType<typeof orphaned>[number]): Problem {
  const [first] = entries;
  const what = name?.sv ?? key;
  const message = {
    sv: `${nouns[kind].sv} "${what}" hör till något som filen tar bort`,
    en: `the ${nouns[kind].en} "${what}" belongs to something that the file leaves out`,
  };
  const hint = { sv: 'låt det stå kvar i filen', en: 'leave that in the file' };
  return whole(first?.file.file ?? '', message, hint);
}

/** The documents of the file; one without a document goes on with the newest there is. */
function namedBy(incoming: RecordLists, known: PlanRecords): { title: Localized; years: number[] } {
  const own = listOf(incoming, 'documents');
  const documents = own.length > 0 ? own : known.documents.slice(-1);
  const years = [...new Set(documents.map(({ year }) => year))].sort();
  const sv = documents.map(({ title }) => title.sv).join(', ');
  return { title: { sv, en: documents.map(({ title }) => title.en ?? title.sv).join(', ') }, years };
}
