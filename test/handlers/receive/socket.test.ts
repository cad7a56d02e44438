import { describe, expect, it } from 'vitest';
import type { Dispatched, SlackReceiver } from '../../../handlers/receive/receiver.ts';
import { createSocketEndpoint } from '../../../handlers/receive/socket.ts';

const errors = { response_action: 'errors', errors: { title: 'Too long' } };

describe('What has come through Socket Mode', () => {
  it.each<[string, Dispatched, object | undefined]>([
    ['acknowledged once a listener has', { kind: 'acknowledged' }, {}],
    ['acknowledged with what is for Slack', { kind: 'acknowledged', response: errors }, { response: errors }],
    ['acknowledged where nobody listens to it', { kind: 'unknown' }, {}],
    ['left without an answer if it failed', { kind: 'failed' }, undefined],
  ])('should be %s', async (_, dispatched, answer) => {
    const receiver: SlackReceiver = {
      init() {},
      async start() {},
      async stop() {},
      dispatch: async () => dispatched,
    };
    expect(await createSocketEndpoint(receiver)({ command: '/groom' })).toEqual(answer);
  });
});
