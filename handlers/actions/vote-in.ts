import { parseVoteIn, VOTE_IN_ACTION } from '../../blocks/ids.ts';
import { isRefusal } from '../../src/game/refusal.ts';
import { isPosted } from '../../src/game/session.ts';
import { sessionInChannel } from '../../src/play/clicked-session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { type Answer, refused } from '../answer.ts';
import { cast } from '../commands/cast.ts';
import { onLineClick } from '../listeners.ts';
import type { LineClick } from '../receive/line-click.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** In the private line that asks which story a typed card is for. */
export function registerVoteIn(app: BoltApp, deps: Deps): void {
  onLineClick(app, deps, VOTE_IN_ACTION, (click) => voteIn(deps, click));
}

/** The same as a tap on the card, on the message of that session. */
async function voteIn({ store }: Deps, click: LineClick): Promise<Answer> {
  const vote = parseVoteIn(click.value);
  if (!vote) return {};
  const { sessionId, detail: card = '' } = vote;
  const session = await sessionInChannel(store, sessionId, click.channelId);
  if (isRefusal(session)) return refused(session);
  if (!isPosted(session)) return refused({ code: 'not_this_message' });
  const { teamId, userId, channelId, at, external } = click;
  const messageTs = session.message.ts;
  const tap = { sessionId, teamId, userId, channelId, messageTs, at, ...(external && { external }) };
  return cast({ store }, tap, { ...vote, session, card });
}
