/**
 * Writes schema.json: Block Kit as `@slack/types` declares it, with the limits of its doc comments.
 * Run `node stand-ins/slack/blockkit/generate.ts` after updating `@slack/types`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import { type Definitions, eachSchema } from './json-schema.ts';
import { applyDocumentedLimits } from './limits.ts';
import { discriminateUnions } from './unions.ts';

/** The types of which a payload can be made: a message's blocks, a modal and a Home tab. */
const ROOTS = ['KnownBlock', 'ModalView', 'HomeView'];

/** Takes about two seconds, hence the committed file. */
export function generateSchema(): { definitions: Definitions } {
  const generator = createGenerator({
    path: fileURLToPath(import.meta.resolve('@slack/types').replace(/index\.js$/, 'index.d.ts')),
    skipTypeCheck: true,
  });
  const definitions: Definitions = {};
  for (const root of ROOTS) Object.assign(definitions, generator.createSchema(root).definitions);
  // AnyBlock allows any object that has a `type`, for blocks newer than the types: no check at all.
  definitions.AnyBlock = { $ref: '#/definitions/KnownBlock' };
  delete definitions.Block;
  for (const definition of Object.values(definitions)) eachSchema(definition, applyDocumentedLimits);
  discriminateUnions(definitions);
  for (const definition of Object.values(definitions)) {
    eachSchema(definition, (schema) => delete schema.description);
  }
  return { definitions };
}

if (import.meta.main) {
  writeFileSync(new URL('schema.json', import.meta.url), `${JSON.stringify(generateSchema(), null, 2)}\n`);
}
