import type { KnownBlock } from '@slack/types';
import { LogLevel, retryPolicies, WebClient } from '@slack/web-api';
import { render } from '../blocks/message/render.ts';
import { failureText, type Rendering } from '../src/ports/chat.ts';
import { failureOf } from '../src/slack/outcome.ts';
import { BOARDS } from './boards.ts';
import type { ChannelFacts, Tried } from './checks/channel.ts';
import { NEWER_BLOCKS } from './newer-blocks.ts';

interface Post extends Rendering {
  channel: string;
}

interface Posted {
  channel?: string;
  ts?: string;
  message?: { blocks?: unknown };
}

/** Blocks of these many bytes of text are tried one after the other, until Slack refuses. */
const SIZES = [9000, 10_000, 11_000, 12_000, 13_000, 16_000, 20_000, 30_000];

/**
 * Tries in a channel, or in somebody's direct messages with the app, what only Slack itself can say. Whatever is posted
 * there is deleted again. https://docs.slack.dev/reference/methods/chat.update#errors
 */
export async function tryInChannel(token: string, channel: string, apiUrl?: string): Promise<ChannelFacts> {
  const web = new WebClient(token, {
    ...(apiUrl && { slackApiUrl: apiUrl }),
    logLevel: LogLevel.ERROR,
    retryConfig: retryPolicies.fiveRetriesInFiveMinutes,
  });
  const at = (rendering: Rendering): Post => ({ channel, ...rendering });
  const reached = await attempt(web, [at(text('Groom doctor'))]);
  if (reached !== undefined) return { unreached: reached };
  const boards: Tried[] = [];
  for (const [name, sessions] of Object.entries(BOARDS)) {
    boards.push({
      name,
      error: await attempt(
        web,
        sessions().map((session) => at(render(session))),
      ),
    });
  }
  const newer: Tried[] = [];
  for (const [name, block] of Object.entries(NEWER_BLOCKS)) {
    newer.push({ name, error: await attempt(web, [at({ text: 'Groom doctor', blocks: [block] })]) });
  }
  const mixed = [at(rich('Groom doctor')), at(text('Groom doctor'))];
  return {
    boards,
    newer,
    richTextLost: await attempt(web, mixed),
    largest: await largestTaken(web, channel),
    emoji: await emojiReadBack(web, channel),
  };
}

const text = (words: string): Rendering => ({
  text: words,
  blocks: [{ type: 'section', text: { type: 'plain_text', text: words } }],
});

const rich = (words: string): Rendering => ({
  text: words,
  blocks: [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }],
    },
  ],
});

/** Posts the first, updates it to the others, and deletes it. Answers what Slack says against it. */
async function attempt(web: WebClient, [first, ...others]: Post[]): Promise<string | undefined> {
  let posted: Posted | undefined;
  try {
    posted = await web.chat.postMessage(first as Post);
    const { channel = '', ts = '' } = posted;
    for (const other of others) await web.chat.update({ ...other, channel, ts });
    return undefined;
  } catch (error) {
    return failureText(failureOf(error));
  } finally {
    if (posted) await remove(web, posted);
  }
}

async function remove(web: WebClient, { channel = '', ts = '' }: Posted): Promise<void> {
  await web.chat.delete({ channel, ts });
}

async function largestTaken(web: WebClient, channel: string): Promise<number> {
  let taken = 0;
  for (const size of SIZES) {
    const blocks: KnownBlock[] = Array.from({ length: Math.ceil(size / 1000) }, () => ({
      type: 'section',
      text: { type: 'plain_text', text: 'x'.repeat(1000) },
    }));
    const error = await attempt(web, [{ channel, text: 'Groom doctor', blocks }]);
    if (error !== undefined) break;
    taken = size;
  }
  return taken;
}

/** What Slack makes of an emoji in a title: it is compared with what was sent when a message is looked at again. */
async function emojiReadBack(web: WebClient, channel: string): Promise<string> {
  const { blocks } = rich('Ship it 🚀');
  const posted: Posted = await web.chat.postMessage({ channel, text: 'Groom doctor', blocks });
  await remove(web, posted);
  return JSON.stringify(posted.message?.blocks ?? []);
}
