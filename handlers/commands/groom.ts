import type { App } from '@slack/bolt';
import { renderHelp } from '../../blocks/help.ts';
import { COMMAND } from '../../blocks/ids.ts';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { problemText } from '../../blocks/problems.ts';
import { findDeck, isDeckName } from '../../src/session/deck.ts';
import { failureText } from '../../src/slack/chat.ts';
import type { Deps } from '../deps.ts';
import { decodeEntities, handleOf } from '../payload.ts';
import { startSession } from '../start-session.ts';
import { parseArguments } from './arguments.ts';

const OPEN_FAILED = 'The form did not open. Please type `/groom` again.';

/** `/groom`: starts a session, opens the form for one, or explains. Private answers travel with the ack. */
export function registerGroom(app: App, deps: Deps): void {
  app.command(COMMAND, async ({ ack, command }) => {
    const wanted = parseArguments(decodeEntities(command.text ?? ''));
    switch (wanted.kind) {
      case 'help':
        return ack({ response_type: 'ephemeral', ...renderHelp() });
      case 'wrong':
        return ack({ response_type: 'ephemeral', text: problemText(wanted.problem) });
      case 'start': {
        const named = wanted.flags.deck?.kind === 'name' ? wanted.flags.deck.name : undefined;
        const deck = named === undefined ? undefined : findDeck(named, []);
        if (named !== undefined && !deck) {
          const problem = { code: 'unknown_deck', deck: named, known: [] } as const;
          return ack({ response_type: 'ephemeral', text: problemText(problem) });
        }
        const started = await startSession(deps, {
          teamId: command.team_id ?? command.enterprise_id ?? '',
          channelId: command.channel_id,
          userId: command.user_id,
          userName: handleOf(command.user_name),
          titles: [wanted.story.title],
          deck: isDeckName(deck?.name) ? deck.name : 'fibonacci',
          lobby: wanted.flags.lobby ?? false,
        });
        return started.posted ? ack() : ack({ response_type: 'ephemeral', text: started.text });
      }
      default: {
        const opened = await deps.chat.openView(
          command.trigger_id,
          newSessionModal({ channelId: command.channel_id }),
        );
        if (opened.ok) return ack();
        deps.log.warn('form not opened', { reason: failureText(opened.failure) });
        return ack({ response_type: 'ephemeral', text: OPEN_FAILED });
      }
    }
  });
}
