import type { PublicCancelled } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { translator } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { mention, plain, within } from '../text/mrkdwn.ts';
import { titleBlock } from './title.ts';

/** What is left of a session that was cancelled. */
export function renderCancelled(session: PublicCancelled, limits: Limits): Rendering {
  const { title, creatorId, hostName, language } = session;
  const t = translator(language);
  const line = (host: string) => t('cancelled.line', { host });
  return {
    text: t('cancelled.text', { title: within(title, limits.said) }),
    blocks: [
      titleBlock(t, session, limits, 'strike'),
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
