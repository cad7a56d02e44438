import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { WebClient } from '@slack/web-api';
import { describe, expect } from 'vitest';
import { startListening } from '../../handlers/host/listening.ts';
import { readEnvironment } from '../../handlers/lambda/environment.ts';
import { createDeps } from '../../handlers/lambda/wiring.ts';
import { createSocketEndpoint } from '../../handlers/receive/socket.ts';
import { fixedSecret } from '../../src/ports/secret.ts';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { openConnection } from '../../src/slack/socket-mode/open.ts';
import { startSocketMode } from '../../src/slack/socket-mode/socket-mode.ts';
import { silent } from '../silent.ts';
import { inWorkspace } from './it.ts';
import type { TestWorkspace } from './workspace.ts';

const APP_TOKEN = 'xapp-token-of-the-tests';

/** A workspace whose Slack delivers through Socket Mode to the handlers, over the table and queue that are deployed. */
const it = inWorkspace({ slack: { appToken: APP_TOKEN } }).extend(
  'connected',
  { scope: 'file' },
  async ({ w }, { onCleanup }) => {
    const socketMode = listen(w);
    onCleanup(() => socketMode.stop());
    await socketMode.started;
    return socketMode;
  },
);

function listen({ groom, slack }: TestWorkspace) {
  const { slack: variables } = groom.variables;
  const local = {
    region: String(variables.AWS_REGION),
    credentials: { accessKeyId: 'slack', secretAccessKey: 'local' },
  };
  const clients = {
    dynamo: new DynamoDBClient({ ...local, endpoint: groom.dynamoEndpoint }),
    sqs: new SQSClient({ ...local, endpoint: groom.sqsEndpoint }),
    ssm: new SSMClient(local),
    fetch: createFetch(),
  };
  const token = fixedSecret(slack.core.botToken);
  const wired = createDeps(readEnvironment({ ...variables }), 'slack', clients, token);
  const deps = { ...wired, log: silent, metrics: { count: () => undefined } };
  const client = new WebClient(APP_TOKEN, { slackApiUrl: slack.apiUrl });
  return startSocketMode({
    open: () => openConnection(client),
    take: createSocketEndpoint(startListening(deps, token)),
    log: silent,
    now: Date.now,
  });
}

describe('A session through Socket Mode', () => {
  it('should go as over HTTP', async ({ room, connected }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '5', cy: '8', dee: '8' });
    expect(await room.shows()).toContain('3 voted · ✓ <@U0BO> <@U0CY> <@U0DEE>');
    expect(await room.lastTold(room.bo)).toContain('You voted *5* on Add SSO login');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`8` ');
    expect(connected.standing).toBe(2);
  });

  it('should go on while Slack renews a connection', async ({ room, connected, w }) => {
    await room.groom('Add audit log');
    w.slack.disconnect('warning');
    await room.vote({ ada: '3', bo: '5' });
    w.slack.disconnect('refresh_requested');
    await room.vote({ cy: '3', dee: '5', eve: '3' });
    for (const person of [room.ada, room.bo, room.cy, room.dee, room.eve]) {
      expect(await room.shows()).toContain(`<@${person.id}>`);
    }
    expect(connected.standing).toBeGreaterThan(0);
  });

  it('should say beside a field what is wrong with it, and keep what was typed', async ({
    room,
    connected,
  }) => {
    expect(connected.standing).toBeGreaterThan(0);
    await room.ada.command('/groom settings');
    const deck = 'Poker: 1, 2, 3\nPoker: 4, 5, 6';
    await room.ada.submit({ decks: deck });
    expect(Object.values(room.ada.view.errors ?? {}).join()).toMatch(/Poker/);
  });
});
