import { deckNamed } from '../../src/game/deck/custom-deck.ts';
import { isProblem } from '../../src/game/problem.ts';
import type { NewStory } from '../../src/game/story/story-line.ts';
import type { Deps } from '../../src/play/deps.ts';
import { startSession } from '../../src/play/start-session.ts';
import { type Answer, told } from '../answer.ts';
import { longTitleIn } from '../long-title.ts';
import type { TypedCommand } from '../receive/interaction.ts';
import type { Flags } from './flags.ts';

/** `/groom Add SSO login`, with whatever flags stand before the title. */
export async function start(
  deps: Deps,
  where: TypedCommand,
  story: NewStory,
  { deck: wanted, ...wishes }: Flags,
): Promise<Answer> {
  const settings = await deps.directory.settings(where);
  const deck = wanted && 'named' in wanted ? deckNamed(wanted.named, settings.decks) : wanted;
  if (isProblem(deck)) return told({ kind: 'problem', problem: deck });
  const stories = [story];
  const started = await startSession(deps, {
    ...where,
    request: where.text.trim(),
    stories,
    settings,
    wishes: { ...wishes, ...(deck && { deck }) },
  });
  return { notice: started.notice ?? longTitleIn([story]) };
}
