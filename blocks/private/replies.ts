import { type Notice, NotUnderstood, type ToldTakePart } from '../../src/game/notice.ts';
import type { SessionRound } from '../../src/game/round/round.ts';
import type { SessionStatus } from '../../src/game/session.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import { cardValue } from '../ids.ts';
import type { Key } from '../language/en.ts';
import type { Translate } from '../language/translate.ts';
import { button } from '../message/controls.ts';
import type { Part } from '../words/words.ts';
import { line } from './line.ts';

/** What people are told after a tap, in one line. `title` is the story's. */

export function voteLine(
  { answer, title, of }: Extract<Notice, { kind: 'vote' }>,
  t: Translate,
): PrivateLine {
  const say = (key: Key, ...more: Part[]) =>
    line([...t.parts<Exclude<Part, string>>(key, { ...card, title: { title } }), ...more], t);
  const card = answer.card === undefined ? {} : { card: { card: answer.card } };
  switch (answer.kind) {
    case 'counts': {
      const told = answer.votingAgain
        ? say('vote.counts', t('list.sentence') + t('vote.again'))
        : say('vote.counts');
      return answer.reasons ? withWhy(told, of, answer.card, t) : told;
    }
    case 'counted':
      return say('vote.counted');
    case 'too_late':
      return say(answer.card === undefined ? 'vote.tooLate' : 'vote.tooLateEarlier');
    default:
      throw new NotUnderstood((answer satisfies never as { kind: string }).kind);
  }
}

/** Adds the button *Add why*, for channels that want reasons. No other private line has a button. */
function withWhy(
  { text, blocks = [] }: PrivateLine,
  of: SessionRound,
  card: string,
  t: Translate,
): PrivateLine {
  const why = button(t, 'addWhy', of, { value: cardValue(of, card) }, card);
  return { text, blocks: [...blocks, { type: 'actions', elements: [why] }] };
}

export function takePartText(answer: ToldTakePart, t: Translate): string {
  switch (answer.kind) {
    case 'joined':
      return t('takePart.already');
    case 'out':
      return outText(answer, t);
    default:
      throw new NotUnderstood((answer satisfies never as { kind: string }).kind);
  }
}

function outText({ out, withdrawn, counted }: Extract<ToldTakePart, { kind: 'out' }>, t: Translate): string {
  const vote =
    counted !== undefined
      ? [t('takePart.counted', { card: counted })]
      : withdrawn
        ? [t('takePart.withdrawn')]
        : [];
  const sentences =
    out === 'observer'
      ? [t('takePart.watching'), ...vote, t('takePart.back')]
      : [t('takePart.left'), ...vote];
  return sentences.join(t('list.sentence'));
}

export function myVoteLine(
  title: string,
  card: string | undefined,
  status: SessionStatus,
  t: Translate,
): PrivateLine {
  if (card !== undefined) return line(t.parts('myVote.card', { card: { card }, title: { title } }), t);
  if (status === 'lobby') return line([t('myVote.notStarted')], t);
  return line(t.parts(status === 'voting' ? 'myVote.notYet' : 'myVote.none', { title: { title } }), t);
}
