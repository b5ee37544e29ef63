// The action plan: area → goal → objective → activity, filtered by the address, with sums and what is missing in them.
import { partyChoice, partyChoices } from '../form.ts';
import { type Activity, Status } from '../plan/activity.ts';
import { activityKey } from '../plan/change.ts';
import type { AreaId, ObjectiveId } from '../plan/ids.ts';
import { currentPlanYear, planYears } from '../plan/plan-year.ts';
import type { ActivitiesQuery } from '../query.ts';
import { capital, formatAmount, formatDate } from '../render/dates.ts';
import { costText, local, partyNames, scheduleText } from '../render/names.ts';
import { type PlaceOf, view } from './address.ts';
import { attributes, type Html, html } from './html.ts';
import { activityLink, ask, emptyState, filterForm, inYear, type Kit, linkTo, select, type View } from './kit.ts';

/** Activities that one page shows; all of a municipal plan, and never so many that a phone cannot hold them. */
const mostOfPage = 100;

export function planView(place: PlaceOf<'plan'>, whole: Kit): View {
  const years = planYears(whole.setting.plan);
  const year = place.filters.year ?? currentPlanYear(whole.setting.plan, whole.now);
  const kit = inYear(year, whole);
  const { words, setting } = kit;
  const { query, isKnown } = queryOf(place, kit);
  const { answer, outcome } = ask(query, kit);
  const found = isKnown ? inOrder(outcome.activities, kit) : [];
  const pages = Math.max(1, Math.ceil(found.length / mostOfPage));
  const page = Math.min(place.filters.page ?? 1, pages);
  const shown = found.slice((page - 1) * mostOfPage, page * mostOfPage);
  const areas = [...Map.groupBy(shown, ({ area }) => area)];
  const content = html`${filterForm(place, filtersOf(place, years, year, kit), kit)}
${found.length === 0 ? emptyState(setting.plan.activities.length === 0 ? noPlan(year, years, kit) : words.noneFit) : html`${sums(found, kit)}${areas.map(([area, own]) => areaSection(area, own, kit))}${pageLinks(place, page, pages, kit)}`}`;
  return {
    title: years.length > 1 ? `${words.views.plan} ${year}` : words.views.plan,
    about: words.about.plan,
    content,
    answers: [{ ...answer, suggestions: [] }],
  };
}

function queryOf({ filters }: PlaceOf<'plan'>, { setting }: Kit) {
  const { area, party, status, cost, time } = filters;
  const { municipalities, others } = partyChoices(setting.plan);
  const parties = [...municipalities, ...others].filter((one) => partyChoice(one) === party);
  const query: ActivitiesQuery = {
    kind: 'activities',
    branch: null,
    areas: area === null ? [] : [area],
    goals: [],
    objectives: [],
    parties,
    sharing: party === 'nobody' ? 'nobody' : 'any',
    period: null,
    schedule: time ?? 'any',
    cost: cost ?? 'any',
    costAtLeast: null,
    costAtMost: null,
    exclusive: false,
    status: status ?? 'any',
    aspect: 'list',
  };
  return { query, isKnown: party === null || party === 'nobody' || parties.length > 0 };
}

function noPlan(year: number, years: readonly number[], { words }: Kit): string {
  return years.includes(year) ? words.noActivities : words.nothingInYear(year, years.join(', '));
}

