import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';
import { type Besieged, besiege, FOREIGN_CHANNEL, FOREIGN_TEAM } from './besieged.ts';
import { genuinePayloads } from './genuine.ts';
import { holds } from './property.ts';

/**
 * Well-formed payloads that name somebody else's session. Slack signs what its clients say, so a value is
 * believed only where it agrees with the place that Slack itself vouches for.
 */

let b: Besieged;
let payloads: Record<string, Json>;
let own: string;
beforeAll(async () => {
  b = await besiege();
  own = b.room.sessionId();
  payloads = await genuinePayloads(b);
});
afterAll(() => b.close());

const clicks = fc.constantFrom(
  ...['5', 'Join', 'Leave', 'Reveal', 'My vote', 'Just watching', 'People…', 'Manage…', 'Move to bottom'],
);
const controls = fc.constantFrom(
  ...['reveal', 'end', 'start', 'vote_again', 'next', 'agree', 'join', 'leave', 'card_4', 'menu', 'estimate'],
  'add_why',
);
/** Somebody of the session's own people, whom it would obey; somebody of elsewhere; nobody. */
const users = fc.constantFrom('U0ADA', 'U0BO', 'U0THEM', 'U0MALLORY');
const targets = fc.constantFrom('neighbour', 'foreign', 'none');

const sessionOf = (target: string): string =>
  ({ neighbour: b.neighbour.sessionId(), foreign: b.foreignSession })[target] ?? '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** The same payload for another session, wherever the session's id stands in it. */
const aimedAt = (payload: Json, target: string): Json =>
  JSON.parse(JSON.stringify(payload).replaceAll(own, sessionOf(target)));

async function hasNoEffectElsewhere(payload: Json): Promise<void> {
  const before = await b.elsewhere();
  expect((await b.deliver(payload)).status).toBe(200);
  expect(await b.elsewhere()).toBe(before);
}

