import { describe, expect } from 'vitest';
import type { Sent } from '../../stand-ins/slack/journal.ts';
import { it } from './it.ts';
import { lists } from './lists.ts';
import { accepted, gather, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';

type Cards = Record<'bo' | 'cy' | 'dee', string>;

/** Who votes, by any name they have. */
const VOTERS = /U0BO|U0CY|U0DEE|\b(bo|cy|dee|lindqvist|moreau|okafor)\b/i;

/** Ada's anonymous session, in which the others vote: two rounds of one story, then its end. */
async function play(room: Room, rounds: readonly Cards[]): Promise<{ results: Sent[]; summary: Sent }> {
  await room.groom('--anonymous Add SSO login');
  const results: Sent[] = [];
  for (const [index, cards] of rounds.entries()) {
    if (index > 0) await room.click(room.ada, 'Vote again');
    // One after the other: who comes first may be seen.
    for (const [name, card] of Object.entries(cards)) await room.click(room.as(name), card);
    await room.click(room.ada, 'Reveal');
    results.push(last(room));
  }
  await room.click(room.ada, `Agree on 5`);
  results.push(last(room));
  await room.click(room.ada, 'End');
  return { results, summary: last(room) };
}

function last(room: Room): Sent {
  const sent = room.sent().at(-1);
  if (!sent) throw new Error('Nothing was sent');
  return sent;
}

/** Without what differs from session to session whatever is played. */
const normalised = ({ at: _, ts: __, ...sent }: Sent, room: Room): string =>
  JSON.stringify(sent).replaceAll(room.sessionId(), 'SESSION').replaceAll(room.channelId, 'CHANNEL');

describe.concurrent('--anonymous', () => {
  it('should be said before anybody votes', async ({ room }) => {
    await room.groom('--anonymous Add SSO login');
    expect(await room.shows()).toMatch(/^Add SSO login\n.*anonymous/);
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
  });

  it('should not be revealed with two votes, by button or by keyboard', async ({ room }) => {
    await room.groom('--anonymous Add SSO login');
    await room.vote({ bo: '5', cy: '8' });
    expect(await room.shows()).toContain('an anonymous result takes three votes');
    await room.click(room.ada, 'Reveal');
    expect(await room.lastTold(room.ada)).toContain('An anonymous result takes three votes');
    await room.groom('reveal');
    expect(await room.lastTold(room.ada)).toContain('An anonymous result takes three votes');
    expect(await room.shows()).toContain('2 voted');
    await room.click(room.dee, '5');
    expect(await room.shows()).not.toContain('takes three votes');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('*Median 5*');
  });

  it('should not reveal by itself with two votes, though these are all', async ({ room }) => {
    await gather(room, '--auto-reveal --anonymous Add SSO login', room.bo, room.cy);
    await room.vote({ bo: '5', cy: '8' });
    expect(await room.shows()).toContain('2 voted');
    expect(await room.shows()).not.toContain('Everyone has voted');
  });

  it('should show cards and counts, and no names', async ({ room }) => {
    await room.groom('--anonymous Add SSO login');
    await room.vote({ bo: '5', cy: '5', dee: '8', eve: '?' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(result).toContain('`8` █  1\n`5` ██  2');
    expect(result).toMatch(/` *\?` {1,2}1/);
    expect(result).toContain('*Median 5* · average 6 · spread 5–8 · 2 of 3 agree');
    expect(result).toContain('[Agree on 5]!');
    expect(result).not.toContain('would you');
    expect(JSON.stringify(last(room))).not.toMatch(/U0(BO|CY|DEE|EVE)/);
  });

  it('should be the same to the byte whoever voted what', async ({ room, w }) => {
    const elsewhere = openRoom(w);
    const [one, other] = await Promise.all([
      play(room, [
        { bo: '3', cy: '5', dee: '8' },
        { bo: '5', cy: '5', dee: '8' },
      ]),
      play(elsewhere, [
        { bo: '8', cy: '3', dee: '5' },
        { bo: '5', cy: '8', dee: '5' },
      ]),
    ]);
    const sent = (here: Room, { results, summary }: Awaited<ReturnType<typeof play>>) =>
      [...results, summary].map((each) => normalised(each, here));
    expect(sent(elsewhere, other)).toEqual(sent(room, one));
  });

  it('should tell no voter’s name beside a card: result, re-vote, summary, history and export', async ({
    room,
    w,
  }) => {
    const { results, summary } = await play(room, [
      { bo: '3', cy: '5', dee: '13' },
      { bo: '5', cy: '5', dee: '8' },
    ]);
    expect(results).toHaveLength(3);
    for (const result of results) expect(JSON.stringify(result)).not.toMatch(VOTERS);
    // That they took part is no secret: it was there for all to see during the vote.
    const people = /^With <@U0BO> <@U0CY> <@U0DEE> · /;
    const lines = shown(summary.blocks).split('\n');
    expect(lines.filter((line) => VOTERS.test(line))).toEqual([expect.stringMatching(people)]);
    expect(summary.text?.replace(/With [^.]*\./, '')).not.toMatch(VOTERS);

    for (const text of ['history', 'export', 'export markdown']) {
      const listed = await lists(room, room.eve, text);
      expect(JSON.stringify(listed)).toContain('Add SSO login');
      expect(JSON.stringify(listed)).not.toMatch(VOTERS);
    }
    const toOthers = w.slack.sent.filter(
      ({ to, channelId }) => channelId === room.channelId && ['U0ADA', 'U0EVE'].includes(to ?? ''),
    );
    for (const told of toOthers) expect(JSON.stringify(told)).not.toMatch(VOTERS);
  });

  it('should not tell how somebody moved in a re-vote, but how often each card was played', async ({
    room,
  }) => {
    const { results } = await play(room, [
      { bo: '3', cy: '5', dee: '13' },
      { bo: '5', cy: '5', dee: '8' },
    ]);
    const [, second] = results;
    expect(shown(second?.blocks)).toContain('Round 1: 3–13, median 5');
    expect(shown(second?.blocks)).not.toMatch(/Moved/);
    expect(shown(second?.blocks)).toContain('2 (was 1)');
  });

  it('should still repeat one’s own card to oneself', async ({ room }) => {
    await room.groom('--anonymous Add SSO login');
    await room.vote({ bo: '5', cy: '8', eve: '8' });
    await room.click(room.ada, 'Reveal');
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toContain('*5*');
    await room.choose(room.dee, 'My vote');
    expect(await room.lastTold(room.dee)).toContain('did not vote');
  });

  it('should show reasons without their authors, in an order that tells nothing', async ({ room }) => {
    const texts = async (flags: string, authors: ('bo' | 'cy')[]): Promise<string> => {
      await room.groom(`${flags} Add SSO login`);
      for (const [index, name] of authors.entries()) {
        const person = room.as(name);
        await room.click(person, '5');
        const line = person.sees().findLast(({ channelId }) => channelId === room.channelId);
        accepted(await person.click(line ?? room.message(), 'Add why'));
        accepted(await person.submit({ reason: ['zebra', 'aardvark'][index] ?? '' }));
        await room.rest();
      }
      await room.click(room.dee, '8');
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toMatch(/aardvark.*zebra/s);
      expect(JSON.stringify(last(room))).not.toMatch(VOTERS);
      return normalised(last(room), room);
    };
    // In other words the second time: the same again is taken for a repetition for half a minute.
    const first = await texts('--anonymous --reasons', ['bo', 'cy']);
    expect(await texts('--reasons --anonymous', ['cy', 'bo'])).toBe(first);
  });

  it('should be off by default, and with --no-anonymous', async ({ room }) => {
    for (const text of ['Add SSO login', '--no-anonymous Add SSO login']) {
      await room.groom(text);
      await room.click(room.bo, '5');
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('`5` █  <@U0BO>');
    }
  });
});
