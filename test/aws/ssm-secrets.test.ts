import { SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, describe, expect, it } from 'vitest';
import { MissingParametersError, readSecrets } from '../../src/aws/ssm-secrets.ts';
import { HOUR, MINUTE } from '../../src/time.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalSsm, type SsmOptions, startSsm } from '../../stand-ins/aws/ssm.ts';
import { manualClock } from '../clock.ts';

const PATH = '/groom/bot-token';
let ssm: LocalSsm;
afterEach(() => ssm.close());

async function store(options: SsmOptions) {
  const clock = manualClock();
  ssm = await startSsm({ now: clock.now, ...options });
  const client = new SSMClient({ ...localClient(ssm.endpoint), maxAttempts: 1 });
  const read = <Name extends string>(paths: Record<Name, string>) =>
    readSecrets(paths, { client, now: clock.now });
  return { read, clock };
}

describe('Secrets in the Parameter Store', () => {
  it('should come decrypted, all with one call, and without a line break at the end', async () => {
    const { read } = await store({ parameters: { [PATH]: 'xoxb-2\n', '/groom/signing-secret': 's' } });
    const secrets = await read({ botToken: PATH, signingSecret: '/groom/signing-secret' });
    expect(secrets.botToken.current).toBe('xoxb-2');
    expect(secrets.signingSecret.current).toBe('s');
    expect(ssm.calls).toBe(1);
  });

  it.each([
    ['are not there', {}],
    ['are empty', { [PATH]: '' }],
    ['are empty lines', { [PATH]: ' \n' }],
  ])('that %s should be named', async (_, parameters) => {
    const { read } = await store({ parameters: { '/groom/other': 'x', ...parameters } });
    const error: unknown = await read({ other: '/groom/other', botToken: PATH }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(MissingParametersError);
    expect(error).toMatchObject({ paths: [PATH], message: expect.stringContaining(PATH) });
  });

  it('should come for each of 200 that start at once, though SSM allows forty calls a second', async () => {
    const { read } = await store({ parameters: { [PATH]: 'xoxb-2' } });
    const all = await Promise.all(Array.from({ length: 200 }, () => read({ botToken: PATH })));
    expect(new Set(all.map(({ botToken }) => botToken.current))).toEqual(new Set(['xoxb-2']));
    expect(ssm.calls).toBeGreaterThan(200);
  }, 15_000);

  it('should not be asked for again where SSM says no', async () => {
    ssm = await startSsm();
    const credentials = { accessKeyId: 'scheduler', secretAccessKey: 'local' };
    const client = new SSMClient({ ...localClient(ssm.endpoint), credentials, maxAttempts: 1 });
    const reading = readSecrets({ botToken: PATH }, { client, now: Date.now });
    await expect(reading).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('A secret that changes', () => {
  it('should be read again a minute after it was read, and once a minute at most', async () => {
    const { read, clock } = await store({ parameters: { [PATH]: 'old' } });
    const { botToken } = await read({ botToken: PATH });
    clock.advance(HOUR * 2);
    ssm.put(PATH, 'new');
    const renewals = await Promise.all([botToken.renew(), botToken.renew()]);
    expect(renewals).toEqual([true, true]);
    expect([botToken.current, botToken.previous]).toEqual(['new', 'old']);
    expect(ssm.calls).toBe(2);
    ssm.put(PATH, 'newest');
    clock.advance(MINUTE - 1);
    expect(await botToken.renew()).toBe(false);
    expect(botToken.current).toBe('new');
    clock.advance(1);
    expect(await botToken.renew()).toBe(true);
    expect([botToken.current, botToken.previous]).toEqual(['newest', 'new']);
    expect(ssm.calls).toBe(3);
  });

  it('should be known with the one before, to those who have only seen the new one', async () => {
    const { read, clock } = await store({ parameters: { [PATH]: 'old' } });
    ssm.put(PATH, 'new');
    const { botToken } = await read({ botToken: PATH });
    expect(botToken.previous).toBeUndefined();
    expect(await botToken.renew()).toBe(true);
    expect([botToken.current, botToken.previous]).toEqual(['new', 'old']);
    expect(await botToken.renew()).toBe(false);
    expect(ssm.calls).toBe(3);
    clock.advance(HOUR);
    expect(botToken.previous).toBeUndefined();
  });

  it('should not be known with the one before when the change is long ago', async () => {
    const { read, clock } = await store({ parameters: { [PATH]: 'old' } });
    ssm.put(PATH, 'new');
    clock.advance(HOUR);
    const { botToken } = await read({ botToken: PATH });
    clock.advance(MINUTE);
    expect(await botToken.renew()).toBe(false);
    expect(botToken.previous).toBeUndefined();
  });

  it('should stay as it is where SSM cannot be asked, or has it no more', async () => {
    const { read, clock } = await store({ parameters: { [PATH]: 'old' } });
    const { botToken } = await read({ botToken: PATH });
    ssm.remove(PATH);
    clock.advance(MINUTE);
    expect(await botToken.renew()).toBe(false);
    await ssm.close();
    clock.advance(MINUTE);
    expect(await botToken.renew()).toBe(false);
    expect(botToken.current).toBe('old');
    ssm = await startSsm();
  });
});
