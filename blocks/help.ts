import { DECK_NAMES, DECKS } from '../src/session/deck.ts';
import type { Rendering } from '../src/slack/chat.ts';

/** `/groom help`: everything on one screen. */
export function renderHelp(): Rendering {
  const decks = DECK_NAMES.map((name) => `\`${name}\` ${DECKS[name].cards.join(' ')}`).join('\n');
  const sections = [
    [
      '*Estimate together, in this channel*',
      '`/groom Add SSO login`  starts a vote on one story',
      '`/groom`  opens a form: several stories, another deck',
      '`/groom --deck tshirt Add SSO login`  with another deck',
      '`/groom --lobby Add SSO login`  gathers people first',
    ],
    [
      '*Voting*  Tap a card to join and vote; tap another to change it. Nobody sees it before the reveal.',
      '⋯ on the message: your vote, just watching, people, move to bottom, manage.',
    ],
    [
      '*Whoever started it*  reveals (any time after the first vote), agrees on an estimate, votes again, goes on to the next story and ends. *Manage…* adds, edits, skips and reorders stories, hands over and cancels.',
      'If they are silent for 10 minutes, any participant can take over there.',
    ],
    [`*Decks*\n${decks}\n\`?\` and \`☕\` are shown, never counted.`],
  ];
  return {
    text: 'How to estimate with /groom: /groom followed by a story starts a vote; /groom alone opens a form.',
    blocks: sections.map((lines) => ({
      type: 'section',
      expand: true,
      text: { type: 'mrkdwn', text: lines.join('\n') },
    })),
  };
}
