import type { HomeView } from '@slack/types';
import type { MySessions } from '../../src/game/my-sessions.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';
import { mineBlocks, startBlock } from './mine.ts';

/** The Home tab: what `/groom mine` says. https://docs.slack.dev/surfaces/app-home */
export function homeView(mine: MySessions, t: Translate): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', block_id: 'title', text: plain(t('home.title')) },
      ...mineBlocks(mine, t),
      { type: 'divider' },
      startBlock(t),
    ],
  };
}
