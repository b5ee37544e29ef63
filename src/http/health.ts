// Whether the process lives, and whether it can answer.
import type { Route } from './server.ts';

/** One thing that must be there before the bot can answer. */
export interface Check {
  readonly name: string;
  /** What is wrong, in words that tell nothing secret; null where nothing is. */
  readonly problem: () => string | null | Promise<string | null>;
}

/**
 * `/healthz`: alive. `/readyz`: 200 once every check is met, else 503 with those that are not, and why.
 *
 * @param lastArrival when somebody last wrote to the bot: a silent one may be cut off from Teams
 */
export function healthRoutes(checks: readonly Check[], lastArrival: () => Date | null): Route[] {
  return [
    { method: 'get', path: '/healthz', handle: async () => ({ status: 200, headers, body: { status: 'ok' } }) },
    { method: 'get', path: '/readyz', handle: () => readiness(checks, lastArrival) },
  ];
}

const headers = { 'cache-control': 'no-store' };

async function readiness(checks: readonly Check[], lastArrival: () => Date | null) {
  const results = await Promise.all(checks.map(async ({ name, problem }) => ({ name, problem: await problem() })));
  const wrong = results.flatMap(({ name, problem }) => (problem === null ? [] : [[name, problem]]));
  const lastInbound = lastArrival()?.toISOString() ?? null;
  if (wrong.length === 0) return { status: 200, headers, body: { status: 'ready', lastInbound } };
  const missing = wrong.map(([name]) => name);
  return {
    status: 503,
    headers,
    body: { status: 'not ready', missing, reasons: Object.fromEntries(wrong), lastInbound },
  };
}
