// The addresses of the tab: every view with its filters, so that whatever is looked at can be shared. Pure.
import { z } from 'zod';
import { Status } from '../plan/activity.ts';
import { ActivityId, AreaId, ConferenceId, GroupId, MeetingId, MunicipalityId } from '../plan/ids.ts';
import { Day } from '../plan/schedule.ts';

/** Where all of it begins. */
export const root = '/tab/';

const Year = z.coerce.number().pipe(z.int().min(1900).max(2200));
/** Enough for any list that anybody reads. */
const PageNumber = z.coerce.number().pipe(z.int().min(1).max(10_000));

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

/** A view, and its filters under the names that they have in the address. */
const Filtered = z.discriminatedUnion('view', [
  z.object({ view: z.literal('wheel'), filters: z.object({ year: maybe(Year) }) }),
  z.object({
    view: z.literal('calendar'),
    filters: z.object({ group: maybe(GroupId), municipality: maybe(MunicipalityId) }),
  }),
  z.object({
    view: z.literal('plan'),
    filters: z.object({
      year: maybe(Year),
      area: maybe(AreaId),
      /** One of `partyChoices`, or "nobody". */
      party: maybe(z.string().max(200)),
      status: maybe(z.enum([...Status.options, 'unreported'])),
      cost: maybe(z.enum(['stated', 'unstated'])),
      time: maybe(z.enum(['dated', 'ongoing', 'as-needed', 'unspecified'])),
      page: maybe(PageNumber),
    }),
  }),
  z.object({ view: z.literal('hosts'), filters: z.object({ municipality: maybe(MunicipalityId) }) }),
  z.object({
    view: z.literal('changes'),
    filters: z.object({ since: maybe(Day), only: maybe(z.enum(['meetings', 'activities'])) }),
  }),
]);
type Filtered = z.infer<typeof Filtered>;

export type ViewName = Filtered['view'];
export const viewNames: readonly ViewName[] = ['wheel', 'calendar', 'plan', 'hosts', 'changes'];

/** A form of the secretariat, and the record that it is filled from. */
const Form = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), meeting: MeetingId }),
  z.object({ kind: z.literal('new-meeting') }),
  z.object({ kind: z.literal('status'), activity: ActivityId }),
  z.object({ kind: z.literal('activity'), activity: ActivityId }),
  z.object({ kind: z.literal('hosts'), conference: ConferenceId, year: maybe(Year) }),
]);
export type EditForm = z.infer<typeof Form>;

/** What is looked at. */
export type Place =
  | Filtered
  | { readonly view: 'meeting'; readonly id: MeetingId }
  | { readonly view: 'activity'; readonly id: ActivityId }
  | { readonly view: 'edit'; readonly form: EditForm };
export type PlaceOf<View extends Place['view']> = Extract<Place, { view: View }>;

/** A place, and what the filters of its address say that they cannot. */
export interface Read {
  readonly place: Place;
  readonly unread: readonly string[];
}

/** The place that an address names; null where there is none. */
export function readAddress(path: string, query: URLSearchParams): Read | null {
  if (!path.startsWith(root)) return null;
  const [first = '', ...rest] = path.slice(root.length).split('/');
  const view = first === '' ? 'wheel' : viewNames.find((name) => name === first && name !== 'wheel');
  if (view !== undefined) return rest.length === 0 ? readFilters(view, query) : null;
  const place = readRecord(first, rest, query);
  return place && { place, unread: [] };
}

function readRecord(first: string, [second = '', third = '', ...more]: readonly string[], query: URLSearchParams) {
  if (more.length > 0) return null;
  if (first === 'edit') return readForm(second, third, query);
  if (third !== '') return null;
  if (first === 'meeting') return placeOf(MeetingId.safeParse(second).data, (id) => ({ view: 'meeting', id }));
  return first === 'activity' ? placeOf(ActivityId.safeParse(second).data, (id) => ({ view: 'activity', id })) : null;
}

function placeOf<Id>(id: Id | undefined, make: (id: Id) => Place): Place | null {
  return id === undefined ? null : make(id);
}

function readForm(kind: string, id: string, query: URLSearchParams): Place | null {
  const year = query.get('year') || null;
  const { data: form } = Form.safeParse({ kind, meeting: id, activity: id, conference: id, year });
  return form ? { view: 'edit', form } : null;
}

/** What is no filter's value is left out, and told. */
function readFilters(view: ViewName, query: URLSearchParams): Read {
  const filters = Object.fromEntries([...query].filter(([, value]) => value !== ''));
  const { error } = Filtered.safeParse({ view, filters });
  const wrong = new Set(error?.issues.map(({ path }) => String(path[1])));
  const right = Object.fromEntries(Object.entries(filters).filter(([name]) => !wrong.has(name)));
  return { place: Filtered.parse({ view, filters: right }), unread: [...wrong].map((name) => filters[name] ?? '') };
}

/** What every address carries along: language and theme, where somebody has chosen them. */
export type Carried = Readonly<Record<'lang' | 'theme', string | null>>;

/** The address of a place. */
export function addressOf(place: Place, carried: Carried): string {
  const [path, own] = partsOf(place);
  const values = Object.entries({ ...own, ...carried }).filter(([, value]) => value !== null);
  const query = new URLSearchParams(values.map(([name, value]): [string, string] => [name, String(value)]));
  return `${root}${path}${query.size > 0 ? `?${query}` : ''}`;
}

type Parts = readonly [path: string, query: Readonly<Record<string, string | number | null>>];

function partsOf(place: Place): Parts {
  switch (place.view) {
    case 'wheel':
      return ['', place.filters];
    case 'calendar':
    case 'plan':
    case 'hosts':
    case 'changes':
      return [place.view, place.filters];
    case 'meeting':
    case 'activity':
      return [`${place.view}/${place.id}`, {}];
    case 'edit':
      return editParts(place.form);
  }
}

function editParts(form: EditForm): Parts {
  switch (form.kind) {
    case 'meeting':
      return [`edit/meeting/${form.meeting}`, {}];
    case 'new-meeting':
      return ['edit/new-meeting', {}];
    case 'status':
    case 'activity':
      return [`edit/${form.kind}/${form.activity}`, {}];
    case 'hosts':
      return [`edit/hosts/${form.conference}`, { year: form.year }];
  }
}

/** A view without a filter, or with these. */
export function view<Name extends ViewName>(name: Name, filters: Partial<PlaceOf<Name>['filters']> = {}): Place {
  return Filtered.parse({ view: name, filters });
}
