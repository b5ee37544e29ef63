// Who hosts when: one turn set, or two that change places.
import type { Draft, UpdateRequest } from '../draft.ts';
import type { ConferenceId, MunicipalityId } from '../plan/ids.ts';
import type { Hosting } from '../plan/meeting.ts';
import type { Plan } from '../plan/plan.ts';
import { ask, choose, type Option, type Resolution, ready, refused, type Setting } from './resolution.ts';

type Of<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

/** Further ahead no plan looks; more likely a slip of the finger. */
const furthestYears = 50;

export function resolveHosts(draft: Of<'set-hosts'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const conference = oneConference(draft.conferences, plan, (conferences) => ({
    ...request,
    draft: { ...draft, conferences },
  }));
  if (typeof conference !== 'string') return conference;
  const { year } = draft;
  if (year === null) return ask('year');
  const wrong = wrongYear(year, conference, setting);
  if (wrong) return wrong;
  const { without = [] } = draft;
  const turn = plan.hostings.find((one) => one.conference === conference && one.year === year);
  const isTaken = draft.hosts.length === 0 && without.length > 0;
  if (isTaken && !turn?.hosts.some((host) => without.includes(host))) return refused({ kind: 'unchanged' });
  const hosts = isTaken && turn ? turn.hosts.filter((host) => !without.includes(host)) : draft.hosts;
  // Somebody must be host: who instead of the last one?
  if (hosts.length === 0) return ask('hosts');
  return ready({ kind: 'set-hosts', conference, turns: [{ year, hosts: [...new Set(hosts)] }] });
}

/** Turns of past years have been. */
function wrongYear(year: number, conference: ConferenceId, { ledger, now }: Setting): Resolution | null {
  const present = Number(now.day.slice(0, 4));
  if (year < present) return refused({ kind: 'past', item: null, day: `${year}-12-31` });
  if (year <= present + furthestYears) return null;
  return refused({ kind: 'no-hosting', conference: ledger.edition.plan.conference(conference), year });
}

export function resolveSwap(draft: Of<'swap-hosts'>, request: UpdateRequest, setting: Setting): Resolution {
  const { plan } = setting.ledger.edition;
  const fitting = plan.conferences.filter(({ id }) => swappable(draft, id, setting) !== null);
  const asked = draft.conferences.length > 0 ? draft.conferences : fitting.map(({ id }) => id);
  const conference = oneConference(asked, plan, (conferences) => ({ ...request, draft: { ...draft, conferences } }));
  if (typeof conference !== 'string') return conference;
  if (draft.years.length < 2 && draft.municipalities.length < 2) return ask('year');
  const turns = swappable(draft, conference, setting);
  if (!turns)
    return refused({ kind: 'no-hosting', conference: plan.conference(conference), year: draft.years[0] ?? null });
  return ready({ kind: 'set-hosts', conference, turns });
}

type Turns = { year: number; hosts: MunicipalityId[] }[];

/** The two turns after the swap; null where the plan does not have one turn for each. */
function swappable(draft: Of<'swap-hosts'>, conference: ConferenceId, { ledger, now }: Setting): Turns | null {
  const present = Number(now.day.slice(0, 4));
  const turns = ledger.edition.plan.hostings.filter(
    (hosting) => hosting.conference === conference && hosting.year >= present,
  );
  const [firstYear, secondYear] = draft.years;
  if (firstYear !== undefined && secondYear !== undefined) {
    return exchanged(
      turns.find(({ year }) => year === firstYear),
      turns.find(({ year }) => year === secondYear),
    );
  }
  const [one, other] = draft.municipalities;
  if (one === undefined || other === undefined) return null;
  const [first, second] = [turnOf(one, turns), turnOf(other, turns)];
  if (!first || !second || first.year === second.year) return null;
  const replaced = ({ year, hosts }: Hosting, out: MunicipalityId, into: MunicipalityId) => {
    return { year, hosts: hosts.map((host) => (host === out ? into : host)) };
  };
  return [replaced(first, one, other), replaced(second, other, one)];
}

function exchanged(a: Hosting | undefined, b: Hosting | undefined): Turns | null {
  if (!a || !b) return null;
  return [
    { year: a.year, hosts: b.hosts },
    { year: b.year, hosts: a.hosts },
  ];
}

/** The only turn ahead of a municipality. */
function turnOf(municipality: MunicipalityId, turns: readonly Hosting[]): Hosting | null {
  const [only, another] = turns.filter(({ hosts }) => hosts.includes(municipality));
  return only && !another ? only : null;
}

function oneConference(
  ids: readonly ConferenceId[],
  plan: Plan,
  withIds: (ids: ConferenceId[]) => UpdateRequest,
): ConferenceId | Resolution {
  const hosted = new Set(plan.hostings.map(({ conference }) => conference));
  const known = plan.conferences.filter(({ id }) => (ids.length > 0 ? ids.includes(id) : hosted.has(id)));
  const [first, another] = known;
  if (!first) return ask('conference');
  if (!another) return first.id;
  const options = known.map((record): Option => {
    return { fact: { kind: 'conference', record }, request: withIds([record.id]) };
  });
  return choose('conference', options);
}
