import { plainText } from '../../stand-ins/slack/blockkit/elements.ts';
import { isObject, type Json, objectsIn } from '../../stand-ins/slack/blockkit/json.ts';
import { glyphOf } from '../../stand-ins/slack/emoji.ts';

/**
 * What people see of blocks, one line for each: text as it is, elements in brackets, `[Reveal]!` for a primary
 * button, `[Other estimate ▾ 0 1 2]` for a select, `[⋯]` for a menu.
 */
export function shown(blocks: unknown): string {
  return objectsIn(blocks).map(line).join('\n');
}

function line(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return richText(block);
    case 'context':
    case 'actions':
      return objectsIn(block.elements).map(element).join(' ');
    case 'section':
      return [plainText(block.text), ...(isObject(block.accessory) ? [element(block.accessory)] : [])].join(
        ' ',
      );
    case 'input':
      return `${plainText(block.label)}: ${isObject(block.element) ? element(block.element) : ''}`;
    case 'divider':
      return '---';
    default:
      return plainText(block.text);
  }
}

function richText(block: Json): string {
  return objectsIn(block.elements).map(richTextPart).join('\n');
}

function richTextPart(part: Json): string {
  if (part.type !== 'rich_text_list') return objectsIn(part.elements).map(inline).join('');
  return objectsIn(part.elements)
    .map((item) => `• ${richTextPart(item)}`)
    .join('\n');
}

function inline({ type, text, fallback, channel_id, user_id, name }: Json): string {
  if (type === 'emoji') return glyphOf(String(name)) ?? `:${name}:`;
  if (type === 'channel') return `<#${channel_id}>`;
  if (type === 'user') return `<@${user_id}>`;
  return String(text ?? fallback);
}

function element(one: Json): string {
  switch (one.type) {
    case 'button':
      return `[${plainText(one.text)}]${one.style === 'primary' ? '!' : ''}`;
    case 'overflow':
      return '[⋯]';
    case 'static_select':
      return `[${[`${plainText(one.placeholder)} ▾`, ...labels(one)].join(' ')}]`;
    case 'mrkdwn':
    case 'plain_text':
      return String(one.text);
    default:
      return `<${String(one.type)}>`;
  }
}

/** The labels of a select's or a menu's options. */
export function labels(element: Json): string[] {
  return objectsIn(element.options).map(({ text }) => plainText(text));
}
