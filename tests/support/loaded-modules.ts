// Answers one question with the bot as it is set; prints how many files were loaded for it, and which of some pattern.
import { createRequire, registerHooks } from 'node:module';

const loaded = new Set<string>();
registerHooks({
  load(url, context, nextLoad) {
    loaded.add(url);
    return nextLoad(url, context);
  },
});

const { createApp } = await import('../../src/app.ts');
const { readSettings } = await import('../../src/settings.ts');
const { keptLog } = await import('./kept-log.ts');
const { message, postJson } = await import('./service.ts');

const app = await createApp({ ...readSettings(), port: 0 }, keptLog());
const { port } = await app.start();
await postJson(`http://127.0.0.1:${port}/api/messages`, message(process.argv[2] ?? ''), {});
await app.stop();
for (const file of Object.keys(createRequire(import.meta.url).cache)) loaded.add(file);
const pattern = new RegExp(process.argv[3] ?? '');
const matching = [...loaded].filter((file) => pattern.test(file));
process.stdout.write(`${JSON.stringify({ total: loaded.size, matching })}\n`, () => process.exit(0));
