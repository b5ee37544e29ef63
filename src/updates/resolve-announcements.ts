// Messages to many and their templates: whom they reach, what they say, and when they go.
import { type AudienceTarget, type Draft, nobody } from '../draft.ts';
import { type Announce, type AudiencePart, longestMessage, longestTemplateName } from '../plan/announcement.ts';
import { addDays } from '../plan/days.ts';
import { instantAt, localAt } from '../plan/wall-clock.ts';
import { startOfBusiness } from '../reminders/start.ts';
import { ask, cleaned, type Place, type Resolution, ready, refused, type Setting, tooLong } from './resolution.ts';

type Of<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

export function resolveAnnounce(draft: Of<'announce'>, setting: Setting): Resolution {
  const audience = audienceOf(draft.audience, setting);
  if ('kind' in audience) return audience;
  const text = textOf(draft, setting);
  if (typeof text !== 'string') return text;
  const at = instantOf(draft, setting);
  if (at !== null && typeof at !== 'string') return at;
  return ready({ kind: 'announce', audience, text, at });
}

// === What it says

function textOf({ text, template }: Of<'announce'>, { ledger }: Setting): string | Resolution {
  if (text === null && template !== null) {
    const { templates } = ledger.edition;
    const known = templates.find(({ name }) => isSameName(name, template));
    if (known) return known.text;
    return refused({ kind: 'no-template', name: cleaned(template), known: templates.map(({ name }) => name) });
  }
  const said = paragraphs(text ?? '');
  if (said === '') return ask('message');
  if (said.length <= longestMessage) return said;
  return refused({ kind: 'too-long', length: said.length, most: longestMessage, of: 'message' });
}

/** The paragraphs of a text, each on a line and cleaned. */
export function paragraphs(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleaned)
    .filter(Boolean)
    .join('\n');
}

function isSameName(a: string, b: string): boolean {
  return cleaned(a).toLowerCase() === cleaned(b).toLowerCase();
}

// === To whom

function audienceOf(target: AudienceTarget, setting: Setting): AudiencePart[] | Resolution {
  const { plan } = setting.ledger.edition;
  if (target.everyone) return [{ kind: 'everyone' }];
  const groups = plan.groups.filter(({ id }) => target.groups.includes(id));
  const municipalities = plan.municipalities.filter(({ id }) => target.municipalities.includes(id));
  const places = placesOf(target, setting);
  if ('kind' in places) return places;
  const parts: AudiencePart[] = [
    ...groups.map(({ id }): AudiencePart => ({ kind: 'group', group: id })),
    ...municipalities.map(({ id }): AudiencePart => ({ kind: 'municipality', municipality: id })),
    ...places.map((place): AudiencePart => ({ kind: 'conversation', ...place })),
  ];
  return parts.length > 0 ? parts : ask('audience');
}

function placesOf({ here, place }: AudienceTarget, setting: Setting): Place[] | Resolution {
  if (place === null) return here && setting.here ? [setting.here] : [];
  const { places } = setting;
  const exact = places.filter(({ name }) => isSameName(name, place));
  const alike = places.filter(({ name }) => cleaned(name).toLowerCase().includes(cleaned(place).toLowerCase()));
  const [found, another] = exact.length > 0 ? exact : alike;
  if (found && !another) return [found];
  const known = [...new Set(places.map(({ name }) => name).filter(Boolean))].slice(0, mostKnown);
  return refused({ kind: 'no-place', name: cleaned(place), known, several: another !== undefined });
}

/** Names that a refusal tells. */
const mostKnown = 8;

// === When

/** Null for at once. A time of day without a day is the next one to come. */
function instantOf({ day, time }: Of<'announce'>, { ledger, now }: Setting): string | null | Resolution {
  if (day === null && time === null) return null;
  // What is to go later today needs an hour.
  if (day === now.day && time === null) return ask('time');
  const onDay = day ?? (time !== null && time > now.time ? now.day : addDays(now.day, 1));
  const atTime = time ?? startOfBusiness;
  const isPast = onDay < now.day || (onDay === now.day && atTime <= now.time);
  if (isPast) return refused({ kind: 'past', item: null, day: onDay });
  return instantAt(onDay, atTime, ledger.edition.plan.region.timeZone).toISOString();
}

/** The draft that a message to everybody came of. */
export function draftToEverybody({ text, at }: Announce, timeZone: string): Of<'announce'> {
  const when = at === null ? { day: null, time: null } : localAt(new Date(at), timeZone);
  return { kind: 'announce', audience: { ...nobody, everyone: true }, text, template: null, ...when };
}

// === Templates

export function resolveTemplate({ name, text, remove }: Of<'set-template'>, { ledger }: Setting): Resolution {
  const { templates } = ledger.edition;
  const called = name === null ? '' : cleaned(name);
  if (called === '') return ask('template');
  const long = tooLong(called, longestTemplateName);
  if (long) return long;
  const known = templates.find((template) => isSameName(template.name, called));
  if (remove) {
    if (known) return ready({ kind: 'set-template', name: known.name, text: null });
    return refused({ kind: 'no-template', name: called, known: templates.map((template) => template.name) });
  }
  const said = paragraphs(text ?? '');
  if (said === '') return ask('message');
  if (said.length > longestMessage) {
    return refused({ kind: 'too-long', length: said.length, most: longestMessage, of: 'message' });
  }
  if (known?.text === said) return refused({ kind: 'unchanged' });
  return ready({ kind: 'set-template', name: known?.name ?? called, text: said });
}
