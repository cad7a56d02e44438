import { isDeepStrictEqual } from 'node:util';
import { render } from '../../../blocks/message/render.ts';
import { roundKey } from '../../../src/game/round/round.ts';
import { readBoard } from '../../../src/play/board.ts';
import type { StoredMessage } from '../../../stand-ins/slack/messages.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { sessionsIn } from '../network/label.ts';
import type { Place } from '../place.ts';
import type { RoughWorkspace } from '../rough-workspace.ts';

/** Each session has one message, and it shows what is stored. */
export async function checkMessages({ slack, store }: RoughWorkspace, place: Place): Promise<string[]> {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const message of slack.messages(place.channelId)) {
    const sessionId = sessionOf(slack, message);
    const session = sessionId === undefined ? undefined : await store.session(sessionId);
    if (!session) {
      problems.push(`the message ${message.ts} belongs to no session`);
      continue;
    }
    if (seen.has(session.sessionId)) problems.push(`a second message of ${session.sessionId}`);
    seen.add(session.sessionId);
    if (session.status === 'revealed' && session.unfrozen.includes(roundKey(session))) {
      problems.push(`revealed and never frozen: ${roundKey(session)}`);
      continue;
    }
    const { board } = await readBoard(store, session);
    const { text, blocks } = render(board);
    const shown = lastSent(slack, message);
    if (shown?.text !== text || !isDeepStrictEqual(shown?.blocks, plain(blocks))) {
      problems.push(`shown: ${shown?.text}\n    stored: ${text}`);
    }
  }
  return problems;
}

/** The session whose buttons the message has, or had before it became a summary. */
function sessionOf(slack: Slack, { ts }: StoredMessage): string | undefined {
  return slack.sent
    .filter((sent) => sent.ts === ts)
    .flatMap(({ blocks }) => sessionsIn(JSON.stringify(blocks)))[0];
}

function lastSent(slack: Slack, { ts }: StoredMessage) {
  return slack.sent.findLast((sent) => sent.ts === ts);
}

const plain = (blocks: unknown): unknown => JSON.parse(JSON.stringify(blocks));
