import type { KnownBlock } from '@slack/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publishSession } from '../../src/publish/publish-session.ts';
import { SECOND } from '../../src/time.ts';
import type { Interception } from '../../stand-ins/slack/faults.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

/** Slack refuses a picture for what it says. */

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** Whether the line of people is in it, which no plain form has. */
const isFull = (blocks: unknown) => String(blocks).includes('"people"');
const refusal = (error: string): Interception => ({ body: { ok: false, error } });

/** What was offered to Slack, and whether it was the full picture. */
let offered: ('full' | 'plain')[] = [];
let stop = () => {};
function refuse(does: (offer: 'full' | 'plain') => Interception | undefined): void {
  stop = rig.slack.intercept((method, { blocks }) => {
    if (method !== 'chat.update') return undefined;
    const offer = isFull(blocks) ? 'full' : 'plain';
    offered.push(offer);
    return does(offer);
  });
}
afterEach(() => {
  stop();
  offered = [];
});

const refuseFull = (error: string) => refuse((offer) => (offer === 'full' ? refusal(error) : undefined));
const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);
const blocksOf = (session: PostedSession): readonly KnownBlock[] =>
  rig.slack.messages().find(({ ts }) => ts === session.session.message.ts)?.blocks ?? [];
const buttons = (session: PostedSession) =>
  blocksOf(session).flatMap((block) => (block.type === 'actions' ? block.elements : [])).length;

describe('A picture that Slack refuses', () => {
  it.each([
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'block_mismatch',
  ])('should be painted in a plain form at once, with its title and all buttons: %s', async (error) => {
    const session = await rig.start();
    await publish(session);
    const before = buttons(session);
    offered = [];
    await session.vote(BO, '5');
    refuseFull(error);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(offered).toEqual(['full', 'plain']);
    expect(blocksOf(session)[0]).toMatchObject({ type: 'rich_text', block_id: 'title' });
    expect(session.text()).toContain('1 voted');
    expect(buttons(session)).toBe(before);
    expect(rig.logged.join('\n')).toContain(error);
  });

  it('should not be offered again, but the next one that is different should', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    refuseFull('invalid_blocks');
    await publish(session);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    await rig.deps.store.attach(session.sessionId);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(offered).toEqual(['full', 'plain', 'plain']);
    stop();
    await session.vote(CY, '5');
    rig.local.clock.advance(5 * SECOND);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(isFull(JSON.stringify(blocksOf(session)))).toBe(true);
    expect((await session.read()).published).not.toHaveProperty('trouble');
  });

  it('should be remembered though the plain form is limited', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    const limited = { status: 429, headers: { 'Retry-After': '5' }, ...refusal('ratelimited') };
    refuse((offer) => (offer === 'full' ? refusal('invalid_blocks') : limited));
    expect(await publish(session)).toMatchObject({ kind: 'later' });
    stop();
    refuse(() => undefined);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(offered).toEqual(['full', 'plain', 'plain']);
  });

  it('should end the session’s updates if its plain form is refused as well, and say why', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    refuse((offer) => refusal(offer === 'full' ? 'msg_blocks_too_long' : 'invalid_blocks'));
    expect(await publish(session)).toEqual({ kind: 'nothing' });
    expect(offered).toEqual(['full', 'plain']);
    expect((await session.read()).message.detached).toBe('invalid_blocks');
    const told = rig.slack.messages(rig.slack.core.channels.directMessage(ADA).id).at(-1)?.text;
    expect(told).toContain('(invalid_blocks)');
    await rig.deps.store.attach(session.sessionId);
    await publish(session);
    expect(offered).toEqual(['full', 'plain', 'plain']);
  });
});

describe('A former message that Slack does not let become a link', () => {
  const move = async (session: PostedSession) => {
    const { teamId, channelId } = session.session;
    const posted = await rig.deps.chats.for(teamId).post(channelId, { text: 'Moved', blocks: [] });
    const ts = posted.ok ? posted.value : '';
    await rig.deps.store.bindMessage(await session.read(), ts, { attended: true });
    return ts;
  };
  const failFormer = ({ session }: PostedSession, how: Interception) => {
    stop = rig.slack.intercept((method, { ts }) =>
      method === 'chat.update' && ts === session.message.ts ? how : undefined,
    );
  };

  it.each(['block_mismatch', 'cant_update_message'])(
    'should not keep the new one waiting: %s',
    async (error) => {
      const session = await rig.start();
      const ts = await move(session);
      failFormer(session, refusal(error));
      expect(await publish(session)).toMatchObject({ kind: 'painted' });
      expect(rig.slack.messages().find((message) => message.ts === ts)?.text).toContain('No votes');
      expect((await session.read()).message).toMatchObject({ retiring: [] });
    },
  );

  it('should be tried again later, but not for ever', async () => {
    const session = await rig.start();
    await move(session);
    failFormer(session, refusal('service_unavailable'));
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    let timers = 0;
    const timerOf = async () =>
      (await rig.jobs()).find((job) => job.kind === 'timer' && job.sessionId === session.sessionId);
    for (let job = await timerOf(); job?.kind === 'timer' && timers < 30; job = await timerOf()) {
      timers += 1;
      rig.local.clock.set(job.dueAt);
      expect(await publish(session)).toEqual({ kind: 'unchanged' });
    }
    expect(timers).toBe(8);
    expect((await session.read()).message).toMatchObject({ retiring: [] });
  });
});
