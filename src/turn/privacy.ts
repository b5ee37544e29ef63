// What is kept of the asker, and forgetting them: always the one who writes, as Teams has authenticated them.
import { answerWith } from '../answer/parts.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { PrivacyStep, SingleAnswer } from '../facts.ts';
import type { Identity } from '../plan/change.ts';
import type { Ledger } from '../plan/fold.ts';
import type { PrivacyQuery } from '../query.ts';
import type { Locale } from '../render/dates.ts';
import type { PersonStore } from '../store/store.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import type { Incoming } from './turn-types.ts';

export interface PrivacyParts {
  readonly persons: PersonStore;
  readonly ledger: () => Ledger;
  readonly updates: Pick<Updates, 'standing'>;
  readonly exchange: Pick<Exchange, 'offerOwn'>;
  /** Has whoever was forgotten noted anew when they next write. */
  readonly forgotten: (identity: Identity) => void;
}

export interface PrivacyOccasion extends Pick<Incoming, 'scope'> {
  readonly asker: Asker;
  readonly locale: Locale;
}

export type Privacy = (query: PrivacyQuery, occasion: PrivacyOccasion) => Promise<SingleAnswer>;

export function makePrivacy({ persons, ledger, updates, exchange, forgotten }: PrivacyParts): Privacy {
  async function step(query: PrivacyQuery, { asker, scope, locale }: PrivacyOccasion): Promise<PrivacyStep> {
    const { identity } = asker;
    if (identity === null) return { step: 'unknown' };
    // What is kept of somebody is nobody else's business.
    if (scope !== 'personal') return { step: 'elsewhere' };
    if (query.aspect === 'file') return { step: 'file', link: exchange.offerOwn(identity, locale) };
    const { tenant, person, name } = identity;
    const isAuthor = ({ author }: Ledger['entries'][number]) => author.tenant === tenant && author.person === person;
    const stays = {
      changes: ledger().entries.filter(isAuthor).length,
      isSecretary: updates.standing(asker) === 'secretary',
    };
    if (query.aspect !== 'forget-confirmed') {
      return { step: query.aspect, name, person, held: await persons.held(identity), ...stays };
    }
    const held = await persons.forget(identity);
    forgotten(identity);
    return { step: 'forgotten', held, ...stays };
  }
  return async (query, occasion) => answerWith({ outcome: { kind: 'privacy', step: await step(query, occasion) } });
}
