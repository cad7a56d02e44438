import { isObject } from '../../stand-ins/slack/blockkit/json.ts';
import type { Sent } from '../../stand-ins/slack/journal.ts';

/** What Slack turns into something alive: mentions of people, groups and channels, links. */
const LIVE = /<([^<>]*)>/g;

/** What the app itself mentions, or leads to: members of the workspace, and where the session is that was just started. */
const OWN =
  /^(@U0(ADA|BO|CY|DEE|EVE)|https:\/\/acme\.slack\.com\/archives\/C0ROOM\d+\/p\d+\|Go to the message)$/;

/** Live markup in something sent that is not the app's own. */
export function strangersIn(sent: Sent): string[] {
  return mrkdwnIn(sent).flatMap((text) =>
    [...text.matchAll(LIVE)].flatMap(([whole, inner = '']) => (OWN.test(inner) ? [] : [whole])),
  );
}

/** Texts in blocks and views that Slack formats, and which hold `word`. */
export const formattedWith = (word: string, { blocks, view }: Sent): string[] =>
  textObjects([blocks, view]).filter((text) => text.includes(word));

/** All texts that Slack formats: the top-level one is mrkdwn, too. */
function mrkdwnIn({ text, blocks, view }: Sent): string[] {
  return [...(text ? [text] : []), ...textObjects([blocks, view])];
}

function textObjects(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textObjects);
  if (!isObject(value)) return [];
  if (value.type === 'mrkdwn' && typeof value.text === 'string') return [value.text];
  return Object.values(value).flatMap(textObjects);
}
