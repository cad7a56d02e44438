import { agreement, backAndForth } from './agreements.ts';
import {
  countdown,
  countdownAndJoin,
  countdownAndReason,
  countdownAndReveal,
  countdownAndVote,
  countdownInVain,
  deadline,
  deadlineAndNextRound,
  deadlineInVain,
  detachedDeadline,
  firstStory,
  reasons,
} from './clocks.ts';
import { keptAlive, untouched } from './expiry.ts';
import { archived, deleted, removed, revoked } from './losses.ts';
import { meeting } from './meeting.ts';
import { adoption, earlyClick, lateUpdateAndMove, lostPost, moving, orphan } from './messages.ts';
import { delayedJobs, doubledJobs, thereAndBack } from './queues.ts';
import { awayForAWhile, awayForGood, limited, refusedPicture } from './refusals.ts';
import {
  firstVoteAndReveal,
  revealAndEnd,
  revealAndNext,
  revealAndVoteAgain,
  twoReveals,
  voteAndReveal,
} from './reveals.ts';
import {
  anonymousVotes,
  handOver,
  leaveAndFreeze,
  quickClicks,
  removal,
  takeOver,
  watchAndFreeze,
} from './roles.ts';
import type { Scenario } from './scenario.ts';
import { throughClicks } from './through-clicks.ts';
import { together } from './together.ts';
import { unattended } from './unattended.ts';

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
  anonymousVotes,
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
  countdown,
  firstStory,
  countdownAndReveal,
  countdownInVain,
  deadline,
  deadlineInVain,
  reasons,
  countdownAndJoin,
  countdownAndVote,
  countdownAndReason,
  deadlineAndNextRound,
  agreement,
  backAndForth,
  unattended,
  refusedPicture,
  awayForAWhile,
  awayForGood,
  limited,
  untouched,
  keptAlive,
  detachedDeadline,
  together,
  throughClicks,
];

/** Those that say from where on (`explore`) the order of events is of interest. */
export const explored: readonly Scenario[] = [
  voteAndReveal,
  firstVoteAndReveal,
  twoReveals,
  leaveAndFreeze,
  handOver,
  orphan,
];
