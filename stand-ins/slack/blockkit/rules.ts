/** Slack's rules that no type states. They assume that the payload has the right shape. */
import { allElements, elementsOf, optionsOf, plainText } from './elements.ts';
import { complaint } from './explain.ts';
import { isObject, type Json, objectsIn } from './json.ts';

/** @see https://docs.slack.dev/reference/block-kit/blocks "You can include up to 50 blocks in each message" */
const MESSAGE_BLOCKS = 50;
/** In a modal or on a Home tab. @see https://docs.slack.dev/reference/views/modal-views */
const VIEW_BLOCKS = 100;

export function messageRules(blocks: Json[]): string[] {
  const inputs = blocks.flatMap((block, index) =>
    block.type === 'input' ? [complaint('input blocks are for modals only', `/blocks/${index}`)] : [],
  );
  return [...blockCount(blocks, MESSAGE_BLOCKS), ...inputs, ...blockRules(blocks, '')];
}

export function viewRules(view: Json): string[] {
  const blocks = objectsIn(view.blocks);
  const hasInput = blocks.some((block) => block.type === 'input');
  const focused = allElements(blocks).filter(({ element }) => element.focus_on_load === true);
  return [
    ...blockCount(blocks, VIEW_BLOCKS),
    ...blockRules(blocks, '/view'),
    // https://docs.slack.dev/reference/views/modal-views: "submit is required when an input block is …"
    ...(hasInput && !view.submit ? [complaint('a view with input blocks needs submit', '/view')] : []),
    ...focused.slice(1).map(({ pointer }) => complaint('only one element may focus_on_load', pointer)),
  ];
}

export function homeRules(view: Json): string[] {
  const blocks = objectsIn(view.blocks);
  return [...blockCount(blocks, VIEW_BLOCKS), ...blockRules(blocks, '/view')];
}

function blockCount(blocks: Json[], limit: number): string[] {
  if (blocks.length <= limit) return [];
  return [complaint(`must have at most ${limit} items, but has ${blocks.length}`, '/blocks')];
}

function blockRules(blocks: Json[], root: string): string[] {
  const ids = blocks.map((block) => block.block_id);
  return blocks.flatMap((block, index) => {
    const pointer = `${root}/blocks/${index}`;
    const elements = elementsOf(block, pointer);
    return [
      ...(repeated(ids, index) ? [complaint(`block_id ${quoted(ids[index])} already exists`, pointer)] : []),
      ...emptiness(block, pointer),
      ...actionIdsUnique(elements),
      ...elements.flatMap(({ element, pointer }) => elementRules(element, pointer)),
    ];
  });
}

/** Block ids are unique in a message, action ids in their block; a missing one is made up by Slack. */
function repeated(ids: unknown[], index: number): boolean {
  return ids[index] !== undefined && ids.indexOf(ids[index]) < index;
}

function actionIdsUnique(elements: { element: Json; pointer: string }[]): string[] {
  const ids = elements.map(({ element }) => element.action_id);
  return elements.flatMap(({ pointer }, index) =>
    repeated(ids, index) ? [complaint(`action_id ${quoted(ids[index])} already exists`, pointer)] : [],
  );
}

function emptiness(block: Json, pointer: string): string[] {
  if (block.type === 'section' && block.text === undefined && !hasItems(block.fields)) {
    return [complaint('a section needs text or fields', pointer)];
  }
  if (block.type === 'rich_text') return emptyRichText(block, pointer);
  if ('elements' in block && !hasItems(block.elements)) {
    return [complaint('must have at least 1 items, but has 0', `${pointer}/elements`)];
  }
  return [];
}

function emptyRichText(element: Json, pointer: string): string[] {
  if (element.type === 'text' && element.text === '') {
    return [complaint('must have at least 1 characters, but has 0', `${pointer}/text`)];
  }
  const inner = objectsIn(element.elements);
  return inner.flatMap((child, index) => emptyRichText(child, `${pointer}/elements/${index}`));
}

function elementRules(element: Json, pointer: string): string[] {
  return [...optionRules(element, pointer), ...initialValueRules(element, pointer)];
}

const WITH_OPTIONS = /^(overflow|radio_buttons|checkboxes|(multi_)?static_select)$/;

function optionRules(element: Json, pointer: string): string[] {
  if (!WITH_OPTIONS.test(String(element.type))) return [];
  const options = optionsOf(element);
  const known = new Set(options.map((option) => JSON.stringify([plainText(option.text), option.value])));
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat().filter(isObject);
  const stray = initial.filter(
    (option) => !known.has(JSON.stringify([plainText(option.text), option.value])),
  );
  return [
    ...(options.length === 0 ? [complaint('must have at least 1 options, but has 0', pointer)] : []),
    ...('options' in element && 'option_groups' in element
      ? [complaint('takes options or option_groups, not both', pointer)]
      : []),
    ...stray.map((option) => complaint(`initial option ${quoted(option.value)} is not an option`, pointer)),
  ];
}

/** @see https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
function initialValueRules(element: Json, pointer: string): string[] {
  const { initial_value: initial, min_length: min, max_length: max } = element;
  const wrong: string[] = [];
  if (typeof max === 'number' && (max < 1 || max > 3000))
    wrong.push(`max_length must be 1 to 3000, is ${max}`);
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    wrong.push(`min_length ${min} is above max_length ${max}`);
  }
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
    wrong.push(`initial_value must have at most ${max} characters, but has ${initial.length}`);
  }
  if (typeof initial === 'string' && typeof min === 'number' && initial.length < min) {
    wrong.push(`initial_value must have at least ${min} characters, but has ${initial.length}`);
  }
  return wrong.map((problem) => complaint(problem, pointer));
}

const hasItems = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const quoted = (value: unknown): string => JSON.stringify(value) ?? '';
