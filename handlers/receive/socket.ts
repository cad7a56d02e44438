import type { SlackReceiver } from './receiver.ts';

/** What an acknowledgement says, if anything. */
interface Acknowledgement {
  response?: string | object;
}

/**
 * Takes what comes through Socket Mode. No signature is needed: the connection was opened with the app's own token, and
 * an envelope holds what would be the body over HTTP. What nobody listens to is acknowledged as well; `undefined` is
 * what failed.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export function createSocketEndpoint(
  receiver: SlackReceiver,
): (payload: Record<string, unknown>) => Promise<Acknowledgement | undefined> {
  return async (payload) => {
    const dispatched = await receiver.dispatch(payload);
    if (dispatched.kind === 'failed') return undefined;
    const response = dispatched.kind === 'acknowledged' ? dispatched.response : undefined;
    return response === undefined ? {} : { response };
  };
}
