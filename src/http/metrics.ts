// `/metrics` for Prometheus: the process, and the pulse of the reminders. No names, no contents.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type ModelFigures, modelOutcomes } from '../model/figures.ts';
import type { Pulse } from '../reminders/sweep.ts';
import type { Route } from './server.ts';

/** Asked at each scrape; null where nothing is sent of the bot's own accord. */
interface Beating {
  pulse(): Pulse;
}

const outcomes = ['sent', 'failed', 'missed', 'dropped', 'retries', 'doubts'] as const;

/** Asked at each scrape; null where there is no language model. */
interface Reader {
  figures(): ModelFigures;
}

/** The route; the numbers count from the start of this process. */
export function metricsRoute(sweeper: Beating | null, reader: Reader | null): Route {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  if (sweeper) countReminders(registry, sweeper);
  if (reader) countModel(registry, reader);
  return {
    method: 'get',
    path: '/metrics',
    handle: async () => ({
      status: 200,
      headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
      body: await registry.metrics(),
    }),
  };
}

function countReminders(registry: Registry, sweeper: Beating): void {
  const registers = [registry];
  new Counter({
    name: 'reminders_total',
    help: 'Notices by what became of them; retries and doubts are messages to be tried again',
    labelNames: ['outcome'],
    registers,
    collect() {
      const pulse = sweeper.pulse();
      this.reset();
      for (const outcome of outcomes) this.inc({ outcome }, pulse[outcome]);
    },
  });
  new Counter({
    name: 'reminder_sweeps_total',
    help: 'Sweeps for what is due, by whether they came to their end',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { sweeps, failedSweeps } = sweeper.pulse();
      this.reset();
      this.inc({ outcome: 'completed' }, sweeps);
      this.inc({ outcome: 'failed' }, failedSweeps);
    },
  });
  new Gauge({
    name: 'reminders_last_sweep_timestamp_seconds',
    help: 'When a sweep last came to its end, in seconds since 1970; 0 before the first',
    registers,
    collect() {
      this.set((sweeper.pulse().sweptAt?.getTime() ?? 0) / 1_000);
    },
  });
  new Gauge({
    name: 'reminders_locked_out',
    help: '1 while Teams does not let the bot in',
    registers,
    collect() {
      this.set(sweeper.pulse().isLockedOut ? 1 : 0);
    },
  });
}

function countModel(registry: Registry, reader: Reader): void {
  const registers = [registry];
  new Counter({
    name: 'model_questions_total',
    help: 'Messages that the parser was not sure of, by what became of them',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { outcomes } = reader.figures();
      this.reset();
      for (const outcome of modelOutcomes) this.inc({ outcome }, outcomes[outcome]);
    },
  });
  new Counter({
    name: 'model_tokens_total',
    help: 'Tokens of the language model, as it counts them itself, or guessed where it does not say',
    labelNames: ['kind'],
    registers,
    collect() {
      const { prompt, completion } = reader.figures().tokens;
      this.reset();
      this.inc({ kind: 'prompt' }, prompt);
      this.inc({ kind: 'completion' }, completion);
    },
  });
  new Gauge({
    name: 'model_resting',
    help: '1 while the language model is left alone because it failed',
    registers,
    collect() {
      this.set(reader.figures().isResting ? 1 : 0);
    },
  });
}
