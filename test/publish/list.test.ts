import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishSession } from '../../src/publish/publish-session.ts';
import { TEAM } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);

const isListed = async ({ sessionId, session: { channelId } }: PostedSession) =>
  (await rig.deps.directory.running({ teamId: TEAM, channelId }, 100)).includes(sessionId);

describe('The list of the sessions that run in a channel', () => {
  it.each(['end', 'cancel'] as const)('should have a session until its creator chooses %s', async (kind) => {
    const session = await rig.start();
    expect(await isListed(session)).toBe(false);
    await publish(session);
    expect(await isListed(session)).toBe(true);
    await session.command({ kind });
    await publish(session);
    expect(await isListed(session)).toBe(false);
  });

  it('should be written once when a session begins, and once when it is over', async () => {
    const written: string[] = [];
    const { directory } = rig.deps;
    const watched = {
      ...rig.deps,
      directory: {
        ...directory,
        async listSession(...given: Parameters<typeof directory.listSession>) {
          written.push(given[1]);
          await directory.listSession(...given);
        },
      },
    };
    const session = await rig.start();
    const look = () => publishSession(watched, session.sessionId);
    await look();
    await session.vote('U0BO', '5');
    await look();
    await session.command({ kind: 'reveal', of: session.session });
    await look();
    expect(written).toEqual(['running']);
    await session.command({ kind: 'end' });
    await look();
    await look();
    expect(written).toEqual(['running', 'over']);
  });

  it('should not have a session again that a late publisher has seen running', async () => {
    const session = await rig.start();
    const seen = await session.read();
    await session.command({ kind: 'end' });
    await publish(session);
    await rig.deps.directory.listSession(seen, 'running');
    await rig.deps.store.markListed(seen.sessionId, 'running');
    expect(await isListed(session)).toBe(false);
    await publish(session);
    expect((await session.read()).published.listed).toBe('over');
  });
});
