import { INPUTS } from '../../blocks/ids.ts';
import type { Translate } from '../../blocks/language/translate.ts';
import { parseJson } from '../../blocks/modals/context.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import type { Problem } from '../../src/game/problem.ts';
import { inputState, inputText, teamOf, urlOf } from './payload.ts';
import { isObject } from './request.ts';
import { isSlackId } from './slack-id.ts';

/**
 * What has been filled into the fields of a submitted view. Each field's block has the id of its element.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */

type Field = keyof typeof INPUTS;

export const typedIn = (body: unknown, field: Field): string => inputText(stateOf(body, field));

/** The value of the option that is chosen in a select; '' if there is none. */
export function chosenIn(body: unknown, field: Field): string {
  const state = stateOf(body, field);
  return isObject(state) ? optionValue(state.selected_option) : '';
}

/** The values of the boxes that are ticked. */
export function tickedIn(body: unknown, field: Field): string[] {
  const state = stateOf(body, field);
  const options = isObject(state) && Array.isArray(state.selected_options) ? state.selected_options : [];
  return options.map(optionValue);
}

/** What is wrong with fields, each said beside its own. */
export function saidBeside(problems: Partial<Record<Field, Problem>>, t: Translate) {
  const errors = Object.entries(problems).map(([field, problem]) => [
    INPUTS[field as Field],
    plainProblem(problem, t),
  ]);
  return { response_action: 'errors', errors: Object.fromEntries(errors) as Record<string, string> } as const;
}

/** A click or a submission in a modal that belongs to a channel. */
export interface ChannelEvent {
  teamId: string;
  channelId: string;
  userId: string;
  triggerId: string;
  /** '' if there is none. */
  responseUrl: string;
}

/** `undefined` for a view that is none of ours. */
export function channelEvent(body: object): ChannelEvent | undefined {
  const { view, user, trigger_id, ...more } = body as Record<string, unknown>;
  const context = isObject(view) ? parseJson(view.private_metadata) : undefined;
  if (!isObject(context) || !isObject(user)) return undefined;
  const { channelId } = context;
  const teamId = teamOf({ ...more, user });
  if (!isSlackId(channelId) || !isSlackId(user.id) || !teamId) return undefined;
  const triggerId = typeof trigger_id === 'string' ? trigger_id : '';
  return { teamId, channelId, userId: user.id, triggerId, responseUrl: urlOf(context.responseUrl) };
}

const stateOf = (body: unknown, field: Field): unknown => inputState(body, INPUTS[field], INPUTS[field]);

const optionValue = (option: unknown): string =>
  isObject(option) && typeof option.value === 'string' ? option.value : '';
