// Which forms go with an answer: a secretary who sees one meeting may want to change it.
import { hasEnded } from '../answer/calendar-items.ts';
import type { Answer, Fact, SingleAnswer } from '../facts.ts';
import type { FormRequest } from '../form.ts';
import type { LocalMoment } from '../plan/days.ts';

/** The forms to offer a secretary beside an answer, at most three. */
export function formsFor({ parts }: Answer, now: LocalMoment): FormRequest[] {
  const [part, another] = parts;
  return part && !another ? formsForPart(part, now) : [];
}

function formsForPart({ outcome, facts }: SingleAnswer, now: LocalMoment): FormRequest[] {
  switch (outcome.kind) {
    case 'rights':
      return outcome.standing === 'secretary'
        ? [
            { kind: 'new-meeting' },
            { kind: 'meeting', meeting: null },
            { kind: 'status', activity: null },
            { kind: 'announcement', text: null },
          ]
        : [];
    case 'announcements':
      return outcome.step.step === 'not-allowed' || outcome.step.step === 'status'
        ? []
        : [{ kind: 'announcement', text: null }];
    case 'meetings':
    case 'conference':
    case 'agenda':
      return only(facts, 'meeting', 'occasion').flatMap((item): FormRequest[] => {
        if (item.record.cancelled || hasEnded(item, now)) return [];
        return [{ kind: 'meeting', meeting: item.record.id }];
      });
    case 'activity':
    case 'activities':
      return only(facts, 'activity').flatMap(({ record: { id } }): FormRequest[] => [
        { kind: 'status', activity: id },
        { kind: 'activity', activity: id },
      ]);
    case 'hosts':
      return only(facts, 'hosting').flatMap(({ record: { conference, year } }): FormRequest[] =>
        year >= Number(now.day.slice(0, 4)) ? [{ kind: 'hosts', conference, year }] : [],
      );
    case 'roles':
      return only(facts, 'role').map(({ record: { group, role } }): FormRequest => ({ kind: 'role', group, role }));
    default:
      return [];
  }
}

/** The only fact of these kinds; none where there are several. */
function only<Kind extends Fact['kind']>(
  facts: readonly Fact[],
  ...kinds: readonly Kind[]
): Extract<Fact, { kind: Kind }>[] {
  const isWanted = (fact: Fact): fact is Extract<Fact, { kind: Kind }> => kinds.some((kind) => kind === fact.kind);
  const found = facts.filter(isWanted);
  return found.length === 1 ? found : [];
}
