import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import type { JobDeps } from '../../handlers/jobs/deps.ts';
import { handleJob } from '../../handlers/jobs/handle.ts';
import type { BatchDeps } from '../../handlers/lambda/batch.ts';
import { wordsFor } from '../../handlers/words-for.ts';
import type { Receipts } from '../../src/aws/sqs-queue.ts';
import type { Deps } from '../../src/play/deps.ts';
import { createReaders, type Readers } from '../../src/play/readers.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Directory } from '../../src/ports/directory.ts';
import type { Job } from '../../src/ports/job.ts';
import type { Metrics } from '../../src/ports/metrics.ts';
import type { Verdict as JobAnswer, Queue, TimeLeft } from '../../src/ports/queue.ts';
import type { Scheduler as Deadlines } from '../../src/ports/schedule.ts';
import type { Store } from '../../src/ports/store.ts';
import { createTurns } from '../../src/publish/turns.ts';
import { createWorker } from '../../src/publish/worker.ts';
import { HOUR, type Millis } from '../../src/time.ts';
import { silent } from '../silent.ts';
import type { Choices } from './core/choices.ts';
import type { FaultPlan } from './core/faults.ts';
import { Invocation, type Surroundings } from './core/invocation.ts';
import { asOutcomes, seenBy, throwing } from './core/ports.ts';
import { Scheduler } from './core/scheduler.ts';
import { emptyHistory, type History, observed } from './history.ts';
import type { Click } from './people/click.ts';
import type { Control } from './people/controls.ts';
import { type Answer, deliver, type Payload } from './people/front-door.ts';
import { Board } from './simulators/board.ts';
import { EventSource } from './simulators/event-source.ts';
import { FifoQueue } from './simulators/fifo-queue.ts';
import { createMemoryDirectory } from './simulators/memory-directory.ts';
import { createMemoryStore } from './simulators/memory-store.ts';
import { Schedules } from './simulators/schedules.ts';

/** Which of the two Lambda functions an invocation is one of. */
export type FunctionName = 'slack' | 'publish';

/** The ports of one invocation. */
export interface Ports {
  store: Store;
  directory: Directory;
  queue: Queue;
  chat: Chat;
}

/** A violation of the protocol, planted around one of the ports as an invocation has it. */
export interface Plant {
  ports?(ports: Ports, of: FunctionName): Ports;
  /** What becomes of a job, in place of what its handler says. */
  answers?(answer: JobAnswer, job: Job, now: Millis): JobAnswer;
  /** What Slack sends instead of the control that was tapped. */
  click?(control: Control, history: History): Control;
}

export interface WorldOptions {
  choices: Choices;
  faults: FaultPlan;
  plant?: Plant;
  trace?: (line: string) => void;
  /** How often a handled message comes back, and a handled batch is seen by a second publisher: 1 in so many. */
  anomalies?: boolean;
  /** See `Scenario`. */
  updatesPerMinute?: number | undefined;
  paintsThroughClicks?: boolean | undefined;
}

const SESSION_TTL_HOURS = 720;
/** How long a session lives that nobody touches. */
export const TTL: Millis = SESSION_TTL_HOURS * HOUR;
const HISTORY_DAYS = 365;
const MAX_STEPS = 6000;
const metrics: Metrics = { count() {} };
const inEnglish = async () => ({ ok: true, value: { locale: 'en-US' } }) as const;

/** Slack, DynamoDB, SQS and Lambda in virtual time, with the product's own code running on top of them. */
export class World implements Surroundings {
  readonly scheduler: Scheduler;
  readonly choices: Choices;
  readonly faults: FaultPlan;
  readonly plant: Plant;
  readonly history: History = emptyHistory();
  /** As it is: without faults or waiting, for the checks. */
  readonly store: Store;
  readonly directory: Directory;
  readonly queue: FifoQueue;
  readonly schedules: Schedules;
  readonly board: Board;
  readonly clicks: Click[] = [];
  calls = 0;
  /** Everybody's language is known: to look it up would be one call more, with nothing to choose. */
  readonly #readers: Readers;
  #invocations = 0;
  #anomalies: number;
  readonly #updatesPerMinute: number;
  readonly #paintsThroughClicks: boolean;

