import type { PublicSession } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { type Limits, TIGHTEST, withinBudget } from '../text/budget.ts';
import { withoutMentions } from '../text/mrkdwn.ts';
import { renderCancelled } from './cancelled.ts';
import { renderLobby } from './lobby.ts';
import { plainForm } from './plain-form.ts';
import { renderResult } from './result.ts';
import { renderSummary } from './summary.ts';
import { renderVoting } from './voting.ts';

interface How {
  mentions?: boolean;
  plain?: boolean;
}

/**
 * The channel message of a session in whatever state it is, no longer than Slack takes. Without `mentions` it
 * notifies nobody: Slack notifies whoever is mentioned in a new message, but not those whose names arrive with an
 * update. `plain`: with as little as Slack could refuse.
 */
export function render(session: PublicSession, { mentions = true, plain = false }: How = {}): Rendering {
  const message = plain
    ? plainForm(draw(session, TIGHTEST))
    : withinBudget((limits) => draw(session, limits));
  return mentions ? message : withoutMentions(message);
}

function draw(session: PublicSession, limits: Limits): Rendering {
  switch (session.status) {
    case 'lobby':
      return renderLobby(session, limits);
    case 'voting':
      return renderVoting(session, limits);
    case 'revealed':
      return renderResult(session, limits);
    case 'ended':
    case 'expired':
      return renderSummary(session, limits);
    case 'cancelled':
      return renderCancelled(session, limits);
  }
}
