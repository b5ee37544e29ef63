// The inputs of a form as elements of an Adaptive Card, each below what is wrong with it.
import { type CardJson, plain } from './card.ts';
import type { FormInput } from './form-inputs.ts';
import type { FormPhrases } from './form-phrases.ts';

type Named = Exclude<FormInput, { kind: 'note' | 'toggle' }>;

/** An input without a value has none in the card either. */
export function inputCard(input: FormInput, phrases: FormPhrases): CardJson[] {
  switch (input.kind) {
    case 'note':
      return [noteCard(input)];
    case 'toggle':
      return [{ type: 'Input.Toggle', id: input.id, title: input.label, value: input.isOn ? 'true' : 'false' }];
    case 'day':
      return named(input, { type: 'Input.Date', ...filledWith(input) }, phrases);
    case 'time':
      return named(input, { type: 'Input.Time', ...filledWith(input) }, phrases);
    case 'number': {
      const value = input.value === '' ? {} : { value: Number(input.value) };
      return named(input, { type: 'Input.Number', min: 0, ...value }, phrases);
    }
    case 'text':
      return named(input, textCard(input), phrases);
    case 'choice':
      return named(input, choiceCard(input, phrases), phrases);
  }
}

function named({ id, label, isRequired, problem }: Named, own: CardJson, { problems }: FormPhrases): CardJson[] {
  const needed = isRequired ? { isRequired, errorMessage: problems.required } : {};
  return [
    ...(problem === null ? [] : [noteCard({ text: problem, look: 'warning' })]),
    { id, label, ...needed, ...own },
  ];
}

/** A warning is marked by a sign and by weight, since colours alone tell nothing to some. */
function noteCard({ text, look }: Pick<Extract<FormInput, { kind: 'note' }>, 'text' | 'look'>): CardJson {
  const looks = {
    warning: { weight: 'Bolder', color: 'Attention' },
    title: { weight: 'Bolder' },
    aside: { isSubtle: true, size: 'Small', spacing: 'None' },
  } as const;
  return { type: 'TextBlock', text: plain(look === 'warning' ? `⚠ ${text}` : text), wrap: true, ...looks[look] };
}

function filledWith({ value }: Named): CardJson {
  return value === '' ? {} : { value };
}

function textCard(input: Extract<FormInput, { kind: 'text' }>): CardJson {
  const { most, hint, isMultiline } = input;
  return {
    type: 'Input.Text',
    maxLength: most,
    ...(isMultiline ? { isMultiline } : {}),
    ...(hint === null ? {} : { placeholder: hint }),
    ...filledWith(input),
  };
}

function choiceCard(input: Extract<FormInput, { kind: 'choice' }>, { hints }: FormPhrases): CardJson {
  const { options, several, style } = input;
  return {
    type: 'Input.ChoiceSet',
    style,
    choices: options.map(([option, title]) => ({ title, value: option })),
    ...(several ? { isMultiSelect: true, wrap: true } : {}),
    ...(style === 'expanded' ? { wrap: true } : { placeholder: hints.choose }),
    ...filledWith(input),
  };
}
