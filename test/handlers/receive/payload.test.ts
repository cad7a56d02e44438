import { describe, expect, it, test } from 'vitest';
import { refValue } from '../../../blocks/ids.ts';
import { decodeEntities, messageClick, modalEvent } from '../../../handlers/receive/payload.ts';
import { actionTs } from '../../../src/time.ts';
import { ADA, CHANNEL, clickedAt, MESSAGE, TEAM } from '../../game/a-session.ts';
import { click, context, modal, NOW, now, ref } from './payloads.ts';

/** A message with these pieces of a title. */
const titled = (...elements: unknown[]) => ({
  message: { ts: MESSAGE, blocks: [{ block_id: 'title', elements: [{ elements }] }] },
});

describe('A click on a message', () => {
  it('should be read', () => {
    expect(messageClick(click(), now)).toEqual({
      action: 'join',
      ref,
      sessionId: ref.sessionId,
      title: 'Add SSO login',
      userId: ADA,
      teamId: TEAM,
      channelId: CHANNEL,
      messageTs: MESSAGE,
      at: clickedAt(5),
      triggerId: 'trigger',
      responseUrl: 'https://hooks.slack.com/actions/1',
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
    [
      'a title in pieces',
      titled(
        { text: 'After ' },
        { type: 'link', url: 'https://t.example/7', text: 'PROJ-7' },
        { text: ' &amp; 8' },
      ),
      { title: 'After PROJ-7 & 8' },
    ],
    ['a title of other things', titled({ type: 'user', user_id: ADA }, null, { text: 7 }), { title: '' }],
    ['no title to be seen', { message: { ts: MESSAGE } }, { title: '' }],
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
      context,
      viewId: 'V1',
      view: 'people',
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
