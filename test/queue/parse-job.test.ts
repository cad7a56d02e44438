import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseJob } from '../../src/queue/parse-job.ts';
import type { Job } from '../../src/queue/queue.ts';

const view = {
  viewId: 'V1',
  view: 'people',
  sessionId: 'A',
  userId: 'U1',
  teamId: 'T',
  channelId: 'C',
  page: 0,
};

describe('A message’s body', () => {
  test.each<Job>([
    { kind: 'changed', sessionId: 'A' },
    { kind: 'reply', userId: 'U1', responseUrl: 'https://x', text: 'Hi' },
    { kind: 'reply', userId: 'U1', sessionId: 'A', responseUrl: 'https://x', text: 'Hi', blocks: [] },
    { kind: 'timer', sessionId: 'A', dueAt: 17 },
    { kind: 'refresh', ...view, view: 'manage' },
  ])('$kind is a job', (job) => {
    expect(parseJob(JSON.stringify(job))).toEqual(job);
  });

  test.each([
    '',
    'changed',
    'null',
    '[]',
    '"changed"',
    '{}',
    '{"kind":1}',
    '{"kind":"nonsense"}',
    '{"kind":"toString"}',
    '{"kind":"changed"}',
    '{"kind":"changed","sessionId":null}',
    '{"kind":"timer","sessionId":"A"}',
    '{"kind":"timer","sessionId":"A","dueAt":"17"}',
    '{"kind":"reply","userId":"U1","text":"Hi"}',
    '{"kind":"refresh","sessionId":"A"}',
    JSON.stringify({ kind: 'refresh', ...view, view: 'nonsense' }),
  ])('%s is none: it could never be handled', (body) => {
    expect(parseJob(body)).toBeUndefined();
  });

  it('should never make the parser throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void parseJob(body)));
  });
});
