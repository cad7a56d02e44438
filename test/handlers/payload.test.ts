import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { refValue } from '../../blocks/ids.ts';
import { render } from '../../blocks/render.ts';
import {
  decodeEntities,
  inputState,
  inputText,
  messageClick,
  modalEvent,
  teamOf,
} from '../../handlers/payload.ts';
import { actionTs, isActionTs } from '../../src/time.ts';
import { aVoting } from '../blocks/boards.ts';
import { ADA, CHANNEL, clickedAt, MESSAGE, TEAM } from '../session/a-session.ts';

const NOW = 1_700_000_123_456;
const now = () => NOW;
const ref = { sessionId: '01JD0000000000000000000000', story: 3, round: 2 };
const user = { id: ADA, team_id: 'T0HOME' };

/** A click on *Join*, as Slack sends it. */
const click = (changes: Record<string, unknown> = {}) => ({
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

const context = { sessionId: ref.sessionId, teamId: TEAM, channelId: CHANNEL, page: 1 };
const modal = (changes: Record<string, unknown> = {}) => ({
  type: 'view_submission',
  user,
  team: { id: TEAM },
  view: { id: 'V1', callback_id: 'people', private_metadata: JSON.stringify(context) },
  ...changes,
});

describe('A click on a message', () => {
  it('should be read', () => {
    expect(messageClick(click(), now)).toEqual({
      ...{ action: 'join', ref, sessionId: ref.sessionId, title: 'Add SSO login' },
      ...{ userId: ADA, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, at: clickedAt(5) },
      ...{ triggerId: 'trigger', responseUrl: 'https://hooks.slack.com/actions/1' },
    });
  });

  test.each([
    [
      'a select’s option',
      { actions: [{ selected_option: { value: `${refValue(ref)}.8` } }] },
      { ref: { ...ref, detail: '8' } },
    ],
    ['an org-wide install', { team: null }, { teamId: 'T0HOME' }],
    ['no channel but the container’s', { channel: undefined }, { channelId: CHANNEL }],
    ['no time', { actions: [{ value: refValue(ref) }] }, { at: actionTs(NOW) }],
    [
      'a time that is none',
      { actions: [{ value: refValue(ref), action_ts: 'soon' }] },
      { at: actionTs(NOW) },
    ],
    ['no title to be seen', { message: { ts: MESSAGE } }, { title: 'this story' }],
  ])('should be read with %s', (_, changes, expected) => {
    expect(messageClick(click(changes), now)).toMatchObject(expected);
  });

  test.each([
    ['nobody’s', { user: undefined }],
    ['no team’s', { team: undefined, user: { id: ADA } }],
    ['in no channel', { channel: undefined, container: { message_ts: MESSAGE } }],
    ['on no message', { container: {}, message: undefined }],
    ['on nothing', { actions: [] }],
    ['on something else', { actions: [{ action_id: 'join', value: 'join' }] }],
    ['on a value that is no text', { actions: [{ value: { toString: 'x' } }] }],
  ])('should not be one of ours when it is %s', (_, changes) => {
    expect(messageClick(click(changes), now)).toBeUndefined();
  });
});

describe('What happens in a modal', () => {
  it('should be read', () => {
    expect(modalEvent(modal(), now)).toMatchObject({
      actor: { userId: ADA, teamId: TEAM, channelId: CHANNEL, at: actionTs(NOW) },
      ...{ context, viewId: 'V1', view: 'people' },
    });
    expect(modalEvent(modal(), now)).not.toHaveProperty('previousViewId');
  });

  test.each([
    ['nobody’s', { user: {} }],
    ['in no view', { view: undefined }],
    ['in a view of another app', { view: { id: 'V1', private_metadata: 'x' } }],
    ['in a view without an id', { view: { private_metadata: JSON.stringify(context) } }],
  ])('should not be one of ours when it is %s', (_, changes) => {
    expect(modalEvent(modal(changes), now)).toBeUndefined();
  });
});

test.each([
  ['&lt;!channel&gt; &amp; co', '<!channel> & co'],
  ['&amp;lt;', '&lt;'],
  ['a < b', 'a < b'],
])('Slack’s %j was typed as %j', (escaped, typed) => {
  expect(decodeEntities(escaped)).toBe(typed);
});

describe('Whatever a payload holds', () => {
  const keys = fc.constantFrom(
    ...[
      'user',
      'team',
      'view',
      'actions',
      'container',
      'channel',
      'message',
      'state',
      'values',
      'id',
      'value',
    ],
    ...[
      'blocks',
      'elements',
      'text',
      'block_id',
      'selected_option',
      'private_metadata',
      'action_ts',
      '__proto__',
    ],
    ...['toString', 'constructor', 'hasOwnProperty', 'length'],
  );
  const texts = fc.constantFrom('title', ADA, refValue(ref), JSON.stringify(context), '__proto__', '');
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { depthSize: 'small' },
      texts,
      fc.jsonValue(),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(keys, tie('anything'), { maxKeys: 6 }),
    ),
  }));
  const changed = fc.dictionary(keys, anything, { maxKeys: 4 });

  it('should be read without a throw, and never with a hole', () => {
    fc.assert(
      fc.property(anything, changed, changed, (body, click_, modal_) => {
        for (const one of [body, click(click_)]) {
          const read = messageClick(one, now);
          if (!read) continue;
          const { at, userId, teamId, channelId, messageTs, title } = read;
          expect(isActionTs(at)).toBe(true);
          for (const text of [userId, teamId, channelId, messageTs, title]) expect(text).toMatch(/./su);
        }
        for (const one of [body, modal(modal_)]) {
          const { actor, viewId } = modalEvent(one, now) ?? {
            actor: { userId: 'x', teamId: 'x' },
            viewId: 'x',
          };
          for (const text of [actor.userId, actor.teamId, viewId]) expect(text).toMatch(/./su);
        }
        expect(typeof inputText(inputState(body, 'title', 'title'))).toBe('string');
        teamOf(click_);
      }),
      { numRuns: 500 },
    );
  });
});
