// All that is kept of a person as a file for them: JSON with a row a line, written as it is read, however much there is.
import type { Identity, LedgerEntry } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { Locale } from '../render/dates.ts';
import { ownDataPhrases } from '../render/own-data-phrases.ts';
import { briefly } from '../store/own-data.ts';
import { type OwnRows, ownSections } from '../store/store.ts';

/** A file whose text comes in pieces. */
export interface MadeText {
  /** Safe in a path and a header: a-z, 0-9, hyphens and a dot. */
  readonly name: string;
  readonly type: string;
  readonly pieces: AsyncIterable<string>;
}

export interface OwnDataParts {
  readonly owner: Identity;
  readonly locale: Locale;
  readonly rows: OwnRows;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly made: Date;
}

export function ownData(parts: OwnDataParts): MadeText {
  const { file } = ownDataPhrases[parts.locale];
  const name = `${file}-${parts.made.toISOString().slice(0, 10)}.json`;
  return { name, type: 'application/json; charset=utf-8', pieces: pieces(parts) };
}

async function* pieces({ owner, locale, rows, ledger, made }: OwnDataParts): AsyncGenerator<string> {
  const say = ownDataPhrases[locale];
  const head = { about: say.about, made: made.toISOString(), tenant: owner.tenant, person: owner.person };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)}`;
  for (const section of ownSections) yield* sectionOf(section, say.sections[section], rows[section]);
  yield* sectionOf('ledger', say.sections.ledger, ownEntries(ledger, owner));
  yield '\n}\n';
}

async function* sectionOf(name: string, what: string, rows: AsyncIterable<object>): AsyncGenerator<string> {
  yield `,\n  ${JSON.stringify(name)}: {\n    "what": ${JSON.stringify(what)},\n    "rows": [`;
  let many = 0;
  for await (const row of rows) {
    yield `${many === 0 ? '' : ','}\n      ${JSON.stringify(row)}`;
    many += 1;
  }
  yield many === 0 ? ']\n  }' : '\n    ]\n  }';
}

/** The changes that they made, and those that name them. */
async function* ownEntries({ entries }: Pick<Ledger, 'entries'>, owner: Identity): AsyncGenerator<object> {
  for (const entry of entries) if (isOf(entry, owner)) yield { ...entry, change: briefly(entry.change) };
}

function isOf({ author, change }: LedgerEntry, owner: Identity): boolean {
  const is = (one: Identity | undefined) => one?.tenant === owner.tenant && one.person === owner.person;
  if (is(author)) return true;
  if (change.kind === 'post-status') return is(change.reported?.by);
  return 'who' in change && is(change.who);
}
