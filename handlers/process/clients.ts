import { WebClient } from '@slack/web-api';
import { createFetch, type Fetch } from '../../src/slack/https-fetch.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import { type Clock, MINUTE, type Millis, SECOND } from '../../src/time.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import { createLog } from '../host/log.ts';
import { CannotRun } from './cannot-run.ts';

/** Slack, to be asked about tokens and for connections: nobody waits for a click. */
export interface Clients {
  clientFor(token: string): WebClient;
  /** @throws {CannotRun} if Slack's last answer was of quite another time than this computer's clock. */
  checkClock(): void;
}

const TIMEOUT: Millis = 5 * SECOND;
/** Deadlines come by this computer's clock. */
const TOLERATED: Millis = 2 * MINUTE;

/** `slackApiUrl` absent: Slack's own. */
export function createClients(slackApiUrl: string | undefined, now: Clock = Date.now): Clients {
  const plain = createFetch(now);
  let ahead: Millis = 0;
  const fetch: Fetch = async (...request) => {
    const answer = await plain(...request);
    const saidAt = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(saidAt)) ahead = now() - saidAt;
    return answer;
  };
  return {
    clientFor: (token) =>
      new WebClient(token, {
        fetch,
        ...webClientOptions(TIMEOUT),
        logger: createBoltLogger(createLog('error', { service: 'groom' })),
        ...(slackApiUrl && { slackApiUrl }),
      }),
    checkClock() {
      if (Math.abs(ahead) <= TOLERATED) return;
      const minutes = Math.round(Math.abs(ahead) / MINUTE);
      throw new CannotRun(
        'config',
        `This computer’s clock is ${minutes} minutes ${ahead > 0 ? 'fast' : 'slow'}: deadlines would come at the wrong time. Set it, and start again.`,
      );
    },
  };
}
