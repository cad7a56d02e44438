import type { Rendering } from '../../../src/ports/chat.ts';
import type { Millis } from '../../../src/time.ts';
import { type BoardMessage, current } from '../simulators/board.ts';
import type { World } from '../world.ts';
import { type Control, findControl, sessionOf, type Wish } from './controls.ts';

/** A tap may still hit what a message showed this long ago: the finger was on its way. */
const REACTION: Millis = 700;

/** A control where somebody sees it. */
export interface Seen {
  message: BoardMessage;
  control: Control;
  rendering: Rendering;
}

/** Where the control is to be seen, or was a moment ago; the newest first. */
export function look(
  { board, scheduler }: World,
  wish: Wish,
  where: (message: BoardMessage) => boolean = () => true,
): Seen[] {
  const live = board.messages.filter((message) => where(message) && sessionOf(current(message)));
  return live.toReversed().flatMap((message) =>
    message.shown.toReversed().flatMap(({ rendering }, index, { length }) => {
      const replacedAt = message.shown[length - index]?.at;
      if (replacedAt !== undefined && replacedAt < scheduler.now - REACTION) return [];
      const control = findControl(rendering, wish);
      return control ? [{ message, control, rendering }] : [];
    }),
  );
}

/** The title that a message shows. */
export function titleOf({ blocks }: Rendering): string {
  const block = blocks.find(({ block_id }) => block_id === 'title');
  const text = JSON.stringify(block ?? {}).match(/"text":"([^"]*)"/)?.[1];
  return text ?? '';
}
