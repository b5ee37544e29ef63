// Pages about who hosts which conference.
import type { OutcomeOf as Of, Rotation } from '../facts.ts';
import type { Hosting } from '../plan/meeting.ts';
import { joinWords } from './dates.ts';
import { local, municipalityNames, type Setting } from './names.ts';
import { type Page, sentence } from './page.ts';
import { rotationTables } from './pictures.ts';

export function hostSentence(hosting: Rotation['hostings'][number], name: string, setting: Setting): string {
  const present = Number(setting.today.slice(0, 4));
  const tense = hosting.year < present ? 'past' : hosting.year === present ? 'present' : 'future';
  return setting.say.hostIs(municipalityNames(hosting.hosts, setting), hosting.hosts.length, name, hosting.year, tense);
}

/** What an older plan says of a year that a newer one gives to others. */
export function contradictionText({ conference, year, hosts, source }: Hosting, setting: Setting): string[] {
  if (!source) return [];
  const document = local(setting.plan.document(source.document).title, setting);
  const name = local(setting.plan.conference(conference).definite, setting);
  return [setting.say.otherHosts(document, municipalityNames(hosts, setting), hosts.length, name, year)];
}

function spanText({ span }: Rotation): string {
  return span === null ? '' : span.from === span.to ? String(span.from) : `${span.from}–${span.to}`;
}

export function hostsPage(outcome: Of<'hosts'>, setting: Setting): Page {
  const { query, rotations } = outcome;
  if (query.aspect === 'after' || query.aspect === 'before') {
    return sentence(rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' '));
  }
  if (query.municipalities.length > 0) return municipalityHosts(outcome, setting);
  if (query.aspect === 'count') return hostNumbers(rotations, setting);
  const whole = query.period === null && query.which === 'all';
  if (whole || (outcome.year === null && query.which === 'all')) return wholeRotation(rotations, setting);
  return sentence(rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' '));
}

/** "Hur många kommuner delar på värdskapet?" */
function hostNumbers(rotations: readonly Rotation[], setting: Setting): Page {
  const page = wholeRotation(rotations, setting);
  const numbers = rotations.flatMap(({ conference, hostings }) => {
    const counts = [...new Set(hostings.map(({ hosts }) => hosts.length))].sort();
    const text = counts.length === 0 ? null : counts.map(String).join('–');
    return text === null
      ? []
      : [setting.say.hostNumber(local(conference.definite, setting), text, counts.at(-1) === 1)];
  });
  return { ...page, lead: numbers.length > 0 ? numbers.join(' ') : page.lead };
}

function hostSentences(rotation: Rotation, { year, query }: Of<'hosts'>, setting: Setting): string[] {
  const name = local(rotation.conference.definite, setting);
  if (rotation.hostings.length > 0) return rotation.hostings.map((hosting) => hostSentence(hosting, name, setting));
  if (rotation.span === null) return [noHosts(rotation, setting)];
  return [
    year !== null && query.which === 'all'
      ? setting.say.hostUnknown(name, year, spanText(rotation))
      : setting.say.noMoreHosts(name, spanText(rotation)),
  ];
}

function noHosts({ conference }: Rotation, setting: Setting): string {
  const name = local(conference.definite, setting);
  const responsible =
    conference.responsible === null
      ? ''
      : ` ${setting.say.responsibleFor(local(setting.plan.group(conference.responsible).name, setting), 1, name)}`;
  return `${setting.say.noHosts(name)}${responsible}`;
}

function wholeRotation(rotations: readonly Rotation[], setting: Setting): Page {
  const { say } = setting;
  const listed = rotations.filter(({ hostings }) => hostings.length > 0);
  const without = rotations
    .filter(({ hostings }) => hostings.length === 0)
    .map((rotation) => noHosts(rotation, setting));
  const [only] = listed;
  const tables = rotationTables(listed, setting);
  const lists = listed.map((rotation) => ({
    kind: 'list' as const,
    heading: listed.length > 1 ? local(rotation.conference.name, setting) : null,
    items: rotation.hostings.map((hosting) => ({
      title: String(hosting.year),
      details: [municipalityNames(hosting.hosts, setting)],
    })),
  }));
  if (!only) return sentence(without.join(' '));
  const names = joinWords(
    listed.map(({ conference }) => local(conference.definite, setting)),
    setting.locale,
  );
  return {
    lead: say.rotation(names, listed.length === 1 ? spanText(only) : ''),
    blocks: tables.length > 0 ? tables : lists,
  };
}

/** That a municipality is not in a rotation, or that there is none. */
function neverHosts(rotation: Rotation, municipality: string, setting: Setting): string {
  if (rotation.span === null) return noHosts(rotation, setting);
  return setting.say.hostNever(municipality, local(rotation.conference.definite, setting), spanText(rotation));
}

function municipalityHosts(outcome: Of<'hosts'>, setting: Setting): Page {
  const { query, rotations } = outcome;
  const { say } = setting;
  const name = municipalityNames(query.municipalities, setting);
  const isHost = (hosting: Rotation['hostings'][number]): boolean =>
    query.municipalities.every((id) => hosting.hosts.includes(id));
  if (query.aspect === 'check' && query.period !== null) {
    const all = rotations.flatMap((rotation) => rotation.hostings);
    const rest = rotations.flatMap((rotation) => hostSentences(rotation, outcome, setting)).join(' ');
    const yes = all.some(isHost);
    const mine = rotations.flatMap((rotation) =>
      rotation.hostings
        .filter(isHost)
        .map((hosting) => hostSentence(hosting, local(rotation.conference.definite, setting), setting)),
    );
    if (all.length === 0) return sentence(rest);
    return sentence(say.hostCheck(yes, yes && query.conferences.length === 0 ? mine.join(' ') : rest));
  }
  const turns = rotations.flatMap(({ conference, hostings }) =>
    hostings.filter(isHost).map((hosting) => {
      const others = hosting.hosts.filter((id) => !query.municipalities.includes(id));
      return {
        year: hosting.year,
        text: say.hostTurn(local(conference.definite, setting), hosting.year, municipalityNames(others, setting)),
      };
    }),
  );
  turns.sort((a, b) => a.year - b.year);
  if (turns.length === 0) return sentence(rotations.map((rotation) => neverHosts(rotation, name, setting)).join(' '));
  const years = say.hostYears(
    name,
    joinWords(
      turns.map(({ text }) => text),
      setting.locale,
    ),
  );
  const count =
    query.aspect === 'count' ? `${say.hostCount(name, turns.length)} ` : query.aspect === 'check' ? `${say.yes}, ` : '';
  return sentence(`${count}${years}`);
}
