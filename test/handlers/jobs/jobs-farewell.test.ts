import { describe, expect, it } from 'vitest';
import { ADA, BO } from '../../game/a-session.ts';
import { changed } from '../../ports/queue-contract.ts';
import { type PostedSession, type Rig, startRig } from '../../publish/rig.ts';
import { loose } from './records.ts';

/** A session, something that happens to its message, and the next publishes. */
async function after(happens: (rig: Rig, session: PostedSession) => void) {
  const rig = await startRig();
  const session = await rig.start();
  await session.vote(BO, '5');
  happens(rig, session);
  const publish = () => rig.handle([loose(changed(session.sessionId))]);
  const told = () => rig.slack.sent.filter(({ channelId }) => channelId === `D${ADA.slice(1)}`);
  return {
    rig,
    session,
    publish,
    told,
    detached: async () => (await rig.deps.store.session(session.sessionId))?.message.detached,
  };
}

const message = ({ session }: PostedSession) => ({
  ts: session.message.ts ?? '',
  channelId: session.channelId,
  text: '',
});

describe('A message that Slack takes no updates for', () => {
  it.each<[string, string, Parameters<typeof after>[0]]>([
    ['was deleted', 'message_not_found', (rig, session) => rig.slack.deleteMessage(message(session))],
    ['is where the app was removed', 'not_in_channel', (rig) => rig.slack.kick('#planning')],
    ['is in an archived channel', 'is_inactive', (rig) => rig.slack.archive('#planning')],
  ])('because it %s: its creator is told once, in private', async (_, error, happens) => {
    const { rig, publish, told, detached } = await after(happens);
    expect(await publish()).toEqual([]);
    expect(await detached()).toBe(error);
    expect(told()).toHaveLength(1);
    expect(await publish()).toEqual([]);
    expect(told()).toHaveLength(1);
    expect(rig.counted.filter((name) => name === 'Detached')).toHaveLength(1);
    await rig.close();
  });

  it('should be given up though its creator cannot be told', async () => {
    const { rig, publish, told, detached } = await after((rig) => rig.slack.revokeToken());
    expect(await publish()).toEqual([]);
    expect(await detached()).toBe('token_revoked');
    expect(told()).toEqual([]);
    expect(rig.logged.join('\n')).toMatch(/warn: creator not told/);
    await rig.close();
  });

  it('should be updated again once somebody taps on it: it is there after all', async () => {
    const { rig, session, publish, detached } = await after((rig) => rig.slack.kick('#planning'));
    await publish();
    rig.slack.invite('#planning');
    await publish();
    expect(session.text()).toBe('New');
    await session.vote(ADA, '8');
    await publish();
    expect(await detached()).toBeUndefined();
    expect(session.text()).toContain('2 voted');
    await rig.close();
  });

  it('should not be said farewell to twice for the same reason, though somebody taps on it', async () => {
    const { rig, session, publish, told, detached } = await after((rig) => rig.slack.kick('#planning'));
    await publish();
    await session.vote(ADA, '8');
    expect(await detached()).toBeUndefined();
    await publish();
    expect(await detached()).toBe('not_in_channel');
    expect(told()).toHaveLength(1);
    await rig.close();
  });

  it('should keep its votes, though nobody sees them', async () => {
    const { rig, session, publish } = await after((rig) => rig.slack.archive('#planning'));
    await session.command({ kind: 'reveal', of: { story: 1, round: 1 } });
    await publish();
    const result = await rig.deps.store.result(session.sessionId, { story: 1, round: 1 });
    expect(result?.votes.map(({ card }) => card)).toEqual(['5']);
    await rig.close();
  });
});
