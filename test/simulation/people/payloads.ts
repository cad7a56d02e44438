import { ACTIONS, INPUTS, VIEWS } from '../../../blocks/ids.ts';
import { CHANNEL, TEAM } from '../../game/a-session.ts';
import type { Click, ModalWish } from './click.ts';
import type { Control } from './controls.ts';
import type { Payload } from './front-door.ts';

/** The payloads that Slack would send, as far as the product reads them. */

const common = (userId: string): Payload => ({
  team: { id: TEAM },
  user: { id: userId, name: userId.toLowerCase(), team_id: TEAM },
  trigger_id: 'trigger',
});

export function commandPayload(userId: string, text: string, response_url: string): Payload {
  return {
    command: '/groom',
    text,
    response_url,
    team_id: TEAM,
    channel_id: CHANNEL,
    user_id: userId,
    user_name: userId.toLowerCase(),
    trigger_id: 'trigger',
  };
}

/** The form of `/groom`, submitted. */
export function formPayload(userId: string, stories: readonly string[]): Payload {
  const typed = {
    [INPUTS.stories]: { [INPUTS.stories]: { value: stories.join('\n') } },
    [INPUTS.deck]: { [INPUTS.deck]: { selected_option: { value: 'fibonacci' } } },
  };
  const private_metadata = JSON.stringify({ channelId: CHANNEL });
  const view = { id: 'V0', callback_id: VIEWS.newSession, private_metadata, state: { values: typed } };
  return { ...common(userId), type: 'view_submission', view };
}

export function messagePayload(click: Click, { action }: Control): Payload {
  const { userId, messageTs, at, responseUrl, title } = click;
  const titleBlock = {
    type: 'rich_text',
    block_id: 'title',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: title }] }],
  };
  return {
    ...common(userId),
    type: 'block_actions',
    container: { type: 'message', message_ts: messageTs, channel_id: CHANNEL },
    channel: { id: CHANNEL },
    message: { ts: messageTs, blocks: [titleBlock] },
    response_url: responseUrl,
    actions: [{ ...action, action_ts: at }],
  };
}

export function modalPayload({ userId, ref, at, responseUrl }: Click, wish: ModalWish): Payload {
  const context = { sessionId: ref.sessionId, teamId: TEAM, channelId: CHANNEL, page: 0 };
  const view = { id: 'V1', private_metadata: JSON.stringify(context), blocks: [] };
  const body = { ...common(userId), container: { type: 'view', view_id: 'V1' } };
  const click = (action_id: string, callback_id: string, value = '') => ({
    ...body,
    type: 'block_actions',
    view: { ...view, callback_id },
    actions: [{ type: 'button', action_id, value, action_ts: at }],
  });
  switch (wish.kind) {
    case 'remove':
      return click(ACTIONS.remove, VIEWS.people, wish.whom);
    case 'take over':
      return click(ACTIONS.takeOver, VIEWS.manage);
    case 'cancel':
      return click(ACTIONS.cancel, VIEWS.manage);
    case 'explain': {
      const { sessionId, story, round } = ref;
      const { card, text } = wish;
      const why = { sessionId, channelId: CHANNEL, story, round, card, responseUrl };
      const values = { [INPUTS.reason]: { [INPUTS.reason]: { value: text } } };
      const submitted = { ...view, callback_id: VIEWS.why, private_metadata: JSON.stringify(why) };
      return { ...body, type: 'view_submission', view: { ...submitted, state: { values } } };
    }
    case 'hand over': {
      const values = { [INPUTS.handOver]: { [INPUTS.handOver]: { selected_user: wish.to } } };
      const submitted = { ...view, callback_id: VIEWS.manage, state: { values } };
      return { ...body, type: 'view_submission', view: submitted };
    }
  }
}
