// Pages about the plan's running text, the plan as a document, and what it does not say.
import type { OutcomeOf as Of } from '../facts.ts';
import { calendarItem } from './calendar-pages.ts';
import { joinWords } from './dates.ts';
import { local, type Setting } from './names.ts';
import { type Block, type Page, sentence } from './page.ts';

export function passagesPage({ passages }: Of<'passages'>, setting: Setting): Page {
  const [only] = passages;
  if (!only) return sentence(setting.say.notInPlan);
  const texts = passages.map(({ paragraphs }) => paragraphs.map((paragraph) => local(paragraph, setting)));
  const [first] = texts;
  if (passages.length === 1 && first?.length === 1) return sentence(first[0] ?? '');
  return {
    lead: setting.say.planSays(
      joinWords(
        passages.map(({ section }) => local(section.title, setting)),
        setting.locale,
      ),
    ),
    blocks: texts.map((paragraphs) => ({ kind: 'text', paragraphs })),
  };
}

export function documentPage({ query, documents, oddities }: Of<'document'>, setting: Setting): Page {
  const { say } = setting;
  const latest = documents.at(-1);
  if (!latest) return sentence(say.notInPlan);
  if (query.aspect === 'oddities') {
    return {
      lead: say.oddities(oddities.length),
      blocks: [
        {
          kind: 'list',
          heading: null,
          items: oddities.map(({ text }) => ({ title: local(text, setting), details: [] })),
        },
      ],
    };
  }
  if (query.aspect === 'about') return sentence(say.documentIs(local(latest.title, setting), latest.year));
  if (query.appendix !== null) {
    const appendix = latest.appendices.find(({ number }) => number === query.appendix);
    return sentence(
      appendix ? say.appendixIs(appendix.number, local(appendix.title, setting)) : say.noAppendix(query.appendix),
    );
  }
  const items = latest.appendices.map(({ number, title }) => ({
    title: `${say.appendix} ${number}`,
    details: [local(title, setting)],
  }));
  return { lead: say.appendices(items.length), blocks: [{ kind: 'list', heading: null, items }] };
}

export function missingPage(outcome: Of<'missing'>, setting: Setting): Page {
  const { query, withoutPlace, withoutDate, withoutCost, activities } = outcome;
  const { say } = setting;
  const items = withoutPlace.map((item) => calendarItem(item, setting));
  const blocks: Block[] = items.length > 0 ? [{ kind: 'list', heading: null, items }] : [];
  if (query.what === 'meetings')
    return items.length === 0 ? sentence(say.noMissingPlaces) : { lead: say.missingPlaces(items.length), blocks };
  return { lead: say.missing(withoutPlace.length, withoutDate.length, withoutCost, activities), blocks };
}
