import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundle } from '../../scripts/bundle.ts';
import { evaluateAfresh } from '../../stand-ins/aws/fresh-module.ts';
import { loadHandler } from '../../stand-ins/aws/load-handler.ts';
import { startSsm } from '../../stand-ins/aws/ssm.ts';
import type * as unused from './unused-receiver.ts';

const source = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const temporary = () => mkdtempSync(join(tmpdir(), 'bundle-'));
const entries = { slack: source('handlers/lambda/slack.ts'), publish: source('handlers/lambda/publish.ts') };

describe('A bundle', () => {
  it('should be the same bytes for the same sources, far fewer than bundled plainly, with only its own in it', async () => {
    const [one, two, plain] = [temporary(), temporary(), temporary()];
    await Promise.all([bundle({ entries, outdir: one }), bundle({ entries, outdir: two })]);
    await bundle({ entries, outdir: plain, plain: true });
    const bytes = (folder: string, name: string) => readFileSync(join(folder, name));
    for (const name of ['slack.js', 'publish.js']) {
      expect(digest(bytes(two, name))).toBe(digest(bytes(one, name)));
    }
    // The plain publish bundle has no Bolt in it either, so there is less to leave out.
    expect(bytes(one, 'slack.js').length).toBeLessThan(bytes(plain, 'slack.js').length / 2);
    expect(bytes(one, 'publish.js').length).toBeLessThan(bytes(plain, 'publish.js').length * 0.7);
    expect(bytes(one, 'publish.js').includes('AwsLambdaReceiver')).toBe(false);
    expect(bytes(one, 'slack.js').includes('FlexibleTimeWindow')).toBe(false);
  });

  it('should throw when what is left out is used, and only then', async () => {
    const outdir = temporary();
    await bundle({ entries: { unused: source('test/build/unused-receiver.ts') }, outdir });
    const load = (env: Record<string, string>) =>
      evaluateAfresh(join(outdir, 'unused.js'), { env, log: () => {} }) as unknown as typeof unused;
    const { createReceiver, resolveCredentials } = load({});
    expect(createReceiver).toThrow('./receivers/ExpressReceiver is not part of this bundle');
    await expect(resolveCredentials()).rejects.toThrow('is not part of this bundle');
    const withKeys = load({ AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' });
    expect(await withKeys.resolveCredentials()).toMatchObject({ accessKeyId: 'id' });
  });

  it('should keep the name, message and status of an error of AWS, without a class for it', async () => {
    const outdir = temporary();
    await bundle({ entries: { unused: source('test/build/unused-receiver.ts') }, outdir });
    const { failing } = evaluateAfresh(join(outdir, 'unused.js'), {
      env: {},
      log: () => {},
    }) as unknown as typeof unused;
    const ssm = await startSsm();
    expect(await failing(ssm.endpoint)).toMatchObject({
      name: 'ValidationException',
      message: 'Names must have 1 to 10 members',
      $fault: 'client',
      $metadata: { httpStatusCode: 400 },
    });
    await ssm.close();
  });

  it('should fail as long as the list has a module that nothing imports any more', async () => {
    const building = bundle({ entries: { deck: source('src/game/deck/deck.ts') }, outdir: temporary() });
    await expect(building).rejects.toThrow('Nothing imports @slack/oauth any more');
  });

  it('should export a handler of at most two parameters', async () => {
    const env = {
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_BOT_TOKEN: 'xoxb-test',
      TABLE_NAME: 'table',
      QUEUE_URL: 'http://127.0.0.1:1/queue.fifo',
      QUEUE_ARN: 'arn:aws:sqs:us-east-1:000000000000:queue.fifo',
      SCHEDULE_GROUP: 'groom',
      SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/scheduler',
      SCHEDULE_DEAD_LETTER_ARN: 'arn:aws:sqs:us-east-1:000000000000:dead',
      AWS_REGION: 'us-east-1',
    };
    const outdir = temporary();
    await bundle({ entries, outdir });
    for (const name of ['slack', 'publish']) {
      const handler = loadHandler(join(outdir, `${name}.js`), { env, log: () => {} });
      expect(handler.length).toBeLessThanOrEqual(2);
      const { SLACK_BOT_TOKEN: _, ...less } = env;
      const start = () => loadHandler(join(outdir, `${name}.js`), { env: less, log: () => {} });
      expect(start).toThrow('SLACK_BOT_TOKEN');
    }
  });

  function digest(content: Buffer | undefined): string {
    return createHash('sha256')
      .update(content ?? '')
      .digest('hex');
  }
});
