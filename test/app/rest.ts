import { setTimeout as sleep } from 'node:timers/promises';
import type { TestWorkspace } from './workspace.ts';

interface Inspection {
  messages: { ready: unknown[]; inflight: unknown[] };
}

/**
 * Resolves when the queue holds nothing that concerns these sessions or this channel, whatever else goes on in the workspace.
 * Timers are not waited for.
 */
export async function restOf(
  { groom }: TestWorkspace,
  sessionIds: ReadonlySet<string>,
  channelId: string,
): Promise<void> {
  // As it stands in a body that is a string within JSON.
  const concerns = [...sessionIds, `"${channelId}\\"`];
  const name = new URL(groom.queueUrl).pathname.split('/').at(-1);
  const url = new URL(`/_fauxqs/queues/${name}`, groom.sqsEndpoint);
  for (let looks = 1; ; looks++) {
    const response = await fetch(url);
    const { messages } = (await response.json()) as Inspection;
    const waiting = [...messages.ready, ...messages.inflight].map((message) => JSON.stringify(message));
    const concerned = waiting.some(
      (message) => !message.includes('"timer/') && concerns.some((id) => message.includes(id)),
    );
    if (!concerned) return;
    // Most things take a moment, or wait for a second to pass since the last update.
    await sleep(looks < 6 ? 15 : 50);
  }
}
