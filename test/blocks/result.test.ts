import { describe, expect, it } from 'vitest';
import { parseValue } from '../../blocks/ids.ts';
import { render } from '../../blocks/message/render.ts';
import type { PublicRevealed } from '../../src/game/public-session.ts';
import { aResult, people } from './boards.ts';

/** What matters of a result: the blocks by name, and the buttons by label. */
function read(board: PublicRevealed) {
  const { text, blocks } = render(board);
  const named = (name: string) => blocks.find((block) => String(block.block_id).startsWith(name));
  const words = (name: string) => JSON.stringify(named(name) ?? '');
  const buttons = blocks
    .flatMap((block) => ('elements' in block && block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element] : []));
  const button = (label: string) => buttons.find((one) => one.text.text === label);
  const labels = buttons.map((one) => one.text.text);
  const style = (label: string) => button(label)?.style;
  return { text, words, labels, button, style };
}

describe('The bars', () => {
  const rows = (cards: string, board = aResult(cards)) => {
    const block = render(board).blocks.find(({ block_id }) => block_id === 'bars');
    return block?.type === 'section' ? (block.text?.text.split('\n') ?? []) : [];
  };

  it('should stand highest first, those that do not count last', () => {
    const cards = rows('3 ? 13 5 5 ☕').map((row) => row.split('`')[1]?.trim());
    expect(cards).toEqual(['13', '5', '3', '?', '☕']);
  });

  it('should be as long as many chose the card, and have their names', () => {
    const [five, three] = rows('5 5 3');
    expect(five).toContain('██ ');
    expect(three).not.toContain('██');
    for (const userId of people(2)) expect(five).toContain(`<@${userId}>`);
    expect(three).toContain(`<@${people(3).at(-1)}>`);
  });

  it('should have none for what does not count', () => {
    expect(rows('? ?').join()).not.toContain('█');
  });

  it('should be drawn to scale when they would be too long', () => {
    const [many = '', few = ''] = rows(`${'8 '.repeat(200)}${'5 '.repeat(100)}`.trim());
    const length = (row: string) => row.match(/█/g)?.length ?? 0;
    expect(length(many)).toBeLessThanOrEqual(20);
    expect(length(few) * 2).toBe(length(many));
    expect(many).toContain('and 192 more');
  });
});

describe('A result in numbers', () => {
  it.each([
    ['3 5 5 13', ['Median 5', 'average 6.5', '3–13', '2 of 4']],
    ['3 5 5 13 ☕ ?', ['Median 5', 'average 6.5', '3–13', '2 of 4']],
    ['1 2 3', ['Median 2', 'average 2', '1–3', 'no two']],
    ['8', ['Median 8', 'only']],
  ])('%s', (cards, facts) => {
    const { words, text } = read(aResult(cards));
    for (const fact of facts) expect(words('numbers')).toContain(fact);
    expect(text).toContain(facts[0]?.toLowerCase());
  });

  it('should have no average where cards are sizes', () => {
    const { words, text } = read(aResult('S M XL', {}, 'tshirt'));
    expect(words('numbers') + text).not.toMatch(/average|NaN/);
    expect(words('numbers')).toContain('Median M');
  });

  it('should ask the two ends of the scale why', () => {
    const [lowest, , highest] = people(3);
    const { words } = read(aResult('3 5 13'));
    expect(words('why')).toMatch(new RegExp(`<@${lowest}> \\(3\\).*<@${highest}> \\(13\\)`));
  });
});

describe('What comes next', () => {
  it.each([
    // cards, estimate, is it the last story: what is offered, and what stands out
    ['3 5', undefined, false, ['Agree on 5', 'Next story', 'Vote again', 'End'], 'Agree on 5'],
    ['3 5', '8', false, ['Next story', 'Vote again', 'End'], 'Next story'],
    ['5 5', '5', false, ['Next story', 'Vote again', 'End'], 'Next story'],
    ['? ☕', undefined, false, ['Next story', 'Vote again', 'End'], undefined],
    ['3 5', undefined, true, ['Agree on 5', 'Vote again', 'End'], 'Agree on 5'],
    ['3 5', '5', true, ['Vote again', 'End'], 'End'],
  ])('after %s, estimate %s, last %s: %j', (cards, estimate, isLast, offered, primary) => {
    const changes = { ...(estimate && { estimate }), ...(isLast && { position: 10 }) };
    const { labels, style } = read(aResult(cards, changes));
    expect(labels).toEqual(offered);
    expect(labels.filter((label) => style(label) === 'primary')).toEqual(primary ? [primary] : []);
  });

  it('should ask before a story is left without an estimate', () => {
    expect(read(aResult('3 5')).button('Next story')).toHaveProperty('confirm');
    expect(read(aResult('5 5')).button('Next story')).not.toHaveProperty('confirm');
  });

  it.each([
    ['3 5', {}, 'This story has no recorded estimate. 7 stories have not been voted on. The message'],
    [
      '3 5',
      { position: 9 },
      'This story has no recorded estimate. 1 story has not been voted on. The message',
    ],
    ['3 5', { position: 10 }, 'This story has no recorded estimate. The message'],
    ['5 5', {}, '7 stories have not been voted on. The message'],
  ])('should ask before an end that leaves something undone, and say what: %s %j', (cards, changes, what) => {
    const { confirm } = read(aResult(cards, changes)).button('End') as {
      confirm: { text: { text: string } };
    };
    expect(confirm.text.text).toContain(what);
  });

  it('should not ask before an end that leaves nothing undone', () => {
    expect(read(aResult('5 5', { position: 10 })).button('End')).not.toHaveProperty('confirm');
    expect(read(aResult('3 5', { position: 10, estimate: '5' })).button('End')).not.toHaveProperty('confirm');
  });

  it('should celebrate a consensus and ask nobody why', () => {
    const { words, text } = read(aResult('5 5 5'));
    expect(words('numbers')).toContain('🎉');
    expect(words('why')).toBe('""');
    expect(words('estimate')).toContain('*5*');
    expect(text).toContain('consensus');
  });

  it('should carry the agreed card and the round', () => {
    const ref = { sessionId: '01JD0000000000000000000000', story: 3, round: 1 };
    const { button } = read(aResult('3 5'));
    expect(parseValue(button('Agree on 5')?.value)).toEqual({ ...ref, detail: '5' });
    expect(parseValue(button('Vote again')?.value)).toEqual(ref);
  });
});
