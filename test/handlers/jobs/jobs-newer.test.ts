import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job } from '../../../src/ports/job.ts';
import { ADA, CHANNEL, TEAM } from '../../game/a-session.ts';
import { type Rig, startRig } from '../../publish/rig.ts';
import { loose } from './records.ts';

/** During a deployment, and after a rollback, `publish` meets jobs of a newer `slack`. */

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const to = { teamId: TEAM, channelId: CHANNEL, userId: ADA, sessionId: 'A' };
/** A job as JSON has it. */
const asJob = (job: object) => loose(job as Job);
const url = () => {
  const origin = { ts: '1.000000', ephemeral: false };
  return rig.slack.core.responseUrls.issue('actions', TEAM, { channelId: CHANNEL, memberId: ADA, origin });
};

it.each([
  { kind: 'invited', by: ADA },
  { kind: 'refusal', refusal: { code: 'too_late_for_that' } },
  { kind: 'refusal', refusal: { code: 'not_creator', creatorId: ADA }, wish: 'rename' },
  { kind: 'problem', problem: { code: 'bad_colour', colour: 'mauve' } },
  { kind: 'vote', answer: { kind: 'postponed', card: '5' }, title: 'T', of: {} },
  { kind: 'takePart', answer: { kind: 'waiting' } },
])('What it has no words for waits for a version that has: $kind', async (notice) => {
  const before = rig.slack.sent.length;
  const records = [
    asJob({ kind: 'reply', ...to, responseUrl: url(), notice }),
    asJob({ kind: 'tell', ...to, via: 'dm', notice }),
    asJob({ kind: 'tell', ...to, via: 'channel', notice }),
  ];
  const ids = records.map(({ messageId }) => messageId);
  expect((await rig.handle(records)).toSorted()).toEqual(ids.toSorted());
  expect(rig.slack.sent.slice(before)).toEqual([]);
  for (const id of ids)
    expect(rig.logged.join('\n')).toMatch(new RegExp(`error: job not understood .*${id}`));
});

it('should not notice what a job says beyond what it knows', async () => {
  const notice = { kind: 'reasonKept', card: '5', colour: 'mauve' };
  expect(
    await rig.handle([asJob({ kind: 'reply', ...to, responseUrl: url(), notice, priority: 3 })]),
  ).toEqual([]);
  expect(rig.slack.ephemeralsOf(ADA).at(-1)?.text).toContain('*5*');
});
