// `node tests/bench/start.ts`: start to ready, and memory then, against a bare echo bot; the two take turns.
import { median } from './quantiles.ts';
import { bot, echo, type Rival, residentMb, start } from './rival-processes.ts';

const runs = 7;

async function measure(rival: Rival): Promise<{ readonly ms: number; readonly mb: number }> {
  const { child, readyMs } = await start(rival);
  const mb = residentMb(child);
  child.kill('SIGKILL');
  return { ms: readyMs, mb };
}

const measured = { bot: [await measure(bot)], echo: [await measure(echo)] };
for (let run = 1; run < runs; run += 1) {
  measured.bot.push(await measure(bot));
  measured.echo.push(await measure(echo));
}
for (const [what, unit] of [
  ['ms', 'ms from start to ready'],
  ['mb', 'MB resident when ready'],
] as const) {
  const [own, bare] = [measured.bot, measured.echo].map((list) => median(list.map((one) => one[what])));
  console.log(
    `${unit}, median of ${runs}: bot ${own?.toFixed(0)}, bare echo ${bare?.toFixed(0)}, ratio ${((own ?? 0) / (bare ?? 0)).toFixed(2)}`,
  );
}
