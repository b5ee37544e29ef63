// Files that people send in Teams: fetched only from where Teams keeps them, within limits of size and time.
import type { Log } from '../log.ts';
import type { Download } from '../turn/turn-types.ts';

/** Where Teams keeps the files of its chats. */
export const fileHosts: readonly string[] = ['*.sharepoint.com', '*.sharepoint.us'];

/** In bytes. */
export const largestDownload = 10 * 1024 * 1024;
const timeLimitMs = 20_000;
const mostRedirects = 3;

/**
 * Fetches files.
 *
 * @param allows whether files may come from an address; asked again of every address that one redirects to
 */
export function makeDownload(allows: (url: string) => boolean, log: Log): Download {
  return async (url) => {
    try {
      return await fetched(url, allows, AbortSignal.timeout(timeLimitMs));
    } catch (error) {
      // The address holds a key to the file and is not logged.
      log.warn({ err: error }, 'a file could not be fetched');
      return 'gone';
    }
  };
}

async function fetched(url: string, allows: (url: string) => boolean, signal: AbortSignal): ReturnType<Download> {
  let next = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    if (!allows(next)) return 'host';
    const response = await fetch(next, { redirect: 'manual', signal, headers: { accept: '*/*' } });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      next = new URL(location, next).toString();
      continue;
    }
    return response.ok ? read(response) : 'gone';
  }
  return 'gone';
}

/** Counts what comes, whatever the headers say: a small body may unpack to a large one. */
async function read(response: Response): ReturnType<Download> {
  if (Number(response.headers.get('content-length') ?? 0) > largestDownload) {
    await response.body?.cancel();
    return 'size';
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestDownload) return 'size';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
