import type { WebClient } from '@slack/web-api';
import type { Outcome } from '../../ports/chat.ts';
import { outcome } from '../outcome.ts';

/**
 * Asks for an address that takes one connection; the client has the app-level token (`xapp-…`).
 * https://docs.slack.dev/reference/methods/apps.connections.open
 */
export const openConnection = (client: WebClient): Promise<Outcome<string>> =>
  outcome(client.apps.connections.open(), ({ url }) => url ?? '');
