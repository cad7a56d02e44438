import type { Service } from './answers.ts';
import type { Passing } from './proxy.ts';

/** A ULID, as all session ids are. https://github.com/ulid/spec */
const ULID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

/** The sessions that a text speaks of. */
export function sessionsIn(text: string): string[] {
  return [...new Set(text.match(ULID))];
}

/**
 * What a request is about, without the session's id: `UpdateItem DETAILS`, `SendMessageBatch`, `chat.update`. The
 * same in every run of a schedule, in whatever order its requests come.
 */
export function labelOf(service: Service, { path, headers, body }: Passing): string {
  if (service === 'Slack') return path.startsWith('/api/') ? path.slice('/api/'.length) : 'response_url';
  const operation = String(headers['x-amz-target']).split('.')[1] ?? '';
  return service === 'SQS' ? operation : `${operation} ${sortKeyIn(body.toString())}`;
}

function sortKeyIn(body: string): string {
  const keys = [...body.matchAll(/"S":"((?:DETAILS|PARTICIPANT|STORY|BACKLOG|RESULT)[^"]*)"/g)];
  return keys[0]?.[1] ?? '';
}
