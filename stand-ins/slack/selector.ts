import type { Action } from './action.ts';
import { allElements, optionsOf, type PlacedElement, plainText } from './blockkit/elements.ts';
import type { Json } from './blockkit/json.ts';
import { valueField } from './element-state.ts';
import type { ElementState, Member } from './shapes.ts';

/** Which element a person means: by what it says, or by its ids and value. All that is given must fit. */
export type Selector = string | { label?: string; blockId?: string; actionId?: string; value?: string };

/** The one button that the selector fits. @throws {Error} when there is none, or more than one */
export function findButton(blocks: unknown, selector: Selector): Action {
  const buttons = allElements(blocks).filter(({ element }) => element.type === 'button');
  return actionOf(
    theOne(
      buttons.filter((placed) => fits(placed, selector)),
      selector,
      buttons,
    ),
  );
}

/**
 * The choice in the one select, overflow menu, set of radio buttons … that offers it.
 * @param choice an option's text or value; a member's name or id, a channel's id, a date
 * @param where the element, when several offer it
 */
export function findChoice(
  blocks: unknown,
  choice: string,
  where: Selector | undefined,
  members: readonly Member[],
): Action {
  const offering = allElements(blocks)
    .filter((placed) => isDispatching(placed) && (where === undefined || fits(placed, where)))
    .flatMap((placed) => {
      const chosen = chosenState(placed.element, choice, members);
      return chosen === undefined ? [] : [{ placed, chosen }];
    });
  const [only, ...others] = offering;
  if (only === undefined) throw new Error(`Nothing shown offers “${choice}”`);
  if (others.length > 0) throw new Error(`${offering.length} elements offer “${choice}”: say which one`);
  return { ...actionOf(only.placed), chosen: only.chosen };
}

/** What an element holds once `choice` is chosen or typed in; `undefined` when it cannot be. */
function chosenState(element: Json, choice: string, members: readonly Member[]): Json | undefined {
  const field = valueField(element.type);
  if (field === undefined) return undefined;
  if (field === 'value') return { value: choice };
  const value = field.startsWith('selected_option')
    ? optionNamed(element, choice)
    : named(field, choice, members);
  if (value === undefined) return undefined;
  return { [field]: field.endsWith('s') ? [value].flat() : value };
}

/** What is entered in an input: a text or choice, '' for none; a list where several can be chosen. */
export type Entry = string | readonly string[];

/** As `chosenState`, in the form in which views keep it. Slack has null for what is empty, never ''. */
export function enteredState(element: Json, entry: Entry, members: readonly Member[]): ElementState {
  const type = String(element.type);
  const field = valueField(type);
  const choices = [entry].flat().filter((choice) => choice !== '');
  if (field !== undefined && choices.length === 0) return { type, [field]: field.endsWith('s') ? [] : null };
  const chosen = choices.map((choice) => {
    const state = chosenState(element, choice, members);
    if (state === undefined) throw new Error(`${type} does not offer “${choice}”`);
    return state;
  });
  if (field === undefined || choices.length === 1) return { type, ...chosen[0] };
  if (!field.endsWith('s')) throw new Error(`${type} takes one choice, not ${choices.length}`);
  return { type, [field]: chosen.flatMap((state) => state[field]) };
}

/**
 * Whether a choice is sent at once. What stands in an input block waits for the submission.
 * @see https://docs.slack.dev/reference/block-kit/blocks/input-block dispatch_action
 */
function isDispatching({ block, element }: PlacedElement): boolean {
  const isMenu = valueField(element.type) !== 'value';
  return isMenu && (block.type !== 'input' || block.dispatch_action === true);
}

function optionNamed(element: Json, choice: string): Json | undefined {
  const options = optionsOf(element);
  return (
    options.find((option) => plainText(option.text) === choice) ??
    options.find((option) => option.value === choice)
  );
}

/** What dates, times and ids look like: a choice of anything else is not meant for such an element. */
const FORMS: Readonly<Record<string, RegExp>> = {
  selected_date: /^\d{4}-\d{2}-\d{2}$/,
  selected_time: /^\d{2}:\d{2}$/,
  selected_date_time: /^\d{10}$/,
  selected_channel: /^C[A-Z0-9]+$/,
  selected_conversation: /^[CDG][A-Z0-9]+$/,
};

function named(field: string, choice: string, members: readonly Member[]): string | number | undefined {
  if (field.startsWith('selected_user')) {
    return members.find(({ id, name }) => id === choice || name === choice.replace('@', ''))?.id;
  }
  if (!FORMS[field.replace(/s$/, '')]?.test(choice)) return undefined;
  return field === 'selected_date_time' ? Number(choice) : choice;
}

function fits({ block, element }: PlacedElement, selector: Selector): boolean {
  const { label, blockId, actionId, value } = typeof selector === 'string' ? { label: selector } : selector;
  return (
    (label === undefined || labelOf(element) === label) &&
    (blockId === undefined || block.block_id === blockId) &&
    (actionId === undefined || element.action_id === actionId) &&
    (value === undefined || element.value === value)
  );
}

function theOne(found: PlacedElement[], selector: Selector, all: PlacedElement[]): PlacedElement {
  const [only, ...others] = found;
  const wanted = JSON.stringify(selector);
  const shown = all.map(({ element }) => labelOf(element)).join(', ');
  if (only === undefined) throw new Error(`No button fits ${wanted}; shown are: ${shown}`);
  if (others.length > 0) throw new Error(`${found.length} buttons fit ${wanted}: say which one`);
  return only;
}

const labelOf = (element: Json): string => plainText(element.text) || plainText(element.placeholder);

function actionOf({ block, element }: PlacedElement): Action {
  return { blockId: String(block.block_id), actionId: String(element.action_id) };
}
