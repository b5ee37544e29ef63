// Conversations about changes: several people, one store, a clock that the test moves.
import { makeCore } from '../../src/core.ts';
import type { FormRequest } from '../../src/form.ts';
import type { LedgerEntry } from '../../src/plan/change.ts';
import type { PlanRecords } from '../../src/plan/plan.ts';
import { instantOf } from '../../src/settings.ts';
import { openMemory } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import type { Download, Incoming, Memory, Reply } from '../../src/turn/turn-types.ts';
import { base } from './question-table.ts';
import { keptLog, type LogLine, tenant } from './service.ts';

export type Person = NonNullable<Incoming['sender']>;

export const secretary: Person = {
  tenant,
  person: '22222222-2222-4222-8222-222222222222',
  name: 'Sara Sekreterare',
  teamsId: '29:sara',
};
export const colleague: Person = {
  tenant,
  person: '33333333-3333-4333-8333-333333333333',
  name: 'Karl Kollega',
  teamsId: '29:karl',
};
export const member: Person = {
  tenant,
  person: '11111111-1111-4111-8111-111111111111',
  name: 'Lena Ledamot',
  teamsId: '29:lena',
};

export interface Said extends Reply {
  /** What the buttons carry, by title. */
  readonly press: (title: RegExp) => unknown;
}

/** The bot on a store, and people who talk to it. */
export async function startSecretariat(
  now = '2019-03-01T09:00',
  store?: Store,
  records: PlanRecords = base,
  download?: Download,
) {
  const lines: LogLine[] = [];
  const kept = store ?? (await openMemory());
  const named = [secretary.person, colleague.person];
  let at = now;
  const clock = () => instantOf(at, base.region.timeZone);
  const core = await makeCore(records, kept, named, clock, keptLog(lines), download ? { download } : {});
  const memories = new Map<string, Memory>();

  async function take(incoming: Partial<Incoming>, sender: Person | null, conversation: string): Promise<Said> {
    const whole: Incoming = {
      text: '',
      locale: 'sv',
      conversation,
      scope: 'personal',
      sender,
      mentions: [],
      action: null,
      ...incoming,
    };
    const turn = await core.turns.takeTurn(whole, memories.get(conversation) ?? null);
    // As it is stored between turns.
    memories.set(conversation, JSON.parse(JSON.stringify(turn.memory)));
    return { ...turn.reply, press: (title) => turn.reply.suggestions.find((one) => title.test(one.title))?.action };
  }

  return {
    lines,
    store: kept,
    /** What reminders are made of. */
    reminding: core.reminding,
    clock,
    /** What is behind the addresses of files. */
    serve: core.exchange.serve,
    plan: () => core.current.ledger().edition,
    /** Sets the clock: local time of the region. */
    setNow(later: string) {
      at = later;
    },
    say: (text: string, sender: Person | null = secretary, more: Partial<Incoming> = {}) =>
      take({ text, ...more }, sender, more.conversation ?? sender?.teamsId ?? 'nobody'),
    press: (action: unknown, sender: Person | null = secretary) =>
      take({ action }, sender, sender?.teamsId ?? 'nobody'),
    tooMany: core.turns.tooMany,
    /** Asks nobody who they are: whoever Teams lets in finds the same. */
    search: core.turns.search,
    openForm: (form: FormRequest, sender: Person = secretary) => {
      const incoming = { text: '', locale: 'sv' as const, conversation: sender.teamsId, scope: 'personal' as const };
      return core.turns.openForm({ ...incoming, sender, mentions: [], action: { form } }, null);
    },
    ledger: (): Promise<LedgerEntry[]> => kept.ledger.since(0),
    async stop() {
      core.stop();
      await kept.close();
    },
  };
}
export type Secretariat = Awaited<ReturnType<typeof startSecretariat>>;
