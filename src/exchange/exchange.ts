// Files in and out of chat: what is sent becomes a proposal or is told what is wrong in it; what is asked for, an address.
import type { Clock } from '../clock.ts';
import { isPlanFile, type Incoming as ReadFile, readIncoming } from '../documents/incoming.ts';
import type { Problem } from '../documents/problem.ts';
import type { FileLink, FileRemark, FileStep, UpdateStage } from '../facts.ts';
import type { Identity, ImportState } from '../plan/change.ts';
import type { Edition, Ledger, LedgerMark } from '../plan/fold.ts';
import type { Holidays } from '../plan/working-days.ts';
import type { FileQuery } from '../query.ts';
import type { Locale } from '../render/dates.ts';
import type { PersonStore } from '../store/store.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { earlierIn, exported, type MadeFile, recordsOf, template } from './files.ts';
import { linkMinutes, opened, sealed, type Wanted } from './links.ts';
import { type MadeText, ownData } from './own-data.ts';

/** A file that came with a message; without an address where it cannot be had from there. */
export interface SentFile {
  readonly name: string;
  readonly url: string | null;
}

/** The bytes of a file, or why there are none. */
export type Download = (url: string) => Promise<Uint8Array | 'size' | 'host' | 'gone'>;

export interface Exchange {
  /** Takes in a file: nothing is changed until its sender confirms. */
  receive(file: SentFile, state: ImportState, asker: Asker): Promise<FileStep | UpdateStage>;
  /** The address of a file, for the secretariat. */
  offer(query: FileQuery, asker: Asker): FileStep;
  /** The address of a file with all that is kept of somebody: for them alone. */
  offerOwn(owner: Identity, locale: Locale): FileLink;
  /** What is behind an address; null where there is nothing, or nothing any more. */
  serve(token: string): Promise<MadeFile | MadeText | null>;
}

export interface ExchangeParts {
  readonly ledger: () => Ledger;
  /** The plan as it was at a place in the ledger; null where that is none of its places. */
  readonly atMark: (mark: LedgerMark) => Edition | null;
  readonly updates: Pick<Updates, 'standing' | 'prepareImport'>;
  readonly persons: Pick<PersonStore, 'everything'>;
  readonly holidays: Holidays;
  readonly download: Download;
  readonly secret: string;
  readonly address: () => { readonly url: string; readonly worksOutside: boolean };
  /** The real time: addresses run out in it. */
  readonly wireClock: Clock;
}

/** Remarks that are told; the others are for the next time. */
const mostRemarks = 60;

export function makeExchange(parts: ExchangeParts): Exchange {
  const { ledger, atMark, updates, persons, holidays, download, secret, address, wireClock } = parts;
  const linkTo = (wanted: Wanted): FileLink => {
    const { url, worksOutside } = address();
    return { url: `${url}/plan/${sealed(wanted, secret, wireClock())}`, minutes: linkMinutes, worksOutside };
  };
  return {
    async receive(file, state, asker) {
      // Before anything is fetched: what is not to be read is not to be had either.
      if (updates.standing(asker) !== 'secretary') return { step: 'not-allowed' };
      const { name, url } = file;
      if (!isPlanFile(name)) return { step: 'unread', name, why: 'kind' };
      if (url === null) return { step: 'unread', name, why: 'scope' };
      const bytes = await download(url);
      if (typeof bytes === 'string') return { step: 'unread', name, why: bytes };
      const read = await readIncoming({ name, bytes }, recordsOf(ledger().edition), holidays, earlierIn(atMark));
      return stepOf(read, name, (plan, warnings) => updates.prepareImport(plan, state, warnings, asker));
    },
    offer(query, asker) {
      if (updates.standing(asker) !== 'secretary') return { step: 'not-allowed' };
      return { step: 'link', query, ...linkTo(query) };
    },
    offerOwn: ({ tenant, person }, locale) => linkTo({ kind: 'own-data', owner: { tenant, person }, locale }),
    async serve(token) {
      const wanted = opened(token, secret, wireClock());
      if (wanted === null) return null;
      if (wanted.kind === 'own-data') {
        const { owner, locale } = wanted;
        const rows = persons.everything(owner);
        return ownData({ owner, locale, rows, ledger: ledger(), made: wireClock() });
      }
      return wanted.what === 'template' ? template(ledger(), wanted.year) : exported(ledger(), wanted.format);
    },
  };
}

type Propose = (
  plan: Extract<ReadFile, { kind: 'plan' }>['plan'],
  warnings: readonly FileRemark[],
) => Promise<UpdateStage>;

/** Several files at once, or one that says nothing new, is told so. */
async function stepOf(read: ReadFile, name: string, propose: Propose): Promise<FileStep | UpdateStage> {
  if (read.kind === 'problems')
    return { step: 'wrong', name, remarks: read.problems.map(remarkOf).slice(0, mostRemarks) };
  if (read.review.items.length === 0) return { step: 'unchanged', name };
  return propose(read.plan, read.warnings.map(remarkOf).slice(0, mostRemarks));
}

/** A problem of a file as answers tell of it. */
export function remarkOf(problem: Problem): FileRemark {
  const { cell, file, line, column, message, hint } = problem;
  const place = cell ?? (file === '' || (line === 1 && column === 1) ? file : `${file}:${line}:${column}`);
  return { place, text: message, hint };
}
