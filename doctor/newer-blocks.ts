import type { KnownBlock } from '@slack/types';

/**
 * Blocks that Slack is still rolling out, and that its own types may not have yet; Groom uses none of them. They are
 * posted to see whether this workspace takes them.
 * https://docs.slack.dev/reference/block-kit/blocks/
 */
const raw = (text: string) => ({ type: 'raw_text', text });

const container = {
  type: 'container',
  title: { type: 'plain_text', text: 'Groom doctor' },
  child_blocks: [{ type: 'section', text: { type: 'plain_text', text: 'In a container' } }],
};

const table = {
  type: 'table',
  rows: [
    [raw('Story'), raw('Estimate')],
    [raw('Add SSO login'), raw('5')],
  ],
};

const chart = {
  type: 'data_visualization',
  title: 'Groom doctor',
  chart: {
    type: 'bar',
    series: [
      {
        name: 'Votes',
        data: [
          { label: '3', value: 1 },
          { label: '5', value: 2 },
        ],
      },
    ],
    axis_config: { categories: ['3', '5'] },
  },
};

export const NEWER_BLOCKS: Readonly<Record<string, KnownBlock>> = {
  container: container as unknown as KnownBlock,
  table: table as unknown as KnownBlock,
  data_visualization: chart as unknown as KnownBlock,
};