  constructor(options: WorldOptions) {
    const { choices, faults, plant = {}, trace, anomalies = false, updatesPerMinute = 50 } = options;
    this.#updatesPerMinute = updatesPerMinute;
    this.#paintsThroughClicks = options.paintsThroughClicks ?? false;
    this.choices = choices;
    this.faults = faults;
    this.plant = plant;
    this.scheduler = new Scheduler(choices, {
      maxSteps: MAX_STEPS,
      ...(trace && { trace: this.#timed(trace) }),
    });
    const now = () => this.scheduler.now;
    this.store = observed(createMemoryStore({ now, sessionTtlHours: SESSION_TTL_HOURS }), this.history, now);
    this.directory = createMemoryDirectory({ now, historyDays: HISTORY_DAYS, sessionsOf: () => [] });
    this.#readers = createReaders({
      directory: this.directory,
      chats: { for: () => ({ profile: inEnglish }) },
      now,
    });
    this.queue = new FifoQueue(now);
    this.schedules = new Schedules(this.queue, now);
    this.board = new Board(now);
    this.#anomalies = anomalies ? choices.pick(3, 'detail') : 0;
    this.scheduler.addBackground(
      new EventSource({
        scheduler: this.scheduler,
        choices,
        queue: this.queue,
        invoke: (onDeath) => this.#publisher(onDeath),
        overlaps: () => this.#anomaly(),
        losesDeletion: () => this.#anomaly(),
      }),
    );
  }

  /** Slack sends a payload to the app; it is answered, unless the Lambda dies. */
  request(label: string, payload: Payload, answered: (answer: Answer) => void): void {
    this.scheduler.add(label, () => {
      const invocation = this.#invocation('slack', () => answered({ acknowledged: false }));
      void deliver(payload, this.#deps(invocation, 'slack')).then((answer) => {
        invocation.end();
        answered(answer);
      });
    });
  }

  /** From here on (and up to the next call) every order of events is of interest. */
  explore(): void {
    this.choices.explore();
  }

  #publisher(onDeath: () => void): { batch: BatchDeps; timeLeft: TimeLeft; end(): void } {
    const invocation = this.#invocation('publish', onDeath);
    const common = this.#deps(invocation, 'publish');
    const deps: JobDeps = {
      ...common,
      // Removals are rare, and a look at each job would be one more thing to do in every order.
      installation: { isRemoved: async () => false, removed: async () => ({ ok: true, value: undefined }) },
      scheduler: seenBy<Deadlines>(invocation, 'queue', throwing, this.schedules),
      turns: createTurns({ ...common, perMinute: this.#updatesPerMinute }),
      paintsThroughClicks: this.#paintsThroughClicks,
      sleep: (ms) => invocation.sleep(ms),
      moved: renderMoved,
      tell: async (notice, reader) => noticeLine(notice, await wordsFor(common, reader)),
    };
    const batch = {
      worker: createWorker(common, async (job, visit) => {
        const answer = await handleJob(deps, job, visit);
        return this.plant.answers?.(answer, job, this.scheduler.now) ?? answer;
      }),
      receipts: seenBy<Receipts>(invocation, 'queue', throwing, this.queue),
      log: silent,
    };
    return { batch, timeLeft: () => invocation.timeLeft(), end: () => invocation.end() };
  }

  #invocation(of: FunctionName, onDeath: () => void): Invocation {
    this.#invocations += 1;
    return new Invocation(this, `${of} ${this.#invocations}`, onDeath);
  }

  #deps(invocation: Invocation, of: FunctionName): Deps {
    const ports: Ports = {
      store: seenBy(invocation, 'store', throwing, this.store),
      directory: seenBy(invocation, 'store', throwing, this.directory),
      queue: seenBy<Queue>(invocation, 'queue', throwing, this.queue),
      chat: seenBy<Chat>(invocation, 'chat', asOutcomes, this.board),
    };
    const { chat, ...rest } = this.plant.ports?.(ports, of) ?? ports;
    return {
      ...rest,
      chats: { for: () => chat },
      readers: this.#readers,
      log: silent,
      metrics,
      now: () => this.scheduler.now,
      render,
    };
  }

  /** SQS delivers at least once: now and then what was handled comes again, or twice at the same time. */
  #anomaly(): boolean {
    if (this.#anomalies === 0 || this.choices.pick(6, 'fault') === 0) return false;
    this.#anomalies -= 1;
    return true;
  }

  #timed(trace: (line: string) => void) {
    return (line: string) => trace(`${new Date(this.scheduler.now).toISOString().slice(14, 23)}  ${line}`);
  }
}
