import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobDeps } from '../../../handlers/jobs/deps.ts';
import { handleJob } from '../../../handlers/jobs/handle.ts';
import type { Chat } from '../../../src/ports/chat.ts';
import type { Job } from '../../../src/ports/job.ts';
import { again, done } from '../../../src/ports/queue.ts';
import { SECOND } from '../../../src/time.ts';
import { aFinishedStory } from '../../export/a-finished-story.ts';
import { ADA, CHANNEL, TEAM } from '../../game/a-session.ts';
import { type Rig, startRig } from '../../publish/rig.ts';
import { unhurried } from '../../unhurried.ts';

/** An export is said in several calls to Slack; whoever does them may be stopped between any two. */

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  rig.slack.grant('files:write');
  await rig.deps.directory.record({ teamId: TEAM, channelId: CHANNEL }, aFinishedStory());
});
afterAll(() => rig.close());

let job: Job;
beforeEach(() => {
  const responseUrl = rig.slack.core.responseUrls.issue('commands', TEAM, {
    channelId: CHANNEL,
    memberId: ADA,
  });
  job = { kind: 'report', report: 'export', teamId: TEAM, channelId: CHANNEL, userId: ADA, responseUrl };
});

const files = () => rig.slack.files(rig.slack.core.channels.directMessage(ADA).id).length;

/** Tries the job for the so-manieth time, with something else in place of one of Slack's methods. */
function attempt(
  receives: number,
  { timeLeft = unhurried, ...instead }: Partial<Chat> & { timeLeft?: () => number } = {},
) {
  const chat = { ...rig.deps.chats.for(TEAM), ...instead };
  const deps: JobDeps = { ...rig.deps, chats: { for: () => chat } };
  return handleJob(deps, job, { receives, timeLeft });
}

describe('An export', () => {
  it('should be shared once, though whoever shared it could not say so any more', async () => {
    const before = files();
    const respond = () => Promise.reject(new Error('The function was stopped'));
    await expect(attempt(1, { respond })).rejects.toThrow();
    expect(await attempt(2)).toEqual(done);
    expect(files()).toBe(before + 1);
  });

  it('should be left to another process where there is no time to share it', async () => {
    const before = files();
    expect(await attempt(1, { timeLeft: () => 7 * SECOND })).toEqual(again(0));
    expect(files()).toBe(before);
    expect(await attempt(2)).toEqual(done);
    expect(files()).toBe(before + 1);
  });

  it.each([
    { how: 'shared', instead: {} },
    {
      how: 'refused',
      instead: { shareFile: async () => ({ ok: false, failure: { kind: 'refused', error: 'no' } }) as const },
    },
  ])(
    'should not come again after it was $how, though where it is could not be said yet',
    async ({ instead }) => {
      const respond = async () =>
        ({ ok: false, failure: { kind: 'rate_limited', retryAfter: 3 * SECOND } }) as const;
      expect(await attempt(1, { ...instead, respond })).toEqual(done);
    },
  );

  it('should be tried five times, whatever stops it', async () => {
    const before = files();
    expect(await attempt(6)).toEqual(done);
    expect(files()).toBe(before);
    expect(rig.logged.join('\n')).toMatch(/error: not said .*"report"/);
  });
});
