import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateSchema } from '../../../stand-ins/slack/blockkit/generate.ts';
import { rangeIn } from '../../../stand-ins/slack/blockkit/limits.ts';
import { validateBlocks, validateHome, validateView } from '../../../stand-ins/slack/blockkit/validate.ts';

const text = (value: string) => ({ type: 'plain_text', text: value });
const option = (value: string) => ({ text: text(value), value });
const button = (action_id: string, label = 'Go', rest = {}) => ({
  type: 'button',
  action_id,
  text: text(label),
  ...rest,
});
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('schema.json', () => {
  it('should be what @slack/types says', () => {
    const stored = readFileSync(
      new URL('../../../stand-ins/slack/blockkit/schema.json', import.meta.url),
      'utf8',
    );
    expect(generateSchema(), 'run: node stand-ins/slack/blockkit/generate.ts').toEqual(JSON.parse(stored));
  });
});

it.each([
  ['Maximum length for this field is 255 characters.', { max: 255 }],
  ['The minimum length is 1 and maximum length is 3000 characters.', { min: 1, max: 3000 }],
  ['Must be between 1 and 100.', { min: 1, max: 100 }],
  ['An array of up to 5 options to display in the menu.', { max: 5 }],
  ['Limit 12,000 characters max.', { max: 12000 }],
  ['Minimum 1, maximum 10 cards.', { min: 1, max: 10 }],
  ['In this case `type` is always 3.', {}],
])('%s', (sentence, range) => {
  expect(rangeIn(sentence)).toEqual(range);
});

describe('Blocks that Slack takes', () => {
  it.each([
    ['text', [{ type: 'section', text: { type: 'mrkdwn', text: '*Hi*' } }]],
    ['cards', [actions(...times(25, (i) => button(`card:${i}`)))]],
    ['one action id in two blocks', [actions(button('a')), actions(button('a'))]],
    ['fifty blocks', times(50, () => ({ type: 'divider' }))],
    [
      'a menu of five',
      [actions({ type: 'overflow', action_id: 'm', options: times(5, (i) => option(`${i}`)) })],
    ],
    ['an image by URL', [{ type: 'image', image_url: 'https://a.example/b.png', alt_text: 'B' }]],
    [
      'rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '*' }] }],
        },
      ],
    ],
  ])('%s', (_, blocks) => {
    expect(validateBlocks(blocks)).toEqual([]);
  });
});

describe('Blocks that Slack refuses', () => {
  it.each([
    ['at most 75 characters, but has 76', [actions(button('a', 'x'.repeat(76)))]],
    ['at most 2000 characters, but has 2001', [actions(button('a', 'Go', { value: 'x'.repeat(2001) }))]],
    ['at most 255 characters', [actions(button('x'.repeat(256)))]],
    ['at most 255 characters', [{ type: 'divider', block_id: 'x'.repeat(256) }]],
    ['at least 1 characters', [actions(button('a', ''))]],
    ['at most 25 items, but has 26', [actions(...times(26, (i) => button(`${i}`)))]],
    ['at least 1 items', [actions()]],
    [
      'at most 5 items, but has 6',
      [actions({ type: 'overflow', action_id: 'm', options: times(6, (i) => option(`${i}`)) })],
    ],
    ['at least 1 options', [actions({ type: 'overflow', action_id: 'm', options: [] })]],
    [
      'at most 75 characters, but has 80',
      [actions({ type: 'overflow', action_id: 'm', options: [option('x'.repeat(80))] })],
    ],
    ['at most 10 items, but has 11', [{ type: 'context', elements: times(11, () => text('x')) }]],
    ['at most 10 items, but has 11', [{ type: 'section', fields: times(11, () => text('x')) }]],
    ['at most 2000 characters', [{ type: 'section', fields: [text('x'.repeat(2001))] }]],
    ['at most 3000 characters', [{ type: 'section', text: text('x'.repeat(3001)) }]],
    ['needs text or fields', [{ type: 'section' }]],
    ['at most 150 characters', [{ type: 'header', text: text('x'.repeat(151)) }]],
    ['at most 50 items, but has 51', times(51, () => ({ type: 'divider' }))],
    ['action_id "a" already exists', [actions(button('a'), button('a'))]],
    ['block_id "b" already exists', times(2, () => ({ type: 'divider', block_id: 'b' }))],
    ['unsupported type: "buton"', [actions({ ...button('a'), type: 'buton' })]],
    ['unsupported type: "sektion"', [{ type: 'sektion' }]],
    ['no such field: colour', [actions(button('a', 'Go', { colour: 'red' }))]],
    [
      'must be "plain_text", but is "mrkdwn"',
      [actions(button('a', 'Go', { text: { type: 'mrkdwn', text: 'Go' } }))],
    ],
    ['missing required field: text', [actions({ type: 'button' })]],
    ['but is "loud"', [actions(button('a', 'Go', { style: 'loud' }))]],
    ['for modals only', [{ type: 'input', label: text('L'), element: { type: 'plain_text_input' } }]],
    [
      'at least 1 characters',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
    ],
    ['must be of type object', ['divider']],
    ['must be an array', { type: 'divider' }],
  ])('%s', (complaint, blocks) => {
    expect(validateBlocks(blocks).join('\n')).toContain(complaint);
  });
});

