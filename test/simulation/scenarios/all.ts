import { meeting } from './meeting.ts';
import {
  adoption,
  archived,
  deleted,
  earlyClick,
  lateUpdateAndMove,
  lostPost,
  moving,
  orphan,
  removed,
  revoked,
} from './messages.ts';
import { delayedJobs, doubledJobs, thereAndBack } from './queues.ts';
import {
  firstVoteAndReveal,
  revealAndEnd,
  revealAndNext,
  revealAndVoteAgain,
  twoReveals,
  voteAndReveal,
} from './reveals.ts';
import { handOver, leaveAndFreeze, quickClicks, removal, takeOver, watchAndFreeze } from './roles.ts';
import type { Scenario } from './scenario.ts';

/** All stories that are played. */
export const scenarios: readonly Scenario[] = [
  meeting,
  voteAndReveal,
  firstVoteAndReveal,
  twoReveals,
  revealAndVoteAgain,
  revealAndNext,
  revealAndEnd,
  leaveAndFreeze,
  watchAndFreeze,
  quickClicks,
  removal,
  handOver,
  takeOver,
  moving,
  adoption,
  orphan,
  lateUpdateAndMove,
  lostPost,
  earlyClick,
  deleted,
  removed,
  archived,
  revoked,
  doubledJobs,
  delayedJobs,
  thereAndBack,
];
