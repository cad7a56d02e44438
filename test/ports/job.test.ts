import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../src/ports/job.ts';
import { messageGroup, parseJob } from '../../src/ports/job.ts';

const view = {
  viewId: 'V1',
  view: 'people',
  sessionId: 'A',
  userId: 'U1',
  teamId: 'T',
  channelId: 'C',
  page: 0,
};

const told = {
  teamId: 'T',
  channelId: 'C',
  userId: 'U1',
  notice: { kind: 'everyoneVoted', title: 'Hi' },
} as const;
const report = {
  kind: 'report',
  teamId: 'T',
  channelId: 'C',
  userId: 'U1',
  responseUrl: 'https://x',
} as const;

describe('A message’s body', () => {
  it.each<{ job: Job }>([
    { job: { kind: 'changed', sessionId: 'A' } },
    { job: { kind: 'changed', sessionId: 'A', responseUrl: 'https://x' } },
    { job: { kind: 'reply', ...told, responseUrl: 'https://x' } },
    { job: { kind: 'reply', ...told, sessionId: 'A', responseUrl: 'https://x' } },
    { job: { kind: 'tell', ...told, sessionId: 'A', via: 'dm' } },
    { job: { kind: 'tell', ...told, sessionId: 'A', via: 'channel' } },
    { job: { kind: 'nudge', sessionId: 'A' } },
    { job: { kind: 'home', teamId: 'T', userId: 'U1' } },
    { job: { ...report, report: 'mine' } },
    { job: { ...report, report: 'history', page: 2 } },
    { job: { ...report, report: 'export', format: 'markdown' } },
    { job: { kind: 'timer', sessionId: 'A', dueAt: 17 } },
    { job: { kind: 'refresh', ...view, view: 'manage' } },
  ])('$job is a job', ({ job }) => {
    expect(parseJob(JSON.stringify(job))).toEqual(job);
  });

  it.each([
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
    JSON.stringify({ kind: 'reply', ...told }),
    JSON.stringify({ kind: 'reply', responseUrl: 'https://x', text: 'Hi', userId: 'U1', channelId: 'C' }),
    JSON.stringify({ kind: 'reply', ...told, teamId: undefined, responseUrl: 'https://x' }),
    JSON.stringify({ kind: 'tell', ...told, teamId: undefined, sessionId: 'A', via: 'dm' }),
    JSON.stringify({ kind: 'reply', ...told, responseUrl: 'https://x', notice: null }),
    JSON.stringify({ kind: 'reply', ...told, responseUrl: 'https://x', notice: 'Hi' }),
    JSON.stringify({ kind: 'tell', ...told, via: 'dm' }),
    JSON.stringify({ kind: 'tell', ...told, sessionId: 'A' }),
    JSON.stringify({ kind: 'tell', ...told, sessionId: 'A', via: 'pigeon' }),
    '{"kind":"nudge"}',
    '{"kind":"home","userId":"U1"}',
    JSON.stringify(report),
    JSON.stringify({ ...report, report: 'nonsense' }),
    JSON.stringify({ ...report, report: 'export', format: 'pdf' }),
    '{"kind":"refresh","sessionId":"A"}',
    JSON.stringify({ kind: 'refresh', ...view, view: 'nonsense' }),
  ])('%s is none that this version understands', (body) => {
    expect(parseJob(body)).toBeUndefined();
  });

  it('should be understood though it says more than is known: a newer version may have sent it', () => {
    const job: Job = { kind: 'changed', sessionId: 'A' };
    expect(parseJob(JSON.stringify({ ...job, hurry: true }))).toEqual(job);
  });

  it('should never make the parser throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void parseJob(body)));
  });
});

describe('Reports', () => {
  const people = Array.from({ length: 20 }, (_, n) => `U0PERSON${n}`);
  const groups = (what: { report: 'mine' | 'history' | 'export' }) =>
    new Set(
      people.flatMap((userId) =>
        ['C1', 'C2'].map((channelId) => messageGroup({ ...report, ...what, userId, channelId })),
      ),
    );

  it('should never keep more than three publishers at work, however many people ask', () => {
    const lists = [...groups({ report: 'mine' }), ...groups({ report: 'history' })];
    expect(new Set(lists).size).toBe(2);
    expect(groups({ report: 'export' }).size).toBe(1);
    expect(lists).not.toContain([...groups({ report: 'export' })][0]);
  });

  it('should come to each person in the order in which they asked', () => {
    for (const userId of people) {
      const [mine, history] = (['mine', 'history'] as const).map((list) =>
        messageGroup({ ...report, report: list, userId }),
      );
      expect(mine).toBe(history);
    }
  });
});
