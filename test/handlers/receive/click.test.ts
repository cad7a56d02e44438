import { describe, expect, it } from 'vitest';
import { refValue } from '../../../blocks/ids.ts';
import { messageClick } from '../../../handlers/receive/click.ts';
import { readPayload } from '../../../handlers/receive/schemas.ts';
import { actionTs } from '../../../src/time.ts';
import { ADA, CHANNEL, clickedAt, MESSAGE, TEAM } from '../../game/a-session.ts';
import { click, NOW, now, ref } from './payloads.ts';

function read(body: unknown) {
  const payload = readPayload(body);
  return payload && messageClick(payload, now);
}

const element = { action_id: 'join', type: 'button' };

/** A message with these pieces of a title. */
const titled = (...elements: unknown[]) => ({
  message: { ts: MESSAGE, blocks: [{ block_id: 'title', elements: [{ elements }] }] },
});

describe('A click on a message', () => {
  it('should be read', () => {
    expect(read(click())).toEqual({
      action: 'join',
      ref,
      sessionId: ref.sessionId,
      title: 'Add SSO login',
      userId: ADA,
      teamId: TEAM,
      external: true,
      channelId: CHANNEL,
      messageTs: MESSAGE,
      at: clickedAt(5),
      triggerId: 'trigger',
      responseUrl: 'https://hooks.slack.com/actions/1',
    });
  });

  it.each([
    [
      'a select’s option',
      { actions: [{ ...element, selected_option: { value: `${refValue(ref)}.8` } }] },
      { ref: { ...ref, detail: '8' } },
    ],
    ['an org-wide install', { team: null }, { teamId: 'T0HOME' }],
    ['no channel but the container’s', { channel: undefined }, { channelId: CHANNEL }],
    ['no time', { actions: [{ ...element, value: refValue(ref) }] }, { at: actionTs(NOW) }],
    [
      'a time that is none',
      { actions: [{ ...element, value: refValue(ref), action_ts: 'soon' }] },
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
    expect(read(click(changes))).toMatchObject(expected);
  });

  it.each([
    ['nobody’s', { user: undefined }],
    ['no team’s', { team: undefined, user: { id: ADA } }],
    ['in no channel', { channel: undefined, container: { message_ts: MESSAGE } }],
    ['on no message', { container: {}, message: undefined }],
    ['on nothing', { actions: [] }],
    ['on something else', { actions: [{ ...element, value: 'join' }] }],
    ['on a value that is no text', { actions: [{ ...element, value: { toString: 'x' } }] }],
  ])('should not be one of ours when it is %s', (_, changes) => {
    expect(read(click(changes))).toBeUndefined();
  });
});
