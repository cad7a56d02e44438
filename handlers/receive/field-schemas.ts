import * as v from 'valibot';
import { cut } from '../../blocks/text/mrkdwn.ts';
import { cleanTitle } from '../../src/game/story/title.ts';
import { type ActionTs, isActionTs } from '../../src/time.ts';

/** What payloads are made of. A schema checks a field once; whoever reads it later need not. */

/** Characters. Slack's own have about a hundred; a job of the queue must not be of any size. */
const LONGEST_URL = 2000;
/** Slack's limit for display names. */
const LONGEST_HANDLE = 80;

/** A field that is left out where it doesn't fit its schema: most of a payload is of use without it. */
export const maybe = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

/** A list whose items are `undefined` where they don't fit; left out if it is none. */
export const list = <S extends v.GenericSchema>(item: S) => maybe(v.array(maybe(item)));

/** Left out where it is of another type; what has the type has to fit the schema, or the whole payload doesn't. */
export const strictly = <T, S extends v.GenericSchema<T | undefined, unknown>>(
  is: (value: unknown) => value is T,
  schema: S,
) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((value) => (is(value) ? value : undefined)),
      schema,
    ),
  );

export const text = v.pipe(v.string(), v.nonEmpty());

/**
 * Slack's ids: a letter for the kind, then letters and digits, some ten in all.
 * They become keys of DynamoDB and message groups of SQS, which take neither everything nor anything of any length.
 */
export const slackId = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,39}$/));

export const isSlackId = (value: unknown): value is string => v.is(slackId, value);

export const timestamp = v.custom<ActionTs>(isActionTs);

/** Short enough for a job. */
export const url = v.pipe(v.string(), v.maxLength(LONGEST_URL), v.check(URL.canParse));

/** Somebody's handle, as it is shown. */
export const handle = v.pipe(
  text,
  v.transform((name) => cut(cleanTitle(name) ?? '', LONGEST_HANDLE)),
);
