import type { WebClient } from '@slack/web-api';
import type { Chats } from '../ports/chat.ts';
import type { Fetch } from './https-fetch.ts';
import { createWebChat } from './web-chat.ts';

/** An app that is installed in one workspace: whichever is asked for, there is one token. */
export function createOneWorkspace(client: WebClient, fetch: Fetch): Chats {
  const chat = createWebChat(client, fetch);
  return { for: () => chat };
}
