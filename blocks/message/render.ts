import type { PublicSession } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { withoutMentions } from '../text/mrkdwn.ts';
import { renderCancelled } from './cancelled.ts';
import { renderLobby } from './lobby.ts';
import { renderResult } from './result.ts';
import { renderSummary } from './summary.ts';
import { renderVoting } from './voting.ts';

/**
 * The channel message of a session in whatever state it is. Without `mentions` it notifies nobody: Slack
 * notifies whoever is mentioned in a new message, but not those whose names arrive with an update.
 */
export function render(session: PublicSession, { mentions } = { mentions: true }): Rendering {
  const message = draw(session);
  return mentions ? message : withoutMentions(message);
}

function draw(session: PublicSession): Rendering {
  switch (session.status) {
    case 'lobby':
      return renderLobby(session);
    case 'voting':
      return renderVoting(session);
    case 'revealed':
      return renderResult(session);
    case 'ended':
      return renderSummary(session);
    case 'cancelled':
      return renderCancelled(session);
  }
}
