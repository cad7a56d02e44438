import type { PublicCancelled } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { translator } from '../language/translate.ts';
import { mention, plain, titleInText } from '../text/mrkdwn.ts';
import { titleBlock } from './title.ts';

/** What is left of a session that was cancelled. */
export function renderCancelled(session: PublicCancelled): Rendering {
  const { title, creatorId, hostName, language } = session;
  const t = translator(language);
  const line = (host: string) => t('cancelled.line', { host });
  return {
    text: t('cancelled.text', { title: titleInText(title) }),
    blocks: [
      titleBlock(t, session, 'strike'),
      {
        type: 'context',
        block_id: 'heading',
        elements: [
          hostName === undefined ? { type: 'mrkdwn', text: line(mention(creatorId)) } : plain(line(hostName)),
        ],
      },
    ],
  };
}
