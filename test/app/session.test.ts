import { describe, expect } from 'vitest';
import { MINUTE } from '../../src/time.ts';
import { alone, it } from './it.ts';
import { accepted, gather } from './room.ts';

const CARDS = '[0] [1] [2] [3] [5] [8] [13] [21] [?] [☕]';

describe.concurrent('A session with one story', () => {
  it('should post one message, open for votes at once', async ({ room }) => {
    await room.groom('Add SSO login');
    const [title, heading, cards, controls, people] = (await room.shows()).split('\n');
    expect(title).toBe('Add SSO login');
    expect(heading).toBe('Fibonacci · hosted by ada');
    expect(cards).toBe(CARDS);
    expect(controls).toBe('[Reveal] [Join] [Leave] [⋯]');
    expect(people).toContain('No votes yet');
    expect(await room.text()).toContain('Estimate “Add SSO login”');
    expect(room.sent()).toHaveLength(1);
    expect(room.told(room.ada)).toEqual([]);
  });

  it('should mention nobody in the post, for that would notify them', async ({ room }) => {
    await room.groom('Add SSO login');
    expect(JSON.stringify(room.sent()[0])).not.toContain('<@');
  });

  it('should show who has voted, not what; and tell the voter alone', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    expect(await room.lastTold(room.bo)).toContain('You voted *5* on Add SSO login');
    expect(room.told(room.ada)).toEqual([]);
  });

  it('should wait for those who have joined, and make Reveal the next step once all have voted', async ({
    room,
  }) => {
    await gather(room, 'Add SSO login', room.cy);
    await room.click(room.ada, '5');
    expect(await room.shows()).toContain('1 of 2 voted · ✓ <@U0ADA> · waiting for <@U0CY>');
    expect(await room.shows()).toContain('[Reveal] [Join]');
    await room.click(room.cy, '8');
    expect(await room.shows()).toMatch(/Everyone has voted.*<@U0CY>.*<@U0ADA> can reveal/);
    expect(await room.shows()).toContain('[Reveal]! [Join]');
    expect(await room.text()).toContain('Everyone has voted');
  });

  it('should keep its blocks where they are until the reveal', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.ada, '5');
    await room.click(room.bo, 'Join');
    await room.choose(room.cy, 'Just watching');
    const geometries = room
      .sent()
      .map(({ blocks }) => JSON.stringify(blocks).match(/"(block_id|action_id)":"[^"]*"/g));
    expect(geometries.length).toBeGreaterThan(1);
    expect(new Set(geometries.map((ids) => JSON.stringify(ids))).size).toBe(1);
  });

  it('should count only the last of somebody’s cards', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, '5', '8', '13');
    expect(room.told(room.bo)).toHaveLength(3);
    expect(await room.lastTold(room.bo)).toContain('*13*');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`13` █  <@U0BO>');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should refuse to reveal before the first vote', async ({ room }) => {
    await room.groom('Add SSO login');
    const before = await room.shows();
    await room.click(room.ada, 'Reveal');
    expect(await room.lastTold(room.ada)).toContain('Nobody has voted yet');
    expect(await room.shows()).toBe(before);
  });

  it('should turn the message into the result: cards as bars, with names and numbers', async ({ room }) => {
    const { ts } = await room.groom('Add SSO login');
    await room.vote({ ada: '5', dee: '5', bo: '3', cy: '13', eve: '☕' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(room.message().ts).toBe(ts);
    expect(result).toContain('Add SSO login\n5 votes');
    expect(result).toContain('`13` █  <@U0CY>\n` 5` ██  <@U0ADA> <@U0DEE>\n` 3` █  <@U0BO>');
    expect(result).toMatch(/` *☕` +<@U0EVE>/);
    expect(result).toContain('*Median 5* · average 6.5 · spread 3–13 · 2 of 4 agree');
    expect(result).toContain('<@U0BO> (3) and <@U0CY> (13), would you each say why?');
    expect(result).toContain('[Agree on 5]! [Other estimate ▾ 0 1 2 3 5 8 13 21]');
    expect(result).toContain('[Vote again] [End] [⋯]');
    expect(result).not.toContain('[Next story]');
    expect(await room.text()).toContain(
      '“Add SSO login”: median 5, average 6.5, from 3 to 13; 2 of 4 agree.',
    );
  });

  it('should celebrate and record a consensus', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '8', bo: '8', cy: '?' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(result).toContain('🎉 *Consensus: 8* · both agree');
    expect(result).toContain('Estimate: *8*');
    expect(result).not.toContain('[Agree on');
    expect(result).not.toContain('would you each say why');
    expect(result).toContain('[End]!');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('8 Add SSO login');
  });

  it('should not call a single estimate a consensus', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.ada, '8');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).not.toContain('Consensus');
    expect(await room.shows()).toContain('[Agree on 8]!');
  });

  it('should show cards that do not count, and no numbers, if there are no others', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '?', bo: '☕' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(result).toMatch(/` *\?` +<@U0ADA>/);
    expect(result).toMatch(/` *☕` +<@U0BO>/);
    expect(result).not.toMatch(/median|average|consensus/i);
    expect(result).not.toContain('[Agree on');
  });

  it('should round an even median up to a card of the deck', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '3', bo: '13' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('*Median 8* · average 8 · spread 3–13');
  });

  it('should record what is agreed on, and let the creator change it', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Agree on 8');
    expect(await room.shows()).toContain('Estimate: *8* [Change ▾ 0 1 2 3 5 8 13 21]');
    expect(await room.text()).toContain('Estimate: 8');
    await room.choose(room.ada, '13');
    expect(await room.shows()).toContain('Estimate: *13*');
    await room.choose(room.ada, '8');
    expect(await room.shows()).toContain('Estimate: *8*');
  });

  it('should record another estimate, even a card that nobody played', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    await room.choose(room.ada, '1');
    expect(await room.shows()).toContain('Estimate: *1*');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('*Estimation done* · *1 point* · 1 story');
  });

  it('should become the summary at the end, without buttons', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'End');
    const summary = await room.shows();
    expect(summary).toContain('*Estimation done* · *5 points* · 1 story');
    expect(summary).toContain('5 Add SSO login');
    expect(summary).toContain('With <@U0ADA> <@U0BO> · Fibonacci · 1 min');
    expect(JSON.stringify(room.message().blocks)).not.toContain('"button"');
    expect(await room.text()).toContain('Estimation done: 1 story, 5 points. Add SSO login 5.');
  });
});

