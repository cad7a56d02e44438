import { parseArgs } from 'node:util';

export const SECTIONS = ['burst', 'click', 'cold', 'growth', 'price'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  /** The same seed gives the same votes at the same times. */
  seed: string;
  /** All runs, which takes about two hours. */
  full: boolean;
  /** What is measured; all of it unless `--only` says otherwise. */
  sections: readonly Section[];
}

/** `--seed <any>`, `--full`, `--only <section>` (repeatable). @throws {Error} for anything else */
export function parseOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string', default: '1' },
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
    },
  });
  const wrong = values.only?.find((name) => !SECTIONS.some((section) => section === name));
  if (wrong !== undefined) throw new Error(`--only ${wrong}? There are: ${SECTIONS.join(', ')}`);
  const sections = SECTIONS.filter((section) => values.only?.includes(section) ?? true);
  return { seed: values.seed, full: values.full, sections };
}
