import * as v from 'valibot';
import { list, maybe, slackId, text } from './field-schemas.ts';

/**
 * A modal as it comes back with a click or a submission.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */

export const option = v.object({ value: maybe(text) });

/** What has been filled into an element of a form. */
const inputState = v.object({
  value: maybe(text),
  selected_option: maybe(option),
  selected_options: list(option),
  selected_user: maybe(slackId),
});

export const view = v.object({
  id: maybe(slackId),
  previous_view_id: maybe(slackId),
  app_installed_team_id: maybe(slackId),
  callback_id: maybe(text),
  private_metadata: maybe(text),
  blocks: list(v.object({ block_id: maybe(text) })),
  /** By block_id, then by action_id. */
  state: maybe(
    v.object({
      values: maybe(v.record(v.string(), maybe(v.record(v.string(), maybe(inputState))))),
    }),
  ),
});

/** What a field of a form holds. */
export type InputState = v.InferOutput<typeof inputState>;
export type ViewBody = v.InferOutput<typeof view>;
