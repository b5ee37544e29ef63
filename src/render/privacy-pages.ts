// What the bot holds of the asker, what would be forgotten, and what was.
import type { FileLink, Outcome, PrivacyStep } from '../facts.ts';
import type { PrivacyQuery } from '../query.ts';
import type { Setting } from './names.ts';
import { type Block, type Button, type Page, type Row, sentence } from './page.ts';
import { type PrivacyPhrases, privacyPhrases } from './privacy-phrases.ts';

export function privacyPage({ step }: Extract<Outcome, { kind: 'privacy' }>, setting: Setting): Page {
  const say = privacyPhrases[setting.locale];
  switch (step.step) {
    case 'unknown':
      return sentence(say.unknown);
    case 'elsewhere':
      return sentence(say.elsewhere);
    case 'file':
      return filePage(step.link, say);
    case 'show':
      return {
        lead: say.showLead,
        blocks: [
          fields([[say.name, step.name], [say.id, step.person], ...counts(step, say)]),
          paragraphs([...stays(step, say), say.anonymous]),
        ],
        buttons: [button('file', say.fileButton), button('forget', say.forgetButton)],
      };
    case 'forget':
      return {
        lead: say.forgetLead,
        blocks: [fields(counts(step, say)), paragraphs([...stays(step, say), say.howToConfirm])],
        buttons: [button('forget-confirmed', say.confirmButton)],
      };
    case 'forgotten':
      return {
        lead: say.forgottenLead,
        blocks: [fields(counts(step, say)), paragraphs([...stays(step, say), say.anew])],
      };
  }
}

function filePage({ url, minutes, worksOutside }: FileLink, say: PrivacyPhrases): Page {
  return {
    lead: say.fileLead(minutes),
    blocks: [
      { kind: 'address', label: say.download, url },
      paragraphs([say.fileSecret, ...(worksOutside ? [] : [say.onlyHere])]),
    ],
    buttons: [{ title: say.download, action: { url } }],
  };
}

const fields = (rows: readonly Row[]): Block => ({ kind: 'fields', rows });
const paragraphs = (texts: readonly string[]): Block => ({ kind: 'text', paragraphs: texts });
const button = (aspect: PrivacyQuery['aspect'], title: string): Button => ({
  title,
  action: { query: { kind: 'privacy', aspect } },
});

function counts({ held }: Extract<PrivacyStep, { held: unknown }>, say: PrivacyPhrases): Row[] {
  const { names, chats, subscriptions, deliveries, feeds, proposals, reports, silences, conversations } = held;
  return [
    [say.known, names > 0 ? say.yes : say.no],
    [say.chat, chats > 0 ? say.yes : say.no],
    [say.subscriptions, String(subscriptions)],
    [say.deliveries, String(deliveries)],
    [say.feeds, String(feeds)],
    [say.reports, String(reports)],
    [say.silence, silences > 0 ? say.yes : say.no],
    [say.proposals, String(proposals)],
    [say.conversations, String(conversations)],
  ];
}

/** What is not taken away, said before anything is. */
function stays({ changes, isSecretary }: Extract<PrivacyStep, { held: unknown }>, say: PrivacyPhrases): string[] {
  return [...(changes > 0 ? [say.ledger(changes)] : []), ...(isSecretary ? [say.secretary] : [])];
}
