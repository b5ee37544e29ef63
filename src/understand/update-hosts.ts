// Sentences that set who hosts a conference in a year, or let two change places.
import type { Draft } from '../draft.ts';
import type { ConferenceId } from '../plan/ids.ts';
import type { Drafted } from './meeting-subjects.ts';
import { entities } from './reading.ts';
import { type Clip, partsOf, sentencePattern } from './sentence.ts';
import { municipalitiesIn, readPart, type Talk } from './update-subjects.ts';
import { changeVerbs, connector, doubtful } from './update-words.ts';

const hostWord =
  '(?:(?:de |den |the )?(?:ny(?:a|tt)? |new )?(?:vard(?:ar|en|arna)?(?:kommun(?:en|er|erna)?)?|vardkommun(?:en|er|erna)?|vardskap(?:et)?|hosts?(?: municipalit(?:y|ies))?|hosting))';
const yearPattern = /(?<!\d)(?:19|20|21)\d\d(?!\d)/g;

const told =
  '(?:ar(?: nu)?|blir(?: nu)?|ska vara|ska bli|ska sta som|skall vara|star som|tar over som|is(?: now)?|are(?: now)?|will be|will|becomes?|should be)';
const setForms = [
  `(?:ar )?(?<rest>\\d{4})\\s+(?:ar|blir|is)\\s+(?<hosts>.+?)\\s+${hostWord}(?:\\s+.+)?`,
  `(?:${changeVerbs}|utse|ange|gor|lat|valj|registrera|make|appoint|let|put)\\s+(?<hosts>.+?)\\s+(?:(?:som|till|as|be|vara|to be|bli)\\s+)?${hostWord}(?:\\s+(?<rest>.+))?`,
  `(?:${changeVerbs}|utse|valj|choose)\\s+${hostWord}\\s*(?<rest>.*?)${connector}(?<hosts>.+)`,
  `${hostWord}\\s*(?<rest>.*?)\\s*(?:${told}|:|=)\\s+(?<hosts>.+)`,
  `(?<rest>.+?):\\s*${hostWord}\\s+(?<hosts>.+)`,
  `(?<hosts>.+?)\\s+${told}\\s+${hostWord}(?:\\s+(?<rest>.+))?`,
  '(?<hosts>.+?)\\s+(?:will )?(?:hosts?|is hosting|are hosting|tar vardskapet for|tar over vardskapet for|har vardskapet for)\\s+(?<rest>.+)',
].map(sentencePattern);
const addForm = sentencePattern(
  `(?:lagg till|add)\\s+(?<hosts>.+?)\\s+(?:som|as|till|to)\\s+(?:med)?${hostWord}(?:\\s+(?<rest>.+))?`,
);
const lessForm = sentencePattern(
  `(?:ta bort|tag bort|stryk|remove|drop|delete)\\s+(?<hosts>.+?)\\s+(?:som|as|fran|from)\\s+(?:med)?${hostWord}(?:\\s+(?<rest>.+))?`,
);
const wishForm = sentencePattern(`(?:${changeVerbs}|utse|valj|choose)\\s+${hostWord}(?:\\s+(?<rest>.+))?`);

const swapVerb =
  '(?:byt(?:a|er)?(?: (?:plats|ar|tur|vardar|vardskap|vardar|vardarna))?|kasta om|vaxla|swap(?:s)?(?: (?:places|years|turns|hosts))?|exchange|switch(?: (?:places|years|turns|hosts))?|trade (?:places|years)|change places)';
const swapForms = [
  `(?:lat|let|have)\\s+(?<who>.+?)\\s+(?:fa )?${swapVerb}(?:\\s+(?:med varandra|with each other|sinsemellan))?(?:\\s+(?<rest>.+))?`,
  `${swapVerb}\\s+(?:(?:plats|places)\\s+)?(?:(?:pa|mellan|for|of|between)\\s+)?(?<who>.+)`,
  `(?<who>.+?)\\s+(?:byter|ska byta|far byta|swap|swaps|trade|exchange|change|switch)\\s+(?:plats(?:er)?|ar|tur|vardskap|vardar|places|years|turns)(?:\\s+(?<rest>.+))?`,
].map(sentencePattern);

/** What a sentence asks of the hosts; undefined where it asks nothing. */
export function askHostsUpdate(clip: Clip, talk: Talk): Drafted | undefined {
  if (doubtful.test(clip.flat.replaceAll('mellan', ''))) return undefined;
  const draft = asksSwap(clip, talk) ?? asksHosts(clip, talk);
  return draft && { draft, impossible: null };
}

