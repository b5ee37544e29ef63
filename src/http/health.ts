// Whether the process lives, and whether it can answer.
import type { Route } from './server.ts';

/** One thing that must be there before the bot can answer. */
export interface Check {
  readonly name: string;
  readonly isReady: () => boolean | Promise<boolean>;
}

/** `/healthz`: alive. `/readyz`: 200 once every check is met, else 503 with those that are not. */
export function healthRoutes(checks: readonly Check[]): Route[] {
  return [
    { method: 'get', path: '/healthz', handle: async () => ({ status: 200, headers, body: { status: 'ok' } }) },
    { method: 'get', path: '/readyz', handle: () => readiness(checks) },
  ];
}

const headers = { 'cache-control': 'no-store' };

async function readiness(checks: readonly Check[]) {
  const results = await Promise.all(checks.map(async ({ name, isReady }) => ({ name, ready: await isReady() })));
  const missing = results.filter(({ ready }) => !ready).map(({ name }) => name);
  if (missing.length === 0) return { status: 200, headers, body: { status: 'ready' } };
  return { status: 503, headers, body: { status: 'not ready', missing } };
}
