import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSession, TEAM } from '../../game/a-session.ts';
import { type LocalStore, startLocalStore } from './local-store.ts';

/** The AWS SDK repeats a write whose answer was lost, and then meets its own first one. */

let local: LocalStore;
let lost = 0;

beforeAll(async () => {
  local = await startLocalStore();
  local.client.middlewareStack.add(
    (next, { commandName }) =>
      async (call) => {
        const answered = await next(call);
        if (commandName !== 'PutItemCommand' || lost === 0) return answered;
        lost -= 1;
        throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
      },
    { step: 'deserialize', priority: 'high' },
  );
});
afterAll(() => local.close());

it('should create a session whose first write took effect unheard', async () => {
  const session = aSession();
  lost = 1;
  await local.store.createSession(session, []);
  expect(lost).toBe(0);
  expect(await local.store.session(session.sessionId)).toMatchObject({ creatorId: session.creatorId });
});

it('should own a start whose first claim took effect unheard', async () => {
  const start = { teamId: TEAM, channelId: 'C0START', userId: 'U0ADA', wish: 'Add SSO' };
  lost = 1;
  expect(await local.store.claimStart(start, 'mine')).toBe('mine');
  expect(lost).toBe(0);
});
