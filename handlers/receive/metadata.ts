import * as v from 'valibot';
import { isSessionId } from '../../blocks/ids.ts';
import { maybe, slackId, url } from './field-schemas.ts';

/** What our modals remember in their `private_metadata`, as `blocks/modals` writes it. */

const page = v.fallback(v.pipe(v.number(), v.safeInteger(), v.toMinValue(0)), 0);
const responseUrl = v.fallback(url, '');
/** The workspace that the modal belongs to, for submissions that name only their submitter's. */
const teamId = maybe(slackId);

/** That of a modal that belongs to a session. */
const session = v.object({
  sessionId: v.custom<string>((value) => typeof value === 'string' && isSessionId(value)),
  channelId: slackId,
  teamId,
  page,
});

const memories = {
  session,
  /** In *Edit story*. */
  story: v.object({ ...session.entries, story: v.number() }),
  /** In a modal that belongs to a channel. */
  channel: v.object({ channelId: slackId, teamId, responseUrl }),
  /** In *Why this card?*. */
  reason: v.object({
    sessionId: session.entries.sessionId,
    channelId: slackId,
    teamId,
    story: v.pipe(v.number(), v.safeInteger()),
    round: v.pipe(v.number(), v.safeInteger()),
    card: v.string(),
    responseUrl,
  }),
};

export type Memory = keyof typeof memories;
export type Remembered<M extends Memory> = v.InferOutput<(typeof memories)[M]>;

/** Reads it back; `undefined` for whatever we did not write ourselves. */
export function remembered<M extends Memory>(
  memory: M,
  metadata: string | undefined,
): Remembered<M> | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), memories[memory]), metadata);
  return read.success ? read.output : undefined;
}