export function yearsIn({ flat }: Clip): number[] {
  return [...new Set([...flat.matchAll(yearPattern)].map(([year]) => Number(year)))];
}

function asksSwap(clip: Clip, talk: Talk): Draft | undefined {
  if (!/byt|kasta om|vaxla|swap|exchange|switch|trade|change/.test(clip.flat)) return undefined;
  for (const pattern of swapForms) {
    const parts = partsOf(clip, pattern);
    if (!parts?.who) continue;
    const years = yearsIn(clip);
    const municipalities = municipalitiesIn(clip, talk);
    const isSwap =
      years.length === 2 ||
      (municipalities.length === 2 && !new RegExp(connector).test(clip.flat.replace(/^.*?(?:byt\w*|swap)/, '')));
    if (!isSwap || (years.length === 2 && !/vard|host|plats|ar|turn|places|years/.test(clip.flat))) continue;
    return {
      kind: 'swap-hosts',
      conferences: conferencesIn(clip, talk),
      years: years.length === 2 ? years : [],
      municipalities: years.length === 2 ? [] : municipalities,
    };
  }
  return undefined;
}

export function conferencesIn(clip: Clip, talk: Talk): ConferenceId[] {
  const named = entities(readPart(clip, talk), 'conference').map(({ id }) => id);
  const shown = talk.context.focus.conferences;
  return named.length === 0 && shown.length === 1 && /konferens|conference|(?:^| )(?:det|den|it)(?: |$)/.test(clip.flat)
    ? [...shown]
    : named;
}

function asksHosts(clip: Clip, talk: Talk): Draft | undefined {
  if (!/vard|host/.test(clip.flat)) return undefined;
  const less = partsOf(clip, lessForm)?.hosts;
  if (less && isHosts(less, talk)) {
    const [conferences, year] = [conferencesIn(clip, talk), yearOf(clip, talk)];
    return { kind: 'set-hosts', conferences, year, hosts: [], without: municipalitiesIn(less, talk) };
  }
  const more = partsOf(clip, addForm);
  const parts =
    more ??
    setForms.map((pattern) => partsOf(clip, pattern)).find((found) => found?.hosts && isHosts(found.hosts, talk));
  const hosts = parts?.hosts;
  const conferences = conferencesIn(clip, talk);
  const year = yearOf(clip, talk);
  if (hosts && isHosts(hosts, talk)) {
    const named = municipalitiesIn(hosts, talk);
    return { kind: 'set-hosts', conferences, year, hosts: more ? joined(named, conferences, year, talk) : named };
  }
  return partsOf(clip, wishForm) ? { kind: 'set-hosts', conferences, year, hosts: [] } : undefined;
}

/** Municipalities and what joins them, and no other words. */
function isHosts(clip: Clip, talk: Talk): boolean {
  const { tokens, mentions } = readPart(clip, talk);
  const isNamed = (index: number): boolean =>
    mentions.some(
      ({ first, length, meaning }) =>
        meaning.kind === 'entity' && meaning.entity.kind === 'municipality' && index >= first && index < first + length,
    );
  const others = tokens.filter((_, index) => !isNamed(index)).map(({ form }) => form.folded);
  return (
    others.length < tokens.length &&
    others.every((word) => /^(?:och|samt|and|kommun|kommuner|municipality|att|att|nu|bade|both)$/.test(word))
  );
}

/** "Lägg till Salem som värd 2021": beside those who are. */
function joined(
  named: Extract<Draft, { kind: 'set-hosts' }>['hosts'],
  conferences: readonly ConferenceId[],
  year: number | null,
  { plan }: Talk,
): Extract<Draft, { kind: 'set-hosts' }>['hosts'] {
  const turns = plan.hostings.filter(
    (hosting) => hosting.year === year && (conferences.length === 0 || conferences.includes(hosting.conference)),
  );
  const [turn, another] = turns;
  if (another) return [];
  return turn ? [...new Set([...turn.hosts, ...named])] : named;
}

/** The year that is said, or that the words mean ("nästa år"). */
export function yearOf(clip: Clip, talk: Talk): number | null {
  const [year] = yearsIn(clip);
  if (year !== undefined) return year;
  for (const { meaning } of readPart(clip, talk).times) {
    if (meaning.kind === 'period' && meaning.period.name.by === 'year') return meaning.period.name.year;
  }
  return null;
}
