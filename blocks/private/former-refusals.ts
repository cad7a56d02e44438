import type { Refusal } from '../../src/game/refusal.ts';

/** Notices of version 0.1.0 that are refusals now. During an upgrade its `slack` still sends them. */
const CODES = {
  notYoursToMove: 'join_to_move',
  beingMoved: 'being_moved',
  reasonTooLate: 'reason_too_late',
  noSession: 'no_session',
  noSuchCard: 'no_such_card',
} as const satisfies Record<string, Refusal['code']>;

/** The refusal that a notice of an earlier version is; `undefined` if it is none. */
export function formerRefusal({ kind, ...more }: { kind: string }): Refusal | undefined {
  if (!Object.hasOwn(CODES, kind)) return undefined;
  return { ...more, code: CODES[kind as keyof typeof CODES] } as Refusal;
}
