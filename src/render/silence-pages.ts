// Answers to whoever wants none of the secretariat's messages, or to know why one came.
import { addDays } from '../plan/days.ts';
import type { RemindersQuery } from '../query.ts';
import { wish } from '../query.ts';
import type { RemindersStep } from '../reminders/steps.ts';
import { announceIn, audienceText, momentText } from './announcement-names.ts';
import { capital, formatDay } from './dates.ts';
import type { Setting } from './names.ts';
import { type Button, type Page, sentence, stopped } from './page.ts';

type Step = Extract<RemindersStep, { step: 'why-announcement' | 'silenced' | 'heard' }>;

/** A pause of about a month. In days. */
const monthDays = 30;

export function silencePage(step: Step, { whom }: RemindersQuery, setting: Setting): Page {
  const say = announceIn(setting);
  const about = { whom, announcements: true } as const;
  const pause: Button = {
    title: say.buttons.pauseMonth,
    action: { query: wish('pause', { ...about, until: addDays(setting.today, monthDays - 1) }) },
  };
  const stop: Button = { title: say.buttons.stop, action: { query: wish('stop', about) } };
  const again: Button = { title: say.buttons.again, action: { query: wish('resume', about) } };
  const who = step.audience.kind === 'here' ? 'conversation' : 'person';
  switch (step.step) {
    case 'why-announcement': {
      const { by, dueAt, audience } = step.announced;
      const why = say.why(by, momentText(dueAt, setting), audienceText(audience, setting));
      return sentence(`${stopped(capital(why))} ${say.howToEnd}`, [pause, stop]);
    }
    case 'silenced': {
      const until = step.until === null ? null : formatDay(step.until, setting.today, setting.locale);
      return sentence(say.silenced(who, until), [again]);
    }
    case 'heard':
      return sentence((step.was ? say.unsilenced : say.wasNotSilenced)(who), [stop]);
  }
}
