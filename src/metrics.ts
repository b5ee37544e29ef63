// What the bot counts of itself, for Prometheus. No names, no contents: labels are kinds from the program's own lists.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import { type ModelFigures, modelOutcomes } from './model/figures.ts';
import type { Pulse } from './reminders/sweep.ts';
import type { TurnObserver } from './turn/turn-types.ts';

export interface Metrics {
  readonly turns: TurnObserver;
  /** An authenticated activity has come. */
  arrived(): void;
  /** When the last one came; null where none has since the start. */
  lastArrival(): Date | null;
  /** A message was not answered, since its sender or its conversation had sent too many. */
  limited(): void;
  /** A request was answered; the route is the program's own, never the address that was asked for. */
  answered(route: string, status: number, seconds: number): void;
  /** Has the plan's version told at each scrape. */
  watchLedger(version: () => number): void;
  /** Has the store's failures told at each scrape. */
  watchStore(failures: () => number): void;
  /** Has the language model's figures told at each scrape. */
  watchModel(figures: () => ModelFigures): void;
  /** Has the reminders' pulse told at each scrape. */
  watchReminders(pulse: () => Pulse): void;
  /** Everything, as Prometheus reads it. */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/** In seconds: from what a turn takes to what Teams waits for. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const outcomes = ['sent', 'failed', 'missed', 'dropped', 'retries', 'doubts'] as const;

/** @param clock the real time */
export function makeMetrics(clock: Clock): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'turns_total',
    help: 'Messages and pressed buttons, by the kind of question and what became of it',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const stages = new Histogram({
    name: 'turn_stage_seconds',
    help: 'Time of a turn by stage: understand, model (where it is asked), answer (with what the store is asked), render',
    labelNames: ['stage'],
    buckets,
    registers,
  });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time of a request from its arrival to its answer, by route and status',
    labelNames: ['route', 'status'],
    buckets,
    registers,
  });
  const limited = new Counter({
    name: 'turns_limited_total',
    help: 'Messages without an answer, since their sender or conversation had sent too many within a minute',
    registers,
  });
  const arrival = new Gauge({
    name: 'inbound_last_activity_timestamp_seconds',
    help: 'When an authenticated activity last came from Teams, in seconds since 1970; 0 before the first',
    registers,
  });
  let lastArrival: Date | null = null;

  return {
    turns: {
      turned: (kind, outcome) => turns.inc({ kind, outcome }),
      took: (stage, seconds) => stages.observe({ stage }, seconds),
    },
    arrived() {
      lastArrival = clock();
      arrival.set(lastArrival.getTime() / 1_000);
    },
    lastArrival: () => lastArrival,
    limited: () => limited.inc(),
    answered: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    watchLedger(version) {
      gauge(registry, 'ledger_version', 'The version of the plan that this instance answers from', version);
    },
    watchStore(failures) {
      counted(registry, 'store_errors_total', 'Statements to the database that failed', failures);
    },
    watchModel: (figures) => watchModel(registry, figures),
    watchReminders: (pulse) => watchReminders(registry, pulse, clock),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}

function gauge(registry: Registry, name: string, help: string, value: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value());
    },
  });
}

function counted(registry: Registry, name: string, help: string, value: () => number): void {
  new Counter({
    name,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(value());
    },
  });
}

function watchReminders(registry: Registry, pulse: () => Pulse, clock: Clock): void {
  const registers = [registry];
  new Counter({
    name: 'reminders_total',
    help: 'Notices by what became of them; retries and doubts are messages to be tried again',
    labelNames: ['outcome'],
    registers,
    collect() {
      const now = pulse();
      this.reset();
      for (const outcome of outcomes) this.inc({ outcome }, now[outcome]);
    },
  });
  new Counter({
    name: 'reminder_sweeps_total',
    help: 'Sweeps for what is due, by whether they came to their end',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { sweeps, failedSweeps } = pulse();
      this.reset();
      this.inc({ outcome: 'completed' }, sweeps);
      this.inc({ outcome: 'failed' }, failedSweeps);
    },
  });
  const sweptAt = () => pulse().sweptAt?.getTime() ?? 0;
  gauge(
    registry,
    'reminders_last_sweep_timestamp_seconds',
    'When a sweep last came to its end, in seconds since 1970; 0 before the first',
    () => sweptAt() / 1_000,
  );
  const started = clock().getTime();
  gauge(
    registry,
    'reminders_lag_seconds',
    'How long ago a sweep last came to its end, or the bot started where none has: what is due waits so long',
    () => Math.max(0, clock().getTime() - (sweptAt() || started)) / 1_000,
  );
  gauge(registry, 'reminders_locked_out', '1 while Teams does not let the bot in', () => (pulse().isLockedOut ? 1 : 0));
}

function watchModel(registry: Registry, figures: () => ModelFigures): void {
  const registers = [registry];
  new Counter({
    name: 'model_questions_total',
    help: 'Messages that the parser was not sure of, by what became of them',
    labelNames: ['outcome'],
    registers,
    collect() {
      const { outcomes: now } = figures();
      this.reset();
      for (const outcome of modelOutcomes) this.inc({ outcome }, now[outcome]);
    },
  });
  new Counter({
    name: 'model_tokens_total',
    help: 'Tokens of the language model, as it counts them itself, or guessed where it does not say',
    labelNames: ['kind'],
    registers,
    collect() {
      const { prompt, completion } = figures().tokens;
      this.reset();
      this.inc({ kind: 'prompt' }, prompt);
      this.inc({ kind: 'completion' }, completion);
    },
  });
  const resting = '1 while the language model is left alone because it failed';
  gauge(registry, 'model_resting', resting, () => (figures().isResting ? 1 : 0));
}
