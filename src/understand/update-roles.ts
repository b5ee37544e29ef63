// Sentences that give somebody an office in a group: chair, vice chair, a network's lead, its contact.
import type { Draft } from '../draft.ts';
import { addDays } from '../plan/days.ts';
import type { MunicipalityId, PersonId } from '../plan/ids.ts';
import type { Period } from '../plan/period.ts';
import type { Day } from '../plan/schedule.ts';
import { anyMonth } from './impossible-times.ts';
import type { Drafted } from './meeting-subjects.ts';
import { entities, read } from './reading.ts';
import type { Scene } from './scene.ts';
import { type Clip, cut, nothing, partsOf, sentencePattern, unquoted, without } from './sentence.ts';
import { findTimes } from './times.ts';
import { groupsNamed, type Talk } from './update-subjects.ts';
import { anyRole, changeVerbs, connector, doubtful, roleOf } from './update-words.ts';
import { words } from './words.ts';

type RoleDraft = Extract<Draft, { kind: 'set-role' }>;

const newWord = '(?:(?:en |den |the |a |as )?(?:ny(?:a|e|tt)? |new |next |nasta )?)';
const office = `${newWord}(?<role>${anyRole})`;
const ofWords = '(?:i|for|av|of|for|in|on|pa)';
const becomes =
  '(?:ar(?: nu)?|blir(?: nu)?|ska vara|ska bli|skall vara|valjs till|utses till|valdes till|utsags till|har valts till|har utsetts till|tilltrader som|tar over som|is(?: now)?|becomes?|will be|has been (?:elected|appointed)(?: as)?|was (?:elected|appointed)(?: as)?|takes over as|should be)';
const verbs = `(?:${changeVerbs}|utse|utnamn|valj|valja|gor|gora|registrera|insatt|make|appoint|elect|name|register|let)`;

/** Where the words tell which is the name, it may be written in lower case. */
const certainForms = [
  `(?:byt|byta|ersatt|ersatta|replace)(?: ut)?\\s+.+?\\s+(?:mot|med|with|by)\\s+(?<name>.+?)\\s+(?:som|as)\\s+${office}\\s+${ofWords}\\s+(?<group>.+)`,
  `${verbs}\\s+(?<name>.+?)\\s+(?:(?:som|till|as|to be|be|att vara)\\s+)?${office}\\s+${ofWords}\\s+(?<group>.+)`,
  `${verbs}\\s+${office}\\s+${ofWords}\\s+(?<group>.+?)${connector}(?<name>.+)`,
  `${office}\\s+${ofWords}\\s+(?<group>.+?)\\s*(?:${becomes}\\s+|:\\s*|=\\s*)(?<name>.+)`,
  `(?:let|lat)\\s+(?<name>.+?)\\s+(?<role>leda|lead)\\s+(?<group>.+)`,
].map(sentencePattern);
const toldForms = [
  `(?<name>.+?)\\s+(?:eftertrader|ersatter|succeeds|replaces)\\s+.+?\\s+(?:som|as)\\s+${office}\\s+${ofWords}\\s+(?<group>.+)`,
  '(?<group>.+?)\\s+(?<role>leds av|ska ledas av|is led by|will be led by)\\s+(?<name>.+)',
  `(?<name>.+?)[\\s,]+${becomes}\\s+${office}\\s+${ofWords}\\s+(?<group>.+)`,
  '(?<name>.+?)[\\s,]+(?<role>leder|leads|ska leda|will lead|tar over ledningen av|tar over ledningen for|tar over|takes over)\\s+(?:nu\\s+)?(?<group>.+)',
  `(?<name>.+?)[\\s,]+(?:ny|nya|new)\\s+(?<role>${anyRole})\\s+${ofWords}\\s+(?<group>.+)`,
].map(sentencePattern);
const wishForm = sentencePattern(`(?:${verbs}|ny|nya|new)\\s+${office}(?:\\s+${ofWords}\\s+(?<group>.+))?`);
/** "Utse Anna Ek till ordförande": in which group, is asked for. */
const groupless = sentencePattern(`(?:${verbs})\\s+(?<name>.+?)\\s+(?:som|till|as)\\s+${office}(?<group>)`);

/** What a sentence asks of an office; undefined where it asks nothing. */
export function askRoleUpdate(clip: Clip, talk: Talk): Drafted | undefined {
  const term = takeTerm(clip, talk);
  const form = formOf(term.rest, talk);
  if (!form) return undefined;
  const group = form.parts.group;
  const groups = groupsNamed(group, talk);
  const role = roleOf(form.parts.role?.flat ?? '') ?? 'lead';
  if (groups.length === 0 && group !== undefined && group.flat !== '') return undefined;
  const named = form.parts.name ? personIn(form.parts.name, talk) : nobody;
  const draft: RoleDraft = { kind: 'set-role', groups, role, ...named, from: term.from, until: term.until };
  return { draft, impossible: null };
}

