// Forms: who gets which, and what a filled-in one leads to: the same preview as a sentence, or the form again.
import { calendar, hasEnded } from '../answer/calendar-items.ts';
import type { UpdateStage } from '../facts.ts';
import { type FilledForm, type FormRequest, type FormSubmission, filledForm } from '../form.ts';
import { activityKey, hostingKey, meetingKey, type RecordKey, roleKey, touchedBy } from '../plan/change.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Locale } from '../render/dates.ts';
import { type FormNotice, noticeText, renderForm, type ShownForm } from '../render/forms.ts';
import { settingFor } from '../render/names.ts';
import { render } from '../render/render.ts';
import type { CurrentPlan } from '../updates/current-plan.ts';
import { formOutcome } from '../updates/form-request.ts';
import { prefilled } from '../updates/form-values.ts';
import type { Asker, Updates } from '../updates/updates.ts';
import { stepAnswer } from './answering.ts';
import type { FormReply } from './turn-types.ts';

/** A form to fill in, however it is shown, or a sentence on why there is none. */
export type OpenedForm =
  | { readonly kind: 'form'; readonly shown: ShownForm }
  | { readonly kind: 'message'; readonly text: string };

/** The form again, or a step on the way of the change that it asks for. */
export type Submitted = OpenedForm | { readonly kind: 'step'; readonly step: UpdateStage };

/** Who has a form before them, when, and in what language. */
export interface FormOccasion {
  readonly asker: Asker;
  readonly now: LocalMoment;
  readonly locale: Locale;
}

export interface Forms {
  open(form: FormRequest, occasion: FormOccasion): OpenedForm;
  submit(submission: FormSubmission, occasion: FormOccasion): Promise<Submitted>;
  /** In place of a form that this version of the bot does not know. */
  outdated(occasion: FormOccasion): OpenedForm;
}

/** The same, each form as the card that Teams is given. */
export interface CardForms {
  open(form: FormRequest, occasion: FormOccasion): FormReply;
  submit(submission: FormSubmission, occasion: FormOccasion): Promise<FormReply | Extract<Submitted, { kind: 'step' }>>;
  outdated(occasion: FormOccasion): FormReply;
}

export function makeForms(current: CurrentPlan, updates: Updates): CardForms {
  const forms = makeOpenForms(current, updates);
  function reply(opened: OpenedForm, { now, locale }: FormOccasion): FormReply {
    if (opened.kind === 'message') return opened;
    const setting = settingFor(current.ledger().edition.plan, locale, now.day);
    return { kind: 'form', ...renderForm(opened.shown, setting) };
  }
  return {
    open: (form, occasion) => reply(forms.open(form, occasion), occasion),
    async submit(submission, occasion) {
      const submitted = await forms.submit(submission, occasion);
      return submitted.kind === 'step' ? submitted : reply(submitted, occasion);
    },
    outdated: (occasion) => reply(forms.outdated(occasion), occasion),
  };
}

export function makeOpenForms(current: CurrentPlan, updates: Updates): Forms {
  const plan = () => current.ledger().edition.plan;
  const setting = ({ now, locale }: FormOccasion) => settingFor(plan(), locale, now.day);
  const message = (notice: FormNotice, occasion: FormOccasion): OpenedForm => {
    return { kind: 'message', text: noticeText(notice, setting(occasion)) };
  };

  /** Why the asker gets no form; null where they do. */
  function barred(occasion: FormOccasion): OpenedForm | null {
    if (updates.mayChange(occasion.asker, 'form')) return null;
    const standing = updates.standing(occasion.asker);
    if (standing === 'unknown') return message({ kind: 'unknown-sender' }, occasion);
    return { kind: 'message', text: refusalText({ kind: 'not-allowed' }, occasion) };
  }

  function refusalText(problem: Extract<UpdateStage, { stage: 'refused' }>['problem'], { now, locale }: FormOccasion) {
    const answer = { query: null, parts: [stepAnswer({ stage: 'refused', problem })] };
    return render(answer, plan(), locale, now.day).spoken;
  }

  function open(form: FormRequest, occasion: FormOccasion, notice: FormNotice | null = null): OpenedForm {
    const refusal = barred(occasion);
    if (refusal) return refusal;
    const filled = prefilled(form, plan(), occasion.now.day);
    return filled ? show({ filled, errors: [], notice }, occasion) : message({ kind: 'gone' }, occasion);
  }

  function show(shown: Pick<ShownForm, 'filled' | 'errors' | 'notice'>, { now }: FormOccasion): OpenedForm {
    const upcoming = calendar(plan()).filter((item) => !hasEnded(item, now));
    return { kind: 'form', shown: { ...shown, base: current.ledger().edition.version, upcoming } };
  }

  async function submit(submission: FormSubmission, occasion: FormOccasion): Promise<Submitted> {
    await current.refresh();
    const { submit: form, base } = submission;
    const refusal = barred(occasion);
    if (refusal) return refusal;
    if (!prefilled(form, plan(), occasion.now.day)) return message({ kind: 'gone' }, occasion);
    const by = changersSince(base, form);
    if (by.length > 0) return open(form, occasion, { kind: 'changed-meanwhile', by });
    return proceed(filledForm(submission), occasion);
  }

  async function proceed(filled: FilledForm, occasion: FormOccasion): Promise<Submitted> {
    const outcome = formOutcome(filled, plan(), occasion.now);
    switch (outcome.kind) {
      case 'form':
        return open(outcome.form, occasion);
      case 'errors':
        return show({ filled, errors: outcome.errors, notice: null }, occasion);
      case 'unchanged':
        return show({ filled, errors: [], notice: { kind: 'unchanged' } }, occasion);
      case 'request': {
        const step = await updates.prepare(outcome.request, occasion.asker, occasion.now);
        if (step.stage !== 'refused') return { kind: 'step', step };
        const text = refusalText(step.problem, occasion);
        return show({ filled, errors: [], notice: { kind: 'refused', text } }, occasion);
      }
    }
  }

  /** Who has changed what a form shows since it was filled in beforehand. */
  function changersSince(base: number, form: FormRequest): string[] {
    const { entries } = current.ledger();
    const key = keyOf(form);
    if (key === null) return [];
    const changeOf = (version: number) => entries.find((entry) => entry.version === version)?.change;
    const since = entries.filter(({ version, change }) => version > base && touchedBy(change, changeOf).includes(key));
    return [...new Set(since.map(({ author }) => author.name))];
  }

  return { open, submit, outdated: (occasion) => message({ kind: 'outdated' }, occasion) };
}

/** The record that a form was filled from. */
function keyOf(form: FormRequest): RecordKey | null {
  switch (form.kind) {
    case 'meeting':
      return form.meeting && meetingKey(form.meeting);
    case 'status':
    case 'activity':
      return form.activity && activityKey(form.activity);
    case 'hosts':
      return form.conference && form.year !== null ? hostingKey(form.conference, form.year) : null;
    case 'role':
      return form.group && form.role && roleKey(form.group, form.role);
    case 'new-meeting':
    case 'announcement':
      return null;
  }
}
