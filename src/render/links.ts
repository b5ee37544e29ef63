// Addresses in what people write: shown as buttons that say where they lead.

const address = /https:\/\/[^\s<>"'”’)\]]+/g;
const loose = /[.,;:!?]{1,5}$/;

/** The https addresses of a text, each once. */
export function shownLinks(text: string): string[] {
  const found = [...text.matchAll(address)].map(([url]) => url.replace(loose, ''));
  return [...new Set(found)].filter((url) => url.length <= 2_000 && URL.canParse(url));
}
