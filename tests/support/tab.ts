// The tab on a store in memory, and pages as somebody gets them.
import { makeCore } from '../../src/core.ts';
import type { LedgerEntry } from '../../src/plan/change.ts';
import type { PlanRecords } from '../../src/plan/plan.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { Reader } from '../../src/tab/reader.ts';
import { base } from './question-table.ts';
import { colleague, member, type Person, secretary } from './secretariat.ts';
import { keptLog, type LogLine } from './service.ts';

export const assets = { style: '/tab/assets/tab.css', script: '/tab/assets/tab.js', teams: '/tab/assets/teams.js' };

export const readerOf = ({ tenant, person, name }: Person): Reader => ({ tenant, person, name });

export interface Options {
  readonly now?: string;
  readonly records?: PlanRecords;
  /** One that another instance has too; it is not closed. */
  readonly store?: Store;
}

/** The tab, at a local time that the test may move. */
export async function startTab({ now = '2019-03-01T09:00', records = base, store: shared }: Options = {}) {
  const lines: LogLine[] = [];
  const store = shared ?? (await openMemory());
  let at = now;
  const named = [secretary.person, colleague.person];
  const clock = () => instantOf(at, records.region.timeZone);
  const core = await makeCore(records, store, named, clock, keptLog(lines));
  const tab = core.tabWith(assets);

  function asked(address: string, person: Person | null) {
    const url = new URL(address, 'http://tab.invalid/tab/');
    return {
      path: url.pathname,
      query: url.searchParams,
      preferred: 'sv' as const,
      reader: person && readerOf(person),
    };
  }

  async function post(fields: Readonly<Record<string, string>> | URLSearchParams, person: Person | null = secretary) {
    return (await tab.act(asked('act', person), new URLSearchParams(fields))).html;
  }

  return {
    tab,
    store,
    core,
    lines,
    asked,
    post,
    setNow(later: string) {
      at = later;
    },
    page: (address = '', person: Person | null = member) => tab.show(asked(address, person)).html,
    isFound: (address: string) => tab.show(asked(address, member)).isFound,
    tag: (address = '', person: Person | null = member) => tab.tagOf(asked(address, person)),
    /** Presses the button of a page whose title is this. */
    press: (page: string, title: RegExp, person: Person | null = secretary) => post(fieldsOf(page, title), person),
    ledger: (): Promise<LedgerEntry[]> => store.ledger.since(0),
    async stop() {
      core.stop();
      if (!shared) await store.close();
    },
  };
}
export type StartedTab = Awaited<ReturnType<typeof startTab>>;

/** What a form sends: its hidden inputs, and what is filled in beforehand. */
export function fieldsOf(page: string, button: RegExp): URLSearchParams {
  const forms = [...page.matchAll(/<form [^>]*method="post"[^>]*>([\s\S]*?)<\/form>/g)].map((match) => match[1] ?? '');
  const form = forms.find((one) =>
    [...one.matchAll(/<button[^>]*>([^<]*)</g)].some((match) => button.test(unescaped(match[1] ?? ''))),
  );
  if (form === undefined) throw new Error(`no form has a button ${button}; there are ${forms.length} forms`);
  const fields = new URLSearchParams();
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const isUnchosen = /type="(?:checkbox|radio)"/.test(input) && !/ checked/.test(input);
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined && !isUnchosen) fields.append(name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields.append(name, unescaped(/value="([^"]*)" selected/.exec(options)?.[1] ?? ''));
  }
  return fields;
}

export function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replaceAll(/&(#39|\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

/** What a page says, without its elements. */
export function wordsOf(page: string): string {
  const body = page.slice(page.indexOf('<main'));
  return unescaped(
    body.replaceAll(/<(?:option|svg)[\s\S]*?<\/(?:option|svg)>/g, ' ').replaceAll(/<[^>]+>/g, ' '),
  ).replaceAll(/\s+/g, ' ');
}
