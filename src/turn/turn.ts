// One message, start to end, without Teams: understand → answer → render, and what the conversation remembers.
import { ButtonAction } from '../button.ts';
import type { Answer } from '../facts.ts';
import type { SecondReader } from '../model/second-reader.ts';
import { addDays, type LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import type { Query } from '../query.ts';
import type { TabTarget } from '../render/tab-link.ts';
import type { PeopleStore, PersonStore, QuestionStore } from '../store/store.ts';
import { asksForDraft } from '../understand/ask-files.ts';
import { understandInYears } from '../understand/years.ts';
import type { Asker } from '../updates/updates.ts';
import { answerQuery, fileAnswer, type Knowledge, type Occasion, seesDraft, stepAnswer } from './answering.ts';
import { inConversation, languageOf, makeFormTurns } from './form-turns.ts';
import { makeForms } from './forms.ts';
import { personalOf, type Remembered, recall } from './memory.ts';
import { makeStage, unobserved } from './observing.ts';
import { makePlanViews } from './plan-views.ts';
import { makePrivacy } from './privacy.ts';
import { press, react } from './reacting.ts';
import { makeReadAgain, withDoubt } from './reading-again.ts';
import { makeReplying } from './replying.ts';
import { makeSearching } from './searching.ts';
import { askerOf, forgetAsker } from './sender.ts';
import type {
  Apologise,
  Incoming,
  Memory,
  OpenForm,
  Rate,
  SearchPlan,
  SubmitForm,
  TakeTurn,
  TooMany,
  Turn,
  TurnObserver,
  Welcome,
} from './turn-types.ts';
import { apology, tooMany, welcome } from './unasked.ts';

export interface Turns {
  readonly takeTurn: TakeTurn;
  readonly welcome: Welcome;
  readonly apologise: Apologise;
  readonly tooMany: TooMany;
  readonly openForm: OpenForm;
  readonly submitForm: SubmitForm;
  readonly rate: Rate;
  readonly search: SearchPlan;
}

/** What turns are made of. */
export interface TurnParts
  extends Pick<
    Knowledge,
    | 'current'
    | 'updates'
    | 'exchange'
    | 'holidays'
    | 'feeds'
    | 'address'
    | 'clock'
    | 'reminding'
    | 'announcing'
    | 'checkingIn'
  > {
  readonly questions: QuestionStore;
  readonly people: PeopleStore;
  /** Opens the tab in Teams; null where there is none. */
  readonly tabLink: ((target: TabTarget) => string) | null;
  /** Reads again what the parser is not sure of; null where there is no such thing. */
  readonly secondReader: SecondReader | null;
  readonly persons: PersonStore;
  readonly observer?: TurnObserver;
}

/** Makes the conversation's functions; the vocabulary is built when a record gets a new name. */
export function makeTurn(parts: TurnParts): Turns & { readonly knowledge: Knowledge } {
  const { current, updates, exchange, questions, people, clock, holidays, feeds, address, reminding, announcing } =
    parts;
  const { secondReader, persons, checkingIn, tabLink, observer = unobserved } = parts;
  const stage = makeStage(observer);
  const { timeZone } = current.ledger().edition.plan.region;
  /** The last instant of a day. */
  const endOf = (day: string): Date => new Date(instantAt(addDays(day, 1), '00:00', timeZone).getTime() - 1);
  const privacy = makePrivacy({
    persons,
    ledger: current.ledger,
    updates,
    exchange,
    forgotten: (identity) => forgetAsker(people, identity),
  });
  const ways = { privacy, feeds, address, clock, reminding, announcing, checkingIn };
  const knowledge: Knowledge = { current, updates, exchange, questions, holidays, endOf, ...ways };
  const views = makePlanViews(current);
  const readAgain = makeReadAgain(secondReader, current, views);
  const forms = makeForms(current, updates);
  const plan = (): Plan => current.ledger().edition.plan;
  const now = (): LocalMoment => localAt(clock(), timeZone);
  const reply = makeReplying(knowledge, tabLink, observer);
  const formTurns = makeFormTurns(forms, occasionOf, reply);

  async function occasionOf(incoming: Incoming, remembered: Remembered): Promise<Occasion> {
    const { scope, conversation } = incoming;
    const asker = await askerOf(incoming, people, clock);
    const { toldVersion } = personalOf(remembered, asker.identity);
    const locale = languageOf(incoming, remembered);
    return { asker, scope, conversation, locale, now: now(), toldVersion };
  }

  async function takeTurn(incoming: Incoming, memory: Memory, onWait: () => void = () => undefined): Promise<Turn> {
    const form = await formTurns.take(incoming, memory);
    if (form) return form;
    const remembered = recall(memory);
    const occasion = await occasionOf(incoming, remembered);
    const sent = await takeFiles(incoming, exchange, occasion.asker);
    if (sent) return reply(sent, occasion, remembered, { text: null, teamsId: teamsIdOf(incoming) });
    const pressed = await takePress(incoming, memory, occasion, remembered);
    if (pressed) return pressed;
    // Without a title there is nothing to read as typed.
    if (incoming.inPlaceOf !== undefined) {
      return { reply: { ...inConversation(forms.outdated(occasion), occasion.locale), stays: true }, memory };
    }
    return takeWords(incoming, occasion, remembered, onWait);
  }

  /** A pressed button; null where it is to be read as if its title had been typed. */
  async function takePress(
    incoming: Incoming,
    memory: Memory,
    occasion: Occasion,
    remembered: Remembered,
  ): Promise<Turn | null> {
    const pressed = ButtonAction.safeParse(incoming.action);
    if (!pressed.success) return null;
    const answered = await press(pressed.data, knowledge, occasion, remembered);
    if (!answered) return null;
    const from = 'query' in pressed.data ? pressed.data.from : undefined;
    const said = { text: null, from, inPlaceOf: incoming.inPlaceOf, teamsId: teamsIdOf(incoming) };
    const turn = await reply(answered, occasion, remembered, said);
    // Who only looks has said nothing.
    return 'look' in pressed.data ? { ...turn, memory } : turn;
  }

  async function takeWords(
    incoming: Incoming,
    occasion: Occasion,
    remembered: Remembered,
    onWait: () => void,
  ): Promise<Turn> {
    const { pending } = personalOf(remembered, occasion.asker.identity);
    const context = { ...remembered.context, pending };
    const years = views(occasion.now, seesDraft(occasion, updates));
    const understood = stage('understand', () => understandInYears(incoming.text, context, years, occasion.now));
    const query = await stage('model', () => readAgain(understood, incoming, context, occasion.now, onWait));
    const told: Occasion = { ...occasion, locale: understood.language ?? occasion.locale };
    const answered = await stage(
      'answer',
      async () => (await react(query, knowledge, told, remembered)) ?? answerQuery(query, knowledge, told),
    );
    await keepUnanswered(query, incoming.text, told);
    const doubted = query === understood.query ? answered : withDoubt(answered, understood.query);
    return reply(doubted, told, remembered, { text: incoming.text, teamsId: teamsIdOf(incoming) });
  }

  async function keepUnanswered(query: Query, text: string, { now }: Occasion): Promise<void> {
    if (query.kind !== 'not-in-plan' || (query.reason !== 'words' && query.reason !== 'nothing')) return;
    await questions.keep(text, 'unanswered', now.day);
  }

  const rate: Rate = (question, verdict) => questions.keep(question, verdict, now().day);

  return {
    takeTurn,
    welcome: (_scope, locale) => welcome(plan(), now(), holidays, locale),
    apologise(reference, locale) {
      observer.turned('none', 'failed');
      return apology(reference, plan(), now(), locale);
    },
    tooMany: (locale) => tooMany(plan(), now(), locale),
    openForm: formTurns.open,
    submitForm: formTurns.submit,
    rate,
    search: makeSearching(knowledge, views),
    knowledge,
  };
}

const teamsIdOf = ({ sender }: Incoming): string => sender?.teamsId ?? '';

/** What becomes of the files that came with a message; null where none did. */
async function takeFiles(
  { files, text }: Incoming,
  exchange: Knowledge['exchange'],
  asker: Asker,
): Promise<Answer | null> {
  const [file, another] = files ?? [];
  if (!file) return null;
  if (another) return { query: null, parts: [fileAnswer(null, { step: 'unread', name: file.name, why: 'many' })] };
  const state = asksForDraft(text) ? 'draft' : 'published';
  const step = await exchange.receive(file, state, asker);
  return { query: null, parts: ['step' in step ? fileAnswer(null, step) : stepAnswer(step)] };
}
