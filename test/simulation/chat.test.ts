import type { Chat } from '../../src/ports/chat.ts';
import { SECOND } from '../../src/time.ts';
import { CHANNEL } from '../game/a-session.ts';
import type { ChatBackend, Said, Trouble } from '../ports/chat-contract/backend.ts';
import { messagesContract } from '../ports/chat-contract.ts';
import { replayed } from './core/choices.ts';
import type { Fault } from './core/faults.ts';
import { asOutcomes } from './core/ports.ts';
import { Scheduler } from './core/scheduler.ts';
import { Board, current } from './simulators/board.ts';
import { troubled } from './troubled.ts';

const FAULTS: Record<Trouble, Fault> = {
  limited: 'limited',
  lost: 'fails',
  unanswered: 'done but lost',
  failing: 'fails',
  hanging: 'lands late',
};

async function start(): Promise<ChatBackend> {
  const scheduler = new Scheduler(replayed([]), { maxSteps: 1000 });
  const board = new Board(() => scheduler.now);
  /** Whose each response_url is. */
  const clickers = new Map<string, string>();
  let fault: Fault = 'none';
  const chat = troubled<Chat>(board, {
    port: 'chat',
    failing: asOutcomes,
    scheduler,
    fault() {
      const happens = fault;
      fault = 'none';
      return happens;
    },
  });
  const to = (userId: string, lines: readonly (Said & { userId?: string | undefined })[]) =>
    lines.filter((line) => line.userId === userId);
  return {
    chat,
    messages: () => board.messages.map((message) => ({ ts: message.ts, ...current(message) })),
    told(userId) {
      const answered = board.privateLines.map((line) => ({
        ...line,
        userId: clickers.get(line.responseUrl),
      }));
      return to(userId, [...board.ephemeral, ...answered]);
    },
    direct: (userId) => to(userId, board.direct),
    responseUrl(userId, ts) {
      const url = `https://hooks.example/${clickers.size}`;
      clickers.set(url, userId);
      board.issue(url, CHANNEL, ts);
      return url;
    },
    kick() {
      board.refusal = 'not_in_channel';
    },
    failNext(trouble) {
      fault = FAULTS[trouble];
    },
    // What a limit takes where nothing is chosen.
    retryAfter: SECOND,
    pass(ms) {
      scheduler.now += ms;
    },
    close: async () => {},
  };
}

messagesContract('the simulation', start);
