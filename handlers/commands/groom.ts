import type { App } from '@slack/bolt';
import { renderHelp } from '../../blocks/help.ts';
import { COMMAND } from '../../blocks/ids.ts';
import { translator } from '../../blocks/language/translate.ts';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { noticeLine } from '../../blocks/notices.ts';
import { findDeck, isDeckName } from '../../src/session/deck.ts';
import type { Notice } from '../../src/session/notice.ts';
import { failureText } from '../../src/slack/chat.ts';
import type { Deps } from '../deps.ts';
import { decodeEntities, handleOf } from '../payload.ts';
import { languageFor } from '../reader.ts';
import { startSession } from '../start-session.ts';
import { parseArguments } from './arguments.ts';

/** `/groom`: starts a session, opens the form for one, or explains. Private answers travel with the ack. */
export function registerGroom(app: App, deps: Deps): void {
  app.command(COMMAND, async ({ ack, command }) => {
    const wanted = parseArguments(decodeEntities(command.text ?? ''));
    const teamId = command.team_id ?? command.enterprise_id ?? '';
    const { user_id: userId, channel_id: channelId } = command;
    const words = async () => translator(await languageFor(deps, { teamId, userId, channelId }));
    const tell = async (notice: Notice) =>
      ack({ response_type: 'ephemeral', ...noticeLine(notice, await words()) });
    switch (wanted.kind) {
      case 'help':
        return ack({ response_type: 'ephemeral', ...renderHelp(await words()) });
      case 'wrong':
        return tell({ kind: 'problem', problem: wanted.problem });
      case 'start': {
        const named = wanted.flags.deck?.kind === 'name' ? wanted.flags.deck.name : undefined;
        const deck = named === undefined ? undefined : findDeck(named, []);
        if (named !== undefined && !deck) {
          const problem = { code: 'unknown_deck', deck: named, known: [] } as const;
          return tell({ kind: 'problem', problem });
        }
        const started = await startSession(deps, {
          teamId,
          channelId,
          userId,
          userName: handleOf(command.user_name),
          titles: [wanted.story.title],
          deck: isDeckName(deck?.name) ? deck.name : 'fibonacci',
          lobby: wanted.flags.lobby ?? false,
        });
        return started.posted ? ack() : tell(started.notice);
      }
      default: {
        const opened = await deps.chat.openView(
          command.trigger_id,
          newSessionModal(await words(), { channelId }),
        );
        if (opened.ok) return ack();
        deps.log.warn('form not opened', { reason: failureText(opened.failure) });
        return tell({ kind: 'formNotOpened' });
      }
    }
  });
}
