import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const SECTIONS = ['burst', 'together', 'hosts', 'click', 'cold', 'growth', 'price'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  /** The same seed gives the same votes at the same times. */
  seed: string;
  /** All runs, which takes about two hours. */
  full: boolean;
  /** What is measured; all of it unless `--only` says otherwise. */
  sections: readonly Section[];
  /** A folder with `slack.js` and `publish.js` of another version, to be started in turn with ours. */
  against: string | undefined;
}

/** `--seed <any>`, `--full`, `--only <section>` (repeatable), `--against <folder>`. @throws {Error} for anything else */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      against: { type: 'string' },
    },
  });
  const wrong = values.only?.find((name) => !SECTIONS.some((section) => section === name));
  if (wrong !== undefined) throw new Error(`--only ${wrong}? There are: ${SECTIONS.join(', ')}`);
  const sections = SECTIONS.filter((section) => values.only?.includes(section) ?? true);
  const against = values.against && resolve(values.against);
  return { seed: values.seed, full: values.full, sections, against };
}
