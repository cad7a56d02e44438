import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPayload } from '../../../handlers/receive/schemas.ts';

/** What Bolt gets to see. */
const bodyOf = (body: unknown) => readPayload(body)?.body;

describe('A body that is understood', () => {
  const user = { id: 'U1' };
  const command = { command: '/groom', user_id: 'U1', channel_id: 'C1', team_id: 'T1', text: 'Add SSO' };
  const opened = { type: 'app_home_opened', user: 'U1', tab: 'home' };
  const action = { action_id: 'join', type: 'button' };
  const message = { ts: '1.1', thread_ts: '1.0', text: 'Add SSO', attachments: [], files: [] };
  const shortcut = {
    type: 'message_action',
    callback_id: 'estimate_this',
    user,
    message,
    channel: { id: 'C1' },
    team: { id: 'T1', domain: 'acme' },
  };
  it.each([
    ['a command', command],
    ['a shortcut of a message', shortcut],
    ['a click', { type: 'block_actions', user, actions: [action], channel: { id: 'C1' } }],
    ['a click in a modal', { type: 'block_actions', user, actions: [action] }],
    ['a submission', { type: 'view_submission', user, view: { callback_id: 'manage' } }],
    ['a closed modal', { type: 'view_closed', user, view: { callback_id: 'manage' } }],
    ['the opening of Home', { type: 'event_callback', team_id: 'T1', event: opened }],
    ['a check of the url', { type: 'url_verification', challenge: 'x' }],
  ])('%s', (_, body) => {
    expect(bodyOf(body)).toEqual(body);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a command of nobody', { ...command, user_id: undefined }],
    ['a command from nowhere', { ...command, channel_id: undefined }],
    ['a command that is no text', { ...command, command: ['/groom'] }],
    ['a command whose text is none', { ...command, text: {} }],
    ['a command of somebody impossible', { ...command, user_id: 'U1#x' }],
    ['a click of somebody impossible', { type: 'block_actions', user: { id: '../U1' }, actions: [action] }],
    [
      'a click of a team that every object has',
      { type: 'block_actions', user, team: { id: 'toString' }, actions: [action] },
    ],
    [
      'a click of somebody of such a team',
      { type: 'block_actions', user: { ...user, team_id: 'constructor' }, actions: [action] },
    ],
    ['a click of nobody', { type: 'block_actions', actions: [action] }],
    ['a click on nothing', { type: 'block_actions', user, actions: [] }],
    ['a click on a text', { type: 'block_actions', user, actions: ['join'] }],
    ['a click without actions', { type: 'block_actions', user }],
    ['a click on what has no name', { type: 'block_actions', user, actions: [{ type: 'button' }] }],
    ['a submission of nothing', { type: 'view_submission', user }],
    ['a submission without a name', { type: 'view_submission', user, view: {} }],
    [
      'the opening of the messages',
      { type: 'event_callback', team_id: 'T1', event: { ...opened, tab: 'messages' } },
    ],
    [
      'the opening of Home by nobody',
      { type: 'event_callback', team_id: 'T1', event: { ...opened, user: {} } },
    ],
    ['the opening of Home nowhere', { type: 'event_callback', event: opened }],
    ['an event of nothing', { type: 'event_callback', team_id: 'T1' }],
    ['another event', { type: 'event_callback', event: { type: 'app_mention' } }],
    ['a shortcut', { type: 'shortcut', user, callback_id: 'x' }],
    ['a shortcut without a name', { ...shortcut, callback_id: undefined }],
    ['a shortcut of nobody', { ...shortcut, user: {} }],
    ['a shortcut from nowhere', { ...shortcut, channel: { id: 7 } }],
    ['a shortcut of no message', { ...shortcut, message: 'x' }],
    ['a type that is no text', { type: {}, user }],
    ['a type of every object', { type: 'constructor', user }],
    ['nothing', {}],
  ])('not %s', (_, body) => {
    expect(bodyOf(body)).toBeUndefined();
  });

  it('should never throw', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (body) => void bodyOf(body)));
  });

  it('should keep of an event who looks at what', () => {
    const event = { ...opened, channel: 'D1', view: { blocks: [] }, event_ts: '1' };
    const body = { type: 'event_callback', team_id: 'T1', event, authorizations: [{}], event_id: 'Ev1' };
    expect(bodyOf(body)).toEqual({ type: 'event_callback', team_id: 'T1', event: opened });
    const { team_id: _, ...orgWide } = { ...body, enterprise_id: 'E1' };
    expect(bodyOf(orgWide)).toHaveProperty('team_id', 'E1');
  });

  it('should keep of it what listeners read, and texts only', () => {
    const click = { type: 'block_actions', user, actions: [action, action], response_url: 'https://x' };
    const more = {
      view: 'V1',
      channel: { id: {}, name: 'planning' },
      user: { id: 'U1', name: 7 },
      __proto__: null,
    };
    const known = bodyOf({ ...click, ...more, enterprise: { id: 'E1', name: 'Acme' }, api_app_id: 'A1' });
    expect(known).toEqual({ ...click, actions: [action], channel: {}, enterprise: { id: 'E1' } });
  });

  it('should keep of a shortcut what becomes a story', () => {
    const more = { blocks: [{}], user: 'U2', metadata: {} };
    const known = bodyOf({ ...shortcut, message: { ...message, ...more }, message_ts: '1.1' });
    expect(known).toEqual({ ...shortcut, message: { ...message, blocks: [{}] } });
  });
});
