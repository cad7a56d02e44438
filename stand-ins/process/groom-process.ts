import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Slack } from '../slack/slack.ts';

const command = fileURLToPath(new URL('../../dist/groom.js', import.meta.url));

/** What it connects with, unless told otherwise. */
export const TOKENS = { botToken: 'xoxb-1-local', appToken: 'xapp-1-local' };

interface ProcessOptions {
  slack: Pick<Slack, 'apiUrl'>;
  /** Where its data is. */
  folder: string;
  args?: string[];
  env?: Record<string, string>;
}

/** The built `groom`, as a process, before a stand-in for Slack in Socket Mode. */
export interface GroomProcess {
  child: ChildProcess;
  /** Its lines on both outputs, as they come. */
  lines: string[];
  /** Resolves with the line that says so once it receives. */
  ready: Promise<string>;
  /** Resolves with its exit code; that of a killed one is `null`. */
  ended: Promise<number | null>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Starts it without a terminal, with nothing of this process's environment. */
export function startGroom({ slack, folder, args = [], env }: ProcessOptions): GroomProcess {
  const { botToken, appToken } = TOKENS;
  const child = spawn(process.execPath, [command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      GROOM_DATA: folder,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      ...env,
    },
  });
  const lines: string[] = [];
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('Groom is connected')) ready.resolve(line);
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  void ended.then((code) => ready.reject(new Error(`groom ended with ${code}:\n${lines.join('\n')}`)));
  ready.promise.catch(() => undefined);
  return {
    child,
    lines,
    ready: ready.promise,
    ended,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
