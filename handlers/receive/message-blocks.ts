/** Deeper than Slack nests anything. */
const DEEPEST = 8;

/**
 * What the blocks of a message say, line by line, in mrkdwn. Whatever has no words is passed over, and so is what makes no
 * sense: it is other apps that make these.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export const blocksText = (blocks: readonly unknown[]): string =>
  blocks
    .map((block) => textOf(block, DEEPEST))
    .filter(Boolean)
    .join('\n');

function textOf(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || depth === 0) return '';
  const { type, text, fields, elements, title } = value as Record<string, unknown>;
  const inner = (list: unknown, between: string) =>
    Array.isArray(list)
      ? list
          .map((one) => textOf(one, depth - 1))
          .filter(Boolean)
          .join(between)
      : '';
  switch (type) {
    case 'section':
      return [textOf(text, depth - 1), inner(fields, '\n')].filter(Boolean).join('\n');
    case 'header':
    case 'markdown':
      return typeof text === 'string' ? text : textOf(text, depth - 1);
    case 'mrkdwn':
    case 'plain_text':
    case 'text':
      return typeof text === 'string' ? text : '';
    case 'video':
      return textOf(title, depth - 1);
    case 'rich_text':
    case 'rich_text_quote':
      return inner(elements, '\n');
    case 'rich_text_list':
      return inner(elements, '\n').replaceAll(/^/gm, '- ');
    case 'rich_text_section':
    case 'rich_text_preformatted':
      return inner(elements, '');
    case 'context':
      return inner(elements, ' ');
    default:
      return reference(value as Record<string, unknown>);
  }
}

/** What is no text within a rich text, as mrkdwn writes it. */
function reference({
  type,
  text,
  url,
  name,
  user_id: user,
  channel_id: channel,
}: Record<string, unknown>): string {
  if (type === 'link' && typeof url === 'string') return `<${url}|${typeof text === 'string' ? text : url}>`;
  if (type === 'emoji' && typeof name === 'string') return `:${name}:`;
  if (type === 'user' && typeof user === 'string') return `<@${user}>`;
  return type === 'channel' && typeof channel === 'string' ? `<#${channel}>` : '';
}
