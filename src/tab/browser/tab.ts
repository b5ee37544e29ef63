// What the tab does in a browser beside being read: signs in through Teams, follows Teams' theme, keeps up with the plan.
// Outside Teams, and where nothing needs signing in, pages work without it.
import type * as Teams from './teams.ts';

/** How often a page in sight asks whether the plan has changed. */
const lookAgainMs = 10_000;
const start = '/tab/';

/** Null where no token is needed or to be had: then links and forms are the browser's own. */
let token: (() => Promise<string>) | null = null;
/** The version of the page that is shown, by its server. */
let tag: string | null = null;
let isLoading = false;

const isInTeams = window.parent !== window || 'nativeInterface' in window;
const page = document.documentElement;

// === Teams

/** Teams' library, which only a page inside Teams fetches: it is ten times the size of everything else. */
const library = (): Promise<typeof Teams> => import(page.dataset.teams ?? '');

/** @returns where a link into the tab leads, if that is how it was opened */
async function joinTeams(): Promise<string | null> {
  const { app } = await library();
  await app.initialize();
  const context = await app.getContext();
  setTheme(context.app.theme);
  app.registerOnThemeChangeHandler(setTheme);
  app.notifyAppLoaded();
  app.notifySuccess();
  const address = new URL(window.location.href);
  if (!address.searchParams.has('lang') && !context.app.locale.startsWith('sv')) {
    address.searchParams.set('lang', 'en');
    history.replaceState(null, '', address);
  }
  return rowOf(context.page.subPageId);
}

/** A row that a card links to: "meeting ID" or "activity ID", as `tabLink` writes it. */
function rowOf(subPage: string | undefined): string | null {
  const [, kind, id] = /^(meeting|activity|calendar|plan|hosts|changes)(?: ([a-z0-9-]+))?$/.exec(subPage ?? '') ?? [];
  if (kind === undefined) return null;
  return `${start}${kind}${id === undefined ? '' : `/${id}`}${window.location.search}`;
}

function setTheme(theme: string): void {
  page.dataset.theme = theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

// === Pages

interface Sending {
  readonly body?: URLSearchParams;
  /** Answered with 304 where the page is still that one. */
  readonly unless?: string | null;
}

async function send(address: string, { body, unless }: Sending = {}): Promise<Response> {
  const headers = new Headers({ accept: 'text/html' });
  if (token) headers.set('authorization', `Bearer ${await token()}`);
  if (unless) headers.set('if-none-match', unless);
  return fetch(address, { method: body ? 'POST' : 'GET', headers, cache: 'no-store', ...(body ? { body } : {}) });
}

/** Shows the page of an address, or what came of a form, and says so to whoever cannot see it. */
async function load(address: string, how: 'push' | 'stay', body?: URLSearchParams): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  page.classList.add('loading');
  try {
    const response = await send(address, body ? { body } : {});
    await show(response);
    if (how === 'push') history.pushState(null, '', body ? window.location.href : address);
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main')?.focus();
  } catch (error) {
    failed(error);
  } finally {
    isLoading = false;
    page.classList.remove('loading');
  }
}

async function show(response: Response): Promise<void> {
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  tag = response.headers.get('etag');
  document.title = fresh.title;
  page.lang = fresh.documentElement.lang;
  for (const name of ['signIn', 'version', 'updated', 'failed']) {
    const value = fresh.documentElement.dataset[name];
    if (value === undefined) delete page.dataset[name];
    else page.dataset[name] = value;
  }
  document.body.replaceWith(document.adoptNode(fresh.body));
  dress();
}

/** What only a script can do appears where there is one. */
function dress(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
}

// === Following the plan

async function lookAgain(): Promise<void> {
  if (document.visibilityState !== 'visible' || isLoading || isBusy() || page.dataset.signIn !== undefined) return;
  const version = page.dataset.version;
  const address = window.location.href;
  const response = await send(address, { unless: tag });
  if (response.status !== 200 || isLoading || isBusy() || address !== window.location.href) return;
  if (tag === null) {
    // The page came without script: from now on its tag is known.
    tag = response.headers.get('etag');
    if (
      new DOMParser().parseFromString(await response.clone().text(), 'text/html').documentElement.dataset.version ===
      version
    )
      return;
  }
  await refresh(response, version);
}

async function refresh(response: Response, version: string | undefined): Promise<void> {
  const focused = document.activeElement?.closest<HTMLElement>('[id]')?.id;
  const link = document.activeElement?.getAttribute('href');
  const open = [...document.querySelectorAll('details[open]')].map(({ id }) => id);
  const { scrollX, scrollY } = window;
  await show(response);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  const again = link ? document.querySelector<HTMLElement>(`a[href="${CSS.escape(link)}"]`) : null;
  (again ?? (focused ? document.getElementById(focused) : null))?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
  const told = document.getElementById('told');
  if (told && page.dataset.version !== version) told.textContent = page.dataset.updated ?? '';
}

/** Nothing is taken away from under somebody's hands: neither a form that is filled in nor what one has come to. */
function isBusy(): boolean {
  if (document.querySelector('.edit-form, .step') !== null) return true;
  return Boolean(document.activeElement?.closest('form'));
}

// === What people do

/** Where a token is needed the browser cannot follow links by itself. */
function follow(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[data-print]')) window.print();
  if (target?.closest('#again')) window.location.reload();
  const link = target?.closest<HTMLAnchorElement | SVGAElement>('a[href]');
  const address = link?.getAttribute('href') ?? '';
  if (!token || !link || link.getAttribute('target') === '_blank' || !address.startsWith(start)) return;
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void load(address, 'push');
}

function submit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (!token) return;
  event.preventDefault();
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') fields.append(name, value);
  const address = form.getAttribute('action') ?? start;
  if (form.method === 'post') void load(address, 'stay', fields);
  else void load(`${address}?${fields}`, 'push');
}

/** A row of the table and its mark on the wheel are shown together. */
function light(event: Event): void {
  const key =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  if (key === undefined) return;
  for (const other of document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) other.classList.add('lit');
}

/** Says that a page could not be had, where the reader is. */
function failed(error: unknown): void {
  console.error(error);
  document.getElementById('working')?.setAttribute('hidden', '');
  const barrier = document.getElementById('barrier');
  barrier?.removeAttribute('hidden');
  if (barrier) return;
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.role = 'alert';
  notice.textContent = page.dataset.failed ?? '';
  document.querySelector('main')?.prepend(notice);
}

async function begin(): Promise<void> {
  dress();
  document.addEventListener('click', follow);
  document.addEventListener('submit', submit);
  document.addEventListener('mouseover', light);
  document.addEventListener('focusin', light);
  window.addEventListener('popstate', () => token && void load(window.location.href, 'stay'));
  const row = isInTeams ? await joinTeams() : null;
  if (page.dataset.signIn !== undefined) await signIn(row);
  else if (row !== null) window.location.replace(row);
  setInterval(() => void lookAgain().catch(() => undefined), lookAgainMs);
}

async function signIn(row: string | null): Promise<void> {
  if (!isInTeams) return;
  document.getElementById('working')?.removeAttribute('hidden');
  document.getElementById('open')?.setAttribute('hidden', '');
  const { authentication } = await library();
  token = () => authentication.getAuthToken();
  if (row !== null) history.replaceState(null, '', row);
  await load(window.location.href, 'stay');
}

begin().catch(failed);
