// The wheel itself, as SVG.
import { isoWeekOf } from '../plan/days.ts';
import { capital, formatDate, formatDay, monthName } from '../render/dates.ts';
import { addressOf, view } from './address.ts';
import { type Html, html } from './html.ts';
import type { Kit } from './kit.ts';
import {
  angleOf,
  arcPath,
  daysIn,
  mondaysOf,
  monthSweeps,
  packed,
  pointAt,
  type Ring,
  type Sweep,
  signPath,
  wrapped,
} from './wheel.ts';
import type { Lane, Mark, Year } from './wheel-marks.ts';

// Radii of the drawing, from the rim inwards, in its own units.
const weekRadius = 396;
const months: Ring = { inner: 336, outer: 380 };
const outermost = 322;
const centre = 150;
const laneWidth = 30;
/** Rows of activities beside each other; where there are more, a month tells how many there are. */
const mostRows = 7;
const most = { activities: 60 };

const at = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export function drawing(shown: Year, kit: Kit): Html {
  const { year, lanes, marks } = shown;
  const rings = ringsOf(lanes);
  return html`<svg class="wheel" viewBox="-474 -436 948 872" role="group" aria-label="${kit.words.wheelOf(year)}">
<circle class="disc" r="${months.inner}"/>
${rim(year, kit)}
${past(year, kit)}
${lanes.map((lane) => ringOf(lane, rings))}
${lanes.map((lane) => laneMarks(lane, marks, rings, shown, kit))}
${hand(year, kit)}
${middle(shown, kit)}
</svg>`;
}

/** A ring for each lane; that of the activities takes what is left. */
function ringsOf(lanes: readonly Lane[]): ReadonlyMap<string, Ring> {
  return new Map(
    lanes.map(({ key }, index): [string, Ring] => {
      const outer = outermost - index * (laneWidth + 3);
      return [key, { outer, inner: key === 'activity' ? centre + 6 : outer - laneWidth }];
    }),
  );
}

// === The year

function rim(year: number, { setting: { locale } }: Kit): Html {
  const sweeps = monthSweeps(year).map((sweep, index) => {
    const middle = (sweep.start + sweep.end) / 2;
    const name = capital(monthName(index + 1, locale)).slice(0, 3);
    const [x, y] = pointAt(middle, (months.inner + months.outer) / 2);
    return html`<path class="month" d="${arcPath(sweep, months)}"/><path class="spoke" d="M${at(pointAt(sweep.start, centre))}L${at(pointAt(sweep.start, months.inner))}"/><text class="month-name" x="${x.toFixed(1)}" y="${(y + 7).toFixed(1)}">${name}</text>`;
  });
  const weeks = mondaysOf(year).map((monday) => {
    const [x, y] = pointAt(angleOf(monday, year) + (3.5 / daysIn(year)) * 2 * Math.PI, weekRadius);
    return html`<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}">${isoWeekOf(monday)}</text>`;
  });
  return html`<g aria-hidden="true">${sweeps}</g><g class="weeks" aria-hidden="true">${weeks}</g>`;
}

/** What has been of the year, in a shade. */
function past(year: number, { now }: Kit): Html | false {
  const end = Math.min(angleOf(now.day, year), 2 * Math.PI);
  return (
    end > 0.01 && html`<path class="past" d="${arcPath({ start: 0, end }, { inner: centre, outer: months.inner })}"/>`
  );
}

function hand(year: number, { now, setting, words }: Kit): Html | false {
  if (!now.day.startsWith(String(year))) return false;
  const angle = angleOf(now.day, year);
  const [x, y] = pointAt(angle, 414);
  return html`<g class="hand"><path d="M${at(pointAt(angle, centre))}L${at(pointAt(angle, 400))}"/><rect x="${(x - 50).toFixed(1)}" y="${(y - 14).toFixed(1)}" width="100" height="28" rx="14"/><text x="${x.toFixed(1)}" y="${(y + 6).toFixed(1)}"><title>${words.today}</title>${formatDate(now.day, now.day, setting.locale)}</text></g>`;
}

// === Marks

function ringOf({ key }: Lane, rings: ReadonlyMap<string, Ring>): Html | false {
  const ring = rings.get(key);
  return ring !== undefined && html`<path class="ring" d="${arcPath({ start: 0, end: 2 * Math.PI }, ring)}"/>`;
}

function laneMarks(
  lane: Lane,
  marks: readonly Mark[],
  rings: ReadonlyMap<string, Ring>,
  shown: Year,
  kit: Kit,
): Html | false {
  const ring = rings.get(lane.key);
  // Signs lie upon stretches.
  const own = marks
    .filter((mark) => mark.lane === lane.key)
    .sort((a, b) => Number(b.isLong) - Number(a.isLong) || a.sweep.start - b.sweep.start);
  if (!ring) return false;
  if (lane.key !== 'activity')
    return html`<g class="${lane.key}">${own.map((mark) => markOf(mark, lane, ring, kit))}</g>`;
  const rows = packed(own.map(({ sweep }) => sweep));
  const count = Math.max(0, ...rows) + 1;
  if (count > mostRows || own.length > most.activities) return monthCounts(shown, own, ring, kit);
  const width = Math.min(16, (ring.outer - ring.inner) / count);
  const drawn = own.map((mark, index) => {
    const outer = ring.outer - (rows[index] ?? 0) * width;
    return markOf(mark, lane, { outer: outer - 1.5, inner: outer - width + 1.5 }, kit);
  });
  return html`<g class="activity">${drawn}</g>`;
}

