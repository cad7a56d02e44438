import type { IncomingMessage } from 'node:http';

/** One request, and whether IAM allows its caller an action. */
export interface AccountRequest {
  request: IncomingMessage;
  body: string;
  allows(action: string): boolean;
}

export interface AccountAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}
