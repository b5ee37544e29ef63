// `/metrics` for Prometheus. No names, no contents.
import type { Route } from './server.ts';

/** The route; the numbers count from the start of this process. */
export function metricsRoute(scrape: () => Promise<{ readonly type: string; readonly body: string }>): Route {
  return {
    method: 'get',
    path: '/metrics',
    async handle() {
      const { type, body } = await scrape();
      return { status: 200, headers: { 'content-type': type, 'cache-control': 'no-store' }, body };
    },
  };
}
