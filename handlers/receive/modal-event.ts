import { VIEWS } from '../../blocks/ids.ts';
import type { Actor } from '../../src/play/control.ts';
import type { ViewRef } from '../../src/ports/job.ts';
import { actionTs, type Clock } from '../../src/time.ts';
import { chosenValue } from './click.ts';
import { type Memory, type Remembered, remembered } from './metadata.ts';
import type { Payload } from './schemas.ts';
import { whereaboutsOf } from './team.ts';
import type { ViewBody } from './view-schema.ts';

/** A click or a submission in one of our modals. */
export interface ModalEvent<M extends Memory> {
  actor: Actor;
  /** The actor's legacy handle, fit to be shown; '' if there is none. */
  userName: string;
  /** What the modal remembers. */
  context: Remembered<M>;
  viewId: string;
  /** What a modal of a session shows; *Edit story* stands on *Manage…*. */
  view: ViewRef['view'];
  /** The view below this one, if there is one. */
  previousViewId?: string;
  /** The clicked element's value. */
  value: string;
  triggerId: string;
  /** Its fields, for `inputs.ts`. */
  form: Form;
}

export type Form = Pick<ViewBody, 'blocks' | 'state'>;

/** Reads what has happened in a modal that remembers this; `undefined` for a view that is none of ours. */
export function modalEvent<M extends Memory>(
  payload: Payload,
  memory: M,
  now: Clock,
): ModalEvent<M> | undefined {
  if (payload.kind !== 'viewClick' && payload.kind !== 'submission') return undefined;
  const { body } = payload;
  const { view, user, trigger_id = '' } = body;
  const context = remembered(memory, view.private_metadata);
  const where = whereaboutsOf(body, context?.teamId);
  if (!context || !view.id || !where) return undefined;
  const action = payload.kind === 'viewClick' ? payload.body.actions[0] : undefined;
  const at = action?.action_ts ?? actionTs(now());
  return {
    actor: {
      userId: user.id,
      teamId: where.teamId,
      ...(where.external && { external: true }),
      channelId: context.channelId,
      at,
    },
    userName: user.name ?? '',
    context,
    viewId: view.id,
    view: view.callback_id === VIEWS.people ? 'people' : 'manage',
    ...(view.previous_view_id !== undefined && { previousViewId: view.previous_view_id }),
    value: (action && chosenValue(action)) ?? '',
    triggerId: trigger_id,
    form: view,
  };
}
