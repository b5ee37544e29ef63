// What a form or a button of the tab was sent for, done through the same updates as in chat.
import { ButtonAction } from '../button.ts';
import type { SingleAnswer } from '../facts.ts';
import { FormSubmission } from '../form.ts';
import { answerQuery, type Knowledge, stepAnswer } from '../turn/answering.ts';
import type { Forms } from '../turn/forms.ts';
import { isUpdateAction, moveOn } from '../turn/move-on.ts';
import { refersToPlan } from '../turn/old-buttons.ts';
import { type Place, view } from './address.ts';
import { doneView } from './done-view.ts';
import { openedView } from './form-view.ts';
import type { Kit, View } from './kit.ts';
import { askerOf, formOccasion, type Reader } from './reader.ts';

/** What was done, where it belongs, and how it is shown by the plan as it is afterwards. */
export interface Done {
  readonly home: Place;
  readonly make: (kit: Kit) => View;
}

export type Act = (reader: Reader, fields: URLSearchParams, kit: Kit) => Promise<Done>;

export function makeActing(forms: Forms, knowledge: Knowledge): Act {
  async function act(reader: Reader, fields: URLSearchParams, kit: Kit): Promise<Done> {
    const submission = FormSubmission.safeParse(submittedOf(fields));
    if (submission.success) {
      const submitted = await forms.submit(submission.data, formOccasion(reader, kit));
      if (submitted.kind !== 'step') return { home: view('calendar'), make: (after) => openedView(submitted, after) };
      return answered([stepAnswer(submitted.step)]);
    }
    const action = ButtonAction.safeParse(parsed(fields.get('action')));
    return action.success ? pressed(action.data, reader, kit) : outdated(reader);
  }

  async function pressed(action: ButtonAction, reader: Reader, kit: Kit): Promise<Done> {
    const asker = askerOf(reader);
    const { now: moment, setting } = kit;
    if ('query' in action) {
      const isOurs = action.query.kind === 'calendar' && refersToPlan(action.query, setting.plan);
      if (!isOurs) return outdated(reader);
      const occasion = {
        asker,
        scope: 'personal' as const,
        conversation: '',
        locale: setting.locale,
        now: moment,
        toldVersion: null,
      };
      return answered((await answerQuery(action.query, knowledge, occasion)).parts, view('calendar'));
    }
    if ('form' in action) {
      const opened = forms.open(action.form, formOccasion(reader, kit));
      return { home: view('calendar'), make: (after) => openedView(opened, after) };
    }
    if (isUpdateAction(action)) return answered([stepAnswer(await moveOn(action, knowledge.updates, asker, moment))]);
    return outdated(reader);
  }

  /** A form or button that this version of the bot does not know, or that is none of the tab's. */
  function outdated(reader: Reader): Done {
    const make = (after: Kit) => openedView(forms.outdated(formOccasion(reader, after)), after);
    return { home: view('wheel'), make };
  }

  return act;
}

/** What chat would say. */
function answered(parts: readonly SingleAnswer[], home: Place = view('changes')): Done {
  return { home, make: (kit) => doneView(parts, home, kit) };
}

/** The fields of a submitted form: several of a name are one choice of several. */
function submittedOf(fields: URLSearchParams): unknown {
  const carried = parsed(fields.get('submission'));
  if (typeof carried !== 'object' || carried === null) return null;
  const names = [...new Set(fields.keys())].filter((name) => name !== 'submission' && name !== 'action');
  return { ...Object.fromEntries(names.map((name) => [name, fields.getAll(name).join(',')])), ...carried };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