const leaves =
  '(?:slutar|avgar|lamnar(?: (?:sitt )?uppdrag(?:et)?)?|har slutat|har avgatt|ska sluta|resigns|leaves|stops|has resigned|is leaving)';
const endForms = [
  `(?:ta bort|tag bort|stryk|entlediga|remove|dismiss)\\s+(?<name>.+?)\\s+(?:som|fran uppdraget som|as|from being)\\s+${office}(?:\\s+${ofWords}\\s+(?<group>.+))?`,
  `(?<name>.+?)\\s+${leaves}\\s+(?:som|as)\\s+${office}(?:\\s+${ofWords}\\s+(?<group>.+))?`,
  `(?:ta bort|tag bort|stryk|remove)\\s+${office}(?:\\s+${ofWords}\\s+(?<group>.+))?`,
].map(sentencePattern);

const dayAtEnd = /\s+(?:den |on |per |efter |after )?(?=\d)[^,]*$/u;

/** "… slutar den 30 april": their last day. */
function lastDayIn(clip: Clip, scene: Scene): { rest: Clip; until: Day } | null {
  const found = dayAtEnd.exec(clip.flat);
  const until =
    found && !/(?:fran|from|med|till|tom)$/.test(clip.flat.slice(0, found.index)) ? periodIn(found[0], scene) : null;
  return found && until?.to ? { rest: cut(clip, 0, found.index), until: until.to } : null;
}

/** Somebody who has an office no longer; undefined where a sentence tells of nobody. */
export function askEndOfRole(clip: Clip, talk: Talk): Drafted | undefined {
  if (!/ta bort|tag bort|stryk|slut|avg|lamnar|entlediga|remove|dismiss|resign|leav|stops/.test(clip.flat))
    return undefined;
  const last = lastDayIn(clip, talk);
  const term = last ? { ...last, from: null } : takeTerm(clip, talk);
  for (const pattern of endForms) {
    const parts = partsOf(term.rest, pattern);
    const role = parts && roleOf(parts.role?.flat ?? '');
    if (!parts || !role || doubtful.test(clip.flat)) continue;
    if (parts.name && !isTold(parts.name, talk)) continue;
    const groups = groupsNamed(parts.group, talk);
    if (groups.length === 0 && parts.group !== undefined && parts.group.flat !== '') return undefined;
    const { person, name } = parts.name ? personIn(parts.name, talk) : nobody;
    // "Från 1 april" is without them from that day on.
    const until = term.until ?? (term.from === null ? null : addDays(term.from, -1));
    return { draft: { kind: 'end-role', groups, role, person, name, until }, impossible: null };
  }
  return undefined;
}

interface Form {
  readonly parts: NonNullable<ReturnType<typeof partsOf>>;
}

function formOf(clip: Clip, talk: Talk): Form | undefined {
  if (
    !/ord|chair|president|led|lead|kontakt|contact|sammankall|samordn|convener|coordinator|tar over|takes over|vice/.test(
      clip.flat,
    )
  )
    return undefined;
  for (const pattern of certainForms) {
    const parts = partsOf(clip, pattern);
    if (parts?.name && isNameLike(parts.name) && !doubtful.test(clip.flat)) return { parts };
  }
  for (const pattern of toldForms) {
    const parts = partsOf(clip, pattern);
    if (parts?.name && isTold(parts.name, talk) && !doubtful.test(clip.flat)) return { parts };
  }
  const wish = doubtful.test(clip.flat) ? undefined : (partsOf(clip, groupless) ?? partsOf(clip, wishForm));
  return wish && { parts: wish };
}

/** In a statement a name is known, or has capital letters, and is more than one word. */
function isTold(clip: Clip, { vocabulary, now, plan }: Talk): boolean {
  if (!isNameLike(clip)) return false;
  const { name } = splitMunicipality(clip, { vocabulary, now, plan });
  const isCapitalised = name.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length > 1;
  const reading = read(name, vocabulary, now);
  const [known, another] = entities(reading, 'person');
  const isKnown = known !== undefined && (reading.tokens.length > 1 || another === undefined);
  return isKnown || (isCapitalised && entities(reading, 'group').length === 0);
}

const longestName = 80;

const noName =
  /^(?:(?:the|a|an|en|ett|den|det|de|som|till|as|to|be|ny|nya|nytt|new|var|our|om|av|in|upp|ut)(?:\s+|$))+$/;

function isNameLike({ text, flat }: Clip): boolean {
  if (noName.test(flat)) return false;
  return text.length <= longestName && /\p{L}{2}/u.test(text) && !/[\d?:;]/.test(text);
}