describe('What is forged', () => {
  it('should have no effect: a button of one session on the message of another', {
    timeout: 60_000,
  }, async () => {
    const cases = fc.tuple(clicks, targets, users, controls, fc.boolean());
    await holds(cases, 150, async ([name, target, userId, actionId, isOther]) => {
      const payload = aimedAt(payloads[name] ?? {}, target);
      const [action] = payload.actions as [Json];
      if (isOther) action.action_id = actionId;
      await hasNoEffectElsewhere({ ...payload, user: { id: userId, name: 'x', team_id: 'T0GROOM' } });
    });
  });

  it('should have no effect: the right message in the wrong channel, and the wrong message in the right channel', {
    timeout: 60_000,
  }, async () => {
    const wrong = fc.constantFrom('channel', 'message', 'both');
    await holds(fc.tuple(clicks, users, wrong), 150, async ([name, userId, what]) => {
      const payload = aimedAt(payloads[name] ?? {}, 'neighbour');
      const container = { ...(payload.container as Json) };
      const { ts } = b.neighbour.message();
      const right = { channel: b.neighbour.channelId, message: ts };
      container.channel_id = what === 'message' ? right.channel : b.room.channelId;
      container.message_ts = what === 'channel' ? right.message : '1700000000.000001';
      await hasNoEffectElsewhere({
        ...payload,
        container,
        channel: { id: container.channel_id, name: 'x' },
        message: { ...(payload.message as Json), ts: container.message_ts },
        user: { id: userId, name: 'x', team_id: 'T0GROOM' },
      });
    });
  });

  it('should differ from the same click in its right place, which has its effect', async () => {
    const before = await b.elsewhere();
    await b.neighbour.click(b.neighbour.eve, '5');
    expect(await b.elsewhere()).not.toBe(before);
  });

  it('should have no effect: a modal of one workspace or channel for a session of another', {
    timeout: 60_000,
  }, async () => {
    const modals = fc.constantFrom('End session', 'Skip', 'Save', 'Remind');
    const actions = fc.constantFrom(
      'cancel',
      'take_over',
      'remove',
      'story_menu',
      'page_forward',
      'manage_end',
      'nudge',
    );
    const places = fc.constantFrom('team', 'channel', 'both');
    const cases = fc.tuple(modals, actions, fc.constantFrom('neighbour', 'foreign'), users, places);
    await holds(cases, 150, async ([name, actionId, target, userId, wrong]) => {
      const payload = aimedAt(payloads[name] ?? {}, target);
      const isNeighbour = target === 'neighbour';
      const home = isNeighbour
        ? { teamId: 'T0GROOM', channelId: b.neighbour.channelId }
        : { teamId: FOREIGN_TEAM, channelId: FOREIGN_CHANNEL };
      const away = isNeighbour
        ? { teamId: FOREIGN_TEAM, channelId: b.room.channelId }
        : { teamId: 'T0GROOM', channelId: b.room.channelId };
      const teamId = wrong === 'channel' ? home.teamId : away.teamId;
      const channelId = wrong === 'team' ? home.channelId : away.channelId;
      const context = { sessionId: sessionOf(target), teamId: home.teamId, channelId, page: 0 };
      const [action] = (payload.actions ?? [{}]) as [Json];
      if (payload.actions) Object.assign(action, { action_id: actionId, value: 'U0BO' });
      await hasNoEffectElsewhere({
        ...payload,
        view: { ...(payload.view as Json), private_metadata: JSON.stringify(context) },
        team: { id: teamId, domain: 'x' },
        user: { id: userId, name: 'x', team_id: teamId },
      });
    });
  });

  it('should have no effect: a reason for a card of another session, or of somebody else', {
    timeout: 60_000,
  }, async () => {
    await holds(fc.tuple(fc.constantFrom('Add why', 'Say why'), targets, users), 100, async (given) => {
      const [name, target, userId] = given;
      const payload = aimedAt(payloads[name] ?? {}, target);
      await hasNoEffectElsewhere({ ...payload, user: { id: userId, name: 'x', team_id: 'T0GROOM' } });
    });
    // Bo has a 5 in the room, Cy an 8: nobody gives reasons for the other's.
    const before = await b.items(own);
    await b.deliver({ ...payloads['Say why'], user: { id: 'U0CY', name: 'x', team_id: 'T0GROOM' } });
    expect(await b.items(own)).toBe(before);
    await b.deliver({ ...payloads['Say why'] });
    expect(await b.items(own)).not.toBe(before);
  });

  it('should have no effect: settings, lists and Home of one workspace in another', {
    timeout: 60_000,
  }, async () => {
    // Of lists, each team counts its own: what is counted in ours for an id of theirs is no item of theirs.
    const theirs = async () =>
      (await b.items())
        .split('\n')
        .filter((item) => item.includes(FOREIGN_TEAM) || item.includes('U0THEM'))
        .filter((item) => !item.includes('#T0GROOM#U0THEM#'));
    const before = await theirs();
    const metadata = JSON.stringify({ channelId: FOREIGN_CHANNEL, responseUrl: '' });
    const settings = payloads.Settings ?? {};
    // Their channel, but by somebody of ours: it is a channel of that name of our own.
    await b.deliver({ ...settings, view: { ...(settings.view as Json), private_metadata: metadata } });
    expect(await theirs()).toEqual(before);
    const sent = b.w.slack.sent.length;
    for (const text of ['history', 'export', 'mine', 'vote 5', 'reveal', 'next']) {
      const body = new URLSearchParams({
        command: '/groom',
        text,
        team_id: 'T0GROOM',
        channel_id: FOREIGN_CHANNEL,
        user_id: 'U0THEM',
        response_url: b.w.slack.core.responseUrls.issue('commands', 'T0GROOM', {
          channelId: b.room.channelId,
          memberId: 'U0EVE',
        }),
      }).toString();
      expect((await b.w.slack.deliver({ body, headers: b.w.slack.sign(body) })).status).toBe(200);
    }
    await b.w.groom.settled();
    const told = b.w.slack.sent.slice(sent);
    expect(told.length).toBeGreaterThan(4);
    expect(JSON.stringify(told)).not.toContain('secret plan');
    expect(await theirs()).toEqual(before);
  });

  it('should have no effect later, either', { timeout: 60_000 }, async () => {
    const before = await b.elsewhere();
    await b.w.groom.settled();
    expect(await b.elsewhere()).toBe(before);
  });
});
