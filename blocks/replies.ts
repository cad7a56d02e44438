import type { TakePartAnswer, VoteAnswer } from '../src/session/participation.ts';
import type { Refusal } from '../src/session/refusal.ts';
import type { SessionStatus } from '../src/session/session.ts';
import type { PrivateLine } from '../src/slack/chat.ts';
import { line } from './line.ts';
import { count, escapeText, mention } from './mrkdwn.ts';

/** Every private line. One line each, friendly, and it says what would be right. */

/** `wish`: what only the creator may do, such as `reveal this one`. */
export function refusalText(refusal: Refusal, wish = 'do that here'): string {
  switch (refusal.code) {
    case 'session_over':
      return overText(refusal.status);
    case 'not_this_message':
      return 'This message is not connected to a session any more. Start a new one with `/groom`.';
    case 'not_creator':
      return `Only ${mention(refusal.creatorId)} can ${wish}.`;
    case 'round_over':
      return 'That button was from an earlier round; the message is up to date now.';
    case 'not_now':
      return notNowText(refusal.status);
    case 'no_votes':
      return 'Nobody has voted yet. Reveal works after the first vote.';
    case 'card_not_in_deck':
      return 'That card is not in this deck. Please tap one of the cards on the message.';
    case 'too_many_stories':
      return refusal.most > 0
        ? `There is room for ${count(refusal.most, 'more story', 'more stories')} in this session.`
        : 'This session is full: 30 stories fit into one.';
    case 'no_such_story':
      return 'That story is not waiting any more; the list is up to date now.';
    case 'not_participant':
      return `${mention(refusal.userId)} has not joined yet. They can join on the message first.`;
    case 'creator_stays':
      return 'The creator can’t be removed. Hand over first, in *Manage…*.';
    case 'creator_active':
      return `${mention(refusal.creatorId)} was here just now. You can take over after ${count(refusal.minutes, 'more minute')} of silence.`;
    case 'try_again':
      return 'That did not work out. Please tap again.';
  }
}

function overText(status: SessionStatus | undefined): string {
  if (status === 'cancelled') return 'This session was cancelled. Start a new one with `/groom`.';
  return 'This session is over. Start a new one with `/groom`.';
}

function notNowText(status: SessionStatus): string {
  switch (status) {
    case 'lobby':
      return 'Voting has not started yet.';
    case 'voting':
      return 'This round is still open. Reveal it first.';
    default:
      return 'These votes are revealed already. *Vote again* opens another round.';
  }
}

/** `title` is the story's. */
export function voteLine(answer: Exclude<VoteAnswer, { kind: 'refusal' }>, title: string): PrivateLine {
  switch (answer.kind) {
    case 'counts': {
      const again = answer.votingAgain ? ' You are a voter again.' : '';
      return line(
        'You voted ',
        { card: answer.card },
        ' on ',
        { title },
        `. Tap another card to change it.${again}`,
      );
    }
    case 'counted':
      return line('Just in time: your ', { card: answer.card }, ' is in the result.');
    case 'too_late':
      return answer.card === undefined
        ? line('The votes were revealed a moment ago, so this card came too late.')
        : line('The votes were revealed a moment ago; your ', { card: answer.card }, ' is in the result.');
  }
}

/** `undefined`: the message itself says it. */
export function takePartText(answer: Exclude<TakePartAnswer, { kind: 'refusal' }>): string | undefined {
  if (answer.kind === 'out') return outText(answer);
  return answer.already ? 'You are in already.' : undefined;
}

function outText({ out, withdrawn, counted }: Extract<TakePartAnswer, { kind: 'out' }>): string {
  const state = out === 'observer' ? 'You are just watching now.' : 'You have left.';
  const back = out === 'observer' ? ' Tap a card to vote again.' : '';
  if (counted !== undefined)
    return `${state} Your *${counted}* was revealed before, so it stays in the result.${back}`;
  return withdrawn ? `${state} Your vote is withdrawn.${back}` : `${state}${back}`;
}

export function myVoteLine(title: string, card: string | undefined, status: SessionStatus): PrivateLine {
  if (card !== undefined) return line('Your vote on ', { title }, ': ', { card }, '.');
  if (status === 'lobby') return line('Voting has not started yet.');
  return line(
    status === 'voting' ? 'You have not voted on ' : 'You did not vote on ',
    { title },
    status === 'voting' ? ' yet.' : '.',
  );
}

/** Why `/groom` could not post, by Slack's error. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function postRefusedText(error: string): string {
  switch (error) {
    case 'not_in_channel':
      return 'I’m not in this channel yet. Type `/invite @Groom`, then try again.';
    case 'channel_not_found':
      return 'I can’t write here. In a private channel, type `/invite @Groom` first; in a direct message, please use a channel.';
    case 'is_archived':
      return 'This channel is archived, so I can’t post here.';
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
      return 'Posting is restricted in this channel. Please use another one.';
    case 'ratelimited':
      return 'Slack is busy right now. Please try again in a moment.';
    default:
      return `Slack did not let me post here (${escapeText(error)}). Please try again.`;
  }
}

export const POST_UNKNOWN =
  'Slack did not answer in time. If no message appears in a few seconds, please try again.';

/** To a creator whose message can't be updated any more. */
export function farewellLine(error: string, title: string): PrivateLine {
  switch (error) {
    case 'message_not_found':
      return line(
        'The estimation message for ',
        { title },
        ' was deleted, so the session is over. Start again with /groom.',
      );
    case 'is_archived':
    case 'is_inactive':
      return line(
        'The channel where you estimate ',
        { title },
        ' was archived. Unarchive it, or start again in another channel.',
      );
    case 'not_in_channel':
    case 'channel_not_found':
      return line(
        'I was removed from the channel where you estimate ',
        { title },
        '. Type /invite @Groom there; the next tap on the message brings it up to date.',
      );
    default:
      return line(
        'Slack no longer lets me update the message for ',
        { title },
        ` (${error}). Please ask whoever installed Groom.`,
      );
  }
}
