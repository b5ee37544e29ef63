// "Vad kan du?": what can be asked and done, by who asks, in the words of the plan at hand.
import type { Outcome } from '../facts.ts';
import { monthName } from './dates.ts';
import { secretaryItems } from './ledger-pages.ts';
import { activityName, local, type Setting } from './names.ts';
import { type Block, type Item, type Page, sentence } from './page.ts';

/** Of what a secretary may do, help shows the most usual; "vad får jag göra?" has all of it. */
const mostForSecretary = 4;

export function helpPage({ standing }: Extract<Outcome, { kind: 'talk' }>, setting: Setting): Page {
  const { say, tell, plan, today, locale } = setting;
  const [group] = plan.groups;
  const [municipality] = plan.municipalities;
  const activity = plan.activities.find(({ cost }) => cost !== null) ?? plan.activities[0];
  if (!group || !municipality || !activity) return sentence(say.canAsk);
  const named = {
    group: local(group.definite, setting),
    municipality: municipality.name,
    activity: activityName(activity, setting),
    month: monthName(Number(today.slice(5, 7)), locale),
  };
  const own: Block[] =
    standing === 'secretary'
      ? [list(tell.mayDo, secretaryItems(setting).slice(0, mostForSecretary))]
      : standing === 'member'
        ? [{ kind: 'text', paragraphs: [say.helpMember] }]
        : [];
  const themes = say.helpThemes(named).map(([title, example]): Item => ({ title, details: [example] }));
  return { lead: say.help(named.group), blocks: [list(null, themes), ...own] };
}

function list(heading: string | null, items: readonly Item[]): Block {
  return { kind: 'list', heading, items };
}
