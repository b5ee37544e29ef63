// Sentences that set a deadline counted back from a group's meetings, and the names that deadlines go by.
import type { Draft } from '../draft.ts';
import type { Plan } from '../plan/plan.ts';
import { form } from './forms.ts';
import type { Drafted } from './meeting-subjects.ts';
import { type Clip, clipOf, cut, partsOf, sentencePattern } from './sentence.ts';
import { groupsNamed, type Talk } from './update-subjects.ts';
import { changeVerbs, count, countWords, doubtful } from './update-words.ts';

const dayUnit = '(?:arbetsdag(?:ar)?|vardag(?:ar)?|working ?days?|business ?days?|weekdays?)';
const days = `(?<count>\\d{1,4}|${countWords})\\s+${dayUnit}`;
const before = '(?:fore|innan|i forvag|before|ahead of|prior to|in advance of|in advance|i forvag fore)';
const due =
  '(?:(?:ska|skall|maste|bor|behover)(?: vara)?(?: (?:skickas|sandas|mejlas|mailas|ga|vara|lamnas|delas|publiceras|ligga|komma|finnas)(?: (?:ut|in|inne|ute|klara?|skickade?|utskickade?|med))?)?|skickas(?: ut)?|gar ut|lamnas(?: in)?|(?:is|are|must be|should be|need to be|has to be|have to be|shall be|will be)(?: (?:due|sent|sent out|submitted|distributed|in|ready|out))?)';
const latest = '(?:\\s+(?:ut|in))?(?:\\s+(?:senast|at least|no later than|by|minst|at the latest))?';
const subject =
  '(?:(?:satt|lagg till|ny|set|add|new|andra|change)\\s+)?(?:(?:(?:en |a |the |an )?deadline(?:n|s)?|sista dag|sista dagen|tidsgrans(?:en)?)\\s*(?:(?:for|att skicka|for att skicka|of|for)\\s+)?)?';

const setForms = [
  `${subject}(?<name>[^\\d]*?)\\s*(?::|\\s${due}|\\s(?:till|to|ar|is))?${latest}\\s*${days}(?:\\s+${before}(?:\\s+(?<group>.+))?|\\s+(?:for|i|in)\\s+(?<group2>.+))?`,
  `${subject}(?<name>[^\\d]*?)\\s+(?:for|till|i|to|of)\\s+(?<group>.+?)\\s*(?::|\\s${due}|\\s(?:till|to|ar|is))${latest}\\s*${days}(?:\\s+${before}(?:\\s+(?<rest>.+))?)?`,
].map(sentencePattern);
/** Weeks; and days of which nobody says that they are working days: how many working days is asked for. */
const looseForm = sentencePattern(
  `${subject}(?<name>[^\\d]*?)(?:\\s${due})${latest}\\s*(?<count>\\d{1,3}|${countWords})\\s+(?:dag(?:ar)?|days?|(?<weeks>veckor|vecka|weeks?))\\s+${before}(?:\\s+(?<group>.+))?`,
);
const goneForm = sentencePattern(
  '(?:ta bort|tag bort|stryk|radera|slopa|remove|delete|drop|cancel|clear)\\s+(?:the |alla )?deadline(?:n|s)?\\s+(?:for|pa|of|for)\\s+(?<name>.+?)(?:\\s+(?:for|till|i|infor|innan|fore|of|before|to)\\s+(?<group>.+))?',
);
const wishForm = sentencePattern(
  `(?:${changeVerbs}|lagg till|ny|new|add)\\s+(?:en |a |the )?deadline(?:n)?(?:\\s+(?:for|pa|of|for)\\s+(?<name>.+?)(?:\\s+(?:for|till|i|infor|innan|fore|of|before)\\s+(?<group>.+))?)?`,
);

/** What a sentence asks of a deadline; undefined where it asks nothing. */
export function askDeadlineUpdate(clip: Clip, talk: Talk): Drafted | undefined {
  if (
    !/deadline|dag|day|tidsgrans|veck|week/.test(clip.flat) ||
    doubtful.test(clip.flat.replaceAll(/\bin(?:te)? /g, ''))
  )
    return undefined;
  const draft = asksSet(clip, talk) ?? asksLoosely(clip, talk) ?? asksGone(clip, talk) ?? asksAny(clip, talk);
  return draft && { draft, impossible: null };
}

function asksSet(clip: Clip, talk: Talk): Draft | undefined {
  for (const pattern of setForms) {
    const parts = partsOf(clip, pattern);
    const name = parts?.name;
    if (!parts || !name || name.flat.length > longestName) continue;
    const groups = groupsNamed(parts.group ?? parts.group2, talk);
    const split = groups.length > 0 ? { name, groups } : groupWithin(name, talk);
    if (isActivity(split.name)) continue;
    return draftOf(split.name, split.groups, count(parts.count?.flat ?? ''), talk);
  }
  return undefined;
}

