import { translator } from '../../../blocks/language/translate.ts';
import { noticeLine } from '../../../blocks/private/notices.ts';
import { refusalText } from '../../../blocks/private/refusals.ts';
import { takePartText, voteLine } from '../../../blocks/private/replies.ts';
import type { TakePartAnswer, VoteAnswer } from '../../../src/game/answers.ts';
import { DECKS } from '../../../src/game/deck/deck.ts';
import type { Click } from '../people/click.ts';
import type { World } from '../world.ts';

/** What a private line says about a vote; a refusal or any other line is `else`. */
export type Told =
  | Vote
  | Extract<TakePartAnswer, { kind: 'out' }>
  | { kind: 'reasonKept' | 'reasonTooLate' }
  | { kind: 'else'; text: string };
type Vote = Exclude<VoteAnswer, { kind: 'refusal' }>;

const t = translator('en');
/** No line says which round it was. */
const of = { sessionId: '', story: 0, round: 0 };
const cards = DECKS.fibonacci.cards;
const known = new Map<string, Map<string, Told>>();

/** All lines about votes on a story, and what they mean: the product's own words, read backwards. */
function meanings(title: string): Map<string, Told> {
  const found = known.get(title);
  if (found) return found;
  const all = new Map<string, Told>();
  all.set(refusalText({ code: 'reason_too_late' }, t), { kind: 'reasonTooLate' });
  const votes: Vote[] = [{ kind: 'too_late' }];
  for (const card of cards) {
    all.set(noticeLine({ kind: 'reasonKept', card }, t).text, { kind: 'reasonKept' });
    for (const votingAgain of [true, false]) {
      votes.push({ kind: 'counts', card, story: 0, votingAgain, reasons: false });
    }
    votes.push({ kind: 'counted', card }, { kind: 'too_late', card });
  }
  const outs = (['left', 'observer'] as const).flatMap((out) => [
    { kind: 'out' as const, out, withdrawn: true },
    { kind: 'out' as const, out, withdrawn: false },
    ...cards.map((counted) => ({ kind: 'out' as const, out, withdrawn: false, counted })),
  ]);
  for (const vote of votes) all.set(voteLine({ kind: 'vote', answer: vote, title, of }, t).text, vote);
  for (const out of outs) all.set(takePartText(out, t), out);
  known.set(title, all);
  return all;
}

/** All that the person was told after this click. */
export function toldAfter(world: World, { responseUrl, title }: Click): Told[] {
  return world.board.privateLines
    .filter((line) => line.responseUrl === responseUrl)
    .map(({ text }) => meanings(title).get(text) ?? { kind: 'else', text });
}
