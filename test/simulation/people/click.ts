import type { SessionRound } from '../../../src/game/round/round.ts';
import type { ActionTs, Millis } from '../../../src/time.ts';
import type { Wish } from './controls.ts';

/** What people do in a modal. */
export type ModalWish =
  | { kind: 'hand over'; to: string }
  | { kind: 'remove'; whom: string }
  | { kind: 'explain'; card: string; text: string }
  | { kind: 'take over' }
  | { kind: 'cancel' };

/** One tap, as its person remembers it. */
export interface Click {
  userId: string;
  wish: Wish | ModalWish;
  /** The round that the control was drawn for. */
  ref: SessionRound & { detail?: string };
  messageTs: string;
  at: ActionTs;
  clickedAt: Millis;
  responseUrl: string;
  /** `undefined`: no answer (yet), or an error sign. */
  acknowledgedAt?: Millis;
  /** The modal says no, beside a field. */
  refused?: boolean;
  /** The title on the message. */
  title: string;
}
