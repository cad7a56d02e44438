import type { Secret } from '../../src/ports/secret.ts';
import { createApp } from '../app.ts';
import { createReceiver, type SlackReceiver } from '../receive/receiver.ts';
import { turnAway } from '../turn-away.ts';
import type { HostDeps } from './deps.ts';

/** The receiver with all listeners behind it, for any host: it takes what the host knows to be Slack's. */
export function startListening(deps: HostDeps, botToken: Secret): SlackReceiver {
  const receiver = createReceiver(deps, (payload) => turnAway(deps, payload));
  createApp(receiver, botToken.current, deps);
  return receiver;
}
