import { SSMClient } from '@aws-sdk/client-ssm';
import { readSecrets } from '../../src/aws/ssm-secrets.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { startSsm } from '../../stand-ins/aws/ssm.ts';
import { SECRETS } from '../workspace.ts';

/** Copies of `slack` that start in the same moment, in an account with SSM's usual limit. */
export interface Storm {
  starts: number;
  failed: number;
  /** When each of the others had its secrets, in ms from the beginning, sorted. */
  readyMs: number[];
}

const STARTS = 200;
/** What SSM takes for an answer with two SecureStrings to decrypt, roughly. */
const LATENCY = 30;

/** Only the secrets: two hundred processes would compete for this machine rather than for SSM. */
export async function measureStorm(): Promise<Storm> {
  const paths = { signingSecret: '/groom/signing-secret', botToken: '/groom/bot-token' };
  const parameters = { [paths.signingSecret]: SECRETS.signingSecret, [paths.botToken]: SECRETS.botToken };
  const ssm = await startSsm({ parameters, latency: LATENCY });
  const began = performance.now();
  const starts = Array.from({ length: STARTS }, async () => {
    const client = new SSMClient({ ...localClient(ssm.endpoint), maxAttempts: 1 });
    await readSecrets(paths, { client, now: Date.now });
    return performance.now() - began;
  });
  const ended = await Promise.allSettled(starts);
  await ssm.close();
  const readyMs = ended.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
  return { starts: STARTS, failed: STARTS - readyMs.length, readyMs: readyMs.sort((a, b) => a - b) };
}
