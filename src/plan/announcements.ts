// The messages and templates of the ledger, as they stand after each change.
import type { Announce, SetTemplate, Template } from './announcement.ts';
import { type LedgerEntry, templateKey } from './change.ts';
import { type Applied, type Difference, differing, type Value } from './difference.ts';
import { History, type Turn } from './history.ts';

/** A message with the entry that made it. */
export interface Announcement {
  readonly entry: LedgerEntry;
  readonly change: Announce;
  /** When it is to be sent, ISO. */
  readonly dueAt: string;
}

/** Only the fold sees it. */
export class Announcements {
  readonly #sent = new History<Announcement>();
  readonly #templates = new History<Template>();

  announce(entry: LedgerEntry, turn: Turn, change: Announce): Applied | null {
    const { before, after } = this.#sent.step(`message ${entry.version}`, entry, turn, () => {
      return { entry, change, dueAt: change.at ?? entry.at };
    });
    if (before === after) return null;
    const { audience, text, at } = change;
    const values: [Difference['field'], Value][] = [
      ['audience', { kind: 'audience', audience }],
      ['sending', { kind: 'instant', at }],
      ['message', { kind: 'text', text }],
    ];
    const differences = values.map(([field, value]): Difference => {
      return after ? { field, before: null, after: value } : { field, before: value, after: null };
    });
    return { subject: { kind: 'announcement', audience, at }, differences };
  }

  setTemplate(entry: LedgerEntry, turn: Turn, { name, text }: SetTemplate): Applied | null {
    const { before, after } = this.#templates.step(templateKey(name), entry, turn, () =>
      text === null ? undefined : { name, text },
    );
    if (before === after) return null;
    const toValue = (template: Template | undefined): Value | null =>
      template ? { kind: 'text', text: template.text } : null;
    const difference: Difference = { field: 'template', before: toValue(before), after: toValue(after) };
    return { subject: { kind: 'template', name }, differences: differing([difference]) };
  }

  /** Those that stand, oldest first. */
  sent(): Announcement[] {
    return this.#sent.values();
  }

  /** By name. */
  templates(): Template[] {
    return this.#templates.values().sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }
}
