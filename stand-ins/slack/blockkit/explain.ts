import type { ErrorObject } from 'ajv';

/** A complaint in Slack's form: what is wrong, then where, as `response_metadata.messages` has it. */
export function complaint(problem: string, pointer: string): string {
  return `[ERROR] ${problem} [json-pointer:${pointer}]`;
}

/** The validator's errors as sentences that state the limit and what was found instead. */
export function explain(errors: ErrorObject[]): string[] {
  // A union's own error repeats that none of its branches fitted: the branches' errors say why.
  const telling = errors.filter((error) => error.keyword !== 'anyOf' || errors.length === 1);
  return [...new Set(telling.map((error) => complaint(problemOf(error), error.instancePath)))];
}

function problemOf({ keyword, params, data, message }: ErrorObject): string {
  switch (keyword) {
    case 'maxLength':
      return `must have at most ${params.limit} characters, but has ${[...String(data)].length}`;
    case 'minLength':
      return `must have at least ${params.limit} characters, but has ${[...String(data)].length}`;
    case 'maxItems':
      return `must have at most ${params.limit} items, but has ${Array.isArray(data) ? data.length : 0}`;
    case 'minItems':
      return `must have at least ${params.limit} items, but has ${Array.isArray(data) ? data.length : 0}`;
    case 'maximum':
    case 'minimum':
      return `must be ${params.comparison} ${params.limit}, but is ${String(data)}`;
    case 'required':
      return `missing required field: ${params.missingProperty}`;
    case 'additionalProperties':
      return `no such field: ${params.additionalProperty}`;
    case 'type':
      return `must be of type ${params.type}, but is ${JSON.stringify(data)?.slice(0, 40)}`;
    case 'const':
    case 'enum':
      return `must be ${JSON.stringify(params.allowedValue ?? params.allowedValues)}, but is ${JSON.stringify(data)}`;
    case 'discriminator':
      return `unsupported type: ${JSON.stringify(params.tagValue)}`;
    default:
      return message ?? keyword;
  }
}
