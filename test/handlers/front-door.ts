import { createApp } from '../../handlers/app.ts';
import { createReceiver, type SlackReceiver } from '../../handlers/receive/receiver.ts';
import type { Deps } from '../../src/play/deps.ts';
import { createReaders } from '../../src/play/readers.ts';
import { ADA, CHANNEL, TEAM } from '../game/a-session.ts';

/** The function that Slack calls, from the receiver on. It has asked Slack for nobody's language yet. */
export function frontDoor(deps: Deps): SlackReceiver {
  const { directory, now } = deps;
  const own: Deps = { ...deps, readers: createReaders({ directory, now }) };
  const receiver = createReceiver(own);
  createApp(receiver, 'xoxb-token', own);
  return receiver;
}

/** Who has done something: Ada, unless said otherwise. */
export const by = (userId = ADA) => ({
  user: { id: userId, name: userId.toLowerCase(), team_id: TEAM },
  team: { id: TEAM },
});

/** A modal of a session, as it comes back. */
export const modalOf = (sessionId: string, callback_id: string, more: object = {}) => ({
  id: 'V1',
  callback_id,
  private_metadata: JSON.stringify({ sessionId, teamId: TEAM, channelId: CHANNEL, page: 0 }),
  ...more,
});