function asksLoosely(clip: Clip, talk: Talk): Draft | undefined {
  const parts = partsOf(clip, looseForm);
  const name = parts?.name;
  if (!name || !(genericName.test(name.flat) || deadlineNamed(name.text, talk.plan))) return undefined;
  const weeks = parts.weeks ? count(parts.count?.flat ?? '') : Number.NaN;
  return draftOf(name, groupsNamed(parts.group, talk), Number.isNaN(weeks) ? null : weeks * workingDaysAWeek, talk);
}

const workingDaysAWeek = 5;

/** The longest words that are taken for a deadline's name. */
const longestName = 60;
const isActivity = ({ flat }: Clip): boolean => /^(?:flytta|boka|motet|mote)(?!\p{L})/u.test(flat);

/** "Handlingar till kommittén ska …" */
function groupWithin(name: Clip, talk: Talk): { name: Clip; groups: ReturnType<typeof groupsNamed> } {
  const match = /\s+(?:till|for|i|infor|to|of)\s+/.exec(name.flat);
  const groups = match ? groupsNamed(cut(name, match.index), talk) : [];
  return match && groups.length > 0 ? { name: cut(name, 0, match.index), groups } : { name, groups: [] };
}

function asksGone(clip: Clip, talk: Talk): Draft | undefined {
  const parts = partsOf(clip, goneForm);
  return parts?.name && draftOf(parts.name, groupsNamed(parts.group, talk), 0, talk);
}

function asksAny(clip: Clip, talk: Talk): Draft | undefined {
  const parts = partsOf(clip, wishForm);
  if (!parts) return undefined;
  if (!parts.name) return { kind: 'set-deadline', groups: [], name: null, workingDays: null };
  const isKnown = deadlineNamed(parts.name.text, talk.plan) !== null || genericName.test(parts.name.flat);
  return isKnown ? draftOf(parts.name, groupsNamed(parts.group, talk), null, talk) : undefined;
}

function draftOf(
  name: Clip,
  groups: ReturnType<typeof groupsNamed>,
  workingDays: number | null,
  { plan }: Talk,
): Draft {
  const called = deadlineName(name, plan);
  const holders =
    called === null ? [] : plan.deadlines.filter((deadline) => deadline.name === called).map(({ group }) => group);
  const sole = new Set(holders).size === 1 ? [...new Set(holders)] : [];
  return {
    kind: 'set-deadline',
    groups: groups.length > 0 ? groups : workingDays === 0 ? sole : [],
    name: called,
    workingDays,
  };
}

/** What is sent out before meetings, as it may be called; each with the form that names a deadline. */
const indefinite: readonly (readonly [RegExp, string])[] = [
  [/^kallelsen$/, 'kallelse'],
  [/^kallelserna$/, 'kallelser'],
  [/^handlingarna$/, 'handlingar'],
  [/^underlaget$/, 'underlag'],
  [/^underlagen$/, 'underlag'],
  [/^dagordningen$/, 'dagordning'],
  [/^inbjudan$/, 'inbjudan'],
  [/^protokollet$/, 'protokoll'],
];
export const genericName =
  /(?<!\p{L})(?:kallels\p{L}*|moteshandling\p{L}*|handling(?:ar|arna|arnas)|underlag(?:et|en)?|dagordning(?:en)?|utskick(?:et|en)?|papers?|meeting papers|documents|summons|notice(?: of meeting)?|convening letter|agenda)(?!\p{L})/u;
const article = /^(?:(?:att|alla|de|den|det|the|all|en|ett|a|an|for|skicka|send|utskick av|skicka ut) )+/;

/** A deadline's name: as the plan has it where it knows it, else in its setter's words, indefinite. */
export function deadlineName(clip: Clip, plan: Plan): string | null {
  const bare = cut(clip, article.exec(clip.flat)?.[0].length ?? 0);
  if (!/\p{L}/u.test(bare.flat) || bare.flat.length > longestName) return null;
  const known = deadlineNamed(bare.text, plan);
  if (known) return known;
  const [, plain] = indefinite.find(([pattern]) => pattern.test(bare.flat)) ?? [];
  if (plain) return plain;
  return /^\p{Lu}\p{Ll}/u.test(bare.text) ? bare.text.charAt(0).toLowerCase() + bare.text.slice(1) : bare.text;
}

/** The plan's deadline whose name, in any inflection, is in the text. */
export function deadlineNamed(text: string, plan: Plan): string | null {
  const stems = new Set(
    clipOf(text)
      .flat.split(/[^\p{L}\d]+/u)
      .map((word) => form(word).stem),
  );
  const isNamed = (name: string): boolean =>
    clipOf(name)
      .flat.split(/[^\p{L}\d]+/u)
      .every((word) => word === '' || stems.has(form(word).stem));
  return plan.deadlines.find(({ name }) => isNamed(name))?.name ?? null;
}

/** A number of days, said alone. */
export function dayCount({ flat }: Clip): number | null {
  const match = new RegExp(`(?<!\\p{L})(\\d{1,4}|${countWords})(?!\\p{L})`, 'u').exec(flat);
  const found = match?.[1] === undefined ? Number.NaN : count(match[1]);
  return Number.isNaN(found) ? null : found;
}
