import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHttpEndpoint } from '../../../handlers/receive/http.ts';
import { createReceiver } from '../../../handlers/receive/receiver.ts';
import { fixedSecret } from '../../../src/ports/secret.ts';
import { silent } from '../../silent.ts';

const SECRET = 'signing-secret';
const NOW = 1_700_000_000;

/** Sends a body whose bytes may be hashed, but whose text makes the reader throw. */
function send(secret: string) {
  const deps = { log: silent, metrics: { count: () => undefined }, now: () => NOW * 1000 };
  const endpoint = createHttpEndpoint(createReceiver(deps), fixedSecret(SECRET), deps);
  const body = Buffer.from('{"type":"event_callback"}');
  const signature = createHmac('sha256', secret).update(`v0:${NOW}:`).update(body).digest('hex');
  body.toString = () => {
    throw new Error('it was read');
  };
  return endpoint({
    headers: { 'x-slack-request-timestamp': String(NOW), 'x-slack-signature': `v0=${signature}` },
    body,
  });
}

describe('The text of a request', () => {
  it('should not even be read if nobody has signed it', async () => {
    expect(await send('another-secret')).toMatchObject({ status: 401 });
  });

  it('should be read once it is known to be Slack’s', async () => {
    await expect(send(SECRET)).rejects.toThrow('it was read');
  });
});
