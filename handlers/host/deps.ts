import { WebClient } from '@slack/web-api';
import { render } from '../../blocks/message/render.ts';
import type { Deps } from '../../src/play/deps.ts';
import { createReaders } from '../../src/play/readers.ts';
import { createServed } from '../../src/play/served.ts';
import type { Secret } from '../../src/ports/secret.ts';
import type { Served } from '../../src/ports/served.ts';
import { countingLimits } from '../../src/slack/counted-limits.ts';
import type { Fetch } from '../../src/slack/https-fetch.ts';
import { askTokenOwner, createOneWorkspace } from '../../src/slack/one-workspace.ts';
import { withNewestToken } from '../../src/slack/renewed-token.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import type { Millis } from '../../src/time.ts';
import { createBoltLogger } from '../bolt-logger.ts';

/** What a host brings: every port but Slack. */
type Ports = Pick<Deps, 'store' | 'directory' | 'queue' | 'log' | 'metrics' | 'now' | 'admins'>;

interface SlackAccess {
  fetch: Fetch;
  botToken: Secret;
  /** Absent: Slack's own. */
  slackApiUrl?: string | undefined;
  /** A call that takes longer counts as unknown. */
  timeout: Millis;
  /**
   * Whether Slack may be asked whose the token is and what people's languages are. Before an ack nobody asks: what works
   * there knows what others have learnt.
   */
  asks: boolean;
}

export interface HostDeps extends Deps {
  served: Served;
}

/** All that handlers work with, on any host. */
export function withSlack<P extends Ports>(ports: P, access: SlackAccess): P & HostDeps {
  const { directory, log, metrics, now } = ports;
  const { fetch, botToken, slackApiUrl, timeout, asks } = access;
  const counted = countingLimits(fetch, metrics);
  const web = new WebClient(botToken.current, {
    fetch: withNewestToken(counted, botToken),
    ...webClientOptions(timeout),
    logger: createBoltLogger(log),
    ...(slackApiUrl && { slackApiUrl }),
  });
  const ask = () => askTokenOwner(web);
  const served = createServed({ directory, log, now, ...(asks && { ask }) });
  const chats = createOneWorkspace(web, counted, served);
  const readers = createReaders({ directory, now, ...(asks && { chats }) });
  return { ...ports, chats, served, readers, render };
}
