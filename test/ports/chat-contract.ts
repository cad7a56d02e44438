import { afterEach, beforeEach, describe } from 'vitest';
import type { ChatBackend, FullChatBackend } from './chat-contract/backend.ts';
import { failureContract } from './chat-contract/failures.ts';
import { messageContract } from './chat-contract/messages.ts';
import { peopleContract } from './chat-contract/people.ts';
import { responseUrlContract } from './chat-contract/response-urls.ts';
import { viewContract } from './chat-contract/views.ts';

/** What every chat promises. */
export function chatContract(name: string, start: () => Promise<FullChatBackend>): void {
  describe(`The chat on ${name}`, () => {
    const backend = started(start);
    messages(backend);
    viewContract(backend);
    peopleContract(backend);
  });
}

/** The same for a chat that has messages alone. */
export function messagesContract(name: string, start: () => Promise<ChatBackend>): void {
  describe(`The chat on ${name}`, () => messages(started(start)));
}

function messages(backend: () => ChatBackend): void {
  messageContract(backend);
  responseUrlContract(backend);
  failureContract(backend);
}

function started<B extends ChatBackend>(start: () => Promise<B>): () => B {
  let backend: B;
  beforeEach(async () => {
    backend = await start();
  });
  afterEach(() => backend.close());
  return () => backend;
}
