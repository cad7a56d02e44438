import type { ActionsBlock, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import type { PublicSession, PublicVoting } from '../../src/game/public-session.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import { DEADLINE, ISSUE_LINKS, REFERENCES, WIDEST } from './all-boards.ts';
import { aLobby, aResult, aVoting, people } from './boards.ts';

const shape = (board: PublicSession) =>
  render(board).blocks.map(({ type, block_id }) => `${type} ${block_id}`);
const everything = (board: PublicSession) => JSON.stringify(render(board));

function actions(board: PublicSession, name: string): ActionsBlock {
  const isIt = (block: KnownBlock): block is ActionsBlock =>
    block.type === 'actions' && String(block.block_id).startsWith(name);
  const found = render(board).blocks.find(isIt);
  if (!found) throw new Error(`no ${name} on the message`);
  return found;
}

const VOTES: [string, Partial<PublicVoting>][] = [
  ['nobody', {}],
  ['people who joined', { awaited: [BO, CY] }],
  ['some votes', { voted: [ADA], awaited: [BO, CY] }],
  ['all votes', { voted: [ADA, BO, CY] }],
  ['observers', { voted: [ADA], watching: [BO] }],
  ['300 people', { voted: people(200), awaited: people(300).slice(200), watching: people(9) }],
  ['a new host', { creatorId: BO }],
];

/** What stays the same for a whole round, and all that can come while people vote. */
const LOADED: Partial<PublicVoting> = {
  deadlineAt: DEADLINE,
  references: REFERENCES,
  deck: WIDEST,
  autoReveal: true,
  anonymous: true,
  title: 'PROJ-7 Add SSO',
  issueLinks: ISSUE_LINKS,
  round: 2,
  earlier: [{ round: 1, cards: ['5'] }],
};
const LOADED_VOTES: [string, Partial<PublicVoting>][] = [
  ...VOTES,
  ['a countdown', { voted: [ADA, BO], revealing: true }],
  ['a countdown that goes on while one more joins', { voted: [ADA, BO], awaited: [CY], revealing: true }],
];

describe('From the first post to the reveal', () => {
  const first = aVoting();

  it.each(VOTES)('with %s the same blocks stand in the same order', (_, votes) => {
    expect(shape(aVoting(votes))).toEqual(shape(first));
  });

  it.each(VOTES)('with %s the cards are the very same', (_, votes) => {
    expect(actions(aVoting(votes), 'cards')).toEqual(actions(first, 'cards'));
  });

  it.each(VOTES)('with %s the buttons differ in nothing but the colour of Reveal', (_, votes) => {
    const colourless = (board: PublicSession) =>
      actions(board, 'controls').elements.map((element) => ({ ...element, style: undefined }));
    expect(colourless(aVoting(votes))).toEqual(colourless(first));
  });

  it.each(LOADED_VOTES)('with everything chosen, and %s, only the people’s line changes', (_, votes) => {
    const still = (board: PublicSession) =>
      render(board).blocks.map((block) =>
        block.block_id === 'people' ? 'people' : JSON.stringify(block).replaceAll(',"style":"primary"', ''),
      );
    // A host who has changed is named elsewhere, but on a line of the same height.
    const host = votes.creatorId ?? ADA;
    expect(still(aVoting({ ...LOADED, ...votes }))).toEqual(still(aVoting({ ...LOADED, creatorId: host })));
    expect(shape(aVoting({ ...LOADED, ...votes }))).toEqual([
      ...['rich_text title', 'context heading', 'actions cards_3_2', 'actions controls_3_2'],
      ...['context people', 'context earlier', 'context references'],
    ]);
  });

  it('should have everything that grows below the buttons', () => {
    expect(shape(first)).toEqual([
      'rich_text title',
      'context heading',
      'actions cards_3_1',
      'actions controls_3_1',
      'context people',
    ]);
  });

  it('should have as many blocks in the lobby, so that the cards come where their place was', () => {
    const lobby = shape(aLobby({ joined: [ADA, BO] }));
    expect(lobby.map((block) => block.split(' ')[1])).toEqual([
      'title',
      'heading',
      'cards',
      'controls_3_1',
      'people',
    ]);
  });

  it('should colour Reveal only once everybody of several has voted', () => {
    const style = (votes: Partial<PublicVoting>) => actions(aVoting(votes), 'controls').elements[0];
    expect(style({ voted: [ADA, BO] })).toMatchObject({ style: 'primary' });
    for (const votes of [{}, { voted: [ADA] }, { voted: [ADA, BO], awaited: [CY] }]) {
      expect(style(votes)).not.toHaveProperty('style');
    }
  });

  it('should name eight people at most, and count the rest', () => {
    const shown = everything(aVoting({ awaited: people(45) }));
    expect(shown).toContain('and 37 more');
    expect(new Set(shown.match(/<@U1\d+>/g)).size).toBe(8);
  });

  it('should say what each card is to those who hear it', () => {
    const { elements } = actions(first, 'cards');
    expect(elements.map((card) => ('accessibility_label' in card ? card.accessibility_label : ''))).toEqual(
      ['0', '1', '2', '3', '5', '8', '13', '21', '? – not sure', '☕ – need a break'].map(
        (card) => `Vote ${card}`,
      ),
    );
  });
});

describe('The first post', () => {
  it.each([
    ['of a vote', aVoting()],
    ['of a lobby', aLobby()],
  ])('%s mentions nobody', (_, board) => {
    expect(everything(board)).not.toContain('<@');
    expect(everything(board)).toContain('hosted by ada');
  });

  it('should not mention anybody when it is posted again at the bottom', () => {
    const board = aVoting({ voted: people(3), awaited: people(6).slice(3) });
    expect(JSON.stringify(render(board, { mentions: false }))).not.toContain('<@');
  });
});

describe('The blocks that hold choices', () => {
  const ids = (board: PublicSession) => shape(board).filter((block) => block.startsWith('actions'));

  it.each([
    ['another round', aVoting({ round: 2 })],
    ['another story', aVoting({ story: 4 })],
  ])('are fresh for %s', (_, other) => {
    for (const id of ids(other)) expect(ids(aVoting())).not.toContain(id);
  });

  it.each([
    ['result', { round: 2 }],
    ['recorded estimate', { estimate: '8' }],
  ])('are fresh for another %s', (_, changes) => {
    const select = (board: PublicSession) => shape(board).filter((block) => block.includes('estimate'));
    expect(select(aResult('3 5', changes))).not.toEqual(select(aResult('3 5', { estimate: '5' })));
  });
});
