import { useState } from 'react';
import type { ElementState } from '../../../../stand-ins/slack/shapes.ts';
import { useConfirm } from '../overlay/confirm.tsx';
import { actionIdOf, type BlockElement } from './block-elements.ts';
import { chosenPart, initialState } from './element-state.ts';
import { useSurface } from './surface.ts';

/** What an element of any kind is given. */
export interface ElementProps<E extends BlockElement> {
  element: E;
  blockId: string;
  /** Elements of an input block report nothing by themselves unless it says `dispatch_action`. */
  dispatches: boolean;
  /** Ties the element to its input block's label. */
  inputId?: string | undefined;
  label?: string | undefined;
  invalid?: boolean | undefined;
}

/** One element's state and its way to the app. */
export function useElement({ element, blockId, dispatches }: ElementProps<BlockElement>) {
  const surface = useSurface();
  const confirm = useConfirm();
  const [pending, setPending] = useState(false);
  const actionId = actionIdOf(element);
  const state = surface.values[blockId]?.[actionId] ?? initialState(element) ?? { type: element.type };

  /** Asks first where the element says so; then the app is told, and the element waits for its answer. */
  const act = async (chosen?: Record<string, unknown>, apply?: () => void) => {
    const question = 'confirm' in element ? element.confirm : undefined;
    if (question && !(await confirm(question))) return;
    apply?.();
    setPending(true);
    await surface.dispatch(blockId, actionId, chosen);
    setPending(false);
  };

  const hold = (next: ElementState) => surface.setState(blockId, actionId, next);

  /** A choice was made: held, and reported if this element reports. */
  const choose = (next: ElementState) => {
    if (dispatches) void act(chosenPart(next), () => hold(next));
    else hold(next);
  };

  return { state, pending, act, hold, choose };
}
