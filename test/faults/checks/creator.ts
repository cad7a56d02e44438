import type { Result } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Expected } from '../people/creator.ts';

/** Nothing that the creator did and Slack acknowledged is lost. */
export function checkCreator(session: Session, results: readonly Result[], expected: Expected): string[] {
  const problems: string[] = [];
  const position = ({ status, story, round }: Pick<Expected, 'status' | 'story' | 'round'>) =>
    `${status} in round ${round} of story ${story}`;
  if (position(session) !== position(expected)) {
    problems.push(`it stands at ${position(session)}, not at ${position(expected)}`);
  }
  for (const [story, card] of expected.estimates) {
    const estimate = session.estimates.find((one) => one.story === story);
    if (estimate?.card !== card) problems.push(`story ${story} is estimated ${estimate?.card}, not ${card}`);
  }
  const revealed = results.length;
  const wanted = roundsBehind(expected);
  if (revealed < wanted) problems.push(`${revealed} results of ${wanted} revealed rounds`);
  return problems;
}

/** How many rounds of the current story were revealed, at least. */
function roundsBehind({ status, round }: Expected): number {
  return status === 'revealed' || status === 'ended' ? round : round - 1;
}
