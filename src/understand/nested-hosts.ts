// "Kommunen som har rådslaget 2021, när är kommittén där?": a municipality told by what it hosts.
import type { Plan } from '../plan/plan.ts';
import type { HostsQuery, SingleQuery } from '../query.ts';
import { entities, hasCue, type Reading } from './reading.ts';

const hosting =
  '(?:har|hade|får|fick|är värd(?:ar)? för|var värd(?:ar)? för|står (?:som )?värd(?:ar)? för|håller i|arrangerar|ordnar|hosts?|hosted|is hosting|has|are hosting)';
const described = new RegExp(
  `(?<!\\p{L})(?:den kommun|de kommuner|kommunen|kommunerna|dem|den|the municipalit(?:y|ies)|the one)\\s+(?:(?:som|which|that)\\s+${hosting}|hosting)\\s+(?<what>[^,.;?!]{3,60}?(?:\\s(?:\\d{4}|i år|ifjol|i fjol|nästa år|förra året|this year|next year|last year))|[^,.;?!]{3,40}?(?=[,;.?!]|$))`,
  'iu',
);
const byTitle =
  /(?<!\p{L})(?<when>årets|nästa års|förra årets|fjolårets|this year's|next year's|\d{4} års)\s+(?:två\s+|two\s+)?(?<what>(?:\p{L}{3,20}s)?(?:värd|värdar|värdkommun|värdkommuner|konferensvärd|konferensvärdar)|hosts?(?: municipalit(?:y|ies))?(?: of (?:the )?\p{L}+)?)(?![\p{L}])/iu;

/** Whether anything but who hosts is asked in the rest. */
function asksElse(rest: Reading): boolean {
  return (
    entities(rest, 'group').length > 0 ||
    hasCue(rest, 'meeting', 'activity', 'responsible', 'doing', 'cost', 'fee', 'planningConference')
  );
}

/**
 * The message with the municipality's name in place of the words that describe it; undefined where it has none such.
 *
 * @param ask understands a question by itself
 */
export function withHostsNamed(
  message: string,
  ask: (question: string) => SingleQuery,
  readRest: (text: string) => Reading,
  plan: Plan,
): string | undefined {
  const text = message.normalize('NFC');
  const found = described.exec(text) ?? byTitle.exec(text);
  if (!found?.groups?.what) return undefined;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const rest = readRest(`${before} ${after}`);
  if (!asksElse(rest)) return undefined;
  const { what, when = '' } = found.groups;
  // "Årets konferensvärdar Haninge och Nynäshamn" names them.
  if (when !== '' && /^\s+\p{Lu}/u.test(after) && entities(rest, 'municipality').length > 0) return `${before}${after}`;
  const query = ask(when === '' ? `vem är värd för ${what}` : `${when} ${what}, vem?`);
  const names = query.kind === 'hosts' ? hostNames(query, plan) : [];
  return names.length === 0 ? undefined : `${before}${names.join(' och ')}${after}`;
}

function hostNames({ conferences, period, municipalities }: HostsQuery, plan: Plan): string[] {
  if (municipalities.length > 0 || period === null) return [];
  const [from, to] = [period.from?.slice(0, 4), period.to?.slice(0, 4)];
  if (from === undefined || from !== to) return [];
  const hostings = plan.hostings.filter(
    ({ conference, year }) =>
      String(year) === from && (conferences.length === 0 || conferences.some((id) => id === conference)),
  );
  const [only, another] = hostings;
  return only && !another ? only.hosts.map((id) => plan.municipality(id).name) : [];
}
