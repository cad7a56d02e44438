/**
 * TypeScript's unions become `anyOf`, whose validation errors are useless ("must match a schema in
 * anyOf", once for each of twenty blocks). Block Kit's unions are discriminated by `type`; told so, the
 * validator picks the one branch that was meant and reports only what is wrong there.
 */
import { type Definitions, eachSchema, type JsonSchema, resolveRef } from './json-schema.ts';

/** Rewrites every union that can be told apart by `type`. Changes `definitions`. */
export function discriminateUnions(definitions: Definitions): void {
  for (const definition of Object.values(definitions)) mergeVariants(definition);
  for (const definition of Object.values(definitions)) {
    eachSchema(definition, (schema) => discriminate(schema, definitions));
  }
}

/** An image with either a URL or a Slack file is two types of one `type`: make it one object. */
function mergeVariants(schema: JsonSchema): void {
  const variants = schema.anyOf ?? [];
  const types = new Set(variants.map((variant) => variant.properties?.type?.const));
  if (variants.length < 2 || types.size !== 1 || types.has(undefined)) return;
  const required = variants.map((variant) => variant.required ?? []);
  delete schema.anyOf;
  schema.type = 'object';
  schema.additionalProperties = false;
  schema.properties = Object.assign({}, ...variants.map((variant) => variant.properties));
  schema.required = (required[0] ?? []).filter((name) => required.every((names) => names.includes(name)));
  schema.oneOf = required.map((names) => ({ required: names }));
}

function discriminate(schema: JsonSchema, definitions: Definitions): void {
  if (schema.anyOf === undefined) return;
  const branches = schema.anyOf.flatMap((branch) => leaves(branch, definitions));
  const types = branches.map((branch) => resolveRef(branch, definitions).properties?.type?.const);
  if (types.includes(undefined) || new Set(types).size !== types.length) return;
  delete schema.anyOf;
  // `type` says what is missing when an element has none at all.
  schema.type = 'object';
  schema.required = ['type'];
  schema.discriminator = { propertyName: 'type' };
  schema.oneOf = branches;
}

/** A union of unions (`Select` within `ActionsBlockElement`), flattened. */
function leaves(schema: JsonSchema, definitions: Definitions): JsonSchema[] {
  const target = resolveRef(schema, definitions);
  const nested = target.anyOf ?? (target.discriminator && target.oneOf);
  return nested ? nested.flatMap((branch) => leaves(branch, definitions)) : [schema];
}
