// An answer as the reply to a turn, and what the conversation remembers of it.
import type { Answer } from '../facts.ts';
import type { Plan } from '../plan/plan.ts';
import { isPlanQuery } from '../query.ts';
import { formButton } from '../render/forms.ts';
import { updated, withOutcome } from '../render/in-place.ts';
import { settingFor } from '../render/names.ts';
import { type Rendered, render } from '../render/render.ts';
import type { TabTarget } from '../render/tab-link.ts';
import { answerQuery, type Knowledge, type Occasion, planOfQuery, seesDraft } from './answering.ts';
import { formsFor } from './form-offers.ts';
import { contextAfter, peopleAfter, personalAfter, personalOf, type Remembered } from './memory.ts';
import { describeTurn, makeStage } from './observing.ts';
import { isOwnBesideOthers, leavesCard, previewed } from './pressed.ts';
import { tabTargetFor } from './tab-offers.ts';
import type { Reply, Turn, TurnObserver } from './turn-types.ts';

/** What is answered, where its answer goes, and to whom. */
export interface Said {
  /** Null where a button was pressed. */
  readonly text: string | null;
  /** The first row of a long answer that is shown. */
  readonly from?: number | undefined;
  readonly inPlaceOf?: string | null | undefined;
  readonly teamsId: string;
}

export type MakeReply = (answered: Answer, occasion: Occasion, before: Remembered, said: Said) => Promise<Turn>;

/** Teams shows three suggestions. */
const mostSuggestions = 3;

/** @param tabLink opens the tab in Teams; null where there is none */
export function makeReplying(
  knowledge: Knowledge,
  tabLink: ((target: TabTarget) => string) | null,
  observer: TurnObserver,
): MakeReply {
  const { current, updates, reminding } = knowledge;
  const stage = makeStage(observer);
  const plan = (): Plan => current.ledger().edition.plan;

  async function reply(answered: Answer, occasion: Occasion, before: Remembered, said: Said): Promise<Turn> {
    const { query } = answered;
    const { locale } = occasion;
    const { identity } = occasion.asker;
    const { version } = current.ledger().edition;
    const understood = query?.kind === 'not-in-plan' && query.understood && isPlanQuery(query.understood);
    const subject = understood ? query.understood : query;
    const about = subject === query || subject === null ? answered : await answerQuery(subject, knowledge, occasion);
    const after: Remembered = {
      context: contextAfter(subject, about, before.context),
      locale,
      asked: query?.kind === 'talk' ? before.asked : said.text,
      people: peopleAfter(before, identity, personalAfter(query, answered, personalOf(before, identity), version)),
    };
    const rendered = { ...(await show(answered, occasion, said)), locale };
    const shown = withForms(withTab(rendered, answered, occasion), answered, occasion);
    observer.turned(...describeTurn(answered));
    if (isForgotten(answered)) return { reply: shown, memory: null, forgets: true };
    const question = said.text !== null && query !== null && query.kind !== 'talk' ? { question: said.text } : {};
    return { reply: { ...shown, ...refreshOf(answered, said), ...question }, memory: after };
  }

  async function show(
    answered: Answer,
    occasion: Occasion,
    { from, inPlaceOf }: Said,
  ): Promise<Rendered & Pick<Reply, 'stays' | 'isPersonal'>> {
    const { locale, now } = occasion;
    const { query } = answered;
    const about = planOfQuery(query, current, seesDraft(occasion, updates));
    const shown = stage('render', () => render(answered, about, locale, now.day, from));
    if (inPlaceOf === undefined) return shown;
    if (leavesCard(answered)) return { ...shown, stays: true };
    const isWish = query?.kind === 'reminders' && inPlaceOf !== null;
    const reminder = isWish ? await reminding.behind(query, occasion, inPlaceOf) : null;
    const setting = settingFor(plan(), locale, now.day);
    const personal = isOwnBesideOthers(query, occasion.scope) ? { isPersonal: true as const } : {};
    return { ...updated(reminder ? withOutcome(reminder, shown) : shown, now.time, setting), ...personal };
  }

  /** A link to the row or view of the tab that an answer is about, where there is room for it. */
  function withTab(shown: Reply, answered: Answer, { now }: Occasion): Reply {
    const target = tabTargetFor(answered);
    if (tabLink === null || target === null || shown.suggestions.length >= mostSuggestions) return shown;
    const { say } = settingFor(plan(), shown.locale, now.day);
    const button = { title: say.buttons.tab, action: { url: tabLink(target) } };
    return { ...shown, suggestions: [...shown.suggestions, button] };
  }

  /** The forms that a secretary may want now come after the questions. */
  function withForms(shown: Reply, answered: Answer, { asker, now }: Occasion): Reply {
    const offered = updates.standing(asker) === 'secretary' ? formsFor(answered, now) : [];
    if (offered.length === 0) return shown;
    const setting = settingFor(plan(), shown.locale, now.day);
    const buttons = offered.map((form) => ({ title: formButton(form, setting), action: { form } }));
    return { ...shown, suggestions: [...shown.suggestions, ...buttons] };
  }

  return reply;
}

function isForgotten({ parts }: Answer): boolean {
  return parts.some(({ outcome }) => outcome.kind === 'privacy' && outcome.step.step === 'forgotten');
}

/** Seen again, a preview shows its author whether it was confirmed elsewhere, or has grown too old. */
function refreshOf(answered: Answer, { teamsId }: Said): Pick<Reply, 'refresh'> {
  const shown = previewed(answered);
  return shown && teamsId !== '' ? { refresh: { action: { look: shown.proposal }, teamsId } } : {};
}
