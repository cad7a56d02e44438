import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../blocks/ids.ts';
import type { Job } from '../../../src/ports/job.ts';
import { MINUTE } from '../../../src/time.ts';
import { CHANNEL, TEAM } from '../../game/a-session.ts';
import { type Rig, startRig } from '../../publish/rig.ts';
import { frontDoor } from '../front-door.ts';

let rig: Rig;
let time = 1_700_000_000_000;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** What comes of a command: which list, or which no. */
async function ask(text: string, userId: string, channelId = CHANNEL) {
  const sent: Job[] = [];
  const queue = { send: async (jobs: readonly Job[]) => void sent.push(...jobs) };
  const payload = {
    command: COMMAND,
    text,
    user_id: userId,
    channel_id: channelId,
    team_id: TEAM,
    response_url: 'https://hooks.slack.com/commands/1',
  };
  const answer = await frontDoor({ ...rig.deps, queue, now: () => time }).dispatch(payload);
  expect(answer.kind).toBe('acknowledged');
  return sent.map((job) => {
    if (job.kind === 'report') return job.report;
    return job.kind === 'reply' && job.notice.kind === 'refusal' ? job.notice.refusal.code : job.kind;
  });
}

async function askOften(times: number, text: string, userId: string) {
  const answers: string[] = [];
  for (let n = 0; n < times; n++) answers.push(...(await ask(text, userId)));
  return answers;
}

describe.each([
  ['export', 3],
  ['history', 20],
  ['mine', 20],
] as const)('Whoever asks for %s more than %i times in a minute', (text, most) => {
  const userId = `U0${text.toUpperCase()}`;

  it('should be told so instead, in whichever channel, and nobody else', async () => {
    time += MINUTE;
    const answers = await askOften(most + 1, text, userId);
    expect(answers).toEqual([...Array(most).fill(text), 'asked_too_often']);
    expect(await ask(text, userId, 'C0OTHER')).toEqual(['asked_too_often']);
    expect(await ask(text, 'U0SOMEBODY')).toEqual([text]);
  });

  it('should get it again in the next', async () => {
    time += MINUTE;
    expect(await ask(text, userId)).toEqual([text]);
  });
});

it('Exports should use up nobody’s lists', async () => {
  time += MINUTE;
  await askOften(4, 'export', 'U0BUSY');
  expect(await ask('history', 'U0BUSY')).toEqual(['history']);
});
