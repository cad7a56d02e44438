import type { PublicSession } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { renderLobby } from './lobby.ts';
import { renderResult } from './result.ts';
import { renderCancelled, renderSummary } from './summary.ts';
import { renderVoting } from './voting.ts';

/** The channel message of a session, in whatever state it is. Pure. */
export function render(session: PublicSession): Rendering {
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
