/** A round of a story. Both count from 1. */
export interface RoundRef {
  story: number;
  round: number;
}

/** A round of a session: what every button carries of where it was drawn. */
export interface SessionRound extends RoundRef {
  sessionId: string;
}

/** A story that was left: in which round, and whether that had been revealed by then. */
export interface LeftStory extends RoundRef {
  revealed: boolean;
}

/** A name of a round for sets: `3#1`. */
export type RoundKey = `${number}#${number}`;

export const roundKey = ({ story, round }: RoundRef): RoundKey => `${story}#${round}`;

export function parseRoundKey(key: string): RoundRef {
  const [story, round] = key.split('#').map(Number);
  return { story: story ?? 0, round: round ?? 0 };
}

export const sameRound = (a: RoundRef, b: RoundRef): boolean => a.story === b.story && a.round === b.round;
