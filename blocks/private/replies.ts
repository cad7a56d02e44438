import type { Button } from '@slack/types';
import { type Notice, NotUnderstood, type ToldTakePart } from '../../src/game/notice.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import type { SessionRound } from '../../src/game/round/round.ts';
import type { SessionStatus } from '../../src/game/session.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import { ACTIONS, cardValue, voteInAction, voteInValue } from '../ids.ts';
import type { Key } from '../language/en.ts';
import type { Translate } from '../language/translate.ts';
import { button } from '../message/controls.ts';
import { cut, plain } from '../text/mrkdwn.ts';
import { typedPlain } from '../text/rich-text.ts';
import type { Part } from '../words/words.ts';
import { line } from './line.ts';

/** Slack's limit for the text on a button. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const BUTTON = 75;

/** What people are told after a tap, in one line. `title` is the story's. */

export function voteLine(
  { answer, title, of, reason }: Extract<Notice, { kind: 'vote' }>,
  t: Translate,
): PrivateLine {
  const given =
    reason === undefined ? [] : [t('list.sentence'), t(`vote.reason.${reason}`, { most: MAX_REASON })];
  const say = (key: Key, ...more: Part[]) =>
    line([...t.parts<Exclude<Part, string>>(key, { ...card, title: { title } }), ...more, ...given], t);
  const card = answer.card === undefined ? {} : { card: { card: answer.card } };
  switch (answer.kind) {
    case 'counts': {
      const told = answer.votingAgain
        ? say('vote.counts', t('list.sentence') + t('vote.again'))
        : say('vote.counts');
      return answer.reasons && reason !== 'kept' ? withWhy(told, of, answer.card, t) : told;
    }
    case 'counted':
      return say('vote.counted');
    case 'too_late':
      return say(answer.card === undefined ? 'vote.tooLate' : 'vote.tooLateEarlier');
    default:
      throw new NotUnderstood((answer satisfies never as { kind: string }).kind);
  }
}

/** Adds the button *Add why*, for channels that want reasons. */
function withWhy(
  { text, blocks = [] }: PrivateLine,
  of: SessionRound,
  card: string,
  t: Translate,
): PrivateLine {
  const why = button(t, 'addWhy', of, { value: cardValue(of, card) }, card);
  return { text, blocks: [...blocks, { type: 'actions', elements: [why] }] };
}

/** Asks which story a typed card is for, with a button for each. */
export function whichVoteLine(
  { options, reason }: Extract<Notice, { kind: 'whichVote' }>,
  t: Translate,
): PrivateLine {
  const [card = ''] = options.map((option) => option.card);
  const { text, blocks = [] } = line(t.parts('vote.which', { card: { card } }), t);
  const elements = options.map(
    (option, index): Button => ({
      type: 'button',
      action_id: voteInAction(index),
      text: typedPlain(cut(option.title, BUTTON) || t('title.none')),
      value: voteInValue(option.of, option.card, reason),
    }),
  );
  return { text, blocks: [...blocks, { type: 'actions', elements }] };
}

/** Asks whether a command was meant by what reads like a title, which would be public. */
export function didYouMeanLine(
  { command, title }: Extract<Notice, { kind: 'didYouMean' }>,
  t: Translate,
): PrivateLine {
  const { text, blocks = [] } = line(t.parts('didYouMean', { command: { typed: `/groom ${command}` } }), t);
  const start: Button = {
    type: 'button',
    action_id: ACTIONS.startOnIt,
    text: plain(t('didYouMean.start')),
    value: title,
  };
  return { text, blocks: [...blocks, { type: 'actions', elements: [start] }] };
}

export function takePartText(answer: ToldTakePart, t: Translate): string {
  switch (answer.kind) {
    case 'joined':
      return t(answer.already ? 'takePart.already' : 'takePart.joined');
    case 'out':
      return outText(answer, t);
    default:
      throw new NotUnderstood((answer satisfies never as { kind: string }).kind);
  }
}

function outText(
  { out, withdrawn, counted, already }: Extract<ToldTakePart, { kind: 'out' }>,
  t: Translate,
): string {
  const vote =
    counted !== undefined
      ? [t('takePart.counted', { card: counted })]
      : withdrawn
        ? [t('takePart.withdrawn')]
        : [];
  if (already) return t('takePart.notIn');
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