/** In the plan's order of areas and objectives, within which they keep their own. */
function inOrder(activities: readonly Activity[], { setting: { plan } }: Kit): Activity[] {
  const place = (records: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
    new Map(records.map(({ id }, index) => [id, index]));
  const [areas, objectives] = [place(plan.areas), place(plan.objectives)];
  const order = ({ area, objective }: Activity): number =>
    (areas.get(area) ?? 0) * 100_000 + (objectives.get(objective) ?? 0);
  return activities.toSorted((a, b) => order(a) - order(b));
}

function filtersOf({ filters }: PlaceOf<'plan'>, years: readonly number[], shownYear: number, kit: Kit): Html {
  const { setting, words } = kit;
  const { plan, say } = setting;
  const areas = plan.areas.map((area) => [area.id, local(area.name, setting)] as const);
  const statuses = Status.options.map((status) => [status, capital(say.status[status])] as const);
  const costs = (['stated', 'unstated'] as const).map((cost) => [cost, words.costs[cost]] as const);
  const times = (['dated', 'ongoing', 'as-needed', 'unspecified'] as const).map(
    (time) => [time, words.times[time]] as const,
  );
  const yearly =
    years.length > 1 &&
    select(
      'year',
      words.columns.year,
      years.map((one) => [String(one), String(one)] as const),
      String(shownYear),
      null,
    );
  return html`${yearly}${select('area', words.columns.area, areas, filters.area, words.all)}${select('party', words.columns.responsible, partyOptions(kit), filters.party, words.all)}${select('status', words.columns.status, [...statuses, ['unreported', words.unreported]], filters.status, words.all)}${select('time', words.columns.time, times, filters.time, words.all)}${select('cost', words.columns.cost, costs, filters.cost, words.all)}`;
}

/** Those who answer for something, and nobody. */
function partyOptions({ setting, words }: Kit): (readonly [string, string])[] {
  const { plan } = setting;
  const busy = new Set(plan.activities.flatMap(({ responsible }) => responsible.map(partyChoice)));
  const { municipalities, others } = partyChoices(plan);
  const busyOnes = [...municipalities, ...others].filter(
    (party) => party.kind === 'municipality' || busy.has(partyChoice(party)),
  );
  return [
    ...busyOnes.map(
      (party) =>
        [
          partyChoice(party),
          party.kind === 'region' ? local(plan.region.everyone, setting) : capital(partyNames([party], setting)),
        ] as const,
    ),
    ['nobody', words.nobody],
  ];
}

// === Sums

function sums(activities: readonly Activity[], { setting, words }: Kit): Html {
  const count = (lacks: (activity: Activity) => boolean): number => activities.filter(lacks).length;
  const missing = [
    [count(({ status }) => status === null), words.missingStatus],
    [count(({ schedule }) => schedule.kind === 'unspecified'), words.missingTime],
    [count(({ responsible }) => responsible.length === 0), words.missingResponsible],
  ] as const;
  const parts = missing.flatMap(([number, say]) => (number > 0 ? [say(number)] : []));
  const total = setting.plan.activities.length;
  return html`<div class="sums"><p class="count">${words.activityCount(activities.length, total)}</p><p class="sum">${sumText(activities, setting.locale, words)}</p>${parts.length > 0 && html`<p class="soft">${words.missing(parts)}</p>`}</div>`;
}

function sumText(activities: readonly Activity[], locale: 'sv' | 'en', words: Kit['words']): string {
  const amounts = activities.flatMap(({ cost }) => (cost ? [cost.amount] : []));
  if (amounts.length === 0) return words.noSum(activities.length);
  const sum = amounts.reduce((one, other) => one + other, 0);
  return words.sum(formatAmount(sum, locale), amounts.length, activities.length);
}

// === Rows

function areaSection(id: AreaId, activities: readonly Activity[], kit: Kit): Html {
  const { setting, words } = kit;
  const { columns } = words;
  const name = local(setting.plan.area(id).name, setting);
  const objectives = [...Map.groupBy(activities, ({ objective }) => objective)];
  return html`<section class="area" aria-labelledby="area-${id}"><header><h2 id="area-${id}">${name}</h2><p>${sumText(activities, setting.locale, words)}</p></header>
<table class="activities"><caption class="unseen">${name}</caption><thead><tr><th scope="col">${columns.activity}</th><th scope="col">${columns.responsible}</th><th scope="col">${columns.time}</th><th scope="col" class="amount">${columns.cost}</th><th scope="col">${columns.status}</th></tr></thead>${objectives.map(([objective, own], index) => objectiveRows(objective, own, objectives[index - 1]?.[0] ?? null, kit))}</table></section>`;
}

/** An objective's activities; its goal stands before it where that is another than the one before. */
function objectiveRows(id: ObjectiveId, activities: readonly Activity[], before: ObjectiveId | null, kit: Kit): Html {
  const { setting } = kit;
  const { plan, say } = setting;
  const { goal, title } = plan.objective(id);
  const isNew = goal !== null && (before === null || plan.objective(before).goal !== goal);
  return html`<tbody><tr class="objective"><th colspan="5" scope="rowgroup">${isNew && html`<span class="goal"><span class="soft">${say.labels.goal}:</span> ${local(plan.goal(goal).title, setting)}</span>`}<span class="soft">${say.labels.objective}:</span> ${local(title, setting)}</th></tr>${activities.map((activity) => row(activity, kit))}</tbody>`;
}

function row(activity: Activity, kit: Kit): Html {
  const { setting, words } = kit;
  const { columns } = words;
  const cost = costText(activity, setting);
  const responsible = partyNames(activity.responsible, setting);
  return html`<tr id="activity-${activity.id}"><th scope="row">${activityLink(activity, kit)}</th>
<td data-label="${columns.responsible}">${responsible || missing(words.nobody)}</td>
<td data-label="${columns.time}">${capital(scheduleText(activity, setting))}</td>
<td data-label="${columns.cost}" class="amount">${cost || missing(words.noCost)}</td>
<td data-label="${columns.status}">${statusBadge(activity, kit)}</td></tr>`;
}

function missing(text: string): Html {
  return html`<span class="soft">${text}</span>`;
}

/** The status in words, with a sign before it; since when as its title. */
export function statusBadge(activity: Activity, { setting, words }: Kit): Html {
  const { status } = activity;
  if (!status) return missing(words.noStatus);
  const { locale, today, say, plan } = setting;
  const isReported = plan.alterations(activityKey(activity.id)).some(({ what }) => what === 'status');
  const since = isReported ? formatDate(status.on, today, locale) : null;
  return html`<span class="status ${status.status}"${attributes({ title: since })}>${capital(say.status[status.status])}</span>`;
}

function pageLinks({ filters }: PlaceOf<'plan'>, page: number, pages: number, kit: Kit): Html | false {
  const { words } = kit;
  const to = (other: number, title: string): Html =>
    linkTo(view('plan', { ...filters, page: other }), title, kit, 'button');
  return (
    pages > 1 &&
    html`<nav class="pages" aria-label="${words.pages}">${page > 1 && to(page - 1, words.previous)}<span>${words.pageOf(page, pages)}</span>${page < pages && to(page + 1, words.following)}</nav>`
  );
}
