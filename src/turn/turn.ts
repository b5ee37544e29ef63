// One message, start to end, without Teams: understand → answer → render, and what the conversation remembers.
import { ButtonAction } from '../button.ts';
import type { Answer, UpdateStage } from '../facts.ts';
import { FormAction, FormSubmission } from '../form.ts';
import type { SecondReader } from '../model/second-reader.ts';
import { addDays, type LocalMoment } from '../plan/days.ts';
import type { Plan } from '../plan/plan.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { isPlanQuery, type Query, wish } from '../query.ts';
import { leadChosen } from '../reminders/lead.ts';
import { about, topicChosen } from '../reminders/wished-topics.ts';
import type { Locale } from '../render/dates.ts';
import { formButton } from '../render/forms.ts';
import { updated, withOutcome } from '../render/in-place.ts';
import { settingFor } from '../render/names.ts';
import { type Rendered, render } from '../render/render.ts';
import { suggestionTitle } from '../render/suggestion-titles.ts';
import type { TabTarget } from '../render/tab-link.ts';
import type { PeopleStore, PersonStore, QuestionStore } from '../store/store.ts';
import { asksForDraft } from '../understand/ask-files.ts';
import { understandInYears } from '../understand/years.ts';
import {
  answerQuery,
  fileAnswer,
  type Knowledge,
  type Occasion,
  planOfQuery,
  seesDraft,
  stepAnswer,
} from './answering.ts';
import { firstQuestions } from './first-questions.ts';
import { formsFor } from './form-offers.ts';
import { type FormOccasion, makeForms } from './forms.ts';
import { contextAfter, peopleAfter, personalAfter, personalOf, type Remembered, recall } from './memory.ts';
import { moveOn } from './move-on.ts';
import { describeTurn, makeStage, unobserved } from './observing.ts';
import { refersToPlan } from './old-buttons.ts';
import { makePlanViews } from './plan-views.ts';
import { isOwnBesideOthers, leavesCard, previewed } from './pressed.ts';
import { makePrivacy } from './privacy.ts';
import { makeReadAgain, withDoubt } from './reading-again.ts';
import { makeSearching } from './searching.ts';
import { askerOf, forgetAsker } from './sender.ts';
import { tabTargetFor } from './tab-offers.ts';
import type {
  Apologise,
  FormReply,
  Incoming,
  Memory,
  OpenForm,
  Rate,
  Reply,
  SearchPlan,
  SubmitForm,
  TakeTurn,
  TooMany,
  Turn,
  TurnObserver,
  Welcome,
} from './turn-types.ts';

/** What is answered, where its answer goes, and to whom. */
interface Said {
  /** Null where a button was pressed. */
  readonly text: string | null;
  /** The first row of a long answer that is shown. */
  readonly from?: number | undefined;
  readonly inPlaceOf?: string | null | undefined;
  readonly teamsId: string;
}

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

/** Teams shows three suggestions. */
const mostSuggestions = 3;

