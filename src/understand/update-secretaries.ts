// Sentences that make somebody a secretary or no longer one, and those that take a change back.
import type { Draft } from '../draft.ts';
import type { Drafted } from './meeting-subjects.ts';
import { type Clip, cut, partsOf, sentencePattern, unquoted } from './sentence.ts';

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

const secretary =
  '(?:sekreterare(?:n)?|sekretariatsmedlem|medlem (?:i|av) sekretariatet|secretary|(?:a )?member of the secretariat)';
const secretariat = '(?:sekretariatet|sekretariat|kansliet|kansli|the secretariat|secretariat|the office)';
const rights =
  "(?:(?:sekretariatets |sekreterares |sekretariats|secretariat(?:'s)? |secretary(?:'s)? |the secretariat's )(?:rattigheter|behorighet(?:er)?|ratt|befogenheter|rights|permissions|access)|(?:rattigheter|behorighet(?:er)?|rights|permissions|access)(?: som sekreterare| as secretary| of the secretariat| i sekretariatet)?)";

const appointing = [
  `(?:utse|utnamn|gor|gora|satt|lagg till|registrera|make|appoint|set|add|name)\\s+(?<who>.+?)\\s+(?:(?:till|som|as|to be)\\s+)?(?:en |a |the |ny |new )?${secretary}`,
  `(?:lagg till|ta med|add|slapp in)\\s+(?<who>.+?)\\s+(?:i|till|to|in)\\s+${secretariat}`,
  `(?:ge|tilldela|give|grant)\\s+(?<who>.+?)\\s+${rights}`,
  `(?:ge|tilldela|give|grant)\\s+${rights}\\s+(?:till|to|at)\\s+(?<who>.+)`,
  `(?<who>.+?)\\s+(?:ar|blir|ska vara|is|becomes|will be)\\s+(?:en |a |the )?(?:ny|new)\\s+${secretary}`,
  `(?:ny|new)\\s+${secretary}(?:\\s*(?::|ar|blir|is)\\s+(?<who>.+))?`,
].map(sentencePattern);

const dismissing = [
  `(?:ta bort|tag bort|stryk|plocka bort|remove|delete|drop)\\s+(?<who>.+?)\\s+(?:fran|ur|from)\\s+${secretariat}`,
  `(?:ta bort|tag bort|stryk|avsatt|entlediga|remove|dismiss)\\s+(?<who>.+?)\\s+(?:som|as|fran uppdraget som)\\s+${secretary}`,
  `(?:ta ifran|ta fran|frata|aterkalla|revoke)\\s+(?<who>.+?)(?:'s|s)?\\s+${rights}`,
  `(?:ta bort|aterkalla|revoke|remove)\\s+${rights}\\s+(?:for|fran|from|of)\\s+(?<who>.+)`,
  `(?<who>.+?)\\s+(?:ar inte langre|slutar som|is no longer)\\s+(?:a |the )?${secretary}`,
].map(sentencePattern);

/** What a sentence asks of the secretariat's members; undefined where it asks nothing. */
export function askSecretaries(clip: Clip): Drafted | undefined {
  if (!/sekret|secret|rattighet|behorighet|befogenhet|rights|permission|access/.test(clip.flat)) return undefined;
  const draft = first(appointing, 'appoint-secretary', clip) ?? first(dismissing, 'dismiss-secretary', clip);
  return draft && { draft, impossible: null };
}

type SecretaryDraft = Extract<Draft, { kind: 'appoint-secretary' | 'dismiss-secretary' }>;

function first(patterns: readonly RegExp[], kind: SecretaryDraft['kind'], clip: Clip): Draft | undefined {
  for (const pattern of patterns) {
    const parts = partsOf(clip, pattern);
    if (parts) return { kind, ...secretaryIn(parts.who) };
  }
  return undefined;
}

/** The Entra object id that the words hold, if any, and the name beside it. */
export function secretaryIn(who: Clip | undefined): Pick<SecretaryDraft, 'person' | 'name'> {
  if (!who) return { person: null, name: null };
  const id = guid.exec(who.flat);
  const before = id ? cut(who, 0, id.index) : cut(who);
  const after = id ? cut(who, id.index + id[0].length) : { text: '' };
  const name = unquoted([before.text, after.text].filter((text) => /\p{L}/u.test(text)).join(' '))
    .replaceAll(/<\/?at>/g, '')
    .trim();
  return { person: id?.[0] ?? null, name: name === '' ? null : name };
}

const undoVerb =
  '(?:angra|angra dig|backa|aterta|ta tillbaka|gor ogjort|gor det ogjort|rulla tillbaka|undo|revert|roll back|rollback|take back)';
const what =
  '(?:det(?: dar| har| senaste)?|den(?: dar| har| senaste)?|detta|min(?:a)?(?: senaste)? andring(?:ar)?|(?:den )?(?:senaste|sista|forra) ?(?:andringen|uppdateringen)?|andringen|uppdateringen|flytten|bytet|bokningen|installningen|tillagget|allt|that|it|this|(?:the |my )?(?:last|latest|previous|most recent)(?: change| update| one)?|(?:the |my )?(?:change|update))';
const undo = sentencePattern(`${undoVerb}(?:\\s+${what})?(?:\\s+(?:igen|nu|again|now))?`);
const undoNumbered = sentencePattern(
  `${undoVerb}\\s+(?:(?:den |the )?(?:andring(?:en)?|uppdatering(?:en)?|version(?:en)?|change|update)\\s*)?(?:nr\\.?|nummer|no\\.?|number|#)?\\s*(?<version>\\d{1,9})`,
);

const publish = sentencePattern(
  '(?:publicera|publish)(?:\\s+(?:utkastet|planen|den nya planen|nasta ars plan|planens utkast|the draft|the plan|the new plan|next years plan|it|det))?(?:\\s+(?:for|to|till)\\s+(?:alla|everyone|everybody))?(?:\\s+(?:nu|now))?',
);

/** "Publicera utkastet" */
export function askPublish(clip: Clip): Drafted | undefined {
  return publish.test(clip.flat) ? { draft: { kind: 'publish-plan' }, impossible: null } : undefined;
}

/** "Ångra", "ångra ändring 12" */
export function askUndo(clip: Clip): Drafted | undefined {
  const numbered = undoNumbered.exec(clip.flat)?.groups?.version;
  if (numbered !== undefined && Number(numbered) > 0)
    return { draft: { kind: 'undo', version: Number(numbered) }, impossible: null };
  return undo.test(clip.flat) ? { draft: { kind: 'undo', version: null }, impossible: null } : undefined;
}
