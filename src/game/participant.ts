import type { ActionTs } from '../time.ts';

export const PARTICIPANT_ROLES = ['voter', 'observer', 'left', 'removed'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface Participant {
  userId: string;
  role: ParticipantRole;
  /** A guest from another workspace, by Slack Connect. */
  external?: boolean;
  /** The click that made it so; an older click never wins. */
  at: ActionTs;
}

/** Why a slot holds no card. */
export type Out = Exclude<ParticipantRole, 'voter'>;
