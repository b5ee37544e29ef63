// Swedish phrases about questions of status.
import type { CheckInPhrases } from './check-in-phrases.ts';
import { several } from './phrases.ts';

const quoted = (text: string): string => `”${text}”`;
const saying = (comment: string | null): string => (comment === null ? '' : ` (${quoted(comment)})`);
const nothingChanged = 'Ingenting har ändrats';

export const swedishCheckIns: CheckInPhrases = {
  question: (activity, meeting, again) =>
    `${again ? 'Jag frågar en gång till: hur' : 'Hur'} går det med ${activity}? Sekretariatet samlar läget inför ${meeting}.`,
  nextQuestion: (activity) => `Nästa: hur går det med ${activity}?`,
  afterwards: 'Sedan frågar jag om',
  howToAnswer: (activity) =>
    `Tryck på en knapp, eller skriv till exempel ${quoted(`${activity}: försenad, väntar på besked`)}.`,
  comment: 'Kommentar (frivillig)',
  commentExample: 'till exempel: väntar på besked',
  because: (who) =>
    who === 'person'
      ? 'Du får detta för att du svarar för aktiviteten, eller följer den kommun eller grupp som gör det.'
      : 'Ni får detta för att ni följer den kommun eller grupp som svarar för aktiviteten.',

  answered: (was, activity, status, comment) => {
    const told = `${activity} är ${status}${saying(comment)}`;
    if (was === 'same') return `Det svaret har jag redan: ${told}. Inget nytt har skickats.`;
    return `${was === 'changed' ? 'Ändrat' : 'Tack'}! Sekretariatet får veta att ${told}. I planen står det när de har godkänt det.`;
  },
  mayComment: 'Vill du lägga till något, skriv ”kommentar: …”.',

  answer: (name, activity, status, comment) => `${name} svarar att ${activity} är ${status}${saying(comment)}.`,
  isRight: 'Ska det in i planen?',
  moreWaiting: 'Fler svar väntar',
  waitingItem: (name, date) => `${name}, ${date}`,
  noneWaiting: 'Inga svar väntar på er.',
  approved: (clause) => `Godkänt: ${clause}.`,
  approvedBefore: (clause) => `Det var redan godkänt: ${clause}. Inget mer har ändrats.`,
  rejected: (name, activity) => `Avvisat: ${name}s svar om ${activity} ändrar ingenting i planen.`,
  ownWords: (activity) => `Vill ni skriva det själva: ${quoted(`${activity}: på gång, …`)}.`,

  report: (meeting, counts) => `Statusrapport${meeting === null ? '' : ` inför ${meeting}`}: ${counts}.`,
  counts: {
    delayed: (count) => `${count} ${several(count, 'försenad', 'försenade')}`,
    paused: (count) => `${count} ${several(count, 'pausad', 'pausade')}`,
    ongoing: (count) => `${count} på gång`,
    planned: (count) => `${count} ${several(count, 'planerad', 'planerade')}`,
    done: (count) => `${count} ${several(count, 'klar', 'klara')}`,
    cancelled: (count) => `${count} ${several(count, 'inställd', 'inställda')}`,
    unreported: (count) => `${count} utan rapporterad status`,
  },
  headings: {
    delayed: 'Försenade',
    paused: 'Pausade',
    ongoing: 'På gång',
    planned: 'Planerade',
    done: 'Klara',
    cancelled: 'Inställda',
    unreported: 'Ingen status rapporterad',
  },
  since: (date) => `rapporterat ${date}`,
  waitingHeading: 'Svar som väntar på godkännande',
  silentHeading: 'Har inte svarat',

  rule: (group, before) => `De som svarar för aktiviteter får frågan ”hur går det?” ${before} varje möte med ${group}.`,
  nextTime: (when, meeting) => `Nästa gång: ${when}, svensk tid, inför ${meeting}.`,
  asked: (count, total) =>
    `${count} av ${total} ${several(total, 'aktivitet', 'aktiviteter')} har någon som kan få frågan.`,
  nobody: 'Här vet jag ingen att fråga',
  nobodyHint:
    'Utse en nätverksledare med @namn, eller be kommunens folk prenumerera: ”påminn mig om det som rör” kommunen.',
  noRules: (group) =>
    `Inga frågor om status är inställda. Sekretariatet ställer in dem så här: ${quoted(`fråga om status en månad före möten med ${group}`)}.`,

  problem: {
    unknownAsker: `Jag ser inte vem du är, så jag kan inte ta emot svaret. Skriv till mig i Teams.`,
    notAsked: `Du har inte fått den frågan, så svaret lämnas inte vidare. ${nothingChanged}.`,
    late: `Mötet som frågan gällde har redan börjat, så svaret kom för sent. ${nothingChanged}. Säg det till sekretariatet direkt.`,
    closed: (activity) => `Det behövs inget svar längre: ${activity} är redan klar eller avslutad i planen.`,
    tooLong: (length, most) =>
      `Kommentaren är för lång: ${length} tecken, högst ${most} går. ${nothingChanged}; skriv den kortare.`,
    approved: (activity) =>
      `Sekretariatet har redan godkänt ditt svar om ${activity}. ${nothingChanged}. Är det fel, säg det till dem.`,
    rejected: (activity) => `Svaret om ${activity} är redan avvisat. ${nothingChanged}.`,
    changed: 'Svaret har ändrats sedan kortet visades, så inget är godkänt. Så här lyder det nu:',
    notAllowed: 'Bara sekretariatet ser och godkänner svaren om status. Ingenting har ändrats.',
    gone: `Det svaret finns inte, eller är gammalt. ${nothingChanged}.`,
  },

  buttons: {
    approve: 'Godkänn',
    reject: 'Avvisa',
    waiting: 'Visa svar som väntar',
    report: 'Statusrapport',
  },
};
