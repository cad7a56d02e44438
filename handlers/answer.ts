import { defined } from '../src/game/defined.ts';
import type { Notice, Wish } from '../src/game/notice.ts';
import type { Refusal } from '../src/game/refusal.ts';
import type { Deps } from '../src/play/deps.ts';
import type { Job } from '../src/ports/job.ts';

/** What comes of something done in a modal. */
export interface ModalAnswer {
  /** A no, which the modal itself says. */
  refusal?: Refusal | undefined;
  /** What is to be done after it. */
  jobs?: readonly Job[];
}

/** What comes of a click on a message, or of a command. */
export interface Answer extends ModalAnswer {
  /** Something to be told in private. It goes through the queue: only `publish` may ask Slack for the reader's language. */
  notice?: Notice | undefined;
}

export const told = (notice: Notice): Answer => ({ notice });

/** A no; `wish`: what only the creator may do. */
export const refused = (refusal: Refusal, wish?: Wish): Answer =>
  told({ kind: 'refusal', refusal, ...(wish && { wish }) });

/** Whatever was done to a session, `publish` is to look at it. */
export const changed = ({ sessionId, teamId }: { sessionId: string; teamId: string }): Job => ({
  kind: 'changed',
  sessionId,
  teamId,
});

/** Counts a no, and names it for the log. */
export function countRefusal(
  { metrics }: Pick<Deps, 'metrics'>,
  { notice, refusal }: Answer,
): { refusal?: string } {
  const no = refusal ?? (notice?.kind === 'refusal' ? notice.refusal : undefined);
  if (!no) return {};
  metrics.count('Refusals');
  return { refusal: no.code };
}

/** Who is told something, and through which response_url; '' if there is none. */
interface Told {
  sessionId?: string;
  teamId: string;
  channelId: string;
  userId: string;
  responseUrl: string;
}

/**
 * Tells somebody something, if there is something to tell and a way. `replaces`: in place of the private line whose
 * button they have clicked.
 */
export function replies(
  { sessionId, ...told }: Told,
  notice: Notice | undefined,
  { replaces }: { replaces?: true } = {},
): Job[] {
  if (!notice || !told.responseUrl) return [];
  const { teamId, channelId, userId, responseUrl } = told;
  return [
    defined({ kind: 'reply', sessionId, teamId, channelId, userId, responseUrl, notice, replaces } as const),
  ];
}