/** A mark is a link; what it is stands in the middle of the wheel while it is pointed at or has the focus. */
function markOf(mark: Mark, lane: Lane, ring: Ring, kit: Kit): Html {
  const { title, when, where, isOver, isCancelled, isVague } = mark;
  const name = [title, when, where].filter(Boolean).join(', ');
  const style = ['mark', isOver && 'over', isVague && 'vague', isCancelled && 'cancelled'].filter(Boolean).join(' ');
  return html`<a class="${style}" href="${addressOf(mark.place, kit.carried)}" aria-label="${name}" data-key="${keyOf(mark)}">${shapeOf(mark, lane, ring)}${detail(mark)}</a>`;
}

export function keyOf({ place }: Pick<Mark, 'place'>): string {
  return 'id' in place ? `${place.view}-${place.id}` : place.view;
}

function shapeOf({ sweep, isLong, lane: key }: Mark, lane: Lane, ring: Ring): Html {
  const middle = (sweep.start + sweep.end) / 2;
  if (isLong || key === 'activity') {
    // A day of an activity would be a hair; a conference of which only the season is known is no thick stretch.
    const least = 0.06;
    const shown: Sweep =
      sweep.end - sweep.start < least ? { start: middle - least / 2, end: middle + least / 2 } : sweep;
    const inset = key === 'activity' ? 0 : (ring.outer - ring.inner - 12) / 2;
    return html`<path d="${arcPath(shown, { inner: ring.inner + inset, outer: ring.outer - inset }, 5)}"/>`;
  }
  const [x, y] = pointAt(middle, (ring.inner + ring.outer) / 2);
  return html`<circle class="reach" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="16"/><path transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" d="${signPath(lane.sign, 270)}"/>`;
}

function detail({ title, when, where }: Mark): Html {
  return html`<g class="detail" aria-hidden="true">${centred(wrapped(title, 21, 3), wrapped(when, 26, 3), wrapped(where, 26, 2))}</g>`;
}

/** Lines in the middle of the wheel: first large, then smaller. */
function centred(...parts: readonly (readonly string[])[]): Html {
  const lines = parts.flatMap((part, size) => part.map((text) => ({ text, size })));
  const height = 27;
  const top = -((lines.length - 1) * height) / 2 + 8;
  return html`${lines.map(({ text, size }, index) => html`<text class="line-${size}" y="${top + index * height}">${text}</text>`)}`;
}

/** So many activities that each would be a hair: how many there are in each month. */
function monthCounts({ year }: Year, marks: readonly Mark[], ring: Ring, { carried, setting, words }: Kit): Html {
  const counts = monthSweeps(year).map((sweep, index) => {
    const count = marks.filter((mark) => mark.sweep.start < sweep.end && mark.sweep.end > sweep.start).length;
    const middle = (sweep.start + sweep.end) / 2;
    const [x, y] = pointAt(middle, (ring.inner + ring.outer) / 2);
    const name = words.inMonth(count, monthName(index + 1, setting.locale));
    return (
      count > 0 &&
      html`<a class="mark many" href="${addressOf(view('plan', { time: 'dated' }), carried)}" aria-label="${name}"><path d="${arcPath({ start: sweep.start + 0.01, end: sweep.end - 0.01 }, ring, 5)}"/><text x="${x.toFixed(1)}" y="${(y + 6).toFixed(1)}">${count}</text><g class="detail" aria-hidden="true">${centred(wrapped(name, 21, 3))}</g></a>`
    );
  });
  return html`<g class="activity">${counts}</g>`;
}

/** While nothing is pointed at: the year, and what is next in it. */
function middle({ year, marks }: Year, { words, now, setting }: Kit): Html {
  const next = marks
    .filter(({ lane, isOver, isCancelled, isLong }) => lane !== 'activity' && !isOver && !isCancelled && !isLong)
    .sort((a, b) => a.sweep.start - b.sweep.start)[0];
  const lines = next
    ? html`<text class="label" y="10">${words.next}</text>${wrapped(next.title, 21, 2).map((text, index) => html`<text class="line-0" y="${40 + index * 27}">${text}</text>`)}<text class="line-1" y="${40 + 27 * wrapped(next.title, 21, 2).length}">${next.when.split(' kl')[0] ?? ''}</text>`
    : html`<text class="line-1" y="40">${now.day.startsWith(String(year)) && capital(formatDay(now.day, now.day, setting.locale))}</text>`;
  return html`<g class="middle" aria-hidden="true"><text class="number" y="-26">${year}</text>${lines}</g>`;
}

/** The sign of a lane, for the legend and the lists. */
export function signOf({ key, sign }: Lane): Html {
  const shape =
    key === 'activity'
      ? html`<rect x="-9" y="-4" width="18" height="8" rx="4"/>`
      : html`<path d="${signPath(sign, 130)}"/>`;
  return html`<svg class="sign ${key}" viewBox="-10 -10 20 20" width="18" height="18" aria-hidden="true">${shape}</svg>`;
}