// === The person

export interface NamedPerson {
  readonly person: PersonId | null;
  readonly name: string | null;
  readonly municipality: MunicipalityId | null;
}

const nobody: NamedPerson = { person: null, name: null, municipality: null };

/** Somebody of the plan, or the name of somebody new, with the municipality that is said beside it. */
export function personIn(clip: Clip, scene: Scene): NamedPerson {
  const { name, municipality } = splitMunicipality(clip, scene);
  if (name === '') return { ...nobody, municipality };
  const wanted = name.toLowerCase();
  const people = scene.plan.people.filter(
    (person) =>
      person.name.toLowerCase() === wanted ||
      person.aliases.some((alias) => alias.toLowerCase() === wanted) ||
      person.name.toLowerCase().split(' ').includes(wanted),
  );
  const fitting = people.filter((person) => municipality === null || person.municipality === municipality);
  const [known, another] = fitting.length > 0 ? fitting : people;
  if (known && !another) return { person: known.id, name: known.name, municipality };
  if (known && !wanted.includes(' ')) return { ...nobody, municipality };
  return { person: null, name: known ? known.name : properName(name), municipality };
}

const titleWords = /^(?:kommunalradet|kommunalrad|kommundirektor(?:en)?|herr|fru|mr|mrs|ms|dr|councillor)\s+/;

function splitMunicipality(
  clip: Clip,
  { vocabulary, now }: Scene,
): { name: string; municipality: MunicipalityId | null } {
  const title = titleWords.exec(clip.flat)?.[0].length ?? 0;
  const bare = cut(clip, title);
  const match = /\s*(?:[,(]|\s(?:fran|i|from|in|of)\s)\s*(?<rest>.+)$/du.exec(bare.flat);
  const range = match?.indices?.groups?.rest;
  const rest = range ? cut(bare, range[0], range[1]) : nothing;
  const [municipality] = rest.text === '' ? [] : entities(read(rest.text, vocabulary, now), 'municipality');
  const named = municipality && match ? cut(bare, 0, match.index) : bare;
  return { name: unquoted(named.text).replaceAll(/\s+/g, ' '), municipality: municipality?.id ?? null };
}

/** Names that are written in lower case throughout get their capitals. */
function properName(name: string): string {
  return name === name.toLowerCase() ? name.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : name;
}

// === From when, until when

const fromWords =
  '(?:fran och med|fr\\.? ?o\\.? ?m\\.?|from och med|fran|from|starting(?: on| from)?|as of|with effect from|med start)';
/** A value that begins so is a time and no group. */
const timeLead = `(?=(?:den |the )?(?:\\d|${anyMonth}|nasta|next|host|var|sommar|spring|autumn|summer|ars|nyar|arsskiftet|jul|pask|new year|i ar|i dag|idag|nu|today|now))`;
const untilWords = '(?:till och med|t\\.? ?o\\.? ?m\\.?|tom|fram till|until|through|till|to)';
const termPattern = new RegExp(
  `(?<![\\s,])[\\s,]+(?:(?:och |and )?${fromWords}\\s+${timeLead}(?<from>[^,]*?))?(?:[\\s,]*(?:och |and )?${untilWords}\\s+${timeLead}(?<until>[^,]*))?$`,
  'du',
);
const yearsPattern = /[\s,]+(?:under |for |in |ar )?(?<from>\d{4})(?:\s*-\s*(?<until>\d{4}))?$/du;

function takeTerm(clip: Clip, scene: Scene): { rest: Clip; from: Day | null; until: Day | null } {
  const years = yearsPattern.exec(clip.flat);
  const found = termPattern.exec(clip.flat);
  const from = found?.groups?.from;
  const until = found?.groups?.until;
  if (found && (from !== undefined || until !== undefined)) {
    const start = from === undefined ? null : periodIn(from, scene);
    const isTurnOfYear = /nyar|arsskift|new year/.test(from ?? '');
    const first = (isTurnOfYear ? start?.to : start?.from) ?? null;
    const last = until === undefined ? null : (periodIn(until, scene)?.to ?? null);
    return { rest: cut(clip, 0, found.index), from: first, until: last };
  }
  if (!years) return { rest: clip, from: null, until: null };
  const first = years.groups?.from ?? '';
  const rest = without(clip, years.index, clip.flat.length);
  return { rest: cut(rest), from: `${first}-01-01`, until: `${years.groups?.until ?? first}-12-31` };
}

function periodIn(text: string, { now }: Scene): Period | null {
  for (const { meaning } of findTimes(words(text), now)) if (meaning.kind === 'period') return meaning.period;
  return null;
}
