// Who hosts the conferences: year by year, and by municipality.
import type { Rotation } from '../facts.ts';
import { currentPlanYear } from '../plan/plan-year.ts';
import type { Municipality } from '../plan/region.ts';
import { local, municipalityNames } from '../render/names.ts';
import { addressOf, type PlaceOf } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import { ask, emptyState, filterForm, type Kit, select, type View } from './kit.ts';

export function hostsView(place: PlaceOf<'hosts'>, kit: Kit): View {
  const { setting, words } = kit;
  const { municipality } = place.filters;
  const { answer, outcome } = ask(
    { kind: 'hosts', conferences: [], period: null, municipalities: [], which: 'all', aspect: 'who' },
    kit,
  );
  const rotations = outcome.rotations.filter(({ hostings }) => hostings.length > 0);
  const named = setting.plan.municipalities.map(({ id, name }) => [id, name] as const);
  const content =
    rotations.length === 0
      ? emptyState(words.noHosts)
      : html`${filterForm(place, select('municipality', words.columns.municipality, named, municipality, words.all), kit)}
<section aria-labelledby="by-year"><h2 id="by-year">${words.byYear}</h2>${byYear(rotations, place, kit)}</section>
<section aria-labelledby="by-municipality"><h2 id="by-municipality">${words.byMunicipality}</h2>${byMunicipality(rotations, place, kit)}</section>`;
  return { title: words.views.hosts, about: words.about.hosts, content, answers: [answer] };
}

function byYear(rotations: readonly Rotation[], { filters }: PlaceOf<'hosts'>, kit: Kit): Html {
  const { setting, words, now } = kit;
  const years = [...new Set(rotations.flatMap(({ hostings }) => hostings.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  const present = currentPlanYear(setting.plan, now);
  const cell = ({ conference, hostings }: Rotation, year: number): Html => {
    const turn = hostings.find((hosting) => hosting.year === year);
    const isAsked = filters.municipality !== null && turn?.hosts.includes(filters.municipality) === true;
    const edit = { view: 'edit', form: { kind: 'hosts', conference: conference.id, year } } as const;
    return html`<td data-label="${local(conference.name, setting)}"${attributes({ class: isAsked ? 'asked' : null })}>${turn ? municipalityNames(turn.hosts, setting) : html`<span class="soft">${words.notInPlan}</span>`}${kit.standing === 'secretary' && html` <a class="edit no-print" href="${addressOf(edit, kit.carried)}" aria-label="${words.edit}: ${local(conference.name, setting)} ${year}">${words.edit}</a>`}</td>`;
  };
  return html`<table class="hosts"><thead><tr><th scope="col">${words.columns.year}</th>${rotations.map(({ conference }) => html`<th scope="col">${local(conference.name, setting)}</th>`)}</tr></thead>
<tbody>${years.map((year) => html`<tr${attributes({ class: year === present ? 'present' : null })}><th scope="row">${year}</th>${rotations.map((rotation) => cell(rotation, year))}</tr>`)}</tbody></table>
<p class="soft">${rotations.map(({ conference, span }) => span && `${local(conference.name, setting)}: ${words.planEnds(span.from === span.to ? String(span.from) : `${span.from}–${span.to}`)} `)}</p>`;
}

function byMunicipality(rotations: readonly Rotation[], { filters }: PlaceOf<'hosts'>, kit: Kit): Html {
  const { setting, words, now } = kit;
  const present = Number(now.day.slice(0, 4));
  const shown = setting.plan.municipalities.filter(
    ({ id }) => filters.municipality === null || id === filters.municipality,
  );
  const turnsOf = ({ id }: Municipality, { conference, hostings }: Rotation) =>
    hostings
      .filter(({ hosts }) => hosts.includes(id))
      .map(({ year, hosts }) => ({
        year,
        conference: local(conference.name, setting),
        others: hosts.filter((one) => one !== id),
      }));
  const card = (municipality: Municipality): Html => {
    const turns = rotations.flatMap((rotation) => turnsOf(municipality, rotation)).sort((a, b) => a.year - b.year);
    return html`<li><h3>${municipality.name}</h3>${turns.length === 0 ? html`<p class="soft">${words.neverHosts}</p>` : html`<ul>${turns.map(({ year, conference, others }) => html`<li${attributes({ class: year < present ? 'over' : null })}><strong>${year}</strong> ${conference}${others.length > 0 && html` <span class="soft">${words.together(municipalityNames(others, setting))}</span>`}</li>`)}</ul>`}</li>`;
  };
  return html`<ul class="cards">${shown.map(card)}</ul>`;
}
