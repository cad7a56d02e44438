import { describe, expect } from 'vitest';
import type { Interception } from '../../stand-ins/slack/faults.ts';
import { SLACK_LIMITS } from '../../stand-ins/slack/rate-limits.ts';
import { crowd, crowdedWorkspace } from './crowd.ts';
import { alone, inOwnWorkspace, inWorkspace } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';

const it = inWorkspace({ slack: { workspace: crowdedWorkspace(30) } });
const limited = inOwnWorkspace({ slack: { workspace: crowdedWorkspace(30), limits: SLACK_LIMITS } });

async function story(room: Room, creator = 'ada'): Promise<Room> {
  accepted(await room.as(creator).command('/groom Add SSO login'));
  await room.rest();
  return room;
}

/**
 * What happens to the next calls of a method that concern this room; the usual to all others.
 * @returns how many of them have been made
 */
function intercept(room: Room, method: string, ...interceptions: Interception[]): () => number {
  let made = 0;
  const stop = room.w.slack.intercept((called, { channel }) => {
    if (called !== method || channel !== room.channelId) return undefined;
    made += 1;
    const next = interceptions.shift();
    if (interceptions.length === 0) stop();
    return next;
  });
  return () => made;
}

const TOO_MANY = (seconds: number): Interception => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'Retry-After': String(seconds) },
});

/** What the app has written to somebody in its own conversation with them. */
const direct = ({ w: { slack } }: Room, userId: string): string[] =>
  slack.core.messages.list(userId.replace(/^U/, 'D')).map(({ text }) => text);

describe.concurrent('A rate limit', () => {
  it('should lead to a fresh picture later, with nothing lost', async ({ room, w }) => {
    await story(room);
    const limited = Date.now();
    let haveClicked = false;
    const stop = w.slack.intercept((method, { channel }) => {
      const isLimited = !haveClicked || Date.now() < limited + 2000;
      return method === 'chat.update' && channel === room.channelId && isLimited ? TOO_MANY(2) : undefined;
    });
    accepted(await room.cy.click(room.message(), 'Join'));
    accepted(await room.ada.click(room.message(), '5'));
    accepted(await room.bo.click(room.message(), '8'));
    await w.slack.until(() => w.slack.traffic.some(({ outcome }) => outcome === 'ratelimited'));
    haveClicked = true;
    await w.slack.until(() => shown(room.message().blocks).includes('2 of 3 voted'), 20_000);
    stop();
    expect(Date.now() - limited).toBeGreaterThanOrEqual(1900);
    // One picture of all three, not the refused one once more.
    expect(room.sent()).toHaveLength(2);
    for (const person of [room.ada, room.bo]) expect(room.told(person)).toHaveLength(1);
  });

  it('should not hold up other sessions', async ({ w }) => {
    const [limited, free] = [await story(openRoom(w)), await story(openRoom(w))];
    intercept(limited, 'chat.update', TOO_MANY(10));
    accepted(await limited.ada.click(limited.message(), '5'));
    await w.slack.until(() => w.slack.traffic.some(({ outcome }) => outcome === 'ratelimited'));
    accepted(await free.ada.click(free.message(), '5'));
    await w.slack.until(() => shown(free.message().blocks).includes('1 voted'), 9000);
    expect(shown(limited.message().blocks)).toContain('No votes yet');
    await w.slack.until(() => shown(limited.message().blocks).includes('1 voted'), 30_000);
  });

  it('should not keep a click waiting', async ({ room, w }) => {
    await story(room);
    intercept(room, 'chat.update', TOO_MANY(20));
    accepted(await room.ada.click(room.message(), '5'));
    await w.slack.until(() => w.slack.traffic.some(({ outcome }) => outcome === 'ratelimited'));
    accepted(await room.bo.click(room.message(), '8'));
    expect(await room.shows()).toContain('2 voted');
  });

  it('should be told to whoever types /groom', async ({ room }) => {
    intercept(room, 'chat.postMessage', TOO_MANY(1));
    accepted(await room.ada.command('/groom Add SSO login'));
    await room.rest();
    expect(room.told(room.ada)).toEqual([expect.stringContaining('try again')]);
    expect(room.sent()).toEqual([]);
  });

  limited('should be avoided in a burst, under Slack’s own limits', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.vote(Object.fromEntries(crowd(30).map((name) => [name, '5'])));
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('all 30 agree');
    expect(w.slack.traffic.filter(({ outcome }) => outcome === 'ratelimited')).toEqual([]);
  });
});

