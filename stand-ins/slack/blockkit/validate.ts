import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { complaint, explain } from './explain.ts';
import { isObject } from './json.ts';
import { homeRules, messageRules, viewRules } from './rules.ts';

/**
 * What Slack would refuse in a message's `blocks`; empty when they are fine.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function validateBlocks(blocks: unknown): string[] {
  if (!Array.isArray(blocks)) return [complaint('must be an array', '/blocks')];
  const misshapen = blocks.flatMap((block, index) => check('KnownBlock', block, `/blocks/${index}`));
  return misshapen.length > 0 ? misshapen : messageRules(blocks);
}

/**
 * What Slack would refuse in a modal; empty when it is fine.
 * @see https://docs.slack.dev/reference/views/modal-views
 */
export function validateView(view: unknown): string[] {
  if (!isObject(view)) return [complaint('must be an object', '/view')];
  const misshapen = check('ModalView', view, '/view');
  return misshapen.length > 0 ? misshapen : viewRules(view);
}

/**
 * What Slack would refuse on a Home tab; empty when it is fine.
 * @see https://docs.slack.dev/reference/views/home-tab-views
 */
export function validateHome(view: unknown): string[] {
  if (!isObject(view)) return [complaint('must be an object', '/view')];
  const misshapen = check('HomeView', view, '/view');
  return misshapen.length > 0 ? misshapen : homeRules(view);
}

function check(definition: string, data: unknown, pointer: string): string[] {
  const validate = validatorOf(definition);
  if (validate(data)) return [];
  const errors = validate.errors ?? [];
  return explain(errors.map((error) => ({ ...error, instancePath: pointer + error.instancePath })));
}

/** Compiling takes a moment, so it happens on first use and once. */
function validatorOf(definition: string): ValidateFunction {
  ajv ??= new Ajv({ allErrors: true, discriminator: true, strict: false, verbose: true }).addSchema(
    JSON.parse(readFileSync(new URL('schema.json', import.meta.url), 'utf8')),
    'block-kit',
  );
  const validate = ajv.getSchema(`block-kit#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`schema.json does not define ${definition}`);
  return validate;
}

let ajv: Ajv | undefined;
