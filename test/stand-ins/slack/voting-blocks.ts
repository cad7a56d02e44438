/** A message's blocks with cards to click, and menus to choose from. */
const button = (label: string) => ({
  type: 'button' as const,
  action_id: `card:${label}`,
  value: `value-${label}`,
  text: { type: 'plain_text' as const, text: label },
});
const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text.toLowerCase() });
export const votingBlocks = (cards: string[]) => [
  { type: 'actions' as const, block_id: 'cards', elements: cards.map(button) },
  {
    type: 'actions' as const,
    block_id: 'menu',
    elements: [
      { type: 'overflow' as const, action_id: 'more', options: [option('My vote'), option('People…')] },
      {
        type: 'users_select' as const,
        action_id: 'who',
        placeholder: { type: 'plain_text' as const, text: 'Who' },
      },
    ],
  },
];