describe.concurrent('A call to Slack that is not answered', () => {
  it.for<[what: string, ...interceptions: Interception[]]>([
    ['chat.update has taken effect', { drop: true, afterEffect: true }],
    ['chat.update is lost', { drop: true }],
    ['chat.update is lost three times', { drop: true }, { drop: true }, { drop: true }],
    ['chat.update fails', { status: 500, body: 'oops' }],
    ['chat.update fails with a code that is new', { body: { ok: false, error: 'fatal_error' } }],
  ])('should still end in the right message: %s', async ([, ...interceptions], { room }) => {
    await story(room);
    intercept(room, 'chat.update', ...interceptions);
    await room.vote({ ada: '5', bo: '8' });
    expect(await room.shows()).toContain('2 voted');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
  });

  it('should be painted over when it lands late, on top of a newer picture', {
    timeout: 40_000,
  }, async ({ room, w }) => {
    await story(room);
    const made = intercept(room, 'chat.update', { delayMs: 6000 });
    accepted(await room.ada.click(room.message(), '5'));
    await w.slack.until(() => made() === 1);
    accepted(await room.bo.click(room.message(), '8'));
    await w.slack.until(() => shown(room.message().blocks).includes('2 voted'), 8000);
    await w.slack.until(() => !shown(room.message().blocks).includes('2 voted'), 8000);
    await w.slack.until(() => shown(room.message().blocks).includes('2 voted'), 25_000);
  });

  it('should lose no session: the first tap adopts the message whose post was not answered', async ({
    room,
    w,
  }) => {
    intercept(room, 'chat.postMessage', { drop: true, afterEffect: true });
    accepted(await room.ada.command('/groom Add SSO login'));
    await room.rest();
    expect(room.told(room.ada)).toEqual([expect.stringContaining('did not answer')]);
    await room.vote({ bo: '5' });
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    expect(room.told(room.bo)).toEqual([expect.stringContaining('*5*')]);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should be adopted even if all its first taps come at once', async ({ room }) => {
    intercept(room, 'chat.postMessage', { drop: true, afterEffect: true });
    accepted(await room.ada.command('/groom Add SSO login'));
    await room.vote(Object.fromEntries(crowd(10).map((name) => [name, '5'])));
    expect(await room.shows()).toContain('10 voted');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('10 votes');
  });

  it('should not keep Slack waiting for its acknowledgement', { retry: 2 }, async ({ room }) => {
    intercept(room, 'chat.postMessage', { delayMs: 6000 });
    const { status, ackMs } = await room.ada.command('/groom Add SSO login');
    expect(status).toBe(200);
    expect(ackMs).toBeLessThan(3000);
    expect(room.ada.warnings()).toEqual([]);
    await room.rest();
    expect(room.told(room.ada)).toEqual([expect.stringContaining('did not answer')]);
  });
});

describe('A message that Slack refuses for what it says', () => {
  alone('should be posted in a plain form, with all buttons, whoever posts it', async ({ w }) => {
    const stop = w.slack.intercept((method, args) =>
      method === 'chat.postMessage' && JSON.stringify(args).includes('tracker.example')
        ? { body: { ok: false, error: 'invalid_blocks' } }
        : undefined,
    );
    const room = openRoom(w);
    // A plain form has no links.
    await room.groom('[Add SSO](https://tracker.example/1?tracker) login');
    expect(await room.shows()).toMatch(/^Add SSO login/);
    stop();
    expect(await room.shows()).toContain('[8]');
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).toContain('2 voted');
  });
});

describe.concurrent('A modal that does not open', () => {
  alone('should be told: /groom', async ({ room, w }) => {
    w.slack.failNext('views.open', { error: 'internal_error' });
    accepted(await room.ada.command('/groom'));
    expect(room.ada.views).toEqual([]);
    await room.rest();
    expect(room.told(room.ada)).toEqual([expect.stringContaining('/groom')]);
    accepted(await room.ada.command('/groom'));
    expect(room.ada.views).toHaveLength(1);

    await room.ada.submit({ Stories: 'One' });
    for (const choice of ['People…', 'Manage…']) {
      w.slack.failNext('views.open', { drop: true });
      await room.choose(room.ada, choice);
      expect(await room.lastTold(room.ada)).toContain('try again');
      await room.choose(room.ada, choice);
      expect(room.ada.views).toHaveLength(1);
    }
  });
});

describe.concurrent('A message that can’t be updated any more', () => {
  it('should be told to the creator once, in private: it was deleted', async ({ room, w }) => {
    await story(room, 'cy');
    const picture = room.message();
    w.slack.deleteMessage(picture);
    for (const person of [room.ada, room.bo, room.dee]) {
      accepted(await person.clickStale(picture, '5'));
      await room.rest();
    }
    expect(direct(room, 'U0CY')).toEqual([expect.stringMatching(/Add SSO login.*deleted/)]);
    expect(w.slack.messages(room.channelId)).toEqual([]);
  });

  it('should be told to the creator once: the app was removed; and be right again once it is back', async ({
    room,
    w,
  }) => {
    await story(room, 'dee');
    w.slack.kick(room.channelId);
    for (const person of [room.ada, room.bo, room.cy]) {
      accepted(await person.click(room.message(), '5'));
      await room.rest();
      expect(room.told(person).at(-1)).toContain('You voted *5*');
      expect(await room.shows()).toContain(`<@${person.id}>`);
    }
    expect(direct(room, 'U0DEE')).toEqual([expect.stringContaining('/invite @Groom')]);
    w.slack.invite(room.channelId);
    await room.vote({ eve: '8' });
    expect(await room.shows()).toContain('4 voted');
    expect(await room.shows()).toContain('<@U0ADA> <@U0BO> <@U0CY> <@U0EVE>');
    expect(direct(room, 'U0DEE')).toHaveLength(1);
  });

  it('should be told to the creator once: the channel was archived', async ({ room, w }) => {
    await story(room, 'eve');
    const picture = room.message();
    w.slack.archive(room.channelId);
    for (const person of [room.ada, room.bo]) {
      accepted(await person.clickStale(picture, '5'));
      await room.rest();
    }
    expect(direct(room, 'U0EVE')).toEqual([expect.stringMatching(/archived/)]);
  });

  alone.for(['token_revoked', 'account_inactive'] as const)(
    'should end in peace: %s',
    async (error, { room, w }) => {
      await room.groom('Add SSO login');
      w.slack.revokeToken(error);
      for (const card of ['5', '8']) accepted(await room.bo.click(room.message(), card));
      await w.groom.settled({ returningWithinMs: 5000 });
      expect(await room.lastTold(room.bo)).toContain('*8*');
      expect(w.log.join('\n')).toContain(error);
      accepted(await room.ada.command('/groom Another'));
      expect(await room.lastTold(room.ada)).toContain(error);
    },
  );
});
