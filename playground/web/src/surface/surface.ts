import type { KnownBlock } from '@slack/types';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ElementState, ViewValues } from '../../../../stand-ins/slack/shapes.ts';
import type { ActionRequest } from '../../../protocol.ts';
import { sendAction } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { carryOver } from './element-state.ts';

/** A message or a modal: it holds what was chosen in its elements, and reports clicks to the app. */
export interface Surface {
  values: ViewValues;
  setState: (blockId: string, actionId: string, state: ElementState) => void;
  /** Resolves when the app has answered. */
  dispatch: (blockId: string, actionId: string, chosen?: Record<string, unknown>) => Promise<void>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('useSurface needs a SurfaceContext');
  return surface;
}

export function useSurfaceOf(blocks: KnownBlock[], container: ActionRequest['container']): Surface {
  const { me, notify } = useWorkspace();
  const [shown, setShown] = useState(blocks);
  const [values, setValues] = useState(() => carryOver({}, blocks));
  const current = useRef(values);
  if (shown !== blocks) {
    setShown(blocks);
    setValues((held) => carryOver(held, blocks));
  }
  current.current = values;

  const setState = useCallback((blockId: string, actionId: string, state: ElementState) => {
    const { [blockId]: block, ...others } = current.current;
    current.current = { ...others, [blockId]: { ...block, [actionId]: state } };
    setValues(current.current);
  }, []);

  const place = JSON.stringify(container);
  const dispatch = useCallback(
    async (blockId: string, actionId: string, chosen?: Record<string, unknown>) => {
      const held = current.current;
      const answer = await sendAction({
        memberId: me.id,
        windowId: windowIdOf(me.id),
        container: JSON.parse(place),
        blockId,
        actionId,
        ...(chosen && { chosen }),
        ...(Object.keys(held).length > 0 && { values: held }),
      });
      if (!answer.ok) notify(answer.error);
    },
    [me.id, place, notify],
  );

  return useMemo(() => ({ values, setState, dispatch }), [values, setState, dispatch]);
}
