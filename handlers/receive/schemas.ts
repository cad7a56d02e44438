import * as v from 'valibot';
import { handle, list, maybe, slackId, text, timestamp, url } from './field-schemas.ts';
import { organizationAsTeam, teamId, whereabouts } from './team.ts';
import { option, view } from './view-schema.ts';

/**
 * The payloads that we listen to, as much of each as our listeners read. Slack signs what its clients say, and Bolt
 * trusts it: a payload that doesn't fit is none for us, and what nobody asks for is left out, so that it can't
 * make Bolt throw.
 * https://docs.slack.dev/reference/interaction-payloads
 */

/** Who has done something where. In an org-wide install there may be no team but the person's own. */
const interaction = {
  user: v.object({ id: slackId, name: maybe(handle), team_id: teamId }),
  ...whereabouts,
  trigger_id: maybe(text),
  response_url: maybe(url),
};

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
const action = v.object({
  action_id: text,
  type: text,
  value: maybe(text),
  selected_option: maybe(option),
  action_ts: maybe(timestamp),
});

const blockActions = {
  type: v.literal('block_actions'),
  ...interaction,
  /** The first of them: there are no more. */
  actions: v.pipe(
    v.array(v.unknown()),
    v.transform((actions) => actions.slice(0, 1)),
    v.tuple([action]),
  ),
};

/** The title of our message: a rich text in pieces. An emoji has a name. */
const titleBlock = v.object({
  block_id: maybe(text),
  elements: list(v.object({ elements: list(v.object({ text: maybe(text), name: maybe(text) })) })),
});

/** A click on something in a message. */
const messageClick = v.object({
  ...blockActions,
  channel: maybe(v.object({ id: maybe(slackId) })),
  container: maybe(
    v.object({ message_ts: maybe(text), channel_id: maybe(slackId), is_ephemeral: maybe(v.boolean()) }),
  ),
  message: maybe(v.object({ ts: maybe(text), team: maybe(slackId), blocks: list(titleBlock) })),
});

/** A click on something in a modal, or on the Home tab. */
const viewClick = v.object({ ...blockActions, view });

/** A modal that is saved; one that is closed has no listener, and no more to say. */
const submission = v.object({
  type: v.picklist(['view_submission', 'view_closed']),
  ...interaction,
  view: v.object({ ...view.entries, callback_id: text }),
});

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
const messageShortcut = v.object({
  type: v.literal('message_action'),
  ...interaction,
  callback_id: text,
  channel: v.object({ id: slackId }),
  message: v.object({
    ts: maybe(text),
    thread_ts: maybe(text),
    team: maybe(slackId),
    text: maybe(text),
    blocks: list(v.unknown()),
    attachments: list(
      v.object({
        title: maybe(text),
        text: maybe(text),
        fallback: maybe(text),
        blocks: list(v.unknown()),
      }),
    ),
    files: list(v.object({ title: maybe(text), name: maybe(text) })),
  }),
});

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
const slashCommand = v.pipe(
  organizationAsTeam,
  v.object({
    command: v.string(),
    text: v.optional(v.string(), ''),
    user_id: slackId,
    user_name: maybe(handle),
    channel_id: slackId,
    team_id: slackId,
    enterprise_id: maybe(slackId),
    response_url: maybe(url),
    trigger_id: maybe(text),
  }),
);

/** Somebody looks at the Home tab. https://docs.slack.dev/reference/events/app_home_opened */
const homeOpened = v.pipe(
  organizationAsTeam,
  v.object({
    type: v.literal('event_callback'),
    team_id: slackId,
    enterprise_id: maybe(slackId),
    event: v.object({ type: v.literal('app_home_opened'), user: slackId, tab: v.literal('home') }),
  }),
);

/**
 * https://docs.slack.dev/reference/events/app_uninstalled
 * https://docs.slack.dev/reference/events/tokens_revoked
 */
const uninstalled = v.pipe(
  organizationAsTeam,
  v.object({
    type: v.literal('event_callback'),
    team_id: slackId,
    event: v.object({ type: v.picklist(['app_uninstalled', 'tokens_revoked']) }),
  }),
);

/** Slack makes sure that the address is ours. https://docs.slack.dev/reference/events/url_verification */
const urlVerification = v.object({ type: v.literal('url_verification'), challenge: text });

const payload = v.union([
  of('command', slashCommand),
  of('viewClick', viewClick),
  of('messageClick', messageClick),
  of('submission', submission),
  of('shortcut', messageShortcut),
  of('homeOpened', homeOpened),
  of('uninstalled', uninstalled),
  of('urlVerification', urlVerification),
]);

function of<const K extends string, S extends v.GenericSchema>(kind: K, schema: S) {
  return v.pipe(
    schema,
    v.transform((body: v.InferOutput<S>) => ({ kind, body })),
  );
}

/** What Slack has told us, checked. */
export type Payload = v.InferOutput<typeof payload>;
type Body<K extends Payload['kind']> = Extract<Payload, { kind: K }>['body'];

export type ActionBody = v.InferOutput<typeof action>;
export type MessageBody = NonNullable<Body<'messageClick'>['message']>;
export type ShortcutBody = Body<'shortcut'>;

/** Reads the body of a request; `undefined` for whatever we don't listen to. Never throws. */
export function readPayload(body: unknown): Payload | undefined {
  const read = v.safeParse(payload, body, { abortEarly: true });
  return read.success ? read.output : undefined;
}
