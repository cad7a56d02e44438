import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import type { PublicVoting } from '../../src/game/public-session.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import { DEADLINE, REFERENCES } from './all-boards.ts';
import { aLobby, aVoting } from './boards.ts';
import { textsIn } from './texts.ts';

function read(changes: Partial<PublicVoting>) {
  const { text, blocks } = render(aVoting(changes));
  const line = (name: string) => {
    const block = blocks.find(({ block_id }) => block_id === name);
    const { mrkdwn, literal } = textsIn(block);
    return [...mrkdwn, ...literal].join(' ');
  };
  return { text, line, last: blocks.at(-1) };
}

describe('Who reveals', () => {
  const ready = { voted: [ADA, BO] };

  it.each([
    ['the host', ready, `<@${ADA}> can reveal.`],
    ['anyone who joined', { ...ready, anyoneReveals: true }, 'Anyone who joined can reveal.'],
    ['a countdown', { ...ready, autoReveal: true, revealing: true }, 'Revealing in a moment.'],
  ])('%s, once everyone has voted', (_, changes, expected) => {
    const { text, line } = read(changes);
    for (const words of [text, line('people')]) {
      expect(words).toContain('Everyone has voted');
      expect(words).toContain(expected);
      expect(words.match(/reveal/gi)).toHaveLength(1);
    }
  });

  it('should be said while others are awaited who joined during the countdown', () => {
    const { text, line } = read({ ...ready, awaited: [CY], autoReveal: true, revealing: true });
    for (const words of [text, line('people')]) {
      expect(words).toContain('2 of 3 voted');
      expect(words).toContain(`waiting for <@${CY}>`);
      expect(words).toContain('Revealing in a moment.');
    }
  });

  it('should be said before the first vote where the votes reveal themselves', () => {
    expect(read({ autoReveal: true }).line('people')).toContain('stays secret until everyone has voted');
    expect(read({ autoReveal: true }).text).toContain('once everyone has voted');
    expect(read({}).line('people')).toContain('stays secret until the reveal');
  });
});

describe('A deadline', () => {
  const DATE = /until <!date\^1793638800\^\u200b\{date_num\} at \{time\}\|2026-11-02 17:00 UTC>/;

  it.each([
    ['vote', render(aVoting({ deadlineAt: DEADLINE }))],
    ['vote of a mentioned host', render(hostless({ deadlineAt: DEADLINE }))],
    ['lobby', render(aLobby({ deadlineAt: DEADLINE }))],
  ])('of a %s stands below the title, as Slack’s own date', (_, { text, blocks }) => {
    expect(textsIn(blocks[1]).mrkdwn.join()).toMatch(DATE);
    expect(text).toMatch(DATE);
  });

  it('should not be there where there is none', () => {
    expect(JSON.stringify(read({}))).not.toContain('until <');
  });
});

describe('Stories to compare with', () => {
  it('should stand on the last line, literally, cut to forty characters', () => {
    const typed = '*Bold* <!channel> &amp; `x`';
    const { line, last } = read({ references: [...REFERENCES.slice(1), { title: typed, card: '13' }] });
    expect(last?.block_id).toBe('references');
    expect(textsIn(last).mrkdwn).toEqual([]);
    expect(line('references')).toBe(
      `For comparison: Login page (5) · Audit log of everything that anybody… (8) · ${typed} (13)`,
    );
  });

  it('should be below earlier rounds, too', () => {
    const earlier = [{ round: 1, cards: [] }];
    expect(read({ references: REFERENCES, round: 2, earlier }).last?.block_id).toBe('references');
  });

  it('should not be the story itself', () => {
    const itself = { title: 'Dark mode', card: '2' };
    expect(read({ title: 'Dark mode', references: [itself] }).last?.block_id).not.toBe('references');
  });

  it('should be in the words of the message', () => {
    expect(read({ references: REFERENCES }).text).toContain('For comparison: Dark mode (3) ·');
  });
});

describe('A vote', () => {
  it('should announce an anonymous result before anybody votes', () => {
    const { text, line } = read({ anonymous: true });
    expect(line('heading')).toContain('anonymous result');
    expect(text).toContain('anonymous result');
  });
});

function hostless(changes: Partial<PublicVoting>): PublicVoting {
  const { hostName: _, ...board } = aVoting(changes);
  return board;
}
