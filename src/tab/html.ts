// HTML as tagged templates: what is put into one is escaped for the place where it stands, or refused.
//
// An own hundred lines rather than a library: those that are small escape alike wherever a value stands, and know
// neither a tag from an attribute nor an address from a word; those that do are frameworks with a compiler.

/** A piece of a page that is safe as it stands; only the templates here make one. */
export class Html {
  readonly #text: string;
  constructor(text: string, key: typeof own) {
    if (key !== own) throw new TypeError('HTML is made by templates only');
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** Attributes that are there or not; only `attributes` makes them. */
export class Attributes {
  readonly #text: string;
  constructor(text: string, key: typeof own) {
    if (key !== own) throw new TypeError('attributes are made by attributes() only');
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

const own = Symbol('made here');

/** What can stand in a template; null and false are nothing at all. */
export type Content = Html | Attributes | string | number | null | false | readonly Content[];

/** Where a value stands. `address`: at the start of an attribute that a browser follows. */
type Context = 'text' | 'tag' | 'attribute' | 'address';

const followed = /(?:^|[\s"])(?:href|src|action|formaction|xlink:href)="$/;
const contexts = new WeakMap<TemplateStringsArray, readonly Context[]>();

/**
 * A piece of HTML: `` html`<p class="${name}">${text}</p>` ``. Values stand in text, in attributes in double quotes, or
 * (made by `attributes`) between attributes.
 *
 * @throws TypeError where a value stands where it cannot be made safe: a mistake in the template, whatever the value
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const places = contexts.get(strings) ?? contextsOf(strings);
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index += 1) {
    text += put(values[index] ?? null, places[index] ?? 'text') + (strings[index + 1] ?? '');
  }
  return new Html(text, own);
}

/** @example attributes({ selected: true, 'aria-current': null }).toString() // ' selected' */
export function attributes(values: Readonly<Record<string, string | number | boolean | null>>): Attributes {
  const parts = Object.entries(values).map(([name, value]) => {
    if (!/^[a-z][a-z0-9-]*$/.test(name) || /^(?:on|style$|href$|src$|action$|formaction$)/.test(name)) {
      throw new TypeError(`"${name}" must stand in the template itself`);
    }
    if (value === null || value === false) return '';
    return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
  });
  return new Attributes(parts.join(''), own);
}

function contextsOf(strings: TemplateStringsArray): readonly Context[] {
  const found: Context[] = [];
  const state = { inTag: false, inQuotes: false, isRaw: false };
  for (const chunk of strings.slice(0, -1)) {
    for (const [index, sign] of [...chunk.matchAll(/[<>"]/g)].map((match) => [match.index, match[0]] as const)) {
      if (state.inQuotes) state.inQuotes = sign !== '"';
      else if (state.inTag && sign === '"') state.inQuotes = true;
      else if (state.inTag && sign === '>') state.inTag = false;
      else if (!state.inTag && sign === '<') {
        state.inTag = true;
        state.isRaw = /^<(?:script|style)\b/i.test(chunk.slice(index));
      }
    }
    found.push(contextAt(chunk, state));
  }
  contexts.set(strings, found);
  return found;
}

function contextAt(
  chunk: string,
  { inTag, inQuotes, isRaw }: { readonly inTag: boolean; readonly inQuotes: boolean; readonly isRaw: boolean },
): Context {
  if (inQuotes) return followed.test(chunk) ? 'address' : 'attribute';
  // Nothing is escaped in there: no value can be made safe.
  if (!inTag && isRaw) throw new TypeError(`no value may stand inside a script or style: ${chunk}`);
  if (!inTag) return 'text';
  if (/[=<'/]\s*$/.test(chunk)) throw new TypeError(`a value in a tag stands in double quotes: ${chunk}`);
  return 'tag';
}

function put(value: Content, context: Context): string {
  if (value === null || value === false) return '';
  if (context === 'tag') {
    if (value instanceof Attributes) return value.toString();
    throw new TypeError('only attributes() may stand between attributes');
  }
  if (typeof value === 'string') return escaped(context === 'address' ? safeAddress(value) : value);
  if (typeof value === 'number') return String(value);
  if (context !== 'text') throw new TypeError('an attribute holds text only');
  if (value instanceof Html) return value.toString();
  if (value instanceof Attributes) throw new TypeError('attributes stand in a tag only');
  let text = '';
  for (const part of value) text += put(part, 'text');
  return text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Turns the text around it, or cannot be seen. */
const unseen = /(?![\n\r\t])[\p{Bidi_Control}\p{Cc}]/gu;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unseen, '')
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** The own site, the web, a calendar program, and this machine where the bot runs on it; whatever else goes nowhere. */
function safeAddress(address: string): string {
  const isSafe = /^(?:\/(?![/\\])|#|\?|https:\/\/|webcal:\/\/|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])[:/])/i;
  return isSafe.test(address) ? address : '#';
}
