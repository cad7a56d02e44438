import type { Log, LogFields } from '../../src/ports/log.ts';
import type { Millis } from '../../src/time.ts';
import type { Received } from './receiver.ts';
import type { Payload } from './schemas.ts';

interface Heard<Response> {
  ack(response?: Response): Promise<void>;
  context: Received;
}

interface Expected<T> {
  /** For the log: what has come, and where, if it turns out to be none of ours. */
  what: string;
  where?: LogFields;
  read(payload: Payload, signedAt: Millis | undefined, raw: Received['raw']): T | undefined;
}

/**
 * A listener that hands on what `read` recognises, and acknowledges it with what comes of that. Anything else is
 * acknowledged as well, because sending it again would not help.
 */
export function onlyOurs<T, Response = void>(
  { log }: { log: Log },
  { what, where, read }: Expected<T>,
  handle: (ours: T) => Promise<Response | undefined>,
) {
  return async ({ ack, context }: Heard<Response>): Promise<void> => {
    const ours = read(context.payload, context.signedAt, context.raw);
    if (ours !== undefined) return ack(await handle(ours));
    log.warn(`${what} that is none of ours`, where);
    return ack();
  };
}
