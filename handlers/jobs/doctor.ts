import { doctorLine, trialMessage } from '../../blocks/private/doctor.ts';
import { type Chat, failureText, type Outcome } from '../../src/ports/chat.ts';
import type { JobOf } from '../../src/ports/job.ts';
import { done, type Verdict } from '../../src/ports/queue.ts';
import type { JobDeps } from './deps.ts';

/** A response_url has five uses; one is for whatever else may be said. */
const USES = 5;

/**
 * What only a real workspace can say of one click: whether a message can still be updated after its click's response_url
 * has replaced it, in which order the two land, whether a deleted one comes back, and what a response_url takes before
 * a 429. Said in a direct message, to whoever clicked; what is to be seen in the channel they see themselves.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export async function doctor({ chats }: JobDeps, job: JobOf<'doctor'>): Promise<Verdict> {
  const chat = chats.for(job.teamId);
  const lines = await TRIALS[job.trial](chat, job);
  if (lines.length > 0)
    await chat.postDirect(job.userId, doctorLine({ about: 'How the trial went:', lines }));
  return done;
}

type Trial = (chat: Chat, job: JobOf<'doctor'>) => Promise<string[]>;

const TRIALS: Record<JobOf<'doctor'>['trial'], Trial> = {
  async post(chat, { channelId }) {
    const words = 'Groom’s operator tries out here what Slack does with updates. Nothing else is meant.';
    const posted = await chat.post(channelId, trialMessage(words));
    return posted.ok ? [] : [said('chat.postMessage', posted)];
  },

  async updates(chat, { channelId, messageTs, responseUrl }) {
    const update = (words: string) => chat.update(channelId, messageTs, trialMessage(words));
    const replace = (words: string) => chat.replaceThrough(responseUrl, trialMessage(words));
    const lines = [
      said('chat.update', await update('1: updated')),
      said('response_url', await replace('2: replaced through the click')),
      said('chat.update after it', await update('3: updated again')),
    ];
    const [through, updated] = await Promise.all([
      replace('4: this was sent first, through the click'),
      update('5: this was sent last, as an update'),
    ]);
    lines.push(
      said('both at once', through.ok ? updated : through),
      'The message should say 5: the last one wins.',
    );
    return [...lines, await usesLeft(replace, '5: this was sent last, as an update', 2)];
  },

  async deleted(chat, { channelId, messageTs, responseUrl }) {
    const removed = await chat.deleteMessage(channelId, messageTs);
    const replaced = await chat.replaceThrough(
      responseUrl,
      trialMessage('This was deleted, and is posted again'),
    );
    return [
      said('chat.delete', removed),
      said('response_url of what was deleted', replaced),
      'No message should be there now: if one says that it is posted again, deleted messages come back.',
    ];
  },
};

/** How often a response_url is taken until Slack refuses, and with what. */
async function usesLeft(
  replace: (words: string) => Promise<Outcome>,
  words: string,
  used: number,
): Promise<string> {
  for (let uses = used; uses < USES; uses++) {
    const replaced = await replace(words);
    if (!replaced.ok) return `response_url: taken ${uses} times, then ${failureText(replaced.failure)}`;
  }
  return `response_url: taken ${USES} times within seconds, no 429`;
}

const said = (call: string, answer: Outcome): string =>
  `${call}: ${answer.ok ? 'taken' : failureText(answer.failure)}`;