describe.concurrent('A session with three stories', () => {
  it('should go from story to story in one message, with re-vote, split vote, consensus and summary', async ({
    room,
    w,
  }) => {
    const { ada, bo } = room;
    await ada.command('/groom');
    await ada.submit({ Stories: 'Add SSO login\n\n  Audit log \nDark mode' });
    expect(await room.shows()).toContain('Add SSO login\nStory 1 of 3 · Fibonacci · hosted by ada');
    const { ts } = room.message();

    // A split vote, talked over, and a second round of the same story.
    await room.vote({ ada: '3', bo: '13' });
    await room.click(ada, 'Reveal');
    expect(await room.shows()).toContain('<@U0ADA> (3) and <@U0BO> (13), would you each say why?');
    expect(await room.shows()).toContain('[Next story] [Vote again] [End] [⋯]');
    await room.click(ada, 'Vote again');
    const secondRound = await room.shows();
    expect(secondRound).toContain('Story 1 of 3 · Fibonacci · round 2');
    expect(secondRound).toContain(CARDS);
    expect(secondRound).toContain('waiting for <@U0ADA> <@U0BO>');
    expect(secondRound).toContain('Round 1: 3–13, median 8');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(ada, 'Reveal');
    const consensus = await room.shows();
    expect(consensus).toContain('Story 1 of 3 · round 2 · 2 votes');
    expect(consensus).toContain('🎉 *Consensus: 5*');
    expect(consensus).toContain('Round 1: 3–13, median 8');
    expect(consensus).toContain('[Next story]! [Vote again]');

    await room.click(ada, 'Next story');
    expect(await room.shows()).toContain('Audit log\nStory 2 of 3');
    expect(await room.shows()).not.toContain('Round 1');
    expect(await room.text()).toContain('story 2 of 3');
    await room.vote({ cy: '8', ada: '5' });
    await room.click(ada, 'Reveal');
    await room.click(ada, 'Agree on 8');
    await room.click(ada, 'Next story');

    expect(await room.shows()).toContain('Dark mode\nStory 3 of 3');
    await room.click(bo, '?');
    await room.click(ada, 'Reveal');
    expect(await room.shows()).not.toContain('[Next story]');
    await room.click(ada, 'End');

    const summary = await room.shows();
    expect(summary).toContain('*Estimation done* · *13 points* · 2 of 3 stories');
    expect(summary).toContain('5 Add SSO login  (2 rounds)\n8 Audit log\n– Dark mode  (no estimate)');
    expect(summary).toContain('With <@U0ADA> <@U0BO> <@U0CY> · Fibonacci');
    expect(room.message().ts).toBe(ts);
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should keep people for the next story, and their cards for none', async ({ room }) => {
    const { ada, bo } = room;
    await ada.command('/groom');
    await ada.submit({ Stories: 'One\nTwo' });
    await room.click(bo, 'Join');
    await room.click(ada, '3');
    await room.click(ada, 'Reveal');
    await room.click(ada, 'Next story');
    expect(await room.shows()).toContain('No votes yet');
    expect(await room.shows()).toContain('waiting for <@U0ADA> <@U0BO>');
  });

  it('should ask before it goes on without an estimate, and only then', async ({ room }) => {
    const { ada } = room;
    await ada.command('/groom');
    await ada.submit({ Stories: 'One\nTwo' });
    await room.vote({ ada: '3', bo: '5' });
    await room.click(ada, 'Reveal');
    const confirms = () => {
      const buttons = JSON.stringify(room.message().blocks).split('{"type":"button"');
      return buttons
        .filter((button) => button.includes('"confirm"'))
        .map((button) => /"text":"([^"]*)"/.exec(button)?.[1]);
    };
    expect(confirms()).toEqual(['Next story', 'End']);
    await room.click(ada, 'Agree on 5');
    expect(confirms()).toEqual(['End']);
  });

  it('should lead back to the last result, and on to the vote as it was', async ({ room }) => {
    const { ada } = room;
    await ada.command('/groom');
    await ada.submit({ Stories: 'One\nTwo' });
    await room.vote({ ada: '3', bo: '5' });
    await room.click(ada, 'Reveal');
    await room.click(ada, 'Agree on 5');
    await room.click(ada, 'Next story');
    expect(await room.shows()).toContain('One: 5 · 3–5');
    await room.click(room.bo, '8');
    await room.click(room.bo, 'Back');
    expect(await room.lastTold(room.bo)).toContain('can go back to the last result.');
    await room.click(ada, 'Back');
    expect(await room.shows()).toMatch(/^One\n.*Estimate: \*5\*/s);
    await room.groom('next');
    expect(await room.shows()).toMatch(/^Two\n.*1 of 2 voted/s);
    await room.click(ada, '8');
    await room.click(ada, 'Reveal');
    await room.groom('back');
    expect(await room.lastTold(ada)).toContain('One: The last result is on the message again.');
    await room.groom('back');
    expect(await room.lastTold(ada)).toContain('There is no result to go back to.');
    await room.click(ada, 'Next story');
    expect(await room.shows()).toMatch(/^Two\n.*Consensus: 8/s);
  });

  it('should show after a re-vote how each card has moved', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '3', bo: '13', cy: '5' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).not.toContain('Moved');
    await room.click(room.ada, 'Vote again');
    // Not before the reveal: it would tell the cards of now.
    await room.vote({ ada: '5', bo: '8', cy: '5', dee: '8' });
    expect(await room.shows()).not.toContain('Moved');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toMatch(/Moved: <@U0ADA> 3\s→\s5 · <@U0BO> 13\s→\s8 · 1 stayed/);
    expect(await room.text()).toContain('Moved: <@U0ADA> from 3 to 5, <@U0BO> from 13 to 8, 1 stayed.');
    await room.click(room.ada, 'Vote again');
    await room.vote({ ada: '5', bo: '8', cy: '5', dee: '8' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Nobody moved since round 2');
  });

  alone('should say in the summary how long each story took', async ({ room, w }) => {
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo' }));
    await room.vote({ ada: '3', bo: '3' });
    await w.later(4 * MINUTE);
    await room.click(room.ada, 'Reveal');
    // Talk after the estimate is nobody's time.
    await w.later(30 * MINUTE);
    await room.click(room.ada, 'Next story');
    await room.vote({ ada: '3', bo: '5' });
    await w.later(6 * MINUTE);
    await room.click(room.ada, 'Reveal');
    await w.later(2 * MINUTE);
    await room.click(room.ada, 'Agree on 5');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toMatch(/3 One {2}\(4 min\)\n5 Two {2}\(8 min\)/);
    expect(await room.shows()).toContain('42 min');
  });

  it('should drop a recorded estimate when the story is voted on again', async ({ room }) => {
    await room.groom('One');
    await room.vote({ ada: '3', bo: '3' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    await room.vote({ ada: '3', bo: '8' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('[Agree on 5]!');
    expect(await room.shows()).toContain('Round 1: all 3');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('– One  (no estimate)');
  });
});

describe.concurrent('A T-shirt deck', () => {
  it('should have sizes, a median by place, no average and no total', async ({ room }) => {
    await room.groom('--deck tshirt Add SSO login');
    expect(await room.shows()).toContain('T-shirt · hosted by ada\n[XS] [S] [M] [L] [XL] [XXL] [?] [☕]');
    await room.vote({ ada: 'S', bo: 'XL', cy: 'S' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(result).toContain('*Median S* · spread S–XL · 2 of 3 agree');
    expect(result).not.toMatch(/average/i);
    expect(await room.text()).not.toMatch(/average/i);
    await room.choose(room.ada, 'M');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('*Estimation done* · 1 story');
    expect(await room.shows()).toContain('M Add SSO login');
    expect(await room.shows()).not.toMatch(/point/);
  });

  it('should record a consensus on a size', async ({ room }) => {
    await room.groom('--deck tshirt Add SSO login');
    await room.vote({ ada: 'L', bo: 'L' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('🎉 *Consensus: L*');
    expect(await room.shows()).toContain('Estimate: *L*');
  });
});

describe.concurrent('Ten stories with consensus', () => {
  it('should cost the creator three taps each', async ({ room }) => {
    const titles = Array.from({ length: 10 }, (_, index) => `Story ${index + 1}`);
    await room.ada.command('/groom');
    await room.ada.submit({ Stories: titles.join('\n') });
    for (const [index] of titles.entries()) {
      await room.vote({ ada: '2', bo: '2' });
      await room.click(room.ada, 'Reveal');
      await room.click(room.ada, index < 9 ? 'Next story' : 'End');
    }
    expect(await room.shows()).toContain('*20 points* · 10 stories');
  });
});
