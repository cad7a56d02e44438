import { INPUTS } from '../../blocks/ids.ts';
import type { Translate } from '../../blocks/language/translate.ts';
import { plainProblem } from '../../blocks/private/problems.ts';
import type { Problem } from '../../src/game/problem.ts';
import type { Form } from './modal-event.ts';
import type { InputState } from './view-schema.ts';

/**
 * What has been filled into the fields of a submitted view. Each field's block has the id of its element.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */

type Field = keyof typeof INPUTS;

/** `blockId`: of a field whose block has an id of its own. */
export const typedIn = (form: Form, field: Field, blockId?: string): string =>
  stateOf(form, field, blockId)?.value ?? '';

/** The value of the option that is chosen in a select; '' if there is none. */
export const chosenIn = (form: Form, field: Field): string =>
  stateOf(form, field)?.selected_option?.value ?? '';

/** The values of the boxes that are ticked. */
export const tickedIn = (form: Form, field: Field): string[] =>
  (stateOf(form, field)?.selected_options ?? []).map((option) => option?.value ?? '');

/** Who is chosen in a select of people. */
export const personIn = (form: Form, field: Field): string | undefined => stateOf(form, field)?.selected_user;

/** What is wrong with fields, each said beside its own. */
export function saidBeside(
  form: Form,
  problems: Partial<Record<Field, Problem>>,
  t: Translate,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      blockOf(form, field as Field),
      plainProblem(problem, t),
    ]),
  );
}

/** The block that a field stands in: one that was drawn anew has an id of its own. */
const blockOf = ({ state }: Form, field: Field): string =>
  Object.entries(state?.values ?? {}).find(([, inputs]) => inputs && INPUTS[field] in inputs)?.[0] ??
  INPUTS[field];

function stateOf(form: Form, field: Field, blockId: string = blockOf(form, field)): InputState | undefined {
  return form.state?.values?.[blockId]?.[INPUTS[field]];
}
