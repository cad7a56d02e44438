import { refValue } from '../../../blocks/ids.ts';
import { render } from '../../../blocks/message/render.ts';
import { aVoting } from '../../blocks/boards.ts';
import { ADA, CHANNEL, clickedAt, MESSAGE, TEAM } from '../../game/a-session.ts';

export const NOW = 1_700_000_123_456;
export const now = () => NOW;
export const ref = { sessionId: '01JD0000000000000000000000', story: 3, round: 2 };
const user = { id: ADA, team_id: 'T0HOME' };

/** A click on *Join*, as Slack sends it. */
export const click = (changes: Record<string, unknown> = {}) => ({
  type: 'block_actions',
  user,
  team: { id: TEAM },
  channel: { id: CHANNEL, name: 'planning' },
  container: { type: 'message', message_ts: MESSAGE, channel_id: CHANNEL },
  message: { ts: MESSAGE, text: '…', blocks: render(aVoting()).blocks },
  actions: [{ action_id: 'join', type: 'button', value: refValue(ref), action_ts: clickedAt(5) }],
  trigger_id: 'trigger',
  response_url: 'https://hooks.slack.com/actions/1',
  ...changes,
});

export const context = { sessionId: ref.sessionId, channelId: CHANNEL, page: 1 };
/** A submission of *People…*, as Slack sends it. */
export const modal = (changes: Record<string, unknown> = {}) => ({
  type: 'view_submission',
  user,
  team: { id: TEAM },
  view: { id: 'V1', callback_id: 'people', private_metadata: JSON.stringify(context) },
  ...changes,
});
