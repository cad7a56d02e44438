/**
 * Slack's limits stand in the doc comments of `@slack/types` ("Maximum length for this field is 255
 * characters."), not in the types. This file reads them into JSON Schema's keywords.
 */
import type { JsonSchema } from './json-schema.ts';

interface Range {
  min?: number;
  max?: number;
}

/** The smallest and largest number that a doc comment names, in any of the phrasings `@slack/types` uses. */
export function rangeIn(sentence: string): Range {
  const text = sentence.replaceAll('`', '').replaceAll(',', '');
  const between = /between (\d+) and (\d+)/.exec(text);
  if (between) return { min: Number(between[1]), max: Number(between[2]) };
  const min = /\bmin(?:imum)?\b[^.\d]{0,60}?(\d+)/i.exec(text);
  const max = /(?:\bmax(?:imum)?\b|\bup to|\blimit)[^.\d]{0,60}?(\d+)/i.exec(text);
  return { ...(min && { min: Number(min[1]) }), ...(max && { max: Number(max[1]) }) };
}

/** Adds to an object's properties the limits that their doc comments state. Changes `schema`. */
export function applyDocumentedLimits(schema: JsonSchema): void {
  for (const property of Object.values(schema.properties ?? {})) {
    for (const sentence of sentences(property.description ?? '')) limitProperty(property, sentence);
  }
}

function limitProperty(property: JsonSchema, sentence: string): void {
  const range = rangeIn(sentence);
  if (range.min === undefined && range.max === undefined) return;
  if (property.type === 'string') {
    Object.assign(property, lengths(range));
  } else if (property.type === 'number') {
    Object.assign(property, named(range, 'minimum', 'maximum'));
  } else if (property.type !== 'array') {
    limitText(property, range);
  } else if (/in each item/.test(sentence)) {
    for (const item of [property.items ?? []].flat()) limitText(item, range);
  } else if (!/^Each row/.test(sentence)) {
    Object.assign(property, named(range, 'minItems', 'maxItems'));
  }
}

/** "Maximum length for the text in this field": the limit belongs to the text object's own `text`. */
function limitText(schema: JsonSchema, range: Range): void {
  schema.properties = { ...schema.properties, text: lengths(range) };
}

const lengths = (range: Range) => named(range, 'minLength', 'maxLength');

function named({ min, max }: Range, minName: string, maxName: string): Record<string, number> {
  return { ...(min !== undefined && { [minName]: min }), ...(max !== undefined && { [maxName]: max }) };
}

function sentences(description: string): string[] {
  return description
    .replaceAll(/\{@link [^}]*\}/g, '')
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=\.) /)
    .filter((sentence) => /\d/.test(sentence) && !/HH:mm|minutes ago/.test(sentence));
}
