import type { Chats } from '../../src/ports/chat.ts';

/** Where a message is, if Slack says so: it may have been deleted. */
export async function messageLink(
  chats: Chats,
  { teamId, channelId }: { teamId: string; channelId: string },
  messageTs: string,
): Promise<string | undefined> {
  const link = await chats.for(teamId).permalink(channelId, messageTs);
  return link.ok && link.value !== '' ? link.value : undefined;
}
