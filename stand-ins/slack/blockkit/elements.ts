import { isObject, type Json, objectsIn } from './json.ts';

/** An interactive element with the place it stands in. */
export interface PlacedElement {
  block: Json;
  element: Json;
  /** JSON pointer of the element, from the payload's root. */
  pointer: string;
}

/**
 * The elements of a block: an actions, context or context_actions block's `elements`, a section's
 * `accessory`, an input's `element`. Rich text has `elements` too, but nothing in it is interactive.
 */
export function elementsOf(block: Json, pointer: string): PlacedElement[] {
  if (block.type === 'rich_text') return [];
  const listed = objectsIn(block.elements).map((element, index) => ({
    block,
    element,
    pointer: `${pointer}/elements/${index}`,
  }));
  const single = ['accessory', 'element'].flatMap((name) => {
    const element = block[name];
    return isObject(element) ? [{ block, element, pointer: `${pointer}/${name}` }] : [];
  });
  return [...listed, ...single];
}

/** All elements of a message's or view's blocks, in the order shown. */
export function allElements(blocks: unknown): PlacedElement[] {
  return objectsIn(blocks).flatMap((block, index) => elementsOf(block, `/blocks/${index}`));
}

/** The options of a select, overflow, radio or checkbox element, out of their groups. */
export function optionsOf(element: Json): Json[] {
  const groups = objectsIn(element.option_groups);
  return [...objectsIn(element.options), ...groups.flatMap((group) => objectsIn(group.options))];
}

/** The literal string of a text object; '' when there is none. */
export function plainText(text: unknown): string {
  return isObject(text) && typeof text.text === 'string' ? text.text : '';
}
