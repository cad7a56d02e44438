import type { KnownBlock } from '@slack/types';
import { render } from '../../../blocks/message/render.ts';
import type { SessionMessage } from '../../../src/game/message.ts';
import { shownVotes } from '../../../src/game/round/anonymity.ts';
import { publicVotes } from '../../../src/game/round/public-rounds.ts';
import { type RoundRef, roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import { readBoard } from '../../../src/play/board.ts';
import type { Rendering } from '../../../src/ports/chat.ts';
import { sessionOf } from '../people/controls.ts';
import { current } from '../simulators/board.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Violation, violation } from './violation.ts';

/** "Shown is the state": the message in the end, and the results on the way. */
export async function checkShown(world: World, { session, results }: FinalState): Promise<Violation[]> {
  return [
    ...(await checkFinal(world, session)),
    ...checkResultsOnTheWay(world, session, results),
    ...checkFewAreHidden(world, session, results),
  ];
}

async function checkFinal(world: World, session: Session): Promise<Violation[]> {
  const { board, store } = world;
  const { ts: messageTs, detached } = session.message;
  if (messageTs === undefined || detached !== undefined || isOutOfReach(world, session.message)) return [];
  const message = board.messages.find(({ ts }) => ts === messageTs);
  // Deleted: only the next change would find out.
  if (!message) return [];
  const shown = current(message);
  if (session.status === 'revealed' && session.unfrozen.includes(roundKey(session)))
    return [violation('shown is the state', `${roundKey(session)} was never frozen: “${shown.text}”`)];
  const reading = await readBoard(store, session);
  const full = render(reading.board);
  const isRefused = board.judges(full) !== undefined;
  const wanted = isRefused ? render(reading.board, { plain: true }) : full;
  // Nothing could be shown for as long as it was tried.
  if (isRefused && board.judges(wanted) !== undefined) return [];
  if (JSON.stringify(wanted) === JSON.stringify(shown)) return [];
  return [violation('shown is the state', `the state says “${wanted.text}”, the message “${shown.text}”`)];
}

/** The app is no member, and has no response_url to use (any more): the message waits for the next tap. */
function isOutOfReach({ board, clicks }: World, { unattended, answer }: SessionMessage): boolean {
  if (!unattended) return false;
  const isTapped = clicks.some(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  return answer ? board.usesLeft(answer.url) <= 1 : !isTapped;
}

/** Whoever has seen a result has seen the stored one. */
function checkResultsOnTheWay({ board }: World, session: Session, results: readonly Result[]): Violation[] {
  return results.flatMap((result) =>
    board.messages
      .flatMap(({ shown }) => shown)
      .filter(({ rendering }) => isShownResult(rendering, session.sessionId, result))
      .filter(({ rendering }) => barsOf(rendering) !== barsOf(rendered(session, result)))
      .map(() =>
        violation('only stored results are shown', `of ${roundKey(result)} another result was shown`),
      ),
  );
}

/** Of an anonymous round with one or two votes no card was ever to be seen, nor was it revealed with so few. */
function checkFewAreHidden(world: World, session: Session, results: readonly Result[]): Violation[] {
  if (!session.options.anonymous) return [];
  const broken = (text: string) => violation('few votes stay hidden', text);
  const early = results
    .filter((result) => everVotedIn(world, result).size < 3)
    .map((result) => broken(`${roundKey(result)} was revealed though fewer than three had ever voted`));
  const seen = results
    .filter(({ votes }) => votes.length < 3)
    .filter((result) => isEverShown(world, session, result))
    .map((result) => broken(`the cards of ${roundKey(result)} were shown`));
  return [...early, ...seen];
}

/** Whoever had a card there at some time: somebody may have left between the decision to reveal and the freeze. */
function everVotedIn({ clicks, history }: World, result: Result): Set<string> {
  const voted = clicks.filter(({ wish, at }) => {
    const written = history.slotOf.get(at);
    return wish.kind === 'card' && written !== undefined && sameRound(written, result);
  });
  return new Set(voted.map(({ userId }) => userId));
}

const isEverShown = ({ board }: World, { sessionId }: Session, result: Result): boolean =>
  board.messages
    .flatMap(({ shown }) => shown)
    .some(({ rendering }) => isShownResult(rendering, sessionId, result) && barsOf(rendering) !== 'null');

/** Whether a message shows this round's result, with its buttons. */
export function isShownResult(rendering: Rendering, sessionId: string, { story, round }: RoundRef): boolean {
  const has = (id: string) => rendering.blocks.some(({ block_id }) => block_id === id);
  return has(`controls_${story}_${round}`) && has('numbers') && sessionOf(rendering) === sessionId;
}

const barsOf = ({ blocks }: Rendering): string =>
  JSON.stringify(blocks.find((block: KnownBlock) => block.block_id === 'bars') ?? null).replaceAll(
    /<@[UW][A-Z0-9]+>|@…/g,
    '@',
  );

function rendered(session: Session, result: Result): Rendering {
  const { sessionId, creatorId, deck, options } = session;
  const { story, round } = result;
  const position = { title: '', position: 1, stories: 1, earlier: [] };
  return render({
    status: 'revealed',
    sessionId,
    creatorId,
    deck,
    story,
    round,
    votes: publicVotes(session, shownVotes(result), []),
    language: 'en',
    anonymous: options.anonymous,
    ...position,
  });
}
