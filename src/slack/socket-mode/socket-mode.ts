import { setTimeout as sleep } from 'node:timers/promises';
import { failureText, isFinal, type Outcome } from '../../ports/chat.ts';
import type { Log } from '../../ports/log.ts';
import { type Clock, type Millis, SECOND } from '../../time.ts';
import { type Connection, connect } from './connection.ts';
import type { Take } from './envelope.ts';

export interface SocketModeOptions {
  /** Asks Slack for an address to connect to. https://docs.slack.dev/reference/methods/apps.connections.open */
  open(): Promise<Outcome<string>>;
  take: Take;
  log: Log;
  now: Clock;
  /** How many connections are kept: two, so that one receives while Slack renews the other. Slack takes ten at most. */
  connections?: number;
}

/** An app that receives through Socket Mode. */
export interface SocketMode {
  /** How many connections stand. */
  readonly standing: number;
  /** Resolves once all of them have stood; rejects with `SocketModeRefused` as `refused` does. */
  readonly started: Promise<void>;
  /** Rejects, at any time, with `SocketModeRefused` when Slack has refused for good; never resolves. */
  readonly refused: Promise<never>;
  /** Lets what is under way be acknowledged, and hangs up everywhere. */
  stop(): Promise<void>;
}

/** Slack says no, and waiting won't help. `code` is Slack's, such as `invalid_auth` or `link_disabled`. */
export class SocketModeRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`Slack refuses Socket Mode: ${code}`);
    this.code = code;
  }
}

/** A connection that has stood for so long was well; those that don't are tried again ever later. */
const LASTING: Millis = 30 * SECOND;
const LONGEST_PAUSE: Millis = 30 * SECOND;

/**
 * Keeps connections to Slack, each by itself: a new one stands before Slack takes the old one away, where Slack says so
 * in time.
 */
export function startSocketMode({ connections = 2, ...options }: SocketModeOptions): SocketMode {
  const refusal = Promise.withResolvers<never>();
  const lines = Array.from({ length: connections }, () => keepLine(options, refusal.reject));
  const stop = async () => {
    await Promise.all(lines.map((line) => line.stop()));
  };
  // What one line is refused the others are as well. Whoever doesn't ask for it must not be ended by it.
  refusal.promise.catch(stop);
  const started = Promise.race([Promise.all(lines.map((line) => line.stood)), refusal.promise]);
  started.catch(() => undefined);
  return {
    get standing() {
      return lines.filter((line) => line.stands()).length;
    },
    started: started.then(() => undefined),
    refused: refusal.promise,
    stop,
  };
}

interface Line {
  /** Resolves when it stands for the first time. */
  stood: Promise<void>;
  stands(): boolean;
  stop(): Promise<void>;
}

/** One line to Slack, which is a connection after the other; two for the moment in which one replaces another. */
function keepLine(
  { open, take, log, now }: Omit<SocketModeOptions, 'connections'>,
  refuse: (error: SocketModeRefused) => void,
): Line {
  const first = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const standing = new Set<Connection>();
  let newest: Connection | undefined;
  let tries = 0;

  async function connectAnew(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pauseAfter(tries, stopping.signal);
      tries += 1;
      const opened = await open();
      if (stopping.signal.aborted) return;
      if (opened.ok) return connectTo(opened.value);
      const { failure } = opened;
      if (isFinal(failure)) return give(failure.error);
      log.warn('no connection', { error: failureText(failure), tries });
      if (failure.kind === 'rate_limited') await pause(failure.retryAfter, stopping.signal);
    }
  }

  function connectTo(url: string): void {
    let stoodAt: Millis | undefined;
    let isReplaced = false;
    const replace = () => {
      if (isReplaced || stopping.signal.aborted) return;
      isReplaced = true;
      if (stoodAt !== undefined && now() - stoodAt > LASTING) tries = 0;
      void connectAnew();
    };
    const connection = connect({
      url,
      take,
      log,
      stands() {
        stoodAt = now();
        standing.add(connection);
        first.resolve();
        log.info('connected');
        for (const other of standing) if (other !== connection) void other.finish();
      },
      endsSoon: replace,
      ended(reason) {
        standing.delete(connection);
        if (reason === 'link_disabled') return give(reason);
        if (!stopping.signal.aborted) log.info('disconnected', { reason });
        replace();
      },
    });
    newest = connection;
  }

  function give(code: string): void {
    stopping.abort();
    refuse(new SocketModeRefused(code));
  }

  void connectAnew();
  return {
    stood: first.promise,
    stands: () => standing.size > 0,
    async stop() {
      stopping.abort();
      await Promise.all([...standing, newest].map((connection) => connection?.finish()));
    },
  };
}

/** None before the first try; then a second, twice as long each time, and never the same for all. */
function pauseAfter(tries: number, signal: AbortSignal): Promise<void> {
  if (tries === 0) return Promise.resolve();
  const longest = Math.min(LONGEST_PAUSE, SECOND * 2 ** (tries - 1));
  return pause(longest * (0.5 + Math.random() / 2), signal);
}

/** Ends early when the signal says so. */
const pause = (ms: Millis, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