describe('Views that Slack refuses', () => {
  const view = (rest: object) => ({
    type: 'modal',
    title: text('T'),
    submit: text('OK'),
    blocks: [],
    ...rest,
  });
  const input = (element: object, rest = {}) => ({ type: 'input', label: text('L'), element, ...rest });
  const typed = (rest: object) => input({ type: 'plain_text_input', action_id: 'a', ...rest });
  const select = (rest: object) =>
    input({ type: 'static_select', action_id: 's', options: [option('a')], ...rest });

  it('should be none of the good ones', () => {
    expect(
      validateView(view({ blocks: times(100, () => typed({ initial_value: 'x', max_length: 5 })) })),
    ).toEqual([]);
  });

  it.each([
    ['at most 24 characters, but has 25', { title: text('x'.repeat(25)) }],
    ['at most 3000 characters', { private_metadata: 'x'.repeat(3001) }],
    ['at most 100 items, but has 101', { blocks: times(101, () => ({ type: 'divider' })) }],
    ['needs submit', { submit: undefined, blocks: [typed({})] }],
    ['initial_value must have at most 2', { blocks: [typed({ initial_value: 'abc', max_length: 2 })] }],
    ['min_length 3 is above max_length 2', { blocks: [typed({ min_length: 3, max_length: 2 })] }],
    ['max_length must be 1 to 3000', { blocks: [typed({ max_length: 3001 })] }],
    ['initial option "b" is not an option', { blocks: [select({ initial_option: option('b') })] }],
    [
      'options or option_groups',
      { blocks: [select({ option_groups: [{ label: text('G'), options: [option('b')] }] })] },
    ],
    ['only one element may focus_on_load', { blocks: times(2, () => typed({ focus_on_load: true })) }],
    ['unsupported type: "anything"', { blocks: [{ type: 'anything' }] }],
  ])('%s', (complaint, rest) => {
    expect(validateView(view(rest)).join('\n')).toContain(complaint);
  });
});

describe('Home tabs that Slack refuses', () => {
  const home = (rest: object) => ({ type: 'home', blocks: [], ...rest });

  it('should be none of the good ones', () => {
    expect(validateHome(home({ blocks: times(100, () => ({ type: 'divider' })) }))).toEqual([]);
  });

  it.each([
    ['must be "home", but is "modal"', { type: 'modal' }],
    ['no such field: title', { title: text('T') }],
    ['at most 100 items, but has 101', { blocks: times(101, () => ({ type: 'divider' })) }],
    ['block_id "b" already exists', { blocks: times(2, () => ({ type: 'divider', block_id: 'b' })) }],
  ])('%s', (complaint, rest) => {
    expect(validateHome(home(rest)).join('\n')).toContain(complaint);
  });
});
