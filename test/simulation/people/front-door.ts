import { registerListeners } from '../../../handlers/app.ts';
import type { BoltApp } from '../../../handlers/receive/receiver.ts';
import { type Payload as Checked, readPayload } from '../../../handlers/receive/schemas.ts';
import type { Deps } from '../../../src/play/deps.ts';

/** A payload as Slack sends it. */
export type Payload = Record<string, unknown>;

interface ListenerArguments {
  context: { payload: Checked };
  ack(response?: unknown): Promise<void>;
}
type Listener = (given: ListenerArguments) => Promise<void>;
type Constraint = string | RegExp | { callback_id: string };

interface Registered {
  surface: 'action' | 'command' | 'view' | 'shortcut' | 'event';
  constraint: Constraint;
  listener: Listener;
}

/** What came of a payload: whether it was acknowledged, and with what. */
export interface Answer {
  acknowledged: boolean;
  response?: unknown;
}

/**
 * Delivers a payload to the listeners of the product, checked, as the receiver and Bolt do: acknowledged is what a listener has called
 * `ack` for and has not thrown afterwards.
 */
export async function deliver(payload: Payload, deps: Deps): Promise<Answer> {
  const checked = readPayload(payload);
  const listener = listenerFor(payload, deps);
  if (!checked || !listener) throw new Error(`nobody listens to ${JSON.stringify(payload)}`);
  let answer: Answer = { acknowledged: false };
  const ack = async (response?: unknown) => {
    answer = { acknowledged: true, response };
  };
  try {
    await listener({ context: { payload: checked }, ack });
    return answer;
  } catch {
    return { acknowledged: false };
  }
}

function listenerFor(payload: Payload, deps: Deps): Listener | undefined {
  const registered: Registered[] = [];
  const on = (surface: Registered['surface']) => (constraint: Constraint, listener: Listener) => {
    registered.push({ surface, constraint, listener });
  };
  const recorder = {
    action: on('action'),
    command: on('command'),
    view: on('view'),
    shortcut: on('shortcut'),
    event: on('event'),
  };
  // The listeners need nothing else of Bolt's App.
  registerListeners(recorder as unknown as BoltApp, deps);
  const [surface, name] = surfaceOf(payload);
  return registered.find((one) => one.surface === surface && matches(one.constraint, name))?.listener;
}

function surfaceOf(payload: Payload): [Registered['surface'], string] {
  if (typeof payload.command === 'string') return ['command', payload.command];
  if (payload.type === 'view_submission') {
    const { callback_id } = payload.view as { callback_id: string };
    return ['view', callback_id];
  }
  const [action] = payload.actions as [{ action_id: string }];
  return ['action', action.action_id];
}

function matches(constraint: Constraint, name: string): boolean {
  if (typeof constraint === 'string') return constraint === name;
  return constraint instanceof RegExp ? constraint.test(name) : constraint.callback_id === name;
}
