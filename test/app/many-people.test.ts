import { describe, expect } from 'vitest';
import { crowd, crowdedWorkspace } from './crowd.ts';
import { inWorkspace } from './it.ts';
import { accepted } from './room.ts';

/** With Ada and Bo they are 300. */
const CROWD = crowd(298);

const it = inWorkspace({ slack: { workspace: crowdedWorkspace(CROWD.length) } });

describe('300 participants', () => {
  it('should all be counted, exactly, in valid messages', { timeout: 90_000 }, async ({ room, w }) => {
    await room.groom('Add SSO login');
    const joining = CROWD.slice(-20).map((name) => room.as(name).click(room.message(), 'Join'));
    for (const tap of await Promise.all(joining)) accepted(tap);
    await room.vote({ ada: '5' });
    expect(await room.shows()).toContain('1 of 21 voted');
    expect(await room.shows()).toContain('and 12 more');

    const cardOf = (index: number) => ['1', '2', '3', '5', '8', '13', '21', '?', '☕', '0'][index % 10] ?? '';
    for (let index = 0; index < CROWD.length; index += 40) {
      const some = CROWD.slice(index, index + 40).map((name, place) => [name, cardOf(index + place)]);
      const taps = some.map(([name = '', card = '']) => room.as(name).click(room.message(), card));
      for (const tap of await Promise.all(taps)) accepted(tap);
    }
    await room.vote({ bo: '5' });
    expect(await room.shows()).toContain('300 voted');
    await room.click(room.ada, 'Reveal');

    const result = await room.shows();
    expect(result).toContain('300 votes');
    // 30 each of 1, 2, 3, 8, 13, 21, ?; 32 of 5; 29 of ☕ and 0.
    expect(result).toContain('*Median 5* · average 6.6 · spread 0–21 · 32 of 241 agree');
    expect(result).toMatch(/` 5` █+ +(<@\w+> ){8}and 24 more/);
    expect(result).toMatch(/` *☕` +(<@\w+> ){8}and 21 more/);

    await room.click(room.ada, 'Agree on 5');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('5 Add SSO login');
    expect(await room.shows()).toMatch(/With (<@\w+> ){8}and 292 more/);
    expect(room.ada.warnings()).toEqual([]);
    expect(w.log.join('\n')).not.toContain('invalid_blocks');
  });
});
