import { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../../handlers/bolt-logger.ts';
import { type BoltApp, createReceiver } from '../../../handlers/receive/receiver.ts';
import { click } from './payloads.ts';

/** The receiver with a Bolt behind it, and what was logged and counted. */
function started(listen: (app: BoltApp) => void) {
  const noted: string[] = [];
  const note = (message: string) => void noted.push(message);
  const log = { debug: note, info: note, warn: note, error: note };
  let time = 0;
  const receiver = createReceiver({ log, metrics: { count: note }, now: () => time });
  const app: BoltApp = new App({
    receiver,
    logger: createBoltLogger({ ...log, error: () => undefined }),
    convoStore: false,
    authorize: async () => ({ botToken: 'xoxb', botId: '', botUserId: '' }),
  });
  listen(app);
  const pass = (ms: number) => {
    time += ms;
  };
  return { receiver, noted, pass };
}

describe('The receiver', () => {
  it('should answer with what a listener acknowledges', async () => {
    const { receiver } = started((app) => app.action('join', ({ ack }) => ack()));
    expect(await receiver.dispatch(click())).toEqual({ kind: 'acknowledged' });
  });

  it('should hand on what is for Slack', async () => {
    const errors = { title: 'Too long' };
    const { receiver } = started((app) =>
      app.view('edit', ({ ack }) => ack({ response_action: 'errors', errors })),
    );
    const body = { type: 'view_submission', user: { id: 'U1' }, view: { callback_id: 'edit' } };
    expect(await receiver.dispatch(body)).toEqual({
      kind: 'acknowledged',
      response: { response_action: 'errors', errors },
    });
  });

  it('should give listeners the payload as it was checked', async () => {
    let payload: unknown;
    const { receiver } = started((app) =>
      app.action('join', async ({ ack, context }) => {
        payload = context.payload;
        await ack();
      }),
    );
    await receiver.dispatch({ ...click(), token: 'x', state: {} });
    expect(payload).toMatchObject({ kind: 'messageClick', body: { actions: [{ action_id: 'join' }] } });
    expect(payload).not.toHaveProperty('body.token');
  });

  it('should wait for what a listener does after its acknowledgement', async () => {
    let isDone = false;
    const { receiver } = started((app) =>
      app.action('join', async ({ ack }) => {
        await ack();
        await new Promise((resolve) => setTimeout(resolve, 5));
        isDone = true;
      }),
    );
    await receiver.dispatch(click());
    expect(isDone).toBe(true);
  });

  it.for([
    ['before its acknowledgement', async () => Promise.reject(new Error('no table'))],
    ['after it', async (ack: () => Promise<void>) => ack().then(() => Promise.reject(new Error('no table')))],
    ['by acknowledging twice', async (ack: () => Promise<void>) => ack().then(ack)],
  ] as const)('should say so where a listener fails %s', async ([, listen]) => {
    const { receiver, noted } = started((app) => app.action('join', ({ ack }) => listen(() => ack())));
    expect(await receiver.dispatch(click())).toEqual({ kind: 'failed' });
    expect(noted).toEqual(['request failed', 'FailedRequests', 'answered']);
  });

  it.for([
    ['what nobody listens to', click()],
    ['what is no payload of ours', { type: 'shortcut' }],
    ['nothing', {}],
  ] as const)('should take no notice of %s', async ([, body]) => {
    const { receiver, noted } = started(() => undefined);
    expect(await receiver.dispatch(body)).toEqual({ kind: 'unknown' });
    expect(noted).toEqual(['unknown request']);
  });

  it('should give the challenge back', async () => {
    const { receiver } = started(() => undefined);
    const body = { type: 'url_verification', challenge: 'abc' };
    expect(await receiver.dispatch(body)).toEqual({ kind: 'acknowledged', response: { challenge: 'abc' } });
  });

  it('should count an answer that took more than a second', async () => {
    const { receiver, noted, pass } = started((app) =>
      app.action('join', async ({ ack }) => {
        pass(1001);
        await ack();
      }),
    );
    await receiver.dispatch(click());
    expect(noted).toEqual(['SlowAcks', 'answered']);
  });
});
