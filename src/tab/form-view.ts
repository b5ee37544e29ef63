// A form of the secretariat as a page: the same inputs as the card in chat.
import type { FormSubmission } from '../form.ts';
import type { FormInput } from '../render/form-inputs.ts';
import { formContent, formPhrases, type ShownForm } from '../render/forms.ts';
import type { OpenedForm } from '../turn/forms.ts';
import { actAddress, carriedInputs } from './action-view.ts';
import { type Place, view } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import { type Kit, linkTo, type View } from './kit.ts';

/** A form, or the sentence in its place. */
export function openedView(opened: OpenedForm, kit: Kit): View {
  return opened.kind === 'form' ? formView(opened.shown, kit) : messageView(opened.text, kit);
}

function formView(shown: ShownForm, kit: Kit): View {
  const { setting, words, carried } = kit;
  const { title, inputs, submit } = formContent(shown, setting);
  const submission: FormSubmission = { submit: shown.filled.form, base: shown.base };
  const content = html`<p>${formPhrases(setting).fillIn}</p>
<form class="edit-form" method="post" action="${actAddress}">${carriedInputs(carried)}<input type="hidden" name="submission" value="${JSON.stringify(submission)}">
${inputs.map((input) => element(input, kit))}
<div class="actions"><button class="button primary" type="submit">${submit}</button>${linkTo(homeOf(shown.filled.form), words.cancelForm, kit, 'button')}</div></form>`;
  return { title, about: null, content, answers: [] };
}

function messageView(text: string, kit: Kit): View {
  const content = html`<p class="notice" role="status">${text}</p><p class="back">${linkTo(view('wheel'), kit.words.backToStart, kit)}</p>`;
  return { title: kit.words.changing, about: null, content, answers: [] };
}

/** Where a form leads back to. */
function homeOf(form: ShownForm['filled']['form']): Place {
  if (form.kind === 'meeting' && form.meeting !== null) return { view: 'meeting', id: form.meeting };
  if ('activity' in form && form.activity !== null) return { view: 'activity', id: form.activity };
  return form.kind === 'hosts' ? view('hosts') : view('calendar');
}

type Named = Exclude<FormInput, { kind: 'note' | 'toggle' }>;

function element(input: FormInput, kit: Kit): Html {
  switch (input.kind) {
    case 'note':
      return note(input);
    case 'toggle':
      return html`<label class="toggle"><input type="checkbox" name="${input.id}" value="true"${attributes({ checked: input.isOn })}> ${input.label}</label>`;
    case 'day':
      return single(input, 'date');
    case 'time':
      return single(input, 'time');
    case 'number':
      return html`${problem(input)}<label class="input">${input.label}<input inputmode="numeric" pattern="[0-9]*" maxlength="15"${common(input)}></label>`;
    case 'text':
      return text(input);
    case 'choice':
      return choice(input, kit);
  }
}

function note({ text, look }: Extract<FormInput, { kind: 'note' }>): Html {
  if (look === 'warning') return html`<p class="notice" role="alert">⚠ ${text}</p>`;
  return look === 'title' ? html`<p class="title">${text}</p>` : html`<p class="soft">${text}</p>`;
}

function problem({ id, problem }: Named): Html | false {
  return problem !== null && html`<p class="problem" id="problem-${id}">⚠ ${problem}</p>`;
}

/** What every input has; what is required the server asks for in words. */
function common({ id, value, problem }: Named) {
  const wrong = {
    'aria-invalid': problem === null ? null : 'true',
    'aria-describedby': problem === null ? null : `problem-${id}`,
  };
  return attributes({ name: id, value, ...wrong });
}

function single(input: Named, type: 'date' | 'time'): Html {
  return html`${problem(input)}<label class="input">${input.label}<input type="${type}"${common(input)}></label>`;
}

function text(input: Extract<FormInput, { kind: 'text' }>): Html {
  const { label, most, hint, isMultiline, id, value } = input;
  const shape = attributes({ maxlength: most, placeholder: hint });
  return html`${problem(input)}<label class="input">${label}${
    isMultiline
      ? html`<textarea name="${id}" rows="4"${shape}>
${value}</textarea>`
      : html`<input type="text"${shape}${common(input)}>`
  }</label>`;
}

function choice(input: Extract<FormInput, { kind: 'choice' }>, { setting }: Kit): Html {
  const { id, label, options, several, style, value } = input;
  const chosen = value.split(',');
  if (several || style === 'expanded') {
    const type = several ? 'checkbox' : 'radio';
    return html`${problem(input)}<fieldset><legend>${label}</legend><div class="choices">${options.map(([option, title]) => html`<label><input type="${type}" name="${id}" value="${option}"${attributes({ checked: chosen.includes(option) })}> ${title}</label>`)}</div></fieldset>`;
  }
  return html`${problem(input)}<label class="input">${label}<select name="${id}"${attributes({ 'aria-invalid': input.problem === null ? null : 'true' })}><option value="">${formPhrases(setting).hints.choose}</option>${options.map(([option, title]) => html`<option value="${option}"${attributes({ selected: chosen.includes(option) })}>${title}</option>`)}</select></label>`;
}
