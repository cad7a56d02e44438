import type { Json } from './blockkit/json.ts';

/** A refusal with one of Slack's documented error codes; the Web API answers it as `{ ok: false, error }`. */
export class SlackError extends Error {
  readonly code: string;
  /** What `response_metadata.messages` says in addition. */
  readonly messages: string[];
  /** Further fields of the answer, such as `needed`. */
  readonly details: Json;

  constructor(code: string, messages: string[] = [], details: Json = {}) {
    super([code, ...messages].join('\n'));
    this.code = code;
    this.messages = messages;
    this.details = details;
  }
}
