// What buttons say that ask a question.
import type { SingleQuery } from '../query.ts';
import { calendarButton } from './calendar-link-pages.ts';
import { local, type Setting } from './names.ts';

/** What a button says; short, since phones cut long titles. */
export function suggestionTitle(query: SingleQuery, setting: Setting): string {
  const { say, tell, plan } = setting;
  const { buttons } = say;
  switch (query.kind) {
    case 'meetings': {
      if (query.from !== null) return buttons.after;
      if (query.which === 'latest') return buttons.latestMeeting;
      return query.which === 'upcoming' ? buttons.upcoming : buttons.nextMeeting;
    }
    case 'hosts': {
      const [municipality] = query.municipalities;
      if (municipality !== undefined) return buttons.hostWhen(plan.municipality(municipality).name);
      const [conference] = query.conferences;
      return buttons.rotation(conference === undefined ? null : local(plan.conference(conference).definite, setting));
    }
    case 'conference': {
      const [conference] = query.conferences;
      if (conference === undefined) return buttons.agenda;
      const name = local(plan.conference(conference).definite, setting);
      return query.aspect === 'when' ? buttons.when(name) : buttons.about(name);
    }
    case 'activity': {
      const [activity] = query.activities;
      if (query.aspect === 'responsible' || query.aspect === 'schedule' || query.aspect === 'cost')
        return buttons[query.aspect];
      return activity === undefined ? buttons.details : local(plan.activity(activity).short, setting);
    }
    case 'municipality':
      return buttons.municipality(plan.municipality(query.municipality).name);
    case 'budget':
      return buttons.budgetLines;
    case 'networks':
      return buttons.networks;
    case 'agenda':
      return buttons.agenda;
    case 'changes':
    case 'rights':
    case 'unanswered':
      return tell.buttons[query.kind];
    case 'deadlines':
      return query.which === 'next' ? tell.buttons.nextDeadline : tell.buttons.allDeadlines;
    case 'as-of':
      return tell.buttons.planThen;
    case 'calendar':
      return calendarButton(query, setting);
    case 'of-year':
      return `${suggestionTitle(query.query, setting)} (${query.year})`;
    default:
      return buttons.details;
  }
}
