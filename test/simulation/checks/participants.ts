import { roster } from '../../../src/game/round/roster.ts';
import type { Click } from '../people/click.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { toldAfter } from './told.ts';
import { type Violation, violation } from './violation.ts';

type Part = 'in' | 'out' | 'watching';

/** Who takes part while a vote is running: as each person's newest click said, if it was acknowledged. */
export async function checkParticipants(world: World, { session }: FinalState): Promise<Violation[]> {
  if (session.status !== 'voting') return [];
  const { store } = world;
  const { sessionId } = session;
  const [participants, slots] = [await store.participants(sessionId), await store.slots(sessionId, session)];
  const { voted, awaited, watching } = roster(session, participants, slots);
  const partOf = (userId: string): Part =>
    watching.includes(userId) ? 'watching' : [...voted, ...awaited].includes(userId) ? 'in' : 'out';
  return [...newestClicks(world, sessionId)].flatMap(([userId, click]) => {
    const wanted = wantedPart(world, click);
    if (wanted === undefined || click.acknowledgedAt === undefined || partOf(userId) === wanted) return [];
    return [
      violation(
        'everyone takes part as they said',
        `${userId} should be ${wanted}, but is ${partOf(userId)}`,
      ),
    ];
  });
}

/** Everyone's newest click that says whether they take part. */
function newestClicks(world: World, sessionId: string): Map<string, Click> {
  const newest = new Map<string, Click>();
  for (const click of world.clicks) {
    if (click.ref.sessionId !== sessionId) continue;
    if (click.wish.kind === 'remove') newest.delete(click.wish.whom);
    else if (saysPart(click)) newest.set(click.userId, click);
  }
  return newest;
}

function saysPart({ wish }: Click): boolean {
  if (wish.kind === 'button') return wish.action === 'join' || wish.action === 'leave';
  return wish.kind === 'card' || (wish.kind === 'menu' && wish.item === 'watch');
}

/** A card that came too late joins nobody; `undefined`: open. */
function wantedPart(world: World, click: Click): Part | undefined {
  const { wish } = click;
  if (wish.kind === 'menu') return 'watching';
  if (wish.kind === 'button') return wish.action === 'join' ? 'in' : 'out';
  const counts = toldAfter(world, click).some(({ kind }) => kind === 'counts' || kind === 'counted');
  return counts ? 'in' : undefined;
}
