import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** What packages call the files that are to go along with them. */
const LICENCE = /^(licen[cs]e|notice|copying)/i;

/** The folder of the package that a file belongs to. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The licences of all packages that a bundle has code of, each text once below the packages that it is of. Paths are
 * those of esbuild's metafile. Throws if a package brings none.
 */
export function licencesOf({ inputs }: Pick<Metafile['outputs'][string], 'inputs'>): string {
  const used = Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0);
  const folders = new Set(used.flatMap((path) => PACKAGE.exec(path)?.[0] ?? []));
  const byText = Map.groupBy([...folders].map(packageIn), ({ text }) => text);
  const parts = [...byText].map(
    ([text, packages]) => [packages.map(({ name }) => name).sort(), text] as const,
  );
  return parts
    .sort(([[a = '']], [[b = '']]) => (a < b ? -1 : 1))
    .map(([names, text]) => `${names.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function packageIn(folder: string): { name: string; text: string } {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) throw new Error(`${name} ${version} brings no licence: don’t bundle it`);
  return { name: `${name} ${version}`, text: texts.join('\n\n') };
}