/** Makes the conversation's functions; the vocabulary is built when a record gets a new name. */
export function makeTurn(parts: TurnParts): Turns & { readonly knowledge: Knowledge } {
  const { current, updates, exchange, questions, people, clock, holidays, feeds, address, reminding, announcing } =
    parts;
  const { secondReader, persons, checkingIn, observer = unobserved } = parts;
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

  async function takeTurn(incoming: Incoming, memory: Memory, onWait: () => void = () => undefined): Promise<Turn> {
    const form = await takeForm(incoming, memory);
    if (form) return form;
    const remembered = recall(memory);
    const asker = await askerOf(incoming, people, clock);
    const known = remembered.locale ?? incoming.locale ?? 'sv';
    const { scope, conversation } = incoming;
    const { toldVersion, pending } = personalOf(remembered, asker.identity);
    const occasion: Occasion = {
      asker,
      scope,
      conversation,
      locale: known,
      now: now(),
      toldVersion,
    };
    const { inPlaceOf, sender } = incoming;
    const teamsId = sender?.teamsId ?? '';
    const sent = await takeFiles(incoming, occasion);
    if (sent) return reply(sent, occasion, remembered, { text: null, teamsId });
    const pressed = ButtonAction.safeParse(incoming.action);
    if (pressed.success) {
      const answered = await press(pressed.data, occasion, remembered);
      const from = 'query' in pressed.data ? pressed.data.from : undefined;
      const turn = answered && (await reply(answered, occasion, remembered, { text: null, from, inPlaceOf, teamsId }));
      // Who only looks has said nothing.
      if (turn) return 'look' in pressed.data ? { ...turn, memory } : turn;
    }
    // Without a title there is nothing to read as typed.
    if (inPlaceOf !== undefined)
      return { reply: { ...inConversation(forms.outdated(occasion), known), stays: true }, memory };
    const context = { ...remembered.context, pending };
    const years = views(occasion.now, seesDraft(occasion, updates));
    const understood = stage('understand', () => understandInYears(incoming.text, context, years, occasion.now));
    const query = await stage('model', () => readAgain(understood, incoming, context, occasion.now, onWait));
    const told: Occasion = { ...occasion, locale: understood.language ?? known };
    const answered = await stage(
      'answer',
      async () => (await react(query, told, remembered)) ?? answerQuery(query, knowledge, told),
    );
    await keepUnanswered(query, incoming.text, told);
    const doubted = query === understood.query ? answered : withDoubt(answered, understood.query);
    return reply(doubted, told, remembered, { text: incoming.text, teamsId });
  }

  /** What becomes of the files that came with a message; null where none did. */
  async function takeFiles({ files, text }: Incoming, { asker }: Occasion): Promise<Answer | null> {
    const [file, another] = files ?? [];
    if (!file) return null;
    if (another) return { query: null, parts: [fileAnswer(null, { step: 'unread', name: file.name, why: 'many' })] };
    const state = asksForDraft(text) ? 'draft' : 'published';
    const step = await exchange.receive(file, state, asker);
    return { query: null, parts: ['step' in step ? fileAnswer(null, step) : stepAnswer(step)] };
  }

  /** What a button does; null for one of a plan that has changed since, whose title is then read as typed. */
  async function press(action: ButtonAction, occasion: Occasion, before: Remembered): Promise<Answer | null> {
    const { asker, now } = occasion;
    if ('query' in action) {
      const query = withComment(action);
      const known = planOfQuery(query, current, seesDraft(occasion, updates));
      return refersToPlan(query, known) ? answerQuery(query, knowledge, occasion) : null;
    }
    if ('remind' in action) return answerQuery(wishChosen(action, plan()), knowledge, occasion);
    if ('form' in action || 'url' in action) return null;
    if ('confirm' in action) return confirmed(action.confirm, action.sure, occasion, before);
    if ('look' in action) {
      const { proposal } = personalOf(before, asker.identity);
      const request = proposal?.id === action.look ? proposal.request : null;
      return stepOf(await updates.look(action.look, request, asker, now));
    }
    return stepOf(await moveOn(action, updates, asker, now));
  }

  /** A change made, and the next that the same message asked for. */
  async function confirmed(
    id: string,
    sure: number | undefined,
    { asker, now }: Occasion,
    before: Remembered,
  ): Promise<Answer> {
    const step = await updates.confirm(id, asker, sure);
    const { proposal } = personalOf(before, asker.identity);
    const [next, ...later] = proposal?.id === id ? (proposal.request.later ?? []) : [];
    if (step.stage !== 'done' || step.again || !next) return stepOf(step);
    const request = later.length > 0 ? { ...next.request, later } : next.request;
    return { query: null, parts: [stepAnswer(step), stepAnswer(await updates.prepare(request, asker, now))] };
  }

  async function formOccasion(incoming: Incoming, memory: Memory): Promise<FormOccasion> {
    const locale = recall(memory).locale ?? incoming.locale ?? 'sv';
    return { asker: await askerOf(incoming, people, clock), now: now(), locale };
  }

  async function openForm(incoming: Incoming, memory: Memory): Promise<FormReply> {
    const occasion = await formOccasion(incoming, memory);
    const asked = FormAction.safeParse(incoming.action);
    return asked.success ? forms.open(asked.data.form, occasion) : forms.outdated(occasion);
  }

  async function submitForm(incoming: Incoming, memory: Memory): ReturnType<SubmitForm> {
    const occasion = await formOccasion(incoming, memory);
    const submission = FormSubmission.safeParse(incoming.action);
    if (!submission.success) return forms.outdated(occasion);
    const submitted = await forms.submit(submission.data, occasion);
    if (submitted.kind !== 'step') return submitted;
    const remembered = recall(memory);
    const { toldVersion } = personalOf(remembered, occasion.asker.identity);
    const { scope, conversation } = incoming;
    const turn = await reply(stepOf(submitted.step), { ...occasion, scope, conversation, toldVersion }, remembered, {
      text: null,
      teamsId: incoming.sender?.teamsId ?? '',
    });
    return { kind: 'turn', turn };
  }

  /** A form in the conversation itself, where the client has no dialogs; null where none is asked for or sent in. */
  async function takeForm(incoming: Incoming, memory: Memory): Promise<Turn | null> {
    const { action } = incoming;
    const isSent = FormSubmission.safeParse(action).success;
    if (!isSent && !FormAction.safeParse(action).success) return null;
    const taken = isSent ? await submitForm(incoming, memory) : await openForm(incoming, memory);
    if (taken.kind === 'turn') return taken.turn;
    const locale = recall(memory).locale ?? incoming.locale ?? 'sv';
    return { reply: inConversation(taken, locale), memory };
  }

  /** "Ja" and "nej" to a preview or a question, praise and blame of the last answer. */
  async function react(query: Query, occasion: Occasion, before: Remembered): Promise<Answer | null> {
    const { asker, now } = occasion;
    if (query.kind !== 'talk') return null;
    if (query.about === 'agree' && personalOf(before, asker.identity).forgetting) {
      return answerQuery({ kind: 'privacy', aspect: 'forget-confirmed' }, knowledge, occasion);
    }
    const { asked } = before;
    const { proposal, pending } = personalOf(before, asker.identity);
    if (proposal !== null && query.about === 'agree') {
      // After something else has been spoken of, "yes" may mean that: what it would do is shown once more.
      const { id, request, isFresh, sure } = proposal;
      return isFresh ? confirmed(id, sure, occasion, before) : stepOf(await updates.prepare(request, asker, now));
    }
    if (proposal !== null && query.about === 'decline') return stepOf(await updates.withdraw(proposal.id, asker));
    if (pending !== null && query.about === 'decline') return stepOf({ stage: 'withdrawn' });
    if (asked !== null && query.about === 'praise') await questions.keep(asked, 'praised', now.day);
    if (asked !== null && query.about === 'complaint') await questions.keep(asked, 'blamed', now.day);
    return null;
  }

  async function keepUnanswered(query: Query, text: string, { now }: Occasion): Promise<void> {
    if (query.kind !== 'not-in-plan' || (query.reason !== 'words' && query.reason !== 'nothing')) return;
    await questions.keep(text, 'unanswered', now.day);
  }

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
    const shown = withForms(withTab(rendered, answered), answered, occasion);
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
  function withTab(shown: Reply, answered: Answer): Reply {
    const target = tabTargetFor(answered);
    if (parts.tabLink === null || target === null || shown.suggestions.length >= mostSuggestions) return shown;
    const { say } = settingFor(plan(), shown.locale, now().day);
    const button = { title: say.buttons.tab, action: { url: parts.tabLink(target) } };
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

  const rate: Rate = (question, verdict) => questions.keep(question, verdict, now().day);

  function welcome(_scope: Incoming['scope'], locale: Locale): Reply {
    const setting = settingFor(plan(), locale, now().day);
    const { cooperation } = plan().region;
    const text = setting.say.welcome(locale === 'sv' ? cooperation.sv : (cooperation.en ?? cooperation.sv));
    const suggestions = firstQuestions(plan(), now(), holidays).map((query) => ({
      title: suggestionTitle(query, setting),
      action: { query },
    }));
    return { text, spoken: text, card: null, suggestions, locale };
  }

  function apologise(reference: string, locale: Locale): Reply {
    observer.turned('none', 'failed');
    return plainly(settingFor(plan(), locale, now().day).say.apology(reference), locale);
  }

  function tooMany(locale: Locale): Reply {
    return plainly(settingFor(plan(), locale, now().day).say.tooMany, locale);
  }

  const search = makeSearching(knowledge, views);
  return { takeTurn, welcome, apologise, tooMany, openForm, submitForm, rate, search, knowledge };
}

function plainly(text: string, locale: Locale): Reply {
  return { text, spoken: text, card: null, suggestions: [], locale };
}

function isForgotten({ parts }: Answer): boolean {
  return parts.some(({ outcome }) => outcome.kind === 'privacy' && outcome.step.step === 'forgotten');
}

/** The wish that a card of reminders was filled in with. */
function wishChosen(
  { remind, topics = '', leads = '' }: Extract<ButtonAction, { remind: unknown }>,
  plan: Plan,
): Query {
  const query = wish('start', { whom: { kind: remind }, leads: leads.split(',').flatMap(leadChosen) });
  return about(
    query,
    topics.split(',').flatMap((choice) => topicChosen(choice, plan)),
  );
}

/** What was written beside a button that asks for a comment. */
function withComment({ query, comment = '' }: Extract<ButtonAction, { query: unknown }>): Query {
  if (query.kind !== 'check-ins' || query.wish.act !== 'answer' || comment.trim() === '') return query;
  return { ...query, wish: { ...query.wish, comment } };
}

/** A step of a change as the answer to a press. */
function stepOf(step: UpdateStage): Answer {
  return { query: null, parts: [stepAnswer(step)] };
}

/** A form, or a sentence in its place, in the conversation. */
function inConversation(form: FormReply, locale: Locale): Reply {
  const card = form.kind === 'form' ? form.card : null;
  return { text: form.text, spoken: form.text, card, suggestions: [], locale };
}

/** Seen again, a preview shows its author whether it was confirmed elsewhere, or has grown too old. */
function refreshOf(answered: Answer, { teamsId }: Said): Pick<Reply, 'refresh'> {
  const shown = previewed(answered);
  return shown && teamsId !== '' ? { refresh: { action: { look: shown.proposal }, teamsId } } : {};
}
