import { describe, expect, it } from 'vitest';
import { lambdaContext } from '../../stand-ins/aws/lambda-context.ts';
import type { Handler } from '../../stand-ins/aws/load-handler.ts';
import { startWorkspace } from './workspace.ts';

async function start(groom: Parameters<typeof startWorkspace>[0] = {}) {
  const handlers: Handler[] = [];
  const around = (name: string, handler: Handler) => {
    if (name === 'slack') handlers.push(handler);
    return handler;
  };
  const w = await startWorkspace({ groom: { ...groom.groom, around, containers: 1 } });
  const warm = async () =>
    handlers[0]?.({ keepWarm: true }, lambdaContext('slack', 1769, Date.now() + 10_000));
  return { w, warm };
}

describe('The event that keeps slack warm', () => {
  it('should do nothing but start it', async () => {
    const { w, warm } = await start();
    expect(await warm()).toBeUndefined();
    expect(w.slack.sent).toEqual([]);
    expect((await w.ada.command('/groom Add SSO login')).status).toBe(200);
    // One start of each function.
    expect(w.groom.ssm.calls).toBe(2);
    await w.close();
  });

  it('should alarm nobody where there are no secrets yet', async () => {
    const { w, warm } = await start({ groom: { signingSecret: undefined, botToken: undefined } });
    expect(await warm()).toBeUndefined();
    await w.close();
  });

  it('should be as good in the body of a request as anything else that is not signed', async () => {
    const { w } = await start();
    const body = '{"keepWarm":true}';
    const headers = { 'Content-Type': 'application/json' };
    expect(await w.slack.deliver({ body, headers })).toMatchObject({ status: 401, body: '' });
    await w.close();
  });
});
