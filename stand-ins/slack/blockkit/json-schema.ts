/** The part of JSON Schema (draft 7, plus OpenAPI's `discriminator`) that Block Kit's schema uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  description?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  discriminator?: { propertyName: string };
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema | JsonSchema[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

export type Definitions = Record<string, JsonSchema>;

/** The definition that `#/definitions/<name>` points to; schemas without a `$ref` are returned as they are. */
export function resolveRef(schema: JsonSchema, definitions: Definitions): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = decodeURIComponent(schema.$ref.replace('#/definitions/', ''));
  const target = definitions[name];
  if (target === undefined) throw new Error(`The schema has no definition of ${name}`);
  return target;
}

/** Calls `visit` with a schema and everything nested in it, innermost first. */
export function eachSchema(schema: JsonSchema, visit: (schema: JsonSchema) => void): void {
  const items = schema.items === undefined ? [] : [schema.items].flat();
  const nested = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...items];
  for (const inner of [...nested, ...Object.values(schema.properties ?? {})]) eachSchema(inner, visit);
  visit(schema);
}
