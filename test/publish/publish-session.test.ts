import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AFTERLIFE } from '../../src/game/clock/lifetime.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { HOUR } from '../../src/time.ts';
import { BO, CY } from '../game/a-session.ts';
import { SESSION_TTL_HOURS } from '../ports/store-contract/tested.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

const of = { story: 1, round: 1 };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);

describe('The publisher', () => {
  it('should make the message show the state', async () => {
    const session = await rig.start();
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('No votes yet');
    await session.vote(BO, '5');
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('1 voted');
  });

  it('should leave Slack alone while the message shows the state already', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    await publish(session);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    await session.vote(BO, '8');
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    expect(session.updates()).toHaveLength(1);
  });

  it('should freeze what is revealed before it shows it, also when it shows something else by then', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await publish(session);
    const { store } = rig.deps;
    const result = await store.result(session.sessionId, of);
    expect(result?.votes.map(({ card }) => card)).toEqual(['5', '8']);
    expect(await store.session(session.sessionId)).toMatchObject({ round: 2, unfrozen: [] });
    expect(session.text()).toContain('round 2');
  });

  it('should show the stored result, whatever slots say later', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    await session.command({ kind: 'reveal', of });
    await publish(session);
    const shown = session.text();
    await session.vote(CY, '21');
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    expect(session.text()).toBe(shown);
  });

  it.each([
    ['is not there', async () => 'nobody'],
    [
      'is forgotten',
      async (session: PostedSession) => {
        rig.local.clock.advance(SESSION_TTL_HOURS * HOUR + AFTERLIFE);
        return session.sessionId;
      },
    ],
    [
      'is detached',
      async (session: PostedSession) => {
        await rig.deps.store.detach(session.sessionId, 'is_archived');
        return session.sessionId;
      },
    ],
  ])('should do nothing for a session that %s', async (_, make) => {
    const session = await rig.start();
    const sessionId = await make(session);
    expect(await publishSession(rig.deps, sessionId)).toEqual({ kind: 'nothing' });
    expect(session.updates()).toEqual([]);
  });
});
